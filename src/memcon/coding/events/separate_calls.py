"""Calls that one sentence tells of together: "her calls with A, B and C" are three, each between her and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.events.labels import label_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.labels import PLURAL
from memcon.domain.records import Event, Participant
from memcon.lexicon import words

_JOINT = words("call_of_many")
_EACH = words("each_by_itself")
_MAY_BE_ONE = words("talks_that_may_be_one") - words("encounter_named_again")


def each_call(index: TextIndex, mentions: Sequence[EventMention], event: Event) -> tuple[Event, ...]:
    """The calls that an event is made of, the first with its id; the event alone where it is one, or where the text does not tell whose each was."""
    caller, called = _caller_and_called(index, mentions, event)
    if caller is None or len(called) < 2:
        return (event,)
    return tuple(_between(index, mentions, event, caller, one, n) for n, one in enumerate(called))


def _between(
    index: TextIndex, mentions: Sequence[EventMention], event: Event, caller: Participant, called: Participant, n: int
) -> Event:
    """The call of the two; the first of a row keeps the event's id."""
    parties = (caller, called)
    return replace(
        event,
        id=event.id if not n else content_id("event", event.id, called.actor),
        label=label_of(index, mentions, parties, None),
        participants=parties,
    )


def _caller_and_called(
    index: TextIndex, mentions: Sequence[EventMention], event: Event
) -> tuple[Participant | None, tuple[Participant, ...]]:
    """The one person whose calls they are, named before their noun, and the persons behind it."""
    anchor = mentions[0].trigger.anchor
    if len(mentions) > 1 or not _are_several(index, mentions[0]):
        return None, ()
    at = index.tokens[anchor].start
    persons = [p for p in event.participants if index.annotation.actor_by_id[p.actor].kind == "person"]
    before, behind = [p for p in persons if p.span.start < at], tuple(p for p in persons if p.span.start > at)
    is_all = len(persons) == len(event.participants) and len(before) == 1
    return (before[0], behind) if is_all else (None, ())


def _are_several(index: TextIndex, mention: EventMention) -> bool:
    """Whether a noun in the plural tells of calls, none of them of many at once; "talks with A and B" are one but where they are called separate."""
    trigger, tree = mention.trigger, index.tree
    is_plural = trigger.is_noun and index.tokens[trigger.anchor].tag in PLURAL
    before = {
        tree.lower(i) for i in (*range(trigger.first, trigger.last), *tree.deps(trigger.anchor, "amod", "compound"))
    }
    may_be_one = tree.lemma(trigger.anchor) in _MAY_BE_ONE and _EACH.isdisjoint(before)
    return is_plural and trigger.has("speaking") and _JOINT.isdisjoint(before) and not may_be_one
