"""Rules for what is not to be, or not then: cancelled, put off, fallen through, declined, denied."""

from __future__ import annotations

from memcon.codebook import load_codebook
from memcon.coding.events.headed_lists import is_withdrawn
from memcon.coding.events.reference import is_known
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLING,
    Finding,
    by_operator,
    carriers,
    is_ahead,
    is_begun_in_part,
    is_object_of,
    is_past,
    is_plain_fact,
    is_plan_denied,
    is_short,
    is_told_how,
    moved_by,
    operators,
    status_of,
)
from memcon.domain.annotation import Factuality, Operator
from memcon.domain.rules import rule
from memcon.lexicon import words

_ATTENDING = words("coming_to_an_occasion")
_MEANING_TO = words("meaning_to")
_LEAVING = words("leaving_what_was_planned")
_SINCE = words("since_and_until")
_TAKES_PLACE = words("taking_place")
_ENDING = words("ending_an_event")
_DOUBTING = ("question", "condition")
_ABLE = words("telling_of_ability")
_WILL = words("future_or_its_past")


@rule(
    yes=[
        "President Maria Soto called off her visit to Germany. → cancelled",
        "The meeting between President Maria Soto and Chancellor Uwe Brandt was put off. → postponed",
        "Kenya refused to hold talks with Uganda. → declined",
        "Officials denied that Kenya and Uganda had held talks. → denied",
        "Plans for a summit between Kenya and Uganda came to nothing. → fell_through",
        "President Maria Soto threatened to call off her visit to Germany. → scheduled",
        "A spokesman refused to rule out a meeting between President Maria Soto and Chancellor Uwe Brandt. → speculated",
        "President Maria Soto did not reject a meeting with Chancellor Uwe Brandt. → proposed",
        "Two days of talks between Kenya and Uganda in Geneva came to nothing. → held",
        "Kenya rejected the peace conference of the African Union in Lusaka. → proposed",
        "Kenya rejected an invitation to attend the peace conference of the African Union in Lusaka. → scheduled",
    ],
    no=[
        "The visit of President Maria Soto to Germany was delayed by an hour.",
        "Officials denied that the visit of President Maria Soto to Germany was in doubt.",
        "A long-delayed meeting between President Maria Soto and Chancellor Uwe Brandt was held on Monday.",
    ],
)
def _turned_away(scene: Scene) -> Finding | None:
    """An operator over the event turns it away; where that is itself only possible or negated, the event is as it was before."""
    undoing = load_codebook().statuses.undoing
    for operator in operators(scene):
        if operator.kind in _DOUBTING:
            return None  # "denied that the visit was in doubt": the doubt is denied, not the visit
        if operator.kind in undoing and operator.token != scene.anchor:
            found = _made_by(scene, operator)
            if found is not None:
                return found
    return None


def _is_attended(scene: Scene) -> bool:
    """Whether somebody is, or is not, to attend it, and it is known."""
    return is_object_of(scene, _ATTENDING) and is_known(scene)


def _made_by(scene: Scene, operator: Operator) -> Finding | None:
    """What an operator that turns the event away makes of it."""
    if operator.kind == "failure" and is_begun_in_part(scene):
        return Finding("held", operator.token)
    if operator.kind == "refusal" and scene.trigger.has("many"):
        # what one side says to a conference of many does not end it; one that it was only to attend is arranged
        return Finding("scheduled" if _is_attended(scene) else "proposed", operator.token)
    if operator.kind == "postponement" and is_short(scene.index, operator.token):
        return None
    is_done = is_plain_fact(scene.index.factuality(operator.token))
    status = status_of(scene, operator) if is_done else load_codebook().statuses.before(operator.kind)
    return Finding(status, operator.token) if status is not None else None


@rule(
    yes=[
        "President Maria Soto and Chancellor Uwe Brandt will not meet in Vienna. → declined",
        "Kenya will not hold talks with Uganda. → declined",
        "The summit between Kenya and Uganda will not take place. → cancelled",
        "The summit between Kenya and Uganda did not take place. → fell_through",
        "The summit between Kenya and Uganda never materialised. → fell_through",
        "The summit between Kenya and Uganda never came about. → fell_through",
        "Kenya and Uganda are no longer expected to meet. → fell_through",
    ],
    no=[
        "President Maria Soto did not attend the summit between Kenya and Uganda.",
        "The summit between Kenya and Uganda took place in Geneva.",
        "Kenya and Uganda agreed to convene the Joint Border Commission, which has not met since 2016.",
    ],
)
def _told_not_to_be(scene: Scene) -> Finding | None:
    """A verb that speaks of it is negated."""
    return next((f for verb in carriers(scene) if (f := _negated(scene, verb)) is not None), None)


