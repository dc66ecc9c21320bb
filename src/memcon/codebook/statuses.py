"""The statuses of an event: one table each in `statuses.toml`, in the order in which an event lives through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from memcon.codebook.tables import Table

STAGES: Mapping[str, str] = {
    "ahead": "it may or will come",
    "happening": "it has come about",
    "undone": "what was to be is not, or not then",
    "refused": "somebody says no to it, or that it is not so",
}
"""The classes of statuses, each with what it says of the event."""

STYLES = ("done", "ahead", "open", "off")
"""How a status is printed; see `memcon.report.layout`."""

_KEYS = ("means", "stage", "operators", "undoes", "moves", "lasts", "plover", "style", "en")
_ENGLISH_KEYS = ("words", "operators", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverRow:
    """What a status makes of a kind's PLOVER type: for the types of `of`, `type` and `mode` in its place."""

    of: frozenset[str]
    type: str
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """One status.

    `order` is its place in an event's life. `operators` are the kinds of words over an event that give it, `undoes` what the event was
    before such a word: a meeting that may be called off is still scheduled. `own_operators` are words that give this status and no other, by
    the way they act and with the kind of operator that they are. `moves` when it gives the event a new time, `lasts` when it
    tells that the event goes on as the source says so. `words` and `style` are how it is printed;
    `yes` are sentences that tell of an event of this status, `no` sentences that do not.
    """

    name: str
    means: str
    stage: str = ""
    order: int = 0
    operators: tuple[str, ...] = ()
    undoes: Mapping[str, str] = field(default_factory=dict)
    own_operators: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moves: bool = False
    lasts: bool = False
    plover: PloverRow | None = None
    style: str = "open"
    words: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def is_ahead(self) -> bool:
        return self.stage == "ahead"

    @property
    def is_happening(self) -> bool:
        return self.stage == "happening"

    @property
    def is_undone(self) -> bool:
        return self.stage == "undone"

    @property
    def is_refused(self) -> bool:
        return self.stage == "refused"


@dataclass(frozen=True, slots=True, eq=False)
class Statuses:
    """All statuses by name, in the order of an event's life."""

    entries: Mapping[str, StatusEntry]

    def of(self, name: str | None) -> StatusEntry:
        """The status `name`; one that nobody defined (a ledger of a newer version may hold it) is shown as it is, is of no class and comes last."""
        known = self.entries.get(name or "")
        return known or StatusEntry(
            name=name or "", means="", order=len(self.entries), words=(name or "open").replace("_", " ")
        )

    def given_by(self, operator: str, lemma: str = "") -> str | None:
        """The status that an operator of this kind gives, by the word `lemma` where a status has words of its own; None for one that gives none."""
        for entry in self.entries.values():
            if operator in entry.operators and any(
                lemma == word.split()[0] for words in entry.own_operators.values() for word in words
            ):
                return entry.name
        return next((e.name for e in self.entries.values() if operator in e.operators and not e.own_operators), None)

    def before(self, operator: str) -> str | None:
        """What an event was before an operator of this kind undid it; None where that is not known."""
        return next((e.undoes[operator] for e in self.entries.values() if operator in e.undoes), None)

    @property
    def undoing(self) -> frozenset[str]:
        """The kinds of operators that turn away what was there before them."""
        return frozenset(o for e in self.entries.values() if e.is_undone or e.is_refused for o in e.operators)


def parse_statuses(table: Table) -> Statuses:
    """The statuses that `statuses.toml` defines."""
    entries = {name: _entry(name, order, inner.only(_KEYS)) for order, (name, inner) in enumerate(table.inner())}
    for name, entry in entries.items():
        for operator, before in entry.undoes.items():
            inner = table.table(name)
            inner.known("undoes", operator, entry.operators)
            inner.known("undoes", before, entries)
    return Statuses(entries)


def _entry(name: str, order: int, table: Table) -> StatusEntry:
    english = table.table("en").only(_ENGLISH_KEYS)
    undoes, own = table.table("undoes"), english.table("operators")
    if not english.texts("yes"):
        raise table.error("has no sentence", 'add yes = ["…"] under its [en]')
    if own.content and not table.texts("operators"):
        raise table.error("has words and no kind of operator that they are", 'add operators = ["postponement"]')
    return StatusEntry(
        name=name,
        means=table.text("means"),
        stage=table.one_of("stage", STAGES),
        order=order,
        operators=table.texts("operators"),
        undoes={operator: undoes.text(operator) for operator in undoes.content},
        own_operators={way: own.texts(way) for way in own.content},
        moves=table.is_set("moves"),
        lasts=table.is_set("lasts"),
        plover=_plover(table),
        style=table.one_of("style", STYLES),
        words=english.text("words", name.replace("_", " ")),
        yes=english.texts("yes"),
        no=english.texts("no"),
    )


def _plover(table: Table) -> PloverRow | None:
    if "plover" not in table.content:
        return None
    row = table.table("plover").only(("of", "type", "mode"))
    return PloverRow(
        of=frozenset(row.texts("of")), type=row.text("type"), mode=row.text("mode") if "mode" in row.content else None
    )
