"""Who says what a clause tells, and who is only spoken to or of."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.annotate.attributions import make_page
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.subjects import spoken_of, who_says
from memcon.annotate.nlp import parse_many
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar
from tests.conftest import make_document

pytestmark = pytest.mark.model


def page_of(nlp: Any, text: str) -> Page:
    ((document, parse),) = parse_many(nlp, [make_document(text)])
    return make_page(Tree(parse.tokens, grammar()), parse.sentences, document)


def test_whose_accusation_it_is_not(nlp: Any) -> None:
    """The subject of a passive of judging, asking and calling, and of a verb that meets with others' words, says nothing; other subjects may."""
    sentences = {
        "The envoy was accused of leaking the draft.": ["envoy"],
        "Norway has often been criticised for its quotas.": ["Norway"],
        "The king was asked whether the road was open.": ["king"],
        "The minister faced sharp criticism for the delay.": ["minister"],
        "The premier came under fire over the treaty.": ["premier"],
        "The envoy accused Peru of leaking the draft.": [],
        "The envoy was quoted as saying that the road is open.": [],
        "The minister was convinced that the road was open.": [],
        "The minister voiced sharp criticism of the delay.": [],
    }

    found = {}
    for text in sentences:
        page = page_of(nlp, text)
        found[text] = [page.tokens[i].text for i in spoken_of(page, Span(0, len(text)))]

    assert found == sentences


def test_whose_opportunity_it_is(nlp: Any) -> None:
    """What somebody took the opportunity to say is that one's word; the first minister to say it says it."""
    sentences = {
        "The minister took the opportunity to say that the road is open.": "minister",
        "The first minister to say that the road is open left.": "minister",
    }

    found = {}
    for text in sentences:
        page = page_of(nlp, text)
        verb = next(t.i for t in page.tokens if t.lemma == "say")
        doer = who_says(page.tree, verb)
        found[text] = page.tokens[doer].text if doer is not None else ""

    assert found == sentences
