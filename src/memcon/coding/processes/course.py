"""How a process is said to go, by the words of the sentence that names it; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.told import Told, clause, holds, role, told_by
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_PAPERS = words("paper_of_a_process")
_CONDITIONS = words("condition")
_STATES = words("state_of_a_process")
_IN_A_STATE = words("state_behind_a_preposition") | words("question_nouns")
_INTO_A_STATE = words("leading_to_a_state")
_GOING = words("going_well_or_badly")
_GOING_IN_WORDS = words("going_in_words")
_RUNNING_INTO = words("running_into_trouble")
_COURSE = words("course_of_a_process")
_SUPPOSING = words("opening_what_is_no_fact")
_HELD = words("held_by_somebody")
_HOW_FAR = words("how_far_it_has_come")
_HINDERING = words("hindering_or_helping")
_JUDGING = words("judging_what_is_done")
_CALLING = words("calling_by_a_name")
_DONE_FOR_IT = words("done_for_a_process")
_ANY_STATE = words("state_told_of_it_only")


@rule(
    yes=[
        "The peace process in Chad has stalled.",
        "The peace process is moribund.",
        "The accession of Chad is on track.",
        "The accession of Chad is within reach.",
        "The truce in Chad remains in place.",
        "The transition to civilian rule in Chad is in tatters.",
        "The peace process in Chad has moved forward.",
        "The accession of Chad was held up by Peru.",
        "Demarcation of the border of Chad is 90 per cent complete.",
        "Implementation of the Lima accord was lagging.",
    ],
    no=["The peace process began in Oslo.", "The minister stalled.", "The peace process moved to Oslo."],
)
def going(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the process has stalled", "is on track": what is told of it as subject."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    if dep not in {"nsubj", "nsubjpass"} or tree.opens_with(governor, _SUPPOSING):
        return
    told = [
        i
        for i in (*tree.deps(governor, "acomp", "attr", "oprd", "prep", "advmod"), governor)
        if _tells_its_state(index, i)
    ]
    if told:
        yield told_by(index, governor, anchor=governor)


def _tells_its_state(index: TextIndex, i: int) -> bool:
    tree = index.tree
    if tree.lower(i) in _INTO_A_STATE:
        return any(
            tree.lower(o) in _STATES | _IN_A_STATE or tree.lemma(o) in _HOW_FAR | _IN_A_STATE
            for o in tree.deps(i, "pobj")
        )
    if index.tokens[i].dep == "attr" and any(tree.lower(c) in _STATES for c in tree.deps(i, "amod") if c > i):
        return True  # "is 90 per cent complete"
    beside = (f"{tree.lemma(i)} {tree.lower(c)}" for c in tree.deps(i, "prt", "advmod") if c > i)
    if index.tokens[i].pos == "VERB" and not _GOING_IN_WORDS.isdisjoint(beside):
        return True
    is_verb = index.tokens[i].pos == "VERB" and not (tree.is_passive(i) and tree.lemma(i) in _HELD)
    return (tree.lower(i) in _STATES) or (is_verb and tree.lemma(i) in _GOING and not tree.deps(i, "dobj"))


@rule(
    yes=["The peace process in Chad has missed two deadlines.", "The accession of Chad is gathering pace."],
    no=["The peace process in Chad lost a friend.", "The minister missed a deadline of the peace process."],
)
def met_with(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "has missed two deadlines", "hit a snag": what it meets on its course."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    met = (o for o in tree.deps(governor, "dobj") if tree.lemma(o) in _COURSE | _HOW_FAR)
    if dep == "nsubj" and tree.lemma(governor) in _RUNNING_INTO and any(True for _ in met):
        yield told_by(index, governor, anchor=governor)


@rule(
    yes=["Norway wants to revive the stalled peace process.", "They spoke of the fragile troop withdrawal."],
    no=["Norway wants to join the long peace process."],
)
def standing_before(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the stalled peace process"."""
    start = max(index.sentence(mention.head).first, mention.first - 3)
    for i in range(start, mention.head):
        is_own = index.tokens[i].head == mention.head or index.tokens[i].dep == "amod"
        if index.tree.lower(i) in _STATES - _ANY_STATE and is_own:
            yield Told(first=i, last=mention.head, anchor=i)


