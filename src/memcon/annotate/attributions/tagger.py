"""The learned tagger: a head of the encoder that gives every word piece its chance of being source, cue or content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from memcon.annotate.attributions.tags import Tagged
from memcon.annotate.attributions.weights import Weights, read_weights
from memcon.annotate.encoder import Encoded
from memcon.annotate.encoder.encoder import SHIPPED
from memcon.errors import UsageError

HEAD = "tags"
"""The output of the model that tells of attributions."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """What is made of the encoder's head: the weights that link and judge what it tags. `name` is that of the model and its version."""

    weights: Weights
    name: str = "attributions"

    def tag(self, encoded: Encoded) -> Tagged:
        """The chances of every word piece."""
        return Tagged(encoded.starts, encoded.ends, encoded.blocks, encoded.chances(HEAD))


def load_tagger(folder: Traversable = SHIPPED) -> Tagger:
    """The tagger in `folder`, or the one that ships with the package. Reads files: call it at the edge and pass the tagger down.

    Raises `UsageError` when a file of the model is missing.
    """
    try:
        weights = read_weights(folder.joinpath("relations.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise UsageError(
            "the learned attribution model is not installed",
            hint="reinstall memcon, or read with `--attribution rules`",
        ) from error
    return Tagger(weights, _name_in(folder))


def _name_in(folder: Traversable) -> str:
    """The name of the model in `folder`, with the beginning of its card's hash for a version: the card holds the hashes of its files."""
    card = folder.joinpath("card.json")
    if not card.is_file():
        return "attributions"
    return f"attributions {hashlib.sha256(card.read_bytes()).hexdigest()[:12]}"
