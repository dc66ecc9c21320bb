"""The scene of a mention: this word for an event, in this clause, at this time. What every finder of `memcon.coding.events` is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.coding.events.clauses import Clause
from memcon.coding.events.triggers import Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import Interval
from memcon.domain.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A trigger in its clause. `when` is the event's time where it was found; `former` are words that tell of the event as it was before what the
    sentence tells of it (`former_words`), `acts` verbs over it with a time and place of their own (`find_acts`)."""

    index: TextIndex
    trigger: Trigger
    clause: Clause
    when: Interval | None = None
    former: frozenset[int] = frozenset()
    acts: frozenset[int] = frozenset()

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
