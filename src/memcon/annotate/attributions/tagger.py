"""The learned tagger: a small encoder run by onnxruntime that gives every word piece its chance of being source, cue or content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from memcon.annotate.attributions.tags import LABELS, Tagged, tagged_pieces
from memcon.annotate.attributions.weights import Weights, read_weights
from memcon.annotate.attributions.windows import Window, layout, pack, split_pieces
from memcon.domain.spans import Span
from memcon.errors import UsageError

Array = npt.NDArray[np.float32]

_PACKAGE = "memcon.annotate.models"
_FOLDER = "attributions"


class Tagger:
    """An encoder session with its tokenizer and the weights that link and judge what it tags. Safe to use from several threads."""

    def __init__(self, session: Any, tokenizer: Tokenizer, weights: Weights, name: str = "attributions") -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self.weights = weights
        self._start, self._end = (tokenizer.token_to_id(mark) or 0 for mark in ("[CLS]", "[SEP]"))

    def tag(self, text: str, blocks: Sequence[Span]) -> Tagged:
        """The chances of every word piece in `blocks` (spans of `text`, in order)."""
        pieces = [split_pieces(text, block, self._tokenizer) for block in blocks]
        rows = [self._scores(window) for window in pack(pieces)]
        scores = np.concatenate(rows) if rows else np.zeros((0, len(LABELS)), np.float32)
        powers = np.exp(scores - scores.max(axis=1, initial=0.0, keepdims=True))
        return tagged_pieces(pieces, powers / powers.sum(axis=1, keepdims=True))

    def untagged(self, text: str, blocks: Sequence[Span]) -> Tagged:
        """The pieces of `blocks` alone, every chance 0: for questions about spans that are known."""
        pieces = [split_pieces(text, block, self._tokenizer) for block in blocks]
        return tagged_pieces(pieces, np.zeros((sum(map(len, pieces)), len(LABELS)), np.float32))

    def _scores(self, window: Window) -> Array:
        ids, cases, places = layout(window, start_mark=self._start, end_mark=self._end)
        inputs = {"ids": [ids], "mask": [[1] * len(ids)], "cases": [cases]}
        (scores,) = self._session.run(["tags"], {name: np.array(value, np.int64) for name, value in inputs.items()})
        kept: Array = scores[0, list(places)]
        return kept


def load_tagger(folder: Traversable | None = None, *, threads: int = 1) -> Tagger:
    """The tagger in `folder`, or the one that ships with the package. Reads files: call it at the edge and pass the tagger down.

    Raises `UsageError` when a file of the model is missing.
    """
    try:
        place = folder if folder is not None else files(_PACKAGE).joinpath(_FOLDER)
        return open_tagger(
            place, read_weights(place.joinpath("relations.json").read_text(encoding="utf-8")), threads=threads
        )
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise UsageError(
            "the learned attribution model is not installed",
            hint="reinstall memcon, or read with `--attribution rules`",
        ) from error


def open_tagger(folder: Traversable, weights: Weights, *, threads: int = 1) -> Tagger:
    """The encoder and tokenizer in `folder` with other weights beside them. Raises `FileNotFoundError`."""
    tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    model = folder.joinpath("model.onnx")
    if not model.is_file():
        raise FileNotFoundError(str(model))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(model) as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return Tagger(session, tokenizer, weights, _name_in(folder))


def _name_in(folder: Traversable) -> str:
    """The name of the model in `folder`, with the beginning of its card's hash for a version: the card holds the hashes of its files."""
    card = folder.joinpath("card.json")
    if not card.is_file():
        return "attributions"
    return f"attributions {hashlib.sha256(card.read_bytes()).hexdigest()[:12]}"
