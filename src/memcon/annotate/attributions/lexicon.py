"""The words of attribution, by how they attach what they attribute."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.lexicon import words


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
    prepositional: dict[str, frozenset[str]] = {}
    for pair in words("reporting_with_a_preposition"):
        verb, preposition = pair.split()
        prepositional[verb] = prepositional.get(verb, frozenset()) | {preposition}
    return Lexicon(
        clause=words("reporting_a_clause"),
        infinitive=words("reporting_an_infinitive"),
        passive=words("reporting_in_the_passive"),
        object=words("reporting_an_object"),
        prepositional=prepositional,
        noun=words("reporting_noun"),
        adjective=words("reporting_adjective"),
        adverb=words("reporting_adverb"),
        label=words("line_label"),
    )
