"""When something was undertaken, and by when it is to be done."""

from __future__ import annotations

from memcon.coding.commitments.duty import Duty
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NOMINAL, ON_NOUNS
from memcon.lexicon import words

_BOUNDING = words("leading_to_a_deadline")


def made_when(index: TextIndex, verb: int) -> str | None:
    """The time that hangs on the verb itself."""
    for c in index.tree.children[verb]:
        for i in (c, *index.tree.deps(c, "pobj")):
            timex = index.timex_at.get(i)
            if timex is not None and timex.type == "DATE" and timex.edtf and ".." not in timex.edtf:
                return timex.edtf
    return None


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
    return edtf if i > 0 and index.tokens[i - 1].pos == "ADP" else None


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
    """Whether the time at token `i` dates a thing by "of", or stands in a clause about the past that hangs on one ("opened in May")."""
    tokens, tree = index.tokens, index.tree
    if i and tree.lower(i - 1) == "of" and tokens[tokens[i - 1].head].pos in NOMINAL:
        return True
    inside = [a for a in (i, *tree.above(i)) if duty.first <= a <= duty.last]
    return any(tokens[a].dep in ON_NOUNS and tree.tense(a) == "past" for a in inside)
