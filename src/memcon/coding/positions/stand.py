"""A stance as the words show it, before anybody is found who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.coding.doers import doers
from memcon.coding.positions.targets import completed, shared, without_asides
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import LINKS_AND_SPACE, NOMINAL, RELATIVE_HEADS
from memcon.domain.records import Stance
from memcon.lexicon import words

_LEADING = words("leading_to_a_target") | {"that"}
_WHETHER = words("whether")
_NO = words("negation_determiners")
_CLEAR = words("made_clear")
_WITH_OTHERS = words("doing_it_with_others")
_SAYING = words("saying")
_GROUNDS = words("grounds_that_are_given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A stance shown at token `anchor`, in the clause of `verb`, towards the tokens `first` to `last`. `holders` are the tokens of whoever holds
    it; `is_spoken` where it is the one who speaks. `meant` are the first and last token of what the target means, where that is a pronoun."""

    anchor: int
    verb: int
    stance: Stance
    first: int
    last: int
    holders: tuple[int, ...] = ()
    is_spoken: bool = False
    meant: tuple[int, int] | None = None

    @property
    def matter(self) -> tuple[int, int]:
        """First and last token of what it is about: of what a pronoun means, else of the target itself."""
        return self.meant or (self.first, self.last)

    def __str__(self) -> str:
        return self.stance


def first_words(keys: Iterable[str]) -> frozenset[str]:
    """The words that begin keys such as "rule out": the lemmas at which rules with those keys may answer."""
    return frozenset(key.split()[0] for key in keys)


def of_verb(index: TextIndex, verb: int, stance: Stance) -> Stand:
    """The stance of whoever does what `verb` tells, towards nothing yet."""
    holders = tuple(_standing_together(index, verb) or doers(index, _going_on_from(index, verb)))
    return Stand(anchor=verb, verb=verb, stance=stance, first=verb, last=verb, holders=holders)


def of_word(index: TextIndex, i: int, verb: int, stance: Stance) -> Stand:
    """The stance of whoever does what `verb` tells, shown by another word of its clause, towards nothing yet."""
    return Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=tuple(doers(index, verb)))


def spoken(i: int, verb: int, stance: Stance) -> Stand:
    """The stance of the one who speaks, shown by word `i` in the clause of `verb`, towards nothing yet."""
    return Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, is_spoken=True)


def verb_of(index: TextIndex, noun: int) -> int:
    """The verb over a noun that is its object, or that its preposition leads to ("amounts to a [crime]")."""
    over = index.tokens[noun].head
    return over if index.tokens[noun].dep == "dobj" else index.tokens[over].head


def _going_on_from(index: TextIndex, verb: int) -> int:
    """The verb whose doer a participle goes on from: of one that ends a sentence with a clause in it whose subject is nobody, who says that clause ("stressed that
    the raid was unacceptable, [calling] for talks")."""
    tree, over = index.tree, index.tokens[verb].head
    is_behind = index.tokens[verb].tag == "VBG" and index.tokens[verb].dep == "advcl" and over < verb
    saying = index.tokens[over].head
    if not is_behind or index.tokens[over].dep != "ccomp" or saying > over or tree.lemma(saying) not in _SAYING:
        return verb
    subject = tree.child(over, "nsubj", "nsubjpass", "expl")
    return verb if subject is None or index.is_somebody(subject) else saying


def _standing_together(index: TextIndex, verb: int) -> list[int]:
    """Who does what a gerund behind "in" tells: "joined Peru in condemning it" both, "are alone in opposing it" the subject."""
    tree, preposition = index.tree, index.tokens[verb].head
    if index.tokens[verb].dep != "pcomp" or tree.lower(preposition) != "in":
        return []
    over = index.tokens[preposition].head
    if index.tokens[over].pos == "ADJ":
        return doers(index, index.tokens[over].head)
    if tree.lemma(over) not in _WITH_OTHERS or tree.is_passive(over):
        return []
    beside = [*tree.deps(over, "dobj"), *tree.led_by(over, "with", "alongside", "behind")]
    return [*doers(index, over), *(o for o in beside if o in index.mention_at)]


def towards(index: TextIndex, target: int, stand: Stand) -> Stand | None:
    """`stand` with the phrase or clause of token `target` as its target: without what leads it and without the reasons behind it. None towards a time ("called a
    meeting for Friday")."""
    if (noun := antecedent(index, target)) is not None:
        return up_to_its_clause(index, noun, stand)
    if index.tokens[target].pos == "ADP" and not index.tree.children[target]:
        target = common if (common := shared(index, target)) is not None else target
    first, last = index.tree.extent(target)
    found = trimmed(index, replace(stand, first=first, last=_before_another_clause(index, stand, target, last)))
    if found is None or all(i in index.timex_at for i in range(found.first, found.last + 1)):
        return None
    last = completed(index, found.last, stand.verb)
    return replace(found, last=without_asides(index, found.first, last))


def antecedent(index: TextIndex, pronoun: int) -> int | None:
    """The noun that a relative pronoun goes on from: "the [plan], which Peru opposes"."""
    if index.tokens[pronoun].tag not in RELATIVE_HEADS:
        return None
    clause = next((a for a in index.tree.above(pronoun) if index.tokens[a].dep == "relcl"), None)
    return index.tokens[clause].head if clause is not None else None


