"""The measure of journeys, on remarks made up here."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from eval.measures import travels
from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Event, Participant, Role, StatusStep
from memcon.domain.spans import Evidence, Span

TEXT = "Met with President Soto. Attended the Fjord Summit with officials."
PAGE = {
    "id": "1",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "counterparts": [{"name": [19, 23], "office": [9, 18]}],
    "forums": [[38, 50]],
    "open": [[56, 65]],
}
FIRST, SECOND = Span(0, 24), Span(25, 66)
SOTO = Participant(actor="soto", role="participant", span=Span(9, 23), office="President")


def event(kind: str, label: str, where: Span, *parties: Participant) -> Event:
    evidence = Evidence(span=where, quote=where.of(TEXT))
    step = StatusStep(status="held", evidence=evidence, attribution=Attribution(kind="outlet"))
    return Event(id=label, kind=kind, label=label, statuses=(step,), evidence=(evidence,), participants=parties)


def party(role: Role = "participant", office: str | None = "President", span: Span = SOTO.span) -> Participant:
    return Participant(actor="soto", role=role, span=span, office=office)


MEETING, SUMMIT = event("meeting", "Meeting: Soto", FIRST, SOTO), event("summit", "Fjord Summit", SECOND)
OFFICIALS = party(office=None, span=Span(56, 65))


@pytest.mark.parametrize(
    ("events", "hits", "found"),
    [
        ((MEETING, SUMMIT), 2, 2),
        ((MEETING, event("summit", "Fjord Summit", SECOND, OFFICIALS)), 2, 2),
        ((event("meeting", "Meeting: Soto", FIRST, party(office=None)), SUMMIT), 1, 2),
        ((event("meeting", "Meeting: Soto", FIRST, party(role="absent")), SUMMIT), 1, 2),
        ((MEETING,), 1, 1),
        ((MEETING, SUMMIT, event("forum", "Harbour Conference", FIRST)), 2, 3),
        ((MEETING, event("meeting", "Meeting", SECOND)), 1, 2),
        ((), 0, 0),
    ],
)
def test_compare(events: tuple[Event, ...], hits: int, found: int) -> None:
    """A counterpart counts with its office and a role of who takes part; a forum by its place and its words; what is left open costs nothing."""
    actors = (Actor(id="soto", name="Soto", kind="person"),)
    counts = travels.compare(PAGE, Reading(document=Document(id="d", ref="d", text=TEXT), actors=actors, events=events))

    assert (hits, found, 2) == (counts["all.hits"], counts["all.found"], counts["all.gold"])


@pytest.mark.model
@pytest.mark.slow
def test_remarks_are_read_where_they_lie(tmp_path: Path) -> None:
    """The remarks of a folder are read; one that is not the annotated one is refused."""
    (tmp_path / "travels").mkdir()
    file, gold = tmp_path / "travels" / "president.jsonl", tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(PAGE) + "\n")
    file.write_text(json.dumps({"id": "1", "end": "1999-05-04", "remarks": TEXT}) + "\n")

    assert [2] == [counts["all.hits"] for counts in travels.measure(gold, tmp_path)]

    file.write_text(json.dumps({"id": "1", "end": "1999-05-04", "remarks": "Fishing trip."}) + "\n")
    with pytest.raises(ValueError, match="not the one"):
        list(travels.measure(gold, tmp_path))
