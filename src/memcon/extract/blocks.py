"""Text to blocks: what each paragraph is, from its own words first and from where it stands second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from memcon.domain.documents import Block, Dateline
from memcon.domain.spans import Span
from memcon.extract.agencies import agencies_in_credit
from memcon.extract.captions import trailing_credit
from memcon.extract.date_lines import read_date_line
from memcon.extract.datelines import read_dateline
from memcon.extract.dates import find_dates
from memcon.extract.headlines import is_heading, is_headline, is_prose
from memcon.extract.heads import is_place_and_date, is_running, name_head, place_dateline
from memcon.extract.outlets import outlet_named
from memcon.extract.paragraphs import Part, find_paragraphs
from memcon.extract.phrases import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text, with what was read while they were told apart."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None = None
    publisher: str | None = None
    """The outlet or issuer that a line of its own above or below the running text names."""
    wire: str | None = None
    """The agency of the dateline, of a credit line or of a credit at the end of the running text, in this order."""


@dataclass(slots=True)
class _Found:
    dateline: Dateline | None = None
    dateline_wire: str | None = None
    credit_wire: str | None = None
    parts: list[Part] = field(default_factory=list)


def lay_out(text: str, *, title: str | None = None, marked: Sequence[Block] = ()) -> Layout:
    """The blocks of `text`: ordered, disjoint, without surrounding white space, covering all that is visible.

    `title` is the title that metadata gives; a line equal to it is a title. `marked` are blocks already known from markup (headings and
    captions of a page or of Markdown); the text between them is told apart here. Time linear in the length of the text.
    """
    paragraphs = find_paragraphs(text, marked)
    found = _Found(parts=paragraphs)
    prose = [n for n, p in enumerate(paragraphs) if is_running(text, p)]
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), -1)
    publisher = name_head(text, paragraphs, first, title)
    _name_middle(text, paragraphs, first, last)
    publisher = publisher or _name_tail(text, paragraphs, last)
    _name_sources(text, paragraphs)
    _name_links(text, paragraphs)
    _cut_datelines(text, found)
    _cut_trailing(text, found)
    for part in found.parts:
        part.kind = part.kind or "body"
    return Layout(
        blocks=tuple(Block(kind=p.kind or "body", span=p.span) for p in found.parts),
        dateline=found.dateline or place_dateline(text, paragraphs),
        publisher=publisher,
        wire=found.dateline_wire or found.credit_wire,
    )


# --- position --------------------------------------------------------------------------------------------------------------

_CLOCK_LINE = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:[ap]\.?m\.?)?(?:\s?\(?(?:local time|[A-Z]{1,4}T|GMT|UTC)\)?)?:?|(?:1[0-2]|[1-9])\s?[ap]\.?m\.?:?",
    re.IGNORECASE,
)
"""The time that heads an entry of a live report ("3:40 p.m.")."""


def _name_middle(text: str, parts: list[Part], first: int, last: int) -> None:
    """Headings between paragraphs, and what only looks like furniture there: a chronology's dates are headings, "By …" is text."""
    for n in range(first + 1, last):
        part = parts[n]
        words = part.span.of(text)
        if part.is_marked:
            continue
        heads_entry = part.kind == "date_line" and n > first + 3 and _is_bare_date(words)
        if heads_entry or (part.kind is None and _heads_paragraph(words, parts[n + 1])):
            part.kind = "heading"
        elif part.kind == "byline" and n > first + 2 and words[:3].lower() == "by ":
            part.kind = "body"


def _heads_paragraph(words: str, below: Part) -> bool:
    """Whether a line is a heading over a paragraph, or the time that heads an entry of a live report."""
    return (is_heading(words) and below.is_text) or _CLOCK_LINE.fullmatch(words) is not None


def _is_bare_date(words: str) -> bool:
    """Whether a date line has no label: among paragraphs it heads an entry of a chronology."""
    dates = read_date_line(words)
    return bool(dates) and all(d.role == "bare" for d in dates)


_TAG_LINE = re.compile(rf"{any_of('tag_label_alone')}\s+\S", re.IGNORECASE)


def _name_tail(text: str, parts: list[Part], last: int) -> str | None:
    """After the running text: tag lines without a colon, a place with a date, and the outlet's name, which is returned."""
    outlets: list[str] = []
    for part in parts[last + 1 :]:
        if part.is_marked or part.kind is not None:
            continue
        words = part.span.of(text)
        if last >= 0 and _is_tag_line(words):
            part.kind = "tags"
        elif len(words) < 80 and is_place_and_date(words):
            part.kind = "date_line"
        elif last >= 0 and (name := outlet_named(words)) is not None:
            part.kind = "credit"
            outlets.append(name)
    return outlets[0] if len(set(outlets)) == 1 else None


