"""What readers wrote under an article, taken out of a page before its text is looked for: a reader's "they met yesterday" is no report."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import islice
from typing import Any

from memcon.extract.elements import elements
from memcon.extract.headlines import is_prose

_NAMES = re.compile(
    r"(?<![a-z])(?:(?:(?:reader|user|article|story|post|fb|facebook)s?[-_]?)?comments?(?:[-_]?(?:list|section|area|thread|form|wrap(?:per)?|container|box|block|body))?"
    r"|(?:reader|user|article|story|post)s?[-_]?(?:responses|replies|discussion)|commentlist|respond|replies|disqus(?:[-_]thread)?|spot-?im|coral-?talk|viafoura)(?![a-z])",
    re.IGNORECASE,
)
"""Names by which pages mark what readers write, those of the usual services among them."""

_HEADING = re.compile(
    r"\W*(?:(?:no|your|all|latest|readers?['’]?s?|users?['’]?) )?comments?\s?[(\[]?\d{0,6}[)\]]?\W*|\W*\d{1,6} (?:comments?|responses?|replies|reply|thoughts?)\W*"
    r"|\W*(?:join the (?:discussion|conversation)|leave a (?:comment|reply)|post a comment|have your say)\W*",
    re.IGNORECASE,
)
"""A heading above what readers write ("3 Comments")."""

_PARTS, _HEADINGS = elements("part", "list", "beside"), elements("heading")
_MOST = 200


def drop_comments(tree: Any) -> None:
    """Takes the readers' part out of a page. What the article begins with is none of it, whatever it is called: many outlets name their opinion
    pages "comment"."""
    begins = next((p for p in tree.iter("p") if is_prose(" ".join(p.text_content().split()))), None)
    if begins is None:
        return
    article = set(begins.iterancestors())
    for element in filter(_is_named, article):  # what finds the article leaves out whatever is called so
        element.attrib.pop("class", None)
        element.attrib.pop("id", None)
    for element in list(islice(filter(_is_named, tree.iter(*_PARTS)), _MOST)):
        if _is_below(begins, article, element):
            element.drop_tree()
    for heading in list(islice(filter(_heads_comments, tree.iter(*_HEADINGS)), _MOST)):
        if _is_below(begins, article, heading):
            _drop_headed(heading)


def _is_below(begins: Any, article: Set[Any], element: Any) -> bool:
    """Whether an element stands behind where the article begins, in the page still and around nothing of the article."""
    return element not in article and _follows(begins, element) and element.getparent() is not None


def _drop_headed(heading: Any) -> None:
    """Takes a heading out with what stands below it, up to the next heading of something else."""
    for below in list(heading.itersiblings()):
        if below.tag in _HEADINGS and not _heads_comments(below):
            break
        below.drop_tree()
    heading.drop_tree()


def _is_named(element: Any) -> bool:
    kinds = f"{element.get('itemprop') or ''} {(element.get('itemtype') or '').rsplit('/', 1)[-1]}".lower().split()
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return "comment" in kinds or (_NAMES.search(names) is not None if len(names) < 500 else False)


def _heads_comments(heading: Any) -> bool:
    words = " ".join(heading.text_content().split())
    return len(words) < 60 and _HEADING.fullmatch(words) is not None


def _follows(first: Any, element: Any) -> bool:
    """Whether an element stands behind another in the page, and not in it."""
    steps = {e.getparent(): e for e in (first, *first.iterancestors())}
    here = element
    for parent in element.iterancestors():
        if parent in steps:
            return bool(parent.index(steps[parent]) < parent.index(here))
        here = parent
    return False
