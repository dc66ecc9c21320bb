"""Front matter: what YAML between two lines of hyphens above a text says about it.

Its size is bound before it is parsed, and the loader stops at aliases, anchors and tags: nothing is executed, and nothing grows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from memcon.domain.metadata import NAMES, metadata_text, plain_name
from memcon.domain.problems import Problem
from memcon.domain.spans import Span

MAX_FRONT_MATTER = 32_768
"""The most characters of front matter that are parsed."""

_MAX_DEPTH = 20
_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]{0,30})[ \t]*:(?:[ \t]+(.*?))?[ \t]*\r?$", re.MULTILINE)
_FIRST_ENTRY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\"'A-Za-z_][\w \"'-]{0,40}:(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What front matter says, under the keys of `Capture.stated`; `end` is where the text behind it begins."""

    end: int
    stated: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = None

    @property
    def is_too_long(self) -> bool:
        return self.end > MAX_FRONT_MATTER


def read_front_matter(text: str, *, ref: str) -> FrontMatter | None:
    """The front matter that `text` begins with; None where it begins with none, as with a rule above prose.

    Problem code: `front_matter_not_readable`; what stands in simple `key: value` lines is read even so where only the grammar is wrong.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None or _FIRST_ENTRY.match(text, opening.end()) is None:
        return None
    if closing.end() > MAX_FRONT_MATTER:
        why = f"it has {closing.end():,} characters; at most {MAX_FRONT_MATTER:,} are read"
        return FrontMatter(end=closing.end(), problem=_problem(why, ref))
    source = text[opening.end() : closing.start()]
    try:
        value = yaml.load(source, Loader=_Loader)
    except _RefusedError as error:
        return FrontMatter(end=closing.end(), problem=_problem(str(error), ref, closing.end()))
    except yaml.YAMLError as error:
        problem = _problem(_why(error), ref, closing.end())
        return FrontMatter(end=closing.end(), stated=_stated(_simple_lines(source)), problem=problem)
    return FrontMatter(end=closing.end(), stated=_stated(value)) if isinstance(value, Mapping) else None


def _why(error: yaml.YAMLError) -> str:
    """What is wrong with the grammar, and where."""
    mark = getattr(error, "problem_mark", None)
    line = f" (line {mark.line + 2})" if mark is not None else ""
    return f"it is no YAML: {getattr(error, 'problem', None) or 'a character that YAML does not have'}{line}"


def _simple_lines(source: str) -> dict[str, str]:
    """What stands in lines of the form `key: value`."""
    return {key: words.strip("\"' ") for key, words in _ENTRY.findall(source) if words}


def _stated(value: Mapping[Any, object]) -> dict[str, str]:
    """What is said under known names, of several names for one thing under the surest."""
    known = {plain_name(str(key)): words for key, item in value.items() if (words := metadata_text(item))}
    found: dict[str, str] = {}
    for key, names in NAMES.items():
        words = next((known[name] for name in map(plain_name, names) if name in known), None)
        if words is not None:
            found[key] = " ".join(words.split())
    return found


def _problem(why: str, ref: str, end: int | None = None) -> Problem:
    return Problem(
        code="front_matter_not_readable",
        message=f"the front matter was not read as YAML: {why}",
        hint="write it as simple `key: value` lines, values with a colon in quotation marks; the text was read without it",
        ref=ref,
        span=Span(0, end) if end is not None else None,
        is_fatal=False,
    )


class _RefusedError(yaml.YAMLError):
    """YAML that is not read: it could grow without bound, or make something else than text."""


class _Loader(yaml.BaseLoader):
    """Every scalar is a string; stops at aliases, anchors, tags and deep nesting."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        for is_there, what in (
            (isinstance(event, yaml.AliasEvent), "an alias"),
            (getattr(event, "anchor", None) is not None, "an anchor"),
            (getattr(event, "tag", None) is not None, "a tag"),
            (self.depth >= _MAX_DEPTH, f"more than {_MAX_DEPTH} levels"),
        ):
            if is_there:
                raise _RefusedError(f"it has {what}, on line {event.start_mark.line + 2}")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node
