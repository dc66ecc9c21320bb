"""Whether it has happened: an event's status from the factuality of the words that tell of it.

What stands over an event (a modal, "plan to", "call off") was read before this stage, as operators (`Annotation.factualities`); `STATUS_OF` says what each
kind of operator makes of an event's status. `RULES` is the decision list: the first rule that answers decides. What a reader would call certain
(cancelled, fallen through) is asked before what is possible, and that before what is planned; plain tense comes last. Where nothing
decides, the status stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    asked,
    by_operator,
    carriers,
    carries,
    is_ahead,
    is_amid,
    is_begun_in_part,
    is_made_so,
    is_ordinal,
    is_past,
    is_scene_of,
    is_short,
    is_unmet,
    modifiers,
    operators,
    told_in_past,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import OperatorKind
from memcon.domain.records import Status

STATUS_OF: Mapping[OperatorKind, Status] = {
    "cancellation": "cancelled",
    "postponement": "postponed",
    "failure": "fell_through",
    "refusal": "declined",
    "exclusion": "declined",
    "denial": "denied",
    "possibility": "speculated",
    "condition": "speculated",
    "question": "speculated",
    "proposal": "proposed",
    "attempt": "proposed",
    "obligation": "proposed",
    "expectation": "expected",
    "purpose": "expected",
    "arrangement": "scheduled",
    "continuation": "under_way",
}
"""What an operator makes of the event under it. `ability`, `hearsay`, `negation` and `prevention` alone decide no status."""

_UNDOING = frozenset({"cancellation", "postponement", "failure", "refusal", "exclusion", "denial"})
_UNDOES: Mapping[OperatorKind, Status] = {
    "cancellation": "scheduled",
    "postponement": "scheduled",
    "refusal": "proposed",
    "exclusion": "speculated",
}
"""Operators that turn away what was there before them, and what that was: a meeting that may be called off is still scheduled."""

_IMPLICATIVE = frozenset({"manage", "get", "come", "help", "happen", "proceed", "go"})
_IN_COURSE = frozenset({"at", "in", "during", "after", "following", "since", "upon", "through", "throughout"})
_DONE = frozenset({"hold", "conduct", "conclude", "convene", "stage"})
"""Participles that say of an event that it was ("talks held in Oslo"); "led by" or "attended by" do not."""

_COMING_BACK = frozenset({"return", "arrive", "come", "be"})
"""Verbs with which "from" leads what is over ("returned from a visit")."""

_COMING_TOGETHER = frozenset({"meet", "host", "gather", "convene", "receive", "welcome", "sit"})
"""Verbs with which "for" leads what is then held ("met for talks"); "arrived for talks" leaves it open."""

_GOING_OUT = frozenset({"walk", "storm"})
"""Verbs with which "out of" leads what has begun ("walked out of the talks"); one may pull out of what is still ahead."""

_TAKES_PLACE = frozenset({"take", "hold", "occur", "happen", "convene", "go", "proceed", "materialize", "meet"})
_STARTS = frozenset({"begin", "start", "open", "get", "be", "come", "resume", "materialise"})
_WITHOUT_RESULT = frozenset({"end", "pass", "close", "go"})

Rule = Callable[[Scene], Finding | None]


def find_status(scene: Scene) -> Finding | None:
    """The status that the wording gives, corrected by the calendar: what lies wholly ahead of the publication can't have been held."""
    if is_unmet(scene):
        return None
    found = next((f for rule in RULES if (f := rule(scene)) is not None), None)
    if found is not None and found.status in {"held", "under_way"} and is_ahead(scene):
        return Finding("scheduled", found.token)
    return found


# --- the rules ---------------------------------------------------------------------------------------------------------


def _undone(scene: Scene) -> Finding | None:
    """Cancelled, postponed, fallen through, declined, denied; where that is itself only possible or negated, the event is as it was before."""
    for operator in operators(scene):
        if operator.kind in {"question", "condition"}:
            return None  # "denied that the visit was in doubt": the doubt is denied, not the visit
        if operator.kind not in _UNDOING or operator.token == scene.trigger.anchor:
            continue
        if operator.kind == "failure" and is_begun_in_part(scene):
            return Finding("held", operator.token)
        if operator.kind == "postponement" and is_short(scene.index, operator.token):
            continue
        over = scene.index.factuality(operator.token)
        if not over.is_negative and over.certainty == "certain":
            return Finding(STATUS_OF[operator.kind], operator.token)
        if operator.kind in _UNDOES:
            return Finding(_UNDOES[operator.kind], operator.token)
    return None


def _came_to_nothing(scene: Scene) -> Finding | None:
    """Ahead, and not to be; expected, and then did not take place or ended without result before it began."""
    verbs = list(carriers(scene, beyond=True))
    for verb in verbs:
        if (found := _negated(scene, verb)) is not None:
            return found
    was_expected = by_operator(scene, "expectation", "arrangement") is not None
    for verb in verbs:
        for p in scene.index.tree.deps(verb, "prep"):
            is_without = scene.index.tree.lower(p) == "without" and scene.index.tree.lemma(verb) in _WITHOUT_RESULT
            if was_expected and is_without:
                return Finding("fell_through", verb)
    return None


