"""The measure of whether what a text tells has happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.measures import meantime
from memcon.domain.annotation import Factuality, Operator


def event(certainty: str | None, polarity: str | None, time: str | None) -> dict[str, str | None]:
    """A mention as the annotators marked it."""
    return {"certainty": certainty, "polarity": polarity, "time": time}


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("CERTAIN", "POS", "NON_FUTURE"), "happened"),
        (("CERTAIN", "POS", "FUTURE"), "scheduled"),
        (("PROBABLE", "POS", "FUTURE"), "scheduled"),
        (("PROBABLE", "POS", "NON_FUTURE"), "speculated"),
        (("POSSIBLE", "POS", "FUTURE"), "speculated"),
        (("UNDERSPECIFIED", "POS", "NON_FUTURE"), "speculated"),
        (("CERTAIN", "NEG", "FUTURE"), "denied"),
        (("CERTAIN", "POS", "UNDERSPECIFIED"), None),
        (("CERTAIN", "", ""), None),
        ((None, None, None), None),
    ],
)
def test_the_annotators_marks_make_four_classes(marks: tuple[str, str, str], expected: str | None) -> None:
    """Marks that fit none of the four leave a mention out."""
    assert expected == meantime.gold_class(event(*marks))


@pytest.mark.parametrize(
    ("factuality", "expected"),
    [
        (Factuality(token=0, is_negative=False, certainty="certain", time="past"), "happened"),
        (Factuality(token=0, is_negative=False, certainty="probable", time="future"), "scheduled"),
        (Factuality(token=0, is_negative=False, certainty="possible", time="future"), "speculated"),
        (Factuality(token=0, is_negative=True, certainty="possible", time="future"), "denied"),
        (
            Factuality(
                token=0, is_negative=False, certainty="certain", time="future", operators=(Operator("postponement", 1),)
            ),
            "denied",
        ),
        (None, "happened"),
    ],
)
def test_a_factuality_has_one_class(factuality: Factuality | None, expected: str) -> None:
    """What is no verb, noun or adjective counts as told."""
    assert expected == meantime.class_of(factuality)


@pytest.mark.model
def test_counts_of_a_document(tmp_path: Path) -> None:
    """A plan that is read as one and a refusal that is read as one are hits; what nobody read the errors of is counted apart."""
    text = "Envoys meet\nThe envoys will meet. The king refused to come.\n"
    marks = [("meet", 28, "CERTAIN", "POS", "FUTURE"), ("come", 53, "CERTAIN", "NEG", "FUTURE")]
    record = {
        "corpus": "corpus_other",
        "dct": "2024-05-15",
        "text": text,
        "events": [
            {
                "spans": [[text.index(word, start - 4), text.index(word, start - 4) + 4]],
                "certainty": c,
                "polarity": p,
                "time": t,
            }
            for word, start, c, p, t in marks
        ],
    }
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")

    [counts] = meantime.measure(path)

    assert [counts[f"{name}.hits"] for name in meantime.CLASSES] == [0, 1, 0, 1]
    assert 1 == counts["held_out.scheduled.gold"]
