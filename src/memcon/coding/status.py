"""Whether it has happened: an event's status from the tense, mood and wording around its trigger.

`RULES` is the decision list: the first rule that answers decides. What a reader would call certain (cancelled, fallen through) is asked before
what is possible, and that before what is planned; plain tense comes last. Where nothing decides, the status stays open.
"""

from __future__ import annotations

from collections.abc import Callable

from memcon.coding.clauses import verbs_of
from memcon.coding.wording import (
    Finding,
    Setting,
    all_verbs,
    asked,
    at,
    by_controller,
    by_noun_or_adjective,
    carriers,
    carries,
    concerns,
    has_future,
    is_ahead,
    is_hypothetical,
    is_negated,
    is_past,
    is_scene_of,
    is_to,
    is_word,
    modifiers,
    predicates,
    told_in_past,
    words,
)

_IMPLICATIVE = frozenset({"manage", "get", "come", "help", "happen", "proceed", "go"})
_IN_COURSE = frozenset({"at", "in", "during", "after", "following", "since", "upon", "through", "throughout"})
_DONE = frozenset({"hold", "conduct", "conclude", "convene", "stage"})
"""Participles that say of an event that it was ("talks held in Oslo"); "led by" or "attended by" do not."""

_COMING_TOGETHER = frozenset({"meet", "host", "gather", "convene", "receive", "welcome", "sit"})
"""Verbs with which "for" leads what is then held ("met for talks"); "arrived for talks" leaves it open."""

_TAKES_PLACE = frozenset({"take", "hold", "occur", "happen", "convene", "go", "proceed", "materialize", "meet"})


Rule = Callable[[Setting], Finding | None]


def find_status(setting: Setting) -> Finding | None:
    """The status that the wording gives, corrected by the calendar: what lies wholly ahead of the publication can't have been held."""
    found = next((f for rule in RULES if (f := rule(setting)) is not None), None)
    if found is not None and found.status in {"held", "under_way"} and is_ahead(setting):
        return Finding("scheduled", found.token)
    return found


# --- the rules ---------------------------------------------------------------------------------------------------------


def _ended_badly(setting: Setting) -> Finding | None:
    """cancelled, postponed, fallen through: said by a verb that has the event as object or subject, or describes it."""
    for verb in all_verbs(setting):
        for status in ("cancelled", "postponed", "fell_through"):
            if (
                is_word(setting.syntax, verb, status)
                and not is_negated(setting.syntax, verb)
                and concerns(setting, verb)
            ):
                return at(status, verb)
    for word in modifiers(setting):
        for status in ("cancelled", "postponed"):
            if setting.syntax.lemma(word) in words(status) or setting.syntax.lower(word) in {
                "canceled",
                "cancelled",
                "aborted",
                "postponed",
                "delayed",
            }:
                if status == "cancelled" and setting.syntax.lemma(word) in words("postponed"):
                    continue
                return at(status, word)
    return None


def _came_to_nothing(setting: Setting) -> Finding | None:
    """Expected, and then did not take place or ended without result before it began."""
    syntax = setting.syntax
    verbs = list(all_verbs(setting))
    for verb in verbs:
        is_event = setting.clause.relation in {"subject", "self"} or verb in setting.clause.own
        if (
            syntax.lemma(verb) in _TAKES_PLACE
            and is_event
            and is_negated(syntax, verb)
            and setting.trigger.form != "verb"
            and not has_future(syntax, verb)
        ):
            return Finding("fell_through", verb)
        if syntax.lemma(verb) == "fail" and verb != setting.trigger.anchor:
            return Finding("fell_through", verb)
    was_expected = any(is_word(syntax, v, "expected") or is_word(syntax, v, "scheduled") for v in verbs)
    for verb in verbs:
        for p in syntax.deps(verb, "prep"):
            if was_expected and syntax.lower(p) == "without" and syntax.lemma(verb) in {"end", "pass", "close", "go"}:
                return Finding("fell_through", verb)
    return None


def _turned_down(setting: Setting) -> Finding | None:
    """Refused or ruled out by a party, or denied by somebody."""
    syntax = setting.syntax
    for verb in carriers(setting):
        if is_word(syntax, verb, "declined") and not is_negated(syntax, verb) and verb != setting.trigger.anchor:
            return Finding("declined", verb)
    verb = setting.clause.verb if setting.clause.verb is not None else setting.trigger.anchor
    for _ in range(4):
        if syntax.lemma(verb) in words("denied") and verb != setting.trigger.anchor:
            return Finding("denied", verb)
        verb = syntax.tokens[verb].head
    return None


def _only_supposed(setting: Setting) -> Finding | None:
    """May, might, could; if; speculation, possibility; "a possible meeting"."""
    syntax = setting.syntax
    for verb in carriers(setting):
        for c in syntax.deps(verb, "aux"):
            if syntax.lower(c) in words("speculated_modals"):
                return Finding("speculated", c)
        if is_word(syntax, verb, "speculated") and verb != setting.trigger.anchor:
            return Finding("speculated", verb)
        for said in (verb, *predicates(setting)):
            if syntax.lower(said) in words("speculated_words"):
                return Finding("speculated", said)
    if setting.trigger.form == "verb" and (question := asked(syntax, setting.trigger.anchor)) is not None:
        return Finding("speculated", question)
    first = next(carriers(setting), None)
    if first is not None and (word := is_hypothetical(syntax, first)) is not None:
        return Finding("speculated", word)
    return by_noun_or_adjective(setting, "speculated")


