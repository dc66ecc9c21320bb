"""All that was read from one document."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.readers import UNTOLD, ReaderName
from memcon.domain.records import (
    Channel,
    CodedAct,
    Commitment,
    Considered,
    Event,
    Position,
    Precedent,
    Process,
    Statement,
)
from memcon.domain.times import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document and the records it yields; what could not be read stands in `problems`. `codes` are the PLOVER rows of all acts, diplomatic or not; `considered` is everything that might be an event, kept
    or not, where the reader was asked for its reasons. `reader` is who read it."""

    document: Document
    times: tuple[Timex, ...] = ()
    actors: tuple[Actor, ...] = ()
    channels: tuple[Channel, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    processes: tuple[Process, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    codes: tuple[CodedAct, ...] = ()
    considered: tuple[Considered, ...] = ()
    problems: tuple[Problem, ...] = ()
    reader: ReaderName = UNTOLD
