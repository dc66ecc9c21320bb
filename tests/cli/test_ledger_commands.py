"""Pages, search, queries and the care of a ledger from the command line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.add import pace_words
from memcon.cli.app import program
from memcon.errors import UsageError
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.files import zipped
from tests.ledger.notation import dispatch, event_id

TALKS = dispatch(
    "Delta talks: {held|took place} on {2031-03-01|March 1} with {lead|Ada Lind} on {agenda|tolls}.",
    "Dike visit: {expected|may come} on {2031-04-01|April 1}.",
    "Harbour opening: {cancelled|is off}, {lead|Ada Lind} said.",
    published="2031-03-03",
    publisher="The Delta Mail",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "book.db"
    with closing(LedgerStore.open(path)) as store:
        store.append(recorded_at="2031-03-04T00:00:00Z", document=TALKS.document, entries=assert_reading(TALKS))
    return path


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments, "--ledger", str(ledger)])


def records(ledger: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(ledger, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(row) for row in result.stdout.splitlines()]


def test_pages_of_a_timeline(ledger: Path) -> None:
    """A page is as long as is asked, says how the next is had, and the next goes on behind it."""
    first = run(ledger, "timeline", "--limit", "2")

    assert "there are more than 2" in first.stderr
    assert f"--after {event_id('Dike visit')}" in first.stderr
    assert [e["label"] for e in records(ledger, "timeline", "--limit", "2", "--after", event_id("Dike visit"))] == [
        "Harbour opening"
    ]
    assert len(records(ledger, "timeline", "--limit", "0")) == 3
    assert "more than" not in run(ledger, "timeline", "--limit", "3").stderr


def test_record_is_shown_by_the_beginning_of_its_id(ledger: Path) -> None:
    """As long as no other id begins so; its events come with it."""
    whole = next(str(p["actor"]) for e in records(ledger, "timeline") for p in e["participants"])  # type: ignore[attr-defined]

    assert records(ledger, "show", whole[:12])[0]["id"] == whole
    page = run(ledger, "show", whole, "--limit", "1")
    assert "Delta talks" in page.stdout
    assert "there are more than 1 events" in page.stderr
    assert isinstance(run(ledger, "show", "evt_").exception, UsageError)
    assert isinstance(run(ledger, "show", "nothing").exception, UsageError)


def test_search(ledger: Path) -> None:
    """Hits with their words marked; nothing found is said."""
    assert "[tolls]" in run(ledger, "search", "toll").stdout
    assert [hit["record"] for hit in records(ledger, "search", "tolls", "--in", "events")] == [event_id("Delta talks")]
    assert "nothing holds all these words" in run(ledger, "search", "orchard").stderr


def test_query(ledger: Path) -> None:
    """Rows with their columns; nothing can be changed."""
    asked = "select publisher, count(*) as n from documents group by 1"

    assert run(ledger, "query", asked).stdout == "publisher\tn\nThe Delta Mail\t1\n"
    assert records(ledger, "query", asked) == [{"publisher": "The Delta Mail", "n": 1}]
    assert isinstance(run(ledger, "query", "delete from names").exception, UsageError)
    assert "more than 1 rows" in run(ledger, "query", "select * from events", "--limit", "1").stderr


def test_care(ledger: Path) -> None:
    """A sound ledger is said to be so, whatever was done for it."""
    for command in ("upgrade", "vacuum", "check"):
        assert run(ledger, "db", command).exit_code == 0
    assert "is sound" in run(ledger, "db", "check").stdout
    assert len(records(ledger, "timeline")) == 3


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((10, 5.0, 100, 400), "10 documents, 2.0 a second, 15 s left"),
        ((10, 100.0, 100, 400), "10 documents, 0.1 a second, 5 min left"),
        ((10, 5.0, 100, None), "10 documents, 2.0 a second"),
        ((1, 0.0, 0, 400), "1 documents, 0.0 a second"),
    ],
)
def test_pace(told: tuple[int, float, int, int | None], expected: str) -> None:
    """Rate and time left, as far as they can be told."""
    assert pace_words(*told) == expected


def test_a_remark_on_an_archive_is_no_document(tmp_path: Path) -> None:
    """What is said of a folder or an archive as a whole is not counted among the documents."""
    archive = tmp_path / "empty.zip"
    archive.write_bytes(zipped({}))
    added = run(tmp_path / "new.db", "add", str(archive))

    assert added.exit_code == 0
    assert "0 documents: none" in added.stdout
    assert "folder_empty" in added.stderr


def test_clock_that_was_set_back_is_told_of(tmp_path: Path) -> None:
    """Whoever adds to a ledger whose last entry is still to come is told; the entry counts as recorded then, no answer of the past changes, and nothing is lost."""
    path = tmp_path / "book.db"
    with closing(LedgerStore.open(path)) as store:
        store.append(recorded_at="2031-03-04T00:00:00Z", document=TALKS.document, entries=assert_reading(TALKS))
    before = records(path, "timeline", "--recorded", "2031-03-03"), records(path, "timeline", "--limit", "0")
    done = run(path, "review", "reject", event_id("Delta talks"), event_id("Dike visit"), "--by", "A. Clerk")

    assert done.exit_code == 0
    assert "recorded at 2031-03-04T00:00:00Z, which is still to come by this machine's clock" in done.stderr
    assert "counts as recorded then too" in done.stderr
    with closing(LedgerStore.open(path)) as store:
        assert store.last_instant() == "2031-03-04T00:00:00Z"
        assert store.check() == ()
    assert (records(path, "timeline", "--recorded", "2031-03-03"), records(path, "timeline", "--limit", "0")) == before
    assert before[0] == []


def test_a_machine_without_a_name_for_its_user_asks_for_one(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container; a name that is given needs none of the machine's, and nothing is no name."""

    def nobody() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("memcon.cli.review.getpass.getuser", nobody)
    ids = event_id("Delta talks"), event_id("Dike visit")
    for by in ((), ("--by", " ")):
        done = run(ledger, "review", "reject", *ids, *by)
        assert isinstance(done.exception, UsageError)
        assert "--by NAME" in done.exception.hint


@pytest.mark.parametrize("beginning", ["", "jdg_", "ast_0", "no", "%", "\U0010ffff", "\ud7ff", "event_0"])
def test_what_is_no_judgement_can_not_be_taken_back(ledger: Path, beginning: str) -> None:
    """Whatever stands there instead."""
    done = run(ledger, "review", "undo", beginning)

    assert isinstance(done.exception, UsageError)
    assert done.exception.hint