def _is_tag_line(words: str) -> bool:
    return _TAG_LINE.match(words) is not None and not words.rstrip().endswith(".")


_SOURCES = re.compile(rf"{any_of('sources_heading')}\s*:?", re.IGNORECASE)


_LINKS = re.compile(rf"\W*{any_of('links_heading', 'link_opening', 'related_matter')}\W*", re.IGNORECASE)
_MAX_LINKS = 8


def _name_sources(text: str, parts: list[Part]) -> None:
    """A list of sources at the end is no running text: from its heading to the next heading or paragraph of prose."""
    inside = False
    for part in parts:
        words = _short_words(text, part)
        if part.may_be("heading", "boilerplate") and _SOURCES.fullmatch(words):
            inside, part.kind = True, "boilerplate"
        elif inside and _ends_sources(part, words):
            inside = False
        elif inside and part.may_be("date_line"):
            part.kind = "boilerplate"


def _ends_sources(part: Part, words: str) -> bool:
    """Whether a list of sources is over: at a long paragraph, a heading, or prose that is no entry of it."""
    return not words or part.kind == "heading" or (is_prose(words) and not _looks_cited(words))


def _name_links(text: str, parts: list[Part]) -> None:
    """After "Related:" and the like headlines of other articles are no running text, wherever they stand."""
    links = 0
    for part in parts:
        words = _short_words(text, part)
        if part.kind == "boilerplate" and _LINKS.fullmatch(words):
            links = _MAX_LINKS
        elif links and part.may_be("heading") and not part.is_marked and _is_link(words):
            part.kind, links = "boilerplate", links - 1
        elif words.strip():
            links = 0


def _short_words(text: str, part: Part) -> str:
    """The words of a part that is no longer than an entry of a list; else none."""
    return part.span.of(text) if part.span.end - part.span.start <= 400 else ""


def _is_link(words: str) -> bool:
    """Whether a line is the headline of another article: long enough not to be a heading of this one."""
    return is_headline(words, with_stop=True) and len(words.split()) >= 6


def _looks_cited(words: str) -> bool:
    """Whether a line is an entry of a bibliography: a quoted title and a date."""
    return any(q in words for q in '"“”') and bool(find_dates(words))


# --- inside paragraphs -----------------------------------------------------------------------------------------------------


def _cut_datelines(text: str, found: _Found) -> None:
    """The dateline at the head of one of the first paragraphs becomes a date line of its own; the first one is the document's."""
    seen = 0
    for n, part in enumerate(found.parts):
        if not part.may_be("body", "date_line") or part.is_marked:
            continue
        seen += part.kind != "date_line"
        if seen > 4:
            return
        dateline = read_dateline(text[part.span.start : min(part.span.end, part.span.start + 400)], part.span.start)
        if dateline is None or (part.kind == "date_line" and not dateline.is_alone):
            continue
        found.dateline, found.dateline_wire = dateline.dateline, dateline.wire
        end = dateline.dateline.span.end
        rest = text[end : part.span.end]
        start = end + len(rest) - len(rest.lstrip())
        cut = [Part(dateline.dateline.span, "date_line")]
        if start < part.span.end:
            cut.append(Part(Span(start, part.span.end), "body"))
        found.parts[n : n + 1] = cut
        return


def _cut_trailing(text: str, found: _Found) -> None:
    """An agency's credit: brackets behind the last paragraph, which are cut off, or else a line of its own."""
    bodies = [n for n, p in enumerate(found.parts) if p.is_text and not p.is_marked]
    if bodies:
        n = bodies[-1]
        part = found.parts[n]
        tail = text[max(part.span.start, part.span.end - 400) : part.span.end]
        credit = trailing_credit(tail)
        if credit is not None:
            at = part.span.end - len(tail) + credit[0]
            kept = text[part.span.start : at].rstrip()
            found.credit_wire = credit[1]
            found.parts[n : n + 1] = [
                Part(Span(part.span.start, part.span.start + len(kept)), "body"),
                Part(Span(at, part.span.end), "credit"),
            ]
    credits = [agency for p in found.parts if p.kind == "credit" for agency in agencies_in_credit(p.span.of(text))]
    if credits and found.credit_wire is None:
        found.credit_wire = credits[0]
