"""Records as rows of the tables, and back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any
from zlib import crc32

from sqlalchemy import RowMapping

from memcon.domain.codec import canonical, decode, encode, parsed
from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded, entry_id
from memcon.domain.ids import content_id
from memcon.domain.problems import Problem
from memcon.domain.properties import RECORDS
from memcon.domain.readers import OWN, UNTOLD, ReaderName, reader_id
from memcon.domain.records import Attribution
from memcon.domain.spans import Evidence, Span
from memcon.domain.views import Source
from memcon.errors import LedgerError
from memcon.store.schema import entries

_COLUMNS = ("document", "subject_kind", "subject", "property", "value")
"""Fields of an assertion that are columns of their own; the rest is in `payload`."""


def entry_row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"id": entry.id, "kind": "assertion" if isinstance(entry, Assertion) else "judgement"}
    if isinstance(entry, Assertion):
        row |= {name: getattr(entry, name) for name in _COLUMNS} | {"reader": reader_id(entry.reader)}
        body = encode({"attribution": entry.attribution, "certainty": entry.certainty, "evidence": entry.evidence})
        body = {name: value for name, value in body.items() if value}
    else:
        body = encode(entry)
        del body["id"]
        row |= dict.fromkeys((*_COLUMNS, "reader")) | {"value": body.pop("value", None)}
    return row | {"payload": canonical(body)}


def judged_rows(judged: Judgement) -> list[dict[str, Any]]:
    return [{"judgement": judged.id, "place": n, "subject": subject} for n, subject in enumerate(judged.subjects)]


def reader_row(reader: ReaderName) -> dict[str, Any]:
    return {
        "id": reader_id(reader),
        "name": reader.name,
        "version": reader.version,
        "payload": canonical(reader),
    }


def reader_of(row: RowMapping) -> ReaderName:
    with _readable("the name of a reader"):
        return decode(ReaderName, json.loads(row["payload"]))


def recorded_of(row: RowMapping, readers: Mapping[str, ReaderName]) -> Recorded:
    """The entry in a row of `entries`, as `all_recorded` gives it."""
    return all_recorded([tuple(row.values())], readers)[0]


def all_recorded(
    rows: Iterable[Sequence[Any]], readers: Mapping[str, ReaderName], read: dict[str, Recorded] | None = None
) -> list[Recorded]:
    """The entries in whole rows of `entries`, which say what they were recorded with. `readers` are those of the ledger, by id. Raises `LedgerError` for one that does not.

    A page has hundreds, so what is done for each is written out. `read` are entries that were proved before, by id: they never change. New ones are put to them.
    """
    found: list[Recorded] = []
    is_to_prove = readers is not ANYBODY
    read = {} if read is None else read
    if len(read) > KEPT:
        read.clear()
    with _readable("an entry"):
        for row in rows:
            before = read.get(row[_ID])
            if before is not None and (before.seq, before.recorded_at) == (row[_SEQ], row[_RECORDED_AT]):
                found.append(before)
                continue
            recorded = unproved(row, readers)
            if is_to_prove and not (_is_as_recorded(row, recorded.entry) or entry_id(recorded.entry) == row[_ID]):
                raise damage(f"the entry {row[_ID]} does not say what it was recorded with")
            found.append(recorded)
            if is_to_prove:
                read[row[_ID]] = recorded
    return found


KEPT = 15_000
"""Entries that are kept as they were read, about a kilobyte each."""


def damage(what: str) -> LedgerError:
    """The error for a row that is not as it was written."""
    hint = "memcon db check says what else is wrong; go back to a copy, or add the documents to a new ledger"
    return LedgerError(f"the ledger is damaged: {what}", hint=hint)


@contextmanager
def _readable(what: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise damage(f"{what} can't be read ({type(error).__name__})") from error


def _is_as_recorded(row: Sequence[Any], entry: Entry) -> bool:
    """Whether an assertion's id is the hash of the row's own words, put together as `entry_id` writes them. This takes a fraction of the time."""
    if not isinstance(entry, Assertion):
        return False
    before, cited, evidence = row[_PAYLOAD][:-1].partition(',"evidence":')
    body = (
        f'[{before},"document":{_quoted(entry.document)}{cited}{evidence},"property":{_quoted(entry.property)},"subject":{_quoted(entry.subject)},'
        f'"subject_kind":"{entry.subject_kind}","value":{_quoted(entry.value)}}}'
    )
    body += "]" if entry.reader.name == OWN else f",{_quoted(entry.reader.name)}]"
    return entry.id == f"ast_{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


_quoted = json.encoder.encode_basestring
_SEQ, _ID, _RECORDED_AT, _PAYLOAD = map(tuple(entries.c.keys()).index, ("seq", "id", "recorded_at", "payload"))


def unproved(row: Sequence[Any], readers: Mapping[str, ReaderName]) -> Recorded:
    """The entry in a whole row of `entries`, whatever it says. Raises `ValueError`, `KeyError` or `TypeError` for what is none."""
    seq, id, kind, recorded_at, document, subject_kind, subject, property, value, payload, reader = row
    body = parsed(payload)
    entry: Entry
    if kind == "assertion":
        # Written out, not decoded by type: a view reads every assertion, and this takes a third of the time.
        attribution = body.get("attribution")
        entry = Assertion(
            id=id,
            document=document,
            subject=subject,
            subject_kind=subject_kind,
            property=property,
            value=value,
            evidence=tuple(
                [
                    Evidence(span=Span(*cited["span"]), quote=cited["quote"], document=cited.get("document"))
                    for cited in body.get("evidence", ())
                ]
            ),
            attribution=None if attribution is None else _attribution(attribution),
            certainty=body["certainty"],
            reader=readers[reader],
        )
    else:
        entry = Judgement(
            id=id,
            kind=body["kind"],
            subjects=tuple(body["subjects"]),
            by=body["by"],
            why=body["why"],
            value=value,
        )
    return Recorded(seq=seq, recorded_at=recorded_at, entry=entry)


class _Anybody(dict[str, ReaderName]):
    def __missing__(self, _: str) -> ReaderName:
        return UNTOLD


ANYBODY: Mapping[str, ReaderName] = _Anybody()
"""In place of the ledger's readers, where who read it does not matter."""


