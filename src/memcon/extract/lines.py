"""Text to paragraphs: lines, split where a line holds two things, joined where a sentence was broken to fit a width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.domain.spans import Span
from memcon.extract.phrases import any_of

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN = " \t\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff"
"""White space of all kinds, and the zero-width characters that stand in blank lines of copied web text."""

_BREAK = re.compile(r"(?:\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029])")
_BULLET = re.compile(r"(?:[-*+•●▲△▶■□○◦‣▪➤·]\s{0,3}(?=\S)|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+)")
_SENTENCE_END = re.compile(r"""[.!?…:;][)"'”’\]]{0,3}$""")
_HAS_WORD = re.compile(r"\w")

_NARROWEST, _WIDEST = 40, 110
"""The widths, in characters, to which text is hard-wrapped (e-mail, teletype and RFC manners lie between)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it. `gap` says that a blank line, or nothing, stands before it."""

    start: int
    end: int
    gap: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def length(self) -> int:
        return self.end - self.start


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold something visible, in order."""
    found: list[Line] = []
    gap, last = True, 0
    for match in _LINE.finditer(text):
        raw = match[0]
        start = match.start() + len(raw) - len(raw.lstrip(_UNSEEN))
        end = match.end() - (len(raw) - len(raw.rstrip(_UNSEEN)))
        breaks = sum(1 for _ in _BREAK.finditer(text, last, match.start()))
        gap = gap or breaks > 1
        last = match.end()
        if start >= end:
            gap = True
            continue
        found.append(Line(start, end, gap))
        gap = False
    return found


def join_wrapped(text: str, lines: Sequence[Line], is_apart: Callable[[str], bool]) -> list[Line]:
    """Paragraphs: `lines` with those joined that were one sentence or paragraph before it was wrapped to a width.

    A line is joined to the one before it when the text is wrapped throughout and the next word would not have fitted there, or when
    a long line breaks off without punctuation and the next goes on in small letters. Bullets and lines that are `is_apart`
    (bylines, dates, captions…) begin afresh.
    """
    width = _wrap_width(text, lines)
    short = _short_wrapped(text, lines) if width is None else frozenset()
    found: list[Line] = []
    last_line: Line | None = None
    for line in lines:
        if (
            last_line is not None
            and not line.gap
            and not is_bullet(text, line)
            and (line.start in short or _is_broken(text, last_line, line, width))
            and not is_apart(text[line.start : line.end])
            and not is_apart(text[last_line.start : last_line.end])
        ):
            found[-1] = Line(found[-1].start, line.end, found[-1].gap)
        else:
            found.append(line)
        last_line = line
    return found


def is_bullet(text: str, line: Line) -> bool:
    """Whether a list item begins here."""
    return _BULLET.match(text, line.start, line.end) is not None


_ITEM = re.compile(
    r"(?:[-*+–—•●▲△▶▷►◆◇■□○◦‣▪➤·※]\s{0,3}|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|[①-⑳]\s{0,3})(?=[^\W_]|[\"'“‘(])"
)


def is_list_item(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` begin with a bullet, a number or a letter of a list."""
    return _ITEM.match(text, start, end) is not None


_LEFT_OPEN = re.compile(rf"\s{any_of('leaving_a_line_open')}$", re.IGNORECASE)
_LONGEST_OPEN = 24
"""Characters of the last word of a line that is looked at, and of the blank before it."""


def is_left_open(words: str) -> bool:
    """Whether the last word asks for more, as no line of its own does ("met in", "of the")."""
    return _LEFT_OPEN.search(words, max(0, len(words) - _LONGEST_OPEN)) is not None


def _is_broken(text: str, before: Line, line: Line, width: int | None) -> bool:
    """Whether the line break between two lines was made by a width and not by a writer."""
    first = text[line.start]
    ends = _SENTENCE_END.search(text[max(before.start, before.end - 4) : before.end]) is not None
    if _NARROWEST <= before.length <= _WIDEST and first.islower() and not ends:
        return True
    if 15 <= before.length <= _WIDEST and _LEFT_OPEN.search(
        text, max(before.start, before.end - _LONGEST_OPEN), before.end
    ):
        return True  # no line of its own ends in "in" or "the": a headline in two lines
    if width is None:
        return False
    word = text.find(" ", line.start, line.end)
    needed = (word if word >= 0 else line.end) - line.start + 1
    return before.length + needed > width - 6 and before.length >= 0.6 * width


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The width that a text is wrapped to, None when its lines are paragraphs.

    It is wrapped when hardly any line is longer than `_WIDEST` and at least three lines (and a fifth of those with a neighbour) break off
    without the end of a sentence.
    """
    if len(lines) < 4 or sum(line.length > _WIDEST for line in lines) > 0.03 * len(lines):
        return None
    pairs = broken = 0
    widths: list[int] = []
    for before, line in _neighbours(lines):
        pairs += 1
        tail = text[max(before.start, before.end - 4) : before.end]
        if before.length >= _NARROWEST and not _SENTENCE_END.search(tail) and not is_bullet(text, line):
            broken += text[line.start].islower()
            widths.append(before.length)
    if broken < 3 or broken < 0.2 * pairs:
        return None
    widths.sort()
    return widths[int(0.95 * (len(widths) - 1))]


_SHORTEST, _SLACK = 3, 6
"""Lines of the shortest paragraph that shows by itself that it is wrapped, and the characters that a line may lack to its width."""


def _short_wrapped(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines begin that go on with the one before, in paragraphs that are wrapped in a text too short to show its width: no line but
    the last ends a sentence, the next word would not have fitted on any of them, and the last ends one."""
    found: set[int] = set()
    paragraph: list[Line] = []
    for line in (*lines, None):
        if line is None or line.gap:
            if _is_short_wrapped(text, paragraph):
                found.update(each.start for each in paragraph[1:])
            paragraph = []
        if line is not None:
            paragraph.append(line)
    return frozenset(found)


def _is_short_wrapped(text: str, lines: Sequence[Line]) -> bool:
    if len(lines) < _SHORTEST or max(line.length for line in lines) > _WIDEST:
        return False
    width = max(line.length for line in lines)
    *broken, last = (text[max(line.start, line.end - 4) : line.end] for line in lines)
    if not _SENTENCE_END.search(last) or any(_SENTENCE_END.search(tail) for tail in broken):
        return False
    return all(
        before.length >= _NARROWEST and before.length + 1 + _first_word(text, line) > width - _SLACK
        for before, line in pairwise(lines)
    )


def _first_word(text: str, line: Line) -> int:
    """The length of a line's first word."""
    blank = text.find(" ", line.start, line.end)
    return (blank if blank >= 0 else line.end) - line.start


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    return ((a, b) for a, b in pairwise(lines) if not b.gap)


def has_words(text: str) -> bool:
    """Whether there is any letter or digit."""
    return _HAS_WORD.search(text) is not None
