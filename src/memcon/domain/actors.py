"""Who acts: persons, organizations, states and groups, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from memcon.domain.claimed import ITSELF, Claimed
from memcon.domain.spans import Evidence, Span

ActorKind = Literal["person", "organization", "state", "group"]
BODIES: frozenset[ActorKind] = frozenset({"state", "organization"})
"""The kinds of actors that are one body and no persons."""
MentionForm = Literal["name", "title", "pronoun", "metonym", "acronym", "nominal", "sides"]
"""How a mention names its actor: by proper `name` (with or without title), by `title` and surname or title alone ("Minister Ahn", "the
minister"), by `pronoun`, by `metonym` ("Seoul" for the government), by `acronym`, by common noun phrase (`nominal`: "sources", "the
ministry"), or as the `sides` of a dealing ("both countries", "the two defense ministers")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld:
    """An office that a person holds: "acting U.S. Ambassador to South Korea".

    `title` is the office's wording without the person; `country` the alpha-3 code of the state it serves; `organization` the body it
    belongs to as named; `qualifier` is `former`, `acting`, `designate`, `deputy` or None as stated.
    """

    title: str
    country: str | None = None
    organization: str | None = None
    qualifier: str | None = None

    @property
    def wording(self) -> str:
        """The title with its qualifier, which is not said twice ("first deputy director")."""
        if self.qualifier is None or self.qualifier in self.title.lower().split():
            return self.title
        return f"{self.qualifier} {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(OfficeHeld):
    """An office where a text gives it to a person."""

    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFacts:
    """What one document tells of an actor in the same form as all documents do together."""

    id: str
    name: Annotated[str, Claimed("the fullest name; the longest one claimed is shown")]
    kind: Annotated[ActorKind, Claimed("what it is")]
    country: Annotated[str | None, Claimed("its country, ISO 3166 alpha-3")] = None
    sector: Annotated[str | None, Claimed("its PLOVER sector: GOV, MIL, IGO …")] = None
    aliases: Annotated[tuple[str, ...], Claimed("another name", name="alias", evidence="mention")] = ()
    members: Annotated[
        tuple[str, ...], Claimed("who is in the group, where told", name="member", ids=(ITSELF,), names="actor")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(ActorFacts):
    """Someone or something that acts, as one document shows it.

    `name` is the fullest name that the document gives; `country` an ISO 3166 alpha-3 code or None when open; `sector` a PLOVER
    sector (GOV, MIL, IGO …) or None. `offices` are all the offices stated, the current one first. `members` are the ids of the
    actors in a group, where they can be told ("the two ministers"). `mentions` is where it is named; the ledger doesn't keep them. `key` is
    the name as other documents may know it, over spellings (for a state its code); None for an actor without a name, who is known by a
    place in this document alone.
    """

    offices: Annotated[tuple[Office, ...], Claimed("an office it holds", name="office", evidence="own")] = ()
    mentions: tuple[Span, ...] = ()
    key: str | None = None

    @property
    def is_human(self) -> bool:
        """Whether it is a person, or people."""
        return self.kind in ("person", "group")

    @property
    def office(self) -> str | None:
        """The current (else the first stated) office's title with its qualifier, as the text words it."""
        return self.offices[0].wording if self.offices else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the text names actors. `actors` are ids: one, or several for `sides` ("the two defense ministers").

    `span` covers the whole phrase with title and apposition ("acting U.S. Ambassador to South Korea Kevin Kim"), `head` the name or
    noun at its core; `head_token` is the index, in the annotation's tokens, of the syntactic head. `is_possessive` when the phrase carries 's.
    """

    span: Span
    head: Span
    head_token: int
    form: MentionForm
    actors: tuple[str, ...]
    office: str | None = None
    is_possessive: bool = False

    @property
    def is_by_office(self) -> bool:
        """Whether common words or a title alone name the actor."""
        return self.form in ("nominal", "title")
