"""The timeline as a person wants it; changes, what is ahead, and conflicts from the command line."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.app import program
from memcon.errors import UsageError
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch, event_id

OLD = dispatch(
    "Delta talks: {scheduled|will be} on {2031-03-01|March 1} with {lead|Lee Jae-myung}.",
    "Dike visit: {expected|may come} in {2031-23|the autumn}.",
    "Harbour opening: {proposed|is proposed}, {lead|Ada Lind} said.",
    published="2031-02-03",
    publisher="The Delta Mail",
)
NEW = dispatch(
    "Delta talks: {held|took place} on {2031-03-02|March 2}.",
    "Tolls call: {held|took place} on {2031-03-01|March 1}.",
    published="2031-03-03",
    publisher="The Zenda Post",
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("news") / "book.db"
    with closing(LedgerStore.open(found)) as store:
        for reading in (OLD, NEW):
            store.append(recorded_at="2031-03-04T00:00:00Z", document=reading.document, entries=assert_reading(reading))
    return found


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments, "--ledger", str(path)])


def test_one_line_an_event(path: Path) -> None:
    """Date in words, status, what and who, how many sources, and an id that `show` takes; what has no date stands last."""
    rows = run(path, "timeline").stdout.splitlines()

    assert [row[:34].split("  ")[0] for row in rows] == [
        "2031-03-01",
        "2031-03-02",
        "autumn 2031",
        "open at 2031-02-03",
    ]
    assert "held" in rows[1]
    assert "Lee Jae-myung" in rows[1]
    assert "2 sources" in rows[1]
    assert "dates differ" in rows[1]
    assert run(path, "show", rows[1].split()[-1]).exit_code == 0


def test_what_a_filter_can_not_place_is_counted(path: Path) -> None:
    """On standard error, not in silence; and only what fits otherwise."""
    assert "1 more fit but for their date" in run(path, "timeline", "--since", "2031-03").stderr
    assert "more fit" not in run(path, "timeline", "--since", "2031-03", "--status", "held").stderr
    assert "more fit" not in run(path, "timeline").stderr


def test_any_spelling_and_what_may_have_been_meant(path: Path) -> None:
    """Another romanization finds the same; a name that is not there is an error with a hint."""
    assert "Delta talks" in run(path, "timeline", "--actor", "Yi Jae Myeong").stdout
    wrong = run(path, "timeline", "--actor", "Lindt").exception
    assert isinstance(wrong, UsageError)
    assert "Ada Lind" in wrong.hint
    nowhere = run(path, "timeline", "--country", "Zubrowka").exception
    assert isinstance(nowhere, UsageError)


def test_newest_first_and_csv(path: Path) -> None:
    """What was told last comes first; a table has its names once."""
    newest = run(path, "timeline", "--newest").stdout.splitlines()
    assert "The" not in newest[0]
    assert {newest[0].split()[-1], newest[1].split()[-1]} == {
        event_id(name).rpartition("_")[0] + "_" + event_id(name).rpartition("_")[2][:8]
        for name in ("Delta talks", "Tolls call")
    }
    table = list(csv.DictReader(run(path, "timeline", "--csv").stdout.splitlines()))
    assert [row["label"] for row in table] == ["Tolls call", "Delta talks", "Dike visit", "Harbour opening"]


def test_changes_are_told_apart(path: Path) -> None:
    """New events, and what a later source tells otherwise."""
    found = [json.loads(row) for row in run(path, "changes", "--since", "2031-02-10", "--json").stdout.splitlines()]

    assert {(c["label"], c["field"], c["before"], c["after"], c["cause"]) for c in found} == {
        ("Tolls call", "event", None, "held", "new"),
        ("Delta talks", "status", "scheduled", "held", "world"),
        ("Delta talks", "when", "2031-03-01", "2031-03-02", "world"),
    }
    assert (
        "status: scheduled → held (The Zenda Post, 2031-03-03)" in run(path, "changes", "--since", "2031-02-10").stdout
    )
    assert "nothing has changed" in run(path, "changes", "--since", "2031-04").stderr


def test_what_is_ahead_and_what_is_overdue(path: Path) -> None:
    """By the day that is asked, undated ones last."""
    ahead = run(path, "upcoming", "--today", "2031-03-05").stdout.splitlines()
    assert len(ahead) == 2
    assert "Dike visit" in ahead[0]
    assert "Harbour opening" in ahead[1]
    assert "Dike visit" in run(path, "upcoming", "--overdue", "--today", "2032-05-01").stdout


def test_conflicts_say_who_says_what(path: Path) -> None:
    """Each value with its sources, the one that is shown marked."""
    page = run(path, "conflicts").stdout
    assert "  when: 2031-03-01" in page
    assert "→ when: 2031-03-02" in page
    assert "The Delta Mail, 2031-02-03: 100% sure" in page
    [found] = [json.loads(row) for row in run(path, "conflicts", "--json").stdout.splitlines()]
    assert [told["value"] for told in found["told"]] == ["2031-03-01", "2031-03-02"]
