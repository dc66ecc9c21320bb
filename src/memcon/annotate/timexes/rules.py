"""Loading the rules of time phrases: one folder a language, one file a kind of phrase, one table a rule.

    ["quarter of a year"]
    pattern = "<front> {the}? {fiscal}? -? {ord: ordinal|last|early} -? {unit: quarter|half} {of}? {year: year}"
    meaning = "quarter"
    yes = ["Trade fell in [the third quarter of 2024]."]
    no = ["The first half was dull."]

`meaning` names a function of the module that the file is named after; `yes` and `no` are the rule's tests. `fragments.toml` has the pieces of
patterns that rules name as `<front>`. A table that can't be used is an error at load that names the file, the rule and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from memcon.annotate.timexes.engine import Meanings, Rule
from memcon.annotate.timexes.patterns import compile_pattern
from memcon.errors import LexiconError
from memcon.lexicon.tables import read_toml

_KEYS = {"pattern": str, "meaning": str, "yes": list, "no": list}
_NEEDED = tuple(key for key in _KEYS if key != "no")


def load(language: str, meanings: Mapping[str, Meanings]) -> tuple[Rule, ...]:
    """The rules of a language, in the order of the files that `meanings` names. Raises `LexiconError`."""
    return load_folder(files(__package__).joinpath(language), meanings)


def load_folder(folder: Traversable, meanings: Mapping[str, Meanings]) -> tuple[Rule, ...]:
    """The rules that the files of `folder` declare."""
    fragments = read_toml(folder.joinpath("fragments.toml"), "rules of time fragments.toml:")
    return tuple(
        rule for name in meanings for rule in _rules(folder.joinpath(f"{name}.toml"), fragments, meanings[name])
    )


def _rules(file: Traversable, fragments: Mapping[str, Any], meanings: Meanings) -> Iterator[Rule]:
    for name, table in read_toml(file, f"rules of time {file.name}:").items():
        place = f"rules of time {file.name}: [{name}]"
        _check(place, table)
        if table["meaning"] not in meanings:
            raise LexiconError(
                f"{place} names an unknown meaning {table['meaning']!r}",
                hint=f"the meanings are {', '.join(sorted(meanings))}",
            )
        pattern = compile_pattern(table["pattern"], fragments, place)
        yield Rule(name, pattern, meanings[table["meaning"]], tuple(table["yes"]), tuple(table.get("no", ())))


def _check(place: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise LexiconError(f"{place} is no table", hint='write ["name of the rule"]')
    if missing := next((key for key in _NEEDED if not table.get(key)), None):
        raise LexiconError(f"{place} has no {missing}", hint=f"a rule needs {', '.join(_NEEDED)}")
    for key, value in table.items():
        if not isinstance(value, _KEYS.get(key, ())):
            raise LexiconError(
                f"{place} can't use {key!r}",
                hint="keys are pattern and meaning (texts), yes and no (lists of sentences)",
            )
