"""What is coded of a predicate, and the types that are spoken of together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.codebook.scales import load_scales, types_that

COOPERATION = frozenset(type for type, scale in load_scales().items() if scale.is_cooperation)
HARD, HELPING, STANCES = types_that("hard"), types_that("helps"), types_that("stance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a predicate is coded as. `core` is the word that names what is done ("meet" of "agreed to meet"), `because` the rule."""

    token: int
    core: int
    type: str
    mode: str | None
    because: str


def intended(act: Act) -> Act:
    """An act that is only meant: cooperation is agreed to, a blow threatened."""
    if act.type in COOPERATION:
        return replace(act, type="AGREE", mode=None, because="intending")
    return replace(act, type="THREATEN", mode=None, because="intending") if act.type in HARD else act
