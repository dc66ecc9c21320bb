"""The codebook: one TOML table a kind of event, with its definition, the words that name it, and example sentences that are tests."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from memcon.domain.records import EventKind

PREPOSITIONS = ("with", "to", "in", "on", "against", "for")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """How a verb names an event. `roles` maps `subject`, `object` and prepositions to a role, `place` or None; `needs` are the
    arguments without which the verb means something else; `object_nouns` are the heads that its object must have."""

    kind: EventKind
    lemma: str
    roles: Mapping[str, str]
    needs: frozenset[str] = frozenset()
    object_nouns: frozenset[str] = frozenset()
    particle: str | None = None
    is_object_bare: bool = False
    is_object_channel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event. `family` groups the kinds whose mentions may be the same event; `nouns` are lemmas, of one or more words."""

    kind: EventKind
    definition: str
    family: str
    nouns: tuple[str, ...]
    verbs: tuple[VerbFrame, ...]
    plover: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All kinds, with look-ups by noun and verb lemma."""

    kinds: Mapping[str, Kind]
    by_noun: Mapping[tuple[str, ...], Kind]
    by_verb: Mapping[str, tuple[VerbFrame, ...]]


@cache
def load_codebook() -> Codebook:
    """The codebook that ships in this package. Raises `ValueError` when a table names an unknown kind."""
    kinds = [_kind(tomllib.loads(f.read_text("utf-8"))) for f in _tables()]
    verbs: dict[str, list[VerbFrame]] = {}
    for kind in kinds:
        for frame in kind.verbs:
            verbs.setdefault(frame.lemma, []).append(frame)
    return Codebook(
        kinds={k.kind: k for k in kinds},
        by_noun={tuple(noun.split()): k for k in kinds for noun in k.nouns},
        by_verb={lemma: tuple(frames) for lemma, frames in verbs.items()},
    )


def _tables() -> list[Any]:
    return sorted((f for f in files(__package__).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def _kind(table: Mapping[str, Any]) -> Kind:
    name = table["kind"]
    if name not in get_args(EventKind):
        raise ValueError(f"the codebook has a table for {name!r}, which is no kind of event")
    return Kind(
        kind=name,
        definition=table["definition"],
        family=table["family"],
        nouns=tuple(table.get("nouns", ())),
        verbs=tuple(_frame(name, v) for v in table.get("verbs", ())),
        plover=table.get("plover", {}),
        examples=tuple(table.get("examples", ())),
    )


def _frame(kind: EventKind, table: Mapping[str, Any]) -> VerbFrame:
    slots = ("subject", "object", *PREPOSITIONS)
    return VerbFrame(
        kind=kind,
        lemma=table["lemma"],
        roles={slot: table[slot] for slot in slots if slot in table},
        needs=frozenset(slot for slot in slots if table.get(f"needs_{slot}")),
        object_nouns=frozenset(table.get("object_nouns", ())),
        particle=table.get("particle"),
        is_object_bare=table.get("bare_object", False),
        is_object_channel=table.get("object_is_channel", False),
    )
