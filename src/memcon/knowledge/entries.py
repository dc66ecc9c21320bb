"""What packs hold, as frozen records. Every list of names is complete: matching never invents a name that is not derived from one here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
        "IGO",
    ]
)
"""PLOVER actor sectors (PLOVER manual, actor codes) and IGO for bodies whose members are states."""

Form = Literal["name", "acronym", "demonym", "metonym", "former"]
"""How a matched name names its record: its `name`, an `acronym` ("ROK"), a `demonym` ("South Korean"), a `metonym` (the capital
for the government), a `former` name ("Zaire")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a state bore; `valid` is EDTF."""

    name: str
    valid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or a territory that deals as one. `code` is ISO 3166-1 alpha-3 (ISO 3166-3 for states that ended, XKX for Kosovo).

    `names` are its names other than `name`; `demonyms` adjectives and nouns with plurals; `metonyms` the places that stand for its
    government (its capital first); `valid` EDTF, None when it has existed for as long as the pack reaches back.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    valid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A body that acts: international, governmental, armed, press. `country` is alpha-3 or None (international); `parent` an id."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    kind: str | None = None
    valid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office title that common nouns don't tell ("grand vizier"), in any case, and the PLOVER sector of who bears it."""

    title: str
    sector: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry:
    """An official body that any state may have ("council of guardians"), in any case, or a noun of such bodies, written with `*` for what they
    are for ("* majlis")."""

    name: str
    sector: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in an office for a time. `valid` is EDTF, no more exact than known; `organization` an id where a pack knows it."""

    person: str
    title: str
    valid: str
    names: tuple[str, ...] = ()
    country: str | None = None
    organization: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelEntry:
    """A standing mechanism or a recurring forum. `level` is summit, ministerial, vice_ministerial, senior_official, director_general,
    military, working or None; `cadence` is annual, biannual, quarterly, monthly, irregular …; `start` and `end` are EDTF."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    level: str | None = None
    cadence: str | None = None
    start: str | None = None
    end: str | None = None
    purpose: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessEntry:
    """A long-running issue, with the conditions that it is measured by and the target agreed."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A city, venue or region. Degrees are WGS 84; `population` orders places of one name (bigger first); None when not known."""

    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    kind: str = "city"
    population: int | None = None


Record: TypeAlias = State | Organization | Tenure | ChannelEntry | ProcessEntry | PlaceEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a matched name: the record, and how the name names it."""

    record: Record
    form: Form
