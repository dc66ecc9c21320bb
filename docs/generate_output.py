"""Fills the blocks of program output in README.md and the tutorial from the live program; with --check, says whether they are up to date.

A block is a comment `<!-- output: memcon timeline … -->`, if need be with `first N lines`, above a fenced block of text. The commands see a
ledger that holds the samples.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
BLOCK = re.compile(r"(<!-- output(?:, first (\d+) lines)?: memcon ([^\n]*) -->\n```text\n)(.*?)(```)", re.DOTALL)


def main() -> int:
    """Writes the pages, or compares them."""
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        _run(("add", "samples/dispatches"), ledger)
        for page in PAGES:
            before = page.read_text(encoding="utf-8")
            after = BLOCK.sub(lambda match: _filled(match, ledger), before)
            if after == before:
                continue
            stale.append(page.name)
            if "--check" not in sys.argv[1:]:
                page.write_text(after, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"output in {', '.join(stale)} differs from the program's; run: make accept", file=sys.stderr)
        return 1
    return 0


def _filled(match: re.Match[str], ledger: Path) -> str:
    output = _run(tuple(shlex.split(match[3])), ledger)
    if match[2]:
        rows = output.splitlines()
        kept = rows[: int(match[2])]
        output = "\n".join([*kept, "…"] if len(rows) > len(kept) else kept)
    return f"{match[1]}{output.rstrip()}\n{match[5]}"


@cache
def _run(arguments: tuple[str, ...], ledger: Path) -> str:
    environment = {**os.environ, "MEMCON_LEDGER": str(ledger), "MEMCON_CONFIG": os.devnull}
    command = [sys.executable, "-m", "memcon", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"memcon {shlex.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
