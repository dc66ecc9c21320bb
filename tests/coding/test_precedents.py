"""Claims of precedent: which of them tell of foreign affairs, and which words tell them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def _told(reading: Reading) -> list[str]:
    return [p.text for p in reading.precedents]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway has criticised Peru's fishing policy for the first time.", "Norway has criticised Peru's fishing policy for the first time"),
        ("But for the first time, Norway offered last week a truce to the rebels of Chad.", "for the first time, Norway offered last week a truce to the rebels of Chad"),
        ("President Soto for the first time admitted that Peru sold arms to Chad, which he had denied.", "President Soto for the first time admitted that Peru sold arms to Chad"),
        ("Norway presented its case for the first time to the council of the OECD.", "Norway presented its case for the first time to the council of the OECD"),
        ("The ministers of Norway and Peru met in Oslo. Chad will also attend for the first time.", "Chad will also attend for the first time"),
        ("This is the first time Norway has attended a meeting of the OECD.", "first time Norway has attended a meeting of the OECD"),
        ("It was his first official visit to the European Union (EU).", "first official visit to the European Union (EU)"),
        ("President Soto came from Peru on his first visit to Norway, hailed as a triumph by the press.", "first visit to Norway"),
        ("Ties of Norway and Peru were raised to unprecedented heights and they will only grow in the coming years.", "unprecedented heights"),
        ("The ministers of Norway and Peru had not met since 2011.", "not met since 2011"),
    ],
)  # fmt: skip
def test_a_claim_is_told_with_what_was_done(text: str, claim: str, read: Callable[..., Reading]) -> None:
    """ "For the first time" takes in its clause; what only adds something is left out."""
    assert [claim] == _told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Norway and Peru met in Oslo. The Norwegian krone rose above its mark for the first time in two months.",
        "The ministers of Norway and Peru met in Oslo. Norwegian exports to Peru fell below a billion for the first time since 2011.",
        "The ministers of Norway and Peru met in Oslo. Norway allowed firms to hold gold for the first time last year.",
        "The ministers of Norway and Peru met in Oslo. The strikes were the first at the mill since the election in Norway.",
        "The ministers of Norway and Peru met in Oslo. Anna Lind became the longest-serving mayor in the history of the town.",
        "The ministers of Norway and Peru met in Oslo. It was the worst crisis of the Norwegian government since 2011.",
        "The ministers of Norway and Peru met in Oslo. The chairman opened the first board meeting of the quarter.",
        "The ministers of Norway and Peru met in Oslo. Three funds from Norway asked a banker in Peru for the first time to buy shares.",
    ],
)
def test_firsts_at_home_and_of_business_are_no_claims(text: str, read: Callable[..., Reading]) -> None:
    """Beside an event, too: of prices, exports, firms, unions, and of what one state does by itself."""
    assert [] == _told(read(text))


def test_the_year_of_a_budget_is_not_when_it_was(read: Callable[..., Reading]) -> None:
    """ "Since" counts from when something was done."""
    [claim] = read(
        "The ministers of Norway and Peru met for the first time since the EU unveiled a budget for 2021."
    ).precedents

    assert claim.since is None
