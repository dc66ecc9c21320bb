"""`memcon statements`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.app import program

pytestmark = pytest.mark.model

TEXT = (
    "Foreign Minister Anna Lind said on Monday that the border would open in June. "
    "“We are ready,” Lind said. The Defence Ministry said that it had objections."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds one short article."""
    folder = tmp_path_factory.mktemp("statements")
    article = folder / "article.txt"
    article.write_text(TEXT, "utf-8")
    book = folder / "book.sqlite"
    result = CliRunner().invoke(
        program, ["add", str(article), "--published", "2024-05-15", "--ledger", str(book), "--attribution", "rules"]
    )
    assert result.exit_code == 0, result.output
    return book


def ask(ledger: Path, *options: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(program, ["statements", "--ledger", str(ledger), "--json", *options])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def test_all_are_listed_with_their_speaker(ledger: Path) -> None:
    """Three statements, by two speakers."""
    found = ask(ledger, "--confidence", "0")

    assert {"Foreign Minister Anna Lind", "Lind", "The Defence Ministry"} == {s["speaker_text"] for s in found}
    assert 2 == len({s["speaker"] for s in found})


def test_a_speaker_is_found_by_any_name(ledger: Path) -> None:
    """The surname finds what was said under the full name too."""
    assert 2 == len(ask(ledger, "--speaker", "Lind", "--confidence", "0"))
    assert ["The Defence Ministry"] == [s["speaker_text"] for s in ask(ledger, "--speaker", "defence ministry")]


def test_words_and_dates_narrow_the_list(ledger: Path) -> None:
    """Monday's statement is of 13 May; the others count by their publication."""
    assert ["2024-05-13"] == [s["when"] for s in ask(ledger, "--about", "border")]
    assert 1 == len(ask(ledger, "--until", "2024-05-14", "--confidence", "0"))
    assert [] == ask(ledger, "--since", "2025")


def test_the_page_says_how_directly_they_can_be_held_to_it(ledger: Path) -> None:
    """On the record, or an office's word."""
    result = CliRunner().invoke(program, ["statements", "--ledger", str(ledger), "--confidence", "0"])

    assert "on the record" in result.stdout
    assert "an office's word" in result.stdout
