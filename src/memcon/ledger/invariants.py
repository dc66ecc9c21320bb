"""What every entry must keep, as a declared list: a record that breaks one never enters the book.

An invariant is a function of an assertion and the document it was read from; it gives None, or what is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from memcon.domain.codec import canonical
from memcon.domain.dates import interval_of
from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, entry_id
from memcon.domain.problems import Problem
from memcon.domain.properties import known_property, parts

Invariant = Callable[[Assertion, Document], str | None]


def is_of_this_document(entry: Assertion, document: Document) -> str | None:
    """An assertion belongs to the document it was read from."""
    return None if entry.document == document.id else f"it names the document {entry.document}"


def rests_on_evidence(entry: Assertion, document: Document) -> str | None:
    """No span, no fact: only what is said about the document itself may come from beside its text."""
    return None if entry.evidence or entry.subject_kind == "document" else "it has no evidence"


def quotes_the_text(entry: Assertion, document: Document) -> str | None:
    """Every quotation is, letter for letter, what the text (or the title that came beside it) has at its span, and not empty."""
    for evidence in entry.evidence:
        span = evidence.span
        words = document.words_at(span)
        if len(words) != span.end - span.start or not evidence.quote or words != evidence.quote:
            return f"the quotation at {span.start} to {span.end} is not what the {span.field} says there"
        if evidence.document not in (None, document.id):
            return f"it quotes another document, {evidence.document}"
    return None


def has_its_hash_as_id(entry: Assertion, document: Document) -> str | None:
    """An id is the hash of the content."""
    return None if entry.id == entry_id(entry) else "its id is not the hash of what it says"


def has_a_canonical_value(entry: Assertion, document: Document) -> str | None:
    """A value is canonical JSON, so that equal values are equal text."""
    try:
        is_canonical = canonical(json.loads(entry.value)) == entry.value
    except ValueError:
        is_canonical = False
    return None if is_canonical else "its value is not canonical JSON"


def names_times_as_edtf(entry: Assertion, document: Document) -> str | None:
    """Every time is a well-formed EDTF string that names possible days."""
    for time in _times(entry):
        if not isinstance(time, str) or not _is_edtf(time):
            return f"{time!r} is not an EDTF time"
    return None


def has_a_certainty(entry: Assertion, document: Document) -> str | None:
    """Certainty lies between 0 and 1."""
    return None if 0.0 <= entry.certainty <= 1.0 else f"its certainty is {entry.certainty}"


def is_a_known_property(entry: Assertion, document: Document) -> str | None:
    """A property stands in the table of properties, so that whoever reads the book can ask for it."""
    known = known_property(entry.subject_kind, entry.property)
    return None if known is not None else f"a {entry.subject_kind} has no such property"


INVARIANTS: tuple[Invariant, ...] = (
    is_of_this_document,
    is_a_known_property,
    rests_on_evidence,
    quotes_the_text,
    has_its_hash_as_id,
    has_a_canonical_value,
    names_times_as_edtf,
    has_a_certainty,
)

_UNTOLD_YEAR = re.compile(r"XXXX-(?:0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")
"""A month, season or day of a year that is not told: EDTF without an interval; two of them are a span of days in it."""


def validate(
    assertions: Sequence[Assertion], document: Document, *, invariants: Sequence[Invariant] = INVARIANTS
) -> tuple[tuple[Assertion, ...], tuple[Problem, ...]]:
    """The assertions that may enter the book, and a problem for each record left out: one broken assertion costs its record."""
    broken: dict[str, Problem] = {}
    for entry in assertions:
        if entry.subject in broken:
            continue
        wrong = next((found for check in invariants if (found := check(entry, document)) is not None), None)
        if wrong is not None:
            broken[entry.subject] = _problem(entry, wrong, document)
    return tuple(entry for entry in assertions if entry.subject not in broken), tuple(broken.values())


def _times(entry: Assertion) -> list[Any]:
    known = known_property(entry.subject_kind, entry.property)
    return parts(json.loads(entry.value), known.edtf) if known is not None and known.edtf else []


def _is_edtf(time: str) -> bool:
    if interval_of(time) is not None:
        return True
    ends = time.split("/")
    return len(ends) <= 2 and all(_UNTOLD_YEAR.fullmatch(end) for end in ends)


def _problem(entry: Assertion, wrong: str, document: Document) -> Problem:
    return Problem(
        code="record_refused",
        message=f"the {entry.subject_kind} {entry.subject} was left out: {wrong} ({entry.property})",
        hint="the rest of the document was kept; please report this, it is a fault in memcon",
        ref=document.ref,
        span=next(
            (e.span for e in entry.evidence if e.span.field == "text" and e.span.end <= len(document.text)), None
        ),
        is_fatal=False,
    )
