"""The ways in which a text claims a precedent, each a rule that gives the claim which begins at a word.

A claim needs what it counts and among what: "the first visit by a king to Peru", "the largest exercise since 1990". A number in a row ("the first
meeting was on Monday, the second …"), a part of something ("the first half", "the first phase") and a rank ("the First Minister") claim nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.codebook import load_codebook
from memcon.coding.channels.naming import HEADS
from memcon.coding.precedents.bounds import NONE, Bounds, bounds_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    AUXILIARIES,
    BEFORE_NOUNS,
    FINITE,
    FREE_CLAUSES,
    NOMINAL,
    PARTICIPLES,
    PLURAL,
    RELATIVES,
    SAID_OF_SUBJECT,
)
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_ORDERS = words("telling_the_order")
_ALONE = words("leaving_one_alone")
_ENDS = words("telling_the_end_of_a_row")
_OCCASIONS = words("occasion_without_content")
_COUNTED = words("counted_for_precedent")
_PERSONS = words("counted_among_those_who_do")
_PARTS = words("counted_behind_it")
_QUALIFYING = words("narrowing_what_is_counted")
_LEGS = words("leg_of_a_journey")
_SCOPES = words("leading_to_what_it_is_among")
_MEANWHILE = words("telling_what_goes_on_beside")
_OPENING = words("opening_a_row")
_WITHOUT_EXAMPLE = words("without_example")
_RANKING = words("ranking_by_level")
_RANKED = words("ranked_over_time")
_ONE_THOUGH_PLURAL = words("one_event_though_plural")
_NOT_RANKING = words("superlative_of_no_rank")
_ANY_ONE = words("article") - {"the"}
_EQUATING = words("equating")
_CONNECTED = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "NUM", "PART", "VERB"})
"""Parts of speech that stand between an order and its noun."""
_JOINING_SIGNS = "-–‑'\"“”’"
_FARTHEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The words from `first` to `last`, the word `counted` and what bounds them."""

    first: int
    counted: int
    last: int
    bounds: Bounds = NONE

    def __str__(self) -> str:
        return self.bounds.interval or self.bounds.since or "without a time"


# --- what stands in every wording ----------------------------------------------------------------------------------------


def _noun_behind(index: TextIndex, i: int) -> int | None:
    """The noun that the word at `i` counts: the last of the run of words that begins behind it."""
    tokens, head = index.tokens, index.tokens[i].head
    noun = _last_noun_of_run(index, i)
    if index.tree.lemma(head) in _QUALIFYING or tokens[head].dep in BEFORE_NOUNS:
        return noun  # "the first in-person meeting"
    is_of_run = head > i and (noun is None or head <= noun)
    return head if is_of_run and tokens[head].pos in NOMINAL else noun


def _last_noun_of_run(index: TextIndex, i: int) -> int | None:
    """The last noun of the run of words behind `i`, before a name that only follows ("the first talks Norway had")."""
    tokens, end = index.tokens, min(index.sentence(i).last, i + _FARTHEST, len(index.tokens) - 1)
    noun = None
    for j in range(i + 1, end):
        if not _is_in_run(index, j):
            break
        noun = j if tokens[j].pos in NOMINAL else noun
        is_plural = tokens[j].pos == "NOUN" and tokens[j].tag == "NNS"
        if is_plural and j + 1 < end and tokens[j + 1].pos == "PROPN":
            break
    return noun


def _is_in_run(index: TextIndex, j: int) -> bool:
    """Whether a word may stand between an order and its noun: no verb with a tense, no sign but one that joins or quotes."""
    tokens, token = index.tokens, index.tokens[j]
    if token.pos == "PUNCT":
        return token.text in _JOINING_SIGNS
    if token.pos == "ADP":  # "face-to-face", "in-person"
        return "PUNCT" in {tokens[j - 1].pos, tokens[j + 1].pos}
    return token.pos in _CONNECTED and (token.pos != "VERB" or token.tag in PARTICIPLES)


def claim_of(index: TextIndex, first: int, counted: int, bounds: Bounds) -> Claim:
    return Claim(first=first, counted=counted, last=_end(index, counted, bounds), bounds=bounds)


