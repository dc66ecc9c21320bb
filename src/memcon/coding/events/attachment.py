"""Whose time and place it is: how a word hangs on an event in its sentence."""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.domain.labels import AUXILIARIES, BEFORE_NOUNS, VERBAL
from memcon.lexicon import words

_CAME_FOR = words("leading_what_one_came_for")
_OF = words("leading_to_an_occasion")
_SETTING = words("leading_to_a_setting")
_DISCUSSING = words("discussing")
_PREPARING = words("getting_ready_for")
_WAY_THERE = words("on_the_way")
_COMING_AFTER = words("coming_after_an_event")
_LEAVING = words("leaving_for_a_place")
_BEGINNING = words("event_beginning")
_TAKING_PLACE = _BEGINNING | words("taking_place_verbs")
_AFTERWARDS = words("telling_what_came_of_it")
_JUDGING = words("judging_what_is_done")
_HEADING, _DELEGATIONS = words("leading_a_delegation"), words("delegation")
_FARTHEST = 12
"""A word hangs on an event over at most so many others."""


def reach(scene: Scene, i: int) -> int | None:
    """How a token hangs on a trigger: 0 on the trigger itself or a verb that describes it, 1 on the carrying verb or its
    controllers, None when another verb or clause stands between."""
    tree, near, far = scene.tree, _near(scene), _far(scene)
    if _is_in_name(scene, i) and tree.tokens[i].head not in near:
        return None  # "on the margins of the 2031 Lagos forum": the forum's year
    for step in _upwards(scene, i):
        if step in near:
            return 0 if step != scene.clause.verb else 1
        if step in far:
            return 1
        token = tree.tokens[step]
        is_other_verb = token.pos in VERBAL and token.dep not in AUXILIARIES
        if is_other_verb or (token.pos == "NOUN" and (_is_topic(scene, step) or _is_others(scene, step))):
            return None  # the time or place of what is talked about ("discuss the war in Ukraine"), of another event ("the pledge in their June call")
    return None


def reaches_deep(scene: Scene, i: int) -> bool:
    """Like `reach`, but through the complements of describing verbs ("which was expected to take place on the sidelines")."""
    goals = {scene.trigger.anchor, scene.trigger.first, *scene.clause.own, *scene.verbs}
    return not goals.isdisjoint(_upwards(scene, i))


def is_judged(scene: Scene) -> bool:
    """Whether the carrying verb tells what somebody says of the event ("praised the deal on Monday"): that may be long after it, and elsewhere."""
    verb = scene.clause.verb
    return verb is not None and scene.clause.relation == "object" and scene.tree.lemma(verb) in _JUDGING


def _upwards(scene: Scene, i: int) -> list[int]:
    """A token and those above it, as far as one may hang on an event."""
    return [i, *scene.tree.above(i)][:_FARTHEST]


def _near(scene: Scene) -> set[int]:
    own = [v for v in scene.clause.own if not _is_for_an_aim(scene, v) and scene.tree.lemma(v) not in _AFTERWARDS]
    behind = (a for a in scene.tree.deps(scene.anchor, "amod", "acl") if a > scene.anchor)
    fitting = (a for a in behind if not _is_for_an_aim(scene, a))  # "talks due to resume in Lima"
    led = (x for v in (*own, *fitting) for x in scene.tree.deps(v, "xcomp"))
    return {scene.trigger.anchor, scene.trigger.first, *own, *led}


def _is_for_an_aim(scene: Scene, i: int) -> bool:
    """Whether an infinitive tells what the event is to bring about ("talks to move grain from stores in Chad"), and not that it is to be."""
    is_being = scene.tree.is_passive(i) or scene.tree.lemma(i) in _TAKING_PLACE
    return scene.tree.is_infinitive(i) and not is_being


def _far(scene: Scene) -> set[int]:
    """The verbs whose time and place are the event's; not those that have their own ("in a call on Monday, she agreed to meet")."""
    clause = scene.clause
    far = set(scene.verbs) - scene.acts if _shares_setting(scene) else set()
    if clause.verb is not None and scene.tree.lemma(clause.verb) in _PREPARING:
        far &= {clause.verb}  # "met on Monday to prepare a summit"
    far.update(v for verb in tuple(far) for v in scene.tree.deps(verb, "advcl") if _is_as_planned(scene, v))
    if clause.relation == "subject" and clause.verb is not None:
        fitting = scene.tree.deps(clause.verb, "acomp")  # "talks are due to resume in Lima"
        far.update(x for v in (clause.verb, *fitting) for x in scene.tree.deps(v, "xcomp"))
    return far


