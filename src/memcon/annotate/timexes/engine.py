"""Rules over the class letters of a text, and how they are tried: longest match wins, from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, wraps
from typing import Literal

from memcon.annotate.timexes.calendar import edtf_of_value
from memcon.annotate.timexes.lexer import Lexemes, lex
from memcon.annotate.timexes.patterns import Pattern, letters_of
from memcon.annotate.timexes.tense import TenseAt
from memcon.domain import rules
from memcon.domain.labels import POINTS_IN_TIME
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
    updated: date | None = None
    """The day of the document's last change, where that came soon after."""
    last: str | None = None
    """The value of the last date mentioned, and where in the text its phrase ends."""
    last_end: int = 0
    last_quarter: str | None = None
    last_day: str | None = None
    """The last date mentioned that is one day, and where in the text its phrase ends."""
    last_day_end: int = 0
    last_named: str = ""
    """The value of the last date in the text, whether or not its year is told, where its phrase ends, and its anchor."""
    last_named_end: int = -1
    last_anchor: Anchor = "none"

    def can_follow(self, day: date, start: int, end: int) -> bool:
        """Whether the phrase at `start` to `end` can go on from `day`: what is told as past does not, from a day still to come."""
        return self.published is None or day <= self.published or self.tense_at(start, end) != "past"


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match. `match` is over class letters; its start is lexeme number `first` of the text."""

    lexemes: Lexemes
    match: re.Match[str]
    first: int

    @property
    def last(self) -> int:
        """The number of the last lexeme."""
        return self.first + self.match.end() - 1

    @property
    def start(self) -> int:
        return self.lexemes.starts[self.first]

    @property
    def end(self) -> int:
        return self.lexemes.ends[self.last]

    def words(self, group: str) -> tuple[str, ...]:
        """The lower-case words of a named group, () when it is absent."""
        if group not in self.match.re.groupindex:
            return ()
        first, end = self.match.span(group)
        return tuple(self.lexemes.word(self.first + i).lower() for i in range(first, end)) if first >= 0 else ()

    def word(self, group: str) -> str:
        """The last lower-case word of a named group, "" when it is absent."""
        words = self.words(group)
        return words[-1] if words else ""

    def has(self, group: str) -> bool:
        """Whether the rule has that group and the phrase filled it."""
        return bool(self.words(group))

    @property
    def phrase(self) -> tuple[str, ...]:
        """The lower-case words of the whole match."""
        return tuple(self.lexemes.word(i).lower() for i in range(self.first, self.last + 1))

    def before(self, n: int = 1) -> str:
        """The `n`-th lexeme before the match as it stands, "" when there is none."""
        return self.lexemes.word(self.first - n)

    def after(self, n: int = 1) -> str:
        return self.lexemes.word(self.last + n)

    @property
    def front(self) -> str:
        """The lexeme before the match in lower case, "" when there is none."""
        return self.before().lower()

    @property
    def behind(self) -> str:
        """The lexeme behind the match in lower case, "" when there is none."""
        return self.after().lower()

    @property
    def class_before(self) -> str:
        """The class letter of the lexeme before the match, of the first lexeme where there is none."""
        return self.lexemes.classes[max(self.first - 1, 0)]

    @property
    def starts_line(self) -> bool:
        """Whether a line break stands before the phrase."""
        return self.first == 0 or "\n" in self.lexemes.text[self.lexemes.ends[self.first - 1] : self.start]

    @property
    def is_possessive(self) -> bool:
        return self.next_class == "s"

    @property
    def next_class(self) -> str:
        """The class letter behind the match, "" at the end."""
        return self.lexemes.classes[self.last + 1 : self.last + 2]

    def is_tight(self) -> bool:
        """Whether hyphens in the phrase join their neighbours ("two-year", not "two - year")."""
        return all(
            self.lexemes.is_joined(i - 1) and self.lexemes.is_joined(i)
            for i in range(self.first + 1, self.last)
            if self.lexemes.classes[i] == "-"
        )


Build = Callable[[Hit, Context], Meaning | None]
Meanings = Mapping[str, Build]
"""What the rules of a file may name as the meaning of a phrase."""
Veto = rules.Rule[[Hit], bool]


def unless(*vetoes: Veto) -> Callable[[Build], Build]:
    """Declares when the meaning below is none: where one of `vetoes` answers, the place is no such phrase after all."""

    def guard(build: Build) -> Build:
        @wraps(build)
        def guarded(hit: Hit, context: Context) -> Meaning | None:
            return None if any(veto(hit) for veto in vetoes) else build(hit, context)

        return guarded

    return guard


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of phrase. `build` gives its meaning, or None when the place is not one after all. `yes` and `no` are example
    sentences with and without such a phrase (the phrase in square brackets); they are the rule's tests."""

    name: str
    pattern: Pattern
    build: Build
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern.regex))


