"""The roles that participants have in an event: which of two is the more telling, whose an event is, and who stays away from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.codebook import load_codebook
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.records import Participant, Role

Found = tuple[Role, Mention]
"""A role and the mention of whoever has it."""


def each(role: Role, mentions: Iterable[Mention]) -> Iterator[Found]:
    """Each of `mentions` in that role."""
    return ((role, mention) for mention in mentions)


def is_person(index: TextIndex, mention: Mention) -> bool:
    """Whether all that a mention means are persons."""
    actors = index.actors_of(mention)
    return bool(actors) and len(actors) == len(mention.actors) and all(a.kind == "person" for a in actors)


def own_role(scene: Scene) -> Role:
    """The role of whoever the event is said to be whose."""
    return scene.trigger.meaning.role


def comes(role: Role) -> bool:
    """Whether whoever does not come has the role no more."""
    return load_codebook().roles.of(role).comes


def unless_away(index: TextIndex, verb: int, role: Role) -> Role:
    """`role`, or how the subject of `verb` stays away from it: `declined` where it refuses, `absent` where it is told not to come. What fails, is
    called off or denied was to be theirs all the same."""
    factuality = index.factuality(verb)
    if not comes(role) or not factuality.is_negative:
        return role
    if factuality.operator("refusal", "exclusion"):
        return "declined"
    return "absent" if factuality.operator("negation", "prevention") else role


def strongest(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once, in the most telling of its roles; of equal ones the first stands."""
    strength = load_codebook().roles.strength
    best: dict[str, Participant] = {}
    for p in participants:
        known = best.get(p.actor)
        if known is None or strength(p.role) > strength(known.role):
            best[p.actor] = p
    return tuple(best.values())
