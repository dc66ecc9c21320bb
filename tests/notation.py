"""Sentences with marks, as annotations: for tests of what comes after language analysis, without a language model.

    read("[person:Ann Example|CAN] met [state:Peru|PER] officials [time:on Tuesday=2025-11-04].")

A mark is `[label:words]`. The labels `person organization state group` make an actor with a mention (`|` and an alpha-3 code give
its country; the same words are the same actor); `time` makes a time expression (`=` and an EDTF string give its value, or a length as in `P5D`); any other
label only marks its words, to be found in `spans`. Tokens are words and signs; every sentence is one block.

Syntax is drawn behind a word, or behind a mark for its last word, in braces: Penn tag (with the lemma behind a colon, where it is not the word in lower
case), dependency label, and the word that it hangs on (`#2` for the second of that form in the sentence). A word with a tag alone is a root; the other words of
a mark hang on its last one as `compound`, unless they are drawn ("[group:ninety{CD nummod troops} troops]"); what is not drawn is a root of its own that tells nothing.

    read("[person:Lind|SWE]{NNP nsubj met} met{VBD:meet} [person:Holm|DNK]{NNP dobj met} in{IN prep met} Malmo{NNP pobj in} .")

Behind a bar stands how much of it is fact, of a verb, noun or adjective: `negative`, a certainty, a time, and the operators over it with their words, nearest first.
A text that begins with "# " has its first line as title.

    read("Lind{NNP nsubj plans} plans{VBZ:plan | present} to{TO aux meet} meet{VB xcomp plans | probable future expectation:plans} .")
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast, get_args

from memcon.domain.actors import Actor, ActorKind, Mention
from memcon.domain.annotation import Annotation, Factuality, Operator, OperatorKind, Sentence
from memcon.domain.documents import Block, BlockKind, Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.domain.tellings import Certainty
from memcon.domain.times import Timex
from memcon.domain.tokens import Time, Token
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar

_MARK = re.compile(r"\[(\w+):([^\[\]|=]+)(?:\|([A-Z]{3}))?(?:=([^\[\]]+))?\]")
_LENGTH = re.compile(r"PT?\d+[A-Z]")
_DRAWN = re.compile(r"\{([^{}]*)\}")
_POS = {
    "VB": "VERB", "MD": "AUX", "NNP": "PROPN", "NN": "NOUN", "IN": "ADP", "DT": "DET", "PDT": "DET", "JJ": "ADJ", "RB": "ADV", "PRP": "PRON",
    "CD": "NUM", "CC": "CCONJ", "TO": "PART", "POS": "PART", "RP": "ADP", "W": "PRON", "EX": "PRON",
}  # fmt: skip
"""The universal part of speech of a Penn tag, by how the tag begins."""

_KINDS = frozenset(("person", "organization", "state", "group"))


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotation, and where the words of each label stand, in order."""

    annotation: Annotation
    spans: dict[str, tuple[Span, ...]]


def read(notation: str, published: str | None = None) -> Marked:
    """The annotation that `notation` draws; one line is one sentence."""
    text, marks, drawn = _strip(notation.removeprefix("# "))
    tokens, sentences, blocks = _split(text, has_title=notation.startswith("# "))
    tokens = _draw(tokens, drawn, [span for _, span, _, _ in marks])
    actors, mentions = _actors(text, marks, tokens)
    times = tuple(_time(text, span, value) for label, span, _, value in marks if label == "time")
    spans: dict[str, tuple[Span, ...]] = {}
    for label, span, _, _ in marks:
        spans[label] = (*spans.get(label, ()), span)
    document = Document(id=content_id("doc", text), ref="notation", text=text, published=published, blocks=blocks)
    annotation = Annotation(
        document=document,
        tokens=tokens,
        sentences=sentences,
        tree=Tree(tokens, grammar()),
        actors=actors,
        mentions=mentions,
        times=times,
        factualities=_factualities(tokens, drawn),
    )
    return Marked(annotation, spans)


def _time(text: str, span: Span, value: str | None) -> Timex:
    if value is not None and _LENGTH.fullmatch(value):
        return Timex(span=span, text=span.of(text), type="DURATION", value=value, edtf=None)
    return Timex(span=span, text=span.of(text), type="DATE", value=value or "PRESENT_REF", edtf=value)


_Mark = tuple[str, Span, str | None, str | None]


