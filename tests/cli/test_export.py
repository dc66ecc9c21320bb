"""`memcon export`: to files, to folders, into what is full."""

from __future__ import annotations

import csv
import errno
import os
import re
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli.app import program
from memcon.errors import UsageError
from memcon.exporting import write_file
from memcon.report.exports.registry import EXPORTERS
from memcon.report.exports.tables import TABLES
from tests.report.exports.ledgers import EMPTY_PATH, PATH

ROOT = Path(__file__).parents[2]


def run(*arguments: str, ledger: Path = PATH) -> Result:
    return CliRunner().invoke(program, ["export", *arguments, "--ledger", str(ledger)])


def test_without_a_format_the_formats_are_listed() -> None:
    found = CliRunner().invoke(program, ["export"])

    assert found.exit_code == 0
    assert [line.split()[0] for line in found.stdout.splitlines()] == list(EXPORTERS)


def test_tables_go_into_a_folder_and_one_of_them_to_the_output(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    written = run("csv", "-o", str(folder), "--kind", "meeting")
    printed = run("csv", "--table", "events", "--kind", "meeting")

    assert written.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    assert printed.stdout == (folder / "events.csv").read_text()
    assert len(list(csv.reader(printed.stdout.splitlines()))) > 5
    assert stat.S_IMODE((folder / "events.csv").stat().st_mode) & stat.S_IRUSR


@pytest.mark.parametrize(
    "arguments",
    [
        ("csv", "--status", "held"),
        ("ics", "--table", "events"),
        ("csv", "--table", "people"),
        ("csv", "-o", "all.csv"),
        ("brief",),
        ("plover", "--actor", "Nobody Atall"),
        ("plover", "--since", "soon"),
    ],
)
def test_what_can_not_be_exported_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Raised as the user's mistake, with what to do about it."""
    found = run(*arguments)

    assert isinstance(found.exception, UsageError)
    assert found.exception.hint


@pytest.mark.parametrize(("name", "output"), [("csv", "tables"), ("ics", "book.ics")])
def test_what_exists_is_replaced_only_on_demand(name: str, output: str, tmp_path: Path) -> None:
    """Nothing is touched without `--overwrite`, not even the tables that are missing."""
    place = str(tmp_path / output)
    run(name, "-o", place, ledger=EMPTY_PATH)
    there = next(path for path in tmp_path.rglob("*") if path.is_file())
    there.write_text("mine")
    refused = run(name, "-o", place, ledger=EMPTY_PATH)
    kept = there.read_text()
    replaced = run(name, "-o", place, "--overwrite", ledger=EMPTY_PATH)

    assert isinstance(refused.exception, UsageError)
    assert kept == "mine"
    assert replaced.exit_code == 0
    assert there.read_text() != "mine"
    assert list(tmp_path.rglob(".*")) == []


@pytest.mark.slow
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """A file that can't grow beyond a kilobyte stands for the disk: code 2, the old file whole, no rest of the new one."""
    place = tmp_path / "book.jsonl"
    place.write_text("old")

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    command = [
        sys.executable,
        "-m",
        "memcon",
        "export",
        "jsonl",
        "--ledger",
        str(PATH),
        "-o",
        str(place),
        "--overwrite",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=small, timeout=60)

    assert done.returncode == 2, done.stderr
    assert "can't write" in done.stderr
    assert place.read_text() == "old"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
def test_a_full_device() -> None:
    """A wrong use, with a word why."""
    with pytest.raises(UsageError, match="can't write"):
        write_file(Path("/dev/full"), [b"x"])


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("asked", [("export", "jsonl"), ("timeline",), ("timeline", "--json"), ("timeline", "--csv")])
def test_a_full_output(asked: tuple[str, ...]) -> None:
    """The same, of whatever is printed."""
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "memcon", *asked, "--ledger", str(PATH)]
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )

    assert done.returncode == 2, done.stderr
    assert "can't write the output" in done.stderr


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UsageError):
        write_file(tmp_path, [b"x"])
    with pytest.raises(UsageError):
        write_file(tmp_path / "file" / "below", [b"x"])


QUICK = ("csv", "jsonl", "ics", "atom")
FORMATS = [n for n in EXPORTERS if not n.startswith("brief")]


@pytest.mark.parametrize("name", [n if n in QUICK else pytest.param(n, marks=pytest.mark.slow) for n in FORMATS])
def test_an_empty_ledger_is_exported_and_said_to_be_empty(name: str, tmp_path: Path) -> None:
    """With code 0: nothing went wrong."""
    place = str(tmp_path / "out")
    found = run(name, "-o", place, ledger=EMPTY_PATH)

    assert found.exit_code == 0, found.output
    assert "nothing in it" in found.stderr
    assert Path(place).exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_into_a_device_that_is_full(name: str) -> None:
    """One table goes to the device itself, several tables need a folder."""
    found = run(name, *(("--table", "events") if EXPORTERS[name].write_table else ()), "-o", "/dev/full")

    assert isinstance(found.exception, UsageError)
    assert "No space left" in str(found.exception)
    assert "make room" in found.exception.hint


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_tables_need_a_folder(name: str, tmp_path: Path) -> None:
    """A file of that name is left alone, with --overwrite too."""
    place = tmp_path / "tables"
    place.write_text("mine")

    found = run(name, "-o", str(place), "--overwrite", ledger=EMPTY_PATH)

    assert isinstance(found.exception, UsageError)
    assert "is a file" in str(found.exception)
    assert "--table" in found.exception.hint
    assert place.read_text() == "mine"


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EACCES, "may write"),
        (errno.EROFS, "may write"),
        (errno.ENOTDIR, "is a file"),
    ],
)
def test_the_hint_fits_what_went_wrong(number: int, hint: str, tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"x"
        raise OSError(number, os.strerror(number))

    with pytest.raises(UsageError, match=re.escape(os.strerror(number))) as raised:
        write_file(tmp_path / "book", parts())

    assert hint in raised.value.hint
    assert list(tmp_path.iterdir()) == []
