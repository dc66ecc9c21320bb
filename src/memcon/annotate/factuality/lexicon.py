"""The words that stand over events, read from `lexicon.toml` once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, cast

from memcon.codebook import Statuses, load_codebook
from memcon.domain.annotation import Certainty, OperatorKind
from memcon.errors import LexiconError


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What operators of one kind leave of what they stand over; `is_finite` when they act on clauses with a tense of their own too."""

    certainty: Certainty = "certain"
    is_negative: bool = False
    is_future: bool = False
    is_finite: bool = False


Words = dict[str, OperatorKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word → kind of operator, by the way the word acts; `phrasal` maps a verb to its particles and their kinds, `states` a preposition and noun
    ("on hold") to the kind. `putting` and `put` are verbs that put their object, or are said of what is put, into a state; `reports` are nouns of hearsay."""

    signatures: Mapping[OperatorKind, Signature]
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
    phrasal: dict[str, dict[str, OperatorKind]] = field(default_factory=dict)
    phrasal_subject: dict[str, dict[str, OperatorKind]] = field(default_factory=dict)
    handing_on: frozenset[str] = frozenset()
    handing_on_adjectives: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    occurring: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    putting: frozenset[str] = frozenset()
    put: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    going_ahead: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    true: frozenset[str] = frozenset()


_BY_WORD = (
    "verbs", "complement_verbs", "passives", "subject_verbs", "nouns", "adjectives", "adverbs", "auxiliaries", "marks", "determiners", "pronouns", "prepositions",
    "plan_verbs", "report_verbs", "states", "finite_words",
)  # fmt: skip
_PHRASAL = {"verbs": "phrasal", "subject_verbs": "phrasal_subject"}


def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package, and the words that the codebook's statuses have of their own."""
    return _with_words_of(load_codebook().statuses)


@cache
def _with_words_of(statuses: Statuses) -> Lexicon:
    lexicon = _shipped()
    for entry in statuses.entries.values():
        for way, words in entry.own_operators.items():
            if way not in _BY_WORD:
                raise LexiconError(
                    f"codebook statuses.toml: [{entry.name}.en.operators] has a way to act {way!r}, which is not known",
                    hint=f"known are {', '.join(sorted(_BY_WORD))}",
                )
            for word in words:
                _add(lexicon, way, word, cast(OperatorKind, entry.operators[0]))
    return lexicon


def _shipped() -> Lexicon:
    tables: dict[str, Any] = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    handing_on, taking_place = tables.pop("handing_on"), tables.pop("taking_place")
    copulas, placing, reports = tables.pop("copulas"), tables.pop("placing"), tables.pop("reports")
    going_ahead = tables.pop("going_ahead")
    lexicon = Lexicon(
        signatures={kind: _signature(table) for kind, table in tables.items()},  # type: ignore[misc]  # the tables are named by kinds
        handing_on=frozenset(handing_on["verbs"]),
        handing_on_adjectives=frozenset(handing_on["adjectives"]),
        true=frozenset(handing_on["true"]),
        made=frozenset(taking_place["verbs"]),
        occurring=frozenset(taking_place["subject_verbs"]),
        copulas=frozenset(copulas["verbs"]),
        putting=frozenset(placing["verbs"]),
        put=frozenset(placing["subject_verbs"]),
        reports=frozenset(reports["nouns"]),
        going_ahead=frozenset(going_ahead["verbs"]),
        ahead=frozenset(going_ahead["adverbs"]),
    )
    for kind, table in tables.items():
        for way in _BY_WORD:
            for word in table.get(way, ()):
                _add(lexicon, way, word, kind)  # type: ignore[arg-type]  # the tables are named by kinds
    return lexicon


def _add(lexicon: Lexicon, way: str, word: str, kind: OperatorKind) -> None:
    lemma, _, particle = word.partition(" ")
    if particle and way in _PHRASAL:
        getattr(lexicon, _PHRASAL[way]).setdefault(lemma, {})[particle] = kind
    else:
        getattr(lexicon, way)[word] = kind


def _signature(table: Mapping[str, Any]) -> Signature:
    return Signature(
        certainty=table.get("certainty", "certain"),
        is_negative=table.get("polarity") == "negative",
        is_future=table.get("time") == "future",
        is_finite=table.get("finite", False),
    )
