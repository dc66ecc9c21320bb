"""When a process is to end, by the words of the sentence that names it; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.told import Told, clause, role, verb_over
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ARGUMENTS, NOMINAL_SUBJECTS, ON_NOUNS
from memcon.domain.rules import Rule, rule
from memcon.domain.times import Timex
from memcon.lexicon import words

_SCHEDULED = words("leading_to_the_day_of_a_deed")
_LEADING_TO_ITS_END = words("leading_to_its_end")
_DEADLINES = words("deadline_noun")
_TERMS = words("time_in_office")
_PUTTING_OFF = words("putting_a_process_off")
_UNTIL = words("leading_to_a_later_day")
_PLANNING = words("planning")


@rule(
    yes=[
        "Norway wants to complete the troop withdrawal by May 2025.",
        "The transfer of command will be realized within the current administration's term.",
        "The troop withdrawal, due to be completed by May 2025, is on track.",
    ],
    no=[
        "The troop withdrawal began in May 2023.",
        "The troop withdrawal was delayed by two years.",
        "The treaty is subject to ratification by the new government.",
    ],
)
def target(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "by May 2025", "within the administration's term", on the verb of the process."""
    tree = index.tree
    for p in (p for i in _places_of_an_end(index, mention) for p in tree.deps(i, "prep", "agent")):
        if tree.lower(p) not in _LEADING_TO_ITS_END or index.is_denied(p):
            continue
        for o in (o for o in tree.deps(p, "pobj") if _is_an_end(index, p, o)):
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
    due = [c for c in tree.deps(mention.head, "acl", "relcl", "amod", "appos") if c > mention.head]
    yield from (i for c in due for i in (c, *tree.deps(c, "xcomp")))
    yield from (c for v in verbs for c in tree.deps(v, "advmod", "xcomp", "npadvmod"))


def _is_an_end(index: TextIndex, preposition: int, object_: int) -> bool:
    """Whether a word names a term, a deadline, a date or, behind "within", a length ("delayed by two years" names no end)."""
    timex = index.timex_at.get(object_)
    is_length = timex is not None and timex.type == "DURATION" and index.tree.lower(preposition) != "by"
    is_time = is_length or (timex is not None and timex.type == "DATE")
    is_term = index.tree.lemma(object_) in _TERMS and index.tree.lower(preposition) != "by"  # who does it, behind "by"
    return is_time or is_term or index.tree.lemma(object_) in _DEADLINES


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
    yes=[
        "The exchange of prisoners in Chad is planned for May 2025.",
        "The troop withdrawal is scheduled to begin in May 2025.",
    ],
    no=["The exchange of prisoners in Chad was planned in May 2023.", "The troop withdrawal is planned for good."],
)
def planned(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "is planned for May": the day for which it is set."""
    tree = index.tree
    governor, dep, _ = role(index, mention)
    if dep not in NOMINAL_SUBJECTS or tree.lemma(governor) not in _PLANNING or index.is_denied(governor):
        return
    for o in (o for v in (governor, *tree.deps(governor, "xcomp")) for o in tree.led_by(v, *_SCHEDULED, "for")):
        timex = index.timex_at.get(o)
        if timex is not None and timex.type == "DATE" and _is_ahead(index, timex):
            yield Told(first=tree.first(o), last=_last_of_end(index, o), anchor=o)


@rule(
    yes=["The deadline for the troop withdrawal is 31 May 2025.", "Norway set 31 May 2025 as the deadline for the troop withdrawal."],
    no=["The deadline for the race is 31 May 2025, before the troop withdrawal.", "Prices rose ahead of the 31 May 2025 deadline, which was moved because of the troop withdrawal."],
)  # fmt: skip
def deadline(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the deadline for the withdrawal is 31 May": the only date of its clause."""
    tree = index.tree
    for noun in (a for a in _in_its_clause(index, mention.head) if tree.lemma(a) in _DEADLINES):
        verb = tree.verb_above(noun)
        inside = range(0) if verb is None else range(tree.first(verb), tree.last(verb) + 1)
        dates = dict.fromkeys(index.timex_at[c].span for c in inside if c in index.timex_at)
        if len(dates) == 1:
            span = index.inside(next(iter(dates)))
            yield Told(first=span[0], last=span[-1], anchor=noun)
        return


def _in_its_clause(index: TextIndex, i: int) -> Iterator[int]:
    """The words over one, up to the verb of a clause that hangs on a noun."""
    for above in index.tree.above(i):
        yield above
        if index.tokens[above].dep in ON_NOUNS:
            return


TARGETS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (target, put_off, planned, deadline, day)
"""When it is to end."""
