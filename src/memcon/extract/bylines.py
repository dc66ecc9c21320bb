"""Bylines: lines that name the writers, and the names in them."""

from __future__ import annotations

import re

from memcon.extract.agencies import agency_named
from memcon.extract.dates import MONTHS, WEEKDAYS
from memcon.extract.phrases import any_of

MAX_BYLINE = 180

_NAME_WORD = rf"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|{any_of('name_particles')})"
_NAME = rf"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\ {_NAME_WORD}){{0,4}}"
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_ROLE = rf"(?:(?:{any_of('kind_of_writer')}|[A-ZÀ-Þ][\w.]+)\ ){{0,3}}{any_of('writing_role')}"
_LINK = r"(?:in|for|of|at)"
_BYLINE = re.compile(
    rf"(?i:(?:(?:co-?)?{any_of('done_by_a_writer')}\ )?by:?|{any_of('byline_label')}:|{any_of('labelling_a_writer')}:?)\s+"
    rf"(?P<names>{_NAME}(?:\s*(?:,\ and|,|\b(?i:and)\b|&|/)\s*(?!The\b){_NAME}){{0,5}})(?!\w|\ (?!{_LINK}\b)[a-z])(?P<rest>.{{0,100}})"
)
_NAMES_ONLY = re.compile(rf"{_NAME}(?:\s*(?:,\ and|,|\band\b|&|/)\s*{_NAME}){{0,5}}")
_REST = re.compile(
    rf"(?:\s*(?:[,|·•/–—-]|\b{_LINK}\b)?\s*(?:\(?\[?<?{_EMAIL}>?\]?\)?|(?i:{_ROLE})|(?:the\ )?{_NAME}|@\w{{1,30}}|{any_of('contributing_note')})){{0,4}}\s*\.?"
)
_WITH_EMAIL = re.compile(
    rf"(?:(?P<names>{_NAME}(?:\ {_NAME}){{0,2}})\s*[,|(<\[/-]?\s*)?\(?\[?<?{_EMAIL}>?\]?\)?(?:\s*[,;/]?\s*{_EMAIL}){{0,3}}\.?"
)
_WITH_ROLE = re.compile(
    rf"(?P<names>{_NAME}(?:\s*(?:,|\band\b|&)\s*{_NAME}){{0,2}})\s*[,|/-]\s*(?i:{_ROLE})(?:\s*[,|/-]\s*{_NAME})?\.?"
)
_REPORTING = re.compile(
    rf"[(\W]{{0,3}}(?i:{any_of('reporting_note')}\s+by)\s+(?P<names>{_NAME}(?:\s*(?:,\ and|,|\band\b|&)\s*{_NAME}){{0,7}})(?P<rest>.{{0,200}})"
)

_NO_NAME = re.compile(
    rf"\b(?:{WEEKDAYS.title()}|{MONTHS.title()}|{any_of('never_in_a_byline', 'today', form=str.capitalize)})\b"
)
_SPLIT = re.compile(r"\s*(?:,\s*and\b|,|;|&|/|\band\b)\s*", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{any_of('done_by_a_writer')} )?by:?\s+", re.IGNORECASE)
_ROLE_ONLY = re.compile(rf"(?i:(?:the )?{_ROLE}).*")


def is_byline(line: str) -> bool:
    """Whether a line names writers, their role, agency and address, and says nothing else."""
    return len(line) <= MAX_BYLINE and _match(line) is not None


def writers_of(line: str) -> tuple[str, ...]:
    """The names in a byline, as written, without roles, agencies and addresses; empty when it only gives an address or an agency."""
    match = _match(line) if len(line) <= MAX_BYLINE else None
    return names_in(match["names"] or "") if match else ()


def agency_of(line: str) -> str | None:
    """The news agency that a byline names ("By Ingrid Solberg, Associated Press"), or None."""
    for part in re.split(r"[,|·•/–—]|\b[Bb][Yy]\b|\band\b", line[:MAX_BYLINE]):
        if found := agency_named(part):
            return found
    return None


def names_in(text: str) -> tuple[str, ...]:
    """The persons' names in a list of writers, as metadata or a byline gives it."""
    names: list[str] = []
    if "://" in text:
        return ()
    for part in _SPLIT.split(_LEADING.sub("", text.strip(), count=1)):
        name = " ".join(part.split()).strip(" .|-")
        if name and len(name) <= 80 and "@" not in name and not agency_named(name) and not _ROLE_ONLY.fullmatch(name):
            names.append(name)
    return tuple(dict.fromkeys(names))


def _match(line: str) -> re.Match[str] | None:
    """The match of the form that a byline has."""
    text = line.strip().strip("*_ ")
    by = _BYLINE.fullmatch(text)
    if by is not None and _are_names(by["names"]) and _REST.fullmatch(by["rest"]):
        return by
    reporting = _REPORTING.fullmatch(text)
    if reporting is not None and _are_names(reporting["names"]):
        return reporting
    for form in (_WITH_EMAIL, _WITH_ROLE):
        match = form.fullmatch(text)
        if match is not None and (not match["names"] or _are_names(match["names"])):
            return match
    return None


def _are_names(text: str) -> bool:
    """Whether words in a byline can be names: neither days nor determiners."""
    return bool(_NAMES_ONLY.fullmatch(text.strip())) and not _NO_NAME.search(text)
