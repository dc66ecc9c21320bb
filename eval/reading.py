"""Raw texts as memcon reads them: the same documents and parses that `memcon read` works on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.annotate.nlp import Parse, load_pipeline, parse_many
from memcon.domain.documents import Block, Document
from memcon.domain.spans import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def plain_document(text: str, ref: str = "text") -> Document:
    """`text` as a document: every line that is not empty is a block, the first one the title."""
    spans = [Span(*line.span()) for line in _LINE.finditer(text)]
    blocks = tuple(Block(kind="body" if n else "title", span=span) for n, span in enumerate(spans))
    return Document(id=ref, ref=ref, text=text, blocks=blocks)


def read_parses(texts: Sequence[str]) -> Iterator[tuple[Document, Parse]]:
    """The documents of `texts`, in order, with their parses."""
    return parse_many(load_pipeline(), [plain_document(text, str(n)) for n, text in enumerate(texts)])
