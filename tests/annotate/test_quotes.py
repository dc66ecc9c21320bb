"""Quotations between marks of every kind, and marks that nothing closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.annotate.quotes import Quotation, QuotedText, find_quotations
from memcon.domain.spans import Span
from tests.seconds import least_seconds, within


def quoted(text: str) -> list[list[str]]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [[piece.of(text) for piece in quotation.pieces] for quotation in find_quotations(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We came,” she said.", [["“We came,”"]]),
        ('"We came," she said, "and left."', [['"We came,"'], ['"and left."']]),
        ("「我们来了」 he said", [["「我们来了」"]]),
        ("『Ja』 and «oui» and „nein“", [["『Ja』"], ["«oui»"], ["„nein“"]]),
        ("“They call it ‘the club’ here,” he said.", [["“They call it ‘the club’ here,”"]]),
        ("“A “b” c”", [["“A"], ["“b”"]]),
        ("‘We came,’ she said.", [["‘We came,’"]]),
        ("The ministers’ plan, the envoy’s view", []),
        ("'We came,' she said.", [["'We came,'"]]),
        ("In the '80s it failed. 'We won't come,' she said.", [["'We won't come,'"]]),
        ("The 'club' met in the ministers' hall; it's cold.", []),
        ("the class of ‘98 and rock ’n’ roll", []),
        ('a 6" pipe', []),
        ("“First part.\n“Second part,” he said.", [["“First part.", "“Second part,”"]]),
        ('"First.\n"Second.\n"Third," he said.', [['"First.', '"Second.', '"Third,"']]),
        ("“Never closed, he said.\nAnother paragraph.\nAnd “one” more.", [["“Never closed, he said."], ["“one”"]]),
        ('"Lost. He said. "Found," she said.', [['"Lost. He said.'], ['"Found,"']]),
        ("", []),
        ('"', []),
    ],
)
def test_find_quotations(text: str, expected: list[list[str]]) -> None:
    """Quotations come with their marks, one piece a block."""
    assert expected == quoted(text)


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "「", '"a', ' "', '" '])
def test_many_marks_take_linear_time(mark: str) -> None:
    """Ten times the marks take about ten times as long, and every quotation stays in its block."""

    def reading(count: int) -> Callable[[], tuple[Quotation, ...]]:
        return lambda: find_quotations(mark * count, [Span(0, len(mark) * count)])

    found = within(60 * max(least_seconds(reading(5_000)), 0.002), reading(50_000))

    assert all(0 <= piece.start < piece.end <= 50_000 * len(mark) for q in found for piece in q.pieces)


@pytest.mark.parametrize(
    ("content", "expected"),
    [("“We came,”", "direct"), ("“We came,” she said", "mixed"), ("she said", "indirect")],
)
def test_quote_type(content: str, expected: str) -> None:
    """The type follows from how much of the content is quoted."""
    text = "“We came,” she said."
    marks = QuotedText(find_quotations(text, [Span(0, len(text))]))
    start = text.index(content)

    assert expected == marks.type_of([Span(start, start + len(content))])
