"""The day of a release's main event against human coding (ISAF press releases), read from raw text through the product.

The text goes through extraction, which finds dateline and publication date, and through annotation, which gives times and syntax;
the file's own dateline is used for counting only. There is no coder for these operations (the codebook is of diplomacy), so the main
event's day is chosen here, by `main_day`, on general grounds that are stated there.

A release *states* a day when its text behind the dateline has words of a day by the plain list `DAY_WORDS`, whatever our reader finds.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, accuracy, precision, tally
from memcon.acquire.records import capture_text
from memcon.annotate import Annotator
from memcon.annotate.nlp import load_pipeline
from memcon.domain.annotation import Annotation
from memcon.domain.dates import interval_of
from memcon.domain.documents import Document
from memcon.domain.times import Timex
from memcon.domain.tokens import Token
from memcon.extract import extract
from memcon.extract.dates import find_dates
from memcon.knowledge import load

FILE = "isaf/releases.jsonl"

FIGURES = {
    "day.accuracy": accuracy("day"),
    "day.precision": precision("day"),
    "day.stated.accuracy": accuracy("day.stated"),
    "published.accuracy": accuracy("published"),
    "yearless.accuracy": accuracy("yearless"),
    "yearless.precision": precision("yearless"),
}
"""`day.accuracy` is over all releases with a full dateline and a coded date, many of which state no day of the event;
`day.stated.accuracy` over those of them that state one; `day.precision` over those where a day was read. `published.accuracy` is the
share whose dateline's day extraction gives as the publication date. `yearless` are the releases with a coded date whose dateline has no
year or that have none: their year, if any, is inferred."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY_WORDS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|last night|overnight|this (?:morning|afternoon|evening)"
    rf"|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b",
    re.IGNORECASE,
)
"""Words that name a day, independent of the grammar of time expressions."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every release in `path` that has a coded date (JSON lines with `text`, `dateline`, `gold`)."""
    known = list(records(path))
    for record, annotation in zip(known, annotate([r["text"] for r in known]), strict=True):
        yield compare(record, annotation)


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            record = json.loads(line)
            if record["gold"].get("start_date"):
                yield record


def annotate(texts: Sequence[str]) -> Iterator[Annotation]:
    """The texts as the product reads them, statements by rules; only the coding of diplomacy is left out."""
    annotator = Annotator(load_pipeline(), load(("world",)))
    return annotator.annotate_many([_extracted(text, str(n)) for n, text in enumerate(texts)])


def compare(record: dict[str, Any], annotation: Annotation) -> Counts:
    """What one release adds to the counts."""
    gold, dateline = record["gold"]["start_date"], record.get("dateline")
    found = main_day(annotation)
    counts: Counts = {}
    right = {"hits": found == gold, "found": found is not None, "gold": 1}
    if not dateline:
        tally(counts, "yearless", **right)
        return counts
    tally(counts, "day", **right)
    if states_day(record["text"], dateline):
        tally(counts, "day.stated", **right)
    published = annotation.document.published
    day = next((edtf for _, edtf in find_dates(dateline)), None)
    tally(counts, "published", hits=published == day, found=published is not None, gold=1)
    return counts


def states_day(text: str, dateline: str) -> bool:
    """Whether the text behind the dateline has words of a day."""
    return DAY_WORDS.search(text, text.rfind(dateline, 0, LEAD) + len(dateline)) is not None


LEAD = 800
"""The dateline stands in that many characters, the last one before the text if it is said twice."""


def _extracted(text: str, ref: str) -> Document:
    document, problems = extract(capture_text(ref, text, None))
    if document is None:
        raise ValueError(f"record {ref} gives no document: {problems}")
    return document


# --- which day is the main event's --------------------------------------------------------------------------------


def main_day(annotation: Annotation) -> str | None:
    """The day of what a news text is about; None where its text names no such day.

    News leads with its event, so it is the first day named in the body that can be the event's. A day can't when it tells a known event
    from others ("Tuesday's attack", "the May 11 attack": another event), or says when something was told and not when it happened ("confirmed today that …"). A day
    within a clause that describes a noun ("a cell that attacked the base on Sunday") comes after all that hang on a main clause.
    """
    starts = {t.start: t for t in annotation.tokens}
    named = [(t, starts.get(t.span.start)) for t in annotation.times if _is_day(t) and _is_in_body(t, annotation)]
    told = _days_of_telling(tuple(word for _, word in named if word is not None), annotation)
    free = [(t, word) for t, word in named if not _is_of_another(t, annotation) and not (word and word.i in told)]
    best = min(free, key=lambda pair: (_is_description(pair[1], annotation), pair[0].span.start), default=None)
    return best[0].edtf[:10] if best and best[0].edtf else None


def _is_day(timex: Timex) -> bool:
    interval = interval_of(timex.edtf) if timex.edtf else None
    return timex.type in ("DATE", "TIME") and interval is not None and interval.is_day


def _is_in_body(timex: Timex, annotation: Annotation) -> bool:
    dateline = annotation.document.dateline
    blocks = [b for b in annotation.document.blocks if b.kind == "body"]
    behind = dateline.span.end if dateline else 0
    return timex.span.start >= behind and any(b.span.start <= timex.span.start < b.span.end for b in blocks)


def _is_of_another(timex: Timex, annotation: Annotation) -> bool:
    """Whether the day stands as a possessive, or between "the" and its noun."""
    text, tokens = annotation.document.text, annotation.tokens
    if text[timex.span.end : timex.span.end + 1] in ("'", "’"):
        return True
    inside = [t for t in tokens if timex.span.start <= t.start < timex.span.end]
    is_known = bool(inside) and inside[0].i > 0 and tokens[inside[0].i - 1].text.lower() == "the"
    return is_known and any(t.head > inside[-1].i and tokens[t.head].pos in ("NOUN", "PROPN") for t in inside)


TELLING = frozenset({"say", "state", "announce", "confirm", "report", "tell", "add", "release"})
"""Lemmas of the verbs with which releases tell what happened."""


def _days_of_telling(words: Sequence[Token], annotation: Annotation) -> frozenset[int]:
    """The tokens of days that say when something was told: for each active verb of telling the day nearest to it among those that hang
    on it, since a parser hangs the event's day there too ("confirmed today the rescue of two men Sunday")."""
    nearest: dict[int, Token] = {}
    for word in words:
        verb = next((t for t in _upwards(word, annotation) if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.lemma.lower() not in TELLING or _is_passive(verb, annotation):
            continue
        held = nearest.get(verb.i)
        if held is None or abs(word.i - verb.i) < abs(held.i - verb.i):
            nearest[verb.i] = word
    return frozenset(word.i for word in nearest.values())


def _is_passive(verb: Token, annotation: Annotation) -> bool:
    return any(annotation.tokens[i].dep in ("nsubjpass", "auxpass") for i in annotation.tree.children[verb.i])


def _is_description(word: Token | None, annotation: Annotation) -> bool:
    """Whether the day stands in a clause that describes a noun."""
    return word is not None and any(t.dep in ("relcl", "acl") for t in _upwards(word, annotation))


def _upwards(word: Token, annotation: Annotation) -> Iterator[Token]:
    """The word, its head, and so on to the root."""
    token = word
    for _ in annotation.tokens:
        yield token
        if token.head == token.i:
            return
        token = annotation.tokens[token.head]


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
