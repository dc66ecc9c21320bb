"""The agenda that sentences behind an event tell: a list of its items, or what "they discussed"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from memcon.coding.events.agendas_aimed import sought
from memcon.coding.events.continuing import Continued
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.listed_items import find_listed_agenda, items_on_agenda
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.results import RESULTING
from memcon.coding.events.telling import is_ahead, led_to
from memcon.coding.events.topics import topics_of
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Phrase

_NEAR = 3
"""How many sentences from the event's own, in its paragraph, a list may begin; told of the participants it may begin anywhere."""


def agenda_behind(
    index: TextIndex, mentions: Sequence[EventMention], continuing: Continued, encounters: Encounters
) -> Iterator[Phrase]:
    """The items behind the event that `mentions` tell of, where no other meeting is told in between."""
    anchors = {m.trigger.anchor for m in mentions}
    for phrase in _listed(index, mentions, continuing):
        here = index.inside(phrase.span).start
        if encounters.is_last_before(anchors, here) or _is_told_first(index, anchors, here, encounters):
            yield phrase
    for verb in continuing.verbs:
        if (
            not index.is_denied(verb) and index.tree.lemma(verb) not in RESULTING
        ):  # what they agreed to discuss is for another day
            yield from (item for v in led_to(index, verb) for item in topics_of(index, v))
            if is_ahead(index, verb):
                yield from sought(index, verb)


def _is_told_first(index: TextIndex, anchors: Collection[int], i: int, encounters: Encounters) -> bool:
    """Whether the next meeting behind token `i`, in its sentence, is named by one of `anchors` ("trade topped the agenda when they met")."""
    following = next((t for t in encounters.tokens if t > i), None)
    return (
        following in anchors and following is not None and index.tokens[following].sentence == index.tokens[i].sentence
    )


def _listed(index: TextIndex, mentions: Sequence[EventMention], continuing: Continued) -> list[Phrase]:
    """The agenda that a following sentence lists: of the same paragraph ("Key agenda items include: …"), or told of the participants."""
    found: list[Phrase] = []
    asked: set[int] = set()
    behind = [index.tokens[v].sentence for v in continuing.verbs]
    for mention in (m for m in mentions if m.trigger.has("topics") and not m.in_title):
        anchor = mention.trigger.anchor
        for n in sorted({*_near(index, anchor), *behind} - asked):
            listed, told = find_listed_agenda(index, n), items_on_agenda(index, n)
            is_own = n == index.tokens[anchor].sentence
            items = listed or tuple(told)
            if items and (items[0].span.start > index.tokens[anchor].start or (is_own and not listed)):
                found += items
            asked.add(n)
        behind = []  # asked for the first mention, behind which all of them stand
    return found


def _near(index: TextIndex, anchor: int) -> list[int]:
    """The sentence of an event and the next ones of its paragraph."""
    sentences, own = index.annotation.sentences, index.tokens[anchor].sentence
    return [n for n in range(own, min(own + _NEAR, len(sentences))) if sentences[n].block == sentences[own].block]
