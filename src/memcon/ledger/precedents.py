"""Whether the ledger bears a claim of precedent out: "the first … in eight years" against all events that it holds.

Only claims to be the first are judged. An earlier event of the same kind with the same parties inside the time that is claimed contradicts one; an earlier
one before that time, with none inside, supports it. What the ledger does not know it does not judge: it says what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from memcon.domain.dates import Interval, interval_of, shift
from memcon.domain.records import Precedent
from memcon.domain.views import Checked, EventView, Views

HAPPENED = frozenset({"held", "under_way"})
_AWAY = frozenset({"absent", "declined"})
_FIRST = re.compile(r"\b(?:first|inaugural|maiden)\b", re.I)
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")


def check_precedent(claim: Precedent, views: Views) -> Checked:
    """The verdict on `claim` by the events of `views`; one that somebody has given already stands."""
    made, event = _before_others(claim, views), _event_of(claim, views)
    if made is not None or event is None or event.interval is None:
        return made or _unknown("the event that it is about")
    return _judged(_earlier(event, event.interval, parties_of(event), views.events), _begin(claim, event.interval))


def decided_by(claim: Precedent, views: Views) -> EventView | None:
    """The event of the claim where earlier ones like it decide; None where `views`, with that event, are enough for a verdict."""
    return None if _before_others(claim, views) is not None else _event_of(claim, views)


def _event_of(claim: Precedent, views: Views) -> EventView | None:
    return next((e for e in views.events if claim.event is not None and claim.event in (e.id, *e.ids)), None)


def _before_others(claim: Precedent, views: Views) -> Checked | None:
    """The verdict for which no other event is needed; None where there is none."""
    if claim.verdict != "unknown":
        return Checked(verdict=claim.verdict)
    if not _FIRST.search(claim.scope or claim.text):
        return _unknown("only claims to be the first can be checked")
    event = _event_of(claim, views)
    if event is None:
        return _unknown("the event that it is about")
    when, parties = event.interval, parties_of(event)
    if when is None or when.start == date.min:
        return _unknown("the day of the event")
    if not parties:
        return _unknown("who takes part in the event")
    if _begin(claim, when) is None and (claim.since or claim.interval):
        return _unknown("since when it is claimed")
    return None


def _judged(earlier: Sequence[tuple[Interval, EventView]], begins: date | None) -> Checked:
    """By the earlier events of its kind: one that certainly lies inside the time contradicts, one that certainly lies before it supports."""
    inside = [e.id for when, e in earlier if begins is None or when.start > begins]
    if inside:
        return Checked(verdict="contradicted", events=tuple(inside))
    before = [e.id for when, e in earlier if begins is not None and when.end <= begins]
    if before and len(before) == len(earlier):
        return Checked(verdict="supported", events=tuple(before))
    return _unknown("an earlier event of its kind with the same parties")


def _earlier(
    event: EventView, when: Interval, parties: frozenset[str], events: Sequence[EventView]
) -> list[tuple[Interval, EventView]]:
    """The events of the same kind in which all of `parties` took part, and that were over before it began."""
    found = []
    for other in events:
        dated = other.interval
        is_like = other.kind == event.kind and other.status in HAPPENED and parties <= parties_of(other)
        if (
            other.id != event.id
            and is_like
            and dated is not None
            and dated.start != date.min
            and dated.end < when.start
        ):
            found.append((dated, other))
    return sorted(found, key=lambda pair: (pair[0].start, pair[1].id))


def parties_of(event: EventView) -> frozenset[str]:
    """Who takes part in it, by id, but for those who stay away."""
    return frozenset(p.actor for p in event.participants if p.role not in _AWAY)


def _begin(claim: Precedent, when: Interval) -> date | None:
    """The last day that may still be outside the claimed time; None where it reaches back without end, or can't be told."""
    since = interval_of(claim.since)
    if since is not None:
        return since.end
    match = _DURATION.match(claim.interval or "")
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(n or 0) for n in match.groups())
    # "in eight years" of what was in October and is in November: the unit that is named may be rounded
    months = -12 * years - months + (1 if years or months else 0)
    moved = shift(when, months=months, days=-7 * weeks - days)
    return moved.end if moved is not None else None


def _unknown(missing: str) -> Checked:
    return Checked(verdict="unknown", missing=missing)