def _shares_setting(scene: Scene) -> bool:
    """Whether the time and place of the carrying verb are those of the event: behind a preposition only where it leads to a setting ("said at a
    press conference on Monday"), on a noun only where the event's own time is meant ("the start of talks")."""
    clause = scene.clause
    if clause.relation != "preposition":
        return clause.governor is None and not _came_after(scene)
    if _is_departure(scene) or _is_what_follows(scene):
        return True
    leading = _SETTING if clause.governor is None else _OF
    return (clause.preposition in leading and not _is_way_there(scene)) or _is_begun_with(scene) or _is_led_there(scene)


def _is_departure(scene: Scene) -> bool:
    """Whether the verb tells that a journey begins ("left on Sunday on a visit to Peru"): that day is of the journey."""
    clause = scene.clause
    is_on = clause.preposition is not None and clause.preposition.split(" ")[-1] in _CAME_FOR
    is_leaving = clause.verb is not None and scene.tree.lemma(clause.verb) in _LEAVING
    return is_on and is_leaving and clause.governor is None and scene.trigger.has("destination")


def _is_what_follows(scene: Scene) -> bool:
    """Whether another event is told to be followed by it: the time and the place are those of what follows ("was followed on Friday in Lima by a signing")."""
    clause, tree = scene.clause, scene.tree
    is_agent = clause.verb is not None and clause.preposition == "by" and clause.governor is None
    if clause.verb is None or not is_agent:
        return False
    return tree.lemma(clause.verb) == "follow" and tree.is_passive(clause.verb)


def _came_after(scene: Scene) -> bool:
    """Whether the event is told to have followed another: a time behind that is the other's ("the visit followed a call on Monday")."""
    verb = scene.clause.verb
    is_after = verb is not None and scene.clause.relation == "subject" and scene.tree.lemma(verb) in _COMING_AFTER
    return is_after and verb is not None and bool(scene.tree.deps(verb, "dobj", "prep"))


def _is_others(scene: Scene, i: int) -> bool:
    """Whether a noun names another event, of somebody's own ("the pledge in their June call") or with a time as its owner ("Monday's talks covered the negotiations"): its time is
    its own. One that something is done "for" or "at" has
    the time of both ("will travel to Rome for the summit on Monday")."""
    owners = scene.tree.deps(i, "poss") if i in scene.others and scene.tree.tokens[i].pos == "NOUN" else ()
    if any(c in scene.index.timex_at for c in owners) and scene.clause.relation != "attribute":
        return True
    named = (m for c in owners if (m := scene.index.mention_at.get(c)) is not None)
    is_named = any(a.kind != "group" for m in named for a in scene.index.actors_of(m))
    return is_named or any(scene.tree.tokens[c].pos == "PRON" for c in owners)


def _is_in_name(scene: Scene, i: int) -> bool:
    """Whether a time stands before a noun that it is part of the name of."""
    token = scene.index.tokens[i]
    is_before = i < token.head and token.dep in BEFORE_NOUNS
    return is_before and token.head not in scene.index.timex_at and scene.index.tokens[token.head].pos == "PROPN"


def _is_topic(scene: Scene, i: int) -> bool:
    """Whether a noun is what a verb of discussing is about."""
    tokens = scene.index.tokens
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    return tokens[i].dep == "dobj" and scene.tree.lemma(tokens[i].head) in _DISCUSSING


def _is_begun_with(scene: Scene) -> bool:
    """ "Starting next year with the dialogue": when something begins with it, it is."""
    verb, clause = scene.clause.verb, scene.clause
    is_begun = verb is not None and clause.governor is None and scene.tree.lemma(verb) in _BEGINNING
    return is_begun and clause.preposition == "with"


def _is_led_there(scene: Scene) -> bool:
    """ "Led a delegation to the talks on Monday": the delegation is there on that day."""
    verb, tree = scene.clause.verb, scene.tree
    if verb is None or tree.lemma(verb) not in _HEADING:
        return False
    return any(tree.lemma(o) in _DELEGATIONS for o in tree.deps(verb, "dobj"))


def _is_way_there(scene: Scene) -> bool:
    """Whether the verb tells of a way whose day is not that of what it leads to ("arrived on Monday for talks")."""
    clause = scene.clause
    is_way = clause.verb is not None and scene.tree.lemma(clause.verb) in _WAY_THERE
    return is_way and clause.preposition == "for" and not scene.trigger.has("destination")


def _is_as_planned(scene: Scene, verb: int) -> bool:
    """ "as planned", "as scheduled": the time behind it is the event's."""
    is_as = any(scene.tree.lower(m) == "as" for m in scene.tree.deps(verb, "mark"))
    return is_as and scene.index.tokens[verb].tag == "VBN" and not scene.tree.deps(verb, "nsubj", "nsubjpass")
