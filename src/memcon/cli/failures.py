"""What could not be read, summed up at the end of a command."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.domain.problems import Problem

SHOWN = 5
"""How many inputs are named for one kind of problem."""


def is_failed(problems: Sequence[Problem]) -> bool:
    """Whether a document with these problems could not be read."""
    return any(problem.is_fatal for problem in problems)


def tell_failures(problems: Sequence[Problem], *, failed: int, total: int) -> None:
    """Says on standard error how many documents failed, and for each kind of problem which, why and what to do."""
    from memcon.cli.terminal import tell

    if not problems:
        return
    if failed:
        tell(f"{failed} of {total} {'document' if total == 1 else 'documents'} could not be read")
    else:
        tell(f"all documents were read, with {len(problems)} {'remark' if len(problems) == 1 else 'remarks'}")
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_code[problem.code].append(problem)
    for code, found in by_code.items():
        for problem in found[:SHOWN]:
            tell(f"{code}: {problem.ref}: {problem.message}")
        more = f"and {len(found) - SHOWN} more; " if len(found) > SHOWN else ""
        tell(f"{code}: {more}{found[0].hint}")
