"""Events of several documents judged one, by sketches made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.domain.dates import Interval
from memcon.resolve.events import BY, judge_events
from memcon.resolve.likeness import (
    EXCLUDING,
    FEATURES,
    Likeness,
    excluded_by,
    features_of,
    little_shared,
    load_likeness,
    named,
    sides_shared,
    told_as_two,
)
from memcon.resolve.sketches import Person, Sketch, is_same_person, mechanism_words

SOTO, LONG_SOTO = Person(words=("soto",), country="PER"), Person(words=("maria", "soto"), country="PER")
BRANDT, HAALAND = Person(words=("uwe", "brandt"), country="DEU"), Person(words=("kari", "haaland"), country="NOR")


def day(text: str) -> Interval:
    return Interval(date.fromisoformat(text), date.fromisoformat(text))


def sketch(event: str, *persons: Person, **facts: object) -> Sketch:
    """A meeting told in a document of its own on 1 March 2024, as held, without a day."""
    told = Sketch(
        event=event,
        document=f"doc_{event}",
        kind="meeting",
        family="call",
        status="held",
        persons=persons,
        published=date(2024, 3, 1),
    )
    countries = frozenset(p.country for p in persons if p.country)
    return replace(told, countries=countries, **facts)  # type: ignore[arg-type]


ANNOUNCED = sketch("a", LONG_SOTO, BRANDT, status="scheduled", when=day("2024-03-05"), is_told=True)
HELD = sketch("b", SOTO, BRANDT, when=day("2024-03-05"), is_told=True, published=date(2024, 3, 6))
A_WEEK_LATER = sketch("c", SOTO, BRANDT, when=day("2024-03-12"), is_told=True, published=date(2024, 3, 13))
OTHER_PEOPLE = sketch("d", SOTO, HAALAND, when=day("2024-03-05"), is_told=True, published=date(2024, 3, 6))


def pairs(*sketches: Sketch) -> set[tuple[str, ...]]:
    return {judged.subjects for judged in judge_events(sketches)}


def test_an_announced_meeting_and_the_report_of_it_are_one() -> None:
    """Neither status nor the wording of a name is part of the event."""
    assert pairs(ANNOUNCED, HELD) == {("a", "b")}


def test_a_judgement_names_the_rule_the_chance_and_the_reasons() -> None:
    """A person who doubts it can see why."""
    (judged,) = judge_events([ANNOUNCED, HELD])
    assert judged.by == BY
    chance, _, reasons = judged.why.partition(": ")
    assert float(chance) > load_likeness().least
    assert {"same day", "two persons shared", "planned then held"} <= set(reasons.split(", "))


def test_two_days_on_which_people_met_are_two_meetings() -> None:
    """Whatever else is alike."""
    assert excluded_by(HELD, A_WEEK_LATER) == "held on other days"
    assert pairs(HELD, A_WEEK_LATER) == set()


def test_a_cluster_holds_nothing_that_excludes_itself() -> None:
    """The announcement fits two meetings; it goes to the likelier one, and the two stay apart."""
    assert pairs(ANNOUNCED, HELD, A_WEEK_LATER) == {("a", "b")}


def test_one_shared_side_alone_makes_no_meeting_one() -> None:
    """Soto met two people on one day."""
    assert pairs(HELD, OTHER_PEOPLE) == set()


def test_two_records_of_one_document_are_not_compared() -> None:
    """Who read the document has told them apart."""
    assert pairs(HELD, replace(ANNOUNCED, document=HELD.document)) == set()


def test_what_was_held_before_it_was_announced_is_another() -> None:
    """Told as ahead on 1 March, without a day; held in February."""
    ahead = replace(ANNOUNCED, when=None, is_told=False)
    before = replace(HELD, when=day("2024-02-20"), published=date(2024, 2, 21))
    assert excluded_by(ahead, before) == "held before it was ahead"


def test_a_moved_meeting_stays_the_same() -> None:
    """Announced for the 5th, held on the 7th."""
    assert pairs(ANNOUNCED, replace(HELD, when=day("2024-03-07"), published=date(2024, 3, 8))) == {("a", "b")}


def test_numbers_keep_sessions_apart() -> None:
    """The third and the fourth session of one dialogue."""
    third = sketch("a", channel=mechanism_words("Fisheries Dialogue"), ordinal=3)
    fourth = sketch("b", channel=mechanism_words("Fisheries Dialogue"), ordinal=4)
    assert excluded_by(third, fourth) == "other number"
    assert (
        excluded_by(third, replace(fourth, channel=mechanism_words("Border Dialogue"), ordinal=3)) == "other mechanism"
    )
    assert pairs(third, replace(fourth, ordinal=3)) == {("a", "b")}


def test_a_call_is_no_visit() -> None:
    """The same two on the same day."""
    assert excluded_by(HELD, replace(HELD, event="e", document="other", kind="call")) == "by other means"


def test_one_guest_after_the_other_is_two_meetings() -> None:
    """Soto saw Brandt and Haaland on one day; whoever names no second side or a mechanism leaves it open; where three come, two of them may have met besides."""
    assert excluded_by(HELD, OTHER_PEOPLE) == "with another side"
    assert excluded_by(HELD, replace(OTHER_PEOPLE, channel=("border", "talks"))) is None
    assert excluded_by(HELD, sketch("e", SOTO, when=day("2024-03-05"), is_told=True)) is None
    of_three = replace(
        OTHER_PEOPLE,
        persons=(SOTO, HAALAND, Person(words=("li", "wei"), country="CHN")),
        countries=frozenset({"PER", "NOR", "CHN"}),
    )
    assert excluded_by(HELD, of_three) == excluded_by(of_three, HELD) == "two of several"
    assert (
        excluded_by(replace(HELD, persons=(SOTO, HAALAND), countries=frozenset({"PER", "NOR"})), of_three)
        == "two of several"
    )
    assert excluded_by(HELD, replace(of_three, persons=(SOTO, BRANDT))) is None
    assert (
        excluded_by(replace(HELD, channel=("border", "talks")), replace(of_three, channel=("border", "talks"))) is None
    )


def test_a_guest_sees_the_president_and_the_prime_minister() -> None:
    """One person of each side, and another of one of them; a delegation of two is named by one or the other."""
    roth = Person(words=("eva", "roth"), country="DEU")
    other = sketch("e", SOTO, roth, when=day("2024-03-05"), is_told=True, published=date(2024, 3, 6))

    assert excluded_by(HELD, other) == "with another person"
    assert excluded_by(HELD, replace(other, persons=(SOTO, BRANDT, roth))) is None


def test_a_meeting_on_the_sidelines_is_not_the_summit() -> None:
    """A summit that Soto goes to, and her meeting with Brandt there; a report that tells both to come may be of the summit, and so may one of a council's session."""
    summit = sketch("s", SOTO, kind="summit", channel=("climate", "summit"), status="scheduled", when=day("2024-03-05"))
    summit = replace(summit, is_told=True)

    assert excluded_by(summit, HELD) == "gathering and a meeting there"
    assert excluded_by(replace(summit, persons=(SOTO, BRANDT), countries=HELD.countries), HELD) is None
    assert excluded_by(replace(summit, kind="meeting"), HELD) is None


