"""What a person may write into the ledger, property by property."""

from __future__ import annotations

import json

import pytest

from memcon.domain.entries import SubjectKind
from memcon.errors import UsageError
from memcon.ledger.corrections import CORRECTABLE, correct, correctable
from memcon.ledger.possible import LONGEST, check_order, check_signed

NONSENSE = {
    "nothing": "",
    "blanks": "  ",
    "no letter": "99",
    "marks": "...",
    "a record": "event_0123456789abcdef",
    "null": "null",
    "a list": "[1]",
    "an empty object": "{}",
    "a deep list": "[" * 100_000,
    "a number that is none": '{"name": NaN}',
    "1 MB": "a" * 1_000_000,
    "a NUL": "a\0b",
    "an escape": "a\x1b[31mb",
    "a tab": "a\tb",
    "two lines": "a\nb",
    "turned writing": "a\u202eb",
    "half a character": "a\udce9",
    "no day of the calendar": "2031-02-31",
    "no month": "2031-13",
    "no year": "XXXX-03-15",
    "5000 digits": "1" * 5_000,
    "a picture": "😀",
}
POSSIBLE = {("event", "ordinal"): {"no letter"}}
"""What of it a property can be all the same: the 99th."""

PROPERTIES = [(kind, field) for kind in CORRECTABLE for field in correctable(kind)]


@pytest.mark.parametrize(("kind", "field"), PROPERTIES)
def test_no_property_takes_nonsense(kind: SubjectKind, field: str) -> None:
    """Each is refused as misuse, with a hint, and with no more of what was written than fits a screen."""
    for name, value in NONSENSE.items():
        if name in POSSIBLE.get((kind, field), ()):
            continue
        with pytest.raises(UsageError) as caught:
            correct(kind, "record_1", field, value, by="A. Clerk", why="")
        assert caught.value.hint, name
        assert len(str(caught.value)) < 400, name


@pytest.mark.parametrize(
    ("kind", "field", "value", "hint"),
    [
        ("event", "status", "finished", "held"),
        ("event", "status", '{"status": "held", "when": "soon"}', "EDTF"),
        ("event", "status", '{"status": "held", "order": -1}', "from 0"),
        ("event", "kind", "party", "summit"),
        ("event", "when", '{"edtf": "2031-03-01", "text": "a\\u0000b"}', "one line"),
        ("event", "when", '{"edtf": "2031-03-01", "text": "March 1", "basis": "dreamt"}', "when it takes place"),
        ("event", "ordinal", "0", "from 1"),
        ("event", "ordinal", "100000", "99999"),
        ("event", "ordinal", "twelfth", "a number"),
        ("event", "place", "JPN", "Seoul, KOR"),
        ("event", "place", "Zenda, QQQ", "three letters"),
        ("event", "place", '{"name": "Oslo", "lat": 400.5}', "-90 to 90"),
        ("event", "place", '{"name": "Oslo", "lat": NaN}', "-90 to 90"),
        ("event", "place", '{"name": "Oslo", "geonames": true}', "from 1"),
        ("event", "place", '{"name": "Oslo", "planet": "Mars"}', "as Seoul, KOR"),
        ("actor", "kind", "robot", "person, organization, state, group"),
        ("actor", "country", "JPM", "JPN"),
        ("actor", "country", "Japan", "three letters"),
        ("actor", "country", "jpn", "three letters"),
        ("actor", "sector", "QQQ", "GOV"),
        ("commitment", "status", "kept", "met"),
        ("precedent", "interval", "eight years", "P8Y"),
        ("precedent", "interval", "P", "P8Y"),
        ("precedent", "verdict", "sure", "supported"),
        ("statement", "content", "other words", "none"),
        ("position", "stance", "support", "none"),
    ],
)
def test_refusal_says_what_could_be_said(kind: SubjectKind, field: str, value: str, hint: str) -> None:
    """The list, the form or an example, and for a country the codes that come near."""
    with pytest.raises(UsageError) as caught:
        correct(kind, "record_1", field, value, by="A. Clerk", why="")
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("kind", "field", "value", "kept"),
    [
        ("event", "label", "P5+1 talks", "P5+1 talks"),
        ("event", "label", "Réunion à Genève", "Réunion à Genève"),
        ("event", "ordinal", "9800", 9800),
        ("event", "status", "held", {"status": "held", "order": 0}),
        ("event", "when", "2031-03-01/..", {"edtf": "2031-03-01/..", "text": "2031-03-01/..", "basis": "stated"}),
        ("event", "place", "Seoul, KOR", {"name": "Seoul", "country": "KOR"}),
        ("event", "place", "Washington, D.C.", {"name": "Washington, D.C."}),
        ("event", "place", '{"name": "Oslo", "lat": 59.9, "lon": 10.7}', {"name": "Oslo", "lat": 59.9, "lon": 10.7}),
        ("actor", "name", "李在明", "李在明"),
        ("actor", "country", "JPN", "JPN"),
        ("actor", "country", "YUG", "YUG"),
        ("actor", "sector", "GOV", "GOV"),
        ("channel", "end", "2031", "2031"),
        ("precedent", "interval", "P8Y6M", "P8Y6M"),
        ("process", "target", "within the decade", "within the decade"),
    ],
)
def test_what_can_be_is_kept(kind: SubjectKind, field: str, value: str, kept: object) -> None:
    """As a document would tell it."""
    made = correct(kind, "record_1", field, value, by="A. Clerk", why="")
    assert made.value is not None
    assert json.loads(made.value) == {"kind": kind, "property": field, "value": kept}


@pytest.mark.parametrize("by", ["", " ", "rule:mine", "A\nB", "A\0", "A" * (LONGEST + 1)])
def test_no_name_is_refused(by: str) -> None:
    """Nor a rule's, nor one that can't be printed."""
    with pytest.raises(UsageError):
        check_signed(by, "")


@pytest.mark.parametrize("why", ["a\x1bb", "a\udce9", "a" * (LONGEST + 1)])
def test_reason_stands_on_a_line(why: str) -> None:
    """It is printed beside the judgement, and kept by every database."""
    with pytest.raises(UsageError, match="reason"):
        check_signed("A. Clerk", why)
    assert check_signed(" A. Clerk ", "the release says so") == "A. Clerk"


def test_nothing_ends_before_it_began() -> None:
    """Where it is certain; an open or overlapping time is let be."""
    with pytest.raises(UsageError, match=r"end \(2011\) would be before start \(2012-03\)"):
        check_order("start", "2012-03", "end", "2011")
    for first, last in ((None, "2011"), ("2012-03", None), ("2012-03", "2012"), ("2010/..", "2011")):
        check_order("start", first, "end", last)
