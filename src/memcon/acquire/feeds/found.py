"""What the formats of feeds give: entries as they have them, before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from memcon.domain.feeds import FeedKind

_ISO = re.compile(r"(\d{4})-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry as its format has it, before anything is made of it."""

    id: str | None = None
    link: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    summary: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A feed as its format has it."""

    kind: FeedKind
    title: str | None = None
    found: tuple[Found, ...] = ()
    parts: tuple[Found, ...] = ()
    """The sitemaps that a sitemap of sitemaps names."""


class NoFeedError(Exception):
    """What was given is no feed; why, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def date_of(told: str | None) -> str | None:
    """A date as feeds write it, in ISO 8601 with the zone that it has; None for what is none.

    >>> date_of("Mon, 03 Nov 2025 01:00:00 +0900"), date_of("2025-11-03T01:00:00Z"), date_of("soon")
    ('2025-11-03T01:00:00+09:00', '2025-11-03T01:00:00Z', None)
    """
    words = (told or "").strip()[:80]
    if _ISO.fullmatch(words):
        try:
            datetime.fromisoformat(words.replace(" Z", "Z") if len(words) > 7 else f"{words}-01")
        except ValueError:
            return None
        return words
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def first_of(values: Iterable[object]) -> str | None:
    """The first that is a text with something in it."""
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def utc(parts: Sequence[int]) -> str:
    """The instant of a `struct_time` in UTC."""
    year, month, day, hour, minute, second = parts[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()
