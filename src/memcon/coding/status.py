"""Whether it has happened: an event's status from the tense, mood and wording around its trigger.

`RULES` is the decision list: the first rule that answers decides. What a reader would call certain (cancelled, fallen through) is asked before
what is possible, and that before what is planned; plain tense comes last. Where nothing decides, the status stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.coding.clauses import Clause, verbs_of
from memcon.coding.lexicon import load_lexicon
from memcon.coding.syntax import Syntax
from memcon.coding.triggers import Trigger
from memcon.domain.dates import Interval
from memcon.domain.records import Status

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_IMPLICATIVE = frozenset({"manage", "get", "come", "help", "happen", "proceed", "go"})
_IN_COURSE = frozenset({"at", "in", "during", "after", "following", "since", "upon", "through", "throughout"})
_DONE = frozenset({"hold", "conduct", "conclude", "convene", "stage"})
"""Participles that say of an event that it was ("talks held in Oslo"); "led by" or "attended by" do not."""

_COMING_TOGETHER = frozenset({"meet", "host", "gather", "convene", "receive", "welcome", "sit"})
"""Verbs with which "for" leads what is then held ("met for talks"); "arrived for talks" leaves it open."""

_TAKES_PLACE = frozenset({"take", "hold", "occur", "happen", "convene", "go", "proceed", "materialize", "meet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that the rules look at. `when` and `published` are intervals of days or None; `in_title` for headlines, whose present tense
    tells nothing of time."""

    syntax: Syntax
    trigger: Trigger
    clause: Clause
    when: Interval | None = None
    published: Interval | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A status and the token that decided it."""

    status: Status
    token: int


Rule = Callable[[Setting], Finding | None]


@cache
def _words(name: str) -> frozenset[str]:
    listed: Any = load_lexicon("status").get(name, ())
    return frozenset(listed)


def find_status(setting: Setting) -> Finding | None:
    """The status that the wording gives, corrected by the calendar: what lies wholly ahead of the publication can't have been held."""
    found = next((f for rule in RULES if (f := rule(setting)) is not None), None)
    if found is not None and found.status in {"held", "under_way"} and _is_ahead(setting):
        return Finding("scheduled", found.token)
    return found


def is_negated(syntax: Syntax, verb: int) -> bool:
    """Whether "not", "never" or "no longer" stands on the verb or one of its auxiliaries."""
    return any(syntax.tokens[c].dep == "neg" or syntax.lower(c) == "never" for c in syntax.children[verb])


def is_hypothetical(syntax: Syntax, verb: int) -> int | None:
    """The conditional conjunction ("if", "unless", "whether") over a verb, or None."""
    i, steps = verb, 0
    while steps < 6:
        for c in syntax.deps(i, "mark", "aux"):
            if syntax.lower(c) in _words("conditionals") and (
                syntax.lower(c) != "should" or syntax.tokens[i].dep == "advcl"
            ):
                return c
        head = syntax.tokens[i].head
        if head == i or syntax.tokens[i].dep not in {"advcl", "xcomp", "ccomp", "conj", "pcomp"}:
            return None
        if syntax.tokens[i].dep == "advcl" and not syntax.controllers(i)[1:]:
            return None
        i, steps = head, steps + 1
    return None


# --- the rules ---------------------------------------------------------------------------------------------------------


def _ended_badly(setting: Setting) -> Finding | None:
    """cancelled, postponed, fallen through: said by a verb that has the event as object or subject, or describes it."""
    for verb in _all_verbs(setting):
        for status in ("cancelled", "postponed", "fell_through"):
            if (
                _is_word(setting.syntax, verb, status)
                and not is_negated(setting.syntax, verb)
                and _concerns(setting, verb)
            ):
                return _at(status, verb)
    for word in _modifiers(setting):
        for status in ("cancelled", "postponed"):
            if setting.syntax.lemma(word) in _words(status) or setting.syntax.lower(word) in {
                "canceled",
                "cancelled",
                "aborted",
                "postponed",
                "delayed",
            }:
                if status == "cancelled" and setting.syntax.lemma(word) in _words("postponed"):
                    continue
                return _at(status, word)
    return None


