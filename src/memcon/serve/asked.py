"""What can be asked in an address: the same filters as the command line's options, checked and bounded. Empty fields of a form ask nothing."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from memcon.codebook import load_codebook
from memcon.domain.actors import ActorKind
from memcon.domain.records import CommitmentStatus, Stance, Verdict
from memcon.errors import UsageError

PAGE, MOST = 50, 200
"""Records on a page unless more are asked for, and the most that can be."""

LONGEST_TEXT = 200_000
"""Code points of a text that is read while somebody waits."""


def _given(value: Any) -> Any:
    """None for an empty field. Raises `ValueError` for characters that no name or word has."""
    if not isinstance(value, str):
        return value
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        raise ValueError("control characters can't be asked for")
    return value.strip() or None


Words = Annotated[Annotated[str, StringConstraints(max_length=300)] | None, BeforeValidator(_given)]
Day = Annotated[
    Annotated[str, StringConstraints(max_length=40)] | None,
    BeforeValidator(_given),
    Field(examples=["2025-11-03", "2025-11", "2025"]),
]
Id = Annotated[Annotated[str, StringConstraints(max_length=120)] | None, BeforeValidator(_given)]
PathId = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[A-Za-z0-9_.:#-]+$")]
Limit = Annotated[Annotated[int, Field(ge=1, le=MOST)] | None, BeforeValidator(_given)]


class Point(BaseModel):
    """The point on each clock from which is looked: as had been `published`, and as the ledger had `recorded`."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    as_of: Day = Field(
        default=None, description="Only what had been published by this day: what could be known then (EDTF)."
    )
    recorded: Day = Field(default=None, description="Only what this ledger held at this time (UTC instant or EDTF).")

    @property
    def point(self) -> dict[str, Any]:
        """As the queries take it."""
        return {"published": self.as_of, "recorded": self.recorded}


class Paged(Point):
    """A page of a list."""

    after: Id = Field(default=None, description="Go on behind this record: the last one of the page before.")
    limit: Limit = Field(default=None, description=f"Records on the page.  [default: {PAGE}]")

    @property
    def size(self) -> int:
        return self.limit or PAGE


class TimelineAsked(Paged):
    """Events."""

    since: Day = Field(default=None, description="Events that may fall on this day or later.")
    until: Day = Field(default=None, description="Events that may fall on this day or earlier.")
    actor: Words = Field(
        default=None,
        description="A name or an id of somebody who takes part; several with ; between them: all of them.",
    )
    channel: Words = Field(default=None, description="A name or an id of the channel.")
    country: Words = Field(default=None, description="A country by name or code: a party's, or the place's.")
    about: Words = Field(default=None, description="Words of the label, the agenda or the outcome.")
    process: Id = Field(default=None, description="The id of a process: events about it.")
    kind: Words = Field(default=None, description="A kind of event.")
    status: Words = Field(default=None, description="How it stands now.")
    order: Annotated[Literal["time", "newest"] | None, BeforeValidator(_given)] = Field(
        default=None, description="By its own time, or those told last first."
    )

    def model_post_init(self, _: Any) -> None:
        book = load_codebook()
        _check("kind", self.kind, book.kind_names)
        _check("status", self.status, book.statuses.entries)


class StatementsAsked(Paged):
    """Statements."""

    since: Day = Field(default=None, description="Said on this day or later.")
    until: Day = Field(default=None, description="Said on this day or earlier.")
    speaker: Words = Field(default=None, description="A name or an id, or words for the speaker.")
    about: Words = Field(default=None, description="Words of the content, or what it is about by words or id.")
    order: Annotated[Literal["oldest", "newest"] | None, BeforeValidator(_given)] = Field(
        default=None, description="By when it was said or published, the latest last or first."
    )


