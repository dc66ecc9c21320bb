"""Attribution by rules over syntax and quotation marks: what works without a learned model.

Each rule is a small function from a parsed document to candidates; PRECISION lists them, the surer first, each with the precision measured on
PolNeAR's dev side (source, cue and content all overlap), which becomes the relation's confidence. Attributions are flat, as in
PolNeAR: a cue inside another's content is dropped, the outermost word wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.annotate.attributions.candidates import Candidate, merged, outermost, with_quotes
from memcon.annotate.attributions.clauses import is_expected_to, quoted_speech, said_in_between, says_that, wants_to
from memcon.annotate.attributions.layouts import signed_quotation, transcript
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.phrases import (
    according_to,
    calls_for,
    concern_that,
    condemns,
    is_confident_that,
    reportedly,
)
from memcon.domain.annotation import AttributionRelation
from memcon.domain.rules import Rule
from memcon.domain.spans import Span

PRECISION: Mapping[Rule[[Page], Iterator[Candidate]], float] = {
    according_to: 0.9,
    says_that: 0.89,
    said_in_between: 0.69,
    quoted_speech: 0.57,
    calls_for: 0.82,
    wants_to: 0.51,
    is_expected_to: 0.7,
    condemns: 0.66,
    concern_that: 0.43,
    is_confident_that: 0.4,
    reportedly: 0.6,
    transcript: 0.6,
    signed_quotation: 0.9,
}
"""Every rule with how often it was right. The first one that finds a cue has it; what is quoted beside it comes to what it found."""

RULES = tuple(PRECISION)


def find_by_rules(page: Page) -> tuple[AttributionRelation, ...]:
    """All relations that the rules find, in text order, none inside another's content."""
    found: dict[Span, Candidate] = {}
    for rule, precision in PRECISION.items():
        for candidate in rule(page):
            held = found.get(candidate.cue)
            if held is None:
                found[candidate.cue] = replace(candidate, precision=precision)
            elif rule is quoted_speech:
                found[candidate.cue] = replace(held, content=merged((*held.content, *candidate.content)))
    kept = outermost(sorted(with_quotes(page, list(found.values())), key=lambda c: c.cue))
    return tuple(_relation(page, c) for c in kept)


def _relation(page: Page, found: Candidate) -> AttributionRelation:
    return AttributionRelation(
        source=(found.source,) if found.source else (),
        cue=(found.cue,),
        content=found.content,
        quote_type=page.quoted.type_of(found.content),
        confidence=found.precision,
        method="rules",
    )
