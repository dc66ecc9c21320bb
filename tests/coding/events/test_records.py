"""Events over several sentences: what is one event, what is another, and who is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from memcon.annotate import Annotator
from memcon.coding import code
from memcon.domain.documents import Block
from memcon.domain.reading import Reading
from memcon.domain.records import Event
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge
from tests.conftest import make_document

pytestmark = pytest.mark.model


def names(reading: Reading, event: Event) -> dict[str, str]:
    """Participants' names with their roles."""
    actors = {a.id: a.name for a in reading.actors}
    return {actors[p.actor]: p.role for p in event.participants}


def test_a_definite_noun_means_the_event_told_before(read: Callable[..., Reading]) -> None:
    """The meeting, Friday's meeting and the talks are one event, and each adds what it tells."""
    reading = read(
        "Norway and Finland are set to hold talks on Friday to discuss fishing quotas, officials said. "
        "The meeting will be led by Norwegian Fisheries Minister Kari Berg and Finnish Foreign Minister Aino Salo. "
        "The Defence Ministry said it will not attend Friday's meeting."
    )
    [event] = reading.events

    assert "2024-05-17" == (event.when and event.when.edtf)
    assert ["fishing quotas"] == [a.text for a in event.agenda]
    assert {
        "Norway": "participant",
        "Finland": "participant",
        "Kari Berg": "lead",
        "Aino Salo": "lead",
        "Defence Ministry": "absent",
    } == names(reading, event)


def test_two_visits_of_the_same_office_to_one_place_stay_apart(read: Callable[..., Reading]) -> None:
    """A visit ahead and the one that it is compared with are two events; the compared one went to the same place."""
    reading = read(
        "Defence Minister Lena Voss will visit the Suwalki base on May 16. "
        "It is the first time in six years that a defence minister has visited the base, "
        "following the visit by former Defence Minister Karl Ott in March 2018."
    )

    assert [("scheduled", "2024-05-16"), ("held", "2018-03")] == [
        (e.status, e.when.edtf if e.when else None) for e in reading.events
    ]
    assert [["Lena Voss"], ["Karl Ott"]] == [list(names(reading, e)) for e in reading.events]


def test_sessions_of_a_channel_never_collapse(read: Callable[..., Reading]) -> None:
    """The 11th and the 12th session are two events of one channel."""
    reading = read(
        "The 12th Nordic Security Dialogue (NSD) will take place in Oslo on May 20. "
        "The 11th Nordic Security Dialogue was held in Helsinki in June 2023."
    )

    assert [12, 11] == [e.ordinal for e in reading.events]
    assert 1 == len({e.channel.id for e in reading.events if e.channel})
    assert [("Oslo", "scheduled"), ("Helsinki", "held")] == [
        (e.place and e.place.name, e.status) for e in reading.events
    ]
    assert [("Nordic Security Dialogue", ("NSD",))] == [(c.name, c.aliases) for c in reading.channels]


def test_a_numbered_session_has_one_id_in_every_document(read: Callable[..., Reading]) -> None:
    """Announced in one text and held in another, it is the same event."""
    [ahead] = read("The 12th Nordic Security Dialogue will take place in Oslo on May 20.").events
    [held] = read("The 12th Nordic Security Dialogue was held in Oslo on Monday.", "2024-05-21").events

    assert ahead.id == held.id
    assert ("scheduled", "held") == (ahead.status, held.status)


def test_a_meeting_named_by_its_year_has_an_id_of_its_document(read: Callable[..., Reading]) -> None:
    """Whether two texts mean the same one is not decided here; within a text it is one, and its year is told."""
    [ahead] = read("The 2024 Nordic Security Forum will take place in Oslo on May 20.").events
    [held] = read("The 2024 Nordic Security Forum was held in Oslo on Monday.", "2024-05-21").events

    assert ahead.id != held.id
    assert (ahead.year, held.year, ahead.channel) == (2024, 2024, held.channel)