def up_to_its_clause(index: TextIndex, noun: int, stand: Stand) -> Stand | None:
    """`stand` towards a noun as far as the clause on it in which its word stands: "[the plan for the port] that Peru opposes"."""
    behind = [index.tree.first(c) for c in index.tree.deps(noun, "relcl") if c > noun]
    last = min(behind, default=index.tree.last(noun) + 1) - 1
    first = index.tree.first(noun)
    return trimmed(index, replace(stand, first=first, last=last)) if first <= last else None


def _before_another_clause(index: TextIndex, stand: Stand, deed: int, last: int) -> int:
    """Where the phrase of a deed ends before "and" with a clause of its own tense: "urged Peru to sign | and left", "will not sign | and will leave"."""
    is_theirs = index.tree.is_finite(deed) and deed != stand.verb
    if index.tokens[deed].pos != "VERB" or is_theirs:
        return last
    for c in index.tree.deps(deed, "conj"):
        start = max((j for j in index.tree.deps(deed, "cc") if deed < j < c), default=None)
        if start is not None and index.tree.is_finite(c):
            return start - 1
    return last


def trimmed(index: TextIndex, stand: Stand) -> Stand | None:
    """`stand` with its target without leading prepositions, reasons and signs; None where nothing is left."""
    first, last = stand.first, stand.last
    is_against = stand.stance in {"oppose", "reject"}
    while first <= last and (
        _leads(index, first) or index.tokens[first].pos in LINKS_AND_SPACE or (is_against and _denies(index, first))
    ):
        first += 1
    starts = (*map(index.tree.first, reasons(index, stand.verb, stand.anchor)), *_grounds_in(index, first, last))
    last = min((start - 1 for start in starts if first < start <= last), default=last)
    last = index.end_of_word(_before_a_name_in_quotes(index, first, last))
    while last >= first and index.tokens[last].pos in LINKS_AND_SPACE:
        last -= 1
    last = max(last, index.balanced(first, last))
    return replace(stand, first=first, last=last) if first <= last else None


def _grounds_in(index: TextIndex, first: int, last: int) -> Iterator[int]:
    """The prepositions within a target that lead to grounds: "attend the talks [on] the grounds that …"."""
    return (i for i in range(first + 1, last + 1) if leads_to_grounds(index, i))


def leads_to_grounds(index: TextIndex, i: int) -> bool:
    """Whether token `i` is "on" before "the grounds that"."""
    grounds = index.tree.child(i, "pobj") if index.tree.lower(i) == "on" else None
    if grounds is None or index.tree.lemma(grounds) not in _GROUNDS:
        return False  # "on the ground" and "on the grounds of the palace" tell none
    return grounds + 1 < len(index.tokens) and index.tree.lower(grounds + 1) == "that"


def _before_a_name_in_quotes(index: TextIndex, first: int, last: int) -> int:
    """The token before what is called in quotation marks behind the noun of a target ("called the plan [“dangerous”]"), else the last."""
    opening = next((i for i in range(first + 1, last + 1) if index.tokens[i].tag == "``"), None)
    is_behind = (
        opening is not None and opening > index.head_in(first, last) and index.tokens[opening - 1].pos in NOMINAL
    )
    return opening - 1 if opening is not None and is_behind else last


def _leads(index: TextIndex, i: int) -> bool:
    """Whether token `i` only leads to the target: a preposition, "that", "whether", "to" before a verb."""
    is_leading = index.tokens[i].pos == "ADP" or index.tree.lower(i) in _LEADING
    return is_leading or index.tree.lower(i) in _WHETHER or index.tokens[i].tag == "TO"


def _denies(index: TextIndex, i: int) -> bool:
    """Whether token `i` only denies what is not wanted: of "[not] to use force" and "[no] new raids"."""
    is_not_to = index.tokens[i].dep == "neg" and i + 1 < len(index.tokens) and index.tokens[i + 1].tag == "TO"
    return is_not_to or (
        index.tree.lower(i) in _NO and index.tokens[i].dep == "det" and index.tokens[index.tokens[i].head].dep == "attr"
    )


def reasons(index: TextIndex, *heads: int) -> list[int]:
    """The clauses that hang on `heads` beside what they govern: "arguing that …", "because …", "unless …"."""
    return [
        c
        for h in dict.fromkeys(heads)
        for c in index.tree.deps(h, "advcl")
        if not index.tree.is_infinitive(c) and c > h
    ]


def with_its_verb(stand: Stand | None, verb: int) -> Stand | None:
    """`stand` towards a deed as a whole, from its verb on: without the subject, who is its holder."""
    return replace(stand, first=verb) if stand is not None and stand.first < verb <= stand.last else stand


def is_made_clear(index: TextIndex, verb: int) -> bool:
    """Whether the clause of a verb is what somebody "makes clear"."""
    over = index.tokens[verb].head
    if index.tree.lower(over) in _CLEAR:
        over = index.tokens[over].head
    is_clause = index.tokens[verb].dep == "ccomp" and index.tree.lemma(over) == "make"
    return is_clause and any(index.tree.lower(c) in _CLEAR for c in index.tree.children[over])


def is_negated(index: TextIndex, verb: int) -> bool:
    """Whether "not", "never" or "no" stands in the verb's own clause."""
    return bool(index.tree.deps(verb, "neg")) or any(
        index.tree.deps(c, "neg") for c in index.tree.deps(verb, "aux", "auxpass")
    )
