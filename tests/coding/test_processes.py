"""Long-running issues: which mentions are one, when a name alone is none, who judges how it goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def _names(reading: Reading) -> list[str]:
    return [p.name for p in reading.processes]


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed a truce with Chad on Monday.",
        "Norway joined the European Union in 1990.",
        "Norway and Chad held nuclear talks in Oslo.",
        "The minister will leave Oslo by Monday.",
        "Norway wants a political solution.",
        "The senator called for the ratification of the Marriage Amendment.",
        "The law sets up a negotiation process that is fair for bus makers.",
    ],
)
def test_a_single_deed_is_no_process(text: str, read: Callable[..., Reading]) -> None:
    """A truce signed, talks held or a union joined is an event; an issue only where more is told of it."""
    assert [] == _names(read(text))


def test_a_deed_that_waits_for_something_is_one(read: Callable[..., Reading]) -> None:
    """What a text tells of a condition and an end makes a deed to come a process."""
    [process] = read("Chad will return to compliance with the accord only after the removal of sanctions.").processes

    assert "return to compliance with the accord" == process.name
    assert ("the removal of sanctions",) == process.conditions


def test_a_truce_is_told_with_the_deal_and_its_phases(read: Callable[..., Reading]) -> None:
    """The truce, its deal and "the truce" again are one issue."""
    [process] = read(
        "Talks began on the second phase of the ceasefire deal between Chad and Peru. The truce has held. Oslo is discussing implementation of the deal."
    ).processes

    assert 3 == len(process.evidence)
    assert ("second phase of the ceasefire deal between Chad and Peru",) == process.milestones
    assert ["The truce has held"] == [a.text for a in process.assessments]


def test_each_country_has_its_own_accession(read: Callable[..., Reading]) -> None:
    """Talks that Peru closes are not those that Chad closes."""
    found = read(
        "Peru wants to conclude accession negotiations by 2026. Chad wants to conclude accession negotiations by 2028."
    ).processes

    assert ["by 2026", "by 2028"] == [p.target for p in found]


def test_a_noun_with_an_article_is_the_issue_before(read: Callable[..., Reading]) -> None:
    """ "The process" tells more of the one that was named."""
    [process] = read("Norway praised the peace process in Chad. The process has stalled.").processes

    assert ["Norway praised the peace process in Chad", "The process has stalled"] == [
        a.text for a in process.assessments
    ]


def test_who_reached_the_view_judges_it_with_the_hedge(read: Callable[..., Reading]) -> None:
    """Of a view that both sides reportedly reached, both are the judges and the hedge is kept."""
    reading = read(
        "Norway and Peru looked at the conditions-based transfer of command and reportedly reached an understanding that"
        " great progress had been made towards the transfer of command."
    )
    names = {a.id: a.name for a in reading.actors}
    [assessment] = reading.processes[0].assessments

    assert ("Norway", "Peru") == tuple(names[a] for a in assessment.by)
    assert "reportedly" == assessment.hedge


@pytest.mark.slow
def test_a_paragraph_longer_than_is_parsed_at_once_is_read_whole(read: Callable[..., Reading]) -> None:
    """It is cut between sentences: the deeds before and behind the cut are read, and the peace process is one."""
    sentences = (
        f"The sides support the peace process in Chad. Norway and Peru will expand cooperation on fisheries by {year}. "
        for year in range(2030, 2240)
    )

    reading = read("".join(sentences))

    assert 1 == len(reading.processes)
    assert 210 == len(reading.commitments)


def test_bodies_that_deal_with_it_tell_whose_it_is(read: Callable[..., Reading]) -> None:
    """Where no name tells the sides, those of the two commissions on it are."""
    [process] = read(
        "The Peruvian and Chadian commissions on border delimitation met in Oslo on Monday. Border delimitation has stalled."
    ).processes

    assert ("PER", "TCD") == process.countries


@pytest.mark.parametrize(
    "text",
    [
        "The miners' union and the owners hope for a resolution of the dispute, which has gone on for a month.",
        "The two firms are far apart on a settlement of their dispute, which has stalled.",
        "The chairman said that the resolution of the dispute with the Norwegian dockers depends on a vote.",
        "The law awaits parliamentary ratification in Norway.",
        "Norway called for full enforcement of our trade agreements.",
        "Norway is the home of the world's trade agreements, and of compliance with the pact.",
        "The minister's stabilisation programme in Peru has stalled.",
        "The grain trade was freed under Peru's January 1986 accession to the European Union.",
    ],
)
def test_matters_at_home_and_things_long_done_are_none(text: str, read: Callable[..., Reading]) -> None:
    """A strike, a lawsuit, a budget, a law of one's own; a demand to keep to a paper; an accession of long ago."""
    assert read(text).processes == ()


@pytest.mark.parametrize(
    "text",
    [
        "The resolution of the dispute between Norway and Peru depends on a vote.",
        "The settlement of the conflict in the valley depends on the elders.",
        "Ratification of the Lima Treaty has stalled in Norway.",
        "The ministers welcomed the smooth implementation of the Lima Agreement.",
        "Norwegian compliance with the accord has been reviewed.",
    ],
)
def test_matters_among_states_are_processes(text: str, read: Callable[..., Reading]) -> None:
    """Two states in a dispute, a war, a treaty, a duty that is somebody's."""
    assert len(read(text).processes) == 1


def test_who_opposes_an_accession_is_no_side_of_it(read: Callable[..., Reading]) -> None:
    """The country that joins is told in the name, by its people's."""
    [process] = read("Norway opposes Peruvian membership of the World Bank, which is in doubt.").processes

    assert process.countries == ("PER",)
