"""Every export against the file that was looked through by eye."""

from __future__ import annotations

import pytest

from tests.report.exports.golden import FOLDER, made

MADE = dict(made())


@pytest.mark.parametrize("name", MADE)
def test_export_is_as_it_was_reviewed(name: str) -> None:
    """Byte for byte; `python -m tests.report.exports.golden` writes what is made now."""
    assert MADE[name] == (FOLDER / name).read_bytes().decode("utf-8")


def test_no_file_is_left_of_a_format_that_is_gone() -> None:
    kept = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}

    assert kept == set(MADE)
