"""Whether it has happened: an event's status from the factuality of the words that tell of it.

What stands over an event (a modal, "plan to", "call off") was read before this stage, as operators (`Annotation.factualities`); `STATUS_OF` says what each
kind of operator makes of an event's status. `RULES` is the decision list: the first rule that answers decides. What a reader would call certain
(cancelled, fallen through) is asked before what is possible, and that before what is planned; plain tense comes last. Where nothing
decides, the status stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from memcon.coding.events.clauses import verbs_of
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    Setting,
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
from memcon.coding.syntax import Syntax
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

Rule = Callable[[Setting], Finding | None]


def find_status(setting: Setting) -> Finding | None:
    """The status that the wording gives, corrected by the calendar: what lies wholly ahead of the publication can't have been held."""
    if is_unmet(setting):
        return None
    found = next((f for rule in RULES if (f := rule(setting)) is not None), None)
    if found is not None and found.status in {"held", "under_way"} and is_ahead(setting):
        return Finding("scheduled", found.token)
    return found


# --- the rules ---------------------------------------------------------------------------------------------------------


def _undone(setting: Setting) -> Finding | None:
    """Cancelled, postponed, fallen through, declined, denied; where that is itself only possible or negated, the event is as it was before."""
    for operator in operators(setting):
        if operator.kind in {"question", "condition"}:
            return None  # "denied that the visit was in doubt": the doubt is denied, not the visit
        if operator.kind not in _UNDOING or operator.token == setting.trigger.anchor:
            continue
        if operator.kind == "failure" and is_begun_in_part(setting):
            return Finding("held", operator.token)
        if operator.kind == "postponement" and is_short(setting.syntax, operator.token):
            continue
        over = setting.syntax.factuality(operator.token)
        if not over.is_negative and over.certainty == "certain":
            return Finding(STATUS_OF[operator.kind], operator.token)
        if operator.kind in _UNDOES:
            return Finding(_UNDOES[operator.kind], operator.token)
    return None


def _came_to_nothing(setting: Setting) -> Finding | None:
    """Ahead, and not to be; expected, and then did not take place or ended without result before it began."""
    verbs = list(carriers(setting, beyond=True))
    for verb in verbs:
        if (found := _negated(setting, verb)) is not None:
            return found
    was_expected = by_operator(setting, "expectation", "arrangement") is not None
    for verb in verbs:
        for p in setting.syntax.deps(verb, "prep"):
            is_without = setting.syntax.lower(p) == "without" and setting.syntax.lemma(verb) in _WITHOUT_RESULT
            if was_expected and is_without:
                return Finding("fell_through", verb)
    return None


def _negated(setting: Setting, verb: int) -> Finding | None:
    """What a negated verb makes of the event: "will not meet" declines, "will not take place" cancels, "did not take place" fell through."""
    syntax, clause, is_verb = setting.syntax, setting.clause, setting.trigger.form == "verb"
    factuality = syntax.factuality(verb)
    negation = factuality.operator("negation")
    if negation is None or not factuality.is_negative:
        return None
    lies_ahead = factuality.time == "future" and factuality.certainty == "certain"
    if clause.relation == "object" and verb == clause.verb and syntax.lemma(verb) in SETTLING:
        return Finding("declined", negation.token) if lies_ahead else None  # "will not hold talks"
    is_event = clause.relation in {"subject", "self"} or verb in clause.own
    if not is_event or not (verb == setting.trigger.anchor or syntax.lemma(verb) in _TAKES_PLACE):
        return None
    if syntax.lower(negation.token) == "longer":
        return Finding("fell_through", negation.token)  # "are no longer expected to meet"
    if lies_ahead and (not is_verb or syntax.tokens[negation.token].head == verb):
        return Finding("declined" if is_verb else "cancelled", negation.token)
    return Finding("fell_through", verb) if not is_verb and factuality.certainty == "certain" else None


def _told_besides(setting: Setting) -> Finding | None:
    """Held, by a relative clause ("will skip a summit that began on Monday"), whatever else is told of it."""
    syntax = setting.syntax
    for verb in setting.clause.own:
        is_told = syntax.lemma(verb) in (SETTLING if syntax.is_passive(verb) else SETTLED)
        is_finite = syntax.tokens[verb].dep == "relcl" and syntax.factuality(verb).certainty == "certain"
        if is_told and is_finite and is_past(syntax, verb):
            return Finding("held", verb)
    return None


