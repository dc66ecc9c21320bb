"""The date of a release's main event against human coding (ISAF press releases): the share of releases with the exact day.

Until events are coded, the event's date is read as the first day named behind the dateline that is no possessive ("Tuesday's
attack" is another event), with the dateline's date as the document's date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, accuracy, precision, tally
from memcon.annotate.timexes import find_times_in_text
from memcon.domain.dates import find_dates

FILE = "isaf/releases.jsonl"

FIGURES = {"day.accuracy": accuracy("day"), "day.precision": precision("day")}
"""`accuracy` over all releases with a dateline and a coded date, many of which state no day of the event; `precision` over those where a
day was read."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every release in `path` that has a dateline and a coded date (JSON lines with `text`, `dateline`, `gold`)."""
    for record in records(path):
        found = read(record["text"], record["dateline"])
        counts: Counts = {}
        tally(counts, "day", hits=found == record["gold"]["start_date"], found=found is not None, gold=1)
        yield counts


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("dateline") and record["gold"].get("start_date"):
                yield record


def read(text: str, dateline: str) -> str | None:
    """The first day named behind the dateline."""
    dates = [edtf for _, edtf in find_dates(dateline)]
    if not dates:
        return None
    body = text.rfind(dateline, 0, LEAD) + len(dateline)
    for timex in find_times_in_text(text[body:], dates[0]):
        is_day = timex.edtf is not None and len(timex.edtf) == 10 and timex.edtf[:4].isdecimal()
        if is_day and text[body + timex.span.end :][:1] not in ("'", "’"):
            return timex.edtf
    return None


LEAD = 800
"""The dateline stands in that many characters, the last one before the text if it is said twice."""


def main(paths: Sequence[str]) -> None:
    for path in paths:
        total: Counts = {}
        for counts in measure(Path(path)):
            for name, number in counts.items():
                total[name] = total.get(name, 0) + number
        print(path)
        for name, figure in FIGURES.items():
            print(f"  {name:20}{figure(total):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
