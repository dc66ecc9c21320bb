"""Measures how fast a ledger answers and writes docs/reference/speed.md: `python -m eval.speed LEDGER [--write]`.

Each question is asked of a running process (median of many different ones, first ones included) and from the command line (process start
included; median of some runs). Times are the processor's, and the wall clock's beside them: other work on the machine makes the second longer.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.speed_page import tell
from memcon import query
from memcon.store.ledger import LedgerStore

TABLE = "<!-- figures -->"
ROUNDS = 15
COMMANDS = 5

Question = Callable[[], object]


def questions(store: LedgerStore, draw: random.Random) -> dict[str, tuple[list[Question], list[str]]]:
    """What is asked, many times with other values, and the same from the command line."""
    months = [f"{draw.randrange(2016, 2029)}-{draw.randrange(1, 13):02}" for _ in range(ROUNDS)]
    pages = [query.timeline(store, since=month, until=month, limit=30) for month in months]
    events = [draw.choice(page) for page in pages if page]
    people = [p for page in pages for e in page for p in e.participants if p.name.strip()]
    draw.shuffle(people)
    most_named = "select record from claims where property = 'kind' group by record order by count(*) desc"
    states = [str(row[0]) for row in store.select(most_named, ROUNDS)[1]]
    persons = [p for p in people if p.kind == "person"][:ROUNDS] or people[:1]
    recorded = [store.select(f"select recorded_at from entries where seq > (select max(seq) * {n} / {ROUNDS + 1} from entries) limit 1", 1)[1][0][0] for n in range(1, ROUNDS + 1)]  # fmt: skip
    page: dict[str, object] = {"limit": 50}
    month, event = months[0], events[0]

    def asked(call: Callable[..., object], values: list[dict[str, object]]) -> list[Question]:
        return [lambda value=value: call(store, **value) for value in values]  # type: ignore[misc]

    return {
        "timeline, a month": (asked(query.timeline, [{"since": m, "until": m, **page} for m in months]), ["timeline", "--since", month, "--until", month, "--limit", "50"]),
        "timeline, from the beginning": (asked(query.timeline, [page] * 3), ["timeline", "--limit", "50"]),
        "timeline, a status": (asked(query.timeline, [{"status": s, **page} for s in ("cancelled", "postponed", "held", "scheduled")]), ["timeline", "--status", "cancelled", "--limit", "50"]),
        "timeline of a person, by name": (asked(query.timeline, [{"actor": p.name, **page} for p in persons]), ["timeline", "--actor", persons[0].name, "--limit", "50"]),
        "timeline of a most named actor, a year": (asked(query.timeline, [{"actor": s, "since": m[:4], **page} for s, m in zip(states, months, strict=False)]), ["timeline", "--actor", states[0], "--limit", "50"]),
        "as of a day of publication": (asked(query.timeline, [{"published": f"{m}-15", "since": m, **page} for m in months]), ["timeline", "--as-of", f"{month}-15", "--since", month, "--limit", "50"]),
        "as the ledger was": (asked(query.timeline, [{"recorded": at, "since": m, **page} for at, m in zip(recorded, months, strict=True)]), ["timeline", "--recorded", recorded[5], "--since", month, "--limit", "50"]),
        "timeline of a country": (asked(query.timeline, [{"country": c, "since": m[:4], **page} for c, m in zip(("USA", "JPN", "KOR", "SRB", "NPL"), months, strict=False)]), ["timeline", "--country", "JPN", "--since", month, "--limit", "50"]),
        "conflicts, a month": (asked(query.conflicts, [{"since": m, "until": m, **page} for m in months[:5]]), ["conflicts", "--since", month, "--until", month]),
        "show an event": (asked(query.show, [{"id": e.id} for e in events]), ["show", event.id]),
        "show a person": (asked(query.show, [{"id": p.actor} for p in persons]), ["show", persons[0].actor]),
        "show a most named actor": (asked(query.show, [{"id": s} for s in states]), ["show", states[0], "--limit", "50"]),
        "statements, a month": (asked(query.statements, [{"since": m, "until": m, **page} for m in months]), ["statements", "--since", month, "--limit", "50"]),
        "statements, a month, all": (asked(query.statements, [{"since": m, "until": m, "is_all": True, **page} for m in months]), ["statements", "--all", "--since", month, "--limit", "50"]),
        "statements, the few that are surest": (asked(query.statements, [{"since": m, "confidence": 0.95, **page} for m in months[:5]]), ["statements", "--confidence", "0.95", "--since", month, "--limit", "50"]),
        "statements of a person": (asked(query.statements, [{"speaker": p.name, "is_all": True, **page} for p in persons]), ["statements", "--all", "--speaker", persons[0].name, "--limit", "50"]),
        "statements about a word": (asked(query.statements, [{"about": w, "is_all": True, **page} for w in ("sanctions", "grain", "ceasefire", "trade")]), ["statements", "--all", "--about", "sanctions", "--limit", "50"]),
        "search documents": ([lambda w=w: store.search(w) for w in ("sanctions", "ceasefire agreement", "nuclear", "grain corridor")], ["search", "sanctions"]),  # type: ignore[misc]
        "search statements": ([lambda w=w: store.search(w, where="statements") for w in ("sanctions", "ceasefire", "nuclear talks")], ["search", "sanctions", "--in", "statements"]),  # type: ignore[misc]
    }  # fmt: skip


def measure(place: str) -> dict[str, object]:
    """Milliseconds of each question, memory at the end, and what the ledger holds."""
    with TemporaryDirectory() as compiled:
        return _measured(place, compiled)


def _measured(place: str, compiled: str) -> dict[str, object]:
    store = LedgerStore.open(place, is_read_only=True)
    rows = []
    for name, (calls, arguments) in questions(store, random.Random(3)).items():
        taken = [_timed(call) for call in calls]
        cpu, wall = (statistics.median(each) for each in zip(*taken, strict=True))
        line = [*arguments, "--ledger", place]
        _command(line, compiled)
        lines = [_command(line, compiled) for _ in range(COMMANDS)]
        line_cpu, line_wall = (statistics.median(each) for each in zip(*lines, strict=True))
        rows.append((name, cpu, wall, line_cpu, line_wall))
        print(f"{name:40}{cpu:8.0f}{wall:8.0f}{line_cpu:8.0f}{line_wall:8.0f}", file=sys.stderr)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counts = store.counts()
    store.close()
    size = sum(path.stat().st_size for path in Path(place).parent.glob(f"{Path(place).name}*")) / 1e9
    return {"rows": rows, "memory": memory, "size": size, "counts": counts}


def _timed(call: Question) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    call()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def _command(arguments: list[str], compiled: str) -> tuple[float, float]:
    """What a command takes whose modules are compiled, as those of an installed program are: into a folder of their own, whatever is asked of this process."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "memcon", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * cpu, 1000 * (time.perf_counter() - wall)


def table(found: dict[str, object]) -> str:
    """The figures as a table of the page."""
    counts: dict[str, int] = found["counts"]  # type: ignore[assignment]
    rows: list[tuple[str, float, float, float, float]] = found["rows"]  # type: ignore[assignment]
    head = (
        f"A ledger of {counts['entries']:,} entries of {counts['documents']:,} documents, {found['size']:.1f} GB; "
        f"the asking process used {found['memory']} MB at most. Commands were measured with their modules compiled, as in an installed program.\n\n"
        "| question | processor, ms | clock, ms | from the command line: processor, ms | clock, ms |\n|---|---|---|---|---|\n"
    )
    return head + "".join(
        f"| {name} | " + " | ".join(f"{each:.0f}" for each in figures) + " |\n" for name, *figures in rows
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    parser.add_argument("--write", action="store_true", help="write the table into docs/reference/speed.md")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    options = parser.parse_args()
    found = measure(options.ledger)
    if options.json:
        options.json.write_text(json.dumps(found))
    tell(TABLE, table(found), is_written=options.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
