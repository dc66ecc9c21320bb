"""Stances told by a vote: what somebody votes to do, and what was put to the vote where the text named it before ("Norway and Peru abstained")."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.positions.demands import aim_of, urged
from memcon.coding.positions.stand import Stand, of_verb, towards
from memcon.coding.positions.stirring import noun_alone
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import rule
from memcon.lexicon import words

_VOTING = words("voting")
_ADOPTING = words("deciding_in_session") | words("moving_a_process")
_PUT_TO_THE_VOTE = words("voted_on")
_FAVOUR = words("standing_by_preposition")
_BACK = 2
"""How many sentences back what is voted on may be named."""


@rule(
    at=_VOTING,
    pos=("VERB",),
    yes=[
        "Norway and Peru voted to adopt the resolution on Chad. → support",
        "The countries that voted to approve the draft were Norway and Peru. → support",
        "Norway voted to reject the draft. → oppose",
    ],
    no=["Norway voted on Monday.", "The people of Peru voted to choose a president."],
)
def voting_to_do(index: TextIndex, i: int) -> Stand | None:
    """Somebody who votes to adopt something, or to reject it."""
    tree = index.tree
    deeds = [d for d in tree.infinitives(i, "xcomp", "advcl") if d > i and tree.lemma(i) in _VOTING]
    put = next((o for d in deeds for o in tree.deps(d, "dobj") if tree.lemma(o) in _PUT_TO_THE_VOTE), None)
    if put is None or tree.is_passive(i):
        return None
    deed, stand = deeds[0], replace(of_verb(index, i, "support"), holders=_voting(index, i))
    if tree.lemma(deed) in _ADOPTING:
        return towards(index, put, stand)
    return towards(index, aim_of(index, deed), replace(stand, stance=urged(index, deed)))


def _voting(index: TextIndex, verb: int) -> tuple[int, ...]:
    """Who votes: of "the countries that voted to adopt it were A and B" those who are named."""
    holders, tree = of_verb(index, verb, "support").holders, index.tree
    over = index.tokens[index.tokens[verb].head].head
    named = tree.deps(over, "attr") if index.tokens[verb].dep == "relcl" and tree.lemma(over) == "be" else []
    return tuple(o for o in named if index.is_somebody(o)) or holders


@rule(
    at=("abstain",),
    pos=("VERB",),
    yes=[
        "Twelve members voted for the resolution. Norway and Peru abstained. → undecided",
        "The draft was adopted by 12 votes, with Norway and Peru abstaining. → undecided",
        "Norway voted for the draft, while Peru abstained. → undecided",
        "The minister said that Norway would abstain in any vote on the ban. → undecided",
    ],
    no=["Norway abstained.", "Twelve members voted for the resolution. Peru abstained from wine."],
)
def abstaining(index: TextIndex, i: int) -> Stand | None:
    """Somebody who abstains where a text was put to the vote."""
    stand = of_verb(index, i, "undecided")
    if index.tree.lemma(i) != "abstain" or index.tree.prepositions(i, {"from", "on"}):
        return None
    if (about := next(iter(_in_a_vote_on(index, i)), None)) is not None:
        return towards(index, about, stand)
    return _towards_the_vote(index, i, stand)


@rule(
    at=_VOTING,
    pos=("VERB",),
    yes=[
        "The draft was put to the council. Norway voted against. → oppose",
        "The draft was put to the council. Norway voted in favour. → support",
    ],
    no=["Norway voted against the draft.", "Norway voted in the morning. The draft was long.", "Norway voted against."],
)
def voting_on_what_was_told(index: TextIndex, i: int) -> Stand | None:
    """Somebody who votes "against" or "in favour", where a text was put to the vote."""
    tree = index.tree
    leading = [p for p in tree.deps(i, "prep", "advmod", "prt") if p == i + 1] if tree.lemma(i) in _VOTING else []
    if not leading or tree.is_passive(i):
        return None
    p, led = leading[0], tree.child(leading[0], "pobj", "pcomp")
    if tree.lower(p) == "against" and led is None:
        return _towards_the_vote(index, i, of_verb(index, i, "oppose"))
    is_for = tree.lower(p) == "in" and led is not None and tree.lower(led) in _FAVOUR and not tree.deps(led, "prep")
    return (
        _towards_the_vote(index, i, of_verb(index, i, "support"))
        if is_for and not tree.prepositions(i, {"of"})
        else None
    )


def _in_a_vote_on(index: TextIndex, verb: int) -> list[int]:
    """What leads to the matter of a vote in which somebody does it: "would abstain in any vote [on] the ban"."""
    votes = (o for o in index.tree.led_by(verb, "in") if index.tree.lemma(o) in _VOTING)
    return [p for o in votes for p in index.tree.prepositions(o, {"on"})]


def _towards_the_vote(index: TextIndex, verb: int, stand: Stand) -> Stand | None:
    """The stance towards the text that was named last before the vote."""
    put = _put_to_the_vote(index, verb)
    named = noun_alone(index, put, stand) if put is not None else None
    return replace(stand, meant=(named.first, named.last)) if named is not None else None


def _put_to_the_vote(index: TextIndex, verb: int) -> int | None:
    """The text that was named last before a vote, in its sentence or up to two before."""
    first = index.annotation.sentences[max(0, index.tokens[verb].sentence - _BACK)].first
    return next((i for i in range(verb - 1, first - 1, -1) if index.tree.lemma(i) in _PUT_TO_THE_VOTE), None)


VOTES = (voting_to_do, voting_on_what_was_told, abstaining)
"""The rules, first answer wins."""