@rule(
    yes=[
        "Both sides see progress in the peace process.",
        "Norway said that progress had been made toward meeting the conditions of the troop withdrawal.",
        "A major obstacle to the peace process is the border.",
    ],
    no=["The ministers discussed trade and the peace process."],
)
def progress(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "significant progress toward the transfer", "a setback for the process"; with what was made of it."""
    tree, sentence = index.tree, index.sentence(mention.head)
    for i in range(sentence.first, sentence.last):
        if tree.lemma(i) not in _HOW_FAR or index.tokens[i].pos != "NOUN" or index.is_supposed(i):
            continue
        governor = index.tokens[i].head
        is_clause = index.tokens[i].dep in {"nsubj", "nsubjpass"} and index.tokens[governor].pos in {"VERB", "AUX"}
        is_of_conditions = any(tree.lemma(j) in _CONDITIONS for j in range(i, tree.last(governor) + 1))
        if not holds(index, governor if is_clause else i, mention) and not is_of_conditions:
            continue
        first, last = clause(index, governor if is_clause else i)
        while first < i and index.tokens[first].dep == "mark":
            first += 1
        yield Told(first=first, last=last, anchor=i)


@rule(
    yes=["The attack undermines the peace process.", "The minister praised the efforts at a troop withdrawal."],
    no=["The minister read about the peace process."],
)
def judged(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "undermines the process", "praised the efforts to …": what is said to move it on or hold it up, and who praises or blames it."""
    tree = index.tree
    for above in index.tree.above(mention.head):
        is_told = index.tokens[above].pos == "VERB" and tree.lemma(above) in _HINDERING | _JUDGING
        if is_told and any(_is_about(index, o, mention) for o in tree.deps(above, "dobj", "nsubjpass")):
            yield told_by(index, above, anchor=above)
            return


@rule(
    yes=[
        "The exchange of instruments of ratification has not taken place yet.",
        "The truce in Chad has not yet begun.",
    ],
    no=["The peace process has not failed."],
)
def not_yet(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "has not taken place yet": what has not come about, as subject."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    is_awaited = any(tree.lower(c) == "yet" for c in tree.deps(governor, "advmod"))
    if dep in {"nsubj", "nsubjpass"} and is_awaited and tree.deps(governor, "neg"):
        yield told_by(index, governor, anchor=governor)


@rule(
    yes=["Norway described the peace process as fragile.", "The envoy called the peace process moribund."],
    no=["Norway called the peace process on Monday."],
)
def called(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "described the process as fragile", "called it a success": what somebody calls it."""
    tree = index.tree
    governor, dep, _ = role(index, mention)
    here = (
        index.tokens[governor].head if dep in {"nsubj", "dobj"} and tree.lemma(governor) not in _CALLING else governor
    )
    if tree.lemma(here) not in _CALLING or index.tokens[here].pos != "VERB":
        return
    named = (p for p in tree.deps(here, "prep") if tree.lower(p) == "as" and p > mention.head)
    if dep in {"nsubj", "dobj", "nsubjpass"} and (any(True for _ in named) or tree.deps(here, "oprd", "ccomp")):
        yield told_by(index, here, anchor=here)


GOINGS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (
    going, met_with, progress, judged, standing_before, not_yet, called,
)  # fmt: skip
"""How it goes, by whom."""


def _is_about(index: TextIndex, noun: int, mention: ProcessMention) -> bool:
    """Whether the noun is the process, its plan, or what is done for it."""
    is_itself = noun == mention.head or mention.first <= noun <= mention.last
    return is_itself or (holds(index, noun, mention) and index.tree.lemma(noun) in _DONE_FOR_IT | _PAPERS)
