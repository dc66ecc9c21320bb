"""Who says so: a parsed document's attribution relations, as PolNeAR annotates them (source, cue and content spans).

Takes tokens, sentences and the document; gives relations with a confidence, by a learned tagger or by rules alone. Reads no files while at it.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.annotate.attributions.learned import find_by_tagger
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.rules import find_by_rules
from memcon.annotate.attributions.tagger import Tagger, load_tagger
from memcon.annotate.attributions.whole import make_whole
from memcon.annotate.encoder import Encoded
from memcon.annotate.quotes import QuotedText, find_quotations
from memcon.domain.annotation import AttributionRelation, Sentence
from memcon.domain.documents import Document, read_blocks
from memcon.domain.tree import Tree

__all__ = ["Tagger", "find_attributions", "load_tagger", "make_page", "whole_attributions"]


def find_attributions(
    tree: Tree,
    sentences: Sequence[Sentence],
    document: Document,
    tagger: Tagger | None = None,
    encoded: Encoded | None = None,
) -> tuple[AttributionRelation, ...]:
    """The attribution relations of `document`, in the order of their cues: by `tagger` on the encoder's pass over the blocks that are
    read (`read_blocks`), or by rules alone without them."""
    page = make_page(tree, sentences, document)
    by_rules = find_by_rules(page)
    if tagger is None or encoded is None:
        return by_rules
    return find_by_tagger(page, tagger.tag(encoded), by_rules, tagger.weights)


def whole_attributions(
    tree: Tree, sentences: Sequence[Sentence], document: Document, found: Sequence[AttributionRelation]
) -> tuple[AttributionRelation, ...]:
    """`found` as a reader would cut them: whole contents, and words within words with their own speaker."""
    return make_whole(make_page(tree, sentences, document), found)


def make_page(tree: Tree, sentences: Sequence[Sentence], document: Document) -> Page:
    """What both ways of finding attributions work on: the tree with text and quotations."""
    quoted = QuotedText(find_quotations(document.text, read_blocks(document)))
    return Page(document.text, tree, sentences, quoted)
