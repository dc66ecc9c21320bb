"""Every property of every record, once: what the ledger may hold of it, read off the records' own fields.

A field of a record becomes a property by its `Claimed` note; documents' properties, which come from beside their text as well, stand
here. Assertions, views, invariants, the JSON of records and the page "data model" follow this table.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any

from memcon.domain.actors import Actor, Office, OfficeHeld
from memcon.domain.claimed import ITSELF, Claimed
from memcon.domain.documents import PublishedBasis
from memcon.domain.entries import SubjectKind
from memcon.domain.records import (
    Channel,
    Commitment,
    Event,
    Locality,
    Moment,
    Participant,
    PartValue,
    Phrase,
    Place,
    Position,
    Precedent,
    Process,
    Statement,
    StatusStep,
    StatusValue,
    When,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of one kind of record.

    `name` is its name in the ledger, `attribute` the record's field. `item` is what that field holds, or holds several of (`is_many`: each is
    a claim of its own), `value` what is claimed of it: an item without its place in a text. The rest is as in `Claimed`.
    """

    record: SubjectKind
    name: str
    attribute: str
    item: Any
    value: Any
    is_many: bool
    means: str
    ids: tuple[str, ...] = ()
    names: str = "record"
    edtf: tuple[str, ...] = ()
    evidence: str = "record"


RECORDS: Mapping[SubjectKind, type] = {
    "actor": Actor,
    "channel": Channel,
    "event": Event,
    "statement": Statement,
    "position": Position,
    "commitment": Commitment,
    "process": Process,
    "precedent": Precedent,
}
"""The record of each kind of subject, as a document yields it; in the order in which a reading is asserted."""

CLAIMED_AS: Mapping[type, type] = {
    Phrase: str,
    When: Moment,
    Place: Locality,
    Participant: PartValue,
    Office: OfficeHeld,
    StatusStep: StatusValue,
}
"""What is claimed of an item that stands in a text: the same without its place, which the claim's evidence gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document came out, and how that is known."""

    edtf: str
    basis: PublishedBasis
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where and when a dispatch says it was written."""

    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What the ledger keeps of a document. Its evidence is the block of the text that states it; none for what came beside the text."""

    ref: Annotated[str, Claimed("the id, path or address that the input gave")]
    title: Annotated[str | None, Claimed("its headline")] = None
    publisher: Annotated[str | None, Claimed("who published it")] = None
    wire: Annotated[str | None, Claimed("the agency it came from")] = None
    byline: Annotated[tuple[str, ...], Claimed("one of its authors")] = ()
    dateline: Annotated[Written | None, Claimed("where and when it says it was written", edtf=("date",))] = None
    published: Annotated[Publication | None, Claimed("when it came out, and how that is known", edtf=("edtf",))] = None
    language: Annotated[str | None, Claimed("ISO 639-1 code")] = None
    url: Annotated[str | None, Claimed("its address")] = None
    tags: Annotated[tuple[str, ...], Claimed("a keyword", name="tag")] = ()


@cache
def properties_of(kind: SubjectKind) -> tuple[Property, ...]:
    """The properties of a kind of record, in the order in which they are asserted."""
    return _read_off(kind, {"document": DocumentFacts, **RECORDS}[kind])


def property_of(kind: SubjectKind, name: str) -> Property:
    """The property of that name. Raises `KeyError` when records of that kind have none: a name that one end does not know."""
    return _by_name(kind)[name]


def known_property(kind: SubjectKind, name: str) -> Property | None:
    """The property of that name, None for one that a newer version wrote."""
    return _by_name(kind).get(name)


def parts(value: Any, where: Sequence[str]) -> list[Any]:
    """What stands in `value`, a JSON value, at the places that `ids` or `edtf` of a property name; what is absent is left out."""
    found = [value if place == ITSELF else value.get(place) if isinstance(value, dict) else value for place in where]
    return [part for part in found if part is not None]


def linked(where: Sequence[str], value: Any) -> tuple[str, ...]:
    """The ids in a value, at the places that a property names."""
    found: list[str] = []
    for part in parts(value, where):
        found += (each for each in (part if isinstance(part, list) else [part]) if isinstance(each, str))
    return tuple(dict.fromkeys(found))


def with_parts(value: Any, where: Sequence[str], change: Callable[[str], str]) -> Any:
    """`value`, a JSON value, with `change` made to the text, or to each text of the list, at each of the places."""

    def changed(part: Any) -> Any:
        return [change(each) for each in part] if isinstance(part, list) else change(part)

    if ITSELF in where:
        return changed(value)
    here = {place: changed(value[place]) for place in where if value.get(place) is not None}
    return {**value, **here} if here else value


def property_from(kind: SubjectKind, attribute: str, hint: Any) -> Property | None:
    """The property that a field of a record is, by its annotation; None when it is none."""
    if typing.get_origin(hint) is not Annotated:
        return None
    held, *notes = typing.get_args(hint)
    claimed = next((note for note in notes if isinstance(note, Claimed)), None)
    if claimed is None:
        return None
    is_many = typing.get_origin(held) is tuple
    item = typing.get_args(held)[0] if is_many else _without_none(held)
    return Property(
        record=kind,
        name=claimed.name or attribute,
        attribute=attribute,
        item=item,
        value=CLAIMED_AS.get(item, item),
        is_many=is_many,
        means=claimed.means,
        ids=claimed.ids,
        names=claimed.names,
        edtf=claimed.edtf,
        evidence=claimed.evidence,
    )


def _without_none(held: Any) -> Any:
    if typing.get_origin(held) in (types.UnionType, typing.Union):
        (held,) = (one for one in typing.get_args(held) if one is not type(None))
    return held


def _read_off(kind: SubjectKind, record: type) -> tuple[Property, ...]:
    hints = typing.get_type_hints(record, include_extras=True)
    found = (property_from(kind, field.name, hints[field.name]) for field in fields(record))
    return tuple(each for each in found if each is not None)


@cache
def _by_name(kind: SubjectKind) -> Mapping[str, Property]:
    return {each.name: each for each in properties_of(kind)}


def all_properties() -> tuple[Property, ...]:
    """All properties, by kind of record."""
    kinds: tuple[SubjectKind, ...] = ("document", *RECORDS)
    return tuple(each for kind in kinds for each in properties_of(kind))
