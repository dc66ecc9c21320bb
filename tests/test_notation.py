"""The notation that other tests are written in."""

from __future__ import annotations

from tests.notation import read


def test_marks_become_actors_times_and_spans() -> None:
    """Words keep their places in the text without marks; the same words are the same actor."""
    marked = read(
        "[person:Ann Example|CAN] [trigger:met] [state:Peru|PER] [time:on Tuesday=2025-11-04].\n[person:Ann Example|CAN] left."
    )
    annotation = marked.annotation

    assert annotation.document.text == "Ann Example met Peru on Tuesday.\nAnn Example left."
    assert [(a.name, a.kind, a.country, len(a.mentions)) for a in annotation.actors] == [
        ("Ann Example", "person", "CAN", 2),
        ("Peru", "state", "PER", 1),
    ]
    assert [(t.text, t.edtf) for t in annotation.times] == [("on Tuesday", "2025-11-04")]
    assert [s.of(annotation.document.text) for s in marked.spans["trigger"]] == ["met"]
    assert annotation.tokens[annotation.mentions[0].head_token].text == "Example"
    assert [s.last for s in annotation.sentences] == [7, 11]