def test_journeys_to_two_places_are_two() -> None:
    """Unless they are known to lie in one country."""
    here = sketch("h", SOTO, kind="visit", status="scheduled", place="lima", place_country="PER")
    there = sketch("t", SOTO, kind="visit", status="scheduled", place="middle east")

    assert excluded_by(here, there) == "going elsewhere"
    assert excluded_by(here, replace(there, place="cusco", place_country="PER")) is None


def test_what_is_grainagain_and_again_needs_a_time() -> None:
    """Grain in a year and grain some day; grain on one day, told twice."""
    grain = replace(sketch("g", kind="aid", family="aid"), countries=frozenset({"PER", "DEU"}))
    again = replace(grain, event="i", document="doc_i", published=date(2024, 3, 5))

    assert excluded_by(grain, again) == "done again and again"
    once = {"when": day("2024-02-28"), "is_told": True}
    assert excluded_by(replace(grain, **once), replace(again, **once)) is None  # type: ignore[arg-type]


def test_a_name_of_many_mechanisms_needs_its_sides() -> None:
    """The strategic dialogue with Brandt's country and the one with Haaland's; a name of its own needs no sides."""
    one = sketch("m", SOTO, BRANDT, kind="talks", channel=mechanism_words("Strategic Dialogue"))
    other = sketch("n", SOTO, HAALAND, kind="talks", channel=mechanism_words("Strategic Dialogue"))
    nobodys = sketch("o", kind="talks", channel=mechanism_words("Strategic Stability Dialogue"))
    assert "same mechanism" not in features_of(one, other) | features_of(one, nobodys)
    assert "same mechanism" in features_of(one, replace(one, event="p", document="doc_p"))

    named_one, named_other = (replace(s, channel=mechanism_words("Fisheries Dialogue")) for s in (one, other))
    assert "same mechanism" in features_of(named_one, named_other)


