"""When words that could be a length of time, a unit or a reference are none after all: each reason by name, with its sentences."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Hit, Veto
from memcon.annotate.timexes.lexicon import FROM_STORY, LETTERS, NUMBERS, STEPS, unit_of
from memcon.annotate.timexes.units import unit_named
from memcon.domain.rules import rule
from memcon.lexicon import values, words

# --- "last week" -------------------------------------------------------------------------------------------------------

_COMPARED = frozenset(word for word in values("modifier") if word.endswith(" than"))
_PLAIN = words("one_step")


@rule(yes=["They met this minute."], no=["They met this week."])
def too_small_or_large(hit: Hit) -> bool:
    """Units below a day, a fortnight and a millennium are no units of the calendar."""
    return not unit_named(unit_of(hit.word("unit"))).is_placed


@rule(yes=["He reads This Week often."], no=["This week they met."])
def a_name_with_a_unit(hit: Hit) -> bool:
    return hit.lexemes.word(hit.last)[0].isupper() and hit.lexemes.word(hit.last - 1)[0].isupper()


@rule(yes=["They met this day."], no=["They met that day.", "They met the next day."])
def a_day_without_a_story(hit: Hit) -> bool:
    return unit_of(hit.word("unit")) == "D" and hit.word("rel") not in FROM_STORY | _PLAIN


@rule(yes=["It sold more than last year."], no=["It sold well last year."])
def compared_with(hit: Hit) -> bool:
    return bool(_COMPARED & set(hit.words("pre")))


@rule(yes=["The last day of talks was dull."], no=["They met last week."])
def one_of_its_own(hit: Hit) -> bool:
    """ "The last day of talks" is theirs, not the one before this."""
    is_led = hit.has("the") or hit.front == "the"
    unit = unit_named(unit_of(hit.word("unit")))
    return is_led and hit.behind == "of" and hit.word("rel") in _EDGES and unit.is_plain


_EDGES = _PLAIN | {word for word, n in STEPS.items() if n == 0} - words("this") - words("that")

NO_RELATIVE_UNIT: tuple[Veto, ...] = (
    too_small_or_large, a_name_with_a_unit, a_day_without_a_story, compared_with, one_of_its_own
)  # fmt: skip

# --- "two weeks ago" ---------------------------------------------------------------------------------------------------


@rule(yes=["It began a quarter of two centuries ago."], no=["It began two centuries ago."])
def part_of_the_number(hit: Hit) -> bool:
    return hit.has("num") and hit.front == "of" and hit.word("way") == "ago"


NO_TIME_AGO: tuple[Veto, ...] = (part_of_the_number,)

# --- "eight years" -----------------------------------------------------------------------------------------------------

_AS_A_VERB, _SHARES = words("as_a_verb"), words("share")


@rule(yes=["It would last four years."], no=["It took the last four years."])
def a_verb(hit: Hit) -> bool:
    return hit.phrase[0] == "last" and hit.front in _AS_A_VERB


@rule(yes=["Three quarters of the votes were counted."], no=["It fell for three quarters in a row."])
def a_part_in_quarters(hit: Hit) -> bool:
    return hit.word("unit") == "quarters" and hit.behind == "of" and not hit.after(2).isdecimal()


@rule(yes=["He is 52 years old."], no=["It is the first in 52 years."])
def an_age_in_units(hit: Hit) -> bool:
    return hit.has("old")


@rule(yes=["They left one quarter there."], no=["They left two quarters later."])
def a_fourth_part(hit: Hit) -> bool:
    return hit.word("unit") == "quarter" and hit.words("num") in _BUT_ONE


_BUT_ONE = frozenset((word,) for word in words("but_one"))

NO_DURATION: tuple[Veto, ...] = (a_verb, a_part_in_quarters, an_age_in_units, a_fourth_part)


@rule(yes=["They lost a third of a day there."], no=["It took a century to build."])
def what_a_part_is_of(hit: Hit) -> bool:
    return hit.front == "of" and hit.before(2).lower() in _SHARES


@rule(yes=["They run four flights a week."], no=["They spent a week there."])
def so_many_a_unit(hit: Hit) -> bool:
    noun = hit.before()
    is_counted = any(word[:1].isdecimal() or word.lower() in NUMBERS for word in (hit.before(2), hit.before(3)))
    return noun.endswith("s") and noun.islower() and is_counted


@rule(yes=["They began a week-long push."], no=["They stayed a week there."])
def first_half_of_a_word(hit: Hit) -> bool:
    return hit.next_class == "-" and hit.lexemes.is_joined(hit.last)


NO_UNIT: tuple[Veto, ...] = (what_a_part_is_of, so_many_a_unit, first_half_of_a_word)


@rule(yes=["It was the second in as many days."], no=["It took many days."])
def as_many(hit: Hit) -> bool:
    return hit.front == "as"


NO_VAGUE_DURATION: tuple[Veto, ...] = (as_many,)

# --- "his first term" --------------------------------------------------------------------------------------------------

_OWNERS, _IN_OFFICE, _BEFORE_AN_OFFICE = words("possessive"), words("in_office"), words("before_an_office")


@rule(yes=["It was his first future plan."], no=["It fell in his first term."])
def no_term(hit: Hit) -> bool:
    return "term" not in (hit.word("term"), hit.word("term2"))


@rule(yes=["It was his second term-long push."], no=["It fell in his first term."])
def joined_to_another(hit: Hit) -> bool:
    return hit.after() == "-" or hit.before() == "-"


@rule(yes=["It is a first term paper."], no=["It fell in his first term."])
def nobodys(hit: Hit) -> bool:
    """A term is somebody's, or one "in office"."""
    is_owned = hit.front in _OWNERS or hit.class_before == LETTERS["'s"] or hit.has("whose")
    return not is_owned and not (hit.behind in _BEFORE_AN_OFFICE and hit.after(2).lower() in _IN_OFFICE)