def _came_to_nothing(setting: Setting) -> Finding | None:
    """Expected, and then did not take place or ended without result before it began."""
    syntax = setting.syntax
    verbs = list(_all_verbs(setting))
    for verb in verbs:
        is_event = setting.clause.relation in {"subject", "self"} or verb in setting.clause.own
        if (
            syntax.lemma(verb) in _TAKES_PLACE
            and is_event
            and is_negated(syntax, verb)
            and setting.trigger.form != "verb"
            and not _has_future(syntax, verb)
        ):
            return Finding("fell_through", verb)
        if syntax.lemma(verb) == "fail" and verb != setting.trigger.anchor:
            return Finding("fell_through", verb)
    was_expected = any(_is_word(syntax, v, "expected") or _is_word(syntax, v, "scheduled") for v in verbs)
    for verb in verbs:
        for p in syntax.deps(verb, "prep"):
            if was_expected and syntax.lower(p) == "without" and syntax.lemma(verb) in {"end", "pass", "close", "go"}:
                return Finding("fell_through", verb)
    return None


def _turned_down(setting: Setting) -> Finding | None:
    """Refused or ruled out by a party, or denied by somebody."""
    syntax = setting.syntax
    for verb in _carriers(setting):
        if _is_word(syntax, verb, "declined") and not is_negated(syntax, verb) and verb != setting.trigger.anchor:
            return Finding("declined", verb)
    verb = setting.clause.verb if setting.clause.verb is not None else setting.trigger.anchor
    for _ in range(4):
        if syntax.lemma(verb) in _words("denied") and verb != setting.trigger.anchor:
            return Finding("denied", verb)
        verb = syntax.tokens[verb].head
    return None


def _only_supposed(setting: Setting) -> Finding | None:
    """May, might, could; if; speculation, possibility; "a possible meeting"."""
    syntax = setting.syntax
    for verb in _carriers(setting):
        for c in syntax.deps(verb, "aux"):
            if syntax.lower(c) in _words("speculated_modals"):
                return Finding("speculated", c)
        if _is_word(syntax, verb, "speculated") and verb != setting.trigger.anchor:
            return Finding("speculated", verb)
        for said in (verb, *_predicates(setting)):
            if syntax.lower(said) in _words("speculated_words"):
                return Finding("speculated", said)
    if setting.trigger.form == "verb" and (question := _asked(syntax, setting.trigger.anchor)) is not None:
        return Finding("speculated", question)
    first = next(_carriers(setting), None)
    if first is not None and (word := is_hypothetical(syntax, first)) is not None:
        return Finding("speculated", word)
    return _by_noun_or_adjective(setting, "speculated")


def _only_proposed(setting: Setting) -> Finding | None:
    """Proposed, offered, sought, invited to; a proposal, an offer, an invitation."""
    return _by_controller(setting, "proposed") or _by_noun_or_adjective(setting, "proposed")


def _expected(setting: Setting) -> Finding | None:
    """Expected, planned, likely; a plan for."""
    for word in _predicates(setting):
        for status in ("expected", "scheduled"):
            if setting.syntax.lower(word) in _words(f"{status}_words"):
                return _at(status, word)
    return _by_controller(setting, "expected") or _by_noun_or_adjective(setting, "expected")


def _scheduled(setting: Setting) -> Finding | None:
    """Will, set to, due to, is to, scheduled for; a headline's "to meet"."""
    syntax = setting.syntax
    found = _by_controller(setting, "scheduled") or _by_noun_or_adjective(setting, "scheduled")
    if found is not None:
        return found
    if _is_scene_of(setting) and setting.clause.verb is not None and _has_future(syntax, setting.clause.verb):
        return Finding("scheduled", setting.clause.verb)
    for verb in _carriers(setting):
        if _has_future(syntax, verb):
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
        if syntax.lemma(verb) == "be" and verb != setting.clause.verb and _is_to(syntax, setting):
            return Finding("scheduled", verb)
    root = next(_carriers(setting), None)
    if root is not None and syntax.tokens[root].dep == "ROOT" and _is_to(syntax, setting):
        return Finding("scheduled", root)
    return None


