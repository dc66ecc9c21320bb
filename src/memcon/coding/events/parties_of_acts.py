"""Participants of an act (a measure, help, a paper, forces sent) that stand neither in its phrase nor as an argument of its verb: "aid to help A",
"the lifting of sanctions on B", "an agreement to draw a border between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import PLACE
from memcon.coding.coordination import acted_upon, mentions_around, mentions_from
from memcon.coding.doers import doing
from memcon.coding.events.meanings_of_acts import objects_of
from memcon.coding.events.roles import Found, each, own_role
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Mention
from memcon.domain.rules import rule
from memcon.lexicon import words

_HELPING = words("helping_somebody")
_FORCES = words("forces_abroad")
_SENDING_HOME = words("deciding_on_an_act")
_TARGETING, _BY_MEANS_OF = words("leading_to_whom_it_hits"), words("leading_to_a_means")
_PUNISHING, _ANSWERABLE = words("making_a_state_pay"), words("answerable")
_NEAR = 6
"""Within how many tokens behind a verb whom it holds to account is named."""


@rule(
    yes=[
        "Norway announced $20 million in additional assistance to help Chad. → participant",
        "Norway pledged humanitarian assistance to support Chad and Togo. → participant",
    ],
    no=["Norway pledged humanitarian assistance to Chad to fight the drought."],
)
def helped(scene: Scene) -> Iterator[Found]:
    """Whom an infinitive behind what is given tells to be helped by it."""
    if not scene.trigger.has("giving"):
        return
    tree, given = scene.tree, _given(scene)
    above = (scene.clause.verb,) if scene.clause.verb is not None else ()
    verbs = [
        v for i in dict.fromkeys((*given, scene.anchor, *above)) for v in tree.deps(i, "acl", "advcl", "relcl", "xcomp")
    ]
    for verb in verbs:
        if verb > scene.anchor and tree.is_infinitive(verb) and tree.lemma(verb) in _HELPING:
            yield from each(
                "participant", (m for o in tree.deps(verb, "dobj") for m in mentions_around(scene.index, o))
            )


def _given(scene: Scene) -> list[int]:
    frame = scene.trigger.frame
    return list(objects_of(scene.tree, scene.anchor, frame)) if frame is not None else [scene.anchor]


@rule(
    yes=["Norway welcomed the lifting of sanctions on Chad. → participant"],
    no=["Chad welcomed the lifting of sanctions."],
)
def of_its_paper(scene: Scene) -> Iterator[Found]:
    """Whom the measure hits, or between whom the paper is, that an act is done to: "the lifting of sanctions on A"."""
    tree, meaning = scene.tree, scene.trigger.meaning
    if not scene.trigger.is_noun or not meaning.done.acts:
        return
    of = [p for p in tree.deps(scene.anchor, "prep") if tree.lower(p) == "of"]
    for paper in (
        o
        for p in of
        for o in tree.deps(p, "pobj")
        if tree.lemma(o) in meaning.done.papers or _is_paper(tree.lower(o), scene)
    ):
        for p in tree.deps(paper, "prep", "acl"):
            role = meaning.inside.get(tree.lower(p))
            if role is not None:
                yield from each(role, acted_upon(scene.index, p))


def _is_paper(word: str, scene: Scene) -> bool:
    return word in scene.trigger.meaning.done.papers


@rule(
    yes=["Norway has issued new sanctions targeting Chad's navy. → participant"],
    no=["Norway has issued new sanctions, angering Chad."],
)
def targeted(scene: Scene) -> Iterator[Found]:
    """Whom a participle on the measure tells to be hit by it: "sanctions targeting A's navy"."""
    role = scene.trigger.meaning.inside.get("targeting")
    frame = scene.trigger.frame
    if role is None or frame is None:
        return
    for o in dict.fromkeys(objects_of(scene.tree, scene.anchor, frame)):
        for p in scene.tree.deps(o, "acl", "prep"):
            if scene.tree.lower(p) == "targeting":
                yield from each(role, acted_upon(scene.index, p))


@rule(
    yes=[
        "Norway is holding Chad accountable for the attack, including by imposing sanctions. → participant",
        "Norway punished Chad for the attack by imposing sanctions. → participant",
    ],
    no=["Norway praised Chad for the truce through a new treaty."],
)
def held_to_account(scene: Scene) -> Iterator[Found]:
    """The state against which a measure is told as the means: "holds A accountable, including by imposing sanctions"."""
    tree, index, role = scene.tree, scene.index, scene.trigger.meaning.inside.get("targeting")
    if role is None or any(tree.lower(p) in _TARGETING for p in tree.deps(scene.anchor, "prep")):
        return
    above = list(tree.above(scene.anchor))
    if not any(tree.lower(i) in _BY_MEANS_OF for i in above):
        return
    verb = next((i for i in above if tree.lemma(i) in _PUNISHING or _is_holding_to_account(index, i)), None)
    if verb is not None and not tree.is_passive(verb):
        behind = (m for i in range(verb + 1, min(verb + _NEAR, len(index.tokens))) if (m := index.mention_at.get(i)))
        hit = next(behind, None)
        yield from each(role, [hit] if hit is not None and _is_state(index, hit) and not hit.is_possessive else [])


def _is_holding_to_account(index: TextIndex, i: int) -> bool:
    """Whether a verb holds somebody accountable, or to account."""
    near = range(i + 1, min(i + _NEAR, len(index.tokens)))
    return index.tree.lemma(i) == "hold" and any(index.tree.lower(k) in _ANSWERABLE for k in near)


@rule(
    yes=["Norway welcomed the agreement to establish a border between Peru and Chad. → participant"],
    no=["Norway welcomed the agreement to establish a school."],
)
def between_inside(scene: Scene) -> Iterator[Found]:
    """Between whom a paper's own infinitive tells that it makes something: "an agreement to draw a border between A and B"."""
    tree = scene.tree
    if not scene.trigger.is_noun or not scene.trigger.has("instrument"):
        return
    for verb in tree.deps(scene.anchor, "acl"):
        objects = tree.deps(verb, "dobj") if tree.is_infinitive(verb) else []
        for p in (p for i in (verb, *objects) for p in tree.deps(i, "prep")):
            if tree.lower(p) == "between" and len(found := mentions_from(scene.index, p + 1)) > 1:
                yield from each(own_role(scene), found)


