"""Capture → Document: the article's text, what each paragraph of it is, its masthead and its dates.

Gives a document and problem records. Never fetches, never executes, never changes plain text, never raises for what a capture contains.
"""

from __future__ import annotations

from memcon.extract.extraction import MAX_CHARACTERS, extract
from memcon.extract.language import READABLE_LANGUAGES, is_readable

__all__ = ["MAX_CHARACTERS", "READABLE_LANGUAGES", "extract", "is_readable"]
