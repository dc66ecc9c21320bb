"""A page: the article in it, with the page's metadata."""

from __future__ import annotations

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.extract.content import Content, ContentFormat, without_places
from memcon.extract.decode import decode
from memcon.extract.page import read_page


def read(capture: Capture) -> Content:
    decoded = decode(capture.data, ref=capture.ref, is_html=True, charset=capture.stated.get("charset"))
    if decoded.text is None:
        return Content(text=None, problems=decoded.problems)
    problems = without_places(decoded.problems)
    try:
        page = read_page(decoded.text)
    except ValueError as error:
        message, hint = f"the page could not be read: {error}", "save the page's article as text and give that"
        problem = Problem(code="html_not_readable", message=message, hint=hint, ref=capture.ref)
        return Content(text=None, problems=(*problems, problem))
    if not page.text:
        problem = Problem(
            code="no_article",
            message="the page holds no article, only menus, links or scraps of text",
            hint="if the browser shows one, save the page after it has loaded, or give the article as text",
            ref=capture.ref,
        )
        return Content(text=None, problems=(*problems, problem))
    stated = {**capture.announced, **page.stated, **capture.stated}
    return Content(text=page.text, blocks=page.blocks, posts=page.posts, stated=stated, problems=problems)


FORMAT = ContentFormat(name="html", media_type="text/html", suffixes=(".html", ".htm", ".xhtml"), read=read)
