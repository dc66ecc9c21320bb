"""Entries in force, as claims with their sources, in source order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from memcon.domain.codec import decode, parsed
from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import Assertion, Judgement, Recorded, SubjectKind
from memcon.domain.properties import known_property, linked, property_of, with_parts
from memcon.domain.readers import OWN
from memcon.domain.records import Attribution
from memcon.domain.views import Citation, Claim, Source, Superseded

SourceKey = tuple[date, date, str, str]
"""What sources are ordered by: last and first possible day of publication, time of day, document id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """All claims about one record, over all its merged ids: `claims[property]` are in source order, their values of the type that the
    table of properties names, with canonical ids. `superseded` are claims of replaced versions of sources, of a record that others tell of too. A property that the table does not know can't be asked for (`KeyError`)."""

    id: str
    kind: SubjectKind
    ids: tuple[str, ...]
    claims: Mapping[str, tuple[Claim[Any], ...]] = field(default_factory=dict)
    superseded: tuple[Superseded, ...] = ()

    def all(self, property: str) -> tuple[Claim[Any], ...]:
        return self.claims.get(property_of(self.kind, property).name, ())

    def values(self, property: str) -> tuple[Any, ...]:
        """The distinct values, first claimed first."""
        return tuple(dict.fromkeys(claim.value for claim in self.all(property)))

    def latest(self, property: str) -> Any:
        """The value of the most recent source, of its last word; None when no source has one."""
        claims = self.all(property)
        return claims[-1].value if claims else None

    @property
    def every(self) -> tuple[Claim[Any], ...]:
        return tuple(claim for claims in self.claims.values() for claim in claims)


