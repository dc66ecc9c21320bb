"""PLOVER's codebook of acts: which verbs with which nouns, which nouns alone and which words above them make what type (`codebook/plover/*.toml`).

The types are those of the 2021 table; docs/decisions/0010 says where that differs from the manual's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.errors import LexiconError
from memcon.lexicon.tables import read_toml

COUNTRY = "@gpe"
"""Among the nouns of a class: whatever the parser takes for the name of a country or town."""

_KEYS = frozenset(
    {"verbs", "object", "subject", "with", "within", "mode", "clause", "intransitive", "transitive", "reversed"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a verb is coded as where its complements fit: `objects` are nouns of which one must be an object, `company` words of which one must stand in any
    complement, `wide` ones anywhere below the verb, `subjects` in the subject; empty asks for nothing. `has_clause` asks for a clause or infinitive,
    `is_intransitive` that there is no object, `is_transitive` that there is one; `is_reversed`: the subject is whom it is done to."""

    type: str
    mode: str | None = None
    objects: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    has_clause: bool = False
    is_intransitive: bool = False
    is_transitive: bool = False
    is_reversed: bool = False

    @property
    def conditions(self) -> int:
        asked = (self.objects, self.company, self.wide, self.subjects)
        return sum(map(bool, asked)) * 2 + self.has_clause + self.is_intransitive + self.is_transitive


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The codebook of acts. `frames` by lemma ("call" or, with what leads to its object, "call for"), those with most conditions first; `nouns` gives the
    type of a noun that is an act by itself, `nominals` the verb whose frames a noun shares; `operators` what a verb does to the act that it stands over; `classes` the nouns of a class, `contexts` the context that a word tells."""

    frames: Mapping[str, Sequence[Frame]]
    nouns: Mapping[str, str]
    nominals: Mapping[str, str]
    operators: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]
    contexts: Mapping[str, str]


@cache
def load_acts() -> Acts:
    """The codebook that ships. Raises `LexiconError` for a table that can't be used."""
    classes = {name: frozenset(words.split()) for name, words in _table("nouns").items()}
    frames: dict[str, list[Frame]] = {}
    for type_, tables in _table("frames").items():
        for table in tables:
            frame = _frame(type_, table, classes)
            for verb in table["verbs"].split():
                frames.setdefault(verb.replace("_", " "), []).append(frame)
    nouns = {noun: type_ for type_, words in _table("acts").items() for noun in words.split()}
    operators: dict[str, set[str]] = {}
    for name, words in _table("operators").items():
        for word in words.split():
            operators.setdefault(word.replace("_", " "), set()).add(name)
    return Acts(
        frames={verb: sorted(found, key=lambda f: -f.conditions) for verb, found in frames.items()},
        nouns=nouns,
        nominals=_table("nominals"),
        operators={word: frozenset(names) for word, names in operators.items()},
        classes=classes,
        contexts={word: name for name, words in _table("contexts").items() for word in words.split()},
    )


def _table(name: str) -> Mapping[str, Any]:
    return read_toml(
        files("memcon.codebook").joinpath("plover").joinpath(f"{name}.toml"), f"codebook plover/{name}.toml"
    )


def _frame(type_: str, table: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> Frame:
    if unknown := sorted(set(table) - _KEYS):
        raise LexiconError(
            f"codebook plover/frames.toml: {type_} has an unknown key {unknown[0]!r}",
            hint=f"the keys are {', '.join(sorted(_KEYS))}",
        )
    return Frame(
        type=type_,
        mode=table.get("mode"),
        objects=frozenset(_words(type_, table.get("object", ""), classes)),
        company=frozenset(_words(type_, table.get("with", ""), classes)),
        wide=frozenset(_words(type_, table.get("within", ""), classes)),
        subjects=frozenset(_words(type_, table.get("subject", ""), classes)),
        has_clause=table.get("clause", False),
        is_intransitive=table.get("intransitive", False),
        is_transitive=table.get("transitive", False),
        is_reversed=table.get("reversed", False),
    )


def _words(type_: str, listed: str, classes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for word in listed.split():
        if not word.startswith("@") or word == COUNTRY:
            yield word
        elif word[1:] in classes:
            yield from classes[word[1:]]
        else:
            raise LexiconError(
                f"codebook plover/frames.toml: {type_} names {word!r}",
                hint="the classes are those of plover/nouns.toml",
            )
