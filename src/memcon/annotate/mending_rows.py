"""Mends of the parse where a clause or a phrase between commas parts what belongs together (`memcon.annotate.mending`): "A, who was in Oslo, [called] B",
"discussed a dialogue, [to be held in May], and [ways] to trade"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.parsed import Parsed
from memcon.domain.labels import (
    CLAUSES_OF_VERBS,
    NOMINAL,
    ON_NOUNS,
    PAST_FORMS,
    RELATIVE_HEADS,
    TENSED,
    WITHOUT_SUBJECT,
)
from memcon.domain.rules import rule
from memcon.domain.tokens import Token
from memcon.lexicon import words

_WITH_INTO = words("noun_with_into")
_VOTING = words("voting")
_SAYING, _OFFICES = words("saying"), words("office_nouns")
_AT_WHICH = words("leading_into_an_event")
_CONDUCTING, _OCCASIONS = words("carrying"), words("occasion_of_dealing")
_PAPERS = words("act_that_asks")
_CALLING = words("urging") | {"call"}
_SPEAKING_OUT = words("taking_a_stand") | words("urging") | words("saying")


@rule(
    yes=["President Maria Soto, who was in Oslo for a Nordic Council summit, called Chancellor Uwe Brandt on Friday."],
    no=[
        "President Maria Soto, who was in Oslo for a summit called by Norway, left.",
        "President Maria Soto, who was in Oslo, called Chancellor Uwe Brandt.",
    ],
)
def verb_behind_a_relative(parsed: Parsed) -> Iterator[Token]:
    """ "A, who was at a summit, [called] B": the past form behind the comma that ends the clause is the verb of the sentence, which would have none."""
    root = parsed.root
    if root is None or root.pos not in NOMINAL:
        return
    clause = next((c for c in parsed.children(root.i, "relcl") if _opens(parsed, root, c)), None)
    verb = _past_behind_a_comma(parsed, clause) if clause is not None else None
    if verb is None:
        return
    yield replace(verb, head=verb.i, dep="ROOT", tag="VBD", pos="VERB")
    yield replace(root, head=verb.i, dep="nsubj")
    for c in parsed.children(verb.i, "oprd"):
        yield replace(c, dep="dobj")
    for t in parsed.tokens:
        if t.i > verb.i and t.head < verb.i:
            yield replace(t, head=verb.i)


def _opens(parsed: Parsed, noun: Token, clause: Token) -> bool:
    """Whether a relative clause opens with a comma and "who" right behind the words of its noun."""
    who = next((t for t in parsed.children(clause.i, "nsubj") if t.tag in RELATIVE_HEADS), None)
    return who is not None and who.i == noun.i + 2 and parsed.at(who.i - 1).text == ","


def _past_behind_a_comma(parsed: Parsed, clause: Token) -> Token | None:
    """The past form right behind the only comma within a clause, hung on a noun of it and led to no doer by "by"."""
    inside = range(clause.i + 1, parsed.tokens[-1].i)
    comma = next((i for i in inside if parsed.at(i).text == ","), None)
    verb = parsed.at(comma + 1) if comma is not None else None
    if verb is None or verb.tag not in PAST_FORMS or verb.dep not in ON_NOUNS or parsed.children(verb.i, "agent"):
        return None
    return verb if clause.i < verb.head < verb.i else None


@rule(
    yes=[
        "The Peace Council of the Nordic Union (NU), at its fifth meeting, held on 12 May 2024, adopted the following decision on Chad.",
        "The Border Council, at its fifth meeting, held on 12 May 2024, adopted a plan.",
    ],
    no=[
        "The Border Council, at its fifth meeting, adopted a plan.",
        "The plan of the meeting, held back for days, is out.",
        "The Border Council, at its fifth meeting, held talks with Chad, and adopted a plan.",
    ],
)
def held_behind_its_occasion(parsed: Parsed) -> Iterator[Token]:
    """ "The council, at its fifth meeting, [held on Monday], adopted it": the meeting is held, not the council."""
    for verb in parsed.tokens:
        noun = _occasion_before(parsed, verb) if verb.lemma in _CONDUCTING else None
        if noun is None or parsed.children(verb.i, "prt", "dobj") or parsed.at(noun.head).text.lower() not in _AT_WHICH:
            continue
        if verb.dep in ON_NOUNS and verb.head < noun.i:
            yield replace(verb, head=noun.i)
        done = next((t for t in parsed.children(verb.i, "conj") if t.tag in PAST_FORMS), None)
        if verb.dep == "ROOT" and done is not None and parsed.at(done.i - 1).text == ",":
            yield replace(verb, head=noun.i, dep="acl")
            yield replace(done, head=done.i, dep="ROOT")
            yield from (replace(t, head=done.i) for t in parsed.tokens if t.head == verb.i and t.i < verb.i)


def _occasion_before(parsed: Parsed, verb: Token) -> Token | None:
    """The meeting that a preposition leads to right before a participle and its comma."""
    if verb.tag not in PAST_FORMS or not parsed.has(verb.i - 2) or parsed.at(verb.i - 1).text != ",":
        return None
    noun = parsed.at(verb.i - 2)
    return noun if noun.lemma in _OCCASIONS and noun.dep == "pobj" else None


@rule(
    yes=[
        "Minister Maria Soto discussed the next round of the Peru-Chad Strategic Dialogue, to be held in Lima in November, and trade."
    ],
    no=["The ministers agreed on Monday to be held to account.", "The ministers met, to be heard."],
)
def noun_to_be_held(parsed: Parsed) -> Iterator[Token]:
    """ "The dialogue, [to be held in May]": the infinitive in the passive behind a noun and a comma tells of that noun."""
    for verb in parsed.tokens:
        if verb.tag != "VBN" or verb.dep not in CLAUSES_OF_VERBS or parsed.children(verb.i, "nsubjpass"):
            continue
        sign = parsed.to_of(verb.i)
        to = sign.i if sign is not None else parsed.first
        if not parsed.has(to - 2) or parsed.at(to - 1).text != "," or parsed.at(to + 1).lemma != "be":
            continue
        noun = parsed.at(to - 2)
        if noun.pos in NOMINAL and verb.i == to + 2 and noun.head != verb.i:
            yield replace(verb, head=_top(parsed, noun).i, dep="relcl")


def _top(parsed: Parsed, noun: Token) -> Token:
    """The noun that a word stands before ("[Security] Dialogue"), else itself."""
    over = parsed.at(noun.head)
    return over if noun.dep == "compound" and over.i > noun.i else noun


@rule(
    yes=["The ministers discussed the next dialogue, to be held in Lima in November, and ways to trade."],
    no=["The ministers met in Lima and the guests in Oslo.", "The ministers discussed trade and left."],
)
def noun_in_a_row_with_the_object(parsed: Parsed) -> Iterator[Token]:
    """ "Discussed a treaty, …, and [ways] to trade": a noun can't be one more verb; it stands in a row with the verb's object."""
    for noun in parsed.tokens:
        over = parsed.at(noun.head)
        if noun.dep != "conj" or noun.pos not in NOMINAL or over.pos != "VERB" or noun.i < over.i:
            continue
        objects = [t for t in parsed.children(over.i, "dobj") if over.i < t.i < noun.i]
        if objects and not parsed.children(noun.i, "nsubj", "nsubjpass", "cop", "aux"):
            yield replace(noun, head=objects[-1].i)


@rule(
    yes=["The ministers welcomed the entry into force of the treaty on Monday and agreed to meet."],
    no=["The ministers turned the talks into a quarrel."],
)
def into_behind_its_noun(parsed: Parsed) -> Iterator[Token]:
    """ "Welcomed the entry [into force]": what such a noun's "into" leads to is of the noun, whatever verb has the noun as object."""
    for into in parsed.tokens:
        before = parsed.at(into.i - 1) if parsed.has(into.i - 1) else None
        if into.dep == "prep" and into.text.lower() == "into" and before is not None and before.lemma in _WITH_INTO:
            yield replace(into, head=before.i)


