"""Patterns made of classes of the lexicon."""

from __future__ import annotations

import re

import pytest

from memcon.errors import LexiconError
from memcon.extract.phrases import any_of


def test_the_longest_phrase_stands_first() -> None:
    """A phrase is found whole, though its beginning is a member too."""
    assert re.match(any_of("file_picture"), "file photo") is not None
    assert "file photo" == re.match(any_of("file_picture"), "file photo of it")[0]  # type: ignore[index]


def test_phrases_have_the_gap_form_and_apostrophe_that_texts_have() -> None:
    """Blanks, capitals and either apostrophe are the pattern's business."""
    assert re.fullmatch(any_of("file_picture", gap=r"\s+"), "file \n photo")
    assert re.fullmatch(any_of("side_by_its_letter", form=str.upper), "L")
    assert not re.fullmatch(any_of("side_by_its_letter", form=str.upper), "l")
    assert re.fullmatch(any_of("links_heading"), "editors’ picks")


def test_signs_are_left_out() -> None:
    """Brackets in a class of words are no alternative of a pattern."""
    assert not re.fullmatch(any_of("placing_in_a_picture"), "(")


def test_a_name_without_a_class_is_an_error() -> None:
    """A misspelt name is told at import."""
    with pytest.raises(LexiconError):
        any_of("no_such_class")
