"""Fits the weights by which positions and commitments are kept or dropped, into `memcon/coding/<room>/weights.json`.

    python -m training.stances positions --data DIR
    python -m training.stances commitments --data DIR

Learns from the gold record's dev side and its documents to learn from (docs/reference/gold.md), and from candidates of other texts that a reader judged one by one
(`judged_stances.jsonl`, docs/reference/model-card-stances.md); positions also from invented passages (`training.invented`). A candidate of the gold is right when a gold record has one of its holders, its label, and words
that overlap; one that agrees only with a minor record counts nothing. Every printed figure is cross-validated over the gold alone: folds of documents, each judged
by weights that were fitted on the others and on what was judged.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval import gold
from eval.agreement import align
from eval.floors import file_hash
from eval.record import Actor as Named
from eval.record import of_gold
from memcon.codebook import load_codebook
from memcon.coding.channels.mentions import find_channels
from memcon.coding.events.keeping import load_keeper
from memcon.coding.events.records import find_events
from memcon.coding.leaning import Part
from memcon.coding.places import Places
from memcon.coding.positions.holders import Holders
from memcon.coding.statements.attribution import Attributions
from memcon.coding.statements.collective import Encounters
from memcon.coding.statements.first_persons import first_persons, with_first_persons
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.documents import Document
from memcon.ingest import Reader
from memcon.knowledge import load
from training.candidates import PARTS, Case, Learned, fitted, weigh
from training.invented import invented
from training.leaning import annotating

CODING = Path(__file__).parents[1] / "src/memcon/coding"
STRENGTH, RAREST = 6.0, 3
"""The ridge, and how many candidates a feature must have to get a weight."""

LEAST: Mapping[str, Mapping[Part, float]] = {
    "positions": {"by_rules": 0.35, "with_encoder": 0.4},
    "commitments": {"by_rules": 0.3, "with_encoder": 0.4},
}
"""The chance from which on a record is kept: where F1 over all records of the gold, those without a candidate among them, is about the greatest."""

PRIOR = {
    **{
        f"rule: {name}": 0.5
        for name in ("towards_an_object", "led_by_a_preposition", "voiced", "weighed", "by_an_agent")
    },
    **{
        f"rule: {name}": 0.5
        for name in (
            "by_a_preposition",
            "by_an_act",
            "bound_or_ready",
            "by_a_noun",
            "by_a_paper",
            "under_a_paper",
            "under_which",
            "listed",
        )
    },
    "rule: by_saying_so": -0.5,
    "word: in so many words": 0.5,
    "paper: binds": 0.5,
}
"""Where weights come from before anything is learned: a stance or undertaking in so many words speaks for itself, also where the gold is silent."""

OF_ANY_DOCUMENT = ("text:", "states in document")
"""What features of positions begin with that every document of the gold has one of, and no invented passage: they would only tell these apart, so that what the
passages show counted for nothing in documents. Positions are learned without them."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A candidate of either room: its words and its sentence, whose it is, its label, its features."""

    words: Range
    sentence: Range
    holders: tuple[str, ...]
    label: str | None
    features: frozenset[str]


class Finder:
    """Finds the candidates of a document, with all that reading needs loaded once."""

    def __init__(self, room: str, part: Part) -> None:
        self._room, self._knowledge, self._book = room, load(), load_codebook()
        self._annotate = annotating(part, self._knowledge)

    def candidates(self, document: Document, name: str) -> tuple[Annotation, list[Found]]:
        """The annotation, in which each actor has the words by which it names itself among its mentions, as a reading has them; and the candidates."""
        annotation = self._annotate(document, name)
        plain = TextIndex(annotation)
        attributions, places = Attributions(plain), Places(plain, self._knowledge)
        spoken = first_persons(plain, attributions)
        index = TextIndex(annotation, spoken=spoken, lands=places.lands, peoples=places.describing)
        found = find_events(index, places, self._book, find_channels(plain, places), attributions, load_keeper())
        holders = Holders(
            index, attributions, Encounters(plain, found.events), home=self._knowledge.land_of(document.publisher)
        )
        named = replace(annotation, actors=with_first_persons(annotation.actors, spoken))
        if self._room == "commitments":
            return named, list(self._commitments(index, holders))
        return named, list(self._positions(index, holders, found.by_token))

    def _positions(self, index: TextIndex, holders: Holders, records: Mapping[int, str]) -> Iterator[Found]:
        from memcon.coding.positions import candidates

        for c in candidates(index, holders, records):
            first, last = min(c.stand.anchor, c.stand.first), max(c.stand.anchor, c.stand.last)
            features = frozenset(f for f in c.features if not f.startswith(OF_ANY_DOCUMENT))
            yield self._found(index, first, last, c.stand.anchor, c.holders, c.stand.stance, features)

    def _commitments(self, index: TextIndex, holders: Holders) -> Iterator[Found]:
        from memcon.coding.commitments import candidates

        for c in candidates(index, holders):
            first, last = min(c.duty.anchor, c.duty.first), max(c.duty.anchor, c.duty.last)
            yield self._found(index, first, last, c.duty.anchor, c.parties, None, c.features)

    def _found(
        self,
        index: TextIndex,
        first: int,
        last: int,
        anchor: int,
        holders: tuple[str, ...],
        label: str | None,
        features: frozenset[str],
    ) -> Found:
        document, sentence = index.annotation.document, index.sentence(anchor).span
        span = index.span(first, last)
        return Found(
            words=(document.offset(span.start), document.offset(span.end)),
            sentence=(document.offset(sentence.start), document.offset(sentence.end)),
            holders=holders, label=label, features=features,
        )  # fmt: skip


