"""Regular expressions for the words and phrases of the lexicon: the patterns of this package hold the signs, the lexicon holds the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from memcon.lexicon import words

SPACES = r"\s+"
"""The gap of phrases that may be broken or spaced out."""


def any_of(*names: str, gap: str = " ", form: Callable[[str], str] = str) -> str:
    """A pattern for all words of some classes, the longest first, each written as `form` makes it (`str.upper`).

    `gap` stands between the words of a phrase. An apostrophe is written either way. Members without letter or digit, which are signs, are
    left out. Raises `LexiconError` for a name that no class has.
    """
    found = {form(word) for name in names for word in words(name) if any(c.isalnum() for c in word)}
    return one_of(found, gap=gap)


def one_of(phrases: Iterable[str], *, gap: str = " ") -> str:
    """A pattern for any of some words and phrases, the longest first."""
    return f"(?:{'|'.join(_pattern(p, gap) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))})"


def _pattern(phrase: str, gap: str) -> str:
    return gap.join(re.escape(word) for word in phrase.split()).replace("'", "['’]")
