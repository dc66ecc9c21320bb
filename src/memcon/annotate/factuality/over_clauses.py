"""Rules for what a verb makes of the clause, infinitive or participle under it, the surest first: the first that answers decides."""

from __future__ import annotations

from memcon.annotate.factuality.operators import Operators
from memcon.domain.annotation import OperatorKind
from memcon.domain.rules import rule
from memcon.lexicon import words

_STILL_OPEN = words("having_or_being")


@rule(
    yes=["The ministers have yet to meet. → negation"],
    no=["The ministers have to meet.", "The ministers have met."],
)
def yet_to(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "They have yet to meet": it has not been done."""
    tree = operators.tree
    is_yet = tree.lemma(i) in _STILL_OPEN and any(tree.lower(c) == "yet" for c in tree.deps(i, "advmod"))
    return "negation" if is_yet else None


@rule(
    yes=["The ministers are to meet in Oslo. → arrangement"],
    no=["The aim is to meet in Oslo.", "The ministers are ready to meet."],
)
def appointed(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "They are to meet" tells what is arranged; "the aim is to meet" tells of an aim."""
    tree = operators.tree
    if is_finite or tree.lemma(i) != "be" or tree.deps(i, "acomp", "attr", "prep"):
        return None
    return None if any(operators.is_operator_noun(c) for c in tree.deps(i, "nsubj")) else "arrangement"


@rule(
    yes=["The ministers have got to meet. → obligation"],
    no=["The ministers got to meet.", "The ministers have got a house."],
)
def got_to(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "They have got to meet"."""
    tree = operators.tree
    return "obligation" if tree.lemma(i) == "get" and tree.is_perfect(i) else None


@rule(
    yes=[
        "The ministers are going to meet in Oslo. → arrangement",
        "The ministers were going to meet in Oslo. → expectation",
    ],
    no=["The ministers are going to Oslo.", "The ministers went to meet her."],
)
def going_to(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "They are going to meet"; what "was going to" be may not have been."""
    tree = operators.tree
    is_going = tree.lemma(i) == "go" and tree.tokens[i].tag == "VBG"
    if not is_going or not tree.auxiliaries(i) or not tree.deps(i, "xcomp"):
        return None
    return "expectation" if tree.tense(i) == "past" else "arrangement"


@rule(
    yes=[
        "The ministers expect to meet in Oslo. → expectation",
        "The ministers have to meet in Oslo. → obligation",
        "The ministers refused to meet in Oslo. → refusal",
        "The ministers hope that the talks will resume. → proposal",
    ],
    no=["The ministers had to meet in Oslo.", "The ministers managed to meet in Oslo."],
)
def the_verb_itself(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "They expect to meet", "they hope that it is so". Who "had to cancel" a visit has."""
    return None if operators.had_to(i) else operators.of_verb(i)


@rule(
    yes=["The king is said to be ill. → hearsay"],
    no=["The king says that he is ill.", "The king is asked to come."],
)
def only_in_the_passive(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "He is said to be ill": a verb that is an operator in the passive alone."""
    return None if is_finite else operators.of_passive(i)


@rule(
    yes=["It is likely that the ministers will meet in Oslo. → expectation"],
    no=["It is true that the ministers met in Oslo."],
)
def told_of_the_subject(operators: Operators, i: int, is_finite: bool) -> OperatorKind | None:
    """ "It is likely that they meet": the adjective that stands between a verb of being and the clause."""
    said = operators.tree.deps(i, "acomp")
    return next((kind for c in said if (kind := operators.adjective(c)) is not None), None)


OVER_CLAUSES = (
    yet_to,
    appointed,
    got_to,
    going_to,
    the_verb_itself,
    only_in_the_passive,
    told_of_the_subject,
)