def test_a_title_tells_news() -> None:
    """Undated, told in a title on 1 March: the call of 20 January is another; a text that only speaks of one may mean it."""
    earlier = sketch("x", SOTO, BRANDT, kind="call", when=day("2024-01-20"), is_told=True, published=date(2024, 1, 21))
    spoken_of = sketch("y", SOTO, BRANDT, kind="call")

    assert excluded_by(earlier, spoken_of) is None
    assert excluded_by(earlier, replace(spoken_of, is_news=True)) == "held after it was told"
    assert excluded_by(replace(earlier, when=day("2024-02-27")), replace(spoken_of, is_news=True)) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("soto",), ("maria", "soto"), True),
        (("volodymyr", "zelenskyy"), ("zelensky",), True),
        (("maria", "soto"), ("ana", "soto"), False),
        (("maria", "elena", "soto"), ("maria", "soto"), True),
        (("uwe", "brandt"), ("uwe", "brandl"), True),
        (("li", "wei"), ("li", "wen"), False),
    ],
)
def test_names_of_one_person(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    """Part of a name, and spellings of one name; a short word must be the same."""
    assert is_same_person(Person(words=one), Person(words=other)) is same


def test_persons_of_two_countries_are_two() -> None:
    """However their names are spelled."""
    assert not is_same_person(SOTO, replace(SOTO, country="ESP"))
    assert is_same_person(SOTO, replace(SOTO, country=None))


def test_every_weight_is_that_of_a_feature() -> None:
    """The file that ships and the declared features are one list."""
    assert set(load_likeness().weights) == {named(feature) for feature in FEATURES}


_days = st.dates(date(2024, 2, 1), date(2024, 4, 1))
_persons = st.lists(st.sampled_from([SOTO, LONG_SOTO, BRANDT, HAALAND]), max_size=3, unique=True)


@st.composite
def _sketches(draw: st.DrawFn) -> list[Sketch]:
    found = []
    for n in range(draw(st.integers(2, 7))):
        when = draw(st.none() | _days)
        facts = {
            "status": draw(st.sampled_from(["held", "scheduled", "cancelled", None])),
            "when": when and Interval(when, when + timedelta(days=draw(st.integers(0, 9)))),
            "is_told": when is not None,
            "published": draw(_days),
            "kind": draw(st.sampled_from(["meeting", "visit", "call"])),
        }
        found.append(sketch(f"e{n}", *draw(_persons), **facts))
    return found


@settings(deadline=None)  # the weights are loaded once, in whichever example comes first
@given(_sketches(), st.randoms())
def test_the_order_of_adding_changes_nothing(found: list[Sketch], random: object) -> None:
    """What is one hangs on the set of sketches."""
    turned = list(found)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert judge_events(found) == judge_events(turned)


@given(_sketches())
def test_questions_ask_both_ways_alike(found: list[Sketch]) -> None:
    """No feature depends on which sketch comes first."""
    one, other = found[:2]
    assert features_of(one, other) == features_of(other, one)
    assert [q(one, other) for q in EXCLUDING] == [q(other, one) for q in EXCLUDING]


def test_what_decides_can_be_given() -> None:
    """Other weights, other judgements."""
    never = Likeness(bias=-30.0, weights={}, least=0.5)
    assert judge_events([ANNOUNCED, HELD], never) == ()


def test_a_visit_goes_on_for_some_days() -> None:
    """Under way on one day and over on another of that week is one visit; so is no meeting, and no visit that had been over before."""
    begun = sketch("a", SOTO, BRANDT, kind="visit", status="under_way", when=day("2024-03-05"), is_told=True)
    over = sketch("b", SOTO, BRANDT, kind="visit", when=day("2024-03-08"), is_told=True)

    assert pairs(begun, over) == {("a", "b")}
    for other in (replace(over, when=day("2024-03-04")), replace(over, when=day("2024-03-19"))):
        assert excluded_by(begun, other) == "held on other days"
    assert excluded_by(replace(begun, kind="meeting"), replace(over, kind="meeting")) == "held on other days"


def test_a_side_counts_once() -> None:
    """A country, and a person of it whose country one report leaves open, are one side, whichever report says so."""
    nobodys = Person(words=("kari", "haaland"))
    invited = sketch("a", nobodys, kind="visit", status="proposed", place_country="NOR")
    invited = replace(invited, countries=frozenset({"NOR"}))
    received = sketch("b", SOTO, HAALAND, kind="meeting", status="scheduled")

    assert little_shared(invited, received)
    assert pairs(invited, received) == set()


ONE_SIDED = sketch("v", BRANDT, published=date(2024, 3, 8))


def test_a_report_that_names_one_side_joins_what_alone_fits_it() -> None:
    """ "I spoke with President Brandt some days ago"; where two meetings fit, nobody can tell, and another kind is another event."""
    other = sketch("e", HAALAND, BRANDT, when=day("2024-03-06"), is_told=True, published=date(2024, 3, 7))

    assert pairs(ANNOUNCED, HELD, ONE_SIDED) == {("a", "b"), ("b", "v")}
    assert pairs(ANNOUNCED, HELD, other, ONE_SIDED) == {("a", "b")}
    assert pairs(HELD, replace(ONE_SIDED, kind="visit")) == set()
    assert pairs(ONE_SIDED, replace(ONE_SIDED, event="w", document="doc_w")) == set()


def test_an_office_alone_is_whoever_bears_it_that_day() -> None:
    """ "He will meet the Chancellor of Germany tomorrow" is the meeting of that day; without the same day nobody knows which."""
    office = replace(
        sketch("o", status="scheduled", when=day("2024-03-05"), is_told=True),
        officers=frozenset({"DEU"}),
        countries=frozenset({"DEU"}),
    )

    assert pairs(HELD, office) == {("b", "o")}
    assert pairs(HELD, replace(office, when=Interval(date(2024, 3, 4), date(2024, 3, 10)))) == set()
    assert pairs(HELD, replace(office, officers=frozenset())) == set()
    assert pairs(HELD, sketch("e", BRANDT, HAALAND, when=day("2024-03-05"), is_told=True), office) == set()


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("eu", "european union", True),
        ("european union", "eu", True),
        ("oas", "organization of american states", True),
        ("eu", "eu", True),
        ("eu", "au", False),
        ("european union", "eurasian union", False),
        ("union", "u", False),
    ],
)
def test_a_body_is_known_by_its_initials(one: str, other: str, is_shared: bool) -> None:
    """What one report calls "the EU" and the other "the European Union" is one side."""
    kept = sketch("event_one", kind="summit", bodies=frozenset({one}))
    asked = sketch("event_other", kind="summit", bodies=frozenset({other}))

    assert ("a body shared" in features_of(kept, asked)) is is_shared
    assert sides_shared(kept, asked) == int(is_shared)


