"""What a sentence tells of the process that it names: on what it rests, which steps it takes. Each question is a list of rules; when it is to end is asked in `ends`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.channels.sessions import ordinal_of
from memcon.coding.processes.mention import ProcessMention
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ARGUMENTS, COMPOUNDS, LINKS_AND_SPACE, POINTING, SAID_OF_SUBJECT, SILENT, VERBAL
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_MANNER = words("manner_of_a_process")
_MANNER_IN_COMPOUNDS = words("manner_in_a_compound")
_PAPERS = words("paper_of_a_process")
_FOUNDATIONS = words("foundation_of_a_process")
_SUPPOSING = words("opening_what_is_no_fact")
_TOLD_AS_IT = words("part_of_a_process") | words("paper_of_a_process") | words("process_word") | words("deadline_noun")
_PARTS = words("part_of_a_process")
_MOVING = words("moving_a_process")
_MAKING_IT_LAST = words("making_it_last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Some words of the text, from token `first` to `last`; `anchor` is the word that tells. `is_a_deed` where it is one deed, which may be no step
    of anything longer ("signed the deal")."""

    first: int
    last: int
    anchor: int
    is_a_deed: bool = False


def role(index: TextIndex, mention: ProcessMention) -> tuple[int, str, int]:
    """The word that the whole phrase with the mention hangs on, in which relation, and the phrase's own head: of "the OPCON transfer plan" the plan."""
    here = mention.head
    for above in index.tree.above(mention.head):
        if index.tokens[here].dep in {"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "advcl", "ccomp", "conj"}:
            break
        if index.tokens[above].pos == "VERB":
            return above, index.tokens[here].dep, here
        here = above
    return index.tokens[here].head, index.tokens[here].dep, here


def verb_over(index: TextIndex, mention: ProcessMention) -> int | None:
    """The verb of the clause that names it; its own where a verb names it."""
    if index.tokens[mention.head].pos == "VERB":
        return mention.head
    return index.tree.verb_above(mention.head)


def clause(index: TextIndex, i: int) -> tuple[int, int]:
    """The words under `i`, without marks and the signs around them."""
    first, last = index.tree.extent(i)
    return bare(index, first, last)


def told_by(index: TextIndex, i: int, *, anchor: int) -> Told:
    """What the words under `i` tell, by the word at `anchor`."""
    first, last = clause(index, i)
    return Told(first=first, last=last, anchor=anchor)


def bare(index: TextIndex, first: int, last: int) -> tuple[int, int]:
    while first < last and (index.tokens[first].pos in LINKS_AND_SPACE or index.tree.lower(first) == "that"):
        first += 1
    while last > first and index.tokens[last].pos in SILENT and index.tokens[last].text not in ')”"':
        last -= 1
    return first, last


def holds(index: TextIndex, i: int, mention: ProcessMention) -> bool:
    first, last = index.tree.extent(i)
    return first <= mention.head <= last


# --- what it rests on ----------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "The conditions-based transfer of command is on track.",
        "The phased withdrawal of troops from Chad has begun.",
    ],
    no=[
        "The quick withdrawal of troops from Chad has begun.",
        "Norway wants a simultaneous withdrawal of all troops from Chad.",
    ],
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
    if index.tokens[mention.last].dep in COMPOUNDS and index.tree.lemma(head) in _PAPERS:
        yield Told(first=mention.first, last=head, anchor=head)
    verb = verb_over(index, mention)
    places = (mention.head, *(() if verb is None else (verb,)))
    for o in (o for i in places for o in index.tree.led_by(i, "under")):
        if index.tree.lemma(o) in _PAPERS:
            yield told_by(index, o, anchor=o)


