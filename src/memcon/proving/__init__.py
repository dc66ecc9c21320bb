"""Takes a document, what the program itself read in it, and an answer that somebody else gave about it; gives the records of that answer that stand in the
words that they quote, and counts what does not. Believes nothing that is not quoted, asks nobody, and reads no sentence itself."""

from __future__ import annotations

from memcon.proving.answers import FORM, Given, given_in, schema
from memcon.proving.instruction import EDITION, message, messages
from memcon.proving.proof import Proved, prove

__all__ = ["EDITION", "FORM", "Given", "Proved", "given_in", "message", "messages", "prove", "schema"]
