"""Places: what a preposition or a verb of motion points to, named as the text names it, located only where a pack knows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from memcon.coding.text_index import TextIndex
from memcon.domain.records import Place
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge
from memcon.knowledge.entries import ChannelEntry, Entry, Organization, PlaceEntry, State

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_VENUE_NOUNS = frozenset(
    [
        "palace",
        "hall",
        "hotel",
        "house",
        "center",
        "centre",
        "base",
        "airport",
        "area",
        "village",
        "camp",
        "island",
        "headquarters",
        "building",
        "embassy",
        "residence",
        "compound",
        "resort",
        "border",
        "zone",
        "complex",
        "university",
        "museum",
        "castle",
        "villa",
        "port",
        "shipyard",
        "office",
        "ministry",
        "station",
        "capital",
        "city",
    ]
)
"""Heads of phrases that name a place though they are no city or state ("the presidential palace")."""

_KINDS_OF_PLACE = frozenset(
    {"town", "city", "village", "capital", "province", "region", "island", "port", "district", "resort"}
)

_NOT_PLACES = frozenset({"meeting", "summit", "conference", "talks", "time", "year", "month", "week", "day"})


class Places:
    """Finds the place that a token heads, in one annotation."""

    def __init__(self, index: TextIndex, knowledge: Knowledge) -> None:
        self._index = index
        self._knowledge = knowledge

    @cached_property
    def known(self) -> dict[int, tuple[int, int, tuple[Entry, ...]]]:
        """Token index → (first, end, readings) of the known name that it stands in."""
        found = {}
        for sentence in self._index.annotation.sentences:
            words = [t.text for t in self._index.tokens[sentence.first : sentence.last]]
            for start, end, entries in self._knowledge.gazetteer.match(words):
                for i in range(start, end):
                    found[sentence.first + i] = (sentence.first + start, sentence.first + end, entries)
        return found

    def at(self, head: int) -> Place | None:
        """The place whose name or noun is headed by token `head`, or None when that is no place."""
        index = self._index
        token = index.tokens[head]
        if head in index.timex_at or index.tree.lemma(head) in _NOT_PLACES:
            return None
        if index.tree.lemma(head) in _KINDS_OF_PLACE and (named := self._named_by_kind(head)) is not None:
            return named
        known = self.known.get(head)
        if known is not None:
            return self._known_place(head, known)
        if token.entity[2:] in _PLACE_LABELS and token.pos == "PROPN":
            return self._named(head)
        if index.tree.lemma(head) in _VENUE_NOUNS and token.pos in {"NOUN", "PROPN"} and self._is_definite(head):
            return self._named(head)
        return None

    def _named_by_kind(self, head: int) -> Place | None:
        """ "the town of Pandeglang": the place is what the kind of place is "of"."""
        index = self._index
        for p in index.tree.deps(head, "prep"):
            if index.tree.lower(p) == "of":
                for o in index.tree.deps(p, "pobj"):
                    if index.tokens[o].pos == "PROPN":
                        return self.at(o) or self._named(o)
        return None

    def _known_place(self, head: int, known: tuple[int, int, tuple[Entry, ...]]) -> Place | None:
        first, end, entries = known
        if any(isinstance(e.record, ChannelEntry) for e in entries):
            return None
        places = [e.record for e in entries if isinstance(e.record, PlaceEntry)]
        states = [e.record for e in entries if isinstance(e.record, State) and e.form != "demonym"]
        metonyms = [e.record for e in entries if isinstance(e.record, State) and e.form == "metonym"]
        span = self._index.span(first, end - 1)
        name = span.of(self._index.text)
        if places:
            return _place(name, span, places, metonyms)
        if states:
            return Place(name=name, span=span, country=states[0].code if len(states) == 1 else None)
        if (
            any(isinstance(e.record, Organization) for e in entries)
            and self._index.tree.lemma(head) not in _VENUE_NOUNS
        ):
            return None
        return self._named(head) if self._index.tree.lemma(head) in _VENUE_NOUNS else None

    def _named(self, head: int) -> Place:
        """A place that no pack knows: its noun phrase up to the head, without a leading article."""
        index = self._index
        first = head
        while (
            first > 0
            and index.tokens[first - 1].head == head
            and index.tokens[first - 1].dep in {"compound", "amod", "nmod", "poss"}
        ):
            first -= 1
        while (
            first > 0
            and index.tokens[first - 1].entity.startswith(("B-", "I-"))
            and index.tokens[first].entity.startswith("I-")
        ):
            first -= 1
        if index.tree.lower(first) in {"the", "a", "an"} and first < head:
            first += 1
        span = index.span(first, head)
        return Place(name=span.of(index.text), span=span, country=self._country_after(head))

    def _country_after(self, head: int) -> str | None:
        """The country named behind a place: "Malmo, Sweden"."""
        index = self._index
        i = head + 1
        if i + 1 < len(index.tokens) and index.tokens[i].text == ",":
            known = self.known.get(i + 1)
            if known is not None:
                codes = {e.record.code for e in known[2] if isinstance(e.record, State) and e.form == "name"}
                if len(codes) == 1:
                    return codes.pop()
        return None

    def _is_definite(self, head: int) -> bool:
        index = self._index
        return any(index.tokens[c].pos == "PROPN" or index.tree.lower(c) == "the" for c in index.tree.children[head])


def _place(name: str, span: Span, places: Sequence[PlaceEntry], states: Sequence[State]) -> Place:
    """The place of that name: a capital where one reading is one, else the only reading; of several only the name is told."""
    capitals = [p for p in places if any(p.country == s.code for s in states)]
    chosen = capitals[0] if capitals else places[0] if len({p.country for p in places}) == 1 else _dominant(places)
    if chosen is None:
        return Place(name=name, span=span)
    return Place(name=name, span=span, country=chosen.country, lat=chosen.lat, lon=chosen.lon, geonames=chosen.geonames)


def _dominant(places: Sequence[PlaceEntry]) -> PlaceEntry | None:
    """The place that is ten times as populous as any other of its name (London, Ontario is not meant by "London")."""
    ordered = sorted(places, key=lambda p: -(p.population or 0))
    if (ordered[0].population or 0) > 10 * (ordered[1].population or 1):
        return ordered[0]
    return None