def test_somebody_without_a_name_may_be_anybody() -> None:
    """ "I spoke with leaders across the region" is no report of the meeting with Soto."""
    assert pairs(ANNOUNCED, HELD, replace(ONE_SIDED, is_with_others=True)) == {("a", "b")}


def test_what_was_on_a_margin_is_no_summit() -> None:
    """Soto and Brandt met on the sidelines of a conference; the summit at which both were is another event, unless it is told of that day."""
    beside = replace(HELD, is_on_a_margin=True)
    summit = sketch("s", SOTO, BRANDT, kind="summit", published=date(2024, 3, 30))

    assert excluded_by(beside, summit) == "on a margin and a summit"
    assert excluded_by(beside, replace(summit, when=HELD.when, is_told=True)) is None


def test_one_persons_visits_need_a_time_or_a_place() -> None:
    """Soto was in Oslo some day; "her trip in February" may have been any."""
    there = sketch("t", SOTO, kind="visit", place="oslo", place_country="NOR")
    some = sketch("u", SOTO, kind="visit", when=Interval(date(2024, 2, 1), date(2024, 2, 29)), is_told=True)

    assert little_shared(there, some)
    assert not little_shared(replace(there, when=day("2024-02-05"), is_told=True), some)


def test_two_places_without_a_time_are_two_meetings() -> None:
    """In Rome in June, and some day in the Middle East."""
    there = sketch("t", SOTO, BRANDT, place="middle east")
    rome = sketch("r", SOTO, BRANDT, place="rome", place_country="ITA", when=day("2024-02-12"), is_told=True)

    assert excluded_by(there, rome) == "at other places"
    assert excluded_by(replace(there, when=day("2024-02-12"), is_told=True), rome) is None


