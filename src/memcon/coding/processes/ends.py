"""When a process is to end, by the words of the sentence that names it; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.told import Told, clause, role, verb_over
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ARGUMENTS
from memcon.domain.rules import Rule, rule
from memcon.domain.times import Timex
from memcon.lexicon import words

_SCHEDULED = words("leading_to_the_day_of_a_deed")
_LEADING_TO_ITS_END = words("leading_to_its_end")
_DEADLINES = words("deadline_noun")
_TERMS = words("time_in_office")
_PUTTING_OFF = words("putting_a_process_off")
_UNTIL = words("leading_to_a_later_day")


@rule(
    yes=[
        "Norway wants to complete the troop withdrawal by May 2025.",
        "The transfer of command will be realized within the current administration's term.",
    ],
    no=["The troop withdrawal began in May 2023."],
)
def target(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "by May 2025", "within the administration's term", on the verb of the process."""
    tree = index.tree
    for p in (p for i in _places_of_an_end(index, mention) for p in tree.deps(i, "prep", "agent")):
        if tree.lower(p) not in _LEADING_TO_ITS_END or index.is_denied(p):
            continue
        for o in (o for o in tree.deps(p, "pobj") if _is_an_end(index, o)):
            first, last = clause(index, p)
            yield Told(first=first, last=min(last, _last_of_end(index, o)), anchor=o)


def _last_of_end(index: TextIndex, object_: int) -> int:
    """The last word of a date, where one ends it, without another's name that a parser has put in a row with it ("by 3 May and Peru"), else of the phrase."""
    fellows = [c for c in index.tree.deps(object_, "conj") if c not in index.timex_at]
    if object_ in index.timex_at and fellows:
        return index.inside(index.timex_at[object_].span)[-1]
    return index.tree.last(object_)


def _places_of_an_end(index: TextIndex, mention: ProcessMention) -> Iterator[int]:
    """The words that may tell when it is to end: its own, its verb and the two over that, with what hangs beside them."""
    tree, verb = index.tree, verb_over(index, mention)
    over = () if verb is None else (a for a in tree.above(verb) if index.tokens[a].dep != "ROOT")
    verbs = [] if verb is None else [verb, *islice(over, 2)]
    yield from (mention.head, *verbs)
    yield from (c for v in verbs for c in tree.deps(v, "advmod", "xcomp", "npadvmod"))


def _is_an_end(index: TextIndex, object_: int) -> bool:
    """Whether a word names a term, a deadline, a date or a length."""
    timex = index.timex_at.get(object_)
    is_time = timex is not None and timex.type in {"DATE", "DURATION"}
    return is_time or index.tree.lemma(object_) in _TERMS or index.tree.lemma(object_) in _DEADLINES


@rule(
    yes=["Norway will leave the European Union on 31 October 2024.", "Chad is due to join the alliance in April 2025."],
    no=["Norway left the European Union in 2020.", "Norway will leave the European Union on good terms."],
)
def day(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "will leave the union on 31 October", "is due to join in April": the day of a deed to come."""
    tree, here = index.tree, mention.head
    if index.tokens[here].pos != "VERB":
        return
    for p in (p for p in tree.deps(here, "prep") if tree.lower(p) in _SCHEDULED):
        for o in tree.deps(p, "pobj"):
            timex = index.timex_at.get(o)
            if timex is not None and timex.type == "DATE" and _is_ahead(index, timex) and not index.is_denied(here):
                yield Told(first=p, last=tree.last(o), anchor=o)


def _is_ahead(index: TextIndex, timex: Timex) -> bool:
    """Whether a time is none before the text's own day."""
    published = index.annotation.document.published
    return (
        bool(published and timex.edtf)
        and str(timex.edtf)[: len(str(published))] >= str(published)[: len(str(timex.edtf))]
    )


@rule(
    yes=[
        "The transition to civilian rule in Chad has been pushed back to July 2025.",
        "Norway postponed the troop withdrawal until May 2025.",
    ],
    no=[
        "The troop withdrawal was extended to Lima.",
        "The minister moved his visit to May 2025 because of the troop withdrawal.",
    ],
)
def put_off(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "has been pushed back to July 2029", "postponed until May": the day to which it is put off."""
    tree = index.tree
    governor, dep, _ = role(index, mention)
    behind = (tree.lower(c) for c in tree.deps(governor, "prt", "advmod") if c > governor)
    is_put_off = tree.lemma(governor) in _PUTTING_OFF or any(
        f"{tree.lemma(governor)} {c}" in _PUTTING_OFF for c in behind
    )
    if dep not in ARGUMENTS or not is_put_off or index.is_denied(governor):
        return
    places = (governor, *tree.deps(governor, "prt", "advmod"))
    for o in (o for i in places for o in tree.led_by(i, *_UNTIL)):
        timex = index.timex_at.get(o)
        if timex is not None and timex.type == "DATE":
            yield Told(first=tree.first(o), last=_last_of_end(index, o), anchor=o)


@rule(
    yes=["The deadline for the troop withdrawal is 31 May 2025.", "Norway set 31 May 2025 as the deadline for the troop withdrawal."],
    no=["The deadline for the race is 31 May 2025, before the troop withdrawal."],
)  # fmt: skip
def deadline(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the deadline for the withdrawal is 31 May": the only date of its clause."""
    tree = index.tree
    for noun in (a for a in tree.above(mention.head) if tree.lemma(a) in _DEADLINES):
        verb = tree.verb_above(noun)
        inside = range(0) if verb is None else range(tree.first(verb), tree.last(verb) + 1)
        dates = dict.fromkeys(index.timex_at[c].span for c in inside if c in index.timex_at)
        if len(dates) == 1:
            span = index.inside(next(iter(dates)))
            yield Told(first=span[0], last=span[-1], anchor=noun)
        return


TARGETS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (target, put_off, deadline, day)
"""When it is to end."""