def _begun(setting: Setting) -> Finding | None:
    """Under way: the present progressive, "ongoing", "continue"."""
    syntax = setting.syntax
    for verb in _carriers(setting):
        auxiliaries = {syntax.lower(c) for c in syntax.deps(verb, "aux")}
        if syntax.tokens[verb].tag == "VBG" and auxiliaries & {"is", "are", "'s", "’s", "'re", "’re"}:
            return Finding("scheduled" if _is_ahead(setting) else "under_way", verb)
    for word in _modifiers(setting):
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
    if setting.clause.relation in {"self", "object", "subject"} and len(verbs) > 1 and _is_to(setting.syntax, setting):
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
        if setting.clause.governor is not None or not is_course or not _is_past(syntax, verb_):
            return None
        return Finding("held", verb_)
    if setting.clause.relation == "attribute":
        return Finding("held", verb_) if _is_past(syntax, verb_) else None
    if setting.clause.relation in {"object", "subject"} and not _carries(setting, verb_):
        return None
    if setting.clause.relation == "subject" and syntax.lemma(verb_) == "be" and not syntax.deps(verb_, "prep"):
        return None  # "a meeting was possible" tells of none; "the meeting was in Oslo" does
    verb = (
        syntax.controllers(verb_)[-1] if setting.syntax.lemma(syntax.controllers(verb_)[-1]) in _IMPLICATIVE else verb_
    )
    return Finding("held", verb) if _is_past(syntax, verb) else None


def _by_calendar(setting: Setting) -> Finding | None:
    """A dated event without a telling verb: held when its time is over before the publication, scheduled when it lies ahead."""
    if setting.when is None or setting.published is None:
        return None
    if setting.when.end < setting.published.start:
        return Finding("held", setting.trigger.anchor)
    if _is_ahead(setting):
        return Finding("scheduled", setting.trigger.anchor)
    return None


def _afterwards(setting: Setting) -> Finding | None:
    """ "after the talks", told in the past: over. "Ahead of the talks" leaves open whether they came."""
    if (
        setting.clause.preposition in {"after", "following", "since"}
        and setting.clause.verb is not None
        and _told_in_past(setting)
    ):
        return Finding("held", setting.trigger.anchor)
    return None


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
)


# --- what the rules ask ------------------------------------------------------------------------------------------------


def _at(status: str, token: int) -> Finding:
    return Finding(status, token)  # type: ignore[arg-type]  # the caller's literals are statuses


def _carriers(setting: Setting) -> Iterator[int]:
    """The verbs that speak of the event itself: those that describe it, then the carrying verb and its controllers where it carries."""
    for verb in setting.clause.own:
        yield from setting.syntax.controllers(verb)
        yield from _complements(setting.syntax, verb)
    verb_ = setting.clause.verb
    if verb_ is None or setting.clause.governor is not None:
        return
    if setting.clause.relation == "preposition":
        word = (setting.clause.preposition or "").split(" ")[-1]
        if word not in {"for", "to"}:
            return
    if setting.clause.relation == "object" and not _is_about_event(setting, verb_):
        return
    yield from verbs_of(setting.syntax, setting.clause)


def _is_about_event(setting: Setting, verb: int) -> bool:
    """Whether a verb makes or unmakes its object, the event; one that only deals with it ("dominate the summit") says nothing of it."""
    lemma = setting.syntax.lemma(verb)
    listed = (
        "cancelled",
        "postponed",
        "fell_through",
        "declined",
        "speculated",
        "proposed",
        "expected",
        "scheduled",
        "under_way",
        "begin",
    )
    return lemma in load_lexicon("carriers")["object"] or any(_is_word(setting.syntax, verb, name) for name in listed)


def _complements(syntax: Syntax, verb: int) -> Sequence[int]:
    """ "expected to take place": from the describing participle down to its complement."""
    return syntax.deps(verb, "xcomp")


def _all_verbs(setting: Setting) -> Iterator[int]:
    yield from _carriers(setting)
    if setting.clause.verb is not None and setting.clause.governor is None:
        yield setting.clause.verb


def _concerns(setting: Setting, verb: int) -> bool:
    """Whether the verb says its word of this event, not of a participant or another thing."""
    if verb in setting.clause.own:
        return True
    return setting.clause.relation in {"object", "subject"} and setting.trigger.form != "verb"


def _is_word(syntax: Syntax, verb: int, name: str) -> bool:
    lemma = syntax.lemma(verb)
    if lemma in _words(name):
        return True
    particles = {syntax.lower(c) for c in syntax.deps(verb, "prt", "advmod", "prep")}
    return any(lemma == phrase.split()[0] and phrase.split()[1] in particles for phrase in _words(f"{name}_particles"))


def _predicates(setting: Setting) -> Sequence[int]:
    """The adjective that "be" says of the event ("a meeting was possible")."""
    verb = setting.clause.verb
    if verb is None or setting.clause.relation != "subject" or setting.syntax.lemma(verb) != "be":
        return ()
    return setting.syntax.deps(verb, "acomp")


