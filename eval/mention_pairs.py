"""How likely two mentions are one event: named features with a weight each, fitted on the training side of ECB+ by `training.mentions`.

What is compared lies in one group of documents: those of one subtopic, or those that are alike where no topics are given.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np

from eval.bags import Matrix, cluster, cosine
from eval.mentions import Mention
from memcon.lexicon import words

SCORER = Path(__file__).with_name("mention_pairs.json")

_BEGINNING = 4
"""Letters that two words share which begin alike."""
_MOST_ARGUMENTS = 3
"""More shared arguments than these tell no more."""
_MOST_DOCUMENTS = 0.5
"""What a larger share of the documents tells is the matter of all of them."""

Pairs = Mapping[str, float]
"""How often two lemmas ("blaze fire", in alphabetical order) were one event where both stood in one subtopic, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that are compared with each other, and how alike their documents are (by their numbers)."""

    mentions: Sequence[Mention]
    likeness: Matrix

    def shares(self) -> dict[str, float]:
        """For each stem the share of documents with mentions that have one of it."""
        told: dict[str, set[int]] = defaultdict(set)
        for mention in self.mentions:
            told[mention.stem].add(mention.document)
        every = len({mention.document for mention in self.mentions})
        return {stem: len(documents) / every for stem, documents in told.items()}


@dataclass(frozen=True)
class Pair:
    """Two mentions, with what is known beside them: how alike their documents are, the share of documents that tell of the first one's stem, and how often their lemmas were one event."""

    one: Mention
    other: Mention
    documents: float
    share: float
    known: float

    @cached_property
    def is_same_word(self) -> bool:
        return self.one.lemma == self.other.lemma or self.one.stem == self.other.stem

    @cached_property
    def is_saying(self) -> tuple[bool, bool]:
        return self.one.lemma in _SAYING, self.other.lemma in _SAYING

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(sorted((self.one.pos, self.other.pos)))


_SAYING = words("saying") | words("reporting_noun")


def _begins_alike(pair: Pair) -> bool:
    one, other = pair.one.lemma[:_BEGINNING], pair.other.lemma[:_BEGINNING]
    return not pair.is_same_word and len(one) == _BEGINNING and one == other


def _near(pair: Pair) -> float:
    one, other = pair.one.near, pair.other.near
    return len(one & other) / max(1, min(len(one), len(other)))


def _other_doers(pair: Pair) -> bool:
    one, other = pair.one.doers, pair.other.doers
    return bool(one and other) and not one & other


def _other_tense(pair: Pair) -> bool:
    one, other = pair.one.tense, pair.other.tense
    return bool(one and other) and one != other


def _same_sentence(pair: Pair) -> bool:
    return (pair.one.document, pair.one.sentence) == (pair.other.document, pair.other.sentence)


FEATURES: Mapping[str, Callable[[Pair], float]] = {
    "same lemma": lambda p: p.one.lemma == p.other.lemma,
    "same stem": lambda p: p.is_same_word,
    "same text": lambda p: p.one.text == p.other.text,
    "begin alike": _begins_alike,
    "known to be one": lambda p: p.known,
    "ever known to be one": lambda p: p.known > 0,
    "a word shared": lambda p: not p.is_same_word and bool(p.one.own & p.other.own),
    "verbs": lambda p: p.parts == ("verb", "verb"),
    "verb and noun": lambda p: p.parts == ("noun", "verb"),
    "same word of saying": lambda p: p.is_same_word and all(p.is_saying),
    "other words of saying": lambda p: not p.is_same_word and any(p.is_saying),
    "said by the same": lambda p: all(p.is_saying) and bool(p.one.doers & p.other.doers),
    "said by others": lambda p: all(p.is_saying) and _other_doers(p),
    "same doer": lambda p: bool(p.one.doers & p.other.doers),
    "other doers": _other_doers,
    "done to the same": lambda p: bool(p.one.done_to & p.other.done_to),
    "shared arguments": lambda p: min(len(p.one.arguments & p.other.arguments), _MOST_ARGUMENTS),
    "no arguments": lambda p: not (p.one.arguments and p.other.arguments),
    "same words near": _near,
    "same word in like sentences": lambda p: p.is_same_word * cosine(p.one.words, p.other.words),
    "same word in like documents": lambda p: p.is_same_word * p.documents,
    "same word of most documents": lambda p: p.is_same_word and p.share > _MOST_DOCUMENTS,
    "same sentence": _same_sentence,
    "other tense": _other_tense,
}
"""What is asked of a pair: 0 or 1 for no or yes, or how much so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """The fitted scorer: weights of FEATURES behind a bias, known pairs of lemmas, and the likeness from which on documents and mentions belong together."""

    bias: float
    weights: Mapping[str, float]
    pairs: Pairs
    least_documents: float
    least_mentions: float


def load_scorer(path: Path = SCORER) -> Scorer:
    held = json.loads(path.read_text(encoding="utf-8"))
    return Scorer(
        bias=held["bias"],
        weights=held["weights"],
        pairs=held["pairs"],
        least_documents=held["least_documents"],
        least_mentions=held["least_mentions"],
    )


def lemma_pair(one: Mention, other: Mention) -> str:
    """The key of Pairs; "" for one lemma, of which nothing has to be known."""
    return "" if one.lemma == other.lemma else " ".join(sorted((one.lemma, other.lemma)))


def table_of(group: Group, pairs: Pairs) -> Matrix:
    """A row for each two mentions, in the order of `combinations`: a constant and the FEATURES."""
    shares = group.shares()
    rows = []
    for one, other in combinations(group.mentions, 2):
        pair = Pair(
            one=one,
            other=other,
            documents=float(group.likeness[one.document, other.document]),
            share=shares[one.stem],
            known=pairs.get(lemma_pair(one, other), 0.0),
        )
        rows.append([1.0, *(float(feature(pair)) for feature in FEATURES.values())])
    return np.array(rows).reshape(-1, 1 + len(FEATURES))


def chances(table: Matrix, weights: Sequence[float]) -> Matrix:
    """The chance of each row to be one event; `weights` begin with the bias."""
    found: Matrix = 1 / (1 + np.exp(-np.clip(table @ np.array(weights), -30, 30)))
    return found


def cluster_by(found: Matrix, count: int, least: float) -> list[int]:
    """Labels of so many mentions by the chances of their pairs, in the order of `combinations`."""
    alike = np.zeros((count, count))
    alike[np.triu_indices(count, 1)] = found
    return cluster(alike + alike.T, least)


def cluster_mentions(group: Group, scorer: Scorer) -> list[int]:
    """A label for each mention of the group: those with equal labels are one event."""
    weights = [scorer.bias, *(scorer.weights[name] for name in FEATURES)]
    found = chances(table_of(group, scorer.pairs), weights)
    return cluster_by(found, len(group.mentions), scorer.least_mentions)
