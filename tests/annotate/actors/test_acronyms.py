"""Acronyms that a text introduces."""

from __future__ import annotations

import pytest

from memcon.annotate.actors import find_acronyms
from tests.notation import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Safety Forum (HSF) met.", [("Harbour Safety Forum", "HSF")]),
        ("the 4th Peru-Chile Border Trade Dialogue (PBTD) opened", [("Peru-Chile Border Trade Dialogue", "PBTD")]),
        ("repair, refit, and overhaul (RRO) work", [("repair, refit, and overhaul", "RRO")]),
        ("the Coastal Water Board (“CWB”) agreed", [("Coastal Water Board", "CWB")]),
        ("the Ministry of Maritime Trade (MMT), he said", [("Ministry of Maritime Trade", "MMT")]),
        ("the minister (left) waved", []),
        ("the Harbour Safety Forum (XYZ) met", []),
        ("Ann Example (Peru) spoke", []),
        ("(ABC)", []),
        ("", []),
    ],
)
def test_long_and_short_forms(text: str, expected: list[tuple[str, str]]) -> None:
    """Each short form goes with the words before it whose letters it takes, or with none."""
    found = find_acronyms(read(text).annotation.tokens, text)

    assert [(long.of(text), short.of(text)) for long, short in found] == expected


def test_many_brackets_end_in_time() -> None:
    """Ten thousand brackets are read one by one."""
    text = "(AB " * 10_000

    assert find_acronyms(read(text).annotation.tokens, text) == ()
