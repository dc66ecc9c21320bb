"""What was learned beside the encoder: names of features, their weights, thresholds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.domain.confidence import logistic

LINK_FEATURES = (
    "one", "gap", "gap_before", "is_before", "touches", "sentences", "is_other_sentence", "is_other_block", "cues_between", "sources_between",
    "contents_between", "is_quoted", "is_quoted_before", "begins_block", "depends", "is_headed", "is_cue_clause_end", "size",
)  # fmt: skip

RELATION_FEATURES = (
    "one", "cue", "cue_low", "content", "content_low", "content_begin", "source", "source_low", "has_source", "source_link", "no_source_link",
    "content_link", "quoted", "size", "contents", "source_size", "is_title", "is_verb", "is_noun", "is_rule_only", "rule", "rule_without_source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned beside the encoder. `source` and `content` follow LINK_FEATURES, `confidence` follows RELATION_FEATURES; numbers are thresholds."""

    source: tuple[float, ...]
    content: tuple[float, ...]
    confidence: tuple[float, ...]
    eager: float
    eager_content: float
    least_source: float
    least_content: float
    least_confidence: float


def read_weights(text: str) -> Weights:
    """Weights from JSON, as `training.relations` writes them: vectors as objects from feature name to weight."""
    stored = json.loads(text)

    def vector(name: str, features: Sequence[str]) -> tuple[float, ...]:
        return tuple(float(stored[name][feature]) for feature in features)

    return Weights(
        source=vector("source", LINK_FEATURES),
        content=vector("content", LINK_FEATURES),
        confidence=vector("confidence", RELATION_FEATURES),
        **{name: float(value) for name, value in stored["thresholds"].items()},
    )


def chance_of(vector: Sequence[float], values: Sequence[float]) -> float:
    """The chance that the weights of `vector` give for the values of its features."""
    return logistic(sum(weight * value for weight, value in zip(vector, values, strict=True)))
