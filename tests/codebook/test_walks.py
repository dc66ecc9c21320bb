"""The walks "add an event kind" and "add a status", followed to the letter: one file each, and texts are read and shown by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.annotate import Annotator
from memcon.codebook import Codebook, load, reading_by
from memcon.coding import code
from memcon.domain.reading import Reading
from memcon.knowledge import Knowledge
from memcon.report.layout import Piece, plain_text
from memcon.report.phrases import status_piece
from memcon.report.reading import reading_lines
from tests.codebook.test_codebook import PUBLISHED, found_in
from tests.conftest import make_document

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"

pytestmark = pytest.mark.model


@pytest.fixture
def read_by(nlp: object, knowledge: Knowledge) -> Callable[[Codebook, str], Reading]:
    """A function from a codebook and a sentence to its reading."""

    def run(codebook: Codebook, text: str) -> Reading:
        with reading_by(codebook):
            return code(Annotator(nlp, knowledge).annotate(make_document(text, PUBLISHED)), knowledge)

    return run


def tables_of(walk: str) -> list[str]:
    """The TOML that a walk tells to write, without the indent of its step."""
    found = re.findall(r"^   ```toml\n(.*?)^   ```", (HOW_TO / f"{walk}.md").read_text(encoding="utf-8"), re.M | re.S)
    return ["\n".join(line.removeprefix("   ") for line in block.splitlines()) + "\n" for block in found]


def test_a_new_kind_is_one_file(folder: Path, read_by: Callable[[Codebook, str], Reading]) -> None:
    """The table of the walk, in a file of its own, is read by: every one of its examples finds what stands beside it."""
    [table] = tables_of("add-an-event-kind")
    (folder / "arbitration.toml").write_text(table, encoding="utf-8")
    book = load(folder)

    examples = book.kinds["arbitration"].examples
    assert [e["finds"] for e in examples] == [
        found_in(read_by(book, e["text"]), "arbitration", e["finds"]) for e in examples
    ]
    assert (3, 2) == (sum(1 for e in examples if e["finds"]), sum(1 for e in examples if not e["finds"]))


def test_a_new_status_is_one_table(folder: Path, read_by: Callable[[Codebook, str], Reading]) -> None:
    """The table of the walk gives the status to the sentences that it names, and only to them."""
    book = with_status(folder)
    entry = book.statuses.entries["adjourned"]

    assert ["adjourned"] * len(entry.yes) == [e.status for text in entry.yes for e in read_by(book, text).events]
    assert ["postponed"] == [e.status for text in entry.no for e in read_by(book, text).events]
    assert ["postponed", "under_way", "adjourned", "held"] == list(book.statuses.entries)[4:8]


def test_a_new_status_has_its_place_and_its_print(folder: Path, read_by: Callable[[Codebook, str], Reading]) -> None:
    """It is a step of the history with its word and day, and is printed in its style."""
    book = with_status(folder)
    reading = read_by(
        book, "Kenya and Uganda began talks in Geneva on Monday. The talks were adjourned until June 3 on Tuesday."
    )
    with reading_by(book):
        page = plain_text(reading_lines(reading))
        piece = status_piece("adjourned")

    assert [("held", "adjourned")] == [tuple(s.status for s in e.statuses) for e in reading.events]
    assert Piece("adjourned", "off") == piece
    assert "adjourned (“adjourned”, 2024-05-14)" in page


def test_the_codebook_that_ships_knows_neither(folder: Path, read_by: Callable[[Codebook, str], Reading]) -> None:
    """What was written for a walk is gone with its folder."""
    book = load(folder)
    reading = read_by(book, "The talks between Kenya and Uganda were adjourned.")

    assert "arbitration" not in book.kind_names
    assert "adjourned" not in {e.status for e in reading.events}


def with_status(folder: Path) -> Codebook:
    """The codebook with the table of the walk before `[held]`."""
    [table] = tables_of("add-a-status")
    file = folder / "statuses.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[held]\n", f"{table}\n[held]\n"), encoding="utf-8")
    return load(folder)
