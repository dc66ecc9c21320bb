"""Who acts for a state or an official body."""

from __future__ import annotations

from memcon.domain.actors import Actor

POLITICAL_SECTORS = frozenset(["GOV", "MIL", "IGO", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "UAF", "PRM", "ELI"])
"""PLOVER sectors whose members make politics."""
_OFFICIAL_SECTORS = POLITICAL_SECTORS | {"REL"}
"""Those whose members' dealings are political; a meeting among others (musicians, scholars) is none of the ledger's."""


def is_official(actor: Actor) -> bool:
    """Whether it is a state, somebody in office, an official body, or a group of a country."""
    return (
        actor.kind == "state"
        or bool(actor.offices)
        or actor.sector in _OFFICIAL_SECTORS
        or bool(actor.kind == "group" and actor.country)
    )


def is_international(actor: Actor) -> bool:
    """Whether it is a body of several states."""
    return actor.kind == "organization" and actor.sector == "IGO"


def is_of_several_states(actor: Actor) -> bool:
    """Whether it is a body of several states, or those in office for them ("EU foreign ministers")."""
    return actor.kind in {"organization", "group"} and actor.sector == "IGO"
