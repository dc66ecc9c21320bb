"""How a process is said to go, by the words of the sentence that names it; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.told import Told, clause, holds, role, told_by
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ARGUMENTS, COMPLEMENTS, NOMINAL_SUBJECTS, VERBAL
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
_AWAITED = words("not_so_far")
_DISCUSSING = words("discussing")
_LACKING = words("negation_prepositions")


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
    no=[
        "Norway will stay as long as the truce in Chad holds.",
        "The peace process began in Oslo.",
        "The minister stalled.",
        "The peace process moved to Oslo.",
    ],
)
def going(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the process has stalled", "is on track": what is told of it as subject."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    is_supposed = tree.opens_with(governor, _SUPPOSING) or _is_as_long_as(index, governor)
    if dep not in NOMINAL_SUBJECTS or is_supposed:
        return
    told = [
        i
        for i in (*tree.deps(governor, "acomp", "attr", "oprd", "prep", "advmod"), governor)
        if _tells_its_state(index, i)
    ]
    if told:
        yield told_by(index, governor, anchor=governor)


def _is_as_long_as(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells only for how long something else holds: "as long as the truce holds"."""
    marks = index.tree.deps(verb, "mark")
    return any(index.tree.lower(m) == "as" and m > 0 and index.tree.lower(m - 1) == "long" for m in marks)


def _tells_its_state(index: TextIndex, i: int) -> bool:
    """Whether a word tells how something stands or goes: "is stalled", "is on track", "is 90 per cent complete", "has gone ahead"."""
    if index.tree.lower(i) in _INTO_A_STATE:
        return any(_is_state(index, o) for o in index.tree.deps(i, "pobj"))
    return index.tree.lower(i) in _STATES or _is_so_far(index, i) or _goes(index, i)


def _is_state(index: TextIndex, object_: int) -> bool:
    """Whether a word behind "in", "on" or the like tells a state: "in doubt", "on track"."""
    return index.tree.lower(object_) in _STATES | _IN_A_STATE or index.tree.lemma(object_) in _HOW_FAR | _IN_A_STATE


def _is_so_far(index: TextIndex, i: int) -> bool:
    """Whether it is said to be something with a word for its state behind it: "is 90 per cent [complete]"."""
    behind = (c for c in index.tree.deps(i, "amod") if c > i)
    return index.tokens[i].dep == "attr" and any(index.tree.lower(c) in _STATES for c in behind)


