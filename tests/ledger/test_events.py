"""Events over several documents: history, time, participants."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from memcon.domain.entries import judgement
from memcon.domain.reading import Reading
from memcon.domain.views import EventView
from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.report.layout import plain_text
from memcon.report.timeline import timeline_lines
from tests.ledger.notation import actor_id, book, channel_id, dispatch, event_id

ANNOUNCED = dispatch(
    "River Commission #12: {scheduled|will meet} on {2031-03-09|March 9} in {place|Strelsau}, led by {lead|Flavia Elphberg},"
    " to take up {agenda|water levels} and {agenda|ferry licences}.",
    published="2031-03-03",
    publisher="The Example Daily",
)
HELD = dispatch(
    "River Commission #12: {held|met} in {2031-03|March}, {participant|Flavia Elphberg} said, with {participant|Rupert Hentzau}.",
    published="2031-03-10",
    publisher="The Zenda Post",
)
UNDATED = dispatch("River Commission #12: {proposed|was proposed} for {2031|this year}.", publisher="A Leaflet")


def only(*readings: Reading) -> EventView:
    (event,) = as_of(book(*readings)).events
    return event


def test_one_event_with_the_history_of_both_dispatches() -> None:
    """Two dispatches on one session give one event, whose status is the later source's and whose history keeps both."""
    event = only(ANNOUNCED, HELD)

    assert event.id == event_id("River Commission #12")
    assert event.status == "held"
    assert [(s.value.status, s.source.published) for s in event.statuses] == [
        ("scheduled", "2031-03-03"),
        ("held", "2031-03-10"),
    ]
    assert [s.publisher for s in event.sources] == ["The Example Daily", "The Zenda Post"]
    assert (event.channel and event.channel.id, event.ordinal) == (channel_id("River Commission"), 12)


def test_the_steps_of_one_document_keep_its_order_whenever_they_were_recorded() -> None:
    """A later reading of a document may find an earlier step; it does not become the latest word."""
    both = dispatch("Delta talks: {expected|were expected} and {fell_through|fell through}.", published="2031-03-03")
    recorded = tuple(reversed(assert_reading(both)))

    event = as_of(book(recorded)).events[0]

    assert ["expected", "fell_through"] == [s.value.status for s in event.statuses]
    assert "fell_through" == event.status


def test_order_of_adding_does_not_matter() -> None:
    """The view is the same whichever document came first, but for when the ledger came to hold it."""
    views = [only(*order) for order in permutations((ANNOUNCED, HELD, UNDATED))]

    assert {tuple(s.value.status for s in v.statuses) for v in views} == {("proposed", "scheduled", "held")}
    assert len({(v.when, v.place, v.evidence, tuple(p.name for p in v.participants)) for v in views}) == 1


def test_sessions_of_one_channel_stay_apart() -> None:
    """Two ordinals are two events, and the channel lists both in order."""
    views = as_of(book(ANNOUNCED, dispatch("River Commission #11: {held|met} in {2030|2030}.", published="2031-03-04")))

    assert len(views.events) == 2
    assert views.channels[0].sessions == (event_id("River Commission #11"), event_id("River Commission #12"))


def test_undated_source_never_has_the_last_word() -> None:
    """A source whose date nobody knows comes before every dated one."""
    event = only(ANNOUNCED, UNDATED)

    assert event.status == "scheduled"
    assert event.when == "2031-03-09"


def test_time_is_the_most_recent_sources() -> None:
    """A later, vaguer source counts; the earlier claim stays among the claims."""
    event = only(ANNOUNCED, HELD)

    assert event.when == "2031-03"
    assert [claim.value.edtf for claim in event.whens] == ["2031-03-09", "2031-03"]
    assert not event.is_disputed


def test_the_day_that_a_report_told_is_kept() -> None:
    """Who looks back on "March" takes nothing back of what was held on the 9th; what was only set for that day may have moved within the month."""
    held = dispatch("River Commission #12: {held|met} on {2031-03-09|March 9}.", published="2031-03-09")
    later = dispatch("River Commission #12: {held|met} in {2031-03|March}.", published="2031-04-02")
    elsewhere = dispatch("River Commission #12: {held|met} in {2031-02|February}.", published="2031-04-02")

    assert only(held, later).when == "2031-03-09"
    assert only(held, elsewhere).when == "2031-02"


def test_the_day_that_was_set_is_outlived_by_what_goes_on_later() -> None:
    """What is told as going on a week after the day for which it was set did not take place on that day; a visit may last some days, and what was held was."""
    weeks = dispatch("River Commission #12: {under_way|is meeting}.", published="2031-03-16")
    days = dispatch("River Commission #12: {under_way|is meeting}.", published="2031-03-12")
    held = dispatch("River Commission #12: {held|met} on {2031-03-09|March 9}.", published="2031-03-10")

    assert only(ANNOUNCED, weeks).when is None
    assert only(ANNOUNCED, days).when == "2031-03-09"
    assert only(ANNOUNCED, held, weeks).when == "2031-03-09"
    assert [claim.value.edtf for claim in only(ANNOUNCED, weeks).whens] == ["2031-03-09"]


@pytest.mark.parametrize(
    ("first", "second", "current"),
    [
        ("2031-03-09", "2031-03", "2031-03-09"),
        ("2031-03", "2031-03-09", "2031-03-09"),
        ("2031-03-09", "2031-04", None),
        ("XXXX-03-09", "2031-03", "2031-03"),
    ],
)
def test_more_exact_time_wins_between_sources_of_one_day(first: str, second: str, current: str | None) -> None:
    """Of two compatible times published the same day the more exact holds; incompatible ones are disputed."""
    one, other = (
        dispatch(f"Delta talks: {{scheduled|set}} for {{{edtf}|then}}.", published="2031-03-03", publisher=name)
        for edtf, name in ((first, "One"), (second, "Other"))
    )
    event = only(one, other)

    if current is None:
        assert event.is_disputed
        assert event.when == event.whens[-1].value.edtf
    else:
        assert event.when == current
        assert not event.is_disputed


