"""memcon: a sourced, bitemporal ledger of diplomatic engagement, read from news and official releases.

    reading = memcon.read(text, published="2025-11-03")      # one text: extract → annotate → code
    for reading in memcon.Reader().read_many(documents): …   # many texts, one language model
    ledger = memcon.Ledger.open("ledger.db")                 # what many documents say, each claim with its source
    ledger.add("articles/")                                  # acquire → read → append
    for event in ledger.timeline(actor="Japan"): …           # views as of (valid, recorded)

Names are loaded when they are first used, so that `import memcon` is quick.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.book import Ledger
    from memcon.domain.actors import Actor
    from memcon.domain.documents import Document
    from memcon.domain.problems import Problem
    from memcon.domain.reading import Reading
    from memcon.domain.records import Channel, Commitment, Event, Position, Precedent, Process, Statement
    from memcon.domain.spans import Evidence, Span
    from memcon.domain.times import Timex
    from memcon.errors import MemconError
    from memcon.ingest import Reader

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Channel",
    "Commitment",
    "Document",
    "Event",
    "Evidence",
    "Ledger",
    "MemconError",
    "Position",
    "Precedent",
    "Problem",
    "Process",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "Timex",
    "read",
]

_HOME = {
    "Actor": "memcon.domain.actors",
    "Document": "memcon.domain.documents",
    "Evidence": "memcon.domain.spans",
    "Ledger": "memcon.book",
    "MemconError": "memcon.errors",
    "Problem": "memcon.domain.problems",
    "Reader": "memcon.ingest",
    "Reading": "memcon.domain.reading",
    "Span": "memcon.domain.spans",
    "Timex": "memcon.domain.times",
}
"""The module of each public name; the records of diplomacy are all in `memcon.domain.records`."""


def read(text: str, *, published: str | None = None) -> Reading:
    """What one text says. `published` is its publication date (EDTF), where you know it.

    The first call loads the language model and the packs. To choose packs, or to read many texts in batches, make a `Reader`.
    A text that can't be read gives a reading with nothing but its problems.
    """
    return _reader().read(text, published=published)


@cache
def _reader() -> Reader:
    """The reader behind `read`, by the default settings, made once."""
    from memcon.ingest import Reader

    return Reader()


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME.get(name, "memcon.domain.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