def _goes(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells how it goes, by itself or with the word behind it ("went ahead")."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    if index.tokens[verb].pos != "VERB":
        return False
    behind = (c for c in tree.deps(verb, "prt", "advmod") if c > verb)
    if any(f"{lemma} {tree.lower(c)}" in _GOING_IN_WORDS for c in behind):
        return True
    is_held = lemma in _HELD and tree.is_passive(verb)
    return lemma in _GOING and not is_held and not tree.deps(verb, "dobj")


@rule(
    yes=["The peace process in Chad has missed two deadlines.", "The accession of Chad is gathering pace."],
    no=["The peace process in Chad lost a friend.", "The minister missed a deadline of the peace process."],
)
def met_with(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "has missed two deadlines", "hit a snag": what it meets on its course."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    is_met = any(tree.lemma(o) in _COURSE | _HOW_FAR for o in tree.deps(governor, "dobj"))
    if dep == "nsubj" and tree.lemma(governor) in _RUNNING_INTO and is_met:
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
    no=[
        "The ministers discussed trade and the peace process.",
        "Without progress in the peace process, Norway could delay the talks.",
        "The leaders of Norway and Peru agreed to review progress in the peace process.",
    ],
)
def progress(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "significant progress toward the transfer", "a setback for the process"; with what was made of it."""
    sentence = index.sentence(mention.head)
    for i in (i for i in range(sentence.first, sentence.last) if _is_progress(index, i)):
        here = _where_told(index, i)
        if not holds(index, here, mention) and not _is_of_conditions(index, i):
            continue
        first, last = clause(index, here)
        while first < i and index.tokens[first].dep == "mark":
            first += 1
        yield Told(first=first, last=last, anchor=i)


def _is_progress(index: TextIndex, i: int) -> bool:
    """Whether a noun tells how far something has come, and that is no mere supposition ("without progress") or topic ("to review progress in it")."""
    over, dep = index.tokens[i].head, index.tokens[i].dep
    is_lacked = dep == "pobj" and index.tree.lower(over) in _LACKING
    is_lacked = is_lacked or (dep == "dobj" and index.tree.lemma(over) in _DISCUSSING)
    is_told = index.tree.lemma(i) in _HOW_FAR and index.tokens[i].pos == "NOUN"
    return is_told and not is_lacked and not index.is_supposed(i)


def _where_told(index: TextIndex, noun: int) -> int:
    """The verb that a noun is the subject of, which tells what was made of it, else the noun."""
    over = index.tokens[noun].head
    is_subject = index.tokens[noun].dep in NOMINAL_SUBJECTS
    return over if is_subject and index.tokens[over].pos in VERBAL else noun


def _is_of_conditions(index: TextIndex, noun: int) -> bool:
    """Whether what is told of progress names the conditions of something."""
    behind = range(noun, index.tree.last(index.tokens[noun].head) + 1)
    return any(index.tree.lemma(j) in _CONDITIONS for j in behind)


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
        "The parliament has still not ratified the treaty.",
        "The withdrawal of troops from Chad has yet to begin.",
    ],
    no=["The peace process has not failed."],
)
def not_yet(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "has not taken place yet", "has yet to begin": what has not come about, as subject."""
    governor, dep, _ = role(index, mention)
    tree = index.tree
    is_deed = index.tokens[mention.head].pos == "VERB"
    verb = mention.head if is_deed else governor
    is_awaited = tree.has_word(verb, _AWAITED, "advmod")
    is_denied = bool(tree.deps(verb, "neg")) or (tree.lemma(verb) == "have" and bool(tree.infinitives(verb, "xcomp")))
    if (is_deed or dep in NOMINAL_SUBJECTS) and is_awaited and is_denied:
        yield told_by(index, verb, anchor=verb)


@rule(
    yes=["Norway described the peace process as fragile.", "The envoy called the peace process moribund."],
    no=[
        "Norway called the peace process on Monday.",
        "Norway must make the truce in Chad work.",
        "Until the peace process is over, the road will be considered closed.",
    ],
)
def called(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "described the process as fragile", "called it a success": what somebody calls it."""
    tree = index.tree
    governor, dep, _ = role(index, mention)
    is_below = dep in ARGUMENTS and index.tokens[governor].dep in COMPLEMENTS
    here = index.tokens[governor].head if is_below and tree.lemma(governor) not in _CALLING else governor
    is_only_meant = any(index.tokens[a].tag == "MD" for a in tree.deps(here, "aux"))  # "must make it work"
    if tree.lemma(here) not in _CALLING or index.tokens[here].pos != "VERB" or is_only_meant:
        return
    is_named = any(p > mention.head for p in tree.prepositions(here, {"as"})) or bool(tree.deps(here, "oprd", "ccomp"))
    if dep in ARGUMENTS and is_named:
        yield told_by(index, here, anchor=here)


GOINGS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (
    going, met_with, progress, judged, standing_before, not_yet, called,
)  # fmt: skip
"""How it goes, by whom."""


def _is_about(index: TextIndex, noun: int, mention: ProcessMention) -> bool:
    """Whether the noun is the process, its plan, or what is done for it."""
    is_itself = noun == mention.head or mention.first <= noun <= mention.last
    return is_itself or (holds(index, noun, mention) and index.tree.lemma(noun) in _DONE_FOR_IT | _PAPERS)
