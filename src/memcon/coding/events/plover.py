"""PLOVER coding of events: type, mode and contexts by kind and status (PLOVER manual, 2024-02-04; see the codebook tables).

A plan to meet is AGREE, a cancelled or refused meeting REJECT with mode `meet`; a visit's visitor is the actor and its host the recipient,
without a clear host all are actors. Speculation and denials have no row.
"""

from __future__ import annotations

from collections.abc import Mapping

from memcon.codebook import Codebook
from memcon.domain.actors import Actor
from memcon.domain.records import Event, Plover

_AHEAD = frozenset({"scheduled", "expected", "postponed"})
_ENDED = frozenset({"cancelled", "declined", "fell_through"})
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def code_plover(event: Event, codebook: Codebook, actors: Mapping[str, Actor]) -> Plover | None:
    """The PLOVER coding of `event`, None where the manual gives it no row."""
    kind = codebook.kinds.get(event.kind)
    rule = kind.plover if kind is not None else {}
    if "held" not in rule or event.status in {None, "speculated", "denied"}:
        return None
    type_, mode = rule["held"], rule.get("mode")
    if event.status in _ENDED and type_ == "CONSULT":
        type_, mode = "REJECT", "meet"
    elif event.status == "proposed" and type_ == "CONSULT":
        type_, mode = "REQUEST", "meet"
    elif event.status in _AHEAD and type_ in _COOPERATIVE:
        type_, mode = "AGREE", None
    elif event.status in _AHEAD | _ENDED | {"proposed"}:
        return None
    elif type_ == "CONSULT" and mode is None and len(_countries(event, actors)) > 2:
        mode = "multilateral"
    present = [p for p in event.participants if p.role not in {"absent", "declined"}]
    receiving = {p.actor for p in present if p.role == "host"} or (
        {p.actor for p in present if p.role == "participant"} if _has_doer(event) else set()
    )
    return Plover(
        type=type_,
        mode=mode,
        contexts=tuple(rule.get("contexts", ("diplomatic",) if type_ in {"CONSULT", "AGREE", "REJECT"} else ())),
        actors=tuple(p.actor for p in present if p.actor not in receiving) or tuple(p.actor for p in present),
        recipients=tuple(p.actor for p in present if p.actor in receiving) if len(receiving) < len(present) else (),
    )


def _has_doer(event: Event) -> bool:
    """Whether somebody does it to somebody ("Canada imposed sanctions on Belarus")."""
    return any(p.role == "subject" for p in event.participants)


def _countries(event: Event, actors: Mapping[str, Actor]) -> set[str]:
    return {a.country for p in event.participants if (a := actors.get(p.actor)) is not None and a.country}
