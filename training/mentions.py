"""Fits what `eval` compares mentions of events by, into `eval/mention_pairs.json`.

    python -m training.mentions --data DIR

Learns from the training side of ECB+ alone: how alike documents of one subtopic are, which lemmas were one event ("blaze", "fire"), and the weights of the features. Printed figures are
cross-validated by topics: what is judged was in no part of what judges it, the pairs of lemmas included.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from eval.bags import Matrix, cluster
from eval.measures.ecbplus import Corpus, read_corpus
from eval.mention_pairs import FEATURES, SCORER, Group, Pairs, chances, cluster_by, lemma_pair, table_of
from eval.partitions import conll
from training.regression import fit

STRENGTH = 1.0
"""The ridge."""

LEAST_SHARE = 0.3
"""A pair of lemmas that was one event more rarely is not kept."""

FOLDS = 5

DOCUMENTS = (0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2)
MENTIONS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
"""What is tried as the least likeness."""

_KNOWN = [1 + list(FEATURES).index(name) for name in ("known to be one", "ever known to be one")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The mentions of one subtopic: their annotated events, and a row for each two with whether they are one."""

    topic: str
    group: Group
    gold: Sequence[Hashable]
    table: Matrix
    is_one: Matrix


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the measuring material")
    corpus = read_corpus(parser.parse_args().data / "ecbplus" / "train.jsonl")
    least_documents = best({least: conll(corpus.subtopics, cluster(corpus.likeness, least)) for least in DOCUMENTS})
    subtopics = learned(corpus)
    least_mentions = best(cross_validated(subtopics))
    shares = shares_of(subtopics)
    weights = weights_of(subtopics, shares)
    pairs = {pair: round(share, 2) for pair, share in sorted(known(shares).items())}
    held = {
        "bias": round(weights[0], 3),
        "weights": {name: round(weight, 3) for name, weight in zip(FEATURES, weights[1:], strict=True)},
        "least_documents": least_documents,
        "least_mentions": least_mentions,
        "pairs": pairs,
    }
    SCORER.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(len(each.is_one) for each in subtopics)} pairs of mentions, {len(pairs)} pairs of lemmas")


def best(scores: Mapping[float, float]) -> float:
    for least, score in scores.items():
        print(f"from {least}: CoNLL {score:.4f}")
    return max(scores, key=lambda least: scores[least])


def learned(corpus: Corpus) -> list[Learned]:
    found = []
    for numbers in corpus.groups(corpus.subtopics):
        group, gold = corpus.group(numbers), [corpus.gold[n] for n in numbers]
        found.append(
            Learned(
                topic=corpus.subtopics[group.mentions[0].document].partition("_")[0],
                group=group,
                gold=gold,
                table=table_of(group, {}),
                is_one=np.array([float(one == other) for one, other in combinations(gold, 2)]),
            )
        )
    return found


def shares_of(subtopics: Sequence[Learned]) -> dict[str, dict[str, float]]:
    """For each two lemmas the share of their pairs that were one event, by topic (the highest of its subtopics)."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for each in subtopics:
        every, right = Counter[str](), Counter[str]()
        for (one, other), is_one in zip(combinations(each.group.mentions, 2), each.is_one, strict=True):
            pair = lemma_pair(one, other)
            every[pair] += 1
            right[pair] += int(is_one)
        for pair in right:
            share = right[pair] / every[pair]
            found[pair][each.topic] = max(share, found[pair].get(each.topic, 0.0))
    return found


def known(shares: Mapping[str, Mapping[str, float]], without: Collection[str] = ()) -> Pairs:
    """What is known of pairs from all topics but these."""
    highest = {
        pair: max((share for topic, share in topics.items() if topic not in without), default=0.0)
        for pair, topics in shares.items()
        if pair
    }
    return {pair: share for pair, share in highest.items() if share >= LEAST_SHARE}


def with_known(each: Learned, pairs: Pairs) -> Matrix:
    """The rows with what is known of their lemmas."""
    column = np.array([pairs.get(lemma_pair(*two), 0.0) for two in combinations(each.group.mentions, 2)])
    table = each.table.copy()
    table[:, _KNOWN] = np.stack([column, column > 0], axis=1)
    return table


def weights_of(
    subtopics: Sequence[Learned], shares: Mapping[str, Mapping[str, float]], without: Collection[str] = ()
) -> tuple[float, ...]:
    """Weights by all topics but these; what is known of a topic's lemmas comes from the others, as it will for a new one."""
    kept = [each for each in subtopics if each.topic not in without]
    pairs = {topic: known(shares, {topic, *without}) for topic in {each.topic for each in kept}}
    tables = [with_known(each, pairs[each.topic]) for each in kept]
    return fit(np.vstack(tables), np.concatenate([each.is_one for each in kept]), STRENGTH)


def cross_validated(subtopics: Sequence[Learned]) -> dict[float, float]:
    """CoNLL within subtopics by the least likeness of mentions."""
    topics, shares = sorted({each.topic for each in subtopics}), shares_of(subtopics)
    judged: list[tuple[Learned, Matrix]] = []
    for without in (topics[n::FOLDS] for n in range(FOLDS)):
        weights, pairs = weights_of(subtopics, shares, without), known(shares, without)
        judged += [(each, chances(with_known(each, pairs), weights)) for each in subtopics if each.topic in without]
    gold = [event for each, _ in judged for event in each.gold]
    scores = {}
    for least in MENTIONS:
        found: list[Hashable] = []
        for n, (each, chance) in enumerate(judged):
            found += [(n, label) for label in cluster_by(chance, len(each.gold), least)]
        scores[least] = conll(gold, found)
    return scores


if __name__ == "__main__":
    main()