@lru_cache(maxsize=4_096)
def source_of(payload: str) -> Source:
    """The source in a row of `sources`. Raises `LedgerError` for one that is not as it was written."""
    body, seal = payload[:-_SEAL], payload[-_SEAL:]
    if _seal(body) != seal:
        raise damage("a citation is not as it was written")
    return Source(**parsed(body))


def sealed(source: Source) -> str:
    """The source as it is written, with a sum behind it by which damage is noticed."""
    body = canonical(source)
    return body + _seal(body)


_SEAL = 9


def _seal(body: str) -> str:
    return f"#{crc32(body.encode('utf-8', 'surrogatepass')):08x}"


def _attribution(body: dict[str, Any]) -> Attribution:
    try:
        return Attribution(**(body | {"via": tuple(body.get("via", ()))}))
    except TypeError:
        return decode(Attribution, body)  # which says what is wrong with it


_TWICE = ("id", "ref", "title", "publisher", "wire", "published", "published_basis", "language", "url")
"""What of a document stands in columns beside what it was written as: where the two differ, one of them is damaged."""


def document_row(document: Document) -> dict[str, Any]:
    columns = {name: getattr(document, name) for name in (*_TWICE, "text")}
    return columns | {"payload": canonical(replace(document, text=""))}


def document_of(row: RowMapping) -> Document:
    with _readable("a document"):
        found = decode(Document, json.loads(row["payload"]) | {"text": row["text"]})
    if found.text and _HASHED.fullmatch(found.id) and content_id("doc", found.text) != found.id:
        raise damage(f"the text of {found.id} is not the one that was read")
    if any(name in row and row[name] != getattr(found, name) for name in _TWICE):
        raise damage(f"what is held of {found.id} is not what was read")
    return found


def checked_id(id: str, of: str) -> str:
    """The id out of the index that the record `of` goes by, if it is one: of a known sort, or of the same. Raises `LedgerError` for what is none."""
    sort, _, rest = id.partition("_")
    is_known = sort in _SORTS or sort == of.partition("_")[0]
    if not is_known or _DIGITS.fullmatch(rest) is None:
        raise damage(f"{id!r} is no id of a record")
    return id


_HASHED = re.compile("doc_[0-9a-f]{16}")
"""The id of a document that is the hash of its text; a caller may have given others."""

_SORTS = frozenset({*RECORDS, "doc"})
_DIGITS = re.compile("[0-9a-f]+")


def problem_row(problem: Problem, document: str | None) -> dict[str, Any]:
    return {
        "id": content_id("prb", encode(problem), document),
        "document": document,
        "ref": problem.ref,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "span_start": problem.span.start if problem.span else None,
        "span_end": problem.span.end if problem.span else None,
        "is_fatal": int(problem.is_fatal),
    }


def problem_of(row: RowMapping) -> Problem:
    body = {name: row[name] for name in ("code", "message", "hint", "ref")}
    span = None if row["span_start"] is None else [row["span_start"], row["span_end"]]
    with _readable("a problem"):
        return decode(Problem, body | {"is_fatal": bool(row["is_fatal"]), "span": span})


@lru_cache(maxsize=16_384)
def name_hash(name: str) -> int:
    """`value_hash` of a name as it is claimed: JSON text."""
    return value_hash(_quoted(name))


def value_hash(value: str) -> int:
    """A signed number of 64 bits for a value of any length."""
    return int.from_bytes(hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()[:8], "big", signed=True)
