"""A text that is pasted: what memcon reads in it, before anything is kept; then into the ledger, or not."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from memcon.domain.entries import Recorded
from memcon.domain.reading import Reading
from memcon.domain.views import Source
from memcon.errors import UsageError
from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.serve import answering
from memcon.serve.answering import here_of
from memcon.serve.answers import DocumentAnswer
from memcon.serve.asked import LONGEST_TEXT
from memcon.serve.editing_pages import check_editable
from memcon.serve.notes import beside
from memcon.serve.pages import desk_of
from memcon.serve.signing import form_of

reading_pages = APIRouter(include_in_schema=False)

ASKED = ("title", "published", "publisher", "url")
"""What may be told of a text beside it."""

Fields = Annotated[dict[str, str], Depends(form_of)]


@reading_pages.get("/read")
def paste(request: Request) -> Response:
    """Where a text is pasted."""
    return answering.page(request, "read.html", given={}, trouble=None)


@reading_pages.post("/read")
def read(request: Request, fields: Fields) -> Response:
    """What the text says, as its document page would show it."""
    given = record_of(fields)
    found = desk_of(request).read(given)
    if found.reading is None:
        return answering.page(request, "read.html", 400, given=given, trouble=found.problems)
    answer = answer_of(found.reading)
    return answering.page(request, "reading.html", given=given, **beside(answer, here_of(request)))


@reading_pages.post("/read/add")
def add(request: Request, fields: Fields) -> Response:
    """Keeps what the text says, and shows it."""
    check_editable(request)
    given = record_of(fields)
    added = desk_of(request).add(given)
    if added.document is None or added.outcome == "failed":
        return answering.page(request, "read.html", 400, given=given, trouble=added.problems)
    return RedirectResponse(f"/documents/{added.document}?added={added.outcome}", 303)


def record_of(fields: dict[str, str]) -> dict[str, Any]:
    """The record that is read. Raises `UsageError` for no text, and for one that is too long."""
    text = fields.get("text", "")
    if not text.strip():
        raise UsageError("there is no text", hint="paste an article")
    if len(text) > LONGEST_TEXT:
        raise UsageError(
            f"the text has {len(text):,} characters", hint=f"at most {LONGEST_TEXT:,}; memcon add takes any"
        )
    return {"text": text} | {name: value for name in ASKED if (value := fields.get(name, "").strip()[:1_000])}


def answer_of(reading: Reading) -> DocumentAnswer:
    """A reading as the document of a ledger that holds nothing else."""
    document = reading.document
    entries = [Recorded(seq=n, recorded_at="", entry=entry) for n, entry in enumerate(assert_reading(reading), 1)]
    seen = as_of(entries)
    names = (
        {a.id: a.name for a in seen.actors}
        | {c.id: c.name for c in seen.channels}
        | {e.id: e.label for e in seen.events}
    )
    source = next(iter(seen.documents), Source(document=document.id))
    return DocumentAnswer(source=source, document=document, records=seen, problems=reading.problems, names=names)
