"""Raw texts as memcon reads them: the same documents and parses that `memcon read` works on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from memcon.annotate.nlp import Parse, load_pipeline, parse_many
from memcon.domain.documents import Block, Document
from memcon.domain.spans import Span
from memcon.ingest import Reader
from memcon.readers import OtherReader, Together, make_other
from memcon.settings import load_settings

_OTHER: ContextVar[tuple[str, list[OtherReader]] | None] = ContextVar("other", default=None)

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def plain_document(text: str, ref: str = "text") -> Document:
    """`text` as a document: every line that is not empty is a block, the first one the title."""
    spans = [Span(*line.span()) for line in _LINE.finditer(text)]
    blocks = tuple(Block(kind="body" if n else "title", span=span) for n, span in enumerate(spans))
    return Document(id=ref, ref=ref, text=text, blocks=blocks)


def read_parses(texts: Sequence[str]) -> Iterator[tuple[Document, Parse]]:
    """The documents of `texts`, in order, with their parses."""
    return parse_many(load_pipeline(), [plain_document(text, str(n)) for n, text in enumerate(texts)])


@contextmanager
def measuring(name: str | None) -> Iterator[list[OtherReader]]:
    """Within the block, measures of readings ask what the other reader of that name makes of each document, not memcon itself. Gives the list of those that were made."""
    made: list[OtherReader] = []
    token = _OTHER.set((name, made) if name is not None else None)
    try:
        yield made
    finally:
        _OTHER.reset(token)


def make_reader(**choices: Any) -> Reader | Together:
    """The reader that is measured: memcon's, with these choices, or another one beside it. Raises `MemconError` where there is none of that name."""
    asked, own = _OTHER.get(), Reader(**choices)
    if asked is None:
        return own
    name, made = asked
    made.append(make_other(name, load_settings()))
    return Together(own, made[-1:])
