"""Who read: the program, or whatever else turns documents into readings, told so exactly that a reading can be done again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.domain.codec import encode
from memcon.domain.ids import content_id

OWN = "memcon"
"""The name of the program's own reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderName:
    """A reader as every assertion names it. `packs` and `models` are wordings with their versions ("korea 2025.11",
    "en_core_web_sm 3.8.0").

    Readers of one `name` are one reader: what it reads today takes the place of what it read before, whatever its version, packs and models
    were. Readers of different names stand side by side.
    """

    name: str
    version: str
    packs: tuple[str, ...] = ()
    models: tuple[str, ...] = ()


UNTOLD = ReaderName(name=OWN, version="")
"""The program itself, where nobody says which version: readings made by hand."""


@cache
def reader_id(reader: ReaderName) -> str:
    """The id under which a ledger keeps the reader, with all that it is made of: `reader_…`."""
    return content_id("reader", encode(reader))
