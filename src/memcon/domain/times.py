"""Time expressions (TIMEX3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.domain.spans import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression in a text.

    `value` is the TIMEX3 value (TimeML 1.2.1: `2025-11-03`, `2025-W45`, `P8Y`, `PAST_REF`); `edtf` is the interval of the world's
    time it names, as EDTF (ISO 8601-2), None when it names none (durations, sets, vague references). `anchor` says what a
    relative expression was resolved against: `document`, `discourse`, `none` (absolute). `mod` is TIMEX3's modifier
    (`START`, `END`, `APPROX`, `BEFORE` …).
    """

    span: Span
    text: str
    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Literal["none", "document", "discourse"] = "none"
    mod: str | None = None
