"""What a person may write into the ledger: text that can stand on a line, and values that a property can have.

A property's type says whether a value is text, a number or a word of a list. This says the rest: that a name is a name, a country a country, a day a day. What is
refused is refused with what could be written instead (`UsageError`).
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from memcon.codebook import load_codebook, load_statuses
from memcon.domain.dates import interval_of
from memcon.domain.entries import RULE
from memcon.domain.properties import RECORDS, Property, parts
from memcon.errors import UsageError
from memcon.knowledge.entries import SECTORS

LONGEST = 500
"""Characters of a value, a name or a reason that a person gives."""

HIGHEST = 99_999
"""No channel has met more often: what stands behind "the 9,800th" is a number, not a year of five digits or a slip."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Categories of characters that nobody sees, that turn the writing about, or that no database holds."""

_OF_WRITING = frozenset("\u200c\u200d")
"""The two joiners that names in Persian and Indic scripts are written with."""

_RECORD = re.compile(f"(?:{'|'.join(RECORDS)}|doc|ast|jdg)_[0-9a-f]{{6,}}")
_NOTHING = frozenset({"null", "none", "true", "false", "nan", "undefined"})
"""Words of programs for what is not there, in the small letters in which programs write them."""

_DATE = re.compile("[0-9X]{4}(?:-[0-9X]{2}){0,2}")
_PERIOD = re.compile(r"P(?=.)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?")
_NOT_NAMES = frozenset({("event", "kind"), ("precedent", "interval")})
_BOUNDS = {"lat": (-90, 90), "lon": (-180, 180), "geonames": (1, 10**9), "ordinal": (1, HIGHEST), "order": (0, HIGHEST)}
"""The least and the most of each number."""

IN_ORDER = {"channel": ("start", "end"), "commitment": ("when", "target")}
"""Two times of a record of which the first is not later than the second."""

Check = Callable[[Property, Any, str], None]


def check_signed(by: str, why: str) -> str:
    """The name of who judges, without blanks around it. Raises `UsageError` for none, for one that rules have, and for a name or a reason that can't stand on a line."""
    name = by.strip()
    if not name or name.startswith(RULE):
        raise UsageError(f"{shown(by)} is no person's name", hint="--by NAME says who judges so")
    for what, text in (("name", name), ("reason", why)):
        _check_text(what, text)
    return name


def _known_codes() -> frozenset[str]:
    """The codes of the shipped states. Packs are loaded only where a correction names a country, not by every question of a ledger."""
    from memcon.knowledge.checking import known_codes

    return known_codes()


def check_possible(each: Property, value: Any, given: str) -> None:
    """Raises `UsageError` where the property can't be `value`, a JSON value of its type that a person wrote as `given`."""
    for check in CHECKS:
        check(each, value, given)


def check_order(earlier: str, first: str | None, later: str, last: str | None) -> None:
    """Raises `UsageError` where what must not be `later` than `earlier`, as of its name, certainly is: a channel that ended before it was set up."""
    begin, end = interval_of(first), interval_of(last)
    if begin is not None and end is not None and end.end < begin.start:
        raise UsageError(
            f"{later} ({last}) would be before {earlier} ({first})",
            hint="where both are wrong, correct the other first",
        )


def shown(given: str) -> str:
    """What somebody wrote, in quotation marks, cut where it would fill the screen."""
    return repr(given if len(given) <= 60 else f"{given[:60]}…")


def _text(each: Property, value: Any, _: str) -> None:
    for text in _texts(value):
        if not text.strip():
            raise UsageError(f"an empty {each.name} says nothing", hint="take a claim back with `memcon review undo`")
        _check_text(each.name, text)


def _check_text(what: str, text: str) -> None:
    if len(text) > LONGEST:
        raise UsageError(f"a {what} of {len(text):,} characters is too long", hint=f"write {LONGEST} at most")
    if any(unicodedata.category(c) in _UNSEEN and c not in _OF_WRITING for c in text):
        raise UsageError(
            f"{shown(text)}: a {what} holds no line breaks, control characters or others that can't be seen",
            hint="write it on one line",
        )


def _numbers(each: Property, value: Any, given: str) -> None:
    for name, number in value.items() if isinstance(value, dict) else [(each.name, value)]:
        if not isinstance(number, int | float):
            continue
        least, most = _BOUNDS.get(name, (0, HIGHEST))
        if isinstance(number, bool) or not math.isfinite(number) or not least <= number <= most:
            raise UsageError(f"{shown(given)} is no {name}", hint=f"it is a number from {least} to {most}")


def _words_of_lists(each: Property, value: Any, given: str) -> None:
    lists = {
        ("event", "status"): load_statuses().entries,
        ("event", "kind"): load_codebook().kind_names,
        ("actor", "sector"): sorted(SECTORS),
    }
    allowed = lists.get((each.record, each.name))
    word = value.get("status") if isinstance(value, dict) else value
    if allowed is not None and word not in allowed:
        raise UsageError(f"{shown(given)} is no {each.name}", hint=f"it is one of {', '.join(allowed)}")


def _times(each: Property, value: Any, given: str) -> None:
    if any(interval_of(time) is None for time in parts(value, each.edtf)):
        raise UsageError(f"{shown(given)} is no time", hint="write EDTF: 2025-11-03, 2025-11, 2025-23 (autumn 2025)")
    if (each.record, each.name) == ("precedent", "interval") and not _PERIOD.fullmatch(value):
        raise UsageError(f"{shown(given)} is no interval", hint="write an ISO 8601 duration: P8Y, P6M, P3W, P10D")


def _country(each: Property, value: Any, _: str) -> None:
    code = value.get("country") if isinstance(value, dict) else value if each.name == "country" else None
    if code is None or code in _known_codes():
        return
    near = get_close_matches(code, _known_codes(), n=3, cutoff=0.6) if len(code) == 3 else ()
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"{shown(code)} is no country", hint=f"write its code of three letters, such as JPN{meant}")


def _name(each: Property, value: Any, given: str) -> None:
    """Every text that is neither a word of a list nor a time names or words something."""
    is_worded = each.value is str and not each.edtf and (each.record, each.name) not in _NOT_NAMES
    text = value.get("name") if isinstance(value, dict) else value if is_worded else None
    if not isinstance(text, str):
        return
    if not any(c.isalpha() for c in text) or _DATE.fullmatch(text):
        raise UsageError(f"{shown(given)} is no {each.name}", hint=f"{each.name} is {each.means}, in words")
    if _RECORD.fullmatch(text):
        raise UsageError(
            f"{shown(given)} is an id, no {each.name}", hint="records are joined with `memcon review merge ID ID`"
        )
    if text in _NOTHING:
        raise UsageError(f"{shown(given)} says nothing", hint="take a claim back with `memcon review undo`")
    if each.name == "place" and text in _known_codes():
        raise UsageError(f"{shown(given)} is a country's code, no place", hint='write "Seoul, KOR"')


def _texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)


CHECKS: tuple[Check, ...] = (_text, _numbers, _words_of_lists, _times, _country, _name)
"""What a value is held against, in this order."""


def read_json(given: str) -> Any:
    """The JSON that a person wrote. Raises `UsageError` for what is none."""
    try:
        return json.loads(given)
    except (ValueError, RecursionError):
        raise UsageError(f"{shown(given)} is no JSON", hint="write the value plainly, without braces") from None
