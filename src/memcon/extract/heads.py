"""What stands above the running text: titles, second titles, slugs, sections, issuers and outlets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.domain.documents import BlockKind, Dateline
from memcon.domain.spans import Span
from memcon.extract.agencies import agency_named
from memcon.extract.date_lines import dates_in, read_date_line
from memcon.extract.datelines import read_dateline
from memcon.extract.dates import SHORT_WEEKDAYS, WEEKDAYS
from memcon.extract.furniture import is_section
from memcon.extract.headlines import is_headline, is_headlinese, is_issuer, is_prose, is_same_title, is_signatory
from memcon.extract.outlets import outlet_named, split_outlet
from memcon.extract.paragraphs import Part
from memcon.extract.phrases import any_of

_HEAD_LIMIT = 12
"""Paragraphs within which a title is looked for."""

_SLUG = re.compile(r"[A-Z]{2,}[A-Z0-9]*(?:[-/_][A-Z0-9]{2,}){1,7}(?:,? (?:\d{1,2}(?:st|nd|rd|th) Ld|URGENT))?")


def name_head(text: str, parts: list[Part], first: int, title: str | None) -> str | None:
    """Gives the paragraphs before `first`, the first of running text, their kinds, and lines that repeat the title; returns the publisher that
    one of them names. `title` is the title that metadata gives."""
    _name_furniture(text, parts, first)
    publisher = _name_outlets(text, parts, first, title) or _issuer(text, parts[:first])
    _name_titles(text, parts, first, title)
    return publisher


def is_running(text: str, part: Part) -> bool:
    """Whether a paragraph is running text by its own words."""
    return part.is_text and (
        (part.kind == "body" and not part.is_marked)
        or is_prose(part.span.of(text))
        or (not part.is_marked and _is_dispatch(part.span.of(text)))
    )


_STOPS, _CLOSING = ".!?", " \n\t)\"'”’"


def _is_dispatch(words: str) -> bool:
    """Whether a whole sentence stands behind a dateline in its own paragraph: a dispatch's first, and no title, however many names it has."""
    if words.rstrip(_CLOSING)[-1:] not in _STOPS:
        return False
    dateline = read_dateline(words)
    return dateline is not None and not dateline.is_alone


def _name_furniture(text: str, parts: list[Part], first: int) -> None:
    """Slugs, sections and places with a date."""
    head = parts[: min(first, _HEAD_LIMIT)]
    for part in head:
        words = part.span.of(text) if part.kind is None and not part.is_marked else ""
        if not words or len(words) > 120:
            continue
        if _SLUG.fullmatch(words) or is_section(words):
            part.kind = "boilerplate"
        elif is_place_and_date(words):
            part.kind = "date_line"


# --- places with dates -------------------------------------------------------------------------------------------------------

