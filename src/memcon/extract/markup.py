"""The markup of a page before it is parsed, bounded: what would keep the parser busy for hours costs the attributes of one tag."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from memcon.extract.elements import elements

MOST_ATTRIBUTES = 100
"""A tag with more attributes loses them all: the parser compares each with all others."""

_BODY = re.compile(r"""(?:=\s*+"[^"]*+(?:"|\Z)|=\s*+'[^']*+(?:'|\Z)|[^>=]|=)*+""")
"""What stands in a tag behind its name. It never looks back, so the time grows with the length alone."""

_VALUE = re.compile(r"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))""")
_NAME = re.compile(r"[A-Za-z][^\s>/]*+")
_XML_NAME = re.compile(r"[^\s<>/!?][^\s>/]*+")
_RAW = elements("raw")


def bounded(source: str, *, is_xml: bool = False) -> str:
    """The page, or the XML, with no tag of more than `MOST_ATTRIBUTES` attributes; itself where there is none."""
    cuts = list(_cuts(source, _XML_NAME if is_xml else _NAME, () if is_xml else _RAW))
    if not cuts:
        return source
    kept, at = list[str](), 0
    for start, end in cuts:
        kept.append(source[at:start])
        at = end
    return "".join([*kept, source[at:]])


def _cuts(source: str, names: re.Pattern[str], raw: Collection[str]) -> Iterator[tuple[int, int]]:
    """The places of the attributes that are too many."""
    at = source.find("<")
    while at >= 0:
        name = names.match(source, at + 1)
        if name is None:
            at = source.find("<", at + 1)
            continue
        body = _BODY.match(source, name.end())
        assert body is not None  # it matches nothing at all as well
        if body.end() - body.start() > 2 * MOST_ATTRIBUTES and _attributes(body[0]) > MOST_ATTRIBUTES:
            yield body.span()
        after = body.end()
        tag = name[0].casefold()
        if tag in raw:
            closed = re.compile(f"</{tag}", re.IGNORECASE).search(source, after)
            after = closed.start() if closed else len(source)
        at = source.find("<", after)


def _attributes(body: str) -> int:
    return len(_VALUE.sub("= ", body).replace("/", " ").split())
