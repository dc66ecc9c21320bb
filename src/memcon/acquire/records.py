"""Records (JSON objects, mappings, strings) become Captures.

A record's known keys are `RECORD_KEYS`; other names come in by a mapping from the contract's name to the input's
(`{"text": "body", "published": "meta.date"}`; a dot reaches into nested objects). `date` counts as `published` when a record has no `published`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.errors import UsageError

RECORD_KEYS: tuple[str, ...] = ("text", "id", "title", "published", "publisher", "url", "language", "wire", "byline")
"""The names by which the reading contract knows what a record says."""

_MEDIA_TYPE = "application/json"


def from_records(
    records: Iterable[Mapping[str, object] | str],
    *,
    name: str = "record",
    fields: Mapping[str, str] | None = None,
    published: str | None = None,
) -> Iterator[Capture | Problem]:
    """A capture for each record, or the problems that keep it out; a string is a record that has only a text.

    `name` stands before `#n` in the `ref` of a record without an id. `fields` maps contract names to the records' names.
    Raises `UsageError` for a contract name that does not exist.
    """
    mapping = checked_fields(fields or {})
    for n, record in enumerate(records, 1):
        if isinstance(record, str):
            yield capture_text(f"{name}#{n}", record, published)
        else:
            yield from capture_record(record, ref=f"{name}#{n}", fields=mapping, published=published)


def capture_text(ref: str, text: str, published: str | None) -> Capture:
    """A capture of a text that is already decoded."""
    return Capture(
        ref=ref,
        data=text.encode("utf-8", "surrogatepass"),
        media_type=_MEDIA_TYPE,
        stated={"text": text},
        given_published=published,
    )


def checked_fields(fields: Mapping[str, str]) -> Mapping[str, str]:
    """`fields` as given. Raises `UsageError` when it names something that the contract does not know."""
    unknown = sorted(set(fields) - set(RECORD_KEYS))
    if unknown:
        raise UsageError(f"no such field: {', '.join(unknown)}", hint=f"the fields are {', '.join(RECORD_KEYS)}")
    return fields


def capture_record(
    record: object, *, ref: str, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    """The capture of one decoded JSON value, after the problems of single fields; only a problem when it is no object."""
    if not isinstance(record, Mapping):
        yield Problem(
            code="record_not_object",
            message=f"the record is a JSON {_kind(record)}, not an object",
            hint='give each record as {"text": "…"} with its metadata beside it',
            ref=ref,
        )
        return
    stated: dict[str, str] = {}
    dropped: list[str] = []
    for key in RECORD_KEYS:
        value = _look_up(record, fields.get(key, key))
        if value is None and key == "published" and key not in fields:
            value = record.get("date")
        if value is None:
            continue
        as_text = value if isinstance(value, str) else None if key == "text" else _as_text(value)
        if as_text is None:
            dropped.append(key)
        else:
            stated[key] = as_text
    ref = stated.get("id", "").strip() or ref
    for key in dropped:
        yield _wrong_type(key, _look_up(record, fields.get(key, key)), ref)
    if "text" not in dropped:
        yield Capture(ref=ref, data=_as_bytes(record), media_type=_MEDIA_TYPE, stated=stated, given_published=published)


def _look_up(record: Mapping[str, object], name: str) -> object:
    """The value at `name`, a key or a dotted path of keys; None when there is none."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _as_text(value: object) -> str | None:
    """Metadata as a string: numbers are written out, a list of strings is joined; None for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) or hasattr(value, "isoformat"):  # dates come from the Python API
        return str(value)
    if isinstance(value, Mapping):
        name = value.get("name")
        return name if isinstance(name, str) else None
    if isinstance(value, list | tuple) and value and all(isinstance(v, str) for v in value):
        return "; ".join(value)
    return None


def _wrong_type(key: str, value: object, ref: str) -> Problem:
    return Problem(
        code="field_wrong_type",
        message=f"the field {key!r} is a JSON {_kind(value)}, not a string",
        hint="give the text as one string" if key == "text" else "the field was left out; give it as a string",
        ref=ref,
        is_fatal=key == "text",
    )


def _as_bytes(record: Mapping[str, object]) -> bytes:
    """The record as JSON; what JSON does not know is written as its string."""
    try:
        return json.dumps(record, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, RecursionError):
        return b"{}"


def _kind(value: object) -> str:
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "boolean"),
        ((int, float), "number"),
        (str, "string"),
        ((list, tuple), "list"),
        (Mapping, "object"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null" if value is None else "value")
