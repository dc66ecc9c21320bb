"""Fits the weights by which an event is kept or dropped, into `memcon/coding/events/keeping/weights.json`.

    python -m training.keeping --data DIR

Learns from the gold record's dev side and its documents to learn from (docs/reference/gold.md), from the engagements that `chains` tells of in other documents, and from the sentences of the codebook. A candidate (the mentions of one event) is right when it is the one
that names a gold event best; one that names it less well is wrong, one that names a minor event, or stands in the title alone, counts nothing. Every printed figure is cross-validated: folds of documents, each
judged by weights that were fitted on the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import gold
from eval.agreement import same_family
from eval.floors import file_hash
from memcon.annotate import Annotator
from memcon.annotate.nlp import load_pipeline
from memcon.codebook import load_codebook
from memcon.coding.channels.mentions import find_channels
from memcon.coding.events.keeping import features_of
from memcon.coding.events.meanings_of_acts import objects_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.records import candidates, find_mentions
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.documents import Document
from memcon.ingest import Reader
from memcon.knowledge import load
from training.candidates import Case, Learned, fitted, weigh

OUT = Path(__file__).parents[1] / "src/memcon/coding/events/keeping/weights.json"

STRENGTH, RAREST = 8.0, 5
"""The ridge, and how many candidates a feature must have to get a weight."""

OWN_SENTENCES = 6.0
"""What a candidate of the codebook's sentences counts beside one of the gold's."""


OF_DOCUMENTS = ("states in document", "document:", "title:", "before:", "parties: of the document's")
"""What features begin with that tell of the document."""


FIXED = {
    f"all: {name}": -6.0
    for name in ("never_done", "done_often", "done_as_a_rule", "of_any", "of_many", "of_several_rounds")
}
"""Weights that are not learned: what is told as never done, as done often or as a rule, or as any or many such events, is none by definition, and too rare in the gold to
be seen."""

FIXED["all: in title"] = -1.5
"""The gold marks nothing in titles, so that nothing can be learned of them; a headline alone seldom tells enough."""


PRIOR = {
    "needs: met": 1.5,
    "needs: not met": -1.5,
    "all: generic": -1.5,
    "verb: without a status": -1.5,
    "whatever its kind: session": 3.0,
    "whatever its kind: of_a_channel": 1.5,
}
"""Where weights come from before anything is learned: what the kind's table asks for, and a channel in session. It decides where the gold says little."""


def read_gold(data: Path, names: Sequence[str] = gold.LEARNT_FROM) -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """The documents of the gold record as memcon takes them in, each with its page."""
    pages = list(gold.join(gold.pages_of(names), data))
    for page, reading in zip(pages, Reader(attribution="rules").read_many([p["input"] for p in pages]), strict=True):
        yield reading.document, page


class Finder:
    """Finds the candidates of a document, with all that reading needs loaded once."""

    def __init__(self) -> None:
        self._knowledge, self._book = load(), load_codebook()
        self._annotator = Annotator(load_pipeline(), self._knowledge)

    def candidates(self, document: Document) -> tuple[TextIndex, list[Cluster]]:
        index = TextIndex(self._annotator.annotate(document))
        places = Places(index, self._knowledge)
        return index, candidates(index, find_mentions(index, places, self._book, find_channels(index, places)))


