"""What reading costs in time and memory, whatever the text: `python -m eval.bounds [--size 1000000] [--only NAME,…] [--attribution learned]`.

Every text is generated here, a word at a time, and read in a process of its own, at two sizes. Time is that of the processor, and *growth* is
how many times longer the larger text takes per character: 1 where time is linear. Exit code 1 where a text takes more memory than `MAX_MEMORY`, where
growth exceeds `MAX_GROWTH`, where a text that tells of nothing yields an event, or where a named participant is lost.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

MAX_MEMORY = 1.5
"""Gigabytes, models included."""
MAX_GROWTH = 2.0
"""Time per character at the full size against that at a tenth of it: some noise of the machine, but no square."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _filled(unit: str) -> Callable[[int], str]:
    """`unit` over and over, behind a sentence of plain English so that the text passes as language."""
    opening = "The people of the town said that they were not sure of what they had heard of it.\n\n"
    return lambda size: opening + (unit * (size // len(unit) + 1))[: max(0, size - len(opening))]


def _names(size: int) -> str:
    """Ministers whose names are all different, in one coordination without end."""
    one, two = _LETTERS, "aeiou"
    found = (
        f"and the minister of the town of {one[n % 26].upper()}{two[n // 26 % 5]}{one[n // 130 % 26]}{two[n // 3380 % 5]}{one[n // 16900 % 26]}o "
        for n in range(size // 38)
    )
    return "The meeting in the old town was attended by the people of the north " + "".join(found)


def _numbers(size: int) -> str:
    return "These are the numbers of the day: " + " ".join(str(n * 7919 % 100_003) for n in range(size // 6))


def _parentheses(size: int) -> str:
    depth = size // 5
    return "They said that it was so.\n\n" + "(a " * depth + ") " * depth


def _fifty_names(_: int) -> str:
    names = ", ".join(f"Ana {a.upper()}{b}lan" for a in "aeiou" for b in _LETTERS[:10])
    told = f"Foreign Minister Maria Soto met {names} and Uwe Brandt in Oslo on Monday."
    prose = "The river rose again near the old mill, and the farmers carried their hay to the upper barn before noon. "
    return f"{told}\n\n{prose * 10}\n"


def _table(size: int) -> str:
    rows = (f"| {n} | Oslo | {n * 37 % 1000} | {n * 11 % 100}.5 |" for n in range(size // 28))
    return "The prices of fish in the north of the country were as follows.\n\n" + "\n".join(rows)


def _headlines(size: int) -> str:
    lines = ("Norway, Peru to hold talks", "Storm closes harbor", "Soto visits Chad", "Prices rise again in the north")
    return "\n\n".join(lines[n % 4] for n in range(size // 25))


def _pages(size: int) -> str:
    """A report of so many pages: prose about something else, with a meeting on every fourth page or so."""
    prose = "The river rose again near the old mill, and the farmers carried their hay to the upper barn before noon. "
    told = "On Tuesday Foreign Minister Maria Soto met Uwe Brandt, the minister of trade, in Oslo. "
    return "".join((told if n % 24 == 7 else "") + prose * 4 + "\n\n" for n in range(size // 425))


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of text; `is_empty` where it tells of no event, `is_short` where it has one size only; `participants` are those that its event has."""

    text: Callable[[int], str]
    is_empty: bool = True
    is_short: bool = False
    participants: int = 0


CASES: Mapping[str, Case] = {
    "one sentence": Case(lambda _: "Norway and Peru held talks in Oslo on Monday.\n", is_empty=False, is_short=True),
    "no date": Case(
        lambda _: "They will meet soon, and they will talk then. They have met before.\n" * 3, is_short=True
    ),
    "title against body": Case(
        lambda _: "Talks between Norway and Peru cancelled\n\nOSLO -- Norway and Peru held talks in Oslo on Monday.\n",
        is_empty=False,
        is_short=True,
    ),
    "fifty names": Case(_fifty_names, is_empty=False, is_short=True, participants=52),
    "200 pages": Case(_pages, is_empty=False),
    "headlines": Case(_headlines, is_empty=False),
    "table": Case(_table),
    "quotation marks": Case(_filled('" ')),
    "opening marks": Case(_filled("“ ")),
    "parentheses": Case(_parentheses),
    "month names": Case(_filled("January ")),
    "dates": Case(_filled("3 May 2024 ")),
    "meeting": Case(_filled("meeting ")),
    "met": Case(_filled("Norway met Peru. "), is_empty=False),
    "endless line": Case(_filled("the minister of the north went to the river and the old town with a boat and ")),
    "said": Case(_filled("he said that ")),
    "names": Case(_names, is_empty=False),
    "numbers": Case(_numbers),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What reading one text took: seconds of the processor, gigabytes at most; what it yielded."""

    characters: int
    seconds: float
    memory: float
    events: int
    actors: int
    statements: int
    problems: tuple[str, ...]
    participants: int = 0
    """Those of the event that has most."""


def cost(text: str, attribution: Literal["learned", "rules"] = "rules") -> Cost:
    """What it takes to read `text`, models loaded before."""
    from memcon.ingest import Reader

    reader = Reader(attribution=attribution)
    reader.read("Norway met Peru on Monday.", published="2024-05-15")
    began = time.process_time()
    reading = reader.read({"id": "text", "text": text, "published": "2024-05-15"})
    return Cost(
        characters=len(text),
        seconds=round(time.process_time() - began, 2),
        memory=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2),
        events=len(reading.events),
        actors=len(reading.actors),
        statements=len(reading.statements),
        problems=tuple(sorted({problem.code for problem in reading.problems})),
        participants=max((len(event.participants) for event in reading.events), default=0),
    )


def growth(small: Cost, large: Cost) -> float:
    """How many times longer a character takes in the larger text; what takes a second or less has no measurable growth."""
    if large.seconds < 1 or not small.seconds:
        return 1.0
    return (large.seconds / large.characters) / (small.seconds / small.characters)


def faults(case: Case, small: Cost, large: Cost) -> list[str]:
    """What of the promise does not hold."""
    found = []
    if large.memory > MAX_MEMORY:
        found.append("memory")
    if growth(small, large) > MAX_GROWTH:
        found.append("time")
    if case.is_empty and large.events:
        found.append("invented")
    if large.participants < case.participants:
        found.append("participants")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.bounds", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the larger text")
    parser.add_argument("--only", help="names of texts, with commas between them")
    parser.add_argument("--attribution", choices=("learned", "rules"), default="rules")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(asdict(cost(CASES[options.one].text(options.size), options.attribution))))
        return 0
    chosen = options.only.split(",") if options.only else list(CASES)
    row = "{:20} {:>10} {:>8} {:>7} {:>7} {:>7} {:>7} {:>10}  {}"
    print(row.format("text", "characters", "seconds", "growth", "GB", "events", "actors", "statements", "problems"))
    has_fault = False
    for name in chosen:
        case = CASES[name]
        large = _measured(name, options.size, options.attribution)
        small = large if case.is_short else _measured(name, options.size // 10, options.attribution)
        wrong = faults(case, small, large)
        has_fault = has_fault or bool(wrong)
        told = " ".join([*large.problems, *(f"FAULT:{fault}" for fault in wrong)])
        print(
            row.format(
                name, large.characters, f"{large.seconds:.1f}", f"{growth(small, large):.2f}", large.memory,
                large.events, large.actors, large.statements, told or "-",
            ),
            flush=True,
        )  # fmt: skip
    return 1 if has_fault else 0


def _measured(name: str, size: int, attribution: str) -> Cost:
    """The cost in a process of its own, whose memory is its alone."""
    command = [sys.executable, "-m", "eval.bounds", "--one", name, "--size", str(size), "--attribution", attribution]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Cost(**{**told, "problems": tuple(told["problems"])})


if __name__ == "__main__":
    sys.exit(main())
