"""What stands above the running text."""

from __future__ import annotations

import pytest

from memcon.extract.blocks import lay_out
from memcon.extract.heads import is_place_and_date

BODY = "The envoys of both coastal states met in Bergen on Tuesday, officials said, to talk about herring."
MORE = "They will meet again in June, when the herring has been counted, the ministry said in a note."
REST = f"{BODY}\n\n{MORE}"


def kinds(text: str, title: str | None = None) -> list[str]:
    return [b.kind for b in lay_out(text, title=title).blocks]


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        (f"Envoys count herring in Bergen\n\nThe Fjord Courier\n\n{REST}", "The Fjord Courier", ["title", "credit", "body", "body"]),
        (f"The Fjord Courier\n\nEnvoys count herring in Bergen\n\n{REST}", "The Fjord Courier", ["credit", "title", "body", "body"]),
        (
            f"COASTAL COMMAND BULLETIN\n\nFor Immediate Release\nMay 4, 2021\n\nEnvoys count herring\n\n{REST}",
            "COASTAL COMMAND BULLETIN",
            ["credit", "date_line", "date_line", "title", "body", "body"],
        ),
        (
            f"FJORD COURIER | World | May 4, 2021, 09:15\n\nEnvoys count herring in Bergen\n\n{REST}",
            "FJORD COURIER",
            ["credit", "boilerplate", "date_line", "title", "body", "body"],
        ),
        (f"Envoys count herring\n\n*Fjord News* | Published: May 4, 2021\n\n{REST}", "Fjord News", ["title", "credit", "date_line", "body", "body"]),
        (f"Envoys count herring\n\nThe Fjord Courier, May 4, 2021\n\n{REST}", "The Fjord Courier", ["title", "credit", "date_line", "body", "body"]),
        (f"Envoys count herring\n\n**Fjord Courier** — May 4, 2021\n\n{REST}", "Fjord Courier", ["title", "credit", "date_line", "body", "body"]),
        (f"Envoys count herring\nSource: Fjord Courier\nMay 4, 2021\n{REST}", "Fjord Courier", ["title", "credit", "date_line", "body", "body"]),
        (f"Envoys count herring\n_By Ana Ruiz | Fjord Courier | May 4, 2021_\n{REST}", "Fjord Courier", ["title", "byline", "credit", "date_line", "body", "body"]),
        (f"{REST}\n\nThe Fjord Courier", "The Fjord Courier", ["body", "body", "credit"]),
        (
            f"Northern Command - Norway\n2021-05-S-017\nFor Immediate Release\n{REST}",
            "Northern Command - Norway",
            ["heading", "boilerplate", "date_line", "body", "body"],
        ),
        (f"Ministry of Fisheries\n\nMay 4, 2021\n\nEnvoys count herring\n\n{REST}", "Ministry of Fisheries", ["heading", "date_line", "title", "body", "body"]),
    ],
)  # fmt: skip
def test_publishers(text: str, publisher: str, expected: list[str]) -> None:
    """A lone line above or below the text names the outlet or the issuer."""
    assert (lay_out(text).publisher, kinds(text)) == (publisher, expected)


