"""The scene of a mention: this word for an event, in this clause, at this time. What every finder of `memcon.coding.events` is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.codebook import Kind, VerbFrame, load_codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import Interval
from memcon.domain.records import EventKind
from memcon.domain.tree import Tree

Relation = Literal["self", "object", "subject", "preposition", "attribute", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that names an event. `anchor` is its token, `first` to `last` (included) the words of a compound ("press conference")."""

    anchor: int
    first: int
    last: int
    kind: EventKind
    form: Literal["noun", "verb", "channel"]
    frame: VerbFrame | None = None
    channel: ChannelMention | None = None

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells of the event ("met")."""
        return self.form == "verb"

    @property
    def is_noun(self) -> bool:
        """Whether a noun that is no channel's name does ("a meeting", not "the Oslo Forum")."""
        return self.form == "noun"

    @property
    def is_channel(self) -> bool:
        """Whether the name of a channel does ("the Oslo Forum")."""
        return self.form == "channel"

    @property
    def meaning(self) -> Kind:
        """The table of its kind."""
        return load_codebook().kind(self.kind)

    @property
    def family(self) -> str:
        """The kinds that its event may be told as."""
        return self.meaning.family

    def has(self, trait: str) -> bool:
        """Whether its kind has one of the codebook's `TRAITS`."""
        return self.meaning.has(trait)

    def covers(self, i: int) -> bool:
        """Whether token `i` is one of its words."""
        return self.first <= i <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The place of a trigger in its sentence.

    `verb` carries the event noun in `relation` ("hold" talks: object; talks "took" place: subject; "met" at a forum: preposition), or is the
    trigger itself. `preposition` is the one before the noun. `governor` is a noun that the trigger hangs on ("speculation
    about a meeting"). `own` are the verbs that describe the noun ("scheduled for", "which was expected").
    """

    verb: int | None
    relation: Relation
    preposition: str | None = None
    governor: int | None = None
    own: tuple[int, ...] = ()

    @property
    def is_in_core(self) -> bool:
        """Whether the event is the subject, the object or what is said of the subject of its verb."""
        return self.is_argument or self.relation == "attribute"

    @property
    def is_argument(self) -> bool:
        """Whether the event is the subject or the object of its verb."""
        return self.relation in ("object", "subject")

    @property
    def is_done(self) -> bool:
        """Whether its verb is the event itself, or does it: "met", "held talks"."""
        return self.relation in ("self", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A trigger in its clause. `when` is the event's time where it was found; `former` are words that tell of the event as it was before what the
    sentence tells of it (`former_words`), `acts` verbs over it with a time and place of their own (`find_acts`), `others` the tokens of the nouns that
    name other events of the text."""

    index: TextIndex
    trigger: Trigger
    clause: Clause
    when: Interval | None = None
    former: frozenset[int] = frozenset()
    acts: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()

    @property
    def tree(self) -> Tree:
        return self.index.tree

    @property
    def anchor(self) -> int:
        """The token of the word that names the event."""
        return self.trigger.anchor

    @property
    def published(self) -> Interval | None:
        """When the document was published."""
        return self.index.published

    @property
    def in_title(self) -> bool:
        """Whether it stands in a headline, whose present tense tells nothing of time."""
        return self.index.is_heading(self.trigger.anchor)

    @property
    def verbs(self) -> tuple[int, ...]:
        """The carrying verb with its controllers, nearest first; empty without one."""
        verb = self.clause.verb
        return tuple(self.tree.controllers(verb)) if verb is not None else ()
