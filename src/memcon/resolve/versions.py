"""Versions of one article: a changed text under the same address. The newer one stands in the place of the older, which stays as history.

An address is the place on the web, or what a publisher calls its own document; the place of a record in a list is none. Where another text
altogether stands at an address, it is another article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from urllib.parse import urlsplit

from memcon.domain.dates import interval_of
from memcon.domain.documents import Document
from memcon.domain.entries import NEW_VERSION, Judgement, judgement
from memcon.domain.ids import content_id
from memcon.resolve.shingles import least_of_words, likeness

BY = f"{NEW_VERSION}@1"
WHY = "the same address, a changed text, later than the other"

MANY_WORDS = 64
"""Hashes of a text's words that are kept of it."""

LEAST_ALIKE = 0.3
"""The part of all words of two texts that versions of one article share."""

_IN_A_LIST = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What is compared of a document: its `addresses` as hashes; when it came out or was last changed as far as told (ISO day and time of day, or empty);
    `place`, which counts up in the order in which the ledger came to hold documents; and the least hashes of its words."""

    document: str
    addresses: frozenset[str]
    day: str
    time: str
    place: int
    words: frozenset[int]


def addresses_of(document: Document) -> frozenset[str]:
    """The hashes of the addresses by which a later version would come."""
    found = set()
    if document.url and urlsplit(document.url).path.strip("/"):
        place = document.url.split("//", 1)[-1].partition("#")[0]
        found.add(content_id("url", place.rstrip("/").removeprefix("www.")))
    if document.publisher and document.ref and not _IN_A_LIST.search(document.ref) and document.ref != "-":
        found.add(content_id("ref", document.publisher, document.ref))
    return frozenset(found)


def version_of(document: Document, place: int) -> Version:
    when = interval_of(document.updated or document.published)
    return Version(
        document=document.id,
        addresses=addresses_of(document),
        day=when.end.isoformat() if when else "",
        time="" if document.updated else document.published_time or "",
        place=place,
        words=least_of_words(re.findall(r"\w+", document.text), MANY_WORDS),
    )


def are_versions(one: Version, other: Version) -> bool:
    return (
        one.document != other.document
        and not one.addresses.isdisjoint(other.addresses)
        and likeness(one.words, other.words, MANY_WORDS) >= LEAST_ALIKE
    )


def judge_versions(versions: Iterable[Version]) -> tuple[Judgement, ...]:
    """For each version that has a next one the judgement that both are one article; `subjects` are the older one, then the newer one."""
    made = []
    for group in _articles(sorted(versions, key=lambda v: v.document)):
        is_dated = all(v.day for v in group)
        in_order = sorted(group, key=lambda v: (v.day, v.time, v.place) if is_dated else ("", "", v.place))
        made += [judgement("same", (a.document, b.document), by=BY, why=WHY) for a, b in pairwise(in_order)]
    return tuple(sorted(made, key=lambda judged: judged.subjects))


def _articles(versions: Sequence[Version]) -> list[list[Version]]:
    """The versions of each article: what is linked, be it over others."""
    groups = {v.document: [v] for v in versions}
    for one, other in combinations(versions, 2):
        mine, theirs = groups[one.document], groups[other.document]
        if mine is not theirs and are_versions(one, other):
            mine.extend(theirs)
            groups |= dict.fromkeys((v.document for v in theirs), mine)
    return list({id(group): group for group in groups.values()}.values())