@pytest.mark.parametrize(
    "text",
    [
        f"The Fjord Courier\n\n{REST}",
        f"Envoys meet in Bergen\n\nHard Times\n\n{REST}",
        f"Envoys meet in Bergen\n\nFjord News\n\n{REST}",
        f"Envoys meet in Bergen\n\nThe Fjord Courier\n\n{REST}\n\n".replace("The Fjord Courier", "Herring and Ships"),
        f"The Fjord Courier\nThe Bergen Herald\nEnvoys meet in Bergen\n\n{REST}",
        f"Office of the Spokesperson\n\n{REST}",
        f"Envoy Captures Herring Thief in Bergen\n2021-05-S-017\nFor Immediate Release\n{REST}",
        f"{BODY}\n\nThe Fjord Courier\n\n{MORE}",
        f"{REST}\n\nThe Fjord Courier\n\nThe Bergen Herald",
    ],
)
def test_open_publishers(text: str) -> None:
    """What may be the headline or a heading, and two names at once, leave it open."""
    assert lay_out(text).publisher is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Envoys weigh herring pact in Bergen.\n\n{BODY} {BODY}", ["title", "body"]),
        (f"Oslo envoy's herring plan wins the day at last, again.\n\nBERGEN, Norway (AP) — {REST}", ["title", "date_line", "body", "body"]),
        (f"The envoys met on Tuesday.\n\n{BODY} {BODY}", ["body", "body"]),
        (f"Envoy's pals hold their fire.\n\nBERGEN — {REST}", ["title", "date_line", "body", "body"]),
        (f"Envoys brace for herring;\n\nBergen sets strict rules as the coastal states plan to give all boats more room at sea.\n\n{REST}", ["title", "body", "body", "body"]),
        (f"It was late.\n\n{BODY}", ["body", "body"]),
        (f"OSLO TALKS\n\nEnvoys weigh herring pact\n\n{REST}", ["heading", "title", "body", "body"]),
        (f"BC-NORWAY-HERRING-TALKS\n\nEnvoys weigh herring pact\n\n{REST}", ["boilerplate", "title", "body", "body"]),
        (f"Home > World > Europe\n\nEnvoys weigh herring pact\n\n{REST}", ["boilerplate", "title", "body", "body"]),
        (f"Ingrid Solberg, Minister of Fisheries\n\nBergen, Norway\nHarbour Hall\n\n{REST}", ["heading", "heading", "heading", "body", "body"]),
        (f"Envoys of both coastal states weigh pact on\nHerring and Cod in Bergen\n\n{REST}", ["title", "body", "body"]),
        (f"Envoys weigh herring pact\n\nFisheries Minister Ingrid Solberg hosted Denmark's Envoy May Dahl in Bergen on Tuesday, their first.\n\n{MORE}", ["title", "body", "body"]),
        (f"Envoys weigh pact\n\n*Vienna, 26 April 2021*\n\n{REST}", ["title", "date_line", "body", "body"]),
        (f"Envoys Weigh Herring Pact - The Fjord Courier\nEnvoys Weigh Herring Pact\n\n{REST}", ["title", "title", "body", "body"]),
        (f"OSLO, May 4 (AP) -- Envoy Ingrid Solberg of Norway met Envoy May Dahl of Denmark in Bergen.\n\n{MORE}", ["date_line", "body", "body"]),
        (f"OSLO (AP) - Envoy Ingrid Solberg to Meet Envoy May Dahl\n\n{REST}", ["title", "body", "body"]),
    ],
)  # fmt: skip
def test_titles(text: str, expected: list[str]) -> None:
    """Titles with stops, in two lines, repeated; slugs, sections, kickers and speakers are none."""
    assert kinds(text) == expected


def test_a_title_of_metadata_is_known_again() -> None:
    """Also where a word was changed."""
    text = f"Envoys of both coasts meet in Bergen over herring.\n\n{REST}"

    assert kinds(text, "Envoys of both coasts meet in Bergen over cod")[0] == "title"
    assert kinds(text, "Storm over the harbour of Bergen ends all talks")[0] == "body"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vienna, 26 April 2021", True),
        ("*Brussels, 23 June 2025*", True),
        ("New York, May 4, 2021", True),
        ("Bergen Summit, 4 May 2021", False),
        ("Tuesday, May 11, 2021", False),
        ("Talks in Bergen, 4 May 2021", False),
        ("Bergen, 4 May", False),
        ("Posted 4 May 2021", False),
        ("Found 4 May 2021", False),
    ],
)
def test_places_with_dates(line: str, expected: bool) -> None:
    """A place's name and a full date, and nothing that is held or issued."""
    assert is_place_and_date(line) is expected


def test_names_that_may_be_a_person_s_are_no_place() -> None:
    """A writer's name stands before a date as well."""
    dateline = lay_out(f"Envoys weigh pact\n\nIngrid Solberg, 26 April 2021\n\n{REST}").dateline

    assert dateline is None or dateline.place is None
    assert kinds(f"The Fjord Courier\n\n{REST}") == ["heading", "body", "body"]


def test_a_place_with_a_date_is_the_dateline() -> None:
    """Ministries write it on a line of its own."""
    dateline = lay_out(f"Envoys weigh pact\n\nVienna, 26 April 2021\n\n{REST}").dateline

    assert dateline is not None
    assert (dateline.place, dateline.date) == ("Vienna", "2021-04-26")
