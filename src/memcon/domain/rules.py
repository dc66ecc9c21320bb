"""Rules of reading as declared values: a small pure function with the sentences that it answers and some that it leaves alone.

    @rule(yes=["The talks were called off. → cancelled"], no=["The talks were held."])
    def undone(scene: Scene) -> Finding | None: ...

    RULES = (undone, …)

The sentences are tests: tests/test_rules.py reads each as a document of its own and asks whether the rule answered (anything but None, False and
nothing at all) to one of the questions that the reading asked it. What stands behind an arrow must be told by the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)

_WATCHER: ContextVar[list[tuple[Any, Any]] | None] = ContextVar("watcher", default=None)


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[P, R_co]):
    """One rule. `ask` is its function; `yes` are sentences that it answers, `no` sentences that it leaves alone."""

    ask: Callable[P, R_co]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.ask.__name__.strip("_")

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        watcher = _WATCHER.get()
        if watcher is None:
            return self.ask(*args, **kwargs)
        found = self.ask(*args, **kwargs)
        told: Any = tuple(found) if isinstance(found, Iterator) else found
        if told:
            watcher.append((self, told))
        return told  # type: ignore[no-any-return]  # an iterator over the same


def rule(*, yes: Sequence[str], no: Sequence[str] = ()) -> Callable[[Callable[P, R_co]], Rule[P, R_co]]:
    """Declares the function below as a rule with its sentences."""
    return lambda ask: Rule(ask, tuple(yes), tuple(no))


@contextmanager
def watched() -> Iterator[list[tuple[Any, Any]]]:
    """The rules that answer while the block runs, each with its answer, in order."""
    seen: list[tuple[Any, Any]] = []
    token = _WATCHER.set(seen)
    try:
        yield seen
    finally:
        _WATCHER.reset(token)
