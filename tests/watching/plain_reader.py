"""A reader that goes as far as the clean text, so that tests of what is fetched need no language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.extract import extract
from memcon.ingest import Read, program


class PlainReader:
    """`read` are the refs of everything that it was given to read, in order."""

    fingerprint = "plain"

    def __init__(self) -> None:
        self.read: list[str] = []

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        for item in captures:
            if isinstance(item, Problem):
                yield Read(ref=item.ref, problems=(item,))
                continue
            self.read.append(item.ref)
            document, problems = extract(item)
            reading = None if document is None else Reading(document=document, problems=problems, reader=program())
            yield Read(ref=item.ref, capture=item, reading=reading, problems=problems)
