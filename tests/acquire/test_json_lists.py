"""JSON lists, value by value."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.acquire import MAX_BYTES, acquire
from memcon.acquire.json_lists import list_items
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=30)
@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 0, 2]))
def test_values_are_those_of_the_list(values: list[Any], indent: int | None) -> None:
    """Whatever they are, and however the list is laid out."""
    found = list(list_items(json.dumps(values, indent=indent, ensure_ascii=False), limit=10_000))

    assert [item.value for item in found] == values
    assert [item.n for item in found] == list(range(1, len(values) + 1))


@settings(max_examples=60)
@given(st.text(alphabet='[]{},:"\\a1 \n', max_size=40))
def test_what_is_no_list_ends_in_an_error(rest: str) -> None:
    """Where the library finds none, neither is there one here; where it finds one, the values are the same."""
    text = "[" + rest
    found = list(list_items(text, limit=10_000))
    try:
        expected = json.loads(text)
    except ValueError:
        assert any(item.error for item in found)
    else:
        assert [item.value for item in found] == expected


def taken(data: bytes) -> list[Capture | Problem]:
    return list(acquire(["-"], stdin=io.BytesIO(data)))


def test_a_bad_record_costs_no_other() -> None:
    """The one before it and the one behind it are read."""
    first, bad, last = taken(b'[{"id": "a", "text": "One."}, {"id": nope}, {"id": "c", "text": "Two."}]')

    assert isinstance(bad, Problem)
    assert (first.ref, bad.code, bad.ref, last.ref) == ("a", "json_not_valid", "-#2", "c")


def test_a_list_that_was_cut_gives_what_is_whole() -> None:
    whole, cut = taken(b'[{"id": "a", "text": "One."}, {"id": "b", "te')

    assert isinstance(cut, Problem)
    assert (whole.ref, cut.code) == ("a", "json_not_valid")


@pytest.mark.parametrize("big", ['"text": "%s"' % ("x" * MAX_BYTES), '"n": [%s1]' % ("1," * (MAX_BYTES // 2))])
def test_a_record_that_is_too_large_is_not_decoded(big: str) -> None:
    """The others are."""
    refused, kept = taken(f'[{{{big}}}, {{"id": "b", "text": "Two."}}]'.encode())
    [alone] = taken(f"{{{big}}}".encode())

    assert isinstance(refused, Problem)
    assert (refused.code, kept.ref) == ("too_large", "b")
    assert isinstance(alone, Problem)
    assert alone.code == "too_large"


def test_memory_does_not_grow_with_the_number_of_values() -> None:
    """A list of small objects took twenty-seven times its size."""
    text = "[" + ",".join(['{"id":1,"a":[1,2,3],"b":{}}'] * 4_000) + "]"
    tracemalloc.start()
    count = sum(1 for _ in list_items(text, limit=100))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 4_000
    assert most < len(text)
