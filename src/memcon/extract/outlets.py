"""Outlets by the shape of their names: what a lone line such as "The Fjord Courier" says about who publishes a text.

No list of outlets is kept. A name is taken for an outlet's only when it ends in a noun that newspapers, broadcasters and bulletins bear
(and a part of it tells it from a section of a page: "World News" names none). Where such a line stands is for `heads` to weigh.
"""

from __future__ import annotations

import re

from memcon.extract.phrases import any_of
from memcon.lexicon import words

_NOUNS = words("outlet_noun")
_WEAK_NOUNS = words("outlet_noun_or_section")
"""Nouns that head sections and columns as often; a date or a foot beside them must speak for the outlet."""

_TAILS = words("company_tail")
_GENERIC = words("section_or_column_word")
"""Words that a section's or column's name is made of, and no outlet's alone."""

_TIMES_OF_DAY = words("time_of_day_in_a_name")
_COLUMNS = words("column_noun")
"""Nouns that with a time of day name a column ("Evening Bulletin") rather than an outlet ("Evening Herald")."""

_SMALL = words("small_in_an_outlet")
_NEVER_FIRST = words("never_first_in_an_outlet")

_AROUND = ", \t\u00a0*_()[]<>–—-|·•"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|&")
_SHAPE = re.compile(r"(?:[^\W\d_][\w'’.-]{0,30}|&)(?: (?:[^\W\d_][\w'’.-]{0,30}|&)){0,6}")
_LABEL = re.compile(rf"(?:{any_of('published_by')}|{any_of('outlet_label')}\s*[:：])\s*[:：]?\s*", re.IGNORECASE)
_SOURCE = re.compile(rf"{any_of('name_label')}\s*[:：]\s*", re.IGNORECASE)
"""A label that agencies and photographers bear as well, so that the name itself must tell."""

_SEPARATOR = re.compile(r"\s+[|•·»—–-]\s+|\s*::\s*")

MAX_OUTLET = 60


def outlet_named(line: str, *, is_sure: bool = False) -> str | None:
    """The outlet that `line` names and nothing else, as written, or None. `is_sure` when what stands beside it speaks for an outlet."""
    name, is_labelled = _behind_label(line.strip(_AROUND))
    if not 3 <= len(name) <= MAX_OUTLET or name.endswith(".") or _SHAPE.fullmatch(name) is None:
        return None
    names = _WORD.findall(name)
    if not all(w[0].isupper() or w.lower() in _SMALL for w in names) or names[0].lower() in _NEVER_FIRST:
        return None
    return name if is_labelled or _is_outlet([w.lower() for w in names], is_sure) else None


def _behind_label(bare: str) -> tuple[str, bool]:
    """A name without a label before it, and whether it has one that only outlets bear."""
    label, source = _LABEL.match(bare), _SOURCE.match(bare)
    bare = bare[source.end() :] if source is not None else bare
    return (bare[label.end() :].strip(_AROUND), True) if label is not None else (bare, False)


def split_outlet(title: str) -> tuple[str, str | None]:
    """A title and the outlet behind or before it ("Envoys meet in Bern - The Fjord Courier"); the title as it is when there is none."""
    cuts = list(_SEPARATOR.finditer(title[:500]))
    if not cuts:
        return title, None
    last, first = cuts[-1], cuts[0]
    if name := outlet_named(title[last.end() :]):
        return title[: last.start()].strip(), name
    if name := outlet_named(title[: first.start()]):
        return title[first.end() :].strip(), name
    return title, None


def _is_outlet(names: list[str], is_sure: bool) -> bool:
    """Whether lower-case words end in an outlet's noun and hold a word that is more than a section's name."""
    core = _without_tails(names)
    if core[-1] not in (_NOUNS | _WEAK_NOUNS if is_sure else _NOUNS):
        return _is_noun_of_place(core)
    rest = [w for w in core[:-1] if w not in _SMALL]
    if not rest:
        return len(core) == 2 and core[0] == "the" and core[-1] in _NOUNS
    generic = _GENERIC | (_TIMES_OF_DAY if core[-1] in _COLUMNS else frozenset())
    return not all(w in generic for w in rest)


def _without_tails(names: list[str]) -> list[str]:
    """A name without what names of companies end in."""
    core = list(names)
    while len(core) > 1 and core[-1] in _TAILS:
        core.pop()
    return core


def _is_noun_of_place(core: list[str]) -> bool:
    """ "Times of Bergen", "The Northern Times of Bergen"."""
    return len(core) > 2 and core[-2] == "of" and core[-3] in _NOUNS and (len(core) == 3 or core[0] == "the")
