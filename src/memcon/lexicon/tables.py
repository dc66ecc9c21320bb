"""Loading the tables of words. A table that can't be used is an error at load that names the file and the table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.errors import LexiconError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_HERE = Path(__file__).parent
_VERBS = "verbs.toml"
_KEYS = frozenset({"means", "words", "by", "values", "of", "sentences"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """A class of words: what they do, the words, what each stands for where that is told, and sentences with its words in brackets.

    `own` are the words that its table and the list of verbs give it, `words` those and the words of the classes named by `of`.
    """

    name: str
    file: str
    means: str
    own: frozenset[str]
    words: frozenset[str]
    values: Mapping[str, Any] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


def words(name: str, language: str = "en") -> frozenset[str]:
    """The words of the class `name`. Raises `LexiconError` when there is none of that name."""
    return _class(name, language).words


def values(name: str, language: str = "en") -> Mapping[str, Any]:
    """What each word of the class `name` stands for. Raises `LexiconError` when there is none of that name, or its words stand for nothing."""
    found = _class(name, language)
    if set(found.values) != found.words:
        raise LexiconError(
            f"lexicon {found.file}: the words of [{name}] stand for nothing", hint="give it `by` or `values`"
        )
    return found.values


def _class(name: str, language: str) -> WordClass:
    found = classes(language).get(name)
    if found is None:
        raise LexiconError(
            f"the lexicon of {language!r} has no class {name!r}",
            hint=f"add a table [{name}] to one of the files in lexicon/{language}",
        )
    return found


def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a folder of words, in order: those that memcon can read."""
    folders = (f.name for f in _HERE.iterdir() if f.is_dir() and not f.name.startswith("_"))
    return tuple(sorted(folders))


@cache
def classes(language: str = "en") -> Mapping[str, WordClass]:
    """All classes of a language by name. Raises `LexiconError` for a language without a folder and for a table that can't be used."""
    folder = _HERE.joinpath(language)
    if not folder.is_dir():
        raise LexiconError(f"there is no lexicon of {language!r}", hint=f"make a folder lexicon/{language}")
    return load(folder)


def load(folder: Traversable) -> Mapping[str, WordClass]:
    """The classes that the files of `folder` define."""
    tables: dict[str, tuple[str, Mapping[str, Any]]] = {}
    verbs: dict[str, list[str]] = {}
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        content = read_toml(file, f"lexicon {file.name}")
        if file.name == _VERBS:
            verbs = _verbs(content)
            continue
        for name, table in content.items():
            if name in tables:
                raise _error(file.name, name, f"stands in {tables[name][0]} too", "a class is one table")
            tables[name] = (file.name, _checked(file.name, name, table))
    own = {name: _own(file, name, table) for name, (file, table) in tables.items()}
    for lemma, entries in verbs.items():
        for entry in entries:
            name, _, value = entry.partition(":")
            if name not in own:
                raise _error(
                    _VERBS, lemma, f"names a class {name!r} that has no table", f"add [{name}] to a file beside it"
                )
            own[name].setdefault(lemma, value or None)
    return {name: _word_class(name, tables, own) for name in tables}


def read_toml(file: Traversable, place: str) -> Mapping[str, Any]:
    """What a TOML file holds. Raises `LexiconError`, which names `place`, for one that can't be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{place} can't be read: {error}", hint="it must be a TOML file in UTF-8") from error


def _verbs(content: Mapping[str, Any]) -> dict[str, list[str]]:
    for lemma, names in content.items():
        if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
            raise _error(_VERBS, lemma, "is no list of classes", 'write lemma = ["class", …]')
    return dict(content)


def _checked(file: str, name: str, table: Any) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise _error(file, name, "is no table", f"write [{name}]")
    if unknown := sorted(set(table) - _KEYS):
        raise _error(file, name, f"has an unknown key {unknown[0]!r}", f"the keys are {', '.join(sorted(_KEYS))}")
    if not isinstance(table.get("means"), str):
        raise _error(file, name, "does not say what its words do", 'add means = "…"')
    sentences = table.get("sentences", [])
    if not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
        raise _error(file, name, "has sentences that are no list of texts", 'write sentences = ["…"]')
    return table


def _own(file: str, name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Each word of a table to what it stands for, None where that is not told."""
    found: dict[str, Any] = dict.fromkeys(_listed(file, name, table.get("words", "")))
    for value, listed in table.get("by", {}).items():
        found |= dict.fromkeys(_listed(file, name, listed), value)
    found |= table.get("values", {})
    if wrong := next((w for w in found if w != w.lower() or not w.strip()), None):
        raise _error(file, name, f"has {wrong!r}, which is not in lower case", "words are compared in lower case")
    return found


def _listed(file: str, name: str, given: Any) -> Sequence[str]:
    if isinstance(given, str):
        return given.split()
    if isinstance(given, list) and all(isinstance(w, str) for w in given):
        return given
    raise _error(file, name, "has words that are neither a text nor a list of texts", 'write words = "one two"')


def _word_class(
    name: str, tables: Mapping[str, tuple[str, Mapping[str, Any]]], own: Mapping[str, Mapping[str, Any]]
) -> WordClass:
    file, table = tables[name]
    found: dict[str, Any] = {}
    for part in _parts(name, tables, ()):
        found = {**own[part], **found}
    return WordClass(
        name=name,
        file=file,
        means=table["means"],
        own=frozenset(own[name]),
        words=frozenset(found),
        values={word: value for word, value in found.items() if value is not None},
        of=tuple(table.get("of", ())),
        sentences=tuple(table.get("sentences", ())),
    )


def _parts(name: str, tables: Mapping[str, tuple[str, Mapping[str, Any]]], above: tuple[str, ...]) -> list[str]:
    """A class and all that it is made of."""
    file, table = tables[name]
    if name in above:
        raise _error(file, name, "is made of itself", "take it out of `of`")
    found = [name]
    for other in table.get("of", ()):
        if other not in tables:
            raise _error(file, name, f"is made of {other!r}, which has no table", "correct the name in `of`")
        found += _parts(other, tables, (*above, name))
    return found


def _error(file: str, name: str, what: str, hint: str) -> LexiconError:
    return LexiconError(f"lexicon {file}: [{name}] {what}", hint=hint)
