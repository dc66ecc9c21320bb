"""The measures, by the name that `--only` and `--file` take. A listed module that is not there yet is left out."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

NAMES = (
    "polnear",
    "tempeval3",
    "aquaint",
    "isaf",
    "meantime",
    "readouts",
    "record",
    "record_test",
    "record_newswire",
    "agreement",
    "chains",
    "ecbplus",
    "plv",
    "cameo",
    "travels",
)


def available() -> dict[str, ModuleType]:
    """Every measure that exists, in the order of NAMES."""
    return {name: import_module(f"{__name__}.{name}") for name in NAMES if find_spec(f"{__name__}.{name}")}
