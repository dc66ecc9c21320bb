"""Whose time and place it is: how a word hangs on an event in its sentence."""

from __future__ import annotations

from memcon.coding.events.agendas import TOPIC_VERBS
from memcon.coding.events.clauses import Clause, verbs_of
from memcon.coding.events.triggers import Trigger
from memcon.coding.syntax import Syntax

_OF = frozenset({"of", "for", "at", "in", "during"})
"""Prepositions by which an event hangs on a noun whose time is its own ("the start of talks"), not "an announcement on the summit"."""

_WAY_THERE = frozenset({"arrive", "land", "leave", "depart", "fly", "head"})
"""Verbs of a way whose day is not that of what it leads to ("arrived on Monday for talks")."""


def reach(syntax: Syntax, i: int, trigger: Trigger, clause: Clause) -> int | None:
    """How a token hangs on a trigger: 0 on the trigger itself or a verb that describes it, 1 on the carrying verb or its
    controllers, None when another verb or clause stands between."""
    near = {trigger.anchor, trigger.first, *clause.own, *(x for v in clause.own for x in syntax.deps(v, "xcomp"))}
    is_own = clause.governor is None or (clause.relation == "preposition" and clause.preposition in _OF)
    far = set(verbs_of(syntax, clause)) if is_own else set()
    if clause.relation == "preposition" and (not _is_setting(clause) or _is_way_there(syntax, trigger, clause)):
        far = set()
    far.update(v for verb in tuple(far) for v in syntax.deps(verb, "advcl") if _is_as_planned(syntax, v))
    if clause.relation == "subject" and clause.verb is not None:
        far.update(syntax.deps(clause.verb, "xcomp"))
    if _is_in_name(syntax, i) and syntax.tokens[i].head not in near:
        return None  # "on the margins of the 2031 Lagos forum": the forum's year
    for _ in range(12):
        if i in near:
            return 0 if i != clause.verb else 1
        if i in far:
            return 1
        token = syntax.tokens[i]
        if token.head == i or (token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}):
            return None
        if token.pos == "NOUN" and _is_topic(syntax, i):
            return None  # the time or place of what is talked about ("discuss the war in Ukraine")
        i = token.head
    return None


def _is_in_name(syntax: Syntax, i: int) -> bool:
    """Whether a time stands before a noun that it is part of the name of."""
    token = syntax.tokens[i]
    is_before = i < token.head and token.dep in {"compound", "nummod", "nmod"}
    return is_before and token.head not in syntax.timex_at and syntax.tokens[token.head].pos == "PROPN"


def _is_topic(syntax: Syntax, i: int) -> bool:
    """Whether a noun is what a verb of discussing is about."""
    while syntax.tokens[i].dep == "conj" and syntax.tokens[i].head != i:
        i = syntax.tokens[i].head
    return syntax.tokens[i].dep == "dobj" and syntax.lemma(syntax.tokens[i].head) in TOPIC_VERBS


def _is_setting(clause: Clause) -> bool:
    """Whether the time and place of the verb are those of the event behind its preposition ("said at a press conference on Monday")."""
    return clause.governor is not None or (clause.preposition or "") in {"at", "in", "during", "for"}


def _is_way_there(syntax: Syntax, trigger: Trigger, clause: Clause) -> bool:
    is_way = clause.verb is not None and syntax.lemma(clause.verb) in _WAY_THERE
    return is_way and clause.preposition == "for" and trigger.family != "visit"


def _is_as_planned(syntax: Syntax, verb: int) -> bool:
    """ "as planned", "as scheduled": the time behind it is the event's."""
    is_short = bool(syntax.deps(verb, "mark")) and not syntax.deps(verb, "nsubj", "nsubjpass")
    return (
        is_short
        and syntax.tokens[verb].tag == "VBN"
        and any(syntax.lower(m) == "as" for m in syntax.deps(verb, "mark"))
    )


def reaches_deep(syntax: Syntax, i: int, trigger: Trigger, clause: Clause) -> bool:
    """Like `reach`, but through the complements of describing verbs ("which was expected to take place on the sidelines")."""
    goals = {trigger.anchor, trigger.first, *clause.own, *verbs_of(syntax, clause)}
    for _ in range(12):
        if i in goals:
            return True
        if syntax.tokens[i].head == i:
            return False
        i = syntax.tokens[i].head
    return False