def _only_proposed(setting: Setting) -> Finding | None:
    """Proposed, offered, sought, invited to; a proposal, an offer, an invitation."""
    return by_controller(setting, "proposed") or by_noun_or_adjective(setting, "proposed")


def _expected(setting: Setting) -> Finding | None:
    """Expected, planned, likely; a plan for."""
    for word in predicates(setting):
        for status in ("expected", "scheduled"):
            if setting.syntax.lower(word) in words(f"{status}_words"):
                return at(status, word)
    return by_controller(setting, "expected") or by_noun_or_adjective(setting, "expected")


def _scheduled(setting: Setting) -> Finding | None:
    """Will, set to, due to, is to, scheduled for; a headline's "to meet"."""
    syntax = setting.syntax
    found = by_controller(setting, "scheduled") or by_noun_or_adjective(setting, "scheduled")
    if found is not None:
        return found
    if is_scene_of(setting) and setting.clause.verb is not None and has_future(syntax, setting.clause.verb):
        return Finding("scheduled", setting.clause.verb)
    for verb in carriers(setting):
        if has_future(syntax, verb):
            is_conditional = any(
                syntax.lower(x) in {"when", "if", "once"}
                for a in syntax.deps(verb, "advcl")
                for x in syntax.children[a]
            )
            return Finding("expected" if is_conditional else "scheduled", verb)
        if any(syntax.lower(c) == "would" for c in syntax.deps(verb, "aux")):
            return Finding("expected", verb)
        if syntax.lemma(verb) == "go" and verb != setting.trigger.anchor and syntax.tokens[verb].tag == "VBG":
            return Finding("scheduled", verb)
        if syntax.lemma(verb) == "be" and verb != setting.clause.verb and is_to(syntax, setting):
            return Finding("scheduled", verb)
    root = next(carriers(setting), None)
    if root is not None and syntax.tokens[root].dep == "ROOT" and is_to(syntax, setting):
        return Finding("scheduled", root)
    return None


def _begun(setting: Setting) -> Finding | None:
    """Under way: the present progressive, "ongoing", "continue"."""
    syntax = setting.syntax
    for verb in carriers(setting):
        auxiliaries = {syntax.lower(c) for c in syntax.deps(verb, "aux")}
        if syntax.tokens[verb].tag == "VBG" and auxiliaries & {"is", "are", "'s", "’s", "'re", "’re"}:
            return Finding("scheduled" if is_ahead(setting) else "under_way", verb)
    for word in modifiers(setting):
        if syntax.lower(word) in {"ongoing", "current", "continuing"}:
            return Finding("under_way", word)
    if setting.clause.relation == "subject" and setting.clause.verb is not None:
        last = syntax.extent(setting.clause.verb)[1]
        below = {syntax.lower(c) for c in range(setting.clause.verb, last + 1)}
        if "underway" in below or {"under", "way"} <= below or "ongoing" in below:
            return Finding("under_way", setting.clause.verb)
    return None


def _purpose(setting: Setting) -> Finding | None:
    """The infinitive of a verb that only intends ("decided to visit", "flew in to meet"); "managed to" is past."""
    verbs = verbs_of(setting.syntax, setting.clause)
    if setting.clause.relation in {"self", "object", "subject"} and len(verbs) > 1 and is_to(setting.syntax, setting):
        if setting.syntax.lemma(verbs[1]) in _IMPLICATIVE:
            return None
        return Finding("expected", verbs[1])
    return None


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
        is_course = word in _IN_COURSE or (word == "for" and syntax.lemma(verb_) in _COMING_TOGETHER)
        if setting.clause.governor is not None or not is_course or not is_past(syntax, verb_):
            return None
        return Finding("held", verb_)
    if setting.clause.relation == "attribute":
        return Finding("held", verb_) if is_past(syntax, verb_) else None
    if setting.clause.relation in {"object", "subject"} and not carries(setting, verb_):
        return None
    if setting.clause.relation == "subject" and syntax.lemma(verb_) == "be" and not syntax.deps(verb_, "prep"):
        return None  # "a meeting was possible" tells of none; "the meeting was in Oslo" does
    verb = (
        syntax.controllers(verb_)[-1] if setting.syntax.lemma(syntax.controllers(verb_)[-1]) in _IMPLICATIVE else verb_
    )
    return Finding("held", verb) if is_past(syntax, verb) else None


def _by_calendar(setting: Setting) -> Finding | None:
    """A dated event without a telling verb: held when its time is over before the publication, scheduled when it lies ahead."""
    if setting.when is None or setting.published is None:
        return None
    if setting.when.end < setting.published.start:
        return Finding("held", setting.trigger.anchor)
    if is_ahead(setting):
        return Finding("scheduled", setting.trigger.anchor)
    return None


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
    _ended_badly,
    _came_to_nothing,
    _turned_down,
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
