"""Fixtures shared by all tests."""

from __future__ import annotations

import gc
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from memcon.domain.annotation import Annotation
from memcon.domain.documents import Block, Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.extract.datelines import read_dateline
from memcon.knowledge.lookup import Knowledge
from tests.parses import Batched, texts_of

# What checks the internationalised addresses of a JSON Schema compiles 38 grammars when it is imported, for seconds. No test asks for that check, and jsonschema goes without it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# How long an example takes tells of the machine's load, not of the code.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")

# Thousands of tests and the parses that are kept make the search for garbage long, and it finds next to none: it is done seldom, and not among what stands when the tests begin.
gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


def _wait_for_no_disk(raw: object, *_: object) -> None:
    """No test pulls the plug: the ledgers of tests need not be safe on the disk before the next line."""
    if isinstance(raw, sqlite3.Connection):
        raw.execute("PRAGMA synchronous = OFF")


event.listen(Pool, "checkout", _wait_for_no_disk)


@pytest.fixture
def is_kept_safe() -> Iterator[None]:
    """Ledgers wait for the disk, as they do outside of tests."""
    event.remove(Pool, "checkout", _wait_for_no_disk)
    yield
    event.listen(Pool, "checkout", _wait_for_no_disk)


def make_document(text: str, published: str | None = None) -> Document:
    """A document whose paragraphs (separated by line breaks) are body blocks; one behind "# " is its title. A dateline that it begins with is told apart."""
    marked = text.startswith("# ")
    text = text.removeprefix("# ")
    found = None if marked else read_dateline(text.partition("\n")[0])
    begins = len(text) - len(text[found.dateline.span.end :].lstrip()) if found is not None else 0
    return Document(
        id=content_id("doc", text),
        ref="test",
        text=text,
        published=published,
        published_basis="given" if published else "unknown",
        dateline=found.dateline if found is not None else None,
        blocks=tuple(
            Block(kind="title" if marked and m.start() == 0 else "body", span=Span(max(m.start(), begins), m.end()))
            for m in re.finditer(r"[^\n]*\S[^\n]*", text)
            if m.end() > begins
        ),
    )


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The spaCy pipeline, loaded once a session."""
    from memcon.annotate.nlp import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped packs, loaded once a session."""
    from memcon.knowledge.packs import load_shared

    return load_shared()


@pytest.fixture(scope="session")
def annotate(nlp: Any, knowledge: Knowledge, request: pytest.FixtureRequest) -> Callable[..., Annotation]:
    """A function from a text (and, if need be, its publication date) to its annotation."""
    from memcon.annotate import Annotator

    annotator = Annotator(Batched(nlp, texts_of(request.session.items)), knowledge)

    def run(text: str, published: str | None = None) -> Annotation:
        return annotator.annotate(make_document(text, published))

    return run


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes by no more than their argument: what is packed has the time in it, its length too may change, and processes that share the tests must agree on their names."""
    return argname if isinstance(val, bytes) else None
