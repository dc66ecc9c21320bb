"""The roles that participants have in an event: which of two is the more telling, whose an event is, and who stays away from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Participant, Role

ROLE_STRENGTH: tuple[Role, ...] = (
    "participant", "subject", "observer", "mediator", "visitor", "host", "lead", "declined", "absent",
)  # fmt: skip
"""The roles from the least to the most telling: of two for one actor the later one stays."""

_OWN_ROLE: Mapping[str, Role] = {
    "visit": "visitor",
    "test": "subject",
    "sanction": "subject",
    "aid": "subject",
    "protest": "subject",
}
"""The role of whoever an event noun is said to be whose ("Trump's visit"), by family; `participant` elsewhere."""

COMING: frozenset[Role] = frozenset({"participant", "lead", "visitor"})
"""Roles that whoever does not come has not."""


def own_role(scene: Scene) -> Role:
    """The role of whoever the event is said to be whose."""
    return _OWN_ROLE.get(scene.trigger.family, "participant")


def unless_away(index: TextIndex, verb: int, role: Role) -> Role:
    """`role`, or how the subject of `verb` stays away from it: `declined` where it refuses, `absent` where it is told not to come. What fails, is
    called off or denied was to be theirs all the same."""
    factuality = index.factuality(verb)
    if role not in COMING or not factuality.is_negative:
        return role
    if factuality.operator("refusal", "exclusion"):
        return "declined"
    return "absent" if factuality.operator("negation", "prevention") else role


def strongest(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once, in the most telling of its roles; of equal ones the first stands."""
    best: dict[str, Participant] = {}
    for p in participants:
        known = best.get(p.actor)
        if known is None or ROLE_STRENGTH.index(p.role) > ROLE_STRENGTH.index(known.role):
            best[p.actor] = p
    return tuple(best.values())
