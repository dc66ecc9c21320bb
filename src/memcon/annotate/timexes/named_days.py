"""Days that give an event its name ("the Sept. 11 attacks"): whether their year can be told."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.engine import Hit
from memcon.annotate.timexes.phrases import existing_day
from memcon.lexicon import words

_FOR_LONG, _FOR_NOW, _TERROR, _NOT_NOUNS = (
    words("named_for_long"),
    words("named_for_now"),
    words("terror"),
    words("function_word"),
)
REMEMBERED = frozenset(
    {(1, 6), (2, 26), (2, 28), (3, 1), (3, 11), (4, 16), (4, 19), (4, 27), (5, 18), (6, 4), (6, 15), (7, 7), (7, 20), (7, 22), (9, 11), (9, 19), (10, 4), (10, 7), (11, 13),
     (11, 26), (12, 7)}
)  # fmt: skip
"""Days (month, day) known for what happened on them in one year; whichever is meant, its year is not this one for certain."""
FRESH = timedelta(days=120)
"""How far behind lies at most what is called after its day without being remembered for it."""
JUST_NOW = timedelta(days=14)
"""The same for accords and revolts."""


def has_open_year(hit: Hit, month: int, day: int, published: date) -> bool:
    """Whether the day only names an event ("the Jan. 6 riot"), so that its year is not told."""
    is_plain = hit.after().islower() and hit.behind not in _NOT_NOUNS
    if (month, day) == (9, 11) and is_plain and hit.behind.isalpha():
        return True
    word = _named_thing(hit, is_plain=is_plain)
    if word not in _FOR_LONG | _FOR_NOW:
        return False
    return (month, day) in REMEMBERED or not _is_fresh(published, month, day, FRESH if word in _FOR_NOW else JUST_NOW)


def _named_thing(hit: Hit, *, is_plain: bool) -> str:
    """The noun that has its name of the day, past one adjective: "the September 19 military accord"."""
    is_adjective = is_plain and hit.behind not in _FOR_LONG | _FOR_NOW and hit.after(2).islower()
    return hit.after(2) if is_adjective else hit.behind


def _is_fresh(published: date, month: int, day: int, reach: timedelta) -> bool:
    """Whether the last such day lies not further behind than `reach`."""
    days = (existing_day(year, month, day) for year in (published.year - 1, published.year))
    last = max((d for d in days if d and d <= published), default=None)
    return last is not None and published - last <= reach


def is_of_2001(hit: Hit, published: date) -> bool:
    """Whether "the Sept. 11 attacks" are meant, in a text that is younger; of a single attack on that day the year stays open."""
    is_named = hit.behind == "attacks" or (hit.behind in _TERROR and hit.after(2).lower() == "attacks")
    return is_named and published >= date(2001, 9, 11)
