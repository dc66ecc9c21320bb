"""What the parser hangs wrong in headlines, whose verbs it takes for nouns: a part of `memcon.annotate.mending`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.parsed import Parsed
from memcon.domain.labels import FINITE, NOMINAL, PLURAL
from memcon.domain.rules import rule
from memcon.domain.tokens import Token
from memcon.lexicon import words

_DEEDS = words("deed_in_a_headline")


@rule(
    yes=[
        "Kenya's Ruto hosts Somali president for border talks",
        "Peru's foreign minister heads to Quito on Monday for talks on migration.",
    ],
    no=["The summit's hosts met the Peruvian president.", "Ruto met hosts of the Peruvian president"],
)
def deed_of_a_headline(parsed: Parsed) -> Iterator[Token]:
    """ "Ruto [hosts] A for talks", "Roe [heads] to Oslo": in a line without another verb the form in "-s" behind a noun is what somebody does."""
    root = parsed.root
    if root is None or root.tag not in PLURAL or root.text.lower() not in _DEEDS:
        return
    before = [t for t in parsed.children(root.i) if t.i < root.i and t.pos in NOMINAL]
    if not before or before[-1].i != root.i - 1 or any(t.tag in FINITE for t in parsed.tokens):
        return
    if not any(t.i > root.i for t in parsed.children(root.i, "prep", "appos", "dobj", "npadvmod")):
        return
    doer = before[-1]
    yield replace(root, tag="VBZ", pos="VERB", lemma=root.text.lower().removesuffix("s"))
    yield replace(doer, dep="nsubj")
    yield from (replace(t, head=doer.i) for t in parsed.children(root.i) if t.i < doer.i)
    behind = next((t for t in parsed.children(root.i, "appos", "dobj", "npadvmod") if t.i > root.i), None)
    if behind is not None:
        yield replace(behind, dep="dobj")
        yield from (replace(t, head=root.i) for t in parsed.children(behind.i, "prep") if t.text.lower() == "for")


@rule(
    yes=["Peru, EU to hold nuclear talks in Oslo on Friday"],
    no=["A plan to hold talks in Oslo", "Peru, the EU and Chad are to hold talks in Oslo."],
)
def infinitive_of_a_headline(parsed: Parsed) -> Iterator[Token]:
    """ "A, B [to hold] talks": in a headline without another verb the infinitive behind names is what will be."""
    root = parsed.root
    if root is None or root.pos != "PROPN" or not _is_headline(parsed) or any(t.tag in FINITE for t in parsed.tokens):
        return
    for verb in parsed.children(root.i, "relcl", "acl"):
        to = parsed.to_of(verb.i)
        if to is None or parsed.at(to.i - 1).pos != "PROPN":
            continue
        yield replace(verb, head=verb.i, dep="ROOT")
        yield replace(root, head=verb.i, dep="nsubj")
        yield from (replace(t, dep="conj") for t in parsed.children(root.i, "appos"))
        return


def _is_headline(parsed: Parsed) -> bool:
    """Whether a line ends without a stop, as a headline does."""
    return parsed.tokens[-1].text[-1:].isalnum()


OF_HEADLINES = (deed_of_a_headline, infinitive_of_a_headline)
"""What is hung right in headlines."""
