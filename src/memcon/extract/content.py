"""What a format makes of a capture: the text that will be the document's, and what the format says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from memcon.domain.documents import Block, Capture, Post
from memcon.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of a capture with what its format says about it. `text` is None when it can't be had."""

    text: str | None
    blocks: tuple[Block, ...] = ()
    posts: tuple[Post, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFormat:
    """A format of documents: its name and media type, the suffixes of its files (lower case, with the stop) and the bytes that they may begin
    with, and the function that makes content of a capture. It never raises for what a capture contains."""

    name: str
    media_type: str
    read: Callable[[Capture], Content]
    suffixes: tuple[str, ...] = ()
    begins: tuple[bytes, ...] = ()


def without_places(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems of a source, whose offsets mean nothing in the text that was made of it."""
    return tuple(replace(problem, span=None) for problem in problems)
