"""Known names in running text: longest, leftmost, and every reading of an ambiguous name kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.knowledge.entries import (
    ChannelEntry,
    Entry,
    Form,
    Organization,
    PlaceEntry,
    ProcessEntry,
    Record,
    State,
    Tenure,
)
from memcon.knowledge.names import spellings
from memcon.knowledge.words import words_of

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An index of names by their words. `table` maps the words of a name to its readings, `upper` the same names in capitals,
    `reach` the first word of any of them to the length in words of the longest name that starts with it."""

    table: Mapping[Words, tuple[Entry, ...]]
    upper: Mapping[Words, tuple[Entry, ...]]
    reach: Mapping[str, int]

    def match(self, words: Sequence[str]) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """The known names in `words` as (start, end, readings): longest, leftmost, non-overlapping.

        Case counts, except that a name written in capitals throughout is known too; acronyms match exactly. Linear in the length
        of `words` times that of the longest name.
        """
        plain = [w.replace("\u2019", "'") for w in words]
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        i = 0
        while i < len(plain):
            end, entries = self._longest(plain, i)
            if entries and plain[i] in {"the", "The"} and self._longest(plain, i + 1)[0] > end:
                entries = ()  # "the North Korea summit" is not "the North"
            if entries:
                found.append((i, end, entries))
                i = end
            else:
                i += 1
        return found

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """All readings of `name` as a whole; a leading "the" is not counted."""
        words = words_of(name)
        bare = words[1:] if words[:1] in (("the",), ("The",)) else words
        return self.table.get(words) or self.table.get(bare) or self.upper.get(bare, ())

    def _longest(self, words: Sequence[str], i: int) -> tuple[int, tuple[Entry, ...]]:
        for length in range(min(self.reach.get(words[i], 0), len(words) - i), 0, -1):
            key = tuple(words[i : i + length])
            entries = self.table.get(key) or self.upper.get(key)
            if entries:
                return i + length, entries
        return i, ()


def build_gazetteer(records: Iterable[Record]) -> Gazetteer:
    """The index of all names of `records`, in their order; of places that share a name the most populous comes first."""
    table: dict[Words, list[Entry]] = {}
    cut: dict[str, Words] = {}
    for record in records:
        for name, form in names_of(record):
            words = cut.get(name)
            if words is None:
                words = cut[name] = words_of(name)
            readings = table.setdefault(words, [])
            if not any(e.record is record for e in readings):
                readings.append(Entry(record, form))
    exact = {
        words: tuple(sorted(entries, key=_rank)) if len(entries) > 1 else tuple(entries)
        for words, entries in table.items()
    }
    upper: dict[Words, tuple[Entry, ...]] = {}
    for words, entries in exact.items():
        capitals = tuple(w.upper() for w in words)
        if capitals not in exact and len("".join(words)) > 3:
            upper[capitals] = upper.get(capitals, ()) + entries
    reach: dict[str, int] = {}
    for words in (*exact, *upper):
        if len(words) > reach.get(words[0], 0):
            reach[words[0]] = len(words)
    return Gazetteer(exact, upper, reach)


def names_of(record: Record) -> list[tuple[str, Form]]:
    """Every name that texts may use for `record`, with how it names it; "the X" is left out where X is a name itself, so that a match has
    the article only where it makes the name ("the North")."""
    named = _all_names_of(record)
    known = {name for name, _ in named}
    return [(name, form) for name, form in named if name[:4] not in ("the ", "The ") or name[4:] not in known]


def _all_names_of(record: Record) -> list[tuple[str, Form]]:
    match record:
        case State():
            return _names_of_state(record)
        case Organization() | ChannelEntry() | ProcessEntry():
            named: list[tuple[str, Form]] = [(n, "name") for n in _variants((record.name, *record.names))]
            return named + [(n, "acronym") for n in record.acronyms]
        case Tenure():
            return [(s, "name") for n in (record.person, *record.names) for s in spellings(n)]
        case PlaceEntry():
            return [(n, "name") for n in _variants((record.name, *record.names))]


def _names_of_state(state: State) -> list[tuple[str, Form]]:
    named: list[tuple[str, Form]] = [(n, "name") for n in _variants((state.name, *state.names))]
    named += [(n, "acronym") for n in state.acronyms]
    named += [(n, "demonym") for n in _variants(state.demonyms)]
    named += [(n, "metonym") for n in _variants(state.metonyms)]
    named += [(m[0].upper() + m[1:], "metonym") for m in state.metonyms if m[0].islower()]
    named += [(n, "former") for f in state.former for n in _variants((f.name,))]
    return named


def _variants(names: Iterable[str]) -> list[str]:
    """The names, each also without diacritics where it has any."""
    return [s for n in names for s in (spellings(n)[:2] if not n.isascii() else (n,))]


def _rank(entry: Entry) -> tuple[int, int]:
    """States first, then organizations and channels, then persons, then places by population."""
    order = {State: 0, Organization: 1, ChannelEntry: 2, ProcessEntry: 3, Tenure: 4, PlaceEntry: 5}
    population = entry.record.population or 0 if isinstance(entry.record, PlaceEntry) else 0
    return order[type(entry.record)], -population
