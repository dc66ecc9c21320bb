"""When figures that could be a year or a decade are none after all: each reason by name, with its sentences."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Hit, Veto
from memcon.annotate.timexes.lexicon import LETTERS
from memcon.domain.rules import rule
from memcon.lexicon import words

_COUNTED, _NUMBERED, _PREFIXES = words("counted"), words("numbered"), words("year_prefix")
_LEADING_DATES, _LEADING_YEARS = words("leading_dates"), words("leading_years") | frozenset({",", "(", "—", "–"})
_QUOTES = frozenset("\"“”‘’'`")
_AMOUNTS = frozenset("$#£€¥%/+@&*:=") | {"No"}
_OF_A_RATIO = frozenset("%/")


@rule(yes=["It cost $1950 at last.", "They built No 1950 there."], no=["They met in 1950 in Oslo."])
def an_amount(hit: Hit) -> bool:
    return hit.before() in _AMOUNTS or hit.behind in _OF_A_RATIO


@rule(yes=["About 2000 troops came."], no=["By 2000 they had left the isle."])
def a_number_of_things(hit: Hit) -> bool:
    return hit.behind in _COUNTED


@rule(yes=["He took flight 1950 to Oslo."], no=["The flight in 1950 was long."])
def a_numbered_thing(hit: Hit) -> bool:
    return hit.front in _NUMBERED


@rule(yes=['The novel "1984" was read.'], no=['The accord of 1984 "stands" today.'])
def a_title(hit: Hit) -> bool:
    return hit.front in _QUOTES and hit.behind in _QUOTES


@rule(yes=["It ended 2053 Friday there."], no=["It ended in 1953 there."])
def a_time_of_day(hit: Hit) -> bool:
    is_before_day = hit.next_class == LETTERS["weekday"] and hit.front not in _LEADING_DATES
    return hit.next_class == LETTERS["zone"] or is_before_day


@rule(yes=["He drives a Boeing-1950 there."], no=["It was built in mid-1950 there."])
def joined_to_a_word(hit: Hit) -> bool:
    is_joined = hit.front == "-" and hit.lexemes.is_joined(hit.first - 1)
    return is_joined and not hit.before(2).isdecimal() and hit.before(2).lower() not in _PREFIXES


@rule(yes=["They found 1100 of them."], no=["The pact of 1648 is known.", "The mandate ends 2030."])
def too_far_away(hit: Hit) -> bool:
    """Of the last centuries any figure may be one, of others only behind a word that leads years."""
    year = int(hit.word("year"))
    return not 1850 <= year <= 2050 and not (hit.front in _LEADING_YEARS and 1400 <= year <= 2200)


@rule(yes=["They keep 1300-page files."], no=["The pact of 1950-page one is signed."])
def a_first_part(hit: Hit) -> bool:
    return hit.next_class == "-" and not 1400 <= int(hit.word("year")) <= 2100


NO_YEAR: tuple[Veto, ...] = (
    an_amount, a_number_of_things, a_numbered_thing, a_title, a_time_of_day, a_first_part, joined_to_a_word, too_far_away
)  # fmt: skip

_MEASURED, _POSSESSIVES = words("measured"), words("possessive")


def _is_bare(hit: Hit) -> bool:
    """Whether two figures and an s are all there is: no apostrophe, no word, no century."""
    decade = hit.word("decade")
    return decade[:2].isdecimal() and not decade[:4].isdecimal()


@rule(yes=["Sales of 30s rose at last."], no=["It began in the 30s."])
def a_number_with_an_s(hit: Hit) -> bool:
    return _is_bare(hit) and not hit.has("pre") and not hit.has("the") and hit.front != "the"


@rule(yes=["Temperatures were in the 30s."], no=["It began in the 30s."])
def a_measure(hit: Hit) -> bool:
    n = 2 if hit.front == "the" else 1
    return _is_bare(hit) and hit.before(n).lower() == "in" and hit.before(n + 1).lower() in _MEASURED


@rule(yes=["He is in his thirties."], no=["It began in the thirties."])
def an_age(hit: Hit) -> bool:
    return hit.front in _POSSESSIVES and not hit.word("decade")[:4].isdecimal()


NO_DECADE: tuple[Veto, ...] = (a_number_with_an_s, a_measure, an_age)