def _only_supposed(setting: Setting) -> Finding | None:
    """May, might, could; if; speculation, possibility; "a possible meeting"; an indirect question."""
    if setting.trigger.form == "verb" and (question := asked(setting.syntax, setting.trigger.anchor)) is not None:
        return Finding("speculated", question)
    return _as(setting, "possibility", "condition", "question")


def _only_proposed(setting: Setting) -> Finding | None:
    """Proposed, offered, sought, invited to; a proposal, an offer, an invitation; what must or should be."""
    proposal = by_operator(setting, "proposal")
    if proposal is not None and setting.syntax.tokens[proposal.token].pos == "NOUN":
        accepted = setting.syntax.factuality(proposal.token).operator("arrangement")
        if accepted is not None and setting.syntax.tokens[accepted.token].pos == "VERB":
            return Finding("expected", accepted.token)  # "accepted an invitation to visit"
    return _as(setting, "proposal", "attempt", "obligation")


def _expected(setting: Setting) -> Finding | None:
    """Expected, planned, likely; a plan for; what is only meant to be arranged ("working to arrange")."""
    purpose = by_operator(setting, "purpose")
    is_denied = setting.syntax.is_denied(setting.trigger.anchor)
    if purpose is not None and not is_denied and by_operator(setting, "arrangement") is not None:
        return Finding("expected", purpose.token)
    return _as(setting, "expectation")


def _scheduled(setting: Setting) -> Finding | None:
    """Will, set to, due to, is to, scheduled for; a headline's "to meet"; what others will do there. With "when" or "if", only expected."""
    syntax = setting.syntax
    verb = setting.clause.verb
    if is_scene_of(setting) and verb is not None and (will := syntax.factuality(verb).operator("arrangement")):
        return Finding("scheduled", will.token)
    found = by_operator(setting, "arrangement")
    if found is None or syntax.is_denied(setting.trigger.anchor):
        return None
    is_conditional = any(
        syntax.lower(x) in {"when", "if", "once"}
        for v in carriers(setting)
        for a in syntax.deps(v, "advcl")
        for x in syntax.children[a]
    )
    is_willing = (
        syntax.lower(found.token) == "would" and setting.when is None
    )  # "said he would see her": no appointment
    return Finding("expected" if is_conditional or is_willing else "scheduled", found.token)


def _begun(setting: Setting) -> Finding | None:
    """Under way: the present progressive, "ongoing", "continue"."""
    syntax = setting.syntax
    for verb in carriers(setting):
        if syntax.tokens[verb].tag == "VBG" and syntax.factuality(verb).time == "present" and syntax.deps(verb, "aux"):
            return Finding("scheduled" if is_ahead(setting) else "under_way", verb)
    verb_ = setting.clause.verb
    subject_of = verb_ if setting.clause.relation == "subject" else None
    if verb_ is not None and is_amid(setting, verb_) and syntax.factuality(verb_).time == "present":
        return Finding("under_way", verb_)
    if subject_of is not None and syntax.lemma(subject_of) == "enter" and is_past(syntax, subject_of):
        return Finding("under_way", subject_of)
    for word in modifiers(setting):
        if any(o.token == word and o.kind == "continuation" for o in operators(setting)):
            return Finding("under_way", word)
    if subject_of is not None:
        last = syntax.extent(subject_of)[1]
        below = {syntax.lower(c) for c in range(subject_of, last + 1)}
        if "underway" in below or {"under", "way"} <= below or "ongoing" in below:
            return Finding("under_way", subject_of)
    return None


def _purpose(setting: Setting) -> Finding | None:
    """The infinitive of a verb that only intends ("flew in to meet"); "managed to" is past."""
    return _as(setting, "purpose")