def test_a_numbered_meeting_of_some_working_group_has_an_id_of_its_document(read: Callable[..., Reading]) -> None:
    """There are many working groups."""
    [ahead] = read("Norway and Japan will hold the second meeting of the working group in Oslo on May 20.").events
    [held] = read("Norway and Japan held the second meeting of the working group in Oslo.", "2024-05-21").events

    assert ahead.id != held.id
    assert (ahead.ordinal, held.ordinal, ahead.channel) == (2, 2, held.channel)


def test_a_listed_agenda_is_itemised(read: Callable[..., Reading]) -> None:
    """Bullets part the items; a comma inside an item does not."""
    [event] = read(
        "Minister Kari Berg will attend the 12th Nordic Security Dialogue, scheduled for May 20. "
        "Key agenda items include: ▲coast guard patrols ▲air, sea, and cable safety ▲joint training in winter."
    ).events

    assert ["coast guard patrols", "air, sea, and cable safety", "joint training in winter"] == [
        a.text for a in event.agenda
    ]


def test_an_event_on_the_sidelines_points_to_its_host(read: Callable[..., Reading]) -> None:
    """The forum is an event of its own, open as to whether it is held."""
    reading = read("President Maria Soto met Chancellor Uwe Brandt on the sidelines of the 2023 G20 summit on Monday.")
    meeting, forum = reading.events

    assert meeting.sidelines_of == forum.id
    assert "G20" in forum.label


def test_a_working_group_is_a_channel_with_a_life(read: Callable[..., Reading]) -> None:
    """Parties, founding and years of a group in lower case come from the text; its launch is an event."""
    reading = read(
        'Critics fear a return of the "working group" run by Norway and Finland from 2014-17. '
        "The working group was launched in March 2014 to coordinate fishing policy."
    )
    [channel] = reading.channels
    actors = {a.id: a.name for a in reading.actors}

    assert ("working group", "2014-03", "2017") == (channel.name, channel.start, channel.end)
    assert ["Finland", "Norway"] == sorted(actors[p] for p in channel.parties)
    assert [("launch", "held", "2014-03")] == [(e.kind, e.status, e.when and e.when.edtf) for e in reading.events]


def test_attribution_follows_the_words(read: Callable[..., Reading]) -> None:
    """Sources, a ministry, or the outlet itself."""
    sources, ministry, outlet = (
        read(text).events[0].attribution
        for text in (
            "Norway and Finland will hold talks on Friday, sources said.",
            "According to the Foreign Ministry, Norway and Finland will hold talks on Friday.",
            "Norway and Finland will hold talks on Friday.",
        )
    )

    assert ("unnamed", "sources") == (sources.kind, sources.speaker_text)
    assert ("named", "the Foreign Ministry") == (ministry.kind, ministry.speaker_text)
    assert ("outlet", None) == (outlet.kind, outlet.speaker_text)


def test_a_precedent_is_tied_to_the_event_that_it_is_claimed_of(read: Callable[..., Reading]) -> None:
    """The first in six years: an interval, and the visit that this marks."""
    reading = read(
        "Defence Minister Lena Voss visited Lithuania on Monday. This marks the first visit by a defence minister in six years."
    )
    [precedent] = reading.precedents

    assert ("P6Y", reading.events[0].id) == (precedent.interval, precedent.event)


def test_evidence_quotes_the_text(read: Callable[..., Reading]) -> None:
    """Every span of every event cuts its quotation out of the text."""
    text = "On Monday, Norway and Finland held talks in Oslo.\n\nThe talks were led by Kari Berg, foreign minister of Norway."
    for event in read(text).events:
        for evidence in event.evidence:
            assert evidence.quote == text[evidence.span.start : evidence.span.end]


