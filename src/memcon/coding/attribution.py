"""Whose word a piece of text is: the attribution relation that covers it, else the outlet's own; and the hedges in it."""

from __future__ import annotations

from functools import cached_property

from memcon.coding.lexicon import load_lexicon
from memcon.coding.syntax import Syntax
from memcon.domain.actors import Mention
from memcon.domain.annotation import AttributionRelation
from memcon.domain.records import Attribution, AttributionKind
from memcon.domain.spans import Span

MIN_CONFIDENCE = 0.5
"""A relation less sure than this attributes nothing."""

_PAPERS = frozenset(
    {
        "report",
        "document",
        "statement",
        "sheet",
        "communique",
        "memo",
        "paper",
        "release",
        "declaration",
        "transcript",
        "letter",
        "data",
        "poll",
        "survey",
    }
)


class Attributions:
    """Look-ups over the attribution relations of one annotation."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    @cached_property
    def relations(self) -> tuple[AttributionRelation, ...]:
        """The relations that are sure enough."""
        return tuple(r for r in self._syntax.annotation.attributions if r.confidence >= MIN_CONFIDENCE)

    @cached_property
    def via(self) -> tuple[str, ...]:
        """The relays of the whole document: the wire, then the publisher."""
        document = self._syntax.annotation.document
        return tuple(dict.fromkeys(name for name in (document.wire, document.publisher) if name))

    def covering(self, offset: int) -> AttributionRelation | None:
        """The relation with the shortest content that holds the character at `offset`."""
        holding = [r for r in self.relations if any(s.start <= offset < s.end for s in r.content)]
        return min(holding, key=lambda r: sum(s.end - s.start for s in r.content), default=None)

    def of_token(self, i: int) -> Attribution:
        """Whose word the clause of token `i` is."""
        relation = self.covering(self._syntax.tokens[i].start)
        hedge = self.hedge_near(i)
        if relation is None:
            return Attribution(kind="outlet", hedge=hedge, via=self.via)
        mention = self.speaker(relation)
        speaker_text = relation.source[0].of(self._syntax.text) if relation.source else None
        return Attribution(
            kind=self._kind(relation, mention),
            speaker=mention.actors[0] if mention is not None and len(mention.actors) == 1 else None,
            speaker_text=speaker_text,
            cue=relation.cue[0].of(self._syntax.text) if relation.cue else None,
            hedge=hedge,
            via=self.via,
        )

    def speaker(self, relation: AttributionRelation) -> Mention | None:
        """The mention that the source of a relation consists of: the one at its syntactic head, else the first in it."""
        if not relation.source:
            return None
        source = relation.source[0]
        inside = [m for m in self._syntax.annotation.mentions if m.span.overlaps(source)]
        return next((m for m in inside if not m.is_possessive), inside[0] if inside else None)

    def hedge_near(self, i: int) -> str | None:
        """The hedging adverb ("reportedly") on the verbs over token `i` in its clause."""
        hedges = frozenset(load_lexicon("status")["hedges"])
        syntax = self._syntax
        for _ in range(8):
            for c in syntax.children[i]:
                if syntax.lower(c) in hedges:
                    return syntax.tokens[c].text
            token = syntax.tokens[i]
            if token.head == i or token.dep in {"relcl", "advcl"}:
                return None
            i = token.head
        return None

    def _kind(self, relation: AttributionRelation, mention: Mention | None) -> AttributionKind:
        if not relation.source:
            return "unnamed"
        head = self._source_head(relation.source[0])
        if head in _PAPERS:
            return "document"
        actor = (
            self._syntax.annotation.actor_by_id.get(mention.actors[0])
            if mention is not None and mention.actors
            else None
        )
        if actor is not None and actor.kind != "group":
            return "named"
        return "named" if actor is not None and actor.members else "unnamed"

    def _source_head(self, source: Span) -> str:
        inside = self._syntax.inside(source)
        head = next(
            (i for i in inside if self._syntax.tokens[i].head not in inside or self._syntax.tokens[i].head == i), None
        )
        return self._syntax.lemma(head) if head is not None else ""
