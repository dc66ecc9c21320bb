"""Whether what is said at a place in a text lies ahead or behind: from the nearest verb of the clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Literal

from memcon.domain.annotation import Token

Tense = Literal["past", "future", "open"]
"""`open` where the words look ahead but may do so from a past point ("to mark", "could")."""
TenseAt = Callable[[int, int], Tense | None]
"""Gives the tense at a span of the text, None when nothing tells."""

REACH = 160
"""How many characters before and behind a time expression are looked at."""

_IRREGULAR = (
    "said told was were had has have having did met held made took came went fell rose began left became got gave found sold bought won lost "
    "led ran sent spoke spent struck threw wrote flew grew kept knew paid saw sought shot stood thought brought built chose drew drove felt "
    "fought heard hit laid lay meant sank sat shook stuck swore taught understood withdrew woke been gone done seen taken given known shown "
    "broke spoken written since arriving"
).replace(" ", "|")
_WORD = r"(?: [a-z]{2,20})?"
_FUTURE = (
    rf"(?:will|shall|should|must|won['’]t)(?: not| also)?(?: have| be)?{_WORD}|expects?|expected|scheduled|slated|due|plans? to|"
    r"planned for|planning|set (?:to|for)|going to|effective|payable|upcoming|hopes?|intends?|aims?|expires?|matures?|maturing|deadline|"
    rf"postponed (?:to|until|till)|delayed until|(?:is|are|was|were|be) to(?: be)?{_WORD}"
)
_OPEN = (
    rf"(?:would|may|might|could|can)(?: not)?(?: have| be)?{_WORD}|"
    r"resumes?|begins?|starts|opens|kicks off|takes place|convenes?|departs?|arrives?|leaves|"
    r"(?-i:to be [a-z]{2,20}|to (?!(?:the|a|an|his|her|its|their|this|that|these|some|about|end|at|in|on)\b)[a-z]{2,20})"
)
_NOT_PAST = "(?!(?:succeed|proceed|exceed|need|indeed|speed|feed|seed|breed|hundred|sacred|embed|shed)\\b)"
_CUE = re.compile(
    r"\b(?:(?P<perfect>had (?:[a-z]{2,20}ly )?been (?:due|scheduled|set|expected|planned|slated)(?: to [a-z]{2,20})?)"
    rf"|(?P<future>{_FUTURE})|(?P<open>{_OPEN})|(?P<past>{_IRREGULAR}|(?-i:{_NOT_PAST}[a-z]{{2,20}}ed)))\b|['’](?P<will>ll)\b",
    re.IGNORECASE,
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
    if cue["past"] or cue["perfect"]:
        return "past"
    return "open" if cue["open"] else "future"


PLANS = frozenset({"schedule", "slate", "expect", "plan", "due", "set", "intend", "hope", "aim", "agree"})


def tense_by(tokens: Sequence[Token], otherwise: TenseAt) -> TenseAt:
    """Reads tense off the verb that governs a time expression; `otherwise` where the syntax does not tell."""
    starts = [token.start for token in tokens]
    auxiliaries: dict[int, list[Token]] = {}
    for token in tokens:
        if token.dep in ("aux", "auxpass"):
            auxiliaries.setdefault(token.head, []).append(token)

    def tense_at(start: int, end: int) -> Tense | None:
        i = bisect_left(starts, start)
        if i >= len(tokens) or tokens[i].start >= end:
            return otherwise(start, end)
        token = tokens[i]
        for _ in range(8):
            if token.pos in ("VERB", "AUX") and token.start not in range(start, end):
                return _verb_tense(token, auxiliaries.get(token.i, [])) or otherwise(start, end)
            if token.head == token.i:
                break
            token = tokens[token.head]
        return otherwise(start, end)

    return tense_at


def _verb_tense(verb: Token, auxiliaries: Sequence[Token]) -> Tense | None:
    """The tense of a finite verb with its auxiliaries; None for infinitives, participles alone and the present."""
    words = {a.text.lower() for a in auxiliaries}
    if words & {"will", "'ll", "’ll", "shall", "wo"} or (verb.lemma in PLANS and not words & {"had"}):
        return "future"
    if words & {"did", "was", "were", "had", "has", "have"} or verb.tag == "VBD":
        return "past"
    return None
