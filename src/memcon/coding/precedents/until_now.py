"""Claims of precedent that count nothing: a rank alone ("the drill, the largest in a decade"), and what nobody had done before."""

from __future__ import annotations

from memcon.coding.precedents.bounds import bounds_of
from memcon.coding.precedents.wordings import Claim, bounds_here, claim_of, is_ranked_over_time, is_told_otherwise
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NOMINAL_SUBJECTS, SAID_OF_SUBJECT
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_NOT_RANKING = words("superlative_of_no_rank")
_PERSONS = words("counted_among_those_who_do")
_NONE = words("denying_all_of_a_kind")
_NEVER = words("at_no_time")
_ENGAGING = words("done_together_again")


@rule(
    tag=("JJS", "JJ"),
    yes=[
        "The drill of Norway and Peru, the largest in a decade, was held at sea.",
        "The Norwegian delegation was the most senior to visit Peru since 2011.",
        "The summit of Norway and Peru was the longest in years.",
    ],
    no=[
        "Norway is the largest.",
        "The firm, the largest in a decade, moved to Norway.",
        "The drill of Norway and Peru, the largest of two, was held at sea.",
    ],
)
def bare_superlative(index: TextIndex, i: int) -> Claim | None:
    """ "the drill, the largest in a decade", "the delegation was the most senior to visit": the rank alone, told of what stands before it."""
    most = [c for c in index.tree.deps(i, "advmod") if index.tokens[c].tag == "RBS"]
    if not (index.tokens[i].tag == "JJS" or most) or index.tree.lower(i) in _NOT_RANKING:
        return None
    if not any(is_ranked_over_time(index, noun) for noun in _ranked_by(index, i)) or is_told_otherwise(index, i):
        return None
    bounds = bounds_here(index, i, i)
    return None if bounds.last is None else claim_of(index, min([i, *most]), i, bounds)


def _ranked_by(index: TextIndex, rank: int) -> list[int]:
    """What a rank without a noun is told of: what it stands behind a comma of, or the subject that it is said of."""
    token = index.tokens[rank]
    if token.dep == "appos":
        return [token.head]
    return index.tree.deps(token.head, "nsubj") if token.dep in SAID_OF_SUBJECT else []


@rule(
    at=_NONE,
    yes=["No Norwegian leader had visited Peru since 1972.", "No Norwegian king has been to Peru in decades."],
    no=["No Norwegian leader visited Peru in May.", "No rain had fallen in Peru since May.", "No Norwegian leader will visit Peru in years."],
)  # fmt: skip
def nobody_until_now(index: TextIndex, i: int) -> Claim | None:
    """ "no leader had visited it since 1972": who would be the first to do it after so long."""
    tree, noun = index.tree, index.tokens[i].head
    verb = index.tokens[noun].head
    is_told = index.tokens[noun].dep in NOMINAL_SUBJECTS and tree.is_perfect(verb)
    is_denying = tree.lower(i) in _NONE and index.tokens[i].dep == "det"
    if not is_denying or not is_told or tree.lemma(noun) not in _PERSONS:
        return None
    bounds = bounds_of(index, i, verb, tree.last(verb))
    return None if bounds.last is None else Claim(first=i, counted=verb, last=bounds.last, bounds=bounds)


@rule(
    at=_NEVER,
    yes=["The ministers of Norway and Peru had never met before.", "Never before had Norway recalled its envoy to Peru."],
    no=["The ministers of Norway and Peru never met.", "It rained as never before in Norway."],
)  # fmt: skip
def never_before(index: TextIndex, i: int) -> Claim | None:
    """ "had never met before", "never before had it recalled its envoy": what is done for the first time."""
    tree, verb = index.tree, index.tree.verb_above(i)
    if tree.lower(i) not in _NEVER or verb is None or i > verb or not _is_somebodys_past(index, verb):
        return None
    before = [c for c in tree.deps(verb, "advmod") if tree.lower(c) == "before"]
    ends = (tree.last(c) for c in tree.deps(verb, "dobj", "prt", "prep"))
    return Claim(first=i, counted=verb, last=max(before[-1], verb, *ends)) if before else None


def _is_somebodys_past(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells what somebody had or has done, and not on a condition."""
    is_told = index.tree.is_perfect(verb) and not index.is_supposed(verb)
    return is_told and any(s in index.mention_at for s in index.tree.subjects(verb))


@rule(
    dep=("neg",),
    yes=[
        "The ministers of Norway and Peru had not met since 2011.",
        "The ministers of Norway and Peru have not met for ten years.",
        "The Norwegian king had not visited Peru in a decade.",
    ],
    no=[
        "The ministers of Norway and Peru have not met.",
        "The ministers of Norway and Peru did not meet for ten hours.",
        "Norway had not paid since 2011.",
    ],
)
def not_since(index: TextIndex, i: int) -> Claim | None:
    """ "had not met since 2011", "have not spoken for ten years": how long it had been since the last engagement."""
    tree, verb = index.tree, index.tokens[i].head
    if index.tokens[i].dep != "neg" or tree.lemma(verb) not in _ENGAGING or not _is_somebodys_past(index, verb):
        return None
    bounds = bounds_of(index, i, verb, tree.last(verb))
    return None if bounds.last is None else Claim(first=i, counted=verb, last=bounds.last, bounds=bounds)


UNTIL_NOW: tuple[Rule[[TextIndex, int], Claim | None], ...] = (
    bare_superlative,
    nobody_until_now,
    never_before,
    not_since,
)
"""Asked in turn where no wording counts anything; the first that answers makes the claim."""
