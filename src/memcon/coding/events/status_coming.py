"""Rules for what is known, announced or promised to come, whatever else is said about it."""

from __future__ import annotations

from memcon.coding.events.reference import is_definite, is_known
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    by_operator,
    given_by,
    is_ahead,
    is_not_over,
    is_object_of,
    is_past,
    is_told_ahead,
    modifiers,
    operators,
    told_verb,
)
from memcon.domain.labels import UNDERGOING
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_AWAITING = words("awaiting")
_FORESEEN = _AWAITING | {"plan"}
_OF_ITSELF = words("merely_coming_about") | words("coming_to_its_end") | words("failure_subject_verbs")
_GETTING_READY = words("getting_ready_for")
_SAYING = words("saying")
_WORDS_OF_SAYING = words("noun_of_announcing")
_BINDING = words("binding_oneself")
_DOMINATING = words("dominating_an_event")
_MAKING_KNOWN = words("making_known")
_ATTENDING = words("coming_to_an_occasion") | {v for v, role in values("conducting").items() if role == "absent"}


@rule(
    yes=[
        "The envoys spoke of the upcoming visit of President Maria Soto to Germany. → scheduled",
        "The envoys made preparations for the forthcoming talks between Kenya and Uganda. → scheduled",
    ],
    no=["The envoys spoke of the possible visit of President Maria Soto to Germany."],
)
def _said_to_be_coming(scene: Scene) -> Finding | None:
    """The noun itself is described as arranged and is known: what stands over it (preparations, hopes) is about it and does not make it less."""
    if not is_definite(scene):
        return None
    coming = {o.token for o in operators(scene) if o.kind == "arrangement"}
    return next((Finding("scheduled", word) for word in modifiers(scene) if word in coming), None)


@rule(
    yes=[
        "The premier looks forward to hosting President Maria Soto in Berlin on Friday. → scheduled",
        "The premier looks forward to hosting President Maria Soto in Berlin later this spring. → scheduled",
        "The premier affirmed plans for a summit of Kenya and Uganda in June. → scheduled",
        "The premier looks forward to hosting President Maria Soto in Berlin today. → scheduled",
        "The envoys are preparing for the summit of Kenya and Uganda. → scheduled",
    ],
    no=[
        "The premier looks forward to hosting President Maria Soto in Berlin.",
        "The envoys are preparing for a summit of Kenya and Uganda.",
    ],
)
def _planned_for_a_day(scene: Scene) -> Finding | None:
    """Looked forward to or planned for a time that is told; made ready, where it is known."""
    found = by_operator(scene, "expectation")
    if found is None:
        return None
    lemma = scene.tree.lemma(found.token)
    is_dated = is_told_ahead(scene) or (lemma in _AWAITING and is_not_over(scene))
    is_awaited = lemma in _FORESEEN and is_dated
    return Finding("scheduled", found.token) if is_awaited or (lemma in _GETTING_READY and is_known(scene)) else None


@rule(
    yes=[
        "The envoys made preparations for the summit of Kenya and Uganda, which will be held in Geneva in June. → scheduled",
    ],
    no=["The envoys made preparations for the summit of Kenya and Uganda, which may be held in Geneva in June."],
)
def _told_besides_to_come(scene: Scene) -> Finding | None:
    """A relative clause tells that it will be, whatever else is told of it."""
    for verb in scene.clause.own:
        is_clause = scene.index.tokens[verb].dep == "relcl" and scene.tree.lemma(verb) in SETTLING | SETTLED
        kinds = {o.kind for o in scene.index.factuality(verb).operators}
        if is_clause and kinds == {"arrangement"}:
            return Finding("scheduled", verb)
    return None


@rule(
    yes=[
        "President Maria Soto hopes to speak at the summit of Kenya and Uganda in August. → scheduled",
        "President Maria Soto may attend the summit of Kenya and Uganda in August. → scheduled",
        "President Maria Soto may skip the summit of Kenya and Uganda in August. → scheduled",
        "President Maria Soto may attend the Nordic Summit in Lima. → scheduled",
        "The aim is to report to a Kenya-chaired meeting of the Security Council on Friday. → scheduled",
    ],
    no=[
        "President Maria Soto called for talks between Kenya and Uganda in August.",
        "President Maria Soto hopes to speak at a summit of Kenya and Uganda.",
        "President Maria Soto may speak at the possible summit of Kenya and Uganda in August.",
        "President Maria Soto skipped the Nordic Summit in Lima.",
    ],
)
def _dated_occasion(scene: Scene) -> Finding | None:
    """An occasion with a day ahead that is known, or that somebody's aim leads to: what somebody wants or may do there leaves it as it is."""
    is_named = scene.trigger.is_channel and scene.trigger.has("assembly") and scene.when is None
    verb = scene.clause.verb
    is_to_come = verb is not None and is_named and scene.index.factuality(verb).time == "future"
    if not _is_where(scene) or not (is_ahead(scene) or (is_to_come and _is_attended(scene))):
        return None
    if {o.kind for o in operators(scene)} == {"arrangement"}:
        return None  # "will attend the summit": told by its own word
    over = [o for o in operators(scene) if o.token not in (scene.clause.verb, scene.clause.governor)]
    own = {*modifiers(scene), *scene.clause.own}
    is_aim = all(o.kind == "purpose" for o in operators(scene)) and scene.clause.preposition != "for"
    is_described = any(o.token in own for o in over) or scene.index.is_denied(scene.anchor)
    return Finding("scheduled", scene.anchor) if (is_known(scene) or is_aim) and not is_described else None


