"""What is compared of two events: the few facts by which a person would tell whether two reports speak of one event.

A sketch is of one document's event, made of that document's claims alone. Neither its status nor its time is part of an event's identity:
they only say by when it was or will be, which two reports of one event can't contradict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz.distance import DamerauLevenshtein

from memcon.codebook import load_codebook, load_roles, load_statuses
from memcon.domain.dates import Interval, interval_of
from memcon.domain.records import Status
from memcon.domain.views import EventView, ParticipantView, Views
from memcon.knowledge.names import normalize_name
from memcon.lexicon import values, words

_FAMILIES = (
    frozenset({"meeting", "talks", "summit", "visit", "call", "forum"}),
    frozenset({"agreement", "signing"}),
    frozenset({"exercise", "test"}),
)
"""Kinds by which reports may call one event; any other is a family of its own."""
_AFAR = frozenset({"call", "message"})
_NO_NAME = words("manner_of_meeting") | words("article")
_GENERATIONS = words("generations")
_SHORT_NAMES = values("short_given_name")
_SHORT_WORDS = values("short_name_in_names")

_SOON = timedelta(days=150)
"""What is told to be ahead, without a day, is looked for within so many days of its telling."""
_SOONER = {"call": timedelta(days=45), "talks": timedelta(days=45), "meeting": timedelta(days=75)}
"""What the same people have again and again is looked for within fewer days, unless it has a name."""
_LATELY = timedelta(days=45)
"""What is told to have happened, without a day, is looked for within so many days before its telling."""
_JUST_NOW = timedelta(days=3)
"""What a title tells to have happened is news: it is looked for within so many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person who takes part. `words` are those of the name as keys ("xi", "jinping"); `country` alpha-3 or None."""

    words: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What tells one document's event from others.

    `kind` is the codebook's, `family` the group of kinds that may be told of one event. `channel` is the name of a mechanism or of a named event as keys, `ordinal` and `year` its
    number or year. `officers` are the countries of persons known by their office alone. `persons`, `countries` (alpha-3, those of persons and bodies too) and `bodies` (keys of names) are who takes part. `when` are the days on
    which it is told to be, None where that is open; `is_told` whether the text gave them, and not only its day of publication; `is_news` whether a title tells of it. `is_with_others`: somebody takes part who is told by
    neither name nor country ("leaders"); `is_on_a_margin`: it takes place on the sidelines of another event. `published` is the last day on which the
    document came out. `place` is the key of the place's name, `place_country` its country. `status` is the document's last word.
    """

    event: str
    document: str
    kind: str
    family: str
    status: Status | None
    channel: tuple[str, ...] = ()
    ordinal: int | None = None
    persons: tuple[Person, ...] = ()
    officers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    place: str | None = None
    place_country: str | None = None
    when: Interval | None = None
    is_told: bool = False
    is_news: bool = False
    is_with_others: bool = False
    is_on_a_margin: bool = False
    published: date | None = None

    @property
    def is_ahead(self) -> bool:
        return load_statuses().of(self.status).is_ahead

    @property
    def has_happened(self) -> bool:
        return load_statuses().of(self.status).is_happening

    @property
    def is_afar(self) -> bool:
        """Whether nobody travels for it."""
        return self.kind in _AFAR

    @property
    def window(self) -> Interval | None:
        """The days among which it is looked for: those told, else those that its telling leaves likely; None for an undated document's."""
        if self.when is not None and self.is_told:
            return self.when
        if self.published is None:
            return None
        if self.is_ahead:
            soon = _SOON if self.channel or self.ordinal is not None else _SOONER.get(self.kind, _SOON)
            return Interval(self.published, plus(self.published, soon))
        return Interval(plus(self.published, -(_JUST_NOW if self.is_news else _LATELY)), self.published)


def sketches_of(views: Views) -> tuple[Sketch, ...]:
    """A sketch for each event of `views`, which are those of one document."""
    countries = {actor.id: actor.country for actor in views.actors}
    members = {actor.id: actor.members for actor in views.actors}
    parties = {channel.id: channel.parties for channel in views.channels}
    return tuple(_sketch(event, countries, members, parties) for event in views.events)


