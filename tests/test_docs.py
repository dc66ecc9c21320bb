"""What is not documented fails: commands, problem codes, links between pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from memcon.cli.app import program

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def commands(command: click.Command = program, name: str = "memcon") -> list[tuple[str, click.Command]]:
    """Every command with its full name."""
    found = [(name, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            assert inner is not None
            found += commands(inner, f"{name} {below}")
    return found


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_command_and_option_has_help(name: str, command: click.Command) -> None:
    """A command says what it does, and each of its options what it is for."""
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_stands_in_the_reference(name: str) -> None:
    """docs/reference/cli.md has a heading for each command."""
    assert f"\n## {name}\n" in (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["generate_cli.py", "generate_records.py"])
def test_the_reference_is_what_the_program_says(script: str) -> None:
    """The pages that are written from the program (its commands, its properties) are up to date with it."""
    done = subprocess.run(
        [sys.executable, str(DOCS / script), "--check"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_every_problem_code_is_documented() -> None:
    """Each code that the program can write stands in docs/reference/problems.md, and no other."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    written = set(re.findall(r"\bcode=\"([a-z_]+)\"", source))
    documented = set(
        re.findall(r"^(?:#+ |\| )`([a-z_]+)`", (DOCS / "reference" / "problems.md").read_text(encoding="utf-8"), re.M)
    )

    assert written
    assert written - documented == set()


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A relative link names a file that exists."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted((DOCS / "how-to").glob("*.md")), ids=lambda page: page.stem)
def test_a_walk_is_numbered_and_ends_in_the_tests(page: Path) -> None:
    """How-to pages of the kind "add a …" are numbered steps, the last of which runs the tests."""
    text = page.read_text(encoding="utf-8")
    if not page.stem.startswith("add-"):
        pytest.skip("not a walk")

    assert re.search(r"^1\. ", text, re.M)
    assert "make test" in text.rstrip().splitlines()[-1] or "make test" in text[-400:]
