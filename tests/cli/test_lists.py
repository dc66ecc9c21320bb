"""`memcon positions`, `commitments`, `processes`, `channels`, `precedents` and `brief`, on the samples."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from memcon import lists
from memcon.cli.app import main, program
from memcon.cli.demo import sample_folder
from memcon.cli.ledgers import existing_ledger
from memcon.errors import UsageError
from memcon.report.rows import COLUMNS

pytestmark = pytest.mark.model

LISTS = {
    "positions": "position",
    "commitments": "commitment",
    "processes": "process",
    "channels": "channel",
    "precedents": "precedent",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the samples."""
    book = tmp_path_factory.mktemp("lists") / "book.sqlite"
    arguments = ["add", str(sample_folder()), "--ledger", str(book), "--attribution", "rules"]
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 0, result.output
    return book


def run(ledger: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(program, [*arguments, "--ledger", str(ledger)])
    assert result.exit_code == 0, result.output
    return result


def ask(ledger: Path, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in run(ledger, *arguments, "--json").stdout.splitlines()]


@pytest.mark.parametrize("command", LISTS)
def test_every_record_bears_its_source_and_words(ledger: Path, command: str) -> None:
    """As data and on the page."""
    found = ask(ledger, command)
    page = run(ledger, command).stdout

    assert found
    assert all(each["evidence"] and each["evidence"][0]["source"]["document"] for each in found)
    assert page.count("— ") >= len(found)


@pytest.mark.parametrize("command", LISTS)
def test_pages_go_on_where_the_one_before_ended(ledger: Path, command: str) -> None:
    """One by one they are the whole list, in its order."""
    whole = [each["id"] for each in ask(ledger, command)]
    singly = ask(ledger, command, "--limit", "1")
    singly += ask(ledger, command, "--after", whole[0])

    assert whole == [each["id"] for each in singly]


@pytest.mark.parametrize("command", LISTS)
def test_tables_have_the_columns_that_their_head_names(ledger: Path, command: str) -> None:
    """A row a record, whole, also where it is asked for by page options."""
    rows = list(csv.reader(io.StringIO(run(ledger, command, "--csv").stdout)))

    assert rows[0] == list(COLUMNS[LISTS[command]])
    assert len(rows) - 1 == len(ask(ledger, command))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("command", LISTS)
def test_nothing_had_been_published_before_the_first_source(ledger: Path, command: str) -> None:
    """Neither clock shows what came later."""
    assert ask(ledger, command, "--as-of", "2016") == []
    assert ask(ledger, command, "--recorded", "2016") == []
    assert ask(ledger, command, "--since", "2030") == []


@pytest.mark.parametrize(
    ("options", "key", "value"),
    [
        (("positions", "--stance", "oppose"), "stance", "oppose"),
        (("commitments", "--status", "made"), "status", "made"),
        (("precedents", "--verdict", "unknown"), "verdict", "unknown"),
    ],
)
def test_state_narrows_the_list(ledger: Path, options: tuple[str, ...], key: str, value: str) -> None:
    """To all that stand so, and no other."""
    expected = [each["id"] for each in ask(ledger, options[0]) if each[key] == value]

    assert expected == [each["id"] for each in ask(ledger, *options)]


def test_about_and_actor_find_by_words_names_and_what_it_is_about(ledger: Path) -> None:
    """The own words, a holder's name, the event that a claim is about."""
    [own] = ask(ledger, "positions", "--about", "nuclear attack")
    held = ask(ledger, "positions", "--actor", "Austin")
    processes = ask(ledger, "processes", "--about", "operational control")

    assert own["stance"] == "oppose"
    assert ["troops" in each["target"]["text"] for each in held] == [True]
    assert processes
    assert all("operational control" in each["name"] for each in processes)
    first = ask(ledger, "precedents", "--about", "Nuclear Consultative Group")
    assert first
    assert first == ask(ledger, "precedents", "--about", first[0]["event"])


def test_a_name_that_nothing_has_gets_near_ones(ledger: Path) -> None:
    """A slip of the keys."""
    assert "did you mean" in run(ledger, "positions", "--actor", "Lloyd Austinn").stderr
    assert "Nuclear Consultative Group" in run(ledger, "channels", "--about", "Nuclear Consultativ Group").stderr
    assert "fewer options" in run(ledger, "commitments", "--about", "qqqqq").stderr


def test_two_forms_at_once_are_refused(ledger: Path) -> None:
    """With a hint."""
    assert main(["positions", "--json", "--csv", "--ledger", str(ledger)]) == 2


def test_a_brief_cites_a_note_for_every_sentence(ledger: Path) -> None:
    """In both forms, and of the day that is asked."""
    asked = ("brief", "--about", "Security Consultative Meeting", "--since", "2024", "--until", "2025-12")
    text = run(ledger, *asked).stdout
    body, _, notes = text.partition("## Sources")
    sentences = [row for row in body.splitlines() if row.startswith("- ")]

    assert sentences
    assert all(row.endswith("]") for row in sentences)
    assert "[1] " in notes
    assert "scheduled, then held" in body
    assert "57th Security Consultative Meeting, held" in body
    page = run(ledger, *asked, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert '<a href="#n1">[1]</a>' in page
    early = run(ledger, "brief", "--about", "Security Consultative Meeting", "--since", "2024", "--until", "2024-10-29")
    assert "held, 2024-10-30" not in early.stdout


def test_a_brief_of_nothing_says_so(ledger: Path) -> None:
    """And what may have been meant."""
    result = run(ledger, "brief", "--about", "Nuclear Consultativ Group", "--since", "2020")

    assert "nothing is told" in result.stderr
    assert "did you mean" in result.stderr


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("position", {"actor": "Austin"}),
        ("position", {"about": "dispatch of troops", "stance": "oppose"}),
        ("commitment", {"actor": "South Korea", "status": "made", "until": "2020"}),
        ("process", {"about": "operational control", "since": "2018", "until": "2021"}),
        ("precedent", {"about": "Nuclear Consultative Group", "actor": "South Korea"}),
    ],
)
def test_walking_the_calendar_finds_as_the_fetching_of_few(
    ledger: Path, kind: Any, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many records fit a condition, the answer is the same."""
    with existing_ledger(str(ledger)) as book:
        few = lists.listed(book, kind, **asked)
        monkeypatch.setattr("memcon.store.finding.FEW", 0)

        assert few
        assert lists.listed(book, kind, **asked) == few


@pytest.mark.parametrize("kind", ["position", "commitment", "process", "statement"])
def test_changes_tell_of_all_records(ledger: Path, kind: str) -> None:
    """Not of events alone: what was new since a day is what the list of that kind has since then."""
    plural = {"process": "processes"}.get(kind, f"{kind}s")
    found = ask(ledger, "changes", "--since", "2016", "--of", kind, "--limit", "0")

    assert {each["kind"] for each in found} == {kind}
    assert {each["record"] for each in found} == {each["id"] for each in ask(ledger, plural)}
    assert run(ledger, "changes", "--since", "2016", "--of", kind).stdout.count("new ") == len(found)


def test_what_a_span_of_time_can_not_place_is_counted(tmp_path: Path) -> None:
    """A document of unknown date is not left out in silence."""
    book, text = tmp_path / "book.db", tmp_path / "a.txt"
    text.write_text("Norway opposes the tolls on the delta. Peru rejects the new tolls.")
    assert main(["add", str(text), "--ledger", str(book), "--attribution", "rules"]) == 0

    assert "2 more fit but for the time" in run(book, "positions", "--since", "2020", "--limit", "1").stderr
    assert "more fit" not in run(book, "positions").stderr


def test_reading_the_samples_again_changes_nothing(ledger: Path, tmp_path: Path) -> None:
    """By the same reader, from the texts that the ledger keeps."""
    copy = Path(shutil.copy(ledger, tmp_path / "copy.db"))
    result = CliRunner().invoke(program, ["reread", "--ledger", str(copy), "--attribution", "rules", "--json"])

    assert {json.loads(row)["outcome"] for row in result.stdout.splitlines()} == {"unchanged"}


@pytest.mark.parametrize("command", ["timeline", "commitments", "processes", "precedents"])
def test_actors_that_are_asked_for_together_are_all_in_it(ledger: Path, command: str) -> None:
    """Each narrows the list; none takes the place of another, and in the other order they find the same."""
    one, other = ("--actor", "South Korea"), ("--actor", "United States")
    ids = [{each["id"] for each in ask(ledger, command, *asked)} for asked in (one, other, one + other, other + one)]

    assert ids[2] == ids[3] == ids[0] & ids[1]
    assert ids[2] or command == "processes"
    assert ask(ledger, command, *one, *one) == ask(ledger, command, *one)


def test_a_stance_has_one_holder_and_every_actor_must_be_known(ledger: Path) -> None:
    """Nobody holds what two are asked for; a name that nothing has is told of, whichever of them it is."""
    assert ask(ledger, "positions", "--actor", "South Korea", "--actor", "United States") == []
    refused = CliRunner().invoke(
        program, ["timeline", "--actor", "South Korea", "--actor", "Sout Korea", "--ledger", str(ledger)]
    )
    assert isinstance(refused.exception, UsageError)
    assert "called 'Sout Korea'" in str(refused.exception)
    near = run(ledger, "commitments", "--actor", "South Korea", "--actor", "Unted States")
    assert "did you mean “United States”" in near.stderr


@pytest.mark.parametrize("command", ["positions", "commitments", "precedents", "statements"])
def test_the_newest_come_first_when_asked(ledger: Path, command: str) -> None:
    """The same records the other way round, page by page too; those without a time stand last in both."""
    oldest, newest = ask(ledger, command), ask(ledger, command, "--newest")
    assert len(oldest) > 1
    days = [min(e["source"]["published"] or "" for e in each["evidence"]) for each in newest]
    assert {each["id"] for each in oldest} == {each["id"] for each in newest}
    assert days == sorted(days, reverse=True)
    first = ask(ledger, command, "--newest", "--limit", "1")
    rest = ask(ledger, command, "--newest", "--after", first[0]["id"])
    assert [each["id"] for each in first + rest] == [each["id"] for each in newest]


def test_a_commitment_is_shown_with_what_its_parties_do_from_then_on(ledger: Path) -> None:
    """As the pages show it; and where no event has two states as actors, a hint says how those of their people are found."""
    both = [each["id"] for each in ask(ledger, "commitments") if len(each["parties"]) > 1]
    shown = "\n".join(run(ledger, "show", id).stdout for id in both)
    empty = run(ledger, "timeline", "--actor", "South Korea", "--since", "2030")

    assert "did or planned together from then on\n2017-10-28" in shown.replace("  ", "")
    assert "--country finds" in empty.stderr
