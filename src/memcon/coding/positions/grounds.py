"""Why somebody takes a stance, and on what condition."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.positions.stand import Stand, is_negated, leads_to_grounds, reasons
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FREE_CLAUSES, NOMINAL_SUBJECTS, ON_NOUNS_AND_VERBS
from memcon.lexicon import words

_GIVING_GROUNDS = words("giving_grounds")
_REASONS = words("leading_a_reason")
_CONDITIONS = words("leading_a_condition")
_PROVIDED = words("providing_for_it")
_NO_DEED = words("telling_no_deed")
_AS_LONG = words("as_soon_as")
_TERMS = words("condition_of_a_stand")
_ONLY = words("singling_out")
_UNLESS = words("opening_what_must_come_first")
_ONCE = _CONDITIONS - words("condition_marks")
_NEARBY = 60
"""How far behind the stance its grounds may begin, in tokens."""


def grounds_of(index: TextIndex, stand: Stand) -> str | None:
    """What follows "arguing that", "citing", "because", "since" or "as" behind the stance, in its sentence."""
    for clause in reasons(index, stand.verb, stand.anchor):
        if index.tree.opens_with(clause, _REASONS) and not _is_meanwhile(index, clause):
            return _words(index, clause)
    if (named := _named_grounds(index, stand)) is not None:
        return named
    for i in range(stand.verb + 1, min(_end_of_clause(index, stand.verb), stand.verb + _NEARBY)):
        is_participle = index.tokens[i].tag == "VBG" and (
            index.tokens[i].dep in FREE_CLAUSES or index.tokens[i].dep == "conj"
        )
        if is_participle and index.tree.lemma(i) in _GIVING_GROUNDS:
            for c in index.tree.deps(i, "ccomp", "dobj"):
                return _words(index, c)
    return None


def _named_grounds(index: TextIndex, stand: Stand) -> str | None:
    """What "on the grounds that" leads, behind the stance."""
    for i in range(stand.verb + 1, min(index.sentence(stand.verb).last, stand.verb + _NEARBY)):
        if leads_to_grounds(index, i):
            grounds = next(iter(index.tree.deps(i, "pobj")))
            clause = index.tree.child(grounds, "acl", "ccomp", "relcl")
            return _words(index, clause) if clause is not None else None
    return None


def _end_of_clause(index: TextIndex, verb: int) -> int:
    """Where a verb's clause ends: with its sentence, or where another clause begins that has a subject of its own ("…, but Norway opposed it, arguing …")."""
    others = (c for c in index.tree.deps(verb, "conj") if index.tree.deps(c, *NOMINAL_SUBJECTS))
    return min((index.tree.first(c) for c in others), default=index.sentence(verb).last)


def _is_meanwhile(index: TextIndex, clause: int) -> bool:
    """Whether "as" tells only what else goes on ("as they also discussed trade"), not a reason, which tells how things are or would be."""
    tree = index.tree
    is_reason = tree.lemma(clause) in _NO_DEED or any(index.tokens[a].tag == "MD" for a in tree.deps(clause, "aux"))
    is_as = any(tree.lower(c) == "as" for c in tree.openers(clause))
    if is_as and _is_alike(index, clause):
        return True
    return is_as and not is_reason and not is_negated(index, clause)


def _is_alike(index: TextIndex, clause: int) -> bool:
    """Whether an auxiliary stands before the subject, so that "as" only tells who does the same: "as had several others"."""
    tree = index.tree
    subject = tree.child(clause, *NOMINAL_SUBJECTS, "dobj", "attr")
    return subject is not None and any(
        tree.lower(c - 1) == "as" for c in (clause, *tree.deps(clause, "aux")) if 0 < c < subject
    )