_SEGMENT = re.compile(r"[^.]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST = 24
"""No phrase has more lexemes than this."""


class Grammar:
    """Rules, and a memory of which of them match which letters: phrases are many, their letters few."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.trigger = "".join(sorted(letters_of([rule.pattern for rule in rules])))
        """Letters without any of which there is no phrase."""
        self._has_trigger = re.compile(f"[{re.escape(self.trigger)}]").search
        self._matches = lru_cache(maxsize=8192)(self._match)

    def find(self, text: str, context: Context) -> list[Timex]:
        """The time expressions of `text` in order. Phrases never overlap; at each place the longest that has a meaning wins."""
        lexemes = lex(text)
        found: list[Timex] = []
        for segment in _SEGMENT.finditer(lexemes.classes):
            if not self._has_trigger(lexemes.classes, *segment.span()):
                continue
            place = segment.start()
            while place < segment.end():
                hit, meaning = self._read(lexemes, place, segment.end(), context)
                if hit is None or meaning is None:
                    place += 1
                else:
                    remember(meaning, context, hit)
                    found.append(_timex(hit, meaning))
                    place = hit.last + 1
        return found

    def _read(self, lexemes: Lexemes, place: int, end: int, context: Context) -> tuple[Hit | None, Meaning | None]:
        for match, rule in self._matches(lexemes.classes[place : min(end, place + LONGEST)]):
            hit = Hit(lexemes, match, place)
            meaning = rule.build(hit, context) if hit.is_tight() else None
            if meaning is not None:
                return hit, meaning
        return None, None

    def _match(self, letters: str) -> tuple[tuple[re.Match[str], Rule], ...]:
        """The rules that match at the start of `letters`, the longest match first."""
        matches = [(m, rule) for rule in self.rules if (m := rule.compiled.match(letters)) and m.end()]
        return tuple(sorted(matches, key=lambda pair: -pair[0].end()))


STORY = 300
"""How far behind (characters) a story's date still goes on past the "since 2012" of an aside."""


def remember(meaning: Meaning, context: Context, hit: Hit) -> None:
    """Keeps the last date named, as what "two days later" or "the quarter" may refer to. A story told of one date does not go on from
    the "since 2012" of an aside."""
    end = hit.end
    if meaning.type == "DATE":
        context.last_named, context.last_named_end, context.last_anchor = meaning.value, end, meaning.anchor
    if _is_a_time(meaning) and not (meaning.is_aside or _is_since(hit, context)):
        context.last, context.last_end = meaning.value, end
        if "-Q" in meaning.value:
            context.last_quarter = meaning.value
        if _DAY.match(meaning.value):
            context.last_day, context.last_day_end = meaning.value[:10], end


def _is_a_time(meaning: Meaning) -> bool:
    """Whether a phrase names one time of the calendar, known in full."""
    is_known = "X" not in meaning.value and meaning.value[:1].isdecimal()
    return is_known and meaning.type in POINTS_IN_TIME and not meaning.is_vague


def _is_since(hit: Hit, context: Context) -> bool:
    """Whether it is the "since 2012" of a story that is told of another date."""
    return hit.before().lower() == "since" and context.last is not None and hit.start - context.last_end <= STORY


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
