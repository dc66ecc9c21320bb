"""Takes a text's blocks; gives what the small transformer says of every word piece: one pass over the text, whatever is asked of it.

Whoever learned a question asks it as a *head*: an output of the model file, a row of scores a piece. A head of its own needs no pass of its own.
Reads its model's files when it is loaded, nothing after; knows no torch and no network.
"""

from __future__ import annotations

from memcon.annotate.encoder.encoded import Encoded
from memcon.annotate.encoder.encoder import Encoder, load_encoder, open_encoder

__all__ = ["Encoded", "Encoder", "load_encoder", "open_encoder"]
