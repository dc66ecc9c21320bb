"""Who publishes a text, who sent it and who wrote it, and how it is tagged: from metadata first, then from the text's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from memcon.domain.documents import Block, BlockKind
from memcon.extract.agencies import agency_named
from memcon.extract.blocks import Layout
from memcon.extract.bylines import agency_of, names_in, writers_of
from memcon.extract.outlets import split_outlet
from memcon.extract.phrases import any_of
from memcon.lexicon import words

_ABSENT = words("saying_nothing") | {"", "-", "n/a"}
_NO_HOLDER = re.compile(rf"{any_of('opening_of_a_notice')}\b", re.IGNORECASE)

_MARK = re.compile(
    r"^\W*(?:(?:©|ⓒ|copyrights?\s?\(c\)|\(c\)|copyrights?|\d{4}(?:\s?[-–,]\s?\d{4})?|by)(?!\w)\W*){1,6}", re.IGNORECASE
)
_NAME_END = re.compile(
    rf"\s*(?:[(<\[|;/]|[.,]?\s*{any_of('opening_of_rights')}|,?\s+{any_of('company_form')}\b|[.,]\s|\.$|,?\s*(?:{any_of('forbidding')}|무단)|\s[-–—]\s|\d{{4}}|https?:|www\.|>)",
    re.IGNORECASE,
)
_TAG_LABEL = re.compile(rf"^\W*{any_of('tag_label')}\s*[:：]?\s*", re.IGNORECASE)


def value_of(stated: Mapping[str, str], key: str) -> str | None:
    """What metadata says under `key`, None when it says nothing or only that there is nothing ("None", "N/A")."""
    value = " ".join(stated.get(key, "").split())
    return None if value.lower() in _ABSENT else value


def find_publisher(text: str, layout: Layout, stated: Mapping[str, str]) -> str | None:
    """The publisher of metadata, else what a line of its own names, else the outlet behind a title, else the holder that a copyright line names,
    unless that is a news agency (whose text others publish)."""
    if name := value_of(stated, "publisher") or layout.publisher:
        return name
    blocks = layout.blocks
    titles = [value_of(stated, "title") or "", *_of_kind(text, blocks, "title")]
    for name in (split_outlet(title)[1] for title in titles):
        if name and not agency_named(name):
            return name
    for line in _of_kind(text, blocks, "copyright"):
        name = copyright_holder(line)
        if name and not agency_named(name):
            return name
    return None


def copyright_holder(line: str) -> str | None:
    """Who holds the rights, as a copyright line names them: "© The Fjord Courier(www.example.com). All rights reserved."."""
    match = _MARK.match(line[:300])
    if match is None:
        return None
    rest = line[match.end() : match.end() + 120]
    end = _NAME_END.search(rest)
    name = " ".join(rest[: end.start() if end else None].split()).strip(" .,\"'“”")
    is_name = 2 <= len(name) <= 60 and any(c.isalpha() for c in name) and not _NO_HOLDER.match(name)
    return name if is_name else None


def find_wire(text: str, layout: Layout, stated: Mapping[str, str]) -> str | None:
    """The news agency that sent the text: metadata, dateline, credit, byline, copyright, in this order."""
    if name := value_of(stated, "wire"):
        return agency_named(name) or name
    if layout.wire:
        return layout.wire
    if (byline := value_of(stated, "byline")) and (agency := agency_of(byline)):
        return agency
    bylines = (agency_of(line) for line in dict.fromkeys(_of_kind(text, layout.blocks, "byline")))
    rights = (agency_named(copyright_holder(line) or "") for line in _of_kind(text, layout.blocks, "copyright"))
    return next((agency for agency in (*bylines, *rights) if agency), None)


def find_byline(text: str, blocks: Sequence[Block], stated: Mapping[str, str]) -> tuple[str, ...]:
    """The writers' names as metadata or the byline gives them."""
    if (byline := value_of(stated, "byline")) and (names := names_in(byline)):
        return names
    lines = dict.fromkeys(_of_kind(text, blocks, "byline"))
    return tuple(dict.fromkeys(name for line in lines for name in writers_of(line)))


def find_tags(text: str, blocks: Sequence[Block], stated: Mapping[str, str]) -> tuple[str, ...]:
    """Tags as listed. A line of words without separators can't be told apart into tags and stays one."""
    lines = [stated["tags"]] if value_of(stated, "tags") else list(_of_kind(text, blocks, "tags"))
    return tuple(dict.fromkeys(tag for line in lines for tag in split_tags(line)))


def split_tags(line: str) -> tuple[str, ...]:
    """The tags of one line: by number signs, else by commas, semicolons or bars, else by wide gaps, else the whole."""
    bare = _TAG_LABEL.sub("", line[:2000], count=1).strip()
    for separator in (r"#" if "#" in bare else None, r"[,;|·、]", r"\s{2,}|\t"):
        if separator and re.search(separator, bare):
            parts = [p.strip(" ,;.\t") for p in re.split(separator, bare)]
            return tuple(p for p in parts if p)
    return (bare,) if bare else ()


_MARKUP = re.compile(r"^#{1,6}\s+|^[*_]{1,3}(?=\w)|(?<=[\w.?!])[*_]{1,3}$")
"""Markdown around a title in a record of plain text."""


def find_title(text: str, blocks: Sequence[Block], stated: Mapping[str, str]) -> str | None:
    """The title of metadata, else the first title line of the text, without an outlet's name behind it ("… - The Fjord Courier")."""
    title = value_of(stated, "title")
    title = title or next((" ".join(line.split()) for line in _of_kind(text, blocks, "title")), None)
    return split_outlet(_MARKUP.sub("", title))[0] if title else None


def _of_kind(text: str, blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    return (block.span.of(text) for block in blocks if block.kind == kind)