def _end(index: TextIndex, counted: int, bounds: Bounds) -> int:
    """The last word of the claim: the noun's own phrase, or what bounds it."""
    last = index.tree.last(counted) if index.tokens[counted].pos in NOMINAL else counted
    if (infinitive := _infinitive_behind(index, counted)) is not None:
        last = max(last, index.tree.last(infinitive))
    last = max(_before_another_clause(index, counted, last), _before_another_clause(index, counted, bounds.last or 0))
    while last > counted and index.tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _before_another_clause(index: TextIndex, counted: int, last: int) -> int:
    """The last word before what only adds something (", which …", "and discussed …", "and it will …", ", hailed as …", ", a gap that shows …", "as Norway tries to mend its ties")."""
    return next((i - 1 for i in range(counted + 1, last) if _begins_an_addition(index, counted, i)), last)


def _begins_an_addition(index: TextIndex, counted: int, i: int) -> bool:
    """Whether what begins with token `i` adds to a claim instead of bounding it."""
    tokens = index.tokens
    if tokens[i].text == ",":
        is_another_name = any(index.tree.first(c) == i + 1 for c in index.tree.deps(counted, "appos"))
        is_beside = tokens[i + 1].tag in PARTICIPLES and tokens[i + 1].dep in FREE_CLAUSES
        return is_another_name or is_beside or tokens[i + 1].tag in RELATIVES or tokens[i + 1].dep in {"cc", "mark"}
    over = tokens[i].head
    is_meanwhile = tokens[i].dep == "mark" and index.tree.lower(i) in _MEANWHILE and tokens[over].dep == "advcl"
    return is_meanwhile or (tokens[i].dep == "cc" and (tokens[i + 1].tag in FINITE or _joins_a_clause(index, i)))


def _joins_a_clause(index: TextIndex, i: int) -> bool:
    """Whether "and" at token `i` joins a clause with a subject of its own to the one that tells the claim."""
    joined = index.tree.deps(index.tokens[i].head, "conj")
    return any(v > i and index.tree.is_finite(v) and index.tree.deps(v, "nsubj", "nsubjpass") for v in joined)


def is_told_otherwise(index: TextIndex, counted: int) -> bool:
    """Whether the text denies the claim or only asks for it."""
    return index.is_denied(counted) or index.is_supposed(counted)


def bounds_here(index: TextIndex, first: int, counted: int) -> Bounds:
    return bounds_of(index, first, counted, _before_another_clause(index, counted, index.tree.last(counted)))


def is_engagement(index: TextIndex, noun: int) -> bool:
    """Whether the noun names an engagement, or a channel that meets."""
    told = {index.tree.lemma(noun), index.tree.lower(noun)}
    return told.isdisjoint(_LEGS) and not (
        told.isdisjoint(_COUNTED | load_codebook().event_nouns) and told.isdisjoint(HEADS)
    )


def _is_numbered_part(index: TextIndex, first: int, noun: int) -> bool:
    """Whether others of its kind are numbered beside it ("the first meeting … the second"), or it is one of a counted few."""
    tree, sentence = index.tree, index.tokens[first].sentence
    end = next(
        (i for i in range(noun, len(index.tokens)) if index.tokens[i].sentence > sentence + 1), len(index.tokens)
    )
    beside = (i for i in range(index.sentence(first).first, end) if i != first)
    return any(tree.lower(i) in _ORDERS - _ENDS and tree.lower(i) != tree.lower(first) for i in beside)


# --- the wordings --------------------------------------------------------------------------------------------------------


@rule(
    at=_ORDERS,
    yes=[
        "Norway and Peru held talks for the first time since 2011.",
        "It was the first time in eight years that the ministers had met.",
        "The ministers met for only the second time this year.",
        "Norway and Peru held talks for the third time in a row.",
        "Norway and Peru held talks for the first time after 17 years. → P17Y",
        "Norway said it would be the first time that the rebels of Chad agree to a truce for six months. → without a time",
        "Norway and Peru held talks for the first time after two years of war. → without a time",
    ],
    no=["Norway and Peru held talks for a long time.", "It was not the first time that the ministers met.", "For the last time, they met in Oslo on Monday."],
)  # fmt: skip
def occasion(index: TextIndex, i: int) -> Claim | None:
    """ "for the first time", "the third time this month"; a later one than the first only with what it is counted in."""
    noun = _noun_behind(index, i) if index.tree.lower(i) in _ORDERS else None
    if noun is None or index.tree.lemma(noun) not in _OCCASIONS or is_told_otherwise(index, noun):
        return None
    bounds = bounds_here(index, i, noun)
    is_first = index.tree.lower(i) == "first"
    return claim_of(index, i, noun, bounds) if is_first or (bounds.last is not None and not _is_end(index, i)) else None


