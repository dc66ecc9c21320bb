"""Words that no table has, which the encoder takes for the name of an event: "was at the table with", "put their names to".

The kind is the one that the encoder leans to most; who takes part is told by the place of the words in their clause, as for most verbs and nouns of
that kind. Whether it is a record is decided as for all others, with that feature among the reasons. Without the encoder there are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from memcon.codebook import Codebook
from memcon.codebook.kinds import usual_frame
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.meanings_of_acts import objects_of
from memcon.coding.events.scene import Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.leanings import OUTSIDE, Leanings
from memcon.domain.records import EventKind

LEAST = 0.4
"""The chance from which on a word is taken for an event's name: of the words that no table has and the encoder gives that much, three in five name an event of the
gold record, by an encoder that was not shown the document (docs/reference/model-card-encoder.md)."""

_HEADS = frozenset({"NOUN", "PROPN", "VERB"})


def leaned_triggers(
    index: TextIndex, codebook: Codebook, found: Sequence[Trigger], channels: Sequence[ChannelMention]
) -> Iterator[Trigger]:
    """The triggers beside those `found` by the codebook's words, one a run of words in a sentence."""
    leanings = index.annotation.leanings
    if leanings is None:
        return
    taken = {i for t in found for i in _words_of(index, t)} | {i for c in channels for i in range(c.first, c.last + 1)}
    hot = [i for i in range(len(index.tokens)) if _leans(index, leanings, i)]
    for run in _runs(index, hot):
        anchor = _anchor(index, run)
        if anchor is not None and taken.isdisjoint(run) and (kind := _kind(index, leanings, run, codebook)):
            yield _trigger(index, codebook, anchor, run, kind)


def _words_of(index: TextIndex, trigger: Trigger) -> Iterator[int]:
    """The trigger's words, and those that it needs beside them."""
    yield from range(trigger.first, trigger.last + 1)
    if trigger.frame is not None and trigger.frame.object_nouns:
        yield from objects_of(index.tree, trigger.anchor, trigger.frame)


def _leans(index: TextIndex, leanings: Leanings, i: int) -> bool:
    return max(leanings.over(index.span(i, i), "events"), default=0.0) >= LEAST


def _runs(index: TextIndex, hot: Sequence[int]) -> Iterator[list[int]]:
    """Words beside each other in one sentence."""
    for _, run in groupby(enumerate(hot), key=lambda each: (each[1] - each[0], index.tokens[each[1]].sentence)):
        yield [i for _, i in run]


def _anchor(index: TextIndex, run: Sequence[int]) -> int | None:
    """The noun that its verb carries ("threw a reception"), else the word on which the others hang."""
    tokens = [index.tokens[i] for i in run]
    nouns = [i for i, t in zip(run, tokens, strict=True) if t.pos in {"NOUN", "PROPN"} and t.dep != "compound"]
    tops = [i for i, t in zip(run, tokens, strict=True) if t.pos in _HEADS and (t.head not in run or t.head == i)]
    return next(iter([*nouns[-1:], *tops]), None)


def _kind(index: TextIndex, leanings: Leanings, run: Sequence[int], codebook: Codebook) -> EventKind | None:
    """The kind that the encoder leans to most over all the words."""
    span = index.span(run[0], run[-1])
    chances = {
        name: sum(leanings.over(span, "events", (name,)))
        for name in leanings.chances["events"]
        if name != OUTSIDE and name in codebook.kinds
    }
    return max(chances, key=lambda name: chances[name], default=None)


def _trigger(index: TextIndex, codebook: Codebook, anchor: int, run: Sequence[int], kind: EventKind) -> Trigger:
    is_verb = index.tokens[anchor].pos == "VERB"
    first, last = (anchor, anchor) if is_verb else (run[0], max(run[-1], anchor))
    frame = usual_frame(codebook.kind(kind), index.tokens[anchor].lemma.lower()) if is_verb else None
    return Trigger(
        anchor=anchor, first=first, last=last, kind=kind, form="verb" if is_verb else "noun", frame=frame, is_leaned=True
    )

