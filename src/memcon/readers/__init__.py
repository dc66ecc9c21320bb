"""Other readers of documents: a language model that must quote, and those that packages add. Each stands beside the program's own reading, never in its place."""

from __future__ import annotations

from memcon.readers.other import OtherReader
from memcon.readers.registry import make_other, make_plugin, names_of_others
from memcon.readers.together import Together

__all__ = ["OtherReader", "Together", "make_other", "make_plugin", "names_of_others"]
