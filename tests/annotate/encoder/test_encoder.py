"""The encoder: one pass over the text, whatever number of heads reads it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer

from memcon.annotate.encoder import Encoder, load_encoder
from memcon.annotate.encoder.encoder import SHIPPED
from memcon.domain.spans import Span
from memcon.errors import UsageError

TEXT = "Norway met Peru.\nChad came."
BLOCKS = [Span(0, 16), Span(17, 27)]


class Session:
    """A session of two heads whose scores are the pieces' ids; it counts its passes."""

    def __init__(self) -> None:
        self.passes = 0

    def get_outputs(self) -> list[Any]:
        return [
            SimpleNamespace(name="tags", shape=["batch", "pieces", 7]),
            SimpleNamespace(name="kept", shape=["batch", "pieces", 2]),
        ]

    def run(self, names: list[str], inputs: dict[str, Any]) -> list[Any]:
        self.passes += 1
        ids = inputs["ids"].astype(np.float32)[..., None]
        return [np.repeat(ids, {"tags": 7, "kept": 2}[name], axis=2) for name in names]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str(SHIPPED.joinpath("tokenizer.json").read_text(encoding="utf-8"))


def test_all_heads_share_one_pass(tokenizer: Tokenizer) -> None:
    """Every head has a row a piece and a column a class, and the text is passed over once."""
    session = Session()
    encoder = Encoder(session, tokenizer)
    encoded = encoder.encode(TEXT, BLOCKS)

    assert {"tags": 7, "kept": 2} == encoder.heads
    assert 1 == session.passes
    assert ["Norway", "met", "Peru", ".", "Chad", "came", "."] == [
        TEXT[start:end] for start, end in zip(encoded.starts, encoded.ends, strict=True)
    ]
    assert [0, 0, 0, 0, 1, 1, 1] == encoded.blocks.tolist()
    assert {"tags": (7, 7), "kept": (7, 2)} == {head: scores.shape for head, scores in encoded.scores.items()}
    assert encoded.scores["tags"][:, 0].tolist() == encoded.scores["kept"][:, 0].tolist()


def test_chances_are_shares(tokenizer: Tokenizer) -> None:
    """Equal scores are equal chances."""
    chances = Encoder(Session(), tokenizer).encode(TEXT, BLOCKS).chances("kept")

    assert [[0.5, 0.5]] * 7 == chances.tolist()


def test_next_to_nothing_has_no_pieces(tokenizer: Tokenizer) -> None:
    """No block, no pass."""
    session = Session()
    encoded = Encoder(session, tokenizer).encode("", [])

    assert (0, (0, 7), (0, 2)) == (session.passes, encoded.chances("tags").shape, encoded.chances("kept").shape)


def test_pieces_alone_are_split_alike(tokenizer: Tokenizer) -> None:
    """Without a pass the pieces are the same, and every score is 0."""
    session = Session()
    encoder = Encoder(session, tokenizer)
    alone, passed = encoder.split(TEXT, BLOCKS), encoder.encode(TEXT, BLOCKS)

    assert alone.starts.tolist() == passed.starts.tolist()
    assert not alone.scores["tags"].any()
    assert 1 == session.passes


@pytest.mark.model
def test_the_shipped_model_names_the_classes_of_its_heads() -> None:
    """Every output of the model has as many columns as its head has classes."""
    encoder = load_encoder()

    assert ["tags", "events", "stances", "undertakings"] == list(encoder.heads)
    assert {head: len(names) for head, names in encoder.classes.items()} == dict(encoder.heads)
    assert {"O"} == {names[0] for names in encoder.classes.values()}


def test_a_missing_model_is_said_to_be_missing(tmp_path: Path) -> None:
    """A folder without the model gives an error with a way out."""
    with pytest.raises(UsageError, match="not installed") as error:
        load_encoder(tmp_path)

    assert "rules" in (error.value.hint or "")
