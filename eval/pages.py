"""How many web pages a second `memcon add` takes, and how its memory grows: `python -m eval.pages [--pages 2000]`.

The pages are made of the sample dispatches: each has the paragraphs of one of them, told of other states and another day, with what pages have around an article: a menu, metadata in
JSON-LD, other stories, readers' comments. They are added to a new ledger in a file; processor time and memory are told for each tenth of them.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from memcon.acquire import acquire
from memcon.domain.documents import Capture
from memcon.extract import extract
from memcon.ingest import Reader, add
from memcon.store.ledger import LedgerStore, utc_now

SAMPLES = Path(__file__).parents[1] / "samples" / "dispatches"

STATES = (
    ("Norway", "Norwegian", "Oslo"), ("Finland", "Finnish", "Helsinki"), ("Estonia", "Estonian", "Tallinn"), ("Peru", "Peruvian", "Lima"),
    ("Chile", "Chilean", "Santiago"), ("Kenya", "Kenyan", "Nairobi"), ("Ghana", "Ghanaian", "Accra"), ("Jordan", "Jordanian", "Amman"),
    ("Vietnam", "Vietnamese", "Hanoi"), ("Denmark", "Danish", "Copenhagen"), ("Portugal", "Portuguese", "Lisbon"), ("Morocco", "Moroccan", "Rabat"),
)  # fmt: skip
"""Who the dispatches are told of: a state, what is of it, its capital."""

TOLD_OF = (("South Korea", "South Korean", "Seoul"), ("the United States", "U.S.", "Washington"))

SURNAMES = ("Lind", "Salo", "Tamm", "Ruiz", "Holm", "Soto", "Mwangi", "Mensah", "Haddad", "Pham", "Costa", "Alami")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where the run is after some pages: seconds of processor time, the memory in use now and the most so far (MB)."""

    pages: int
    seconds: float
    memory: float
    most: float


def dispatches() -> list[tuple[str, tuple[str, ...]]]:
    """The titles of the sample dispatches and their paragraphs."""
    found = []
    for item in acquire([str(SAMPLES)]):
        document = extract(item)[0] if isinstance(item, Capture) else None
        if document is not None:
            paragraphs = tuple(
                b.span.of(document.text) for b in document.blocks if b.kind == "body" and b.span.field == "text"
            )
            found.append((document.title or "Dispatch", paragraphs))
    return found


def pages(count: int) -> Iterator[str]:
    """So many pages, no two of them alike."""
    samples = dispatches()
    for n in range(count):
        title, paragraphs = samples[n % len(samples)]
        own = [_told_anew(words, n) for words in (title, *paragraphs)]
        yield _page(n, own[0], own[1:])


def _told_anew(words: str, n: int) -> str:
    """A dispatch of other states and persons."""
    for place, names in enumerate(TOLD_OF):
        others = STATES[(n * (place + 1) + n // len(STATES) + 5 * place) % len(STATES)]
        for name, other in zip(names, others, strict=True):
            words = words.replace(name, other)
    for surname in ("Jeong", "Mattis", "Calder"):
        words = words.replace(surname, SURNAMES[(n // 7 + len(surname)) % len(SURNAMES)])
    return words


def _page(n: int, title: str, paragraphs: Sequence[str]) -> str:
    day = (date(2015, 1, 1) + timedelta(days=n)).isoformat()
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{day}T08:00:00Z",
        "publisher": {"@id": "#outlet"},
    }
    outlet = {"@type": "NewsMediaOrganization", "@id": "#outlet", "name": "Meridian Courier"}
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    others = "".join(f"<li><a href='/{n + k}'>Story number {n + k} of the harbour desk</a></li>" for k in range(1, 30))
    comments = "".join(
        f"<div class='comment'><b>reader{k}</b><p>They met on Friday, I think, said reader {k} of story {n}.</p></div>"
        for k in range(12)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | Meridian Courier</title>"
        f"<script type='application/ld+json'>{json.dumps({'@graph': [told, outlet]})}</script></head><body><nav><ul>{others}</ul></nav>"
        f"<main><article><h1>{title}</h1><p class='byline'>By the harbour desk</p>{body}<p>This is dispatch number {n} of the desk.</p></article>"
        f"<section class='comments'>{comments}</section></main><aside><ul>{others}</ul></aside><footer>Made for a measurement.</footer></body></html>"
    )


def steps(done: Iterable[object], count: int) -> Iterator[Step]:
    """Where the run is after each tenth of the pages."""
    began = time.process_time()
    for n, _ in enumerate(done, 1):
        if n % max(1, count // 10) == 0:
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield Step(pages=n, seconds=time.process_time() - began, memory=_in_use(most), most=most)


def _in_use(most: float) -> float:
    """The memory that the process uses now (MB), where the system tells it; else the most that it used."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * resource.getpagesize() / 2**20 if told.exists() else most


def added(folder: Path, ledger: Path) -> Iterator[object]:
    """The pages of a folder, each as it is added to a new ledger."""
    with closing(LedgerStore.open(str(ledger))) as store:
        yield from add(store, acquire([str(folder)]), Reader(), now=utc_now)


def extracted(folder: Path) -> Iterator[object]:
    """The pages of a folder, each as its text and metadata are made."""
    for item in acquire([str(folder)]):
        document, _ = extract(item) if isinstance(item, Capture) else (None, ())
        assert document is not None  # every page holds an article
        yield document


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.pages", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--only-extract", action="store_true", help="make texts of the pages, and read none")
    given = parser.parse_args(arguments)
    count = given.pages
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held, "pages")
        folder.mkdir()
        for n, page in enumerate(pages(count)):
            (folder / f"{n:06}.html").write_text(page, encoding="utf-8")
        clock, before = time.monotonic(), Step(pages=0, seconds=0.0, memory=0.0, most=0.0)
        print("| pages | pages a second of processor time, in this tenth | memory now, MB | most so far, MB |\n|---|---|---|---|")
        done = extracted(folder) if given.only_extract else added(folder, Path(held, "ledger.db"))
        for step in steps(done, count):
            rate = (step.pages - before.pages) / (step.seconds - before.seconds)
            print(f"| {step.pages:,} | {rate:.1f} | {step.memory:.0f} | {step.most:.0f} |", flush=True)
            before = step
        print(
            f"\n{count / before.seconds:.1f} pages a second of processor time, {count / (time.monotonic() - clock):.1f} by the clock."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
