"""Days that give an event its name ("the Sept. 11 attacks"): whether their year can be told."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.engine import Hit
from memcon.annotate.timexes.lexicon import listed
from memcon.annotate.timexes.phrases import existing_day

NAMED_FOR_LONG = listed(
    "accord accords declaration declarations communique uprising riot riots massacre movement revolution coup crackdown"
)
"""What keeps the name of its day for years."""
NAMED_FOR_NOW = listed("attack attacks incident tragedy bombing bombings shooting shootings crash explosion explosions")
"""What is called after its day in the weeks behind it, and only seldom for years."""
REMEMBERED = frozenset(
    {(1, 6), (2, 26), (2, 28), (3, 1), (3, 11), (4, 16), (4, 19), (4, 27), (5, 18), (6, 4), (6, 15), (7, 7), (7, 20), (7, 22), (9, 11), (9, 19), (10, 4), (10, 7), (11, 13),
     (11, 26), (12, 7)}
)  # fmt: skip
"""Days (month, day) known for what happened on them in one year; whichever is meant, its year is not this one for certain."""
FRESH = timedelta(days=120)
"""How far behind lies at most what is called after its day without being remembered for it."""
JUST_NOW = timedelta(days=14)
"""The same for accords and revolts."""
_NOT_NOUNS = listed(
    "in at on and or to that when as for with by but he she they it will would was is had has after before of from the a an its his her their our this that these those there which who not also"
)


def has_open_year(hit: Hit, month: int, day: int, published: date) -> bool:
    """Whether the day only names an event ("the Jan. 6 riot"), so that its year is not told."""
    behind = hit.after()
    word = behind.lower()
    if behind.islower() and word not in NAMED_FOR_LONG | NAMED_FOR_NOW | _NOT_NOUNS and hit.after(2).islower():
        word = hit.after(2)  # "the September 19 military accord"
    if (month, day) == (9, 11) and behind.isalpha() and behind.islower() and behind not in _NOT_NOUNS:
        return True
    if word not in NAMED_FOR_LONG | NAMED_FOR_NOW:
        return False
    if (month, day) in REMEMBERED:
        return True
    last = [
        d for year in (published.year - 1, published.year) if (d := existing_day(year, month, day)) and d <= published
    ]
    return not last or published - max(last) > (FRESH if word in NAMED_FOR_NOW else JUST_NOW)


def is_of_2001(hit: Hit, published: date) -> bool:
    """Whether "the Sept. 11 attacks" are meant, in a text that is younger; of a single attack on that day the year stays open."""
    words = [hit.after(1).lower(), hit.after(2).lower()]
    is_named = words[0] == "attacks" or (words[0] in ("terror", "terrorist") and words[1] == "attacks")
    return is_named and published >= date(2001, 9, 11)
