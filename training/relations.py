"""Fits what stands beside the tagger: the linker's and the confidence's weights and the thresholds, into `relations.json`.

    python -m training.relations --data DIR --model MODEL_DIR [--train-documents 150]

`MODEL_DIR` holds model.onnx and tokenizer.json (see `training.heads export`). The linker learns from annotated spans of the training side; the
confidence and the thresholds from the dev side, where every printed figure is cross-validated: five folds of documents, each judged by
weights and thresholds that were fitted on the other four.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import inf
from pathlib import Path
from typing import Any

import numpy as np

from eval import Counts, f1, precision, recall
from eval.floors import file_hash
from eval.measures.polnear import ROLES, agrees, compare, is_about_diplomacy, tally_relations
from eval.reading import read_parses
from memcon.annotate.attributions import make_page
from memcon.annotate.attributions.confidence import Chances
from memcon.annotate.attributions.learned import Proposal, keep, propose
from memcon.annotate.attributions.linking import Layout, link_features
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.rules import find_by_rules
from memcon.annotate.attributions.tagger import Tagger
from memcon.annotate.attributions.tags import LABELS, Tagged, TagSpan
from memcon.annotate.attributions.weights import LINK_FEATURES, RELATION_FEATURES, Weights, chance_of
from memcon.annotate.encoder import Encoder, open_encoder
from memcon.domain.annotation import AttributionRelation
from memcon.domain.documents import read_blocks
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar
from training.regression import fit

Gold = dict[str, tuple[Span, ...]]

FOLDS = 5
PRECISION = 0.86
"""What the relations shown by default must reach on dev: the bar of .85 and a little, since it is met on other folds."""

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The base weights, as `training.encoder` checks them."""

START = Weights(
    source=(0.0,) * len(LINK_FEATURES), content=(0.0,) * len(LINK_FEATURES), confidence=(0.0,) * len(RELATION_FEATURES),
    eager=0.0, eager_content=0.0, least_source=0.2, least_content=0.02, least_confidence=0.0,
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A document with everything that does not depend on the weights."""

    page: Page
    tagged: Tagged
    by_rules: tuple[AttributionRelation, ...]
    gold: tuple[Gold, ...]


def read_cases(path: Path, encoder: Encoder, limit: int | None, *, is_tagged: bool) -> Iterator[Case]:
    """The documents of `path`; with chances only if `is_tagged` (the linker learns without)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()][:limit]
    for record, (document, parse) in zip(records, read_parses([str(r["text"]) for r in records]), strict=True):
        page = make_page(Tree(parse.tokens, grammar()), parse.sentences, document)
        gold = tuple(
            {role: tuple(Span(*s) for s in relation[role]) for role in ROLES} for relation in record["attributions"]
        )
        see = encoder.encode if is_tagged else encoder.split
        tagged = Tagger(START).tag(see(document.text, read_blocks(document)))
        yield Case(page, tagged, find_by_rules(page), gold)


def fit_links(cases: Sequence[Case]) -> Weights:
    """The linker, from annotated spans: a pair is right when both belong to one relation."""
    rows: dict[str, list[tuple[float, ...]]] = {"source": [], "content": []}
    labels: dict[str, list[float]] = {"source": [], "content": []}
    for case in cases:
        chances = Chances(case.tagged)
        owner: dict[TagSpan, set[int]] = {}
        for n, relation in enumerate(case.gold):
            for role in ROLES:
                for span in relation[role]:
                    found = chances.span(role, span)  # type: ignore[arg-type]
                    if found is not None:
                        owner.setdefault(found, set()).add(n)
        layout = Layout(list(owner), case.page)
        for cue in layout.of("cue"):
            for role in ("source", "content"):
                for other in layout.near(cue, role):  # type: ignore[arg-type]
                    rows[role].append(link_features(layout, cue, other))
                    labels[role].append(float(bool(owner[cue] & owner[other])))
    fitted = {role: fit(np.array(rows[role]), np.array(labels[role])) for role in rows}
    return replace(START, source=fitted["source"], content=fitted["content"])


@dataclass(frozen=True)
class Judged:
    """A document's proposals, and for each whether it agrees with an annotated relation."""

    case: Case
    proposals: list[Proposal]
    right: list[float]


