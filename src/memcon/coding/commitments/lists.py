"""Undertakings told as a list: bullets behind "The two sides agreed to:", and behind "The two ministers:" those whose own verb undertakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from memcon.coding.commitments.acts import subjects
from memcon.coding.commitments.duty import Duty
from memcon.coding.events.items import without_signs
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Sentence
from memcon.domain.documents import HEADINGS
from memcon.domain.labels import TENSED, VERBAL
from memcon.domain.rules import Rule
from memcon.lexicon import words

_OPENING = words("opening_a_list_of_duties")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line over a list, in a block of the text: by its verb of undertaking ("The two sides agreed to:"), or by whom it names ("The ministers:")."""

    word: int
    block: int
    is_verb: bool = False


def listed(index: TextIndex, rules: Sequence[Rule[..., Any]]) -> Iterator[Duty]:
    """One duty for each item behind a line that ends with a colon and whose verb undertakes, or that names who undertakes; the list ends at the next
    sentence with a subject and a finite verb of its own."""
    over: _Line | None = None
    for sentence in index.annotation.sentences:
        if (line := _line_over_a_list(index, sentence)) is not None:
            over = line
        elif over is None or (over.is_verb and sentence.block == over.block):
            continue
        elif sentence.kind in HEADINGS or _is_sentence(index, sentence):
            over = None
        else:
            by = _by_its_verb if over.is_verb else _by_own_verb
            yield from by(index, sentence, over.word, rules)


def _line_over_a_list(index: TextIndex, sentence: Sentence) -> _Line | None:
    """The line that a sentence is, where a list may stand below it."""
    if (verb := _opening(index, sentence)) is not None:
        return _Line(word=verb, block=sentence.block, is_verb=True)
    whose = _naming(index, sentence)
    return _Line(word=whose, block=sentence.block) if whose is not None else None


def _before_colon(index: TextIndex, sentence: Sentence) -> range:
    """The words of a line that ends with a colon, before it; none of another."""
    last = sentence.last - 1
    while last > sentence.first and index.tokens[last].pos == "SPACE":
        last -= 1
    return range(sentence.first, last) if index.tokens[last].text == ":" else range(0)


def _naming(index: TextIndex, sentence: Sentence) -> int | None:
    """Whoever a line names that ends with a colon and has no verb, such as "The two ministers:"."""
    inside = _before_colon(index, sentence)
    if any(index.tokens[i].pos in VERBAL for i in inside):
        return None
    return next((i for i in inside if i in index.mention_at and not index.mention_at[i].is_possessive), None)


def _by_its_verb(index: TextIndex, sentence: Sentence, verb: int, rules: Sequence[Rule[..., Any]]) -> Iterator[Duty]:
    """What an item tells is undertaken by the verb of the line over the list, where none of `rules` reads the item by itself."""
    item = _item(index, sentence)
    if item is not None and not any(r(index, item[0]) for r in rules):
        yield Duty(anchor=item[0], verb=verb, first=item[0], last=item[1], parties=subjects(index, verb))


def _by_own_verb(index: TextIndex, sentence: Sentence, whose: int, rules: Sequence[Rule[..., Any]]) -> Iterator[Duty]:
    """What the verb that begins an item undertakes, for those whom the line over the list names."""
    item = _item(index, sentence)
    verb = next((i for i in range(item[0], item[1]) if index.tokens[i].pos == "VERB"), None) if item else None
    duty = next((d for r in rules if (d := r(index, verb)) is not None), None) if verb is not None else None
    if duty is not None and not duty.parties and duty.anchor == verb:
        yield replace(duty, parties=(whose,))


def _opening(index: TextIndex, sentence: Sentence) -> int | None:
    """The verb of a line such as "The two sides agreed to:"."""
    return next((i for i in _before_colon(index, sentence) if index.tree.lemma(i) in _OPENING), None)


def _is_sentence(index: TextIndex, sentence: Sentence) -> bool:
    return any(
        index.tokens[i].tag in TENSED and index.tree.deps(i, "nsubj", "nsubjpass") and index.tokens[i].dep == "ROOT"
        for i in range(sentence.first, sentence.last)
    )


def _item(index: TextIndex, sentence: Sentence) -> tuple[int, int] | None:
    """The words of an item that begins with a verb, without its bullet."""
    first, last = without_signs(index, sentence.first, sentence.last - 1)
    while first <= last and not index.tokens[first].text[:1].isalnum():
        first += 1
    begins = next((i for i in range(first, min(first + 3, last + 1)) if index.tokens[i].pos == "VERB"), None)
    return (first, last) if begins is not None and first <= last else None