def _negated(scene: Scene, verb: int) -> Finding | None:
    """What a negated verb makes of the event: "will not hold talks" declines them; of a verb that is the event or is said of it, see `_denied`."""
    factuality, clause = scene.index.factuality(verb), scene.clause
    negation = factuality.operator("negation")
    if negation is None or not factuality.is_negative:
        return None
    if clause.relation == "object" and verb == clause.verb and scene.tree.lemma(verb) in SETTLING:
        return Finding("declined", negation.token) if _lies_ahead(factuality) else None
    is_event = clause.relation in ("subject", "self") or verb in clause.own
    if (
        is_event
        and not (is_told_how(scene, verb) or _is_since_a_time(scene, verb))
        and (verb == scene.anchor or _takes_place(scene, verb))
    ):
        return _denied(scene, verb, negation.token)
    return None


def _is_since_a_time(scene: Scene, verb: int) -> bool:
    """Whether a perfect tells of the time before: "the commission, which has not met since 2016"."""
    tree = scene.tree
    return tree.is_perfect(verb) and any(tree.lower(c) in _SINCE for c in tree.deps(verb, "prep", "mark"))


def _takes_place(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of an event that it comes ("take place", "come about")."""
    lemma = scene.tree.lemma(verb)
    phrases = (f"{lemma} {scene.tree.lower(c)}" for c in scene.tree.deps(verb, "prt", "advmod", "prep"))
    return lemma in _TAKES_PLACE or any(phrase in _TAKES_PLACE for phrase in phrases)


def _denied(scene: Scene, verb: int, negation: int) -> Finding | None:
    """ "will not meet" declines, "will not take place" cancels, "did not take place" and "are no longer to meet" tell that it fell through."""
    if scene.tree.lower(negation) == "longer":
        return Finding("fell_through", negation)
    factuality, is_verb = scene.index.factuality(verb), scene.trigger.is_verb
    if _lies_ahead(factuality) and (not is_verb or scene.index.tokens[negation].head == verb):
        return Finding("declined" if is_verb else "cancelled", negation)
    return Finding("fell_through", verb) if not is_verb and factuality.certainty == "certain" else None


@rule(
    yes=[
        "President Maria Soto has no plans to meet Chancellor Uwe Brandt. → denied",
        "There are no plans for talks between Kenya and Uganda. → denied",
        "No meeting is planned between President Maria Soto and Chancellor Uwe Brandt. → denied",
        "President Maria Soto does not plan to visit Germany. → denied",
        "There was no meeting planned between President Maria Soto and Chancellor Uwe Brandt. → denied",
        "President Maria Soto has no intention of meeting Chancellor Uwe Brandt. → declined",
    ],
    no=[
        "President Maria Soto has plans to meet Chancellor Uwe Brandt.",
        "President Maria Soto will not meet Chancellor Uwe Brandt.",
        "Kenya and Uganda are no longer expected to meet.",
    ],
)
def _not_planned(scene: Scene) -> Finding | None:
    """A plan for it is itself negated: told not to be planned; who does not mean to, says no."""
    planned = by_operator(scene, "expectation", "arrangement")
    if planned is None or not is_plan_denied(scene):
        return None
    return Finding("declined" if scene.tree.lemma(planned.token) in _MEANING_TO else "denied", planned.token)


@rule(
    yes=[
        "The summit between Kenya and Uganda could not be held in Kampala. → fell_through",
        "President Maria Soto was not able to meet Chancellor Uwe Brandt in Vienna. → fell_through",
        "President Maria Soto will not be able to visit Germany. → cancelled",
        "President Maria Soto said that she would be unable to visit Germany. → cancelled",
    ],
    no=[
        "President Maria Soto could meet Chancellor Uwe Brandt in Vienna.",
        "The talks between Kenya and Uganda could collapse.",
    ],
)
def _could_not(scene: Scene) -> Finding | None:
    """Tried, and not possible: of the past it fell through, of what is ahead it is called off."""
    if not scene.index.is_denied(scene.anchor):
        return None
    for verb in carriers(scene, beyond=True):
        unable = _unable(scene, verb)
        if unable is not None:
            return Finding("cancelled" if _is_of_the_future(scene, unable) else "fell_through", unable)
    return None


def _unable(scene: Scene, verb: int) -> int | None:
    """The word that tells that a verb was not possible: "could" with "not", "able" with "not", "unable"."""
    if any(o.kind == "failure" and o.token == verb for o in operators(scene)):
        return None  # "could collapse"
    over = [o.token for o in scene.index.factuality(verb).operators]
    heads = [v for i in (verb, *over) if scene.index.tokens[v := scene.index.tokens[i].head].pos == "ADJ"]
    return next((i for i in (*over, *heads) if scene.tree.lower(i) in _ABLE), None)


def _is_of_the_future(scene: Scene, unable: int) -> bool:
    """Whether "able" stands under "will" or "would"."""
    head = scene.index.tokens[unable].head
    return any(scene.tree.lower(c) in _WILL for c in scene.tree.auxiliaries(head))


def _lies_ahead(factuality: Factuality) -> bool:
    return factuality.time == "future" and factuality.certainty == "certain"


@rule(
    yes=[
        "A summit that was expected last month between President Maria Soto and Chancellor Uwe Brandt ended without results. → fell_through",
    ],
    no=["Talks between Kenya and Uganda ended without agreement on Tuesday."],
)
def _ended_before_it_began(scene: Scene) -> Finding | None:
    """Expected, and then over without anything."""
    if by_operator(scene, "expectation", "arrangement") is None:
        return None
    for verb in carriers(scene, beyond=True):
        is_without = any(scene.tree.lower(p) == "without" for p in scene.tree.deps(verb, "prep"))
        if is_without and scene.tree.lemma(verb) in _ENDING:
            return Finding("fell_through", verb)
    return None


@rule(
    yes=[
        "The visit of President Maria Soto to Germany, set for 3 July, was moved to September. → postponed",
        "Kenya and Uganda have pushed their talks to next month. → postponed",
        "The talks between Kenya and Uganda have slipped to July. → postponed",
    ],
    no=[
        "The talks between Kenya and Uganda were moved to Geneva.",
        "The talks between Kenya and Uganda were brought forward to Friday.",
    ],
)
def _moved_to_another_day(scene: Scene) -> Finding | None:
    """It was moved to another day, which is told."""
    verb = moved_by(scene)
    is_done = verb is not None and is_plain_fact(scene.index.factuality(verb)) and is_past(scene.index, verb)
    return Finding("postponed", verb) if verb is not None and is_done else None


@rule(
    yes=["WITHDRAWALS SENT TO THE SENATE:\n\nAnna Lind, of Oslo, to be Ambassador of Kenya to Peru. → cancelled"],
    no=["NOMINATIONS SENT TO THE SENATE:\n\nAnna Lind, of Oslo, to be Ambassador of Kenya to Peru."],
)
def _taken_back(scene: Scene) -> Finding | None:
    """A line of a list of names that are withdrawn."""
    return Finding("cancelled", scene.anchor) if is_withdrawn(scene.index, scene.trigger) else None


@rule(
    yes=[
        "Kenya pulled out of a meeting with Uganda that was planned for Friday. → cancelled",
        "Kenya backed out of Friday's talks with Uganda. → cancelled",
        "Kenya walked away from plans to hold talks with Uganda. → cancelled",
    ],
    no=[
        "Kenya pulled out of talks with Uganda.",
        "Kenya may pull out of a meeting with Uganda planned for Friday.",
        "Kenya pulled out of the peace conference of the African Union planned for Friday.",
    ],
)
def _left_before_it_began(scene: Scene) -> Finding | None:
    """One of its parties takes no part in what was planned, or gives up the plan; a conference of many stands without it."""
    tree, tokens = scene.tree, scene.tree.tokens
    plan = by_operator(scene, "expectation", "arrangement")
    is_dated = bool(scene.index.times_beside(scene.anchor)) and scene.when is not None
    if scene.trigger.has("many") or not (plan is not None or is_dated or is_ahead(scene)):
        return None
    for i in (scene.anchor, *(() if plan is None else (plan.token,))):
        leading = tokens[i].head
        verb = next((v for v in tree.above(leading) if tokens[v].pos == "VERB"), None)
        if tokens[i].dep != "pobj" or verb is None or not verb < leading:
            continue
        told = " ".join((tree.lemma(verb), *(tree.lower(w) for w in range(verb + 1, leading + 1))))
        if told in _LEAVING and is_past(scene.index, verb) and is_plain_fact(scene.index.factuality(verb)):
            return Finding("cancelled", verb)
    return None


UNDONE = (
    _taken_back,
    _not_planned,
    _could_not,
    _left_before_it_began,
    _moved_to_another_day,
    _turned_away,
    _told_not_to_be,
    _ended_before_it_began,
)
"""What a reader would call certain, though it did not happen: asked before all else."""
