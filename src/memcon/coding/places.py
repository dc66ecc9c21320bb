"""Places: what a preposition or a verb of motion points to, named as the text names it, located only where a pack knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import (
    ADPOSITIONS,
    ATTRIBUTES_AND_POSSESSORS,
    NOMINAL,
    NOMINAL_SUBJECTS,
    PLACES,
    SILENT,
    TELLING_WHICH,
    VERBAL,
)
from memcon.domain.records import Place
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge
from memcon.knowledge.entries import ChannelEntry, Entry, Form, Organization, PlaceEntry, State
from memcon.lexicon import words

_VENUE_NOUNS = words("place_noun")
_KINDS_OF_PLACE = words("kind_of_place")
_NOT_PLACES = words("no_place")
_ARTICLES = words("article")
_SEATS = words("seat_of_a_government")
_APPOSED = TELLING_WHICH | {"appos"}
_IN_ITS_OWN_RIGHT = NOMINAL_SUBJECTS | {"conj", "poss"}
_GOING_ON = ADPOSITIONS | VERBAL
_DESCRIBING = ATTRIBUTES_AND_POSSESSORS - {"poss"}


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
            texts = [t.text for t in self._index.tokens[sentence.first : sentence.last]]
            for start, end, entries in self._knowledge.gazetteer.match(texts):
                for i in range(start, end):
                    found[sentence.first + i] = (sentence.first + start, sentence.first + end, entries)
        return found

    @cached_property
    def lands(self) -> dict[int, str]:
        """The last token of each name of exactly one state → its country, whatever the name does there ("the U.S. commitment")."""
        found = {}
        for _, end, entries in self.known.values():
            named = {e.record.code for e in entries if isinstance(e.record, State) and e.form != "demonym"}
            if len(named) == 1:
                found[end - 1] = next(iter(named))
        return found

    @cached_property
    def peoples(self) -> dict[int, str]:
        """The last token of each name for the people of exactly one state → its country ("[Norwegian] grain")."""
        found = {}
        for _, end, entries in self.known.values():
            named = {e.record.code for e in entries if isinstance(e.record, State) and e.form == "demonym"}
            if len(named) == 1:
                found[end - 1] = next(iter(named))
        return found

    @cached_property
    def describing(self) -> dict[int, str]:
        """Those of `peoples` that are adjectives of something ("[Norwegian] objections")."""
        return {i: land for i, land in self.peoples.items() if self._index.tokens[i].dep in _DESCRIBING}

    def readings(self, i: int) -> tuple[Entry, ...]:
        """What the known name that token `i` stands in may mean."""
        return self.known[i][2] if i in self.known else ()

    def at(self, head: int) -> Place | None:
        """The place whose name or noun is headed by token `head`, or None when that is no place."""
        lemma = self._index.tree.lemma(head)
        if head in self._index.timex_at or lemma in _NOT_PLACES:
            return None
        if lemma in _SEATS and (capital := self._capital(head)) is not None:
            return capital
        if lemma in _KINDS_OF_PLACE and (named := self._named_by_kind(head)) is not None:
            return named
        if head in self.known:
            return self._known_place(head)
        return self._named(head) if self._is_name(head) or self._is_venue(head) else None

    def here(self) -> Place | None:
        """Where the text says that it was written: its dateline's town, by its name in small letters where it stands in capitals."""
        dateline = self._index.annotation.document.dateline
        told = dateline.place.split(",")[0] if dateline is not None and dateline.place else ""
        if dateline is None or not told or not dateline.span.of(self._index.text).startswith(told):
            return None
        name = told.title() if told.isupper() else told
        span = replace(dateline.span, end=dateline.span.start + len(told))
        entries = self._knowledge.gazetteer.look_up(name)
        towns = [e.record for e in entries if isinstance(e.record, PlaceEntry)]
        return _place(name, span, towns, _states(entries, "metonym")) if towns else None

    def town(self, head: int) -> Place | None:
        """The place that a bare name means where nothing but a place or a person can stand, whatever else the parser takes it for ("visited
        Bergen"); None for a body with an article or in capitals, and for a person."""
        token = self._index.tokens[head]
        is_bare = token.pos == "PROPN" and not self._index.tree.children[head] and not token.text.isupper()
        is_free = head not in self._index.mention_at and head not in self._index.timex_at and head not in self.known
        return self._named(head) if is_bare and is_free and token.entity[2:] != "PERSON" else None

    def _is_name(self, head: int) -> bool:
        """Whether a name that no pack knows is one of a place, as the parser's entities tell."""
        token = self._index.tokens[head]
        return token.entity[2:] in PLACES and token.pos == "PROPN"

    def _is_venue(self, head: int) -> bool:
        """Whether a noun means a certain building, seat or the like ("the presidential palace")."""
        tokens, tree = self._index.tokens, self._index.tree
        if tree.lemma(head) not in _VENUE_NOUNS or tokens[head].pos not in NOMINAL:
            return False
        return any(tokens[c].pos == "PROPN" or tree.lower(c) == "the" for c in tree.children[head])

    def _capital(self, head: int) -> Place | None:
        """ "The Peruvian capital", "Peru's capital", "the capital of Peru": the town that is named behind, else the one that a pack knows as such where
        the state is governed from that one alone."""
        tree = self._index.tree
        if named := [c for c in (*tree.deps(head, "appos"), head + 1) if c in self.known]:
            return self.at(self.known[named[0]][1] - 1)
        told = (*tree.deps(head, "amod", "compound", "nmod", "poss"), *tree.led_by(head, "of"))
        states = {e.record for i in told for e in self.readings(i) if isinstance(e.record, State)}
        state = next(iter(states)) if len(states) == 1 else None
        capital = state.capital if state is not None and set(state.metonyms) <= {state.capital} else None
        if capital is None:
            return None
        entries = self._knowledge.gazetteer.look_up(capital)
        towns = [e.record for e in entries if isinstance(e.record, PlaceEntry)]
        return _place(capital, self._named(head).span, towns, _states(entries, "metonym"))

    def _named_by_kind(self, head: int) -> Place | None:
        """ "the town of Pandeglang": the place is what the kind of place is "of"."""
        tree = self._index.tree
        of = (p for p in tree.deps(head, "prep") if tree.lower(p) == "of")
        names = (o for p in of for o in tree.deps(p, "pobj") if self._index.tokens[o].pos == "PROPN")
        name = next(names, None)
        return self.at(name) or self._named(name) if name is not None else None

    def _known_place(self, head: int) -> Place | None:
        """The place that a known name means: a town before a state; a body only where its noun is one of a place."""
        first, end, entries = self.known[head]
        if any(isinstance(e.record, ChannelEntry) for e in entries):
            return None
        span = self._index.span(first, end - 1)
        name = span.of(self._index.text)
        towns = [e.record for e in entries if isinstance(e.record, PlaceEntry)]
        if (land := self._land_behind(first, end)) is not None:
            return self._in_land(name, span, towns, land)
        if towns:
            return _place(name, span, towns, _states(entries, "metonym"))
        if states := _states(entries, "name", "acronym", "metonym", "former"):
            return Place(name=name, span=span, country=states[0].code if len(states) == 1 else None)
        return self._seat(head, entries) if self._index.tree.lemma(head) in _VENUE_NOUNS else None

    def _seat(self, head: int, entries: Sequence[Entry]) -> Place:
        """A house that a body is called by: it stands in the body's country, where all the bodies that the name means have one."""
        named = self._named(head)
        lands = {e.record.country for e in entries if isinstance(e.record, Organization)}
        return named if named.country or len(lands) != 1 else replace(named, country=lands.pop())

    def _land_behind(self, first: int, end: int) -> int | None:
        """The token that heads the state or country told behind a town and a comma: "Athens, Georgia"."""
        tokens = self._index.tokens
        if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].pos != "PROPN":
            return None
        i = self._end_of_compound(end + 1)
        is_of_town = first <= tokens[i].head < end and tokens[i].dep in _APPOSED
        return i if is_of_town or self._is_aside(i, end - 1) or self._is_enclosed(i) else None

    def _end_of_compound(self, i: int) -> int:
        """The last word of a compound name that begins at token `i` ("South Ossetia")."""
        tokens = self._index.tokens
        while i + 1 < len(tokens) and tokens[i].head == i + 1 and tokens[i].dep in ATTRIBUTES_AND_POSSESSORS:
            i += 1
        return i

    def _is_aside(self, i: int, town: int) -> bool:
        """Whether a name that the parser puts in a row with a town stands between commas behind it."""
        token = self._index.tokens[i]
        return token.dep == "conj" and token.head == town and self._is_closed_aside(i)

    def _is_enclosed(self, i: int) -> bool:
        """Whether a name of a place, not of a row, ends before a sign, a preposition or the text's end."""
        tokens = self._index.tokens
        is_place = tokens[i].entity[2:] == "GPE" and tokens[i].dep not in _IN_ITS_OWN_RIGHT
        return is_place and (i + 1 == len(tokens) or tokens[i + 1].pos in SILENT or tokens[i + 1].pos in ADPOSITIONS)

    def _is_closed_aside(self, i: int) -> bool:
        """Whether a comma and a preposition, a verb or nothing follow a name: "in Athens, Georgia, on Tuesday" lists no two towns."""
        tokens = self._index.tokens
        return i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].pos in _GOING_ON

    def _in_land(self, name: str, span: Span, towns: Sequence[PlaceEntry], land: int) -> Place:
        """The town of that name in the country behind it; where no pack knows one there, its land stays open ("Athens, Georgia" is not in Greece)."""
        codes = {e.record.code for e in self.readings(land) if isinstance(e.record, State) and e.form == "name"}
        there = [town for town in towns if town.country in codes]
        return _place(name, span, there, ()) if there else Place(name=name, span=span)

    def _named(self, head: int) -> Place:
        """A place that no pack knows: its noun phrase up to the head, without a leading article, and the name behind "of" in a proper name ("Palace of Nations")."""
        tokens = self._index.tokens
        first = head
        while first > 0 and tokens[first - 1].head == head and tokens[first - 1].dep in ATTRIBUTES_AND_POSSESSORS:
            first -= 1
        while first > 0 and tokens[first - 1].entity and tokens[first].entity.startswith("I-"):
            first -= 1
        if self._index.tree.lower(first) in _ARTICLES and first < head:
            first += 1
        last = self._end_of_name(head)
        span = self._index.span(first, last)
        return Place(name=span.of(self._index.text), span=span, country=self._country_after(last))

    def _end_of_name(self, head: int) -> int:
        """The last token of a proper name: behind "of" the names up to their head, unless a pack knows those by themselves ("the Parliament of Norway")."""
        tokens, tree = self._index.tokens, self._index.tree
        if tokens[head].pos != "PROPN" or head + 2 >= len(tokens) or tree.lower(head + 1) != "of":
            return head
        named = [o for p in tree.deps(head, "prep") if p == head + 1 for o in tree.deps(p, "pobj")]
        is_name = bool(named) and tokens[named[0]].pos == "PROPN" and named[0] not in self.known
        return named[0] if is_name else head

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


def _states(entries: Sequence[Entry], *forms: Form) -> list[State]:
    """The states that a name of one of `forms` means."""
    return [e.record for e in entries if isinstance(e.record, State) and e.form in forms]


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
