"""The measures of PLOVER rows on readings made by hand."""

from __future__ import annotations

import pytest

from eval.measures.cameo import gold_of
from eval.measures.plv import _compare, folds_of, head_of, root_of
from memcon.domain.documents import Document
from memcon.domain.reading import Reading
from memcon.domain.records import ActParty, CodedAct, Phrase
from memcon.domain.spans import Span

TEXT = "Norway freed two sailors of Peru."


def reading(*types: str) -> Reading:
    def row(type_: str) -> CodedAct:
        return CodedAct(
            id=type_,
            type=type_,
            word=Phrase(text="freed", span=Span(7, 12)),
            evidence=(),
            actors=(ActParty(text="Norway", span=Span(0, 6)),),
            recipients=(ActParty(text="two sailors", span=Span(13, 24)),),
        )

    return Reading(document=Document(id="d", ref="d", text=TEXT), codes=tuple(map(row, types)))


def test_the_root_is_that_of_the_first_row() -> None:
    """Concessions and withdrawals are one root; no row is none."""
    assert [root_of(reading("RETREAT", "AID")), root_of(reading("CONCEDE")), root_of(reading())] == [
        "YIELD",
        "YIELD",
        None,
    ]


@pytest.mark.parametrize(("types", "expected"), [(("RETREAT",), (1, 1, 1)), (("AID",), (0, 1, 1)), ((), (0, 0, 0))])
def test_root_and_parties_are_counted(types: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    """The recipient counts, since the head of what is annotated stands in its words."""
    counts: dict[str, float] = {}
    record = {"text": TEXT, "event": "YIELD", "source_spans": [[0, 6]], "target_spans": [[13, 32]]}
    _compare(counts, "x", record, reading(*types))

    assert tuple(counts[f"x.{part}.hits"] for part in ("root", "actor", "recipient")) == expected


def test_a_head_stands_before_prepositions_and_commas() -> None:
    """Without the possessive's mark."""
    text = "the former governor of Lima, Ana Soto"
    found = head_of(text, (0, len(text)))

    assert text[slice(*found)] == "governor"
    assert head_of("Peru's", (0, 6)) == (0, 4)


def test_near_duplicates_share_a_fold() -> None:
    """Whatever differs in a word or two must not be learned from."""
    texts = [
        "Norway agreed to send aid to Peru.",
        "Norway agreed to send aid to Chile.",
        "Rain fell in Arvik all day.",
    ]
    folds = folds_of(texts)

    assert folds[0] == folds[1]
    assert all(0 <= fold < 5 for fold in folds)


@pytest.mark.parametrize(
    ("relevant", "action", "expected"),
    [
        (False, None, (True, None)),
        (True, None, (False, None)),
        (True, "0-1 Make Public Statement", (True, None)),
        (True, "2-8 Yield", (True, "YIELD")),
        (True, "4-18 Assualt", (True, "ASSAULT")),
    ],
)
def test_what_a_lead_is_about(relevant: bool, action: str | None, expected: tuple[bool, str | None]) -> None:
    """Statements have no row; a relevant lead without a majority has no answer."""
    assert gold_of({"majority_relevant": relevant, "majority_action1": action}) == expected
