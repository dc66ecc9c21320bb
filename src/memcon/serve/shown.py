"""How answers are worded and addressed on a page: what the templates are given. Words of articles are cut, cleaned and left to the templates to escape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from memcon.codebook import load_codebook
from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import plural
from memcon.domain.views import Citation, Claim, EventView, Source, witnesses
from memcon.ledger.corrections import is_correction
from memcon.report.dates import date_words
from memcon.report.layout import shortened, visible
from memcon.report.lists import STANCES, interval_words, state_words, verdict_words
from memcon.report.phrases import Named as NamedPart
from memcon.report.phrases import (
    attribution_text,
    basis_words,
    by_role,
    channel_words,
    grade_words,
    is_own_word,
    kind_words,
    place_text,
    present,
    status_words,
    uttered_words,
)
from memcon.serve.asked import CHOICES
from memcon.serve.marked import anchor, seen
from memcon.serve.plain import file_name

STATIC = Path(__file__).with_name("static")

PATHS: Mapping[str, str] = {
    "EventView": "events",
    "ActorView": "actors",
    "ChannelView": "channels",
    "ProcessView": "processes",
    "StatementView": "statements",
    "PositionView": "positions",
    "CommitmentView": "commitments",
    "PrecedentView": "precedents",
    "Source": "documents",
}
"""Where each kind of record has its pages."""

SHORT_STANCES = {
    "support": "for", "oppose": "against", "reject": "rejects", "concern": "concerned", "conditional": "on conditions",
    "undecided": "undecided",
}  # fmt: skip
"""A stance where its target stands elsewhere."""

VERDICT_STYLE = {"supported": "done", "contradicted": "off", "unknown": "open"}
STATE_STYLE = {
    "made": "plain", "reaffirmed": "ahead", "in_progress": "ahead", "met": "done", "broken": "off", "lapsed": "off",
    "unknown": "open",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The page that is shown: its address and what was asked, the point in time that every link keeps, and how the reader wants to see it."""

    path: str
    asked: Mapping[str, str] = field(default_factory=dict)
    as_of: str | None = None
    recorded: str | None = None
    theme: str = "auto"
    form_token: str = ""
    is_editable: bool = False
    has_sign_out: bool = False
    is_answered: bool = True
    today: str = ""

    @property
    def is_ahead(self) -> bool:
        """Whether the day from which is looked is still to come."""
        when = interval_of(self.as_of)
        return when is not None and "" < self.today < when.start.isoformat()

    @property
    def point(self) -> dict[str, str]:
        return {name: value for name in ("as_of", "recorded") if (value := getattr(self, name))}

    def link(self, path: str, **asked: object) -> str:
        """The address of another page at the same point in time; what is None is left out."""
        pairs = {**self.point, **{k.rstrip("_"): v for k, v in asked.items()}}
        query = urlencode([(k, str(v)) for k, v in pairs.items() if v is not None and v != ""])
        return quote(path, safe="/:@-._~") + (f"?{query}" if query else "")

    def same(self, **changed: object) -> str:
        """The address of this page with some of what is asked changed."""
        asked: dict[str, object] = {k: v for k, v in self.asked.items() if k not in ("as_of", "recorded")}
        return self.link(self.path, **{**asked, **changed})

    def other(self, suffix: str) -> str:
        """The same as JSON or as a table."""
        path = "/index" if self.path == "/" else self.path
        asked = {k: v for k, v in self.asked.items() if k not in ("as_of", "recorded")}
        return self.link(f"{path}.{suffix}", **asked)


