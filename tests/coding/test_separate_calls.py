"""Calls that one sentence tells of together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("The summit builds on President Maria Soto's calls this week with Chancellor Uwe Brandt and Premier Ola Moe.", [{"Maria Soto", "Uwe Brandt"}, {"Maria Soto", "Ola Moe"}]),
        ("President Maria Soto held phone calls with Chancellor Uwe Brandt and Premier Ola Moe on Monday.", [{"Maria Soto", "Uwe Brandt"}, {"Maria Soto", "Ola Moe"}]),
        ("President Maria Soto held a phone call with Chancellor Uwe Brandt and Premier Ola Moe on Monday.", [{"Maria Soto", "Uwe Brandt", "Ola Moe"}]),
        ("President Maria Soto held conference calls with Chancellor Uwe Brandt and Premier Ola Moe on Monday.", [{"Maria Soto", "Uwe Brandt", "Ola Moe"}]),
        ("President Maria Soto held talks with Chancellor Uwe Brandt and Premier Ola Moe on Monday.", [{"Maria Soto", "Uwe Brandt", "Ola Moe"}]),
        ("President Maria Soto held separate talks with Chancellor Uwe Brandt and Premier Ola Moe on Monday.", [{"Maria Soto", "Uwe Brandt"}, {"Maria Soto", "Ola Moe"}]),
    ],
)  # fmt: skip
def test_calls_with_several_are_one_each(text: str, calls: list[set[str]], read: Callable[..., Reading]) -> None:
    reading = read(text)
    names = {a.id: a.name for a in reading.actors}
    told = [e for e in reading.events if e.kind in {"call", "talks"}]
    assert [{names[p.actor] for p in e.participants} for e in told] == calls
    assert len({e.id for e in told}) == len(told)
