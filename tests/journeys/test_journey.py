"""The main job from the command line: articles in, a cited timeline out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from memcon.cli.app import main

pytestmark = pytest.mark.model

ARTICLES = Path(__file__).parent / "articles"
CHANNEL = "Fisheries Consultative Meeting"


class Desk:
    """A person at a terminal."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of one command."""
        code = main([str(each) for each in arguments])
        captured = self._capsys.readouterr()
        return code, captured.out, captured.err

    def records(self, *arguments: str | Path) -> list[dict[str, Any]]:
        """What a command that ends well prints with --json."""
        code, out, err = self.run(*arguments, "--json")
        assert code == 0, err
        return [json.loads(row) for row in out.splitlines()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the three articles, made once for the tests that only ask."""
    ledger = tmp_path_factory.mktemp("filled") / "ledger.db"
    assert main(["add", str(ARTICLES), "--ledger", str(ledger)]) == 0
    return ledger


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk without settings of its own and with an empty ledger."""
    monkeypatch.setenv("MEMCON_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("MEMCON_LEDGER", str(tmp_path / "ledger.db"))
    return Desk(capsys)


@pytest.fixture
def asking_desk(filled: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose ledger holds the three articles; for asking only."""
    monkeypatch.setenv("MEMCON_LEDGER", str(filled))
    return desk


def test_three_articles_make_one_meeting_with_a_history(asking_desk: Desk) -> None:
    """Announced, postponed, held: one event, each step with its source and quotation, and the last word as its status. The second article
    tells again what the first announced."""
    sessions = asking_desk.records("timeline", "--channel", CHANNEL)

    assert [(event["ordinal"], event["status"], event["when"]) for event in sessions] == [(6, "held", "2019-03-20")]
    [session] = sessions
    published = {source["id"]: source["published"] for source in session["sources"]}
    assert [(step["status"], published[step["document"]]) for step in session["statuses"]] == [
        ("scheduled", "2019-03-04"),
        ("scheduled", "2019-03-08"),
        ("postponed", "2019-03-08"),
        ("held", "2019-03-21"),
    ]
    assert [source["published"] for source in session["sources"]] == ["2019-03-04", "2019-03-08", "2019-03-21"]
    assert {"Kari Solvang", "Haruto Minami"} <= {participant["name"] for participant in session["participants"]}
    assert [item["text"] for item in session["agenda"]] == ["cod quotas", "port inspections", "research at sea"]


def test_every_quotation_stands_in_its_article(asking_desk: Desk) -> None:
    """What the timeline quotes is in the file that it was read from, to the letter."""
    texts = {str(path): path.read_text(encoding="utf-8") for path in ARTICLES.iterdir()}
    events = asking_desk.records("timeline")
    files = {source["id"]: source["ref"] for event in events for source in event["sources"]}
    citations = [citation for event in events for citation in event["evidence"]]

    assert citations
    for citation in citations:
        start, end = citation["span"]
        assert texts[files[citation["document"]]][start:end] == citation["quote"]


def test_what_was_known_on_a_day(asking_desk: Desk) -> None:
    """As of the fifth of March the meeting was still to come; the postponement was not known yet."""
    [known] = asking_desk.records("timeline", "--channel", CHANNEL, "--as-of", "2019-03-05")

    assert (known["status"], known["when"], len(known["sources"])) == ("scheduled", "2019-03-12", 1)


def test_the_timeline_reads_like_a_chronology(asking_desk: Desk) -> None:
    """A line an event: date, status, which session, people, place, how many sources; the long page has offices, agenda and each source's sentence."""
    code, out, _ = asking_desk.run("timeline", "--channel", CHANNEL)
    _, long, _ = asking_desk.run("timeline", "--channel", CHANNEL, "--long")

    assert code == 0
    assert len(out.splitlines()) == 1
    for words in (f"6th {CHANNEL}", "2019-03-20", "held", "Kari Solvang", "Bergen", "3 sources"):
        assert words in out
    for words in (f"{CHANNEL} #6", "2019-03-20", "held", "Kari Solvang", "cod quotas", "2019-03-08: “"):
        assert words in long


@pytest.mark.slow
def test_adding_again_changes_nothing(desk: Desk) -> None:
    """The second run finds every document unchanged, and the timeline is the same."""
    first = {record["outcome"] for record in desk.records("add", ARTICLES)}
    before = desk.records("timeline")
    second = {record["outcome"] for record in desk.records("add", ARTICLES)}

    assert (first, second) == ({"added"}, {"unchanged"})
    assert desk.records("timeline") == before


def test_a_record_is_shown_with_all_its_sources(asking_desk: Desk) -> None:
    """`show` gives the event, the people and the documents that the timeline names, and takes their ids."""
    [session] = asking_desk.records("timeline", "--channel", CHANNEL)
    code, event_page, _ = asking_desk.run("show", session["id"])
    person = next(each for each in session["participants"] if each["name"] == "Kari Solvang")
    _, actor_page, _ = asking_desk.run("show", person["actor"])
    _, document_page, _ = asking_desk.run("show", session["sources"][0]["id"])
    _, channel_page, _ = asking_desk.run("show", session["channel"]["id"])

    assert code == 0
    assert event_page.count("— ") >= 3
    assert "Kari Solvang  person" in actor_page
    assert "Norway and Japan to hold fisheries talks in Bergen" in document_page
    assert session["id"][:14] in document_page
    assert "Sessions" in channel_page


BAD = {
    "empty.txt": (b"", "empty"),
    "noise.txt": (bytes(range(256)) * 40, "binary"),
    "menu.html": (b"<html><body><nav>Home</nav></body></html>", "no_article"),
    "titles.json": (b'{"title": "no text"}', "text_missing"),
    "half.jsonl": (b'{"text": "cut off', "json_not_valid"),
    "seoul.txt": ("외교부는 화요일 서울에서 두 나라가 회담을 열었다고 밝혔다. ".encode() * 4, "language_not_supported"),
    "line.txt": (b"a" * 10_000_001, "too_large"),
}


def test_bad_input_costs_one_document_each(desk: Desk, tmp_path: Path) -> None:
    """Bad files, a missing name and a good article: exit code 1, a summary with codes and hints, and the good article is in."""
    batch = tmp_path / "batch"
    batch.mkdir()
    for name, (data, _) in BAD.items():
        (batch / name).write_bytes(data)
    (batch / "good.txt").write_bytes((ARTICLES / "1-announced.txt").read_bytes())
    code, out, err = desk.run("add", batch, tmp_path / "missing.txt")

    failed = len(BAD) + 1
    assert code == 1
    assert f"{failed + 1} documents: 1 added, {failed} failed" in out
    assert f"{failed} of {failed + 1} documents could not be read" in err
    for name, problem in [*((name, problem) for name, (_, problem) in BAD.items()), ("missing.txt", "input_not_found")]:
        assert name in err
        assert f"  {problem}\n" in err
    assert err.count("→ ") >= len({problem for _, problem in BAD.values()})
    assert [event["ordinal"] for event in desk.records("timeline", "--channel", CHANNEL)] == [6]


def test_odd_characters_are_read_and_told(desk: Desk, tmp_path: Path) -> None:
    """Another encoding, control characters and direction marks are read with a remark; the screen never gets them."""
    (tmp_path / "old.txt").write_bytes("Minister Hervé visited Genève on May 3, 2019. It was “brief”.".encode("cp1252"))
    (tmp_path / "marks.txt").write_text(
        "The \u202eenvoys\u202c of Norway met\x1b[31m in Oslo on May 3, 2019, officials said."
    )
    code, out, _ = desk.run("read", tmp_path / "old.txt", tmp_path / "marks.txt")

    assert code == 0
    assert "Genève" in out
    for problem in ("encoding_assumed", "control_characters", "bidi_characters"):
        assert problem in out
    assert not {"\x1b", "\u202e", "\u202c"} & set(out)


def test_bad_input_is_an_object_of_the_contract(desk: Desk, tmp_path: Path) -> None:
    """`read --json` prints one object a document, failed ones too, in the order of the input."""
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, _ = desk.run("read", tmp_path / "empty.txt", ARTICLES / "3-held.txt", "--json")
    failed, good = (json.loads(row) for row in out.splitlines())

    assert code == 1
    assert failed.keys() == good.keys()
    assert failed["problems"][0]["is_fatal"]
    assert failed["events"] == []
    assert good["problems"] == []
    assert good["document"]["published"] == "2019-03-21"


@pytest.mark.slow
def test_without_the_korea_pack_the_reading_is_the_same_in_kind(desk: Desk) -> None:
    """A pack that has nothing to do with the text changes nothing but with what it was read."""
    article = ARTICLES / "1-announced.txt"
    without, with_it = (desk.records("read", article, *more) for more in (("--no-pack", "korea"), ()))
    packs = [[page.pop("reader")["packs"] for page in pages] for pages in (without, with_it)]

    assert without == with_it
    assert packs[0] != packs[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline"], "there is no ledger"),
        (["read", str(ARTICLES / "3-held.txt"), "--map", "nonsense"], "not KEY=NAME"),
        (["read", str(ARTICLES / "3-held.txt"), "--no-pack", "atlantis"], "no pack 'atlantis' is in use"),
        (["read", str(ARTICLES / "3-held.txt"), "--pack", "atlantis"], "no pack is called 'atlantis'"),
    ],
)
def test_wrong_use_is_said_in_one_line(desk: Desk, arguments: list[str], words: str) -> None:
    """Code 2, nothing on standard output, and the reason with a hint."""
    code, out, err = desk.run(*arguments)

    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_the_demo_prints_a_timeline(desk: Desk) -> None:
    """`memcon demo` needs no file of the user's and shows sources with quotations, and the lists below the timeline."""
    code, out, err = desk.run("demo")

    assert code == 0
    headings = ("Channels", "Positions", "Commitments", "Processes", "Claims of precedent")
    assert [row for row in out.splitlines() if row in headings] == [*headings]
    assert out.count("— ") >= 12
    assert "sample dispatches" in err
