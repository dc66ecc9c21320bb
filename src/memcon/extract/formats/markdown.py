"""Markdown: without its markup, with its headings as blocks and its front matter as metadata."""

from __future__ import annotations

from memcon.domain.documents import Capture
from memcon.extract.content import Content, ContentFormat, without_places
from memcon.extract.decode import decode
from memcon.extract.markdown import read_markup


def read(capture: Capture) -> Content:
    decoded = decode(capture.data, ref=capture.ref, is_html=False, charset=capture.stated.get("charset"))
    if decoded.text is None:
        return Content(text=None, problems=decoded.problems)
    markup = read_markup(decoded.text, ref=capture.ref)
    problems = decoded.problems if markup.text == decoded.text else without_places(decoded.problems)
    return Content(
        text=markup.text,
        blocks=markup.blocks,
        stated={**capture.announced, **markup.stated, **capture.stated},
        problems=(*problems, *markup.problems),
    )


FORMAT = ContentFormat(name="markdown", media_type="text/markdown", suffixes=(".md", ".markdown"), read=read)
