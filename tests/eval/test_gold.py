"""The gold files are whole: known words, ids that lead somewhere, spans that can be; and they join only to the text that was annotated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval import gold
from memcon.codebook import load_codebook

BOOK = load_codebook()

PAGES = [
    pytest.param(page, id=f"{name}-{page['id'][:40]}") for name, path in gold.FILES.items() for page in gold.read(path)
]

LISTS = ("actors", "events", "statements", "positions", "commitments", "processes", "precedents", "channels")


def spans(value: Any) -> Iterator[list[int]]:
    """Every span in a page, wherever it stands."""
    if isinstance(value, dict):
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(n) is int for n in value):
            yield value
        else:
            for part in value:
                yield from spans(part)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(page: dict[str, Any]) -> None:
    """Ids are unique and lead to records of the page, words are of the vocabulary, spans are half open and not empty."""
    ids = [record["id"] for name in LISTS for record in page[name]]
    actors = {a["id"] for a in page["actors"]}

    assert len(ids) == len(set(ids))
    assert [e["kind"] for e in page["events"] if e["kind"] not in BOOK.kind_names] == []
    assert [e["status"] for e in page["events"] if e["status"] not in BOOK.statuses.entries] == []
    assert [e["id"] for e in page["events"] if not e["triggers"]] == []
    assert {p["actor"] for e in page["events"] for p in e["participants"]} <= actors
    assert {p["holder"] for p in page["positions"]} <= actors
    assert {s["speaker"] for s in page["statements"]} <= actors | {None}
    assert [s for s in spans([page[name] for name in LISTS]) if not 0 <= s[0] < s[1]] == []


def test_the_sides_share_no_document() -> None:
    """What is developed on or learnt from is never tested on; the second pass is of documents of the first."""
    keys = {name: {(p["collection"], p["id"]) for p in gold.read(path)} for name, path in gold.FILES.items()}

    assert keys["dev"] & keys["test"] == set()
    assert keys["learning"] & (keys["dev"] | keys["test"]) == set()
    assert keys["second"] <= keys["dev"] | keys["test"]


def test_it_joins_by_collection_and_id(tmp_path: Path) -> None:
    """A page gets its text; another text under the same id is refused."""
    (tmp_path / "some.jsonl").write_text(json.dumps({"id": "a", "title": "T", "text": "Some text."}) + "\n")
    page = {"collection": "some", "id": "a", "sha256": hashlib.sha256(b"Some text.").hexdigest()}

    assert [p["input"] for p in gold.join([page], tmp_path)] == [
        {"id": "a", "title": "T", "text": "Some text.", "published": None, "publisher": None}
    ]
    with pytest.raises(ValueError, match="not the one that was annotated"):
        list(gold.join([{**page, "sha256": "0"}], tmp_path))
    with pytest.raises(ValueError, match="no document b"):
        list(gold.join([{**page, "id": "b"}], tmp_path))


def test_names_are_taken_from_the_text(tmp_path: Path) -> None:
    """A name that the file gives as a place in the text gets its words, on one line; one in words stays."""
    text = "Premier Anna\n  Lind was in Lima."
    (tmp_path / "some.jsonl").write_text(json.dumps({"id": "a", "title": None, "text": text}) + "\n")
    page = {
        "collection": "some",
        "id": "a",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "actors": [{"id": "a1", "name": [8, 19]}, {"id": "a2", "name": "experts"}],
        "channels": [],
        "events": [{"id": "e1", "place": {"name": [27, 31], "span": None}}, {"id": "e2", "place": None}],
    }

    [joined] = gold.join([page], tmp_path)

    assert [a["name"] for a in joined["actors"]] == ["Anna Lind", "experts"]
    assert [e["place"] and e["place"]["name"] for e in joined["events"]] == ["Lima", None]
