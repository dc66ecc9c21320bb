"""Records of the ledger as plain data: the shape of the reading contract, and what only a ledger knows.

Added are the `ids` merged into the record, its `sources` and how many `witnesses` they are, all `claims` of a property that sources may differ on, and with every place in a
text the `document` that it is in. Evidence, claims and steps of a history also bear their `source` in short, so that a line can be used
without looking into `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from memcon.domain.records import Attribution, Position, StatusValue
from memcon.domain.spans import Evidence, Span
from memcon.domain.views import (
    ActorView,
    AssessmentView,
    Citation,
    Claim,
    EventView,
    PositionView,
    Resolved,
    Source,
    witnesses,
)
from memcon.report.contract import SHAPES, Json, Page, Shape, as_json, record_json


def ledger_record(record: Resolved) -> Json:
    """`record` as an object with all keys that a reading's has, each in the same shape; then those of the ledger."""
    return {**record_json(record, _PAGE), "witnesses": _witnesses(record.sources)}


def ledger_json(value: object) -> object:
    """Any other value that a ledger gives (a source, a citation, a claim), as it stands in its records."""
    return as_json(value, _PAGE)


def _witnesses(sources: Iterable[Source]) -> Json:
    """By how many it is told, and which of the sources are prints or versions of one text."""
    found = witnesses(sources)
    return {"count": len(found), "prints": [[source.document for source in prints] for prints in found]}


def _citation(citation: Citation, written: Json, page: Page) -> Json:
    return {**SHAPES[Evidence](citation, written, page), **_from(citation.source)}


def _source(source: Source, written: Json, page: Page) -> Json:
    return {"id": source.document, **{key: value for key, value in written.items() if key != "document"}}


def _from(source: Source) -> Json:
    """Where a fact comes from: the document's id, and beside it what a reader of one line wants to know of it."""
    short = {name: getattr(source, name) for name in ("document", "ref", "url", "publisher", "published")}
    return {"document": source.document, "source": short}


def _with_document(told: Claim[Any] | AssessmentView, written: Json, page: Page) -> Json:
    """With its source in short."""
    return {**written, **_from(told.source)}


def _event(event: EventView, written: Json, page: Page) -> Json:
    now = next((c for c in event.whens if (c.value.edtf, c.value.text) == (event.when, event.when_text)), None)
    parts = [claim for each in event.participants for claim in each.claims]
    return {
        **{key: value for key, value in written.items() if key not in {"whens", "places"}},
        "statuses": [_step(claim, page) for claim in event.statuses],
        "when_span": as_json(_place(now), page) if now else None,
        "when_document": now.source.document if now else None,
        "place": _placed(event.places[-1], page) if event.places else None,
        "participants": [
            {
                **_placed(next(c for c in reversed(each.claims) if c.value.role == each.role), page),
                "name": each.name,
                "office": each.office,
                "kind": each.kind,
                "country": each.country,
            }
            for each in event.participants
        ],
        "agenda": _items(event.agenda, page),
        "outcome": _items(event.outcome, page),
        "attribution": as_json(event.attribution or Attribution(kind="outlet"), page),
        "claims": {
            "status": written["statuses"],
            "when": written["whens"],
            "place": written["places"],
            "participant": [as_json(claim, page) for claim in parts],
            "agenda": written["agenda"],
            "outcome": written["outcome"],
        },
    }


def _step(claim: Claim[StatusValue], page: Page) -> Json:
    """A step of the history over all documents; its word's place is told where the sentence has the word once."""
    step = claim.value
    return {
        "status": step.status,
        "word": {"text": step.word, "span": as_json(_found(step.word, claim.evidence), page)} if step.word else None,
        "when": step.when,
        "attribution": as_json(claim.attribution or Attribution(kind="outlet"), page),
        "evidence": as_json(claim.evidence, page),
        "value": as_json(step, page),
        **_from(claim.source),
    }


def _found(word: str, evidence: Iterable[Citation]) -> Span | None:
    for piece in evidence:
        if piece.quote.count(word) == 1:
            start = piece.span.start + piece.quote.index(word)
            return replace(piece.span, start=start, end=start + len(word))
    return None


def _place(claim: Claim[Any]) -> Span | None:
    return claim.evidence[0].span if claim.evidence else None


def _placed(claim: Claim[Any], page: Page) -> Json:
    """What is claimed, with its place in a text."""
    value = as_json(claim.value, page)
    told: Json = value if isinstance(value, dict) else {"text": value}
    return {**told, "span": as_json(_place(claim), page), "document": claim.source.document}


def _items(claims: Iterable[Claim[str]], page: Page) -> list[Json]:
    """Each item once, where it is claimed first."""
    first: dict[str, Claim[str]] = {}
    for claim in claims:
        first.setdefault(claim.value.casefold(), claim)
    return [_placed(claim, page) for claim in first.values()]


def _actor(actor: ActorView, written: Json, page: Page) -> Json:
    offices = {claim.value: claim for claim in reversed(actor.offices)}
    held = [{**record_json(c.value, page), "evidence": as_json(c.evidence, page)} for c in reversed(offices.values())]
    return {**written, "offices": held, "mentions": [], "claims": {"office": written["offices"]}}


def _position(position: PositionView, written: Json, page: Page) -> Json:
    rest = SHAPES[Position](position, written, page)
    return {**{k: v for k, v in rest.items() if k != "stances"}, "claims": {"stance": written["stances"]}}


_SHAPES: Mapping[type, Shape] = {
    **SHAPES,
    Citation: _citation,
    Source: _source,
    Claim: _with_document,
    AssessmentView: _with_document,
    EventView: _event,
    ActorView: _actor,
    PositionView: _position,
}

_PAGE = Page(shapes=_SHAPES)
