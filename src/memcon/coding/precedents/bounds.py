"""How far back a claim of precedent reaches: "since 2011", "in eight years", "ever", "of the new administration"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS, FINITE, NOMINAL
from memcon.lexicon import words

_LEADING_TO_A_SPAN = words("leading_to_a_span")
_LEADING_TO_A_GAP = words("leading_to_a_gap")
_ALL_THAT_WAS = words("all_time_before")
_LEADING_TO_ALL_TIME = words("leading_to_all_time")
_PERIODS_OF_OFFICE = words("time_in_office")
_LEADING_TO_AN_OFFICE = words("leading_to_time_in_office")
_THIS = words("pointing_at_a_running_time")
_EVER = words("ever_before")
_POSSESSIVE = words("possessive_s")
_KINDS, _OWN = words("what_others_may_be_like"), words("owning_its_kind")
_AHEAD = words("running_ahead_of_now")
_ROW = ["in", "a", "row"]
_NEAR = 6
"""How many tokens may stand between what is counted and the time that it is counted in."""
_FARTHEST = 40
_BEFORE_A_TIME = 3
"""How many words may stand between "in" and the duration itself ("in more than eight years")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """`interval` is an ISO 8601 duration, `since` EDTF, both None where the text tells the bound otherwise; `last` is the last token of it, None where
    there is none; `words` are the tokens that tell it."""

    interval: str | None = None
    since: str | None = None
    last: int | None = None
    first: int | None = None


NONE = Bounds()


def bounds_of(index: TextIndex, order: int, counted: int, last: int) -> Bounds:
    """What bounds the claim that begins at `order` and counts `counted`, whose words end at `last`."""
    found = [b for ask in _QUESTIONS if (b := ask(index, order, counted, last)) is not None]
    return Bounds(
        interval=next((b.interval for b in found if b.interval), None),
        since=next((b.since for b in found if b.since), None),
        last=max((b.last for b in found if b.last is not None), default=None),
        first=min((b.first for b in found if b.first is not None), default=None),
    )


