"""Paragraphs: lists with their lead, lines that hold several things."""

from __future__ import annotations

import pytest

from memcon.extract.paragraphs import find_paragraphs

LEAD = "The ministers discussed:"


def texts(text: str) -> list[str]:
    return [p.span.of(text) for p in find_paragraphs(text, ())]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\n- herring quotas\n- harbour dues",
        f"{LEAD}\n▲ herring quotas\n▲ harbour dues",
        f"{LEAD}\n1. herring quotas\n2. harbour dues",
        f"{LEAD}\n\n(a) herring quotas;\n\n(b) harbour dues.",
    ],
)
def test_a_list_stands_with_its_lead(text: str) -> None:
    """Bullets, numbers or letters, with or without blank lines."""
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1. The ministry announced a count of the herring today.\n\n2. The count ends in June.", 2),
        (
            f"{LEAD}\n1. The ministry will count the herring.\n2. The count ends in June.\n3. All states will hear of it.",
            4,
        ),
        (f"{LEAD}\n- herring quotas", 2),
        (f"{LEAD}\nherring quotas\nharbour dues", 3),
        ("The ministers discussed much.\n- herring quotas\n- harbour dues", 3),
        (f"{LEAD}\n- {'herring ' * 60}\n- {'cod ' * 80}", 3),
    ],
)
def test_other_lists_stay_apart(text: str, count: int) -> None:
    """Numbered paragraphs of releases, sentences, single items, lines without bullets."""
    assert len(texts(text)) == count


def test_what_follows_a_list_is_apart() -> None:
    """The list ends with its last item."""
    text = f"{LEAD}\n- herring quotas\n- harbour dues\n\nThey meet again in June, the ministry said."

    assert texts(text)[1:] == ["They meet again in June, the ministry said."]


def test_cells_with_a_date_are_parted() -> None:
    """Outlet, section and date on one line; a sentence with bars is left alone."""
    assert texts("Fjord Courier | World | May 4, 2021") == ["Fjord Courier", "World", "May 4, 2021"]
    assert len(texts("Herring is dear | May 4, 2021 | nobody knows why it is so")) == 1
