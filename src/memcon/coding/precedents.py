"""Claims of precedent: "the first … in eight years", "the first such talks since …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.syntax import Syntax
from memcon.domain.ids import content_id
from memcon.domain.records import Event, Precedent

_ORDERS = frozenset({"first", "second", "third", "only", "last"})
_COUNTED = frozenset(
    {
        "time",
        "meeting",
        "visit",
        "summit",
        "talk",
        "talks",
        "session",
        "trip",
        "call",
        "dialogue",
        "encounter",
        "round",
        "occasion",
        "leader",
        "president",
        "minister",
    }
)


def find_precedents(syntax: Syntax, events: Sequence[Event]) -> tuple[Precedent, ...]:
    """The precedent claims of a text that name an interval ("in eight years") or a beginning ("since …")."""
    return tuple({p.id: p for p in _claims(syntax, events)}.values())


def _claims(syntax: Syntax, events: Sequence[Event]) -> Iterator[Precedent]:
    document = syntax.annotation.document
    for token in syntax.tokens:
        if token.text.lower() not in _ORDERS or token.head == token.i:
            continue
        noun = token.head
        if syntax.lemma(noun) not in _COUNTED or syntax.sentence(noun).kind in {"title", "heading"}:
            continue
        first, last = token.i, syntax.extent(noun)[1]
        interval, since, end = _bounds(syntax, noun, last)
        if interval is None and since is None:
            continue
        span = syntax.span(first, max(last, end))
        yield Precedent(
            id=content_id("precedent", document.id, document.offset(span.start)),
            text=span.of(syntax.text),
            evidence=(syntax.cite_sentence(noun),),
            event=_event(syntax, noun, events),
            scope=syntax.span(first, noun).of(syntax.text),
            since=since,
            interval=interval,
        )


def _bounds(syntax: Syntax, noun: int, last: int) -> tuple[str | None, str | None, int]:
    """The duration behind "in" and the time behind "since", both within the sentence and near the noun; and the last token of them."""
    interval, since, end = None, None, last
    sentence = syntax.sentence(noun)
    for i in range(noun, min(sentence.last, noun + 40)):
        timex = syntax.timex_at.get(i)
        word = syntax.lower(i)
        if word == "since":
            behind = [t for j in range(i + 1, min(sentence.last, i + 15)) if (t := syntax.timex_at.get(j)) is not None]
            since = since or next((t.edtf for t in behind if t.edtf), None) or ""
        if timex is not None and timex.type == "DURATION" and i > 0 and i <= noun + 6:
            before = syntax.inside(timex.span)[0] - 1
            if syntax.lower(before) in {"in", "for"} or syntax.lower(before - 1) in {"in", "for"}:
                interval, end = timex.value, max(end, syntax.inside(timex.span)[-1])
    return interval, since or None, end


def _event(syntax: Syntax, noun: int, events: Sequence[Event]) -> str | None:
    """The event in the same sentence, else, and where "this" marks it, the latest one before it."""
    here = syntax.sentence(noun).span
    verb = syntax.tokens[noun].head
    is_told_of_this = any(syntax.lower(s) in {"this", "it"} for s in syntax.subjects(verb))
    same = [e for e in events if any(ev.span == here for ev in e.evidence)]
    if len(same) == 1 and not is_told_of_this:
        return same[0].id
    before = [e for e in events if any(ev.span.end <= here.start for ev in e.evidence)]
    if not before:
        return None
    return max(before, key=lambda e: max(ev.span.end for ev in e.evidence if ev.span.end <= here.start)).id