def _strip(notation: str) -> tuple[str, list[_Mark], dict[int, str]]:
    """The text, its marks, and what is drawn behind the word that ends at a place in the text."""
    text = ""
    marks: list[_Mark] = []
    drawn: dict[int, str] = {}
    place = 0
    for match in re.finditer(f"{_MARK.pattern}|{_DRAWN.pattern}", notation):
        text += notation[place : match.start()]
        if match.group(5) is not None:
            drawn[len(text)] = match.group(5)
        else:
            start = len(text)
            text = _undrawn(match.group(2), text, drawn)
            marks.append((match.group(1), Span(start, len(text)), match.group(3), match.group(4)))
        place = match.end()
    return text + notation[place:], marks, drawn


def _undrawn(words: str, text: str, drawn: dict[int, str]) -> str:
    """`text` with the words of a mark behind it; what is drawn behind one of them joins what is drawn."""
    place = 0
    for match in _DRAWN.finditer(words):
        text += words[place : match.start()]
        drawn[len(text)] = match.group(1)
        place = match.end()
    return text + words[place:]


def _draw(tokens: tuple[Token, ...], drawn: dict[int, str], marked: list[Span]) -> tuple[Token, ...]:
    """`tokens` with the syntax that is drawn behind them."""
    found = list(tokens)
    for token in tokens:
        if token.end in drawn:
            found[token.i] = _drawn(token, tokens, *drawn[token.end].partition("|")[0].split())
    for span in marked:
        inside = [t.i for t in tokens if span.start <= t.start and t.end <= span.end]
        for i in inside[:-1]:
            if found[inside[-1]].tag != "XX" and found[i].tag == "XX":
                found[i] = replace(
                    found[i], tag=found[inside[-1]].tag, pos=found[inside[-1]].pos, dep="compound", head=inside[-1]
                )
    return tuple(found)


def _drawn(token: Token, tokens: tuple[Token, ...], tag: str, dep: str = "ROOT", above: str = "") -> Token:
    tag, _, lemma = tag.partition(":")
    pos = next(
        (p for start, p in sorted(_POS.items(), key=lambda item: -len(item[0])) if tag.startswith(start)), "PUNCT"
    )
    head = _word(tokens, token.sentence, above) if above else token.i
    pos = "AUX" if dep in ("aux", "auxpass") and pos == "VERB" else pos
    pos = "SCONJ" if dep == "mark" and pos == "ADP" else pos
    return replace(token, tag=tag, pos=pos, dep=dep, head=head, lemma=lemma or token.lemma)


def _factualities(tokens: tuple[Token, ...], drawn: dict[int, str]) -> tuple[Factuality, ...]:
    """What is drawn behind bars."""
    return tuple(
        _factuality(token, tokens, drawn[token.end].partition("|")[2].split())
        for token in tokens
        if "|" in drawn.get(token.end, "")
    )


def _factuality(token: Token, tokens: tuple[Token, ...], told: list[str]) -> Factuality:
    operators = [word.partition(":") for word in told if ":" in word]
    plain = [word for word in told if ":" not in word]
    if unknown := set(plain) - {"negative", *get_args(Certainty), *get_args(Time)}:
        raise ValueError(f"no word for how much of it is fact: {unknown}")
    return Factuality(
        token=token.i,
        is_negative="negative" in plain,
        certainty=next((cast(Certainty, word) for word in plain if word in get_args(Certainty)), "certain"),
        time=next((cast(Time, word) for word in plain if word in get_args(Time) and word != "open"), "open"),
        operators=tuple(
            Operator(cast(OperatorKind, kind), _word(tokens, token.sentence, word)) for kind, _, word in operators
        ),
    )


def _word(tokens: tuple[Token, ...], sentence: int, named: str) -> int:
    """The token that `named` means: a word of the sentence, or the nth of that form ("on#2")."""
    word, _, nth = named.partition("#")
    same = [t.i for t in tokens if t.sentence == sentence and t.text.lower() == word.lower()]
    if len(same) < int(nth or 1):
        raise ValueError(f"nothing to hang on: no {named!r} in the sentence")
    return same[int(nth or 1) - 1]


def _split(text: str, *, has_title: bool) -> tuple[tuple[Token, ...], tuple[Sentence, ...], tuple[Block, ...]]:
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
        kind: BlockKind = "title" if has_title and not blocks else "body"
        sentences.append(Sentence(span=span, first=first, last=len(tokens), block=len(blocks), kind=kind))
        blocks.append(Block(kind=kind, span=span))
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
