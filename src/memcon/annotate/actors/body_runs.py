"""Capitalised runs that may be the name of a body: "Ministry of Trade", "Harbour Ministry", "Seoul's Ministry of Trade"."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import NEVER_ACTOR_HEADS, NEVER_NAMES, PORTFOLIO, POSSESSIVES
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.rules import rule
from memcon.lexicon import values, words
from memcon.lexicon.marks import marked

_LONGEST = 24
"""Tokens of the longest name of a body that is read."""
SMALL_WORDS = words("small_words")
_LINKS_FROM_BODY = words("links")
_JOINING, _LINKING = words("joining_names"), words("linking_a_body_name")
_LINKED_FROM = words("body_links")
_MONTHS = frozenset(values("month"))
_STRONG = marked("body_nouns", "strong")


def country_before(doc: MarkedText, i: int, end: int) -> tuple[int, str | None]:
    """Where the body's own name starts when a state stands before it ("South Korean Foreign Ministry", "Peru's Ministry of …")."""
    known = doc.starting(i)
    state = known.state() if known is not None else None
    if known is None or state is None or known.last >= end:
        return i, None
    is_owner = doc.low[known.last] in POSSESSIVES and known.last + 1 < end
    if state[1] == "metonym" and not is_owner:
        return i, None
    j = known.last + is_owner
    return (j, state[0].code) if doc.is_capital(j) or doc.low[j] in PORTFOLIO else (i, None)


def starts_run(doc: MarkedText, i: int) -> bool:
    """Whether a body's name may start at token i."""
    is_name = doc.is_capital(i) or doc.low[i] in PORTFOLIO
    return is_name and doc.low[i] not in NEVER_NAMES and doc.words[i][0].isalpha()


def run_end(doc: MarkedText, i: int, end: int) -> int:
    """The index behind a capitalised run with small words inside."""
    j = i
    end = min(end, i + _LONGEST)
    while j < end:
        step = next((found for reason in RUN_GOES_ON if (found := reason(doc, i, j, end))), 0)
        if not step:
            break
        j = step
    return j


@rule(
    yes=["The Harbour Ministry objected.", "The foreign ministry objected.", "A U.S. Foreign ministry aide objected."],
    no=["It rained all day."],
)
def name_word(doc: MarkedText, i: int, j: int, end: int) -> int:
    """A word of the name: capitalised, "ministry", or what a ministry is for at its beginning."""
    is_name = doc.is_capital(j) and doc.low[j] not in NEVER_NAMES and doc.words[j][0].isalpha()
    is_field = j == i and doc.low[j] in PORTFOLIO
    return j + 1 if is_name or is_field or doc.low[j] == "ministry" else 0


@rule(
    yes=["The Ministry of Trade and Industry objected.", "The Office of the Ombudsman objected."],
    no=[
        "The Harbour Ministry objected to Roe.",
        "They meet at the White House on May 16.",
        "The Border Council of Peru and Chile objected.",
    ],
)
def linking_words(doc: MarkedText, i: int, j: int, end: int) -> int:
    """At most two small words or a hyphen that link what stands before and behind them into one name."""
    k = j
    while k < end and k < j + 2 and (doc.low[k] in SMALL_WORDS or doc.words[k] == "-"):
        k += 1
    is_inside = i < j < k < end and doc.is_capital(k) and doc.low[k] not in NEVER_NAMES
    is_theirs = is_inside and doc.low[j] == "of" and _are_two_states(doc, k, end)
    return k if is_inside and not is_theirs and not _is_date(doc, k, end) and _links(doc, i, j, k) else 0


def _are_two_states(doc: MarkedText, k: int, end: int) -> bool:
    """Whether two states in a row stand there, which own a body between them ("the Border Council of Peru and Chile")."""
    first = doc.starting(k)
    if first is None or first.state() is None or first.last + 1 >= end or doc.low[first.last] != "and":
        return False
    behind = first.last + 1 + (doc.low[first.last + 1] == "the")
    second = doc.starting(behind) if behind < end else None
    return second is not None and second.state() is not None


def _is_date(doc: MarkedText, k: int, end: int) -> bool:
    """Whether a day of a month begins there."""
    return doc.low[k] in _MONTHS and k + 1 < end and doc.words[k + 1].isdecimal()


@rule(
    yes=["The Ministry of Trade, Industry and Energy objected."],
    no=["The Harbour Ministry, Energy and all, objected."],
)
def listed_field(doc: MarkedText, i: int, j: int, end: int) -> int:
    """A comma between two fields of one ministry."""
    is_list = doc.words[j] == "," and j > i and doc.low[j - 1] in PORTFOLIO
    return j + 1 if is_list and j + 1 < end and doc.low[j + 1] in PORTFOLIO and doc.is_capital(j + 1) else 0


RUN_GOES_ON = (name_word, linking_words, listed_field)


def _links(doc: MarkedText, i: int, j: int, k: int) -> bool:
    """Whether small words at j link what stands before and at k into one name."""
    before = doc.low[i:j]
    if doc.low[j] in _JOINING:
        return doc.low[k] in PORTFOLIO and (doc.low[j - 1] in PORTFOLIO or "of" in before or "for" in before)
    if doc.low[j] in _LINKING:
        return doc.is_body_noun(j - 1) or before[-1] in _LINKED_FROM
    return doc.words[j] == "-" and doc.is_glued(j) and doc.is_glued(k)


def head_of_run(doc: MarkedText, start: int, last: int) -> int | None:
    """The noun of a body at the core of a run: the first where a complement follows it ("Ministry of Trade"), else the last."""
    heads = [k for k in range(start, last) if doc.is_body_noun(k) and (doc.is_capital(k) or doc.low[k] == "ministry")]
    if not heads:
        return None
    return heads[0] if has_tail(doc, heads[0], last) else heads[-1]


def has_tail(doc: MarkedText, head: int, last: int) -> bool:
    """Whether the words behind the head noun are a complement of it ("Ministry of Trade")."""
    return head + 1 < last and doc.low[head + 1] in SMALL_WORDS


def is_no_body(doc: MarkedText, start: int, head: int, last: int, end: int) -> bool:
    """Whether a run with the noun of a body is no body's name after all."""
    return any(reason(doc, start, head, last, end) for reason in NO_BODY)


@rule(
    yes=["The Committee Report was long.", "The Court Building was closed."],
    no=["The Harbour Committee objected."],
)
def ends_as_occasion(doc: MarkedText, start: int, head: int, last: int, end: int) -> bool:
    """The run, or the word behind it, is an event, a place or an instrument."""
    if doc.low[last - 1] in NEVER_ACTOR_HEADS:
        return True
    return last < end and doc.low[last] in NEVER_ACTOR_HEADS and doc.is_capital(last)


@rule(yes=["The Committee Roe objected."], no=["The Harbour Committee objected."])
def is_noun_alone(doc: MarkedText, start: int, head: int, last: int, end: int) -> bool:
    """A noun without a field names no body."""
    return last - start < 2 or (head == start and not has_tail(doc, head, last))


@rule(
    yes=["Harbour Team Wins Cup Again"],
    no=["Harbour Ministry Delays Road Works"],
)
def is_weak_in_headline(doc: MarkedText, start: int, head: int, last: int, end: int) -> bool:
    """In a headline, where all words have capitals, only some nouns are sure."""
    return doc.headline[doc.tokens[start].sentence] and doc.low[head] not in _STRONG


NO_BODY = (ends_as_occasion, is_noun_alone, is_weak_in_headline)
