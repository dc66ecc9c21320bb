"""Joining over documents: as a document is kept, its events, persons and processes are compared with those that may be the same, and what is judged is kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Judgement, Recorded
from memcon.ledger.views import as_of
from memcon.resolve.comparisons import EVENTS, ISSUES, PERSONS, bearers_of, merged
from memcon.resolve.components import Comparison, changes, component
from memcon.resolve.copies import PASSAGES, PRINTS, VERSIONS
from memcon.resolve.issues import issues_of
from memcon.resolve.namesakes import names_of
from memcon.resolve.passages import passages_of
from memcon.resolve.prints import print_of
from memcon.resolve.sketches import sketches_of
from memcon.resolve.versions import version_of
from memcon.store.additions import Transaction
from memcon.store.sketches import Kept, Sketches

T = TypeVar("T")


def join_over_documents(
    book: Transaction,
    document: Document,
    assertions: Sequence[Assertion],
    names: Sequence[Judgement],
    *,
    recorded_at: str,
) -> int:
    """Compares `document`, which the book holds, and what it says by `assertions` (all of them), whose records bear `names`, with other documents and their records, and
    appends what the rules of sameness judge of it now. Gives the number of entries. Raises as `Transaction.append`."""
    views = as_of([Recorded(seq=n, recorded_at=recorded_at, entry=entry) for n, entry in enumerate(assertions, 1)])
    events = {sketch.event: sketch for sketch in sketches_of(views)}
    bearing = names_of(names)
    bearers = {bearer.id: bearer for bearer in bearers_of(views, bearing)}
    held = Sketches(book.connection, PERSONS.kind).of_ids(bearers)
    known = {id: merged(PERSONS.of_text(held[id]), bearer) if id in held else bearer for id, bearer in bearers.items()}
    told = issues_of(views.processes, views.actors, bearing, document.text, document.published)
    issues = {bearing[id]: replace(issue, id=bearing[id]) for id, issue in told.items() if id in bearing}
    kept = Sketches(book.connection, ISSUES.kind).of_ids(issues)
    version = version_of(document, book.place_of(document.id))
    versions = {version.document: version} if version.addresses else {}
    passages = {passage.event: passage for passage in passages_of(views.events, document)}
    return (
        _settle_document(book, PRINTS, document.id, {document.id: print_of(document)}, recorded_at)
        + _settle_document(book, VERSIONS, document.id, versions, recorded_at)
        + _settle_document(book, PASSAGES, document.id, passages, recorded_at)
        + _settle_document(book, EVENTS, document.id, events, recorded_at)
        + _settle(book, PERSONS, "", held, known, recorded_at)
        + _settle(book, ISSUES, "", kept, issues, recorded_at)
    )


def _settle_document(
    book: Transaction, how: Comparison[T], document: str, now: Mapping[str, T], recorded_at: str
) -> int:
    """Keeps the sketches `now` of a document in the place of all that it had."""
    return _settle(book, how, document, Sketches(book.connection, how.kind).of_document(document), now, recorded_at)


def _settle(
    book: Transaction,
    how: Comparison[T],
    document: str,
    before: Mapping[str, str],
    now: Mapping[str, T],
    recorded_at: str,
) -> int:
    """Keeps the sketches `now` in the place of those `before` (payloads by id), and appends what changes by them."""
    kept = Sketches(book.connection, how.kind)
    texts = {id: how.to_text(record) for id, record in now.items()}
    changed = [id for id in texts if before.get(id) != texts[id]]
    gone = set(before) - set(texts)
    if not changed and not gone:
        return 0
    new = [Kept(id=id, keys=how.keys_of(now[id]), payload=texts[id]) for id in changed]
    kept.replace(document, new, gone=gone.union(set(before).intersection(changed)))
    start = [*(now[id] for id in changed), *_linked(book, kept, how, [*changed, *gone])]
    found = component(how, start, lambda keys: map(how.of_text, kept.near(keys)))
    made = changes(how, found, lambda ids: _judgements(book, kept, ids), book.holds)
    if not made:
        return 0
    new_ones = [(e.id, e.subjects) for e in made if isinstance(e, Judgement) and e.kind == "same"]
    appended = book.append(recorded_at=recorded_at, entries=made)
    kept.note(new_ones)
    return appended.entries


def _linked(book: Transaction, kept: Sketches, how: Comparison[T], ids: Iterable[str]) -> list[T]:
    """The records that a judgement ever joined with any of `ids`."""
    partners = {id for judged in _judgements(book, kept, list(ids)) for id in judged.subjects}
    return [how.of_text(text) for text in kept.of_ids(partners).values()]


def _judgements(book: Transaction, kept: Sketches, ids: Sequence[str]) -> tuple[Judgement, ...]:
    return book.judgements(kept.judgements_on(ids))
