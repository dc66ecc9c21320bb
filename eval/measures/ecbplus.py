"""Which mentions over many documents are one event, on the dev side of ECB+ (Cybulska and Vossen 2014): CoNLL F1, the measure of the literature.

Given are the annotated mentions of events in validated sentences; the rest is ours: memcon's parse, heads and arguments, documents that are alike, and a scorer of pairs fitted on the
training side. Mentions without a chain are events of their own. `corpus`: nothing is known of topics; `subtopics`: the annotated subtopics are given, so that one quake can't be taken for
another. Beside them `lemma`: mentions of one head lemma are one event, the usual thing to be better than. All mentions are judged together, so there is one count and no interval.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import Counts
from eval.bags import Matrix, Weights, bag_of, cluster, likeness_of
from eval.mention_pairs import Group, Scorer, cluster_mentions, load_scorer
from eval.mentions import Mention, mention_of
from eval.partitions import coreference_figures, count_coreference
from eval.reading import read_parses
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar

FILE = "ecbplus/dev.jsonl"

FIGURES = {
    name: figure
    for setting in ("corpus", "subtopics", "lemma.corpus", "lemma.subtopics")
    for name, figure in coreference_figures(setting).items()
    if not (setting.startswith("lemma") and name.endswith(".f1"))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The mentions that count, with their annotated events (`gold`), the subtopic of each document and how alike every two documents are."""

    mentions: Sequence[Mention]
    gold: Sequence[Hashable]
    subtopics: Sequence[str]
    likeness: Matrix

    def groups(self, labels: Sequence[Hashable]) -> list[list[int]]:
        """The numbers of mentions by the labels of their documents."""
        found: dict[Hashable, list[int]] = defaultdict(list)
        for n, mention in enumerate(self.mentions):
            found[labels[mention.document]].append(n)
        return list(found.values())

    def group(self, numbers: Sequence[int]) -> Group:
        return Group([self.mentions[n] for n in numbers], self.likeness)


def measure(path: Path) -> Iterator[Counts]:
    """The counts of all documents in `path` together."""
    corpus, scorer = read_corpus(path), load_scorer()
    alike = cluster(corpus.likeness, scorer.least_documents)
    yield {
        **count_coreference("corpus", corpus.gold, find_events(corpus, alike, scorer)),
        **count_coreference("subtopics", corpus.gold, find_events(corpus, corpus.subtopics, scorer)),
        **count_coreference("lemma.corpus", corpus.gold, [m.lemma for m in corpus.mentions]),
        **count_coreference(
            "lemma.subtopics", corpus.gold, [(corpus.subtopics[m.document], m.lemma) for m in corpus.mentions]
        ),
    }


def find_events(corpus: Corpus, labels: Sequence[Hashable], scorer: Scorer) -> list[Hashable]:
    """A label for each mention; only those are one event whose documents have equal `labels`."""
    found: dict[int, Hashable] = {}
    for number, numbers in enumerate(corpus.groups(labels)):
        events = cluster_mentions(corpus.group(numbers), scorer)
        found |= {n: (number, event) for n, event in zip(numbers, events, strict=True)}
    return [found[n] for n in range(len(corpus.mentions))]


def read_corpus(path: Path) -> Corpus:
    """The documents of ECB+ in `path`, parsed."""
    with path.open(encoding="utf-8", newline="") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    parses = [parse for _, parse in read_parses([record["text"] for record in records])]
    bags = [bag_of(parse.tokens) for parse in parses]
    weights = Weights(bags)
    mentions, gold = [], []
    for n, (record, parse) in enumerate(zip(records, parses, strict=True)):
        tree = Tree(parse.tokens, grammar())
        for annotated in record["mentions"]:
            if annotated["kind"] == "event" and annotated["validated"]:
                mentions.append(mention_of(annotated, n, tree, weights))
                gold.append(event_of(record["id"], annotated))
    return Corpus(
        mentions=mentions,
        gold=gold,
        subtopics=[record["subtopic"] for record in records],
        likeness=likeness_of([weights.vector(bag) for bag in bags]),
    )


def event_of(document: str, annotated: dict[str, Any]) -> Hashable:
    """The annotated event of a mention: its chain over documents, its chain in one (INTRA), or itself."""
    chain = annotated["chain"]
    if chain is None:
        return (document, annotated["mid"])
    return (document, chain) if chain.startswith("INTRA") else chain
