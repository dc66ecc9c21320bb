"""What kind of input some bytes are."""

from __future__ import annotations

import pytest

from memcon.acquire.formats import has_record_lines, sniff, suffixes_of_types


@pytest.mark.parametrize(
    ("head", "suffix", "expected"),
    [
        (b"The envoys met.", ".txt", "text"),
        (b"The envoys met.", "", "text"),
        (b"# Talks", ".MD", "markdown"),
        (b"%PDF-1.7", "", "pdf"),
        (b"%PDF-1.7", ".txt", "pdf"),
        (b"Not found.", ".pdf", "text"),
        (b"PK\x03\x04", ".docx", "docx"),
        (b"PK\x03\x04", "", "zip"),
        (b"Not found.", ".docx", "text"),
        (b"<p>Talks</p>", ".htm", "html"),
        (b"<!DOCTYPE html><html>", ".txt", "html"),
        (b"\xef\xbb\xbf\n<html lang=en>", "", "html"),
        (b'<?xml version="1.0"?><!-- saved --><html>', "", "html"),
        (b"<The envoys> met.", "", "text"),
        (b'{"text": "a"}', "", "json"),
        (b'{\n "text": "a"\n}', "", "json"),
        (b'[{"text": "a"}]', "", "json"),
        (b"[Editor's note] The envoys met.", "", "text"),
        (b'{"text": "a"}\n{"text": "b"}\n', "", "jsonl"),
        (b'{"text": "a"}\n{"text": "b"}\n', ".json", "jsonl"),
        (b'{"text": "a"}\n', ".ndjson", "jsonl"),
        (b'{"text": "a"}', ".txt", "text"),
        ("\ufeff<html>".encode("utf-16-le"), "", "html"),
        (b"", "", "text"),
    ],
)
def test_sniff(head: bytes, suffix: str, expected: str) -> None:
    """The suffix decides, the first bytes where there is none or it misleads."""
    assert expected == sniff(head, suffix)


def test_a_media_type_leads_to_the_suffix_of_its_format() -> None:
    """Of the formats of documents, and of what holds records."""
    known = suffixes_of_types()

    assert (".html", ".md", ".pdf", ".docx", ".html", ".jsonl") == tuple(
        known[kind]
        for kind in (
            "text/html",
            "text/markdown",
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/xhtml+xml",
            "application/jsonl",
        )
    )


def test_has_record_lines_needs_two_objects() -> None:
    """One object is JSON, and a pretty-printed one too."""
    assert not has_record_lines(b'{"a": 1}\n')
    assert not has_record_lines(b'{\n"a": {\n}}')
    assert has_record_lines(b'\n{"a": 1}\n\n{"b"')
