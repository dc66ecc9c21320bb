"""Whether what is told at a place lies ahead or behind, read off the words alone and off their syntax."""

from __future__ import annotations

import pytest
from spacy.language import Language

from memcon.annotate.nlp import parse_many
from memcon.annotate.timexes import find_times
from memcon.annotate.timexes.tense import tense_in
from memcon.domain.documents import Block, Document
from memcon.domain.spans import Span

OFF_THE_WORDS = [
    ("They met on [Friday] in Lima.", "past"),
    ("They will meet on [Friday] in Lima.", "future"),
    ("They agreed to meet on [Friday] in Lima.", "open"),
    ("They managed to meet on [Friday] in Lima.", "past"),
    ("They meet [Friday] in Lima.", "open"),
    ("The visit ends [Friday] in Lima.", "open"),
    ("The ban takes effect in [January] there.", "future"),
    ("They planned a march on [Friday] there.", "future"),
    ("The march, originally planned for [Friday], is off.", "open"),
    ("The offer had been scheduled to expire on [Friday].", "past"),
    ("Forecasters predict rain on [Friday].", "future"),
    ("Rain on [Friday].", None),
    ("The talks stalled due to a strike on the coast on [Friday].", "past"),
    ("The deadline is [Friday], and they knew it.", "future"),
    ("Let's meet on [Friday].", "future"),
    ("Following her win on [Friday], she left.", "past"),
    ("The day following was [Friday].", "past"),
]


@pytest.mark.parametrize(("example", "tense"), OFF_THE_WORDS)
def test_tense_off_the_words(example: str, tense: str | None) -> None:
    """The tense at the bracketed phrase, by the nearest cue of its sentence."""
    start = example.index("[")
    end = example.index("]") - 1
    text = example.replace("[", "").replace("]", "")

    assert tense_in(text)(start, end) == tense


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The envoy flies to Lima on Thursday.", "2025-11-06"),
        ("The envoy flew to Lima on Thursday.", "2025-10-30"),
        ("The forum, first planned for September, was put off.", "2025-09"),
        ("The forum is planned for September.", "2026-09"),
        ("A march planned for September was called off.", "2025-09"),
        ("A march planned for December was called off.", "2025-12"),
        ("They will meet for the first time since January.", "2025-01"),
        ("The levy, effective Jan. 1, was welcomed.", "2026-01-01"),
        ("The envoys sign the accord on Wednesday.", "2025-11-05"),
        ("Water rose to record levels on Thursday.", "2025-10-30"),
        ("The paper aimed its Friday report at him.", "2025-10-31"),
        ("They set a record on Thursday.", "2025-10-30"),
        ("The hearing is set for Thursday.", "2025-11-06"),
        ("The hearing is arranged for Thursday.", "2025-11-06"),
        ("The hearing was moved up to Thursday.", "2025-11-06"),
        ("The envoys are meeting in Lima on Thursday.", "2025-11-06"),
        ("The envoys were meeting in Lima on Thursday.", "2025-10-30"),
        ("The lease, which ends Oct. 1, was renewed.", "2026-10-01"),
        ("The losses in the north on Saturday will speed it up.", "2025-11-01"),
        ("They will back him because of the killing in Lima on Thursday of a guard.", "2025-10-30"),
    ],
)
def test_tense_off_the_syntax(nlp: Language, text: str, edtf: str) -> None:
    """The one date of a sentence of 3 November 2025, by the verb that governs it."""
    document = Document(id="d", ref="d", text=text, blocks=(Block(kind="body", span=Span(0, len(text))),))
    _, parse = next(iter(parse_many(nlp, [document])))

    assert [t.edtf for t in find_times(parse.tokens, text, "2025-11-03")] == [edtf]
