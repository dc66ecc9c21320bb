"""A place where a text names a long-running issue: what sort of issue it is, and how far its name reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS, NOMINAL, POINTING
from memcon.lexicon import values, words

BY_ITSELF: Mapping[str, str] = values("process_by_itself")
WITH_AN_OBJECT: Mapping[str, str] = values("process_with_an_object")
AS_A_VERB: Mapping[str, str] = values("process_as_a_verb")
MOVED: Mapping[str, str] = values("moved_by_a_process")
"""What a process moves or settles → the issue."""

OF_BODIES = frozenset({"withdrawal", "accession"})
"""What a state does to a body or treaty itself."""
_MOVES_TOO: Mapping[str, frozenset[str]] = {
    "ratification": frozenset({"implementation", "accession"}),
    "accession": frozenset({"implementation"}),
    "disarmament": frozenset({"withdrawal"}),
    "demarcation": frozenset({"settlement"}),
    "return": frozenset({"implementation", "truce"}),
    "implementation": frozenset({"truce"}),
    "release": frozenset({"repatriation"}),
    "transfer": frozenset({"repatriation"}),
    "settlement": frozenset({"transition"}),
}
"""The issues whose objects another one moves as well: a treaty is ratified as it is implemented."""

_LEADING_TO_AN_OBJECT = words("leading_to_what_a_process_moves")
_JOINING = words("joining_a_name_to_its_object")
_BEHIND_LEAVING = words("leading_to_what_is_left_or_joined")
_MERE_WISHES = words("issue_that_may_be_a_wish")
_STATES = words("state_of_a_process")
_CRISES_OF_MONEY = words("crisis_of_money")
_BESIDE = (*BEFORE_NOUNS, "poss")
_FARTHEST = 14
"""How many words of what it is of a name keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMention:
    """A place where an issue is named, from token `first` to `last`. `head` is its noun or verb, `issue` what sort of issue it is, `key` a pack's id
    where one knows it, with the countries (alpha-3) that it is between. `is_full` tells whether it says of what or between whom; `is_weak`, that it is an issue only where the text tells what
    it waits for, how it goes or when it is to end: "the truce", "will leave the union"."""

    first: int
    last: int
    head: int
    issue: str
    key: str | None = None
    parties: tuple[str, ...] = ()
    is_full: bool = True
    is_weak: bool = False


def mention_of_noun(index: TextIndex, head: int, issue: str, *, is_weak: bool | None = None) -> ProcessMention:
    """The mention by a noun, with what stands before it and what it is of; an issue that may be a mere wish is weak unless told otherwise."""
    first, last = _name(index, head)
    return ProcessMention(
        first=first,
        last=last,
        head=head,
        issue=issue,
        is_full=first < head or last > head,
        is_weak=issue in _MERE_WISHES if is_weak is None else is_weak,
    )


def mention_of_verb(index: TextIndex, verb: int, issue: str, *, is_weak: bool) -> ProcessMention:
    """The mention by a verb with its object, or with the subject of its passive."""
    subject = next(iter(index.tree.deps(verb, "nsubjpass")), None)
    first = verb if subject is None else _bare_first(index, index.tree.first(subject), verb)
    last = min(last_of_name(index, verb), verb + _FARTHEST)
    return ProcessMention(first=first, last=last, head=verb, issue=issue, is_weak=is_weak)


def issue_at(index: TextIndex, i: int) -> str | None:
    """The sort of issue that the word at `i` names by itself."""
    lemma, word = index.tree.lemma(i), index.tree.lower(i)
    tables = (BY_ITSELF, WITH_AN_OBJECT, AS_A_VERB)
    return next((t.get(lemma) or t.get(word) for t in tables if lemma in t or word in t), None)


def is_moved(index: TextIndex, i: int, issue: str) -> bool:
    """Whether the word at `i` is of the kind that a process of this issue moves or settles."""
    told = {MOVED.get(index.tree.lemma(i)), MOVED.get(index.tree.lower(i))}
    return issue in told or not _MOVES_TOO.get(issue, frozenset()).isdisjoint(told)


def is_union(index: TextIndex, i: int) -> bool:
    """Whether an organization of states, or a treaty, stands there."""
    is_body = any(is_international(a) for a in index.actors_at(i))
    return is_body or MOVED.get(index.tree.lemma(i)) in {"accession", "implementation"}


