"""Live blogs: the posts of a page that stand side by side, each headed by a `<time>` of its own, or told of in the page's JSON-LD.

What extracts articles takes one post for the article, or loses the times; the markup of such a page tells itself what its parts are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from memcon.domain.documents import BlockKind
from memcon.extract.elements import elements
from memcon.extract.headlines import is_prose
from memcon.extract.page_dates import is_named_other_part
from memcon.extract.posts import MOST_POSTS
from memcon.extract.published import read_metadata_date

Pieces = list[tuple[BlockKind | None, str]]

_CONTAINERS, _OUTSIDE = elements("part"), elements("whole", "apart", "beside")
_FEWEST_WORDS = 5
"""Words of a post beside its time."""

_HEAD = 200
"""Characters within which the time of a post stands, a headline above it included."""

_SHARE = 0.6
"""How much of what a page says in paragraphs stands in its posts; teasers of other stories are less."""

_LONGEST, _MOST_PARAGRAPHS = 2_000, 2_000
"""Characters of an update and paragraphs of a page that are compared."""

_HEADINGS = elements("heading")
_LEAVES = elements("paragraph", "heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePost:
    """A post of a page: its EDTF day and time of day, and its pieces."""

    published: str
    time: str | None
    pieces: Pieces


def read_posts(tree: Any, updates: Sequence[Mapping[str, object]]) -> tuple[Pieces, tuple[PagePost, ...]]:
    """What stands above the posts of a live blog, and the posts in the page's order; none where the page is no live blog. `updates` are those of its
    JSON-LD, which are asked where the markup has no times."""
    posts = _by_times(tree)
    if len(posts) < 2:
        posts = _by_words(tree, updates)
    if not 2 <= len(posts) <= MOST_POSTS or not _are_the_text(tree, [element for element, _ in posts]):
        return [], ()
    read = [PagePost(published=when[0], time=when[1], pieces=_pieces(element)) for element, when in posts]
    found = tuple(post for post in read if any(kind is None for kind, _ in post.pieces))
    return (_above(tree, posts[0][0]), found) if len(found) > 1 else ([], ())


_When = tuple[str, str | None]


_Head = tuple[int, str, bool]
"""Of a part of the page: how many words it has, the first of them, and whether it may be a post."""


def _by_times(tree: Any) -> list[tuple[Any, _When]]:
    """The elements of one kind, none in another, that are headed by a time each."""
    found: dict[Any, _When] = {}
    heads: dict[Any, _Head] = {}
    for time in tree.iter("time"):
        when = _when(time.get("datetime"))
        around = _headed_by(time, heads) if when is not None else None
        if around is not None and when is not None:
            found.setdefault(around, when)
    outer = {above for element in found for above in element.iterancestors()}
    alike: dict[tuple[str, str], list[Any]] = {}
    for element in found:
        if element not in outer:
            alike.setdefault((element.tag, (element.get("class") or "").split(" ")[0]), []).append(element)
    return [(element, found[element]) for element in max(alike.values(), key=len, default=[])]


def _headed_by(time: Any, heads: dict[Any, _Head]) -> Any:
    """The smallest part of the page that a time stands at the head of with words under it; None where it stands in a sentence or in none. `heads`
    remembers what was found of each part."""
    own = _words(time)
    for above in time.iterancestors():
        if above.tag in _OUTSIDE:
            return None
        if above not in heads:
            words = _words(above)
            heads[above] = len(words.split()), words[: 2 * _HEAD], _holds_text(above)
        many, head, is_part = heads[above]
        if many - len(own.split()) >= _FEWEST_WORDS:
            return above if is_part and own in head[: _HEAD + len(own)] else None
    return None


def _holds_text(part: Any) -> bool:
    is_container = part.tag in _CONTAINERS and next(part.iter("p", "blockquote", "ul"), None) is not None
    return is_container and not is_named_other_part(part)


def _when(raw: object) -> _When | None:
    read = read_metadata_date(raw) if isinstance(raw, str) else None
    return read if read is not None and len(read[0]) == len("2025-11-05") else None


def _by_words(tree: Any, updates: Sequence[Mapping[str, object]]) -> list[tuple[Any, _When]]:
    """The paragraphs that stand in the words of just one of a report's updates, which have a time each."""
    told = [
        (" ".join(words[:_LONGEST].split()), when)
        for update in updates[:MOST_POSTS]
        if isinstance(words := update.get("articleBody"), str) and (when := _when(update.get("datePublished")))
    ]
    found = []
    for paragraph in islice(tree.iter("p"), _MOST_PARAGRAPHS if len(told) > 1 else 0):
        words = _words(paragraph)
        whens = {when for body, when in told if words in body} if len(words.split()) >= _FEWEST_WORDS else set()
        if len(whens) == 1:
            found.append((paragraph, whens.pop()))
    return found


def _are_the_text(tree: Any, posts: Sequence[Any]) -> bool:
    """Whether most of what the page says stands in the posts."""
    inside = {paragraph for post in posts for paragraph in post.iter("p")}
    said = {p: len(words) for p in tree.iter("p") if is_prose(words := _words(p)) and not is_named_other_part(p)}
    return sum(size for p, size in said.items() if p in inside) >= _SHARE * sum(said.values())


def _above(tree: Any, first: Any) -> Pieces:
    """The paragraphs of prose between the page's heading and its first post."""
    heading = next(iter(tree.iter("h1")), None)
    if heading is None:
        return []
    before: Pieces = []
    for element in heading.xpath("following::*"):
        if element is first:
            return before
        words = _words(element) if element.tag == "p" and not is_named_other_part(element) else ""
        if is_prose(words):
            before.append((None, words))
    return []


def _pieces(post: Any) -> Pieces:
    """The paragraphs, headings and entries of a post, without its time and without what is wholly a link."""
    found: Pieces = []
    for element in post.iter(*_LEAVES):
        is_leaf = next(iter(element.iterdescendants(*_LEAVES)), None) is None
        words = _words(element) if is_leaf and next(iter(element.iter("time")), None) is None else ""
        if words and words != " ".join(map(_words, element.iter("a"))):
            found.append(("heading" if element.tag in _HEADINGS else None, words))
    return found


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
