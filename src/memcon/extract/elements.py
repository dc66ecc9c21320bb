"""The elements of HTML that reading a page asks for, each once, with what it is there."""

from __future__ import annotations

from collections.abc import Mapping

_ELEMENTS: Mapping[str, str] = {
    "html": "whole", "body": "whole", "main": "whole",
    "article": "part", "section": "part", "div": "part", "li": "part paragraph", "ol": "list", "ul": "list",
    "p": "paragraph", "dd": "paragraph", "blockquote": "paragraph apart", "td": "cell apart",
    "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "aside": "beside", "nav": "beside", "footer": "beside", "header": "head",
    "span": "inline", "time": "inline", "strong": "inline", "b": "inline", "em": "inline", "i": "inline", "small": "inline", "label": "inline",
    "a": "inline",
    "script": "raw dropped", "style": "raw dropped", "textarea": "raw", "title": "raw",
    "noscript": "dropped", "template": "dropped", "svg": "dropped", "iframe": "dropped", "object": "dropped", "form": "dropped",
    "figcaption": "dropped",
}  # fmt: skip
"""whole: around all of a page; part: may be one thing among others of its kind; apart: what it holds is none of what stands around it; beside: no part
of an article; inline: pages set it apart by style alone (a date before a sentence, a writer before a date); raw: in its text a "<" begins no tag; dropped:
never text of the article where it stands."""


def elements(*traits: str) -> frozenset[str]:
    """The names of the elements that are one of `traits`."""
    return frozenset(name for name, own in _ELEMENTS.items() if not set(traits).isdisjoint(own.split()))
