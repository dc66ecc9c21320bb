"""Months, quarters, halves and seasons, with their year or the one that fits the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from memcon.annotate.timexes.calendar import SEASONS_IN_ORDER, edtf_of_value, hull, interval_of_value, unit_value
from memcon.annotate.timexes.days import AWAITED, is_moved_to, year_beside, year_of_subject
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import GONE_BY, MONTH_NUMBERS, SEASONS, STEPS, THAT, TO_COME, ordinal_of
from memcon.annotate.timexes.month_vetoes import NO_MONTH, NO_SEASON
from memcon.annotate.timexes.phrases import dated, has_impossible_day, mod_of, month_number
from memcon.annotate.timexes.years import short_year
from memcon.lexicon import values, words

_TOLD, _AUXILIARIES, _STARTING, _UP_TO = (
    words("told_or_thought"),
    words("auxiliary"),
    words("starting_from"),
    words("up_to"),
)


def month_year(hit: Hit, context: Context) -> Meaning | None:
    if has_impossible_day(hit):
        return None
    year = int(hit.word("year"))
    return dated(hit, f"{year:04}-{month_number(hit.word('month')):02}", unit="M")


def month_short_year(hit: Hit, context: Context) -> Meaning | None:
    """ "June '96"."""
    year = short_year(hit, context)
    return dated(hit, f"{year.value}-{month_number(hit.word('month')):02}", unit="M") if year else None


@unless(*NO_MONTH)
def lone_month(hit: Hit, context: Context) -> Meaning | None:
    """A month alone: the nearest one in keeping with the tense. "May" and others that are verbs or names need a word in front."""
    month, rel = month_number(hit.word("month")), hit.word("rel")
    if year_told := _year_told(hit, context):
        return dated(hit, f"{year_told:04}-{month:02}", unit="M")
    if rel in THAT:
        return month_of_story(hit, context, month)
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}")
    year = nearest_month_year(context.published, month, hit, context)
    meaning = dated(hit, f"{year:04}-{month:02}", "document", unit="M")
    back = (context.published.year - year) * 12 + context.published.month - month
    if hit.behind in AWAITED and back >= _OLD_VOTE and not rel:
        return replace(meaning, edtf=None, is_vague=True)  # "the November election" in spring: the last or the next
    if rel in GONE_BY and 0 < context.published.month - month <= _JUST_NOW:
        return replace(meaning, edtf=f"{year:04}-{month:02}/{year + 1:04}-{month:02}")
    return meaning


def month_of_story(hit: Hit, context: Context, month: int) -> Meaning | None:
    """ "That November": the one of the year told last, or the next one behind the date told last. Not "said that November was cold"."""
    if hit.front in _TOLD or hit.behind in _AUXILIARIES:
        return None
    base = interval_of_value(context.last)
    is_told = base is not None and base.days <= 366 and context.can_follow(base.start, hit.start, hit.end)
    if base is None or not is_told:
        return Meaning("DATE", f"XXXX-{month:02}", anchor="discourse", mod=mod_of(hit), is_vague=True)
    is_next = base.start.month - month >= _FAR  # in December, "that January"
    year = base.start.year + is_next
    return Meaning("DATE", f"{year:04}-{month:02}", anchor="discourse", mod=mod_of(hit)) if year <= 9999 else None


_FAR = 6
"""How many months before the date told last (of its year) a month is rather that of the next year."""


def _year_told(hit: Hit, context: Context) -> int | None:
    """The year that stands behind another month with it, or that of the thing spoken of."""
    return _year_behind_slash(hit) or (None if hit.word("rel") else year_of_subject(hit, context))


def _year_behind_slash(hit: Hit) -> int | None:
    """The year of "May/June 2024"."""
    year = hit.after(3)
    is_pair = hit.after() == "/" and hit.after(2).lower().rstrip(".") in MONTH_NUMBERS
    return int(year) if is_pair and len(year) == 4 and year.isdecimal() and year > "0999" else None


_OLD_VOTE = 4
"""How many months back "the November election" may as well be the next one."""
_JUST_NOW = 1
"""The month gone by is "last month": "last October" in November is mostly that of the year before, but may be this year's."""


