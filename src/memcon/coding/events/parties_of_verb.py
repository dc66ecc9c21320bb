"""Participants that an event verb has as its arguments, by its frame: "A met B", "A was received by B", "A flew to P together with C"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import PLACE, VerbFrame
from memcon.coding.coordination import acted_upon, mentions_around
from memcon.coding.doers import agents, by_its_house, doing
from memcon.coding.events.arguments import led_by_object, prepositions_of
from memcon.coding.events.hitting import owners_of
from memcon.coding.events.meanings_of_acts import mentions_of_object, objects_of
from memcon.coding.events.parties_of_acts import moved_by
from memcon.coding.events.roles import Found, comes, each, is_person
from memcon.coding.events.scene import Scene
from memcon.domain.actors import Mention
from memcon.domain.records import Role
from memcon.domain.rules import rule
from memcon.lexicon import words

_A = words("a")


def _role(scene: Scene, slot: str) -> Role | None:
    """The role that the frame gives to an argument, None where it has none or is a place."""
    role = scene.trigger.frame.roles.get(slot) if scene.trigger.frame is not None else None
    return role if role != PLACE else None


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt. → participant",
        "President Maria Soto refused to visit Norway. → declined",
        "President Maria Soto was received by Chancellor Uwe Brandt. → host",
        "Norway's letter was delivered to Chad on Monday. → participant",
        "Norway's joint statement with Chad was released by the ministry on Monday. → participant",
        "President Maria Soto announced that the Peruvian troops would withdraw from Chad. → subject",
        "Peru's Congress ratified the treaty with Chad. → subject",
    ],
    no=["The talks were held in Oslo.", "Their joint statement was released by Norway on Monday."],
)
def subject(scene: Scene) -> Iterator[Found]:
    """Who does it: the subject, the agent of a passive; `declined` where they refuse to."""
    role, frame = _role(scene, "subject"), scene.trigger.frame
    if role is None or frame is None:
        return
    verb, index = scene.anchor, scene.index
    refuses = comes(role) and index.factuality(verb).operator("refusal") is not None
    found = agents(index, verb) if scene.tree.is_passive(verb) else moved_by(scene) or doing(index, verb)
    if not found and frame.object_nouns:
        found = by_its_house(index, verb)
    owners = _owners_of_paper(scene, frame)  # "their joint statement, released by a ministry": it is theirs
    is_only_put_out = scene.trigger.has("vehicle") and _is_told_whose(scene, frame)
    yield from each("declined" if refuses else role, owners if is_only_put_out or not found else found)


def _is_told_whose(scene: Scene, frame: VerbFrame) -> bool:
    """Whether a possessor stands before the text that a passive or a participle tells to be issued."""
    tree = scene.tree
    papers = objects_of(tree, scene.anchor, frame)
    return tree.is_passive(scene.anchor) and any(tree.deps(o, "poss") for o in papers)


def _owners_of_paper(scene: Scene, frame: VerbFrame) -> list[Mention]:
    """Whose the paper is that is signed or issued without an agent: "Norway's letter was sent", "their statement issued after the talks"."""
    if not frame.object_nouns or frame.roles["subject"] != "participant":
        return []
    papers = dict.fromkeys(objects_of(scene.tree, scene.anchor, frame))
    return [m for o in papers for p in scene.tree.deps(o, "poss") for m in mentions_around(scene.index, p)]


@rule(
    yes=["President Maria Soto visited Chancellor Uwe Brandt in Berlin. → host"],
    no=["President Maria Soto visited Norway."],
)
def host_in_person(scene: Scene) -> Iterator[Found]:
    """The person that is visited."""
    frame = scene.trigger.frame
    if frame is not None and frame.roles.get("object") == PLACE:
        for o in scene.tree.objects(scene.anchor):
            mention = scene.index.mention_at.get(o)  # not who goes there together with the visitor
            if mention is not None and is_person(scene.index, mention):
                yield "host", mention


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt. → participant",
        "Norway received President Maria Soto. → visitor",
        "Norway closed Chad's embassy in Oslo on Monday. → participant",
        "Norway sanctioned three Chadian banks on Monday. → participant",
    ],
    no=["President Maria Soto spoke with Chancellor Uwe Brandt.", "Norway will name a new ambassador next week."],
)
def object_(scene: Scene) -> Iterator[Found]:
    """Whom it is done to."""
    role, frame = _role(scene, "object"), scene.trigger.frame
    if role is not None and frame is not None:
        for o in dict.fromkeys(objects_of(scene.tree, scene.anchor, frame)):
            found = mentions_of_object(scene.index, o) or owners_of(scene.index, frame, o)
            yield from each(role, (m for m in found if not (role == "subject" and _is_yet_unknown(scene, m))))


def _is_yet_unknown(scene: Scene, mention: Mention) -> bool:
    """Whether it is only told what office somebody will have ("will name a new ambassador"), not who."""
    actors = scene.index.actors_of(mention)
    is_open = scene.tree.lower(scene.index.inside(mention.span)[0]) in _A
    return mention.is_by_office and is_open and all(a.kind == "person" for a in actors)


@rule(
    yes=[
        "President Maria Soto spoke with Chancellor Uwe Brandt. → participant",
        "President Maria Soto met for two hours with Chancellor Uwe Brandt. → participant",
        "Norway will impose sanctions soon on imports of Chadian steel. → participant",
    ],
    no=["President Maria Soto met Chancellor Uwe Brandt.", "Norway will impose sanctions soon on imports of steel."],
)
def behind_preposition(scene: Scene) -> Iterator[Found]:
    """Whom a preposition of the verb names, and the one coordinated with it ("met with and spoke to"); of goods that it is on those whose they are."""
    for p in prepositions_of(scene.tree, scene.anchor) if scene.trigger.frame is not None else ():
        word = scene.tree.lower(p)
        role = _role(scene, word)
        if role is not None:
            for also in (p, *(c for c in scene.tree.deps(p, "conj") if scene.tree.tokens[c].pos == "ADP")):
                yield from each(role, acted_upon(scene.index, also))


@rule(
    yes=[
        "Norway imposed sanctions on Chad. → participant",
        "Norway imposed sanctions against Chad's navy. → participant",
        "President Maria Soto exchanged views with Chancellor Uwe Brandt. → participant",
        "President Maria Soto discussed the dispute with Chancellor Uwe Brandt. → participant",
    ],
    no=[
        "Norway imposed a curfew on Chad.",
        "President Maria Soto discussed trade with China in Lima with Chancellor Uwe Brandt.",
    ],
)
def inside_object(scene: Scene) -> Iterator[Found]:
    """Whom a preposition names on the object ("imposed sanctions on C", "discussed it with B")."""
    frame, verb = scene.trigger.frame, scene.anchor
    if frame is None:
        return
    tree = scene.tree
    for o in dict.fromkeys(objects_of(tree, verb, frame)) if frame.object_nouns else ():
        for p in tree.deps(o, "prep") if tree.tokens[o].dep != "conj" else ():
            role = _role(scene, tree.lower(p))
            if role is not None:
                yield from each(role, acted_upon(scene.index, p))
    own = {tree.lower(p) for p in tree.deps(verb, "prep")}
    for slot in frame.needs - own if not frame.object_nouns else ():
        role = _role(scene, slot)
        if role is not None:
            yield from each(role, led_by_object(scene.index, verb, frame, slot))


@rule(
    yes=["Ambassador Jens Holm was summoned to the Foreign Ministry on Monday. → participant"],
    no=[
        "Norway summoned Ambassador Jens Holm to the Foreign Ministry on Monday.",
        "Ambassador Jens Holm was summoned to Lima on Monday.",
    ],
)
def where_summoned(scene: Scene) -> Iterator[Found]:
    """Who summons an envoy, where that is only told by the house that he is summoned "to"."""
    tree, verb, frame = scene.tree, scene.anchor, scene.trigger.frame
    if frame is None or scene.trigger.kind != "message" or not tree.is_passive(verb) or tree.agent(verb) is not None:
        return
    houses = (m for o in tree.led_by(verb, "to") for m in mentions_around(scene.index, o))
    role = frame.roles.get("subject")
    if role is not None and role != PLACE:
        yield from each(role, (m for m in houses if any(a.kind == "organization" for a in scene.index.actors_of(m))))


@rule(
    yes=["Norway gave President Maria Soto humanitarian aid. → participant"],
    no=["Norway gave humanitarian aid."],
)
def given_to(scene: Scene) -> Iterator[Found]:
    """Whom it is given to, between verb and object: "gave Chad aid"; as "to" would lead it."""
    role = _role(scene, "to")
    if role is not None:
        # the parser hangs a name between verb and object on the object
        inside = (c for o in scene.tree.deps(scene.anchor, "dobj") for c in scene.tree.deps(o, "nmod"))
        for c in (*scene.tree.deps(scene.anchor, "dative"), *inside):
            yield from each(role, mentions_around(scene.index, c))


@rule(
    yes=["Anna Lind, of Oslo, to be Ambassador of Norway to Peru. → subject"],
    no=["Anna Lind wants to be ambassador of Norway to Peru."],
)
def heads_the_line(scene: Scene) -> Iterator[Found]:
    """Whose name heads a line of a list ("N., of P, to be Ambassador to C")."""
    frame = scene.trigger.frame
    if frame is not None and frame.is_unfinished:
        named = (scene.index.mention_at.get(i) for i in range(scene.index.sentence(scene.anchor).first, scene.anchor))
        yield from each("subject", [m for m in named if m is not None and is_person(scene.index, m)][:1])
