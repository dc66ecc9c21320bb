"""Rules for the status of acts and papers, which is told in other ways than that of a meeting: announced help is still to be given, a request is only a
wish, the first to ratify has ratified."""

from __future__ import annotations

from memcon.coding.events.meanings_of_acts import is_made
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import Finding, is_past, is_plain_fact, operators
from memcon.coding.events.status_of_news import is_only_wanted
from memcon.domain.labels import ON_NOUNS, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_ANNOUNCING = words("making_known_what_is_to_be_done")
_ASKING = words("asking_for_what_is_given")
_HOLDING_UP = words("holding_up_an_act")
_RANKS = words("naming_one_of_a_row")
_BEING = words("being_or_becoming")
_CONGRATULATING = words("congratulating")
_CAME_FOR = words("leading_what_one_came_for")
_DECISIONS = words("naming_a_decision")
_PUTTING_IN_FORCE = {verb: words(nouns) for verb, nouns in values("putting_in_force").items()}
"""The nouns of what puts an act in force, each behind its own verbs ("take action", "sign an order")."""


@rule(
    yes=["Norway has stalled ratification of the treaty. → postponed"],
    no=["Norway wants ratification of the treaty."],
)
def _held_up(scene: Scene) -> Finding | None:
    """Somebody holds up an act that was due."""
    verb = scene.clause.verb
    is_object = verb is not None and scene.clause.relation == "object" and scene.trigger.is_noun
    if verb is None or not is_object or scene.tree.lemma(verb) not in _HOLDING_UP or scene.index.is_denied(verb):
        return None
    return Finding("postponed", verb) if is_past(scene.index, verb) else None


@rule(
    yes=[
        "President Maria Soto ordered a withdrawal of troops from Chad. → scheduled",
        "President Maria Soto announced $20 million in humanitarian assistance to Chad. → scheduled",
    ],
    no=[
        "President Maria Soto completed a withdrawal of troops from Chad.",
        "President Maria Soto gave $20 million in humanitarian assistance to Chad.",
        "President Maria Soto announced sanctions on Chad.",
    ],
)
def _announced_to_be_done(scene: Scene) -> Finding | None:
    """Help or a move of forces that is announced or ordered: what is to be done, not what was."""
    if not scene.trigger.has("takes_time") or next(operators(scene), None) is not None:
        return None
    frame, clause = scene.trigger.frame, scene.clause
    verb = scene.anchor if frame is not None else clause.verb if clause.relation == "object" else None
    if verb is None or scene.tree.lemma(verb) not in _ANNOUNCING or scene.index.is_denied(verb):
        return None
    is_ahead = scene.when is None or scene.published is None or scene.when.end >= scene.published.start
    return Finding("scheduled", verb) if frame is not None or is_ahead else None


@rule(
    yes=[
        "President Maria Soto has requested $20 million in humanitarian assistance for Chad. → proposed",
        "President Maria Soto offered humanitarian assistance to Chad. → proposed",
    ],
    no=["President Maria Soto has provided $20 million in humanitarian assistance for Chad."],
)
def _asked_for(scene: Scene) -> Finding | None:
    """What is only asked for or offered is not given yet."""
    frame = scene.trigger.frame
    is_wish = frame is not None and scene.trigger.has("giving") and frame.lemma in _ASKING
    return Finding("proposed", scene.anchor) if is_wish and not scene.index.is_denied(scene.anchor) else None


@rule(
    yes=["Peru was the first country to ratify the treaty. → held"],
    no=["Peru will be the first country to ratify the treaty.", "Peru was asked to ratify the treaty."],
)
def _done_in_a_row(scene: Scene) -> Finding | None:
    """Somebody was or became the first, the last or one of several to do it."""
    tree, verb = scene.tree, scene.anchor
    if not scene.trigger.is_verb or tree.tokens[verb].dep not in ON_NOUNS or not tree.is_infinitive(verb):
        return None
    noun = tree.tokens[verb].head
    ranked = (noun, *tree.deps(noun, "amod"))
    if not any(tree.lower(r) in _RANKS for r in ranked):
        return None
    above = next((i for i in tree.above(noun) if tree.tokens[i].pos in VERBAL), None)
    is_told = above is not None and tree.lemma(above) in _BEING and is_past(scene.index, above)
    return Finding("held", above) if above is not None and is_told else None


@rule(
    yes=["President Maria Soto congratulated King Haakon on the agreement between Norway and Peru. → held"],
    no=["President Maria Soto congratulated King Haakon before the agreement between Norway and Peru."],
)
def _congratulated_on(scene: Scene) -> Finding | None:
    """Somebody is congratulated on an act or a paper, or thanked for it."""
    verb, clause = scene.clause.verb, scene.clause
    done = scene.trigger.meaning.done
    is_act = scene.trigger.is_noun and bool(done.acts or done.papers)
    if verb is None or not is_act or clause.governor is not None or clause.preposition not in _CAME_FOR:
        return None
    is_plain = not any(o.kind != "purpose" for o in operators(scene) if o.token not in scene.clause.own)
    return Finding("held", scene.anchor) if is_plain and scene.tree.lemma(verb) in _CONGRATULATING else None


