"""Claims of precedent, checked over what the ledger holds."""

from __future__ import annotations

import pytest

from memcon.domain.records import Precedent
from memcon.domain.views import Checked
from memcon.ledger.precedents import check_precedent
from memcon.ledger.views import as_of
from tests.ledger.notation import book, dispatch, event_id

LATEST = dispatch(
    "Delta talks: {held|met} on {2031-05-09|May 9}, led by {lead|Flavia Elphberg}.", published="2031-05-10"
)
EARLIER = dispatch(
    "Lake talks: {held|met} on {2023-03-01|March 1}, led by {lead|Flavia Elphberg}.", published="2023-03-02"
)
UNDONE = dispatch(
    "Hill talks: {cancelled|off} on {2030-03-01|March 1}, led by {lead|Flavia Elphberg}.", published="2030-03-02"
)
STRANGERS = dispatch(
    "Moor talks: {held|met} on {2030-03-01|March 1}, led by {lead|Rupert Hentzau}.", published="2030-03-02"
)


def claim(
    scope: str = "first talks", *, since: str | None = None, interval: str | None = None, event: str = "Delta talks"
) -> Precedent:
    return Precedent(
        id="p1", text=scope, evidence=(), event=event_id(event), scope=scope, since=since, interval=interval
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (claim(interval="P8Y"), Checked(verdict="supported", events=(event_id("Lake talks"),))),
        (claim(since="2023-03"), Checked(verdict="supported", events=(event_id("Lake talks"),))),
        (claim(interval="P10Y"), Checked(verdict="contradicted", events=(event_id("Lake talks"),))),
        (claim(), Checked(verdict="contradicted", events=(event_id("Lake talks"),))),
        (claim("largest talks"), Checked(verdict="unknown", missing="only claims to be the first can be checked")),
        (claim(event="Sea talks"), Checked(verdict="unknown", missing="the event that it is about")),
    ],
)
def test_a_claim_is_held_against_earlier_events_of_the_same_parties(asked: Precedent, expected: Checked) -> None:
    """What was called off, and what others did, speaks neither for a claim nor against it."""
    assert check_precedent(asked, as_of(book(LATEST, EARLIER, UNDONE, STRANGERS))) == expected


def test_without_an_earlier_event_nothing_is_known() -> None:
    """That the ledger holds none does not make it the first."""
    found = check_precedent(claim(interval="P8Y"), as_of(book(LATEST, UNDONE, STRANGERS)))

    assert found == Checked(verdict="unknown", missing="an earlier event of its kind with the same parties")
