"""`--reader` as a user gives it, with a language model's endpoint on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from memcon.cli.app import main, program
from tests.endpoint.double import Model, Reply, completion, serving
from tests.proving.pages import MEETING, TEXT, answer, event


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Model]:
    with serving(Model()) as served:
        served.answer = lambda body: completion(answer(events=[event(), event(evidence=["Max Null met Oro Tamm."])]))
        for name, value in {
            "ADDRESS": served.address, "MODEL": "tiny", "KEY": "sk-1", "RETRIES": "0", "ANSWERS": str(tmp_path / "answers"),
        }.items():  # fmt: skip
            monkeypatch.setenv(f"MEMCON_LLM_{name}", value)
        yield served


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@dataclass(frozen=True)
class Done:
    """What a run left: its exit code, and what it printed and told."""

    code: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> Done:
        code = main(arguments)
        printed = capsys.readouterr()
        return Done(code, printed.out, " ".join(printed.err.split()))

    return command


FAST = ("--attribution", "rules", "--events", "rules", "--plover", "off", "--published", "2021-03-05")


@pytest.mark.slow
@pytest.mark.model
def test_read_add_and_reread(run: Run, model: Model, article: str, tmp_path: Path) -> None:
    """What the model says is printed under its name; added, it stands beside memcon's own reading, and what it cost is told."""
    ledger = str(tmp_path / "ledger.db")
    read = run("read", article, "--reader", "llm", "--json", *FAST)
    [reading] = [json.loads(line) for line in read.stdout.splitlines()]

    assert read.code == 0, read.stderr
    assert (reading["reader"]["name"], reading["reader"]["models"][-1]) == ("llm", "tiny")
    assert [e["evidence"][0]["quote"] for e in reading["events"]] == [MEETING]
    assert [p["code"] for p in reading["problems"]] == ["answer_unproved"]
    assert "llm (tiny): 1 documents; 1 requests; 100 tokens in, 20 out; 1 records, 2 pieces" in read.stderr
    added = run("add", article, "--reader", "llm", "--ledger", ledger, *FAST)
    assert added.code == 0, added.stderr
    assert "1 answers kept from before" in added.stderr
    shown = run("timeline", "--ledger", ledger, "--json")
    [found] = [json.loads(line) for line in shown.stdout.splitlines()]
    readers = {claim["reader"] for claim in found["claims"]["when"]}
    assert readers == {"memcon", "llm"}
    again = run("reread", "--reader", "llm", "--ledger", ledger, *FAST[:-2])
    assert again.code == 0, again.stderr
    assert "1 unchanged" in again.stdout
    assert len(model.requests) == 1


@pytest.mark.slow
@pytest.mark.model
def test_endpoint_that_fails(run: Run, model: Model, article: str, tmp_path: Path) -> None:
    """`read` has nothing then; `add` keeps memcon's own reading. Both say why, and end with code 1."""
    model.replies(Reply(status=503, body=b'{"error": {"message": "overloaded"}}'))
    ledger = str(tmp_path / "ledger.db")
    read = run("read", article, "--reader", "llm", *FAST)
    added = run("add", article, "--reader", "llm", "--ledger", ledger, *FAST)

    assert (read.code, added.code) == (1, 1)
    assert "overloaded" in " ".join(read.stdout.split())
    assert "1 added with 1 event" in added.stdout
    assert "reader_failed" in added.stderr


@pytest.mark.slow
@pytest.mark.model
def test_wrong_key(run: Run, model: Model, article: str) -> None:
    """The user's to mend: code 2, in a line that does not tell the key."""
    model.replies(Reply(status=401, body=b'{"error": {"message": "no such key sk-1"}}'))
    done = run("read", article, "--reader", "llm", *FAST)

    assert done.code == 2
    assert "401" in done.stderr
    assert "sk-1" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"ADDRESS": ""}, "llm_address"),
        ({"MODEL": ""}, "llm_model"),
        ({"ADDRESS": "nowhere"}, "no address of an endpoint"),
        ({"ADDRESS": "http://models.example.org/v1"}, "unencrypted"),
        ({"TIMEOUT": "0"}, "llm_timeout"),
        ({"FORM": "xml"}, "llm_form"),
    ],
)
def test_settings_that_can_not_be_used(
    run: Run, model: Model, article: str, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], told: str
) -> None:
    """Told before anything is read."""
    for name, value in environment.items():
        monkeypatch.setenv(f"MEMCON_LLM_{name}", value)
    done = run("read", article, "--reader", "llm", *FAST)

    assert done.code == 2
    assert told in done.stderr
    assert model.requests == []


def test_reader_that_there_is_not(run: Run, article: str) -> None:
    """The readers that there are are named."""
    done = run("read", article, "--reader", "nobody", *FAST)

    assert done.code == 2
    assert "llm" in done.stderr


def test_completion_of_readers() -> None:
    """The shell is told which there are."""
    from click.shell_completion import ShellComplete

    found: list[Any] = ShellComplete(program, {}, "memcon", "_MEMCON_COMPLETE").get_completions(
        ["read", "--reader"], "l"
    )

    assert "llm" in [item.value for item in found]
