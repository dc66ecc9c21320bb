"""Kinds that look like text."""

from __future__ import annotations

import pytest

from memcon.acquire.unread import not_read, unread_kind


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"<?xml version='1.0'?><rss version='2.0'>", ".txt", "a feed"),
        (b"<?xml version='1.0'?><!-- a --><feed>", "", "a feed"),
        (b"<?xml version='1.0'?><newsItem>", "", "an XML file"),
        (b"<svg xmlns='a'>", "", "a drawing (SVG)"),
        (b"BEGIN:VCALENDAR\r\n", "", "a calendar (iCalendar)"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n", "", "subtitles (SRT)"),
        (b"#!/bin/sh\n", "", "a program (script)"),
        (b"p { color: red }", ".CSS", "a style sheet"),
        (b"The envoys met.", ".py", "a program"),
        (b"The envoys met.", ".txt", None),
        (b"The envoys met.", ".news", None),
        (b"From Oslo: the envoys met.", "", None),
        (b"# Ministers meet", "", None),
        (b"1. The envoys met.", "", None),
    ],
)
def test_kinds_by_name_and_by_bytes(head: bytes, suffix: str, kind: str | None) -> None:
    """What is called otherwise, and begins like none of them, is text."""
    assert kind == unread_kind(head, suffix)


def test_a_feed_is_a_source() -> None:
    """And told so, as a feed at an address is."""
    assert ["feed_not_document", "kind_not_read"] == [not_read("a", kind).code for kind in ("a feed", "a program")]