def _is_where(scene: Scene) -> bool:
    """Whether somebody does something at it or for it, or attends it."""
    return scene.clause.preposition is not None or _is_attended(scene)


def _is_attended(scene: Scene) -> bool:
    """Whether somebody attends it, or stays away from it."""
    return is_object_of(scene, _ATTENDING)


@rule(
    yes=[
        "President Maria Soto pledged to visit Germany. → scheduled",
        "President Maria Soto repeated her commitment to hold talks with Uganda. → scheduled",
    ],
    no=["President Maria Soto intends to visit Germany.", "President Maria Soto never pledged to visit Germany."],
)
def _undertaken(scene: Scene) -> Finding | None:
    """Whoever is to do it has bound himself to it: promised, vowed, is committed to it."""
    found = given_by(scene, "expectation")
    return Finding("scheduled", found.token) if found and scene.tree.lemma(found.token) in _BINDING else None


@rule(
    yes=["President Maria Soto and Minister Rita Lang announced plans to travel to Peru. → scheduled"],
    no=["President Maria Soto and Minister Rita Lang have plans to travel to Peru."],
)
def _plan_made_known(scene: Scene) -> Finding | None:
    """A plan for it was announced."""
    found = given_by(scene, "expectation")
    plan = scene.index.tokens[found.token] if found is not None else None
    if plan is None or plan.pos != "NOUN" or plan.dep not in UNDERGOING:
        return None
    is_known = scene.tree.lemma(plan.head) in _MAKING_KNOWN and is_past(scene.index, plan.head)
    return Finding("scheduled", plan.head) if is_known else None


@rule(
    yes=[
        "President Maria Soto looks forward to a meeting with Chancellor Uwe Brandt in Rome. → expected",
        "President Maria Soto looked forward to the summit with Chancellor Uwe Brandt in Rome next month. → scheduled",
        "President Maria Soto looks forward to a fruitful Nordic Summit. → scheduled",
    ],
    no=["President Maria Soto looked back to the summit with Chancellor Uwe Brandt in Rome."],
)
def _awaited(scene: Scene) -> Finding | None:
    """Somebody looks forward to it: arranged, where it is known or has a day."""
    verb, clause = scene.clause.verb, scene.clause
    is_behind = clause.preposition == "forward to" and clause.governor is None
    if verb is None or not is_behind or scene.tree.lemma(verb) not in _AWAITING or scene.index.is_denied(verb):
        return None
    is_arranged = scene.when is not None or is_known(scene)
    return Finding("scheduled" if is_arranged else "expected", verb)


@rule(
    yes=[
        "The meeting between President Maria Soto and Chancellor Uwe Brandt is expected to focus on fish. → scheduled"
    ],
    no=[
        "The meeting between President Maria Soto and Chancellor Uwe Brandt is expected to take place in Vienna.",
        "The meeting between President Maria Soto and Chancellor Uwe Brandt is expected to be held in Vienna.",
        "A meeting between President Maria Soto and Chancellor Uwe Brandt is expected to focus on fish.",
        "The planned meeting between President Maria Soto and Chancellor Uwe Brandt is expected to focus on fish.",
    ],
)
def _expected_of_it(scene: Scene) -> Finding | None:
    """What is expected of a known event is not that it comes, but what it brings."""
    verb = told_verb(scene)
    if verb is None or scene.clause.relation != "subject" or not is_known(scene):
        return None
    brought = next(iter(scene.tree.infinitives(verb, "xcomp")), None)
    over = list(operators(scene))
    is_only_that = {o.kind for o in over} == {"expectation"} and all(o.token == verb for o in over)
    if brought is None or not is_only_that or scene.tree.tense(verb) != "present" or scene.index.is_denied(verb):
        return None
    is_itself = scene.tree.is_passive(brought) or scene.tree.lemma(brought) in _OF_ITSELF
    return None if is_itself else Finding("scheduled", verb)


@rule(
    yes=[
        "Herring and trade are expected to dominate talks by Nordic foreign ministers in Oslo on Friday. → scheduled",
        "The row is expected to overshadow talks between Kenya and Uganda on Friday. → scheduled",
    ],
    no=[
        "Herring is expected to dominate any talks between Kenya and Uganda.",
        "Nordic foreign ministers are expected to hold talks in Oslo on Friday.",
    ],
)
def _dominated(scene: Scene) -> Finding | None:
    """What is expected to dominate it is about what it brings; a day ahead tells that it comes."""
    verb = told_verb(scene)
    if verb is None or not is_object_of(scene, _DOMINATING) or not is_ahead(scene):
        return None
    is_only_expected = {o.kind for o in operators(scene)} <= {"expectation"}
    return Finding("scheduled", verb) if is_only_expected and not scene.index.is_denied(verb) else None


COMING = (_awaited, _expected_of_it, _dominated, _said_to_be_coming, _told_besides_to_come, _dated_occasion)
"""Asked before what is possible, wanted or likely: these are about something else."""

PROMISED = (_planned_for_a_day, _undertaken, _plan_made_known)
"""What would be only expected, if nobody had bound himself to it."""


def is_said_to_come(scene: Scene, would: int) -> bool:
    """Whether "would" is somebody's "will", told ("said that she would travel", "the announcement that she would travel")."""
    verb = scene.index.tokens[would].head
    token = scene.index.tokens[verb]
    if token.dep == "acl":
        return scene.tree.lemma(token.head) in _WORDS_OF_SAYING
    is_told = token.dep == "ccomp" and scene.tree.lemma(token.head) in _SAYING
    return is_told and scene.tree.tense(token.head) == "past"
