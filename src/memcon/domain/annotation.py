"""What language analysis gives: tokens with syntax, mentions, times and attribution relations, free of any library's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from memcon.domain.actors import Actor, Mention
from memcon.domain.documents import BlockKind, Document
from memcon.domain.leanings import Leanings
from memcon.domain.spans import Span
from memcon.domain.tellings import Certainty, QuoteType
from memcon.domain.times import Timex
from memcon.domain.tokens import Time, Token
from memcon.domain.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens `first` (inclusive) to `last` (exclusive), the block they stand in and what that block is."""

    span: Span
    first: int
    last: int
    block: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRelation:
    """Who says what, as spans (PolNeAR's source, cue and content): each role is a tuple of spans, since content may be in several
    pieces and a source may be absent. `confidence` is 0 to 1, calibrated on PolNeAR dev; `method` is `learned` or `rules`."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: QuoteType
    confidence: float
    method: Literal["learned", "rules"]


OperatorKind = Literal[
    "possibility", "ability", "condition", "question", "proposal", "attempt", "obligation", "expectation", "arrangement", "purpose", "hearsay",
    "denial", "refusal", "exclusion", "cancellation", "postponement", "failure", "prevention", "negation", "continuation", "repetition",
]  # fmt: skip
"""What a word does to the event it stands over ("may", "plan to", "refuse to", "call off")."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word over an event that decides how much of it is fact: what it does, and its token."""

    kind: OperatorKind
    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """How much of what a verb, noun or adjective tells is fact, as the text's own words have it.

    `token` names the event. `operators` are the words that
    stand over it, nearest first; what they leave is in `is_negative` and `certainty`.
    """

    token: int
    is_negative: bool
    certainty: Certainty
    time: Time
    operators: tuple[Operator, ...] = ()

    @property
    def has_come(self) -> bool:
        """Whether it is told as past or present."""
        return self.time in ("past", "present")

    def operator(self, *kinds: OperatorKind) -> Operator | None:
        """The nearest operator of one of `kinds`, or None."""
        return next((o for o in self.operators if o.kind in kinds), None)


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """A document with all that language analysis found in it. Sequences are in text order; `tree` is over `tokens`."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    tree: Tree
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[AttributionRelation, ...] = ()
    factualities: tuple[Factuality, ...] = ()
    """One for each verb, noun and adjective."""
    leanings: Leanings | None = None
    """What the encoder says of its word pieces; None where it was left to the rules."""
    unread: tuple[Span, ...] = ()
    """What was left out as too long for a sentence, in text order; no token stands in it."""

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        return {a.id: a for a in self.actors}

    def opened(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids of actors, each group that is known by its members replaced by these."""
        for i in ids:
            actor = self.actor_by_id.get(i)
            yield from actor.members if actor is not None and actor.members else (i,)

    @cached_property
    def factuality_at(self) -> dict[int, Factuality]:
        """Token index → the factuality of what it tells."""
        return {f.token: f for f in self.factualities}
