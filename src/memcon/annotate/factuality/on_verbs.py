"""Rules for what stands on a verb itself: negation, modals, adverbs, conjunctions, its subject's determiner. Each is asked of each word that hangs on the
verb, and the first that answers tells the kind of operator and the word that it is read from."""

from __future__ import annotations

from memcon.annotate.factuality.operators import Operators
from memcon.domain.annotation import OperatorKind
from memcon.domain.labels import AUXILIARIES, NOMINAL_SUBJECTS
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

Found = tuple[OperatorKind, int]

_WOULD = words("unreal_auxiliary")
_UNTIL = words("leading_what_is_awaited")
_LASTING = words("lasting_on")
_OCCURRING = words("taking_place_verbs")
_OF_THINGS = words("relative_of_a_thing")


@rule(
    dep=AUXILIARIES,
    yes=[
        "The ministers will meet in Oslo. → arrangement",
        "The ministers may meet in Oslo. → possibility",
        "The ministers would have met in Oslo. → failure",
    ],
    no=[
        "The ministers did meet in Oslo.",
        "The office said that the ministers would meet in Oslo.",
        "I would like to thank the ministers.",
        "The ministers saw a ship that can carry tanks.",
    ],
)
def modal(operators: Operators, verb: int, c: int) -> Found | None:
    """ "will meet", "may meet"; "would have met": they did not; "would" in what somebody said is the past of "will"; what a thing can do is how it is."""
    tree, word = operators.tree, operators.tree.lower(c)
    kind = operators.auxiliary(word) if c in tree.auxiliaries(verb) else None
    if kind is None or (kind == "ability" and _is_of_a_thing(tree, verb)):
        return None
    if word in _WOULD and (operators.is_polite(verb) or _is_will_told(operators, verb, word)):
        return None
    return ("failure" if word in _WOULD and tree.is_perfect(verb) else kind), c


def _is_will_told(operators: Operators, verb: int, word: str) -> bool:
    """Whether it is "would" in what somebody said, for "will"."""
    token = operators.tree.tokens[verb]
    return word == "would" and token.dep == "ccomp" and operators.is_backshifted(verb, token.head)


@rule(
    dep=("neg", "advmod", "preconj", "cc"),
    yes=[
        "The ministers did not meet in Oslo. → negation",
        "The ministers reportedly met in Oslo. → hearsay",
        "The ministers often meet in Oslo. → repetition",
        "The ministers will not meet until the truce holds. → negation",
    ],
    no=[
        "The ministers finally met in Oslo.",
        "The ministers did not meet until May.",
        "The pact will not take effect until the ministers meet.",
    ],
)
def adverb(operators: Operators, verb: int, c: int) -> Found | None:
    """ "did not meet", "reportedly met"; what is not "until May" is then."""
    kind = operators.adverb(operators.tree.lower(c))
    return (kind, c) if kind is not None and not (kind == "negation" and _is_put_to_a_time(operators, verb)) else None


def _is_put_to_a_time(operators: Operators, verb: int) -> bool:
    """Whether "until" leads the time from which it is so; a clause that it leads may be a condition, but for what comes about of itself."""
    tree = operators.tree
    if tree.lemma(verb) in _LASTING:
        return False  # "did not continue until May"
    if any(tree.lower(p) in _UNTIL and p > verb and tree.deps(p, "pobj") for p in tree.deps(verb, "prep")):
        return True
    is_clause = any(tree.has_word(a, _UNTIL, "mark") for a in tree.deps(verb, "advcl") if a > verb)
    return is_clause and (tree.is_passive(verb) or tree.lemma(verb) in _OCCURRING)


@rule(
    dep=("mark", "advmod"),
    yes=[
        "If the ministers meet in Oslo, talks will begin. → condition",
        "Nobody knows whether the ministers met. → question",
    ],
    no=["When the ministers met in Oslo, talks began.", "He praised, if not welcomed, the talks."],
)
def mark(operators: Operators, verb: int, c: int) -> Found | None:
    """ "if they meet", "whether they met"; "delayed, if not stopped, the talks" makes no condition."""
    kind = operators.mark(operators.tree.lower(c)) if c in operators.tree.openers(verb) else None
    return (kind, c) if kind is not None and not operators.is_aside(verb, c) else None


@rule(
    at=("longer",),
    dep=("advmod",),
    yes=["The ministers no longer meet in Oslo. → negation"],
    no=["The ministers met for longer."],
)
def no_longer(operators: Operators, verb: int, c: int) -> Found | None:
    """ "They no longer meet"."""
    tree = operators.tree
    is_over = tree.tokens[c].dep == "advmod" and tree.lower(c) == "longer"
    return ("negation", c) if is_over and any(tree.lower(d) == "no" for d in tree.children[c]) else None


@rule(dep=NOMINAL_SUBJECTS, yes=["Nobody met in Oslo. → negation"], no=["Somebody met her in Oslo."])
def pronoun(operators: Operators, verb: int, c: int) -> Found | None:
    """ "Nobody met"."""
    is_subject = operators.tree.tokens[c].dep in NOMINAL_SUBJECTS
    kind = operators.pronoun(operators.tree.lower(c)) if is_subject else None
    return (kind, c) if kind is not None else None


@rule(dep=NOMINAL_SUBJECTS, yes=["No ministers met in Oslo. → negation"], no=["The ministers met no aides in Oslo."])
def determiner(operators: Operators, verb: int, c: int) -> Found | None:
    """ "No ministers met"."""
    tree = operators.tree
    determiners = tree.deps(c, "det") if tree.tokens[c].dep in NOMINAL_SUBJECTS else []
    return next(((kind, d) for d in determiners if (kind := operators.determiner(tree.lower(d))) is not None), None)


def _is_of_a_thing(tree: Tree, verb: int) -> bool:
    """Whether a relative clause tells how a thing is: "a ship that can carry tanks", "which can carry tanks", not "who can come"."""
    subjects = tree.deps(verb, "nsubj", "nsubjpass") if tree.tokens[verb].dep == "relcl" else []
    return any(tree.lower(s) in _OF_THINGS for s in subjects)


ON_VERBS = (modal, adverb, mark, no_longer, pronoun, determiner)