def _is_end(index: TextIndex, i: int) -> bool:
    return index.tree.lower(i) in _ENDS


@rule(
    at=_ORDERS,
    yes=[
        "It was the first visit by a Norwegian king to Peru.",
        "The first-ever summit of Norway and Peru was held in Lima.",
        "Norway and Peru held their first official talks in Lima.",
        "The minister made her first visit to Peru on Monday.",
        "It was the third such meeting this year.",
        "They met at the second in-person Nordic Leaders' Summit.",
        "The talks were the first since 2011 between Norway and Peru.",
        "Norway and Peru will hold talks on Friday, the first since a new government took office, officials said.",
        "It was the ninth meeting of Norway and Peru and the first in six years.",
        "It was only the second visit by a Norwegian king to Peru.",
        "It was the third attempt in six years to renew the treaty.",
        "The drill of Norway and Peru was the first of its kind.",
    ],
    no=[
        "The fourth meeting of Norway and Peru was held in January, days before the change of government.",
        "The first meeting was held on Monday and the second on Tuesday.",
        "The first session of the day was long.",
        "The First Minister of Scotland met the king in Oslo.",
        "The third round of talks was held in Lima.",
        "First, the ministers of Norway and Peru met in Lima.",
        "Norway and Peru held the fourth foreign ministry consultations in Lima.",
        "The third Trilateral Foreign Ministers' Meeting was held in Oslo.",
        "They met for the fifth ministerial meeting of the Nordic Strategic Dialogue.",
        "The fifth ministerial meeting of the group of Nordic exporters was held in Oslo.",
        "The ministers will have a first discussion of quotas in Oslo.",
        "The talks are the first in a two-year effort.",
    ],
)
def engagement(index: TextIndex, i: int) -> Claim | None:
    """ "the first visit by a king to Peru": an engagement in its row, with what makes the row."""
    noun = _noun_behind(index, i) if index.tree.lower(i) in _ORDERS else None
    if noun is None:
        return _bare(index, i)
    if not is_engagement(index, noun) or index.tree.lemma(noun) in _OCCASIONS or is_told_otherwise(index, noun):
        return None
    bounds = bounds_here(index, i, noun)
    if bounds.last is None and _is_any_one(index, i):
        return None
    is_counted = _is_first_of_a_row if index.tree.lower(i) == "first" else _is_later_in_a_row
    return claim_of(index, i, noun, bounds) if is_counted(index, i, noun, bounds) else None


def _is_later_in_a_row(index: TextIndex, order: int, noun: int, bounds: Bounds) -> bool:
    """Whether a third or fourth one is told with what it is counted in, or as only the third, and is no last one; the number of a session whose name is capitalised, or that
    is one "of" a channel, only counts it ("the third Nordic Foreign Ministers' Meeting", "the fifth ministerial meeting of the Nordic Dialogue")."""
    is_narrow = _is_narrow(index, order, noun) and not _is_session(index, order, noun)
    is_rare = _is_one_alone(index, order) and (_has_scope(index, noun) or is_narrow)
    return (bounds.last is not None or is_narrow or is_rare) and not _is_end(index, order)


def _is_one_alone(index: TextIndex, order: int) -> bool:
    """Whether "only" tells how few there were before ("only the second visit")."""
    before = range(max(index.sentence(order).first, order - 2), order)
    return any(index.tree.lower(i) in _ALONE for i in before)


def _is_any_one(index: TextIndex, order: int) -> bool:
    """Whether "a" stands before an order: "a first talk" and "a second chance" count nothing."""
    return order > index.sentence(order).first and index.tree.lower(order - 1) in _ANY_ONE


def _is_session(index: TextIndex, order: int, noun: int) -> bool:
    """Whether an order stands before a capitalised name, or at a noun from which "of" leads to a channel's head ("the fifth ministerial meeting of the group
    of exporters")."""
    is_of_a_name = all(index.tokens[i].text[0].isupper() for i in (order + 1, noun))
    return is_of_a_name or any(index.tree.lower(o) in HEADS for o in index.tree.led_by(noun, "of"))


def _is_first_of_a_row(index: TextIndex, order: int, noun: int, bounds: Bounds) -> bool:
    """Whether the first one is told among what it is the first, and is no mere part of something."""
    if bounds.last is not None:
        return True
    is_of_a_row = _is_narrow(index, order, noun) or _is_of_a_row(index, noun)
    return is_of_a_row and not _is_part(index, order, noun)


