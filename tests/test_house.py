"""The house keeps its own rules: every module placed, exports sorted, plain names, nothing of one machine."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import memcon
from memcon.domain import labels

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "memcon"
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
FORBIDDEN_WORDS = re.compile(r"/(?:work|tmp|root|home)/\w|/opt/\w+/simple|https?://[\w.-]+/simple\b")
"""Paths of one machine and addresses of package indexes."""

MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
STAGES = ("extract", "annotate", "coding", "resolve", "ledger", "report")


def project_files() -> list[Path]:
    """Every file under version control (or about to be); in a copy without git, every text file of the usual folders."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        return [
            p for top in ("src", "tests", "docs", "eval", "samples") for p in (ROOT / top).rglob("*") if p.is_file()
        ]
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_the_layer_list_places_every_module() -> None:
    """Each module at the top of the package stands once in the list of layers, and the list names no other."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["id"] == "floors")["layers"]
    placed = [name.strip() for layer in layers for name in layer.split("|")]
    present = {module.name for module in pkgutil.iter_modules([str(PACKAGE)])} | {"__main__"}

    assert sorted(placed) == sorted(set(placed))
    assert set(placed) == present


def export_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name: the order of ruff's RUF022."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@pytest.mark.parametrize(
    "module", [name for name in MODULES if not name.endswith("__main__") and ".migrations" not in name]
)
def test_exports_are_sorted_and_there(module: str) -> None:
    """Where a module has `__all__`, it is sorted and every name in it exists."""
    loaded = importlib.import_module(module)
    exported = list(getattr(loaded, "__all__", []))

    assert exported == sorted(exported, key=export_order)
    assert [name for name in exported if not hasattr(loaded, name)] == []


def test_no_module_is_called_by_a_name_that_says_nothing() -> None:
    """No utils, helpers and their kin, in the package or in the tests."""
    paths = [*PACKAGE.rglob("*"), *(ROOT / "tests").rglob("*.py")]

    assert [path for path in paths if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_says_what_it_takes_and_gives(stage: str) -> None:
    """A stage's package begins with a docstring that is no placeholder."""
    text = importlib.import_module(f"memcon.{stage}").__doc__ or ""

    assert len(text) > 60


def test_nothing_of_one_machine_stands_in_the_project() -> None:
    """No paths of a machine and no addresses of package indexes, in any text file."""
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FORBIDDEN_WORDS.finditer(text)]

    assert [row for row in found if not row.startswith("tests/test_house.py")] == []


def test_constraints_pin_what_the_project_asks_for() -> None:
    """Every requirement but those for training and for mutants has one exact version in constraints.txt; there is no address and no torch in it."""
    rows = [row for row in (ROOT / "constraints.txt").read_text().splitlines() if row and not row.startswith("#")]
    pinned = {row.split("==")[0].lower().replace("_", "-") for row in rows}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = {
        name: asked for name, asked in project["optional-dependencies"].items() if name not in ("train", "mutants")
    }
    asked = [*project["dependencies"], *(each for extra in extras.values() for each in extra)]
    names = {re.split(r"[\[<>=!~;@ ]", each)[0].lower().replace("_", "-") for each in asked}

    assert [row for row in rows if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.!+-]+", row)] == []
    assert names - pinned == set()
    assert "torch" not in pinned


NAMED_LABELS = {frozenset(value): name for name, value in vars(labels).items() if isinstance(value, frozenset)}


def spelled_out(module: Path) -> list[str]:
    """The sets of labels in a module's code that have a name in `memcon.domain.labels`, each with its line."""
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Set, ast.Tuple)) and all(isinstance(each, ast.Constant) for each in node.elts):
            name = NAMED_LABELS.get(frozenset(each.value for each in node.elts if isinstance(each, ast.Constant)))
            if name is not None and node.elts:
                found.append(f"{module.relative_to(ROOT)}:{node.lineno}: {name}")
    return found


@pytest.mark.parametrize("stage", ["annotate", "coding"])
def test_sets_of_labels_go_by_their_names(stage: str) -> None:
    """What a parser calls things is spelled out in `memcon.domain.labels`; elsewhere a set that has a name there goes by it."""
    assert [each for path in (PACKAGE / stage).rglob("*.py") for each in spelled_out(path)] == []


def test_the_package_exports_its_public_names() -> None:
    """`memcon.__all__` is sorted, every name is there, and `dir` shows them."""
    assert sorted(memcon.__all__, key=export_order) == list(memcon.__all__)
    assert [name for name in memcon.__all__ if getattr(memcon, name, None) is None] == []
    assert set(memcon.__all__) <= set(dir(memcon))
