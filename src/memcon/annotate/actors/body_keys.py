"""The normal form under which two wordings name one body."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import PORTFOLIO
from memcon.knowledge.entries import Organization
from memcon.knowledge.names import normalize_name
from memcon.lexicon import values

_FIELDS = values("field_normal")
_MINISTRIES = ("ministry", "department")


def organization_key(name: str) -> str:
    """A normal form under which two wordings name one body: "the Ministry of Foreign Affairs" and "Foreign Ministry" give "foreign ministry"."""
    words = normalize_name(name.partition(" of the ")[0] or name).removeprefix("the ").split()
    for head in _MINISTRIES:
        if len(words) > 2 and words[0] == head and words[1] in ("of", "for"):
            return _ministry_key(words[2:], head)
        if len(words) > 1 and words[-1] == head:
            return _ministry_key(words[:-1], head)
    return " ".join(words)


def _ministry_key(words: list[str], head: str) -> str:
    field = " ".join(words)
    bare = field.removeprefix("the ")
    return f"{_FIELDS.get(field, _FIELDS.get(bare, bare))} {head}"


def known_key(worded: str, organization: Organization) -> str:
    """The normal form of a body that a pack knows: of its name there, a ministry's without the state ("Ruritanian Foreign Ministry")."""
    for name in (worded, organization.name):
        words = name.split()
        if any(w.lower() in _MINISTRIES and w.istitle() for w in words):
            first = next(i for i, w in enumerate(words) if w.lower() in PORTFOLIO or w.lower() in _MINISTRIES)
            return organization_key(" ".join(words[first:]))
    return organization_key(organization.name)
