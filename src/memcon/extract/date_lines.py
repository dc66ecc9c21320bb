"""Lines that say when a text was published ("Published: 16 Dec. 2025, 08:51"), and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.domain.dates import interval_of
from memcon.domain.spans import Span
from memcon.extract.dates import ANY_WEEKDAY, MONTH_NUMBERS, find_dates
from memcon.extract.phrases import SPACES, any_of
from memcon.lexicon import values, words

DateRole = Literal["published", "updated", "bare"]
"""Whether a date line's label says that the text was published or updated then; `bare` has no label."""

MAX_DATE_LINE = 160

_PUBLISHED = (
    rf"(?:{any_of('first_published')}\s+)?(?:{any_of('published_label', gap=SPACES)}|{any_of('release')}(?=\s*:)|pub(?:lish)?\.?\s?date|"
    r"등록|입력|승인|작성|게시|발행)(?:일시?|시간)?"
)
_UPDATED = rf"(?:last\s+)?(?:{any_of('updated_label', gap=SPACES)}|(?:최종\s?)?수정|정정|업데이트)(?:일시?|시간)?"
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?!\w)\s*(?:on\b|at\b|date\b)?\s*[:：|]?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<noon>오전|오후)?\s?(?P<hour>2[0-3]|[01]?\d)(?:(?::\s?|[.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?)?\s?(?P<half>[ap]\.?m\b\.?|(?<=[:.]\d\d)[ap]\b)?"
    r"\s?\(?(?P<zone>Z\b|(?:UTC|GMT)?[+-]\d\d:?\d\d\b|(?:UTC|GMT)[+-]\d{1,2}\b|UTC\b|GMT\b|KST\b|JST\b|"
    r"EDT\b|EST\b|CDT\b|PDT\b|PST\b|CES?T\b|(?-i:M[SD]T|AK[SD]T|EES?T|MSK|TRT|HKT|SGT|PKT|AE[SD]T|NZ[SD]T)\b)?\)?",
    re.IGNORECASE,
)
ZONES = {"z": "+00:00", **values("zone_with_one_offset")}
"""How far zones are from Greenwich whose letters mean one alone; CST, IST, BST, AST and GST have several."""

_FILLER = re.compile(
    rf"\(?\b[0-2]\d[0-5]\d (?:GMT|UTC|HKT)\b\)?|{ANY_WEEKDAY}\b\.?|"
    rf"\b(?:{any_of('beside_a_date', 'beside_a_release_date', 'zone_beside_a_date')}|E\.?T\.?|P\.?T\.?|C\.?T\.?|B\.?S\.?T\.?|I\.?S\.?T\.?|"
    rf"{any_of('country_of_a_clock')} (?:{any_of('season_of_a_clock')} )?time|[0-2]\d[0-5]\d hrs|\d{{1,3}}\s?{any_of('reading_time')} {any_of('behind_reading_time')})\b"
    rf"|{any_of('updated_behind')}(?=\s*$)|\([월화수목금토일]\)|[월화수목금토일]요일|(?<=\s)T(?=\s)|\bby [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}\s*$",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    rf"\W*(?:{any_of('release_mark', gap=SPACES)}|{any_of('embargo', gap=SPACES)}\b[^.]{{0,80}})\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDate:
    """A date of a date line: its role, EDTF, time of day as stated ("08:51", "14:25-05:00") and place in the line."""

    role: DateRole
    edtf: str
    time: str | None
    span: Span


_NAMES = re.compile(r"[^\W\d_][\w.'’&]*")
_PARTICLES = words("small_beside_a_date")
_EVENT = re.compile(rf"\b{any_of('event_beside_a_date')}\b", re.IGNORECASE)
"""Words that make the date beside them that of an event ("Press conference | 21 May 2024 | 14:00")."""
_BY_DESK = re.compile(
    rf"\W*by\s{{1,9}}(?:(?:the|our)\s{{1,9}})?(?:[\w'’-]+\s{{1,9}}){{0,3}}{any_of('desk_that_writes')}\W*",
    re.IGNORECASE,
)
"""Writers without names beside a date ("By the foreign desk, November 4, 2025")."""
_MAX_NAMES = 10
_BARS = frozenset("|•·")


def read_mixed_line(line: str) -> tuple[LineDate, ...]:
    """The dates of a line in which names of writers, outlets, sections or places stand beside the date ("KYODO NEWS - May 21, 2024 - 14:02",
    "Ana Ruiz | 21.05.2024"); empty for any other line.

    A date counts when it has a label or a time of day, or stands alone between bars; every other word must be a name by its capital, so that
    a headline or a sentence is none.
    """
    parts = _parts(line)
    if parts is not None and _BY_DESK.fullmatch(parts.rest):
        return tuple(_with_roles(parts.dates, parts.labels, parts.times))
    if parts is None or not _is_of_names(parts.rest) or _EVENT.search(parts.rest):
        return ()
    found = _with_roles(parts.dates, parts.labels, parts.times)
    return tuple(d for d in found if d.role != "bare" or d.time or _is_cell(line, d.span))


def _is_of_names(rest: str) -> bool:
    """Whether the words beside a date are some names, and no figures."""
    names = _NAMES.findall(rest)
    is_named = all(n[0].isupper() or n in _PARTICLES for n in names) and any(n[0].isupper() for n in names)
    return is_named and len(names) <= _MAX_NAMES and not any(c.isdigit() for c in rest)


def _is_cell(line: str, span: Span) -> bool:
    """Whether a date fills the place between two bars, or between a bar and a dash or the line's end."""
    before, after = line[: span.start].rstrip()[-1:], line[span.end :].lstrip()[:1]
    return (before in _BARS or after in _BARS) and all(c in _BARS or c in "-–" for c in before + after)


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but when the text was published, updated or released."""
    return bool(_RELEASE.fullmatch(line)) or bool(read_date_line(line))


def read_date_line(line: str) -> tuple[LineDate, ...]:
    """The dates of a line that holds dates, times and their labels only; empty for any other line."""
    parts = _parts(line)
    if parts is None or any(c.isalnum() for c in parts.rest):
        return ()
    return tuple(_with_roles(parts.dates, parts.labels, parts.times))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a line holds: dates, labels (place and role), times of day, and the rest, with blanks in their places."""

    dates: tuple[tuple[Span, str], ...]
    labels: list[tuple[int, DateRole]]
    times: list[re.Match[str]]
    rest: str


def _parts(line: str) -> _Parts | None:
    """None for a line that is too long or has no date."""
    if len(line) > MAX_DATE_LINE or not any(c.isdigit() for c in line):
        return None
    line = line.replace("_", " ")  # a letter for regular expressions, emphasis for Markdown
    dates = dates_in(line)
    if not dates:
        return None
    rest = _without(line, (span for span, _ in dates))
    labels: list[tuple[int, DateRole]] = [
        (m.start(), "updated" if m["updated"] else "published") for m in _LABEL.finditer(rest)
    ]
    rest = _LABEL.sub(_blank, rest)
    times = _times_in(rest)
    rest = _FILLER.sub(_blank, _without(rest, (Span(*m.span()) for m in times)))
    return _Parts(dates, labels, times, rest)


def _times_in(rest: str) -> list[re.Match[str]]:
    """The times of day; a bare figure is none."""
    return [m for m in _TIME.finditer(rest) if m["minute"] or m["half"]]


_SPELLED = re.compile(
    r"(?<!\d)(\d{4})(?:\s?년\s?|\.\s)(\d{1,2})(?:\s?월\s?|\.\s)(\d{1,2})(?:\s?일|(?:\.(?!\d)|(?!\.?\d)))", re.ASCII
)


_TIGHT = re.compile(r"(?<![\w.])([A-Z][a-z]{2,8})(?:\.\s?|\s)(\d{1,2})[,.]\s?(\d{4})(?!\w)", re.ASCII)
""" "May.21,2024", "May 21,2024", "May 21. 2024": spaces and stops as people type them."""


def dates_in(line: str) -> tuple[tuple[Span, str], ...]:
    """The absolute dates of a line, also in Korean order with its words or spaced full stops ("2025년 12월 16일", "2025. 12. 16.") and without
    spaces ("May.21,2024")."""
    found = [(Span(*m.span()), m[1], int(m[2]), int(m[3])) for m in _SPELLED.finditer(line)]
    found += [
        (Span(*m.span()), m[3], MONTH_NUMBERS[m[1].lower()], int(m[2]))
        for m in _TIGHT.finditer(line)
        if m[1].lower() in MONTH_NUMBERS
    ]
    spelled = [(span, edtf) for span, y, m, d in found if interval_of(edtf := f"{y}-{m:02}-{d:02}")]
    rest = _without(line, (span for span, _ in spelled)) if spelled else line
    return tuple(sorted([*spelled, *find_dates(rest)], key=lambda d: d[0].start))


def time_of(text: str) -> str | None:
    """The first time of day in `text`, on the 24-hour clock, with its zone where that is plain; None when there is none."""
    return next((t for m in _times_in(text) if (t := _clock(m))), None)


def _with_roles(
    dates: tuple[tuple[Span, str], ...], labels: list[tuple[int, DateRole]], times: list[re.Match[str]]
) -> Iterator[LineDate]:
    """Each date with the last label before it and its time of day: the first behind it, else the last before it, never across another date
    or label ("4 May 2021 Last updated at 11:11" has no time of its own)."""
    unlabelled: DateRole = "bare"
    edges = [0, *(at for span, _ in dates for at in (span.start, span.end)), MAX_DATE_LINE + 1]
    for n, (span, edtf) in enumerate(dates):
        since, until = edges[2 * n], edges[2 * n + 3]
        label, role = next(((at, r) for at, r in reversed(labels) if since <= at < span.start), (since, unlabelled))
        until = min((at for at, _ in labels if span.end <= at < until), default=until)
        after = _clocks(times, span.end, until)
        # Behind a date that came before, a time without a label is that date's.
        before = _clocks(times, label, span.start)[::-1] if n == 0 or role != "bare" else []
        times_by_place = [*before, *after] if len(dates) > 1 else [*after, *before]
        yield LineDate(role=role, edtf=edtf, time=next(iter(times_by_place), None), span=span)


def _clocks(times: list[re.Match[str]], start: int, end: int) -> list[str]:
    """The times of day that begin between two places."""
    return [t for m in times if start <= m.start() < end and (t := _clock(m))]


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    elif match["noon"]:
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["noon"] == "오후" else 0)
    zone = (match["zone"] or "").lower()
    if zone[-1:].isdigit():
        zone = re.sub(r"[a-z]", "", zone).replace(":", "")
        zone = zone if len(zone) > 3 else f"{zone[0]}{zone[1:]:>02}00"
        return f"{hour:02}:{minute:02}{zone[:3]}:{zone[3:]}"
    return f"{hour:02}:{minute:02}{ZONES.get(zone, '')}"


def _without(line: str, spans: Iterable[Span]) -> str:
    """`line` with `spans` blanked out, so that offsets stay."""
    for span in spans:
        line = line[: span.start] + " " * (span.end - span.start) + line[span.end :]
    return line


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
