"""The attribution rules on sentences of every style that they know, and on sentences without an attribution."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.annotate.attributions import find_attributions
from memcon.annotate.nlp import parse_many
from memcon.domain.annotation import AttributionRelation
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar
from tests.conftest import make_document

pytestmark = pytest.mark.model


def relations(nlp: Any, text: str) -> list[tuple[str, str, str]]:
    ((document, parse),) = parse_many(nlp, [make_document(text)])
    return [_words(text, r) for r in find_attributions(Tree(parse.tokens, grammar()), parse.sentences, document, None)]


def _words(text: str, relation: AttributionRelation) -> tuple[str, str, str]:
    return (
        " … ".join(span.of(text) for span in relation.source),
        " … ".join(span.of(text) for span in relation.cue),
        " … ".join(span.of(text) for span in relation.content),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the talks would resume in May.", ("The minister", "said", "that the talks would resume in May")),
        ("“We will return to Geneva,” the envoy said.", ("the envoy", "said", "“We will return to Geneva,”")),
        ('The envoy said, "We will return to Geneva."', ("The envoy", "said", '"We will return to Geneva."')),
        ("The talks will resume in May, the minister said.", ("the minister", "said", "The talks will resume in May")),
        (
            "“We agree,” the envoy said, “but we need time.”",
            ("the envoy", "said", "“We agree,” … “but we need time.”"),
        ),
        (
            "According to the Finance Ministry, the fund will open in June.",
            ("the Finance Ministry", "According to", "the fund will open in June"),
        ),
        (
            "The fund will open in June, according to two officials.",
            ("two officials", "according to", "The fund will open in June"),
        ),
        ("The president called for restraint.", ("The president", "called for", "restraint")),
        ("The ministry condemned the missile launch.", ("The ministry", "condemned", "the missile launch")),
        ("Norway hopes to host the second round.", ("Norway", "hopes", "to host the second round")),
        ("MINISTER LINDGREN: The treaty stands.\nMODERATOR: Thank you.", ("MINISTER LINDGREN", ":", "The treaty stands")),
        ("“The treaty stands.” — Foreign Minister Lindgren", ("Foreign Minister Lindgren", "—", "“The treaty stands.”")),
    ],
)  # fmt: skip
def test_finds(nlp: Any, text: str, expected: tuple[str, str, str]) -> None:
    """Source, cue and content have their exact borders."""
    assert expected in relations(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The delegation arrived in Oslo on Tuesday.",
        "Published: 4 May 2024",
        "The summit lasted two hours and ended without a dinner.",
        "Time: noon\nPlace: the old harbour",
    ],
)
def test_finds_nothing(nlp: Any, text: str) -> None:
    """Plain reporting and labels are nobody's statement."""
    assert relations(nlp, text) == []


def test_adding_that_has_the_same_speaker(nlp: Any) -> None:
    """A participle that goes on with the speech takes the speaker of the verb above it."""
    found = relations(nlp, "The envoy said the pact was ready, adding that Oslo would sign it soon.")

    assert ("The envoy", "adding", "that Oslo would sign it soon") in found


def test_a_quotation_of_several_paragraphs_is_one_content(nlp: Any) -> None:
    """A speech whose paragraphs each begin with an opening mark stays together."""
    found = relations(nlp, "“We came a long way.\n“We are not done yet,” the envoy said.")

    assert found == [("the envoy", "said", "“We came a long way. … “We are not done yet,”")]


def test_what_is_quoted_is_not_taken_apart(nlp: Any) -> None:
    """An attribution within a quotation belongs to the outer one."""
    found = relations(nlp, "“My deputy said that the road is open,” the governor told reporters.")

    assert found == [("the governor", "told", "“My deputy said that the road is open,”")]


def test_an_odd_mark_does_not_swallow_the_next_paragraph(nlp: Any) -> None:
    """A mark that nothing closes ends with its paragraph."""
    text = "The envoy said “the road is open.\nThe governor left for Bergen.\nThe mayor stayed at home."

    assert all("governor" not in content for _, _, content in relations(nlp, text))
