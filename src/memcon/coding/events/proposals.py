"""Whom a proposal is made to: of talks or a summit that somebody proposes in a conversation told right before, those with whom it was held."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.codebook import load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Participant
from memcon.lexicon import words

_REACH = 3
"""How many sentences behind a conversation what is proposed is proposed there."""

_REACH_ALONE = 8
"""The same where no other encounter is told before: a readout of one conversation."""

_PROPOSING = words("proposing_to_meet")

Parties = tuple[Participant, ...]


def with_those_asked(
    index: TextIndex, clusters: Sequence[Sequence[EventMention]], parties: Sequence[Parties]
) -> list[Parties]:
    """The parties of each cluster; of a meeting that one of two proposes to whoever is told before to speak with them, the other as well.

    "A spoke with B. A proposed a summit" is a summit of A and B; where the text names the other side of what is proposed, nobody is added.
    """
    return [_completed(index, clusters, parties, n) for n in range(len(clusters))]


def _completed(
    index: TextIndex, clusters: Sequence[Sequence[EventMention]], parties: Sequence[Parties], n: int
) -> Parties:
    own, first = parties[n], clusters[n][0]
    if len(own) != 1 or not _is_proposed(index, first):
        return own
    for before in range(n - 1, -1, -1):
        told = [m for m in clusters[before] if not m.in_title and m.trigger.anchor < first.trigger.anchor]
        if not any(_is_conversation(m) for m in told):
            continue
        distance = index.tokens[first.trigger.anchor].sentence - index.tokens[told[0].trigger.anchor].sentence
        actors = {p.actor for p in parties[before]}
        reach = _REACH if any(_is_conversation(m) for other in clusters[:before] for m in other) else _REACH_ALONE
        is_theirs = len(actors) == 2 and own[0].actor in actors and distance <= reach
        return (*own, *(p for p in parties[before] if p.actor != own[0].actor)) if is_theirs else own
    return own


def _is_proposed(index: TextIndex, mention: EventMention) -> bool:
    """Whether a verb of proposing has it for its object."""
    clause, tree = mention.clause, index.tree
    is_object = clause.verb is not None and clause.relation == "object" and not index.is_denied(clause.verb)
    return (
        mention.trigger.is_noun
        and mention.trigger.has("topics")
        and is_object
        and clause.verb is not None
        and tree.lemma(clause.verb) in _PROPOSING
    )


def _is_conversation(mention: EventMention) -> bool:
    """Whether it tells of an encounter that was."""
    is_told = mention.trigger.has("topics") and mention.status is not None
    return is_told and mention.status is not None and load_codebook().statuses.of(mention.status.status).is_happening
