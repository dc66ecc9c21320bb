"""Event mentions: a trigger with all that its own sentence says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.coding.events.agendas import find_agenda, find_outcome
from memcon.coding.events.circumstances import find_act_time, find_new_time, find_place, find_sidelines, find_when
from memcon.coding.events.clauses import Clause, clause_of
from memcon.coding.events.participants import Scene, collect_participants
from memcon.coding.events.status import find_status
from memcon.coding.events.status_evidence import Finding, Setting, acts, former_words
from memcon.coding.events.triggers import Trigger
from memcon.coding.lexicon import load_lexicon
from memcon.coding.places import Places
from memcon.coding.syntax import Syntax
from memcon.domain.dates import Interval, interval_of
from memcon.domain.records import Participant, Phrase, Place, When

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "such"})
_FIRSTS = frozenset({"first", "second", "third", "last", "only", "fourth", "fifth"})
_MASS = frozenset({"dialogue", "dialog", "discussion", "conversation", "negotiation", "consultation", "deliberation"})
"""Nouns that, without a determiner, mean an activity in general rather than one occasion; so does "talks"."""

_PLURAL_OCCASIONS = frozenset({"talks", "consultations", "negotiations", "discussions", "deliberations"})
_SETTINGS = frozenset({"in", "at", "during", "after", "following", "for", "out of"})
_OCCASIONS = frozenset({"time", "occasion", "instance", "visit", "meeting"})
_GENERIC = frozenset(
    {
        "any",
        "no",
        "many",
        "few",
        "more",
        "most",
        "every",
        "each",
        "past",
        "previous",
        "future",
        "further",
        "key",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """What one sentence says of an event. `is_definite` when it refers back ("the meeting", "Tuesday's meeting"), `is_elliptic` when a verb has no subject in a note
    ("Met with the premier"), `has_unnamed_party` when the other side has no name to keep, `is_generic` when it speaks of meetings in general, `same_as` is the token of what the sentence
    equates it with, `step_when` the time of the word that decided the status ("called off on Tuesday"), `has_new_time` when `when` is what it was put off to, `is_comparison` when it only counts ("the first time that …"), `in_title` for headlines."""

    trigger: Trigger
    clause: Clause
    participants: tuple[Participant, ...] = ()
    when: When | None = None
    place: Place | None = None
    agenda: tuple[Phrase, ...] = ()
    outcome: tuple[Phrase, ...] = ()
    status: Finding | None = None
    step_when: When | None = None
    has_new_time: bool = False
    sidelines: int | None = None
    same_as: int | None = None
    is_definite: bool = False
    is_demonstrative: bool = False
    is_elliptic: bool = False
    has_unnamed_party: bool = False
    is_generic: bool = False
    is_comparison: bool = False
    in_title: bool = False

    @property
    def interval(self) -> Interval | None:
        return interval_of(self.when.edtf) if self.when is not None else None


def describe(syntax: Syntax, places: Places, trigger: Trigger) -> EventMention:
    """The mention of an event at `trigger`."""
    clause = clause_of(syntax, trigger)
    former = former_words(syntax, trigger, clause)
    clause = replace(clause, own=tuple(v for v in clause.own if v not in former))
    published = syntax.annotation.document.published
    setting = Setting(
        syntax=syntax,
        trigger=trigger,
        clause=clause,
        published=interval_of(published) if published else None,
        in_title=syntax.sentence(trigger.anchor).kind in {"title", "heading"},
        former=former,
    )
    over = acts(setting)
    when = find_when(syntax, trigger, clause, over)
    setting = replace(setting, when=interval_of(when.edtf) if when is not None else None)
    status = find_status(setting)
    is_put_off = status is not None and status.status == "postponed" and status.token in over
    new_time = find_new_time(syntax, status.token) if status is not None and is_put_off else None
    return EventMention(
        trigger=trigger,
        clause=clause,
        participants=collect_participants(Scene(syntax=syntax, trigger=trigger, clause=clause)),
        when=new_time or when,
        has_new_time=new_time is not None,
        place=find_place(syntax, places, trigger, clause, over),
        agenda=find_agenda(syntax, trigger, clause),
        outcome=find_outcome(syntax, trigger, clause),
        status=status,
        step_when=find_act_time(syntax, status.token) if status is not None and status.token in over else None,
        sidelines=find_sidelines(syntax, trigger, clause),
        same_as=_same_as(syntax, clause),
        is_definite=_is_definite(syntax, trigger),
        is_demonstrative=any(syntax.lower(c) in {"this", "these"} for c in syntax.children[trigger.anchor]),
        has_unnamed_party=_has_unnamed_party(syntax, trigger, clause),
        is_elliptic=trigger.form == "verb" and not syntax.subjects(trigger.anchor),
        is_generic=_is_generic(syntax, trigger, clause, when),
        is_comparison=_is_comparison(syntax, trigger),
        in_title=setting.in_title,
    )


_EQUATING = frozenset({"be", "mark", "become", "constitute", "represent", "remain"})


def _same_as(syntax: Syntax, clause: Clause) -> int | None:
    """The subject that a sentence equates the event noun with: "the meeting marks the first talks", "this will be a summit"."""
    if (
        clause.verb is None
        or clause.relation not in {"attribute", "object"}
        or syntax.lemma(clause.verb) not in _EQUATING
    ):
        return None
    return next(iter(syntax.subjects(clause.verb)), None)


_EVERY_SO_OFTEN = frozenset({"annual", "yearly", "biannual", "quarterly", "monthly", "weekly", "daily"})
"""Adjectives that make "consultations" many; "the annual meeting" is one."""

_OTHERS = frozenset({"next", "last", "previous", "following", "coming"})


def _has_unnamed_party(syntax: Syntax, trigger: Trigger, clause: Clause) -> bool:
    """ "held talks with a senior rebel": the other side is told of, though not by a name that can be kept."""
    if trigger.form != "noun" or clause.relation != "object" or clause.verb is None:
        return False
    behind = (*syntax.deps(trigger.anchor, "prep"), *syntax.deps(clause.verb, "prep"))
    partners = (o for p in behind if syntax.lower(p) == "with" for o in syntax.deps(p, "pobj"))
    return any(syntax.tokens[o].pos in {"NOUN", "PROPN"} for o in partners)


def _is_definite(syntax: Syntax, trigger: Trigger) -> bool:
    """Whether the noun refers to what is known: an article or pronoun, or a time as its owner; "its own talks" and "next year's
    meeting" are new."""
    if trigger.form == "verb":
        return False
    before = [c for i in {trigger.anchor, trigger.first} for c in syntax.children[i] if c < trigger.anchor]
    is_other = any(c in syntax.timex_at and syntax.timex_at[c].text.split()[0].lower() in _OTHERS for c in before)
    if is_other or any(syntax.lower(c) == "own" for c in before):
        return False
    if any(syntax.lower(c) in _DEFINITE or (syntax.tokens[c].dep == "poss" and c in syntax.timex_at) for c in before):
        return True
    i = trigger.first - 1
    return i >= 0 and syntax.lower(i) in _DEFINITE and syntax.tokens[i].tag in {"DT", "PRP$"}


