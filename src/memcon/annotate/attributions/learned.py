"""Attribution by the learned tagger: tag, link, let the rules propose what was missed, judge each relation, keep what is sure enough."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.annotate.attributions.candidates import merged
from memcon.annotate.attributions.confidence import Chances, confidence, relation_features
from memcon.annotate.attributions.linking import Layout, Linked, link
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.tags import Tagged, TagSpan, decode
from memcon.annotate.attributions.weights import Weights
from memcon.annotate.quotes import SpanIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.spans import Span

LEAST_CHANCE = 0.2
"""What the rules found alone is proposed only if the tagger sees at least so much chance of a content there."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation with the values by which it is judged (RELATION_FEATURES)."""

    linked: Linked
    values: tuple[float, ...]
    method: str


def find_by_tagger(
    page: Page, tagged: Tagged, by_rules: Sequence[AttributionRelation], weights: Weights
) -> tuple[AttributionRelation, ...]:
    """The relations of one document that are at least `weights.least_confidence` sure, in the order of their cues."""
    return keep(page, propose(page, tagged, by_rules, weights), weights)


def keep(page: Page, proposals: Sequence[Proposal], weights: Weights) -> tuple[AttributionRelation, ...]:
    """The proposals that are at least `weights.least_confidence` sure, as relations in the order of their cues."""
    found = []
    for proposal in proposals:
        sure = confidence(weights.confidence, proposal.values)
        if sure >= weights.least_confidence:
            found.append(_relation(page, proposal, sure))
    return tuple(sorted(found, key=lambda r: r.cue))


def propose(page: Page, tagged: Tagged, by_rules: Sequence[AttributionRelation], weights: Weights) -> list[Proposal]:
    """All relations that the tagger or the rules see, with their values."""
    chances = Chances(tagged)
    layout = Layout(decode(tagged, eager=weights.eager, eager_content=weights.eager_content), page)
    linked = link(layout, weights)
    found: list[Proposal] = []
    starts = [rule.cue[0].start for rule in by_rules]
    for relation in linked:
        if _is_example(layout, relation):
            continue
        rule = _same(relation, by_rules, starts)
        found.append(
            Proposal(relation, relation_features(layout, chances, relation, rule, is_rule_only=False), "learned")
        )
    taken = SpanIndex(merged([s for r in linked for s in _spans(r)]))
    for rule in by_rules:
        if taken.within(rule.cue[0]):
            continue
        added = _from_rule(chances, rule)
        if added is not None and max(c.chance for c in added.contents) >= LEAST_CHANCE:
            found.append(Proposal(added, relation_features(layout, chances, added, rule, is_rule_only=True), "rules"))
    return found


def _is_example(layout: Layout, relation: Linked) -> bool:
    """Whether the cue is the "say" of "about, say, fisheries", which says nothing."""
    root = layout.root(relation.cue.span)
    return root is not None and layout.page.tokens[root].dep == "intj"


def _spans(relation: Linked) -> list[Span]:
    return [relation.cue.span, *(content.span for content in relation.contents)]


def _same(
    relation: Linked, by_rules: Sequence[AttributionRelation], starts: Sequence[int]
) -> AttributionRelation | None:
    """The relation by rules whose cue and content overlap this one's. `by_rules` are in the order of their cues, which begin at `starts`."""
    cue = relation.cue.span
    for rule in by_rules[max(0, bisect_left(starts, cue.start) - 1) : bisect_left(starts, cue.end)]:
        if rule.cue[0].overlaps(cue) and any(a.overlaps(b.span) for a in rule.content for b in relation.contents):
            return rule
    return None


def _from_rule(chances: Chances, rule: AttributionRelation) -> Linked | None:
    cue = chances.span("cue", rule.cue[0])
    source = chances.span("source", rule.source[0]) if rule.source else None
    contents = [chances.span("content", span) for span in rule.content]
    known: tuple[TagSpan, ...] = tuple(c for c in contents if c is not None)
    if cue is None or not known or (rule.source and source is None):
        return None
    return Linked(cue, source, known, 0.5, 0.5)


def _relation(page: Page, proposal: Proposal, sure: float) -> AttributionRelation:
    linked = proposal.linked
    content = tuple(c.span for c in linked.contents)
    return AttributionRelation(
        source=(page.in_words(linked.source.span),) if linked.source else (),
        cue=(page.with_its_noun(page.in_words(linked.cue.span)),),
        content=content,
        quote_type=page.quoted.type_of(content),
        confidence=sure,
        method="rules" if proposal.method == "rules" else "learned",
    )
