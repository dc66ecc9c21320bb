"""What a sentence tells of the process that it names: conditions, steps, how it goes, when it is to end. Each question is a list of rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.processes.naming import ProcessMention
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_MANNER = words("manner_of_a_process")
_MANNER_IN_COMPOUNDS = words("manner_in_a_compound")
_PAPERS = words("paper_of_a_process")
_OPENING = words("opening_a_condition")
_WAITING = words("waiting_for")
_BOUND = words("bound_to_a_condition")
_CONDITIONS = words("condition")
_PARTS = words("part_of_a_process")
_MOVING = words("moving_a_process")
_STATES = words("state_of_a_process")
_GOING = words("going_well_or_badly")
_HOW_FAR = words("how_far_it_has_come")
_HINDERING = words("hindering_or_helping")
_JUDGING = words("judging_what_is_done")
_LEADING_TO_ITS_END = words("leading_to_its_end")
_MEETING = words("meeting_a_condition")
_DONE_FOR_IT = words("done_for_a_process")
_ANY_STATE = words("state_told_of_it_only")
_TERMS = words("time_in_office")
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "attr", "ccomp", "xcomp", "nsubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Some words of the text, from token `first` to `last`; `anchor` is the word that tells."""

    first: int
    last: int
    anchor: int


def _role(index: TextIndex, mention: ProcessMention) -> tuple[int, str, int]:
    """The word that the whole phrase with the mention hangs on, in which relation, and the phrase's own head: of "the OPCON transfer plan" the plan."""
    here = mention.head
    for above in index.tree.above(mention.head):
        if index.tokens[here].dep in {"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "advcl", "ccomp", "conj"}:
            break
        if index.tokens[above].pos == "VERB":
            return above, index.tokens[here].dep, here
        here = above
    return index.tokens[here].head, index.tokens[here].dep, here


def _verb_over(index: TextIndex, mention: ProcessMention) -> int | None:
    """The verb of the clause that names it."""
    return next((a for a in index.tree.above(mention.head) if index.tokens[a].pos in {"VERB", "AUX"}), None)


def _clause(index: TextIndex, i: int) -> tuple[int, int]:
    """The words under `i`, without marks and the signs around them."""
    first, last = index.tree.extent(i)
    return _bare(index, first, last)


def _bare(index: TextIndex, first: int, last: int) -> tuple[int, int]:
    while first < last and (index.tokens[first].pos in {"PUNCT", "SPACE", "CCONJ"}):
        first += 1
    while last > first and index.tokens[last].pos in {"PUNCT", "SPACE"} and index.tokens[last].text not in ')”"':
        last -= 1
    return first, last


def _holds(index: TextIndex, i: int, mention: ProcessMention) -> bool:
    first, last = index.tree.extent(i)
    return first <= mention.head <= last


# --- what it rests on ----------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "The conditions-based transfer of command is on track.",
        "The phased withdrawal of troops from Chad has begun.",
    ],
    no=["The quick withdrawal of troops from Chad has begun."],
)
def manner(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "conditions-based", "phased": what stands before its noun."""
    start = max(index.sentence(mention.head).first, mention.first - 4)
    for i in range(start, mention.head):
        is_compound = index.tree.lower(i) in _MANNER_IN_COMPOUNDS and "-" in {
            index.tokens[i - 1].text,
            index.tokens[i + 1].text,
        }
        if index.tree.lower(i) in _MANNER or is_compound:
            first = i
            while first - 2 >= start and index.tokens[first - 1].text == "-":
                first -= 2
            last = i
            while last + 2 < mention.head and index.tokens[last + 1].text == "-":
                last += 2
            yield Told(first=first, last=last, anchor=i)
            return


@rule(
    yes=["Norway supports the transition to civilian rule under the Lima agreement.", "The troop withdrawal plan was agreed in Lima."],
    no=["Norway supports the transition to civilian rule."],
)  # fmt: skip
def paper(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the OPCON transfer plan", "under the Lima agreement"."""
    head = index.tokens[mention.last].head
    if index.tokens[mention.last].dep in {"compound", "nmod"} and index.tree.lemma(head) in _PAPERS:
        yield Told(first=mention.first, last=head, anchor=head)
    verb = _verb_over(index, mention)
    places = (mention.head, *(() if verb is None else (verb,)))
    for p in (p for i in places for p in index.tree.deps(i, "prep") if index.tree.lower(p) == "under"):
        for o in index.tree.deps(p, "pobj"):
            if index.tree.lemma(o) in _PAPERS:
                first, last = _clause(index, o)
                yield Told(first=first, last=last, anchor=o)


BASES: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (manner, paper)
"""On what it rests, the nearest first."""


# --- what it waits for ---------------------------------------------------------------------------------------------------


@rule(
    yes=["The withdrawal of troops from Chad will begin only if the truce holds.", "The accession of Chad cannot advance unless it reforms its courts."],
    no=["When the ministers met, the withdrawal of troops from Chad began."],
)  # fmt: skip
def clause_of_condition(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "once the conditions are met", "unless it reforms": the clause that such a word opens, on the verb of the process."""
    verb = _verb_over(index, mention)
    if verb is None:
        return
    for c in index.tree.deps(verb, "advcl"):
        mark = next((m for m in index.tree.deps(c, "mark", "advmod") if index.tree.lower(m) in _OPENING), None)
        is_provided = index.tree.lower(c) in {"provided", "providing"}
        if (mark is None and not is_provided) or _holds(index, c, mention):
            continue
        first, last = _clause(index, c)
        yield Told(first=first, last=last, anchor=c)


@rule(
    yes=[
        "The accession of Chad depends on reforms of its courts.",
        "The lifting of sanctions requires a new inspection.",
        "The withdrawal of troops from Chad is contingent on a truce.",
        "Ratification of the treaty is subject to a vote in Lima.",
    ],
    no=["The accession of Chad pleases the minister.", "The minister depends on the peace process."],
)
def waiting(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "hinges on", "requires", "is contingent on": what the verb or adjective leads to."""
    tree = index.tree
    governor, dep, _ = _role(index, mention)
    if dep not in {"nsubj", "nsubjpass"} or governor == mention.head:
        return
    bound = [governor, *tree.deps(governor, "acomp", "attr", "oprd")]
    for i in bound:
        if tree.lemma(i) in _WAITING or tree.lower(i) in _BOUND:
            led = [
                o
                for p in tree.deps(i, "prep")
                if tree.lower(p) in {"on", "upon", "to"}
                for o in tree.deps(p, "pobj", "pcomp")
            ]
            for o in (*led, *(tree.deps(i, "dobj") if tree.lemma(i) in _WAITING else ())):
                first, last = _clause(index, o)
                yield Told(first=first, last=last, anchor=i)


@rule(
    yes=[
        "Norway set preconditions on a troop withdrawal including the departure of the militias.",
        "A truce is a precondition for the peace process.",
        "Both sides saw progress of the troop withdrawal toward meeting the conditions.",
    ],
    no=["Norway knows the conditions in the camps and the peace process."],
)
def noun_of_condition(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "a precondition for the process", "preconditions on a withdrawal including …", "meeting the necessary conditions"."""
    tree, sentence = index.tree, index.sentence(mention.head)
    for i in range(sentence.first, sentence.last):
        if tree.lemma(i) not in _CONDITIONS or index.tokens[i].pos != "NOUN":
            continue
        head = index.tokens[i].head
        if tree.lemma(head) in _MEETING and index.tokens[i].dep in {"dobj", "nsubjpass"}:
            yield Told(first=_without_article(index, i), last=i, anchor=i)
        elif any(_holds(index, p, mention) for p in tree.deps(i, "prep")):
            yield from _named_conditions(index, i)


def _named_conditions(index: TextIndex, noun: int) -> Iterator[Told]:
    """What is told to be the condition: behind "including", or the other side of "is"."""
    tree = index.tree
    below = (
        p
        for j in range(noun, tree.last(noun) + 1)
        for p in tree.deps(j, "prep", "acl")
        if tree.lower(p) in {"including", "such"}
    )
    for p in below:
        for o in tree.deps(p, "pobj", "dobj"):
            first, last = _clause(index, o)
            yield Told(first=first, last=last, anchor=noun)
    head = index.tokens[noun].head
    if index.tokens[noun].dep == "attr":
        for s in tree.deps(head, "nsubj", "csubj"):
            first, last = _clause(index, s)
            yield Told(first=first, last=last, anchor=noun)


def _without_article(index: TextIndex, noun: int) -> int:
    first = index.tree.first(noun)
    while first < noun and index.tokens[first].pos in {"DET", "PRON"}:
        first += 1
    return first


CONDITIONS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (
    clause_of_condition,
    waiting,
    noun_of_condition,
)
"""What it waits for."""


# --- which steps it takes ------------------------------------------------------------------------------------------------


@rule(
    yes=["The second phase of the troop withdrawal begins in May."],
    no=["The second part of the troop withdrawal is a secret."],
)
def part(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the second phase of the withdrawal"."""
    for above in index.tree.above(mention.head):
        if index.tree.lemma(above) in _PARTS and index.tokens[above].pos == "NOUN":
            yield Told(first=_without_article(index, above), last=mention.last, anchor=above)
        if index.tokens[above].pos in {"VERB", "AUX"}:
            return


@rule(
    yes=[
        "The parliament delayed ratification of the treaty.",
        "The withdrawal of troops from Chad was completed in May.",
    ],
    no=["The parliament praised the ratification of the treaty."],
)
def step(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "ratified the accession", "the withdrawal was completed": the clause."""
    governor, dep, _ = _role(index, mention)
    is_step = (
        index.tree.lemma(governor) in _MOVING
        and dep in {"dobj", "nsubjpass", "nsubj"}
        and not index.is_denied(governor)
    )
    if is_step and index.tokens[governor].pos == "VERB":
        first, last = _clause(index, governor)
        yield Told(first=first, last=last, anchor=governor)


STEPS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (part, step)
"""Which steps it takes."""


# --- how it goes ---------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "The peace process in Chad has stalled.",
        "The peace process is moribund.",
        "The accession of Chad is on track.",
    ],
    no=["The peace process began in Oslo.", "The minister stalled."],
)
def going(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the process has stalled", "is on track": what is told of it as subject."""
    governor, dep, _ = _role(index, mention)
    tree = index.tree
    if dep not in {"nsubj", "nsubjpass"}:
        return
    told = [
        i
        for i in (*tree.deps(governor, "acomp", "attr", "oprd", "prep", "advmod"), governor)
        if _tells_its_state(index, i)
    ]
    if told:
        first, last = _clause(index, governor)
        yield Told(first=first, last=last, anchor=governor)


def _tells_its_state(index: TextIndex, i: int) -> bool:
    tree = index.tree
    if tree.lower(i) in {"on", "in"}:
        return any(tree.lower(o) in _STATES or tree.lemma(o) in _HOW_FAR for o in tree.deps(i, "pobj"))
    is_verb = index.tokens[i].pos == "VERB"
    return (tree.lower(i) in _STATES) or (is_verb and tree.lemma(i) in _GOING and not tree.deps(i, "dobj"))


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
        is_of_conditions = any(tree.lemma(j) in _CONDITIONS for j in range(i, tree.last(governor) + 1))
        if not _holds(index, i, mention) and not is_of_conditions:
            continue
        is_clause = index.tokens[i].dep in {"nsubj", "nsubjpass"} and index.tokens[governor].pos == "VERB"
        first, last = _clause(index, governor if is_clause else i)
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
            first, last = _clause(index, above)
            yield Told(first=first, last=last, anchor=above)
            return


GOINGS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (going, progress, judged, standing_before)
"""How it goes, by whom."""


def _is_about(index: TextIndex, noun: int, mention: ProcessMention) -> bool:
    """Whether the noun is the process, its plan, or what is done for it."""
    is_itself = noun == mention.head or mention.first <= noun <= mention.last
    return is_itself or (_holds(index, noun, mention) and index.tree.lemma(noun) in _DONE_FOR_IT | _PAPERS)


# --- when it is to end ---------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "Norway wants to complete the troop withdrawal by May 2025.",
        "The transfer of command will be realized within the current administration's term.",
    ],
    no=["The troop withdrawal began in May 2023."],
)
def target(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "by May 2025", "within the administration's term", on the verb of the process."""
    tree, verb = index.tree, _verb_over(index, mention)
    verbs = [] if verb is None else [verb, *(a for a in tree.above(verb) if index.tokens[a].dep != "ROOT")][:3]
    places = [mention.head, *verbs, *(c for v in verbs for c in tree.deps(v, "advmod", "xcomp", "npadvmod"))]
    for p in (p for i in places for p in tree.deps(i, "prep") if tree.lower(p) in _LEADING_TO_ITS_END):
        for o in tree.deps(p, "pobj"):
            is_term = tree.lemma(o) in _TERMS
            timex = index.timex_at.get(o)
            if (is_term or (timex is not None and timex.type in {"DATE", "DURATION"})) and not index.is_denied(p):
                first, last = _clause(index, p)
                yield Told(first=first, last=min(last, tree.last(o)), anchor=o)


TARGETS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (target,)
"""When it is to end."""