def _negated(scene: Scene, verb: int) -> Finding | None:
    """What a negated verb makes of the event: "will not meet" declines, "will not take place" cancels, "did not take place" fell through."""
    index, clause, is_verb = scene.index, scene.clause, scene.trigger.form == "verb"
    factuality = index.factuality(verb)
    negation = factuality.operator("negation")
    if negation is None or not factuality.is_negative:
        return None
    lies_ahead = factuality.time == "future" and factuality.certainty == "certain"
    if clause.relation == "object" and verb == clause.verb and index.tree.lemma(verb) in SETTLING:
        return Finding("declined", negation.token) if lies_ahead else None  # "will not hold talks"
    is_event = clause.relation in {"subject", "self"} or verb in clause.own
    if not is_event or not (verb == scene.trigger.anchor or index.tree.lemma(verb) in _TAKES_PLACE):
        return None
    if index.tree.lower(negation.token) == "longer":
        return Finding("fell_through", negation.token)  # "are no longer expected to meet"
    if lies_ahead and (not is_verb or index.tokens[negation.token].head == verb):
        return Finding("declined" if is_verb else "cancelled", negation.token)
    return Finding("fell_through", verb) if not is_verb and factuality.certainty == "certain" else None


def _told_besides(scene: Scene) -> Finding | None:
    """Held, by a relative clause ("will skip a summit that began on Monday"), whatever else is told of it."""
    index = scene.index
    for verb in scene.clause.own:
        is_told = index.tree.lemma(verb) in (SETTLING if index.tree.is_passive(verb) else SETTLED)
        is_finite = index.tokens[verb].dep == "relcl" and index.factuality(verb).certainty == "certain"
        if is_told and is_finite and is_past(index, verb):
            return Finding("held", verb)
    return None


def _only_supposed(scene: Scene) -> Finding | None:
    """May, might, could; if; speculation, possibility; "a possible meeting"; an indirect question."""
    if scene.trigger.form == "verb" and (question := asked(scene.index, scene.trigger.anchor)) is not None:
        return Finding("speculated", question)
    return _as(scene, "possibility", "condition", "question")


def _only_proposed(scene: Scene) -> Finding | None:
    """Proposed, offered, sought, invited to; a proposal, an offer, an invitation; what must or should be."""
    proposal = by_operator(scene, "proposal")
    if proposal is not None and scene.index.tokens[proposal.token].pos == "NOUN":
        accepted = scene.index.factuality(proposal.token).operator("arrangement")
        if accepted is not None and scene.index.tokens[accepted.token].pos == "VERB":
            return Finding("expected", accepted.token)  # "accepted an invitation to visit"
    return _as(scene, "proposal", "attempt", "obligation")


def _expected(scene: Scene) -> Finding | None:
    """Expected, planned, likely; a plan for; what is only meant to be arranged ("working to arrange")."""
    purpose = by_operator(scene, "purpose")
    is_denied = scene.index.is_denied(scene.trigger.anchor)
    if purpose is not None and not is_denied and by_operator(scene, "arrangement") is not None:
        return Finding("expected", purpose.token)
    return _as(scene, "expectation")


def _scheduled(scene: Scene) -> Finding | None:
    """Will, set to, due to, is to, scheduled for; a headline's "to meet"; what others will do there. With "when" or "if", only expected."""
    index = scene.index
    verb = scene.clause.verb
    if is_scene_of(scene) and verb is not None and (will := index.factuality(verb).operator("arrangement")):
        return Finding("scheduled", will.token)
    found = by_operator(scene, "arrangement")
    if found is None or index.is_denied(scene.trigger.anchor):
        return None
    is_conditional = any(
        index.tree.lower(x) in {"when", "if", "once"}
        for v in carriers(scene)
        for a in index.tree.deps(v, "advcl")
        for x in index.tree.children[a]
    )
    is_willing = (
        index.tree.lower(found.token) == "would" and scene.when is None
    )  # "said he would see her": no appointment
    return Finding("expected" if is_conditional or is_willing else "scheduled", found.token)


def _begun(scene: Scene) -> Finding | None:
    """Under way: the present progressive, "ongoing", "continue"."""
    index = scene.index
    for verb in carriers(scene):
        if (
            index.tokens[verb].tag == "VBG"
            and index.factuality(verb).time == "present"
            and index.tree.deps(verb, "aux")
        ):
            return Finding("scheduled" if is_ahead(scene) else "under_way", verb)
    verb_ = scene.clause.verb
    subject_of = verb_ if scene.clause.relation == "subject" else None
    if verb_ is not None and is_amid(scene, verb_) and index.factuality(verb_).time == "present":
        return Finding("under_way", verb_)
    if subject_of is not None and index.tree.lemma(subject_of) == "enter" and is_past(index, subject_of):
        return Finding("under_way", subject_of)
    for word in modifiers(scene):
        if any(o.token == word and o.kind == "continuation" for o in operators(scene)):
            return Finding("under_way", word)
    if subject_of is not None:
        last = index.tree.extent(subject_of)[1]
        below = {index.tree.lower(c) for c in range(subject_of, last + 1)}
        if "underway" in below or {"under", "way"} <= below or "ongoing" in below:
            return Finding("under_way", subject_of)
    return None


