"""PLOVER rows by kind and status."""

from __future__ import annotations

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.plover import code_plover
from memcon.domain.actors import Actor
from memcon.domain.records import Attribution, Event, Participant, StatusStep
from memcon.domain.spans import Evidence, Span

SPAN = Span(0, 3)
EVIDENCE = Evidence(span=SPAN, quote="abc")
ACTORS = {c: Actor(id=c, name=c, kind="state", country=c) for c in ("NOR", "FIN", "SWE")}


def event(kind: str, status: str | None, *parties: str) -> Event:
    """An event of this kind and status; a party is a country, with a role behind a colon where it is not `participant`."""
    steps = (StatusStep(status=status, evidence=EVIDENCE, attribution=Attribution(kind="outlet")),) if status else ()
    named = [party.partition(":") for party in parties]
    return Event(
        id="event_1",
        kind=kind,
        label=kind,
        statuses=steps,
        evidence=(EVIDENCE,),
        participants=tuple(Participant(actor=i, role=role or "participant", span=SPAN) for i, _, role in named),
    )


@pytest.mark.parametrize(
    ("kind", "status", "row"),
    [
        ("meeting", "held", ("CONSULT", None)),
        ("call", "under_way", ("CONSULT", "phone")),
        ("meeting", "proposed", ("REQUEST", "meet")),
        ("meeting", "expected", ("AGREE", None)),
        ("visit", "scheduled", ("AGREE", None)),
        ("meeting", "postponed", ("AGREE", None)),
        ("visit", "cancelled", ("REJECT", "meet")),
        ("meeting", "declined", ("REJECT", "meet")),
        ("meeting", "fell_through", ("REJECT", "meet")),
        ("meeting", "speculated", None),
        ("meeting", "denied", None),
        ("meeting", None, None),
        ("meeting", "half_done", None),
        ("aid", "held", ("AID", None)),
        ("aid", "scheduled", ("AGREE", None)),
        ("aid", "cancelled", None),
        ("aid", "proposed", None),
        ("sanction", "held", ("SANCTION", None)),
        ("sanction", "scheduled", None),
        ("test", "held", ("MOBILIZE", "weapons")),
        ("press_conference", "held", None),
        ("vote", "held", ("SUPPORT", None)),
        ("appointment", "held", None),
        ("tea_party", "held", None),
    ],
)
def test_a_row_is_of_a_kind_and_a_status(kind: str, status: str | None, row: tuple[str, str | None] | None) -> None:
    """The kind's own type of what took place; of what is ahead or came to nothing, what the status makes of that type."""
    found = code_plover(event(kind, status, "NOR", "FIN"), load_codebook(), ACTORS)

    assert row == (found and (found.type, found.mode))


@pytest.mark.parametrize(
    ("kind", "parties", "mode"),
    [
        ("meeting", ("NOR", "FIN"), None),
        ("meeting", ("NOR", "FIN", "SWE"), "multilateral"),
        ("call", ("NOR", "FIN", "SWE"), "phone"),
        ("exercise", ("NOR", "FIN", "SWE"), None),
    ],
)
def test_more_than_two_countries_consult_in_common(kind: str, parties: tuple[str, ...], mode: str | None) -> None:
    """Consultations without a mode of their own are multilateral from three countries on."""
    found = code_plover(event(kind, "held", *parties), load_codebook(), ACTORS)

    assert mode == (found and found.mode)


@pytest.mark.parametrize(
    ("parties", "actors", "recipients"),
    [
        (("NOR", "FIN"), ("NOR", "FIN"), ()),
        (("NOR:visitor", "FIN:host"), ("NOR",), ("FIN",)),
        (("NOR:host", "FIN:host"), ("NOR", "FIN"), ()),
        (("NOR:subject", "FIN"), ("NOR",), ("FIN",)),
        (("NOR:lead", "FIN", "SWE:absent"), ("NOR", "FIN"), ()),
        (("NOR:declined",), (), ()),
    ],
)
def test_who_does_it_to_whom(parties: tuple[str, ...], actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    """A host is acted upon, and so is whoever takes part in what another does; who stays away is neither."""
    found = code_plover(event("visit", "held", *parties), load_codebook(), ACTORS)

    assert (actors, recipients) == (found and (found.actors, found.recipients))


def test_the_context_is_the_kinds_or_diplomacy() -> None:
    """A kind's own contexts stay whatever the status makes of its type; else consultation, agreement and refusal are diplomatic."""
    exercise = code_plover(event("exercise", "scheduled", "NOR"), load_codebook(), ACTORS)
    meeting = code_plover(event("meeting", "cancelled", "NOR"), load_codebook(), ACTORS)
    asked = code_plover(event("meeting", "proposed", "NOR"), load_codebook(), ACTORS)

    assert [("military",), ("diplomatic",), ()] == [row and row.contexts for row in (exercise, meeting, asked)]
