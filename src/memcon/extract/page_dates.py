"""The dates that a page shows: its `<time>` elements and the lines beside its heading, those of other parts and of what it tells of left out."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from memcon.domain.dates import interval_of
from memcon.extract.date_lines import read_date_line, read_mixed_line
from memcon.extract.elements import elements
from memcon.extract.heads import is_place_and_date
from memcon.extract.phrases import SPACES, any_of


def published_of(tree: Any) -> str | None:
    """The time that is marked as that of publication, else the only day that the times above the text name, else the date of a line."""
    times = _times(tree)
    marked = [t for t in times if _is_of_publication(t)]
    bare = [t for t in times if not _is_in_sentence(t) and not _is_of_change(t)]
    if marked or len({_date_of(t)[:10] for t in bare}) == 1:
        return _date_of((marked or bare)[0])
    return _line_of_date(tree) if not times else None


def updated_of(tree: Any) -> str | None:
    """The time that is marked as that of the last change."""
    return next((_date_of(t) for t in _times(tree) if _is_of_change(t) and not _is_in_sentence(t)), None)


_TIMES = ".//time | .//abbr[@title and (contains(@class, 'publi') or contains(@class, 'updated'))]"


def _times(tree: Any) -> list[Any]:
    """The times of the page's own text: `<time>`, and `<abbr>` as older pages have it."""
    return [t for t in islice(tree.xpath(_TIMES), _MOST_TIMES) if _date_of(t) and not is_of_another_part(t)]


_MOST_TIMES = 500


def _date_of(time: Any) -> str:
    """The date in a time's attribute, or in its words where these tell the day and the attribute does not."""
    told = str(time.get("datetime") or time.get("title") or "").strip()
    if interval_of(told) is not None and len(told) < len("2025-06-03"):
        words = " ".join("".join(time.itertext()).split())
        days = [d.edtf for d in read_date_line(words) if d.edtf.startswith(told)]
        return days[0] if len(days) == 1 else told
    return told


def _line_of_date(tree: Any) -> str | None:
    """The date of a line of its own between the only main heading and the first paragraph; extraction takes such lines for furniture."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return None
    for element in islice(headings[0].xpath("following::*[not(*)] | following::p"), _MAX_HEAD):
        words = " ".join(element.text_content().split())
        if element.tag == "p" and len(words.split()) >= _PARAGRAPH:
            return None
        if is_of_another_part(element):
            continue
        dates = (*read_date_line(words), *read_mixed_line(words))
        told = [d.edtf for d in dates if d.role != "updated" and interval_of(d.edtf)]
        if told:
            return words if len(dates) == 1 else told[0]
        if len(words) < _LINE and is_place_and_date(words):
            return words
    return None


_MAX_HEAD, _PARAGRAPH, _LINE = 60, 12, 80
"""How many elements may stand between heading and text, how many words make a paragraph, and how many characters a line of place and date has."""


_OTHER_PARTS = re.compile(
    r"(?<![a-z])(?:comments?|responses?|replies|discussion|disqus|related|recommended|recommendations?|more|most|popular|trending|latest|teasers?"
    r"|sidebar|widget|promo|footer|read-?next|up-?next|see-?also|you-?may)(?![a-z])",
    re.IGNORECASE,
)
"""Names by which pages mark what is not the article: comments, lists of other stories, columns beside it."""
_BESIDE, _WHOLE = elements("beside"), elements("whole")


def is_of_another_part(element: Any) -> bool:
    """Whether an element stands in a comment, a list of other stories, a side column, or a story within the story."""
    return sum(a.tag == "article" for a in element.iterancestors()) > 1 or is_named_other_part(element)


def is_named_other_part(element: Any) -> bool:
    """Whether what stands around an element is named as a comment, a list of other stories or a side column."""
    return any(
        a.tag in _BESIDE or _OTHER_PARTS.search(f"{a.get('class') or ''} {a.get('id') or ''}")
        for a in element.iterancestors()
        if a.tag not in _WHOLE
    )


def _is_in_sentence(time: Any) -> bool:
    """Whether a time stands inside a sentence ("The next round is on 1 December in Tokyo"), whose event's day it then is."""
    paragraph = next((a for a in time.iterancestors() if a.tag in _PARAGRAPHS), None)
    if paragraph is None:
        return False
    words = "".join(paragraph.itertext()).replace("".join(time.itertext()), " ", 1)
    return len(words.split()) >= _SENTENCE and words.rstrip(" \"'”’)").endswith((".", "!", "?"))


_PARAGRAPHS = elements("paragraph", "cell")
_SENTENCE = 5
"""Words beside a time that make a sentence of it, where a full stop ends them."""


def _is_of_publication(time: Any) -> bool:
    names = f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
    return time.get("pubdate") is not None or "publi" in names or "datecreated" in names


_CHANGED = re.compile(rf"(?<!\w)(?:{any_of('updated_label', gap=SPACES)})(?!\w)[\s:|·,]*(?:on|at)?\s*\Z", re.IGNORECASE)


def _is_of_change(time: Any) -> bool:
    """Whether a time is marked as that of a change, or a label before it says so."""
    names = f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
    if "modified" in names or ("updated" in names and "publi" not in names):
        return True
    before = time.getprevious()
    parent = time.getparent()
    label = (
        (before.tail or "".join(before.itertext()))
        if before is not None
        else (parent.text if parent is not None else "")
    )
    return _CHANGED.search((label or "")[-60:]) is not None
