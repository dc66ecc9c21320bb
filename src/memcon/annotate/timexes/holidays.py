"""Holidays that fall on the same day every year. Feasts that move, or that countries keep on different days, are left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.days import nearest_day
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import listed
from memcon.annotate.timexes.phrases import PRE, dated, existing_day

DAYS_OF_YEAR: dict[str, tuple[int, int]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new years day": (1, 1),
    "new year day": (1, 1), "new years eve": (12, 31), "new year eve": (12, 31), "may day": (5, 1),
}  # fmt: skip
"""Holidays in lower case and without apostrophes to month and day."""

_BEHIND = listed(
    "in at on by and or but that when as for with he she they it will would was is had has after before to until through"
)
_SEASON = listed("over during around about throughout")
"""Words after which "Christmas" is the days about it rather than one."""


def holiday(hit: Hit, context: Context) -> Meaning | None:
    """The holiday of the year named, else the nearest in keeping with the tense; not "the Christmas tree"."""
    name = hit.word("holiday").replace("'", "").replace("’", "")
    behind = hit.after()
    if name in ("christmas", "thanksgiving") and not hit.has("year") and behind[:1].isalpha() and behind not in _BEHIND:
        return None  # "the Christmas market", "Christmas Island"
    if name.startswith("thanksgiving"):
        return _thanksgiving(hit, context)
    meaning = _on_day(hit, context, *DAYS_OF_YEAR[name])
    if meaning is None or name != "christmas":
        return meaning
    is_season = hit.before().lower() in _SEASON or hit.has("pre")
    return replace(meaning, edtf=None, is_vague=True) if is_season else meaning


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
)
