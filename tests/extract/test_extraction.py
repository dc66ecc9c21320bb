"""The stage as a whole: good documents, and every kind of bad input."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.documents import Block, Capture, Document
from memcon.domain.spans import Span
from memcon.extract import MAX_CHARACTERS, extract, is_readable
from tests.seconds import least_seconds, within

ARTICLE = """ date 2021-05-04  Norway, Denmark to hold talks on herring
Norway, Denmark to hold talks on herring

Published: 4 May 2021, 09:15
Envoy Ingrid Solberg, right, and a Danish fisherman hold up a herring in Bergen on May 3. [FJORD TIMES]

The envoys of both coastal states were set to meet in Bergen on Tuesday, sources said, to talk about herring.
\u00a0
They will meet again in June, when the herring has been counted, the ministry said in a note.

Yonhap
tags herring norway denmark
© The Fjord Courier(www.example.com). All rights reserved.
"""

KOREAN = "두 나라 외교관들이 화요일 베른에서 만나 어업 협정을 논의했다고 외교부가 밝혔다. 다음 회담은 유월에 열린다."


def read(data: str | bytes, media_type: str = "text/plain", **stated: str) -> tuple[Document | None, list[str]]:
    """The document and the codes of the problems."""
    raw = data.encode() if isinstance(data, str) else data
    document, problems = extract(Capture(ref="x", data=raw, media_type=media_type, stated=stated))
    return document, [p.code for p in problems]


def test_a_newspaper_article() -> None:
    """All that a page says about itself, and the text unchanged."""
    document, problems = read(ARTICLE)

    assert problems == []
    assert document is not None
    assert document.text == ARTICLE
    assert document.title == "Norway, Denmark to hold talks on herring"
    assert document.publisher == "The Fjord Courier"
    assert document.wire == "Yonhap"
    assert (document.published, document.published_time, document.published_basis) == ("2021-05-04", "09:15", "stated")
    assert document.published_span is not None
    assert document.published_span.of(ARTICLE) == "4 May 2021"
    assert document.tags == ("herring norway denmark",)
    assert document.language == "en"
    assert [b.kind for b in document.blocks].count("caption") == 1


def test_the_id_is_the_texts() -> None:
    """Neither path nor metadata nor encoding matters."""
    ids = {
        extract(Capture(ref=ref, data=data, media_type="text/plain", given_published=given))[0].id  # type: ignore[union-attr]
        for ref, data, given in (
            ("a", ARTICLE.encode(), None),
            ("b", ARTICLE.encode("utf-8-sig"), "2021"),
            ("c", ARTICLE.encode("utf-16"), None),
        )
    }

    assert len(ids) == 1
    assert read(ARTICLE + " ")[0] != read(ARTICLE)[0]


def test_a_record() -> None:
    """Its text is kept to the character, its metadata is used."""
    text = "\ufeff" + ARTICLE.split("\n\n")[2] + "\r\n"
    document, problems = read(
        b"{}",
        "application/json",
        text=text,
        title="Talks",
        published="2021-05-05",
        publisher="Fjord Media",
        url="https://example.org/a",
    )

    assert problems == []
    assert document is not None
    assert document.text == text
    assert (document.title, document.publisher, document.url) == ("Talks", "Fjord Media", "https://example.org/a")
    assert (document.published, document.published_basis) == ("2021-05-05", "metadata")


def test_markdown() -> None:
    """The marks stay in the text, the blocks leave them out."""
    text = "---\ndate: 2021-05-04\n---\n# Envoys meet\n\nThe envoys met in Bergen on Tuesday, officials said.\n"
    document, _ = read(text, "text/markdown")

    assert document is not None
    assert document.text == text
    assert document.title == "Envoys meet"
    assert document.published == "2021-05-04"
    assert [b.span.of(text) for b in document.blocks if b.kind == "title"] == ["Envoys meet"]


def test_a_page() -> None:
    """Metadata of the page, text of the article."""
    page = """<html><head><meta property="article:published_time" content="2021-05-04T09:15:00+02:00"><meta property="og:site_name" content="Fjord Courier"></head>
    <body><article><h1>Envoys meet</h1><p>BERGEN (AP) — The envoys met in Bergen on Tuesday, officials said.</p><p>They will meet again in June, the ministry said.</p></article></body></html>"""
    document, problems = read(page, "text/html")

    assert problems == []
    assert document is not None
    assert (document.title, document.publisher, document.wire) == ("Envoys meet", "Fjord Courier", "AP")
    assert (document.published, document.published_time, document.published_basis) == (
        "2021-05-04",
        "09:15+02:00",
        "metadata",
    )
    assert [b.kind for b in document.blocks] == ["title", "date_line", "body", "body"]


def test_yearless_dateline_takes_the_year_of_publication() -> None:
    """And stays open without it."""
    text = "BERGEN, May 4 (AP) — The envoys met in Bergen on Tuesday, officials said."

    for published, expected in ((None, "XXXX-05-04"), ("2021-05-05", "2021-05-04")):
        document, _ = extract(Capture(ref="x", data=text.encode(), media_type="text/plain", given_published=published))
        assert document is not None
        assert document.dateline is not None
        assert document.dateline.date == expected


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"", "text/plain", "empty"),
        (b" \n\t ", "text/plain", "empty"),
        (b"\xef\xbb\xbf", "text/plain", "empty"),
        (b"* * *", "text/plain", "no_words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "text/plain", "binary"),
        (b"%PDF-1.7", "text/html", "binary"),
        ("The envoys met in Oslo.".encode("cp500") * 3, "text/plain", "encoding_unknown"),
        (b"a" * (MAX_CHARACTERS + 1), "text/plain", "too_long"),
        (b"a" * (MAX_CHARACTERS + 1), "text/markdown", "too_long"),
        (b"<html><body><a href=x>Home</a></body></html>", "text/html", "no_article"),
        (b"<p>" + b"herring " * 300_000, "text/html", "html_not_readable"),
        (b"{}", "application/json", "text_missing"),
    ],
)
def test_unreadable_input_is_one_fatal_problem(data: bytes, media_type: str, code: str) -> None:
    """With a place and a hint."""
    document, problems = extract(Capture(ref="folder/x", data=data, media_type=media_type))

    assert document is None
    [problem] = problems
    assert problem.code in (code, "binary") if code == "encoding_unknown" else problem.code == code
    assert problem.is_fatal
    assert problem.ref == "folder/x"
    assert problem.hint


@pytest.mark.parametrize("data", [KOREAN.encode(), KOREAN.encode("cp949")])
def test_a_language_that_is_not_read_is_kept(data: bytes) -> None:
    """The document comes with its language, and with a fatal problem."""
    document, problems = read(data)

    assert document is not None
    assert document.text == KOREAN
    assert document.language == "ko"
    assert not is_readable(document.language)
    assert problems[-1] == "language_not_supported"


def test_unseen_characters_are_kept_and_said() -> None:
    """The document is read."""
    text = "The envoys\x08 met \u202ein Bergen\u202c on Tuesday,\x00 officials said, to talk about herring."
    document, problems = extract(Capture(ref="x", data=text.encode(), media_type="text/plain"))

    assert document is not None
    assert document.text == text
    assert [(p.code, p.is_fatal) for p in problems] == [("control_characters", False), ("bidi_characters", False)]
    assert problems[0].span == Span(10, 11)


def test_half_surrogates_in_a_record() -> None:
    """They can't be stored, so each is replaced, and said."""
    document, problems = read(b"{}", "application/json", text="He met \ud83d them in Bergen.")

    assert document is not None
    assert document.text == "He met \ufffd them in Bergen."
    assert problems == ["characters_invalid"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        ARTICLE,
        "herring ",
        "a\n",
        "A",
        "BERGEN (AP) — ",
        "\u202e\x08",
        "By Aa Bb, ",
        "([{<",
        "1:00 May 4, 2021 ",
        "Photo: a.\n",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes about four times the time; a quadratic step would take sixteen."""

    def reading(size: int) -> Callable[[], object]:
        text = (piece * (size // len(piece) + 1))[:size]
        return lambda: extract(Capture(ref="x", data=b"{}", media_type="application/json", stated={"text": text}))

    bound = 10 * max(least_seconds(reading(MAX_CHARACTERS // 20), enough=0.1), 0.1)

    within(bound, reading(MAX_CHARACTERS // 5))


@pytest.mark.parametrize(
    ("text", "title", "is_read"),
    [
        ("The envoys met in Bergen on Tuesday, the ministry said.", "Envoys Meet on Herring", True),
        ("Envoys Meet on Herring\n\nThe envoys met in Bergen, the ministry said.", "Envoys Meet on Herring", False),
        ("Envoys meet on herring. They met in Bergen, the ministry said.", "Envoys Meet on Herring", False),
        ("The envoys met in Bergen on Tuesday, the ministry said.", "Herring", False),
        ("The envoys met in Bergen on Tuesday, the ministry said.", "https://example.org/a b", False),
    ],
)
def test_title_beside_the_text_is_a_block_of_its_own(text: str, title: str, is_read: bool) -> None:
    """A title that the text does not have is read as a headline; one that it begins with is not read twice."""
    document, _ = read("", media_type="application/json", text=text, title=title)

    assert document is not None
    assert document.headline == (title if is_read else None)
    assert [b for b in document.blocks if b.span.field == "title"] == (
        [Block(kind="title", span=Span(0, len(title), "title"))] if is_read else []
    )
    assert document.text == text


def test_title_of_markup_stands_for_another_of_metadata() -> None:
    """Where the text marks a title of its own, one of metadata is no second headline."""
    document, _ = read(
        "---\ntitle: Herring talks, day two\n---\n# Envoys meet again\n\nThey met in Bergen, the ministry said.\n",
        media_type="text/markdown",
    )

    assert document is not None
    assert document.headline is None


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u2003"])
def test_every_space_is_one(blank: str) -> None:
    """Heads and datelines are read with any space of Unicode; the text stays as given."""
    text = "BERGEN, May 4 (Yonhap) -- The envoys of Norway and Denmark met on Tuesday, the ministry said.\n\nPublished: 4 May 2021"
    document, _ = read(text.replace(" ", blank))
    plain, _ = read(text)

    assert document is not None
    assert plain is not None
    assert document.text == text.replace(" ", blank)
    assert (document.dateline, document.published, document.wire) == (plain.dateline, "2021-05-04", "Yonhap")
    assert document.blocks == plain.blocks
