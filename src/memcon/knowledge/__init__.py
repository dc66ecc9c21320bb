"""Dated knowledge in packs (data files): takes folders, gives one frozen `Knowledge` value with look-ups.

Reads files when asked to `load` or `check`, at the edge only; the stages are handed the value. It never guesses: a name that two
records share gives both.
"""

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
