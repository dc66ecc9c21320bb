"""Records as JSON and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.domain.codec import canonical, decode, decode_text, encode
from memcon.domain.entries import Assertion
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, StatusStep
from memcon.domain.spans import Span, cite
from tests.report.readings import full_reading

STEP = StatusStep(status="held", evidence=cite("They met.", Span(5, 8)), attribution=Attribution(kind="outlet"))


def test_spans_are_pairs_and_empty_fields_are_left_out() -> None:
    """JSON holds what a record says, no more."""
    assert encode(STEP) == {
        "status": "held",
        "evidence": {"span": [5, 8], "quote": "met"},
        "attribution": {"kind": "outlet"},
    }


def test_equal_values_are_equal_text() -> None:
    """Canonical text does not depend on the order in which keys were set."""
    assert canonical({"b": (1, None), "a": "é"}) == canonical({"a": "é", "b": [1, None]}) == '{"a":"é","b":[1,null]}'


def test_full_reading_round_trip() -> None:
    """Every record comes back as it was, nested ones and empty ones too."""
    reading = full_reading()

    assert decode_text(Reading, canonical(reading)) == reading
    assert decode(StatusStep, encode(replace(STEP, when=None))) == STEP


@pytest.mark.parametrize(
    "value",
    [
        {"status": 3, "evidence": {"span": [5, 8], "quote": "met"}, "attribution": {"kind": "outlet"}},
        {"status": "held", "evidence": {"span": [5, 8], "quote": "met"}, "attribution": {"kind": "hearsay"}},
        {"status": "held", "evidence": {"span": [8, 5], "quote": "met"}, "attribution": {"kind": "outlet"}},
        {"status": "held", "evidence": {"span": [5, 8], "quote": 7}, "attribution": {"kind": "outlet"}},
        {
            "status": "held",
            "evidence": {"span": [5, 8], "quote": "met"},
            "attribution": {"kind": "outlet"},
            "mood": "x",
        },
        {"status": "held"},
        [],
        None,
    ],
)
def test_what_is_no_record_is_refused(value: object) -> None:
    """Another word, shape or field than the type declares is an error, not a record."""
    with pytest.raises(ValueError, match=r".+"):
        decode(StatusStep, value)


def test_unknown_things_are_not_written() -> None:
    """What is neither record nor JSON value is the programmer's mistake."""
    with pytest.raises(TypeError):
        encode({1, 2})


def test_not_json_is_refused() -> None:
    """Broken text is a ValueError too."""
    with pytest.raises(ValueError, match=r".+"):
        decode_text(Assertion, "{")


def test_a_status_of_a_newer_version_is_kept() -> None:
    """What the codebook of this version has not is read as it stands, so that no ledger is lost for it."""
    value = {
        "status": "half_done",
        "evidence": {"span": [5, 8], "quote": "met"},
        "attribution": {"kind": "outlet"},
    }

    assert "half_done" == decode(StatusStep, value).status
