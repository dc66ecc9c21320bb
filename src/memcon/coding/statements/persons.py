"""Whether "he" or "she" that nobody's mention resolves can be only one person: whoever spoke last, where nobody else is named who may be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.annotation import AttributionRelation
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_SEXES: dict[str, frozenset[str]] = {
    sex: marked("office_nouns", sex) | marked("honorifics", sex) | words(f"{sex}_pronouns")
    for sex in ("male", "female")
}
"""Words in the mentions of a person → the sex that they tell."""

_REACH = 2000
"""How many code points before a pronoun are looked through at most: in a text of one long paragraph this bounds the time."""


class Persons:
    """Look-ups of the persons of one document by the place where they are named."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index

    def is_only(self, speaker: str | None, last: AttributionRelation, relation: AttributionRelation) -> bool:
        """Whether `speaker` of the relation `last` is the only person whom the pronoun of `relation` can mean: of those named since the beginning
        of the block of `last`, which is the same one or the one before."""
        first, here = (self._index.inside(r.cue[0]) for r in (last, relation))
        if speaker is None or not len(first) or not len(here):
            return False
        before, now = (self._index.sentence(i[0]) for i in (first, here))
        if now.block - before.block > 1:
            return False
        pronoun = relation.source[0]
        start = max(min(self._openings[before.block], last.source[0].start), pronoun.start - _REACH)
        sex = next(s for s, told in _SEXES.items() if pronoun.of(self._index.text).lower() in told)
        told = {speaker, *self._named(start, pronoun.start)}
        return {a for a in told if self._sexes.get(a, sex) == sex} == {speaker}

    @cached_property
    def _openings(self) -> dict[int, int]:
        """Where each block begins."""
        found: dict[int, int] = {}
        for sentence in self._index.annotation.sentences:
            found.setdefault(sentence.block, sentence.span.start)
        return found

    def _named(self, start: int, end: int) -> Iterator[str]:
        """The ids of the persons whom mentions between two offsets name, each of several too."""
        known = self._index.annotation.actor_by_id
        for mention in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            yield from (a for a in self._index.annotation.opened(mention.actors) if known[a].kind == "person")

    @cached_property
    def _mentions(self) -> list[Mention]:
        return sorted(self._index.annotation.mentions, key=lambda m: m.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self._mentions]

    @cached_property
    def _sexes(self) -> dict[str, str]:
        """The sex of each person whose mentions tell one: by a pronoun, an honorific or an office; none where they tell both."""
        told: dict[str, set[str]] = {}
        for mention in self._mentions:
            if len(mention.actors) == 1:
                spoken = {self._index.tree.lower(i) for i in self._index.inside(mention.span)}
                told.setdefault(mention.actors[0], set()).update(s for s, them in _SEXES.items() if spoken & them)
        return {actor: next(iter(sexes)) for actor, sexes in told.items() if len(sexes) == 1}
