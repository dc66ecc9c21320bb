"""What stands behind the noun of a title: "of Foreign Affairs", "to South Korea", "for policy at the Ministry of Defence"."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import ARTICLES, NEVER_NAMES, PORTFOLIO, POSSESSIVES
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.labels import FINITE, POINTS_IN_TIME, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import words

_FRENCH = words("french_behind_an_office")
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
_OFFICES_OF_A_PART, _PARTS_LIKE_STATES = words("offices_of_a_part"), words("parts_named_like_a_state")
_REACH, _LONGEST = 16, 40
"""How many tokens the object of a preposition and a whole complement may be long."""


def complement_before_name(doc: MarkedText, i: int, end: int) -> int:
    """The index behind a complement that starts at token i and stands between a title and a name ("of Defense" in "Secretary of
    Defense Jim Doe"); i itself when there is none."""
    j = behind_french(doc, i)
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
    known = doc.starting(start)
    if known is not None and (known.state() or known.organization()):
        return _end_behind(doc, known.last, i, end)
    last = _end_of_field(doc, start, end)
    return last if last > start else i


def _end_behind(doc: MarkedText, last: int, i: int, end: int) -> int:
    """The index behind a known name that ends at `last` and the portfolio or body that it owns ("Peru's Foreign Ministry", "the African Union Commission");
    i where it owns something else."""
    is_owner = last < end and doc.low[last] in POSSESSIVES
    start = last + is_owner
    if start < end and (doc.low[start] in PORTFOLIO or doc.is_body_noun(start)) and doc.is_capital(start):
        return _end_of_field(doc, start, end)
    return i if is_owner else start


def _end_of_field(doc: MarkedText, start: int, end: int) -> int:
    """The index behind the run of words for what an office is for that starts at token `start`."""
    j = start
    while j < end and _is_of_field(doc, j, start, end):
        j += 1
    return j


def _is_of_field(doc: MarkedText, j: int, start: int, end: int) -> bool:
    """Whether token j goes on with what an office is for: a field, a region, a link between two, the noun of a body."""
    if doc.low[j] in PORTFOLIO or (doc.is_capital(j) and (doc.low[j] in _REGIONS or doc.is_body_noun(j))):
        return True
    is_link = start < j < end - 1 and _links_fields(doc, j)
    return is_link or _is_of_between_regions(doc, j, start, end)


def _links_fields(doc: MarkedText, j: int) -> bool:
    """Whether "and" or the like stands before another field."""
    return doc.low[j] in _LINKS and doc.low[j + 1] in PORTFOLIO | _REGIONS


def _is_of_between_regions(doc: MarkedText, j: int, start: int, end: int) -> bool:
    """Whether it is the "of" between two names of regions: "the Horn of Africa"."""
    is_behind_one = doc.low[j] == "of" and j > start and doc.low[j - 1] in _REGIONS
    return is_behind_one and j + 1 < end and doc.low[j + 1] in _REGIONS and doc.is_capital(j + 1)


def behind_french(doc: MarkedText, i: int) -> int:
    """The index behind the "d'affaires" that starts at token i; i itself when there is none."""
    return i + 1 if i < len(doc.words) and doc.low[i] in _FRENCH else i


def complement_end(doc: MarkedText, i: int, end: int) -> int:
    """The index behind the whole complement that starts at token i, up to `end`; i itself when there is none."""
    i = min(behind_french(doc, i), end)
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
    return doc.low[j] in _STOPS or (doc.tokens[j].tag in FINITE and not doc.is_capital(j))


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
    is_time = following.entity[2:] in POINTS_IN_TIME or following.pos in VERBAL or following.tag == "CD"
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
    for known in filter(None, map(doc.starting, range(first, last))):
        state = known.state_record()
        if state is None:
            continue
        leading = doc.low[_before_state(doc, known.first, first)]
        is_owner = known.form_of_state() == "demonym" or doc.low[min(known.last, last - 1)] in POSSESSIVES
        if leading == "of" or is_owner:
            return None if _is_of_a_part(doc, first, known) else state.code
        if leading == "in" and doc.low[first] != "to":
            return None
    return None


def _before_state(doc: MarkedText, i: int, first: int) -> int:
    """The token before a state's name, past "the Republic of" and the like."""
    before = i - 1
    while before > first and doc.low[before] in _BEFORE_STATE:
        before -= 1
    return before


def _is_of_a_part(doc: MarkedText, first: int, known: Known) -> bool:
    """Whether an office of a part of a country is of one that is named like a state ("governor of Georgia")."""
    return doc.low[first - 1] in _OFFICES_OF_A_PART and doc.low[known.last - 1] in _PARTS_LIKE_STATES


def organization_of_complement(doc: MarkedText, first: int, last: int) -> str | None:
    """The body named in the complement: a pack's, or a capitalised name with the head noun of a body."""
    starting = filter(None, map(doc.starting, range(first, last)))
    known = next((k for k in starting if k.organization() is not None and k.last <= last), None)
    if known is not None:
        return doc.quote(known.first, known.last)
    noun = next((i for i in range(first, last) if doc.is_capital(i) and doc.is_body_noun(i)), None)
    return _name_around(doc, noun, first, last) if noun is not None else None


def _name_around(doc: MarkedText, noun: int, first: int, last: int) -> str:
    """The name of a body by its noun: with the capitals before it and what leads to what it is of behind it."""
    start, stop = noun, noun + 1
    while start > first and doc.is_capital(start - 1):
        start -= 1
    if stop < last and doc.low[stop] in _LEADING:
        stop = complement_end(doc, stop, last)
    return doc.quote(start, stop)
