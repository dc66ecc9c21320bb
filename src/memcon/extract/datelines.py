"""Datelines: where and when a dispatch says it was written ("SEOUL, Nov. 3 (Yonhap) --"), with the agency that sent it.

Forms after the Associated Press Stylebook (city in capitals, state or country, dash), Reuters ("LONDON, Nov 3 (Reuters) -"),
Xinhua and Yonhap (date before the agency), TASS ("MOSCOW, November 3. /TASS/."), papers of South Asia ("Kathmandu: …") and military releases (date in brackets).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from memcon.domain.documents import Dateline
from memcon.domain.spans import Span
from memcon.extract.agencies import agency_named
from memcon.extract.date_lines import dates_in
from memcon.extract.dates import MONTH_STEMS, MONTHS, WEEKDAYS
from memcon.extract.phrases import any_of
from memcon.knowledge.packs import load_states
from memcon.lexicon import words

_WITHIN = 160
_SHORTEST_SENTENCE = 6
"""How many words a sentence behind a capital with a colon has at least."""

_UP = "A-ZÀ-ÖØ-Þ"
_CITY = rf"(?:[{_UP}][{_UP}'’.\-]*[{_UP}.](?:[ ][{_UP}][{_UP}'’.\-]*){{0,4}})"
_MONTH = rf"(?:{MONTH_STEMS.title()}|{MONTH_STEMS.upper()})"
_REGION = rf"(?:,\ (?!{_MONTH}[a-zA-Z]{{0,6}}\.?\ \d)[{_UP}][\w.'’-]*(?:\ [{_UP}][\w.'’-]*){{0,2}})"
_DATE = rf"(?:{_MONTH}[a-zA-Z]{{0,6}}\.?\ \d{{1,2}}(?:[,.]\ ?\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH}[a-zA-Z]{{0,6}}\.?(?:,?\ \d{{4}})?)(?!\d)"
_TAIL = (
    rf"(?:,?\ (?:{WEEKDAYS.title()},?\ )?(?P<date>{_DATE}))?[.,]?"
    r"\s{0,2}(?:\((?P<inside>[^()]{2,60})\)|/(?P<slashed>[A-Za-z][A-Za-z ]{1,20})/\.?|(?<=\d,\ )(?P<bare>[A-Z]{2,6})(?=\s{0,3}[-–—]))?"
    r"\s{0,3}(?P<dash>--+|[—–―‒_]|-(?=\s|$)|:(?=\s))?"
)
_CAPITALS = re.compile(rf"(?P<place>{_CITY}(?:/{_CITY})?{_REGION}{{0,2}}){_TAIL}")
_MIXED = re.compile(rf"(?P<place>[{_UP}][\w'’.-]+(?:\ [{_UP}][\w'’.-]+){{0,2}}{_REGION}{{0,2}}){_TAIL}")
_AGENCY_ONLY = re.compile(
    rf"(?P<place>)(?:(?P<date>{_DATE})\ )?(?P<bare>\Z.)?(?:\((?P<inside>[^()]{{2,60}})\)|/(?P<slashed>[A-Za-z][A-Za-z ]{{1,20}})/)"
    r"\s{0,3}(?P<dash>--+|[—–―‒_:]|-(?=\s|$))?"
)

_NO_PLACE = frozenset(word.upper() for word in words("no_place_in_capitals"))
"""Words in capitals that stand before a dash or colon and are no place."""

_PHRASE = re.compile(rf"\b{any_of('joining_words_in_capitals', form=str.upper)}\b")
"""Words that make capitals before a dash a heading run into its paragraph, not a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDateline:
    """A dateline with spans into the document, the agency it names, and whether its date states the year."""

    dateline: Dateline
    wire: str | None
    is_alone: bool
    """Whether nothing follows it in its paragraph."""


def read_dateline(paragraph: str, offset: int = 0) -> FoundDateline | None:
    """The dateline that `paragraph` begins with, or None. `offset` is the paragraph's place in the document.

    Capitals need a dash, an agency or a date in brackets; small letters need a known agency, or both a date and a dash. A state's capital may stand before a colon.
    """
    head = paragraph[:_WITHIN]
    for form, pattern in (("capitals", _CAPITALS), ("mixed", _MIXED), ("agency", _AGENCY_ONLY)):
        match = pattern.match(head)
        if match is not None and _is_dateline(form, match, paragraph):
            return _build(match, paragraph, offset)
    return None