@rule(
    yes=["Carrying out the UN-brokered deal of May 3 is hard. → held"],
    no=["Norway called for a deal between Chad and Togo by May 30."],
)
def _made_before(scene: Scene) -> Finding | None:
    """A paper that its own words tell to have been made, on a day before the publication."""
    is_paper = scene.trigger.is_noun and scene.trigger.has("instrument")
    if not is_paper or scene.when is None or scene.published is None or scene.index.is_denied(scene.anchor):
        return None
    is_over = scene.when.end < scene.published.start and is_made(scene.index, scene.anchor)
    return Finding("held", scene.anchor) if is_over else None


@rule(
    yes=[
        "Norway will continue providing humanitarian assistance to Chad. → under_way",
        "Norway would continue to provide humanitarian assistance to Chad, the minister said. → under_way",
    ],
    no=["Norway will provide humanitarian assistance to Chad."],
)
def _carried_on(scene: Scene) -> Finding | None:
    """Help that somebody goes on giving, or is to go on giving."""
    if not scene.trigger.has("giving") or scene.index.is_denied(scene.anchor):
        return None
    start = scene.clause.verb if scene.clause.verb is not None else scene.anchor
    above = next((i for i in scene.tree.above(start) if scene.tree.tokens[i].pos == "VERB"), None)
    is_on = above is not None and scene.tree.lemma(above) == "continue" and scene.tree.tokens[start].dep == "xcomp"
    return Finding("under_way", above) if above is not None and is_on and not scene.index.is_denied(above) else None


@rule(
    yes=[
        "Norway is also imposing sanctions on Chad. → held",
        "The government of Norway is expelling two diplomats of Chad. → held",
    ],
    no=["Norway is considering sanctions on Chad.", "Norway is holding talks with Chad."],
)
def _done_by_saying(scene: Scene) -> Finding | None:
    """What is done by being announced is done where somebody "is imposing" it."""
    frame, verb = scene.trigger.frame, scene.anchor
    if frame is None or not scene.trigger.has("announced") or scene.in_title or is_only_wanted(scene):
        return None
    is_now = scene.tree.tokens[verb].tag == "VBG" and scene.index.factuality(verb).time == "present"
    is_whole = is_now and bool(scene.tree.deps(verb, "aux"))
    return Finding("held", verb) if is_whole and next(operators(scene), None) is None else None


@rule(
    yes=["President Maria Soto criticized Norway's decision to recognize the independence of Chad. → held"],
    no=[
        "President Maria Soto criticized Norway's decision to withdraw troops from Chad.",
        "President Maria Soto criticized Norway's wish to recognize the independence of Chad.",
    ],
)
def _decided_on(scene: Scene) -> Finding | None:
    """Somebody's decision to do what is done by being announced."""
    tree, verb = scene.tree, scene.anchor
    if not scene.trigger.is_verb or not scene.trigger.has("announced") or tree.tokens[verb].dep != "acl":
        return None
    noun = tree.tokens[verb].head
    is_known = tree.lemma(noun) in _DECISIONS and bool(tree.deps(noun, "poss"))
    others = [o for o in operators(scene) if o.token != noun]
    return Finding("held", noun) if is_known and not others else None


@rule(
    yes=[
        "Norway took action to impose sanctions on Chad. → held",
        "Norway is taking action to impose sanctions on Chad. → held",
        "President Maria Soto signed an order imposing sanctions on Chad. → held",
    ],
    no=[
        "Norway will take action to impose sanctions on Chad.",
        "Norway drafted an order imposing sanctions on Chad.",
        "Norway took time to impose sanctions on Chad.",
    ],
)
def _put_in_force(scene: Scene) -> Finding | None:
    """An order that does it is signed, or action to do it is taken."""
    tree, tokens, verb = scene.tree, scene.tree.tokens, scene.anchor
    if not scene.trigger.is_verb or not scene.trigger.has("announced") or tokens[verb].dep != "acl":
        return None
    noun = tokens[verb].head
    told = tokens[noun].head
    is_such = tokens[noun].dep == "dobj" and tree.lemma(noun) in _PUTTING_IN_FORCE.get(tree.lemma(told), frozenset())
    fact = scene.index.factuality(told)
    is_told = is_plain_fact(fact) and not fact.operators and tree.tense(told) is not None
    return Finding("held", told) if is_such and is_told else None


ACTS_UNDONE = (_held_up,)
"""What stands still."""

ACTS = (
    _put_in_force,
    _made_before,
    _done_by_saying,
    _decided_on,
    _done_in_a_row,
    _congratulated_on,
    _carried_on,
    _asked_for,
    _announced_to_be_done,
)
"""Asked before the tenses of the verbs are."""
