"""The annotation of whole documents."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.annotate import Annotator
from memcon.knowledge.lookup import Knowledge
from tests.conftest import make_document

pytestmark = pytest.mark.model


def test_every_layer_is_there(nlp: Any, knowledge: Knowledge) -> None:
    """Tokens, times, actors and attributions of one document."""
    text = "Trade Minister Ana Ruiz said on Tuesday that the talks with Chile would resume."
    annotation = Annotator(nlp, knowledge).annotate(make_document(text, "2024-03-06"))

    assert "".join(t.text for t in annotation.tokens) == text.replace(" ", "")
    assert [t.edtf for t in annotation.times] == ["2024-03-05"]
    assert [a.name for a in annotation.actors] == ["Ana Ruiz", "Chile"]
    assert [c.of(text) for a in annotation.attributions for c in a.cue] == ["said"]


def test_documents_keep_their_order(nlp: Any, knowledge: Knowledge) -> None:
    """Many documents come out as they went in, an empty one too."""
    documents = [make_document(text) for text in ("Peru spoke.", "", "Chile spoke.")]
    found = list(Annotator(nlp, knowledge).annotate_many(documents))

    assert [[a.name for a in annotation.actors] for annotation in found] == [["Peru"], [], ["Chile"]]
