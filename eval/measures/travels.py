"""The remarks on presidents' journeys abroad ("Met with President Sanchez. Attended the Exampletown Summit."): who was met, and which forum.

A careful reader marked 64 remarks, drawn at random, before any reading of them was seen: the counterparts, each with the words of its office, the
forums, and what may be read or not (unnamed officials, parliaments). The file holds places in the remarks, no words. A counterpart is found where one of
those whom an event has as a party stands over its name, in a role of who takes part, with its office; a forum where an event of its own says it, with its
words in the label. Parties and forums beside these are wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, gold, precision, recall, tally
from eval.matching import matched
from eval.reading import make_reader
from memcon.domain.reading import Reading
from memcon.domain.records import Event, Participant
from memcon.domain.spans import Span

FILE = gold.FOLDER / "travels.jsonl"

READS = True
"""Another reader can be measured by it."""

FIGURES = {
    f"{about}.{figure.__name__}": figure(about)
    for about in ("all", "counterparts", "forums", "names")
    for figure in (recall, precision)
}
"""`names`: counterparts whatever their office and role."""

ROLES = frozenset({"participant", "host", "lead"})
FORUMS = frozenset({"summit", "forum", "signing"})
KINDS = FORUMS | {"meeting", "talks"}
"""What a forum may be read as; a meeting or talks only where its label has the forum's words."""


def measure(path: Path, data: Path) -> Iterator[Counts]:
    """The counts of every remark of the stand-off file `path`, whose text lies below `data`."""
    pages = gold.read(path)
    rows = {row["id"]: row for row in gold.read(data / "travels" / "president.jsonl")}
    texts = [_text(page, rows) for page in pages]
    readings = make_reader(attribution="rules").read_many(
        [{"text": text, "published": rows[page["id"]]["end"]} for page, text in zip(pages, texts, strict=True)]
    )
    for page, reading in zip(pages, readings, strict=True):
        yield compare(page, reading)


def _text(page: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> str:
    text: str = rows[page["id"]]["remarks"]
    if hashlib.sha256(text.encode()).hexdigest() != page["sha256"]:
        raise ValueError(f"the remark {page['id']} is not the one that was annotated")
    return text


def compare(page: Mapping[str, Any], reading: Reading) -> Counts:
    """The counts of one remark: `page` has its counterparts, forums and open places."""
    counts: Counts = {}
    parties = _parties(reading, page["open"])
    named = matched(page["counterparts"], parties, lambda one, party: _overlap(party.span, one["name"]))
    right = sum(_is_right(reading, page["counterparts"][m], parties[n]) for m, n in named)
    occasions = [e for e in reading.events if e.kind in KINDS]
    told = matched(page["forums"], occasions, lambda place, event: _tells(reading, event, place))
    answering = {occasions[n].id for _, n in told}
    forums = [e for e in occasions if e.id in answering or _is_forum(reading, e, page)]
    wanted = len(page["counterparts"])
    tally(counts, "names", hits=len(named), found=len(parties), gold=wanted)
    tally(counts, "counterparts", hits=right, found=len(parties), gold=wanted)
    tally(counts, "forums", hits=len(told), found=len(forums), gold=len(page["forums"]))
    tally(
        counts,
        "all",
        hits=right + len(told),
        found=len(parties) + len(forums),
        gold=wanted + len(page["forums"]),
    )
    return counts


def _parties(reading: Reading, left_open: Sequence[Sequence[int]]) -> list[Participant]:
    """Those who take part in any event, each once for the words that name it."""
    found = {(p.span, p.actor): p for e in reading.events for p in e.participants}
    return [p for p in found.values() if not any(_overlap(p.span, place) for place in left_open)]


def _is_right(reading: Reading, counterpart: Mapping[str, Any], party: Participant) -> bool:
    """Whether the role is one of who takes part, and the office the marked one."""
    start, end = counterpart["office"]
    office = _words(reading.document.text[start:end])
    return party.role in ROLES and party.office is not None and office <= _words(str(party.office))


def _is_forum(reading: Reading, event: Event, page: Mapping[str, Any]) -> bool:
    """Whether an event is a forum of its own rather than the encounter with a counterpart, and none that may be read or not."""
    if any(_tells(reading, event, place) for place in page["open"]):
        return False
    names = [counterpart["name"] for counterpart in page["counterparts"]]
    return not any(_overlap(p.span, name) for p in event.participants for name in names)


def _tells(reading: Reading, event: Event, place: Sequence[int]) -> bool:
    """Whether the evidence covers the words at `place`, and the label has one of them or the kind is a forum's."""
    words = _words(reading.document.text[slice(*place)])
    label = _words(event.label) | _words(event.channel.name if event.channel is not None else "")
    is_so = event.kind in FORUMS or bool(words & label)
    return is_so and any(_overlap(e.span, place) for e in event.evidence)


_SMALL = frozenset({"the", "of", "a", "an", "and"})


def _words(text: str) -> frozenset[str]:
    """The words, lower case, without an ending of the plural."""
    return frozenset(w.lower().rstrip("s") for w in re.findall(r"[^\W_]+", text)) - _SMALL


def _overlap(span: Span, place: Sequence[int]) -> bool:
    return span.start < place[1] and place[0] < span.end
