"""Participants who are told beside those that the verb names: "A, joined by B, received C", "among those at the summit were A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doing
from memcon.coding.events.agendas_around import told_when_they_met
from memcon.coding.events.roles import Found, each, is_person, own_role
from memcon.coding.events.scene import Scene
from memcon.domain.labels import VERBAL
from memcon.domain.records import Role
from memcon.domain.rules import rule
from memcon.lexicon import words

_COMING_ALONG = words("taking_part_too")
_LISTING = words("listing_its_subject")
_ATTENDANTS = words("those_at_an_event")
_AMONG = words("leading_to_a_company")
_NAMING_SOME = words("naming_some_who_came")
_INTO, _WORDS = words("leading_into_an_event"), words("words_of_somebody")


@rule(
    yes=[
        "President Maria Soto, joined by Foreign Minister Ola Moe, received Chancellor Uwe Brandt in Lima. → host",
        "Accompanied by Foreign Minister Ola Moe, President Maria Soto met Chancellor Uwe Brandt. → participant",
        "President Maria Soto, flanked by Foreign Minister Ola Moe, held talks with Chancellor Uwe Brandt. → participant",
    ],
    no=[
        "President Maria Soto, praised by Foreign Minister Ola Moe, met Chancellor Uwe Brandt.",
        "President Maria Soto met Chancellor Uwe Brandt, who was once joined by Foreign Minister Ola Moe.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday, joined by Foreign Minister Ola Moe.",
    ],
)
def brought_along(scene: Scene) -> Iterator[Found]:
    """By whom the subject is joined, accompanied or flanked, told by a participle before the verb."""
    tree, verb = scene.tree, scene.clause.verb
    role = _role_of_the_subject(scene)
    if verb is None or role is None:
        return
    subjects = [o for s in tree.deps(verb, "nsubj") for o in tree.coordinated(s)]
    for c in (*tree.deps(verb, "advcl"), *(c for s in subjects for c in tree.deps(s, "acl"))):
        if c < verb and tree.tokens[c].tag == "VBN" and tree.lemma(c) in _COMING_ALONG:
            by = (p for p in tree.deps(c, "agent") if tree.lower(p) == "by")
            named = (m for p in by for m in mentions_from(scene.index, p + 1))
            yield from each(role, (m for m in named if is_person(scene.index, m)))


def _role_of_the_subject(scene: Scene) -> Role | None:
    """The role of whoever does what the verb tells, where that is the event or carries it."""
    frame = scene.trigger.frame
    if frame is not None:
        told = frame.roles.get("subject")
        return told if told != "place" else None
    return own_role(scene) if scene.clause.relation == "object" else None


@rule(
    yes=[
        "Among those attending the conference in Oslo were President Maria Soto and Chancellor Uwe Brandt. → participant",
        "Leaders at the summit in Oslo included President Maria Soto and Chancellor Uwe Brandt. → participant",
    ],
    no=[
        "Among the topics of the summit in Oslo were President Maria Soto and her plans.",
        "Songs at the summit in Oslo included President Maria Soto.",
    ],
)
def among_those(scene: Scene) -> Iterator[Found]:
    """Who is told to be among those at the event: "among those at the talks were A and B", "guests at the summit included A"."""
    tree, below = scene.tree, scene.anchor
    for verb in tree.above(scene.anchor):
        if tree.lemma(verb) in _LISTING and tree.tokens[verb].pos in VERBAL:
            is_among = tree.lower(below) in _AMONG
            those = next(iter(tree.deps(below, "pobj")), below) if is_among else below
            if tree.lower(those) == "those" or tree.lemma(those) in _ATTENDANTS:
                named = tree.deps(verb, "nsubj", "attr") if is_among else tree.deps(verb, "dobj", "attr")
                yield from each(
                    own_role(scene), (m for o in named if o > verb for m in mentions_around(scene.index, o))
                )
            return
        below = verb


@rule(
    yes=["The summit in Oslo drew leaders such as President Maria Soto and Chancellor Uwe Brandt. → participant"],
    no=["The summit in Oslo drew protests by President Maria Soto."],
)
def drawn_there(scene: Scene) -> Iterator[Found]:
    """Who is named of those whom an event brings together: "drew leaders including A and B"."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or scene.clause.relation != "subject":
        return
    for o in tree.deps(verb, "dobj"):
        some = [p for p in tree.deps(o, "prep") if tree.lower(p) in _NAMING_SOME]
        if tree.lemma(o) in _ATTENDANTS and some:
            yield from each(own_role(scene), (m for p in some for m in mentions_from(scene.index, p + 1)))


@rule(
    yes=[
        "President Maria Soto thanked Chancellor Uwe Brandt when they met in Oslo on Monday. → participant",
        "President Maria Soto raised fish with Chancellor Uwe Brandt when they met in Oslo on Monday. → participant",
    ],
    no=[
        "President Maria Soto thanked Chancellor Uwe Brandt before they met King Haakon in Oslo on Monday.",
        "President Maria Soto thanked Norway when they met in Oslo on Monday.",
        "Divers thanked Chancellor Uwe Brandt when they met in Oslo on Monday.",
    ],
)
def when_they_met(scene: Scene) -> Iterator[Found]:
    """Who did something to whom, or with whom, "when they met"."""
    verb, index = told_when_they_met(scene), scene.index
    if verb is None or scene.tree.deps(scene.anchor, "dobj"):
        return
    last = index.tree.first(scene.anchor)
    behind = (m for i in range(verb, last) if (m := index.mention_at.get(i)) is not None)
    others = [m for m in dict.fromkeys(behind) if is_person(index, m) and not m.is_possessive]
    doing_it = [m for m in doing(index, verb) if is_person(index, m)]
    if len(others) == 1 and doing_it:
        yield from each(own_role(scene), (*doing_it, *others))


@rule(
    yes=[
        "President Maria Soto's remarks came in a meeting on Monday in Oslo with Chancellor Uwe Brandt. → participant",
        "President Maria Soto's comments came during a phone call with Chancellor Uwe Brandt. → participant",
    ],
    no=[
        "President Maria Soto's remarks came after a meeting of Norway and Chad.",
        "President Maria Soto's remarks came as a shock to Chancellor Uwe Brandt during talks with Peru.",
    ],
)
def whose_words_came(scene: Scene) -> Iterator[Found]:
    """Whose words are told to have been said there: "A's remarks came in a meeting with B"."""
    tree, verb, clause = scene.tree, scene.clause.verb, scene.clause
    if verb is None or clause.governor is not None or clause.preposition not in _INTO:
        return
    if tree.lemma(verb) != "come" or any(tree.lower(p) == "as" for p in tree.deps(verb, "prep")):
        return
    for s in (s for s in tree.deps(verb, "nsubj") if tree.lemma(s) in _WORDS or tree.lower(s) in _WORDS):
        owners = (m for c in tree.deps(s, "poss") for m in mentions_around(scene.index, c))
        yield from each(own_role(scene), (m for m in owners if is_person(scene.index, m)))


BESIDE = (whose_words_came, brought_along, among_those, drawn_there, when_they_met)
"""Each for one construction; all are asked."""
