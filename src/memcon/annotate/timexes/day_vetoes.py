"""When words that could be a day, a part of one or a feast are none after all: each reason by name, with its sentences."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Hit, Veto
from memcon.annotate.timexes.lexicon import LETTERS
from memcon.annotate.timexes.phrases import is_alone
from memcon.domain.rules import rule
from memcon.lexicon import values, words

# --- weekdays --------------------------------------------------------------------------------------------------------

_AROUND, _PAPERS, _SHOWS, _NAMING = (
    words("getting_around"),
    words("newspaper_name"),
    words("evening_show"),
    words("naming_a_weekday"),
)


@rule(yes=["They asked about Friday."], no=["They met around Friday."])
def spoken_about(hit: Hit) -> bool:
    return hit.word("pre") == "about"


@rule(yes=["They tried to get around Friday's ruling."], no=["They will meet around Friday."])
def got_around(hit: Hit) -> bool:
    """The weekday alone is read there."""
    return hit.is_possessive and hit.word("pre") in _AROUND


@rule(yes=["He reads the Sunday Times."], no=["On Sunday times will change."])
def a_newspaper(hit: Hit) -> bool:
    return hit.after()[:1].isupper() and hit.behind in _PAPERS


@rule(yes=["He watches Monday Night Football."], no=["They met Monday night in Oslo."])
def a_show(hit: Hit) -> bool:
    return hit.after()[:1].isupper() and hit.behind in _SHOWS and hit.after(2)[:1].isupper()


@rule(yes=["They shop on Black Friday."], no=["It was a good Friday for them."])
def a_day_with_a_name(hit: Hit) -> bool:
    return hit.before()[:1].isupper() and hit.front in _NAMING


@rule(yes=["They read it on Monday.com again."], no=["They met on Monday. Then they left."])
def an_address(hit: Hit) -> bool:
    is_joined = hit.lexemes.is_joined(hit.last) and hit.lexemes.is_joined(hit.last + 1)
    return hit.after() == "." and is_joined and hit.after(2).islower()


@rule(yes=["They left, following Friday's vote."], no=["They left the following Friday."])
def behind_a_weekday(hit: Hit) -> bool:
    return hit.word("rel") == "following" and "the" not in hit.phrase


@rule(yes=["The second Friday was dull."], no=["The envoys met on Friday."])
def one_of_a_row(hit: Hit) -> bool:
    return hit.class_before == LETTERS["ordinal"] and not hit.has("rel")


NO_WEEKDAY: tuple[Veto, ...] = (
    spoken_about, got_around, a_newspaper, a_show, a_day_with_a_name, behind_a_weekday, an_address, one_of_a_row
)  # fmt: skip


# --- today and the parts of a day --------------------------------------------------------------------------------------

_OF_AN_AGE, _DREAMT, _MANY = words("of_an_age"), words("dreamt_of"), words("many")


@rule(yes=["He writes for Asia Today magazine."], no=["Today they met."])
def a_name_with_today(hit: Hit) -> bool:
    is_capital = hit.lexemes.word(hit.last)[0].isupper() and hit.before()[:1].isupper()
    return is_capital and not hit.starts_line and hit.word("today") in _TODAY


_TODAY = frozenset(day for day, n in values("today").items() if n == 0)


@rule(yes=["In today's world all is near."], no=["In today's meeting they agreed."])
def of_an_age(hit: Hit) -> bool:
    return hit.is_possessive and hit.word("today") != "yesterday" and hit.after(2).lower() in _OF_AN_AGE


@rule(yes=["They talked about today."], no=["They met today."])
def talked_about(hit: Hit) -> bool:
    return "about" in hit.words("pre")


@rule(yes=["They hope for a better tomorrow."], no=["They leave tomorrow."])
def dreamt_of(hit: Hit) -> bool:
    return hit.word("today") == "tomorrow" and hit.front in _DREAMT


@rule(yes=["They are the leaders of tomorrow."], no=["They leave the evening of tomorrow's vote."])
def those_of_tomorrow(hit: Hit) -> bool:
    return hit.front == "of" and hit.word("today") == "tomorrow"


@rule(yes=["Many of today's envoys are young."], no=["The news of today's vote spread."])
def many_of_today(hit: Hit) -> bool:
    return hit.front == "of" and hit.word("today") == "today" and hit.before(2).lower() in _MANY


NO_TODAY: tuple[Veto, ...] = (a_name_with_today, of_an_age, talked_about, dreamt_of, those_of_tomorrow, many_of_today)


@rule(yes=["They love Saturday Night Live."], no=["They met Saturday night."])
def a_name_with_a_part(hit: Hit) -> bool:
    shown = hit.lexemes.word(hit.last)
    return shown.istitle() and shown.lower() == hit.word("part") and hit.first < hit.last


NO_DAY_PART: tuple[Veto, ...] = (a_name_with_a_part,)


# --- days by their number ----------------------------------------------------------------------------------------------


@rule(yes=["They met Friday, the fourth decline in a row."], no=["They meet on Tuesday the 4th."])
def a_weekday_and_a_row(hit: Hit) -> bool:
    return not hit.word("ord")[0].isdecimal() or not (is_alone(hit) or hit.behind == "of")


NO_WEEKDAY_AND_NUMBER: tuple[Veto, ...] = (a_weekday_and_a_row,)


# --- feasts ------------------------------------------------------------------------------------------------------------


@rule(yes=["The Good Friday Agreement holds."], no=["The market closes for Good Friday."])
def a_name_with_a_feast(hit: Hit) -> bool:
    return hit.before()[:1].isupper() or hit.after()[:1].isupper()


NO_FEAST: tuple[Veto, ...] = (a_name_with_a_feast,)


@rule(yes=["They lit the Christmas tree."], no=["They met on Christmas in Oslo."])
def a_thing_of_the_holiday(hit: Hit) -> bool:
    return hit.word("holiday") in _WHOLE_SEASONS and not hit.has("year") and not is_alone(hit)


_WHOLE_SEASONS = frozenset({"christmas", "thanksgiving"})

NO_HOLIDAY: tuple[Veto, ...] = (a_thing_of_the_holiday,)
