"""Copies: the same text that came in under another name."""

from __future__ import annotations

from dataclasses import replace

from memcon.domain.documents import Document

_METADATA = ("title", "publisher", "wire", "byline", "dateline", "language", "url", "tags")


def settle_copy(held: Document, document: Document) -> Document | None:
    """What the ledger makes of `document`, whose text it already holds as `held`.

    From the same place it is the newest word on its own metadata. A copy from elsewhere fills in what the first left open and changes nothing
    else. None for a copy of another date, or one read under another title: what it says by them ("on Tuesday") is not what the first one
    said, which stays.
    """
    if document.ref == held.ref:
        return document
    if held.published is not None and document.published != held.published:
        return None
    if held.title is not None and document.headline != held.headline:
        return None
    kept = {name: getattr(held, name) for name in _METADATA if getattr(held, name)}
    if held.published is not None:
        kept |= {name: getattr(held, name) for name in ("published_time", "published_basis", "published_span")}
    return replace(document, ref=held.ref, blocks=held.blocks if held.title else document.blocks, **kept)