@rule(
    yes=["The dialogue ended after two days of talks on the river and on the future of the pact."],
    no=["The ministers held talks on fish and on trade.", "The talks ended after lunch and before dinner."],
)
def preposition_said_again(parsed: Parsed) -> Iterator[Token]:
    """ "After talks on X and [on] Y": a preposition in a row with another word's stands in one with the same word before it."""
    for t in (t for t in parsed.tokens if t.dep == "conj" and t.pos == "ADP"):
        before = [b for b in parsed.tokens if t.head < b.i < t.i and b.dep == "prep" and b.text == t.text]
        if before and parsed.at(t.head).pos == "ADP" and parsed.at(t.head).text.lower() != t.text.lower():
            yield replace(t, head=before[-1].i)


@rule(
    yes=[
        "The summit comes at a time when the Ministry of Trade has attacked the ferry plan of its neighbour, claiming it could cost jobs."
    ],
    no=[
        "The minister came when the Ministry of Trade had attacked the plan, claiming it could cost jobs.",
        "The summit comes at a time when the Ministry of Trade has attacked the plan.",
    ],
)
def said_in_the_nearest_clause(parsed: Parsed) -> Iterator[Token]:
    """ "The summit comes at a time when A has attacked B, [claiming] it …": an occasion that comes says nothing; who does what is told before the
    participle says it."""
    for t in (t for t in parsed.tokens if t.tag == "VBG" and t.dep == "advcl" and t.lemma in _SAYING):
        over = parsed.at(t.head)
        told = parsed.children(over.i, "nsubj")
        if over.lemma != "come" or not told or told[0].pos != "NOUN" or told[0].lemma in _OFFICES:
            continue
        within = [v for v in parsed.tokens if over.i < v.i < t.i and parsed.children(v.i, "nsubj") and v.pos == "VERB"]
        doing = [v for v in within if any(s.entity for s in parsed.children(v.i, "nsubj"))]
        if doing:
            yield replace(t, head=doing[-1].i)


