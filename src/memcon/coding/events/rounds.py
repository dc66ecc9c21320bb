"""Later rounds told without their parties: those of the talks that they go on with ("Norway and Chad held talks in May. A fourth round is set for June").

Only states and bodies are taken over, not the persons who sat there the last time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from memcon.codebook import load_codebook
from memcon.coding.channels.sessions import SESSION_NOUNS
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.records import Participant
from memcon.lexicon import words

_REACH = 6
"""How many sentences before a round the talks that it goes on with are told."""
_ANOTHER_TIME = words("naming_another_time")
_PARTIES = frozenset({"participant", "lead", "host", "visitor"})
_MADE_IN_TALKS = "instrument"
"""What is negotiated in rounds is told as a paper as well: "are negotiating a pact"."""


def with_parties_of_the_row(index: TextIndex, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, each round of talks that names nobody with the states that held the talks before it."""
    found: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda c: c.mentions[0].trigger.anchor):
        is_bare = not any(m.participants for m in cluster.mentions)
        parties = _of_the_row(index, found, cluster.mentions[0]) if is_bare else ()
        first, *rest = cluster.mentions
        found.append(Cluster(mentions=[replace(first, participants=parties), *rest]) if parties else cluster)
    return found


def _of_the_row(index: TextIndex, before: Sequence[Cluster], mention: EventMention) -> tuple[Participant, ...]:
    """The states or bodies of the talks told last before a round; of a session of a channel those of its session told last."""
    if not _is_a_round(index, mention):
        return ()
    for cluster in reversed(before):
        if _is_of_one_row(index, cluster, mention):
            parties = tuple({p.actor: p for m in cluster.mentions for p in _powers(index, m)}.values())
            if len(parties) > 1:
                return parties
    return ()


def _is_a_round(index: TextIndex, mention: EventMention) -> bool:
    """Whether a mention is one of a row: by its noun ("round"), its number, or "next" before it."""
    trigger, tree = mention.trigger, index.tree
    if mention.in_title or trigger.is_verb or not trigger.has("topics"):
        return False
    if trigger.channel is not None:
        return trigger.channel.is_session
    is_counted = mention.ordinal is not None or any(
        tree.lower(c) in _ANOTHER_TIME for c in tree.deps(trigger.anchor, "amod")
    )
    measures = {tree.lemma(trigger.anchor), *(tree.lemma(a) for a in islice(tree.above(trigger.anchor), 2))}
    return not measures.isdisjoint(_continuing()) or (tree.lemma(trigger.anchor) in SESSION_NOUNS and is_counted)


def _continuing() -> frozenset[str]:
    return frozenset(noun for k in load_codebook().kinds.values() for noun in k.continuing)


def _is_of_one_row(index: TextIndex, cluster: Cluster, mention: EventMention) -> bool:
    """Whether a cluster tells of a session of the same channel, or else not far back of talks, or of a paper that is negotiated."""
    mine = mention.trigger.channel
    theirs = {m.trigger.channel.key for m in cluster.mentions if m.trigger.channel is not None}
    if mine is not None or theirs:
        return mine is not None and mine.key in theirs
    last = cluster.mentions[-1]
    distance = index.tokens[mention.trigger.anchor].sentence - index.tokens[last.trigger.anchor].sentence
    return 0 <= distance <= _REACH and any(_is_of_the_sort(index, m, mention) for m in cluster.mentions)


def _is_of_the_sort(index: TextIndex, told: EventMention, round_: EventMention) -> bool:
    """Whether what is told may be one of the row: talks by their noun, a paper that is negotiated, or the very noun of the round."""
    is_noun = told.trigger.is_noun and not told.in_title
    is_talks = is_noun and told.trigger.kind == "talks" and round_.trigger.kind == "talks"
    is_same = is_noun and index.tree.lemma(told.trigger.anchor) == index.tree.lemma(round_.trigger.anchor)
    return is_talks or is_same or told.trigger.has(_MADE_IN_TALKS)


def _powers(index: TextIndex, mention: EventMention) -> Iterator[Participant]:
    """The states and bodies of states that take part, and for each official the state for which he does."""
    known = index.annotation.actor_by_id
    for party in (p for p in mention.participants if p.role in _PARTIES and p.actor in known):
        for actor in _meant(index, known[party.actor]):
            yield replace(party, actor=actor.id, role="participant")


def _meant(index: TextIndex, actor: Actor) -> list[Actor]:
    if actor.kind == "state" or is_international(actor):
        return [actor]
    return index.known(index.states_of(actor.country)) if actor.country and actor.offices else []
