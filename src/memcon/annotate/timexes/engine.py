"""Rules over the class letters of a text, and how they are tried: longest match wins, from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from memcon.annotate.timexes.calendar import edtf_of_value
from memcon.annotate.timexes.lexer import Lexemes, lex
from memcon.annotate.timexes.tense import Tense, TenseAt, tense_in
from memcon.domain.spans import Span
from memcon.domain.times import Timex, TimexType

Anchor = Literal["none", "document", "discourse"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means. `edtf` is derived from `value` unless given; `is_vague` keeps it without one."""

    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor = "none"
    mod: str | None = None
    is_vague: bool = False
    is_aside: bool = False
    """Whether what follows in the text goes on from the date before this one ("compared with a year earlier")."""


@dataclass(slots=True)
class Context:
    """What earlier text and the document give: the document's day, and the last date that the text named."""

    published: date | None
    tense_at: TenseAt
    last: str | None = None
    """The value of the last date mentioned."""
    last_quarter: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: the lexemes `first` to `end` (exclusive) and the words of its named groups."""

    lexemes: Lexemes
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.lexemes.starts[self.match.start()]

    @property
    def end(self) -> int:
        return self.lexemes.ends[self.match.end() - 1]

    def words(self, group: str) -> tuple[str, ...]:
        """The lower-case words of a named group, () when it is absent."""
        if group not in self.match.re.groupindex:
            return ()
        first, end = self.match.span(group)
        return tuple(self.lexemes.word(i).lower() for i in range(first, end)) if first >= 0 else ()

    def word(self, group: str) -> str:
        """The last lower-case word of a named group, "" when it is absent."""
        words = self.words(group)
        return words[-1] if words else ""

    def has(self, group: str) -> bool:
        """Whether the rule has that group and the phrase filled it."""
        return bool(self.words(group))

    def before(self, n: int = 1) -> str:
        """The `n`-th lexeme before the match as it stands, "" when there is none."""
        return self.lexemes.word(self.match.start() - n)

    def after(self, n: int = 1) -> str:
        return self.lexemes.word(self.match.end() - 1 + n)

    @property
    def is_possessive(self) -> bool:
        return self.lexemes.classes[self.match.end() : self.match.end() + 1] == "s"

    def is_tight(self) -> bool:
        """Whether hyphens in the phrase join their neighbours ("two-year", not "two - year")."""
        return all(
            self.lexemes.is_joined(i - 1) and self.lexemes.is_joined(i)
            for i in range(self.match.start(), self.match.end())
            if self.lexemes.classes[i] == "-" and self.match.start() < i < self.match.end() - 1
        )


Build = Callable[[Hit, Context], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of phrase. `build` gives its meaning, or None when the place is not one after all. `yes` and `no` are example
    sentences with and without such a phrase (the phrase in square brackets); they are the rule's tests."""

    name: str
    pattern: str
    build: Build
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))


_SEGMENT = re.compile(r"[^.]+")
_TRIGGER = re.compile(r"[YMWIFCEDTSuUwqQXBvzPNgGHpAoVjRtl9n]")


def find(text: str, rules: Sequence[Rule], context: Context) -> list[Timex]:
    """The time expressions of `text` in order. Phrases never overlap."""
    lexemes = lex(text)
    found: list[Timex] = []
    for segment in _SEGMENT.finditer(lexemes.classes):
        if not _TRIGGER.search(lexemes.classes, *segment.span()):
            continue
        place = segment.start()
        while place < segment.end():
            step = _longest(lexemes, rules, place, segment.end(), context)
            if step is None:
                place += 1
            else:
                timex, place = step
                found.append(timex)
    return found


def _longest(
    lexemes: Lexemes, rules: Sequence[Rule], place: int, end: int, context: Context
) -> tuple[Timex, int] | None:
    matches = [(m, rule) for rule in rules if (m := rule.compiled.match(lexemes.classes, place, end))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        hit = Hit(lexemes, match)
        meaning = rule.build(hit, context) if hit.is_tight() else None
        if meaning is not None:
            remember(meaning, context)
            return _timex(hit, meaning), match.end()
    return None


def remember(meaning: Meaning, context: Context) -> None:
    """Keeps the last date named, as what "two days later" or "the quarter" may refer to."""
    if (
        meaning.type in ("DATE", "TIME")
        and not meaning.is_aside
        and "X" not in meaning.value
        and meaning.value[:1].isdecimal()
    ):
        context.last = meaning.value
        if "-Q" in meaning.value:
            context.last_quarter = meaning.value


def _timex(hit: Hit, meaning: Meaning) -> Timex:
    edtf = meaning.edtf or (None if meaning.is_vague else edtf_of_value(meaning.value))
    return Timex(
        span=Span(hit.start, hit.end),
        text=hit.lexemes.text[hit.start : hit.end],
        type=meaning.type,
        value=meaning.value,
        edtf=edtf,
        anchor=meaning.anchor,
        mod=meaning.mod,
    )


__all__ = ["Anchor", "Build", "Context", "Hit", "Meaning", "Rule", "Tense", "find", "tense_in"]
