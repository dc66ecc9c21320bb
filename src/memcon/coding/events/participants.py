"""Who takes part in an event, and how: from the noun phrase, the carrying verb, and the verb's own arguments.

Each collector is a pure function from a scene to the roles and mentions that one construction gives; of two roles for one actor the more telling one
stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.channels.sessions import ordinal_of
from memcon.coding.collectives import opened
from memcon.coding.events import (
    parties_around,
    parties_beside,
    parties_in_clause,
    parties_in_phrase,
    parties_listed,
    parties_of_acts,
    parties_of_papers,
    parties_of_verb,
)
from memcon.coding.events.roles import is_person, strongest
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.records import Participant, Role
from memcon.lexicon import words

_SIDES = 2
_ANY = frozenset({"any", "no"})
_WHERE = words("relative_of_a_place")
_SIGNS, _NO = words("sign_of_what_is_so"), words("leaving_nothing")
_SPEAKERS = words("speaker_for_others")
_FORCES = words("forces_abroad") | words("sent_to_serve_abroad")

COLLECTORS = (
    parties_in_phrase.inside,
    parties_in_phrase.owner,
    parties_in_phrase.theirs,
    parties_in_phrase.joined_before,
    parties_in_phrase.people_before,
    parties_in_phrase.instanced,
    parties_in_phrase.taking_part,
    parties_in_phrase.in_compound,
    parties_in_phrase.by_surnames,
    parties_in_phrase.describing,
    parties_in_phrase.in_relative_clause,
    parties_in_phrase.planned_with,
    parties_in_phrase.asked_by,
    parties_in_phrase.between_behind,
    parties_in_phrase.inviting,
    parties_in_phrase.inviting_to_come,
    parties_in_clause.carrying_subject,
    parties_in_clause.deciding,
    parties_in_clause.agent,
    parties_in_clause.brought_together,
    parties_in_clause.heading,
    parties_in_clause.ending,
    parties_in_clause.dealing_inside,
    parties_in_clause.hosted,
    parties_in_clause.attending,
    parties_of_verb.subject,
    parties_of_verb.host_in_person,
    parties_of_verb.object_,
    parties_of_verb.behind_preposition,
    parties_of_verb.inside_object,
    parties_of_verb.where_summoned,
    parties_of_verb.given_to,
    parties_of_verb.heads_the_line,
    parties_in_clause.company,
    *parties_beside.BESIDE,
    *parties_around.AROUND,
    parties_listed.listed_behind,
    *parties_of_acts.PARTIES,
    *parties_of_papers.PAPERS,
)
"""Each for one construction; all are asked, those first whose word stands where two give an actor the same role."""


def collect_participants(scene: Scene) -> tuple[Participant, ...]:
    """The participants that the words around a trigger give, each once, in text order."""
    if _is_without_a_sign(scene):
        return ()
    stops = _stops(scene)
    found = (
        participant
        for collector in COLLECTORS
        for role, named in collector(scene)
        for mention in opened(scene.index, named)
        if not any(reason(scene, mention) for reason in NO_PARTY)
        for participant in _participants(scene.index, role, mention)
        if participant.actor not in stops
    )
    return tuple(sorted(strongest(found), key=lambda p: p.span))


def _stops(scene: Scene) -> frozenset[str]:
    """The place of "Fiji, where they met": whatever the pronoun is taken for, none of those who meet there."""
    tree = scene.tree
    for i in (scene.anchor, *tree.above(scene.anchor)):
        if tree.tokens[i].dep == "relcl" and any(tree.lower(c) in _WHERE for c in tree.deps(i, "advmod")):
            place = scene.index.mention_at.get(tree.tokens[i].head)
            return frozenset(place.actors) if place is not None else frozenset()
    return frozenset()


def _is_without_a_sign(scene: Scene) -> bool:
    """Whether it is told only that nothing shows the event ("there was no sign that A was willing to hold talks")."""
    tree, tokens = scene.tree, scene.tree.tokens
    start = scene.clause.verb if scene.clause.verb is not None else scene.anchor
    for i in (start, *tree.above(start)):
        if tree.lemma(i) in _SIGNS and any(tree.lower(c) in _NO for c in tree.deps(i, "det", "amod", "neg")):
            return True
        if tokens[i].pos == "VERB" and tokens[i].dep in {"ROOT", "ccomp", "relcl", "conj"} and i != start:
            return False
    return False


def _is_named_next(scene: Scene, mention: Mention) -> bool:
    """Whether a "counterpart" is named right behind it ("his Danish counterpart, Minister Holm"): one person, not two."""
    index = scene.index
    inside = index.inside(mention.span)
    if not inside or index.tree.lemma(inside[-1]) != "counterpart":
        return False
    behind = inside[-1] + 1
    if behind < len(index.tokens) and index.tokens[behind].text == ",":
        behind += 1
    named = index.mention_at.get(behind)
    return named is not None and is_person(index, named)


def _is_in_name(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is part of the session's own name ("the APEC Leaders' Meeting"); the two sides that a dash joins or whose it is are parties ("the first A-B dialogue", "the two countries' joint commission")."""
    is_covered = any(scene.trigger.covers(i) for i in scene.index.inside(mention.span))
    return (
        scene.trigger.is_channel
        and is_covered
        and len(mention.actors) < _SIDES
        and len(parties_in_phrase.joined_by_dashes(scene, mention)) < _SIDES
    )


