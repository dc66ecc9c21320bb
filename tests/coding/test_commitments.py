"""Undertakings: whose, what, in which paper, by when, how far they have come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading
from memcon.knowledge import Knowledge

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def found(annotate: Callable[..., Annotation], knowledge: Knowledge) -> Callable[[str], Reading]:
    """A reading by rules alone: what is kept of it is learned, and no matter of these tests."""
    return lambda text: code(annotate(text, "2024-05-15"), knowledge, is_learned=False)


@pytest.mark.parametrize(
    ("text", "parties", "undertaken", "instrument", "status"),
    [
        ("Norway and Finland agreed to share radar data.", 2, "to share radar data", None, "made"),
        ("Norway committed to yearly consultations in a joint statement.", 1, "yearly consultations", "joint statement", "made"),
        ("They issued a fact sheet, in which Norway and Finland committed to close consultations.", 2, "close consultations", "fact sheet", "made"),
        ("Norway reaffirmed its aid pledge.", 1, "its aid pledge", None, "reaffirmed"),
        ("Norway pledged to re-open the port.", 1, "to re-open the port", None, "made"),
        ("The treaty commits Norway to open its ports.", 1, "to open its ports", "treaty", "made"),
        ("Norway is working with its partners to clear the mines.", 1, "to clear the mines", None, "in_progress"),
        ("Norway, a close partner of Peru, will send ships.", 1, "will send ships", None, "made"),
        ("Norway remains committed to the treaty.", 1, "the treaty", None, "reaffirmed"),
        ("Norway will send ships to the strait.", 1, "will send ships to the strait", None, "made"),
        ("Norway fulfilled its promise to open the port.", 1, "to open the port", None, "met"),
        ("Norway broke its pledge to withdraw.", 1, "to withdraw", None, "broken"),
        ("Norway failed to keep its pledge to withdraw.", 1, "to withdraw", None, "broken"),
        ("Norway made good on its pledge to withdraw.", 1, "to withdraw", None, "met"),
        ("Norway has yet to keep its pledge to withdraw.", 1, "to withdraw", None, "made"),
        ("Under a plan agreed in May, Norway is to withdraw its troops.", 1, "to withdraw its troops", "plan", "made"),
        ("Norway said it would carry out its pledge to withdraw.", 1, "to withdraw", None, "reaffirmed"),
        ("Norway and Peru agreed to lift the ban but still disagree on fees.", 2, "to lift the ban", None, "made"),
        ("Peru's leader Ana Soto and the country's main opposition leader Luis Paz agreed to delay the vote.", 2, "to delay the vote", None, "made"),
        ("Norway will send six ships to the strait. Norway will send ships to the strait.", 1, "will send six ships to the strait", None, "made"),
        ("Norway said it would send ships and had thus settled the matter.", 1, "would send ships", None, "made"),
        ("Norway will remain committed and engaged in efforts to end the war.", 1, "will remain committed and engaged in efforts to end the war", None, "made"),
        ("Norway has given its word that the port will stay open.", 1, "that the port will stay open", None, "made"),
        ("Norway agreed to sign the Lima Mine Treaty (LMT).", 1, "to sign the Lima Mine Treaty (LMT)", None, "made"),
        ("Norway agreed to close the port, despite protests in Peru.", 1, "to close the port", None, "made"),
        ("Norway agreed to work on a paper, with the hope that the ministers meet in May.", 1, "to work on a paper", None, "made"),
        ("In a speech on the pact, President Ana Soto of Norway, who came late, also pledged to open the port.", 1, "to open the port", None, "made"),
        ("Norway is making every effort to clear the mines.", 1, "to clear the mines", None, "in_progress"),
    ],
)  # fmt: skip
def test_what_was_undertaken(
    text: str, parties: int, undertaken: str, instrument: str | None, status: str, found: Callable[[str], Reading]
) -> None:
    """Parties, the words of the undertaking, the paper it stands in, how far it has come."""
    [commitment] = found(text).commitments

    assert (parties, undertaken, instrument, status) == (
        len(commitment.parties),
        commitment.text,
        commitment.instrument,
        commitment.status,
    )


@pytest.mark.parametrize("text", ["Norway may commit to the plan.", "Norway did not agree to share data."])
def test_what_is_not_undertaken(text: str, found: Callable[[str], Reading]) -> None:
    """Chances and refusals bind nobody."""
    assert () == found(text).commitments


@pytest.mark.parametrize(
    ("text", "undertaken", "target"),
    [
        ("Norway promised to renew the fishing accord of May 2020.", "to renew the fishing accord of May 2020", None),
        ("Norway agreed to close the office that it opened in May 2020.", "to close the office that it opened in May 2020", None),
        ("Norway promised to close the office that it opened in May 2020 by June 2025.", None, "../2025-06"),
        ("Norway agreed to send a medical team, the Foreign Ministry said on Tuesday.", "to send a medical team", None),
    ],
)  # fmt: skip
def test_what_is_named_lends_no_date(
    text: str, undertaken: str | None, target: str | None, found: Callable[[str], Reading]
) -> None:
    """The date of what is named is no deadline, and who said so is no part of it."""
    [commitment] = found(text).commitments

    assert undertaken is None or undertaken == commitment.text
    assert target == commitment.target


def test_by_when(found: Callable[[str], Reading]) -> None:
    """The deadline is the last day told in what is undertaken."""
    [commitment] = found("Norway pledged to withdraw its troops by June 2025.").commitments

    assert "../2025-06" == commitment.target


def test_bullets_behind_a_colon(found: Callable[[str], Reading]) -> None:
    """Each item of a list of what the sides agreed to is an undertaking of theirs."""
    reading = found("Norway and Peru agreed to:\n- Open the port to ships.\n- Build a bridge to Chad.\n")

    assert [("Open the port to ships", 2), ("Build a bridge to Chad", 2)] == [
        (c.text, len(c.parties)) for c in reading.commitments
    ]


def parties(reading: Reading) -> list[tuple[tuple[str, ...], str]]:
    actors = {a.id: a.name for a in reading.actors}
    return [(tuple(actors[p] for p in c.parties), c.text) for c in reading.commitments]


def test_what_an_official_undertakes_as_we_binds_the_state(found: Callable[[str], Reading]) -> None:
    """ "I" is the speaker, "we" the state that the office serves."""
    reading = found(
        'Foreign Minister Liv Dahl of Norway met with ministers of Peru. Norway and Peru share a border. "We will send ships to the strait," Dahl said. "I will return to Lima in May," Dahl said.'
    )

    assert [(("Norway",), "will send ships to the strait"), (("Liv Dahl",), "will return to Lima in May")] == parties(
        reading
    )


def test_our_commitment_is_that_of_whoever_issues_the_text(found: Callable[[str], Reading]) -> None:
    """ "Our" and "their" own a promise as a name does."""
    reading = found(
        "As leaders of Norway and Peru, guided by our shared commitment to free trade, we resolve to clear the mines."
    )

    assert [(("Norway", "Peru"), "free trade"), (("Norway", "Peru"), "to clear the mines")] == parties(reading)


@pytest.mark.parametrize(
    "text",
    [
        "The minister could not imagine a situation in which Norway would send ships to the strait.",
        "The minister does not believe that Norway will send ships to the strait.",
        "Imagine that Norway will send ships to the strait.",
        "Norway denied that it had promised to send ships to the strait.",
        "Peru wants a guarantee from Norway that the strait will stay open.",
        "If Peru closed the strait, Norway would send ships.",
    ],
)
def test_what_is_denied_or_imagined_is_no_promise(text: str, found: Callable[[str], Reading]) -> None:
    """A promise in a clause that hangs on a denied verb or on imagining is none."""
    assert () == found(text).commitments


@pytest.mark.parametrize(
    "between",
    [
        "Ms. Dahl welcomed the trade pact of Chad and Mali. She underscored the importance of fair elections.",
        "Ms. Dahl raised the lake, where Chad and Mali have built a dam.",
    ],
)
def test_they_are_those_who_met_and_no_states_that_were_spoken_of(
    between: str, found: Callable[[str], Reading]
) -> None:
    """States that do nothing where they are named last agree to nothing behind it."""
    reading = found(
        "Foreign Minister Liv Dahl of Norway spoke by phone today with Foreign Minister Maria Soto of Peru. "
        f"{between} They agreed to consult closely on fishing."
    )
    (made,) = reading.commitments
    names = {a.id: a.name for a in reading.actors}
    assert {names[p] for p in made.parties} == {"Liv Dahl", "Maria Soto"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The ministers of Norway and Peru came to Oslo. The ministers vowed to lift the ban.", ["Norway", "Peru"]),
        ("President Ana Soto and Prime Minister Luis Paz signed the law. Both sides agreed to lift the ban.", ["Ana Soto", "Luis Paz"]),
        ("Soldiers guarded the port. Both sides agreed to lift the ban.", ["Both sides"]),
    ],
)  # fmt: skip
def test_groups_told_again_are_those_named_before(
    text: str, parties: list[str], found: Callable[[str], Reading]
) -> None:
    """ "The ministers" are those whom the noun named in full, "both sides" the last two in a row, nobody else."""
    reading = found(text)
    names = {a.id: a.name for a in reading.actors}

    assert [parties] == [[names[p] for p in c.parties] for c in reading.commitments]
