"""Words with their analysis, and the time that a verb tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.domain.spans import Span

Time = Literal["past", "present", "future", "open"]
"""When something is told to be, seen from the speaker; `open` where no word tells."""
AHEAD: frozenset[Time] = frozenset({"future", "open"})
"""The times of what may lie ahead."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its analysis (Universal POS, Penn tag, ClearNLP dependency). `i` and `head` index `Annotation.tokens`; a root
    is its own head; `sentence` indexes `Annotation.sentences`. `entity` is the
    entity label (OntoNotes) with its IOB prefix ("B-PERSON", "I-PERSON") or ""."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
