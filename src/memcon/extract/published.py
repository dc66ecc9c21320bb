"""When a document was published, and how that is known: stated in the text, in metadata, or given by the user; else open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from memcon.domain.dates import Interval, interval_of
from memcon.domain.documents import Block, Dateline, PublishedBasis
from memcon.domain.problems import Problem
from memcon.domain.spans import Span
from memcon.extract.date_lines import MAX_DATE_LINE, ZONES, LineDate, dates_in, read_date_line, read_mixed_line, time_of
from memcon.extract.phrases import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication date as EDTF, its time of day, its basis, and where the text says so; `updated` is the last date of a change."""

    published: str | None = None
    time: str | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None
    updated: str | None = None


def find_publication(
    text: str,
    blocks: Sequence[Block],
    dateline: Dateline | None,
    *,
    metadata: str | None,
    given: str | None,
    ref: str,
    changed: str | None = None,
    came: str | None = None,
) -> tuple[Publication, tuple[Problem, ...]]:
    """The publication date by the best basis: what the user gives, then what the text states, then metadata.

    An article that was updated or corrected keeps its first date; the date of the last change, stated in the text or else in the metadata
    (`changed`), is `updated`. A change's date stands for the publication only where nothing else is known.

    A date more than a month behind the day on which the text `came`, where that is known, is none.

    Problem codes: `published_not_understood` for a given or metadata date that can't be read, `published_ahead` for one that is still to come, `dates_disagree` where two of the three are
    more than a day apart. Dates that are only implied by the text are left to the analysis of its language.
    """
    lines = list(_line_dates(text, blocks))
    updated = _last_change(text, blocks, lines, changed)
    updated = None if _is_ahead(updated, came) else updated
    by_user, problems = _told("given", given, ref)
    by_metadata, more = _told("metadata", metadata, ref)
    known = (by_user, _stated(text, blocks, dateline, lines), by_metadata)
    told = [publication for publication in known if publication is not None]
    found = [publication for publication in told if not _is_ahead(publication.published, came)]
    more += tuple(_ahead(publication, str(came), ref) for publication in told if publication not in found)
    if not found:
        changes = (_publication(block, line) for block, line in lines if line.role == "updated")
        change = next((each for each in changes if not _is_ahead(each.published, came)), Publication())
        return replace(change, updated=updated), (*problems, *more)
    best, *others = found
    apart = [_disagree(best, other, ref) for other in others if are_apart(best.published, other.published)]
    return _completed(best, others, updated), (*problems, *more, *apart)


def _told(
    basis: Literal["given", "metadata"], raw: str | None, ref: str
) -> tuple[Publication | None, tuple[Problem, ...]]:
    """The date that the user or metadata gives, and the problem with one that can't be read."""
    if raw is None or not raw.strip():
        return None, ()
    read = read_metadata_date(raw)
    if read is None:
        return None, (_not_understood(basis, raw, ref),)
    return Publication(published=read[0], time=read[1], basis=basis), ()


def _completed(best: Publication, others: Sequence[Publication], updated: str | None) -> Publication:
    """The best date with its time of day and place from others that name the same day, and with the last change, if that came later."""
    is_later = updated is not None and updated > (best.published or "")
    for other in others:
        if other.published == best.published:
            best = replace(best, time=best.time or other.time, span=best.span or other.span)
    return replace(best, updated=updated if is_later else None)


_AHEAD = timedelta(days=31)
"""Magazines are dated ahead, by a month at most."""


def _is_ahead(date: str | None, came: str | None) -> bool:
    """Whether an EDTF date begins later than anything that `came` on a day can be of."""
    told, day = (interval_of(each) if each else None for each in (date, came))
    return told is not None and day is not None and told.start - day.end > _AHEAD


def _ahead(publication: Publication, came: str, ref: str) -> Problem:
    beside = {"given": "that was given", "stated": "that the text states"}.get(publication.basis, "of the metadata")
    return Problem(
        code="published_ahead",
        message=f"the publication date {beside}, {publication.published}, is still to come: it is {came}; it is not used",
        hint="give the date with --published; where it is right, look at the clock of this machine",
        ref=ref,
        span=publication.span,
        is_fatal=False,
    )


_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)


