"""The program's reader with others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from memcon.domain.documents import Capture, Document
from memcon.domain.entries import plural
from memcon.domain.ids import content_id
from memcon.domain.problems import Problem
from memcon.domain.properties import RECORDS
from memcon.domain.reading import Reading
from memcon.errors import MemconError
from memcon.ingest import Read, Reader
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import validate
from memcon.readers.other import OtherReader

HANDFUL = 8
"""Documents that another reader is given at once."""


class Together:
    """Reads as `own` does, and lets each of `others` read what it read: their readings stand in `Read.others`, in the order of `others`. One that fails on a document costs its own
    reading of it, and says so in a problem."""

    def __init__(self, own: Reader, others: Sequence[OtherReader]) -> None:
        self.own = own
        self.others = tuple(others)

    @property
    def fingerprint(self) -> str:
        """Changes whenever one of the readers may read otherwise than before."""
        return content_id("reader", self.own.fingerprint, *(f"{each.name} {each.fingerprint}" for each in self.others))

    def read_many(
        self,
        documents: Iterable[str | Mapping[str, object] | Document],
        *,
        published: str | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Iterator[Reading]:
        """What the last of the others makes of each document: for whoever measures it."""
        readings = self.own.read_many(documents, published=published, fields=fields)
        for read in self._with_others(Read(ref=reading.document.ref, reading=reading) for reading in readings):
            assert read.reading is not None
            yield read.others[-1] if read.others else read.reading

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        """What becomes of each capture, in order; a problem passes through."""
        return self._with_others(self.own.read_captures(captures))

    def read_documents(self, documents: Iterable[Document]) -> Iterator[Read]:
        """What becomes of each document, in order."""
        return self._with_others(self.own.read_documents(documents))

    def _with_others(self, reads: Iterable[Read]) -> Iterator[Read]:
        waiting = iter(reads)
        while some := list(islice(waiting, HANDFUL)):
            readable = [read.reading for read in some if read.reading and not _is_failed(read.reading)]
            found = [_all_of(each, readable) for each in self.others]
            by_document = zip(*found, strict=True) if found else iter(())
            for n, read in enumerate(some, 1):
                if read.reading and not _is_failed(read.reading):
                    others = tuple(next(by_document, ()))
                    told = tuple(_beside(problem) for other in others for problem in other.problems)
                    read = replace(read, others=others, problems=(*read.problems, *told))
                yield replace(read, is_last=n == len(some))


def _is_failed(reading: Reading) -> bool:
    return any(problem.is_fatal for problem in reading.problems)


def _beside(problem: Problem) -> Problem:
    """A problem of another reader is none of the document, which the program has read."""
    return replace(problem, is_fatal=False)


def _all_of(reader: OtherReader, own: Sequence[Reading]) -> list[Reading]:
    """A reading for each of `own` by `reader`, with nothing in it that does not quote; one that says why where it has none."""
    found = list(_guarded(reader, own))
    return [_proved(reader, mine, other) for mine, other in zip(own, found, strict=True)]


def _guarded(reader: OtherReader, own: Sequence[Reading]) -> Iterator[Reading]:
    """What `reader` gives, as long as it gives anything; what it fails on is read alone, so that only that is lost."""
    try:
        found = list(reader.read(own))
        if len(found) == len(own):
            yield from found
            return
        fault = ValueError(f"it gave {len(found)} readings of {len(own)} documents")
    except MemconError:
        raise
    except Exception as error:
        if len(own) > 1:
            for each in own:
                yield from _guarded(reader, [each])
            return
        fault = ValueError(f"{type(error).__name__}: {error}")
    yield from (failed(reader.name, each, str(fault)) for each in own)


def failed(name: str, own: Reading, why: str) -> Reading:
    """The reading of a reader that could not read: nothing but the problem."""
    problem = Problem(
        code="reader_failed",
        message=f"the reader {name!r} gave no reading: {why}",
        hint="memcon's own reading is none the worse; read or add the document again to have it read by this reader",
        ref=own.document.ref,
    )
    return Reading(document=own.document, problems=(problem,), reader=replace(own.reader, name=name))


def _proved(reader: OtherReader, own: Reading, other: Reading) -> Reading:
    """Without the records that break a rule of the book: those that don't quote the document, first of all."""
    if not isinstance(other, Reading) or other.document.id != own.document.id or other.reader.name != reader.name:
        return failed(reader.name, own, "what it gave is no reading of this document under its name")
    try:
        kept, refused = validate(assert_reading(other), own.document)
    except Exception as error:
        return failed(reader.name, own, f"its records can't be kept: {type(error).__name__}: {error}")
    if not refused:
        return replace(other, document=own.document)
    subjects = {entry.subject for entry in kept}
    lists: dict[str, Any] = {
        plural(kind): tuple(record for record in getattr(other, plural(kind)) if record.id in subjects)
        for kind in RECORDS
    }
    told = tuple(
        replace(problem, hint=f"the rest was kept; this is a fault of the reader {reader.name!r}")
        for problem in refused
    )
    return replace(other, document=own.document, problems=(*other.problems, *told), **lists)
