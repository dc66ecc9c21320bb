"""Text to paragraphs with the kind that their own words give: lines split where they hold two things, joined where they are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from memcon.domain.documents import Block, BlockKind
from memcon.domain.spans import Span
from memcon.extract.date_lines import dates_in
from memcon.extract.datelines import read_dateline
from memcon.extract.furniture import furniture_kind, is_section
from memcon.extract.lines import Line, has_words, is_list_item, join_wrapped, split_lines
from memcon.extract.outlets import outlet_named
from memcon.extract.phrases import any_of


@dataclass(slots=True)
class Part:
    """A paragraph on its way to become a block; `is_marked` when its kind is known from markup and is not to be reconsidered."""

    span: Span
    kind: BlockKind | None
    is_marked: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is running text, or nothing is known of it yet."""
        return self.may_be("body")

    def may_be(self, *kinds: BlockKind) -> bool:
        """Whether it is one of `kinds`, or nothing is known of it yet."""
        return self.kind is None or self.kind in kinds


def find_paragraphs(text: str, marked: Sequence[Block]) -> list[Part]:
    """The paragraphs of `text` in order; lines inside `marked` blocks become those blocks. A list stands in one paragraph with its lead."""
    lines = [piece for line in split_lines(text) for piece in _split_line(text, line)]
    return _join_lists(text, _paragraphs(text, lines, marked))


_DATE_FIRST = re.compile(
    rf"{any_of('published_label', 'updated_label')}\b\s*[:：]?\s*\S.{{4,40}}?(?:\s{{2,}}|\t)", re.IGNORECASE
)
_COLUMNS = re.compile(r"\s{0,4}[|│·•]\s{0,4}|\s{3,}|\t+")
_RELEASE = re.compile(rf"(?P<before>.{{0,120}}?)\b{any_of('mark_of_a_release')}\b\W{{0,3}}", re.IGNORECASE)
_COPYRIGHT_TAIL = re.compile(
    r"(?<=[.!?\"”)\]])\s+(?:©|ⓒ|Copyright\s(?:©|\(c\)|\d{4})|\(c\)\s\d{4}|<\s?Copyright)", re.IGNORECASE
)
_MAX_COLUMNS = 200


def _split_line(text: str, line: Line) -> Iterator[Line]:
    """A line in two or more where it holds things that are kept apart elsewhere: by the first of `_CUTS` that knows it."""
    raw = text[line.start : min(line.end, line.start + 400)]
    return iter(next((pieces for cut in _CUTS if (pieces := cut(text, line, raw))), (line,)))


def _after_date(text: str, line: Line, raw: str) -> Sequence[Line]:
    """A date before a headline."""
    match = _DATE_FIRST.match(raw)
    if match is None or furniture_kind(raw[: match.end()].strip()) != "date_line":
        return ()
    return tuple(_cut(text, line, match.end()))


def _around_release_mark(text: str, line: Line, raw: str) -> Sequence[Line]:
    """A release mark before the text, or behind a number or an office."""
    match = _RELEASE.match(raw)
    if match is None:
        return ()
    has_words_before = bool(match["before"].strip())
    if match.end() >= line.length and not has_words_before:
        return ()
    mark, *rest = _cut(text, line, match.end())
    return (*(_cut(text, mark, match.end("before")) if has_words_before else (mark,)), *rest)


def _between_columns(text: str, line: Line, raw: str) -> Sequence[Line]:
    """A writer, section or outlet and a date in columns or between bars."""
    if line.length > _MAX_COLUMNS or furniture_kind(raw) is not None:
        return ()
    cells = tuple(_cells(line, raw))
    found = [text[c.start : c.end].strip("*_ ") for c in cells]
    kinds = [furniture_kind(words) for words in found]
    is_told = all(
        kind or is_section(words) or outlet_named(words, is_sure=True) for kind, words in zip(kinds, found, strict=True)
    )
    return cells if len(cells) > 1 and "date_line" in kinds and is_told else ()


