"""What is asked of the mentions of one event that may be worth a record: one occasion of public business, told as one.

What each kind of event needs stands in its table of the codebook, as names of the `QUESTIONS` here. The answers decide nothing by themselves: they are
features of `memcon.coding.events.keeping`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.codebook import Codebook, Kind, StatusEntry, load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.officials import is_official
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.rules import rule


def told_by(index: TextIndex, cluster: Cluster) -> Told:
    """What the mentions of `cluster` tell, to be asked about."""
    return Told(cluster.mentions, index.annotation.actor_by_id, load_codebook())


@dataclass(frozen=True)
class Told:
    """What the mentions of one event tell, with the document's actors by id."""

    mentions: Sequence[EventMention]
    actors: dict[str, Actor]
    codebook: Codebook

    @property
    def kind(self) -> Kind:
        return self.codebook.kind(self.mentions[0].trigger.kind)

    @cached_property
    def parties(self) -> list[Actor]:
        """Whoever takes part or says no to it."""
        ids = {p.actor for m in self.mentions for p in m.participants if p.role != "absent"}
        return [a for i in ids if (a := self.actors.get(i)) is not None]

    @cached_property
    def statuses(self) -> list[StatusEntry]:
        return [self.codebook.statuses.of(m.status.status) for m in self.mentions if m.status is not None]

    @property
    def size(self) -> int:
        """How many take part, the members of groups one by one."""
        return sum(max(1, len(a.members)) for a in self.parties)

    @property
    def only(self) -> Actor | None:
        """The party, where there is but one, of one member."""
        return self.parties[0] if self.size == 1 else None


# --- whatever its kind -----------------------------------------------------------------------------------------------------


@rule(
    yes=["The 12th Nordic Security Dialogue will take place in Oslo on May 20."],
    no=["A dialogue will take place in Oslo on May 20."],
)
def _session(told: Told) -> bool:
    """A numbered session of which anything is told."""
    is_session = any(m.trigger.channel is not None and m.trigger.channel.is_session for m in told.mentions)
    return is_session and bool(told.statuses or told.parties or _setting(told))


@rule(
    yes=["The Nordic Security Dialogue will take place in Oslo on May 20."],
    no=["The International Conference will be long."],
)
def _of_a_channel(told: Told) -> bool:
    """A channel with a name of its own, and whether it meets."""
    return any(
        m.status is not None and m.trigger.channel is not None and not m.trigger.channel.is_common
        for m in told.mentions
    )


WHATEVER_KIND = (_session, _of_a_channel)


# --- parties that deal with each other ---------------------------------------------------------------------------------------


@rule(
    yes=["President Maria Soto met Chancellor Uwe Brandt."],
    no=["The parliament of Norway met."],
)
def _several(told: Told) -> bool:
    """Two or more take part."""
    return told.size > 1


@rule(
    yes=["President Maria Soto ruled out a meeting."],
    no=["President Maria Soto wants a meeting."],
)
def _refused_by_one(told: Told) -> bool:
    """One says no to it."""
    return told.size == 1 and any(s.is_refused for s in told.statuses)


@rule(
    yes=[
        "The ministers of Norway met in Oslo on Monday.",
        "Met with King Harald of Norway in Oslo.",
        "Informal meeting with President Maria Soto.",
    ],
    no=["The Norwegian Parliament met in Oslo on Monday."],
)
def _with_unnamed_others(told: Told) -> bool:
    """One is several ("the ministers"), or the other side has no name."""
    only = told.only
    if only is None or _is_closed_body(only):
        return False
    return only.kind == "group" or any(m.is_elliptic or m.has_unnamed_party for m in told.mentions)


@rule(
    yes=["President Maria Soto attended a meeting in Oslo on Monday."],
    no=["President Maria Soto met in Oslo on Monday.", "The Norwegian Parliament held a meeting in Oslo on Monday."],
)
def _occasion_of_one(told: Told) -> bool:
    """A noun tells of the occasion, and its time or place is told."""
    is_noun = any(not m.trigger.is_verb for m in told.mentions)
    return told.only is not None and not _is_closed_body(told.only) and is_noun and _setting(told)


DEALINGS = (_several, _refused_by_one, _with_unnamed_others, _occasion_of_one)


def _is_closed_body(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "organization" and actor.sector != "IGO"


# --- what a kind may need ----------------------------------------------------------------------------------------------------


@rule(yes=["President Maria Soto met Chancellor Uwe Brandt."], no=["A headline tells: Soto meets Brandt."])
def _status(told: Told) -> bool:
    """It is told whether it happens."""
    return bool(told.statuses)


@rule(
    yes=["The joint drill of Norway and Finland in March was called off."],
    no=[
        "The joint drill of Norway and Finland in March was held.",
        "Norway refused to hold a joint drill with Finland.",
    ],
)
def _undone(told: Told) -> bool:
    """It is told to be cancelled, put off or to have come to nothing."""
    return any(s.is_undone for s in told.statuses)


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt in Vienna.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday.",
    ],
    no=["President Maria Soto met Chancellor Uwe Brandt."],
)
def _setting(told: Told) -> bool:
    """It has a time or a place."""
    return any(m.when is not None or m.place is not None for m in told.mentions)


@rule(yes=["President Maria Soto attended a summit."], no=["A summit took place on Monday."])
def _party(told: Told) -> bool:
    """Somebody takes part."""
    return bool(told.parties)


@rule(
    yes=["President Maria Soto visited Germany with Minister Rita Lang."],
    no=["President Maria Soto visited Germany."],
)
def _parties(told: Told) -> bool:
    """Two or more take part."""
    return len(told.parties) > 1


@rule(
    yes=["President Maria Soto met Chancellor Uwe Brandt.", "Norway met Finland."],
    no=["The singer Ola Moe met the singer Kari Lie."],
)
def _official(told: Told) -> bool:
    """A state, somebody in office or an official body takes part."""
    return any(is_official(a) for a in told.parties)


@rule(
    yes=["President Maria Soto visited Germany.", "President Maria Soto declined to visit Germany."],
    no=["Germany awaits a visit on Monday."],
)
def _doer(told: Told) -> bool:
    """It is told who does it, or who says no to it."""
    return any(p.role == told.kind.role or p.role == "declined" for m in told.mentions for p in m.participants)


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt.",
        "President Maria Soto attended a meeting in Oslo on Monday.",
    ],
    no=["The Norwegian Parliament met in Oslo on Monday."],
)
def _dealing(told: Told) -> bool:
    """Parties deal with each other."""
    return any(dealing(told) for dealing in DEALINGS)


@rule(
    yes=["Anna Lind, of Oslo, to be Ambassador of Norway to Peru."],
    no=["Anna Lind, of Oslo, visited Peru."],
)
def _office(told: Told) -> bool:
    """Its words are such as need an office of diplomacy or security to be told."""
    frames = (m.trigger.frame for m in told.mentions)
    return told.kind.done.needs_office or any(f is not None and f.needs_office for f in frames)


QUESTIONS = (_status, _undone, _setting, _party, _parties, _official, _doer, _dealing, _office)
"""What a table of the codebook may ask for, by name."""