def cases_of_gold(
    finder: Finder, document: Document, page: Mapping[str, Any], family: str | None = None
) -> Iterator[Case]:
    """The candidates of one document, each right when it names a gold event best; only those of kinds like `family`, where the page tells no other."""
    index, clusters = finder.candidates(document)
    features = features_of(index, clusters)
    of_family = [n for n, c in enumerate(clusters) if family is None or same_family(c.mentions[0].trigger.kind, family)]
    clusters, features = [clusters[n] for n in of_family], [features[n] for n in of_family]
    touched = [_touched(index, cluster, page) for cluster in clusters]
    best = {name: max(range(len(clusters)), key=lambda n: touched[n][name]) for name in {e for t in touched for e in t}}
    minor = {e["id"] for e in page["events"] if e["minor"]}
    unnamed = [e for e in page["events"] if e["id"] not in best]
    for n, cluster in enumerate(clusters):
        own = {name for name in touched[n] if best[name] == n}
        in_title = all(index.annotation.document.offset(_start(index, m)) < 0 for m in cluster.mentions)
        if in_title or (own and own <= minor) or (not own and _may_be_one_of(index, cluster, unnamed)):
            continue
        yield Case(document=page["id"], features=features[n], is_right=bool(own))


_OWN, _BESIDE = (9, 3), (4, 1)
"""What one of a gold event's words counts, the best and any other: where it is a mention's own word, and where it is its object or the verb that carries it."""


def _touched(index: TextIndex, cluster: Cluster, page: Mapping[str, Any]) -> Counter[str]:
    """How many of the words that name each gold event the mentions have, the best word thrice, one beside a mention's own half."""
    found: Counter[str] = Counter()
    for m in cluster.mentions:
        own = _range(index, m.trigger.first, m.trigger.last)
        beside = [_range(index, i, i) for i in _words_beside(index, m)]
        for event in page["events"]:
            if not same_family(event["kind"], m.trigger.kind):
                continue
            for n, word in enumerate(event["triggers"]):
                rank = 1 if n else 0
                if _overlap(own, word):
                    found[event["id"]] += _OWN[rank]
                elif any(_overlap(other, word) for other in beside):
                    found[event["id"]] += _BESIDE[rank]
    return found


def _words_beside(index: TextIndex, m: EventMention) -> list[int]:
    """The words that may name the event in place of a mention's own: the object that its verb needs ("reached an agreement"), the verb that carries its noun."""
    frame, anchor = m.trigger.frame, m.trigger.anchor
    if frame is not None:
        return [o for o in objects_of(index.tree, anchor, frame) if frame.object_nouns]
    return [m.clause.verb] if m.clause.verb is not None and m.clause.relation in {"object", "subject"} else []


