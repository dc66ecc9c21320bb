"""A brief as Markdown and as HTML: numbered notes, and nothing of an article's text that could act as markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from memcon.domain.views import Citation
from memcon.report.brief import Brief, Sentence, note_key
from memcon.report.layout import visible
from memcon.report.phrases import quoted
from memcon.report.timeline import source_text

_MARKS = re.compile(r"([\\`*_\[\]<>#|!~&$])")
_LINK = re.compile(r"https?://[^\s<>\"'()\\]+\Z")
_STYLE = ":root{color-scheme:light dark}body{max-width:46em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.4}li{margin:.3em 0}"


def brief_markdown(brief: Brief) -> str:
    """The brief in CommonMark. "[1]" is no link there: no article's text can define one, for its marks are escaped."""
    numbers = _numbers(brief)
    out = [f"# {_md(brief.about)}", f"{_md(brief.since)} to {_md(brief.until)}"]
    for section in brief.sections:
        if section.sentences:
            lines = [f"- {_md(s.text)} {_md_notes(s, numbers)}" for s in section.sentences]
            out += [f"## {section.title}", "\n".join(lines)]
        elif section.empty:
            out += [f"## {section.title}", section.empty]
    if brief.notes:
        out += ["## Sources", "\n\n".join(f"[{n}] {_md_source(c)}" for n, c in enumerate(brief.notes, 1))]
    return "\n\n".join(out) + "\n"


def brief_html(brief: Brief) -> str:
    """The brief as one page of HTML that loads nothing."""
    numbers = _numbers(brief)
    title = escape(visible(brief.about))
    out = [
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
        f"<body><h1>{title}</h1>",
        f"<p>{escape(visible(brief.since))} to {escape(visible(brief.until))}</p>",
    ]
    for section in brief.sections:
        if section.sentences:
            items = "\n".join(f"<li>{escape(s.text)} {_html_notes(s, numbers)}</li>" for s in section.sentences)
            out.append(f"<h2>{escape(section.title)}</h2>\n<ul>\n{items}\n</ul>")
        elif section.empty:
            out.append(f"<h2>{escape(section.title)}</h2>\n<p>{escape(section.empty)}</p>")
    if brief.notes:
        items = "\n".join(f'<p id="n{n}">[{n}] {_html_source(c)}</p>' for n, c in enumerate(brief.notes, 1))
        out.append(f"<h2>Sources</h2>\n{items}")
    return "\n".join([*out, "</body></html>"]) + "\n"


def _numbers(brief: Brief) -> dict[tuple[str, str], int]:
    return {note_key(citation): n for n, citation in enumerate(brief.notes, 1)}


def _md(text: str) -> str:
    """Text of which no character is a mark of Markdown; a number with a point at the beginning is no list."""
    shown = _MARKS.sub(r"\\\1", visible(text))
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", shown)


def _md_notes(sentence: Sentence, numbers: Mapping[tuple[str, str], int]) -> str:
    return "".join(f"[{n}]" for n in sorted(numbers[note_key(c)] for c in sentence.citations))


def _md_source(citation: Citation) -> str:
    url = citation.source.url or ""
    link = f" <{url}>" if _LINK.match(url) else ""
    return f"{_md(source_text(citation.source))}: {_md(quoted(citation.quote).text)}{link}"


def _html_notes(sentence: Sentence, numbers: Mapping[tuple[str, str], int]) -> str:
    found = sorted(numbers[note_key(c)] for c in sentence.citations)
    return "".join(f'<a href="#n{n}">[{n}]</a>' for n in found)


def _html_source(citation: Citation) -> str:
    url = citation.source.url or ""
    who = escape(source_text(citation.source))
    named = f'<a href="{escape(url)}">{who}</a>' if _LINK.match(url) else who
    return f"{named}: {escape(quoted(citation.quote).text)}"