def is_certain(index: TextIndex, noun: int) -> bool:
    """Whether one is meant, not any ("the conflict", "Yemen", "cross-Strait issues"; not "disputes")."""
    tree = index.tree
    is_told = index.tokens[noun].pos == "PROPN" or bool(tree.deps(noun, "det", "poss", "compound", "nmod"))
    return is_told or any(index.tokens[c].text[0].isupper() for c in tree.children[noun])


def is_of_many_or_money(index: TextIndex, i: int) -> bool:
    """Whether what is to be settled is no certain dispute, or a crisis of money ("trade disputes between the two", "the debt crisis")."""
    objects = [j for j in (*led_to(index, i), *index.tree.led(i)) if is_moved(index, j, "settlement")]
    is_of_any = bool(objects) and all(_is_any(index, o) for o in objects)
    return is_of_any or any(index.tree.lower(j) in _CRISES_OF_MONEY for o in objects for j in before_the_noun(index, o))


def _is_any(index: TextIndex, noun: int) -> bool:
    """Whether things of a kind are meant and none of them: a plural without "the" or an owner."""
    return index.tokens[noun].tag == "NNS" and not index.tree.deps(noun, "det", "poss", "nummod")


def before_the_noun(index: TextIndex, i: int) -> Iterator[int]:
    """The words that stand before a noun and belong to it."""
    tree = index.tree
    for c in tree.deps(i, *_BESIDE):
        if c < i:
            yield from range(tree.first(c), tree.last(c) + 1)


def said_of(index: TextIndex, i: int) -> Iterator[int]:
    """The words before a noun, and the heads of what it is of, to or from."""
    tree = index.tree
    yield from before_the_noun(index, i)
    for p in tree.deps(i, "prep"):
        if tree.lower(p) in _LEADING_TO_AN_OBJECT:
            for o in tree.deps(p, "pobj"):
                for one in tree.coordinated(o):
                    yield one
                    yield from tree.deps(one, "amod")


def led_to(index: TextIndex, i: int) -> Iterator[int]:
    """What stands behind "from" or "to" on a noun or verb, the object of a verb, and the subject of its passive."""
    tree = index.tree
    yield from tree.deps(i, "dobj", "nsubjpass")
    for p in tree.deps(i, "prep"):
        if tree.lower(p) in _BEHIND_LEAVING:
            yield from (o for q in (p, *tree.deps(p, "prep")) for o in tree.deps(q, "pobj"))


def last_of_name(index: TextIndex, head: int) -> int:
    """The last word of what it is of, without a clause that hangs on it."""
    tree, last = index.tree, head
    for c in tree.deps(head, "prep", "dobj"):
        if c < last or (index.tokens[c].dep == "prep" and not _joins(index, c)):
            continue
        last = max(last, _end_before_a_clause(index, c))
    return last


def _end_before_a_clause(index: TextIndex, c: int) -> int:
    """The last word of what hangs on a word, before a clause or a bracket that hangs in it."""
    tree, end = index.tree, index.tree.last(c)
    clauses = [tree.first(v) for j in range(c, end + 1) for v in tree.deps(j, "relcl", "acl", "advcl", "appos")]
    opened = [j for j in range(c, end + 1) if index.tokens[j].text in "(["]
    end = min([end, *(start - 1 for start in (*clauses, *opened) if start > c)])
    return index.without_links(c, end)


def _name(index: TextIndex, head: int) -> tuple[int, int]:
    """The words of a name: what stands before its noun without article and owner's pronoun, and what it is of, to or from."""
    before = [c for c in index.tree.deps(head, *_BESIDE) if c < head]
    first = min((index.tree.first(c) for c in before), default=head)
    commas = (i + 1 for i in range(first, head) if index.tokens[i].text == "," and index.tokens[i - 1].pos in NOMINAL)
    first = _bare_first(index, max([first, *commas]), head)
    return first, min(last_of_name(index, head), head + _FARTHEST)


def _bare_first(index: TextIndex, first: int, head: int) -> int:
    """The first word behind articles and pronouns, and behind a word for how it goes ("the fragile truce"), which may change from day to day."""
    while first < head and (
        index.tokens[first].pos in POINTING or index.tokens[first].pos == "PUNCT" or _is_state(index, first)
    ):
        first += 1
    return first


def _is_state(index: TextIndex, i: int) -> bool:
    return index.tree.lower(i) in _STATES and index.tokens[i].dep == "amod"


def _joins(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads to a part of the name: no time, and behind "in" only a place."""
    objects = index.tree.deps(preposition, "pobj")
    if any(o in index.timex_at for o in objects):
        return False
    word = index.tree.lower(preposition)
    return word in _JOINING and (word != "in" or any(index.tokens[o].pos == "PROPN" for o in objects))
