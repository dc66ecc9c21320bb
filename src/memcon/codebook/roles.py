"""The roles in which actors take part in an event: one table each in `roles.toml`, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.codebook.tables import Table

_KEYS = ("means", "words", "strength", "away", "comes", "party", "receives", "does")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """One role. `words` are its label; of two roles for one actor that of the greater `strength` stays. `is_away`: it is that of somebody who does
    not come; `comes`: whoever stays away has it no more; `is_party`: it makes a party, who tells one event from another; `receives`: what is
    done is done to it, `does`: it does it."""

    name: str
    means: str
    words: str
    strength: int = 0
    is_away: bool = False
    comes: bool = False
    is_party: bool = True
    receives: bool = False
    does: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Roles:
    """All roles by name, in the order in which they are shown."""

    entries: Mapping[str, RoleEntry]

    def of(self, name: str) -> RoleEntry:
        """The role `name`; one that nobody defined (a ledger of a newer version may hold it) is shown as it is and means nothing."""
        return self.entries.get(name) or RoleEntry(name=name, means="", words=name.replace("_", " "))

    @property
    def plainest(self) -> str:
        """The role that tells least of how somebody takes part."""
        return min(self.entries.values(), key=lambda entry: entry.strength).name

    def strength(self, name: str) -> int:
        return self.of(name).strength


def parse_roles(table: Table) -> Roles:
    """The roles that `roles.toml` defines."""
    return Roles({name: _entry(name, inner.only(_KEYS)) for name, inner in table.inner()})


def _entry(name: str, table: Table) -> RoleEntry:
    return RoleEntry(
        name=name,
        means=table.text("means"),
        words=table.text("words", name.replace("_", " ")),
        strength=table.number("strength"),
        is_away=table.is_set("away"),
        comes=table.is_set("comes"),
        is_party="party" not in table.content or table.is_set("party"),
        receives=table.is_set("receives"),
        does=table.is_set("does"),
    )
