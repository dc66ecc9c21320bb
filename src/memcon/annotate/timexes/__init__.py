"""Time expressions (TIMEX3) in text, with the interval each names (EDTF). Takes text, tokens where there are any, and the
document's date; gives `Timex` records in text order. Never guesses a date that the text and the document's date do not give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from memcon.annotate.timexes.absolute import ABSOLUTE
from memcon.annotate.timexes.durations import DURATIONS
from memcon.annotate.timexes.engine import Context, find
from memcon.annotate.timexes.relative import RELATIVE
from memcon.annotate.timexes.tense import tense_in
from memcon.domain.annotation import Token
from memcon.domain.dates import interval_of
from memcon.domain.times import Timex

RULES = ABSOLUTE + RELATIVE + DURATIONS


def find_times_in_text(text: str, published: str | None = None) -> tuple[Timex, ...]:
    """The time expressions of `text`. `published` is the document's date as EDTF: a day, or None when unknown."""
    interval = interval_of(published) if published else None
    day: date | None = interval.start if interval and interval.is_day else None
    return tuple(find(text, RULES, Context(published=day, tense_at=tense_in(text))))


def find_times(tokens: Sequence[Token], text: str, published: str | None = None) -> tuple[Timex, ...]:
    """The same, with the help of the words' analysis."""
    return find_times_in_text(text, published)
