"""A person's correction of one property of a record: a judgement of the kind `corrected`, and the claim that a view makes of it.

A correction stands among the claims of documents as the word of a source of the day on which it was recorded: it has the last word over all that was published
before, however often that is read again, and what is published later may change it like anything else. It is no source: no count of documents holds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from memcon.domain.codec import canonical, decode, encode
from memcon.domain.entries import Assertion, Judgement, Recorded, SubjectKind, judgement
from memcon.domain.properties import Property, known_property, properties_of
from memcon.domain.records import Locality, Moment, StatusValue
from memcon.domain.views import Claim, Source
from memcon.errors import UsageError
from memcon.ledger.possible import check_possible, read_json, shown

CORRECTABLE: tuple[SubjectKind, ...] = ("event", "actor", "channel", "commitment", "process", "precedent")
"""Kinds of record whose properties a person may correct. The words of a statement or a position are the text's."""

_DIGITS = 9
"""Digits of a number that is worth reading."""

_STEPS = ("event", "status")
"""The one property of several values that may be corrected: a step more, the last, of the history."""


def is_correction(claim: Claim[Any]) -> bool:
    """Whether a person's correction makes the claim, not a document."""
    return claim.source.document == claim.assertion


def correctable(kind: SubjectKind) -> tuple[str, ...]:
    """The properties of a kind of record that a person may correct: those of one value that name no other record, and the status."""
    if kind not in CORRECTABLE:
        return ()
    return tuple(p.name for p in properties_of(kind) if _may_be_corrected(p))


def _may_be_corrected(each: Property) -> bool:
    return (each.record, each.name) == _STEPS or not (each.is_many or each.ids)


def correct(kind: SubjectKind, record: str, field: str, value: str, *, by: str, why: str) -> Judgement:
    """The judgement that `field` of `record` is `value`, as a person writes it: a status, an EDTF time, a name or JSON. Raises `UsageError` for a
    property that is not there to be corrected and for a value that it can't have."""
    if field not in correctable(kind):
        known = ", ".join(correctable(kind)) or "none"
        raise UsageError(
            f"{shown(field)} of a record of kind {kind!r} can't be corrected", hint=f"what can be: {known}"
        )
    each = known_property(kind, field)
    assert each is not None
    written = _written(each, value)
    try:
        checked = decode(each.value, written)
    except ValueError:
        raise UsageError(f"{shown(value)} is no {field}", hint=f"{field} is {_allowed(each)}") from None
    check_possible(each, encode(checked), value)
    content = canonical({"kind": kind, "property": field, "value": checked})
    return judgement("corrected", (record,), by=by, why=why, value=content)


def _written(each: Property, value: str) -> Any:
    """`value` as the property's JSON."""
    text = value.strip()
    if text.startswith(("{", "[", '"')):
        return read_json(text)
    if each.value is Moment:
        return {"edtf": text, "text": text}
    if each.value is StatusValue:
        return {"status": text}
    if each.value is Locality:
        name, _, country = text.rpartition(",")
        is_code = bool(name) and len(country.strip()) == 3 and country.strip().isupper()
        return {"name": name.strip(), "country": country.strip()} if is_code else {"name": text}
    return int(text) if each.value is int and text.isdecimal() and len(text) <= _DIGITS else text


def _allowed(each: Property) -> str:
    """What the property may be, in words."""
    if words := get_args(each.value):
        return f"one of {', '.join(words)}"
    example = {Moment: ", as 2025-11-03", Locality: ", as Seoul, KOR", int: ", a number"}.get(each.value, "")
    return f"{each.means}{example}"


def as_told(recorded: Recorded) -> Recorded | None:
    """The correction as an assertion of its own making, in its place in the book; None for any other entry, and for one of a property that this version
    does not know."""
    entry = recorded.entry
    if not isinstance(entry, Judgement) or entry.kind != "corrected" or entry.value is None:
        return None
    held = json.loads(entry.value)
    if known_property(held["kind"], held["property"]) is None:
        return None
    told = Assertion(
        id=entry.id,
        document=entry.id,
        subject=entry.subjects[0],
        subject_kind=held["kind"],
        property=held["property"],
        value=canonical(held["value"]),
        evidence=(),
    )
    return Recorded(seq=recorded.seq, recorded_at=recorded.recorded_at, entry=told)


def source_of_correction(recorded: Recorded, by: str) -> Source:
    """Whom a correction is cited as: the person, on the day on which it was recorded."""
    return Source(
        document=recorded.entry.id,
        title="correction",
        publisher=by,
        published=recorded.recorded_at[:10],
        published_time=recorded.recorded_at[11:19],
        published_basis="given",
    )


def told_by_persons(entries: Iterable[Recorded]) -> tuple[Sequence[Recorded], Mapping[str, Source]]:
    """The corrections among `entries` (in force) as assertions, and whom they are cited as, by entry id."""
    made: list[Recorded] = []
    cited: dict[str, Source] = {}
    for recorded in entries:
        told = as_told(recorded)
        if told is not None and isinstance(recorded.entry, Judgement):
            made.append(told)
            cited[told.entry.id] = source_of_correction(recorded, recorded.entry.by)
    return made, cited