def _is_generic(syntax: Syntax, trigger: Trigger, clause: Clause, when: When | None) -> bool:
    """Meetings in general: a plural without its own time, a habit in the present, a verb that is negated and not ahead."""
    if trigger.form == "verb":
        return _is_generic_verb(syntax, trigger.anchor, when)
    if trigger.form == "channel":
        return not _is_session_told(syntax, trigger, clause)
    token = syntax.tokens[trigger.anchor]
    words = {syntax.lower(c) for c in syntax.children[trigger.anchor] if c < trigger.anchor}
    if words & _GENERIC or syntax.factuality(trigger.anchor).operator("repetition") is not None:
        return True
    is_plural = token.tag in {"NNS", "NNPS"} and (
        token.text.lower() not in _PLURAL_OCCASIONS or bool(words & _EVERY_SO_OFTEN)
    )
    if when is None and (is_plural or _is_counted_by_measure(syntax, trigger.anchor)):
        return True
    if syntax.lemma(trigger.anchor) in _MASS or token.text.lower() == "talks":
        return _is_mass(syntax, trigger, clause, when)
    if _is_definite(syntax, trigger) or clause.verb is None or clause.relation not in {"object", "subject"}:
        return False
    return not syntax.factuality(trigger.anchor).operators and _is_habit(syntax, clause.verb, when)


def _is_session_told(syntax: Syntax, trigger: Trigger, clause: Clause) -> bool:
    """Whether a channel's name stands for a session: by number, year or noun, or by what is said of it (held, attended, "at the SCM");
    elsewhere it names the body or the mechanism."""
    if (trigger.channel is not None and trigger.channel.is_session) or syntax.sentence(trigger.anchor).kind in {
        "title",
        "heading",
    }:
        return True
    carriers = load_lexicon("carriers")
    if clause.verb is None:
        return clause.preposition in {"at", "during"} or bool(clause.own)
    lemma = syntax.lemma(clause.verb)
    if clause.relation == "object":
        return lemma in carriers["object"]
    if clause.relation == "subject":
        return lemma in carriers["subject"] or (syntax.is_passive(clause.verb) and lemma in carriers["agent"])
    return clause.preposition in {"at", "during", "for", "of"} or bool(clause.own)


