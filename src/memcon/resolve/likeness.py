"""How alike two sketches are: named features, of which each counts for or against the two being one event."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from memcon.codebook import load_codebook
from memcon.domain.confidence import Weighing
from memcon.domain.dates import Interval
from memcon.lexicon import words
from memcon.resolve.sketches import Person, Sketch, is_same_person, shared_persons

Question = Callable[[Sketch, Sketch], bool]
Persons = tuple[Person, ...]

_PAIRS_KEPT = 4096
"""Pairs of which it is remembered what they share: one question after the other asks it of the same two."""

MOST_DAYS_MOVED = 21
"""A day that is set and one on which it was held may lie so far apart for one event that was moved."""
_DAYS_NEAR = 3
_WEEK = 7
_SEASON = 92
_COMING_TOGETHER = frozenset({"meeting", "summit", "visit", "talks"})
_JOINING = words("small_words")
_ANYBODYS = words("name_of_many_mechanisms")
_OUT_OF_TURN = words("session_out_of_turn")
_KINDS = load_codebook()


# What excludes that two reports speak of one event, whatever else is alike.


def other_family(one: Sketch, other: Sketch) -> bool:
    return one.family != other.family


def by_other_means(one: Sketch, other: Sketch) -> bool:
    """A call is no visit. "Talks" may be either."""
    return one.is_afar != other.is_afar and "talks" not in (one.kind, other.kind) and not _is_named_alike(one, other)


def other_number(one: Sketch, other: Sketch) -> bool:
    return None not in (one.ordinal, other.ordinal) and one.ordinal != other.ordinal


def other_mechanism(one: Sketch, other: Sketch) -> bool:
    return bool(one.channel and other.channel) and not _names_agree(one, other)


def held_on_other_days(one: Sketch, other: Sketch) -> bool:
    """Two days on which something took place; a visit that was under way on one day may be over on another of that week."""
    if not (one.has_happened and other.has_happened and _are_told_apart(one, other)):
        return False
    return not (_goes_on_until(one, other) or _goes_on_until(other, one))


def held_before_it_was_ahead(one: Sketch, other: Sketch) -> bool:
    """What is told to be ahead can't have taken place before that."""
    return _is_over_before(one, other) or _is_over_before(other, one)


def held_after_it_was_told(one: Sketch, other: Sketch) -> bool:
    """What is told to have happened, without a day, happened before that; and not long before, as far as two reports can be joined by it. What is told to be ahead, without a day,
    is not long after that."""
    return _is_out_of_reach(one, other) or _is_out_of_reach(other, one)


def told_far_apart(one: Sketch, other: Sketch) -> bool:
    return _are_told_apart(one, other) and _gap(one.when, other.when) > MOST_DAYS_MOVED


def with_another_side(one: Sketch, other: Sketch) -> bool:
    """Two meetings of two sides each, one of which has another in each: a day of talks with one guest after the other."""
    mine, theirs = _sides(one, other)
    return _are_of_two(one, other) and len(mine & theirs) == 1


def with_another_person(one: Sketch, other: Sketch) -> bool:
    """Two meetings of the same two sides, each of one person a side, one of whom is another in each: a guest sees the president, then the prime minister."""
    if not _are_of_two(one, other) or not same_sides(one, other):
        return False
    return len(one.persons) == len(other.persons) == 2 and other_persons_of_a_country(one, other)


def gathering_and_a_meeting_there(one: Sketch, other: Sketch) -> bool:
    """A named gathering of many, and a meeting of two who are not both told to come to it: what happens on its sidelines is an event of its own."""
    return _is_beside(one, other) or _is_beside(other, one)


def two_of_several(one: Sketch, other: Sketch) -> bool:
    """A meeting of one person each of two sides, and one of persons of three sides or more, not told of one day and place: two of those who gather often meet alone as
    well."""
    if same_day(one, other) and same_place(one, other):
        return False
    return (_is_of_two_persons(one) and _is_of_several_sides(other)) or (
        _is_of_two_persons(other) and _is_of_several_sides(one)
    )