def _is_dateline(form: str, match: re.Match[str], paragraph: str) -> bool:
    place = match["place"]
    if place.split(",")[0] in _NO_PLACE or place.split(" ")[0].rstrip(":") in _NO_PLACE:
        return False
    signs = _Signs(match, _agency(match), _inside_date(match), paragraph)
    return _FORMS[form](signs)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a dateline: its parts, the agency it names, the date in its brackets, and the paragraph that it opens."""

    match: re.Match[str]
    agency: str | None
    inside_date: str | None
    paragraph: str

    @property
    def place(self) -> str:
        return self.match["place"]

    @property
    def dash(self) -> str | None:
        """The dash behind it; a colon is none."""
        return _dash(self.match)


def _in_capitals(signs: _Signs) -> bool:
    """Capitals need an agency, a date with a dash or in brackets, or else a dash behind a name of some length."""
    if _PHRASE.search(signs.place):
        return False
    if signs.match["inside"] and not (signs.agency or signs.inside_date or signs.dash):
        return False
    if _is_capital_with_a_colon(signs):
        return True
    if signs.agency or signs.match["date"] or signs.inside_date:
        return bool(signs.match["dash"] or signs.agency or signs.inside_date)
    return signs.dash is not None and _is_long_place(signs)


def _is_long_place(signs: _Signs) -> bool:
    """Whether the name has four letters, and a sentence begins behind it if anything does."""
    follows = signs.paragraph[signs.match.end() :].lstrip()
    return len(re.sub(r"\W", "", signs.place)) >= 4 and not follows[:1].islower()


def _in_small_letters(signs: _Signs) -> bool:
    """Small letters need a known agency with a dash or date, or both date and dash, or to be a capital before a colon."""
    if _is_capital_with_a_colon(signs):
        return True
    if signs.agency is not None:
        return signs.dash is not None or bool(signs.match["date"])
    is_place = not any(w.upper() in _NO_PLACE for w in signs.place.split())
    return bool(signs.match["date"] and signs.dash) and is_place


@cache
def _capitals() -> frozenset[str]:
    """The capitals of states, case-folded."""
    return frozenset(state.capital.casefold() for state in load_states() if state.capital)


def _is_capital_with_a_colon(signs: _Signs) -> bool:
    """ "Kathmandu: Nepal and India signed …", as papers of South Asia open: a capital and a colon before a sentence of some length."""
    follows = signs.paragraph[signs.match.end() :].split()
    is_sentence = len(follows) >= _SHORTEST_SENTENCE and follows[0][:1].isupper()
    return signs.match["dash"] == ":" and signs.place.casefold() in _capitals() and is_sentence


def _of_agency_alone(signs: _Signs) -> bool:
    return signs.agency is not None and signs.match["dash"] is not None


_FORMS: Mapping[str, Callable[[_Signs], bool]] = {
    "capitals": _in_capitals,
    "mixed": _in_small_letters,
    "agency": _of_agency_alone,
}


def _build(match: re.Match[str], paragraph: str, offset: int) -> FoundDateline:
    end = match.end()
    date_text = match["date"] or _inside_date(match)
    found = dates_in(date_text) if date_text else ()
    place = " ".join(match["place"].split()).rstrip(",") or None
    return FoundDateline(
        dateline=Dateline(
            place=place,
            date=found[0][1] if found else None,
            span=Span(offset + match.start(), offset + len(paragraph[:end].rstrip())),
        ),
        wire=_agency(match),
        is_alone=not paragraph[end:].strip(),
    )


_UNKNOWN_AGENCY = re.compile(r"[A-Z][\w'’&-]{1,20}(?: [A-Z][\w'’&-]{1,20}){0,2}")
_AGENCY_NOUN = re.compile(rf"\b(?:{any_of('agency_noun')}|[A-Z]{{2,6}}-?TV)$", re.IGNORECASE)
_NO_AGENCY = re.compile(rf"\b(?:{any_of('no_agency', 'zone')}|{WEEKDAYS}|{MONTHS})\b", re.IGNORECASE)


def _agency(match: re.Match[str]) -> str | None:
    """The agency in the brackets; "AP Photo" and the like are none."""
    name = match["inside"] or match["slashed"] or match["bare"]
    if not name:
        return None
    return agency_named(name, is_dateline=True) or _unknown_agency(match, " ".join(name.split()))


def _unknown_agency(match: re.Match[str], name: str) -> str | None:
    """An agency that no list knows: heard where nothing else stands there, between a dateline's date and its dash
    ("OSLO, May 4 (Harbour Wire) --"), or, without a date, when its name says that it is one."""
    if _dash(match) is None or not match["place"]:
        return None
    if _UNKNOWN_AGENCY.fullmatch(name) is None or _NO_AGENCY.search(name):
        return None
    return name if match["date"] or _AGENCY_NOUN.search(name) else None


def _dash(match: re.Match[str]) -> str | None:
    return match["dash"] if match["dash"] != ":" else None


def _inside_date(match: re.Match[str]) -> str | None:
    """The brackets' content when it is a date."""
    inside: str | None = match["inside"]
    if not inside:
        return None
    dates = dates_in(inside)
    return inside if dates and dates[0][0].end - dates[0][0].start >= len(inside) - 3 else None
