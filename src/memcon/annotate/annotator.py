"""A document with all that language analysis finds in it: the steps of this stage on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from memcon.annotate.actors import find_actors
from memcon.annotate.attributions import Tagger, find_attributions, whole_attributions
from memcon.annotate.document_time import infer_published, writing_day
from memcon.annotate.encoder import Encoder
from memcon.annotate.factuality import find_factualities
from memcon.annotate.leanings import leanings_of
from memcon.annotate.nlp import Parse, find_unread, parse_many
from memcon.annotate.quotes import QuotedText, find_quotations
from memcon.annotate.timexes import find_times
from memcon.domain.annotation import Annotation
from memcon.domain.documents import Document, read_blocks
from memcon.domain.plain import make_plain
from memcon.domain.tree import Tree
from memcon.knowledge.lookup import Knowledge
from memcon.lexicon.grammar import grammar

LEANING = ("stances", "undertakings")
"""The heads that tell of records; the others are read where they are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The encoder, which passes over each document once, and those that read its heads; None for a question that is left to the rules."""

    encoder: Encoder
    attributions: Tagger | None = None


class Annotator:
    """Annotates documents with a spaCy pipeline and packs that the caller has loaded.

    `learned` is the encoder with what is asked of it; None leaves all to the rules.
    """

    def __init__(self, nlp: Any, knowledge: Knowledge, learned: Learned | None = None) -> None:
        self._nlp = nlp
        self._knowledge = knowledge
        self._learned = learned

    def annotate(self, document: Document) -> Annotation:
        """The annotation of one document."""
        return next(self.annotate_many([document]))

    def annotate_many(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotations of the documents, in their order; parsed in batches."""
        for document, parse in parse_many(self._nlp, map(make_plain, documents)):
            yield self._annotate(document, parse)

    def _annotate(self, document: Document, parse: Parse) -> Annotation:
        tokens, sentences = parse.tokens, parse.sentences
        tree = Tree(tokens, grammar(document.language or "en"))
        dated = infer_published(document, tree)
        written = writing_day(dated)
        times = find_times(tokens, dated.text, written, tree, updated=dated.updated)
        quoted = QuotedText(find_quotations(dated.text, [block.span for block in dated.blocks]))
        actors, mentions = find_actors(dated, sentences, tree, quoted, self._knowledge)
        learned = self._learned
        encoded = learned.encoder.encode(dated.text, read_blocks(dated)) if learned is not None else None
        tagger = learned.attributions if learned is not None else None
        relations = find_attributions(tree, sentences, dated, tagger, encoded)
        attributions = whole_attributions(tree, sentences, dated, relations)
        return Annotation(
            document=dated,
            tokens=tokens,
            sentences=sentences,
            unread=find_unread(dated, sentences),
            tree=tree,
            actors=actors,
            mentions=mentions,
            times=times,
            attributions=attributions,
            factualities=find_factualities(tree, times, written),
            leanings=leanings_of(encoded, learned.encoder.classes, LEANING)
            if learned is not None and encoded
            else None,
        )
