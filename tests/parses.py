"""Sentences of tests parsed in batches: one at a time, spaCy takes five times as long for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest


class Batched:
    """A pipeline that parses with a text all that the tests of its module will ask for.

    `ahead` holds the texts of each module. What none of them has is parsed when it is asked for, alone.
    """

    def __init__(self, nlp: Any, ahead: Iterable[Sequence[str]]) -> None:
        self._nlp = nlp
        self._ahead = {text: texts for texts in ahead for text in texts}
        self._known: dict[str, Any] = {}

    def memory_zone(self) -> AbstractContextManager[None]:
        """None: what is parsed is kept to the end of the session."""
        return nullcontext()

    def pipe(self, texts: Iterable[tuple[str, Any]], *, as_tuples: bool) -> Iterator[tuple[Any, Any]]:
        """Each text as spaCy parses it, with what came with it."""
        assert as_tuples
        for text, context in texts:
            yield self._parse(text), context

    def _parse(self, text: str) -> Any:
        if text not in self._known:
            asked = [t for t in self._ahead.get(text, (text,)) if t not in self._known]
            self._known |= zip(asked, self._nlp.pipe(asked, batch_size=128), strict=True)
        return self._known[text]


def texts_of(items: Iterable[pytest.Item]) -> list[list[str]]:
    """The sentences in the parameters of each module's tests, each once; what stands behind an arrow is what is expected of it."""
    found: dict[str, dict[str, None]] = {}
    for item in items:
        module = found.setdefault(item.nodeid.partition("::")[0], {})
        call = getattr(item, "callspec", None)
        for value in call.params.values() if call else ():
            module |= dict.fromkeys(_sentences_in(value))
    return [list(texts) for texts in found.values()]


def _sentences_in(value: Any) -> Iterator[str]:
    if isinstance(value, str) and " " in value and len(value) < 2_000:
        yield value.partition(" → ")[0]
    elif isinstance(value, (tuple, Mapping)):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _sentences_in(inner)
