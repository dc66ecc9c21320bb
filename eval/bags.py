"""Texts as bags of lemmas: how alike two of them are (tf-idf, cosine), and which belong together (average link)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from memcon.domain.tokens import Token

Matrix = npt.NDArray[np.float64]
Vector = Mapping[str, float]

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SAYING_LITTLE = frozenset({"be", "have", "do", "say", "one", "http", "www", "com", "html"})
"""Words of every text, and parts of addresses."""
_LETTER = re.compile(r"\w")


def is_telling(token: Token) -> bool:
    """Whether a word tells what a text is about."""
    return token.pos in _TELLING and token.lemma.lower() not in _SAYING_LITTLE and bool(_LETTER.search(token.text))


def bag_of(tokens: Iterable[Token]) -> Counter[str]:
    """The lemmas that tell what a text is about, each with how often it stands there."""
    return Counter(token.lemma.lower() for token in tokens if is_telling(token))


class Weights:
    """How much a lemma tells in a collection: the more, the fewer of its texts have it."""

    def __init__(self, bags: Sequence[Counter[str]]) -> None:
        held = Counter(lemma for bag in bags for lemma in bag)
        self._weight = {lemma: math.log(len(bags) / count) for lemma, count in held.items()}

    def vector(self, bag: Counter[str]) -> Vector:
        """The bag as a vector of length 1; empty where it has no word that tells texts of the collection apart."""
        found = {
            lemma: (1 + math.log(count)) * weight for lemma, count in bag.items() if (weight := self._weight.get(lemma))
        }
        length = math.sqrt(sum(value**2 for value in found.values()))
        return {lemma: value / length for lemma, value in found.items()}


def cosine(one: Vector, other: Vector) -> float:
    short, long = sorted((one, other), key=len)
    return sum(value * long.get(lemma, 0.0) for lemma, value in short.items())


def likeness_of(vectors: Sequence[Vector]) -> Matrix:
    """The cosine of every two."""
    columns = {lemma: n for n, lemma in enumerate(sorted({lemma for vector in vectors for lemma in vector}))}
    table = np.zeros((len(vectors), len(columns)))
    for row, vector in enumerate(vectors):
        for lemma, value in vector.items():
            table[row, columns[lemma]] = value
    found: Matrix = table @ table.T
    return found


def cluster(likeness: Matrix, least: float) -> list[int]:
    """A label for each thing: those are together whose clusters are alike by `least` on average, the likest joined first."""
    if len(likeness) < 2:
        return [0] * len(likeness)
    apart = np.clip(1 - (likeness + likeness.T) / 2, 0, None)
    np.fill_diagonal(apart, 0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1 - least, "distance")
    return [int(label) for label in labels]