class ListAsked(Paged):
    """Positions, commitments, processes, claims of precedent or channels."""

    since: Day = Field(default=None, description="First published on this day or later.")
    until: Day = Field(default=None, description="First published on this day or earlier.")
    actor: Words = Field(
        default=None,
        description="A name or an id of who holds, undertakes, assesses or takes part; several with ; between them: all of them.",
    )
    about: Words = Field(default=None, description="Words of it or of what it is about, or that record's id.")
    order: Annotated[Literal["oldest", "newest"] | None, BeforeValidator(_given)] = Field(
        default=None, description="By the first publication, the latest first or last; channels stand by name."
    )
    stance: Annotated[Stance | None, BeforeValidator(_given)] = Field(
        default=None, description="Positions: only these."
    )
    status: Annotated[CommitmentStatus | None, BeforeValidator(_given)] = Field(
        default=None, description="Commitments: only what has come so far."
    )
    verdict: Annotated[Verdict | None, BeforeValidator(_given)] = Field(
        default=None, description="Claims of precedent: only those of which the ledger holds this."
    )


class SearchAsked(Point):
    """Words in documents, statements, events or quotations."""

    words: Words = Field(default=None, alias="q", description="Words that a text holds, all of them, in any form.")
    where: Annotated[Literal["documents", "statements", "events", "quotations"] | None, BeforeValidator(_given)] = (
        Field(default=None, alias="in", description="What to look in.  [default: documents]")
    )
    since: Day = Field(default=None, description="Published on this day or later.")
    until: Day = Field(default=None, description="Published on this day or earlier.")
    publisher: Words = Field(default=None, description="Published by somebody whose name has this in it.")
    skip: Annotated[int, Field(ge=0, le=10_000)] = Field(default=0, description="Leave out the best so many.")
    limit: Limit = Field(default=None, description="Hits on the page.  [default: 20]")


class DocumentsAsked(Paged):
    """Documents, newest first."""

    words: Words = Field(
        default=None, alias="q", description="Words of the title, the publisher or the address, as they stand."
    )


Kind = Annotated[ActorKind | None, BeforeValidator(_given)]


class ActorsAsked(Point):
    """Actors."""

    name: Words = Field(default=None, description="Whole words of a name.")
    kind: Kind = Field(default=None, description="Only persons, organizations, states or groups.")


class NetworkAsked(Point):
    """Who meets whom."""

    since: Day = Field(default=None, description="Events that may fall on this day or later.")
    until: Day = Field(default=None, description="Events that may fall on this day or earlier.")
    actor: Words = Field(default=None, description="Only events in which this one takes part.")
    kind: Kind = Field(default=None, description="Only persons, organizations or states.")
    most: Annotated[Annotated[int, Field(ge=2, le=60)] | None, BeforeValidator(_given)] = Field(
        default=None, description="Actors shown.  [default: 24]"
    )


class ReviewAsked(Point):
    """Pairs in doubt."""

    kind: Annotated[Literal["events", "persons", "processes"] | None, BeforeValidator(_given)] = Field(
        default=None, description="Of which kind."
    )
    skip: Annotated[int, Field(ge=0, le=1_000)] = Field(default=0, description="Leave out the first so many.")
    done: Id = Field(default=None, description="The judgement that was made just now.")


class ChangesAsked(Point):
    """What has become otherwise of events."""

    since: Day = Field(default=None, description="After this day or instant.")
    clock: Annotated[Literal["published", "recorded"] | None, BeforeValidator(_given)] = Field(
        default=None, description="By when sources came out, or by when the ledger got them.  [default: published]"
    )
    limit: Limit = Field(default=None, description=f"Changes at most.  [default: {PAGE}]")


def _check(name: str, given: str | None, known: Any) -> None:
    if given is not None and given not in known:
        raise UsageError(f"{given!r} is no {name}", hint=f"it is one of {', '.join(known)}")


CHOICES: dict[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "status": get_args(CommitmentStatus),
    "verdict": get_args(Verdict),
    "actor": get_args(ActorKind),
}
"""Words of closed lists that filters choose from."""
