"""A long document read in parts gives one reading: persons and events carried over, nothing told twice."""

from __future__ import annotations

import pytest

from memcon.coding.joining import PartReading, join_readings
from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.parts import WHOLE, not_read
from memcon.domain.reading import Reading
from memcon.domain.records import Channel
from memcon.domain.spans import Evidence, Span
from memcon.domain.times import Timex
from memcon.ingest import Reader

DOCUMENT = Document(id="d", ref="d", text="Soto met Brandt. Soto left. Soto came.")


def actor(*starts: int, name: str = "Soto") -> Actor:
    return Actor(id=name.lower(), name=name, kind="person", mentions=tuple(Span(s, s + 4) for s in starts))


def timex(start: int) -> Timex:
    return Timex(span=Span(start, start + 3), text="now", type="DATE", value="PRESENT_REF", edtf=None)


def join(one: Reading, two: Reading) -> Reading:
    """The reading of DOCUMENT in two parts, the second of which begins at "Soto came"."""
    return join_readings(DOCUMENT, [PartReading(reading=one, start=0), PartReading(reading=two, start=28)])


def test_a_known_actor_is_named_further() -> None:
    """What is carried over is read with its own part: only the mentions of the part itself are added, and actors of the carried text are not."""
    found = join(
        Reading(document=DOCUMENT, actors=(actor(0, 17),)),
        Reading(document=DOCUMENT, actors=(actor(0, 28), actor(9, name="Brandt"))),
    )

    assert (actor(0, 17, 28),) == found.actors


def test_times_of_the_carried_text_count_once() -> None:
    """A time belongs to the part in whose own text it stands."""
    found = join(Reading(document=DOCUMENT, times=(timex(9),)), Reading(document=DOCUMENT, times=(timex(9), timex(33))))

    assert (timex(9), timex(33)) == found.times


def test_a_known_channel_is_told_of_further() -> None:
    """Evidence, names and parties of both parts."""

    def channel(name: str, start: int, *parties: str) -> Channel:
        return Channel(
            id="c", name=name, evidence=(Evidence(span=Span(start, start + 4), quote="Soto"),), parties=parties
        )

    found = join(
        Reading(document=DOCUMENT, channels=(channel("Delta Forum", 0, "a"),)),
        Reading(document=DOCUMENT, channels=(channel("Forum", 28, "a", "b"),)),
    )

    assert ["Delta Forum"] == [c.name for c in found.channels]
    assert [(("Forum",), ("a", "b"), 2)] == [(c.aliases, c.parties, len(c.evidence)) for c in found.channels]


@pytest.mark.parametrize(
    ("second", "expected"), [(Span(28, 38), [Span(17, 38)]), (Span(33, 38), [Span(17, 27), Span(33, 38)])]
)
def test_places_left_out_side_by_side_are_one_problem(second: Span, expected: list[Span]) -> None:
    """A million characters without a sentence are one problem, not a hundred."""
    found = join(
        Reading(document=DOCUMENT, problems=(not_read("d", Span(17, 27)),)),
        Reading(document=DOCUMENT, problems=(not_read("d", second),)),
    )

    assert expected == [p.span for p in found.problems]


@pytest.mark.slow
@pytest.mark.model
def test_persons_and_days_are_carried_over_pages() -> None:
    """A surname pages later is the person of the first paragraph, weekdays go by the dateline's day, and every quotation is where it says."""
    filling = "The river rose again near the old mill, and the farmers carried their hay to the upper barn.\n\n" * 300
    text = (
        "OSLO, May 15 (Agency) -- Foreign Minister Maria Soto of Norway met Defense Minister Uwe Brandt of Germany in Oslo on Monday.\n\n"
        f"{filling}Soto visited Chad on Tuesday.\n\n{filling}The two ministers will meet again in Lima on June 3.\n"
    )
    reading = Reader(attribution="rules").read({"id": "long", "text": text, "published": "2024-05-15"})
    names = {a.id: a.name for a in reading.actors}
    told = [
        (e.kind, e.status, e.when.edtf if e.when else None, sorted(names[p.actor] for p in e.participants))
        for e in reading.events
    ]

    assert len(text) > WHOLE
    assert [
        ("meeting", "held", "2024-05-13", ["Maria Soto", "Uwe Brandt"]),
        ("visit", "held", "2024-05-14", ["Maria Soto"]),
        ("meeting", "scheduled", "2024-06-03", ["Maria Soto", "Uwe Brandt"]),
    ] == told
    assert all(reading.document.words_at(v.span) == v.quote for e in reading.events for v in e.evidence)
    assert () == reading.problems
