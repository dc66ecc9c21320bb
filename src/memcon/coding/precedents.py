"""Claims of precedent: "the first … in eight years", "the first such talks since …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.doers import doers
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Event, Precedent
from memcon.lexicon import words

_ORDERS = words("telling_the_order")
_COUNTED = words("counted_for_precedent")
_LEADING_TO_A_SPAN = words("leading_to_a_span")
_WHAT_WAS_TOLD = words("meaning_what_was_told")


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
    interval, since, end = None, None, last
    sentence = index.sentence(noun)
    for i in range(noun, min(sentence.last, noun + 40)):
        timex = index.timex_at.get(i)
        word = index.tree.lower(i)
        if word == "since":
            behind = [t for j in range(i + 1, min(sentence.last, i + 15)) if (t := index.timex_at.get(j)) is not None]
            since = since or next((t.edtf for t in behind if t.edtf), None) or ""
        if timex is not None and timex.type == "DURATION" and i > 0 and i <= noun + 6:
            before = index.inside(timex.span)[0] - 1
            if index.tree.lower(before) in _LEADING_TO_A_SPAN or index.tree.lower(before - 1) in _LEADING_TO_A_SPAN:
                interval, end = timex.value, max(end, index.inside(timex.span)[-1])
    return interval, since or None, end


def _event(index: TextIndex, noun: int, events: Sequence[Event]) -> str | None:
    """The event in the same sentence, else, and where "this" marks it, the latest one before it."""
    here = index.sentence(noun).span
    verb = index.tokens[noun].head
    is_told_of_this = any(index.tree.lower(s) in _WHAT_WAS_TOLD for s in doers(index, verb))
    same = [e for e in events if any(ev.span == here for ev in e.evidence)]
    if len(same) == 1 and not is_told_of_this:
        return same[0].id
    before = [e for e in events if any(ev.span.end <= here.start for ev in e.evidence)]
    if not before:
        return None
    return max(before, key=lambda e: max(ev.span.end for ev in e.evidence if ev.span.end <= here.start)).id
