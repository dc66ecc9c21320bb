"""Libraries that read office documents come with an extra; without them the problem says how to get them."""

from __future__ import annotations

from memcon.domain.problems import Problem


def not_installed(ref: str, what: str) -> Problem:
    """What would be read with more of memcon installed."""
    return Problem(
        code="reader_not_installed",
        message=f"{what} are read with libraries that are not installed",
        hint="pip install 'memcon[files]'",
        ref=ref,
    )