@rule(
    yes=[
        "The African Union voted 9-0 Monday, with Norway and Russia abstaining, to extend its mission in Togo.",
        "The Security Council voted 9-0 Friday, with Norway and Russia abstaining, to extend the arms ban on Togo.",
    ],
    no=[
        "The African Union voted on Monday, with Norway hoping to extend the mission in Togo.",
        "The African Union voted on Monday to extend the mission in Togo.",
    ],
)
def aim_behind_an_aside(parsed: Parsed) -> Iterator[Token]:
    """ "Voted, with A abstaining, [to extend] it": an infinitive behind the comma that ends an aside is of the verb over it, not of who is told in it;
    of a vote it is what is voted."""
    for t in (t for t in parsed.tokens if t.dep in WITHOUT_SUBJECT and parsed.to_of(t.i) is not None):
        first = parsed.extent(t.i)[0]
        verb = _over_the_aside(parsed, t) if parsed.has(first - 1) and parsed.at(first - 1).text == "," else None
        if verb is not None:
            yield replace(t, head=verb.i, dep="xcomp" if verb.lemma in _VOTING else t.dep)


def _over_the_aside(parsed: Parsed, aim: Token) -> Token | None:
    """The verb that tells what is done, over the "with" that leads who does something else, or the vote that the infinitive hangs on already."""
    over = parsed.at(aim.head)
    if over.lemma in _VOTING:
        return over if aim.dep == "advcl" else None
    leading = parsed.at(over.head)
    is_aside = over.tag == "VBG" and over.dep == "pcomp" and leading.text.lower() == "with"
    return parsed.at(leading.head) if is_aside and parsed.at(leading.i - 1).text == "," else None


@rule(
    yes=[
        'Norway vetoed a Security Council resolution that deplored the raid on Peru "in strong terms" and demanded the release of the crew.'
    ],
    no=[
        "Norway read a resolution that deplored the raid.",
        "Norway bought a house that was dear and called for talks.",
    ],
)
def verb_of_the_same_paper(parsed: Parsed) -> Iterator[Token]:
    """ "Vetoed a resolution that deplored the raid and [called] for talks": what a paper says stands in a row with what it says before."""
    for verb in parsed.tokens:
        over = parsed.at(verb.head)
        if (
            verb.dep != "conj"
            or verb.tag not in TENSED
            or verb.lemma not in _CALLING
            or parsed.children(verb.i, "nsubj")
        ):
            continue
        papers = (o for o in parsed.children(over.i, "dobj") if o.lemma in _PAPERS)
        clauses = (
            c for o in papers for c in parsed.children(o.i, "relcl") if c.i < verb.i and c.lemma in _SPEAKING_OUT
        )
        clause = next((c for c in clauses if any(s.tag in RELATIVE_HEADS for s in parsed.children(c.i, "nsubj"))), None)
        if clause is not None:
            yield replace(verb, head=clause.i)


MENDS_OF_ROWS = (
    verb_of_the_same_paper,
    aim_behind_an_aside,
    verb_behind_a_relative,
    noun_to_be_held,
    held_behind_its_occasion,
    noun_in_a_row_with_the_object,
    into_behind_its_noun,
    preposition_said_again,
    said_in_the_nearest_clause,
)
"""What is hung right, in this order."""
