"""Records become captures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from memcon.acquire import from_records
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.errors import UsageError


def read_one(record: Mapping[str, object] | str, **options: object) -> list[Capture | Problem]:
    return list(from_records([record], **options))  # type: ignore[arg-type]


def test_known_keys_are_kept_and_others_left() -> None:
    """A record's metadata stands beside its text."""
    [capture] = read_one(
        {"text": "The envoys met.", "id": 7, "publisher": "Fjord Courier", "mood": "calm", "url": None}
    )

    assert isinstance(capture, Capture)
    assert capture.ref == "7"
    assert dict(capture.stated) == {"text": "The envoys met.", "id": "7", "publisher": "Fjord Courier"}


@pytest.mark.parametrize(
    ("record", "fields", "expected"),
    [
        ({"text": "a", "date": "2021-05-04"}, {}, "2021-05-04"),
        ({"text": "a", "date": "2021-05-04", "published": "2021-05-06"}, {}, "2021-05-06"),
        ({"text": "a", "date": "2021-05-04", "day": "2021-05-07"}, {"published": "day"}, "2021-05-07"),
        ({"text": "a", "date": "2021-05-04"}, {"published": "day"}, None),
        ({"text": "a", "meta": {"on": "2021-05-08"}}, {"published": "meta.on"}, "2021-05-08"),
        ({"text": "a", "published": date(2021, 5, 9)}, {}, "2021-05-09"),
        ({"text": "a", "published": 20210510}, {}, "20210510"),
    ],
)
def test_published_is_found(record: dict[str, object], fields: dict[str, str], expected: str | None) -> None:
    """`date` stands in for `published`, unless another name was given for it."""
    [capture] = read_one(record, fields=fields)

    assert isinstance(capture, Capture)
    assert capture.stated.get("published") == expected


def test_lists_and_named_objects_become_strings() -> None:
    """Writers in a list are joined, a publisher as an object gives its name."""
    [capture] = read_one(
        {"text": "a", "byline": ["Ingrid Solberg", "Pavel Novak"], "publisher": {"name": "Fjord Courier"}}
    )

    assert isinstance(capture, Capture)
    assert capture.stated["byline"] == "Ingrid Solberg; Pavel Novak"
    assert capture.stated["publisher"] == "Fjord Courier"


def test_a_string_is_a_record_with_a_text() -> None:
    """Refs count the records."""
    captures = list(from_records(["One envoy.", {"text": "Two envoys."}], name="memo"))

    assert [c.ref for c in captures] == ["memo#1", "memo#2"]
    assert [c.stated["text"] for c in captures if isinstance(c, Capture)] == ["One envoy.", "Two envoys."]


def test_a_text_of_the_wrong_type_is_fatal() -> None:
    """There is nothing to read then."""
    [problem] = read_one({"id": "x", "text": ["a", "b"]})

    assert isinstance(problem, Problem)
    assert (problem.code, problem.ref, problem.is_fatal) == ("field_wrong_type", "x", True)


def test_other_fields_of_the_wrong_type_are_left_out() -> None:
    """The record is read without them."""
    problem, capture = read_one({"text": "a", "url": True})

    assert isinstance(problem, Problem)
    assert not problem.is_fatal
    assert isinstance(capture, Capture)
    assert "url" not in capture.stated


def test_a_missing_text_is_left_to_extract() -> None:
    """The capture comes without text."""
    [capture] = read_one({"id": "x"})

    assert isinstance(capture, Capture)
    assert "text" not in capture.stated


def test_unknown_contract_names_are_misuse() -> None:
    """A spelling mistake in a mapping must not pass silently."""
    with pytest.raises(UsageError, match="boddy"):
        read_one({"text": "a"}, fields={"boddy": "text"})


def test_other_names_count_where_the_contracts_are_missing() -> None:
    """The names of front matter are known in records as well; the contract's own come first."""
    [capture] = read_one(
        {
            "text": "a",
            "headline": "Envoys meet",
            "sourceUrl": "https://example.org/a",
            "modified_time": "2021-05-05",
            "Pub-Date": "2021-05-04",
            "publisher": "Fjord Courier",
            "source": "feed 7",
            "authors": [{"name": "Ingrid Solberg"}, "Pavel Novak"],
            "lang": ["en", 5, None],
        }
    )

    assert isinstance(capture, Capture)
    assert dict(capture.stated) == {
        "text": "a",
        "title": "Envoys meet",
        "published": "2021-05-04",
        "updated": "2021-05-05",
        "publisher": "Fjord Courier",
        "url": "https://example.org/a",
        "byline": "Ingrid Solberg; Pavel Novak",
    }