@cache
def environment() -> Environment:
    """The templates, with everything they word by."""
    found = Environment(
        loader=PackageLoader("memcon.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    found.filters |= {
        "brief": brief,
        "dates": date_words,
        "day": day_words,
        "kind": kind_words,
        "place": place_text,
        "seen": seen,
        "words": visible,
        "source": source_name,
        "sentence": lambda words: words[:1].upper() + words[1:] + ("" if words[-1:] in ".!?…" else "."),
        "spaced": lambda word: word.replace("_", " "),
        "stance": lambda word: STANCES.get(word, (word.replace("_", " "), "plain")),
        "number": lambda n: f"{n:,}",
    }
    found.globals |= {
        "asset": asset,
        "attribution_text": attribution_text,
        "basis_words": basis_words,
        "choices": CHOICES,
        "citations": citations,
        "channel_words": channel_words,
        "codebook": load_codebook,
        "distinct": distinct,
        "grade_words": grade_words,
        "grouped": grouped,
        "href": href,
        "path_of": path_of,
        "present": present,
        "short_stance": lambda stance: SHORT_STANCES.get(stance, stance.replace("_", " ")),
        "spaced_choices": lambda name: [(word, word.replace("_", " ")) for word in CHOICES[name]],
        "stances": [(word, SHORT_STANCES[word]) for word in CHOICES["stance"]],
        "years": years,
        "interval_words": interval_words,
        "is_own_word": is_own_word,
        "quotation": quotation,
        "mark_href": mark_href,
        "roles_of": roles_of,
        "state_style": STATE_STYLE,
        "state_words": state_words,
        "status_style": status_style,
        "status_words": status_words,
        "uttered_words": uttered_words,
        "verdict_style": VERDICT_STYLE,
        "verdict_words": verdict_words,
        "when_of": when_of,
        "witnesses": lambda record: len(witnesses(record.sources)),
    }
    found.tests["correction"] = is_correction
    return found


def _harmless(value: Any) -> Any:
    """Whatever a template is about to escape, without characters that act on a screen."""
    return seen(value) if type(value) is str else value


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"/static/{name}?{sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"


@pass_context
def href(context: Context, record: Any, id: str | None = None) -> str:
    """The page of a record, at the point in time that is looked from. `record` may be the kind of page, then with an id."""
    here: Here = context["here"]
    if isinstance(record, str):
        return here.link(f"/{record}/{id}" if id else f"/{record}")
    return here.link(f"/{PATHS[type(record).__name__]}/{record.document if isinstance(record, Source) else record.id}")


@pass_context
def mark_href(context: Context, citation: Citation) -> str:
    """The document with that sentence highlighted, at the sentence."""
    here: Here = context["here"]
    span = citation.span
    at = f"{span.start}-{span.end}" + ("" if span.field == "text" else "-title")
    return (
        here.link(f"/documents/{citation.source.document}", mark=at)
        + "#"
        + ("mark" if span.field == "text" else "title")
    )


def path_of(id: str) -> str:
    """Where a record of such an id has its page."""
    kind = id.partition("_")[0]
    return "documents" if kind == "doc" else plural(kind)


def brief(text: str | None, limit: int = 180) -> str:
    """An article's words on one line, cut at a space."""
    return shortened(visible(text or ""), limit)


def source_name(source: Source) -> str:
    """Who published it: the outlet, else the wire, else the title."""
    return brief(
        source.publisher or source.wire or source.title or (source.ref and file_name(source.ref)) or source.document, 48
    )


def day_words(edtf: str | None) -> str:
    """ "3 November 2025"; what is no day as the reports word it."""
    found = interval_of(edtf)
    if edtf is None or found is None:
        return edtf or "undated"
    if found.start == found.end and len(edtf) == 10:
        return long_day(found.start)
    return _days(found) if _TWO_DAYS.fullmatch(edtf) else date_words(edtf)


_TWO_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _days(span: Interval) -> str:
    """ "3 to 5 November 2025", "30 October to 2 November 2025"."""
    start, end = span.start, span.end
    if start.year != end.year:
        return f"{long_day(start)} to {long_day(end)}"
    begins = f"{start.day}" if start.month == end.month else f"{start.day} {start:%B}"
    return f"{begins} to {long_day(end)}"


def long_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def when_of(event: EventView) -> str:
    """When it is; "date open" where no source tells."""
    if event.when is None:
        return "date open"
    return (
        f"by {day_words(event.when.removeprefix('../'))}" if event.when_basis == "published" else day_words(event.when)
    )


def status_style(status: str | None) -> str:
    """Which of four styles a status has: done, ahead, open, off."""
    return load_codebook().statuses.of(status).style if status else "faint"


def quotation(citation: Citation, limit: int = 400) -> str:
    """The words between quotation marks, unless they bring their own."""
    words = brief(citation.quote, limit)
    return words if len(words) > 1 and words[0] in '“"' and words[-1] in '”"' else f"“{words}”"


def citations(claims: Iterable[Claim[Any]]) -> tuple[Citation, ...]:
    """What the claims rest on, each place once, newest source first."""
    found = (piece for claim in claims for piece in claim.evidence)
    return tuple(reversed(dict.fromkeys(found)))


def distinct(evidence: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each quotation of a source once."""
    found: dict[tuple[str, str], Citation] = {}
    for citation in evidence:
        found.setdefault((citation.source.document, visible(citation.quote)), citation)
    return tuple(found.values())


def roles_of(event: EventView) -> list[tuple[str, list[Any]]]:
    """(label, participants) for each role that somebody has, in the codebook's order."""
    people = [NamedPart(name=p.name, role=p.role) for p in event.participants]
    labels = [label for label, _ in by_role(people)]
    roles = load_codebook().roles
    grouped: dict[str, list[Any]] = {label: [] for label in labels}
    for p in event.participants:
        grouped.setdefault(visible(roles.of(p.role).words), []).append(p)
    return list(grouped.items())


def years(events: Iterable[EventView]) -> list[tuple[int | None, list[EventView]]]:
    """Events by the year in which they begin, in the order given; None for those without a time."""
    found: dict[int | None, list[EventView]] = {}
    for event in events:
        found.setdefault(event.interval.start.year if event.interval else None, []).append(event)
    return list(found.items())


def grouped(items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Items by an attribute of theirs, in the order in which its values first come."""
    value_of = attrgetter(attribute)
    found: dict[Any, list[Any]] = {}
    for item in items:
        found.setdefault(value_of(item), []).append(item)
    return list(found.items())


__all__ = ["Here", "anchor", "asset", "environment"]
