"""Text to blocks: what each paragraph is, from its own words first and from where it stands second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from memcon.domain.dates import find_dates
from memcon.domain.documents import Block, BlockKind, Dateline
from memcon.domain.spans import Span
from memcon.extract.agencies import agencies_in_credit
from memcon.extract.captions import trailing_credit
from memcon.extract.date_lines import read_date_line
from memcon.extract.datelines import read_dateline
from memcon.extract.furniture import furniture_kind
from memcon.extract.headlines import is_heading, is_headline, is_issuer, is_prose, is_same_title
from memcon.extract.lines import Line, has_words, join_wrapped, split_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text, with what was read while they were told apart."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None = None
    wire: str | None = None
    """The agency of the dateline, of a credit line or of a credit at the end of the running text, in this order."""


@dataclass(slots=True)
class _Part:
    """A paragraph on its way to become a block; `is_marked` when its kind is known from markup and is not to be reconsidered."""

    span: Span
    kind: BlockKind | None
    is_marked: bool = False


@dataclass(slots=True)
class _Found:
    dateline: Dateline | None = None
    dateline_wire: str | None = None
    credit_wire: str | None = None
    parts: list[_Part] = field(default_factory=list)


def lay_out(text: str, *, title: str | None = None, marked: Sequence[Block] = ()) -> Layout:
    """The blocks of `text`: ordered, disjoint, without surrounding white space, covering all that is visible.

    `title` is the title that metadata gives; a line equal to it is a title. `marked` are blocks already known from markup (headings and
    captions of a page or of Markdown); the text between them is told apart here. Time linear in the length of the text.
    """
    lines = [piece for line in split_lines(text) for piece in _split_line(text, line)]
    paragraphs = _paragraphs(text, lines, marked)
    found = _Found(parts=paragraphs)
    prose = [n for n, p in enumerate(paragraphs) if p.kind in (None, "body") and is_prose(p.span.of(text))]
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), -1)
    _name_head(text, paragraphs, first, title)
    _name_middle(text, paragraphs, first, last)
    _name_tail(text, paragraphs, last)
    _name_sources(text, paragraphs)
    _cut_datelines(text, found)
    _cut_trailing(text, found)
    for part in found.parts:
        part.kind = part.kind or "body"
    return Layout(
        blocks=tuple(Block(kind=p.kind or "body", span=p.span) for p in found.parts),
        dateline=found.dateline,
        wire=found.dateline_wire or found.credit_wire,
    )


# --- lines ---------------------------------------------------------------------------------------------------------------

_DATE_FIRST = re.compile(r"(?:date|published|posted|updated)\b\s*[:：]?\s*\S.{4,40}?(?:\s{2,}|\t)", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{0,4}[|│·•]\s{0,4}|\s{3,}|\t+")
_RELEASE = re.compile(r"(?P<before>.{0,120}?)\bfor immediate release\b\W{0,3}", re.IGNORECASE)
_COPYRIGHT_TAIL = re.compile(
    r"(?<=[.!?\"”)\]])\s+(?:©|ⓒ|Copyright\s(?:©|\(c\)|\d{4})|\(c\)\s\d{4}|<\s?Copyright)", re.IGNORECASE
)
_MAX_COLUMNS = 200


def _split_line(text: str, line: Line) -> Iterator[Line]:
    """A line in two or more where it holds things that are kept apart elsewhere: a date before a headline, writer | date, a release mark
    before the text, a copyright notice after it."""
    raw = text[line.start : min(line.end, line.start + 400)]
    match = _DATE_FIRST.match(raw)
    if match is not None and furniture_kind(raw[: match.end()].strip()) == "date_line":
        yield from _cut(text, line, match.end())
        return
    match = _RELEASE.match(raw)
    if match is not None and (match.end() < line.length or match["before"].strip()):
        for piece in _cut(text, line, match.end()):
            is_mark = piece.start == line.start and match["before"].strip()
            yield from _cut(text, piece, match.end("before")) if is_mark else (piece,)
        return
    if line.length <= _MAX_COLUMNS and furniture_kind(raw) is None:
        cells = list(_cells(line, raw))
        kinds = [furniture_kind(text[c.start : c.end]) for c in cells]
        if len(cells) > 1 and "date_line" in kinds and all(kinds):
            yield from cells
            return
    copyright_tail = _COPYRIGHT_TAIL.search(text, max(line.start, line.end - 400), line.end)
    if copyright_tail is not None:
        yield from _cut(text, line, copyright_tail.end() - len(copyright_tail[0].lstrip()) - line.start)
        return
    yield line


def _cut(text: str, line: Line, at: int) -> Iterator[Line]:
    """Two lines of one: up to `at` characters, and the rest, without the white space between."""
    head, tail = text[line.start : line.start + at].rstrip(), text[line.start + at : line.end].lstrip()
    if head:
        yield Line(line.start, line.start + len(head), line.gap)
    if tail:
        yield Line(line.end - len(tail), line.end, True)


def _cells(line: Line, raw: str) -> Iterator[Line]:
    start = 0
    for match in _COLUMNS.finditer(raw):
        if match.start() > start:
            yield Line(line.start + start, line.start + match.start(), line.gap)
        start = match.end()
    if start < len(raw):
        yield Line(line.start + start, line.start + len(raw), line.gap)


def _paragraphs(text: str, lines: Sequence[Line], marked: Sequence[Block]) -> list[_Part]:
    """Paragraphs with the kind that their own words give, in order; lines inside marked blocks become those blocks."""
    found: list[_Part] = [_Part(b.span, b.kind, True) for b in marked]
    free: list[Line] = []
    n, is_after_mark = 0, False
    for line in lines:
        while n < len(marked) and marked[n].span.end <= line.start:
            n += 1
        if n < len(marked) and marked[n].span.overlaps(line.span):
            is_after_mark = True
            continue
        free.append(Line(line.start, line.end, line.gap or is_after_mark))
        is_after_mark = False
    for line in join_wrapped(text, free, lambda words: furniture_kind(words) is not None):
        words = line.span.of(text)
        found.append(_Part(line.span, _own_kind(words)))
    return sorted(found, key=lambda p: p.span.start)


def _own_kind(words: str) -> BlockKind | None:
    """What a paragraph is by its own words."""
    if not has_words(words):
        return "boilerplate"
    if (kind := furniture_kind(words)) is not None:
        return kind
    dateline = read_dateline(words) if len(words) <= 120 else None
    return "date_line" if dateline is not None and dateline.is_alone else None


# --- position --------------------------------------------------------------------------------------------------------------

_HEAD_LIMIT = 12
"""Paragraphs within which a title is looked for."""


def _name_head(text: str, parts: list[_Part], first: int, title: str | None) -> None:
    """Titles and headings before the running text, and title lines that repeat."""
    known = title
    has_body = first < len(parts)
    for n, part in enumerate(parts[: max(first + 1, min(_HEAD_LIMIT, len(parts)))]):
        words = part.span.of(text)
        if part.is_marked:
            if part.kind == "title":
                known = known or words
            continue
        if part.kind in (None, "caption") and known is not None and is_same_title(words, known):
            part.kind = "title"
        elif part.kind is None and n < first and has_body and is_headline(words):
            is_title = known is None and not _names_issuer(text, parts[n:first])
            part.kind = "title" if is_title else "heading"
            known = words if is_title else known
        elif (
            part.kind is None
            and n == first == 0
            and known is None
            and len(parts) > 1
            and is_headline(words, with_stop=True)
        ):
            part.kind, known = "title", words


def _names_issuer(text: str, head: Sequence[_Part]) -> bool:
    """Whether the first line of a document's head names who issues it: by its words, or because a release's number follows it, or because a
    release mark or other furniture does and a headline comes later."""
    if is_issuer(head[0].span.of(text)):
        return True
    if len(head) < 2 or head[1].kind not in ("date_line", "boilerplate"):
        return False
    has_number = head[1].kind == "boilerplate" and any(c.isdigit() for c in head[1].span.of(text))
    return has_number or any(p.kind is None and is_headline(p.span.of(text)) for p in head[1:])


def _name_middle(text: str, parts: list[_Part], first: int, last: int) -> None:
    """Headings between paragraphs, and what only looks like furniture there: a chronology's dates are headings, "By …" is text."""
    for n in range(first + 1, last):
        part = parts[n]
        words = part.span.of(text)
        if part.is_marked:
            continue
        is_title = part.kind is None and is_heading(words) and parts[n + 1].kind in (None, "body")
        if is_title or (part.kind == "date_line" and n > first + 3 and _is_bare_date(words)):
            part.kind = "heading"
        elif part.kind == "byline" and n > first + 2 and words[:3].lower() == "by ":
            part.kind = "body"


