"""Who is the same in other documents, as far as a name tells: the first rules, until records are compared by more than their names.

A rule gives an actor, event or process the id of its name: a hash that is the same in every document and belongs to no record of its own. What is judged is
"this actor is the bearer of that name", one judgement a document. So two documents need not know of each other: nothing is looked up, the
order of adding does not matter, and what one document takes back parts no others. A person who says `different` goes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from memcon.domain.actors import Actor
from memcon.domain.entries import RULE, Judgement, judgement
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.records import Event
from memcon.resolve.issues import Issue, issues_of

Named = Actor | Event | Issue
"""What a rule gives a name: an actor, an event, and what of a process may be told by other documents too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRule:
    """A rule of sameness. `version` counts up when it comes to join others than before; `why` is the reason that its judgements give;
    `name_of` gives the id of a record's name, None for a record that it says nothing of."""

    name: str
    version: int
    why: str
    name_of: Callable[[Named], str | None]

    @property
    def by(self) -> str:
        return f"{RULE}{self.name}@{self.version}"


def _name_of_actor(record: Named) -> str | None:
    if not isinstance(record, Actor) or record.key is None:
        return None
    if record.kind == "state":
        return content_id("actor", "state", record.key)
    return content_id("actor", record.kind, record.key, record.country or "")


def _name_of_meeting(record: Named) -> str | None:
    """A number or a year of a channel. A session whose own id all documents share needs no judgement."""
    if not isinstance(record, Event) or record.channel is None:
        return None
    told = record.ordinal if record.ordinal is not None else f"year {record.year}" if record.year else None
    name = None if told is None else content_id("event", record.channel.id, told)
    return None if name == record.id else name


def _name_of_issue(record: Named) -> str | None:
    return record.id if isinstance(record, Issue) else None


RULES: tuple[NameRule, ...] = (
    NameRule(name="same-name", version=1, why="equal kind, name and country", name_of=_name_of_actor),
    NameRule(
        name="same-meeting", version=1, why="equal channel, and equal number or year in it", name_of=_name_of_meeting
    ),
    NameRule(name="same-issue", version=1, why="equal sort, sides and words, told in one year", name_of=_name_of_issue),
)


def judge_names(reading: Reading) -> tuple[Judgement, ...]:
    """For each record of `reading` that a rule knows by name: the judgement that it is the bearer of it. `subjects` are the id of the name,
    then the record's."""
    document = reading.document
    bodies = {actor.id: name for actor in reading.actors if (name := _name_of_actor(actor)) is not None}
    issues = issues_of(reading.processes, reading.actors, bodies, document.text, document.published)
    records: dict[str, Named] = {a.id: a for a in reading.actors}
    records.update({e.id: e for e in reading.events})
    records.update(issues)
    found = (
        judgement("same", (name, id), by=rule.by, why=rule.why)
        for id, record in records.items()
        for rule in RULES
        if (name := rule.name_of(record)) is not None
    )
    return tuple({judged.id: judged for judged in found}.values())


def is_of_a_name(judged: Judgement) -> bool:
    """Whether a rule of names made it, of this version or another."""
    name, _, version = judged.by.partition("@")
    return judged.kind == "same" and name in _NAMES and version.isdecimal()


def names_of(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Each record that `judgements` give a name, with the id of the name."""
    return {judged.subjects[1]: judged.subjects[0] for judged in judgements if is_of_a_name(judged)}


_NAMES = frozenset(f"{RULE}{rule.name}" for rule in RULES)
