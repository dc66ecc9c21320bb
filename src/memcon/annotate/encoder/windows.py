"""Text as the tagger sees it: windows of whole blocks, in word pieces that know their place in the text.

A window is ``[CLS] block [SEP] block [SEP] …``. Nothing here depends on another tokenizer's idea of a word: a piece is known
by its character offsets alone. Training and reading use the same functions, so that both see the same input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from memcon.domain.spans import Span

MAX_PIECES = 256
"""Word pieces in one window, marks included. The encoder knows 512 positions; the cost of attention grows with the window."""

PLAIN, CAPITAL, CAPITALS = 0, 1, 2
"""How a piece is written. The vocabulary is lower-cased; this restores what it drops, as the encoder's token type."""

_MARKS = str.maketrans("「」『』《》«»„‟＂", '“”“”“”“”““"')
"""Quotation marks of other scripts, as the marks that the encoder was trained on: one character for one, so offsets hold."""

_MAX_BLOCK = 100_000
"""Code points given to the tokenizer at once: a longer block (hostile, or no blocks found) is cut."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one block: vocabulary ids, written case (PLAIN, CAPITAL, CAPITALS), offsets into the text."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def cut(self, first: int, last: int) -> Pieces:
        return Pieces(self.ids[first:last], self.cases[first:last], self.starts[first:last], self.ends[first:last])


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder. `blocks` are the pieces between the marks, in order."""

    blocks: tuple[Pieces, ...]

    def __len__(self) -> int:
        return 1 + sum(len(block) + 1 for block in self.blocks)


def split_pieces(text: str, span: Span, tokenizer: Tokenizer) -> Pieces:
    """The word pieces of ``text[span.start:span.end]``, with offsets into `text`."""
    ids: list[int] = []
    cases: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for start in range(span.start, span.end, _MAX_BLOCK):
        part = text[start : min(start + _MAX_BLOCK, span.end)]
        encoding = tokenizer.encode(part.translate(_MARKS), add_special_tokens=False)
        for piece, (a, b) in zip(encoding.ids, encoding.offsets, strict=True):
            ids.append(piece)
            cases.append(_written(part[a:b]))
            starts.append(start + a)
            ends.append(start + b)
    return Pieces(tuple(ids), tuple(cases), tuple(starts), tuple(ends))


def pack(blocks: Iterable[Pieces], *, first_limit: int = MAX_PIECES, limit: int = MAX_PIECES) -> Iterator[Window]:
    """Windows of whole blocks with at most `limit` pieces (the first: `first_limit`). A longer block is cut into several windows."""
    room = first_limit
    held: list[Pieces] = []
    used = 1
    for block in blocks:
        for part in _parts(block, limit - 2):
            if held and used + len(part) + 1 > room:
                yield Window(tuple(held))
                held, used, room = [], 1, limit
            held.append(part)
            used += len(part) + 1
    if held:
        yield Window(tuple(held))


def _parts(block: Pieces, limit: int) -> Iterator[Pieces]:
    if not len(block):
        return
    count = -(-len(block) // limit)
    size = -(-len(block) // count)
    for first in range(0, len(block), size):
        yield block.cut(first, first + size)


def _written(piece: str) -> int:
    if not piece or not piece[0].isupper():
        return PLAIN
    return CAPITALS if len(piece) > 1 and piece.isupper() else CAPITAL


def layout(window: Window, *, start_mark: int, end_mark: int) -> tuple[list[int], list[int], Sequence[int]]:
    """The window as encoder input: ids, cases, and for every piece of its blocks, in order, its position in the two."""
    ids = [start_mark]
    cases = [PLAIN]
    places: list[int] = []
    for block in window.blocks:
        places.extend(range(len(ids), len(ids) + len(block)))
        ids.extend(block.ids)
        cases.extend(block.cases)
        ids.append(end_mark)
        cases.append(PLAIN)
    return ids, cases, places
