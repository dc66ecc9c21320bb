"""Lists of names for an office, told by the heading over them."""

from __future__ import annotations

import memcon


def test_the_heading_over_a_list_is_evidence_of_each_of_its_lines() -> None:
    """What is done with the names of a list stands in its heading alone, so each record quotes it behind the line."""
    text = (
        "The ministry published these lists on Wednesday for the members of the Senate.\n\n"
        "NOMINATIONS SENT TO THE SENATE:\n\n"
        "Anna Lind, of Oslo, to be Ambassador of Norway to the Republic of Peru.\n\n"
        "WITHDRAWAL SENT TO THE SENATE:\n\n"
        "Jens Holm, of Bergen, to be Ambassador of Norway to the Republic of Chad."
    )
    events = memcon.read(text, published="2024-05-15").events
    assert [(e.status, [each.quote for each in e.evidence]) for e in events] == [
        (
            "held",
            [
                "Anna Lind, of Oslo, to be Ambassador of Norway to the Republic of Peru.",
                "NOMINATIONS SENT TO THE SENATE:",
            ],
        ),
        (
            "cancelled",
            [
                "Jens Holm, of Bergen, to be Ambassador of Norway to the Republic of Chad.",
                "WITHDRAWAL SENT TO THE SENATE:",
            ],
        ),
    ]
