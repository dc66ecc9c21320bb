"""Packs put together: one frozen value with every look-up that reading needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from memcon.knowledge.entries import ChannelEntry, Organization, PlaceEntry, ProcessEntry, Record, State, Tenure
from memcon.knowledge.gazetteer import Gazetteer, build_gazetteer
from memcon.knowledge.names import name_key, normalize_name
from memcon.knowledge.offices import Offices
from memcon.knowledge.validity import overlaps

FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"})
"""States whose people are named with the family's name first."""


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Everything that the loaded packs say. `packs` names them with their versions, in the order loaded."""

    packs: tuple[tuple[str, str], ...]
    states: tuple[State, ...]
    organizations: tuple[Organization, ...]
    people: tuple[Tenure, ...]
    channels: tuple[ChannelEntry, ...]
    processes: tuple[ProcessEntry, ...]
    places: tuple[PlaceEntry, ...]
    offices: Offices

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The index of all names, built on first use."""
        records: tuple[Record, ...] = (
            *self.states, *self.organizations, *self.channels, *self.processes, *self.people, *self.places
        )  # fmt: skip
        return build_gazetteer(records)

    @cached_property
    def state_by_code(self) -> Mapping[str, State]:
        return {s.code: s for s in self.states}

    def state_code(self, name: str) -> str | None:
        """The code of the state that is called so, by code, name, other name or acronym in any spelling; None for none."""
        return state_code(self.states, name)

    def land_of(self, publisher: str | None) -> str | None:
        """The country whose government's body publishes; None where no pack knows the publisher as one."""
        found = [e.record for e in self.gazetteer.look_up(publisher or "")]
        bodies = (r for r in found if isinstance(r, Organization) and r.sector == "GOV")
        return next((r.country for r in bodies if r.country), None)

    def tenures(self, name: str, on: str | None = None) -> tuple[Tenure, ...]:
        """The offices held by the person of this full name (any spelling that has the same `name_key`), at the time `on` (EDTF) if
        given, the latest first."""
        found = self._by_person.get(name_key(name), ())
        return tuple(t for t in found if overlaps(t.valid, on))

    def in_office(self, surname: str, on: str) -> tuple[Tenure, ...]:
        """The offices that the only person of this surname holds at the time `on` (EDTF); none where two persons do, or nobody."""
        found = [t for t in self._by_surname.get(normalize_name(surname), ()) if overlaps(t.valid, on)]
        return tuple(found) if len({t.person for t in found}) == 1 else ()

    def titles_held(self, country: str, on: str) -> frozenset[str]:
        """The titles, in small letters, that somebody bears for `country` (alpha-3) at the time `on` (EDTF)."""
        return frozenset(t.title.lower() for t in self._by_country.get(country, ()) if overlaps(t.valid, on))

    @cached_property
    def _by_country(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.people:
            found.setdefault(tenure.country or "", []).append(tenure)
        return {country: tuple(held) for country, held in found.items()}

    @cached_property
    def _by_surname(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.people:
            parts = [normalize_name(name).split() for name in (tenure.person, *tenure.names)]
            family = 0 if tenure.country in FAMILY_FIRST else -1
            for word in dict.fromkeys(p[family] for p in parts if len(p) > 1):
                found.setdefault(word, []).append(tenure)
        return {word: tuple(held) for word, held in found.items()}

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.people:
            for key in dict.fromkeys(name_key(n) for n in (tenure.person, *tenure.names)):
                found.setdefault(key, []).append(tenure)
        return {key: tuple(sorted(held, key=lambda t: t.valid, reverse=True)) for key, held in found.items()}


def state_code(states: Iterable[State], name: str) -> str | None:
    """The code of the one of the `states` that is called so; see `Knowledge.state_code`."""
    key = name_key(name)
    for state in states:
        if key in {name_key(each) for each in (state.code, state.name, *state.names, *state.acronyms)}:
            return state.code
    return None
