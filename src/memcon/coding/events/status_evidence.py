"""What the wording around an event's trigger says: the words of the status rules' questions, each a small function."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.events.clauses import Clause, verbs_of
from memcon.coding.events.triggers import Trigger
from memcon.coding.lexicon import load_lexicon
from memcon.coding.syntax import Syntax
from memcon.domain.annotation import Operator, OperatorKind
from memcon.domain.dates import Interval
from memcon.domain.records import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that the rules look at. `when` and `published` are intervals of days or None; `in_title` for headlines, whose present tense
    tells nothing of time. `former` are words that tell of the event as it was before what the sentence tells of it (`former_words`)."""

    syntax: Syntax
    trigger: Trigger
    clause: Clause
    when: Interval | None = None
    published: Interval | None = None
    in_title: bool = False
    former: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """A status and the token that decided it."""

    status: Status
    token: int


def operators(setting: Setting) -> Iterator[Operator]:
    """The operators over the event: those on its own word, then those on the verbs that speak of it."""
    seen: set[Operator] = set()
    described = (
        setting.syntax.tokens[verb].head for verb in setting.clause.own
    )  # it may be a name in the event's phrase
    for i in dict.fromkeys((setting.trigger.anchor, *described, *carriers(setting))):
        for operator in setting.syntax.factuality(i).operators:
            if operator not in seen and operator.token not in setting.former:
                seen.add(operator)
                yield operator


SETTLING = frozenset({"hold", "convene", "conduct", "stage", "begin", "start", "open", "resume"})
"""Verbs of which the event is the object or, in the passive, the subject, and that settle that it was or will be."""

SETTLED = frozenset({"take", "occur", "happen", "begin", "start", "open", "resume", "convene", "proceed"})
"""Verbs that settle it of their subject."""


def former_words(syntax: Syntax, trigger: Trigger, clause: Clause) -> frozenset[int]:
    """The words that describe an event as it was once ("the long-delayed talks", "the visit, planned for March,") where the sentence itself tells
    that it took place or will; else none."""
    verb = clause.verb
    if trigger.form == "verb" or verb is None or clause.relation not in {"subject", "object"}:
        return frozenset()
    is_object = clause.relation == "object" or syntax.is_passive(verb)
    if syntax.lemma(verb) not in (SETTLING if is_object else SETTLED):
        return frozenset()
    factuality = syntax.factuality(verb)
    is_certain = not factuality.is_negative and factuality.certainty == "certain"
    if not is_certain or not (factuality.time == "past" or factuality.operator("arrangement")):
        return frozenset()
    words = [c for c in syntax.deps(trigger.anchor, "amod", "compound", "nmod") if c < trigger.anchor]
    words += clause.own
    words += [c for v in clause.own for c in syntax.deps(v, "aux", "auxpass", "xcomp")]
    return frozenset(i for i in words if syntax.is_over(i, trigger.anchor))


def acts(setting: Setting) -> frozenset[int]:
    """The verbs over the event that have a time and place of their own: "agreed on Monday to meet", "was called off in Oslo"; not those
    that give the event's ("is scheduled for Monday")."""
    syntax = setting.syntax
    appointing = load_lexicon("carriers")["appointing"]["verbs"]
    return frozenset(
        o.token
        for o in operators(setting)
        if syntax.tokens[o.token].pos == "VERB"
        and syntax.lemma(o.token) not in appointing
        and not any(own.token == o.token for own in syntax.factuality(o.token).operators)
    )


def by_operator(setting: Setting, *kinds: OperatorKind) -> Operator | None:
    """The first operator of one of `kinds` over the event."""
    return next((o for o in operators(setting) if o.kind in kinds), None)


def carriers(setting: Setting, *, beyond: bool = False) -> Iterator[int]:
    """The verbs that speak of the event itself: those that describe it, with their complements, then the carrying verb where it carries; with
    `beyond`, the carrying verb in any case."""
    syntax, clause = setting.syntax, setting.clause
    for verb in clause.own:
        if _is_aim(syntax, verb):
            continue
        yield verb
        yield from syntax.deps(verb, "xcomp")  # "which was expected to take place"
    if clause.verb is None or clause.governor is not None:
        return
    word = (clause.preposition or "").split(" ")[-1]
    is_led = clause.relation != "preposition" or word in {"for", "to"} or _goes_ahead(setting, clause.verb)
    is_dealt_with = clause.relation != "object" or is_about_event(setting, clause.verb)
    if is_led and is_dealt_with:
        yield from verbs_of(syntax, clause)
    elif beyond:
        yield clause.verb


def _is_aim(syntax: Syntax, verb: int) -> bool:
    """Whether an infinitive behind an event tells what it is for ("a meeting to mend ties"), not when ("a meeting to be held")."""
    purpose = next(iter(syntax.factuality(verb).operators), None)
    return purpose is not None and purpose.kind == "purpose" and purpose.token == verb


