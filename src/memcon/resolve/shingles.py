"""Texts as sets of hashes that are compared instead of them: runs of words, and words (Broder 1997, "On the resemblance and containment of documents").

Which hashes are kept hangs on their values alone, not on where they stand, so what two texts share is kept of both or of neither.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

from memcon.domain.documents import Document

RUN = 5
"""Words in a run: fewer are shared by any two texts of one language, more leave nothing of a text that was lightly edited."""

ONE_IN = 4
"""Of the runs one in so many is kept, by its hash: enough to measure what two texts share."""

WINDOW = 32
"""Of so many runs in a row the least hash is a key: two texts that share as many runs in a row, `SURE` words, share a key."""

SURE = WINDOW + RUN - 1
"""Words that two texts need to share in a row to find each other for certain."""

BESIDE = 2
"""Words before and behind by which a place in a text is known again."""

_WORD = re.compile(r"[^\W_]+")
_PROPER = re.compile(r"[^\W\d_]*\d\w*|[^\W\d_a-z]\w*")


def body_words(document: Document) -> list[str]:
    """The words of a document's running text as they stand: no headline, byline or line of credits, by which prints differ."""
    spans = [b.span for b in document.blocks if b.kind == "body" and b.span.field == "text"]
    texts = [span.of(document.text) for span in spans] or [document.text]
    return [word for text in texts for word in _WORD.findall(text)]


def run_hashes(words: Sequence[str]) -> list[int]:
    """The hash of every run of words, in order; case does not count."""
    plain = [word.casefold() for word in words]
    return [word_hash(" ".join(plain[n : n + RUN])) for n in range(len(plain) - RUN + 1)]


def sample(hashes: Iterable[int]) -> frozenset[int]:
    """One in `ONE_IN` of them, the same ones of every text."""
    return frozenset(h for h in hashes if h % ONE_IN == 0)


def keys(hashes: Sequence[int]) -> frozenset[int]:
    """The least of every `WINDOW` in a row (Schleimer, Wilkerson, Aiken 2003, "Winnowing")."""
    return frozenset(min(hashes[n : n + WINDOW]) for n in range(len(hashes) - WINDOW + 1))


def slots(words: Sequence[str]) -> dict[int, frozenset[int]]:
    """The hashes of what stands between two words and two words, wherever it is a number or a word with a capital: what a text is about, in whatever formulas it is told."""
    plain = [word.casefold() for word in words]
    found: dict[int, set[int]] = {}
    for n in range(BESIDE, len(words) - BESIDE):
        if _PROPER.fullmatch(words[n]):
            beside = (*plain[n - BESIDE : n], "", *plain[n + 1 : n + 1 + BESIDE])
            found.setdefault(word_hash(" ".join(beside)), set()).add(word_hash(plain[n]))
    return {beside: frozenset(held) for beside, held in found.items()}


def least_of_words(words: Iterable[str], many: int) -> frozenset[int]:
    """The least `many` hashes of the different words: two texts' word lists are as alike as these are."""
    return frozenset(sorted({word_hash(word.casefold()) for word in set(words)})[:many])


def likeness(one: frozenset[int], other: frozenset[int], many: int) -> float:
    """The part of all words of two texts that both have, by the least `many` hashes of each."""
    both = sorted(one | other)[:many]
    return sum(h in one and h in other for h in both) / len(both) if both else 0.0


def word_hash(text: str) -> int:
    """A number of 32 bits, the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
