"""The program's frame: help is quick and light, commands come by name, and every way to end has its code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from memcon.cli import app
from memcon.errors import UsageError

HEAVY = ("spacy", "sqlalchemy", "numpy", "rich", "trafilatura", "pydantic", "onnxruntime")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`memcon` as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "memcon", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("command", ["", *app.COMMANDS])
def test_help_imports_nothing_heavy(command: str) -> None:
    """The help of the program and of every command loads no library that takes long."""
    code = (
        "import sys; from memcon.cli.app import main; main(sys.argv[1:]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    arguments = [command, "--help"] if command else ["--help"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stderr.splitlines()[-1] == "[]"
    assert done.stdout.startswith("Usage: ")


def test_help_is_quick() -> None:
    """`memcon --help` takes less than 300 ms of a processor (the best of five runs, so that a busy machine does not fail it)."""
    times = []
    for _ in range(5):
        begin = _time_of_children()
        run("--help")
        times.append(_time_of_children() - begin)

    assert min(times) < 0.3


def _time_of_children() -> float:
    """Seconds of a processor that ended child processes took."""
    spent = os.times()
    return spent.children_user + spent.children_system


@pytest.mark.parametrize("arguments", [["nonsense"], ["read", "--nonsense"], ["completion", "tcsh"], ["show"]])
def test_wrong_use_is_one_line_and_a_hint(arguments: list[str]) -> None:
    """A mistyped command ends with code 2, one line on what is wrong and one on where to look."""
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 2
    assert "--help" in done.stderr


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (UsageError("no such thing", hint="look elsewhere"), 2, "no such thing"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (ZeroDivisionError("by nought"), 3, "a fault in memcon: ZeroDivisionError: by nought"),
    ],
)
def test_every_failure_has_its_code_and_no_traceback(
    error: BaseException, code: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a command raises becomes a message on standard error and an exit code."""

    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.delenv("MEMCON_DEBUG", raising=False)
    monkeypatch.setitem(app.COMMANDS, "failing", f"{__name__}:failing")
    monkeypatch.setattr(sys.modules[__name__], "failing", failing, raising=False)

    assert app.main(["failing"]) == code
    assert words in capsys.readouterr().err


def _hears_interrupts() -> None:
    """A shell that runs the tests behind itself has them, and what they start, ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.model
def test_ctrl_c_ends_a_running_command_cleanly(tmp_path: Path) -> None:
    """An interrupt while reading ends with code 130 and one line; the ledger can be used."""
    articles = [path.read_text() for path in (Path(__file__).parents[1] / "journeys" / "articles").glob("*.txt")]
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n}.txt").write_text(f"{articles[n % len(articles)]}\n\nCopy {n} of the desk.\n")
    command = [sys.executable, "-m", "memcon", "add", str(folder), "--ledger", str(tmp_path / "ledger.db"), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hears_interrupts
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        message = process.stderr.read()

    assert process.returncode == 130
    assert message.strip() == "memcon: interrupted"
    assert run("timeline", "--ledger", str(tmp_path / "ledger.db")).returncode == 0


def test_a_reader_that_leaves_ends_the_program_quietly() -> None:
    """`memcon completion bash | head -c 1` leaves no complaint."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m memcon completion bash | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.stderr == ""
    assert done.stdout in {"141\n", "0\n"}


@pytest.mark.parametrize(("shell", "mark"), [("bash", "complete "), ("zsh", "#compdef memcon"), ("fish", "complete ")])
def test_completion_scripts(shell: str, mark: str) -> None:
    """Each shell gets a script in its own language that calls memcon back."""
    done = run("completion", shell)

    assert mark in done.stdout
    assert "_MEMCON_COMPLETE" in done.stdout


def test_completion_knows_the_commands() -> None:
    """A half-typed command is completed."""
    done = run(_MEMCON_COMPLETE="bash_complete", COMP_WORDS="memcon ti", COMP_CWORD="1")

    assert done.stdout.strip() == "plain,timeline"


def test_an_option_before_its_command_is_shown_its_place() -> None:
    """Nearly all options are a command's."""
    refused = run("--ledger", "desk.db", "timeline")

    assert refused.returncode == 2
    assert "memcon COMMAND --ledger" in refused.stderr