def is_conditional(index: TextIndex, stand: Stand) -> bool:
    """Whether the stance waits for something: "unless", "until", "only if", "as long as"."""
    if stand.stance == "oppose":
        return not stand.is_spoken and any(
            index.tree.opens_with(c, _UNLESS) for c in reasons(index, stand.verb, stand.anchor)
        )
    if stand.stance not in {"support", "reject"}:
        return False
    if stand.stance == "support" and _condition(index, stand) is not None:
        return True
    beside = (c for c in index.tree.deps(stand.verb, "conj") if not index.tree.deps(c, "aux", *NOMINAL_SUBJECTS))
    under = (c for v in (stand.verb, stand.anchor) for c in index.tree.deps(v, "xcomp", "ccomp"))
    heads = tuple(dict.fromkeys((stand.verb, stand.anchor, *under, *beside)))
    before = [] if stand.is_spoken else [c for h in heads for c in index.tree.deps(h, "advcl") if c < h]
    before = [c for c in before if not _is_over(index, c, stand.verb)]
    return any(index.tree.opens_with(c, _CONDITIONS) for c in (*reasons(index, *heads), *before))


def _is_over(index: TextIndex, clause: int, verb: int) -> bool:
    """Whether a clause told what had come about before something was done, which waits for it no longer: "once she was president, she backed it"."""
    return index.tree.tense(clause) == index.tree.tense(verb) == "past" and index.tree.opens_with(clause, _ONCE)


def _condition(index: TextIndex, stand: Stand) -> int | None:
    """Where a condition begins that no conjunction opens: "provided that", "as long as", "on condition that"; on the stance, or on what it is about."""
    inside = range(stand.first, stand.last + 1)
    for i in range(stand.anchor + 1, min(index.sentence(stand.anchor).last, stand.anchor + _NEARBY)):
        head = index.tokens[i].head
        is_told = i > stand.last and head == index.tokens[stand.verb].head and index.tokens[stand.verb].dep == "ccomp"
        is_right_behind = stand.last < i <= stand.last + 2
        if (head in {stand.verb, stand.anchor} or head in inside or is_told or is_right_behind) and _opens_a_condition(
            index, i
        ):
            return index.tree.first(i)
    return None


def _opens_a_condition(index: TextIndex, i: int) -> bool:
    tree = index.tree
    if tree.lower(i) in _PROVIDED:
        has_clause = bool(tree.deps(i, "ccomp")) or index.tokens[i].dep == "prep"  # not "a role providing shelter"
        is_aside = index.tokens[i].dep in ON_NOUNS_AND_VERBS | {"prep"} and not tree.deps(i, "nsubj", "aux")
        return tree.lower(i + 1) == "that" or (has_clause and is_aside)
    if tree.lower(i) in _AS_LONG and tree.lower(tree.first(i) - 1) != "for":  # not "for as long as it takes"
        return any(tree.has_word(c, {"as"}, "mark") for c in tree.deps(i, "advcl"))
    terms = tree.deps(i, "pobj") if tree.lower(i) == "on" else ()
    return any(tree.lemma(o) in _TERMS and tree.deps(o, "acl", "relcl", "ccomp") for o in terms)


def before_condition(index: TextIndex, stand: Stand) -> Stand:
    """`stand` with its target as far as the condition that it waits for: "sign [unless the ban is lifted]"."""
    clauses = (c for i in range(stand.first, stand.last + 1) for c in index.tree.deps(i, "advcl"))
    opening = (index.tree.first(c) for c in clauses if index.tree.opens_with(c, _CONDITIONS))
    told = (*opening, *(c for c in (_condition(index, stand),) if c is not None))  # "talks, provided that …"
    start = min((s for s in told if stand.first < s <= stand.last), default=None)
    if start is None:
        return stand
    last = start - 1
    while last > stand.first and (index.tokens[last].pos == "PUNCT" or index.tree.lower(last) in _ONLY):
        last -= 1
    return replace(stand, last=last)


def _words(index: TextIndex, clause: int) -> str:
    first, last = index.tree.extent(clause)
    while first < last and (index.tree.lower(first) in _REASONS or index.tree.lower(first) == "that"):
        first += 1
    while last > first and index.tokens[last].pos == "PUNCT":
        last -= 1
    return index.span(first, last).of(index.text)
