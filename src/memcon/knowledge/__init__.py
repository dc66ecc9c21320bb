"""Dated knowledge in packs (data files): takes folders, gives one frozen `Knowledge` value with look-ups.

Reads files when asked to `load` or `check`, at the edge only; the stages are handed the value. It never guesses: a name that two
records share gives both.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.knowledge.checking import PackProblem, check
    from memcon.knowledge.entries import (
        SECTORS,
        BodyEntry,
        ChannelEntry,
        Entry,
        Form,
        FormerName,
        Organization,
        PlaceEntry,
        ProcessEntry,
        Record,
        State,
        Tenure,
        Title,
    )
    from memcon.knowledge.gazetteer import Gazetteer, build_gazetteer
    from memcon.knowledge.lookup import Knowledge
    from memcon.knowledge.names import name_key, normalize_name, same_name
    from memcon.knowledge.offices import Offices
    from memcon.knowledge.packs import PackHeader, installed_packs, load, read_header
    from memcon.knowledge.words import words_of

__all__ = [
    "SECTORS",
    "BodyEntry",
    "ChannelEntry",
    "Entry",
    "Form",
    "FormerName",
    "Gazetteer",
    "Knowledge",
    "Offices",
    "Organization",
    "PackHeader",
    "PackProblem",
    "PlaceEntry",
    "ProcessEntry",
    "Record",
    "State",
    "Tenure",
    "Title",
    "build_gazetteer",
    "check",
    "installed_packs",
    "load",
    "name_key",
    "normalize_name",
    "read_header",
    "same_name",
    "words_of",
]

_HOMES = {
    "BodyEntry": "memcon.knowledge.entries",
    "ChannelEntry": "memcon.knowledge.entries",
    "Entry": "memcon.knowledge.entries",
    "Form": "memcon.knowledge.entries",
    "FormerName": "memcon.knowledge.entries",
    "Gazetteer": "memcon.knowledge.gazetteer",
    "Knowledge": "memcon.knowledge.lookup",
    "Offices": "memcon.knowledge.offices",
    "Organization": "memcon.knowledge.entries",
    "PackHeader": "memcon.knowledge.packs",
    "PackProblem": "memcon.knowledge.checking",
    "PlaceEntry": "memcon.knowledge.entries",
    "ProcessEntry": "memcon.knowledge.entries",
    "Record": "memcon.knowledge.entries",
    "SECTORS": "memcon.knowledge.entries",
    "State": "memcon.knowledge.entries",
    "Tenure": "memcon.knowledge.entries",
    "Title": "memcon.knowledge.entries",
    "build_gazetteer": "memcon.knowledge.gazetteer",
    "check": "memcon.knowledge.checking",
    "installed_packs": "memcon.knowledge.packs",
    "load": "memcon.knowledge.packs",
    "name_key": "memcon.knowledge.names",
    "normalize_name": "memcon.knowledge.names",
    "read_header": "memcon.knowledge.packs",
    "same_name": "memcon.knowledge.names",
    "words_of": "memcon.knowledge.words",
}
"""Where each name is defined. It is fetched from there when it is asked for: whoever only compares names need not wait for what reads packs."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