def in_force(entries: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """`entries` without those that a judgement in force has retracted, in the same order.

    A retraction can itself be retracted. Entries only speak of earlier ones, so one pass from the end decides.
    """
    gone: set[str] = set()
    for recorded in reversed(entries):
        entry = recorded.entry
        if isinstance(entry, Judgement) and entry.kind == "retracted" and entry.id not in gone:
            gone.update(entry.subjects)
    return tuple(recorded for recorded in entries if recorded.entry.id not in gone)


def sources_of(entries: Iterable[Recorded]) -> dict[str, Source]:
    """Every document that the entries speak of, as a source, in source order."""
    told: dict[str, dict[str, Any]] = {}
    for recorded in entries:
        entry = recorded.entry
        if isinstance(entry, Assertion):
            facts = told.setdefault(entry.document, {})
            if entry.subject_kind == "document":
                facts[entry.property] = json.loads(entry.value)
    found = [_source(document, facts) for document, facts in told.items()]
    return {source.document: source for source in sorted(found, key=source_key)}


def _source(document: str, facts: Mapping[str, Any]) -> Source:
    published = facts.get("published", {})
    return Source(
        document=document,
        title=facts.get("title"),
        publisher=facts.get("publisher"),
        wire=facts.get("wire"),
        published=published.get("edtf"),
        published_time=published.get("time"),
        published_basis=published.get("basis", "unknown"),
        url=facts.get("url"),
        ref=facts.get("ref"),
    )


def source_key(source: Source) -> SourceKey:
    """Orders sources by publication: unknown dates first, so that a dated source has the last word; one that may have come out later
    (a month against a day in it) after one that must have come out before."""
    when = published_interval(source) or Interval(date.min, date.min)
    return (when.end, when.start, source.published_time or "", source.document)


def published_interval(source: Source) -> Interval | None:
    return interval_of(source.published)


def subjects_of(
    entries: Sequence[Recorded], sources: Mapping[str, Source], canonical: Mapping[str, str]
) -> dict[SubjectKind, dict[str, Subject]]:
    """Claims gathered by kind and canonical id; `canonical` maps merged ids, others stand for themselves."""
    rank = {document: n for n, document in enumerate(sources)}
    assertions = [(_order(rank, r, r.entry), r, r.entry) for r in entries if isinstance(r.entry, Assertion)]
    gathered: dict[tuple[SubjectKind, str], dict[str, list[Claim[Any]]]] = {}
    merged: dict[tuple[SubjectKind, str], set[str]] = {}
    for _, recorded, entry in sorted(assertions, key=lambda a: a[0]):
        if entry.subject_kind == "document":
            continue
        key = (entry.subject_kind, canonical.get(entry.subject, entry.subject))
        merged.setdefault(key, set()).add(entry.subject)
        claim = _claim(entry, recorded.recorded_at, sources[entry.document], canonical)
        if claim is None:
            continue
        gathered.setdefault(key, {}).setdefault(entry.property, []).append(claim)
    found: dict[SubjectKind, dict[str, Subject]] = {}
    for kind, id in sorted(gathered):
        claims, superseded = _current(kind, gathered[kind, id])
        ids = tuple(sorted(merged[kind, id]))
        subject = Subject(id=id, kind=kind, ids=ids, claims=claims, superseded=superseded)
        found.setdefault(kind, {})[id] = subject
    return found


def _order(rank: Mapping[str, int], recorded: Recorded, entry: Assertion) -> tuple[int, bool, int]:
    """By source; within a document the program's own reading has the last word, whenever another reader read it."""
    return (rank[entry.document], entry.reader.name == OWN, recorded.seq)


def _current(
    kind: SubjectKind, gathered: Mapping[str, Sequence[Claim[Any]]]
) -> tuple[dict[str, tuple[Claim[Any], ...]], tuple[Superseded, ...]]:
    """The claims that count, and those of replaced versions. These count where nobody else tells of the record; and of actors and channels, whose names and offices a
    text gives in passing."""
    every = [claim for claims in gathered.values() for claim in claims]
    if kind in _IN_PASSING or all(c.source.replaced_by for c in every) or not any(c.source.replaced_by for c in every):
        return {name: tuple(claims) for name, claims in gathered.items()}, ()
    found = {name: tuple(c for c in claims if not c.source.replaced_by) for name, claims in gathered.items()}
    superseded = [
        Superseded(property=name, claim=c) for name, claims in gathered.items() for c in claims if c.source.replaced_by
    ]
    return {name: claims for name, claims in found.items() if claims}, tuple(superseded)


_IN_PASSING: frozenset[SubjectKind] = frozenset({"actor", "channel"})


def _claim(entry: Assertion, recorded_at: str, source: Source, canonical: Mapping[str, str]) -> Claim[Any] | None:
    """The claim that an assertion makes; None for a value of another shape than this version knows."""
    try:
        value = _value(entry, canonical)
    except ValueError:
        return None
    attribution = _resolved(entry.attribution, canonical)
    made = _MADE.get(entry.id)
    if made is not None and made[0] is entry:
        before = made[1]
        is_same = before.value is value and before.source is source and before.attribution is attribution
        if is_same and before.recorded_at == recorded_at:
            return before
    claim = Claim(
        value=value,
        source=source,
        evidence=tuple([Citation(source=source, span=e.span, quote=e.quote) for e in entry.evidence]),
        assertion=entry.id,
        recorded_at=recorded_at,
        attribution=attribution,
        certainty=entry.certainty,
        reader=entry.reader.name,
    )
    if len(_MADE) > KEPT:
        _MADE.clear()
    _MADE[entry.id] = (entry, claim)
    return claim


_MADE: dict[str, tuple[Assertion, Claim[Any]]] = {}
"""Claims as they were made last, by entry: the same one is made again of the very same entry, source and value."""

KEPT = 8_000
"""Claims that are kept, about half a kilobyte each."""


def _value(entry: Assertion, canonical: Mapping[str, str]) -> Any:
    """What is claimed, as its property's type, with canonical ids; the JSON value of a property that a newer version wrote."""
    known = known_property(entry.subject_kind, entry.property)
    if known is None:
        return parsed(entry.value)
    if not known.ids:
        return _plain_value(entry.subject_kind, entry.property, entry.value)
    ids = ids_in(entry.subject_kind, entry.property, entry.value)
    goes_by = tuple([canonical.get(id, id) for id in ids])
    return _linked_value(entry.subject_kind, entry.property, entry.value, ids, goes_by)


@lru_cache(maxsize=16_384)
def ids_in(kind: SubjectKind, property: str, value: str) -> tuple[str, ...]:
    """The ids in the value of a known property that names records: the same people and states take part again and again."""
    return linked(property_of(kind, property).ids, parsed(value))


@lru_cache(maxsize=16_384)
def _linked_value(kind: SubjectKind, property: str, value: str, ids: tuple[str, ...], goes_by: tuple[str, ...]) -> Any:
    """The value with the ids that its `ids` go by."""
    known, told = property_of(kind, property), parsed(value)
    if ids != goes_by:
        canonical = dict(zip(ids, goes_by, strict=True))
        told = with_parts(told, known.ids, lambda id: canonical.get(id, id))
    return decode(known.value, told, is_open=True)


@lru_cache(maxsize=8_192)
def _plain_value(kind: SubjectKind, property: str, value: str) -> Any:
    """The value of a known property that names no record: kinds, statuses, days and places come again and again."""
    return decode(property_of(kind, property).value, parsed(value), is_open=True)


def _resolved(attribution: Attribution | None, canonical: Mapping[str, str]) -> Attribution | None:
    """`attribution` with its speaker's canonical id; what the text says of the speaker stays."""
    if attribution is None or attribution.speaker is None:
        return attribution
    speaker = canonical.get(attribution.speaker, attribution.speaker)
    return attribution if speaker == attribution.speaker else replace(attribution, speaker=speaker)


def citations_of(claims: Iterable[Claim[Any]]) -> tuple[Citation, ...]:
    """The citations of all claims without repeats, in source order."""
    found = {(c.source.document, c.span): c for claim in claims for c in claim.evidence}
    sources = {c.source.document: c.source for c in found.values()}
    order = {document: source_key(source) for document, source in sources.items()}
    return tuple(sorted(found.values(), key=lambda c: (order[c.source.document], c.span)))


def sources_cited(claims: Iterable[Claim[Any]]) -> tuple[Source, ...]:
    """The documents that make the claims, without repeats, in source order; a person's correction is none."""
    found = {claim.source.document: claim.source for claim in claims if claim.source.document != claim.assertion}
    return tuple(sorted(found.values(), key=source_key))