def test_talks_that_lie_ahead_are_soon() -> None:
    """ "I look forward to speaking with Brandt" is no word of what they did three months later; a visit may be."""
    ahead = sketch("a", SOTO, BRANDT, kind="talks", status="expected")
    later = sketch("l", SOTO, BRANDT, kind="talks", when=day("2024-06-05"), is_told=True, published=date(2024, 6, 5))

    assert excluded_by(ahead, later) == "held after it was told"
    assert excluded_by(replace(ahead, kind="visit"), replace(later, kind="visit")) is None


def test_a_special_summit_is_not_the_yearly_one() -> None:
    """A name with the word is another than the name without it; a body's name is the same, however short."""
    special = sketch("s", kind="summit", channel=mechanism_words("Nordic Special Summit"))
    yearly = sketch("y", kind="summit", channel=mechanism_words("Annual Nordic Summit"))

    assert excluded_by(special, yearly) == "other mechanism"
    assert mechanism_words("UN Ocean Conference") == mechanism_words("United Nations Ocean Conference")


def test_rounds_of_talks_need_a_time() -> None:
    """A body leads talks in one town again and again."""
    some = sketch("s", kind="talks", bodies=frozenset({"un"}), place="geneva", place_country="CHE")
    november = replace(some, event="n", document="doc_n", when=day("2024-02-20"), is_told=True)

    assert little_shared(some, november)
    assert not little_shared(replace(some, when=day("2024-02-20"), is_told=True), november)


def test_a_meeting_on_a_journey_is_not_the_journey() -> None:
    """Soto travels through Norway, where nobody is named who is visited, and meets Haaland some day; who is received where the meeting is came for it."""
    journey = sketch("j", SOTO, kind="visit", place="norway", place_country="NOR")
    journey = replace(journey, countries=frozenset({"PER", "NOR"}))
    met = sketch("m", SOTO, HAALAND)

    assert little_shared(journey, met)
    assert not little_shared(replace(journey, place="oslo"), replace(met, place="oslo", place_country="NOR"))


def test_what_one_document_tells_apart_stays_apart() -> None:
    """A journey in June, and a meeting on it: a report of the meeting joins the meeting, one of the journey the journey, and no cluster holds both."""
    june = {"when": Interval(date(2024, 6, 1), date(2024, 6, 30)), "is_told": True}
    place = {"place": "oslo", "place_country": "NOR"}
    journey = sketch("a", SOTO, kind="visit", status="scheduled", **june, **place)
    journey = replace(journey, countries=frozenset({"PER", "NOR"}))
    met = sketch("b", SOTO, HAALAND, status="scheduled", document="doc_a", **june, **place)
    of_both = sketch("c", SOTO, HAALAND, kind="visit", status="under_way", when=day("2024-06-08"), is_told=True)
    held = sketch("d", SOTO, HAALAND, when=day("2024-06-09"), is_told=True, published=date(2024, 6, 9), **place)

    of_both = replace(of_both, published=date(2024, 6, 8), place="norway", place_country="NOR")
    assert pairs(journey, met, of_both, held) == {("a", "c"), ("b", "d")}
    assert told_as_two(met, replace(met, persons=(SOTO, HAALAND, BRANDT)))
    assert not told_as_two(met, replace(met, document="doc_b", persons=(SOTO, HAALAND, BRANDT)))


def test_a_session_here_and_a_meeting_there_are_two() -> None:
    """A document's session of a mechanism in Lima and a meeting in Cusco; also where a report of one of them would fit both."""
    session = sketch("a", SOTO, channel=mechanism_words("Fisheries Dialogue"), place="lima", place_country="PER")
    met = sketch("b", SOTO, document="doc_a", place="cusco", place_country="PER")

    assert told_as_two(session, met)
    assert not told_as_two(session, replace(met, place="lima"))
    assert not told_as_two(session, replace(met, place=None))
    assert not told_as_two(session, replace(met, channel=session.channel))
    assert not told_as_two(session, replace(met, document="doc_b"))
