"""What holds for any bytes and any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.domain.documents import Capture
from memcon.domain.ids import content_id
from memcon.extract import extract
from tests.examples import drawn

MEDIA_TYPES = st.sampled_from(["text/plain", "text/markdown"])
PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\x08",
        "\x1b",
        "By Ingrid Solberg",
        "Published: 4 May 2021, 09:15",
        "May 4, 2021",
        " date 2021-05-04  ",
        "Yonhap",
        "(Yonhap)",
        "[FJORD TIMES]",
        "BERGEN, May 4 (AP) — ",
        "For Immediate Release",
        "© Fjord Courier",
        "tags a b",
        "Tags: a, b",
        "Sources",
        "Read more",
        "# ",
        "---\n",
        "title: a\n",
        "The envoys met in Bergen on Tuesday, officials said.",
        "Envoys Meet in Bergen",
        "and then they left without a word",
        "Photo: ",
        " | ",
        "\t",
        "- ",
        "▲",
        "1. ",
        "어부",
        "\ufffd",
        "<p>",
        "</p>",
        "<article>",
        "<figcaption>",
        "<h1>",
        "<script>",
        "<a href=x>",
        "&amp;",
        "<time datetime='2021-05-04'>",
        "\ud800",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=30), max_size=25).map("".join)


def check(capture: Capture) -> None:
    document, problems = extract(capture)

    assert (document, problems) == extract(capture)
    assert document is not None or any(p.is_fatal for p in problems)
    assert all(p.code and p.message and p.hint and p.ref == capture.ref for p in problems)
    if document is None:
        return
    assert document.id == content_id("doc", document.text)
    end = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert words == words.strip()
        end = block.span.end
    covered = sum(b.span.end - b.span.start for b in document.blocks)
    between = "".join(document.text[a:b] for a, b in gaps(document.blocks, len(document.text)))
    assert covered + len(between) == len(document.text)
    if capture.media_type == "application/json":
        assert not any(c.isalnum() for c in between.replace("|", ""))
    for span in (
        document.published_span,
        document.dateline.span if document.dateline else None,
        *(p.span for p in problems),
    ):
        assert span is None or span.end <= len(document.text)
    if document.published_basis == "stated":
        assert document.published_span is not None


def gaps(blocks: object, length: int) -> list[tuple[int, int]]:
    """The stretches between blocks."""
    edges = [0]
    for block in blocks:  # type: ignore[attr-defined]
        edges += [block.span.start, block.span.end]
    edges.append(length)
    return list(zip(edges[::2], edges[1::2], strict=True))


@drawn(150)
@given(data=st.binary(max_size=400), media_type=MEDIA_TYPES)
def test_any_bytes(data: bytes, media_type: str) -> None:
    """Never raise, give the same twice, and blocks are ordered, disjoint and inside the text."""
    check(Capture(ref="x", data=data, media_type=media_type))


@drawn(300)
@given(text=TEXTS)
def test_any_text_of_a_record(text: str) -> None:
    """The same for texts made of what articles are made of; and the blocks leave out no letter."""
    check(Capture(ref="x", data=b"{}", media_type="application/json", stated={"text": text}))


@pytest.mark.slow
@drawn(15)
@given(text=TEXTS)
def test_any_page(text: str) -> None:
    """The same for pages (few, since an article's extraction clears caches each time)."""
    check(Capture(ref="x", data=text.encode("utf-8", "replace"), media_type="text/html"))


@drawn(100)
@given(text=TEXTS, media_type=MEDIA_TYPES, published=st.none() | st.text(max_size=12))
def test_any_file(text: str, media_type: str, published: str | None) -> None:
    """The same for files, whatever the user says about their date."""
    check(Capture(ref="x", data=text.encode("utf-8", "replace"), media_type=media_type, given_published=published))