_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ][\w.'’-]*){0,4}")
_TWO_WORDS = re.compile(
    rf"{any_of('first_of_a_place', form=str.title)} |.* {any_of('last_of_a_place', form=str.title)}$".replace(
        r"\.", r"\.?"
    )
)
"""Beginnings and ends of places of more than one word; other such names may be a person's."""

_NO_PLACE = re.compile(
    rf"\b(?:{any_of('headed_by_a_place_and_a_date')}|{WEEKDAYS}|{SHORT_WEEKDAYS}(?=[.,]|$))\b", re.IGNORECASE
)


def is_place_and_date(words: str) -> bool:
    """Whether a line is a place and a full date ("Oslo, 4 May 2021")."""
    return _place_and_date(words) is not None


def _place_and_date(words: str) -> tuple[str, Span, str] | None:
    """The place, the date's span and its EDTF; None for any other line, and for "Oslo Summit, 4 May 2021"."""
    dates = dates_in(words)
    if len(dates) != 1 or dates[0][0].end < len(words.rstrip(" .*_)")) or dates[0][1].startswith("XXXX"):
        return None
    if read_date_line(words) or not words[: dates[0][0].start].rstrip().endswith((",", ".")):
        return None
    place = words[: dates[0][0].start].strip(" \t,*_(").rstrip(".") if dates[0][0].start <= 100 else ""
    if _PLACE.fullmatch(place) is None or _NO_PLACE.search(place) or outlet_named(place, is_sure=True):
        return None
    return place, *dates[0]


def place_dateline(text: str, parts: Sequence[Part]) -> Dateline | None:
    """The dateline of a line of its own that gives place and full date, the first there is."""
    for part in parts:
        words = part.span.of(text) if part.kind == "date_line" and part.span.end - part.span.start <= 120 else ""
        if words and read_dateline(words) is None and (found := _place_and_date(words)) is not None:
            city = found[0].split(",")[0]
            is_place = " " not in city or _TWO_WORDS.match(city) is not None
            return Dateline(place=found[0] if is_place else None, date=found[2], span=part.span)
    return None


# --- publishers ---------------------------------------------------------------------------------------------------------------


def _name_outlets(text: str, parts: list[Part], first: int, title: str | None) -> str | None:
    """Marks lone lines that name an outlet, and returns the outlet where they name one only.

    Such a line is left alone where it could be the headline itself: when there is no other, and no date, writer or release mark follows.
    """
    found: list[str] = []
    head = parts[: min(first, _HEAD_LIMIT)]
    has_title = title is not None or any(_is_other_title(text, p) for p in head)
    for n, part in enumerate(head):
        name = _outlet_of_line(text, parts, n, title, has_title=has_title)
        if name is not None:
            part.kind = "credit"
            found.append(name)
    names = [name for name in found if agency_named(name) is None]
    return names[0] if len({name.casefold() for name in names}) == 1 else None


def _outlet_of_line(text: str, parts: Sequence[Part], n: int, title: str | None, *, has_title: bool) -> str | None:
    """The outlet that the line at `n` names and nothing else, where another line is the title or a date or a writer stands beside it."""
    part, words = parts[n], parts[n].span.of(text)
    if part.kind is not None or part.is_marked or (title is not None and is_same_title(words, title)):
        return None
    is_beside = any(p.kind in ("date_line", "byline") for p in parts[max(0, n - 1) : n + 2])
    return outlet_named(words, is_sure=is_beside) if has_title or is_beside else None


def _is_other_title(text: str, part: Part) -> bool:
    """Whether a line that names no outlet can be the title."""
    return _can_be_title(text, part) and outlet_named(part.span.of(text), is_sure=True) is None


def _can_be_title(text: str, part: Part) -> bool:
    return part.kind == "title" or (part.kind is None and is_headline(part.span.of(text)))


_PUBLISHING_ISSUER = re.compile(
    r"(?:the )?(?:ministry|department|embassy|government|permanent mission|white house)\b", re.IGNORECASE
)


_PUBLISHING_BODY = re.compile(
    r"(?:[A-Z][\w.'’-]* ){0,5}(?:Command|Headquarters|Directorate|Agency|Ministry|Department|Embassy|Mission|Fleet|Commission|Council|Secretariat)"
    r"(?:\s?[-–,]\s?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})?"
)
"""A body's name, with its place behind a dash: no headline, which has a verb."""


def _issuer(text: str, head: Sequence[Part]) -> str | None:
    """Who issues a release, where a line above its mark or number says so: "Northern Joint Command - Norway", "Ministry of Fisheries"."""
    for n, part in enumerate(head[:_HEAD_LIMIT]):
        words = part.span.of(text)
        if part.kind is not None or part.is_marked or len(words) > 80:
            continue
        beside = [p.span.of(text) for p in head[max(0, n - 1) : n + 3] if _is_mark(p)]
        if _is_office(words, beside) or (_is_release(beside) and _PUBLISHING_BODY.fullmatch(words)):
            return " ".join(words.split())
    return None


_RELEASE = re.compile(any_of("mark_of_a_release"), re.IGNORECASE)


def _is_mark(part: Part) -> bool:
    """Whether a line may hold a release's mark, number or date."""
    return part.kind in ("date_line", "boilerplate")


def _is_office(words: str, beside: Sequence[str]) -> bool:
    return is_issuer(words) and _PUBLISHING_ISSUER.match(words) is not None and bool(beside)


def _is_release(beside: Sequence[str]) -> bool:
    """Whether both the mark and the number of a release stand beside a line."""
    return any(_RELEASE.search(w) for w in beside) and any(_is_number(w) for w in beside)


def _is_number(words: str) -> bool:
    return len(words) <= 40 and any(c.isdigit() for c in words) and any(c in words for c in "-/") and " " not in words


# --- titles -------------------------------------------------------------------------------------------------------------------


def _name_titles(text: str, parts: list[Part], first: int, title: str | None) -> None:
    """Titles and headings before the running text, and title lines that repeat."""
    known = title
    for n, part in enumerate(parts[: max(first + 1, min(_HEAD_LIMIT, len(parts)))]):
        if not part.is_marked:
            part.kind = _head_kind(text, parts, n, first, known) or part.kind
        if part.kind == "title":
            known = known or part.span.of(text)


def _head_kind(text: str, parts: Sequence[Part], n: int, first: int, known: str | None) -> BlockKind | None:
    """What the line at `n` is beside the `known` title, None where it stays what it is."""
    part = parts[n]
    words = part.span.of(text)
    if part.may_be("caption") and known is not None and _is_repeated(words, known):
        return "title"
    if part.kind is not None:
        return None
    if n < first < len(parts) and _is_head_line(words, known):
        return "title" if known is None and not _is_beside_title(text, parts, n, first) else "heading"
    return "title" if n <= first and known is None and _opens_as_title(text, parts, n) else None


def _is_beside_title(text: str, parts: Sequence[Part], n: int, first: int) -> bool:
    """Whether a line above the text is an outlet, an issuer, a kicker or a speaker's place, beside which another is the title."""
    return (
        outlet_named(parts[n].span.of(text)) is not None
        or _names_issuer(text, parts[:first], n)
        or _is_kicker(text, parts, n, first)
        or _is_below_speaker(text, parts, n)
    )


def _is_repeated(words: str, known: str) -> bool:
    if len(words) > 3 * len(known) + 40:
        return False
    bare, title = split_outlet(words)[0], split_outlet(known)[0]
    return is_same_title(words, known) or ((bare, title) != (words, known) and is_same_title(bare, title))


def _is_head_line(words: str, known: str | None) -> bool:
    """Whether a line before the running text is a headline, second headline, signatory or slug."""
    if known is not None and words.rstrip().endswith(".") and known.rstrip()[-1:].isalnum() and len(words) > 60:
        return False  # the title has no stop, so this is a sentence
    return is_headline(words) or is_signatory(words) or (words.isupper() and 3 < len(words) <= 30)


def _opens_as_title(text: str, parts: Sequence[Part], n: int) -> bool:
    """Whether the first paragraph, which ends in a full stop, is a title: in capitals, or headline language over a dateline or a lead."""
    if n + 1 >= len(parts):
        return False
    words, following = parts[n].span.of(text), parts[n + 1].span
    if _is_dispatch(words):
        return False
    if is_headline(words, with_stop=True) or _is_first_deck(words, text[following.start]):
        return True
    lead = text[following.start : min(following.end, following.start + 400)]
    is_over_dateline = read_dateline(lead) is not None
    if is_over_dateline and len(words) <= 130 and words.count(". ") == 0:
        return True
    is_lead = is_over_dateline or following.end - following.start > 1.6 * len(words)
    return is_lead and is_prose(lead) and is_headlinese(words)


def _is_first_deck(words: str, following: str) -> bool:
    """Whether a line is the first deck of a headline in two."""
    return words.endswith(";") and len(words) <= 130 and is_headline(words.rstrip("; ")) and following.isupper()


def _is_kicker(text: str, parts: Sequence[Part], n: int, first: int) -> bool:
    """Whether a line of one or two words in capitals ("EXCLUSIVE", "OSLO TALKS") stands over the headline proper."""
    words = parts[n].span.of(text)
    if not words.isupper() or len(words.split()) > 2:
        return False
    return any(p.kind is None and is_headline(p.span.of(text)) for p in parts[n + 1 : min(first, n + 3)])


def _is_below_speaker(text: str, parts: Sequence[Part], n: int) -> bool:
    """Whether a short line under a speaker's name and office tells the place ("Bergen, Norway")."""
    is_below = any(is_signatory(p.span.of(text)) for p in parts[max(0, n - 2) : n])
    return is_below and len(parts[n].span.of(text).split()) < 5


def _names_issuer(text: str, head: Sequence[Part], n: int) -> bool:
    """Whether a line names who issues or speaks in a release: by its words, or because the release's number stands beside it, or because a
    release mark or other furniture follows and a headline comes later."""
    words = head[n].span.of(text)
    if is_issuer(words) or is_signatory(words):
        return True
    if len(head) < n + 2 or not _is_mark(head[n + 1]):
        return False
    is_over_headline = any(p.kind is None and is_headline(p.span.of(text)) for p in head[n + 1 :])
    return is_over_headline or _is_beside_number(text, head, n)


def _is_beside_number(text: str, head: Sequence[Part], n: int) -> bool:
    """Whether the number of a release stands below a line, or beside a short one with a dash ("Ministry of Trade - Press Office")."""
    words, below = head[n].span.of(text), head[n + 1]
    is_short = " - " in words and len(words.split()) <= 8
    if is_short and _has_number(text, (*head[max(0, n - 1) : n], below)):
        return True
    return below.kind == "boilerplate" and any(c.isdigit() for c in below.span.of(text))


def _has_number(text: str, beside: Sequence[Part]) -> bool:
    """Whether one of some lines is the number of a release."""
    return any(p.kind == "boilerplate" and _is_number(p.span.of(text)) for p in beside)
