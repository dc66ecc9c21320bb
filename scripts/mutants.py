"""`make mutants`: changes one thing in a module at a time and asks whether its tests notice; prints the share that they did, and what lived.

    python scripts/mutants.py                                     # the modules of MODULES
    python scripts/mutants.py coding/events/merging --sample 60   # one module, 60 changes drawn at random
    python scripts/mutants.py --all coding/events/merging         # every change

The changes are cosmic-ray's. They are made in a copy of the tree, never in the checkout. Left out are changes that no test can notice: in annotations, in
decorators, and of one operator at one place all but one.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.config import ConfigDict
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkItem

ROOT = Path(__file__).parents[1]


def _sentences(*lists: str, room: str = "coding.events") -> tuple[str, ...]:
    """The tests that read the own sentences of declared lists of rules, good and bad: they load the language model, and so are asked last."""
    asked = ("answer_their_good_sentences", "leave_their_bad_sentences_alone")
    return tuple(f"tests/test_rules.py::test_rules_{what}[{room}.{name}]" for name in lists for what in asked)


_STATUS = (
    "tests/coding/events/test_status_rules.py",
    "tests/coding/events/test_status_left.py",
    "tests/coding/events/test_history_rules.py",
    *_sentences("status_held.HELD", "status_planned.PLANNED", "status_under_way.UNDER_WAY", "status_undone.UNDONE"),
)
_KEEPING = tuple(
    f"tests/coding/events/test_{name}.py"
    for name in ("keeping", "features", "surroundings", "doubles", "echoes", "relevance")
)

_WHOM = (
    "tests/annotate/actors/test_references.py",
    *_sentences("parties.PAIRS", "references.NOMINALS", "references.PRONOUNS", room="annotate.actors"),
)
"""What asks whom a phrase without a name means, of drawn texts."""

_TOGETHER = (
    "tests/coding/events/test_reasons.py",
    "tests/coding/events/test_pairs.py",
    "tests/coding/events/test_told_again.py",
    "tests/coding/events/test_meant.py",
    "tests/coding/events/test_merging.py",
    *_sentences("told_in_one_sentence.IN_ONE_SENTENCE", "merging.JOIN", "merging.KEEP_APART", "merging.STATED"),
)
"""What asks whether two mentions are one event, of drawn stories: seconds, where all tests of events take minutes."""

_PARTIES = (
    "tests/coding/events/test_participants.py",
    "tests/coding/events/test_no_party.py",
    "tests/coding/events/test_parties_in_clause.py",
    "tests/coding/events/test_parties_in_phrase.py",
    "tests/coding/events/test_parties_of_verb.py",
    *_sentences(
        "participants.COLLECTORS", "parties_beside.BESIDE", "parties_of_acts.PARTIES", "parties_of_papers.PAPERS"
    ),
)
"""What asks who takes part, of drawn sentences."""

MODULES: dict[str, tuple[str, ...]] = {
    "annotate/actors/parties": _WHOM,
    "annotate/actors/pronouns": _WHOM,
    "annotate/actors/references": _WHOM,
    "annotate/timexes/days": ("tests/annotate/timexes/test_days.py",),
    "coding/events/continuing": ("tests/coding/events/test_continuing.py", *_sentences("continuing.SUBJECTS")),
    "coding/events/dating": (
        "tests/coding/events/test_dating.py",
        "tests/coding/events/test_framing.py",
        *_sentences("dating.TIMES"),
    ),
    "coding/events/genericness": (
        "tests/coding/events/test_genericness.py",
        *_sentences("genericness.VERB_RULES", "genericness.NOUN_RULES"),
    ),
    "coding/events/locating": (
        "tests/coding/events/test_locating.py",
        "tests/coding/events/test_framing.py",
        *_sentences("locating.PLACES"),
    ),
    "coding/events/merging": _TOGETHER,
    "coding/events/kept_apart": _TOGETHER,
    "coding/events/joined": _TOGETHER,
    "coding/events/told_again": _TOGETHER,
    "coding/events/told_in_one_sentence": _TOGETHER,
    "coding/events/pairs": _TOGETHER,
    "coding/events/participants": _PARTIES,
    "coding/events/parties_beside": ("tests/coding/events/test_parties_beside.py", *_PARTIES),
    "coding/events/parties_in_clause": _PARTIES,
    "coding/events/parties_in_phrase": _PARTIES,
    "coding/events/parties_of_acts": ("tests/coding/events/test_parties_of_acts.py", *_PARTIES),
    "coding/events/parties_of_papers": ("tests/coding/events/test_parties_of_papers.py", *_PARTIES),
    "coding/events/parties_of_verb": _PARTIES,
    "coding/events/reference": ("tests/coding/events/test_genericness.py",),
    "coding/events/describing": ("tests/coding/events/test_describing.py",),
    "coding/events/history": (*_STATUS, *_sentences("history.EARLIER", "history.FIRST")),
    "coding/events/keeping/doubles": _KEEPING,
    "coding/events/keeping/echoes": _KEEPING,
    "coding/events/keeping/features": _KEEPING,
    "coding/events/keeping/model": _KEEPING,
    "coding/events/keeping/surroundings": _KEEPING,
    "coding/events/relevance": ("tests/coding/events/test_relevance.py",),
    "coding/events/status_about": (
        "tests/coding/events/test_status_about.py",
        *_STATUS,
        *_sentences("status_about.ABOUT"),
    ),
    "coding/events/status_besides": (
        "tests/coding/events/test_status_besides.py",
        *_STATUS,
        *_sentences("status_besides.BESIDES"),
    ),
    "coding/events/status_coming": ("tests/coding/events/test_status_coming.py", *_STATUS),
    "coding/events/status_evidence": ("tests/coding/events/test_status_evidence.py", *_STATUS),
    "coding/events/status_held": ("tests/coding/events/test_status_held.py", *_STATUS),
    "coding/events/status_left": (*_STATUS, *_sentences("status_left.LEFT")),
    "coding/events/status_of_acts": (
        "tests/coding/events/test_status_of_acts.py",
        *_STATUS,
        *_sentences("status_of_acts.ACTS"),
    ),
    "coding/events/status_of_news": (
        "tests/coding/events/test_status_of_news.py",
        *_STATUS,
        *_sentences("status_of_news.NEWS"),
    ),
    "coding/events/status_planned": ("tests/coding/events/test_status_planned.py", *_STATUS),
    "coding/events/status_under_way": ("tests/coding/events/test_status_under_way.py", *_STATUS),
    "coding/events/status_undone": ("tests/coding/events/test_status_undone.py", *_STATUS),
    "coding/events/status_welcomed": (
        "tests/coding/events/test_status_welcomed.py",
        *_STATUS,
        *_sentences("status_welcomed.WELCOMED"),
    ),
}
"""The modules whose rules carry most, below src/memcon, each with the tests that should notice a change in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: the line it is in, its operator, what it changes as a diff, and whether the tests noticed."""

    line: int
    operator: str
    diff: str
    is_killed: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 every module reaches the share asked for, 1 one does not, 2 the tests fail without any change."""
    options = _options(arguments)
    reached = True
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        _copy_tree(copy)
        for module in options.modules:
            tests = MODULES.get(module, (_mirror(module),))
            if run_tests(_command(copy, tests), 600)[0] != TestOutcome.SURVIVED:
                print(f"{module}: its tests fail without any change", file=sys.stderr)
                return 2
            mutants = list(_mutants(copy, module, tests, None if options.all else options.sample, options.seed))
            killed = sum(m.is_killed for m in mutants)
            share = killed / len(mutants) if mutants else 1.0
            reached = reached and share >= options.least
            print(f"{module}: {killed} of {len(mutants)} killed ({share:.2f})", flush=True)
            for m in mutants:
                if not m.is_killed:
                    print(f"  lived: line {m.line}, {m.operator}\n{m.diff}")
    return 0 if reached else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="mutants", description=(__doc__ or "").strip(), formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", default=list(MODULES), help="modules below src/memcon, without .py")
    parser.add_argument("--sample", type=int, default=20, help="changes to draw in each module (20)")
    parser.add_argument("--all", action="store_true", help="make every change")
    parser.add_argument("--seed", type=int, default=1, help="what the draw begins with (1)")
    parser.add_argument("--least", type=float, default=0.0, help="share to reach in each module, 0 to 1 (0)")
    return parser.parse_args(arguments)