def going_elsewhere(one: Sketch, other: Sketch) -> bool:
    """Two journeys to places of two names that are not known to lie in one country."""
    if not all(is_journey(s) and s.place is not None for s in (one, other)):
        return False
    return one.place != other.place and not same_country_of_place(one, other)


def at_other_places(one: Sketch, other: Sketch) -> bool:
    """Two places of two names that are not known to lie in one country, and no time that both tell."""
    if one.place is None or other.place is None or one.place == other.place or same_country_of_place(one, other):
        return False
    return not (same_day(one, other) or same_time(one, other))


def done_again_and_again(one: Sketch, other: Sketch) -> bool:
    """What is given time and again is one only where both tell of one time."""
    return _KINDS.kind(one.kind).has("giving") and not (same_day(one, other) or same_week(one, other))


def on_a_margin_and_a_summit(one: Sketch, other: Sketch) -> bool:
    """What took place on the sidelines of another event, and a summit that is not told of that day: the one is no part of the other's name."""
    return _is_on_a_margin_of_another(one, other) or _is_on_a_margin_of_another(other, one)


def in_other_countries(one: Sketch, other: Sketch) -> bool:
    places = one.place_country, other.place_country
    return None not in places and places[0] != places[1]


def little_shared(one: Sketch, other: Sketch) -> bool:
    """One side alone is shared, and neither mechanism, day nor place; nor are both visits of one person. Of talks that name no person the place tells nothing: they are held there round after round."""
    if _is_named_alike(one, other):
        return False
    if _may_be_met_there(one, other) or _may_be_met_there(other, one):
        return True
    shared = sides_shared(one, other)
    if shared > 1:
        return False
    if one.kind == other.kind == "visit" and a_person_shared(one, other):
        return a_side_each_alone(one, other) or not (
            same_day(one, other) or same_time(one, other) or _is_there_then(one, other)
        )
    is_then = same_day(one, other) or same_week(one, other)
    is_then_or_there = is_then or (same_place(one, other) and not _are_rounds(one, other))
    return not shared or a_side_each_alone(one, other) or not is_then_or_there


EXCLUDING: tuple[Question, ...] = (
    other_family,
    by_other_means,
    other_number,
    other_mechanism,
    held_on_other_days,
    held_before_it_was_ahead,
    told_far_apart,
    in_other_countries,
    held_after_it_was_told,
    with_another_side,
    with_another_person,
    gathering_and_a_meeting_there,
    two_of_several,
    going_elsewhere,
    at_other_places,
    done_again_and_again,
    on_a_margin_and_a_summit,
)


SEEMING: tuple[Question, ...] = (
    held_before_it_was_ahead,
    held_after_it_was_told,
    held_on_other_days,
    told_far_apart,
    in_other_countries,
)
"""What hangs on a tense, a day or a place, which a text may tell wrongly or a reader misread: where all else is alike, a person should have a look."""


# What speaks for it, or against it.


def same_kind(one: Sketch, other: Sketch) -> bool:
    return one.kind == other.kind


def near_kind(one: Sketch, other: Sketch) -> bool:
    """Two words for people who come together: a summit is a meeting, and so is what a visit is for."""
    return one.kind != other.kind and {one.kind, other.kind} <= _COMING_TOGETHER


def same_mechanism_then(one: Sketch, other: Sketch) -> bool:
    """A named mechanism, and times that may be one."""
    return _is_named_alike(one, other) and (same_day(one, other) or same_time(one, other) or likely_then(one, other))


def same_mechanism(one: Sketch, other: Sketch) -> bool:
    return _is_named_alike(one, other)


def one_has_a_mechanism(one: Sketch, other: Sketch) -> bool:
    return bool(one.channel) != bool(other.channel)


