"""Rules for the status of acts as news tell of them: what is only proposed, a paper that was put off before it was signed, a nominee who is taken
back, "after A's expulsion of B"."""

from __future__ import annotations

from memcon.coding.events.meanings_of_acts import objects_of
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import Finding, is_act_or_paper, is_plain, is_plain_fact, operators
from memcon.domain.labels import ON_NOUNS, PAST_FORMS, PRESENT_FORMS, UNDERGOING
from memcon.domain.records import Status
from memcon.domain.rules import rule
from memcon.lexicon import words

_WISHING, _BACKING = words("wanting_a_measure"), words("standing_behind_a_measure")
_TELLING = PAST_FORMS | PRESENT_FORMS
_THREATENING, _PLANNING = words("possibility_verbs"), words("expectation_verbs")
_AFTER, _WILL = words("leading_to_what_was_done"), words("future_auxiliary")
_CALLING_BACK = words("taking_a_name_back")
_NOMINEES = words("name_put_forward")
_UNDONE_BY: dict[Status, frozenset[str]] = {
    "cancelled": words("cancellation_verbs"),
    "postponed": words("postponement_verbs"),
    "declined": words("refusal_verbs"),
}
"""What becomes of a paper by the verb that has it as its object."""


@rule(
    yes=[
        "The truce proposed by Norway last month is dear to Chad. → proposed",
        "Norway has proposed a truce between Chad and Togo. → proposed",
        "Norway threatened tariffs on Chad. → speculated",
        "Norway is considering sanctions on Chad. → speculated",
        "Norway is preparing sanctions on Chad. → expected",
        "Norway is calling for sanctions on Chad. → proposed",
        "Norway backed sanctions on Chad. → proposed",
        "Norway is exploring additional humanitarian assistance for Chad. → speculated",
        "Norway and its allies will seek new sanctions on Chad. → proposed",
        "Norway and its allies agreed to consider new sanctions on Chad. → speculated",
    ],
    no=["The truce brokered by Norway last month is dear to Chad.", "Norway is imposing sanctions on Chad."],
)
def _only_wished(scene: Scene) -> Finding | None:
    """A paper, a halt of fighting or a measure that is proposed, demanded, sought, weighed or threatened: who does so has not made it."""
    frame, verb = scene.trigger.frame, scene.anchor
    if frame is None or not any(scene.trigger.has(trait) for trait in ("instrument", "hitting", "giving")):
        return None
    tag = scene.tree.tokens[verb].tag
    is_going_on = tag == "VBG" and bool(scene.tree.deps(verb, "aux"))
    is_told = (tag in _TELLING or is_going_on) and is_plain(scene)
    if not is_only_wanted(scene) or not (is_told or _is_to_be_wished(scene)):
        return None
    if frame.lemma in _PLANNING:
        return Finding("expected", verb) if is_going_on else None
    return Finding("speculated" if frame.lemma in _THREATENING else "proposed", verb)


def _is_to_be_wished(scene: Scene) -> bool:
    """Whether somebody "will seek" it, or agreed to consider it: what is still to be sought is less than proposed, and never settled."""
    told = list(operators(scene))
    is_weighed = scene.tree.lemma(scene.anchor) in _THREATENING and all(o.kind == "arrangement" for o in told)
    is_arranged = is_weighed or all(scene.tree.lower(o.token) in _WILL for o in told)
    return scene.tree.tokens[scene.anchor].tag == "VB" and bool(told) and is_arranged


def is_only_wanted(scene: Scene) -> bool:
    """Whether the verb tells that somebody wants, weighs, calls for or backs what is its object."""
    frame = scene.trigger.frame
    if frame is None:
        return False
    told = {frame.lemma, *(f"{frame.lemma} {p}" for p in frame.object_behind)}
    return not told.isdisjoint(_WISHING) or (scene.trigger.has("hitting") and frame.lemma in _BACKING)


@rule(
    yes=[
        "The truce proposed by Norway was rejected by Chad. → declined",
        "Chad rejected the truce proposed by Norway last month. → declined",
        "The treaty, which was to be signed by Norway and Chad on Friday, was put off. → postponed",
    ],
    no=[
        "The treaty that Norway and Chad signed on Friday was cancelled by Togo.",
        "Chad rejected the truce that Norway and Togo reached on Monday.",
    ],
)
def _undone_before_it_was(scene: Scene) -> Finding | None:
    """The paper of a clause that tells what was to be done with it is put off, called off or, where it is only proposed, turned down."""
    frame, tree, verb = scene.trigger.frame, scene.tree, scene.anchor
    is_ahead = scene.index.factuality(verb).operator("arrangement", "expectation") is not None
    if tree.tokens[verb].dep == "xcomp":
        verb = tree.tokens[verb].head  # "was to be signed"
    if frame is None or not scene.trigger.has("instrument") or tree.tokens[verb].dep not in ON_NOUNS:
        return None
    is_wish = frame.lemma in _WISHING
    if not (is_wish or is_ahead):
        return None
    paper = tree.tokens[verb].head
    over, relation = tree.tokens[paper].head, tree.tokens[paper].dep
    if relation not in UNDERGOING or not is_plain_fact(scene.index.factuality(over)):
        return None
    phrase = " ".join([tree.lemma(over), *(tree.lower(c) for c in tree.deps(over, "prt"))])
    kinds = _UNDONE_BY if is_wish else {k: v for k, v in _UNDONE_BY.items() if k != "declined"}
    status = next((status for status, verbs in kinds.items() if phrase in verbs), None)
    return Finding(status, over) if status is not None else None


@rule(
    yes=[
        "Norway was angry after Chad's expulsion of two diplomats. → held",
        "Norway shut its border following Chad's expulsion of two diplomats. → held",
    ],
    no=[
        "Norway warned against Chad's expulsion of two diplomats.",
        "Norway will act before Chad's expulsion of two diplomats.",
    ],
)
def _after_an_act(scene: Scene) -> Finding | None:
    """An act that somebody is told to have done, and that something else follows or answers."""
    clause, done = scene.clause, scene.trigger.meaning.done
    if not is_act_or_paper(scene) or scene.trigger.has("giving") or not done.acts or clause.preposition is None:
        return None
    is_owned = bool(scene.tree.deps(scene.anchor, "poss"))
    return Finding("held", scene.anchor) if is_owned and clause.preposition in _AFTER and is_plain(scene) else None


@rule(
    yes=[
        "Norway has withdrawn the nomination of Anna Lind as ambassador to Peru. → cancelled",
        "Norway withdrew its nominee for ambassador to Peru on Monday. → cancelled",
    ],
    no=["Norway may withdraw the nomination of Anna Lind as ambassador to Peru."],
)
def _name_taken_back(scene: Scene) -> Finding | None:
    """Who was put forward for an office is taken back."""
    frame = scene.trigger.frame
    if frame is None or frame.lemma not in _CALLING_BACK or scene.trigger.kind != "appointment":
        return None
    named = any(scene.tree.lemma(o) in _NOMINEES for o in objects_of(scene.tree, scene.anchor, frame))
    return Finding("cancelled", scene.anchor) if named and is_plain(scene) else None


NEWS_UNDONE = (_undone_before_it_was, _name_taken_back)
"""What was to be and is not, asked before what is proposed."""

NEWS = (_only_wished, _after_an_act)
"""Asked before the tenses of the verbs are."""
