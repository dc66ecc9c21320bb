"""The codebook: one TOML table a kind of event, one a status, one a role; with meaning, words, wording and sentences that are tests.

Takes nothing; gives what is read and shown of events: `load_codebook().kinds`, `.statuses`, `.roles`. Nothing else in the code lists kinds or
statuses: a file `<kind>.toml` is a kind, a table in `statuses.toml` a status, and a name that has none is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.codebook.roles import RoleEntry, Roles, parse_roles
from memcon.codebook.statuses import STAGES, StatusEntry, Statuses, parse_statuses
from memcon.codebook.tables import Table, read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from memcon.codebook.kinds import NEEDS, PLACE, TRAITS, Kind, VerbFrame

_HERE = Path(__file__).parent
_NO_KINDS = frozenset({"roles.toml", "statuses.toml", "unread.toml"})
_IN_USE: ContextVar[Codebook | None] = ContextVar("codebook", default=None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Codebook:
    """All kinds with the look-ups by noun and verb lemma, all statuses and roles. `unread` are kinds without words, with their meaning."""

    kinds: Mapping[str, Kind]
    unread: Mapping[str, str]
    statuses: Statuses
    roles: Roles
    by_noun: Mapping[tuple[str, ...], Kind]
    longest_noun: Mapping[str, int]
    """The first word of every noun, with the words of the longest noun that begins with it."""
    by_verb: Mapping[str, tuple[VerbFrame, ...]]
    event_nouns: frozenset[str]
    """The last words of all nouns of occasions, which acts and papers are none of."""

    @property
    def kind_names(self) -> tuple[str, ...]:
        """The names of all kinds, those with words first."""
        return (*self.kinds, *self.unread)

    def refinements(self, kind: Kind) -> list[Kind]:
        """The kinds that certain words may make of `kind`."""
        return [k for k in self.kinds.values() if k.refines.family == kind.family]

    def reach_of_noun(self, word: str, lemma: str) -> int:
        """How many words the longest noun has that may begin with `word`, of which `lemma` is the lemma; 0 where none does."""
        return max(self.longest_noun.get(word, 0), self.longest_noun.get(lemma, 0))

    def kind(self, name: str) -> Kind:
        """The kind `name`; one without a table (a ledger of a newer version may hold it) has a name and nothing more."""
        from memcon.codebook.kinds import Kind

        return self.kinds.get(name) or Kind(kind=name, definition="", family=name, label=name.replace("_", " "))


def load_codebook() -> Codebook:
    """The codebook in use: the one that ships, unless `reading_by` gives another. Raises `LexiconError` for a table that can't be used."""
    return _IN_USE.get() or _shipped()


def load_statuses() -> Statuses:
    """The statuses of the codebook in use. A ledger is shown by these and the roles: they have no words to be looked up, which take most of the loading."""
    book = _IN_USE.get()
    return book.statuses if book is not None else _statuses()


def load_roles() -> Roles:
    """The roles of the codebook in use; see `load_statuses`."""
    book = _IN_USE.get()
    return book.roles if book is not None else _roles()


def load_kind_names() -> tuple[str, ...]:
    """The names of all kinds of the codebook in use, those with words first; see `load_statuses`."""
    book = _IN_USE.get()
    return book.kind_names if book is not None else _kind_names()


def label_of(kind: str) -> str:
    """What a kind is called in the codebook in use; see `load_statuses`. One that it does not know is called as it is."""
    book = _IN_USE.get()
    return book.kind(kind).label if book is not None else _label(kind)


@contextmanager
def reading_by(codebook: Codebook) -> Iterator[None]:
    """Within the block, texts are read and shown by `codebook`."""
    token = _IN_USE.set(codebook)
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def _shipped() -> Codebook:
    return load(_HERE)


@cache
def _statuses() -> Statuses:
    return parse_statuses(read_table(_HERE.joinpath("statuses.toml")))


@cache
def _roles() -> Roles:
    return parse_roles(read_table(_HERE.joinpath("roles.toml")))


