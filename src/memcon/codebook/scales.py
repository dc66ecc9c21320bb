"""PLOVER's numbers and CAMEO's codes for acts that are coded already: quad, score, and the code of a type with its mode, kind and contexts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.errors import LexiconError
from memcon.lexicon.tables import read_toml

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
"""The names of the quads 1 to 4."""

TRAITS: Mapping[str, str] = {
    "mutual": "those who do it together do it to each other",
    "goes": "what it is done with goes to somebody or away",
    "helps": "it is help",
    "hard": "it is a blow, or the threat of one",
    "stance": "it is a stand towards somebody",
    "judges": "its object is what is judged, and who is judged is whose that is",
    "punishes": "it is a punishment, or a call for one",
    "over": "its verb makes something of an act below it too",
}
"""What a type may be, each with what that says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What PLOVER counts a type as: its quad (1 to 4), its score (-10 to 10), the scores of its modes, and which of `TRAITS` it has."""

    quad: int
    score: float
    modes: Mapping[str, float] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()

    @property
    def is_cooperation(self) -> bool:
        return self.quad <= 2

    @property
    def quad_name(self) -> str:
        return QUADS[self.quad - 1]

    def score_of(self, mode: str | None) -> float:
        """The mode's own score, else the type's."""
        return self.modes.get(mode or "", self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A code of CAMEO. `host` is the code of the row back from whoever is acted upon; `is_mutual`: all parties do it to each other."""

    code: str
    label: str
    type: str
    mode: str | None = None
    kind: str | None = None
    context: str | None = None
    host: str | None = None
    is_mutual: bool = False

    def is_of(self, type: str, mode: str | None, kind: str, contexts: Collection[str]) -> bool:
        """Whether all conditions of the row hold."""
        return (
            self.type == type
            and self.mode in (None, mode)
            and self.kind in (None, kind)
            and (self.context is None or self.context in contexts)
        )


@cache
def load_scales() -> Mapping[str, Scale]:
    """The scale of each type of PLOVER. Raises `LexiconError` for a table that can't be used."""
    try:
        return {
            type: Scale(
                quad=row["quad"],
                score=row["score"],
                modes=row.get("modes", {}),
                traits=frozenset(_known(type, trait) for trait in row.get("traits", ())),
            )
            for type, row in _table("types").items()
        }
    except KeyError as error:
        raise LexiconError(f"codebook plover/types.toml: a type has no {error}", hint="write quad and score") from error


def _known(type: str, trait: str) -> str:
    if trait not in TRAITS:
        raise LexiconError(
            f"codebook plover/types.toml: {type} is {trait!r}", hint=f"a trait is of {', '.join(TRAITS)}"
        )
    return trait


def types_that(trait: str) -> frozenset[str]:
    """The types that have one of `TRAITS`. Raises `KeyError` for what is none of them."""
    TRAITS[trait]
    return frozenset(type for type, scale in load_scales().items() if trait in scale.traits)


@cache
def load_cameo() -> tuple[CameoCode, ...]:
    """The codes of CAMEO, the first that holds first. Raises `LexiconError` for a table that can't be used."""
    try:
        rows = [{**row, "is_mutual": row.get("mutual", False)} for row in _table("cameo")["rows"]]
        return tuple(CameoCode(**{key: value for key, value in row.items() if key != "mutual"}) for row in rows)
    except (KeyError, TypeError) as error:
        raise LexiconError(f"codebook plover/cameo.toml: {error}", hint="write code, label and type") from error


def cameo_of(type: str, mode: str | None, kind: str, contexts: Collection[str]) -> CameoCode | None:
    """The code of a coded event; None for a type that the table has not."""
    return next((row for row in load_cameo() if row.is_of(type, mode, kind, contexts)), None)


def _table(name: str) -> Mapping[str, Any]:
    return read_toml(
        files("memcon.codebook").joinpath("plover").joinpath(f"{name}.toml"), f"codebook plover/{name}.toml"
    )
