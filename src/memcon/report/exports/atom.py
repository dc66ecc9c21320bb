"""Atom (RFC 4287): what has changed of events, newest first, for a feed reader. An entry says what it was, what it is, why, and who tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from memcon.domain.dates import interval_of
from memcon.domain.ids import content_id
from memcon.domain.news import Change
from memcon.report.exports.material import Material
from memcon.report.layout import visible
from memcon.report.news import CAUSE_WORDS, change_words
from memcon.report.phrases import quoted
from memcon.report.timeline import source_text, telling

MOST = 200
"""Entries in a feed: the newest."""

_FEED = "urn:memcon:changes"


def export_atom(material: Material) -> Iterator[bytes]:
    """One feed. It is of the ledger's state, so it is the same until the ledger changes."""
    from feedgen.feed import FeedGenerator

    edition = material.edition
    feed = FeedGenerator()
    feed.id(_FEED)
    feed.title("memcon: changes")
    feed.subtitle(f"ledger {edition.version}" + (f", as of {edition.as_of}" if edition.as_of else ""))
    feed.author({"name": edition.program})
    feed.rights(edition.licence or "the words quoted are their sources'")
    feed.updated(edition.instant)
    for change in material.changes[:MOST]:
        _add(feed.add_entry(order="append"), change, material)
    yield bytes(feed.atom_str(pretty=True)) + b"\n"


def older(material: Material) -> tuple[str, ...]:
    """How many changes a feed has no room for, for whoever exports."""
    count = len(material.changes) - MOST
    return (f"{count} older changes are left out: a feed holds the newest {MOST}",) if count > 0 else ()


def _add(entry: object, change: Change, material: Material) -> None:
    add: dict[str, object] = {
        "id": f"urn:memcon:{content_id('change', change.event.id, change.field, change.before, change.after)}",
        "title": f"{CAUSE_WORDS[change.cause]}: {visible(change.event.label)}",
        "updated": _told(change, material),
        "summary": visible(_words(change)),
        "content": _content(change),
        "category": [{"term": change.cause}, {"term": change.event.kind}],
    }
    for name, value in add.items():
        getattr(entry, name)(value)
    if change.source and change.source.url and change.source.url.startswith(("http://", "https://")):
        entry.link(href=change.source.url, rel="via")  # type: ignore[attr-defined]


def _words(change: Change) -> str:
    told = f" ({source_text(change.source)})" if change.source else ""
    return change_words(change) + told


def _content(change: Change) -> str:
    """The change, and the words of at most three sources."""
    lines = [_words(change), *(f"{source_text(c.source)}: {quoted(c.quote).text}" for c in telling(change.event, 3))]
    return "\n".join(visible(each) for each in lines)


def _told(change: Change, material: Material) -> datetime:
    """When its source told it, else when the ledger came to be so."""
    days = interval_of(change.source.published) if change.source else None
    return datetime.combine(days.end, time(), UTC) if days else material.edition.instant
