"""What never enters the book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.domain.entries import Assertion, entry_id
from memcon.domain.spans import Evidence, Span, cite
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import INVARIANTS, validate
from tests.ledger.notation import dispatch

READING = dispatch(
    "Delta talks: {held|over} on {2031-03-09|March 9}.", "Dike visit: {expected|may come}.", published="2031-03-10"
)
DOCUMENT = READING.document
MADE = assert_reading(READING)


def altered(property: str, /, **changes: object) -> Assertion:
    """The first event's assertion of `property`, changed, under the hash of what it then says."""
    entry = next(e for e in MADE if e.subject == READING.events[0].id and e.property == property)
    changed = replace(entry, **changes)  # type: ignore[arg-type]
    return replace(changed, id=entry_id(changed))


BROKEN = {
    "is_of_this_document": altered("kind", document="doc_other"),
    "is_a_known_property": altered("kind", property="knid"),
    "rests_on_evidence": altered("kind", evidence=()),
    "quotes_the_text": altered("kind", evidence=(Evidence(span=Span(0, 5), quote="Delto"),)),
    "has_its_hash_as_id": replace(altered("kind"), id="ast_0000000000000000"),
    "has_a_canonical_value": altered("kind", value='{"b":1, "a":2}'),
    "names_times_as_edtf": altered("when", value='{"edtf":"2031-02-30","text":"x"}'),
    "has_a_certainty": altered("kind", certainty=1.5),
}


def test_sound_assertions_pass() -> None:
    """A sound reading loses nothing."""
    assert validate(MADE, DOCUMENT) == (MADE, ())


def test_every_invariant_has_a_case() -> None:
    """Each declared invariant is broken by a case below."""
    assert {check.__name__ for check in INVARIANTS} == set(BROKEN)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_broken_invariant_costs_the_record_and_is_told(name: str) -> None:
    """The record that breaks it is left out whole, the others stay, and a problem says so."""
    check = next(c for c in INVARIANTS if c.__name__ == name)
    entry = BROKEN[name]
    kept, problems = validate((*MADE, entry), DOCUMENT)

    assert check(entry, DOCUMENT) is not None
    assert [c.__name__ for c in INVARIANTS if c(entry, DOCUMENT) is not None] == [name]
    assert kept == tuple(e for e in MADE if e.subject != entry.subject)
    assert [(p.code, p.is_fatal, p.ref) for p in problems] == [("record_refused", False, "test")]
    assert entry.subject in problems[0].message


@pytest.mark.parametrize("span", [Span(0, 0), Span(10_000, 10_003)])
def test_empty_and_far_quotations_are_refused(span: Span) -> None:
    """A quotation of nothing, or of what lies beyond the text, supports nothing."""
    kept, problems = validate([altered("kind", evidence=(cite(DOCUMENT.text, span),))], DOCUMENT)

    assert kept == ()
    assert len(problems) == 1


@pytest.mark.parametrize(
    "edtf",
    [
        "2031",
        "2031-03",
        "2031-21",
        "2018/2021",
        "XXXX-11-03",
        "XXXX-11",
        "XXXX-03-15/XXXX-03-17",
        "2031-03-09T10:00",
        "2031~",
        "2031/..",
    ],
)
def test_edtf_times_pass(edtf: str) -> None:
    """Intervals, seasons and days of an untold year are times."""
    assert validate([altered("when", value=f'{{"edtf":"{edtf}","text":"x"}}')], DOCUMENT)[1] == ()


@pytest.mark.parametrize("edtf", ["", "soon", "2031-13", "2031-02-30", "XXXX-13-01", "XXXX-02-45", "XXXX-03-15/2031"])
def test_other_times_are_refused(edtf: str) -> None:
    """What names no possible days is no time."""
    assert len(validate([altered("when", value=f'{{"edtf":"{edtf}","text":"x"}}')], DOCUMENT)[1]) == 1
