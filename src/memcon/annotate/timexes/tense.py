"""Whether what is said at a place in a text lies ahead or behind: from the nearest verb of the clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

Tense = Literal["past", "future"]
TenseAt = Callable[[int, int], Tense | None]
"""Gives the tense at a span of the text, None when nothing tells."""

REACH = 160
"""How many characters before and behind a time expression are looked at."""

_IRREGULAR = (
    "said told was were had has have having did met held made took came went fell rose began left became got gave found sold bought won lost "
    "led ran sent spoke spent struck threw wrote flew grew kept knew paid saw sought shot stood thought brought built chose drew drove felt "
    "fought heard hit laid lay meant sank sat shook stuck swore taught understood withdrew woke been gone done seen taken given known shown "
    "broke spoken written since following follows arriving"
).replace(" ", "|")
_FUTURE = (
    r"(?:will|would|shall|may|might|could|should|must|can)(?: not)?(?: have| be)?|won['’]t|expects?|expected|scheduled|slated|due|"
    r"plans? to|planned for|planning|set (?:to|for)|going to|effective|payable|upcoming|hopes?|intends?|aims?|expires?|matures?|maturing|"
    r"deadline|aimed at|postponed (?:to|until|till)|delayed until|(?:is|are|was|were|be) to|"
    r"(?-i:to (?!(?:the|a|an|his|her|its|their|this|that|these|some|about|end|at|in|on|be)\b)[a-z]{2,20})"
)
_CUE = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_IRREGULAR}|[a-z]{{2,20}}ed))\b|['’](?P<will>ll)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z(])|[;\n]")
_NOT_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp))$"
)


def tense_in(text: str) -> TenseAt:
    """Reads tense off the words of `text` alone: the nearest cue before the span in its sentence, else the first one behind."""

    def tense_at(start: int, end: int) -> Tense | None:
        cues = list(_CUE.finditer(text, _sentence_start(text, start), start))
        if cues:
            return _tense_of(cues[-1])
        stop = _BREAK.search(text, end, end + REACH)
        cue = _CUE.search(text, end, stop.start() if stop else end + REACH)
        return _tense_of(cue) if cue else None

    return tense_at


def _sentence_start(text: str, place: int) -> int:
    low = max(0, place - REACH)
    cuts = [
        m.end()
        for m in _BREAK.finditer(text, low, place)
        if not _NOT_ABBREVIATED.search(text, max(low, m.start() - 5), m.start())
    ]
    return cuts[-1] if cuts else low


def _tense_of(cue: re.Match[str]) -> Tense:
    return "past" if cue["past"] else "future"
