"""Which statements of a title stand beside those of the text below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model

Read = Callable[..., Reading]


def in_title(reading: Reading, text: str) -> list[str]:
    """The words of the statements that are shown from the first line of `text`."""
    end = text.index("\n") - len("# ")
    return [s.content_text for s in reading.statements if s.is_shown and s.content_spans[0].end <= end]


@pytest.mark.parametrize(
    "text",
    [
        "# Foreign Minister Anna Lind says the border will open in June\nForeign Minister Anna Lind said on Monday that the border would open in June after long repairs.",
    ],
)
def test_a_headline_that_its_speaker_tells_again_is_no_statement_of_its_own(text: str, read: Read) -> None:
    assert [] == in_title(read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        # another speaker
        "# Foreign Minister Anna Lind says the border will open in June\nPresident Maria Soto said on Monday that the border would not open in June.",
        # only the topic is shared
        "# Foreign Minister Anna Lind says talks failed\nForeign Minister Anna Lind said on Monday that the talks in Lima had been friendly.",
        # no one sentence of the quotation tells most of it
        "# Foreign Minister Anna Lind says the bridge will open and ferries will sail in June\n“The bridge is long. The ferries are old. The weather in June is fair,” Foreign Minister Anna Lind said on Monday.",
    ],
)
def test_a_headline_that_nobody_tells_again_stands(text: str, read: Read) -> None:
    assert 1 == len(in_title(read(text), text))
