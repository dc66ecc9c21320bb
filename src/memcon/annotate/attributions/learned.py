"""Attribution by the learned tagger: tag, link, let the rules propose what was missed, judge each relation, keep what is sure enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.annotate.attributions.confidence import Chances, confidence, relation_features
from memcon.annotate.attributions.linking import Layout, Linked, Weights, link
from memcon.annotate.attributions.syntax import Syntax
from memcon.annotate.attributions.tags import Tagged, TagSpan, decode
from memcon.domain.annotation import AttributionRelation
from memcon.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation with the values by which it is judged (RELATION_FEATURES)."""

    linked: Linked
    values: tuple[float, ...]
    method: str


def find_by_tagger(
    syntax: Syntax, tagged: Tagged, by_rules: Sequence[AttributionRelation], weights: Weights
) -> tuple[AttributionRelation, ...]:
    """The relations of one document that are at least `weights.least_confidence` sure, in the order of their cues."""
    found = []
    for proposal in propose(syntax, tagged, by_rules, weights):
        sure = confidence(weights.confidence, proposal.values)
        if sure >= weights.least_confidence:
            found.append(_relation(syntax, proposal, sure))
    return tuple(sorted(found, key=lambda r: r.cue))


def propose(
    syntax: Syntax, tagged: Tagged, by_rules: Sequence[AttributionRelation], weights: Weights
) -> list[Proposal]:
    """All relations that the tagger or the rules see, with their values."""
    chances = Chances(tagged)
    layout = Layout(decode(tagged, outside=weights.outside, switch=weights.switch), syntax)
    linked = link(layout, weights)
    found: list[Proposal] = []
    used: set[int] = set()
    for relation in linked:
        rule = _same(relation, by_rules)
        if rule is not None:
            used.add(id(rule))
        found.append(
            Proposal(relation, relation_features(layout, chances, relation, rule, is_rule_only=False), "learned")
        )
    taken = [span for relation in linked for span in (relation.cue.span, *(c.span for c in relation.contents))]
    for rule in by_rules:
        if id(rule) in used or any(span.overlaps(cue) for span in taken for cue in rule.cue):
            continue
        added = _from_rule(chances, rule)
        if added is not None:
            found.append(Proposal(added, relation_features(layout, chances, added, rule, is_rule_only=True), "rules"))
    return found


def _same(relation: Linked, by_rules: Sequence[AttributionRelation]) -> AttributionRelation | None:
    for rule in by_rules:
        if rule.cue[0].overlaps(relation.cue.span) and any(
            a.overlaps(b.span) for a in rule.content for b in relation.contents
        ):
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


def _relation(syntax: Syntax, proposal: Proposal, sure: float) -> AttributionRelation:
    linked = proposal.linked
    content = tuple(whole_quotation(syntax, c.span) for c in linked.contents)
    return AttributionRelation(
        source=(linked.source.span,) if linked.source else (),
        cue=(linked.cue.span,),
        content=content,
        quote_type=syntax.quoted.type_of(content),
        confidence=sure,
        method="rules" if proposal.method == "rules" else "learned",
    )


def whole_quotation(syntax: Syntax, span: Span) -> Span:
    """`span` with the mark that closes or opens a quotation right beside it."""
    start, end = span.start, span.end
    last = syntax.quoted.at(end - 1)
    if (
        last
        and last.start >= start
        and last.end - end in (1, 2)
        and not syntax.text[end : last.end].strip('”"»」』’.,!?')
    ):
        end = last.end
    begun = syntax.quoted.at(start)
    if begun and start - begun.start == 1:
        start = begun.start
    return Span(start, end)
