"""How an event's trigger sits in its sentence: the verb that carries it, and the participles and clauses that describe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from memcon.codebook import load_codebook
from memcon.coding.events.triggers import Trigger
from memcon.coding.syntax import Syntax

Relation = Literal["self", "object", "subject", "preposition", "attribute", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The place of a trigger in its sentence.

    `verb` carries the event noun in `relation` ("hold" talks: object; talks "took" place: subject; "met" at a forum: preposition), or is the
    trigger itself. `preposition` is the one before the noun. `governor` is a noun that the trigger hangs on ("speculation
    about a meeting"). `own` are the verbs that describe the noun ("scheduled for", "which was expected").
    """

    verb: int | None
    relation: Relation
    preposition: str | None = None
    governor: int | None = None
    own: tuple[int, ...] = ()


def clause_of(syntax: Syntax, trigger: Trigger) -> Clause:
    """The clause of a trigger; a coordinated noun shares that of the first in its row."""
    if trigger.form == "verb":
        return Clause(verb=trigger.anchor, relation="self")
    anchor = trigger.anchor
    own = tuple(_describing(syntax, trigger))
    while syntax.tokens[anchor].dep in {"conj", "appos", "compound"} and syntax.tokens[anchor].head != anchor:
        anchor = syntax.tokens[anchor].head
    anchor = _measured(syntax, anchor)
    token = syntax.tokens[anchor]
    head = syntax.tokens[token.head]
    if token.dep in {"dobj", "oprd"} and head.pos in {"VERB", "AUX"}:
        return Clause(verb=head.i, relation="object", own=own)
    if token.dep in {"nsubj", "nsubjpass"} and head.pos in {"VERB", "AUX"}:
        return Clause(verb=head.i, relation="subject", own=own)
    if token.dep == "attr":
        return Clause(verb=head.i, relation="attribute", own=own)
    if token.dep in {"pobj", "pcomp"} and head.i != token.i:
        return _behind_preposition(syntax, head.i, own)
    return Clause(verb=None, relation="none", own=own)


_MEASURES = frozenset({"round", "session", "set", "day", "hour", "bout"})


def _measured(syntax: Syntax, i: int) -> int:
    """ "a round of talks": the noun that stands for the event in its clause."""
    preposition = syntax.tokens[i].head
    measure = syntax.tokens[preposition].head
    is_measured = syntax.tokens[i].dep == "pobj" and syntax.lower(preposition) == "of"
    return measure if is_measured and syntax.lemma(measure) in _MEASURES else i


_OF_EVENTS = frozenset(
    {"take", "schedule", "slate", "expect", "hold", "cancel", "postpone", "plan", "convene", "occur", "set", "delay"}
)


def _describing(syntax: Syntax, trigger: Trigger) -> Iterator[int]:
    """The participles and relative clauses that describe an event noun, and those that hang on a name inside its phrase though only an
    event can be meant ("the summit between A and B, which was expected to take place")."""
    first, last = syntax.extent(trigger.anchor)
    for i in range(first, last + 1):
        token = syntax.tokens[i]
        if token.dep not in {"acl", "relcl"} or token.pos not in {"VERB", "AUX"}:
            continue
        is_nearest = not any(syntax.lemma(j) in _event_nouns() for j in range(trigger.anchor + 1, i))
        if token.head == trigger.anchor or (i > trigger.anchor and is_nearest and _is_of_event(syntax, i)):
            yield i


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(words[-1] for words in load_codebook().by_noun)


def _is_of_event(syntax: Syntax, verb: int) -> bool:
    """Whether a verb on a name can only be said of an event ("was expected", "took place")."""
    if syntax.lemma(verb) == "take":
        return any(syntax.lower(c) == "place" for c in syntax.children[verb])
    is_of_person = any(syntax.lower(c) == "who" for c in syntax.deps(verb, "nsubj", "nsubjpass"))
    is_on_name = _is_name(syntax, syntax.tokens[verb].head) and not is_of_person
    return syntax.lemma(verb) in _OF_EVENTS and syntax.is_passive(verb) and is_on_name


def _is_name(syntax: Syntax, i: int) -> bool:
    return i in syntax.mention_at or syntax.tokens[i].pos == "PROPN"


def _behind_preposition(syntax: Syntax, preposition: int, own: tuple[int, ...]) -> Clause:
    word = syntax.lower(preposition)
    outer = syntax.tokens[preposition].head
    while syntax.tokens[outer].pos in {"ADP", "SCONJ"} and syntax.tokens[outer].head != outer:
        word = f"{syntax.lower(outer)} {word}" if outer == syntax.tokens[preposition].i - 1 else word
        outer = syntax.tokens[outer].head
    outer = _finite(syntax, _past_names(syntax, outer, word), word)
    outer = _told(syntax, outer, preposition)
    if syntax.tokens[outer].pos in {"VERB", "AUX"}:
        return Clause(verb=outer, relation="preposition", preposition=word, own=own)
    if syntax.tokens[outer].pos == "ADJ" and syntax.tokens[outer].dep == "acomp":  # "is open to talks"
        return Clause(verb=syntax.tokens[outer].head, relation="preposition", preposition=word, governor=outer, own=own)
    if syntax.tokens[outer].pos in {"NOUN", "PROPN"}:
        verb = syntax.tokens[outer].head if syntax.tokens[outer].dep in {"dobj", "nsubj", "nsubjpass", "attr"} else None
        relation: Relation = "preposition" if verb is not None else "none"
        return Clause(verb=verb, relation=relation, preposition=word, governor=outer, own=own)
    return Clause(verb=None, relation="none", preposition=word, own=own)


def _told(syntax: Syntax, verb: int, preposition: int) -> int:
    """From the verb of a reporting clause that is put in ("will travel to Oslo, the office said on Monday, in a visit that …") to what is reported."""
    reported = next((c for c in syntax.deps(verb, "ccomp") if c < verb), None)
    is_behind_comma = syntax.tokens[preposition - 1].text == "," and preposition > verb
    return reported if reported is not None and is_behind_comma else verb


def _past_names(syntax: Syntax, outer: int, preposition: str) -> int:
    """From a time, place or name that a preposition was parsed onto to the verb above it ("hosted her in Seoul on Tuesday for the talks")."""
    if preposition not in {"for", "at", "during", "after", "following", "ahead of", "before"}:
        return outer
    i = outer
    for _ in range(5):
        token = syntax.tokens[i]
        if token.pos == "VERB":
            return i
        if token.pos != "ADP" and i not in syntax.timex_at and i not in syntax.mention_at and token.entity[2:] != "GPE":
            return outer
        if token.head == i:
            return outer
        i = token.head
    return outer


def _finite(syntax: Syntax, verb: int, preposition: str) -> int:
    """The verb that "at" or "during" an event belongs to: not an infinitive on a noun in between ("praised efforts to win peace during …")."""
    if (
        preposition in {"during", "at", "after", "following"}
        and syntax.tokens[verb].dep == "acl"
        and syntax.tokens[verb].tag == "VB"
    ):
        above = syntax.tokens[syntax.tokens[verb].head].head
        if syntax.tokens[above].pos == "VERB":
            return above
    return verb


def verbs_of(syntax: Syntax, clause: Clause) -> tuple[int, ...]:
    """The carrying verb with its controllers, nearest first; empty without one."""
    return tuple(syntax.controllers(clause.verb)) if clause.verb is not None else ()
