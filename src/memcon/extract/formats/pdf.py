"""A PDF with a text layer: its lines page by page, without what stands at the head and the foot of every page. A scan has none, which is said."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.extract.content import Content, ContentFormat
from memcon.extract.formats.libraries import not_installed

MOST_PAGES = 1_000
MOST_CHARACTERS = 3_000_000
LONGEST_PAGE, LONGEST = 2_000_000, 10_000_000
"""Bytes of drawing instructions of one page, and of all together; a page of text has some thousands. A million take seconds."""

_FEWEST_ON_A_PAGE = 20
"""Characters of a page that has a text layer."""

_EDGE, _OFTEN = 2, 0.6
"""How many lines at the top and the bottom of a page may be those of every page, and on what share of the pages they then stand."""

_NUMBER = re.compile(r"\d+")


def read(capture: Capture) -> Content:
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        return Content(text=None, problems=(not_installed(capture.ref, "PDF files"),))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs what is a Problem here
    try:
        reader = pypdf.PdfReader(io.BytesIO(capture.data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Content(text=None, problems=(_locked(capture.ref),))
        found = list(_pages(reader.pages))
        stated = _stated(reader.metadata or {})
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError, ArithmeticError, LookupError, MemoryError, AssertionError, NotImplementedError) as error:  # fmt: skip
        return Content(text=None, problems=(_damaged(capture.ref, error),))
    pages = [lines for lines in found if lines is not None]
    text = "\n".join(_joined(_without_edges(pages)))[:MOST_CHARACTERS]
    if len(text.strip()) < _FEWEST_ON_A_PAGE:
        return Content(text=None, problems=(_without_text(capture.ref, len(found)),))
    left_out = [n for n, lines in enumerate(found, 1) if lines is None]
    problems = (_not_read(capture.ref, left_out),) if left_out else ()
    return Content(text=text, stated={**capture.announced, **stated, **capture.stated}, problems=problems)


def _pages(pages: Any) -> Iterator[list[str] | None]:
    """The lines of each page from top to bottom; None for a page that is left out: its instructions are longer than those of any page of text, or too many came before."""
    left = LONGEST
    for n, page in enumerate(pages):
        if n >= MOST_PAGES:
            yield None
            return
        contents = page.get_contents()
        size = len(contents.get_data()) if contents is not None else 0
        left -= size if size <= LONGEST_PAGE else 0
        if size > LONGEST_PAGE or left < 0:
            yield None
        else:
            yield [" ".join(line.split()) for line in page.extract_text().splitlines()] if size else []


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without the lines that stand at the head or the foot of most of them, whatever the number in them; on the first page a letterhead stays."""
    trimmed = [_trimmed(lines) for lines in pages]
    often = _often(trimmed)
    return [_without_edge(lines, often, keeps_letterhead=n == 0) for n, lines in enumerate(trimmed)]


def _often(pages: Sequence[list[str]]) -> set[str]:
    """The lines at the edges of most pages, with a sign for each number in them."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_NUMBER.sub("#", line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return {line for line, count in seen.items() if count > 1 and count >= _OFTEN * len(pages)}


def _without_edge(lines: list[str], often: set[str], *, keeps_letterhead: bool) -> list[str]:
    """One page without its head and foot, but for the lines of a letterhead without a number where it keeps them."""
    first, last = 0, len(lines)
    while first < min(_EDGE, last) and _is_edge(lines[first], often):
        first += 1
    while last > max(first, len(lines) - _EDGE) and _is_edge(lines[last - 1], often):
        last -= 1
    letterhead = [line for line in lines[:first] if keeps_letterhead and not any(map(str.isdigit, line))]
    return _trimmed([*letterhead, *lines[first:last]])


def _is_edge(line: str, often: set[str]) -> bool:
    """Whether a line is empty, a number alone, or one that stands at the edges of most pages."""
    return not line or _NUMBER.sub("#", line) in often or _NUMBER.fullmatch(line) is not None


def _trimmed(lines: list[str]) -> list[str]:
    """Without empty lines at both ends."""
    first, last = 0, len(lines)
    while first < last and not lines[first]:
        first += 1
    while last > first and not lines[last - 1]:
        last -= 1
    return lines[first:last]


_ENDS = re.compile(r"""[.!?:][)"'”’\]]{0,3}$""")
_PARTED = re.compile(r"(?<=[a-z])[-\u00ad]$")


def _joined(pages: Sequence[list[str]]) -> Iterator[str]:
    """The lines of all pages, wrapped words whole, and a blank line behind each paragraph: a short line that ends a sentence."""
    lines = [line for page in pages for line in page]
    full = sorted(map(len, lines))[int(0.8 * len(lines))] if lines else 0
    begun = ""
    for n, line in enumerate(lines):
        below = lines[n + 1] if n + 1 < len(lines) else ""
        line, begun = begun + line, ""
        if _PARTED.search(line) and below[:1].islower():
            begun = line[:-1]  # "foreign minis-" is a word that the next line ends
            continue
        yield line
        if _ends_paragraph(line, below, full):
            yield ""


def _ends_paragraph(line: str, below: str, full: int) -> bool:
    """Whether a line between two others is short and ends a sentence, or the next one doesn't go on with it."""
    is_short = bool(line and below) and len(line) < 0.8 * full
    return is_short and (_ENDS.search(line) is not None or not _goes_on(line, below))


def _goes_on(line: str, below: str) -> bool:
    """Whether a short line is none by itself: the next one goes on in small letters."""
    return below[:1].islower() or line.endswith(",")


def _stated(metadata: Any) -> dict[str, str]:
    """The title and the writer that a PDF names; the day on which the file was made is not the day on which it was published."""
    title, author = (str(metadata.get(key) or "").strip() for key in ("/Title", "/Author"))
    is_title = " " in title and not re.search(
        r"\.(?:docx?|pdf|indd|odt|pages)\b|^Microsoft Word|^untitled", title, re.I
    )
    return ({"title": title} if is_title else {}) | ({"byline": author} if " " in author else {})


def _without_text(ref: str, pages: int) -> Problem:
    return Problem(
        code="no_text_layer",
        message=f"the PDF has {pages} page{'s' * (pages != 1)} and no text in them: pictures of a text, most likely a scan",
        hint="have a text recognition program (OCR, such as ocrmypdf) add the text, and give its result",
        ref=ref,
    )


def _not_read(ref: str, pages: Sequence[int]) -> Problem:
    shown = ", ".join(map(str, pages[:8])) + (" …" if len(pages) > 8 else "")
    return Problem(
        code="pages_not_read",
        message=f"pages left out of the PDF, since they are drawn with more than text needs, or too many: {shown}",
        hint="the others are read; if these are text, save them as a file of their own",
        ref=ref,
        is_fatal=False,
    )


def _locked(ref: str) -> Problem:
    return Problem(
        code="encrypted", message="the PDF is locked with a password", hint="save it without its password", ref=ref
    )


def _damaged(ref: str, error: BaseException) -> Problem:
    return Problem(
        code="pdf_not_readable",
        message=f"the PDF is broken: {type(error).__name__}: {str(error)[:200]}",
        hint="open it in a PDF viewer and save it anew, or save its text",
        ref=ref,
    )


FORMAT = ContentFormat(name="pdf", media_type="application/pdf", suffixes=(".pdf",), begins=(b"%PDF-",), read=read)
