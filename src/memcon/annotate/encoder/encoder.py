"""The encoder: a small transformer run by onnxruntime that gives every word piece the scores of all heads in one pass."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from memcon.annotate.encoder.encoded import Encoded, encoded_pieces
from memcon.annotate.encoder.windows import Window, layout, pack, split_pieces
from memcon.domain.spans import Span
from memcon.errors import UsageError

Array = npt.NDArray[np.float32]

SHIPPED = files("memcon.annotate.models").joinpath("attributions")
"""The model that ships with the package. The folder bears the name of its first head."""


class Encoder:
    """An encoder session with its tokenizer. `heads` are the names of the model's outputs with the number of their classes, `classes` these by name, in the
    order of the scores. Safe to use from several threads."""

    def __init__(
        self, session: Any, tokenizer: Tokenizer, classes: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.heads: Mapping[str, int] = {output.name: int(output.shape[-1]) for output in session.get_outputs()}
        self.classes: Mapping[str, tuple[str, ...]] = classes or {}
        self._session = session
        self._tokenizer = tokenizer
        self._start, self._end = (tokenizer.token_to_id(mark) or 0 for mark in ("[CLS]", "[SEP]"))

    def encode(self, text: str, blocks: Sequence[Span]) -> Encoded:
        """What every head says of every word piece in `blocks` (spans of `text`, in order).

        Windows are run one by one: of 256 pieces each, a batch of them gains nothing on processors and pads the shorter ones.
        """
        pieces = [split_pieces(text, block, self._tokenizer) for block in blocks]
        rows = [self._scores(window) for window in pack(pieces)]
        scores = {
            head: np.concatenate([row[n] for row in rows]) if rows else np.zeros((0, classes), np.float32)
            for n, (head, classes) in enumerate(self.heads.items())
        }
        return encoded_pieces(pieces, scores)

    def split(self, text: str, blocks: Sequence[Span]) -> Encoded:
        """The pieces of `blocks` alone, every score 0: for questions about spans that are known."""
        pieces = [split_pieces(text, block, self._tokenizer) for block in blocks]
        count = sum(map(len, pieces))
        return encoded_pieces(pieces, {head: np.zeros((count, size), np.float32) for head, size in self.heads.items()})

    def _scores(self, window: Window) -> list[Array]:
        """For each head the rows of the window's pieces."""
        ids, cases, places = layout(window, start_mark=self._start, end_mark=self._end)
        inputs = {"ids": [ids], "mask": [[1] * len(ids)], "cases": [cases]}
        found = self._session.run(list(self.heads), {name: np.array(value, np.int64) for name, value in inputs.items()})
        return [scores[0, list(places)] for scores in found]


def load_encoder(folder: Traversable = SHIPPED, *, threads: int = 1) -> Encoder:
    """The encoder in `folder`, or the one that ships with the package. Reads files: call it at the edge and pass the encoder down.

    Raises `UsageError` when a file of the model is missing.
    """
    try:
        return open_encoder(folder, threads=threads)
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise UsageError(
            "the learned model is not installed", hint="reinstall memcon, or read with `--attribution rules`"
        ) from error


def open_encoder(folder: Traversable, *, threads: int = 1) -> Encoder:
    """The encoder and tokenizer in `folder`. Raises `FileNotFoundError`."""
    tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    classes = json.loads(folder.joinpath("heads.json").read_text(encoding="utf-8"))
    model = folder.joinpath("model.onnx")
    if not model.is_file():
        raise FileNotFoundError(str(model))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry(
        "session.intra_op.allow_spinning", "0"
    )  # threads that wait leave the processor to others
    options.log_severity_level = 3
    with as_file(model) as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return Encoder(session, tokenizer, {head: tuple(names) for head, names in classes.items()})