def _goes_ahead(setting: Setting, verb: int) -> bool:
    """Whether the verb makes the event behind "with" take place ("went ahead with the visit")."""
    is_way_on = any(setting.syntax.lower(c) in {"ahead", "forward", "through"} for c in setting.syntax.children[verb])
    return setting.clause.preposition == "with" and (is_way_on or setting.syntax.lemma(verb) == "proceed")


def is_about_event(setting: Setting, verb: int) -> bool:
    """Whether a verb makes or unmakes its object, the event; one that only deals with it ("dominate the summit") says nothing of it."""
    return (
        setting.syntax.is_over(verb, setting.trigger.anchor)
        or setting.syntax.lemma(verb) in load_lexicon("carriers")["object"]
    )


def modifiers(setting: Setting) -> Iterator[int]:
    if setting.trigger.form == "verb":
        return
    for i in (setting.trigger.anchor, setting.trigger.first):
        for c in setting.syntax.children[i]:
            if c < setting.trigger.anchor and setting.syntax.tokens[c].dep in {"amod", "compound", "nmod", "advmod"}:
                yield c


def asked(syntax: Syntax, verb: int) -> int | None:
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


def is_scene_of(setting: Setting) -> bool:
    """Whether something else is told to happen at the event ("will speak at the summit")."""
    is_inside = (setting.clause.preposition or "").split(" ")[-1] in {"at", "in", "during"}
    return setting.clause.relation == "preposition" and setting.clause.governor is None and is_inside


def is_past(syntax: Syntax, verb: int) -> bool:
    """Whether a verb tells of something as done."""
    factuality = syntax.factuality(verb)
    return factuality.time == "past" and not factuality.is_negative


def told_in_past(setting: Setting) -> bool:
    return setting.clause.verb is not None and is_past(setting.syntax, setting.clause.verb)


def carries(setting: Setting, verb: int) -> bool:
    lemma = setting.syntax.lemma(verb)
    carriers = load_lexicon("carriers")
    if setting.clause.relation == "object":
        phrases = (f"{lemma} {setting.syntax.lower(c)}" for c in setting.syntax.deps(verb, "prt", "advmod"))
        key = next((k for k in phrases if k in carriers["object"]), lemma)
        return key in carriers["object"] and carriers["object"][key] not in {"none", "declined", "absent"}
    return lemma in carriers["subject"] or (setting.syntax.is_passive(verb) and lemma in carriers["agent"])


def is_ahead(setting: Setting) -> bool:
    return setting.when is not None and setting.published is not None and setting.when.start > setting.published.end


_PARTS = frozenset({"minute", "hour", "day", "week", "month", "round"})
"""Nouns that measure what has taken place of an event ("two days of talks")."""

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest"})


def is_unmet(setting: Setting) -> bool:
    """ "should have met": what ought to have been, told of the past; whether it was stays open."""
    obligation = by_operator(setting, "obligation")
    if obligation is None or setting.syntax.tokens[obligation.token].dep not in {"aux", "auxpass"}:
        return False
    verb = setting.syntax.tokens[obligation.token].head
    return any(setting.syntax.lower(c) == "have" for c in setting.syntax.deps(verb, "aux"))


def is_begun_in_part(setting: Setting) -> bool:
    """Whether the event is measured by what was of it: "two days of talks" that came to nothing were held."""
    syntax = setting.syntax
    preposition = syntax.tokens[setting.trigger.anchor].head
    measure = syntax.tokens[preposition].head
    is_subject = setting.clause.verb is not None and setting.clause.relation == "subject"
    return is_subject and syntax.lower(preposition) == "of" and syntax.lemma(measure) in _PARTS


def is_short(syntax: Syntax, verb: int) -> bool:
    """ "delayed by an hour": no other day."""
    behind = (c for p in syntax.deps(verb, "agent", "prep") if syntax.lower(p) == "by" for c in syntax.deps(p, "pobj"))
    return any(syntax.lemma(c) in {"minute", "hour"} for c in behind)


def is_ordinal(syntax: Syntax, verb: int) -> bool:
    """ "was the first since", "was their third"."""
    said = syntax.deps(verb, "attr", "acomp")
    return any(syntax.lower(w) in _ORDINALS for a in said for w in (a, *syntax.deps(a, "amod")))


def is_made_so(setting: Setting, verb: int) -> bool:
    """ "made talks conditional on a truce": the object is not made, but made so."""
    syntax = setting.syntax
    said = syntax.deps(verb, "advmod", "oprd", "acomp", "advcl", "ccomp")
    return syntax.lemma(verb) == "make" and any(
        c > setting.trigger.anchor and syntax.tokens[c].tag == "JJ" for c in said
    )


def is_amid(setting: Setting, verb: int) -> bool:
    """Whether somebody is told to be "in talks" or "on a visit"."""
    clause = setting.clause
    is_in = clause.preposition == ("on" if setting.trigger.family == "visit" else "in")
    return clause.relation == "preposition" and clause.governor is None and is_in and setting.syntax.lemma(verb) == "be"
