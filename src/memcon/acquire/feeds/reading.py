"""What kind of feed some bytes are, and its entries: the newest of them, each once, with no date that can't be."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

from memcon.acquire.feeds import json_feed, sitemaps, syndicated
from memcon.acquire.feeds.found import Found, NoFeedError, Parsed, date_of
from memcon.acquire.http.bodies import unpack
from memcon.acquire.http.refusals import Refusal
from memcon.acquire.inputs import MAX_BYTES
from memcon.acquire.refs import is_address, ref_of, storable, without_credentials, without_tracking
from memcon.domain.feeds import Entry, Feed, Part
from memcon.domain.ids import content_id
from memcon.domain.problems import Problem
from memcon.extract.decode import decode

MOST_ENTRIES = 1_000
"""Entries of one feed that are taken, the newest first."""

LONGEST_TITLE = 1_000
LONGEST_CONTENT = 2_000_000
"""Characters of a title, and of an article that stands in the feed itself."""

_EARLIEST = 1990
_AHEAD = timedelta(days=2)
"""No article is from before there was a web, or from a day after tomorrow."""

_JUNK = 16_384
"""Characters of something else that may stand before a feed: the warning of a server's program."""

_ELEMENT = re.compile(r"<(?:[\w.-]{1,30}:)?([A-Za-z]\w{0,30})")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I)
_SKIPPED = (("<!--", "-->"), ("<?", "?>"), ("<!", ">"))
_PAGE_FEED = re.compile(r"<link\b[^>]{0,600}>", re.I)
_TAG = re.compile(r"<[^<>]{0,500}>")


def read_feed(data: bytes, address: str, *, today: str, charset: str | None = None) -> Feed | Problem:
    """The feed in `data`, which came from `address`, or why there is none. `today` (UTC, `2025-12-16`) is the day against which dates are looked at, `charset` the one that the server told.
    Never raises for what `data` holds."""
    ref = ref_of(without_credentials(address))
    try:
        parsed = _parsed(data, ref, charset)
    except NoFeedError as error:
        return Problem(code=error.code, message=str(error), hint=error.hint, ref=ref)
    except Exception as error:
        why = f"no feed can be read here: reading it stopped with {type(error).__name__}"
        return Problem(code="feed_not_readable", message=why, hint="open it in a browser; tell its publisher", ref=ref)
    day = datetime.fromisoformat(f"{today[:10]}T00:00:00+00:00")
    entries, problems = _entries(parsed, address, day)
    parts = tuple(_parts(parsed, address, day))
    return Feed(kind=parsed.kind, title=_plain(parsed.title), entries=entries, problems=tuple(problems), parts=parts)


def _parsed(data: bytes, ref: str, charset: str | None) -> Parsed:
    try:
        data = unpack(data, MAX_BYTES)
    except Refusal as refusal:
        raise NoFeedError(refusal.code, str(refusal), refusal.hint) from refusal
    if len(data) > MAX_BYTES:
        raise NoFeedError(
            "too_large", f"more than {MAX_BYTES:,} bytes in one feed", "ask its publisher for a shorter one"
        )
    decoded = decode(data, ref=ref, is_html=True, charset=charset)
    if decoded.text is None:
        raise NoFeedError("feed_not_readable", decoded.problems[0].message, decoded.problems[0].hint)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return json_feed.parse(text)
    text = _from_first_element(text)
    first = _ELEMENT.match(text)
    name = first[1].lower() if first else ""
    if name in ("urlset", "sitemapindex"):
        return sitemaps.parse(text)
    if name in ("rss", "feed", "rdf", "channel"):
        return syndicated.parse(text)
    raise _no_feed(text, name, ref)


