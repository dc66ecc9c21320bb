"""PDF and Word documents."""

from __future__ import annotations

import io
import zipfile

import pytest

from memcon.domain.documents import Capture, Document
from memcon.domain.problems import Problem
from memcon.extract import extract
from memcon.extract.formats import pdf as pdf_module
from tests.files import LATER, SAID, pdf, word, zipped

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGES = (
    ["Ministry of Foreign Affairs", "Page 1 of 2", "Ministers meet in Oslo", "4 November 2025", "The Norwegian foreign minister met the Finnish foreign minis-",
     "ter in Oslo on Monday to discuss the fishing accord of last year and", "a joint research fleet.", "The two sides agreed to meet again in May."],
    ["Ministry of Foreign Affairs", "Page 2 of 2", "The envoys of both states then travelled to Bergen, where they were", "received by the mayor."],
)  # fmt: skip


TOWNS = ("Oslo", "Bergen", "Lima", "Tallinn", "Riga", "Turku", "Accra", "Amman", "Rabat")


def read(data: bytes, media_type: str) -> tuple[Document | None, tuple[Problem, ...]]:
    return extract(Capture(ref="r", data=data, media_type=media_type))


def test_a_pdf_is_its_paragraphs() -> None:
    """What stands on every page is left out but for the letterhead of the first, words that were parted are whole, and the file's title is its own."""
    document, problems = read(
        pdf(*PAGES, info="/Title (Ministers meet in Oslo) /Author (Press Office) /CreationDate (D:20200101)"),
        "application/pdf",
    )

    assert document is not None
    assert ("Ministers meet in Oslo", "2025-11-04", "stated", ("Press Office",)) == (
        document.title,
        document.published,
        document.published_basis,
        document.byline,
    )
    assert "Page" not in document.text
    assert 1 == document.text.count("Ministry of Foreign Affairs")
    assert "met the Finnish foreign minister in Oslo on Monday" in " ".join(document.text.split())
    assert "research fleet.\n\nThe two sides" in document.text
    assert not problems


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([], []), "no_text_layer"),
        (pdf([SAID], is_cut=True), "pdf_not_readable"),
        (b"%PDF-1.7\n" + b"junk " * 500, "pdf_not_readable"),
        (b"%PDF-1.7", "pdf_not_readable"),
    ],
)
def test_pdf_files_that_hold_no_text(data: bytes, code: str) -> None:
    """A scan is told from a file that is broken."""
    document, problems = read(data, "application/pdf")

    assert document is None
    assert [code] == [problem.code for problem in problems]


def test_pages_that_are_drawings_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the length of their instructions, alone and together; which they are is said."""
    monkeypatch.setattr(pdf_module, "LONGEST_PAGE", 600)
    monkeypatch.setattr(pdf_module, "LONGEST", 900)
    document, [problem] = read(
        pdf([SAID], [LATER] * 9, [SAID, LATER], *([f"The envoys met in {town}."] for town in TOWNS)), "application/pdf"
    )

    assert document is not None
    assert document.text.startswith(SAID)
    assert ("pages_not_read", False) == (problem.code, problem.is_fatal)
    assert "too many: 2, 12" in problem.message


def test_a_locked_pdf_is_said_to_be() -> None:
    """One that opens only with a password."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([SAID])))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    document, problems = read(held.getvalue(), "application/pdf")

    assert document is None
    assert ["encrypted"] == [problem.code for problem in problems]


def test_a_word_document_is_its_paragraphs_and_tables() -> None:
    """Styles tell titles and headings; the writer is the file's, and the day on which it was saved is not told."""
    data = word(
        ("Title", "Ministers meet in Oslo"), ("Normal", "4 November 2025"), ("Normal", SAID), ("Heading 1", "Background"), ("Normal", LATER),
        rows=[("Date", "Event"), ("3 May 2025", "Talks in Bergen")], author="Press Office",
    )  # fmt: skip
    document, problems = read(data, WORD)

    assert document is not None
    assert (
        f"Ministers meet in Oslo\n\n4 November 2025\n\n{SAID}\n\nBackground\n\n{LATER}\n\nDate | Event\n\n3 May 2025 | Talks in Bergen"
        == document.text
    )
    assert ["title", "date_line", "body", "heading", "body"] == [block.kind for block in document.blocks][:5]
    assert ("2025-11-04", ("Press Office",), ()) == (document.published, document.byline, problems)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word(("Normal", "")), "empty"),
        (zipped({"word/document.xml": "no XML"}), "docx_not_readable"),
        (b"PK\x03\x04junk", "docx_not_readable"),
        (zipped({"word/document.xml": b"<a>" * 11_000_000}, level=1), "archive_too_large"),
    ],
)
def test_word_documents_that_are_none(data: bytes, code: str) -> None:
    """Empty, broken, or made to swell."""
    document, problems = read(data, WORD)

    assert document is None
    assert [code] == [problem.code for problem in problems]


def test_entities_of_a_word_document_do_not_grow() -> None:
    """A package whose text declares entities by the billion."""
    whole = word(("Normal", SAID))
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(held, "w") as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == "word/document.xml":
                head = (
                    b"<!DOCTYPE a [<!ENTITY a0 'a'>"
                    + b"".join(b"<!ENTITY a%d '%s'>" % (n + 1, b"&a%d;" % n * 9) for n in range(9))
                    + b"]>"
                )
                data = data.replace(b"?>", b"?>" + head, 1).replace(SAID.encode(), b"&a9;")
            after.writestr(info.filename, data)
    document, _ = read(held.getvalue(), WORD)

    assert document is None or len(document.text) < 1_000