def test_a_list_of_lines_is_itemised_too(read: Callable[..., Reading]) -> None:
    """The lead may stand in a paragraph of its own; "the ministers" are those of the meeting told before."""
    reading = read(
        "Minister Kari Berg and Minister Aino Salo held the 12th Nordic Security Dialogue in Oslo on Monday. "
        "The ministers discussed: (1) coast guard patrols (2) cable safety, and (3) winter training."
    )
    [event] = reading.events

    assert ["coast guard patrols", "cable safety", "winter training"] == [a.text for a in event.agenda]


def test_a_list_belongs_to_the_meeting_told_last(read: Callable[..., Reading]) -> None:
    """An agenda behind the second meeting is not the first one's."""
    reading = read(
        "President Maria Soto met Chancellor Uwe Brandt in Vienna on Monday. "
        "Minister Kari Berg will attend the 12th Nordic Security Dialogue, scheduled for May 20. "
        "Key agenda items include: ▲coast guard patrols ▲cable safety."
    )

    assert [[], ["coast guard patrols", "cable safety"]] == [[a.text for a in e.agenda] for e in reading.events]


def test_a_counterpart_that_is_named_is_one_person(read: Callable[..., Reading]) -> None:
    """Behind "her Danish counterpart" the name follows; two people met, not three."""
    reading = read(
        "Foreign Minister Anna Lind met her Danish counterpart, Defence Minister Jens Holm, in Malmo on Monday."
    )

    assert ["Anna Lind", "Jens Holm"] == sorted(names(reading, reading.events[0]))


def test_a_noun_of_the_same_sentence_is_meant_first(read: Callable[..., Reading]) -> None:
    """The trip that did not take place is the one just told, not the one that the text speaks of most."""
    reading = read(
        "Minister Imran Qazi of Pakistan will visit Nepal on Monday. During the visit he will open a school. The visit is his first. "
        "Prime Minister Ram Thapa of Nepal had been due to visit Chile in January, but the trip did not take place."
    )

    assert {("Nepal", "scheduled"), ("Chile", "fell_through")} == {
        (e.place.name if e.place else None, e.status) for e in reading.events
    }


def test_a_reporting_clause_put_in_is_no_scene(read: Callable[..., Reading]) -> None:
    """ "Will travel to Peru, the ministry said on Monday, in a visit that …": one visit, not the ministry's, nor on the day it said so."""
    reading = read(
        "Minister Imran Qazi of Pakistan will travel to Peru on Friday, the foreign ministry said on Tuesday, in a visit that had been called off before."
    )
    [event] = reading.events

    assert {"Imran Qazi": "visitor"} == names(reading, event)
    assert ("scheduled", "2024-05-17") == (event.status, event.when and event.when.edtf)
    assert ["cancelled", "scheduled"] == [s.status for s in event.statuses]


def test_the_short_name_of_a_channel_in_session(read: Callable[..., Reading]) -> None:
    """ "The commission last met" tells of a session of the commission named before."""
    reading = read(
        "Minister Kari Berg will open the ninth session of the Norway-Chile Joint Fisheries Commission in Oslo on Friday. The commission last met in Lima in May 2022."
    )

    assert [("2024-05-17", "scheduled", 9), ("2022-05", "held", None)] == [
        (e.when and e.when.edtf, e.status, e.ordinal) for e in reading.events
    ]
    assert 1 == len({e.channel.id for e in reading.events if e.channel})


def test_a_town_is_part_of_a_forums_name(read: Callable[..., Reading]) -> None:
    """The state or the pair of capitals before a channel's name are its parties; a town alone belongs to the name."""
    reading = read(
        "Minister Kari Berg of Norway will attend the Manila Security Forum on Friday. "
        "The Oslo-Lima Security Dialogue will be held in June."
    )

    assert {"Manila Security Forum", "Security Dialogue"} == {e.channel.name for e in reading.events if e.channel}


