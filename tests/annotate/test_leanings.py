"""What the heads say becomes leanings of the annotation; without the encoder there are none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from memcon.annotate import Annotator
from memcon.annotate.annotator import Learned
from memcon.annotate.attributions import load_tagger
from memcon.annotate.encoder import Encoded, load_encoder
from memcon.annotate.leanings import leanings_of
from memcon.domain.spans import Span
from memcon.knowledge.lookup import Knowledge
from tests.conftest import make_document

TEXT = "The foreign ministers of Norway and Peru met in Lima on Monday. Norway condemned the blockade of the port."


def test_scores_become_chances_by_class() -> None:
    """The chances of a piece add up to 1, each under its class."""
    scores = {"stances": np.array([[0.0, 0.0], [0.0, np.log(3.0)]], np.float32)}
    encoded = Encoded(np.array([0, 4]), np.array([3, 9]), np.array([0, 0]), scores)

    leanings = leanings_of(encoded, {"stances": ("O", "oppose")}, ["stances"])

    assert [0.5, 0.75] == pytest.approx(leanings.over(Span(0, 9), "stances", ["oppose"]))
    assert [0.5, 0.75] == pytest.approx(leanings.over(Span(0, 9), "stances"))


@pytest.mark.model
def test_the_shipped_heads_lean_to_what_words_tell(nlp: Any, knowledge: Knowledge) -> None:
    """ "condemned the blockade" takes a stance against, "met" none."""
    annotator = Annotator(nlp, knowledge, Learned(encoder=load_encoder(), attributions=load_tagger()))
    leanings = annotator.annotate(make_document(TEXT)).leanings

    assert leanings is not None
    met, blockade = Span(TEXT.index("met"), TEXT.index("met") + 3), Span(TEXT.index("condemned"), len(TEXT))
    assert 0.3 > max(leanings.over(met, "stances"))
    assert max(leanings.over(blockade, "stances", {"oppose"})) > 0.3


@pytest.mark.model
def test_rules_alone_lean_to_nothing(nlp: Any, knowledge: Knowledge) -> None:
    """Nothing was learned, so nothing is said."""
    assert Annotator(nlp, knowledge).annotate(make_document(TEXT)).leanings is None
