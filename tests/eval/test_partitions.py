"""MUC, B-cubed and CEAF-e on partitions whose scores are known."""

from __future__ import annotations

import pytest

from eval import precision, recall
from eval.partitions import conll, coreference_figures, count_coreference

KEY = "aaaaabbccccc"
"""The example of Bagga and Baldwin (1998), also Luo's (2005): twelve mentions of three things."""


@pytest.mark.parametrize(
    ("found", "muc", "b_cubed", "ceaf_e"),
    [
        # the small thing joined with a large one
        ("aaaaabbbbbbb", (0.9, 1.0), (0.7619, 1.0), (0.9167, 0.6111)),
        # the two large ones joined: as bad by links, worse by mentions and things
        ("aaaaabbaaaaa", (0.9, 1.0), (0.5833, 1.0), (0.8333, 0.5556)),
        # everything joined
        ("aaaaaaaaaaaa", (0.8182, 1.0), (0.375, 1.0), (0.5882, 0.1961)),
        # nothing joined
        ("abcdefghijkl", (0.0, 0.0), (1.0, 0.25), (0.1111, 0.4444)),
        # right, under other names
        ("zzzzzxxyyyyy", (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
    ],
)
def test_scores_of_the_textbook(
    found: str, muc: tuple[float, float], b_cubed: tuple[float, float], ceaf_e: tuple[float, float]
) -> None:
    """Precision and recall as in the papers."""
    counts = count_coreference("x", KEY, found)

    for name, expected in {"muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf_e}.items():
        assert expected == pytest.approx((precision(f"x.{name}.p")(counts), recall(f"x.{name}.r")(counts)), abs=5e-5), (
            name
        )


def test_f1_of_luo() -> None:
    """The entity-based CEAF of the two responses is .733 and .667 in the paper."""
    figure = coreference_figures("x")["x.ceaf_e.f1"]

    assert 0.733 == pytest.approx(figure(count_coreference("x", KEY, "aaaaabbbbbbb")), abs=5e-4)
    assert 0.667 == pytest.approx(figure(count_coreference("x", KEY, "aaaaabbaaaaa")), abs=5e-4)


def test_conll_is_the_mean_of_three() -> None:
    """Of .947, .865 and .733."""
    assert (0.9474 + 0.8649 + 0.7333) / 3 == pytest.approx(conll(KEY, "aaaaabbbbbbb"), abs=1e-4)
    assert 1.0 == conll(KEY, KEY)


def test_best_choice_is_not_the_greedy_one() -> None:
    """Things are given to each other so that the sum is highest, though the likest two be parted by it."""
    counts = count_coreference("x", "aaaaabbb", "xxxxyxxx")

    # a-x 8/12, a-y 2/6, b-x 6/10: a with y and b with x give .933, a with x alone .667
    assert 0.9333 == pytest.approx(counts["x.ceaf_e.r.hits"], abs=5e-5)


def test_singles_have_no_links() -> None:
    """Where nothing is to be joined, MUC has nothing to count, and is 0 as everywhere."""
    figures = coreference_figures("x")
    counts = count_coreference("x", "abc", "abc")

    assert 0.0 == figures["x.muc.f1"](counts)
    assert 1.0 == figures["x.b_cubed.f1"](counts) == figures["x.ceaf_e.f1"](counts)