def judge(cases: Sequence[Case], weights: Weights) -> list[Judged]:
    found = []
    for case in cases:
        proposals = propose(case.page, case.tagged, case.by_rules, weights)
        right = [float(any(agrees(gold, _roles(p)) for gold in case.gold)) for p in proposals]
        found.append(Judged(case, proposals, right))
    return found


def _roles(proposal: Proposal) -> Gold:
    linked = proposal.linked
    return {
        "source": (linked.source.span,) if linked.source else (),
        "cue": (linked.cue.span,),
        "content": tuple(c.span for c in linked.contents),
    }


def fit_confidence(judged: Sequence[Judged]) -> tuple[float, ...]:
    values = np.array([p.values for j in judged for p in j.proposals])
    return fit(values, np.array([r for j in judged for r in j.right]), 3.0)


def best_threshold(judged: Sequence[Judged], vector: Sequence[float], value: Callable[[float, float], float]) -> float:
    """The confidence from which `value(precision, recall)` of the relations is greatest."""
    pairs = sorted(
        ((chance_of(vector, p.values), r) for j in judged for p, r in zip(j.proposals, j.right, strict=True)),
        reverse=True,
    )
    gold = sum(len(j.case.gold) for j in judged)
    hits, best = 0.0, (-1.0, 1.0)
    for n, (chance, right) in enumerate(pairs, 1):
        hits += right
        best = max(best, (value(hits / n, hits / gold), chance))
    return round(best[1], 3)


def best_least(judged: Sequence[Judged], weights: Weights) -> float:
    """The confidence from which relations are kept: the best `worth`."""

    def value(least: float) -> float:
        figures = _figures(judged, replace(weights, least_confidence=least))
        return worth(figures, figures)

    return max((round(0.01 * n, 2) for n in range(18, 34)), key=value)


BARS = {
    "source.f1": 0.845, "cue.f1": 0.732, "content.f1": 0.9015, "relation.f1": 0.796, "relation.precision": 0.816, "relation.recall": 0.776,
    "diplomacy.source.f1": 0.823, "diplomacy.cue.f1": 0.7262, "diplomacy.content.f1": 0.8984, "diplomacy.relation.f1": 0.79,
}  # fmt: skip
"""What was reached on dev before, which is more than the project asks for; `diplomacy`: by its articles about that."""


def worth(figures: dict[str, float], shipped: dict[str, float]) -> float:
    """What is made as great as can be: the F1 of every role and, four times, that of relations, which are what is shown; what falls short of its bar as shipped, which
    is how the bars were measured, counts ten times more."""
    whole = sum(figures[f"{role}.f1"] for role in (*ROLES, "relation"))
    short = sum(min(0.0, shipped[name] - bar) for name, bar in BARS.items())
    return 3 * figures["relation.f1"] + whole + 10 * short


def _figures(judged: Sequence[Judged], weights: Weights) -> dict[str, float]:
    counts: Counts = {}
    for j in judged:
        _compare(counts, j.case, keep(j.case.page, j.proposals, weights))
    return _of_relations(counts)


def _compare(counts: Counts, case: Case, found: Sequence[AttributionRelation]) -> None:
    """Adds the counts of a document, those about diplomacy under that name as well."""
    for prefix in ("", "diplomacy.") if is_about_diplomacy(case.page.text) else ("",):
        compare(counts, prefix, case.page.text, case.gold, found)


def _of_relations(counts: Counts) -> dict[str, float]:
    """The F1 of every role and of relations, with the latter's precision and recall, and those of documents about diplomacy."""
    names = (f"{prefix}{role}" for prefix in ("", "diplomacy.") for role in (*ROLES, "relation"))
    figures = {f"{name}.f1": f1(name)(counts) for name in names}
    return figures | {
        "relation.precision": precision("relation")(counts),
        "relation.recall": recall("relation")(counts),
    }


def shown_value(p: float, r: float) -> float:
    return r if p >= PRECISION else -1 + p


def folds(cases: Sequence[Case]) -> list[list[int]]:
    order = list(range(len(cases)))
    random.Random(0).shuffle(order)
    return [order[n::FOLDS] for n in range(FOLDS)]