def _purpose(scene: Scene) -> Finding | None:
    """The infinitive of a verb that only intends ("flew in to meet"); "managed to" is past."""
    return _as(scene, "purpose")


def _past(scene: Scene) -> Finding | None:
    """Held: past tense or perfect of the carrying verb, a participle such as "held", or a course that others are told in."""
    index = scene.index
    for verb in scene.clause.own:
        if index.tokens[verb].tag in {"VBN", "VBD"} and index.tree.lemma(verb) in _DONE:
            return Finding("held", verb)
        if index.tokens[verb].tag == "VBD" and index.tokens[verb].dep == "relcl":
            return Finding("held", verb)
    verb_ = scene.clause.verb
    if verb_ is None or scene.in_title:
        return None
    if scene.clause.relation == "preposition":
        word = (scene.clause.preposition or "").split(" ")[-1]
        is_course = (
            word in _IN_COURSE
            or (word == "for" and index.tree.lemma(verb_) in _COMING_TOGETHER)
            or (word == "from" and index.tree.lemma(verb_) in _COMING_BACK)
            or (word == "of" and index.tree.lemma(verb_) in _GOING_OUT)
            or (word == "on" and is_amid(scene, verb_))
            or (word == "with" and verb_ in carriers(scene))
        )
        if scene.clause.governor is not None or not is_course or not is_past(index, verb_):
            return None
        return Finding("held", verb_)
    if scene.clause.relation == "attribute":
        return Finding("held", verb_) if is_past(index, verb_) else None
    if scene.clause.relation == "subject" and _is_without_yield(index, verb_):
        return Finding("held", verb_)
    if scene.clause.relation in {"object", "subject"} and not carries(scene, verb_):
        return None
    if scene.clause.relation == "subject" and index.tree.lemma(verb_) == "be" and is_ordinal(index, verb_):
        return Finding("held", verb_) if is_past(index, verb_) else None
    if scene.clause.relation == "object" and is_made_so(scene, verb_):
        return None
    if scene.clause.relation == "subject" and index.tree.lemma(verb_) == "be" and not index.tree.deps(verb_, "prep"):
        return None  # "a meeting was possible" tells of none; "the meeting was in Oslo" does
    governing = scene.verbs[-1]
    verb = governing if index.tree.lemma(governing) in _IMPLICATIVE else verb_
    return Finding("held", verb) if is_past(index, verb) else None


def _by_calendar(scene: Scene) -> Finding | None:
    """A dated event without a telling verb: held when its time is over before the publication, scheduled when it lies ahead."""
    if scene.when is None or scene.published is None or scene.index.is_denied(scene.trigger.anchor):
        return None
    if scene.when.end < scene.published.start:
        return Finding("held", scene.trigger.anchor)
    if is_ahead(scene):
        return Finding("scheduled", scene.trigger.anchor)
    return None


def _is_without_yield(index: TextIndex, verb: int) -> bool:
    """ "the talks failed to produce a text": they were, unlike talks that "failed to materialise"."""
    aims = index.tree.deps(verb, "xcomp") if index.tree.lemma(verb) == "fail" and is_past(index, verb) else []
    return any(index.tree.lemma(x) not in _TAKES_PLACE | _STARTS for x in aims)


def _afterwards(scene: Scene) -> Finding | None:
    """ "after the talks", told in the past: over. "Ahead of the talks" leaves open whether they came."""
    if (
        scene.clause.preposition in {"after", "following", "since"}
        and scene.clause.verb is not None
        and told_in_past(scene)
    ):
        return Finding("held", scene.trigger.anchor)
    return None


def _noted(scene: Scene) -> Finding | None:
    """A note without a verb that is just the event and its party ("Informal meeting with the premier."): told as having been."""
    index, anchor = scene.index, scene.trigger.anchor
    if scene.in_title or scene.trigger.form == "verb" or index.tokens[anchor].dep != "ROOT":
        return None
    sentence = index.sentence(anchor)
    has_verb = any(index.tokens[i].pos in {"VERB", "AUX"} for i in range(sentence.first, sentence.last))
    return None if has_verb else Finding("held", anchor)


RULES: tuple[Rule, ...] = (
    _undone,
    _came_to_nothing,
    _told_besides,
    _only_supposed,
    _only_proposed,
    _expected,
    _scheduled,
    _begun,
    _purpose,
    _past,
    _by_calendar,
    _afterwards,
    _noted,
)


def _as(scene: Scene, *kinds: OperatorKind) -> Finding | None:
    """The status of the nearest operator of `kinds` over the event; none for an event that is told as not to be ("no plans to meet")."""
    if scene.index.is_denied(scene.trigger.anchor):
        return None
    operator = by_operator(scene, *kinds)
    return Finding(STATUS_OF[operator.kind], operator.token) if operator is not None else None
