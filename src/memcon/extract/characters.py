"""Characters that readers don't see: they are kept, offsets hold, and a problem says where they are."""

from __future__ import annotations

import re

from memcon.domain.problems import Problem
from memcon.domain.spans import Span

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

_HINT = "nothing was changed; remove them at the source if they don't belong there"
_LISTED = 5


def replace_surrogates(text: str, *, ref: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` with half surrogate pairs, which no encoding can hold, as U+FFFD, one for one, so that offsets stay."""
    if _SURROGATE.search(text) is None:
        return text, ()
    hint = "each shows as �; repair the record's escapes"
    found = _report(text, _SURROGATE, code="characters_invalid", what="half surrogate pairs", hint=hint, ref=ref)
    return _SURROGATE.sub("�", text), found


def unseen_problems(text: str, *, ref: str) -> tuple[Problem, ...]:
    """`control_characters` and `bidi_characters`, with their count and the first places."""
    bidi = "marks that change the direction of writing"
    return (
        *_report(text, _CONTROL, code="control_characters", what="control characters", hint=_HINT, ref=ref),
        *_report(text, _BIDI, code="bidi_characters", what=bidi, hint=_HINT, ref=ref),
    )


def _report(text: str, pattern: re.Pattern[str], *, code: str, what: str, hint: str, ref: str) -> tuple[Problem, ...]:
    """One non-fatal problem with the number of matches and the first places, or none."""
    places: list[int] = []
    count = 0
    for match in pattern.finditer(text):
        count += 1
        if len(places) < _LISTED:
            places.append(match.start())
    if not places:
        return ()
    shown = ", ".join(f"U+{ord(text[p]):04X} at {p}" for p in places) + (" …" if count > _LISTED else "")
    return (
        Problem(
            code=code,
            message=f"{count} {what}: {shown}",
            hint=hint,
            ref=ref,
            span=Span(places[0], places[0] + 1),
            is_fatal=False,
        ),
    )
