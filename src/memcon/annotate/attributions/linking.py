"""From tagged spans to relations: which source and which contents belong to a cue.

Every cue starts one relation. For every cue and source, and every cue and content, a logistic regression gives the chance that they belong
together (`LINK_FEATURES`, weights beside the model). A cue takes its best source, but nobody of whom it tells what others say; a content goes to its best cue; a cue without a content is no
relation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.subjects import spoken_of
from memcon.annotate.attributions.tags import ROLES, Role, TagSpan
from memcon.annotate.attributions.weights import Weights, chance_of
from memcon.domain.spans import Span

MAX_GAP = 260
"""Word pieces between a cue and what belongs to it, at most."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with what was linked to it, and the chances of those links."""

    cue: TagSpan
    source: TagSpan | None
    contents: tuple[TagSpan, ...]
    source_chance: float
    content_chance: float


class Layout:
    """The spans of one document in order, for questions about what stands between two of them."""

    def __init__(self, spans: Sequence[TagSpan], page: Page) -> None:
        self.spans = sorted(spans, key=lambda s: s.first)
        self.page = page
        self._by_role: dict[Role, list[TagSpan]] = {role: [s for s in self.spans if s.role == role] for role in ROLES}
        self._firsts: dict[Role, list[int]] = {role: [s.first for s in found] for role, found in self._by_role.items()}
        self._sentence_ends = [sentence.span.end for sentence in page.sentences]
        self._token_starts = [token.start for token in page.tokens]

    def of(self, role: Role) -> list[TagSpan]:
        return self._by_role[role]

    def near(self, cue: TagSpan, role: Role) -> list[TagSpan]:
        """Spans of `role` at most MAX_GAP pieces before or after `cue`."""
        firsts = self._firsts[role]
        nearby = self._by_role[role][
            bisect_left(firsts, cue.first - 4 * MAX_GAP) : bisect_left(firsts, cue.last + MAX_GAP)
        ]
        return [s for s in nearby if s.last > cue.first - MAX_GAP]

    def between(self, one: TagSpan, other: TagSpan, role: Role) -> int:
        low, high = (one.last, other.first) if one.first < other.first else (other.last, one.first)
        firsts = self._firsts[role]
        return max(0, bisect_left(firsts, high) - bisect_left(firsts, low))

    def sentence(self, place: int) -> int:
        return bisect_right(self._sentence_ends, place)

    def tokens(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        return range(bisect_left(self._token_starts, span.start), bisect_left(self._token_starts, span.end))

    def root(self, span: Span) -> int | None:
        """The token of `span` whose head stands outside it, the first such."""
        inside = self.tokens(span)
        return next(
            (i for i in inside if self.page.tokens[i].head not in inside or self.page.tokens[i].head == i), None
        )


def link_features(layout: Layout, cue: TagSpan, other: TagSpan) -> tuple[float, ...]:
    """The values of LINK_FEATURES for a cue and a source or content."""
    page = layout.page
    is_before = other.first < cue.first
    gap = max(0, cue.first - other.last if is_before else other.first - cue.last)
    sentences = abs(
        layout.sentence(other.span.end - 1 if is_before else other.span.start) - layout.sentence(cue.span.start)
    )
    quote = page.quoted.at(other.span.start)
    is_quoted = float(quote is not None and quote.start == other.span.start)
    depends, is_headed = _syntax_links(layout, cue, other)
    return (
        1.0,
        log1p(gap),
        log1p(gap) * is_before,
        float(is_before),
        float(gap <= 1),
        float(min(sentences, 4)),
        float(sentences > 0),
        float(other.block != cue.block),
        float(min(4, layout.between(cue, other, "cue"))),
        float(min(4, layout.between(cue, other, "source"))),
        float(min(4, layout.between(cue, other, "content"))),
        is_quoted,
        is_quoted * is_before,
        float(other.first == 0 or layout.page.text[max(0, other.span.start - 1)] == "\n"),
        depends,
        is_headed,
        float(page.text[cue.span.end : cue.span.end + 1] in ".\n" and is_before),
        log1p(other.last - other.first),
    )


def _syntax_links(layout: Layout, cue: TagSpan, other: TagSpan) -> tuple[float, float]:
    """Whether the other's root hangs on a word of the cue, and whether the cue's root hangs on a word of the other."""
    tokens = layout.page.tokens
    cue_words, other_words = layout.tokens(cue.span), layout.tokens(other.span)
    cue_root, other_root = layout.root(cue.span), layout.root(other.span)
    depends = other_root is not None and tokens[other_root].head in cue_words
    is_headed = cue_root is not None and tokens[cue_root].head in other_words
    return float(depends), float(is_headed)


def link(layout: Layout, weights: Weights) -> list[Linked]:
    """The relations of one document, in the order of their cues."""
    cues = layout.of("cue")
    owned: dict[TagSpan, list[tuple[float, TagSpan]]] = {cue: [] for cue in cues}
    chances: dict[TagSpan, tuple[float, TagSpan]] = {}
    sources: Mapping[TagSpan, tuple[float, TagSpan] | None] = {
        cue: _best(layout, cue, _speaking(layout, cue), weights.source) for cue in cues
    }
    for cue in cues:
        for content in layout.near(cue, "content"):
            chance = chance_of(weights.content, link_features(layout, cue, content))
            if content not in chances or chance > chances[content][0]:
                chances[content] = (chance, cue)
    for content, (chance, cue) in chances.items():
        if chance >= weights.least_content:
            owned[cue].append((chance, content))
    found: list[Linked] = []
    for cue in cues:
        if not owned[cue]:
            continue
        best = sources[cue]
        has_source = best is not None and best[0] >= weights.least_source
        found.append(
            Linked(
                cue,
                best[1] if best and has_source else None,
                tuple(sorted((c for _, c in owned[cue]), key=lambda c: c.first)),
                best[0] if best else 0.0,
                max(chance for chance, _ in owned[cue]),
            )
        )
    return found


def _speaking(layout: Layout, cue: TagSpan) -> list[TagSpan]:
    """The sources near a cue less whom it tells that others speak to or of ("was accused of", "faced criticism for")."""
    told_of = [layout.page.tokens[i].start for i in spoken_of(layout.page, cue.span)]
    return [s for s in layout.near(cue, "source") if not any(s.span.start <= at < s.span.end for at in told_of)]


def _best(
    layout: Layout, cue: TagSpan, sources: Sequence[TagSpan], vector: Sequence[float]
) -> tuple[float, TagSpan] | None:
    scored = [(chance_of(vector, link_features(layout, cue, source)), source) for source in sources]
    return max(scored, key=lambda pair: pair[0], default=None)
