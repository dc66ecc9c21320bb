"""Splits a name into words the way English tokenisers (spaCy's) split running text, so that packs can be matched over tokens."""

from __future__ import annotations

import re

from memcon.knowledge.syllables import is_given_name

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.; memcon's pipeline parts U.S.-South
    r"|(?<!\w)(?:[A-Z]\.)+[A-Z]\b"  # U.S, with one stop left out
    r"|(?<!\w)(?i:St|Mt|Ft|Gen|Dr|Sen|Rep|Gov|Adm|Col|Lt|Maj|Capt|Sgt|Cmdr|Mr|Mrs|Ms|Jr|Sr|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\."
    r"|(?<!\w)[A-Za-z]\."  # an initial
    r"|'s\b"
    r"|[A-Z]+&[A-Z]+"
    r"|[^\W\d_]+\+\d*"  # OPEC+, ASEAN+3, but P5 + 1
    r"|(?<!\w)[A-Z]-\d+"  # G-20
    r"|\w+(?:['.]\w+)*?(?='s\b)"
    r"|\w+(?:['.]\w+)*"
    r"|\S"
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of `name`: "U.S. Forces" → ("U.S.", "Forces"), "Guinea-Bissau" → ("Guinea", "-", "Bissau")."""
    words = _WORD.findall(name.replace("\u2019", "'"))
    return tuple(_with_given_names(words, name))


def _with_given_names(words: list[str], name: str) -> list[str]:
    """Joins the parts of hyphenated given names again ("Gyu", "-", "baek" → "Gyu-baek")."""
    if "-" not in name:
        return words
    joined: list[str] = []
    i = 0
    while i < len(words):
        whole = "".join(words[i : i + 3])
        if words[i + 1 : i + 2] == ["-"] and is_given_name(whole) and whole in name and words[i + 3 : i + 4] != ["-"]:
            joined.append(whole)
            i += 3
        else:
            joined.append(words[i])
            i += 1
    return joined
