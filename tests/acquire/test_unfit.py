"""Files of records of which many can't be read."""

from __future__ import annotations

import io

import pytest

from memcon.acquire import acquire
from memcon.acquire.unfit import MOST_IN_A_ROW, MOST_TOLD
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from tests.seconds import within


def taken(data: bytes) -> list[Capture | Problem]:
    return list(acquire(["-"], stdin=io.BytesIO(data)))


def problems(data: bytes) -> list[Problem]:
    return [item for item in taken(data) if isinstance(item, Problem)]


@pytest.mark.parametrize("one", ['{"a": 1}', '{"text": " "}', '{"text": "--"}'])
def test_a_list_of_nothing_is_given_up(one: str) -> None:
    """Its end is one problem that counts; time and what is told of it have a bound, however long it is."""
    data = ("[" + ",".join([one] * (3 * MOST_IN_A_ROW)) + "]").encode()

    found = within(10, lambda: taken(data))

    last = found[-1]
    assert len(found) == MOST_TOLD + 1
    assert isinstance(last, Problem)
    assert (last.code, last.ref, last.is_fatal) == ("records_left_out", "-", True)
    assert f"{MOST_IN_A_ROW - MOST_TOLD:,} more records" in last.message
    assert "not looked at" in last.message


@pytest.mark.parametrize(("between", "head", "tail"), [(",", "[", "]"), ("\n", "", "\n")])
def test_what_fits_among_them_is_read(between: str, head: str, tail: str) -> None:
    """Lists and lines alike: the two that have a text come through, and the numbers add up."""
    bad = ['{"title": "no text"}'] * 150 + ["[1]"] * 20
    data = head + between.join([*bad, '{"id": "a", "text": "One."}', *bad, '{"id": "b", "text": "Two."}']) + tail

    found = taken(data.encode())

    assert [item.ref for item in found if isinstance(item, Capture) and "text" in item.stated] == ["a", "b"]
    last = found[-1]
    assert isinstance(last, Problem)
    assert last.message == "240 more records in it could not be read: text_missing (200), record_not_object (40)"


def test_remarks_go_where_their_record_goes() -> None:
    """One on a record that is only counted is counted with it; one on a record that is read is told."""
    bad = '{"url": true}'
    data = "[" + ",".join([bad] * 200 + ['{"id": "a", "url": true, "text": "One."}']) + "]"

    remarks = [problem for problem in problems(data.encode()) if problem.code == "field_wrong_type"]

    assert len(remarks) == MOST_TOLD + 1
    assert remarks[-1].ref == "a"


def test_rows_of_a_table(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Those of another length are counted beyond the first hundred; the last row is read."""
    path = tmp_path_factory.mktemp("tables") / "rows.csv"
    path.write_text("id,text\n" + "x\n" * 300 + "a,One.\n")

    *_, row, last = acquire([str(path)])

    assert row.ref == "a"
    assert isinstance(last, Problem)
    assert last.message == "200 more records in it could not be read: row_not_like_head (200)"
