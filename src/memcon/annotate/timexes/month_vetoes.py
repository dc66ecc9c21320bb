"""When words that could be a month or a season are none after all: each reason by name, with its sentences."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Hit, Veto
from memcon.annotate.timexes.lexicon import SHORT_MONTHS
from memcon.annotate.timexes.phrases import has_impossible_day
from memcon.domain.rules import rule
from memcon.lexicon import words

_LEADING_PERSONS, _MARCHING, _NAMES, _VERBS = (
    words("leading_persons"),
    words("marching"),
    words("name_month"),
    words("verb_month"),
)
_LEADING_MONTHS, _LEADING_DATES, _SEASON_FRONT = words("leading_months"), words("leading_dates"), words("season_front")


def _month(hit: Hit) -> str:
    return hit.word("month").rstrip(".")


def _is_led(hit: Hit) -> bool:
    """Whether words stand before the month that make it one."""
    return hit.front in _LEADING_MONTHS or hit.has("pre") or hit.has("rel")


@rule(yes=["They met on 31 February again."], no=["They met in February again."])
def of_a_day_that_is_none(hit: Hit) -> bool:
    return has_impossible_day(hit)


@rule(yes=["The note of March 45 is lost."], no=["The note of March is lost."])
def before_a_number(hit: Hit) -> bool:
    return hit.after().isdecimal()


@rule(yes=["He spoke with April Olsen."], no=["They met in April."])
def a_person(hit: Hit) -> bool:
    return _month(hit) in _NAMES and hit.after()[:1].isupper() and hit.front in _LEADING_PERSONS


@rule(yes=["He led the March on Rome."], no=["They met in March on the coast."])
def a_march(hit: Hit) -> bool:
    return _month(hit) == "march" and hit.after() == "on" and hit.front in _MARCHING


@rule(yes=["They left, following November's vote."], no=["They left the following November."])
def behind_a_month(hit: Hit) -> bool:
    return hit.word("rel") == "following" and hit.front != "the"


@rule(yes=["It was written by Jan Olsen."], no=["They met in Jan. at last."])
def a_short_name(hit: Hit) -> bool:
    return hit.word("month") in SHORT_MONTHS and hit.after()[:1].isupper()


@rule(yes=["May said so twice."], no=["They met in May.", "They read June's figures."])
def a_verb_or_a_name(hit: Hit) -> bool:
    """May and others need a word in front, or what is theirs behind."""
    month = _month(hit)
    return month in _NAMES and not _is_led(hit) and not (month not in _VERBS and hit.is_possessive)


@rule(yes=["The group Black September is gone."], no=["They met in September."])
def part_of_a_name(hit: Hit) -> bool:
    is_beside_name = hit.before()[:1].isupper() or hit.after()[:1].isupper()
    return is_beside_name and not _is_led(hit) and hit.before() != ","


NO_MONTH: tuple[Veto, ...] = (
    of_a_day_that_is_none, before_a_number, a_person, a_march, behind_a_month, a_short_name, a_verb_or_a_name, part_of_a_name
)  # fmt: skip


@rule(yes=["The price will fall."], no=["They met in the fall.", "They met in the spring of 2024."])
def a_verb_or_a_noun(hit: Hit) -> bool:
    """The bare words need a preposition, or an article behind one."""
    if any(hit.has(group) for group in ("year", "short", "rel", "pre")):
        return False
    return hit.front not in (_LEADING_DATES if hit.has("the") else _SEASON_FRONT)


@rule(yes=["They met in the spring of nations."], no=["They met in the spring of 2024."])
def of_something(hit: Hit) -> bool:
    is_dated = hit.has("year") or hit.has("short") or hit.after(2)[:1].isdecimal()
    return hit.behind == "of" and not is_dated


@rule(yes=["They spoke of part in the Winter Olympics."], no=["They met in the Winter of 2024."])
def a_name_with_a_season(hit: Hit) -> bool:
    """ "The Winter Olympics": a season with a capital before another capital is part of a name."""
    is_capital = hit.lexemes.word(hit.last)[:1].isupper() and hit.after()[:1].isupper()
    return is_capital and not (hit.has("year") or hit.has("short"))


NO_SEASON: tuple[Veto, ...] = (a_verb_or_a_noun, of_something, a_name_with_a_season)
