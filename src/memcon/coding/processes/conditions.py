"""What a process waits for, by the words of the sentence that names it; each way of telling it a rule."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.processes.mention import ProcessMention
from memcon.coding.processes.told import Told, holds, role, told_by, verb_over, without_article
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import SUBJECTS, UNDERGOING
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_OPENING = words("opening_a_condition")
_WAITING = words("waiting_for")
_BOUND = words("bound_to_a_condition")
_CONDITIONS = words("condition")
_MEETING = words("meeting_a_condition")
_PRICES = words("price_of_a_step")
_RESTING_ON = words("upon_or_to")
_LEADING_AN_INSTANCE = words("leading_an_instance")
_PENDING = words("leading_to_what_is_waited_for")
_OBLIGING = words("obliging_auxiliary")


@rule(
    yes=["The withdrawal of troops from Chad will begin only if the truce holds.", "The accession of Chad cannot advance unless it reforms its courts.", "Chad will return to the accord only after Peru signs it."],
    no=[
        "When the ministers met, the withdrawal of troops from Chad began.",
        "The withdrawal of troops from Chad will begin even if the truce fails.",
    ],
)  # fmt: skip
def clause_of_condition(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "once the conditions are met", "unless it reforms": the clause that such a word opens, on the verb of the process."""
    verb = verb_over(index, mention)
    if verb is None:
        return
    tree = index.tree
    for c in tree.deps(verb, "advcl", "prep"):
        mark = next(
            (m for m in tree.deps(c, "mark", "advmod") if tree.lower(m) in _OPENING or _is_only_after(index, m)), None
        )
        is_provided = tree.lower(c) in _OPENING and bool(tree.deps(c, "pcomp", "ccomp"))
        is_in_any_case = mark is not None and tree.lower(mark - 1) == "even"
        if (mark is None and not is_provided) or is_in_any_case or holds(index, c, mention):
            continue
        yield told_by(index, c, anchor=c)


def _is_only_after(index: TextIndex, mark: int) -> bool:
    """Whether a clause is opened by "only after" or "not before"."""
    return index.tree.lower(mark) == "after" and mark > 0 and index.tree.lower(mark - 1) == "only"