def _is_of_a_number(scene: Scene, mention: Mention) -> bool:
    """Whether a number that is the meeting's stands in a group's phrase: "the 4th trilateral ministers' meeting"."""
    index, inside = scene.index, scene.index.inside(mention.span)
    if not inside or index.tokens[inside[-1]].dep != "poss" or index.tokens[inside[-1]].head != scene.anchor:
        return False
    return any(ordinal_of(index.tokens[i].text) is not None for i in inside)


def _heads_the_line(scene: Scene, mention: Mention) -> bool:
    """Whether a colon parts a name from the sentence that it begins: where it is told from or whom it is about ("Oslo: President Soto signed …")."""
    inside = scene.index.inside(mention.span)
    if not inside or inside[-1] + 1 >= len(scene.index.tokens):
        return False
    return inside[0] == scene.index.sentence(inside[0]).first and scene.index.tokens[inside[-1] + 1].text == ":"


def _is_a_number_of_forces(scene: Scene, mention: Mention) -> bool:
    """Whether it only tells how many forces come to what a noun tells of ("an exercise with 6,000 troops")."""
    index, inside = scene.index, scene.index.inside(mention.span)
    if not scene.trigger.is_noun or mention.form != "nominal" or not inside:
        return False
    is_number = any(index.tokens[i].tag == "CD" for i in inside) and index.tree.lemma(inside[-1]) in _FORCES
    return is_number and all(a.country is None for a in index.actors_of(mention))


def _is_nobody_in_particular(scene: Scene, mention: Mention) -> bool:
    """Whether "any" or "no" stands before it: "is not to meet any foreign officials"."""
    inside = scene.index.inside(mention.span)
    return bool(inside) and any(scene.tree.lower(i) in _ANY for i in (inside[0], max(0, inside[0] - 1)))


def _stands_aside(scene: Scene, mention: Mention) -> bool:
    """Whether "with" only leads to who says something of it, or how somebody stands: "…, with officials saying", "…, with Peru among the givers"."""
    tree, tokens = scene.tree, scene.tree.tokens
    i = next(reversed(scene.index.inside(mention.span)), None)
    while i is not None and tokens[i].dep == "conj":
        i = tokens[i].head
    if i is None or tree.lower(tokens[i].head) != "with":
        return False
    return parties_in_clause.opens_aside(scene, tokens[i].head)


def _only_speaks_of_it(scene: Scene, mention: Mention) -> bool:
    """Whether a spokesman without a name, who tells of meetings and journeys, is told to rule one out or the like: he stays away from none."""
    names = [a.name.lower().split() for a in scene.index.actors_of(mention) if a.kind == "person"]
    return scene.trigger.has("topics") and any(not _SPEAKERS.isdisjoint(name) for name in names)


NO_PARTY = (
    _is_nobody_in_particular,
    _is_in_name,
    _is_of_a_number,
    _is_named_next,
    _heads_the_line,
    _stands_aside,
    _is_a_number_of_forces,
    _only_speaks_of_it,
)
"""Why somebody named in one of the constructions takes no part after all."""


def _participants(index: TextIndex, role: Role, mention: Mention) -> Iterator[Participant]:
    for actor in mention.actors:
        known = index.annotation.actor_by_id.get(actor)
        full = known.office if known is not None else None
        stated = mention.office if len(mention.actors) == 1 else None
        office = full if stated is None or (full is not None and stated in full) else stated
        yield Participant(actor=actor, role=role, span=mention.span, office=office)
