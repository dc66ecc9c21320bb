"""Kinds of files that look like text and are none: what they are is said, instead of reading code, drawings or calendars as prose."""

from __future__ import annotations

import re

from memcon.domain.problems import Problem

_BEFORE = rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?"
FEED = re.compile(_BEFORE + rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
"""How feeds and site maps begin."""

_BY_BYTES: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (FEED, "a feed"),
    (re.compile(_BEFORE + rb"(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg\b"), "a drawing (SVG)"),
    (re.compile(rb"\s*<\?xml\b"), "an XML file"),
    (re.compile(rb"\s*<\?php\b"), "a program (PHP)"),
    (re.compile(rb"BEGIN:VCALENDAR\b"), "a calendar (iCalendar)"),
    (re.compile(rb"BEGIN:VCARD\b"), "address cards (vCard)"),
    (re.compile(rb"WEBVTT\b"), "subtitles (WebVTT)"),
    (re.compile(rb"1\r?\n\d\d:\d\d:\d\d,\d{3} --> "), "subtitles (SRT)"),
    (re.compile(rb"%!PS\b"), "a PostScript file"),
    (re.compile(rb"\s*\\documentclass\b"), "a LaTeX source"),
    (re.compile(rb"#!\s?/\S"), "a program (script)"),
    (re.compile(rb"diff --git |--- a/"), "a patch"),
)

_BY_SUFFIX: dict[str, str] = {
    **dict.fromkeys((".xml", ".xsd", ".xsl", ".nitf", ".newsml"), "an XML file"),
    **dict.fromkeys((".rss", ".atom"), "a feed"),
    **dict.fromkeys((".css", ".scss", ".less"), "a style sheet"),
    **dict.fromkeys((".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx"), "a program (JavaScript)"),
    **dict.fromkeys((".py", ".r", ".java", ".c", ".h", ".cpp", ".go", ".rs", ".rb", ".php", ".pl", ".sh", ".bat", ".ps1", ".sql", ".do"), "a program"),
    **dict.fromkeys((".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf"), "a settings file"),
    **dict.fromkeys((".srt", ".vtt", ".sub"), "subtitles"),
    **dict.fromkeys((".tex", ".bib", ".ris"), "a LaTeX source or a bibliography"),
    **dict.fromkeys((".ics", ".ical"), "a calendar (iCalendar)"),
    **dict.fromkeys((".geojson", ".kml", ".gpx"), "a map"),
    ".svg": "a drawing (SVG)",
    ".vcf": "address cards (vCard)",
    ".ipynb": "a notebook (Jupyter)",
    ".cdx": "the index of a web archive",
    ".cdxj": "the index of a web archive",
    ".log": "a log",
}  # fmt: skip


def unread_kind(head: bytes, suffix: str) -> str | None:
    """What a file is, by its name's `suffix` and its first bytes, if it is no text that is read; None for any other."""
    by_name = _BY_SUFFIX.get(suffix.lower())
    return by_name or next((kind for begins, kind in _BY_BYTES if begins.match(head)), None)


def not_read(ref: str, kind: str) -> Problem:
    """A file of a kind that is not read."""
    if kind == "a feed":
        return Problem(
            code="feed_not_document",
            message="this is a feed of many articles, not an article",
            hint="memcon source add ADDRESS has its articles read as they come",
            ref=ref,
        )
    return Problem(
        code="kind_not_read",
        message=f"this is {kind}, which memcon does not read",
        hint="where it holds an article, give that as text, Markdown, HTML, PDF, Word or JSON",
        ref=ref,
    )
