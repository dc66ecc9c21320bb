"""Participants whom a list names, a line for each, behind a colon: "The summit was attended by:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.coding.events.roles import Found, each, is_person, own_role
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import FINITE
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.lexicon import words

_TAKING_PART = words("taking_part_too")
_LINE = re.compile(r"[^\n]+")
_SIGN = re.compile(r"\s*(?:[^\w\s\"“]+|\d{1,2}[.)])?\s*")
"""What may stand before the words of a line: a bullet, a dash, a number."""
_MOST_LINES = 40


@rule(
    yes=[
        "The summit in Lima was attended by:\n\n- President Maria Soto of Peru\n- Chancellor Uwe Brandt of Germany → participant",
        "The summit in Lima was attended by:\n\nPeru – President Maria Soto\n\nGermany – Chancellor Uwe Brandt → participant",
    ],
    no=[
        "The summit in Lima was attended by:\n\nPresident Maria Soto praised the hosts.",
        "The summit in Lima was praised by:\n\n- President Maria Soto of Peru",
    ],
)
def listed_behind(scene: Scene) -> Iterator[Found]:
    """Who stands in the lines behind the colon that ends what is told of those who attended."""
    colon = _colon_behind_attending(scene)
    role = own_role(scene)
    if colon is None or role is None:
        return
    lines = _LINE.finditer(scene.index.text, scene.index.tokens[colon].end)
    for n, line in enumerate(lines):
        named = _named_in(scene.index, *line.span())
        if not named or n == _MOST_LINES:
            return
        yield from each(role, named)


def _colon_behind_attending(scene: Scene) -> int | None:
    """The colon right behind "attended by"."""
    tree, sentence = scene.tree, scene.index.sentence(scene.anchor)
    colon = next((i for i in range(scene.anchor, sentence.last) if tree.lower(i) == ":"), None)
    if colon is None:
        return None
    told = range(scene.anchor + 1, colon)
    is_attended = tree.lower(colon - 1) == "by" and any(tree.lemma(i) in _TAKING_PART for i in told)
    return colon if is_attended else None


def _named_in(index: TextIndex, start: int, end: int) -> list[Mention]:
    """The persons whom a line names, else whom it begins with; none where it begins otherwise or goes on to tell something."""
    sign = _SIGN.match(index.text, start, end)
    begin = sign.end() if sign is not None else start
    tokens = index.inside(Span(begin, end))
    if not tokens or tokens[0] not in index.mention_at or any(index.tokens[i].tag in FINITE for i in tokens):
        return []
    named = list({id(m): m for i in tokens if (m := index.mention_at.get(i)) is not None}.values())
    return [m for m in named if is_person(index, m)] or named[:1]