def _sketch(
    event: EventView,
    countries: Mapping[str, str | None],
    members: Mapping[str, tuple[str, ...]],
    parties: Mapping[str, tuple[str, ...]],
) -> Sketch:
    source = event.sources[-1]
    published = interval_of(source.published)
    there = [p for p in event.participants if not load_roles().of(p.role).is_away]
    channel = event.channel
    also = parties.get(channel.id, ()) if channel else ()
    inside = [m for p in there for m in members.get(p.actor, ())]
    named = {c for id in (*also, *inside) if (c := countries.get(id))}
    if event.place and event.place.country and load_codebook().kind(event.kind).has("destination"):
        named.add(event.place.country)  # who is visited, whether or not a host is named
    return Sketch(
        event=event.id,
        document=source.document,
        kind=event.kind,
        family=family_of(event.kind),
        status=event.status,
        channel=mechanism_words(channel.name) if channel else (),
        ordinal=event.ordinal,
        persons=tuple(Person(words=w, country=p.country) for p in there if p.kind == "person" and (w := name_words(p))),
        officers=frozenset(p.country for p in there if p.kind == "person" and p.country and not name_words(p)),
        countries=frozenset({p.country for p in there if p.country} | named),
        bodies=frozenset(key for p in there for key in _body_keys(p)),
        place=normalize_name(event.place.name) if event.place else None,
        place_country=event.place.country if event.place else None,
        when=interval_of(event.when),
        is_told=event.when_basis in ("stated", "framed"),
        is_news=any(cited.span.field == "title" for cited in event.evidence),
        is_with_others=any(
            p.kind == "group" and not (p.country or members.get(p.actor) or _body_keys(p)) for p in there
        ),
        is_on_a_margin=event.sidelines_of is not None,
        published=published.end if published else None,
    )


def _body_keys(party: ParticipantView) -> tuple[str, ...]:
    """A body's name as a key; of a group ("G7 leaders") the words that are names."""
    if party.kind == "organization":
        return (normalize_name(party.name),)
    if party.kind != "group":
        return ()
    return tuple(normalize_name(w) for w in party.name.split() if w[:1].isupper() and len(w) > 1)


def family_of(kind: str) -> str:
    """The group of kinds that reports of one event may call it by."""
    return next((min(family) for family in _FAMILIES if kind in family), kind)


def name_words(party: ParticipantView) -> tuple[str, ...]:
    """The words of a person's name as keys, without initials and "Jr."; none for somebody who is known by an office alone."""
    if party.office is not None and normalize_name(party.office) == normalize_name(party.name):
        return ()
    return name_keys(party.name)


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a person's name as keys, "Joe" as the name that it is short for."""
    found = (w for w in normalize_name(name).split() if len(w) > 1 and w not in _GENERATIONS)
    return tuple(_SHORT_NAMES.get(w, w) for w in found)


def mechanism_words(name: str) -> tuple[str, ...]:
    """The words of a mechanism's name that tell which it is, sorted; "UN" as those that it is short for."""
    told = (whole for w in normalize_name(name).split() for whole in _SHORT_WORDS.get(w, w).split())
    return tuple(sorted({w for w in told if w not in _NO_NAME}))


def plus(day: date, span: timedelta) -> date:
    """The day so far from `day`, or the end of the calendar."""
    try:
        return day + span
    except OverflowError:
        return date.max if span > timedelta(0) else date.min


def is_same_person(one: Person, other: Person) -> bool:
    """Whether two names may be one person's, and no two countries: the words of one are those of the other or some of them, each spelled
    alike ("Zelensky", "Volodymyr Zelenskyy")."""
    if one.country and other.country and one.country != other.country:
        return False
    short, long = sorted((one.words, other.words), key=len)
    return all(any(_is_spelled_alike(word, w) for w in long) for word in short)


def _is_spelled_alike(one: str, other: str) -> bool:
    """Equal, or so near that romanization may tell it: of words of five letters and more, one edit in five; "Maria" and "Mario" are two names."""
    if one == other:
        return True
    if one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}:
        return False
    longest = max(len(one), len(other))
    return longest >= 5 and DamerauLevenshtein.distance(one, other) <= longest // 5


def shared_persons(one: Iterable[Person], other: Iterable[Person]) -> int:
    """How many persons of `one` are among those of `other`."""
    rest = list(other)
    count = 0
    for person in one:
        found = next((p for p in rest if is_same_person(person, p)), None)
        if found is not None:
            rest.remove(found)
            count += 1
    return count
