"""The one event of a readout (a call or meeting of a head of government or a minister): is it in the record as it was?

Each readout is read twice: its body alone, and with its title given as the record's `title`. The gold kind and names were taken from the
title. The event looked at is the one that agrees best. From the body alone `kind` is not counted, since "spoke with" leaves open whether
it was by telephone.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from eval import Counts, accuracy, tally
from eval.reading import make_reader
from memcon.domain.actors import Actor
from memcon.domain.reading import Reading
from memcon.domain.records import Event

FILE = "readouts/readouts.jsonl"

READS = True
"""Another reader can be measured by it."""


PARTS = ("principals", "held", "day", "kind", "all")
"""What is asked of the event; `all` is every other one at once."""

FIGURES = {f"{given}.{part}": accuracy(f"{given}.{part}") for given in ("body", "title") for part in PARTS if (given, part) != ("body", "kind")}  # fmt: skip

KINDS: Mapping[str, frozenset[str]] = {
    "call": frozenset({"call"}),
    "meeting": frozenset({"meeting", "talks", "summit", "visit"}),
}
"""The kinds of event that are right for each kind of the gold."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every readout in `path` (JSON lines with `text`, `title`, `published`, `gold`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records = [json.loads(line) for line in lines]
    for record, body, titled in zip(records, read(records, "body"), read(records, "title"), strict=True):
        counts: Counts = {}
        for given, reading in (("body", body), ("title", titled)):
            for part, is_right in compare(record, reading, has_title=given == "title").items():
                tally(counts, f"{given}.{part}", hits=is_right, found=1, gold=1)
        yield counts


def read(records: Sequence[Mapping[str, Any]], given: str) -> Iterator[Reading]:
    """The readings of the records, statements by rules, their titles given or not."""
    keys = ("text", "published", "title") if given == "title" else ("text", "published")
    return make_reader(attribution="rules").read_many([{key: record[key] for key in keys} for record in records])


def compare(record: Mapping[str, Any], reading: Reading, *, has_title: bool) -> dict[str, bool]:
    """For each part, whether the event that agrees best has it right; `kind` only where the title was given."""
    none = dict.fromkeys(PARTS[:-1] if has_title else PARTS[:-2], False)
    found = [_agreement(record, reading, event, none) for event in reading.events]
    best = max(found, key=lambda parts: (parts["principals"], sum(parts.values())), default=none)
    return {**best, "all": all(best.values())}


def _agreement(record: Mapping[str, Any], reading: Reading, event: Event, asked: Mapping[str, bool]) -> dict[str, bool]:
    gold = record["gold"]
    actors = {actor.id: actor for actor in reading.actors}
    present = [actors[p.actor] for p in event.participants if p.actor in actors]
    answers = {
        "principals": _is_there([gold["principal"]], present) and _is_there(gold["counterpart_words"], present),
        "held": event.status == "held",
        "day": event.when is not None and event.when.edtf[:10] in _days(record),
        "kind": event.kind in KINDS[gold["kind"]],
    }
    return {part: answers[part] for part in asked}


_YESTERDAY = re.compile(r"\byesterday\b|\blast (?:night|evening)\b", re.IGNORECASE)


def _days(record: Mapping[str, Any]) -> frozenset[str]:
    """The day of publication; the two days before as well where the text says "yesterday"."""
    published = date.fromisoformat(record["published"])
    back = 3 if _YESTERDAY.search(record["text"]) else 1
    return frozenset((published - timedelta(days=n)).isoformat() for n in range(back))


def _is_there(words: Sequence[str], actors: Sequence[Actor]) -> bool:
    """Whether one of the actors bears one of the words, but for accents and a letter or two ("Zelenskyy", "Zelenskiy")."""
    wanted = [_plain(word) for word in words if len(word) > 2 and word[0].isupper()]
    borne = {_plain(part) for a in actors for name in (a.name, *a.aliases) for part in re.findall(r"[^\W\d_]+", name)}
    return any(SequenceMatcher(None, w, b).ratio() > 0.8 for w in wanted for b in borne)


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in bare if c.isalpha())


def main(paths: Sequence[str]) -> None:
    """Prints each readout that is not wholly right, with what is wrong in it."""
    for path in paths:
        records = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for given in ("body", "title"):
            for record, reading in zip(records, read(records, given), strict=True):
                found = compare(record, reading, has_title=given == "title")
                if not found["all"]:
                    print(
                        given,
                        *(part for part, is_right in found.items() if not is_right and part != "all"),
                        "|",
                        record["title"],
                    )


if __name__ == "__main__":
    main(sys.argv[1:])