@cache
def _kind_names() -> tuple[str, ...]:
    """By the names of the tables, which are the kinds', as loading them sees to."""
    named = sorted(
        f.name.removesuffix(".toml") for f in _HERE.iterdir() if f.name.endswith(".toml") and f.name not in _NO_KINDS
    )
    unread = read_table(_HERE.joinpath("unread.toml"))
    return (*named, *(name for name, _ in unread.inner() if name not in named))


@cache
def _label(kind: str) -> str:
    tables = {f.name: f for f in _HERE.iterdir() if f.name.endswith(".toml") and f.name not in _NO_KINDS}
    table = tables.get(f"{kind}.toml")
    plain = kind.replace("_", " ")
    return plain if table is None else read_table(table).table("en").text("label", plain)


def load(folder: Traversable) -> Codebook:
    """The codebook of the tables in `folder`. Raises `LexiconError` for one that can't be used, with its file, its table and a hint."""
    from memcon.codebook.kinds import parse_kind

    roles = parse_roles(read_table(folder.joinpath("roles.toml")))
    statuses = parse_statuses(read_table(folder.joinpath("statuses.toml")))
    unread = read_table(folder.joinpath("unread.toml"))
    tables = {t.text("kind"): t for t in _kind_tables(folder)}
    kinds = {name: parse_kind(table, tables, roles.entries) for name, table in tables.items()}
    _check_names(kinds, tables)
    by_verb: dict[str, list[VerbFrame]] = {}
    for kind in kinds.values():
        for frame in kind.verbs:
            by_verb.setdefault(frame.lemma, []).append(frame)
    by_noun = {tuple(noun.split()): k for k in kinds.values() for noun in k.nouns}
    return Codebook(
        kinds=kinds,
        unread={name: t.only(("means",)).text("means") for name, t in unread.inner() if name not in kinds},
        statuses=statuses,
        roles=roles,
        by_noun=by_noun,
        longest_noun={words[0]: len(words) for words in sorted(by_noun, key=len)},
        by_verb={lemma: tuple(frames) for lemma, frames in by_verb.items()},
        event_nouns=frozenset(
            noun.split()[-1] for k in kinds.values() for noun in k.nouns if noun not in k.done.acts | k.done.papers
        ),
    )


def _kind_tables(folder: Traversable) -> list[Table]:
    names = [f for f in folder.iterdir() if f.name.endswith(".toml") and f.name not in _NO_KINDS]
    found = [read_table(f) for f in sorted(names, key=lambda f: f.name)]
    for table in found:
        if table.file != f"{(name := table.text('kind'))}.toml":
            raise table.error(f"is about {name!r}", f"call the file {name}.toml")
    return found


def _check_names(kinds: Mapping[str, Kind], tables: Mapping[str, Table]) -> None:
    """A noun is of one kind; what another table is named for is there."""
    of: dict[str, str] = {}
    families = {k.family for k in kinds.values()}
    for name, kind in kinds.items():
        table = tables[name]
        for noun in kind.nouns:
            if of.setdefault(noun, name) != name:
                raise table.error(f"has the noun {noun!r}, which {of[noun]}.toml has too", "a noun is of one kind")
        if kind.refines.family:
            table.known("refines", kind.refines.family, families)
        for frame in kind.verbs:
            if frame.may_be is not None:
                table.known("may_be", frame.may_be, kinds)


__all__ = [
    "NEEDS",
    "PLACE",
    "STAGES",
    "TRAITS",
    "Codebook",
    "Kind",
    "RoleEntry",
    "Roles",
    "StatusEntry",
    "Statuses",
    "VerbFrame",
    "label_of",
    "load",
    "load_codebook",
    "load_roles",
    "load_statuses",
    "reading_by",
]

_OF_KINDS = ("NEEDS", "PLACE", "TRAITS", "Kind", "VerbFrame")


def __getattr__(name: str) -> Any:
    """What kinds are made of, fetched when it is asked for: statuses and roles are shown without it."""
    if name not in _OF_KINDS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from memcon.codebook import kinds

    return getattr(kinds, name)