NO_TERM: tuple[Veto, ...] = (no_term, joined_to_another, nobodys)

# --- "now", "recently", "the future" -----------------------------------------------------------------------------------

_SOON, _RIGHT_BEFORE, _AFTER_PAST = words("soon"), words("right_before"), words("after_the_past")


@rule(yes=["The now-cancelled deal was good."], no=["It is now in force."])
def first_half_of_an_adjective(hit: Hit) -> bool:
    return hit.next_class == "-" and hit.lexemes.is_joined(hit.last)


@rule(yes=["It was their most recent round."], no=["They met in a recent round."])
def the_newest_of_a_row(hit: Hit) -> bool:
    return hit.word("reference") == "recent" and hit.front == "most"


@rule(yes=["Soon after, he left."], no=["Soon they will meet."])
def soon_after_something(hit: Hit) -> bool:
    return hit.word("reference") in _SOON and hit.behind in _RIGHT_BEFORE


@rule(yes=["They spoke of the future of the pact."], no=["They will meet in the future."])
def the_future_of_something(hit: Hit) -> bool:
    return hit.word("reference") == "future" and hit.behind == "of"


@rule(yes=["They walked the past leaders home."], no=["In the past they met often."])
def what_is_past(hit: Hit) -> bool:
    return hit.word("reference") == "past" and hit.after()[:1].islower() and hit.after() not in _AFTER_PAST


NO_REFERENCE: tuple[Veto, ...] = (
    first_half_of_an_adjective, the_newest_of_a_row, soon_after_something, the_future_of_something, what_is_past
)  # fmt: skip

# --- "daily" -----------------------------------------------------------------------------------------------------------

_SOMETIMES, _PAPERS, _FUNCTION = words("sometimes_daily"), words("paper"), words("function_word") - {"of"}
_OF_A_RATE = words("of_a_rate")


@rule(yes=["He reads China Daily."], no=["They meet daily."])
def a_name_with_daily(hit: Hit) -> bool:
    return hit.lexemes.word(hit.last)[0].isupper() and hit.before()[:1].isupper()


@rule(
    yes=["He runs a daily paper.", "It is a quarterly report.", "It paid a quarterly of five cents."],
    no=["He gave his weekly address."],
)
def an_adjective(hit: Hit) -> bool:
    """Some tell before a noun too how often it comes; none does of a paper, a name or an average."""
    is_adverb = hit.word("adverb").endswith("ally") or not hit.behind[:1].isalpha() or hit.behind in _FUNCTION
    is_basis = hit.behind == "basis" and hit.before() == "a"
    if is_adverb or is_basis:
        return False
    is_other = hit.behind in _PAPERS or hit.after()[0].isupper() or hit.before() == "average"
    return hit.word("adverb") not in _SOMETIMES or is_other


@rule(yes=["It grew 8 percent annually."], no=["It grew annually."])
def a_rate_of_growth(hit: Hit) -> bool:
    return hit.before() in _OF_A_RATE


NO_ADVERB: tuple[Veto, ...] = (a_name_with_daily, an_adjective, a_rate_of_growth)