def _is_bare_date(words: str) -> bool:
    """Whether a date line has no label: among paragraphs it heads an entry of a chronology."""
    dates = read_date_line(words)
    return bool(dates) and all(d.role == "bare" for d in dates)


_TAG_LINE = re.compile(r"(?:tags|keywords|topics)\s+\S", re.IGNORECASE)
_PLACE_DATE = re.compile(r"[A-Z][\w.'-]*(?:,? [A-Z][\w.'-]*){0,4},?\s(?=\S)")


def _name_tail(text: str, parts: list[_Part], last: int) -> None:
    """After the running text: tag lines without a colon, and a place with a date."""
    for part in parts[last + 1 :]:
        if part.is_marked or part.kind is not None:
            continue
        words = part.span.of(text)
        if last >= 0 and _TAG_LINE.match(words) and not words.rstrip().endswith("."):
            part.kind = "tags"
        elif len(words) < 80 and _is_place_and_date(words):
            part.kind = "date_line"


def _is_place_and_date(words: str) -> bool:
    """Whether a line is a place and a full date ("Oslo, 4 May 2021")."""
    dates = find_dates(words)
    if len(dates) != 1 or dates[0][0].end < len(words.rstrip(" .")) or dates[0][1].startswith("XXXX"):
        return False
    match = _PLACE_DATE.match(words)
    return match is not None and match.end() >= dates[0][0].start > 0


