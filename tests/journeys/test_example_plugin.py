"""The example package, installed as a user installs it and run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "memcon-minutes"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built and installed into a folder of its own, without a network."""
    copy, target = tmp_path_factory.mktemp("copy") / "memcon-minutes", tmp_path_factory.mktemp("site")
    subprocess.run(["cp", "-r", str(EXAMPLE), str(copy)], check=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(copy)], check=True, timeout=300)
    return target


def memcon(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(site), str(ROOT / "src")))
    environment = {**os.environ, "PYTHONPATH": path, "MEMCON_CONFIG": os.devnull}
    command = [sys.executable, "-m", "memcon", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_the_example_adds_what_it_says(site: Path, tmp_path: Path) -> None:
    """Its source gives two documents, its reader's word stands beside memcon's, and its format writes them as a graph."""
    ledger, book = str(tmp_path / "ledger.db"), str(EXAMPLE / "minute-book.txt")
    listed = memcon(site, "plugins")
    added = memcon(site, "add", f"minutes:{book}", "--reader", "demarches", "--ledger", ledger, "--json")
    shown = memcon(site, "timeline", "--ledger", ledger, "--json")
    page = memcon(
        site,
        "show",
        "--ledger",
        ledger,
        next(json.loads(line)["id"] for line in shown.stdout.splitlines() if "Demarche" in line),
    )
    written = memcon(site, "export", "dot", "--ledger", ledger, "-o", str(tmp_path / "network.dot"))

    assert (listed.returncode, [line.split()[:2] for line in listed.stdout.splitlines()]) == (
        0, [["ok", "minutes"], ["ok", "demarches"], ["ok", "dot"]],
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    assert [json.loads(line)["outcome"] for line in added.stdout.splitlines()] == ["added", "added"]
    events = [json.loads(line) for line in shown.stdout.splitlines()]
    [demarche] = [event for event in events if event["label"] == "Demarche: Poland, Germany"]
    assert {claim["reader"] for claim in demarche["claims"]["status"]} == {"demarches"}
    assert demarche["evidence"][0]["quote"] == "Poland delivered a demarche to Germany over the dam on Thursday."
    assert "read by    demarches" in page.stdout
    assert written.returncode == 0, written.stderr
    graph = (tmp_path / "network.dot").read_text()
    assert graph.startswith("graph memcon {")
    assert '[label="Greta Hallberg"]' in graph
    assert graph.count(" -- ") == 2


def test_the_example_measured(site: Path) -> None:
    """What it is documented to do stands in the package as it is installed."""
    done = memcon(site, "read", f"minutes:{EXAMPLE / 'minute-book.txt'}", "--reader", "demarches", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert [[event["kind"] for event in reading["events"]] for reading in found] == [[], ["protest"]]
    assert {reading["reader"]["name"] for reading in found} == {"demarches"}