def same_number(one: Sketch, other: Sketch) -> bool:
    return one.ordinal is not None and one.ordinal == other.ordinal


def a_person_shared(one: Sketch, other: Sketch) -> bool:
    return _persons_shared(one.persons, other.persons) >= 1


def two_persons_shared(one: Sketch, other: Sketch) -> bool:
    return _persons_shared(one.persons, other.persons) >= 2


def all_persons_shared(one: Sketch, other: Sketch) -> bool:
    fewest = min(len(one.persons), len(other.persons))
    return fewest > 0 and _persons_shared(one.persons, other.persons) == fewest


def other_persons_of_a_country(one: Sketch, other: Sketch) -> bool:
    """Both name persons of one country, and not one is in both."""
    return any(
        shared_persons(mine, theirs) == 0
        for country in one.countries & other.countries
        if (mine := tuple(p for p in one.persons if p.country == country))
        and (theirs := tuple(p for p in other.persons if p.country == country))
    )


def persons_and_none_shared(one: Sketch, other: Sketch) -> bool:
    return bool(one.persons and other.persons) and not _persons_shared(one.persons, other.persons)


def one_names_no_person(one: Sketch, other: Sketch) -> bool:
    return bool(one.persons) != bool(other.persons)


def two_sides_shared(one: Sketch, other: Sketch) -> bool:
    return sides_shared(one, other) >= 2


def same_sides(one: Sketch, other: Sketch) -> bool:
    """Two sides or more, and no more on either side."""
    mine, theirs = _sides(one, other)
    return two_sides_shared(one, other) and mine == theirs


def a_side_each_alone(one: Sketch, other: Sketch) -> bool:
    """Each has a side that the other has not."""
    mine, theirs = _sides(one, other)
    return bool(mine - theirs and theirs - mine)


def a_body_shared(one: Sketch, other: Sketch) -> bool:
    return any(_as_called(name, one.bodies) in one.bodies for name in other.bodies)


def same_day(one: Sketch, other: Sketch) -> bool:
    return _are_told(one, other) and one.when == other.when and one.when is not None and one.when.is_day


def same_week(one: Sketch, other: Sketch) -> bool:
    """Told times that may be one, neither wider than a week."""
    return same_time(one, other) and all(s.when is not None and s.when.days <= _WEEK for s in (one, other))


def same_time(one: Sketch, other: Sketch) -> bool:
    """Told times that may be one: a month and a day in it; a year tells too little."""
    are_narrow = all(s.when is not None and s.when.days <= _SEASON for s in (one, other))
    return are_narrow and _are_told(one, other) and not _are_told_apart(one, other) and not same_day(one, other)


def days_apart(one: Sketch, other: Sketch) -> bool:
    return _are_told_apart(one, other) and _gap(one.when, other.when) <= _DAYS_NEAR


def weeks_apart(one: Sketch, other: Sketch) -> bool:
    return _are_told_apart(one, other) and _gap(one.when, other.when) > _DAYS_NEAR


def likely_then(one: Sketch, other: Sketch) -> bool:
    """A time is left open, and what the telling leaves likely holds the other."""
    return not _are_told(one, other) and _may_be_then(one, other)


def unlikely_then(one: Sketch, other: Sketch) -> bool:
    return not _are_told(one, other) and not _may_be_then(one, other)


def no_time_told(one: Sketch, other: Sketch) -> bool:
    return not one.is_told and not other.is_told


def told_on_one_day(one: Sketch, other: Sketch) -> bool:
    return one.published is not None and one.published == other.published


def same_place(one: Sketch, other: Sketch) -> bool:
    return one.place is not None and one.place == other.place


def same_country_of_place(one: Sketch, other: Sketch) -> bool:
    return one.place_country is not None and one.place_country == other.place_country


