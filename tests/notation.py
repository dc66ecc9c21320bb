"""Sentences with marks, as annotations: for tests of what comes after language analysis, without a language model.

    read("[person:Ann Example|CAN] met [state:Peru|PER] officials [time:on Tuesday=2025-11-04].")

A mark is `[label:words]`. The labels `person organization state group` make an actor with a mention (`|` and an alpha-3 code give
its country; the same words are the same actor); `time` makes a time expression (`=` and an EDTF string give its value); any other
label only marks its words, to be found in `spans`. Tokens are words and signs; every sentence is one block; there is no syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from memcon.domain.actors import Actor, ActorKind, Mention
from memcon.domain.annotation import Annotation, Sentence, Token
from memcon.domain.documents import Block, Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.domain.times import Timex

_MARK = re.compile(r"\[(\w+):([^\[\]|=]+)(?:\|([A-Z]{3}))?(?:=([^\[\]]+))?\]")
_KINDS = frozenset(("person", "organization", "state", "group"))


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotation, and where the words of each label stand, in order."""

    annotation: Annotation
    spans: dict[str, tuple[Span, ...]]


def read(notation: str, published: str | None = None) -> Marked:
    """The annotation that `notation` draws; one line is one sentence."""
    text, marks = _strip(notation)
    tokens, sentences, blocks = _split(text)
    actors, mentions = _actors(text, marks, tokens)
    times = tuple(
        Timex(span=span, text=span.of(text), type="DATE", value=value or "PRESENT_REF", edtf=value)
        for label, span, _, value in marks
        if label == "time"
    )
    spans: dict[str, tuple[Span, ...]] = {}
    for label, span, _, _ in marks:
        spans[label] = (*spans.get(label, ()), span)
    document = Document(id=content_id("doc", text), ref="notation", text=text, published=published, blocks=blocks)
    annotation = Annotation(
        document=document, tokens=tokens, sentences=sentences, actors=actors, mentions=mentions, times=times
    )
    return Marked(annotation, spans)


_Mark = tuple[str, Span, str | None, str | None]


def _strip(notation: str) -> tuple[str, list[_Mark]]:
    parts: list[str] = []
    marks: list[_Mark] = []
    place = length = 0
    for match in _MARK.finditer(notation):
        parts += [notation[place : match.start()], match.group(2)]
        length += match.start() - place
        marks.append((match.group(1), Span(length, length + len(match.group(2))), match.group(3), match.group(4)))
        length += len(match.group(2))
        place = match.end()
    return "".join([*parts, notation[place:]]), marks


def _split(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...], tuple[Block, ...]]:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        first = len(tokens)
        for word in re.finditer(r"\w+(?:[.-]\w+)*|[^\w\s]", line.group()):
            i = len(tokens)
            start = line.start() + word.start()
            tokens.append(
                Token(
                    i,
                    start,
                    start + len(word.group()),
                    word.group(),
                    word.group().lower(),
                    "X",
                    "XX",
                    "dep",
                    i,
                    len(blocks),
                )
            )
        span = Span(line.start(), line.end())
        sentences.append(Sentence(span=span, first=first, last=len(tokens), block=len(blocks), kind="body"))
        blocks.append(Block(kind="body", span=span))
    return tuple(tokens), tuple(sentences), tuple(blocks)


def _actors(text: str, marks: list[_Mark], tokens: tuple[Token, ...]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    found: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for label, span, country, _ in marks:
        if label not in _KINDS:
            continue
        identifier = content_id("actor", label, span.of(text), country or "")
        known = found.get(identifier)
        found[identifier] = Actor(
            id=identifier,
            name=span.of(text),
            kind=cast(ActorKind, label),
            country=country,
            mentions=(*known.mentions, span) if known else (span,),
        )
        head = max(t.i for t in tokens if t.span.overlaps(span))
        mentions.append(Mention(span=span, head=span, head_token=head, form="name", actors=(identifier,)))
    return tuple(found.values()), tuple(mentions)