def read_metadata_date(raw: str) -> tuple[str, str | None] | None:
    """The EDTF date and time of day of a date as metadata writes it: ISO 8601, EDTF, RFC 2822, seconds or milliseconds since 1970 (UTC), or
    one date in words; None when it is none of these or its order is open ("03/11/2025")."""
    text = raw.strip()[:200]
    if re.fullmatch(r"\d{10}|\d{13}", text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text[:10]))
        return f"{moment:%Y-%m-%d}", f"{moment:%H:%M}+00:00"
    match = _ISO.fullmatch(text)
    if match is not None:
        day = "-".join(match.group(1, 2, 3))
        if interval_of(day) is None:
            return None
        return day, _iso_time(match)
    if interval_of(text) is not None:
        return text, None
    dates = [edtf for _, edtf in dates_in(text)]
    if len(dates) == 1 and interval_of(dates[0]) is not None:
        return dates[0], time_of(text)
    return None


def _iso_time(match: re.Match[str]) -> str | None:
    hour, minute, zone = match.group(4, 5, 6)
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return None
    offset = ZONES.get((zone or "").lower(), "")
    if zone and not offset:
        offset = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    return f"{hour}:{minute}{offset}"


def year_of_dateline(dateline: Dateline | None, published: str | None) -> Dateline | None:
    """`dateline` with the year that `published` implies for a day without one; unchanged where none is clearly nearest.

    A dispatch is written at most a few days before it is published; the year is taken only within 31 days. Where `published` is a month or
    a year, it is taken only if one year alone brings the day that near.
    """
    if dateline is None or dateline.date is None or not dateline.date.startswith("XXXX-") or published is None:
        return dateline
    around = interval_of(published)
    if around is None or around.days > _LONGEST:
        return dateline
    days = [
        found.start
        for year in range(max(around.start.year - 1, 1), min(around.end.year + 1, 9999) + 1)
        if (found := interval_of(f"{year:04}{dateline.date[4:]}")) is not None and _gap(found, around) <= _NEAR
    ]
    return replace(dateline, date=days[0].isoformat()) if len(days) == 1 else dateline


_LONGEST, _NEAR = 366, 31
"""Days: the longest publication date that can tell a year, and how far from it a dispatch may be dated."""


def are_apart(first: str | None, second: str | None) -> bool:
    """Whether two EDTF dates can't be the same day, nor neighbours (time zones move a date by one)."""
    a, b = (interval_of(e) if e else None for e in (first, second))
    return a is not None and b is not None and _gap(a, b) > 1


def _gap(a: Interval, b: Interval) -> int:
    return 0 if a.overlaps(b) else max((b.start - a.end).days, (a.start - b.end).days)


def _stated(
    text: str, blocks: Sequence[Block], dateline: Dateline | None, lines: Sequence[tuple[Block, LineDate]]
) -> Publication | None:
    """What the text says itself, the plainest first: a label, a date alone above or below the text, a full dateline."""
    for role in ("published", "bare"):
        for block, found in lines:
            if found.role == role and not (role == "bare" and _is_correction(text, blocks, block)):
                return _publication(block, found)
    if dateline is not None and dateline.date is not None and interval_of(dateline.date) is not None:
        return Publication(published=dateline.date, basis="stated", span=dateline.span)
    return None


_CHANGED = re.compile(
    rf"\b(?:this|the) {any_of('changed_text')} {any_of('being_changed')} (?:last )?{any_of('changing_a_text')}\b",
    re.IGNORECASE,
)


def _last_change(
    text: str, blocks: Sequence[Block], lines: Sequence[tuple[Block, LineDate]], changed: str | None
) -> str | None:
    """The latest date at which the text was changed: by a label, by a sentence that says so ("This story was updated on …"), by metadata."""
    dates = [d.edtf for b, d in lines if d.role == "updated" or (d.role == "bare" and _is_correction(text, blocks, b))]
    dates += [edtf for block in blocks for edtf in (*_correction_date(text, block), *_told_change(text, block))]
    if not dates and changed is not None and (read := read_metadata_date(changed)) is not None:
        return read[0]
    return max(dates, default=None)


def _told_change(text: str, block: Block) -> Iterator[str]:
    """The date in a sentence that says when the text was changed."""
    words = text[block.span.start : min(block.span.end, block.span.start + 300)]
    match = _CHANGED.search(words)
    if match is None:
        return
    for span, edtf in dates_in(words[match.end() : match.end() + 60])[:1]:
        if span.start <= 12 and interval_of(edtf):
            yield edtf


