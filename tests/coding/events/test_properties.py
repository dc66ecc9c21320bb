"""What the mentions of an event tell of it together."""

from __future__ import annotations

import pytest

from memcon.coding.events.properties import when_of
from tests.coding.events.story import mentions
from tests.notation import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[state:Norway|NOR] held [talks:talks] on [time:Monday=2024-05-13].", "2024-05-13"),
        ("[state:Norway|NOR] held [talks:talks] in the [time:1990s=199X].", "199X"),
        ("[state:Norway|NOR] held [talks:talks] in the [time:21st century=20XX].", None),
        ("[state:Norway|NOR] held [talks:talks] in the [time:century=20XX].\nThe [talks:talks] began in [time:May=2024-05].", "2024-05"),
    ],
)  # fmt: skip
def test_the_finest_time_is_the_events_and_a_century_none(text: str, expected: str | None) -> None:
    found = when_of(mentions(read(text, "2024-05-15")))
    assert expected == (found.edtf if found is not None else None)
