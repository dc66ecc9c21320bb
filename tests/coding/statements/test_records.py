"""Statements: how much of a fact the saying is, and what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading
from memcon.domain.records import ToldAs

pytestmark = pytest.mark.model


def told(value: ToldAs | None) -> tuple[str, str, str] | None:
    """Polarity, certainty and time."""
    return None if value is None else ("negative" if value.is_negative else "positive", value.certainty, value.time)


@pytest.mark.parametrize(
    ("text", "uttered", "content"),
    [
        ("Liv Dahl said that the talks failed.", ("positive", "certain", "past"), ("positive", "certain", "past")),
        ("Liv Dahl said the talks may resume.", ("positive", "certain", "past"), ("positive", "possible", "future")),
        ("Liv Dahl said the king had not come.", ("positive", "certain", "past"), ("negative", "certain", "past")),
        ("Liv Dahl did not say that the talks failed.", ("negative", "certain", "past"), ("positive", "certain", "past")),
        ("Liv Dahl may say that the talks failed.", ("positive", "possible", "future"), ("positive", "certain", "past")),
        ("Liv Dahl will announce that the talks failed.", ("positive", "certain", "future"), ("positive", "certain", "past")),
        ("Oil will fall if Liv Dahl says that the talks failed.", ("positive", "open", "present"), ("positive", "certain", "past")),
        ("Liv Dahl denied that the talks failed.", ("positive", "certain", "past"), ("negative", "certain", "past")),
        ("“We will meet,” Liv Dahl said.", ("positive", "certain", "past"), ("positive", "certain", "future")),
    ],
)  # fmt: skip
def test_a_saying_and_what_is_said_are_told_apart(
    text: str, uttered: tuple[str, str, str], content: tuple[str, str, str], read: Callable[..., Reading]
) -> None:
    """ "Did not say" is no statement of the content; "said it may" is one, of a possibility."""
    [statement] = read(text).statements

    assert (uttered, content) == (told(statement.uttered), told(statement.factuality))


def test_the_words_that_decide_are_kept(read: Callable[..., Reading]) -> None:
    """Each with its place in the text."""
    text = "Liv Dahl said the talks may resume."

    [statement] = read(text).statements

    assert statement.factuality is not None
    [word] = statement.factuality.words
    assert ("may", "may") == (word.text, text[word.span.start : word.span.end])
