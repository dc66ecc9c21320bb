"""PLOVER coding of events: type, mode and contexts by kind and status (PLOVER manual, 2024-02-04; see the codebook tables).

A kind's table has the type of what took place, a status's table what it makes of a type: a plan to meet is AGREE, a cancelled or refused meeting
REJECT with mode `meet`. A visit's visitor is the actor and its host the recipient, without a clear host all are actors. Speculation and denials have no row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memcon.codebook import Codebook, Roles
from memcon.codebook.kinds import Plover as Row
from memcon.codebook.scales import types_that
from memcon.domain.actors import Actor
from memcon.domain.records import Event, Participant, Plover

_DIPLOMATIC = types_that("mutual") | {"REJECT"}
"""Types whose context is diplomacy where the kind names none."""


def code_plover(
    event: Event, codebook: Codebook, actors: Mapping[str, Actor], *, told: Row | None = None
) -> Plover | None:
    """The PLOVER coding of `event`, None where the manual gives it no row. `told` is the row of the words that tell it, where they have one of their
    own ("lifted sanctions")."""
    own = told or codebook.kind(event.kind).plover
    coded = _type(event, own, codebook, actors)
    if coded is None or own is None:
        return None
    type_, mode = coded
    present = [p for p in event.participants if not codebook.roles.of(p.role).is_away]
    receiving = _receiving(present, codebook.roles)
    doing = tuple(p.actor for p in present if p.actor not in receiving)
    done_to = tuple(p.actor for p in present if p.actor in receiving)
    return Plover(
        type=type_,
        mode=mode,
        contexts=own.contexts or (("diplomatic",) if type_ in _DIPLOMATIC else ()),
        actors=doing or done_to,
        recipients=done_to if doing else (),
    )


def _type(
    event: Event, own: Row | None, codebook: Codebook, actors: Mapping[str, Actor]
) -> tuple[str, str | None] | None:
    """Type and mode: the kind's own of what has come about, else what the status makes of it."""
    status = codebook.statuses.of(event.status)
    if own is None:
        return None
    if status.is_happening:
        is_wide = own.type == "CONSULT" and own.mode is None and len(_countries(event, actors)) > 2
        return own.type, "multilateral" if is_wide else own.mode
    made = status.plover
    return (made.type, made.mode) if made is not None and own.type in made.of else None


def _receiving(present: Sequence[Participant], roles: Roles) -> set[str]:
    """Who is acted upon: a host; and where somebody does it to somebody ("Canada imposed sanctions on Belarus"), whoever takes part."""
    has_doer = any(roles.of(p.role).does for p in present)
    return {p.actor for p in present if roles.of(p.role).receives or (has_doer and p.role == roles.plainest)}


def _countries(event: Event, actors: Mapping[str, Actor]) -> set[str]:
    return {a.country for p in event.participants if (a := actors.get(p.actor)) is not None and a.country}
