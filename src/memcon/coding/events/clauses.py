"""How an event's trigger sits in its sentence: the verb that carries it, and the participles and clauses that describe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.codebook import load_codebook
from memcon.coding.channels.apposed import behind_its_name
from memcon.coding.events.scene import Clause, Relation, Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    ADPOSITIONS,
    ARGUMENTS,
    COMPOUNDS,
    FELLOWS,
    FREE_CLAUSES,
    NOMINAL,
    NOMINAL_SUBJECTS,
    OBJECTS,
    ON_NOUNS,
    RELATIVE_HEADS,
    VERBAL,
)
from memcon.domain.tree import Tree
from memcon.lexicon import words


def clause_of(index: TextIndex, trigger: Trigger) -> Clause:
    """The clause of a trigger; a coordinated noun shares that of the first in its row."""
    if trigger.is_verb:
        return Clause(verb=trigger.anchor, relation="self")
    anchor = trigger.anchor
    own = tuple(_describing(index, trigger))
    while index.tokens[anchor].dep in _TO_ITS_HEAD and index.tokens[anchor].head != anchor:
        anchor = index.tokens[anchor].head
    if (part := part_of_it(index, anchor)) is not None:
        return replace(_behind_preposition(index, index.tokens[part].head, own), preposition=_DURING)
    anchor = measured(index.tree, anchor)
    token = index.tokens[anchor]
    head = index.tokens[token.head]
    if token.dep in OBJECTS and _leads_like_a_preposition(index, head.i):  # "at a briefing following talks"
        return _behind_preposition(index, head.i, own)
    if token.dep in OBJECTS and head.pos in VERBAL:
        return Clause(verb=head.i, relation="object", own=own)
    if token.dep in NOMINAL_SUBJECTS and head.pos in VERBAL:
        return Clause(verb=head.i, relation="subject", own=own)
    if token.dep == "attr":
        return Clause(verb=head.i, relation="attribute", own=own)
    if token.dep == "pobj" and head.i != token.i:
        return _behind_preposition(index, head.i, own)
    return Clause(verb=None, relation="none", own=own)


_IN_A_CLAUSE = ARGUMENTS | {"attr"}
_TO_ITS_HEAD = FELLOWS | COMPOUNDS
_MEASURES = words("measuring_an_event")
_PARTS = words("start_of_an_event") | words("end_of_an_event") | words("parts_of_an_event")
_AT_A_PART = words("leading_to_a_part_of_an_event")
_DURING = "during"
"""What "at the end of" and "on the second day of" come to, whatever the verb means with "at" or "on"."""
_AFTER = "after"
"""What "fresh from" comes to."""
_COMING_BACK = words("just_back")
_PAST_AN_EVENT = words("leading_past_an_event")
_OF_EVENTS = words("said_only_of_events")
_BEGINNING_OR_ENDING = words("event_beginning") | words("coming_to_its_end") | (words("coming_about") - {"take"})
_OVER_NAMES = words("leading_past_names")
_SCENE = words("leading_to_a_scene")
_LEADING_ON = words("adverb_before_a_preposition")
_LEADING_ON_THE_WAY = words("taking_along")
_PLACES_TOLD = words("telling_where_by_an_adverb")
_BEFORE_PREPOSITIONS = _PLACES_TOLD | {"ahead"}
_ON_A_TOPIC = words("leading_to_a_topic") | {"for"}


def measured(tree: Tree, i: int) -> int:
    """ "a round of talks", "two days of talks": the noun that stands for the event in its clause; `i` itself where none measures it."""
    preposition = tree.tokens[i].head
    measure = tree.tokens[preposition].head
    is_measured = tree.tokens[i].dep == "pobj" and tree.lower(preposition) == "of"
    return measure if is_measured and tree.lemma(measure) in _MEASURES else i


def part_of_it(index: TextIndex, i: int) -> int | None:
    """The part of an event at which something is told to be done ("at the end of a visit", "on the second day of the talks")."""
    preposition = index.tokens[i].head
    part = index.tokens[preposition].head
    is_part = (
        index.tokens[i].dep == "pobj" and index.tree.lower(preposition) == "of" and index.tree.lemma(part) in _PARTS
    )
    leading = index.tokens[part].head
    return part if is_part and index.tokens[part].dep == "pobj" and index.tree.lower(leading) in _AT_A_PART else None


def _describing(index: TextIndex, trigger: Trigger) -> Iterator[int]:
    """The participles and relative clauses that describe an event noun, and those that hang on a name inside its phrase though only an
    event can be meant ("the summit between A and B, which was expected to take place")."""
    first, last = index.tree.extent(trigger.anchor)
    beside = None if trigger.channel is None else behind_its_name(index, trigger.channel)
    if beside is not None:
        last = max(last, index.tree.last(beside))
    measure = measured(index.tree, trigger.anchor)
    if measure != trigger.anchor:  # "a second round of talks, held in Athens"
        yield from (v for v in index.tree.deps(measure, *ON_NOUNS) if index.tokens[v].tag == "VBN" and v > last)
    for i in range(first, last + 1):
        token = index.tokens[i]
        if token.dep not in ON_NOUNS or token.pos not in VERBAL:
            continue
        if _tells_what_happens_there(index, i):
            continue
        between = (j for j in range(trigger.anchor + 1, i) if j != beside)
        is_nearest = not any(index.tree.lemma(j) in load_codebook().event_nouns for j in between)
        if token.head == trigger.anchor or (i > trigger.anchor and is_nearest and _is_of_event(index, i)):
            yield i


def _tells_what_happens_there(index: TextIndex, verb: int) -> bool:
    """Whether a relative clause tells of something that happens at the event ("a summit where he may meet her", "at which …", "where trade is
    expected to be discussed"), not of the event itself."""
    is_on_the_way = any(index.tree.lower(p) == "to" for p in index.tree.deps(verb, "prep"))
    if is_on_the_way and index.tree.lemma(verb) in _LEADING_ON_THE_WAY and index.tree.deps(verb, "dobj"):
        return True  # "a tour that will take him to Lima"
    told = (verb, *index.tree.deps(verb, "xcomp"))
    near = [c for v in told for c in index.tree.deps(v, "advmod", "prep")]
    behind = (c for p in near for c in index.tree.deps(p, "pobj"))
    return any(index.tokens[c].tag == "WRB" for c in near) or any(index.tokens[c].tag in RELATIVE_HEADS for c in behind)


def _is_of_event(index: TextIndex, verb: int) -> bool:
    """Whether a verb on a name can only be said of an event ("was expected", "took place")."""
    if index.tree.lemma(verb) == "take":
        return any(index.tree.lower(c) == "place" for c in index.tree.children[verb])
    is_of_person = any(index.tree.lower(c) == "who" for c in index.tree.deps(verb, "nsubj", "nsubjpass"))
    noun = index.tokens[verb].head
    if noun in index.timex_at and index.tokens[verb].tag == "VBN" and index.tree.deps(verb, "agent"):
        return True  # "the summit on 22 April hosted by Peru"
    if index.tree.lemma(verb) in _BEGINNING_OR_ENDING and index.tokens[verb].dep == "relcl" and not is_of_person:
        return (
            index.tokens[noun].dep == "pobj" and index.tokens[noun].pos == "PROPN"
        )  # "talks in Oslo, which end on Friday"
    is_on_name = (_is_name(index, noun) or _ends_phrase(index, noun, verb)) and not is_of_person
    return index.tree.lemma(verb) in _OF_EVENTS and index.tree.is_passive(verb) and is_on_name


def _ends_phrase(index: TextIndex, noun: int, verb: int) -> bool:
    """Whether a common noun ends the topic or purpose of an event ("the summit for peace held in Rome", "the conference on fish, which was held")."""
    preposition = index.tokens[noun].head
    while index.tokens[noun].dep == "conj" and index.tokens[noun].head != noun:
        noun = index.tokens[noun].head
        preposition = index.tokens[noun].head
    return noun < verb and index.tree.lower(preposition) in _ON_A_TOPIC


def _is_name(index: TextIndex, i: int) -> bool:
    return i in index.mention_at or index.tokens[i].pos == "PROPN"


def _behind_preposition(index: TextIndex, preposition: int, own: tuple[int, ...]) -> Clause:
    word = index.tree.lower(preposition)
    outer = index.tokens[preposition].head
    if index.tree.lower(preposition - 1) in _LEADING_ON and preposition - 1 in index.tree.deps(outer, "advmod"):
        word = f"{index.tree.lower(preposition - 1)} {word}"
    while _goes_on_outwards(index, outer):
        is_beside = outer == preposition - 1 and index.tree.lower(outer) not in _PLACES_TOLD
        word = f"{index.tree.lower(outer)} {word}" if is_beside else word
        outer = index.tokens[outer].head
    outer = _finite(index, _past_names(index, outer, word), word)
    outer = _told(index, outer, preposition)
    if index.tokens[outer].pos in VERBAL:
        return Clause(verb=outer, relation="preposition", preposition=word, own=own)
    if word == "from" and index.tree.lower(outer) in _COMING_BACK and outer < index.tokens[outer].head:
        return Clause(verb=index.tokens[outer].head, relation="preposition", preposition=_AFTER, own=own)
    if index.tokens[outer].pos == "ADJ" and index.tokens[outer].dep == "acomp":  # "is open to talks"
        return Clause(verb=index.tokens[outer].head, relation="preposition", preposition=word, governor=outer, own=own)
    if index.tokens[outer].pos in NOMINAL:
        verb = index.tokens[outer].head if index.tokens[outer].dep in _IN_A_CLAUSE else None
        relation: Relation = "preposition" if verb is not None else "none"
        return Clause(verb=verb, relation=relation, preposition=word, governor=outer, own=own)
    return Clause(verb=None, relation="none", preposition=word, own=own)


def _goes_on_outwards(index: TextIndex, i: int) -> bool:
    """Whether a word before a preposition is one itself, "ahead of" or "here on"."""
    is_preposition = index.tokens[i].pos in ADPOSITIONS or index.tree.lower(i) in _BEFORE_PREPOSITIONS
    return is_preposition and index.tokens[i].head != i


def _leads_like_a_preposition(index: TextIndex, i: int) -> bool:
    """Whether a participle on a noun or beside a verb only leads to what was before ("a briefing following the talks")."""
    is_participle = index.tokens[i].tag == "VBG" and index.tokens[i].dep in ON_NOUNS | FREE_CLAUSES | {"prep"}
    return is_participle and index.tree.lower(i) in _PAST_AN_EVENT and not index.tree.auxiliaries(i)


def _told(index: TextIndex, verb: int, preposition: int) -> int:
    """From the verb of a reporting clause that is put in ("will travel to Oslo, the office said on Monday, in a visit that …") to what is reported."""
    reported = next((c for c in index.tree.deps(verb, "ccomp") if c < verb), None)
    is_behind_comma = index.tokens[preposition - 1].text == "," and preposition > verb
    return reported if reported is not None and is_behind_comma else verb


def _past_names(index: TextIndex, outer: int, preposition: str) -> int:
    """From a time, place or name that a preposition was parsed onto to the verb above it ("hosted her in Seoul on Tuesday for the talks")."""
    if preposition not in _OVER_NAMES:
        return outer
    i = outer
    for _ in range(5):
        token = index.tokens[i]
        if token.pos == "VERB":
            return i if i < outer else outer  # "A, in Seoul for the talks, met B": not for the talks
        if token.pos != "ADP" and i not in index.timex_at and i not in index.mention_at and token.entity[2:] != "GPE":
            return outer
        if token.head == i:
            return outer
        i = token.head
    return outer


def _finite(index: TextIndex, verb: int, preposition: str) -> int:
    """The verb that "at" or "during" an event belongs to: not an infinitive on a noun in between ("praised efforts to win peace during …")."""
    if preposition in _SCENE and index.tokens[verb].dep == "acl" and index.tokens[verb].tag == "VB":
        above = index.tokens[index.tokens[verb].head].head
        if index.tokens[above].pos == "VERB":
            return above
    return verb
