"""Whom a proposal of a meeting is made to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("President Maria Soto spoke today with Chancellor Uwe Brandt. Soto proposed a summit in a third country.", {"Maria Soto", "Uwe Brandt"}),
        ("President Maria Soto spoke today with Chancellor Uwe Brandt. Soto proposed a summit with Premier Ola Moe.", {"Maria Soto", "Ola Moe"}),
        ("President Maria Soto spoke today with Chancellor Uwe Brandt. Premier Ola Moe proposed a summit in a third country.", {"Ola Moe"}),
        (
            "President Maria Soto spoke today with Chancellor Uwe Brandt. Soto praised trade with Norway. Brandt praised trade with Chad. Soto noted the drought. "
            "Brandt noted the floods. Soto proposed a summit in a third country.",
            {"Maria Soto", "Uwe Brandt"},
        ),
        (
            "Premier Ola Moe met Minister Ann Holm. President Maria Soto spoke today with Chancellor Uwe Brandt. Soto praised trade with Norway. Brandt praised trade with Chad. "
            "Soto noted the drought. Brandt noted the floods. Soto proposed a summit in a third country.",
            {"Maria Soto"},
        ),
        ("President Maria Soto praised Chancellor Uwe Brandt. Soto proposed a summit in a third country.", {"Maria Soto"}),
    ],
)  # fmt: skip
def test_a_proposal_is_made_to_whom_one_speaks_with(text: str, parties: set[str], read: Callable[..., Reading]) -> None:
    reading = read(text)
    names = {a.id: a.name for a in reading.actors}
    summit = next(e for e in reading.events if e.kind == "summit")
    assert {names[p.actor] for p in summit.participants} == parties
