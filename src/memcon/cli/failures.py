"""What could not be read, summed up at the end of a command."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.domain.problems import Problem
    from memcon.report.layout import Line

SHOWN = 5
"""How many inputs are named for one kind of problem."""


def is_failed(problems: Sequence[Problem]) -> bool:
    """Whether a document with these problems could not be read."""
    return any(problem.is_fatal for problem in problems)


def tell_failures(problems: Sequence[Problem], *, failed: int, total: int) -> None:
    """Says on standard error how many documents failed, and for each kind of problem which, why and what to do."""
    from memcon.cli.terminal import tell, tell_lines

    if not problems:
        return
    if failed:
        tell(f"{failed} of {total} documents could not be read")
    else:
        tell("all documents were read; some need a look")
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_code[problem.code].append(problem)
    for code, found in by_code.items():
        tell_lines(_kind_lines(code, found))


def _kind_lines(code: str, found: Sequence[Problem]) -> Iterator[Line]:
    from memcon.report.layout import Piece, line, visible

    yield line(Piece(code, "off"), indent=2)
    for problem in found[:SHOWN]:
        yield line(f"{visible(problem.ref)}: {visible(problem.message)}", indent=4)
    if len(found) > SHOWN:
        yield line(f"and {len(found) - SHOWN} more", indent=4)
    for hint in dict.fromkeys(problem.hint for problem in found):
        yield line(Piece(f"→ {visible(hint)}", "faint"), indent=4)