def _since(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "since 2011", "since the administration took office": the nearest "since" behind it in the sentence."""
    end = min(index.sentence(counted).last, counted + _FARTHEST)
    here = next(
        (i for i in range(counted + 1, end) if index.tree.lower(i) == "since" and _hangs_on(index, i, counted)), None
    )
    if here is None:
        return None
    behind = range(here + 1, min(_end_of(index, here) + 1, here + 15))
    times = [index.timex_at[i] for i in behind if i in index.timex_at and not _is_of_a_thing(index, i)]
    return Bounds(since=next((t.edtf for t in times if t.edtf), None), first=here, last=_end_of(index, here))


def _is_of_a_thing(index: TextIndex, i: int) -> bool:
    """Whether a time tells for when something is meant, not when it was ("since they passed a budget for 1987")."""
    return index.tokens[i].dep == "pobj" and index.tree.lower(index.tokens[i].head) == "for"


def _hangs_on(index: TextIndex, since: int, counted: int) -> bool:
    """Whether "since" belongs to what is counted, to what that does, or to the clause that tells it; not to a later clause."""
    tree, governor = index.tree, index.tokens[since].head
    if index.tokens[since].dep == "mark":
        governor = index.tokens[governor].head
    own = {counted, *tree.deps(counted, "acl", "relcl", "advcl", "prep", "xcomp"), *tree.above(counted)}
    inside = {
        c for p in tree.deps(counted, "prep") for c in range(p, tree.last(p) + 1) if index.tokens[c].pos in NOMINAL
    }
    return governor in own | inside or since == counted + 1


def _end_of(index: TextIndex, since: int) -> int:
    """The last word of what "since" leads to: of a clause that one opens, the clause's."""
    head = index.tokens[since].head
    if index.tokens[since].dep == "mark" and head > since:
        return index.tree.last(head)
    return index.tree.last(since)


def _in_a_span(index: TextIndex, _order: int, counted: int, last: int) -> Bounds | None:
    """ "in eight years", "for more than a decade"; "in nearly eight years"; "for the first time after eight years"."""
    for i in range(counted + 1, min(index.sentence(counted).last, max(counted + _NEAR, last + 3))):
        timex = index.timex_at.get(i)
        if timex is None or timex.type != "DURATION" or not _AHEAD.isdisjoint(timex.text.lower().split()):
            continue
        if _measures(index, i):
            continue
        first, end = index.inside(timex.span)[0], index.inside(timex.span)[-1]
        leading = range(max(counted + 1, first - _BEFORE_A_TIME), first)
        if any(_leads_to_a_span(index, j, counted, end) for j in leading):
            return Bounds(interval=timex.value, first=first - 1, last=end)
    return None


def _measures(index: TextIndex, i: int) -> bool:
    """Whether a duration stands before the noun whose length it tells ("a [four-year] plan")."""
    end = index.inside(index.timex_at[i].span)[-1]
    token = index.tokens[end]
    return token.dep in BEFORE_NOUNS and token.head > end and index.tree.lower(end + 1) not in _POSSESSIVE


def _leads_to_a_span(index: TextIndex, i: int, counted: int, end: int) -> bool:
    """Whether token `i` leads to how long something had not been; not to how long it lasts ("the first time that they agree to a truce for six months"),
    nor to how long something else did ("the first visit after two years of war")."""
    word, tree = index.tree.lower(i), index.tree
    if word in _LEADING_TO_A_GAP:
        return index.tokens[i].head == counted and tree.lower(end + 1) != "of"
    deed = next((a for a in tree.above(i) if index.tokens[a].tag in FINITE), None) if word == "for" else None
    return word in _LEADING_TO_A_SPAN and (deed is None or deed < counted)


def _ever(index: TextIndex, order: int, counted: int, _last: int) -> Bounds | None:
    """ "the first-ever visit", "the largest ever", "ever held"."""
    here = next((i for i in range(order + 1, _reach(index, counted)) if index.tree.lower(i) in _EVER), None)
    return None if here is None else Bounds(first=here, last=max(here, counted))


def _all_that_was(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "in history", "to date", "on record", "in a generation", "in decades"."""
    tree = index.tree
    for i in range(counted + 1, _reach(index, counted)):
        leading = index.tokens[i].head
        is_led_to = index.tokens[i].dep == "pobj" and tree.lower(leading) in _LEADING_TO_ALL_TIME
        is_ahead = any(tree.lower(c) in _AHEAD for c in tree.children[i])
        if is_led_to and tree.lemma(i) in _ALL_THAT_WAS and not is_ahead:
            return Bounds(first=leading, last=i)
    return None


def _in_office(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "of the new administration", "under the present government", "of his presidency"."""
    tree = index.tree
    for i in range(counted + 1, min(index.sentence(counted).last, counted + _FARTHEST // 2)):
        leading = index.tokens[i].head
        is_led_to = index.tokens[i].dep == "pobj" and tree.lower(leading) in _LEADING_TO_AN_OFFICE
        if is_led_to and tree.lemma(i) in _PERIODS_OF_OFFICE and not _is_of_another(index, leading, counted):
            return Bounds(first=leading, last=i)
    return None


def _is_of_another(index: TextIndex, preposition: int, counted: int) -> bool:
    """Whether a preposition hangs on a noun behind what is counted and not on that ("the fourth meeting …, days before the change of government")."""
    over = index.tokens[preposition].head
    return over > counted and index.tokens[over].pos in NOMINAL


def _this_year(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "this year", "in a week", behind an order that is not the founding's."""
    for i in range(counted + 1, _reach(index, counted)):
        timex = index.timex_at.get(i)
        if timex is not None and index.tree.lower(i) in _THIS and index.inside(timex.span)[0] == i:
            return Bounds(first=i, last=index.inside(timex.span)[-1])
    return None


def _in_a_row(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "the third time in a row"."""
    for i in range(counted + 1, _reach(index, counted) - 2):
        if [index.tree.lower(j) for j in range(i, i + 3)] == _ROW:
            return Bounds(first=i, last=i + 2)
    return None


def _of_its_kind(index: TextIndex, _order: int, counted: int, _last: int) -> Bounds | None:
    """ "the first of its kind"."""
    kinds = (o for o in index.tree.led_by(counted, "of") if index.tree.lemma(o) in _KINDS)
    own = (o for o in kinds if any(index.tree.lower(c) in _OWN for c in index.tree.children[o]))
    return next((Bounds(first=index.tokens[o].head, last=o) for o in own), None)


def _reach(index: TextIndex, counted: int) -> int:
    return min(index.sentence(counted).last, counted + _NEAR + 4)


_QUESTIONS: Sequence[Callable[[TextIndex, int, int, int], Bounds | None]] = (
    _since, _in_a_span, _ever, _all_that_was, _in_office, _this_year, _in_a_row, _of_its_kind,
)  # fmt: skip
