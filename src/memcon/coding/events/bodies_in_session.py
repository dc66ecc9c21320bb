"""The body whose own session an event is: "a meeting of the UN Security Council", "the NATO summit".

A body of states that is named so only to tell which meeting it is makes no mention of its own; where the text names it as an actor elsewhere, it takes
part in its session. Before the noun ("the NATO summit") it counts only where nobody else is told to take part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from memcon.coding.events.mentions import EventMention
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.records import Participant
from memcon.domain.spans import Span

_LONGEST = 6
"""How many words the name of a body may have here."""


def bodies_in_session(
    index: TextIndex, mentions: Sequence[EventMention], told: Sequence[Participant]
) -> Iterator[Participant]:
    """The bodies whose session the mentions name, beside those who are `told` to take part already."""
    bodies = _bodies(index)
    sessions = [
        m
        for m in mentions
        if not m.trigger.is_verb and m.trigger.has("topics") and not (m.in_title or m.trigger.has("apart"))
    ]
    for m in (m for m in sessions if bodies and m.trigger.anchor + 2 < len(index.tokens)):
        anchor, role = m.trigger.anchor, m.trigger.meaning.role
        named = _named_from(index, anchor + 2, bodies) if index.tree.lower(anchor + 1) == "of" else None
        if named is None and not told:
            named = _named_before(index, anchor, bodies)
        if named is not None:
            yield Participant(actor=named[0].id, role=role, span=named[1])


def _bodies(index: TextIndex) -> Mapping[str, Actor]:
    """The bodies of states that the text names as actors, by each of their names in lower case."""
    known = filter(is_international, index.annotation.actors)
    return {name.lower(): a for a in known for name in (a.name, *a.aliases)}


def _named_from(index: TextIndex, first: int, bodies: Mapping[str, Actor]) -> tuple[Actor, Span] | None:
    """The body with the longest name that begins at token `first`, behind an article or not."""
    if index.tree.lower(first) == "the":
        first += 1
    return _longest(index, ((first, last) for last in range(first + _LONGEST, first, -1)), bodies)


def _named_before(index: TextIndex, anchor: int, bodies: Mapping[str, Actor]) -> tuple[Actor, Span] | None:
    """The body with the longest name among the words that stand before the noun and belong to it."""
    first = max(index.tree.first(anchor), anchor - _LONGEST)
    runs = ((start, last) for start in range(first, anchor) for last in range(anchor, start, -1))
    return _longest(index, runs, bodies)


def _longest(
    index: TextIndex, runs: Iterator[tuple[int, int]], bodies: Mapping[str, Actor]
) -> tuple[Actor, Span] | None:
    """The first of the `runs` of tokens that is a body's name."""
    tokens, text = index.tokens, index.annotation.document.text
    for first, last in runs:
        if last > len(tokens):
            continue
        span = Span(tokens[first].start, tokens[last - 1].end)
        body = bodies.get(span.of(text).lower())
        if body is not None:
            return body, span
    return None