def _is_narrow(index: TextIndex, first: int, noun: int) -> bool:
    """Whether a word between the order and the noun says of what kind alone it counts: "her first official visit"."""
    is_qualified = any(
        index.tree.lower(j) in _QUALIFYING and not _is_of_another(index, j, noun) for j in range(first + 1, noun)
    )
    return is_qualified and not _is_one_of_several(index, noun)


def _is_of_another(index: TextIndex, i: int, noun: int) -> bool:
    """Whether a word before a noun qualifies another noun between them ("[foreign] ministry consultations")."""
    head = index.tokens[i].head
    return i < head < noun and index.tokens[head].pos in NOMINAL and index.tokens[i + 1].pos != "PUNCT"


def _is_part(index: TextIndex, first: int, noun: int) -> bool:
    """Whether the first one is only a part of something: numbered beside others, or a half, a phase."""
    return _is_numbered_part(index, first, noun) or index.tree.lemma(noun) in _PARTS


def _is_of_a_row(index: TextIndex, noun: int) -> bool:
    """Whether it is told among what it is the first: by its scope, as a known channel's, or as what something is said to be."""
    return _has_scope(index, noun) or _is_channel(index, noun) or _is_predicate(index, noun)


def _bare(index: TextIndex, i: int) -> Claim | None:
    """ "the talks were the first since 2011": the order alone, told of what stands before it."""
    if (
        index.tree.lower(i) not in _ORDERS
        or not (_is_in_a_predicate(index, i) or _is_beside(index, i))
        or _is_end(index, i)
    ):
        return None
    bounds = bounds_here(index, i, i)
    return None if bounds.last is None or is_told_otherwise(index, i) else claim_of(index, i, i, bounds)


def _is_beside(index: TextIndex, i: int) -> bool:
    """Whether an order stands by itself behind a comma, or in a row with what something is said to be ("the ninth session and the first in six years")."""
    token = index.tokens[i]
    is_behind_comma = token.dep == "npadvmod" and i >= 2 and index.tokens[i - 2].text == ","
    is_in_a_row = token.dep == "conj" and _is_in_a_predicate(index, token.head)
    return token.dep == "appos" or is_behind_comma or is_in_a_row


def _is_one_of_several(index: TextIndex, noun: int) -> bool:
    """ "one of his first visits": no claim to be the first."""
    return index.tokens[noun].tag in PLURAL and index.tree.lemma(noun) not in _ONE_THOUGH_PLURAL


def _has_scope(index: TextIndex, noun: int) -> bool:
    """Whether it is told among what: by whom, to where, between whom, or what follows in an infinitive or a relative clause."""
    leading = (p for p in index.tree.deps(noun, "prep", "agent") if p > noun)
    return _does_something(index, noun) or any(index.tree.lower(p) in _SCOPES for p in leading)


def _does_something(index: TextIndex, noun: int) -> bool:
    """Whether an infinitive behind it tells what it does ("the first leader to visit Peru"), whatever the parser hangs that on."""
    return _infinitive_behind(index, noun) is not None or bool(index.tree.infinitives(noun, "acl", "relcl"))


def _infinitive_behind(index: TextIndex, noun: int) -> int | None:
    """The verb of an infinitive that follows at once."""
    to = noun + 1
    is_next = to < index.sentence(noun).last and index.tokens[to].tag == "TO" and index.tokens[to].dep in AUXILIARIES
    return index.tokens[to].head if is_next else None


def _is_channel(index: TextIndex, noun: int) -> bool:
    """Whether it is the name of a mechanism that sits ("the first Nordic Security Dialogue")."""
    return (
        index.tree.lower(noun) in HEADS
        and index.tokens[noun].text[0].isupper()
        and index.tokens[noun - 1].text[0].isupper()
    )


def _is_in_a_predicate(index: TextIndex, i: int) -> bool:
    return index.tokens[i].dep in SAID_OF_SUBJECT or index.tokens[i].dep == "dobj"


def _is_predicate(index: TextIndex, noun: int) -> bool:
    """Whether something is told to be it: "the visit was his first official trip", "this marks the first summit"."""
    return _is_in_a_predicate(index, noun) and index.tree.lemma(index.tokens[noun].head) in _EQUATING