def _is_body(index: TextIndex, mention: Mention) -> bool:
    actors = index.actors_of(mention)
    return bool(actors) and all(a.kind in BODIES for a in actors)


@rule(
    yes=["President Maria Soto withdrew Peru from the climate treaty in May 2018. → participant"],
    no=["President Maria Soto withdrew from the climate treaty in May 2018."],
)
def taken_along(scene: Scene) -> Iterator[Found]:
    """The state that somebody takes out of a body or paper, or back into it: "withdrew A from the treaty"."""
    tree, frame = scene.tree, scene.trigger.frame
    if frame is None or scene.trigger.kind != "other" or not frame.object_behind:
        return
    for o in tree.deps(scene.anchor, "dobj"):
        found = mentions_around(scene.index, o)
        if all(_is_state(scene.index, m) for m in found):
            yield from each("participant", found)


def _is_state(index: TextIndex, mention: Mention) -> bool:
    actors = index.actors_of(mention)
    return bool(actors) and all(a.kind == "state" for a in actors)


def moved_by(scene: Scene) -> list[Mention]:
    """Who has forces moved, where the forces are the subject: "A announced that its troops would withdraw"; none where nobody does."""
    index, tree = scene.index, scene.tree
    frame = scene.trigger.frame
    if frame is None or "forces" not in frame.asks:
        return []
    subjects = tree.deps(scene.anchor, "nsubj")
    above = tree.tokens[scene.anchor].head
    is_told = tree.tokens[scene.anchor].dep == "ccomp" and tree.lemma(above) in _SENDING_HOME
    if not is_told or not any(tree.lemma(s) in _FORCES for s in subjects):
        return []
    return [m for m in doing(index, above) if _is_body(index, m) or all(a.kind == "person" for a in index.actors_of(m))]


@rule(
    yes=[
        "Norwegian sanctions on Chad were extended on Monday. → subject",
        "The UN arms embargo against Chad was lifted on Monday. → subject",
    ],
    no=["Chad lifted the ban on Norwegian imports.", "The sanctions on Chad were extended on Monday."],
)
def named_before_its_object(scene: Scene) -> Iterator[Found]:
    """Whose measure or help it is that is told to be extended, lifted or sent, where no other does it: "EU sanctions on A were extended"."""
    tree, frame, index = scene.tree, scene.trigger.frame, scene.index
    role = frame.roles.get("subject") if frame is not None and frame.object_nouns else None
    if frame is None or role in {None, PLACE} or not tree.is_passive(scene.anchor) or tree.deps(scene.anchor, "agent"):
        return
    for o in dict.fromkeys(objects_of(tree, scene.anchor, frame)):
        before = (m for c in tree.deps(o, "compound", "nmod", "amod", "poss") if (m := index.mention_at.get(c)))
        yield from each(role, (m for m in before if _is_body(index, m)))


PARTIES = (helped, of_its_paper, targeted, held_to_account, between_inside, taken_along, named_before_its_object)
"""Each for one construction; all are asked."""