def _past(setting: Setting) -> Finding | None:
    """Held: past tense or perfect of the carrying verb, a participle such as "held", or a course that others are told in."""
    syntax = setting.syntax
    for verb in setting.clause.own:
        if syntax.tokens[verb].tag in {"VBN", "VBD"} and syntax.lemma(verb) in _DONE:
            return Finding("held", verb)
        if syntax.tokens[verb].tag == "VBD" and syntax.tokens[verb].dep == "relcl":
            return Finding("held", verb)
    verb_ = setting.clause.verb
    if verb_ is None or setting.in_title:
        return None
    if setting.clause.relation == "preposition":
        word = (setting.clause.preposition or "").split(" ")[-1]
        is_course = (
            word in _IN_COURSE
            or (word == "for" and syntax.lemma(verb_) in _COMING_TOGETHER)
            or (word == "from" and syntax.lemma(verb_) in _COMING_BACK)
            or (word == "of" and syntax.lemma(verb_) in _GOING_OUT)
            or (word == "on" and is_amid(setting, verb_))
            or (word == "with" and verb_ in carriers(setting))
        )
        if setting.clause.governor is not None or not is_course or not is_past(syntax, verb_):
            return None
        return Finding("held", verb_)
    if setting.clause.relation == "attribute":
        return Finding("held", verb_) if is_past(syntax, verb_) else None
    if setting.clause.relation == "subject" and _is_without_yield(syntax, verb_):
        return Finding("held", verb_)
    if setting.clause.relation in {"object", "subject"} and not carries(setting, verb_):
        return None
    if setting.clause.relation == "subject" and syntax.lemma(verb_) == "be" and is_ordinal(syntax, verb_):
        return Finding("held", verb_) if is_past(syntax, verb_) else None
    if setting.clause.relation == "object" and is_made_so(setting, verb_):
        return None
    if setting.clause.relation == "subject" and syntax.lemma(verb_) == "be" and not syntax.deps(verb_, "prep"):
        return None  # "a meeting was possible" tells of none; "the meeting was in Oslo" does
    governing = verbs_of(syntax, setting.clause)[-1]
    verb = governing if syntax.lemma(governing) in _IMPLICATIVE else verb_
    return Finding("held", verb) if is_past(syntax, verb) else None


def _by_calendar(setting: Setting) -> Finding | None:
    """A dated event without a telling verb: held when its time is over before the publication, scheduled when it lies ahead."""
    if setting.when is None or setting.published is None or setting.syntax.is_denied(setting.trigger.anchor):
        return None
    if setting.when.end < setting.published.start:
        return Finding("held", setting.trigger.anchor)
    if is_ahead(setting):
        return Finding("scheduled", setting.trigger.anchor)
    return None


def _is_without_yield(syntax: Syntax, verb: int) -> bool:
    """ "the talks failed to produce a text": they were, unlike talks that "failed to materialise"."""
    aims = syntax.deps(verb, "xcomp") if syntax.lemma(verb) == "fail" and is_past(syntax, verb) else []
    return any(syntax.lemma(x) not in _TAKES_PLACE | _STARTS for x in aims)


def _afterwards(setting: Setting) -> Finding | None:
    """ "after the talks", told in the past: over. "Ahead of the talks" leaves open whether they came."""
    if (
        setting.clause.preposition in {"after", "following", "since"}
        and setting.clause.verb is not None
        and told_in_past(setting)
    ):
        return Finding("held", setting.trigger.anchor)
    return None


def _noted(setting: Setting) -> Finding | None:
    """A note without a verb that is just the event and its party ("Informal meeting with the premier."): told as having been."""
    syntax, anchor = setting.syntax, setting.trigger.anchor
    if setting.in_title or setting.trigger.form == "verb" or syntax.tokens[anchor].dep != "ROOT":
        return None
    sentence = syntax.sentence(anchor)
    has_verb = any(syntax.tokens[i].pos in {"VERB", "AUX"} for i in range(sentence.first, sentence.last))
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


def _as(setting: Setting, *kinds: OperatorKind) -> Finding | None:
    """The status of the nearest operator of `kinds` over the event; none for an event that is told as not to be ("no plans to meet")."""
    if setting.syntax.is_denied(setting.trigger.anchor):
        return None
    operator = by_operator(setting, *kinds)
    return Finding(STATUS_OF[operator.kind], operator.token) if operator is not None else None