def nearest_month_year(published: date, month: int, hit: Hit, context: Context) -> int:
    """The year of a month without one: by the word before it, else the nearest in keeping with the tense."""
    rel, this = hit.word("rel"), published.year
    if rel in GONE_BY:
        return this if month < published.month - _JUST_NOW else this - 1
    if rel in TO_COME:
        return this if month > published.month else this + 1
    return this if rel == "this" else _year_by_tense(published, month, _tense_of_month(hit, context))


def _year_by_tense(published: date, month: int, tense: str | None) -> int:
    """The year of the nearest such month on the side that a tense tells; about half a year either way what may come is rather ahead."""
    first, last = _SIDES.get(tense, (-_A_YEAR, _A_YEAR))
    ahead = {
        year: (year - published.year) * 12 + month - published.month
        for year in range(published.year - 1, published.year + 2)
    }
    on_its_side = [year for year, n in ahead.items() if first <= n <= last]
    return min(on_its_side, key=lambda year: abs(ahead[year]) - (1.5 if tense == "open" and ahead[year] > 0 else 0))


_A_YEAR = 24
"""More months than a month of this year or one beside it can be away."""
_SIDES: Mapping[str | None, tuple[int, int]] = {"past": (-_A_YEAR, 1), None: (-_A_YEAR, 1), "future": (-1, _A_YEAR)}
"""From how many months on to how many ahead what a tense tells may lie; any other may lie on either side."""


def _tense_of_month(hit: Hit, context: Context) -> str | None:
    """Where a month lies as its sentence tells it."""
    tense: str | None = context.tense_at(hit.start, hit.end)
    if _leaves_open(hit, tense):
        tense = "open"
    if tense == "open" and hit.front in _UP_TO:
        tense = "future"  # "would fund the office through September"
    return "open" if hit.behind in AWAITED and tense != "future" else tense


def _leaves_open(hit: Hit, tense: str | None) -> bool:
    """Whether a month in the past tense may still be to come ("proposed talks for September", "moved it to May"), or one without a tense."""
    if tense == "past":
        return hit.front == "for" or is_moved_to(hit)
    return tense is None and hit.before(2).lower() in _STARTING


def month_of_year(hit: Hit, context: Context) -> Meaning | None:
    """ "January this year", "June of last year"."""
    month = month_number(hit.word("month"))
    if hit.word("unit") != "year":
        return None
    year, anchor = year_beside(hit, context)
    if year is None or not 1 <= year <= 9999:
        return dated(hit, f"XXXX-{month:02}")
    return replace(dated(hit, f"{year:04}-{month:02}", unit="M"), anchor=anchor)


_SECOND_HALF = values("edge")


def quarter(hit: Hit, context: Context) -> Meaning | None:
    """A numbered quarter or half, of the year named or of the one that fits the document."""
    part = "H" if hit.word("unit") == "half" else "Q"
    number = _number_of_part(hit, part)
    if number is None:
        return None
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{part}{number}", unit="Q")
    if (hit.has("whole") and hit.word("whole") != "year") or (part == "H" and not hit.has("rel")):
        return None  # "the second half of last month"
    if context.published is None:
        return dated(hit, f"XXXX-{part}{number}")
    if hit.has("rel"):
        year = context.published.year + STEPS[hit.word("rel")]
    else:
        year = _year_of_part(hit, context, context.published, part, number)
    return dated(hit, f"{year:04}-{part}{number}", "document", unit="Q")


def _number_of_part(hit: Hit, part: str) -> int | None:
    """Which quarter or half it is; "the last half" and "the latter half" are the second."""
    number = ordinal_of(hit.word("ord"))
    if number is None and part == "H" and _SECOND_HALF.get(hit.word("ord")) == -1:
        return 2
    return number if number is not None and number <= (2 if part == "H" else 4) else None