def _from_first_element(text: str) -> str:
    """The feed without what stands before its first element, above all without entities that it declares: there is no need for them, and they can be made to swell."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        end = next((end for begin, end in _SKIPPED if text.startswith(begin, at)), None)
        if end is None:
            break
        stop = text.find(end, at)
        if end == ">" and stop >= 0 and "[" in text[at:stop]:  # a document type with declarations of its own
            stop = text.find("]", at)
            stop = text.find(end, stop) if stop >= 0 else -1
        if stop < 0:
            raise NoFeedError("feed_not_readable", "no feed: what stands before it has no end", _HINT)
        at = stop + len(end)
    if not text.startswith("<", at):
        found = _FEED.search(text, at, at + _JUNK)
        at = found.start() if found else at
    return text[at:]


_HINT = "give the address of the feed itself, as the page's own link to it has it"


def _no_feed(text: str, name: str, ref: str) -> NoFeedError:
    """What a page says where its feeds are is passed on; it is not fetched."""
    if name not in ("html", "head", "body"):
        why = f"no feed begins with <{name}>" if name else "there is no feed in it"
        return NoFeedError("feed_not_readable", why, _HINT)
    feeds = list(dict.fromkeys(_feeds_of(text[:200_000], ref)))[:3]
    hint = f"the page names its feeds: {', '.join(feeds)}" if feeds else _HINT
    return NoFeedError(code="feed_is_page", message="this is a page, not a feed", hint=hint)


def _feeds_of(page: str, address: str) -> Iterator[str]:
    for link in _PAGE_FEED.findall(page):
        href = re.search(r"""href\s{0,3}=\s{0,3}["']?([^"'\s>]{1,500})""", link, re.I)
        if href and re.search(r"application/(?:rss\+xml|atom\+xml|feed\+json)", link, re.I):
            yield _joined(address, html.unescape(href[1])) or ""


def _entries(parsed: Parsed, address: str, today: datetime) -> tuple[tuple[Entry, ...], list[Problem]]:
    ref = ref_of(without_credentials(address))
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    unlikely = nameless = 0
    for found in parsed.found:
        entry = _entry(found, address)
        if entry is None:
            nameless += 1
            continue
        likely = replace(entry, published=_likely(entry.published, today), updated=_likely(entry.updated, today))
        unlikely += likely != entry
        key = _key_among(entries, entry)
        entries.setdefault(key, replace(likely, key=key))
    if unlikely:
        dated = f"{_counted(unlikely)} dated in days that can't be; such dates are not used"
        problems.append(_remark(code="feed_date_not_likely", message=dated, ref=ref))
    if nameless:
        problems.append(
            _remark(
                code="feed_entry_empty", message=f"{_counted(nameless)} without an address and without a text", ref=ref
            )
        )
    if len(entries) > MOST_ENTRIES:
        told = f"{len(entries):,} entries; the newest {MOST_ENTRIES:,} are read"
        problems.append(_remark(code="feed_too_long", message=told, ref=ref))
    return newest(entries.values()), problems


def _key_among(entries: Mapping[str, Entry], entry: Entry) -> str:
    """The key of an entry; of an article in the feed itself whose id another of them has already, one made of what it says: feeds there are that give one
    id to all."""
    known = entries.get(entry.key)
    is_another = known is not None and entry.address is None and known.fingerprint != entry.fingerprint
    return f"id:{entry.fingerprint}" if is_another else entry.key


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The newest that are taken of one feed, in the order in which they are listed."""
    listed = tuple(entries)
    if len(listed) <= MOST_ENTRIES:
        return listed
    chosen = {entry.key for entry in sorted(listed, key=_age, reverse=True)[:MOST_ENTRIES]}
    return tuple(entry for entry in listed if entry.key in chosen)


def _age(entry: Entry) -> str:
    return entry.updated or entry.published or ""


def _parts(parsed: Parsed, address: str, today: datetime) -> Iterator[Part]:
    for found in parsed.parts:
        if joined := _joined(address, found.link or ""):
            yield Part(address=without_tracking(joined), updated=_likely(date_of(found.updated), today))


def _counted(count: int) -> str:
    return "one entry is" if count == 1 else f"{count:,} entries are"


def _remark(code: str, message: str, ref: str) -> Problem:
    return Problem(
        code=code, message=message, hint="the rest of the feed is read; tell its publisher", ref=ref, is_fatal=False
    )


def _entry(found: Found, base: str) -> Entry | None:
    """None for one that leads nowhere and says nothing."""
    address = _joined(base, found.link) if found.link else None
    text = found.content or found.summary or ""
    if address is None and (not text.strip() or len(text) > LONGEST_CONTENT):
        return None
    title = _plain(found.title)
    key = without_tracking(address) if address else f"id:{found.id or content_id('entry', title or '', text)}"
    said = (title or "", found.published or "", found.updated or "", text)
    return Entry(
        key=storable(key)[:2_100],
        address=address,
        title=title,
        published=date_of(found.published),
        updated=date_of(found.updated),
        content=None if address else storable(text),
        fingerprint=content_id("entry", *said),
    )


def _joined(base: str, link: str) -> str | None:
    """Where a link of the feed leads; None where that is no page."""
    try:
        joined = urljoin(base, link.strip())
        if not is_address(joined) or not urlsplit(joined).netloc:
            return None
    except ValueError:
        return None
    return storable(joined)


def _plain(text: str | None) -> str | None:
    """A title without its markup."""
    if not text:
        return None
    plain = html.unescape(_TAG.sub("", html.unescape(text[: LONGEST_TITLE * 4])))
    return storable(" ".join(plain.split())[:LONGEST_TITLE]) or None


def _likely(date: str | None, today: datetime) -> str | None:
    """The date, where an article can be of it."""
    if date is None:
        return None
    year = int(date[:4])
    latest = (today + _AHEAD).date().isoformat()
    return date if year >= _EARLIEST and date[:10] <= latest else None
