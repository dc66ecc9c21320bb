"""Rules of reading as declared values: a small pure function with the sentences that it answers and some that it leaves alone.

    @rule(yes=["The talks were called off. → cancelled"], no=["The talks were held."])
    def undone(scene: Scene) -> Finding | None: ...

    RULES = (undone, …)

The sentences are tests: tests/test_rules.py reads each as a document of its own and asks whether the rule answered (anything but None, False and
nothing at all) to one of the questions that the reading asked it. What stands behind an arrow must be told by the answer.

A rule about single words declares at which it may answer (`at`, `pos`, `tag`, `dep`); `ByWord` then asks each rule only at those, which is most of the
time that reading takes. What is declared must not leave out a word at which the rule answers: tests/test_rules.py asks all rules at all words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

from memcon.domain.tokens import Token

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)

_WATCHER: ContextVar[list[tuple[Any, Any]] | None] = ContextVar("watcher", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The words at which a rule may answer: those whose lemma or form, in lower case, is one of `words`, of these parts of speech (Universal), Penn tags
    and dependencies; None for any."""

    words: frozenset[str] | None = None
    pos: frozenset[str] | None = None
    tag: frozenset[str] | None = None
    dep: frozenset[str] | None = None

    def takes(self, token: Token) -> bool:
        """Whether a token is of the parts of speech, tags and dependencies."""
        return (
            (self.pos is None or token.pos in self.pos)
            and (self.tag is None or token.tag in self.tag)
            and (self.dep is None or token.dep in self.dep)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[P, R_co]):
    """One rule. `ask` is its function; `yes` are sentences that it answers, `no` sentences that it leaves alone; `place` is where it may answer."""

    ask: Callable[P, R_co]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    place: Place = Place()

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


def rule(
    *,
    yes: Sequence[str],
    no: Sequence[str] = (),
    at: Iterable[str] | None = None,
    pos: Iterable[str] | None = None,
    tag: Iterable[str] | None = None,
    dep: Iterable[str] | None = None,
) -> Callable[[Callable[P, R_co]], Rule[P, R_co]]:
    """Declares the function below as a rule with its sentences. One that is asked of single words may tell at which it can answer: `at` their lemmas or
    forms (lower case), `pos`, `tag` and `dep` what they are."""
    words, parts, tags, deps = (None if known is None else frozenset(known) for known in (at, pos, tag, dep))
    place = Place(words=words, pos=parts, tag=tags, dep=deps)
    return lambda ask: Rule(ask, tuple(yes), tuple(no), place)


class ByWord(Generic[P, R_co]):
    """Rules in their order, found by the word that they are asked of."""

    def __init__(self, rules: Iterable[Rule[P, R_co]]) -> None:
        self.rules = tuple(rules)
        self._anywhere = frozenset(n for n, r in enumerate(self.rules) if r.place.words is None)
        self._by_word: dict[str, frozenset[int]] = {}
        for n, r in enumerate(self.rules):
            for word in r.place.words or ():
                self._by_word[word] = self._by_word.get(word, frozenset()) | {n}
        self._known: dict[tuple[frozenset[int] | None, frozenset[int] | None, str, str, str], tuple[Rule[P, R_co], ...]]
        self._known = {}  # as many as there are kinds of words, whatever the texts

    def at(self, token: Token, lemma: str, form: str) -> tuple[Rule[P, R_co], ...]:
        """The rules that may answer at `token`, whose lemma and form in lower case are `lemma` and `form`."""
        by_lemma, by_form = self._by_word.get(lemma), self._by_word.get(form)
        key = (by_lemma, by_form, token.pos, token.tag, token.dep)
        found = self._known.get(key)
        if found is None:
            listed = self._anywhere.union(by_lemma or (), by_form or ())
            found = tuple(self.rules[n] for n in sorted(listed) if self.rules[n].place.takes(token))
            self._known[key] = found
        return found


@contextmanager
def watched() -> Iterator[list[tuple[Any, Any]]]:
    """The rules that answer while the block runs, each with its answer, in order."""
    seen: list[tuple[Any, Any]] = []
    token = _WATCHER.set(seen)
    try:
        yield seen
    finally:
        _WATCHER.reset(token)
