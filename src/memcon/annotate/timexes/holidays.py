"""Holidays of a fixed day, and feasts that move. Days that countries keep apart ("Independence Day") are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import week_value
from memcon.annotate.timexes.days import SLACK, nearest_day
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.feasts import Occurrence, occurrences
from memcon.annotate.timexes.lexicon import listed
from memcon.annotate.timexes.phrases import PRE, dated, existing_day, mod_of
from memcon.domain.dates import edtf_of

DAYS_OF_YEAR: dict[str, tuple[int, int]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new years day": (1, 1),
    "new year day": (1, 1), "new years eve": (12, 31), "new year eve": (12, 31), "may day": (5, 1), "valentines day": (2, 14),
    "international womens day": (3, 8), "halloween": (10, 31),
}  # fmt: skip
"""Holidays in lower case and without apostrophes to month and day."""

_BEHIND = listed(
    "in at on by and or but that when as for with he she they it we i you there will would was were is are had has have after before to "
    "until through the a an his her its their our this these if unless because while since so than next last"
)
_SEASON = listed("over during around about throughout")
"""Words after which "Christmas" is the days about it rather than one."""


def holiday(hit: Hit, context: Context) -> Meaning | None:
    """The holiday of the year named, else the nearest in keeping with the tense; not "the Christmas tree"."""
    name = hit.word("holiday").replace("'", "").replace("’", "")
    if name == "9/11":
        return _named_day(hit, context)
    behind = hit.after()
    if name in ("christmas", "thanksgiving") and not hit.has("year") and behind[:1].isalpha() and behind not in _BEHIND:
        return None  # "the Christmas market", "Christmas Island"
    if name.startswith("thanksgiving"):
        return _thanksgiving(hit, context)
    if name == "election day":
        return _election_day(hit, context)
    meaning = _on_day(hit, context, *DAYS_OF_YEAR[name])
    if meaning is None or name != "christmas":
        return meaning
    is_season = hit.before().lower() in _SEASON or hit.has("pre")
    return replace(meaning, edtf=None, is_vague=True) if is_season else meaning


def _named_day(hit: Hit, context: Context) -> Meaning | None:
    """ "9/11" is the day of 2001, as soon as that was behind."""
    if hit.has("year") or hit.has("rel") or hit.has("pre") or hit.after() == "of":
        return None
    day = date(2001, 9, 11)
    return dated(hit, day.isoformat()) if context.published is None or context.published >= day else None


def feast(hit: Hit, context: Context) -> Meaning | None:
    """A feast that moves, in the year named or in keeping with the tense: all days that it can name, by any reckoning."""
    if hit.before()[:1].isupper() or hit.after()[:1].isupper():
        return None  # "Good Friday Agreement", "Tariq Ramadan"
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
    if rel in ("this", "current"):
        return [o for o in found if o.interval.start.year == published.year]
    tense = context.tense_at(hit.start, hit.end)
    slack = timedelta(0) if rel else SLACK
    if rel in ("last", "past", "previous") or (not rel and tense == "past"):
        found = [o for o in found if o.interval.start <= published + slack]
    elif rel in ("next", "coming", "upcoming") or (not rel and tense == "future"):
        found = [o for o in found if o.interval.end >= published - slack]
    elif rel:
        return []
    return sorted(found, key=lambda o: abs((o.interval.start - published).days))[:1]


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
    rel = hit.word("rel")
    days = [d for n in (-1, 0, 1) if (d := existing_day(published.year + n, month, day))]
    if rel in ("last", "past", "previous"):
        found = max((d for d in days if d < published), default=None)
    elif rel in ("next", "coming", "upcoming"):
        found = min((d for d in days if d > published), default=None)
    elif rel in ("this", "current"):
        found = existing_day(published.year, month, day)
    elif rel:
        return None  # "that Christmas"
    else:
        found = nearest_day(published, month, day, context.tense_at(hit.start, hit.end))
    return dated(hit, found.isoformat(), "document") if found else None


HOLIDAYS: tuple[Rule, ...] = (
    Rule(
        "holiday",
        rf"{PRE}(?:t(?=[lx]))?(?P<rel>[lxt])?(?P<holiday>0)(?:,?f?(?P<year>Y))?",
        holiday,
        yes=("The truce holds until [New Year's Day].", "He was freed on [Christmas Eve 2019] at last."),
        no=("They lit the Christmas tree.", "May Dayan spoke."),
    ),
    Rule(
        "feast",
        rf"{PRE}(?:t(?=[lx]))?(?P<rel>[lxt])?(?P<feast>1)(?P<unit>u)?(?:,?f?(?P<year>Y))?",
        feast,
        yes=("The border opens for [Chuseok].", "He was freed on [Easter Monday 2019] at last."),
        no=("The Good Friday Agreement holds.",),
    ),
)
