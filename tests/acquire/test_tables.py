"""Tables of comma- and tab-separated values."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.acquire import acquire
from memcon.acquire.tables import MOST_COLUMNS
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem


def read(folder: Path, content: str | bytes, name: str = "book.csv", **fields: str) -> list[Capture | Problem]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(acquire([str(path)], fields=fields))


def stated(found: list[Capture | Problem]) -> list[dict[str, str]]:
    assert [each for each in found if isinstance(each, Problem)] == []
    return [dict(each.stated) for each in found if isinstance(each, Capture)]


def codes(found: list[Capture | Problem]) -> list[str | None]:
    return [each.code if isinstance(each, Problem) else None for each in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("book.csv", 'id,text,date\na1,"The envoys met,\nand left.",2021-05-04\n\n,They talk.,\n'),
        ("book.csv", '\ufeffid;text;date\r\na1;"The envoys met,\nand left.";2021-05-04\r\n;They talk.;\r\n'),
        ("book.tsv", 'id\ttext\tdate\na1\t"The envoys met,\nand left."\t2021-05-04\n\tThey talk.\t\n'),
    ],
)
def test_a_row_is_a_record(tmp_path: Path, name: str, text: str) -> None:
    """With the names that records have; an empty cell says nothing."""
    found = read(tmp_path, text, name)

    assert stated(found) == [
        {"id": "a1", "text": "The envoys met,\nand left.", "published": "2021-05-04"},
        {"text": "They talk."},
    ]
    assert [each.ref for each in found] == ["a1", f"{tmp_path / name}#2"]


def test_columns_of_other_names_are_mapped(tmp_path: Path) -> None:
    assert stated(read(tmp_path, "body,when\nThey met.,2021\n", text="body", published="when")) == [
        {"text": "They met.", "published": "2021"}
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("text,date\n", "empty"),
        ("2021-05-04,The envoys met.\n2021-05-05,They left.\n", "table_without_text"),
        ("body,date\nThey met.,2021\n", "table_without_text"),
        (",".join(f"c{n}" for n in range(1_000_000)) + "\n", "table_too_wide"),
        (",".join(["text"] * (MOST_COLUMNS + 1)) + "\nx\n", "table_too_wide"),
        ('text\n"open', "table_not_valid"),
        (b"PK\x03\x04 text\n", "binary"),
    ],
)
def test_what_is_no_table_is_one_problem(tmp_path: Path, text: str | bytes, code: str) -> None:
    """And never text that is read as prose."""
    assert codes(read(tmp_path, text)) == [code]


def test_a_bad_row_costs_no_other(tmp_path: Path) -> None:
    """Nor does a broken end cost what stands before it."""
    found = read(tmp_path, 'text,date\nOne.,2021\nTwo, or three.,2021,x\nFour.,2022\n"he said "no"",2023\n')

    assert codes(found) == [None, "row_not_like_head", None, "table_not_valid"]
    assert [each.ref[-2:] for each in found[:3]] == ["#1", "#2", "#3"]
