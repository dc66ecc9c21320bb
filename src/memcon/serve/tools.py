"""The tools that an agent has: each a name, what it is for, what can be asked, and a function from the desk and what is asked to its answer as plain data.

They stand on the same answers as the pages. Every record says where it stands: document, publisher, day, the words and their offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from memcon.domain.spans import Span
from memcon.domain.views import ActorView, EventView, Resolved, Source
from memcon.errors import UsageError
from memcon.report.contract import failed_contract, to_contract
from memcon.serve import answers
from memcon.serve.asked import (
    LONGEST_TEXT,
    ChangesAsked,
    Day,
    Id,
    ListAsked,
    Paged,
    Point,
    SearchAsked,
    TimelineAsked,
    Words,
)
from memcon.serve.desk import Desk
from memcon.serve.plain import plain, without_paths

AROUND, MOST_AROUND = 400, 2_000
"""Code points of the text before and behind a quotation unless more are asked for, and the most that can be."""

_BY_THE_WAY = ("claims", "former", "superseded", "statuses")
"""Parts of a record that are left out of lists: `event` and `evidence` tell them."""


class IdAsked(Point):
    """One record."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=120)] = Field(
        description="The record's id, or its first characters."
    )


class ActorAsked(Point):
    """One actor."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=300)] = Field(
        description="A name in any spelling that the ledger holds, or an id."
    )


class EvidenceAsked(Point):
    """Words of a text with what stands around them."""

    document: Id = Field(default=None, description="A document's id; with `start` and `end`, a place in its text.")
    start: int = Field(default=0, ge=0, description="Offset of the first code point.")
    end: int = Field(default=0, ge=0, description="Offset behind the last one.")
    record: Id = Field(default=None, description="Instead: a record's id, for all the words that it rests on.")
    around: int = Field(default=AROUND, ge=0, le=MOST_AROUND, description="Code points shown before and behind.")


class TextAsked(BaseModel):
    """A text to read."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT)] = Field(
        description="The article or release, plain text."
    )
    title: Words = Field(default=None, description="Its title.")
    published: Day = Field(
        default=None, description="The day on which it came out, ISO: without it weekdays stay open."
    )
    publisher: Words = Field(default=None, description="Who published it.")

    @property
    def record(self) -> dict[str, object]:
        """As the reader takes it."""
        given = self.model_dump(exclude_none=True)
        return {"id": "sent", **given}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """`answer` gives plain data: `items` and what belongs to them. Raises `MemconError` for what can't be answered."""

    name: str
    title: str
    says: str
    asked: type[BaseModel]
    answer: Callable[[Desk, Any], dict[str, Any]]
    writes: bool = False


def search(desk: Desk, asked: SearchAsked) -> dict[str, Any]:
    """Hits, best first, with actors and channels of that name."""
    found = answers.search(desk.book, asked)
    return {
        "items": plain(found.items),
        "named": [_short(record) for record in found.named],
        "next": found.next,
    }


def timeline(desk: Desk, asked: TimelineAsked) -> dict[str, Any]:
    """A page of events."""
    return _page_of(answers.timeline(desk.book, asked))


def positions(desk: Desk, asked: ListAsked) -> dict[str, Any]:
    """A page of positions."""
    return _page_of(answers.listed(desk.book, "position", asked))


def commitments(desk: Desk, asked: ListAsked) -> dict[str, Any]:
    """A page of commitments."""
    return _page_of(answers.listed(desk.book, "commitment", asked))


def changes(desk: Desk, asked: ChangesAsked) -> dict[str, Any]:
    """What has become otherwise of events."""
    return {"items": plain(answers.changes(desk.book, asked))}


def event(desk: Desk, asked: IdAsked) -> dict[str, Any]:
    """One event with its claims, and what is told beside it in short."""
    found = answers.record(desk.book, asked.id, asked)
    if not isinstance(found, EventView):
        raise UsageError(f"there is no event {asked.id!r}", hint="take an id out of timeline or search")
    whole = answers.event(desk.book, found, asked)
    beside = (
        "conflicts",
        "statements",
        "positions",
        "commitments",
        "precedents",
        "follows_up",
        "followed_by",
        "beside",
    )
    return {
        "items": [plain(whole.event)],
        "beside": {name: [_short(record) for record in getattr(whole, name)] for name in beside},
        "judgements": plain(whole.judgements),
        "names": dict(whole.names),
    }


def actor(desk: Desk, asked: ActorAsked) -> dict[str, Any]:
    """One actor with what it does and says, in short; several of a name are listed, for the agent to choose by id."""
    known = answers.record(desk.book, asked.name, asked) if " " not in asked.name else None
    called = [known] if known is not None else answers.called_so(desk.book, asked.name, asked)
    found = [record for record in called if isinstance(record, ActorView)]
    if not found:
        raise UsageError(f"nobody is called {asked.name!r}", hint="try a surname alone, or search")
    if len(found) > 1:
        return {"items": [_short(record) for record in found], "is_ambiguous": True}
    whole = answers.actor(desk.book, found[0], Paged(as_of=asked.as_of, recorded=asked.recorded, limit=20), desk.today)
    beside = {
        name: [_short(record) for record in getattr(whole, name)] for name in ("statements", "positions", "commitments")
    }
    return {
        "items": [plain(whole.actor)],
        "beside": {"events": [_short(record) for record in whole.events.items], **beside},
        "meets": [{"actor": id, "events": n} for id, n in whole.meets],
        "names": dict(whole.names),
    }


