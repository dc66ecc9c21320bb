"""What the ledger shows as of a point on each clock."""

from __future__ import annotations

import pytest

from memcon.errors import UsageError
from memcon.ledger.views import as_of
from tests.ledger.notation import book, dispatch, event_id

MARCH = dispatch("River Commission #12: {scheduled|is set} for {2031-05-09|May 9}.", published="2031-03-03")
MAY = dispatch("River Commission #12: {held|met} on {2031-05-09|May 9}.", published="2031-05-10")
SOME_TIME = dispatch("Delta talks: {expected|likely} soon.")
ENTRIES = book(MARCH, MAY, SOME_TIME)


def statuses(
    *, valid: str | None = None, recorded: str | None = None, published: str | None = None
) -> dict[str, str | None]:
    views = as_of(ENTRIES, valid=valid, recorded=recorded, published=published)
    return {event.label: event.status for event in views.events}


def test_all_without_a_clock() -> None:
    """Without a point in time the whole ledger counts."""
    assert statuses() == {"River Commission #12": "held", "Delta talks": "expected"}


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ("2030-12-31", {}),
        ("2031-01-01T00:00:00Z", {"River Commission #12": "scheduled"}),
        ("2031-01-01", {"River Commission #12": "scheduled"}),
        ("2031-01-02", {"River Commission #12": "held"}),
        ("2031-01", {"River Commission #12": "held", "Delta talks": "expected"}),
    ],
)
def test_recorded(recorded: str, expected: dict[str, str]) -> None:
    """Only what the ledger held by then; a day or month counts whole."""
    assert statuses(recorded=recorded) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031-03-02", {}),
        ("2031-03-03", {"River Commission #12": "scheduled"}),
        ("2031-05", {"River Commission #12": "held"}),
    ],
)
def test_published(published: str, expected: dict[str, str]) -> None:
    """Only what was published for certain by then; what has no date of publication is left out."""
    assert statuses(published=published) == expected
    assert {s.published for s in as_of(ENTRIES, published=published).documents} <= {"2031-03-03", "2031-05-10"}


def test_published_in_an_unclear_month_is_not_certain_before_its_end() -> None:
    """A source of "March" may have come out on the 31st."""
    vague = book(dispatch("Delta talks: {held|over}.", published="2031-03"))

    assert as_of(vague, published="2031-03-30").events == ()
    assert len(as_of(vague, published="2031-03-31").events) == 1


def test_valid() -> None:
    """Only events that may be going on at that time; those without a time are left out."""
    assert statuses(valid="2031-05") == {"River Commission #12": "held"}
    assert statuses(valid="2031-05-10") == {}


@pytest.mark.parametrize("clock", ["valid", "recorded", "published"])
def test_unreadable_time_is_refused(clock: str) -> None:
    """A time that names no day is the caller's mistake."""
    asked = {clock: "last week"}

    with pytest.raises(UsageError):
        as_of(ENTRIES, valid=asked.get("valid"), recorded=asked.get("recorded"), published=asked.get("published"))


def test_documents_in_source_order() -> None:
    """Documents come by publication, those without a date first."""
    assert [s.published for s in as_of(ENTRIES).documents] == [None, "2031-03-03", "2031-05-10"]


def test_no_entries_give_no_views() -> None:
    """An empty book shows nothing."""
    assert as_of(()).events == ()


def test_evidence_is_cited_with_its_source() -> None:
    """Each citation quotes its own document."""
    event = next(e for e in as_of(ENTRIES).events if e.id == event_id("River Commission #12"))
    texts = {r.document.id: r.document.text for r in (MARCH, MAY)}

    assert event.evidence
    assert all(c.quote == c.span.of(texts[c.source.document]) for c in event.evidence)