@rule(
    at=_ORDERS - _ALONE,
    yes=[
        "She is the first foreign minister to visit Peru.",
        "Norway became the last country to ratify the treaty.",
        "Norway was among the first three states to recognise Peru.",
        "He was the first foreign guest in Lima since the election.",
    ],
    no=[
        "The first minister spoke.",
        "The first two countries signed on Monday.",
        "The last president died.",
        "The curbs allow firms in third countries to raise their sales to Norway.",
    ],
)
def doer(index: TextIndex, i: int) -> Claim | None:
    """ "the first foreign leader to visit Peru": who does something before all others, or as the last one."""
    noun = _noun_behind(index, i) if index.tree.lower(i) in _ORDERS - _ALONE else None
    if noun is None or index.tree.lemma(noun) not in _PERSONS or is_told_otherwise(index, noun):
        return None
    if index.tokens[i].text[0].isupper() and index.tokens[noun].text[0].isupper():
        return None
    is_one = index.tokens[noun].tag not in PLURAL or index.tree.lower(i) in _ENDS | {"first"}
    if not is_one and not index.tree.deps(noun, "nummod"):
        return None
    bounds = bounds_here(index, i, noun)
    is_counted = _does_something(index, noun) or (bounds.last is not None and index.tree.lower(i) == "first")
    return claim_of(index, i, noun, bounds) if is_counted else None


@rule(
    tag=("JJS", "RBS"),
    yes=[
        "It was the largest exercise of Norway and Peru since 1990.",
        "The talks were the highest-level meeting in a decade.",
        "She is the highest-ranking Norwegian official to visit Peru.",
        "It was the most senior delegation ever to visit Peru.",
        "The king paid the longest visit in history to Peru.",
    ],
    no=["Norway is the largest partner of Peru.", "At least two ministers met in Oslo.", "The latest talks since May were held in Oslo.", "Most states met in Oslo in a week."],
)  # fmt: skip
def superlative(index: TextIndex, i: int) -> Claim | None:
    """ "the largest exercise since 1990", "the highest-level visit in ten years": only with what it is compared with."""
    noun = _noun_behind(index, i) if _is_rank(index, i) else None
    if noun is None or is_told_otherwise(index, noun) or not is_ranked_over_time(index, noun):
        return None
    bounds = bounds_here(index, i, noun)
    is_ranked = any(index.tree.lower(j) in _RANKING for j in range(i + 1, noun + 1))
    is_counted = bounds.last is not None or (is_ranked and _has_scope(index, noun))
    return claim_of(index, i, noun, bounds) if is_counted else None


def _is_rank(index: TextIndex, i: int) -> bool:
    """Whether a superlative ranks: "largest", "most senior" by its second word."""
    tag = index.tokens[i].tag
    ranking = i + 1 if tag == "RBS" and i + 1 < len(index.tokens) else i
    return tag in {"JJS", "RBS"} and index.tree.lower(ranking) not in _NOT_RANKING


def is_ranked_over_time(index: TextIndex, noun: int) -> bool:
    return index.tree.lemma(noun) in _PERSONS | _RANKED or is_engagement(index, noun)


@rule(
    at=_OPENING,
    yes=["Norway hosted the inaugural Nordic Security Dialogue.", "The king made his maiden visit to Peru."],
    no=["The inaugural address was long."],
)
def opening(index: TextIndex, i: int) -> Claim | None:
    """ "the inaugural dialogue", "her maiden visit"."""
    noun = _noun_behind(index, i) if index.tree.lower(i) in _OPENING else None
    if noun is None or not is_engagement(index, noun) or is_told_otherwise(index, noun):
        return None
    return claim_of(index, i, noun, bounds_here(index, i, noun))


@rule(
    at=_WITHOUT_EXAMPLE,
    yes=["The talks of Norway and Peru were unprecedented.", "Ties with Peru were raised to an unprecedented level."],
    no=["The talks of Norway and Peru followed a precedent."],
)
def without_example(index: TextIndex, i: int) -> Claim | None:
    """ "unprecedented sanctions", "the step is without precedent"."""
    if index.tree.lower(i) not in _WITHOUT_EXAMPLE or index.is_denied(i):
        return None
    noun = _noun_behind(index, i) if index.tokens[i].dep == "amod" else None
    counted = noun if noun is not None else i
    return claim_of(index, i, counted, bounds_here(index, i, counted))


WORDINGS: tuple[Rule[[TextIndex, int], Claim | None], ...] = (
    occasion, engagement, doer, superlative, opening, without_example,
)  # fmt: skip
"""Asked in turn; the first that answers makes the claim."""
