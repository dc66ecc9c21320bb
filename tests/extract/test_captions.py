"""Captions and the credits at the end of running text (single captions are tested with the rules)."""

from __future__ import annotations

import pytest

from memcon.extract.captions import is_caption, trailing_credit


def test_an_agency_in_brackets_ends_captions_and_articles() -> None:
    """A scene in the present tense is a caption; reported speech is the article."""
    assert is_caption("Envoy Novak, left, greets fishermen in Bergen, May 4. (Yonhap)", is_last=True)
    assert not is_caption("The talks will go on in June, the ministry said. [YONHAP]", is_last=True)
    assert not is_caption("")
    assert not is_caption("Photo: " + "x" * 1000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks will go on, it said. (Yonhap)", "Yonhap"),
        ("“We go on,” he said.” [AP, Reuters]", "AP"),
        ("The talks will go on. (See page 4)", None),
        ("The envoys met the agency's head (Yonhap)", None),
        ("The talks will go on.", None),
    ],
)
def test_trailing_credit(text: str, expected: str | None) -> None:
    """Only behind the end of a sentence, and only an agency."""
    found = trailing_credit(text)

    assert (found[1] if found else None) == expected
    assert found is None or text[found[0]] in "(["
