"""Who is at home where an event is, in short texts read whole."""

from __future__ import annotations

import pytest

from memcon.ingest import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader without learned parts."""
    return Reader(attribution="rules")


def parts(reader: Reader, text: str) -> list[tuple[str, dict[str, str]]]:
    """The kind of each event of a text with the roles of its parties by their names."""
    reading = next(iter(reader.read_many([{"text": text, "published": "2025-11-06"}])))
    names = {a.id: a.name for a in reading.actors}
    return [(e.kind, {names[p.actor]: p.role for p in e.participants}) for e in reading.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Jens Holm of Norway met President Maria Soto of Peru in Lima on Monday.",
            [("meeting", {"Jens Holm": "visitor", "Maria Soto": "host"})],
        ),
        (
            "United Nations Secretary-General Uwe Brandt met President Maria Soto of Peru in Lima on Monday.",
            [("meeting", {"Uwe Brandt": "visitor", "Maria Soto": "host"})],
        ),
        # who is told to have come there is a guest, whatever country is his
        (
            "Envoy Jens Holm will travel to Peru next week. In Peru, Holm will meet President Maria Soto of Peru.",
            [("visit", {"Jens Holm": "visitor"}), ("meeting", {"Jens Holm": "visitor", "Maria Soto": "host"})],
        ),
        # elsewhere nobody is at home
        (
            "President Jens Holm of Norway met President Maria Soto of Peru in Geneva on Monday.",
            [("meeting", {"Jens Holm": "participant", "Maria Soto": "participant"})],
        ),
        # of whom no country is known, nothing is known
        (
            "Envoy Jens Holm met President Maria Soto of Peru in Lima on Monday.",
            [("meeting", {"Jens Holm": "participant", "Maria Soto": "participant"})],
        ),
        # who is posted there does not come
        (
            "Norwegian Ambassador Jens Holm met President Maria Soto of Peru in Lima on Monday.",
            [("meeting", {"Jens Holm": "participant", "Maria Soto": "participant"})],
        ),
        # states stay as they are told, and so does a call
        ("Norway and Peru held talks in Lima on Monday.", [("talks", {"Norway": "participant", "Peru": "participant"})]),
        (
            "President Jens Holm of Norway spoke by phone with President Maria Soto of Peru on Monday.",
            [("call", {"Jens Holm": "participant", "Maria Soto": "participant"})],
        ),
        (
            "In Lima on Monday, President Maria Soto of Peru met virtually with President Jens Holm of Norway.",
            [("meeting", {"Maria Soto": "participant", "Jens Holm": "participant"})],
        ),
        # a way in one's own country is no visit, a place that is visited there is told
        ("President Maria Soto of Peru arrived in Lima on Monday.", []),
        ("President Maria Soto of Peru arrived in Oslo on Monday.", [("visit", {"Maria Soto": "visitor"})]),
        ("President Maria Soto of Peru visited Lima on Monday.", [("visit", {"Maria Soto": "visitor"})]),
    ],
)  # fmt: skip
def test_who_is_at_home_receives_who_came(
    reader: Reader, text: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    """The kind of each event and the role of each party."""
    assert parts(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Maria Soto hosted King Haakon of Norway for breakfast in Lima on Monday.", "meeting"),
        ("Minister Maria Soto will host Minister Jens Holm of Norway for a dialogue in Lima on 4 December.", "talks"),
        ("President Maria Soto hosted King Haakon of Norway for a visit in Lima on Monday.", "visit"),
        ("President Maria Soto hosted King Haakon of Norway in Lima on Monday.", "visit"),
        ("President Maria Soto travelled to Norway for talks with King Haakon on Monday.", "visit"),
    ],
)
def test_a_guest_is_hosted_for_an_encounter(reader: Reader, text: str, expected: str) -> None:
    """The kind of the one event."""
    assert [kind for kind, _ in parts(reader, text)] == [expected]
