"""Packs put together: one frozen value with every look-up that reading needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.knowledge.entries import ChannelEntry, Organization, PlaceEntry, ProcessEntry, Record, State, Tenure
from memcon.knowledge.gazetteer import Gazetteer, build_gazetteer
from memcon.knowledge.names import name_key, normalize_name
from memcon.knowledge.titles import BodyMatch, OfficeVocabulary, TitleMatch
from memcon.knowledge.validity import overlaps


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
    offices: OfficeVocabulary

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

    @cached_property
    def channel_by_id(self) -> Mapping[str, ChannelEntry]:
        return {c.id: c for c in self.channels}

    @cached_property
    def organization_by_id(self) -> Mapping[str, Organization]:
        return {o.id: o for o in self.organizations}

    def state_by_name(self, text: str, on: str | None = None) -> State | None:
        """The state that `text` names in full or by its acronym ("ROK", "the Netherlands"), at the time `on` (EDTF) if given; None when
        there is none or more than one ("Korea")."""
        text = text.strip()
        exact = self._by_acronym.get(text, ())
        found = exact or self._by_name.get(_bare(text), ())
        kept = {s.code: s for s, valid in found if overlaps(valid, on) and overlaps(s.valid, on)}
        return next(iter(kept.values())) if len(kept) == 1 else None

    def state_by_demonym(self, text: str) -> State | None:
        """The state whose people or whose adjective `text` is ("South Korean", "Swedes"); None when there is none or more than one."""
        kept = self._by_demonym.get(_bare(text), ())
        return kept[0] if len(kept) == 1 else None

    def tenures(self, name: str, on: str | None = None) -> tuple[Tenure, ...]:
        """The offices held by the person of this full name (any spelling that has the same `name_key`), at the time `on` (EDTF) if
        given, the latest first."""
        found = self._by_person.get(name_key(name), ())
        return tuple(t for t in found if overlaps(t.valid, on))

    def holders(self, title: str, country: str, on: str | None = None) -> tuple[Tenure, ...]:
        """Who held the office of this title in a state (alpha-3), at the time `on` (EDTF) if given."""
        wanted = normalize_name(title)
        return tuple(
            t
            for t in self.people
            if t.country == country and normalize_name(t.title) == wanted and overlaps(t.valid, on)
        )

    def titles_at(self, words: Sequence[str], i: int) -> TitleMatch | None:
        """The longest office title that starts at word `i`; see `OfficeVocabulary.titles_at`."""
        return self.offices.titles_at(words, i)

    def body_at(self, words: Sequence[str], i: int) -> BodyMatch | None:
        """The longest official body that starts at word `i`, known or not; see `OfficeVocabulary.body_at`."""
        return self.offices.body_at(words, i)

    @cached_property
    def _by_name(self) -> Mapping[str, list[tuple[State, str | None]]]:
        found: dict[str, list[tuple[State, str | None]]] = {}
        for state in self.states:
            for name in (state.name, *state.names):
                found.setdefault(_bare(name), []).append((state, None))
            for former in state.former:
                found.setdefault(_bare(former.name), []).append((state, former.valid))
        return found

    @cached_property
    def _by_acronym(self) -> Mapping[str, list[tuple[State, str | None]]]:
        found: dict[str, list[tuple[State, str | None]]] = {}
        for state in self.states:
            for name in state.acronyms:
                found.setdefault(name, []).append((state, None))
        return found

    @cached_property
    def _by_demonym(self) -> Mapping[str, list[State]]:
        found: dict[str, list[State]] = {}
        for state in self.states:
            for name in dict.fromkeys(_bare(d) for d in state.demonyms):
                found.setdefault(name, []).append(state)
        return found

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.people:
            for key in dict.fromkeys(name_key(n) for n in (tenure.person, *tenure.names)):
                found.setdefault(key, []).append(tenure)
        return {key: tuple(sorted(held, key=lambda t: t.valid, reverse=True)) for key, held in found.items()}


def _bare(name: str) -> str:
    return normalize_name(name).removeprefix("the ")