_CORRECTION = re.compile(rf"\W*{any_of('correction_label')}\b", re.IGNORECASE)
_ON = re.compile(rf"\W*(?:{any_of('dating_a_correction')}\W*){{0,2}}", re.IGNORECASE)


def _is_correction(text: str, blocks: Sequence[Block], block: Block) -> bool:
    """Whether a bare date stands under a correction that has no date of its own, and whose date it then is."""
    before = [b for b in blocks if b.span.end <= block.span.start][-5:]
    corrections = [b for b in before if _CORRECTION.match(text, b.span.start, min(b.span.end, b.span.start + 200))]
    return any(not [*_correction_date(text, b)] for b in corrections)


def _correction_date(text: str, block: Block) -> Iterator[str]:
    """The date with which a correction begins: "Correction (May 23, 2024): An earlier version …"."""
    words = text[block.span.start : min(block.span.end, block.span.start + 120)]
    match = _CORRECTION.match(words)
    if match is None:
        return
    on = _ON.match(words, match.end())
    start = on.end() if on else match.end()
    yield from [edtf for span, edtf in dates_in(words) if span.start == start and interval_of(edtf)][:1]


def _publication(block: Block, found: LineDate) -> Publication:
    start = block.span.start
    return Publication(
        published=found.edtf,
        time=found.time,
        basis="stated",
        span=Span(start + found.span.start, start + found.span.end),
    )


_FIRST_YEAR = 1600
"""No news is older; "1446/05/12" is a year of another calendar."""
_HEAD_KINDS = ("title", "heading", "credit", "byline", "boilerplate")
_MAX_HEAD = 12


def _line_dates(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, LineDate]]:
    """The dates with a year in date lines, and behind them those of head lines that name somebody beside the date; of several that name one
    day, the one with a time of day stands for all."""
    found = [
        (b, d) for b, d in _all_line_dates(text, blocks) if (i := interval_of(d.edtf)) and i.start.year >= _FIRST_YEAR
    ]
    timed = {d.edtf: (b, d) for b, d in reversed(found) if d.time and d.role != "updated"}
    for block, date in found:
        if date.role == "updated" or date.edtf not in timed:
            yield block, date
        else:
            better_block, better = timed[date.edtf]
            yield better_block, replace(better, role=date.role)


def _all_line_dates(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, LineDate]]:
    for block in blocks:
        if block.kind == "date_line":
            yield from ((block, date) for date in _dates_in(block.span.of(text)))
    for block in _head(blocks):
        for date in read_mixed_line(block.span.of(text)):
            if block.kind != "title" or date.time:
                yield block, date


def _head(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The short lines above the running text that are no date lines by themselves."""
    first = next((n for n, b in enumerate(blocks) if b.kind == "body"), len(blocks))
    head = blocks[: min(first, _MAX_HEAD)]
    return tuple(b for b in head if b.kind in _HEAD_KINDS and b.span.end - b.span.start <= MAX_DATE_LINE)


def _dates_in(words: str) -> tuple[LineDate, ...]:
    """The dates of a date line; "Oslo, 4 May 2021" counts as a bare date."""
    read = read_date_line(words)
    if read or len(words) > 80:
        return read
    dates = dates_in(words)
    is_last = len(dates) == 1 and dates[0][0].end >= len(words.rstrip(" .*_)"))
    return (LineDate(role="bare", edtf=dates[0][1], time=None, span=dates[0][0]),) if is_last else ()


def _not_understood(basis: str, raw: str, ref: str) -> Problem:
    whose = "the date that was given" if basis == "given" else "the publication date in the metadata"
    return Problem(
        code="published_not_understood",
        message=f"{whose}, {raw.strip()[:60]!r}, is no date, or its order is open",
        hint="write it as 2025-11-03 (or 2025-11, or 2025, where no more is known)",
        ref=ref,
        is_fatal=False,
    )


def _disagree(best: Publication, other: Publication, ref: str) -> Problem:
    return Problem(
        code="dates_disagree",
        message=f"published {best.published} ({best.basis}), but {other.published} ({other.basis}); the first is kept",
        hint="give the right date with --published if the first is wrong",
        ref=ref,
        span=best.span or other.span,
        is_fatal=False,
    )
