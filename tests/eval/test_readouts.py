"""The measure of readouts, on readouts made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.measures import readouts
from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Event, Participant, StatusStep, When
from memcon.domain.spans import Evidence, Span

RECORD = {
    "title": "Readout of Premier Lind’s Call with King Håkon of Norway",
    "published": "2024-05-15",
    "text": "Premier Anna Lind spoke yesterday with King Haakon of Norway. They agreed to meet in June.",
    "gold": {"kind": "call", "principal": "Lind", "counterpart_words": ["Håkon"], "country": "Norway"},
}
HERE = Span(0, 4)
ACTORS = (
    Actor(id="a1", name="Anna Lind", kind="person"),
    Actor(id="a2", name="Haakon", kind="person"),
    Actor(id="a3", name="Norway", kind="state"),
)


def event(kind: str, status: str, when: str | None, *actors: str) -> Event:
    evidence = Evidence(span=HERE, quote="Prem")
    return Event(
        id="e",
        kind=kind,
        label="",
        statuses=(StatusStep(status=status, evidence=evidence, attribution=Attribution(kind="outlet")),),
        evidence=(evidence,),
        when=When(edtf=when, span=HERE, text="") if when else None,
        participants=tuple(Participant(actor=a, role="participant", span=HERE) for a in actors),
    )


WRONG = {"principals": False, "held": False, "day": False, "kind": False, "all": False}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((event("call", "held", "2024-05-14", "a1", "a2"),), dict.fromkeys(WRONG, True)),
        ((event("talks", "held", "2024-05-14", "a1", "a2"),), {name: name not in ("kind", "all") for name in WRONG}),
        ((event("call", "scheduled", "2024-06", "a1", "a2"),), {**WRONG, "principals": True, "kind": True}),
        ((event("call", "held", "2024-05-15", "a1", "a3"),), {**WRONG, "held": True, "day": True, "kind": True}),
        (
            (event("meeting", "expected", "2024-06", "a1", "a2"), event("call", "held", "2024-05-14", "a1", "a2")),
            dict.fromkeys(WRONG, True),
        ),
        ((), WRONG),
    ],
)
def test_event_that_agrees_best_is_looked_at(events: tuple[Event, ...], expected: dict[str, bool]) -> None:
    """Each part is asked of the one event that agrees best; nothing found is all wrong."""
    reading = Reading(document=Document(id="d", ref="r", text="Premier"), actors=ACTORS, events=events)

    assert readouts.compare(RECORD, reading, has_title=True) == expected


def test_kind_is_not_asked_of_a_body_alone() -> None:
    """ "Spoke with" leaves open whether it was by telephone."""
    found = Reading(
        document=Document(id="d", ref="r", text="Premier"),
        actors=ACTORS,
        events=(event("talks", "held", "2024-05-14", "a1", "a2"),),
    )

    assert readouts.compare(RECORD, found, has_title=False) == dict.fromkeys(("principals", "held", "day", "all"), True)


@pytest.mark.slow
@pytest.mark.model
def test_readout_is_read_with_and_without_its_title(tmp_path: Path) -> None:
    """A made-up readout goes through the whole product; its title tells that it was a call."""
    path = tmp_path / "readouts.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    [counts] = readouts.measure(path)

    assert {name: figure(counts) for name, figure in readouts.FIGURES.items()} == dict.fromkeys(readouts.FIGURES, 1.0)