def _behind_outlet(text: str, line: Line, raw: str) -> Sequence[Line]:
    """A date behind an outlet's name."""
    at = _end_of_outlet(raw) if line.length <= _MAX_DATED_OUTLET else None
    return tuple(_cut(text, line, at)) if at is not None else ()


def _before_copyright(text: str, line: Line, raw: str) -> Sequence[Line]:
    """A copyright notice after the text."""
    tail = _COPYRIGHT_TAIL.search(text, max(line.start, line.end - 400), line.end)
    return tuple(_cut(text, line, tail.end() - len(tail[0].lstrip()) - line.start)) if tail is not None else ()


_CUTS: tuple[Callable[[str, Line, str], Sequence[Line]], ...] = (
    _after_date,
    _around_release_mark,
    _between_columns,
    _behind_outlet,
    _before_copyright,
)
"""In order: what a line may hold besides, each giving its pieces, or none where the line is not of that kind."""


_MAX_DATED_OUTLET = 120


def _end_of_outlet(raw: str) -> int | None:
    """Where the date begins in a line that is an outlet and a date ("The Fjord Courier, 4 May 2021"); None for any other line."""
    dates = dates_in(raw) if raw[:1] in "*_(—–-" or raw[:1].isupper() else ()
    if len(dates) != 1 or dates[0][0].end < len(raw.rstrip(" .*_)")):
        return None
    start = dates[0][0].start
    return start if start and outlet_named(raw[:start], is_sure=True) else None


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


def _paragraphs(text: str, lines: Sequence[Line], marked: Sequence[Block]) -> list[Part]:
    """Paragraphs with the kind that their own words give, in order; lines inside marked blocks become those blocks."""
    found: list[Part] = [Part(b.span, b.kind, True) for b in marked]
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
        found.append(Part(line.span, _own_kind(words)))
    return sorted(found, key=lambda p: p.span.start)


def _own_kind(words: str) -> BlockKind | None:
    """What a paragraph is by its own words."""
    if not has_words(words):
        return "boilerplate"
    if (kind := furniture_kind(words)) is not None:
        return kind
    if words[0] in "*_" and (kind := furniture_kind(words.strip("*_ "))) is not None:
        return kind  # emphasis of Markdown around a whole line
    dateline = read_dateline(words) if len(words) <= 120 else None
    return "date_line" if dateline is not None and dateline.is_alone else None


# --- lists -----------------------------------------------------------------------------------------------------------------

_MAX_LEAD, _MAX_ITEM = 400, 250
_SENTENCES = re.compile(r"[.!?][)\"'”’]{0,2}\s+[A-Z\"“]")


def _join_lists(text: str, parts: Sequence[Part]) -> list[Part]:
    """Paragraphs with each list joined to the words that lead it in: "The ministers discussed:" and two or more short items.

    The items of a list say nothing without their lead. Items that are sentences or whole paragraphs (the numbered ones of a release) stay apart.
    """
    found: list[Part] = []
    n = 0
    while n < len(parts):
        end = n + 1
        if _is_lead(text, parts[n]):
            while end < len(parts) and _is_item(text, parts[end]):
                end += 1
        if end - n > 2 and not all(text[p.span.end - 1] == "." for p in parts[n + 1 : end - 1]):
            found.append(Part(Span(parts[n].span.start, parts[end - 1].span.end), "body"))
            n = end
        else:
            found.append(parts[n])
            n += 1
    return found


def _is_lead(text: str, part: Part) -> bool:
    """Whether a paragraph can lead in a list: running text that ends in a colon."""
    span = part.span
    is_text = part.is_text and not part.is_marked
    return is_text and text[span.end - 1] == ":" and 8 <= span.end - span.start <= _MAX_LEAD and " " in span.of(text)


def _is_item(text: str, part: Part) -> bool:
    span = part.span
    if part.kind is not None or part.is_marked or span.end - span.start > _MAX_ITEM:
        return False
    return is_list_item(text, span.start, span.end) and not _SENTENCES.search(text, span.start + 4, span.end)