def _by_controller(setting: Setting, name: str) -> Finding | None:
    syntax = setting.syntax
    for verb in _carriers(setting):
        if verb == setting.trigger.anchor:
            continue
        if (_is_word(syntax, verb, name) or syntax.lower(verb) in _words(f"{name}_words")) and not _is_state_of_things(
            syntax, verb
        ):
            return _at(name, verb)
    return None


def _is_state_of_things(syntax: Syntax, verb: int) -> bool:
    """ "open" and "ready" as verbs of the event itself ("the summit opened") are no willingness."""
    return syntax.tokens[verb].pos == "VERB" and syntax.lemma(verb) in {"open", "ready"}


def _by_noun_or_adjective(setting: Setting, name: str) -> Finding | None:
    syntax = setting.syntax
    governor = setting.clause.governor
    if governor is not None and syntax.lemma(governor) in _words(f"{name}_nouns"):
        return _at(name, governor)
    for word in _modifiers(setting):
        if syntax.lower(word) in _words(f"{name}_words") and syntax.tokens[word].dep != "det":
            return _at(name, word)
    verb = setting.clause.verb
    head = syntax.tokens[verb].head if verb is not None and syntax.tokens[verb].dep in {"acl", "ccomp"} else None
    if head is not None and syntax.tokens[head].pos == "NOUN" and syntax.lemma(head) in _words(f"{name}_nouns"):
        return _at(name, head)
    return None


def _modifiers(setting: Setting) -> Iterator[int]:
    if setting.trigger.form == "verb":
        return
    for i in (setting.trigger.anchor, setting.trigger.first):
        for c in setting.syntax.children[i]:
            if c < setting.trigger.anchor and setting.syntax.tokens[c].dep in {"amod", "compound", "nmod", "advmod"}:
                yield c


def _asked(syntax: Syntax, verb: int) -> int | None:
    """The question word of an indirect question that the verb stands in ("what message she will deliver")."""
    for o in syntax.deps(verb, "dobj", "nsubj", "pobj"):
        for c in (o, *syntax.children[o]):
            if (
                syntax.tokens[c].tag in {"WDT", "WP"}
                and syntax.lower(c) in {"what", "which", "who", "whom"}
                and syntax.tokens[verb].dep != "relcl"
            ):
                return c
    return None


def _is_scene_of(setting: Setting) -> bool:
    """Whether something else is told to happen at the event ("will speak at the summit")."""
    is_inside = (setting.clause.preposition or "").split(" ")[-1] in {"at", "in", "during"}
    return setting.clause.relation == "preposition" and setting.clause.governor is None and is_inside


def _has_future(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower(c) in _FUTURE for c in syntax.deps(verb, "aux"))


def _is_to(syntax: Syntax, setting: Setting) -> bool:
    verb = setting.clause.verb
    return verb is not None and any(syntax.tokens[c].tag == "TO" for c in syntax.deps(verb, "aux"))


def _is_past(syntax: Syntax, verb: int) -> bool:
    token = syntax.tokens[verb]
    if is_negated(syntax, verb):
        return False
    auxiliaries = {syntax.lower(c) for c in syntax.deps(verb, "aux", "auxpass")}
    if token.tag == "VBD":
        return True
    if token.tag == "VBN":
        return bool(auxiliaries & {"was", "were", "has", "have", "had", "been", "'ve", "’ve"}) or (
            not auxiliaries and token.dep != "amod"
        )
    if token.tag == "VBG":
        if auxiliaries & {"was", "were", "been"}:
            return True
        return (
            not auxiliaries and token.dep in {"advcl", "pcomp"} and token.head != verb and _is_past(syntax, token.head)
        )
    return token.tag == "VB" and bool(auxiliaries & {"did"})


def _told_in_past(setting: Setting) -> bool:
    return setting.clause.verb is not None and _is_past(setting.syntax, setting.clause.verb)


def _carries(setting: Setting, verb: int) -> bool:
    lemma = setting.syntax.lemma(verb)
    carriers = load_lexicon("carriers")
    if setting.clause.relation == "object":
        return lemma in carriers["object"] and carriers["object"][lemma] not in {"none", "declined", "absent"}
    return lemma in carriers["subject"] or (setting.syntax.is_passive(verb) and lemma in carriers["agent"])


def _is_ahead(setting: Setting) -> bool:
    return setting.when is not None and setting.published is not None and setting.when.start > setting.published.end
