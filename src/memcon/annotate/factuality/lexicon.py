"""The words that stand over events, from the classes of the lexicon, and what each kind of them leaves of what it stands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from memcon.codebook import Statuses, load_codebook
from memcon.domain.annotation import OperatorKind
from memcon.domain.tellings import Certainty
from memcon.errors import LexiconError
from memcon.lexicon import classes, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What operators of one kind leave of what they stand over; `is_finite` when they act on clauses with a tense of their own too ("expect that"), else
    on infinitives, participles and nouns only ("agree to", not "agree that"). Certainty is FactBank's CT, PR, PS and U."""

    certainty: Certainty = "certain"
    is_negative: bool = False
    is_future: bool = False
    is_finite: bool = False


SIGNATURES: Mapping[OperatorKind, Signature] = {
    "possibility": Signature(certainty="possible", is_future=True, is_finite=True),
    "ability": Signature(certainty="possible", is_future=True),
    "condition": Signature(certainty="open"),
    "question": Signature(certainty="open", is_finite=True),
    "proposal": Signature(certainty="open", is_future=True),
    "attempt": Signature(certainty="possible", is_future=True),
    "obligation": Signature(certainty="open", is_future=True),
    "expectation": Signature(certainty="probable", is_future=True, is_finite=True),
    "arrangement": Signature(is_future=True),
    "purpose": Signature(certainty="probable", is_future=True),
    "hearsay": Signature(certainty="probable", is_finite=True),
    "denial": Signature(is_negative=True, is_finite=True),
    "refusal": Signature(is_negative=True, is_future=True),
    "exclusion": Signature(is_negative=True, is_finite=True),
    "cancellation": Signature(is_negative=True),
    "postponement": Signature(is_future=True),
    "failure": Signature(is_negative=True),
    "prevention": Signature(is_negative=True),
    "negation": Signature(is_negative=True),
    "repetition": Signature(),
    "continuation": Signature(),
}

Words = dict[str, OperatorKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word → kind of operator, by the way the word acts; `phrasal_verbs` maps a verb to its particles and their kinds, `states` a preposition and noun
    ("on hold") to the kind.

    A class `<kind>_<way>` of the lexicon says what words of a kind act in a way: verbs on their object and complement, complement_verbs on their
    complement only ("have to"), finite_words on "that" clauses too though their kind does not ("hope that"), passives in the passive only ("is said
    to"), plan_verbs and report_verbs only on nouns that are operators or hearsay themselves ("dropped plans", "dismissed reports that"), subject_verbs
    on their subject; nouns on their complement and on what "for", "of" … lead, adjectives on their noun and complement, the others on the verb or noun
    that they stand by.
    """

    verbs: Words = field(default_factory=dict)
    complement_verbs: Words = field(default_factory=dict)
    passives: Words = field(default_factory=dict)
    subject_verbs: Words = field(default_factory=dict)
    plan_verbs: Words = field(default_factory=dict)
    report_verbs: Words = field(default_factory=dict)
    states: Words = field(default_factory=dict)
    finite_words: Words = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)
    adjectives: Words = field(default_factory=dict)
    adverbs: Words = field(default_factory=dict)
    auxiliaries: Words = field(default_factory=dict)
    marks: Words = field(default_factory=dict)
    determiners: Words = field(default_factory=dict)
    pronouns: Words = field(default_factory=dict)
    prepositions: Words = field(default_factory=dict)
    phrasal_verbs: dict[str, dict[str, OperatorKind]] = field(default_factory=dict)
    phrasal_subject_verbs: dict[str, dict[str, OperatorKind]] = field(default_factory=dict)


def load_lexicon() -> Lexicon:
    """The operators of the lexicon by the way they act, with the words that the codebook's statuses have of their own."""
    return _with_words_of(load_codebook().statuses)


@cache
def _with_words_of(statuses: Statuses) -> Lexicon:
    lexicon = Lexicon()
    known = classes()
    for kind in SIGNATURES:
        for way in _WAYS:
            for word in words(name) if (name := f"{kind}_{way}") in known else ():
                _add(lexicon, way, word, kind)
    for entry in statuses.entries.values():
        for way, own in entry.own_operators.items():
            if way not in _WAYS:
                raise LexiconError(
                    f"codebook statuses.toml: [{entry.name}.en.operators] has a way to act {way!r}, which is not known",
                    hint=f"known are {', '.join(sorted(_WAYS))}",
                )
            for word in own:
                _add(lexicon, way, word, cast(OperatorKind, entry.operators[0]))
    return lexicon


def _add(lexicon: Lexicon, way: str, word: str, kind: OperatorKind) -> None:
    lemma, _, particle = word.partition(" ")
    phrasal = getattr(lexicon, f"phrasal_{way}", None)
    if particle and phrasal is not None:
        phrasal.setdefault(lemma, {})[particle] = kind
    else:
        getattr(lexicon, way)[word] = kind


_WAYS = tuple(name for name in Lexicon.__dataclass_fields__ if not name.startswith("phrasal"))
