"""Holidays of a fixed day, and feasts that move. Days that countries keep apart ("Independence Day") are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import week_value
from memcon.annotate.timexes.day_vetoes import NO_FEAST, NO_HOLIDAY
from memcon.annotate.timexes.days import SLACK, nearest_day
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.feasts import Occurrence, occurrences
from memcon.annotate.timexes.lexicon import GONE_BY, THIS, TO_COME
from memcon.annotate.timexes.phrases import dated, existing_day, mod_of
from memcon.domain.dates import edtf_of
from memcon.lexicon import values, words

DAYS_OF_YEAR = values("holiday")
"""Holidays in lower case and without apostrophes to month and day."""
_ABOUT_THE_DAYS = words("about_the_days")
"""Words after which "Christmas" is the days about it rather than one."""


@unless(*NO_HOLIDAY)
def holiday(hit: Hit, context: Context) -> Meaning | None:
    """The holiday of the year named, else the nearest in keeping with the tense; not "the Christmas tree"."""
    name = hit.word("holiday").replace("'", "").replace("’", "")
    if name == "9/11":
        return _named_day(hit, context)
    if name.startswith("thanksgiving"):
        return _thanksgiving(hit, context)
    if name == "election day":
        return _election_day(hit, context)
    meaning = _on_day(hit, context, *DAYS_OF_YEAR[name])
    is_season = name == "christmas" and (hit.front in _ABOUT_THE_DAYS or hit.has("pre"))
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_season else meaning


def _named_day(hit: Hit, context: Context) -> Meaning | None:
    """ "9/11" is the day of 2001, as soon as that was behind."""
    if hit.has("year") or hit.has("rel") or hit.has("pre") or hit.after() == "of":
        return None
    day = date(2001, 9, 11)
    return dated(hit, day.isoformat()) if context.published is None or context.published >= day else None


@unless(*NO_FEAST)
def feast(hit: Hit, context: Context) -> Meaning | None:
    """A feast that moves, in the year named or in keeping with the tense: all days that it can name, by any reckoning."""
    name = hit.word("feast").replace("eid-", "eid ").replace("al ", "al-").replace("mid ", "mid-")
    is_dated = hit.has("year")
    found = list(occurrences(name, int(hit.word("year")))) if is_dated else _nearest_feast(name, hit, context)
    if not found:
        return Meaning("DATE", "XXXX", mod=mod_of(hit), is_vague=True)
    value = found[0].value if len(found) == 1 else found[0].value[:4]
    start, end = found[0].interval.start, found[-1].interval.end
    if hit.has("unit"):
        if hit.word("unit") != "week" or len(value) != 10:
            return None
        value = week_value(
            date.fromisoformat(value)
        )  # "Easter week" is the one before the feast to some, the one behind to others
        start, end = start - timedelta(days=7), end + timedelta(days=6)
    edtf = edtf_of(replace(found[0].interval, start=start, end=end))
    return Meaning("DATE", value, edtf=edtf, anchor="none" if is_dated else "document", mod=mod_of(hit))


def _nearest_feast(name: str, hit: Hit, context: Context) -> list[Occurrence]:
    """That feast as it lies nearest the document's day, on the side that the tense or "last" gives; none when nothing tells."""
    published, rel = context.published, hit.word("rel")
    if published is None:
        return []
    years = [year for year in range(published.year - 1, published.year + 2) if 1 <= year <= 9999]
    found = [occurrence for year in years for occurrence in occurrences(name, year)]
    if rel in THIS:
        return [o for o in found if o.interval.start.year == published.year]
    found = _on_its_side(found, published, rel, context.tense_at(hit.start, hit.end))
    return sorted(found, key=lambda o: abs((o.interval.start - published).days))[:1]


def _on_its_side(found: list[Occurrence], published: date, rel: str, tense: str | None) -> list[Occurrence]:
    """Those that lie where the word before the feast looks, or the tense where none stands there."""
    slack = timedelta(0) if rel else SLACK
    if rel in GONE_BY or (not rel and tense == "past"):
        return [o for o in found if o.interval.start <= published + slack]
    if rel in TO_COME or (not rel and tense == "future"):
        return [o for o in found if o.interval.end >= published - slack]
    return [] if rel else found


def _thanksgiving(hit: Hit, context: Context) -> Meaning | None:
    """The fourth Thursday of November, as annotators of American news write it; its days are those of both countries that keep
    one, of which Canada does in October."""
    meaning = _on_day(hit, context, 11, 25)
    if meaning is None:
        return None
    if not meaning.value[:4].isdecimal():
        return replace(meaning, value="XXXX-11", is_vague=True)
    year = int(meaning.value[:4])
    first = date(year, 11, 1)
    fourth = first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
    return replace(meaning, value=fourth.isoformat(), edtf=f"{year:04}-10/{year:04}-11")


def _election_day(hit: Hit, context: Context) -> Meaning | None:
    """The Tuesday after the first Monday of November, as annotators of American news write it; it names no interval, for others
    vote on other days."""
    meaning = _on_day(hit, context, 11, 5)
    if meaning is None or not meaning.value[:4].isdecimal():
        return replace(meaning, value="XXXX-XX-XX", is_vague=True) if meaning else None
    first = date(int(meaning.value[:4]), 11, 1)
    tuesday = first + timedelta(days=(1 - first.isoweekday()) % 7 + 1)
    return replace(meaning, value=tuesday.isoformat(), edtf=None, is_vague=True)


def _on_day(hit: Hit, context: Context, month: int, day: int) -> Meaning | None:
    if hit.has("year"):
        found = existing_day(int(hit.word("year")), month, day)
        return dated(hit, found.isoformat()) if found else None
    published = context.published
    if published is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    found = _nearest_by_word(hit.word("rel"), published, month, day)
    if not hit.has("rel"):
        found = nearest_day(published, month, day, context.tense_at(hit.start, hit.end))
    return dated(hit, found.isoformat(), "document") if found else None


def _nearest_by_word(rel: str, published: date, month: int, day: int) -> date | None:
    """That day of the year as "last", "next" or "this" names it, None by any other word ("that Christmas")."""
    days = [d for n in (-1, 0, 1) if (d := existing_day(published.year + n, month, day))]
    if rel in GONE_BY:
        return max((d for d in days if d < published), default=None)
    if rel in TO_COME:
        return min((d for d in days if d > published), default=None)
    return existing_day(published.year, month, day) if rel in THIS else None


MEANINGS: Meanings = {f.__name__: f for f in (holiday, feast)}
"""What the rules of this file's phrases may name."""
