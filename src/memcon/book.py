"""The ledger as one object: the write path and the read path on one store, for the command line and for Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from memcon import query
from memcon.domain.documents import Document
from memcon.domain.entries import Judgement, JudgementKind, Recorded, judgement
from memcon.domain.problems import Problem
from memcon.domain.records import EventKind, Status
from memcon.domain.views import EventView, RecordView, Source, Views
from memcon.errors import UsageError
from memcon.ledger.possible import check_signed
from memcon.store.judging import check_one_kind, subject_kinds
from memcon.store.ledger import LedgerStore, utc_now
from memcon.store.search import Found, Where
from memcon.store.snapshot import Snapshot

if TYPE_CHECKING:
    from memcon.ingest import Added, CaptureReader


class Ledger:
    """A sourced, bitemporal ledger. Open it with `Ledger.open`, use it in a `with` block or call `close`.

    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.timeline()
    ()
    """

    def __init__(
        self, store: LedgerStore, *, reader: CaptureReader | None = None, now: Callable[[], str] | None = None
    ) -> None:
        self.store = store
        self._reader = reader
        self._now = now

    @classmethod
    def open(
        cls,
        path_or_url: str | Path,
        *,
        create: bool = True,
        reader: CaptureReader | None = None,
        now: Callable[[], str] | None = None,
    ) -> Self:
        """The ledger at a file path, `:memory:` or database URL, made if it is missing and `create` is true.

        `reader` reads what is added (default: `memcon.Reader()`), `now` is the ledger's clock. Raises `LedgerError` when it can't be opened.
        """
        return cls(LedgerStore.open(path_or_url, create=create), reader=reader, now=now)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self,
        *inputs: str | Path,
        stdin: BinaryIO | None = None,
        fields: Mapping[str, str] | None = None,
        published: str | None = None,
        allows_private: bool = False,
    ) -> tuple[Added, ...]:
        """Adds files, folders, addresses on the web or "-" for `stdin`, and gives one result for each document. See `add_each` for a result at a time."""
        return tuple(
            self.add_each(*inputs, stdin=stdin, fields=fields, published=published, allows_private=allows_private)
        )

    def add_each(
        self,
        *inputs: str | Path,
        stdin: BinaryIO | None = None,
        fields: Mapping[str, str] | None = None,
        published: str | None = None,
        allows_private: bool = False,
    ) -> Iterator[Added]:
        """As `add`, but yields each result once the document is safely kept. Nothing happens before the results are asked for. Pages come from the public internet
        alone, unless it `allows_private` addresses."""
        from memcon import acquire, ingest
        from memcon.acquire.coming import came
        from memcon.acquire.web import Web, fetcher

        now = self._now or utc_now
        make = partial(fetcher, allows_private=allows_private)
        with Web(make, now=now, memory=self.store, fields=fields, published=published) as web:
            captures = acquire.acquire(map(str, inputs), stdin=stdin, fields=fields, published=published, fetch=web)
            yield from ingest.add(self.store, came(captures, now), self._get_reader(), now=now)

    def add_records(
        self,
        records: Iterable[Mapping[str, object] | str],
        *,
        fields: Mapping[str, str] | None = None,
        published: str | None = None,
    ) -> tuple[Added, ...]:
        """Adds texts or records (see the reading contract) that are in memory already."""
        from memcon import acquire, ingest
        from memcon.acquire.coming import came

        captures = acquire.from_records(records, fields=fields, published=published)
        now = self._now or utc_now
        return tuple(ingest.add(self.store, came(captures, now), self._get_reader(), now=now))

    def reread(self, *documents: str) -> Iterator[Added]:
        """Reads documents (ids) of the ledger again with its reader, all when none are named. See `memcon.ingest.reread`. Raises `UsageError` where its reader reads captures only."""
        from memcon import ingest

        reader = self._get_reader()
        if not isinstance(reader, ingest.DocumentReader):
            raise UsageError("this ledger's reader can't read documents again", hint="memcon.Reader can")
        return ingest.reread(self.store, reader, documents=documents or None, now=self._now or utc_now)

    def judge(self, kind: JudgementKind, *subjects: str, by: str, why: str) -> Judgement:
        """Records a ruling by the person `by`: that records are the `same` or `different`, or that assertions or judgements are
        `retracted`. Raises `UsageError` for fewer ids than that takes, ids that the ledger does not know, or records of two kinds as the same."""

        needed = 1 if kind == "retracted" else 2
        if kind == "corrected" or len(set(subjects)) < needed:
            raise UsageError(f"{kind!r} takes at least {needed} ids", hint="see docs/explanation/bitemporality.md")
        by = check_signed(by, why)
        known = self.store.holds(subjects) if kind == "retracted" else self.store.holds_subjects(subjects)
        unknown = sorted(set(subjects) - known)
        if unknown:
            raise UsageError(
                f"the ledger does not know {', '.join(unknown)}", hint="give ids as `memcon show` prints them"
            )
        if kind == "same":
            with self.at() as at:
                check_one_kind(subject_kinds(at, subjects).values())
        made = judgement(kind, subjects, by=by, why=why)
        self.store.append(recorded_at=(self._now or utc_now)(), entries=[made])
        return made

    def timeline(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        actor: str | None = None,
        channel: str | None = None,
        kind: EventKind | None = None,
        status: Status | None = None,
        valid: str | None = None,
        recorded: str | None = None,
        published: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[EventView, ...]:
        """Events in the order of the world's time. See `memcon.query.timeline`."""
        return query.timeline(
            self,
            since=since,
            until=until,
            actor=actor,
            channel=channel,
            kind=kind,
            status=status,
            valid=valid,
            recorded=recorded,
            published=published,
            after=after,
            limit=limit,
        )

    def show(self, id: str, *, recorded: str | None = None, published: str | None = None) -> RecordView | None:
        """The record of that id, None when there is none. See `memcon.query.show`."""
        return query.show(self, id, recorded=recorded, published=published)

    def views(self, *, valid: str | None = None, recorded: str | None = None, published: str | None = None) -> Views:
        """Every record as of a point on each clock. See `memcon.ledger.views.as_of`."""
        return query.views(self, valid=valid, recorded=recorded, published=published)

    def documents(self) -> tuple[Source, ...]:
        """Every document, as it is cited, in the order of publication; those of unknown date first."""
        return self.store.sources()

    def document(self, id: str) -> Document | None:
        """A document with its text, None when there is none of that id."""
        return self.store.document(id)

    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read or kept, in the order in which it came up."""
        return self.store.problems()

    def search(
        self,
        words: str,
        *,
        where: Where = "documents",
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        limit: int = 20,
    ) -> tuple[Found, ...]:
        """Documents, statements, events or quotations that hold all the words, best first."""
        return self.store.search(words, where=where, since=since, until=until, publisher=publisher, limit=limit)

    def at(self, *, recorded: str | None = None, published: str | None = None) -> AbstractContextManager[Snapshot]:
        """The ledger as of a point on each clock, for whoever asks more than the questions here."""
        return self.store.at(recorded=recorded, published=published)

    def entries(
        self, *, subject_kinds: Iterable[str] | None = None, without: Iterable[str] = ()
    ) -> tuple[Recorded, ...]:
        """The book itself, in order: all judgements, and the assertions about these kinds of subject, but for some properties."""
        return self.store.entries(subject_kinds=subject_kinds, without=without)

    def _get_reader(self) -> CaptureReader:
        from memcon import ingest

        if self._reader is None:
            self._reader = ingest.Reader()
        return self._reader
