"""The inserts of one transaction, and how ids are looked up in many."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded
from memcon.domain.problems import Problem
from memcon.errors import LedgerError
from memcon.store.lookup import chunks, held_ids
from memcon.store.rows import document_row, entry_row, judged_rows, problem_row, reader_row
from memcon.store.schema import captures, documents, entries, judged, problems, quotes, readers

MOST_YEARS = 20
"""A clock so many years ahead of the last entry is a broken one: the instant that it gives would stand over all later entries."""

UNSET = "2020"
"""What is recorded before this year was recorded by a clock that nobody had set: it says nothing of those that come after."""

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class Writer:
    """The inserts of one transaction."""

    def __init__(self, connection: Connection, recorded_at: str) -> None:
        self._connection = connection
        self._recorded_at = recorded_at

    def add_capture(self, capture: Capture) -> str:
        key = hashlib.sha256(capture.data).hexdigest()
        held = self._connection.execute(select(captures.c.sha256).where(captures.c.sha256 == key)).first()
        if held is None:
            row = {
                "sha256": key,
                "media_type": capture.media_type,
                "size": len(capture.data),
                "compressed": zlib.compress(capture.data, 6),
                "added_at": self._recorded_at,
            }
            self._connection.execute(insert(captures), row)
        return key

    def add_document(self, document: Document, capture: str | None) -> bool:
        """Whether the document is new. One held already takes the metadata of its newest reading; its text and `ref` stay."""
        query = select(documents.c.text, documents.c.payload, documents.c.ref).where(documents.c.id == document.id)
        held = self._connection.execute(query).mappings().first()
        if held is None:
            row = document_row(document) | {"capture": capture, "added_at": self._recorded_at}
            self._connection.execute(insert(documents), row)
            return True
        if held["text"] != document.text:
            raise ValueError(f"the ledger holds another text under {document.id}")
        row = document_row(replace(document, ref=held["ref"]))
        if held["payload"] != row["payload"]:
            self._connection.execute(update(documents).where(documents.c.id == document.id).values(row))
        return False

    def add_entries(self, found: Iterable[Entry]) -> list[Recorded]:
        """Those that are new, in the places that the book gave them."""
        added = tuple(dict.fromkeys(found))
        cited = {
            (entry.document, evidence.span, evidence.quote)
            for entry in added
            if isinstance(entry, Assertion)
            for evidence in entry.evidence
            if evidence.span.field == "text"  # titles are searched as they are
        }
        if cited:
            rows = [{"document": d, "span_start": s.start, "span_end": s.end, "quote": q} for d, s, q in sorted(cited)]
            self._add_quotes(rows)
        self._insert_new(readers, [reader_row(r) for r in {e.reader for e in added if isinstance(e, Assertion)}])
        new = self._insert_new(entries, [entry_row(e) | {"recorded_at": self._recorded_at} for e in added])
        judgements = {e.id: e for e in added if isinstance(e, Judgement) and e.id in new}
        if judgements:
            self._connection.execute(insert(judged), [row for j in judgements.values() for row in judged_rows(j)])
        return self._recorded({e.id: e for e in added if e.id in new})

    def _add_quotes(self, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts the quotations that are new; what stands at a span of a text never changes."""
        held: set[tuple[str, int, int]] = set()
        for document in {row["document"] for row in rows}:
            query = select(quotes.c.span_start, quotes.c.span_end).where(quotes.c.document == document)
            held.update((document, row.span_start, row.span_end) for row in self._connection.execute(query))
        new = {(row["document"], row["span_start"], row["span_end"]): row for row in rows}
        if new := {place: row for place, row in new.items() if place not in held}:
            self._connection.execute(insert(quotes), list(new.values()))

    def _recorded(self, new: Mapping[str, Entry]) -> list[Recorded]:
        seqs: dict[str, int] = {}
        for some in chunks(list(new)):
            query = select(entries.c.id, entries.c.seq).where(entries.c.id.in_(some))
            seqs.update((row.id, row.seq) for row in self._connection.execute(query))
        found = (Recorded(seq=seqs[id], recorded_at=self._recorded_at, entry=entry) for id, entry in new.items())
        return sorted(found, key=lambda recorded: recorded.seq)

    def add_problems(self, found: Iterable[Problem], document: str | None) -> int:
        rows = [problem_row(problem, document) | {"recorded_at": self._recorded_at} for problem in found]
        return len(self._insert_new(problems, rows))

    def _insert_new(self, table: Table, rows: list[dict[str, Any]]) -> frozenset[str]:
        """The ids of those of `rows` that were new; a row whose id is held already is passed over. Writers follow one another, so none is
        added between the look and the insert."""
        held = held_ids(self._connection, table, [row["id"] for row in rows])
        new = {row["id"]: row for row in rows if row["id"] not in held}
        if new:
            self._connection.execute(insert(table), list(new.values()))
        return frozenset(new)


def not_before_last(connection: Connection, recorded_at: str) -> str:
    """`recorded_at`, or the last entry's instant when the clock was set back since: the past of the book never changes.

    Raises `ValueError` for what is no instant, `LedgerError` for one that is more than `MOST_YEARS` after the last entry.
    """
    if _INSTANT.fullmatch(recorded_at) is None:
        raise ValueError(f"not a UTC instant: {recorded_at!r}")
    last = connection.execute(select(entries.c.recorded_at).order_by(entries.c.seq.desc()).limit(1)).scalar()
    if last and last > UNSET and int(recorded_at[:4]) > int(last[:4]) + MOST_YEARS:
        raise LedgerError(
            f"the clock says {recorded_at}, and the last entry is of {last}",
            hint="set this machine's clock: what is recorded can't be dated back later",
        )
    return max(recorded_at, last or "")
