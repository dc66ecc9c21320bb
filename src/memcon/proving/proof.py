"""An answer about a document, as far as it is proved: records that quote, with the places found by us, and a count of what was dropped.

What is proved are the words: that they stand in the document, and that all that a record names stands in the words that it cites. What a record makes of them (which
kind of event, which status, role or stance) is the word of whoever gave the answer, and is recorded as that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Span
from memcon.knowledge.names import name_key
from memcon.proving.actors import Actors
from memcon.proving.answers import Given, given_in
from memcon.proving.matching import known_ids
from memcon.proving.quotable import LEAST_WORDS, Quotable, count_words, joined
from memcon.proving.records import RECORDS, Page

DROPPED: Mapping[str, str] = {
    "wrong_form": "records of another form than was asked for",
    "too_many": "records beyond the number that is looked at",
    "no_quotation": "records without a quotation that stands in the text",
    "quotation_not_in_text": "quotations that do not stand in the text",
    "not_in_quotation": "words that do not stand in what their record quotes",
    "record_not_in_quotation": "records whose needed words do not stand in what they quote",
    "no_time": "words for a time that name none",
}
"""What in an answer is dropped, as a person is told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A reading of what is proved, how many records were `given`, and what was `dropped`, by reason."""

    reading: Reading
    given: int
    dropped: Mapping[str, int]


def prove(own: Reading, answers: Iterable[object], reader: ReaderName) -> Proved:
    """What stands of `answers` (one for each part of the document, of any shape) about the document of `own`, the program's reading of it, in the name of `reader`.

    Times are those that the program found at the words named, actors those that it knows there. A record that tells what one of `own` tells has its id, so that
    the two stand side by side.
    """
    document, dropped = own.document, Counter[str]()
    given = [each for answer in answers for each in given_in(answer, dropped)]
    quotable = Quotable(document)
    kinds: Any = {name_key(g.words["name"]): g.words["kind"] for g in given if g.kind == "actors"}
    actors = Actors(document, own.actors, kinds)
    found: dict[str, list[Any]] = {kind: [] for kind in RECORDS}
    for each in given:
        if each.kind in RECORDS:
            record = _record(each, document, quotable, own, actors, dropped)
            found[each.kind] += record
    told = {reason: count for reason, count in dropped.items() if count}
    reading = Reading(
        document=document,
        times=own.times,
        actors=actors.used,
        problems=_problems(document, reader, told, len(given)),
        reader=reader,
        **{kind: known_ids(kind, records, getattr(own, kind)) for kind, records in found.items()},
    )
    return Proved(reading=reading, given=len(given), dropped=told)


def _record(
    given: Given, document: Document, quotable: Quotable, own: Reading, actors: Actors, dropped: Counter[str]
) -> Sequence[Any]:
    """The record that stands in its quotations; several where a stance is that of several actors, none where it does not stand."""
    cited = [_quotation(quotable, quote, dropped) for quote in given.lists["evidence"]]
    within = joined(span for span in cited if span is not None)
    if not within:
        dropped["no_quotation"] += 1
        return ()
    page = Page(document=document, quotable=quotable, own=own, actors=actors, dropped=dropped, within=within)
    make: Callable[[Page, Given], Sequence[Any]] = RECORDS[given.kind]
    made = make(page, given)
    if not made:
        dropped["record_not_in_quotation"] += 1
    return made


def _quotation(quotable: Quotable, quote: str, dropped: Counter[str]) -> Span | None:
    found = quotable.find(quote) if count_words(quote) >= LEAST_WORDS else None
    if found is None:
        dropped["quotation_not_in_text"] += 1
    return found


def _problems(document: Document, reader: ReaderName, dropped: Mapping[str, int], given: int) -> tuple[Problem, ...]:
    if not dropped:
        return ()
    told = "; ".join(f"{DROPPED[reason]}: {count}" for reason, count in sorted(dropped.items()))
    model = f" ({reader.models[-1]})" if reader.models else ""
    return (
        Problem(
            code="answer_unproved",
            message=f"{reader.name}{model} gave {given} records, and this was dropped: {told}",
            hint="what is kept stands in the words that it quotes",
            ref=document.ref,
            is_fatal=False,
        ),
    )
