"""Patterns of time phrases in words, compiled to regular expressions over class letters.

    {about}? {the}? {ord: ordinal|last|early} -? {quarter|half} {of}? {year: year}

`{class|class}` is one word of those classes, and with a name before a colon it is kept under that name; `-` and `,` stand for
themselves. `( … | … )` groups, `(name: … )` keeps what it holds, `<phrase>` is a pattern of that name. `?` may be absent, `*` any number, `*4` up to four.
`[followed by …]`, `[not followed by …]` and `[behind …]` look at what stands beside. A pattern also tells letters of which every match has one: a
text without any of them need not be tried.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.annotate.timexes.lexicon import EVERYDAY, LETTERS
from memcon.errors import LexiconError

_PART = re.compile(
    r"\s*(?:\{(?:(?P<kept>\w+):)?\s*(?P<classes>[^{}:]*)\}|<(?P<phrase>[^<>]*)>|\[(?P<beside>followed by|not followed by|behind)\s"
    r"|\((?:(?P<name>\w+):)?|(?P<sign>[-,])|(?P<times>\?|\*(?P<most>\d?))|(?P<end>[\])|]))"
)
_BESIDE = {"followed by": "(?=", "not followed by": "(?!", "behind": "(?<="}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over class letters, and sets of letters such that every match has a letter of each of them."""

    regex: str
    needs: tuple[frozenset[str], ...] = ()

    @property
    def trigger(self) -> frozenset[str]:
        """The rarest letters of which every match has one."""
        return min(self.needs, key=lambda letters: (len(letters & EVERYDAY), len(letters)), default=frozenset())


def compile_pattern(text: str, phrases: Mapping[str, str], place: str) -> Pattern:
    """The pattern that `text` writes in words. `phrases` are what `<…>` may name; `place` names file and rule in errors.

    Raises `LexiconError` where it names an unknown class or phrase, and where brackets do not close.
    """
    reader = _Reader(text, phrases, place)
    found = reader.alternatives()
    if reader.place < len(text.rstrip()):
        raise reader.error(f"has {text[reader.place :].strip()!r}, which opens nothing", "take it out")
    return found


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, text: str, phrases: Mapping[str, str], where: str) -> None:
        self.text, self.phrases, self.where, self.place = text, phrases, where, 0

    def error(self, what: str, hint: str) -> LexiconError:
        return LexiconError(f"{self.where}: the pattern {what}", hint=hint)

    def alternatives(self) -> Pattern:
        """What stands between bars, up to the end or a closing bracket."""
        found = [self._sequence()]
        while self._next("end") == "|":
            self._take()
            found.append(self._sequence())
        return found[0] if len(found) == 1 else Pattern("|".join(p.regex for p in found), _needs_of_any(found))

    def _sequence(self) -> Pattern:
        parts: list[Pattern] = []
        while self.place < len(self.text.rstrip()) and not self._next("end"):
            part = self._part(self._take())
            if self._next("times"):
                part = _repeated(part, self._take())
            parts.append(part)
        return Pattern("".join(p.regex for p in parts), tuple(need for p in parts for need in p.needs))

    def _part(self, part: re.Match[str]) -> Pattern:
        if part["sign"]:
            return Pattern(part["sign"], (frozenset(part["sign"]),))
        if part["classes"] is not None:
            return self._classes(part["classes"], part["kept"])
        if part["phrase"] is not None:
            return self._phrase(part["phrase"])
        if part["times"] is not None:
            raise self.error(f"has {part['times']!r} behind nothing", "put it behind a word or a group")
        return self._group(part)

    def _classes(self, names: str, kept: str | None) -> Pattern:
        letters = [self._letter(name.strip()) for name in names.split("|")]
        regex = letters[0] if len(letters) == 1 else f"[{''.join(letters)}]"
        return Pattern(f"(?P<{kept}>{regex})" if kept else regex, (frozenset(letters),))

    def _letter(self, name: str) -> str:
        if name in LETTERS:
            return LETTERS[name]
        raise self.error(f"names an unknown class {name!r}", f"the classes are {', '.join(sorted(LETTERS))}")

    def _phrase(self, name: str) -> Pattern:
        if name not in self.phrases:
            raise self.error(
                f"names an unknown phrase <{name}>", f"the phrases are {', '.join(sorted(self.phrases)) or 'none'}"
            )
        known = {other: text for other, text in self.phrases.items() if other != name}
        return compile_pattern(self.phrases[name], known, f"{self.where}, <{name}>")

    def _group(self, opening: re.Match[str]) -> Pattern:
        found = self.alternatives()
        closing = self._take() if self._next("end") else None
        if closing is None or closing["end"] != ("]" if opening["beside"] else ")"):
            raise self.error(f"does not close {opening[0].strip()!r}", "add the bracket")
        if opening["beside"]:
            return Pattern(f"{_BESIDE[opening['beside']]}{found.regex})")
        return Pattern(
            f"(?P<{opening['name']}>{found.regex})" if opening["name"] else f"(?:{found.regex})", found.needs
        )

    def _next(self, group: str) -> str:
        """What stands next, if it is of that kind."""
        part = _PART.match(self.text, self.place)
        return part[group] or "" if part else ""

    def _take(self) -> re.Match[str]:
        part = _PART.match(self.text, self.place)
        if part is None:
            raise self.error(
                f"can't be read at {self.text[self.place :].strip()!r}", "see docs/how-to/add-a-time-rule.md"
            )
        self.place = part.end()
        return part


def _repeated(part: Pattern, times: re.Match[str]) -> Pattern:
    """A part that may be absent: nothing is needed of it."""
    return Pattern(part.regex + (f"{{0,{times['most']}}}" if times["most"] else times["times"]))


def _needs_of_any(choices: Sequence[Pattern]) -> tuple[frozenset[str], ...]:
    """What a match needs of which only one of `choices` is there."""
    if not all(choice.needs for choice in choices):
        return ()
    return (frozenset().union(*(choice.trigger for choice in choices)),)


def letters_of(patterns: Sequence[Pattern]) -> frozenset[str]:
    """Few letters without any of which nothing matches. A pattern that needs none makes every letter one."""
    if any(not pattern.needs for pattern in patterns):
        return frozenset(LETTERS.values())
    found: frozenset[str] = frozenset()
    for pattern in sorted(patterns, key=lambda p: len(p.needs)):
        if not any(need <= found for need in pattern.needs):
            found |= pattern.trigger
    return found