def _is_mass(syntax: Syntax, trigger: Trigger, clause: Clause, when: When | None) -> bool:
    """ "dialogue", "talks" as an activity in general: no determiner, no time, and no verb that makes them an occasion."""
    in_title = syntax.sentence(trigger.anchor).kind in {"title", "heading"}
    if when is not None or _is_definite(syntax, trigger) or in_title:
        return False
    if any(syntax.tokens[c].dep in {"det", "poss", "nummod"} for c in syntax.children[trigger.anchor]):
        return False
    between = (p for p in syntax.deps(trigger.anchor, "prep") if syntax.lower(p) == "between")
    if clause.relation != "object" and any(len(syntax.mentions_from(p + 1)) > 1 for p in between):
        return False
    if clause.verb is None or clause.relation == "none":
        return True
    carriers = load_lexicon("carriers")
    lemma = syntax.lemma(clause.verb)
    if clause.relation == "object":
        carrying = syntax.factuality(clause.verb)
        if syntax.tokens[clause.verb].tag == "VBG" and carrying.time == "open" and not carrying.operators:
            return True  # "invested in facilitating talks between A and B"
        return lemma not in carriers["object"] and not syntax.is_over(clause.verb, trigger.anchor)
    if clause.relation == "subject":
        is_told = lemma in carriers["subject"] or syntax.is_passive(clause.verb)
        return not is_told or _is_habit(syntax, clause.verb, when)
    if syntax.is_over(clause.verb, trigger.anchor) and any(
        syntax.lower(p) == "with" for p in syntax.deps(trigger.anchor, "prep")
    ):
        return False  # "agreed to talks with Togo"
    return clause.governor is not None or clause.preposition not in _SETTINGS


def _is_generic_verb(syntax: Syntax, verb: int, when: When | None) -> bool:
    factuality = syntax.factuality(verb)
    if factuality.is_negative and factuality.operator("negation") and factuality.time != "future":
        return True
    return _is_habit(syntax, verb, when)


def _is_habit(syntax: Syntax, verb: int, when: When | None) -> bool:
    """More than one occasion ("often met", "meet every spring"); the simple present outside a headline and without a date ("the council meets in
    Geneva")."""
    token = syntax.tokens[verb]
    if syntax.factuality(verb).operator("repetition") is not None or _is_counted(syntax, verb):
        return True
    in_title = syntax.sentence(verb).kind in {"title", "heading"}
    is_wanted = syntax.factuality(verb).operator("proposal", "obligation", "refusal", "denial") is not None
    if in_title or when is not None or syntax.is_supposed(verb) or is_wanted:
        return False
    if token.lemma == "be" or syntax.deps(verb, "aux", "auxpass"):
        return any(syntax.lower(c) == "can" for c in syntax.deps(verb, "aux"))
    return token.tag in {"VBZ", "VBP"} and token.dep not in {"xcomp"}


def _is_counted(syntax: Syntax, verb: int) -> bool:
    """ "met three times", "met twice", "met every chancellor": several occasions."""
    counts = syntax.deps(verb, "npadvmod", "advmod")
    if any(syntax.lower(d) in {"every", "each"} for o in syntax.deps(verb, "dobj") for d in syntax.deps(o, "det")):
        return True
    return any(
        syntax.lower(c) in {"twice", "thrice"} or (syntax.lower(c) == "times" and syntax.deps(c, "nummod", "amod"))
        for c in counts
    )


def _is_counted_by_measure(syntax: Syntax, noun: int) -> bool:
    """ "twelve rounds of talks": several occasions; "two days of talks" are one."""
    preposition = syntax.tokens[noun].head
    measure = syntax.tokens[preposition].head
    return (
        syntax.lower(preposition) == "of"
        and syntax.tokens[measure].tag == "NNS"
        and syntax.lemma(measure) in {"round", "session", "set", "bout"}
        and bool(syntax.deps(measure, "nummod", "amod"))
    )


def _is_comparison(syntax: Syntax, trigger: Trigger) -> bool:
    """ "the first time in eight years that the ministers have visited": it counts events, it tells none."""
    token = syntax.tokens[trigger.anchor]
    if trigger.form != "verb" or token.dep not in {"relcl", "acl", "ccomp", "advcl"}:
        return False
    for i in range(syntax.sentence(trigger.anchor).first + 1, trigger.anchor):
        if syntax.lemma(i) in _OCCASIONS and syntax.lower(i - 1) in _FIRSTS:
            between = range(i + 1, trigger.anchor)
            return token.head == i or any(syntax.lower(j) == "that" for j in between)
    return False
