"""What the rules of sameness compare over documents: events, and those who or which bear a name, persons and issues; how each is sketched of one document, and kept as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache

from memcon.domain.codec import canonical
from memcon.domain.dates import Interval
from memcon.domain.views import ActorView, Views
from memcon.knowledge.names import normalize_name
from memcon.resolve import events, issues, persons, same_issues
from memcon.resolve.components import Comparison
from memcon.resolve.issues import Issue
from memcon.resolve.persons import Bearer
from memcon.resolve.sketches import Person, Sketch, name_keys


def _sketch_text(sketch: Sketch) -> str:
    days = [sketch.when.start.isoformat(), sketch.when.end.isoformat()] if sketch.when else None
    rest = {
        f.name: getattr(sketch, f.name)
        for f in fields(Sketch)
        if f.name not in {"persons", "officers", "countries", "bodies", "when", "published"}
    }
    return canonical(
        {
            **rest,
            "persons": [[list(p.words), p.country] for p in sketch.persons],
            "officers": sorted(sketch.officers),
            "countries": sorted(sketch.countries),
            "bodies": sorted(sketch.bodies),
            "when": days,
            "published": sketch.published.isoformat() if sketch.published else None,
        }
    )


@lru_cache(maxsize=2_048)
def _sketch_of(text: str) -> Sketch:
    """One document after the other is compared with the same sketches: each is read, and in memory, once."""
    held = json.loads(text)
    days = held.pop("when")
    published = held.pop("published")
    return Sketch(
        **{
            **held,
            "channel": tuple(held["channel"]),
            "persons": tuple(Person(words=tuple(words), country=country) for words, country in held["persons"]),
            "officers": frozenset(held.get("officers", ())),
            "countries": frozenset(held["countries"]),
            "bodies": frozenset(held["bodies"]),
        },
        when=Interval(*map(date.fromisoformat, days)) if days else None,
        published=date.fromisoformat(published) if published else None,
    )


def _bearer_text(bearer: Bearer) -> str:
    rest = {f.name: getattr(bearer, f.name) for f in fields(Bearer) if f.name != "offices"}
    return canonical({**rest, "offices": sorted(bearer.offices)})


def _bearer_of(text: str) -> Bearer:
    held = json.loads(text)
    return Bearer(**{**held, "words": tuple(held["words"]), "offices": frozenset(held["offices"])})


EVENTS: Comparison[Sketch] = Comparison(
    kind="event",
    to_text=_sketch_text,
    of_text=_sketch_of,
    rule=events.BY,
    id_of=lambda sketch: sketch.event,
    keys_of=events.keys_of,
    are_linked=lambda one, other: events.alike(one, other) is not None,
    judge=events.judge_events,
)

PERSONS: Comparison[Bearer] = Comparison(
    kind="person",
    to_text=_bearer_text,
    of_text=_bearer_of,
    rule=persons.BY,
    id_of=lambda bearer: bearer.id,
    keys_of=persons.keys_of,
    are_linked=persons.may_be_one,
    judge=lambda bearers: persons.judge_persons(bearers).joined,
)

ISSUES: Comparison[Issue] = Comparison(
    kind="process",
    to_text=lambda issue: canonical(issues.to_plain(issue)),
    of_text=lambda text: issues.of_plain(json.loads(text)),
    rule=same_issues.BY,
    id_of=lambda issue: issue.id,
    keys_of=issues.keys_of,
    are_linked=same_issues.may_be_one,
    judge=lambda told: same_issues.judge_issues(told).joined,
)

MOST_OFFICES = 40
"""Wordings of offices that are kept of one bearer."""


def bearers_of(views: Views, names: Mapping[str, str]) -> tuple[Bearer, ...]:
    """The bearers of names in one document's `views`; `names` are the ids of names by the ids of records."""
    found: dict[str, Bearer] = {}
    for actor in views.actors:
        if actor.kind == "person" and actor.id in names and (words := name_keys(actor.name)):
            mine = _bearer(names[actor.id], actor, words)
            found[mine.id] = merged(found[mine.id], mine) if mine.id in found else mine
    return tuple(found.values())


def merged(held: Bearer, other: Bearer) -> Bearer:
    """The same bearer with what both documents tell of offices."""
    offices = sorted(held.offices | other.offices)[:MOST_OFFICES]
    return replace(held, offices=frozenset(offices))


def _bearer(id: str, actor: ActorView, words: tuple[str, ...]) -> Bearer:
    titles: Iterable[str] = (claim.value.title for claim in actor.offices)
    offices = frozenset(key for title in titles if (key := normalize_name(title)))
    return Bearer(id=id, name=actor.name, words=words, country=actor.country, offices=offices)