def _copy_tree(copy: Path) -> None:
    for name in ("src", "tests", "samples", "eval", "docs"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    shutil.copy(ROOT / "pyproject.toml", copy)


def _mirror(module: str) -> str:
    path = Path("tests", module)
    return str(path.parent / f"test_{path.name}.py")


def _command(copy: Path, tests: Sequence[str]) -> str:
    command = f"env PYTHONPATH={copy}/src {sys.executable} -m pytest -x -q -p no:cacheprovider -m 'not slow and not postgres' --rootdir {copy} -c {copy}/pyproject.toml "
    return command + " ".join(str(copy / t) for t in tests)


def _mutants(copy: Path, module: str, tests: Sequence[str], sample: int | None, seed: int) -> Iterator[Mutant]:
    path, command = copy / "src" / "memcon" / f"{module}.py", _command(copy, tests)
    for item in _drawn(path, sample, seed):
        [mutation] = item.mutations
        result = mutate_and_test(mutations=item.mutations, test_command=command, timeout=600)
        yield Mutant(
            line=mutation.start_pos[0],
            operator=mutation.operator_name.removeprefix("core/"),
            diff="\n".join(
                f"    {line}"
                for line in (result.diff or "").splitlines()
                if line[:1] in "+-" and line[:3] not in ("+++", "---")
            ),
            is_killed=result.is_killed,
        )


def _drawn(path: Path, sample: int | None, seed: int) -> list[WorkItem]:
    """The changes to make in a module: one of each operator at each place, `sample` of them where told."""
    with (
        tempfile.TemporaryDirectory() as folder,
        use_db(str(Path(folder) / "session.sqlite"), WorkDB.Mode.create) as db,
    ):
        init([path], db, ConfigDict())
        items = list(db.work_items)
    chance = random.Random(seed)
    chance.shuffle(items)
    places: dict[tuple[tuple[int, int], str], WorkItem] = {}
    silent = _silent(path)
    for item in items:
        [mutation] = item.mutations
        if not any(first <= mutation.start_pos < last for first, last in silent):
            places.setdefault((mutation.start_pos, _family(mutation)), item)
    drawn = list(places.values())
    return sorted(drawn if sample is None else drawn[:sample], key=lambda i: i.mutations[0].start_pos)


def _family(mutation: MutationSpec) -> str:
    return str(mutation.operator_name).partition("_")[0]


def _silent(path: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where no test can notice a change: annotations (never evaluated) and decorators."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.extend(node.decorator_list)
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            found.append(node.returns)
        if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            found.append(node.annotation)
    return [((n.lineno, n.col_offset - 1), (n.end_lineno or n.lineno, n.end_col_offset or 0)) for n in found]


if __name__ == "__main__":
    sys.exit(main())