@rule(
    yes=[
        "The accession of Chad depends on reforms of its courts.",
        "The lifting of sanctions on Chad is conditional on a vote.",
        "The lifting of sanctions requires a new inspection.",
        "The withdrawal of troops from Chad is contingent on a truce.",
        "Ratification of the treaty is subject to a vote in Lima.",
        "The accession of Chad will take years and depends on a vote in Lima.",
    ],
    no=["The accession of Chad pleases the minister.", "The minister depends on the peace process."],
)
def waiting(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "hinges on", "requires", "is contingent on": what the verb or adjective leads to."""
    tree = index.tree
    governor, dep, _ = role(index, mention)
    if dep not in SUBJECTS or governor == mention.head:
        return
    verbs = [governor, *(v for v in tree.deps(governor, "conj") if not tree.deps(v, "nsubj", "nsubjpass"))]
    bound = [i for v in verbs for i in (v, *tree.deps(v, "acomp", "attr", "oprd"))]
    for i in bound:
        if tree.lemma(i) in _WAITING or tree.lower(i) in _BOUND:
            beside = [p for p in tree.deps(governor, "prep") if p > i] if i != governor else []
            leading = (p for p in (*tree.deps(i, "prep"), *beside) if tree.lower(p) in _RESTING_ON)
            led = [o for p in leading for o in tree.deps(p, "pobj", "pcomp")]
            for o in (*led, *(tree.deps(i, "dobj") if tree.lemma(i) in _WAITING else ())):
                yield told_by(index, o, anchor=i)


@rule(
    yes=[
        "Norway set preconditions on a troop withdrawal including the departure of the militias.",
        "A truce is a precondition for the peace process.",
        "Both sides saw progress of the troop withdrawal toward meeting the conditions.",
        "Chad has met six of the ten conditions for its accession to the union.",
    ],
    no=["Norway knows the conditions in the camps and the peace process."],
)
def noun_of_condition(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "a precondition for the process", "preconditions on a withdrawal including …", "meeting the necessary conditions"."""
    tree, sentence = index.tree, index.sentence(mention.head)
    for i in range(sentence.first, sentence.last):
        if tree.lemma(i) not in _CONDITIONS or index.tokens[i].pos != "NOUN":
            continue
        head, counted = index.tokens[i].head, index.tokens[index.tokens[i].head].head
        is_counted = index.tokens[i].dep == "pobj" and tree.lower(head) == "of" and index.tokens[counted].pos == "NUM"
        if is_counted and index.tokens[head].dep == "prep" and tree.lemma(index.tokens[counted].head) in _MEETING:
            yield Told(first=tree.first(counted), last=i, anchor=i)
        elif tree.lemma(head) in _MEETING and index.tokens[i].dep in UNDERGOING:
            yield Told(first=without_article(index, i), last=i, anchor=i)
        elif any(holds(index, p, mention) for p in tree.deps(i, "prep")):
            yield from _named_conditions(index, i)


def _named_conditions(index: TextIndex, noun: int) -> Iterator[Told]:
    """What is told to be the condition: behind "including", or the other side of "is"."""
    tree = index.tree
    below = (
        p
        for j in range(noun, tree.last(noun) + 1)
        for p in tree.deps(j, "prep", "acl")
        if tree.lower(p) in _LEADING_AN_INSTANCE
    )
    for p in below:
        for o in tree.deps(p, "pobj", "dobj"):
            yield told_by(index, o, anchor=noun)
    head = index.tokens[noun].head
    if index.tokens[noun].dep == "attr":
        for s in tree.deps(head, "nsubj", "csubj"):
            yield told_by(index, s, anchor=noun)


@rule(
    yes=[
        "Chad will return to the accord only after the removal of sanctions.",
        "Ratification of the treaty is on hold pending a vote in Lima.",
        "Chad will withdraw its troops in exchange for aid.",
    ],
    no=["Chad will withdraw its troops after the winter.", "Chad will withdraw its troops in exchange."],
)
def price(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "only after the removal of sanctions", "pending a vote", "in exchange for aid"."""
    verb = verb_over(index, mention)
    places = (mention.head,) if verb is None else (mention.head, verb)
    for o in (o for i in places for p in index.tree.deps(i, "prep") for o in _to_come_first(index, p)):
        if not holds(index, o, mention):
            yield told_by(index, o, anchor=o)


def _to_come_first(index: TextIndex, p: int) -> Iterator[int]:
    """What a preposition tells has to come first: behind "only after" or "pending", behind "in exchange for"."""
    tree, objects = index.tree, index.tree.deps(p, "pobj")
    is_only = tree.lower(p) == "after" and "only" in {tree.lower(p - 1), *map(tree.lower, tree.deps(p, "advmod"))}
    if is_only or tree.lower(p) in _PENDING:
        yield from objects
    for traded in (o for o in objects if tree.lower(p) == "in" and tree.lower(o) in _PRICES):
        for q in (*tree.prepositions(traded, {"for"}), *tree.prepositions(p, {"for"})):
            yield from tree.deps(q, "pobj", "pcomp")


@rule(
    yes=["Chad must free the prisoners before the peace process in Lima can resume."],
    no=["Chad freed the prisoners before the peace process in Lima resumed."],
)
def beforehand(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "must free the prisoners before the process can resume"."""
    tree = index.tree
    for here in (mention.head, *tree.above(mention.head)):
        is_before = tree.lower(here) == "before" or tree.has_word(here, {"before"}, "mark")
        if is_before:
            verb = index.tokens[here].head
            if tree.has_word(verb, _OBLIGING, "aux", "auxpass") and tree.first(here) > verb:
                yield Told(first=tree.first(verb), last=tree.first(here) - 1, anchor=verb)
            return


CONDITIONS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (
    clause_of_condition, waiting, noun_of_condition, price, beforehand,
)  # fmt: skip
"""What it waits for."""