def evidence(desk: Desk, asked: EvidenceAsked) -> dict[str, Any]:
    """Quotations with the text around them."""
    if asked.record is not None:
        found = answers.record(desk.book, asked.record, asked)
        if not isinstance(found, Resolved):
            raise UsageError(f"there is no record {asked.record!r}", hint="take an id out of timeline or search")
        places = [(told["document"], Span(*told["span"])) for told in plain(found)["evidence"]]
    elif asked.document is not None:
        places = [(asked.document, Span(asked.start, max(asked.start, asked.end)))]
    else:
        raise UsageError("evidence for what?", hint="give `record`, or `document` with `start` and `end`")
    return {"items": [_passage(desk, asked, *place) for place in dict.fromkeys(places)]}


def _passage(desk: Desk, asked: EvidenceAsked, document: str, span: Span) -> dict[str, Any]:
    source = answers.record(desk.book, document, asked)
    text = desk.book.document(source.document) if isinstance(source, Source) else None
    if text is None or not isinstance(source, Source) or span.end > len(text.text):
        raise UsageError(
            f"document {document!r} has no such place", hint="take document, start and end out of a record's evidence"
        )
    first, last = max(0, span.start - asked.around), min(len(text.text), span.end + asked.around)
    return {
        "source": without_paths(plain(source)),
        "span": [span.start, span.end],
        "before": text.text[first : span.start],
        "quote": span.of(text.text),
        "after": text.text[span.end : last],
    }


def read_text(desk: Desk, asked: TextAsked) -> dict[str, Any]:
    """What memcon reads in a text; nothing is kept."""
    read = desk.read(asked.record)
    told = to_contract(read.reading) if read.reading else failed_contract(read.ref, read.problems)
    return {"items": [told]}


def add_text(desk: Desk, asked: TextAsked) -> dict[str, Any]:
    """Reads a text and keeps it in the ledger."""
    added = desk.add(asked.record)
    return {"items": [{"outcome": added.outcome, "problems": plain(added.problems)}]}


def _page_of(page: answers.Page[Any]) -> dict[str, Any]:
    return {
        "items": [_listed(record) for record in page.items],
        "names": dict(page.names),
        "next": page.next,
        "unplaced": page.unplaced,
    }


def _listed(record: Resolved) -> dict[str, Any]:
    whole: Mapping[str, Any] = plain(record)
    return {name: value for name, value in whole.items() if name not in _BY_THE_WAY}


def _short(record: Any) -> Any:
    """What tells a record and where it stands, without all that is told of it."""
    told = plain(record)
    if not isinstance(told, dict):
        return told
    kept = {name: value for name, value in told.items() if name not in (*_BY_THE_WAY, "sources", "mentions", "ids")}
    return {**kept, **({"evidence": told["evidence"][:1]} if told.get("evidence") else {})}


TOOLS: tuple[Tool, ...] = (
    Tool(
        name="search",
        title="Search texts",
        says="Finds documents, statements, events or quotations that hold all of the words, and actors and channels of that name. Start here when you know words.",
        asked=SearchAsked,
        answer=search,
    ),
    Tool(
        name="timeline",
        title="Timeline of events",
        says="Lists engagements (meetings, calls, visits, signings, sanctions and more) in order of time, each with status, day, parties, place, agenda, outcome, sources and quotations.",
        asked=TimelineAsked,
        answer=timeline,
    ),
    Tool(
        name="event",
        title="One event",
        says="All about one event: each claim with who made it, its status history, where sources contradict each other, what was said, promised and held about it.",
        asked=IdAsked,
        answer=event,
    ),
    Tool(
        name="actor",
        title="One actor",
        says="A person, organization or state: offices over time, engagements, statements, positions, commitments, and whom it meets most.",
        asked=ActorAsked,
        answer=actor,
    ),
    Tool(
        name="positions",
        title="Who is for and against what",
        says="Lists stances (support, oppose, concern, reject, conditional, undecided) of actors on events, policies and others' acts, with the words that show them.",
        asked=ListAsked,
        answer=positions,
    ),
    Tool(
        name="commitments",
        title="Who undertook what",
        says="Lists promises and obligations with parties, instrument, deadline and what has come of them so far.",
        asked=ListAsked,
        answer=commitments,
    ),
    Tool(
        name="evidence",
        title="The words themselves",
        says="Shows quoted words in their text, with what stands before and behind them. Use it before you rely on a record.",
        asked=EvidenceAsked,
        answer=evidence,
    ),
    Tool(
        name="changes",
        title="What has changed",
        says="Lists what became otherwise of events since a day: announced, moved, held, corrected; told last first.",
        asked=ChangesAsked,
        answer=changes,
    ),
    Tool(
        name="read_text",
        title="Read a text",
        says="Reads an article that you give and returns the records in it with their offsets. Nothing is kept.",
        asked=TextAsked,
        answer=read_text,
    ),
)
"""The tools that only read."""

WRITING: tuple[Tool, ...] = (
    Tool(
        name="add_text",
        title="Add a text to the ledger",
        says="Reads an article that you give and keeps it in the ledger. Only there when the server was started with --allow-edit.",
        asked=TextAsked,
        answer=add_text,
        writes=True,
    ),
)


def answer(tool: Tool, desk: Desk, given: Mapping[str, Any]) -> dict[str, Any]:
    """The tool's answer to arguments as they came. Raises `MemconError`; pydantic's `ValidationError` for arguments that it does not take."""
    return without_paths(tool.answer(desk, tool.asked.model_validate(dict(given))))  # type: ignore[no-any-return]