def _year_of_part(hit: Hit, context: Context, published: date, part: str, number: int) -> int:
    """The year of a quarter or half without one: the document's, or the one beside it where that lies nearer."""
    now = int((unit_value(published, part) or "0")[-1])
    if number - now >= (3 if part == "Q" else 2):
        return published.year - 1
    is_next = now - number >= 2 and context.tense_at(hit.start, hit.end) == "future"
    return published.year + (1 if is_next else 0)


@unless(*NO_SEASON)
def season(hit: Hit, context: Context) -> Meaning | None:
    """A season of a named year, or the one nearest the document; the bare words need an article or the like, for they are
    verbs and nouns as well."""
    code = SEASONS[hit.word("season")]
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{code}", unit="Q")
    if hit.has("short"):
        year_in = short_year(hit, context)
        return dated(hit, f"{year_in.value}-{code}", unit="Q") if year_in else None
    if context.published is None:
        return dated(hit, f"XXXX-{code}")
    return _season_of_no_year(hit, context, context.published, code)


_MIDDLE = dict(zip(SEASONS_IN_ORDER, (4, 7, 10, 13), strict=True))
"""The month in which a season is at its middle, by the season's year."""
_LONG_PAST = 9
"""How many months behind its middle a season without its year is rather the one to come."""


def _season_of_no_year(hit: Hit, context: Context, published: date, code: str) -> Meaning:
    rel, tense = hit.word("rel"), context.tense_at(hit.start, hit.end)
    year = _year_of_season(rel, tense, published, _MIDDLE[code])
    is_habit = tense is None and not (rel or hit.has("the") or hit.has("pre"))
    back = (published.year - year) * 12 + published.month - _MIDDLE[code]
    is_long_past = back >= (_LONG_PAST if tense == "past" else _LONG_PAST - 2)
    if is_long_past and not (rel or is_habit or tense == "future"):
        # that of last year would be called so
        if tense != "past":
            return dated(hit, f"{year + 1:04}-{code}", "document", unit="Q")
        edtf = hull(edtf_of_value(f"{year:04}-{code}"), edtf_of_value(f"{year + 1:04}-{code}"))
        return replace(dated(hit, f"{year:04}-{code}", "document", unit="Q"), edtf=edtf)
    meaning = dated(hit, f"{year:04}-{code}", "document", unit="Q")
    return replace(meaning, is_vague=True, edtf=None) if is_habit else meaning  # "they feed in winter"


def _year_of_season(rel: str, tense: str | None, published: date, middle: int) -> int:
    """The year of a season whose middle is the month `middle`: by the word before it, else by the tense."""
    if rel in GONE_BY:
        return published.year if middle < published.month else published.year - 1
    if rel in TO_COME or (not rel and tense == "future"):
        return published.year if middle >= published.month else published.year + 1
    if not rel and tense == "past":
        return published.year if middle <= published.month else published.year - 1
    return published.year


def coded_quarter(hit: Hit, context: Context) -> Meaning | None:
    """ "Q3 2025", "2H 2025", "Q3"."""
    code = hit.word("code").upper()
    number, part = int(code.strip("QH")), code.strip("1234")
    if number > (2 if part == "H" else 4):
        return None
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{part}{number}", unit="Q")
    if context.published is None or part == "H":
        return dated(hit, f"XXXX-{part}{number}") if part == "Q" else None
    return _nearest_quarter(hit, context, context.published, number)


def _nearest_quarter(hit: Hit, context: Context, published: date, number: int) -> Meaning:
    """A quarter without its year: of the document's year, else of the one beside it where that lies nearer and tense allows."""
    ahead = number - (published.month + 2) // 3
    tense = context.tense_at(hit.start, hit.end)
    year = published.year
    if ahead >= 2 and tense != "future":
        year -= 1
    elif ahead < 0 and tense == "future":
        year += 1
    return dated(hit, f"{max(year, 1):04}-Q{number}", "document", unit="Q")


MEANINGS: Meanings = {
    f.__name__: f for f in (coded_quarter, month_short_year, month_year, month_of_year, lone_month, quarter, season)
}
"""What the rules of this file's phrases may name."""