def test_who_leads_a_delegation_leads(read: Callable[..., Reading]) -> None:
    """The heads of the delegations lead the meeting told before."""
    reading = read(
        "Norway and Chile will hold talks in Oslo on Friday. Minister Kari Berg will lead the Norwegian delegation, "
        "while the Chilean side will be headed by Vice Minister Pablo Rojas."
    )
    [event] = reading.events

    assert {"Norway": "participant", "Chile": "participant", "Kari Berg": "lead", "Pablo Rojas": "lead"} == names(
        reading, event
    )


def test_a_relative_pronoun_speaks_for_its_name(read: Callable[..., Reading]) -> None:
    """ "India, which has objected to …": India's word."""
    reading = read("India, which has said that the plan is unsafe, will send an observer.")

    assert {"India"} == {a.name for s in reading.statements for a in reading.actors if a.id == s.speaker}


@pytest.mark.parametrize(
    ("text", "status", "roles"),
    [
        ("President Maria Soto refused to visit Germany.", "declined", {"Maria Soto": "declined"}),
        ("President Maria Soto abandoned plans for a visit to Germany.", "cancelled", {"Maria Soto": "visitor"}),
        (
            "President Maria Soto will not hold talks with Chancellor Uwe Brandt.",
            "declined",
            {"Maria Soto": "participant", "Uwe Brandt": "participant"},
        ),
        (
            "President Maria Soto will not attend the summit in Lima on Friday.",
            "scheduled",
            {"Maria Soto": "absent"},
        ),
        (
            "President Maria Soto dropped plans for a summit with Chancellor Uwe Brandt.",
            "cancelled",
            {"Maria Soto": "participant", "Uwe Brandt": "participant"},
        ),
        (
            "President Maria Soto will speak by phone with Chancellor Uwe Brandt on Friday.",
            "scheduled",
            {"Maria Soto": "participant", "Uwe Brandt": "participant"},
        ),
    ],
)
def test_who_is_in_what_does_not_come_about(
    text: str, status: str, roles: dict[str, str], read: Callable[..., Reading]
) -> None:
    """Nobody is absent from talks that are not held; who stays away from a summit is, and who refuses declines."""
    reading = read(text)
    [event] = reading.events

    assert (status, roles) == (event.status, names(reading, event))


def test_yearly_consultations_are_no_one_meeting(read: Callable[..., Reading]) -> None:
    """What is to be held every year is a set of occasions."""
    assert () == read("President Maria Soto and Chancellor Uwe Brandt agreed to hold annual consultations.").events


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Prime Minister Anna Lind spoke with King Haakon of Norway today about the drought in Mali.", None),
        ("Prime Minister Anna Lind spoke with King Haakon of Norway in Oslo today about the drought.", "Oslo"),
    ],
)
def test_place_of_what_is_talked_about_is_not_where_they_talk(
    text: str, place: str | None, read: Callable[..., Reading]
) -> None:
    """A place behind "about" belongs to the subject."""
    assert [e.place.name if e.place else None for e in read(text).events] == [place]


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Readout of Premier Anna Lind’s Call with King Haakon of Norway", "spoke today with", [("call", "held")]),
        ("Readout of Premier Anna Lind Call with King Haakon of Norway", "spoke today with", [("call", "held")]),
        ("Readout of Premier Anna Lind’s Meeting with King Haakon of Norway", "spoke today with", [("talks", "held")]),
        ("Readout of Premier Anna Lind’s Call with King Haakon of Norway", "admires", []),
    ],
)
def test_headline_tells_how_they_spoke(
    headline: str, text: str, expected: list[tuple[str, str]], nlp: Any, knowledge: Knowledge
) -> None:
    """Where the text leaves open how two spoke, a headline's call is one; a headline alone holds nothing."""
    body = make_document(f"Premier Anna Lind {text} King Haakon of Norway. They are old friends.", "2024-05-15")
    title = Block(kind="title", span=Span(0, len(headline), "title"))
    document = replace(body, title=headline, blocks=(title, *body.blocks))
    reading = code(Annotator(nlp, knowledge).annotate(document), knowledge)

    assert [(e.kind, e.status) for e in reading.events] == expected
