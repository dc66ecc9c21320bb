"""What the encoder learns from: labels stand at the pieces of the words that somebody annotated."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from memcon.annotate.encoder.encoder import SHIPPED
from training.examples import IGNORED, Examples, heads, of_gold, of_polnear, read, write

TEXT = "Maria Soto visited Oslo.\nShe said Peru opposes tolls."
KINDS = ("meeting", "visit")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str(SHIPPED.joinpath("tokenizer.json").read_text(encoding="utf-8"))


def words(text: str, labels: tuple[int, ...], starts: tuple[int, ...], ends: tuple[int, ...], label: int) -> list[str]:
    return [text[a:b] for a, b, found in zip(starts, ends, labels, strict=True) if found == label]


def span(words_: str) -> list[int]:
    return [TEXT.index(words_), TEXT.index(words_) + len(words_)]


def test_the_gold_is_painted_on_pieces(tokenizer: Tokenizer) -> None:
    """A trigger has its kind's number, a position its stance's; what is minor counts nothing."""
    page = {
        "id": "one",
        "input": {"text": TEXT},
        "events": [{"kind": "visit", "triggers": [span("visited")], "minor": False}],
        "positions": [{"span": span("opposes tolls"), "stance": "reject", "minor": False}],
        "commitments": [{"span": span("She"), "minor": True}],
    }
    (example,) = of_gold([page], KINDS, tokenizer)
    first, second = example.blocks

    assert ["visited"] == words(TEXT, first.labels["events"], first.pieces.starts, first.pieces.ends, 2)
    opposed = heads(KINDS)["stances"].index("oppose")
    told = words(TEXT, second.labels["stances"], second.pieces.starts, second.pieces.ends, opposed)
    assert "opposestolls" == "".join(told)
    assert IGNORED == second.labels["undertakings"][0]


def test_roles_begin_and_go_on(tokenizer: Tokenizer, tmp_path: Path) -> None:
    """The first piece of a span begins its role; a cue inside a content is a cue."""
    record = '{"id": "two", "text": "Peru opposes tolls, she said.", "attributions": [{"source": [[20, 23]], "cue": [[24, 28]], "content": [[0, 28]]}]}'
    (tmp_path / "train.jsonl").write_text(record + "\n")
    ((block,),) = ((example.blocks) for example in of_polnear(tmp_path / "train.jsonl", tokenizer, "train"))
    by_word = {
        "Peru opposes tolls, she said."[a:b]: label
        for a, b, label in zip(block.pieces.starts, block.pieces.ends, block.labels["tags"], strict=True)
    }

    assert (5, 6, 1, 3, 0) == tuple(by_word[word] for word in ("Peru", ",", "she", "said", "."))


def test_examples_are_read_as_written(tokenizer: Tokenizer, tmp_path: Path) -> None:
    """The file holds no text, and gives back the same examples."""
    page = {"id": "one", "input": {"text": TEXT}, "events": [], "positions": [], "commitments": []}
    examples = Examples(heads(KINDS), {"[PAD]": 0}, tuple(of_gold([page], KINDS, tokenizer)))
    write(tmp_path / "examples.gz", examples)

    assert examples == read(tmp_path / "examples.gz")
