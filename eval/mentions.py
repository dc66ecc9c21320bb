"""Annotated mentions of events as memcon reads them: the head of each in its own parse, and what hangs on it.

Nothing of the annotation is used but where a mention stands. Who does something to whom is asked of the same `Tree` that the coder asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.bags import Vector, Weights, bag_of, is_telling
from memcon.domain.tokens import Time, Token
from memcon.domain.tree import Tree

_NEAR = 5
"""Words before and behind the head that are near it."""

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or", "als", "al", "ances", "ance", "ed", "es", "s", "e",
)  # fmt: skip
"""What English adds to a verb to make a noun or a form of it, the longest first."""
_SHORTEST_STEM = 3

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mention:
    """A mention of an event. `document` and `sentence` are numbers; `doers`, `done_to` and `others` are lemmas of what hangs on its head as its subject, its object or
    otherwise; `own` are those of its words; `near` are lemmas near by; `words` is the rest of its sentence as a vector. All lemmas in lower case."""

    document: int
    sentence: int
    text: str
    lemma: str
    stem: str
    pos: str
    tense: Time | None
    doers: frozenset[str]
    done_to: frozenset[str]
    others: frozenset[str]
    own: frozenset[str]
    near: frozenset[str]
    words: Vector

    @property
    def arguments(self) -> frozenset[str]:
        return self.doers | self.done_to | self.others


def mention_of(annotated: dict[str, Any], document: int, tree: Tree, weights: Weights) -> Mention:
    """A mention of ECB+ (`spans`, `text`) in its document's tree. Raises `ValueError` where no word stands."""
    spans = [(start, end) for start, end in annotated["spans"]]
    head = head_of(tree.tokens, spans)
    token = tree.tokens[head]
    lemma = token.lemma.lower()
    rest = [t for t in _sentence(tree.tokens, head) if t.i != head]
    doers, done_to, others = (_names(tree, found - {head}) for found in _arguments(tree, head))
    return Mention(
        document=document,
        sentence=token.sentence,
        text=annotated["text"].lower(),
        lemma=lemma,
        stem=stem_of(lemma),
        pos=_part_of_speech(token),
        tense=tree.tense(head) if token.pos == "VERB" else None,
        doers=doers,
        done_to=done_to,
        others=others,
        own=frozenset(t.lemma.lower() for t in _inside(tree.tokens, spans) if is_telling(t)),
        near=frozenset(t.lemma.lower() for t in rest if abs(t.i - head) <= _NEAR and is_telling(t)),
        words=weights.vector(bag_of(rest)),
    )


def head_of(tokens: Sequence[Token], spans: Sequence[Span]) -> int:
    """The syntactic head of the words in `spans`; of several the first that is no function word, and never what a hyphen goes on from ("re-arrest"). Raises `ValueError` where no word
    stands."""
    inside = {t.i: t for t in _inside(tokens, spans)}
    heads = [i for i, t in inside.items() if t.head not in inside or t.head == i]
    if not heads:
        raise ValueError(f"no word stands at {list(spans)}")
    head = next((i for i in heads if tokens[i].pos in _OPEN_CLASSES), heads[0])
    is_prefix = tokens[head].text.lower() in _PREFIXES and head + 2 in inside and tokens[head + 1].text == "-"
    return head + 2 if is_prefix else head


def _inside(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[Token]:
    return (t for t in tokens if any(t.start < end and t.end > start for start, end in spans))


_PREFIXES = frozenset({"re", "pre", "co", "de", "un", "non", "ex", "post", "over", "out", "mis"})
_OPEN_CLASSES = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


def stem_of(lemma: str) -> str:
    """What a verb and the nouns derived from it share ("announce", "announcement"): the word without its ending, then without an "e" or the doubling of its last letter."""
    word = lemma.lower()
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM), "")
    stem = word.removesuffix(ending)
    return re.sub(r"e\Z|(\w)(?=\1\Z)", "", stem) if len(stem) > _SHORTEST_STEM else stem


def _part_of_speech(token: Token) -> str:
    if token.pos in ("VERB", "AUX"):
        return "verb"
    return "noun" if token.pos in ("NOUN", "PROPN") else "other"


def _sentence(tokens: Sequence[Token], i: int) -> Iterator[Token]:
    first = last = i
    while first and tokens[first - 1].sentence == tokens[i].sentence:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == tokens[i].sentence:
        last += 1
    return iter(tokens[first : last + 1])


def _arguments(tree: Tree, head: int) -> tuple[set[int], set[int], set[int]]:
    """Who does it, what it is done to, and what else hangs on it."""
    token = tree.tokens[head]
    is_noun = _part_of_speech(token) == "noun"
    doers, done_to = (set[int](), set[int]()) if is_noun else _of_verb(tree, head)
    others: set[int] = set()
    for c in tree.children[head]:
        dep = tree.tokens[c].dep
        if dep == "poss":
            doers.add(c)
        elif dep == "compound":
            done_to.add(c)
        elif dep in ("amod", "nmod", "nummod") and is_telling(tree.tokens[c]):
            others.add(c)
        elif dep == "prep":
            word = tree.lower(c)
            kind = doers if word == "by" else done_to if word == "of" and is_noun else others
            kind.update(tree.deps(c, "pobj"))
    if token.dep in ("amod", "acl", "relcl", "compound"):
        done_to.add(token.head)
    if is_noun and token.dep in ("dobj", "nsubj", "nsubjpass", "pobj"):
        others |= _of_verb_above(tree, head)
    return doers, done_to, others


def _of_verb(tree: Tree, verb: int) -> tuple[set[int], set[int]]:
    subjects, objects, doer = set(tree.subjects(verb)), set(tree.objects(verb)), tree.doer(verb)
    if not tree.is_passive(verb):
        return subjects, objects
    doers = set() if doer is None else {doer}
    return doers, (subjects | objects) - doers


def _of_verb_above(tree: Tree, noun: int) -> set[int]:
    """What else hangs on the verb that a noun hangs on ("announced a *bid* for …")."""
    verb = next((i for i in tree.above(noun) if tree.tokens[i].pos != "ADP"), noun)
    if _part_of_speech(tree.tokens[verb]) != "verb":
        return set()
    behind = {p for c in tree.deps(verb, "prep") for p in tree.deps(c, "pobj")}
    return set(tree.subjects(verb)) | set(tree.objects(verb)) | behind


def _names(tree: Tree, found: Iterable[int]) -> frozenset[str]:
    """The lemmas of these words and of those that are one name or row with them; pronouns tell nothing."""
    named = [i for i in found if tree.tokens[i].pos != "PRON"]
    beside = [c for i in named for c in tree.deps(i, "compound", "conj")]
    return frozenset(tree.lemma(i) for i in (*named, *beside) if is_telling(tree.tokens[i]))
