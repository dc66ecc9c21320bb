"""When something was undertaken, and by when it is to be done."""

from __future__ import annotations

from memcon.coding.commitments.duty import Duty
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import NOMINAL, NOMINAL_SUBJECTS, ON_NOUNS, VERBAL
from memcon.lexicon import values, words

_BOUNDING = words("leading_to_a_deadline")
_SAYING = words("saying")
_ON_A_DAY = words("leading_to_the_day_of_a_deed")
_FATES = frozenset(values("what_becomes_of_a_promise").values())
"""What becomes of a promise: when it was kept or broken is told on the verb that tells so."""


def made_when(index: TextIndex, duty: Duty) -> str | None:
    """The time that hangs on the verb that undertakes, or on the saying of what somebody will do; else a past one inside what was promised ("promised
    ten ships in 2019"). What hangs on the deed itself is when it is to be done; when a promise is welcomed is not when it was made."""
    verb, tokens = duty.verb, index.tokens
    if duty.first <= verb <= duty.last:
        over = tokens[verb].head
        is_said = tokens[verb].dep == "ccomp" and index.tree.lemma(over) in _SAYING
        return _time_on(index, over) if is_said else None
    if tokens[duty.anchor].dep in NOMINAL_SUBJECTS and duty.status not in _FATES:
        return None
    return _time_on(index, verb) or _past_inside(index, duty)


def _time_on(index: TextIndex, verb: int) -> str | None:
    """The date that hangs on a verb, none that bounds something."""
    for c in index.tree.children[verb]:
        for i in (c, *(index.tree.deps(c, "pobj") if index.tree.lower(c) not in _BOUNDING else ())):
            timex = index.timex_at.get(i)
            if timex is not None and timex.type == "DATE" and timex.edtf and ".." not in timex.edtf:
                return timex.edtf
    return None


def _past_inside(index: TextIndex, duty: Duty) -> str | None:
    """A past date that ends what was promised as a thing, which is when that was; of a deed it may date what the deed is about."""
    inside = range(duty.first, duty.last + 1)
    if index.tree.tense(duty.verb) != "past" or any(index.tokens[i].pos in VERBAL for i in inside):
        return None
    timex = index.timex_at.get(duty.last)
    first = index.inside(timex.span)[0] if timex is not None and timex.type == "DATE" else 0
    is_led = first > 0 and index.tree.lower(first - 1) in _ON_A_DAY
    return timex.edtf if timex is not None and timex.edtf and is_led and _is_over(index, timex.edtf) else None


def _is_over(index: TextIndex, edtf: str) -> bool:
    """Whether a date lies before the text's own."""
    day, published = interval_of(edtf), index.published
    return day is not None and published is not None and day.end < published.start


def by_when(index: TextIndex, duty: Duty) -> str | None:
    """The last day told inside what is undertaken, EDTF: "by June" ends with June, "in 2030" is that year; not the date of something that it names ("the
    accord of May 2020", "the talks that began in May")."""
    inside = (_day_told(index, duty, i) for i in range(duty.first, duty.last + 1))
    return next((day for day in inside if day), None) or _right_behind(index, duty.last)


def _day_told(index: TextIndex, duty: Duty, i: int) -> str | None:
    """The day by which or on which it is to be done, told by a date that begins at token `i`."""
    edtf = _date_at(index, i)
    is_bound = i > 0 and index.tree.lower(i - 1) in _BOUNDING
    if edtf is None or (not is_bound and _is_of_what_is_named(index, duty, i)):
        return None
    if is_bound:
        return edtf if "/" in edtf else f"../{edtf}"
    return edtf if i > 0 and index.tokens[i - 1].pos == "ADP" and not _is_over(index, edtf) else None


def _date_at(index: TextIndex, i: int) -> str | None:
    """The days of a date that begins at token `i`, EDTF."""
    timex = index.timex_at.get(i)
    if timex is None or timex.type != "DATE" or index.inside(timex.span)[0] != i:
        return None
    return timex.edtf


def _right_behind(index: TextIndex, last: int) -> str | None:
    """The day of a deadline that follows at once and hangs on the verb ("signed up to a ban by 2030")."""
    timex = index.timex_at.get(last + 2)
    is_led = timex is not None and timex.type == "DATE" and index.tree.lower(last + 1) == "by"
    return f"../{timex.edtf}" if timex is not None and is_led and timex.edtf and "/" not in timex.edtf else None


def _is_of_what_is_named(index: TextIndex, duty: Duty, i: int) -> bool:
    """Whether the time at token `i` dates a thing by "of", stands in a clause about the past that hangs on one ("opened in May"), or dates the promise itself, of
    which no deed is told ("a commitment by Peru in March")."""
    tokens, tree = index.tokens, index.tree
    if tokens[duty.anchor].pos == "NOUN" and duty.first <= duty.anchor <= duty.last:
        return True
    if i and tree.lower(i - 1) == "of" and tokens[tokens[i - 1].head].pos in NOMINAL:
        return True
    inside = [a for a in (i, *tree.above(i)) if duty.first <= a <= duty.last]
    return any(tokens[a].dep in ON_NOUNS and tree.tense(a) == "past" for a in inside)
