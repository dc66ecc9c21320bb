"""What is coded of a predicate, and the types that are spoken of together."""

from __future__ import annotations

from dataclasses import dataclass, replace

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HARD = frozenset({"SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ASSAULT", "THREATEN"})
HELPING = frozenset({"SUPPORT", "AID", "COOPERATE"})
STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN"})
"""Types that are a stand towards somebody."""


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
