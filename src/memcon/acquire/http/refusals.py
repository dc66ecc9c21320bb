"""Why something was not fetched."""

from __future__ import annotations

from memcon.domain.problems import Problem


class Refusal(Exception):  # noqa: N818
    """Something that can't or must not be fetched. `is_passing` where it may be otherwise in a while, `after` how many seconds the server asks to wait."""

    def __init__(
        self, *, code: str, message: str, hint: str, is_passing: bool = False, after: float | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
        self.is_passing = is_passing
        self.after = after

    def problem(self, ref: str) -> Problem:
        return Problem(code=self.code, message=str(self), hint=self.hint, ref=ref)


def out_of_time(what: str) -> Refusal:
    """The server took too long, or sent too little at a time."""
    return Refusal(
        code="fetch_too_slow",
        message=what,
        hint="the server is slow or busy: try again later",
        is_passing=True,
    )


def too_much(limit: int) -> Refusal:
    """The body is longer than anything that is read."""
    return Refusal(
        code="fetch_too_large",
        message=f"more than {limit:,} bytes came; no page of one article is that long",
        hint="save it and give the file, in parts where it is long",
    )


def bad_answer(what: str) -> Refusal:
    """What came is no HTTP, or contradicts itself."""
    return Refusal(
        code="http_not_valid",
        message=f"the server's answer can't be understood: {what[:200]}",
        hint="open the address in a browser; save the page from there",
        is_passing=True,
    )


def cut(what: str) -> Refusal:
    """The body ended before its end."""
    return Refusal(
        code="body_cut",
        message=f"the page came in part only: {what[:200]}",
        hint="nothing of it was kept: try again",
        is_passing=True,
    )
