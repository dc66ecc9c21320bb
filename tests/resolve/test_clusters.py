"""Mergers by judgement."""

from __future__ import annotations

from itertools import permutations

import pytest

from memcon.domain.entries import Judgement, JudgementKind, judgement
from memcon.resolve.clusters import canonical_ids


def says(kind: JudgementKind, *ids: str, by: str = "A. Clerk") -> Judgement:
    return judgement(kind, ids, by=by, why="because")


def test_nothing_is_merged_without_judgement() -> None:
    """No judgement, no merger."""
    assert canonical_ids([]) == {}


def test_same_is_transitive_and_takes_the_first_id() -> None:
    """Chains of sameness are one record, under the first id in alphabetical order."""
    found = canonical_ids([says("same", "c", "b"), says("same", "a", "b"), says("same", "x", "y")])

    assert found == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_mergers_does_not_matter(order: tuple[int, ...]) -> None:
    """However sameness was established, the clusters are the same."""
    made = [says("same", "a", "b"), says("same", "c", "d"), says("same", "b", "d")]

    assert canonical_ids([made[n] for n in order]) == dict.fromkeys("abcd", "a")


def test_latest_word_on_a_pair_counts() -> None:
    """A merger can be undone, and done again."""
    merged, split = says("same", "a", "b"), says("different", "b", "a")

    assert canonical_ids([merged, split]) == {}
    assert canonical_ids([split, merged]) == {"a": "a", "b": "a"}


def test_person_goes_before_rule() -> None:
    """A rule never overturns a person, whenever it speaks."""
    person, rule = says("different", "a", "b"), says("same", "a", "b", by="rule:same-name")

    assert canonical_ids([person, rule]) == {}
    assert canonical_ids([rule, person]) == {}


def test_difference_holds_through_chains() -> None:
    """A merger that would bring together a pair judged different is not made; the earlier ones stay."""
    found = canonical_ids([says("different", "a", "c"), says("same", "a", "b"), says("same", "b", "c")])

    assert found == {"a": "a", "b": "a"}


def test_persons_merger_is_made_before_a_rules() -> None:
    """Where only one of two mergers can stand, the person's does, though it came later."""
    rule, person = says("same", "b", "c", by="rule:same-name"), says("same", "a", "b")

    assert canonical_ids([says("different", "a", "c"), rule, person]) == {"a": "a", "b": "a"}