def planned_then_held(one: Sketch, other: Sketch) -> bool:
    return (one.is_ahead and other.has_happened) or (other.is_ahead and one.has_happened)


FEATURES: tuple[Question, ...] = (
    same_kind, near_kind, same_mechanism, same_mechanism_then, one_has_a_mechanism, same_number,
    a_person_shared, two_persons_shared, all_persons_shared, other_persons_of_a_country, persons_and_none_shared, one_names_no_person,
    two_sides_shared, same_sides, a_side_each_alone, a_body_shared,
    same_day, same_week, same_time, days_apart, weeks_apart, likely_then, unlikely_then, no_time_told, told_on_one_day,
    same_place, same_country_of_place, planned_then_held,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Likeness(Weighing):
    """How likely two reports are of one event, and the chance from which on they are taken for it."""


def features_of(one: Sketch, other: Sketch) -> frozenset[str]:
    """The names of the features that hold between two sketches, whichever comes first."""
    return frozenset(named(feature) for feature in FEATURES if feature(one, other))


def excluded_by(one: Sketch, other: Sketch) -> str | None:
    """What excludes that the two are one event; None when nothing does."""
    return next((named(question) for question in EXCLUDING if question(one, other)), None)


def is_journey(sketch: Sketch) -> bool:
    return _KINDS.kind(sketch.kind).has("destination")


def told_as_two(one: Sketch, other: Sketch) -> bool:
    """One document tells of a journey in a time that may be longer than a day, and of a meeting with somebody whom it does not name there: who travels somewhere meets
    more than one. Or it tells of two meetings of several, each by name, who are not the same; or of a session of a mechanism in one place and of what is none in another."""
    if one.document != other.document:
        return False
    is_elsewhere = one.place is not None and other.place is not None and one.place != other.place
    is_beside_a_session = is_elsewhere and bool(one.channel) != bool(other.channel)
    return is_beside_a_session or _is_met_on(one, other) or _is_met_on(other, one) or _are_of_other_company(one, other)


def names_one_side_alone(one: Sketch, other: Sketch) -> bool:
    """One report names one side of it alone, by a person who takes part in the other, which names both; they call it alike, and the times may be one."""
    return (
        one.kind == other.kind
        and sides_shared(one, other) == 1
        and {1} < {sides_of(one), sides_of(other)}
        and a_person_shared(one, other)
        and not (one.is_with_others or other.is_with_others)
        and (same_time(one, other) or likely_then(one, other))
    )


def names_an_office_alone(one: Sketch, other: Sketch) -> bool:
    """All that one report tells of who comes is an office of a country whose person the other names ("the Prime Minister of Peru")."""
    return _is_officer_there(one, other) or _is_officer_there(other, one)


def is_comparable(one: Sketch, other: Sketch) -> bool:
    """Whether two documents' events share enough to be compared, and nothing excludes that they are one. Two records of one document are not: who read it told them apart."""
    if one.document == other.document or (little_shared(one, other) and not names_one_side_alone(one, other)):
        return False
    return excluded_by(one, other) is None


def seems_apart(one: Sketch, other: Sketch) -> str | None:
    """What alone keeps apart two reports that share enough to be compared, where a person should have a look; None where nothing does, or more than that."""
    if one.document == other.document or little_shared(one, other):
        return None
    found = [question for question in EXCLUDING if question(one, other)]
    return named(found[0]) if len(found) == 1 and found[0] in SEEMING else None


def named(question: Question) -> str:
    return question.__name__.replace("_", " ")


@cache
def load_likeness() -> Likeness:
    """The weights that ship, as `training.sameness` writes them."""
    stored = json.loads(files(__package__).joinpath("likeness.json").read_text(encoding="utf-8"))
    return Likeness(bias=stored["bias"], weights=stored["weights"], least=stored["least"])


def _is_named_alike(one: Sketch, other: Sketch) -> bool:
    """Whether both are of one mechanism by its name, or by a name that many have and their sides."""
    if not _names_agree(one, other):
        return False
    is_anybodys = all(s.channel and set(s.channel) <= _ANYBODYS for s in (one, other))
    return not (is_anybodys and _are_of_others(one, other))


def _names_agree(one: Sketch, other: Sketch) -> bool:
    """Whether the words of one mechanism's name are among those of the other's, or are a body that takes part there; a special summit is not the one of each year."""
    if one.channel and other.channel:
        short, long = sorted((set(one.channel), set(other.channel)), key=len)
        return short <= long and not (long - short) & _OUT_OF_TURN
    return any(" ".join(mine.channel) in theirs.bodies for mine, theirs in ((one, other), (other, one)) if mine.channel)


def _are_of_others(one: Sketch, other: Sketch) -> bool:
    """Whether each has a side that the other has not, or one has none and is called otherwise: of a name that many mechanisms have ("Strategic Dialogue") the sides tell which."""
    mine, theirs = _sides(one, other)
    if not (mine and theirs):
        return one.channel != other.channel
    return bool(mine - theirs and theirs - mine)


def _are_of_two(one: Sketch, other: Sketch) -> bool:
    """Whether both are of two sides, and neither of a mechanism or a number."""
    mine, theirs = _sides(one, other)
    return len(mine) == len(theirs) == 2 and not (one.channel or other.channel or one.ordinal or other.ordinal)


def _is_beside(gathering: Sketch, meeting: Sketch) -> bool:
    if (
        not _is_of_many(gathering)
        or _is_of_many(meeting)
        or meeting.channel
        or len(meeting.persons) != 2
        or len(meeting.countries) != 2
    ):
        return False
    return _persons_shared(gathering.persons, meeting.persons) < 2 and not same_sides(gathering, meeting)


def _is_met_on(journey: Sketch, meeting: Sketch) -> bool:
    if not is_journey(journey) or is_journey(meeting) or _KINDS.kind(meeting.kind).has("assembly"):
        return False
    may_be_long = journey.is_told and journey.when is not None and not journey.when.is_day
    return may_be_long and len(meeting.persons) > _persons_shared(journey.persons, meeting.persons)


def _may_be_met_there(journey: Sketch, meeting: Sketch) -> bool:
    """Whether one meeting may be one of several on a journey of which nobody is named who is visited: neither day nor place are told to be the same."""
    if not is_journey(journey) or is_journey(meeting) or _KINDS.kind(meeting.kind).has("assembly"):
        return False
    if len({p.country for p in journey.persons}) != 1 or same_day(journey, meeting) or same_place(journey, meeting):
        return False
    return len({p.country for p in meeting.persons}) > 1


def _are_rounds(one: Sketch, other: Sketch) -> bool:
    return one.kind == other.kind == "talks" and not (one.persons or other.persons)


def _are_of_other_company(one: Sketch, other: Sketch) -> bool:
    are_several = min(len(one.persons), len(other.persons)) > 1 and not (is_journey(one) or is_journey(other))
    return are_several and _persons_shared(one.persons, other.persons) < max(len(one.persons), len(other.persons))


def _is_there_then(one: Sketch, other: Sketch) -> bool:
    return same_place(one, other) or no_time_told(one, other)


def _is_on_a_margin_of_another(met: Sketch, gathering: Sketch) -> bool:
    if not met.is_on_a_margin or gathering.is_on_a_margin or not _KINDS.kind(gathering.kind).has("assembly"):
        return False
    return not same_day(met, gathering)


def _is_of_two_persons(sketch: Sketch) -> bool:
    is_named = bool(sketch.channel or sketch.ordinal)
    return (
        len(sketch.persons) == 2 and sides_of(sketch) == 2 and not is_named and _KINDS.kind(sketch.kind).has("topics")
    )


def _is_of_several_sides(sketch: Sketch) -> bool:
    return len({p.country for p in sketch.persons if p.country}) > 2


def _is_of_many(sketch: Sketch) -> bool:
    return bool(sketch.channel) and _KINDS.kind(sketch.kind).has("assembly")


def _is_officer_there(alone: Sketch, other: Sketch) -> bool:
    return not alone.persons and sides_of(alone) == 1 and bool(alone.officers & {p.country for p in other.persons})


def _goes_on_until(begun: Sketch, other: Sketch) -> bool:
    if begun.kind != "visit" or begun.status != "under_way" or begun.when is None or other.when is None:
        return False
    return begun.when.start < other.when.start and _gap(begun.when, other.when) <= _WEEK


def _are_told(one: Sketch, other: Sketch) -> bool:
    return one.is_told and other.is_told and one.when is not None and other.when is not None


def _are_told_apart(one: Sketch, other: Sketch) -> bool:
    return _are_told(one, other) and _gap(one.when, other.when) > 0


def _may_be_then(one: Sketch, other: Sketch) -> bool:
    mine, theirs = one.window, other.window
    return mine is not None and theirs is not None and mine.overlaps(theirs)


def sides_of(sketch: Sketch) -> int:
    """How many sides one report names."""
    return len(sketch.countries) + len(sketch.bodies) + sum(not p.country for p in sketch.persons)


def sides_shared(one: Sketch, other: Sketch) -> int:
    """How many sides take part in both."""
    mine, theirs = _sides(one, other)
    return len(mine & theirs)


def _as_called(name: str, bodies: frozenset[str]) -> str:
    """The name of the one of `bodies` that is called by the initials of `name`, or whose initials `name` is ("eu", "european union"); else `name`."""
    if name in bodies:
        return name
    short = initials(name)
    return next((body for body in sorted(bodies) if body == short or initials(body) == name), name)


def initials(name: str) -> str:
    """The first letters of a name's words, without those that only join them; nothing of a name of one word."""
    words = [word for word in name.split() if word not in _JOINING]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=_PAIRS_KEPT)
