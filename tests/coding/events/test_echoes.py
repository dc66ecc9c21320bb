"""What a title alone tells beside the text, without a language model."""

from __future__ import annotations

import pytest

from memcon.coding.events.keeping import without_echoes
from memcon.coding.events.pairs import Cluster
from tests.coding.events.test_relevance import mention

TALKS = Cluster(mentions=[mention("talks", "state")])
TITLE = Cluster(mentions=[mention("meeting", "state", in_title=True)])
OPEN_TITLE = Cluster(mentions=[mention("sanction", "state", status=None, in_title=True)])
HELD_TITLE = Cluster(mentions=[mention("sanction", "state", in_title=True)])
BOTH = Cluster(mentions=[mention("meeting", "state", in_title=True), mention("meeting", "state")])

TWO_KINDS = Cluster(mentions=[mention("talks", "state"), mention("sanction", "state")])
OPEN_SECOND = Cluster(mentions=[mention("meeting", status=None, in_title=True), mention("sanction", in_title=True)])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # the text tells of one of its family; joined to the text's own, it stays
        ([TITLE, TALKS], [TALKS]),
        ([BOTH, TALKS], [BOTH, TALKS]),
        # what a text tells is of the family of its first mention
        ([TITLE, TWO_KINDS], [TWO_KINDS]),
        ([OPEN_SECOND, TALKS], [TALKS]),
        # of another family: kept where it says that it happens
        ([HELD_TITLE, TALKS], [HELD_TITLE, TALKS]),
        ([OPEN_TITLE, TALKS], [TALKS]),
        # a text that tells of none leaves it to the title
        ([TITLE, OPEN_TITLE], [TITLE, OPEN_TITLE]),
        ([], []),
    ],
)
def test_a_title_echoes_what_the_text_tells(given: list[Cluster], expected: list[Cluster]) -> None:
    """A headline's own record stays only where the text does not tell of such an event and the headline says whether it happens."""
    assert expected == without_echoes(given)
