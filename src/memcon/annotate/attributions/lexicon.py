"""The words of attribution, read from `lexicon.toml` once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lemmas by how they attach what they attribute; `prepositional` maps a verb to the prepositions it takes."""

    clause: frozenset[str]
    infinitive: frozenset[str]
    passive: frozenset[str]
    object: frozenset[str]
    prepositional: dict[str, frozenset[str]]
    noun: frozenset[str]
    adjective: frozenset[str]
    adverb: frozenset[str]
    label: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    words = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    prepositional: dict[str, frozenset[str]] = {}
    for pair in words.pop("prepositional").split():
        verb, preposition = pair.split(":")
        prepositional[verb] = prepositional.get(verb, frozenset()) | {preposition}
    return Lexicon(prepositional=prepositional, **{name: frozenset(value.split()) for name, value in words.items()})
