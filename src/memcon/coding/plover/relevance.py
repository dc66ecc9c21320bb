"""Whether an act is one that PLOVER codes: somebody who matters to politics does it or has it done to him.

By rules `is_political` decides; `features` are what the learned chance is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.codebook.acts import Acts
from memcon.coding.officials import POLITICAL_SECTORS
from memcon.coding.plover.act import HELPING, Act
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import PLACES_AND_PEOPLES
from memcon.lexicon import words

_OFFICIAL = words("official_of_a_state")
_PEOPLE = words("people_of_politics")
_STATE_SECTORS = POLITICAL_SECTORS | {"COP"}

POLITICAL = frozenset({"official", "foreign", "force", "people"})
"""The weights of those who matter to politics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An act with the tokens of its parties."""

    index: TextIndex
    acts: Acts
    act: Act
    actors: Sequence[int]
    recipients: Sequence[int]


def weight_of(case: Case, i: int) -> str:
    """What somebody is to politics: `official` (a state, its bodies and who holds an office), `foreign` (a nationality or country's name), `force`
    (armed people), `people` (parties, crowds, journalists), `body` (another organization), `person`, or `other`."""
    index = case.index
    lemma, entity, classes = index.tree.lemma(i), index.tokens[i].entity, case.acts.classes
    below = {lemma, *(index.tree.lemma(c) for c in index.tree.children[i])}
    if _is_known_official(index, i) or below & _OFFICIAL:
        return "official"
    if below & (classes["soldiery"] | classes["constabulary"] | classes["troops"]):
        return "force"
    if any(index.tokens[c].entity[2:] in PLACES_AND_PEOPLES for c in (i, *index.tree.children[i])):
        return "foreign"
    if lemma in _PEOPLE:
        return "people"
    return "body" if entity.endswith("ORG") else "person" if entity.endswith("PERSON") else "other"


def _is_known_official(index: TextIndex, i: int) -> bool:
    """Whether somebody is known to be a state, one of its bodies, or to hold an office."""
    mention = index.mention_at.get(i)
    actors = index.actors_of(mention) if mention is not None else ()
    return any(a.kind == "state" or a.sector in _STATE_SECTORS or a.offices for a in actors)


def _has(case: Case, side: str, kinds: frozenset[str]) -> bool:
    heads = case.actors if side == "actor" else case.recipients
    return any(weight_of(case, i) in kinds for i in heads)


def is_political(case: Case) -> bool:
    """Rules alone: the actor is one of politics, or whom it is done to is a state, its officials or forces. Justice and violence among private
    people is none."""
    if case.act.type == "CONSULT":
        sides = [i for i in (*case.actors, *case.recipients) if weight_of(case, i) in POLITICAL]
        return len(sides) > 1
    if case.act.type == "PROTEST" or case.index.tree.lemma(case.act.core) == "seek":
        return True
    if not case.actors:
        return _has(case, "recipient", POLITICAL)
    if _has(case, "actor", POLITICAL):
        return True
    if _has(case, "actor", frozenset({"body", "person"})):
        return _has(case, "recipient", POLITICAL)
    return _has(case, "recipient", frozenset({"official", "force"})) and case.act.type not in HELPING | {"REQUEST"}


def features(case: Case) -> Iterator[str]:
    """What is known of an act, as names of features."""
    act, tree = case.act, case.index.tree
    actors = [weight_of(case, i) for i in case.actors] or ["nobody"]
    recipients = [weight_of(case, i) for i in case.recipients] or ["nobody"]
    yield f"type {act.type}"
    yield f"because {act.because}"
    yield from (f"actor {a}" for a in set(actors))
    yield from (f"recipient {r}" for r in set(recipients))
    yield from (f"type {act.type}, actor {a}" for a in set(actors))
    yield f"actor {actors[0]}, recipient {recipients[0]}"
    yield f"core {tree.lemma(act.core)}"
    yield f"word {case.index.tokens[act.token].pos}"
    yield f"depth {min(tree.depth(act.token), 4)}"
    factuality = case.index.factuality(act.core)
    yield f"certainty {factuality.certainty}"
    yield f"time {factuality.time}"
    yield "political" if is_political(case) else "private"
