"""What stands behind the noun of a title: "of Foreign Affairs", "to South Korea", "for policy at the Ministry of Defence"."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import ARTICLES, NEVER_NAMES, PORTFOLIO, POSSESSIVES
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.rules import rule
from memcon.lexicon import words

_PREPOSITIONS = words("complement_prepositions")
_ADJUNCT_PREPOSITIONS = words("adjunct_prepositions")
_LEADING, _LEADING_TO_A_NAME = words("leading_what_it_is_for"), words("leading_whom_an_office_serves")
_JOINING = words("joining_names")
_REGIONS = words("regions")
_STOPS = words("clause_openers")
_LINKS = words("joining_portfolios")
_LISTED = _LINKS | words("joining_items")
_BEFORE_STATE = words("state_words")
_NO_OBJECT = NEVER_NAMES - ARTICLES - words("possessing") - {"our"}
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OFFICES_OF_A_PART, _PARTS_LIKE_STATES = words("offices_of_a_part"), words("parts_named_like_a_state")
_REACH, _LONGEST = 16, 40
"""How many tokens the object of a preposition and a whole complement may be long."""


def complement_before_name(doc: MarkedText, i: int, end: int) -> int:
    """The index behind a complement that starts at token i and stands between a title and a name ("of Defense" in "Secretary of
    Defense Jim Doe"); i itself when there is none."""
    j = i
    while j + 1 < end and doc.words[j] in _LEADING_TO_A_NAME and (k := _object_end(doc, j + 1, end)) > j + 1:
        j = k
    return j


def _object_end(doc: MarkedText, i: int, end: int) -> int:
    """The index behind a known state or body, a bare office ("the President"), or a run of portfolio words, that starts at token i; i when there is
    none."""
    start = i + 1 if doc.low[i] in ARTICLES else i
    if start >= end:
        return i
    end = min(end, start + _REACH)
    if start > i and doc.is_title_noun(start) and doc.is_capital(start):
        return start + 1  # "to the President"
    known = doc.known[start]
    if known is not None and known.first == start and (known.state() or known.organization()):
        start = known.last
        is_owner = start < end and doc.low[start] in POSSESSIVES
        start += is_owner
        if not (start < end and doc.low[start] in PORTFOLIO and doc.is_capital(start)):
            return i if is_owner else start
    j = start
    while j < end and _is_of_field(doc, j, start, end):
        j += 1
    return j if j > start else i


def _is_of_field(doc: MarkedText, j: int, start: int, end: int) -> bool:
    """Whether token j goes on with what an office is for: a field, a link between two, the noun of a body."""
    is_link = doc.low[j] in _LINKS and start < j < end - 1 and doc.low[j + 1] in PORTFOLIO | _REGIONS
    if doc.low[j] in _REGIONS and doc.is_capital(j):
        return True
    is_of_region = doc.low[j] == "of" and j > start and doc.low[j - 1] in _REGIONS and j + 1 < end
    if is_of_region and doc.low[j + 1] in _REGIONS and doc.is_capital(j + 1):
        return True
    return is_link or doc.low[j] in PORTFOLIO or (doc.is_body_noun(j) and doc.is_capital(j))


def complement_end(doc: MarkedText, i: int, end: int) -> int:
    """The index behind the whole complement that starts at token i, up to `end`; i itself when there is none."""
    if i >= end or doc.low[i] not in _PREPOSITIONS:
        return i
    j, end = i, min(end, i + _LONGEST)
    while j < end and not any(reason(doc, i, j, end) for reason in COMPLEMENT_ENDS):
        j += 1
    while j > i and (doc.low[j - 1] in _LISTED or doc.low[j - 1] in _PREPOSITIONS):
        j -= 1
    return j


@rule(
    yes=["Ann Holm, minister of trade who left, slept.", "Ann Holm, minister of trade said so."],
    no=["Ann Holm, minister of trade for Peru."],
)
def opens_clause(doc: MarkedText, i: int, j: int, end: int) -> bool:
    """A relative or a conjunction opens a clause, or a finite verb goes on."""
    return doc.low[j] in _STOPS or (doc.tokens[j].tag in _FINITE and not doc.is_capital(j))


@rule(
    yes=["Ann Holm, minister of trade, left.", "Ann Holm (minister of trade) left."],
    no=["Ann Holm, minister of culture, sports and tourism"],
)
def is_closing_mark(doc: MarkedText, i: int, j: int, end: int) -> bool:
    """A bracket, a quotation mark, or a comma that no list bridges."""
    if doc.words[j] == ",":
        return not _bridges(doc, j, end)
    return not (doc.words[j][0].isalnum() or doc.words[j] in "&-" or doc.low[j] in POSSESSIVES)


@rule(
    yes=["Ann Holm, minister of trade on Monday, slept.", "Ann Holm, envoy to Peru to discuss it"],
    no=["Ann Holm, vice minister for policy at the Ministry of Defence"],
)
def opens_adjunct(doc: MarkedText, i: int, j: int, end: int) -> bool:
    """A preposition leads a time or a verb, not a part of the office."""
    if doc.low[j] not in _ADJUNCT_PREPOSITIONS or j == i:
        return False
    if j + 1 >= end:
        return True
    following = doc.tokens[j + 1]
    is_time = following.entity[2:] in ("DATE", "TIME") or following.tag in ("VB", "VBG", "CD")
    return is_time or doc.low[j + 1] in _NO_OBJECT


COMPLEMENT_ENDS = (opens_clause, is_closing_mark, opens_adjunct)


def _bridges(doc: MarkedText, comma: int, end: int) -> bool:
    """Whether the comma stands inside a list of portfolio words that "and" closes ("culture, sports and tourism")."""
    j = comma + 1
    if j >= end or doc.low[comma - 1] not in PORTFOLIO:
        return False
    while j < end and j < comma + 6 and (doc.low[j] in PORTFOLIO or doc.words[j] == ","):
        j += 1
    return comma + 1 < j < end - 1 and doc.low[j] in _JOINING and doc.low[j + 1] in PORTFOLIO


def country_of_complement(doc: MarkedText, first: int, last: int) -> str | None:
    """The state an office serves by its complement: "of Ukraine", "for the Government of Ruritania"; "to X" is where one is accredited."""
    for i in range(first, last):
        known = doc.known[i]
        state = known.state_record() if known is not None and known.first == i else None
        if known is None or state is None:
            continue
        before = i - 1
        while before > first and doc.low[before] in _BEFORE_STATE:
            before -= 1
        is_owner = known.form_of_state() == "demonym" or doc.low[min(known.last, last - 1)] in POSSESSIVES
        if doc.low[before] == "of" or is_owner:
            is_part = doc.low[first - 1] in _OFFICES_OF_A_PART and doc.low[known.last - 1] in _PARTS_LIKE_STATES
            return None if is_part else state.code
        if doc.low[before] == "in" and doc.low[first] != "to":
            return None
    return None


def organization_of_complement(doc: MarkedText, first: int, last: int) -> str | None:
    """The body named in the complement: a pack's, or a capitalised name with the head noun of a body."""
    for i in range(first, last):
        known = doc.known[i]
        if known is not None and known.first == i and known.organization() is not None and known.last <= last:
            return doc.quote(known.first, known.last)
    noun = next((i for i in range(first, last) if doc.is_capital(i) and doc.is_body_noun(i)), None)
    if noun is None:
        return None
    start, stop = noun, noun + 1
    while start > first and doc.is_capital(start - 1):
        start -= 1
    if stop < last and doc.low[stop] in _LEADING:
        stop = complement_end(doc, stop, last)
    return doc.quote(start, stop)
