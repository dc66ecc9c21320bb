"""Claims of precedent: "the first … in eight years", "the first such talks since …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.doers import doers
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Event, Precedent
from memcon.domain.times import Timex
from memcon.lexicon import words

_ORDERS = words("claiming_a_precedent")
_COUNTED = words("counted_for_a_precedent")
_LEADING = words("leading_to_an_interval")
_THIS = words("meaning_what_was_told")
_SINCE_REACH, _TIME_REACH, _INTERVAL_REACH = 40, 15, 6
"""How many tokens behind the noun "since" may stand, how many behind "since" its time, and how many behind the noun the interval may begin."""


def find_precedents(index: TextIndex, events: Sequence[Event]) -> tuple[Precedent, ...]:
    """The precedent claims of a text that name an interval ("in eight years") or a beginning ("since …")."""
    return tuple({p.id: p for p in _claims(index, events)}.values())


def _claims(index: TextIndex, events: Sequence[Event]) -> Iterator[Precedent]:
    for token in index.tokens:
        if token.text.lower() not in _ORDERS or token.head == token.i:
            continue
        noun = token.head
        if index.tree.lemma(noun) not in _COUNTED or index.is_heading(noun):
            continue
        first, last = token.i, index.tree.extent(noun)[1]
        interval, since, end = _bounds(index, noun, last)
        if interval is None and since is None:
            continue
        span, document = index.span(first, max(last, end)), index.annotation.document
        yield Precedent(
            id=content_id("precedent", document.id, document.offset(span.start)),
            text=span.of(index.text),
            evidence=(index.cite_sentence(noun),),
            event=_event(index, noun, events),
            scope=index.span(first, noun).of(index.text),
            since=since,
            interval=interval,
        )


def _bounds(index: TextIndex, noun: int, last: int) -> tuple[str | None, str | None, int]:
    """The duration behind "in" and the time behind "since", both within the sentence and near the noun; and the last token of them."""
    behind = range(noun, min(index.sentence(noun).last, noun + _SINCE_REACH))
    intervals = [t for i in behind if (t := _interval_at(index, noun, i)) is not None]
    ends = (index.inside(t.span)[-1] for t in intervals)
    return intervals[-1].value if intervals else None, _since(index, behind), max(last, *ends, last)


def _interval_at(index: TextIndex, noun: int, i: int) -> Timex | None:
    """The duration that token `i` stands in, where "in" or "for" leads to it near the noun."""
    timex = index.timex_at.get(i)
    if timex is None or timex.type != "DURATION" or not 0 < i <= noun + _INTERVAL_REACH:
        return None
    before = index.inside(timex.span)[0] - 1
    is_led = index.tree.lower(before) in _LEADING or index.tree.lower(before - 1) in _LEADING
    return timex if is_led else None


def _since(index: TextIndex, behind: range) -> str | None:
    """The first time that is told behind "since"."""
    for i in (i for i in behind if index.tree.lower(i) == "since"):
        times = (index.timex_at.get(j) for j in range(i + 1, min(index.sentence(i).last, i + _TIME_REACH)))
        found = next((t.edtf for t in times if t is not None and t.edtf), None)
        if found is not None:
            return found
    return None


def _event(index: TextIndex, noun: int, events: Sequence[Event]) -> str | None:
    """The event in the same sentence, else, and where "this" marks it, the latest one before it."""
    here = index.sentence(noun).span
    same = [e for e in events if any(ev.span == here for ev in e.evidence)]
    is_told_of_this = any(index.tree.lower(s) in _THIS for s in doers(index, index.tokens[noun].head))
    if len(same) == 1 and not is_told_of_this:
        return same[0].id
    before = [(ev.span.end, -n, e.id) for n, e in enumerate(events) for ev in e.evidence if ev.span.end <= here.start]
    return max(before)[2] if before else None
