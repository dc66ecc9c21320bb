"""A document's record in the shape in which the gold record and a reading can be held against each other.

`of_gold` takes an object of the gold files (docs/reference/gold.md), `of_reading` one that `memcon read --json` prints. Both give the same
frozen values, so two annotators are compared by the same program as a reading and an annotator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Range = tuple[int, int]
"""A half-open range of code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who is named in the text."""

    id: str
    name: str
    kind: str
    mentions: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An engagement. `places` are the words that name it in a gold record, the evidence in a reading."""

    id: str
    kind: str
    status: str
    minor: bool
    places: tuple[Range, ...]
    when: str | None
    place: str | None
    participants: tuple[tuple[str, str], ...]
    channel: str | None
    ordinal: int | None
    agenda: tuple[Range, ...]
    outcome: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what, as PolNeAR marks it; `is_shown` where a reading shows it unless asked for all."""

    id: str
    speaker: str | None
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    minor: bool
    is_shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A position (`label`: its stance), commitment, process or precedent: words, and whose it is."""

    id: str
    holders: tuple[str, ...]
    label: str | None
    places: tuple[Range, ...]
    minor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A standing mechanism: all its names, and the places that name it (of a reading its evidence)."""

    id: str
    names: tuple[str, ...]
    places: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that a document tells."""

    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Claim, ...]
    commitments: tuple[Claim, ...]
    processes: tuple[Claim, ...]
    precedents: tuple[Claim, ...]
    channels: tuple[Channel, ...] = ()


def of_gold(page: Mapping[str, Any]) -> Record:
    """The record of one object of the gold files."""
    channels = {c["id"]: c["name"] for c in page["channels"]}
    return Record(
        actors=tuple(_actor(a) for a in page["actors"]),
        events=tuple(
            Event(
                id=e["id"],
                kind=e["kind"],
                status=e["status"],
                minor=e["minor"],
                places=_ranges(e["triggers"]),
                when=(e["when"] or {}).get("edtf"),
                place=(e["place"] or {}).get("name"),
                participants=tuple((p["actor"], p["role"]) for p in e["participants"]),
                channel=channels.get(e["channel"]),
                ordinal=e["ordinal"],
                agenda=_ranges(e["agenda"]),
                outcome=_ranges(e["outcome"]),
            )
            for e in page["events"]
        ),
        statements=tuple(
            Statement(
                id=s["id"],
                speaker=s["speaker"],
                source=_ranges([s["speaker_span"]]),
                cue=_ranges([s["cue"]]),
                content=_ranges(s["content"]),
                minor=s["minor"],
            )
            for s in page["statements"]
        ),
        positions=tuple(_claim(p, [p["holder"]], p["stance"]) for p in page["positions"]),
        commitments=tuple(_claim(c, c["parties"], None) for c in page["commitments"]),
        processes=tuple(
            Claim(id=p["id"], holders=(), label=None, places=_ranges([p["name"]]), minor=False)
            for p in page["processes"]
        ),
        precedents=tuple(_claim(p, (), None) for p in page["precedents"]),
        channels=tuple(Channel(id=c["id"], names=(c["name"],), places=_ranges([c["span"]])) for c in page["channels"]),
    )


def of_reading(page: Mapping[str, Any]) -> Record:
    """The record of one object that `memcon read --json` prints; what rests on the title alone has no place in the text."""
    return Record(
        actors=tuple(_actor(a) for a in page["actors"]),
        events=tuple(
            Event(
                id=e["id"],
                kind=e["kind"],
                status=e["status"],
                minor=False,
                places=_evidence(e),
                when=None if e.get("when_basis") == "published" else e["when"],
                place=(e["place"] or {}).get("name"),
                participants=tuple((p["actor"], p["role"]) for p in e["participants"]),
                channel=(e["channel"] or {}).get("name"),
                ordinal=e["ordinal"],
                agenda=_ranges(item.get("span") for item in e["agenda"]),
                outcome=_ranges(item.get("span") for item in e["outcome"]),
            )
            for e in page["events"]
        ),
        statements=tuple(
            Statement(
                id=s["id"],
                speaker=s["speaker"],
                source=_ranges([s["speaker_span"]]),
                cue=_ranges([(s["cue"] or {}).get("span")]),
                content=_ranges(s["content"]["spans"]),
                minor=False,
                is_shown=s.get("is_shown", True),
            )
            for s in page["statements"]
        ),
        positions=tuple(_read_claim(p, [p["actor"]], p["stance"]) for p in page["positions"]),
        commitments=tuple(_read_claim(c, c["parties"], None) for c in page["commitments"]),
        processes=tuple(_read_claim(p, (), None) for p in page.get("processes", ())),
        precedents=tuple(_read_claim(p, (), None) for p in page["precedents"]),
        channels=tuple(
            Channel(id=c["id"], names=(c["name"], *c["aliases"]), places=_evidence(c)) for c in page["channels"]
        ),
    )


def _actor(actor: Mapping[str, Any]) -> Actor:
    return Actor(
        id=actor["id"],
        name=actor["name"] or "",
        kind=actor["kind"],
        mentions=_ranges(actor["mentions"]),
    )


def _claim(claim: Mapping[str, Any], holders: Sequence[str], label: str | None) -> Claim:
    return Claim(
        id=claim["id"],
        holders=tuple(holders),
        label=label,
        places=_ranges([claim["span"]]),
        minor=claim.get("minor", False),
    )


def _read_claim(claim: Mapping[str, Any], holders: Iterable[str | None], label: str | None) -> Claim:
    return Claim(
        id=claim["id"],
        holders=tuple(h for h in holders if h),
        label=label,
        places=_evidence(claim),
        minor=False,
    )


def _evidence(record: Mapping[str, Any]) -> tuple[Range, ...]:
    return _ranges(e["span"] for e in record["evidence"] if e.get("field", "text") == "text")


def _ranges(spans: Iterable[Sequence[int] | None]) -> tuple[Range, ...]:
    return tuple((span[0], span[1]) for span in spans if span)