def test_new_date_after_postponement_is_no_dispute() -> None:
    """Times from before an event was put off are history, not contradiction."""
    put_off = dispatch("River Commission #12: {postponed|was put off} to {2031-04-02|April 2}.", published="2031-03-08")
    moved = dispatch("River Commission #12: {scheduled|is set} for {2031-04-02|April 2}.", published="2031-03-09")
    early = dispatch("River Commission #12: {scheduled|is set} for {2031-04-02|April 2}.", published="2031-03-05")

    assert not only(ANNOUNCED, put_off, moved).is_disputed
    assert only(ANNOUNCED, early).is_disputed


def test_participants_gather_with_their_fullest_role() -> None:
    """A plain participant in a later source does not take the lead away; an absence does, and coming after all takes that back."""
    roles = {p.name: p.role for p in only(ANNOUNCED, HELD).participants}
    absent = dispatch("River Commission #12: {absent|Flavia Elphberg} stays away.", published="2031-03-11")
    present = dispatch("River Commission #12: {participant|Flavia Elphberg} came.", published="2031-03-12")

    assert roles == {"Flavia Elphberg": "lead", "Rupert Hentzau": "participant"}
    assert only(ANNOUNCED, absent).participants[0].role == "absent"
    assert only(ANNOUNCED, absent, present).participants[0].role == "participant"


def test_what_has_come_about_is_not_ahead_again() -> None:
    """A later source that still speaks of a plan is kept in the history and changes nothing; one that calls the event off does."""
    late = dispatch("River Commission #12: {expected|is expected} on {2031-03-09|March 9}.", published="2031-03-11")
    off = dispatch("River Commission #12: {cancelled|was cancelled}.", published="2031-03-12")
    again = dispatch("River Commission #12: {scheduled|will meet} on {2031-04-02|April 2}.", published="2031-03-13")

    assert (only(HELD, late).status, only(HELD, late).attribution) == ("held", only(HELD).attribution)
    assert [s.value.status for s in only(HELD, late).statuses] == ["held", "expected"]
    assert only(HELD, late, off).status == "cancelled"
    assert only(HELD, off, again).status == "scheduled"


def test_agenda_items_gather_with_their_quotations() -> None:
    """Every agenda item is a claim of its own, cited word for word."""
    event = only(ANNOUNCED, HELD)

    assert [claim.value for claim in event.agenda] == ["water levels", "ferry licences"]
    assert [claim.evidence[0].quote for claim in event.agenda] == ["water levels", "ferry licences"]
    assert event.agenda[0].source.publisher == "The Example Daily"


def test_event_without_status_is_open() -> None:
    """Where no source says whether it happens, the status is None."""
    assert only(dispatch("Delta talks: a plan.", published="2031-03-03")).status is None


def test_mergers_reach_participants_and_events() -> None:
    """Records judged the same are one view under one id, everywhere they are referred to."""
    other = dispatch("Commission on the river: {held|met} with {lead|F. Elphberg}.", published="2031-03-11")
    ids = sorted((event_id("River Commission #12"), event_id("Commission on the river")))
    actors = sorted((actor_id("Flavia Elphberg"), actor_id("F. Elphberg")))
    canonical = dict.fromkeys(ids, ids[0]) | dict.fromkeys(actors, actors[0])

    (event,) = as_of(book(ANNOUNCED, other), resolution=lambda _: canonical).events

    assert (event.id, event.ids) == (ids[0], tuple(ids))
    assert [(p.actor, p.name) for p in event.participants] == [(actors[0], "Flavia Elphberg")]


def test_retracted_status_is_out_of_the_history() -> None:
    """A retraction takes an assertion out of the views, and a retraction of it brings the assertion back."""
    entries = book(ANNOUNCED, HELD)
    wrong = next(r.entry.id for r in entries if '"held"' in (r.entry.value or ""))
    taken_back = judgement("retracted", (wrong,), by="A. Clerk", why="misread")
    restored = judgement("retracted", (taken_back.id,), by="A. Clerk", why="right after all")

    (without,) = as_of(book(ANNOUNCED, HELD, [taken_back])).events
    (again,) = as_of(book(ANNOUNCED, HELD, [taken_back], [restored])).events

    assert without.status == "scheduled"
    assert again.status == "held"


def test_words_of_a_newer_version_are_kept_and_shown() -> None:
    """A ledger may hold a kind, a status or a role that this codebook has not: it is shown as it is, and orders like any other."""
    [told] = ANNOUNCED.events
    newer = replace(
        told,
        kind="tea_party",
        statuses=(replace(told.statuses[0], status="half_done"),),
        participants=tuple(replace(p, role="go_between") for p in told.participants),
    )
    event = only(replace(ANNOUNCED, events=(newer,)), HELD)
    page = plain_text(timeline_lines([event]))

    assert ["half_done", "held"] == [claim.value.status for claim in event.statuses]
    assert "half done (The Example Daily, 2031-03-03) → held" in page
    assert "go between" in page or "go_between" in page


def test_an_event_of_only_newer_words_is_shown() -> None:
    """Its kind and status stand in the line as they are."""
    [told] = ANNOUNCED.events
    newer = replace(told, kind="tea_party", statuses=(replace(told.statuses[0], status="half_done"),))
    page = plain_text(timeline_lines([only(replace(ANNOUNCED, events=(newer,)))]))

    assert "tea party, half done" in page
