"""Acronyms that a text introduces: "Harbour Safety Forum (HSF)".

First each letter must begin a word of the long form, small words left out. Else the long form is found with the rule of Schwartz and Hearst (2003, "A simple algorithm for identifying abbreviation definitions in
biomedical text"): the letters of the short form, read from the right, must occur in order, and its first letter must begin a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.lexicon import words

_SHORT = re.compile(r"\(\s{0,2}(?:the\s|or\s)?[“\"']?([A-Z][A-Za-z0-9&./-]{1,11})[”\"']?\s{0,2}[);,]")
_WORD = re.compile(r"[^\W_][^\s]*")
_SMALL = words("small_words")
_LONG = re.compile(r"[^.;:()\[\]\n“”\"]{2,160}$")


def find_acronyms(tokens: Sequence[Token], text: str) -> tuple[tuple[Span, Span], ...]:
    """The places (long form, short form) where `text` introduces an acronym, in order. Long forms start at a token's start."""
    starts = {t.start for t in tokens}
    found = []
    for match in _SHORT.finditer(text):
        short = Span(match.start(1), match.end(1))
        letters = [c for c in short.of(text) if c.isalnum()]
        if sum(c.isupper() for c in letters) < 2:
            continue
        before = _LONG.search(text, max(0, match.start() - 160), match.start())
        if before is None:
            continue
        end = before.start() + len(before.group().rstrip())
        start = _long_start(text, before.start(), end, letters)
        if start is not None and start in starts:
            found.append((Span(start, end), short))
    return tuple(found)


def _long_start(text: str, floor: int, end: int, letters: list[str]) -> int | None:
    """Where the shortest long form that ends at `end` begins; None when the letters don't fit or it would be longer than
    min(letters + 5, 2 letters) words."""
    initials = _by_initials(text, floor, end, letters)
    if initials is not None:
        return initials
    at = end
    for n, letter in enumerate(reversed(letters)):
        is_first = n == len(letters) - 1
        at -= 1
        while at >= floor and not (
            text[at].lower() == letter.lower() and (not is_first or at == 0 or not text[at - 1].isalnum())
        ):
            at -= 1
        if at < floor:
            return None
    words = len(text[at:end].split())
    return at if 2 <= words <= min(len(letters) + 5, 2 * len(letters) + 1) else None


def _by_initials(text: str, floor: int, end: int, letters: list[str]) -> int | None:
    """Where the long form begins whose words begin with the letters, one each; small words may stand between."""
    left = len(letters)
    for word in reversed(list(_WORD.finditer(text, floor, end))):
        if word.group()[0].lower() == letters[left - 1].lower():
            left -= 1
            if left == 0:
                return word.start()
        elif word.group().lower() not in _SMALL:
            return None
    return None
