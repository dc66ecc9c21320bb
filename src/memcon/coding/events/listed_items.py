"""Items that a text lists: by bullets or in a row, behind a word that leads the list ("Key agenda items include: …", "The sides agreed:")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from memcon.coding.events.items import items
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Phrase
from memcon.domain.spans import Span
from memcon.lexicon import words

_DISCUSSING = words("discussing")
_RESULTING = words("bringing_about_a_result")
_AGENDA_NOUNS = words("agenda_noun")
_LISTING = words("listing")
_BULLETS = re.compile(r"[▲△▶▷►◆◇■□●○•◦※‣⁃]|\(\d{1,2}\)|[①-⑳]|^[ \t]*(?:[-*+–]|\d{1,2}[.)])[ \t]+", re.M)
_TRIM = " \t\n\r,;:.·-–—"
_MAX_ITEMS = 40
_LEAD = 8
"""How many tokens of a sentence may stand before the word that leads its list."""


def items_on_agenda(index: TextIndex, sentence: int) -> list[Phrase]:
    """ "X, Y and Z were on the agenda": the subjects."""
    s, tree = index.annotation.sentences[sentence], index.tree
    for i in range(s.first, s.last):
        on = index.tokens[i].head
        if tree.lemma(i) == "agenda" and index.tokens[i].dep == "pobj" and tree.lower(on) == "on":
            verb = index.tokens[on].head
            if tree.lemma(verb) == "be":
                return [item for o in tree.deps(verb, "nsubj") for item in items(index, o)]
    return []


def find_listed_agenda(index: TextIndex, sentence: int) -> tuple[Phrase, ...]:
    """The items of a sentence that lists an agenda: "Key agenda items include: ▲… ▲…", "Topics were X, Y and Z"."""
    s = index.annotation.sentences[sentence]
    head = next((i for i in range(s.first, min(s.last, s.first + _LEAD)) if _leads_list(index, i, s.last)), None)
    if head is None:
        return ()
    return tuple(_bulleted(index, head, sentence)) or tuple(_enumerated(index, head, s.last))


def find_listed_results(index: TextIndex, sentence: int) -> tuple[Phrase, ...]:
    """The bullets behind "The two sides agreed:"."""
    s = index.annotation.sentences[sentence]
    for i in range(s.first, s.last - 1):
        if index.tree.lemma(i) in _RESULTING and any(
            index.tokens[j].text == ":" for j in range(i + 1, min(i + 5, s.last))
        ):
            return tuple(_bulleted(index, i, sentence))
    return ()


def _leads_list(index: TextIndex, i: int, last: int) -> bool:
    """Whether a word leads a list of topics: "agenda items", or a verb of discussing before a colon ("The ministers discussed:")."""
    is_colon = i + 1 < last and index.tokens[i + 1].text == ":"
    return index.tree.lower(i) in _AGENDA_NOUNS or (is_colon and index.tree.lemma(i) in _DISCUSSING)


def _bulleted(index: TextIndex, head: int, sentence: int) -> Iterator[Phrase]:
    end = _list_end(index, sentence)
    bullets = list(_BULLETS.finditer(index.text, index.tokens[head].end, end))
    for (_, begin), (until, _) in pairwise(
        [*(m.span() for m in bullets[: _MAX_ITEMS + 1]), (end, end)][: _MAX_ITEMS + 1]
    ):
        if (found := _trimmed(index.text, begin, until)) is not None:
            yield found


def _enumerated(index: TextIndex, head: int, last: int) -> Iterator[Phrase]:
    verb = next((i for i in range(head, last) if index.tree.lemma(i) in _LISTING), None)
    for o in index.tree.deps(verb, "dobj", "attr") if verb is not None else ():
        yield from items(index, o)


def _list_end(index: TextIndex, sentence: int) -> int:
    """Where a bulleted list ends: at the end of its block, since a bullet may start a sentence of its own for the parser."""
    sentences = index.annotation.sentences
    last = sentence
    while last + 1 < len(sentences) and sentences[last + 1].block == sentences[sentence].block:
        following = sentences[last + 1]
        # the line before may hold the bullet that leads the next sentence
        if not _BULLETS.search(index.text, max(0, sentences[last].span.end - 2), following.span.start + 3):
            break
        last += 1
    return sentences[last].span.end


def _trimmed(text: str, start: int, end: int) -> Phrase | None:
    """What stands from `start` to `end` without the signs around it, and without an "and" that leads on."""
    start, end = _without_signs(text, start, end)
    if text[start:end].endswith(" and"):
        start, end = _without_signs(text, start, end - len(" and"))
    return Phrase(text=text[start:end], span=Span(start, end)) if end > start else None


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end