_SOURCES = re.compile(
    r"(?:sources?|references|external links?|related (?:news|articles|stories)|see also|further reading|notes)\s*:?",
    re.IGNORECASE,
)


def _name_sources(text: str, parts: list[_Part]) -> None:
    """A list of sources or links at the end is no running text: from its heading to the next heading or paragraph of prose."""
    inside = False
    for part in parts:
        words = part.span.of(text) if part.span.end - part.span.start <= 400 else ""
        if part.kind in (None, "heading", "boilerplate") and words and _SOURCES.fullmatch(words):
            inside, part.kind = True, "boilerplate"
        elif inside and (not words or part.kind == "heading" or (is_prose(words) and not _looks_cited(words))):
            inside = False
        elif inside and part.kind in (None, "date_line"):
            part.kind = "boilerplate"


def _looks_cited(words: str) -> bool:
    """Whether a line is an entry of a bibliography: a quoted title and a date."""
    return any(q in words for q in '"“”') and bool(find_dates(words))


# --- inside paragraphs -----------------------------------------------------------------------------------------------------


def _cut_datelines(text: str, found: _Found) -> None:
    """The dateline at the head of one of the first paragraphs becomes a date line of its own; the first one is the document's."""
    seen = 0
    for n, part in enumerate(found.parts):
        if part.kind not in (None, "body", "date_line") or part.is_marked:
            continue
        seen += part.kind != "date_line"
        if seen > 4:
            return
        dateline = read_dateline(text[part.span.start : min(part.span.end, part.span.start + 400)], part.span.start)
        if dateline is None or (part.kind == "date_line" and not dateline.is_alone):
            continue
        found.dateline, found.dateline_wire = dateline.dateline, dateline.wire
        end = dateline.dateline.span.end
        rest = text[end : part.span.end]
        start = end + len(rest) - len(rest.lstrip())
        cut = [_Part(dateline.dateline.span, "date_line")]
        if start < part.span.end:
            cut.append(_Part(Span(start, part.span.end), "body"))
        found.parts[n : n + 1] = cut
        return


def _cut_trailing(text: str, found: _Found) -> None:
    """An agency's credit: brackets behind the last paragraph, which are cut off, or else a line of its own."""
    bodies = [n for n, p in enumerate(found.parts) if p.kind in (None, "body") and not p.is_marked]
    if bodies:
        n = bodies[-1]
        part = found.parts[n]
        tail = text[max(part.span.start, part.span.end - 400) : part.span.end]
        credit = trailing_credit(tail)
        if credit is not None:
            at = part.span.end - len(tail) + credit[0]
            kept = text[part.span.start : at].rstrip()
            found.credit_wire = credit[1]
            found.parts[n : n + 1] = [
                _Part(Span(part.span.start, part.span.start + len(kept)), "body"),
                _Part(Span(at, part.span.end), "credit"),
            ]
    credits = [agency for p in found.parts if p.kind == "credit" for agency in agencies_in_credit(p.span.of(text))]
    if credits and found.credit_wire is None:
        found.credit_wire = credits[0]
