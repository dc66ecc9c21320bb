"""Who leads the delegations of a meeting that was told shortly before: "A will lead the Korean delegation, while B will head the Vietnamese side"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.doers import agents, doing
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Participant
from memcon.lexicon import words

_DELEGATIONS = words("delegation")
_LEADING = words("leading_a_delegation")
_BEHIND = 3
"""How many sentences behind a meeting its delegations are looked for."""


def heads_of_delegations(
    index: TextIndex, mentions: Sequence[EventMention], encounters: Encounters
) -> Iterator[Participant]:
    """The persons told to lead a delegation of the event that `mentions` tell of."""
    anchors = {m.trigger.anchor for m in mentions if m.trigger.has("agenda") and not m.in_title}
    for verb in _verbs_near(index, anchors):
        if _is_over_delegation(index, verb) and encounters.is_last_before(anchors, verb):
            yield from _leads(index, verb)


def _verbs_near(index: TextIndex, anchors: set[int]) -> Iterator[int]:
    """The verbs of leading in the sentences of a meeting and behind them, in order."""
    sentences = index.annotation.sentences
    own = {index.tokens[i].sentence for i in anchors}
    near = sorted({n for o in own for n in range(o, min(o + _BEHIND + 1, len(sentences)))})
    for i in (i for n in near for i in range(sentences[n].first, sentences[n].last)):
        if index.tree.lemma(i) in _LEADING and index.tokens[i].pos == "VERB" and not index.is_denied(i):
            yield i


def _is_over_delegation(index: TextIndex, verb: int) -> bool:
    tree = index.tree
    over = tree.deps(verb, "dobj", "nsubjpass") or ([tree.tokens[verb].head] if tree.is_passive(verb) else [])
    return any(tree.lemma(o) in _DELEGATIONS for o in over)


def _leads(index: TextIndex, verb: int) -> Iterator[Participant]:
    for mention in agents(index, verb) if index.tree.is_passive(verb) else doing(index, verb):
        for actor in index.actors_of(mention):
            if actor.kind == "person":
                office = mention.office or actor.office
                yield Participant(actor=actor.id, role="lead", span=mention.span, office=office)
