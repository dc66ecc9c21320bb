"""News agencies by the names they sign with (agencies.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from memcon.extract.phrases import any_of

_JOINED = re.compile(r"\s*(?:,|/|&|;|\band\b|\bwith\b|·)\s*")
_AROUND = " \t\u00a0()[]<>.-–—=*/"
_LABEL = re.compile(rf"(?:{any_of('credit_label')}|출처)s?\s*[:：]\s*", re.IGNORECASE)


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Case-folded names to the agency's name: those that hold anywhere, and those that hold in a dateline."""
    table = tomllib.loads(files("memcon.extract").joinpath("agencies.toml").read_text("utf-8"))
    anywhere: dict[str, str] = {}
    dateline: dict[str, str] = {}
    for agency in table["agency"]:
        in_dateline = agency.get("in_dateline", ())
        for name in (agency["name"], *agency["variants"]):
            if name not in in_dateline:
                anywhere[name.casefold()] = agency["name"]
        for name in in_dateline:
            dateline[name.casefold()] = agency["name"]
    return anywhere, anywhere | dateline


def agency_named(text: str, *, is_dateline: bool = False) -> str | None:
    """The agency that `text` names and nothing else ("Yonhap News Agency" is Yonhap), or None."""
    name = " ".join(text.strip(_AROUND).split()).casefold()
    return _names()[1 if is_dateline else 0].get(name)


def agencies_in_credit(line: str) -> tuple[str, ...]:
    """The agencies of a line that names only agencies ("AFP, Reuters", "Source: Xinhua"); empty for any other line."""
    bare = _LABEL.sub("", line.strip(_AROUND), count=1)
    if not bare or len(bare) > 80:
        return ()
    found = [agency_named(part) for part in _JOINED.split(bare) if part]
    return tuple(a for a in found if a is not None) if found and all(found) else ()
