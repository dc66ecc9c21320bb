"""Windows of word pieces over a text's blocks."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from memcon.annotate.encoder.windows import CAPITAL, CAPITALS, PLAIN, layout, pack, split_pieces
from memcon.domain.spans import Span


@pytest.fixture
def tokenizer() -> Tokenizer:
    words = {word: n for n, word in enumerate(("[UNK]", "The", "UN", "said", "yes", "“", "”", "."))}
    made = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def test_pieces_know_their_place_and_case(tokenizer: Tokenizer) -> None:
    """Offsets point into the whole text; the case of every piece is kept."""
    text = "xx The UN said."
    pieces = split_pieces(text, Span(3, len(text)), tokenizer)

    assert ["The", "UN", "said", "."] == [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert (CAPITAL, CAPITALS, PLAIN, PLAIN) == pieces.cases


def test_marks_of_other_scripts_are_seen_as_quotation_marks(tokenizer: Tokenizer) -> None:
    """Corner brackets and guillemets become the marks that the encoder knows, in the same place."""
    assert split_pieces("“ yes ”", Span(0, 7), tokenizer) == split_pieces("「 yes 」", Span(0, 7), tokenizer)
    assert split_pieces("“ yes ”", Span(0, 7), tokenizer) == split_pieces("« yes »", Span(0, 7), tokenizer)


def test_windows_hold_whole_blocks_up_to_the_limit(tokenizer: Tokenizer) -> None:
    """Blocks stay whole where they fit, and no window is longer than its limit."""
    text = "yes " * 30
    blocks = [split_pieces(text, Span(0, 4 * n), tokenizer) for n in (5, 6, 20, 3)]
    windows = list(pack(blocks, first_limit=16, limit=16))

    assert [[len(block) for block in window.blocks] for window in windows] == [[5, 6], [10], [10, 3]]
    assert all(len(window) <= 16 for window in windows)


def test_layout_places_every_piece_between_marks(tokenizer: Tokenizer) -> None:
    """A start mark, then each block with an end mark behind it."""
    block = split_pieces("said yes", Span(0, 8), tokenizer)
    ids, cases, places = layout(next(iter(pack([block, block]))), start_mark=90, end_mark=91)

    assert ids == [90, 3, 4, 91, 3, 4, 91]
    assert list(places) == [1, 2, 4, 5]
    assert len(cases) == len(ids)


def test_empty_blocks_make_no_window(tokenizer: Tokenizer) -> None:
    """White space alone is nothing to tag."""
    assert list(pack([split_pieces("   ", Span(0, 3), tokenizer)])) == []
