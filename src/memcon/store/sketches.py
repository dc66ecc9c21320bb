"""Sketches of what is compared over documents: kept beside the book, found by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_

from memcon.store.lookup import chunks
from memcon.store.schema import compared, sketch_keys, sketches

_KEYED = (
    select(sketch_keys.c.id, sketch_keys.c.document)
    .where(sketch_keys.c.kind == bindparam("kind"), sketch_keys.c.key.in_(bindparam("keys", expanding=True)))
    .distinct()
    .subquery()
)
_NEAR = (
    select(sketches.c.id, sketches.c.document, sketches.c.payload)
    .join(_KEYED, (sketches.c.id == _KEYED.c.id) & (sketches.c.document == _KEYED.c.document))
    .where(sketches.c.kind == bindparam("kind"))
)


_STEP = 500
"""Sketches that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A sketch as it is kept: its id, its keys and its payload (JSON)."""

    id: str
    keys: frozenset[str]
    payload: str


class Sketches:
    """The sketches of one kind, in one transaction."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._connection = connection
        self._kind = kind

    def of_document(self, document: str) -> dict[str, str]:
        """The payloads of a document's sketches by id."""
        query = select(sketches.c.id, sketches.c.payload).where(
            sketches.c.kind == self._kind, sketches.c.document == document
        )
        return {row.id: row.payload for row in self._connection.execute(query)}

    def of_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """The payloads of sketches by id."""
        found: dict[str, str] = {}
        for some in chunks(sorted(ids)):
            query = select(sketches.c.id, sketches.c.payload).where(
                sketches.c.kind == self._kind, sketches.c.id.in_(some)
            )
            found.update((row.id, row.payload) for row in self._connection.execute(query.order_by(sketches.c.document)))
        return found

    def every(self) -> Iterator[str]:
        """The payloads of all sketches, in order of ids, some at a time."""
        after = ("", "")
        while True:
            place = tuple_(sketches.c.id, sketches.c.document)
            query = select(sketches.c.id, sketches.c.document, sketches.c.payload)
            query = query.where(sketches.c.kind == self._kind, place > tuple_(*after)).order_by(*place.clauses)
            rows = self._connection.execute(query.limit(_STEP)).all()
            yield from (row.payload for row in rows)
            if len(rows) < _STEP:
                return
            after = (rows[-1].id, rows[-1].document)

    def near(self, keys: Iterable[str]) -> list[str]:
        """The payloads of the sketches that have any of the `keys`, in order of ids."""
        found: dict[tuple[str, str], str] = {}
        for some in chunks(sorted(keys)):
            rows = self._connection.execute(_NEAR, {"kind": self._kind, "keys": list(some)})
            found.update(((row.id, row.document), row.payload) for row in rows)
        return [found[key] for key in sorted(found)]

    def replace(self, document: str, kept: Sequence[Kept], *, gone: Iterable[str] = ()) -> None:
        """Puts the sketches `kept` of a document (or of none: "") in the place of those `gone` (ids): the ones that it had under ids of `kept` must be among them."""
        for some in chunks(sorted(gone)):
            for table in (sketches, sketch_keys):
                self._connection.execute(
                    delete(table).where(table.c.kind == self._kind, table.c.document == document, table.c.id.in_(some))
                )
        if kept:
            rows = [{"kind": self._kind, "id": each.id, "document": document, "payload": each.payload} for each in kept]
            self._connection.execute(insert(sketches), rows)
        keys: list[Mapping[str, str]] = [
            {"kind": self._kind, "key": key, "id": each.id, "document": document}
            for each in kept
            for key in sorted(each.keys)
        ]
        if keys:
            self._connection.execute(insert(sketch_keys), keys)

    def judgements_on(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The ids of all judgements that comparisons of this kind ever made on the records `ids`."""
        found: set[str] = set()
        for some in chunks(sorted(ids)):
            query = select(compared.c.judgement).where(compared.c.kind == self._kind, compared.c.id.in_(some))
            found.update(self._connection.execute(query).scalars())
        return tuple(sorted(found))

    def note(self, judgements: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Keeps which records new judgements (by id, with their subjects) are on."""
        rows = [{"kind": self._kind, "id": id, "judgement": judged} for judged, ids in judgements for id in ids]
        if rows:
            self._connection.execute(insert(compared), rows)