def cross_validated(cases: Sequence[Case], weights: Weights) -> dict[str, float]:
    """Figures on every document by weights that did not see it."""
    judged = judge(cases, weights)
    counts: Counts = {}
    for held in folds(cases):
        others = [judged[n] for n in range(len(cases)) if n not in held]
        vector = fit_confidence(others)
        shown = best_threshold(others, vector, shown_value)
        fitted = replace(weights, confidence=vector)
        fitted = replace(fitted, least_confidence=best_least(others, fitted))
        for n in held:
            case = cases[n]
            found = keep(case.page, judged[n].proposals, fitted)
            _compare(counts, case, found)
            tally_relations(counts, "shown", case.gold, [r for r in found if r.confidence >= shown])
    figures = _of_relations(counts)
    return figures | {"shown.precision": precision("shown")(counts), "shown.recall": recall("shown")(counts)}


def choose(cases: Sequence[Case], weights: Weights) -> tuple[Weights, dict[str, float]]:
    """The decoding and linking thresholds with the best cross-validated figures that reach the bars (`worth`)."""
    best: tuple[float, Weights, dict[str, float]] = (-inf, weights, {})

    def attempt(**changes: float) -> None:
        nonlocal best
        tried = replace(best[1], **changes)  # type: ignore[arg-type]
        figures = cross_validated(cases, tried)
        value = worth(figures, _as_shipped(cases, tried)[1])
        print({**changes, **{k: round(v, 4) for k, v in figures.items()}}, flush=True)
        if value > best[0] + 1e-4:
            best = (value, tried, figures)

    attempt(least_source=0.05)
    for eager, eager_content in product((0.4, 0.45, 0.5), (0.1, 0.15, 0.2)):
        attempt(eager=eager, eager_content=eager_content)
    attempt(least_content=0.05)
    return best[1], best[2]


def _as_shipped(cases: Sequence[Case], weights: Weights) -> tuple[Weights, dict[str, float], float]:
    """The weights with what is fitted on all documents, the figures with them, and the confidence from which relations are shown."""
    judged = judge(cases, weights)
    vector = fit_confidence(judged)
    fitted = replace(weights, confidence=vector)
    fitted = replace(fitted, least_confidence=best_least(judged, fitted))
    return fitted, _figures(judged, fitted), best_threshold(judged, vector, shown_value)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("--model", type=Path, required=True, help="the model folder")
    parser.add_argument(
        "--train-documents", type=int, default=150, help="documents of the training side for the linker"
    )
    arguments = parser.parse_args()
    encoder = open_encoder(arguments.model)
    weights = fit_links(
        list(read_cases(arguments.data / "train.jsonl", encoder, arguments.train_documents, is_tagged=False))
    )
    cases = list(read_cases(arguments.data / "dev.jsonl", encoder, None, is_tagged=True))
    weights, figures = choose(cases, weights)
    weights, _, shown = _as_shipped(cases, weights)
    (arguments.model / "relations.json").write_text(
        json.dumps(_stored(weights, figures, shown), indent=1) + "\n", encoding="utf-8"
    )
    (arguments.model / "card.json").write_text(
        json.dumps(card(arguments.model, arguments.data, figures), indent=1) + "\n", encoding="utf-8"
    )
    print(json.dumps({"shown": shown, **figures}, indent=1))


def card(model: Path, data: Path, figures: dict[str, float]) -> dict[str, object]:
    """What the model folder is made of; the prose is in docs/reference/model-card-attributions.md."""
    return {
        "name": "attributions",
        "task": "source, cue and content spans of attributions in English news",
        "labels": LABELS,
        "base": {"name": "all-MiniLM-L6-v2", "license": "Apache-2.0", "sha256": BASE_SHA256},
        "data": {name: file_hash(data / name) for name in ("train.jsonl", "dev.jsonl")},
        "files": {
            name: file_hash(model / name) for name in ("model.onnx", "heads.json", "tokenizer.json", "relations.json")
        },
        "cross_validated_on_dev": {name: round(value, 4) for name, value in figures.items()},
    }


def _stored(weights: Weights, figures: dict[str, float], shown: float) -> dict[str, object]:
    names = ("eager", "eager_content", "least_source", "least_content", "least_confidence")
    return {
        "source": dict(zip(LINK_FEATURES, weights.source, strict=True)),
        "content": dict(zip(LINK_FEATURES, weights.content, strict=True)),
        "confidence": dict(zip(RELATION_FEATURES, weights.confidence, strict=True)),
        "thresholds": {name: getattr(weights, name) for name in names},
        "shown": shown,
        "cross_validated": {name: round(value, 4) for name, value in figures.items()},
    }


if __name__ == "__main__":
    main()
