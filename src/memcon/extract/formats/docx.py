"""A Word document: its paragraphs, headings and tables in order, and what its properties say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from memcon.domain.documents import Block, BlockKind, Capture
from memcon.domain.problems import Problem
from memcon.domain.spans import Span
from memcon.extract.content import Content, ContentFormat
from memcon.extract.formats.libraries import not_installed

MOST_UNPACKED = 200_000_000
"""Bytes that all parts of a document may have together, its pictures included."""

LONGEST_PART = 30_000_000
"""Bytes of its text with the markup."""

_BREAK = "\n\n"


def read(capture: Capture) -> Content:
    try:
        import docx
    except ImportError:
        return Content(text=None, problems=(not_installed(capture.ref, "Word documents"),))
    try:
        _check_size(capture.data)
        document = docx.Document(io.BytesIO(capture.data))
        pieces = [(kind, words) for kind, words in _pieces(document) if words]
        stated = _stated(document.core_properties)
    except _Swelling as error:
        return Content(text=None, problems=(_too_large(capture.ref, error),))
    except Exception as error:  # whatever a forged package provokes in there costs this one document
        return Content(text=None, problems=(_damaged(capture.ref, error),))
    if not pieces:
        problem = Problem(
            code="empty", message="there is no text in it", hint="check that it was saved whole", ref=capture.ref
        )
        return Content(text=None, problems=(problem,))
    blocks, at = list[Block](), 0
    for kind, words in pieces:
        if kind is not None:
            blocks.append(Block(kind=kind, span=Span(at, at + len(words))))
        at += len(words) + len(_BREAK)
    text = _BREAK.join(words for _, words in pieces)
    return Content(text=text, blocks=tuple(blocks), stated={**capture.announced, **stated, **capture.stated})


class _Swelling(Exception):  # noqa: N818
    pass


def _check_size(data: bytes) -> None:
    """Raises `_Swelling` for a package that unpacks to more than any document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise _Swelling(f"more than {MOST_UNPACKED:,} bytes")
        if any(info.file_size > LONGEST_PART and info.filename.endswith((".xml", ".rels")) for info in infos):
            raise _Swelling(f"more than {LONGEST_PART:,} bytes of text and markup")


def _pieces(document: Any) -> Iterator[tuple[BlockKind | None, str]]:
    """The paragraphs and the rows of tables in order."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                yield None, " | ".join(filter(None, cells))
        else:
            yield _kind_of(item), " ".join(item.text.split())


def _kind_of(paragraph: Any) -> BlockKind | None:
    """Whether a paragraph is a title or a heading, by its style."""
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style == "title":
        return "title"
    if style.startswith("heading"):
        return "heading"
    return "caption" if style == "caption" else None


def _stated(properties: Any) -> dict[str, str]:
    """The title and the writer; the day on which the file was saved is not the day on which it was published."""
    told = {"title": properties.title, "byline": properties.author, "language": properties.language}
    kept = {key: " ".join(str(value).split()) for key, value in told.items() if value}
    return {key: value for key, value in kept.items() if value and value != "python-docx"}


def _too_large(ref: str, error: Exception) -> Problem:
    return Problem(
        code="archive_too_large",
        message=f"it unpacks to {error}",
        hint="no article does that: look at what it is; save its text, and give that",
        ref=ref,
    )


def _damaged(ref: str, error: Exception) -> Problem:
    return Problem(
        code="docx_not_readable",
        message=f"the document is broken: {type(error).__name__}: {str(error)[:200]}",
        hint="open it in a word processor and save it anew, or save its text",
        ref=ref,
    )


FORMAT = ContentFormat(
    name="docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    suffixes=(".docx",),
    read=read,
)
