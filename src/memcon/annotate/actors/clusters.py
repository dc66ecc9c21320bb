"""Phrases that name one actor, gathered: the value that grows while a document is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from memcon.annotate.actors.phrases import Phrase
from memcon.domain.actors import Office
from memcon.lexicon.marks import marks_of

_ALIKE = {
    noun: frozenset(mark for mark in marks if mark.startswith("as:") or mark == "press")
    for noun, marks in marks_of("office_nouns").items()
}


@dataclass(slots=True)
class Cluster:
    """Phrases (by their place in the list of all phrases) that name one actor; grows while a document is read. `is_stated` says that the
    text states its country at one of them."""

    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    key: str | None = None
    phrases: list[int] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    is_stated: bool = False
    local: bool = False
    members: tuple[int, ...] = ()

    def take(self, n: int, phrase: Phrase) -> None:
        """Adds phrase number `n`."""
        self.phrases.append(n)
        if phrase.form in ("name", "acronym") or not self.names:
            self.names.append(phrase.name)
        self.offices.extend(phrase.offices)
        if phrase.title_head:
            self.heads.add(phrase.title_head)
        self.is_stated = self.is_stated or phrase.country is not None
        self.country = self.country or phrase.country or next((o.country for o in phrase.offices if o.country), None)
        self.sector = self.sector or phrase.sector

    def absorb(self, other: Cluster) -> None:
        """Takes over the phrases of `other`."""
        self.phrases += other.phrases
        self.names += other.names


def fit(one: str | None, two: str | None) -> bool:
    """Whether two states may be one: where both are told they are equal."""
    return one is None or two is None or one == two


def are_alike_titles(head: str, heads: Iterable[str]) -> bool:
    """Whether an office may be called by `head` and by one of `heads` ("chair" and "chairman")."""
    alike = _ALIKE.get(head, frozenset())
    return any(head == other or alike & _ALIKE.get(other, frozenset()) for other in heads)
