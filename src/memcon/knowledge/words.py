"""Splits a name into words the way English tokenisers (spaCy's) split running text, so that packs can be matched over tokens."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|(?:St|Mt|Ft|Gen|Dr|Sen|Rep|Gov|Adm|Col|Lt|Maj|Capt|Sgt|Cmdr|Mr|Mrs|Ms|Jr|Sr|No)\."
    r"|'s\b"
    r"|\w+(?:['.]\w+)*?(?='s\b)"
    r"|\w+(?:['.]\w+)*"
    r"|\d+-\d+|[^\W\d_]\d*-\d+"
    r"|\S"
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of `name`: "U.S. Forces" → ("U.S.", "Forces"), "Guinea-Bissau" → ("Guinea", "-", "Bissau")."""
    return tuple(_WORD.findall(name.replace("\u2019", "'")))
