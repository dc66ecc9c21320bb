"""Items that a text lists: by bullets or in a row, behind a word that leads the list ("Key agenda items include: …", "The sides agreed:")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from memcon.coding.events.items import items
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import VERBAL
from memcon.domain.records import Phrase
from memcon.domain.spans import Span
from memcon.lexicon import words

_DISCUSSING = words("discussing")
_RESULTING = words("bringing_about_a_result")
_AGENDA_NOUNS = words("agenda_noun")
_LISTING = words("listing")
_LEADING = words("leading_an_agenda")
_BEING = words("being_on_an_agenda")
_PLACES = words("place_of_topics")
_PUT_FIRST = words("place_of_topics_put_first")
_BULLETS = re.compile(r"[▲△▶▷►◆◇■□●○•◦※‣⁃]|\(\d{1,2}\)|[①-⑳]|^[ \t]*(?:[-*+–]|\d{1,2}[.)])[ \t]+", re.M)
_TRIM = " \t\n\r,;:.·-–—"
_MAX_ITEMS = 40
_LEAD = 8
"""How many tokens of a sentence may stand before the word that leads its list."""


def items_on_agenda(index: TextIndex, sentence: int) -> list[Phrase]:
    """ "X, Y and Z were on the agenda", "X topped the agenda", "on the table were X and Y": what is told to be there."""
    s = index.annotation.sentences[sentence]
    told = (o for i in range(s.first, s.last) for o in _told_to_be_there(index, i))
    return [item for o in told if index.tokens[o].pos != "PRON" for item in items(index, o)]


def _told_to_be_there(index: TextIndex, i: int) -> list[int]:
    """What a clause tells to be on the agenda that is named at `i`."""
    tree, tokens = index.tree, index.tokens
    word, over = tree.lemma(i), tokens[i].head
    if word in _PLACES and tokens[i].dep == "dobj" and tree.lemma(over) in _LEADING and not index.is_denied(over):
        return tree.deps(over, "nsubj")
    if word not in _PUT_FIRST or tokens[i].dep != "pobj" or tree.lower(over) != "on":
        return []
    verb = tokens[over].head
    verb = verb if tokens[verb].pos in VERBAL else tokens[verb].head  # "high on the agenda"
    if tree.lemma(verb) not in _BEING or index.is_denied(verb):
        return []
    if i < verb:  # "on the table were X and Y"
        return [o for o in tree.deps(verb, "attr", "nsubj") if o > verb]
    said_of = (tree.deps(v, "nsubj", "nsubjpass") for v in tree.controllers(verb))  # "is expected to be on the agenda"
    return next((found for found in said_of if found), []) if word in _PLACES else []


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
