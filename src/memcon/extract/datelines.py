"""Datelines: where and when a dispatch says it was written ("SEOUL, Nov. 3 (Yonhap) --"), with the agency that sent it.

Forms after the Associated Press Stylebook (city in capitals, state or country, dash), Reuters ("LONDON, Nov 3 (Reuters) -"),
Xinhua and Yonhap (date before the agency), TASS ("MOSCOW, November 3. /TASS/.") and military releases (date in brackets).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.domain.documents import Dateline
from memcon.domain.spans import Span
from memcon.extract.agencies import agency_named
from memcon.extract.date_lines import dates_in

_WITHIN = 160

_UP = "A-ZÀ-ÖØ-Þ"
_CITY = rf"(?:[{_UP}][{_UP}'’.\-]*[{_UP}.](?:[ ][{_UP}][{_UP}'’.\-]*){{0,4}})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
_REGION = rf"(?:,\ (?!{_MONTH}[a-zA-Z]{{0,6}}\.?\ \d)[{_UP}][\w.'’-]*(?:\ [{_UP}][\w.'’-]*){{0,2}})"
_DATE = rf"(?:{_MONTH}[a-zA-Z]{{0,6}}\.?\ \d{{1,2}}(?:[,.]\ ?\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH}[a-zA-Z]{{0,6}}\.?(?:,?\ \d{{4}})?)(?!\d)"
_TAIL = (
    rf"(?:,?\ (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\ )?(?P<date>{_DATE}))?[.,]?"
    r"\s{0,2}(?:\((?P<inside>[^()]{2,60})\)|/(?P<slashed>[A-Za-z][A-Za-z ]{1,20})/\.?|(?<=\d,\ )(?P<bare>[A-Z]{2,6})(?=\s{0,3}[-–—]))?"
    r"\s{0,3}(?P<dash>--+|[—–―‒_]|-(?=\s|$)|:(?=\s))?"
)
_CAPITALS = re.compile(rf"(?P<place>{_CITY}(?:/{_CITY})?{_REGION}{{0,2}}){_TAIL}")
_MIXED = re.compile(rf"(?P<place>[{_UP}][\w'’.-]+(?:\ [{_UP}][\w'’.-]+){{0,2}}{_REGION}{{0,2}}){_TAIL}")
_AGENCY_ONLY = re.compile(
    rf"(?P<place>)(?:(?P<date>{_DATE})\ )?(?P<bare>\Z.)?(?:\((?P<inside>[^()]{{2,60}})\)|/(?P<slashed>[A-Za-z][A-Za-z ]{{1,20}})/)"
    r"\s{0,3}(?P<dash>--+|[—–―‒_:]|-(?=\s|$))?"
)

_NO_PLACE_WORDS = (
    "NATO ASEAN UNESCO UNICEF OPEC BREAKING UPDATE UPDATES UPDATED EXCLUSIVE ANALYSIS OPINION EXPLAINER FACTBOX TIMELINE WATCH VIDEO NOTE CORRECTION "
    "EDITORIAL COLUMN INTERVIEW QUESTION ANSWER MODERATOR REMARKS STATEMENT TRANSCRIPT SUBJECT READOUT PHOTO FILE LIVE URGENT BRIEF FEATURE COMMENTARY "
    "REVIEW PRESIDENT SECRETARY MINISTER AMBASSADOR SPOKESPERSON PRESS NEWS ALERT LEAD NEWSMAKER PREVIEW FLASH"
)
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
"""Words in capitals that stand before a dash or colon and are no place."""

_PHRASE = re.compile(
    r"\b(?:NOT|IS|ARE|WAS|HAS|HAVE|WILL|MAY|CAN|DOES|JUST|TOO|MORE|THAN|WHAT|HOW|WHY|WHO|AND|BUT|FOR|WITH|FROM|OVER|TO|BY|SHOWS|SAYS|AFTER|BEFORE|FIRST|"
    r"TIME|VIA|IN|ON|AT|VS)\b"
)
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

    Capitals need a dash, an agency or a date in brackets; small letters need a known agency, or both a date and a dash.
    """
    head = paragraph[:_WITHIN]
    for form, pattern in (("capitals", _CAPITALS), ("mixed", _MIXED), ("agency", _AGENCY_ONLY)):
        match = pattern.match(head)
        if match is not None and _is_dateline(form, match, paragraph):
            return _build(match, paragraph, offset)
    return None


def _is_dateline(form: str, match: re.Match[str], paragraph: str) -> bool:
    agency, inside_date = _agency(match), _inside_date(match)
    date = match["date"] or inside_date
    dash = match["dash"] if match["dash"] != ":" else None
    follows = paragraph[match.end() :].lstrip()
    if match["place"].split(",")[0] in _NO_PLACE or match["place"].split(" ")[0].rstrip(":") in _NO_PLACE:
        return False
    if form == "capitals" and _PHRASE.search(match["place"]):
        return False
    if form == "agency":
        return agency is not None and match["dash"] is not None
    if form == "mixed":
        if agency is not None:
            return dash is not None or bool(match["date"])
        return bool(match["date"] and dash) and not any(w.upper() in _NO_PLACE for w in match["place"].split())
    if match["inside"] and not (agency or inside_date or dash):
        return False
    if agency or date:
        return bool(dash or match["dash"] or agency or inside_date)
    if dash is None or len(re.sub(r"\W", "", match["place"])) < 4:
        return False
    return not follows or not follows[0].islower()


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
_AGENCY_NOUN = re.compile(
    r"\b(?:wires?|news|agency|press|newswire|dispatch|service|network|presse|[A-Z]{2,6}-?TV|broadcasting)$",
    re.IGNORECASE,
)
_NO_AGENCY = re.compile(
    r"\b(?:photos?|local|time|updated?|corrected|exclusive|file|reuters photo|analysis|opinion|embargoed|EST|EDT|GMT|UTC|KST|JST|CET|CEST|US|UK|USA|UAE|DRC|PRC|ROK|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def _agency(match: re.Match[str]) -> str | None:
    """The agency in the brackets; "AP Photo" and the like are none.

    An agency that no list knows is heard where nothing else stands there: between a dateline's date and its dash ("OSLO, May 4 (Harbour Wire) --"), or,
    without a date, when its name says that it is one.
    """
    name = match["inside"] or match["slashed"] or match["bare"]
    if not name:
        return None
    if known := agency_named(name, is_dateline=True):
        return known
    bare = " ".join(name.split())
    dash = match["dash"] if match["dash"] != ":" else None
    if dash is None or not match["place"] or _UNKNOWN_AGENCY.fullmatch(bare) is None or _NO_AGENCY.search(bare):
        return None
    return bare if match["date"] or _AGENCY_NOUN.search(bare) else None


def _inside_date(match: re.Match[str]) -> str | None:
    """The brackets' content when it is a date."""
    inside: str | None = match["inside"]
    if not inside:
        return None
    dates = dates_in(inside)
    return inside if dates and dates[0][0].end - dates[0][0].start >= len(inside) - 3 else None
