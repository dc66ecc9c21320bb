"""One table of the codebook, read with care: what can't be used is an error that names the file, the table and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from memcon.errors import LexiconError
from memcon.lexicon import words
from memcon.lexicon.tables import read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file: the `file` it stands in, its `name` there ("" for the whole file) and its `content`."""

    file: str
    name: str
    content: Mapping[str, Any]

    def only(self, keys: Collection[str]) -> Table:
        """Itself. Raises `LexiconError` when it has another key."""
        if unknown := sorted(set(self.content) - set(keys)):
            raise self.error(f"has an unknown key {unknown[0]!r}", f"the keys are {', '.join(sorted(keys))}")
        return self

    def text(self, key: str, default: str | None = None) -> str:
        """The text at `key`. Raises `LexiconError` when there is none and no `default`."""
        value = self.content.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"has no text {key!r}", f'add {key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at `key`; empty where there is none."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.error(f"has {key!r}, which is no list of texts", f'write {key} = ["…", "…"]')
        return tuple(value)

    def words(self, key: str) -> frozenset[str]:
        """The words of the list at `key`; "@name" stands for all words of a class of the lexicon."""
        try:
            listed = [words(each[1:]) if each.startswith("@") else {each} for each in self.texts(key)]
        except LexiconError as error:
            raise self.error(f"has a class in {key!r} that is not there: {error}", error.hint) from error
        return frozenset(word for each in listed for word in each)

    def is_set(self, key: str) -> bool:
        """Whether `key` is true; false where it is not there."""
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise self.error(f"has {key!r}, which is neither true nor false", f"write {key} = true")
        return value

    def number(self, key: str) -> int:
        """The whole number at `key`."""
        value = self.content.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(f"has no number {key!r}", f"add {key} = 1")
        return value

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """The text at `key`, which must be one of `allowed`."""
        return self.known(key, self.text(key, default), allowed)

    def known(self, key: str, value: str, allowed: Collection[str]) -> str:
        """`value`, which stands at `key` and must be one of `allowed`."""
        if value not in allowed:
            raise self.error(f"has {key} {value!r}, which is not known", f"known are {', '.join(sorted(allowed))}")
        return value

    def table(self, key: str) -> Table:
        """The table at `key`; an empty one where there is none."""
        return Table(self.file, self._path(key), self._mapping(key, self.content.get(key, {})))

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of the list at `key`."""
        listed = self.content.get(key, [])
        if not isinstance(listed, list):
            raise self.error(f"has {key!r}, which is no list of tables", f"write [[{self._path(key)}]]")
        for n, each in enumerate(listed, start=1):
            yield Table(self.file, f"{self._path(key)} {n}", self._mapping(key, each))

    def inner(self) -> Iterator[tuple[str, Table]]:
        """All its tables by name, in the order of the file."""
        for key, value in self.content.items():
            yield key, Table(self.file, self._path(key), self._mapping(key, value))

    def error(self, what: str, hint: str) -> LexiconError:
        """The error that says `what` is wrong here."""
        where = f"[{self.name}] " if self.name else ""
        return LexiconError(f"codebook {self.file}: {where}{what}", hint=hint)

    def _mapping(self, key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(f"has {key!r}, which is no table", f"write [{self._path(key)}]")
        return value

    def _path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key


def read_table(file: Traversable) -> Table:
    """The whole of a TOML file. Raises `LexiconError` when it is none."""
    try:
        return Table(file.name, "", read_toml(file, f"codebook {file.name}:"))
    except FileNotFoundError as error:
        raise LexiconError(f"codebook {file.name}: is not there", hint="every codebook has this file") from error
