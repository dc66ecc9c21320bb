"""Participants that an event's own noun phrase names: "talks between A and B", "C's visit", "a meeting led by F"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import agents
from memcon.coding.events.roles import Found, each, is_person, own_role
from memcon.coding.events.scene import Scene
from memcon.domain.actors import Mention
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_CONDUCTING = values("conducting")
_LEADING_PARTIES = words("leading_parties")


@rule(
    yes=[
        "The talks between President Maria Soto and Chancellor Uwe Brandt were held on Monday. → participant",
        "A visit by President Maria Soto to Norway was planned. → visitor",
    ],
    no=["The talks on Bolivia were held on Monday.", "President Maria Soto met Chancellor Uwe Brandt."],
)
def inside(scene: Scene) -> Iterator[Found]:
    """Prepositions in the noun phrase: "talks between A and B", "a visit by A"."""
    if scene.trigger.form == "verb":
        return
    roles = scene.trigger.meaning.inside
    behind = scene.trigger.last + 1
    is_led = behind < len(scene.index.tokens) and scene.tree.lower(behind) in _LEADING_PARTIES
    prepositions = (*scene.tree.deps(scene.anchor, "prep", "agent", "acl"), *((behind,) if is_led else ()))
    for p in dict.fromkeys(prepositions):
        role = roles.get(scene.tree.lower(p))
        if role is not None:
            found = mentions_from(scene.index, p + 1)
            yield from each(role, (m for m in found if _may_hold_office(scene, m)))


def _may_hold_office(scene: Scene, mention: Mention) -> bool:
    """Whether whoever is named to an office could be: not "designation of a delegation to Liberia"."""
    return not scene.trigger.meaning.done.needs_office or is_person(scene.index, mention)


@rule(
    yes=[
        "President Maria Soto's visit to Norway was called off. → visitor",
        "Bolivia's talks with Norway were held on Monday. → participant",
    ],
    no=["Monday's talks were held in Oslo."],
)
def owner(scene: Scene) -> Iterator[Found]:
    """The possessor of the event noun: "Kim's visit", "their talks"."""
    if scene.trigger.form != "verb":
        for c in scene.tree.deps(scene.anchor, "poss"):
            if c not in scene.index.timex_at:
                yield from each(own_role(scene), _congratulated(scene, c) or mentions_around(scene.index, c))


def _congratulated(scene: Scene, owner: int) -> list[Mention]:
    """Of "congratulated B on his appointment" B, whomever else the pronoun might mean."""
    verb, tree = scene.clause.verb, scene.tree
    if tree.tokens[owner].pos != "PRON" or verb is None or tree.lemma(verb) != "congratulate":
        return []
    return [m for o in tree.deps(verb, "dobj") for m in mentions_around(scene.index, o)]


@rule(
    yes=[
        "Talks led by President Maria Soto were held on Monday. → lead",
        "Norway hosted a summit attended by Chancellor Uwe Brandt. → participant",
    ],
    no=["Talks praised by President Maria Soto were held on Monday."],
)
def describing(scene: Scene) -> Iterator[Found]:
    """Participles on the noun: "talks led by A", "a meeting attended by B"."""
    verbs = list(scene.clause.own)
    if scene.clause.verb is not None and scene.clause.relation in {"object", "subject"}:
        # a participle behind a comma that the parser hung on the carrying verb ("held talks, led by A")
        behind = scene.tree.deps(scene.clause.verb, "advcl", "acl")
        verbs += [v for v in behind if v > scene.anchor and scene.tree.tokens[v].tag == "VBN"]
    for verb in verbs:
        role = _CONDUCTING.get(scene.tree.lemma(verb))
        if role is not None:
            yield from each(role, agents(scene.index, verb))
