"""What a reading has wrong, document by document, on the dev side of the gold: for error analysis.

    python -m eval.errors --data DIR                        every event that is missed, wrong or too much
    python -m eval.errors --data DIR --about when,place     only what concerns these questions
    python -m eval.errors --data DIR --about positions      the records of another type that are missed or too much

The test side is never printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import gold
from eval.agreement import align, answers, differences, pair_channels, pair_claims, pair_events, pair_statements
from eval.record import Event, Range, Record, of_gold, of_reading
from memcon.ingest import Reader
from memcon.report.contract import to_contract

EVENTS = (
    "missed",
    "extra",
    "kind",
    "status",
    "when",
    "place",
    "participants",
    "roles",
    "channel",
    "ordinal",
    "agenda",
    "outcome",
)
OTHERS = ("statements", "positions", "commitments", "processes", "precedents", "channels")


def lines(page: Mapping[str, Any], found: Record, about: frozenset[str]) -> Iterator[str]:
    """What is wrong in one document, a line each."""
    right, text = of_gold(page), page["input"]["text"]
    actors = align(right.actors, found.actors)
    names = {a.id: a.name for a in (*right.actors, *found.actors)}
    pairs = pair_events(right.events, found.events, actors)
    answered, answering = {g.id for g, _ in pairs}, {f.id for _, f in pairs}
    for event in right.events:
        if event.id not in answered and not event.minor and "missed" in about:
            near = " (another record is over it)" if any(answers(event, f) for f in found.events) else ""
            yield f"MISSED {_told(event, names)}{near}\n         {_around(text, event.places[0])}"
    for event in found.events:
        if event.id not in answering and "extra" in about:
            split = " (of an event that has one already)" if any(answers(g, event) for g in right.events) else ""
            yield f"EXTRA  {_told(event, names)}{split}\n         {_around(text, event.places[0]) if event.places else '(title)'}"
    for one, other in pairs:
        wrong = [line for line in _wrong(one, other, actors, names, text) if line.split(":")[0] in about]
        if wrong and not one.minor:
            yield f"WRONG  {_told(one, names)}\n         {_around(text, one.places[0])}" + "".join(
                f"\n         - {line}" for line in wrong
            )
    for name in OTHERS:
        if name not in about:
            continue
        wanted, given = getattr(right, name), getattr(found, name)
        if name == "channels":
            matched = pair_channels(wanted, given)
        else:
            matched = (pair_statements if name == "statements" else pair_claims)(wanted, given, actors)
        for m, claim in enumerate(wanted):
            if m not in {a for a, _ in matched} and not getattr(claim, "minor", False):
                yield f"MISSED {name[:-1]} {_whose(claim, names)}: {_words(text, claim)}"
        for n, claim in enumerate(given):
            if n not in {b for _, b in matched}:
                yield f"EXTRA  {name[:-1]} {_whose(claim, names)}: {_words(text, claim)}"


def _wrong(one: Event, other: Event, actors: Mapping[str, str], names: Mapping[str, str], text: str) -> Iterator[str]:
    """What differs between a gold event and the record that answers it: "question: gold | found"."""
    asked = differences(one, other, actors)
    for name in ("kind", "status", "when", "place", "channel", "ordinal"):
        if not asked.get(name, True):
            yield f"{name}: {getattr(one, name)} | {getattr(other, name)}"
    parties = dict(one.participants)
    given = {actors.get(a, a): role for a, role in other.participants}
    lacking = [names[a] for a in parties if a not in given]
    beside = [names[a] for a in given if a not in parties]
    if lacking or beside:
        yield f"participants: lacking {lacking}, wrong {beside}"
    if any(given[a] != parties[a] for a in parties if a in given):
        yield f"roles: {[(names[a], parties[a], given[a]) for a in parties if a in given and given[a] != parties[a]]}"
    for name in ("agenda", "outcome"):
        items, others = ([" ".join(text[a:b].split()) for a, b in getattr(e, name)] for e in (one, other))
        if items != others:
            yield f"{name}: {items} | {others}"


def _told(event: Event, names: Mapping[str, str]) -> str:
    parties = ", ".join(f"{names.get(a, a)} ({role})" for a, role in event.participants)
    ordinal = f" #{event.ordinal}" if event.ordinal else ""
    return f"{event.kind}{ordinal} {event.status} {event.when or '-'} at {event.place or '-'}: {parties}"


def _whose(claim: Any, names: Mapping[str, str]) -> str:
    if hasattr(claim, "names"):
        return ", ".join(claim.names)
    holders = claim.holders if hasattr(claim, "holders") else (claim.speaker,)
    return ", ".join(names.get(h, "-") for h in holders if h) + (
        f" [{claim.label}]" if getattr(claim, "label", None) else ""
    )


def _words(text: str, claim: Any) -> str:
    places = claim.places if hasattr(claim, "places") else (*claim.source, *claim.cue, *claim.content)
    return " | ".join(" ".join(text[a:b].split())[:200] for a, b in places)


def _around(text: str, place: Range, margin: int = 110) -> str:
    start, end = place
    before, after = text[max(0, start - margin) : start], text[end : end + margin]
    return " ".join(f"…{before}⟦{text[start:end]}⟧{after}…".split())[:420]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.errors", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    parser.add_argument(
        "--about", default=",".join(EVENTS), help=f"questions, with commas: {', '.join(EVENTS + OTHERS)}"
    )
    parser.add_argument("--register", choices=("news", "official"))
    parser.add_argument("--attribution", choices=("learned", "rules"), default="rules", help="learned is slower")
    options = parser.parse_args(arguments)
    about = frozenset(options.about.split(","))
    if unknown := about.difference(EVENTS, OTHERS):
        parser.error(f"no question named {', '.join(sorted(unknown))}")
    pages = [p for p in gold.read(gold.FILES["dev"]) if options.register in (None, p["register"])]
    pages = list(gold.join(pages, options.data))
    reader = Reader(attribution=options.attribution)
    for page, reading in zip(pages, reader.read_many([p["input"] for p in pages]), strict=True):
        told = list(lines(page, of_reading(to_contract(reading)), about))
        if told:
            print(f"\n## {page['collection']} {page['id']} ({page['document']['published']})")
            print("\n".join(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
