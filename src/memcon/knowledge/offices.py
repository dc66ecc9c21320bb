"""The one vocabulary of offices and bodies: English nouns from the lexicon, and what packs add to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.knowledge.entries import BodyEntry, Title
from memcon.knowledge.words import words_of
from memcon.lexicon.marks import sectors

FIELD = "*"
"""Written in a body's name for what it is for: "* majlis" makes every capitalised run around "Majlis" a body."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """What titles and bodies are told by; all words are lower case.

    `title_nouns` and `body_nouns` map the noun at the core of a title or of a body's name to a PLOVER sector ("" where the noun does not tell);
    `titles` are the titles that packs list, by their words; `bodies` the bodies that packs list, with their sectors.
    """

    title_nouns: Mapping[str, str]
    titles: Mapping[Words, Title]
    body_nouns: Mapping[str, str]
    bodies: Mapping[Words, str]
    longest: int
    """Words of the longest listed title or body."""

    def titles_in(self, low: Sequence[str]) -> list[tuple[int, int, Title]]:
        """The listed titles in the lower-case words `low` as (start, end, title): leftmost, longest, none within another."""
        found = []
        i = 0
        while i < len(low) and self.titles:
            words = self._longest(self.titles, low, i)
            if words:
                found.append((i, i + len(words), self.titles[words]))
            i += len(words) or 1
        return found

    def body_at(self, low: Sequence[str], i: int) -> tuple[int, str] | None:
        """Where the longest listed body that starts at word `i` of `low` ends, and its sector; None when there is none."""
        found = self._longest(self.bodies, low, i)
        return (i + len(found), self.bodies[found]) if found else None

    def _longest(self, table: Mapping[Words, object], low: Sequence[str], i: int) -> Words:
        keys = (tuple(low[i : i + length]) for length in range(min(self.longest, len(low) - i), 0, -1))
        return next((key for key in keys if key in table), ())


def build_offices(titles: Iterable[Title], bodies: Iterable[BodyEntry], language: str = "en") -> Offices:
    """The vocabulary of `language` with what packs list. A body's name with `*` adds its noun, any other the name itself."""
    nouns = dict(sectors("body_nouns", language))
    names: dict[Words, str] = {}
    for body in bodies:
        words = words_of(body.name.lower())
        if FIELD in words:
            nouns[noun_of(words)] = body.sector
        else:
            names[words] = body.sector
    listed = {words_of(title.title.lower()): title for title in titles}
    return Offices(
        title_nouns=sectors("office_nouns", language),
        titles=listed,
        body_nouns=nouns,
        bodies=names,
        longest=max((len(words) for words in (*listed, *names)), default=0),
    )


def noun_of(words: Sequence[str]) -> str:
    """The noun of a pattern: the one word beside `*`. Raises `ValueError` when the pattern has more words than that."""
    rest = [w for w in words if w not in (FIELD, "of", "for")]
    if len(rest) != 1:
        raise ValueError(f"a pattern is * and one noun ('* majlis'), not {' '.join(words)!r}")
    return rest[0]
