"""Records (JSON objects, mappings, strings) become Captures.

A record's known keys are `RECORD_KEYS`; other names come in by a mapping from the contract's name to the input's
(`{"text": "body", "published": "meta.date"}`; a dot reaches into nested objects). Where a record lacks one, the other names that
`memcon.domain.metadata` has for it count: `date` or `pub_date` for `published`, `source_url` for `url`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from memcon.acquire.refs import ref_of, storable
from memcon.domain.documents import Capture
from memcon.domain.metadata import NAMES, metadata_text, plain_name
from memcon.domain.problems import Problem
from memcon.errors import UsageError

RECORD_KEYS: tuple[str, ...] = (
    "text", "id", "title", "published", "updated", "publisher", "url", "language", "wire", "byline", "tags",
)  # fmt: skip
"""The names by which the reading contract knows what a record says."""

_MEDIA_TYPE = "application/json"

_OTHER_NAMES = {key: tuple(map(plain_name, names)) for key, names in NAMES.items()}


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
    others = _by_other_names(record)
    dropped: list[str] = []
    for key in RECORD_KEYS:
        value = _look_up(record, fields.get(key, key))
        if value is None:
            if key not in fields and (other := others.get(key)) is not None:
                stated[key] = other
            continue
        as_text = value if isinstance(value, str) else None if key == "text" else metadata_text(value)
        if as_text is None:
            dropped.append(key)
        else:
            stated[key] = as_text
    ref = ref_of(stated.get("id", "").strip()) or ref
    stated = {key: value if key == "text" else storable(value) for key, value in stated.items()}
    for key in dropped:
        yield _wrong_type(key, _look_up(record, fields.get(key, key)), ref)
    if "text" not in dropped:
        yield Capture(ref=ref, data=_as_bytes(record), media_type=_MEDIA_TYPE, stated=stated, given_published=published)


def _by_other_names(record: Mapping[str, object]) -> dict[str, str]:
    """What a record says under other names that are known, under the surest one each."""
    named = {plain_name(str(name)): words for name, value in record.items() if (words := metadata_text(value))}
    found = {key: next((named[name] for name in names if name in named), None) for key, names in _OTHER_NAMES.items()}
    return {key: words for key, words in found.items() if words}


def _look_up(record: Mapping[str, object], name: str) -> object:
    """The value at `name`, a key or a dotted path of keys; None when there is none."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


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
