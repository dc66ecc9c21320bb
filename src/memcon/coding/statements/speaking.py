"""Which of the mentions in the words of a source speak: those at its head, and names set beside it; never whom the source only works for."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.statements.cue import head_of
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor, Mention
from memcon.domain.labels import COMPOUNDS, FELLOWS, ON_NOUNS_AND_VERBS
from memcon.domain.spans import Span

_BESIDE = FELLOWS | COMPOUNDS
"""How a name hangs on the office that it fills ("the premier, Liv Dahl"), or on its fellow ("Norway and Peru")."""


def speaking_mentions(index: TextIndex, source: Span) -> tuple[Mention, ...]:
    """The mentions in `source` that speak, named people first where some stand beside an office; none where its head is nobody's
    mention ("aid agency officials", "a spokesman for the ministry")."""
    inside = [m for m in index.annotation.mentions if m.span.overlaps(source)]
    open_ = [m for m in inside if not m.is_possessive and not _is_in_clause(index, m, source)]
    head = head_of(index, (source,))
    at_head = [m for m in open_ if _is_at(index, m, head, source)]
    named = [m for m in at_head if any(_is_named_person(a) for a in index.actors_of(m))]
    if at_head or head < 0 or index.tokens[head].pos != "PROPN":
        return tuple(named or at_head)
    return tuple([m for m in open_ or inside if not _is_led(index, m, head, source)][:1])


def _is_at(index: TextIndex, mention: Mention, head: int, source: Span) -> bool:
    """Whether a mention is the head of a source, or hangs on it as a name beside it."""
    own = index.inside(mention.span)
    if head in own:
        return True
    within, i = index.inside(source), mention.head_token
    for _ in within:
        if i == head or (i in own and head in own):
            return True
        if i not in within or (index.tokens[i].dep not in _BESIDE and i not in own):
            return False
        if index.tokens[i].dep == "compound" and index.tokens[i].head == head and not _is_title(index, head):
            return False
        i = index.tokens[i].head
    return False


def _is_led(index: TextIndex, mention: Mention, head: int, source: Span) -> bool:
    """Whether a preposition leads from the head of a source to a mention ("Dahl of the Northern Command")."""
    within, i = index.inside(source), mention.head_token
    for _ in within:
        if index.tokens[i].dep == "pobj":
            return True
        if i == head or i not in within:
            return False
        i = index.tokens[i].head
    return False


def _is_title(index: TextIndex, head: int) -> bool:
    """Whether a head is itself a name: its compounds are the rest of it, not whom it works for ("agency officials")."""
    return index.tokens[head].pos == "PROPN"


def _is_in_clause(index: TextIndex, mention: Mention, source: Span) -> bool:
    """Whether a mention stands in a clause that hangs on another word of the source ("the envoy, who had met the minister")."""
    tokens, within = index.tokens, index.inside(source)
    i = next(iter(index.inside(mention.span)), None)
    for _ in within:
        if i is None or i not in within or tokens[i].head == i:
            return False
        if tokens[i].dep in ON_NOUNS_AND_VERBS:
            return True
        i = tokens[i].head
    return False


def _is_named_person(actor: Actor) -> bool:
    return actor.kind == "person" and not actor.name[:1].islower()


def served_by(index: TextIndex, source: Span, speaking: Sequence[Mention]) -> Mention | None:
    """For whom a spokesperson in `source` speaks: the body, state or person of "a spokesman for the ministry", "the premier's spokeswoman"."""
    head = head_of(index, (source,))
    if head < 0 or not any(index.tree.lemma(i).startswith("spokes") for i in index.inside(source)):
        return None
    speakers = {a for m in speaking for a in m.actors}
    others = (m for m in index.annotation.mentions if m.span.overlaps(source) and not _is_in_clause(index, m, source))
    return next((m for m in others if len(m.actors) == 1 and m.actors[0] not in speakers), None)
