"""Walks followed to the letter, in a copy: what a page says to write is written, and does what the page says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STEP = re.compile(r"In `([^`]+)`, below `([^`]+)`:\n\n +```text\n(.*?)\n +```", re.DOTALL)
FILE = re.compile(r", as `([^`]+)`:\n\n +```text\n(.*?)\n +```", re.DOTALL)

DURATION = """
import json, memcon
from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.report.contract import to_contract
from memcon.report.layout import plain_text
from memcon.report.reading import reading_lines
from memcon.report.records import ledger_record
from memcon.report.timeline import timeline_lines
from memcon.domain.entries import Recorded

reading = memcon.read("Norway and Sweden held talks in Oslo that lasted two days.", published="2024-05-15")
entries = [Recorded(seq=n, recorded_at="2024-05-16T00:00:00Z", entry=e) for n, e in enumerate(assert_reading(reading), 1)]
[event] = as_of(entries).events
print(json.dumps([
    [e.duration for e in reading.events],
    [e["duration"] for e in to_contract(reading)["events"]],
    event.duration,
    ledger_record(event)["duration"],
    ["lasts      P2D" in plain_text(page) for page in (reading_lines(reading), timeline_lines([event]))],
    [e["duration"] for e in to_contract(memcon.read("Norway and Sweden held talks in Oslo."))["events"]],
]))
"""


BOOKS = """
import io, json, sys, zipfile
from memcon.acquire.formats import suffixes_of_types
from memcon.acquire.inputs import read_bytes
from memcon.extract import extract

def told(data, name, suffix):
    found = []
    for item in read_bytes(data, name, suffix=suffix, fields={}, published=None):
        document, problems = extract(item)
        found.append([document.title, document.published, document.text] if document else [p.code for p in problems])
    return found

book = sys.stdin.buffer.read()
held = io.BytesIO()
with zipfile.ZipFile(held, "w") as archive:
    archive.writestr("book.fb2", book)
print(json.dumps([
    told(book, "book.fb2", ".fb2"),
    told(held.getvalue(), "books.zip", ".zip"),
    suffixes_of_types()["text/fb2+xml"],
    [told(bad, "book.fb2", ".fb2") for bad in (book[:200], b"", bytes(range(256)))],
]))
"""

BOOK = """<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0">
<description><title-info><book-title>Talks in Oslo</book-title><date>2024-05-14</date></title-info></description>
<body><section><p>Norway and <emphasis>Sweden</emphasis> held talks in Oslo.</p><p>They lasted two days.</p></section></body>
</FictionBook>
"""


def follow(page: str, root: Path) -> set[str]:
    """Does in the copy at `root` what the page says to write, and gives the files that it changed."""
    changed = set()
    walk = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    for name, block in FILE.findall(walk):
        new = [line.removeprefix("   ") for line in block.splitlines()]
        (root / name).write_text("\n".join([*new, ""]), encoding="utf-8")
        changed.add(name)
    for name, below, block in STEP.findall(walk):
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        at = next(n for n, line in enumerate(lines) if line.startswith(below))
        new = [line.removeprefix("   ") for line in block.splitlines()]
        (root / name).write_text("\n".join([*lines[: at + 1], *new, *lines[at + 1 :], ""]), encoding="utf-8")
        changed.add(name)
    return changed


def run(root: Path, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Python in the copy."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "MEMCON_CONFIG": os.devnull}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=root, env=environment, input=given, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program, its tests and its pages."""
    for folder in ("src", "tests", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.model
def test_a_property_takes_three_files(copy: Path) -> None:
    """How long an event lasts is found, kept, shown on both pages and in the data, and told in the reference, by a line in three files."""
    assert follow("add-a-property.md", copy) == {
        "src/memcon/domain/records.py",
        "src/memcon/coding/events/properties.py",
        "src/memcon/report/phrases.py",
    }
    done = run(copy, "-c", DURATION)

    assert (done.stdout.strip(), done.stderr) == ('[["P2D"], ["P2D"], "P2D", "P2D", [true, true], [null]]', "")
    assert run(copy, "docs/generate_records.py").returncode == 0
    assert run(copy, "-m", "tests.report.exports.golden").returncode == 0
    tests = ("tests/report", "tests/ledger", "tests/domain", "tests/properties/test_ledger.py")
    checked = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
def test_an_invariant_is_a_function_and_a_line(copy: Path) -> None:
    """The invariant of the page refuses what its case breaks, and nothing else."""
    assert follow("add-an-invariant.md", copy) == {
        "src/memcon/ledger/invariants.py",
        "tests/ledger/test_invariants.py",
    }
    checked = run(
        copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ledger", "tests/properties/test_ledger.py"
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
def test_a_format_is_a_module_and_its_name(copy: Path) -> None:
    """Books are read alone and in an archive, with their title, day and text; the web's media type leads to them; what is cut, empty or no book is a problem."""
    assert follow("add-a-source.md", copy) == {
        "src/memcon/extract/formats/fictionbook.py",
        "src/memcon/extract/formats/__init__.py",
    }
    done = run(copy, "-c", BOOKS, given=BOOK)

    read = ["Talks in Oslo", "2024-05-14", "Norway and Sweden held talks in Oslo.\n\nThey lasted two days."]
    damaged = [[["fictionbook_not_readable"]], [["empty"]], [["fictionbook_not_readable"]]]
    assert (done.stderr, json.loads(done.stdout)) == ("", [[read], [read], ".fb2", damaged])
