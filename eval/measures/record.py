"""The whole record of a document, held against the gold record that careful readers made from its text alone (dev side).

Events answer one another when a record's evidence covers a word that names the gold event and their kinds are of one family, one to one.
`events` asks only that; `right` also that the record names no wrong party. Facts marked minor are neither asked for nor counted as false.
Every figure is given for all documents, and for news and official texts apart. See docs/reference/gold.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from eval import Counts, Figure, f1, gold, precision, recall
from eval import accuracy as share
from eval.agreement import compare
from eval.coreference import count_mentions
from eval.reading import make_reader
from eval.record import of_gold, of_reading
from memcon.report.contract import to_contract

FILE = gold.FILES["dev"]
"""A file of the project, joined to its texts under --data."""

READS = True
"""Another reader can be measured by it."""

REGISTERS = ("", "news.", "official.")

FALLING = frozenset(register + name for register in REGISTERS for name in ("split", "merged", "elsewhere"))
"""Figures of which less is better: they have no floor."""

_FIGURES: Mapping[str, tuple[Callable[[str], Figure], str]] = {
    "events.recall": (recall, "events"),
    "events.precision": (precision, "right"),
    "events.answering": (precision, "events"),
    "events.f1": (f1, "events"),
    "all_events.f1": (f1, "all_events"),
    "split": (precision, "split"),
    "merged": (recall, "merged"),
    "elsewhere": (precision, "elsewhere"),
    "kind": (share, "kind"),
    "status": (share, "status"),
    "when": (share, "when"),
    "when_open_or_right": (share, "when_open_or_right"),
    "place": (share, "place"),
    "participants.f1": (f1, "participants"),
    "participants.complete": (share, "complete"),
    "roles": (share, "roles"),
    "channel": (share, "channel"),
    "ordinal": (share, "ordinal"),
    "agenda.f1": (f1, "agenda"),
    "outcome.f1": (f1, "outcome"),
    "actors.mentions.recall": (recall, "actors.mentions"),
    "actors.mentions.precision": (precision, "actors.mentions"),
    "actors.mentions.f1": (f1, "actors.mentions"),
    "actors.names.f1": (f1, "actors.names"),
    "actors.nominals.recall": (recall, "actors.nominals"),
    "actors.nominals.precision": (precision, "actors.nominals"),
    "actors.nominals.f1": (f1, "actors.nominals"),
    "actors.pronouns.recall": (recall, "actors.pronouns"),
    "actors.pronouns.precision": (precision, "actors.pronouns"),
    "actors.pronouns.f1": (f1, "actors.pronouns"),
    "statements.f1": (f1, "statements"),
    "statements.recall": (recall, "statements"),
    "statements.precision": (precision, "statements"),
    "statements.speaker": (share, "speaker"),
    "statements.shown.recall": (recall, "statements.shown"),
    "statements.shown.answering": (precision, "statements.shown"),
    "statements.shown.content": (share, "statements.shown.content"),
    "statements.shown.right": (share, "statements.shown.right"),
    "positions.f1": (f1, "positions"),
    "positions.recall": (recall, "positions"),
    "positions.precision": (precision, "positions"),
    "commitments.f1": (f1, "commitments"),
    "commitments.recall": (recall, "commitments"),
    "commitments.precision": (precision, "commitments"),
    "processes.f1": (f1, "processes"),
    "processes.recall": (recall, "processes"),
    "processes.precision": (precision, "processes"),
    "precedents.f1": (f1, "precedents"),
    "precedents.recall": (recall, "precedents"),
    "precedents.precision": (precision, "precedents"),
    "channels.f1": (f1, "channels"),
    "channels.recall": (recall, "channels"),
    "channels.precision": (precision, "channels"),
}
"""Each figure's name, how it is computed, and the counts it is computed of."""

FIGURES: Mapping[str, Figure] = {
    f"{register}{name}": how(f"{register}{counts}")
    for register in REGISTERS
    for name, (how, counts) in _FIGURES.items()
}


def measure(path: Path, data: Path) -> Iterator[Counts]:
    """The counts of every document of the gold file `path`, whose text lies in a collection below `data`."""
    pages = list(gold.join(gold.read(path), data))
    readings = make_reader().read_many([page["input"] for page in pages])
    for page, reading in zip(pages, readings, strict=True):
        right, read = of_gold(page), of_reading(to_contract(reading))
        counts = {**compare(right, read), **count_mentions(right, read, page["input"]["text"])}
        yield {f"{r}{name}": n for r in ("", f"{page['register']}.") for name, n in counts.items()}
