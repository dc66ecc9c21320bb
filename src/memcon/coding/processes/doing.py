"""Where a text names a long-running issue between parties by what they do: "leaving the union", "will hand over control"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.places import Places
from memcon.coding.processes.mention import (
    AS_A_VERB,
    MOVED,
    OF_BODIES,
    ProcessMention,
    is_certain,
    is_moved,
    is_of_many_or_money,
    is_union,
    led_to,
    mention_of_noun,
    mention_of_verb,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import Rule, rule
from memcon.knowledge.entries import Organization
from memcon.lexicon import words

_NAMED_BY_A_GERUND = words("issue_named_by_a_gerund")
_KEEPING = words("keeping_to_a_paper")
_ELECTIONS = words("election_noun")
_BACKED = words("watched_over_from_abroad")
_OF_A_VOTE = words("of_a_vote")
_NEGOTIATED = words("paper_of_a_process")
_OF_PEACE = words("of_a_paper_that_takes_long")
_TIES = words("tie_between_states")


@rule(
    at=AS_A_VERB,
    tag=("VBG",),
    yes=[
        "Norway is leaving the European Union.",
        "Norway insists on withdrawing its troops from Chad.",
        "Restoring full diplomatic ties with Peru depends on a vote.",
    ],
    no=[
        "The minister is leaving Oslo on Monday.",
        "He was withdrawing money from his account.",
        "Norway is joining alliances.",
        "Norway insists on resolving the debt crisis of Chad.",
    ],
)
def leaving(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "leaving the European Union", "withdrawing troops from Chad", "ending the war": what a gerund names."""
    issue = AS_A_VERB.get(index.tree.lemma(i))
    if issue is None or index.tokens[i].tag != "VBG":
        return None
    is_ties = issue == "normalization" and bool(index.tree.deps(i, "dobj"))
    if issue == "return" and any(index.tree.lemma(o) in _TIES for o in index.tree.deps(i, "dobj")):
        return mention_of_verb(index, i, "normalization", is_weak=True)
    if not is_ties and not _has_its_object(index, i, issue):
        return None
    if issue == "settlement" and is_of_many_or_money(index, i):
        return None
    return mention_of_verb(index, i, _named(issue), is_weak=issue not in _NAMED_BY_A_GERUND)


@rule(
    at=AS_A_VERB,
    pos=("VERB",),
    yes=[
        "Norway will leave the European Union by October 2024.",
        "Chad will return to compliance with the accord only after a vote.",
        "The remaining Norwegian troops will be withdrawn by June 2025.",
        "Peru wants to ratify the treaty by June 2025.",
        "The Senate has still not ratified the treaty.",
    ],
    no=["The minister will leave Oslo by Monday.", "Chad will return to Oslo by Monday."],
)
def done(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "will leave the union", "the troops will be withdrawn": a deed that may take long, an issue where more is told of it."""
    issue, token = AS_A_VERB.get(index.tree.lemma(i)), index.tokens[i]
    if issue is None or token.pos != "VERB" or token.tag == "VBG" or not _has_its_object(index, i, issue):
        return None
    return None if _is_over(index, i) else mention_of_verb(index, i, _named(issue), is_weak=True)


def _named(issue: str) -> str:
    """The issue as a noun names it: who returns to a paper carries it out."""
    return "implementation" if issue == "return" else issue


def _has_its_object(index: TextIndex, verb: int, issue: str) -> bool:
    """Whether what a verb leads to is of the kind that such a process moves, settles, leaves or joins."""
    objects = [o for o in led_to(index, verb) if issue not in OF_BODIES or not _is_any_union(index, o)]
    if issue == "return":
        return any(MOVED.get(index.tree.lemma(o)) == "implementation" or _is_kept_to(index, o) for o in objects)
    if any(is_moved(index, o, issue) and (issue != "settlement" or is_certain(index, o)) for o in objects):
        return True
    return issue in OF_BODIES and any(is_union(index, o) for o in objects)


def _is_any_union(index: TextIndex, noun: int) -> bool:
    """Whether any bodies of a kind are meant: "alliances"."""
    is_many = index.tokens[noun].tag == "NNS" and not index.tree.deps(noun, "det", "poss", "nummod")
    return is_many and MOVED.get(index.tree.lemma(noun)) == "accession"


def _is_kept_to(index: TextIndex, noun: int) -> bool:
    return index.tree.lemma(noun) in _KEEPING


def _is_over(index: TextIndex, verb: int) -> bool:
    """Whether the deed is done: "left the union", "has ratified the treaty", not "has still not ratified it"."""
    if index.tree.deps(verb, "neg") and index.tree.is_perfect(verb):
        return False
    is_ahead = index.tree.is_infinitive(verb) or index.tree.tense(verb) != "past"
    return not is_ahead or index.tree.is_perfect(verb)


@rule(
    at=("negotiate",),
    tag=("VBG",),
    yes=["Chad and Peru are negotiating a peace treaty.", "The sides have been negotiating a border agreement."],
    no=["The club is negotiating a contract.", "Chad and Peru negotiated a peace treaty in 1990."],
)
def negotiating(index: TextIndex, _places: Places, i: int) -> ProcessMention | None:
    """ "are negotiating a peace treaty"."""
    tree = index.tree
    if tree.lemma(i) != "negotiate" or index.tokens[i].tag != "VBG":
        return None
    papers = (o for o in tree.deps(i, "dobj") if tree.lemma(o) in _NEGOTIATED)
    paper = next((o for o in papers if any(tree.lower(c) in _OF_PEACE for c in _before(index, o))), None)
    return mention_of_verb(index, i, "settlement", is_weak=False) if paper is not None else None


def _before(index: TextIndex, noun: int) -> Iterator[int]:
    return iter(range(index.tree.first(noun), noun))


@rule(
    at=(*_ELECTIONS, "process"),
    pos=("NOUN",),
    yes=[
        "UN-backed elections in Chad have stalled.",
        "The UN envoy said that elections in Chad could be held by June 2025.",
        "The electoral process in Chad has stalled, the United Nations said.",
    ],
    no=["The elections in Chad were held.", "The elections to the board have stalled."],
)
def elections(index: TextIndex, places: Places, i: int) -> ProcessMention | None:
    """ "UN-supervised elections", "the electoral process": a vote that others prepare, watch over or wait for."""
    tree = index.tree
    is_vote = tree.lemma(i) in _ELECTIONS or (tree.lemma(i) == "process" and tree.lower(i - 1) in _OF_A_VOTE)
    if (
        not is_vote
        or index.tokens[i].pos != "NOUN"
        or index.tokens[i].dep == "compound"
        or not _is_watched(index, places, i)
    ):
        return None
    return mention_of_noun(index, i, "election", is_weak=True)


def _is_watched(index: TextIndex, places: Places, noun: int) -> bool:
    """Whether an organization of states, or a word for help from abroad, stands in the sentence."""
    sentence = index.sentence(noun)
    return any(
        index.tree.lower(j) in _BACKED
        or any(isinstance(e.record, Organization) and e.record.sector == "IGO" for e in places.readings(j))
        for j in range(sentence.first, sentence.last)
    )


WAYS_OF_DOING: tuple[Rule[[TextIndex, Places, int], ProcessMention | None], ...] = (
    leaving, negotiating, elections, done,
)  # fmt: skip
"""Asked in turn where no noun names a process; the first that answers does."""