def _sides(one: Sketch, other: Sketch) -> tuple[frozenset[str], frozenset[str]]:
    """The sides of each: countries, bodies, and persons of whom no country is told; what the other report tells of such a person's country counts."""
    mine = one.countries | {f"body {name}" for name in one.bodies}
    theirs = other.countries | {f"body {_as_called(name, one.bodies)}" for name in other.bodies}
    open_ = {p for p in one.persons if not p.country}, {p for p in other.persons if not p.country}
    for person in open_[0]:
        found = next((p for p in other.persons if is_same_person(person, p)), None)
        mine |= {found.country or f"person {' '.join(found.words)}" if found else f"person {' '.join(person.words)}"}
    for person in open_[1]:
        found = next((p for p in one.persons if is_same_person(person, p)), None)
        theirs |= {(found.country if found else None) or f"person {' '.join(person.words)}"}
    return mine, theirs


@lru_cache(maxsize=_PAIRS_KEPT)
def _persons_shared(one: Persons, other: Persons) -> int:
    return shared_persons(one, other)


def _is_out_of_reach(told: Sketch, other: Sketch) -> bool:
    if told.is_told or told.window is None or other.when is None or not other.is_told:
        return False
    if told.is_ahead:
        return other.when.start > told.window.end
    return told.has_happened and not told.window.overlaps(other.when)


def _is_over_before(held: Sketch, ahead: Sketch) -> bool:
    if not (held.has_happened and ahead.is_ahead) or ahead.published is None:
        return False
    day = held.when.end if held.when and held.is_told else held.published
    return day is not None and day < ahead.published


def _gap(one: Interval | None, other: Interval | None) -> int:
    """How many days lie between two intervals; 0 when they overlap or one is open."""
    if one is None or other is None or one.overlaps(other):
        return 0
    first, second = sorted((one, other), key=lambda i: i.start)
    return (second.start - first.end).days