def _may_be_one_of(index: TextIndex, cluster: Cluster, events: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the sentence of a mention tells of one of `events`, which no candidate names: it may be meant, so nothing is learned from it."""
    spans = [index.sentence(m.trigger.anchor) for m in cluster.mentions]
    sentences = [_range(index, s.first, s.last - 1) for s in spans]
    kind = cluster.mentions[0].trigger.kind
    return any(
        same_family(event["kind"], kind) and any(_overlap(s, word) for s in sentences for word in event["triggers"])
        for event in events
    )


def _range(index: TextIndex, first: int, last: int) -> tuple[int, int]:
    """From the first word to the last, in the text as the gold counts it."""
    start = index.annotation.document.offset(index.tokens[first].start)
    return start, start + index.tokens[last].end - index.tokens[first].start


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _start(index: TextIndex, mention: EventMention) -> int:
    return index.tokens[mention.trigger.first].start


def cases_of_codebook(finder: Finder) -> Iterator[Case]:
    """The candidates of the codebook's own sentences: those of its kinds, right by kind, and those of its statuses, right by status."""
    book = load_codebook()
    told = [
        (example["text"], {f["kind"] for f in example["finds"]}) for k in book.kinds.values() for example in k.examples
    ]
    stated = [(sentence, entry.name) for entry in book.statuses.entries.values() for sentence in entry.yes]
    texts = [text for text, _ in (*told, *stated)]
    records = [{"text": text, "published": "2024-05-15"} for text in texts]
    readings = list(Reader(attribution="rules").read_many(records))
    for n, ((_, kinds), reading) in enumerate(zip(told, readings, strict=False)):
        index, clusters = finder.candidates(reading.document)
        for cluster, features in zip(clusters, features_of(index, clusters), strict=True):
            is_right = any(same_family(cluster.mentions[0].trigger.kind, kind) for kind in kinds)
            yield _own_case(f"kind {n}", features, is_right)
    for n, ((_, status), reading) in enumerate(zip(stated, readings[len(told) :], strict=True)):
        index, clusters = finder.candidates(reading.document)
        for cluster, features in zip(clusters, features_of(index, clusters), strict=True):
            if any(m.status is not None and m.status.status == status for m in cluster.mentions):
                yield _own_case(f"status {n}", features, is_right=True)


def _own_case(document: str, features: frozenset[str], is_right: bool) -> Case:
    """One sentence says nothing of what a document is about."""
    own = frozenset(f for f in features if not f.startswith(OF_DOCUMENTS))
    return Case(document=document, features=own, is_right=is_right, counts=OWN_SENTENCES)


def read_chains(data: Path) -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """The documents of `chains` that are not in the gold record, each with a page of the engagements that it names (no other kinds are told there)."""
    own = gold.ids()
    rows = [row for row in gold.read(data / "chains/documents.jsonl") if row["id"] not in own]
    told = gold.read(data / "chains/gold.jsonl")
    for row, reading in zip(rows, Reader(attribution="rules").read_many(rows), strict=True):
        events = []
        for event in told:
            places = [_place(row["text"], m["anchor"]) for m in event["mentions"] if m["doc"] == row["id"]]
            if places:
                events.append({"id": event["event"], "kind": "meeting", "minor": False, "triggers": places})
        yield reading.document, {"id": row["id"], "events": events}


def cases_of_verdicts(finder: Finder, data: Path) -> Iterator[Case]:
    """Records that a reader judged one by one in texts outside the gold record: a candidate over the same words gets the verdict."""
    own = gold.ids()
    told = [page for page in gold.read(gold.FOLDER / "verdicts.jsonl") if page["id"] not in own]
    by_document: dict[str, list[dict[str, Any]]] = {}
    for page in gold.join(told, data):
        by_document.setdefault(page["id"], []).append(page)
    readings = Reader(attribution="rules").read_many([pages[0]["input"] for pages in by_document.values()])
    for pages, reading in zip(by_document.values(), readings, strict=True):
        index, clusters = finder.candidates(reading.document)
        for cluster, features in zip(clusters, features_of(index, clusters), strict=True):
            starts = [index.annotation.document.offset(_start(index, m)) for m in cluster.mentions]
            judged = [
                p["is_right"]
                for p in pages
                if same_family(p["kind"], cluster.mentions[0].trigger.kind)
                and any(first <= start < last for start in starts for first, last in p["spans"])
            ]
            if judged:
                yield Case(document=pages[0]["id"], features=features, is_right=any(judged))


def _place(text: str, anchor: str) -> tuple[int, int]:
    start = text.find(anchor)
    return start, start + len(anchor)


def learn(cases: Sequence[Case]) -> Learned:
    """The constant and the weights of the features that are common enough, with those that are not learned."""
    free = [case for case in cases if case.features.isdisjoint(FIXED)]
    bias, weights = weigh(free, strength=STRENGTH, rarest=RAREST, prior=PRIOR)
    return bias, weights | FIXED


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.keeping", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    parser.add_argument("--least", type=float, default=0.5, help="the chance from which on a record is kept")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    finder = Finder()
    cases = [c for document, page in read_gold(options.data) for c in cases_of_gold(finder, document, page)]
    own = [
        *(c for document, page in read_chains(options.data) for c in cases_of_gold(finder, document, page, "meeting")),
        *cases_of_verdicts(finder, options.data),
        *cases_of_codebook(finder),
    ]
    trained_on = {"gold": [file_hash(gold.FILES[name]) for name in gold.LEARNT_FROM]}
    found = {"trained_on": trained_on, **fitted(cases, learn, own, options.least)}
    options.out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