@rule(
    yes=["The Lima accord should serve as the basis for the delimitation of the border."],
    no=[
        "The basis for the claim is a map, and the delimitation of the border is not.",
        "The rebels agreed on a framework for a ceasefire in Chad.",
    ],
)
def foundation(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "should serve as the basis for the process": the subject."""
    tree = index.tree
    for noun in (a for a in tree.above(mention.head) if _is_called_a_foundation(index, a)):
        verb = tree.verb_above(noun)
        for s in () if verb is None else tree.deps(verb, "nsubj"):
            if s < noun and not holds(index, s, mention):
                yield Told(first=without_article(index, s), last=clause(index, s)[1], anchor=noun)
        return


def _is_called_a_foundation(index: TextIndex, noun: int) -> bool:
    """Whether a noun is what the subject is said to be or to serve as for something."""
    is_as = index.tokens[noun].dep == "pobj" and index.tree.lower(index.tokens[noun].head) == "as"
    return index.tree.lemma(noun) in _FOUNDATIONS and (is_as or index.tokens[noun].dep in SAID_OF_SUBJECT)


@rule(
    yes=["Norway wants a political settlement of the conflict based on the Lima accord."],
    no=["Norway wants a political settlement of the conflict, a minister based in Lima said."],
)
def based_on(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "a settlement based on the accord"."""
    tree = index.tree
    based = (v for i in (mention.head, mention.last) for v in tree.deps(i, "acl", "prep") if tree.lower(v) == "based")
    for o in (o for v in based for o in tree.led_by(v, "on")):
        yield told_by(index, o, anchor=o)


BASES: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (manner, paper, foundation, based_on)
"""On what it rests, the nearest first."""


def without_article(index: TextIndex, noun: int) -> int:
    first = index.tree.first(noun)
    while first < noun and index.tokens[first].pos in POINTING:
        first += 1
    return first


# --- which steps it takes ------------------------------------------------------------------------------------------------


@rule(
    yes=["The second phase of the troop withdrawal begins in May."],
    no=["The second part of the troop withdrawal is a secret."],
)
def part(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "the second phase of the withdrawal"."""
    for above in index.tree.above(mention.head):
        if index.tree.lemma(above) in _PARTS and index.tokens[above].pos == "NOUN":
            yield Told(first=without_article(index, above), last=mention.last, anchor=above)
            return
        if index.tokens[above].pos in VERBAL:
            return


@rule(
    yes=[
        "The Norwegian troops will be withdrawn in two phases.",
        "In a first stage of the plan, the peace process would resume.",
    ],
    no=["The phase of the moon was full as the peace process resumed."],
)
def counted_part(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "in two phases", "in a first stage": a counted part told in its sentence."""
    sentence = index.sentence(mention.head)
    for i in range(sentence.first, sentence.last):
        if index.tree.lemma(i) not in _PARTS or index.tokens[i].pos != "NOUN" or holds(index, i, mention):
            continue
        if any(_counts(index, c) for c in index.tree.children[i]):
            yield Told(first=without_article(index, i), last=index.tree.last(i), anchor=i)


def _counts(index: TextIndex, i: int) -> bool:
    return (
        index.tokens[i].dep == "nummod"
        or ordinal_of(index.tokens[i].text) is not None
        or index.tree.lower(i) == "first"
    )


@rule(
    yes=[
        "The parliament delayed ratification of the treaty.",
        "The withdrawal of troops from Chad was completed in May.",
    ],
    no=[
        "The parliament praised the ratification of the treaty.",
        "Norway adopted a new role in the ratification of the treaty.",
    ],
)
def step(index: TextIndex, mention: ProcessMention) -> Iterator[Told]:
    """ "ratified the accession", "the withdrawal was completed": the clause."""
    governor, dep, phrase = role(index, mention)
    is_it = mention.first <= phrase <= mention.last or index.tree.lemma(phrase) in _TOLD_AS_IT
    is_step = (
        is_it
        and index.tree.lemma(governor) in _MOVING
        and dep in ARGUMENTS
        and not index.is_denied(governor)
        and not index.tree.opens_with(governor, _SUPPOSING)
    )
    if is_step and index.tokens[governor].pos == "VERB":
        first, last = clause(index, governor)
        is_a_deed = index.tree.lemma(governor) not in _MAKING_IT_LAST
        yield Told(first=first, last=last, anchor=governor, is_a_deed=is_a_deed)


STEPS: tuple[Rule[[TextIndex, ProcessMention], Iterator[Told]], ...] = (part, counted_part, step)
"""Which steps it takes."""