def cases(room: str, data: Path, finder: Finder) -> Iterator[Case]:
    """The candidates of the gold's documents that are learnt from, each judged."""
    pages = list(gold.join(gold.pages_of(gold.LEARNT_FROM), data))
    for page, reading in zip(pages, Reader(attribution="rules").read_many([p["input"] for p in pages]), strict=True):
        annotation, found = finder.candidates(reading.document, page["id"])
        yield from _judged(room, page, annotation, found)


JUDGED = Path(__file__).with_name("judged_stances.jsonl")
"""Candidates of texts outside the gold, each judged by a reader: the words, and for a position the stance."""


def own_cases(room: str, data: Path, finder: Finder) -> Iterator[Case]:
    """The candidates over words that a reader judged, with the verdict."""
    by_document: dict[str, list[dict[str, Any]]] = {}
    own = gold.ids()
    told = [p for p in gold.read(JUDGED) if p["room"] == room and p["id"] not in own]
    for page in gold.join(told, data):
        by_document.setdefault(page["id"], []).append(page)
    readings = Reader(attribution="rules").read_many([pages[0]["input"] for pages in by_document.values()])
    for pages, reading in zip(by_document.values(), readings, strict=True):
        for found in finder.candidates(reading.document, pages[0]["id"])[1]:
            of_it = [p["is_right"] for p in pages if p["stance"] == found.label and _overlap(p["words"], found.words)]
            if of_it:
                yield Case(document=pages[0]["id"], features=found.features, is_right=any(of_it))


def _judged(room: str, page: Mapping[str, Any], annotation: Annotation, found: Sequence[Found]) -> Iterator[Case]:
    record, offset = of_gold(page), annotation.document.offset
    named = [
        Named(id=a.id, name=a.name, kind=a.kind, mentions=tuple((offset(m.start), offset(m.end)) for m in a.mentions))
        for a in annotation.actors
    ]  # fmt: skip
    who = align(record.actors, named)
    claims = getattr(record, room)
    taken: set[tuple[int, str]] = set()
    right: dict[int, bool] = {}
    for by_words in (True, False):
        for n, f in enumerate(found):
            if right.get(n):
                continue
            for k, claim in enumerate(claims):
                holders = {who.get(h) for h in f.holders} & set(claim.holders)
                agrees = bool(holders or not claim.holders) and f.label == claim.label
                touches = any(_overlap(p, f.words if by_words else f.sentence) for p in claim.places)
                if agrees and touches and (by_words or (k, "") not in taken):
                    taken.add((k, ""))
                    right[n] = right.get(n, False) or not claim.minor
                    if claim.minor:
                        right.setdefault(n, False)
                        taken.add((n, "minor"))
    for n, f in enumerate(found):
        if right.get(n) or (n, "minor") not in taken:
            yield Case(document=page["id"], features=f.features, is_right=bool(right.get(n)))


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def learn(cases: Sequence[Case]) -> Learned:
    """The constant and the weights of the features that are common enough."""
    return weigh(cases, strength=STRENGTH, rarest=RAREST, prior=PRIOR)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.stances", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("room", choices=["positions", "commitments"])
    parser.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    parser.add_argument("--out", type=Path, default=None)
    options = parser.parse_args()
    found: dict[str, Any] = {"trained_on": {"gold": [file_hash(gold.FILES[name]) for name in gold.LEARNT_FROM]}}
    for part in PARTS:
        finder = Finder(options.room, part)
        own = list(own_cases(options.room, options.data, finder))
        if options.room == "positions":
            own += invented(finder.candidates)
        found[part] = fitted(list(cases(options.room, options.data, finder)), learn, own, LEAST[options.room][part])
    out = options.out or CODING / options.room / "weights.json"
    out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
