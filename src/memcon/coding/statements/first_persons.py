"""The words by which a speaker names itself ("I", "my"), as mentions of that actor: who takes part in what a speaker tells of its own doings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor, Mention
from memcon.domain.labels import PERSONAL_PRONOUNS
from memcon.domain.spans import Span
from memcon.lexicon import words

_SINGULAR = words("first_person_singular")


def first_persons(index: TextIndex, attributions: Attributions) -> tuple[Mention, ...]:
    """A mention of the speaker for every "I", "me" and "my" whose speaker is known as one actor of the text. "We" stays open: it may be a state, a
    body or those present."""
    known, found = index.annotation.actor_by_id, []
    for i, token in enumerate(index.tokens):
        if token.tag not in PERSONAL_PRONOUNS or index.tree.lower(i) not in _SINGULAR:
            continue
        voice = attributions.voice_at(token.start)
        actor = known.get(voice) if voice is not None else None
        if actor is not None and actor.kind == "person":
            span = Span(token.start, token.end)
            found.append(
                Mention(
                    span=span,
                    head=span,
                    head_token=i,
                    form="pronoun",
                    actors=(actor.id,),
                    is_possessive=token.tag == "PRP$",
                )
            )
    return tuple(found)


def with_first_persons(actors: Sequence[Actor], spoken: Sequence[Mention]) -> tuple[Actor, ...]:
    """The actors, each with the words by which it names itself among its mentions, in text order."""
    own: dict[str, set[Span]] = {}
    for mention in spoken:
        for actor in mention.actors:
            own.setdefault(actor, set()).add(mention.span)
    return tuple(replace(a, mentions=tuple(sorted({*a.mentions, *own[a.id]}))) if a.id in own else a for a in actors)
