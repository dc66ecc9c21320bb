"""The shipped tagger on text of our own: what it finds, where its spans lie, what it does with odd input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from memcon.annotate.attributions import Tagger, find_attributions, load_tagger
from memcon.annotate.encoder import load_encoder
from memcon.annotate.nlp import parse_many
from memcon.domain.annotation import AttributionRelation
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.documents import read_blocks
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.errors import UsageError
from memcon.lexicon.grammar import grammar
from tests.conftest import make_document
from tests.seconds import least_seconds, within

pytestmark = pytest.mark.model

TEXT = """\
Norway will host a second round of fisheries talks in June, Foreign Minister Ingrid Lindgren said on Monday.
“We have a long road ahead of us,” Lindgren told reporters in Bergen. “But we know where it leads.”
According to two officials, the Faroese delegation opposes a lower quota.
The envoys arrived by ferry and stayed for two nights."""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def relations(nlp: Any, tagger: Tagger, text: str) -> tuple[AttributionRelation, ...]:
    ((document, parse),) = parse_many(nlp, [make_document(text)])
    encoded = load_encoder().encode(document.text, read_blocks(document))
    return find_attributions(Tree(parse.tokens, grammar()), parse.sentences, document, tagger, encoded)


def by_cue(found: tuple[AttributionRelation, ...], text: str) -> dict[str, AttributionRelation]:
    return {relation.cue[0].of(text): relation for relation in found}


def test_finds_speaker_cue_and_content(nlp: Any, tagger: Tagger) -> None:
    """Indirect and direct speech and "according to" come with their speakers, surely enough to be shown."""
    found = by_cue(relations(nlp, tagger, TEXT), TEXT)

    assert found["said"].source[0].of(TEXT) == "Foreign Minister Ingrid Lindgren"
    assert found["said"].content[0].of(TEXT) == "Norway will host a second round of fisheries talks in June"
    assert found["said"].quote_type == "indirect"
    assert found["told"].source[0].of(TEXT) == "Lindgren"
    assert found["told"].quote_type == "direct"
    assert "“We have a long road ahead of us,”" in [span.of(TEXT) for span in found["told"].content]
    assert found["According to"].source[0].of(TEXT) == "two officials"
    assert all(found[cue].confidence >= SHOWN_CONFIDENCE for cue in ("said", "told", "According to"))


def test_plain_reporting_is_nobodys_statement(nlp: Any, tagger: Tagger) -> None:
    """What the outlet itself tells has no relation."""
    start = TEXT.index("The envoys")

    assert not any(
        span.overlaps(Span(start, len(TEXT))) for relation in relations(nlp, tagger, TEXT) for span in relation.content
    )


def test_relations_are_in_order_and_within_the_text(nlp: Any, tagger: Tagger) -> None:
    """Cues come in text order, every span lies in the text, every confidence is a share, and reading twice gives the same."""
    found = relations(nlp, tagger, TEXT)
    spans = [span for r in found for span in (*r.source, *r.cue, *r.content)]

    assert found == relations(nlp, tagger, TEXT)
    assert sorted(r.cue for r in found) == [r.cue for r in found]
    assert all(0 <= span.start < span.end <= len(TEXT) for span in spans)
    assert all(0 < r.confidence <= 1 for r in found)


def test_who_is_blamed_says_nothing(nlp: Any, tagger: Tagger) -> None:
    """Whoever is blamed, criticised or asked is nobody's source, and "say" for an example is no cue."""
    texts = (
        "Peacekeepers have been blamed for bringing the disease to the island.",
        "The ministers have often been criticized for being slow to answer a crisis.",
        "What is your worst fear about, say, Foreign Minister Lindgren's trip to Lima?",
    )

    assert [r for text in texts for r in relations(nlp, tagger, text) if r.source] == []


@pytest.mark.parametrize("text", ["", " ", '"', "?!", "Oslo", "。「」"])
def test_next_to_nothing(nlp: Any, tagger: Tagger, text: str) -> None:
    """Texts without a sentence give no relation and no error."""
    assert relations(nlp, tagger, text) == ()


def test_an_odd_mark_does_not_swallow_the_document(nlp: Any, tagger: Tagger) -> None:
    """No content reaches over the end of its paragraph."""
    text = TEXT.replace("leads.”", "leads.").replace("said on", "said “on")

    assert all("\n" not in span.of(text) for r in relations(nlp, tagger, text) for span in r.content)


@pytest.mark.slow
def test_many_marks_take_linear_time(nlp: Any, tagger: Tagger) -> None:
    """Ten thousand quotation marks in a row are read in about ten times the time of a thousand."""
    bound = 40 * max(least_seconds(lambda: relations(nlp, tagger, '"' * 1_000), enough=0.05), 0.05)

    within(bound, lambda: relations(nlp, tagger, '"' * 10_000))


def test_a_missing_model_is_said_to_be_missing(tmp_path: Path) -> None:
    """A folder without the model gives an error with a way out."""
    with pytest.raises(UsageError, match="not installed") as error:
        load_tagger(tmp_path)

    assert "rules" in error.value.hint
