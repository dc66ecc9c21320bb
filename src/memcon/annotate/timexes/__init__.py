"""Time expressions (TIMEX3) in text, with the interval each names (EDTF). Takes text, tokens where there are any, and the
document's date; gives `Timex` records in text order. Never guesses a date that the text and the document's date do not give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from memcon.annotate.timexes import (
    ago,
    clocks,
    days,
    durations,
    holidays,
    months,
    parts,
    ranges,
    relative,
    sets,
    weekdays,
    years,
)
from memcon.annotate.timexes.calendar import hull
from memcon.annotate.timexes.engine import Context, Grammar
from memcon.annotate.timexes.rules import load
from memcon.annotate.timexes.tense import TenseAt, prepositions_of, tense_by, tense_in
from memcon.domain.dates import Interval, interval_of
from memcon.domain.times import Timex
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar

_FILES = (parts, ranges, days, weekdays, holidays, months, years, clocks, ago, relative, durations, sets)
"""The modules of meanings, each with a file of rules in `en` of its name. Of two phrases equally long that of the first file is read."""

GRAMMAR = Grammar(load("en", {module.__name__.rpartition(".")[2]: module.MEANINGS for module in _FILES}))


def find_times_in_text(
    text: str, published: str | None = None, *, updated: str | None = None, tense_at: TenseAt | None = None
) -> tuple[Timex, ...]:
    """The time expressions of `text`, in order.

    `published` is the document's date as EDTF. Where it is not one day, a relative expression gets a value only if every day of it
    gives the same one, and as EDTF the span of what they give; where it is None, relative expressions have no EDTF ("November 3" has
    `XXXX-11-03`). `updated` is the day of its last change. `tense_at` replaces the reading of tense off the words. Time linear in the text's length.
    """
    tense_at = tense_at or tense_in(text)
    interval = interval_of(published) if published else None
    if interval is None or interval.days > LONGEST_PUBLISHED:
        return tuple(GRAMMAR.find(text, Context(published=None, tense_at=tense_at)))
    first = GRAMMAR.find(text, Context(published=interval.start, updated=_change(updated, interval), tense_at=tense_at))
    if interval.is_day:
        return tuple(first)
    last = {t.span: t for t in GRAMMAR.find(text, Context(published=interval.end, tense_at=tense_at))}
    unknown = {t.span: t for t in GRAMMAR.find(text, Context(published=None, tense_at=tense_at))}
    return tuple(_between(t, last.get(t.span), unknown.get(t.span)) for t in first)


def _change(updated: str | None, published: Interval) -> date | None:
    """The day of the last change, where it came within days of a publication that is one day."""
    changed = interval_of(updated) if updated else None
    is_near = changed is not None and changed.is_day and 0 < (changed.start - published.start).days < _SOON
    return changed.start if changed is not None and is_near and published.is_day else None


_SOON = 6
"""Days within which what is added to a text is told by the names of days."""

LONGEST_PUBLISHED = 366
"""A publication date more open than a year (days) anchors nothing."""


def _between(first: Timex, last: Timex | None, unknown: Timex | None) -> Timex:
    """What a phrase means in a document of which only the first and the last possible day are known."""
    if last is not None and first.value == last.value:
        return first
    edtf = hull(first.edtf, last.edtf) if last is not None else None
    if unknown is None:
        return replace(first, value="XXXX", edtf=edtf)
    return replace(unknown, edtf=edtf or unknown.edtf, anchor=first.anchor if edtf else unknown.anchor)


def find_times(
    tokens: Sequence[Token],
    text: str,
    published: str | None = None,
    tree: Tree | None = None,
    *,
    updated: str | None = None,
) -> tuple[Timex, ...]:
    """The same as `find_times_in_text`, with tense read off the analysis of the words where that tells. `tree` is the document's, if
    it is made already."""
    otherwise = tense_in(text, prepositions_of(tokens))
    tense_at = tense_by(tree or Tree(tokens, grammar()), otherwise)
    return find_times_in_text(text, published, updated=updated, tense_at=tense_at)
