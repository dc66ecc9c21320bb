"""How sure a relation is: one logistic regression over what the tagger, the linker and the rules say of it.

Its weights are fitted on PolNeAR's dev side, where a relation is right when source, cue and content all overlap those of an annotated one; so a
confidence of .8 means that about four in five such relations were right there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import log, log1p

import numpy as np

from memcon.annotate.attributions.linking import Layout, Linked
from memcon.annotate.attributions.tags import ROLES, Role, Tagged, TagSpan, role_chances
from memcon.annotate.attributions.weights import chance_of
from memcon.domain.annotation import AttributionRelation
from memcon.domain.labels import NOMINAL, VERBAL
from memcon.domain.spans import Span


class Chances:
    """A text's tagged pieces, for questions about spans."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self._roles = role_chances(tagged)
        self._starts: list[int] = tagged.starts.tolist()

    def span(self, role: Role, span: Span) -> TagSpan | None:
        """`span` as pieces; None where it holds no piece's beginning."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first >= last:
            return None
        chance = float(self._roles[first:last, ROLES.index(role)].mean())
        return TagSpan(role, first, last, span, int(self.tagged.blocks[first]), chance)

    def lowest(self, found: TagSpan) -> float:
        return float(self._roles[found.first : found.last, ROLES.index(found.role)].min())

    def begins(self, found: TagSpan) -> float:
        """The chance that a span of this role begins where `found` begins."""
        return float(self.tagged.chances[found.first, 1 + 2 * ROLES.index(found.role)])


def relation_features(
    layout: Layout, chances: Chances, linked: Linked, rule: AttributionRelation | None, *, is_rule_only: bool
) -> tuple[float, ...]:
    """The values of RELATION_FEATURES. `rule` is the relation by rules that overlaps this one in cue and content, if any."""
    content = max(linked.contents, key=lambda c: (c.last - c.first) * c.chance)
    source, cue = linked.source, linked.cue
    root = layout.root(cue.span)
    pos = layout.page.tokens[root].pos if root is not None else ""
    spans = [c.span for c in linked.contents]
    return (
        1.0,
        logit(cue.chance),
        logit(chances.lowest(cue)),
        logit(content.chance),
        logit(chances.lowest(content)),
        logit(chances.begins(content)),
        logit(source.chance) if source else 0.0,
        logit(chances.lowest(source)) if source else 0.0,
        float(source is not None),
        logit(linked.source_chance) if source else 0.0,
        0.0 if source else logit(linked.source_chance),
        logit(linked.content_chance),
        layout.page.quoted.share(spans),
        log1p(sum(c.last - c.first for c in linked.contents)),
        float(min(len(linked.contents), 4)),
        log1p(source.last - source.first) if source else 0.0,
        float(_kind(layout, cue) == "title"),
        float(pos in VERBAL),
        float(pos in NOMINAL),
        float(is_rule_only),
        logit(rule.confidence) + 1.0 if rule else 0.0,
        float(rule is not None and bool(rule.source) != bool(source)),
    )


def confidence(vector: Sequence[float], values: Sequence[float]) -> float:
    return round(chance_of(vector, values), 3)


def logit(chance: float) -> float:
    """Log odds, within four of nothing either way."""
    held = float(np.clip(chance, 0.018, 0.982))
    return log(held / (1 - held))


def _kind(layout: Layout, cue: TagSpan) -> str:
    n = layout.sentence(cue.span.start)
    return layout.page.sentences[n].kind if n < len(layout.page.sentences) else ""
