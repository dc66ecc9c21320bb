"""Rules for an event that something else is told of: support for it, a part in it that somebody is asked to take, a remark before it, its new start."""

from __future__ import annotations

from memcon.coding.events.reference import is_definite
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import Finding, is_past, is_run_up, is_scene_of, operators
from memcon.domain.dates import interval_of
from memcon.domain.rules import rule
from memcon.lexicon import words

_BEFORE = words("leading_to_what_is_ahead")
_BACKING, _TOWARDS = words("backing_of_what_is_wished"), words("leading_to_a_goal")
_STARTS = words("start_of_an_event")
_JUDGING = words("judging_what_is_done")
_TAKING_PART = words("taking_part_in")
_FOLLOWING = words("coming_after_an_event")


@rule(
    yes=[
        "President Maria Soto expressed her support for a truce between Chad and Togo. → proposed",
        "President Maria Soto spoke of the path to a peace agreement between Chad and Togo. → proposed",
        "President Maria Soto stressed the importance of direct negotiations between Chad and Togo. → proposed",
    ],
    no=[
        "President Maria Soto expressed her support for the truce that Chad and Togo signed. → held",
        "President Maria Soto expressed her support for talks hosted by Chad with Togo. → held",
        "Preparations are under way for a truce between Chad and Togo.",
    ],
)
def _wished_for(scene: Scene) -> Finding | None:
    """Support for it, the way to it or its importance is told of, and it is not known: somebody wants it."""
    if not scene.trigger.is_noun or is_definite(scene) or scene.clause.own or scene.in_title:
        return None
    wish = next((w for w in _led_by(scene) if scene.tree.lemma(w) in _BACKING), None)
    is_open = next(operators(scene), None) is None and scene.when is None and not scene.index.is_denied(scene.anchor)
    is_of_parties = scene.trigger.has("agenda") or scene.trigger.has("instrument")
    return Finding("proposed", wish) if wish is not None and is_open and is_of_parties else None


def _led_by(scene: Scene) -> list[int]:
    """The nouns that may lead to an event by a preposition: its governor, the word before the preposition, the object of its verb ("support for a truce")."""
    clause, preposition = scene.clause, scene.tree.tokens[scene.anchor].head
    if scene.tree.lower(preposition) not in _TOWARDS:
        return []
    objects = scene.tree.deps(clause.verb, "dobj") if clause.verb is not None and clause.preposition == "for" else []
    before = max(0, preposition - 1)
    is_on_the_way = scene.tree.lower(max(0, before - 1)) == "under"  # "preparations are under way for talks"
    return [*([] if clause.governor is None else [clause.governor]), *([] if is_on_the_way else [before]), *objects]


@rule(
    yes=["President Maria Soto encouraged all parties to participate in talks between Chad and Togo. → proposed"],
    no=["President Maria Soto participated in talks between Chad and Togo."],
)
def _asked_to_take_part(scene: Scene) -> Finding | None:
    """Somebody is asked or told to take part in it."""
    verb = scene.clause.verb
    if verb is None or not is_scene_of(scene) or scene.tree.lemma(verb) not in _TAKING_PART or scene.in_title:
        return None
    wish = scene.index.factuality(verb).operator("proposal")
    is_new = scene.trigger.is_noun and not is_definite(scene) and scene.when is None
    return Finding("proposed", wish.token) if wish is not None and is_new else None


@rule(
    yes=[
        "President Maria Soto welcomed the resumption of talks between Chad and Togo. → under_way",
    ],
    no=["President Maria Soto called for the resumption of talks between Chad and Togo. → proposed"],
)
def _start_welcomed(scene: Scene) -> Finding | None:
    """Its start is praised or blamed: it has begun."""
    governor, verb = scene.clause.governor, scene.clause.verb
    if governor is None or verb is None or scene.tree.lemma(governor) not in _STARTS or scene.in_title:
        return None
    is_judged = scene.tree.lemma(verb) in _JUDGING and next(operators(scene), None) is None
    return Finding("under_way", governor) if is_judged and scene.trigger.has("agenda") else None


@rule(
    yes=[
        "The visit comes six weeks before the Nordic Summit. → scheduled",
        "President Maria Soto met Chancellor Uwe Brandt today before the Nordic Summit. → scheduled",
    ],
    no=["President Maria Soto resigned in 2019 before the Nordic Summit."],
)
def _before_it(scene: Scene) -> Finding | None:
    """What is told of today, or in the present, is told to come before it, and it is known."""
    clause, is_known = scene.clause, scene.trigger.is_channel or is_definite(scene)
    is_ahead_of = is_run_up(scene)
    verb = scene.tree.finite_above(scene.anchor) if is_ahead_of else clause.verb
    if verb is None or not (is_ahead_of or clause.preposition in _BEFORE) or not is_known or scene.in_title:
        return None
    is_plain = next(operators(scene), None) is None and not scene.index.is_denied(verb)
    is_now = scene.index.factuality(verb).time == "present" or (is_past(scene.index, verb) and _is_of_today(scene))
    return Finding("scheduled", scene.anchor) if is_plain and is_now else None


def _is_of_today(scene: Scene) -> bool:
    """Whether its sentence tells of the day of the publication."""
    today = scene.published
    days = (interval_of(t.edtf) for t in scene.index.times_beside(scene.anchor) if t.edtf)
    return today is not None and any(d is not None and d.days == 1 and d.overlaps(today) for d in days)


@rule(
    yes=[
        "Norway and Chad will meet in Oslo on June 20, followed by talks between Peru and Togo. → scheduled",
        "The summit of Norway and Chad was followed by talks between Peru and Togo. → held",
    ],
    no=["The summit of Norway and Chad should be followed by talks between Peru and Togo."],
)
def _coming_next(scene: Scene) -> Finding | None:
    """It is told to follow something: it has come about, or is to come, as that is."""
    tree, tokens = scene.tree, scene.tree.tokens
    verb = tokens[tokens[scene.anchor].head].head
    is_behind = tree.lower(tokens[scene.anchor].head) == "by" and tree.lemma(verb) in _FOLLOWING
    if not is_behind or scene.in_title or next(operators(scene), None) is not None:
        return None
    is_finite = bool(tree.deps(verb, "auxpass"))
    told = verb if is_finite else next((i for i in tree.above(verb) if tokens[i].pos == "VERB"), verb)
    fact = scene.index.factuality(told)
    is_open = any(o.kind != "arrangement" for o in fact.operators) or scene.index.is_denied(told)
    status = "held" if is_finite and fact.time == "past" else "scheduled" if fact.time == "future" else None
    return None if is_open or status is None else Finding(status, told)


ABOUT = (_coming_next, _wished_for, _asked_to_take_part, _start_welcomed, _before_it)
"""Asked where no verb of its own tells it."""
