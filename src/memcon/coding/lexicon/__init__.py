"""Word lists of the coder: which verbs carry an event noun and what they make of their subject."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> Mapping[str, Any]:
    """The table `name` ("carriers") that ships in this package."""
    table: Mapping[str, Any] = tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
    return table
