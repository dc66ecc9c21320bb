"""Whether what is said at a place in a text lies ahead or behind: from the nearest verb of the clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Literal

from memcon.annotate.timexes.lexicon import listed
from memcon.domain.tokens import Token

Tense = Literal["past", "future", "open"]
"""`open` where the words look ahead but may do so from a past point ("to mark", "could")."""
TenseAt = Callable[[int, int], Tense | None]
"""Gives the tense at a span of the text, None when nothing tells."""

REACH = 160
"""How many characters before and behind a time expression are looked at."""

PAST = listed(
    "said told was were had has have having did met held made took came went fell rose began left became got gave found sold bought won lost "
    "led ran sent spoke spent struck threw wrote flew grew kept knew paid saw sought shot stood thought brought built chose drew drove felt "
    "fought heard hit laid lay meant sank sat shook stuck swore taught understood withdrew woke been gone done seen taken given known shown "
    "broke spoken written since arriving"
)
"""Irregular past forms, and words that look back. Forms in -ed are added by their ending."""
NOT_PAST = listed("succeed proceed exceed need indeed speed feed seed breed hundred sacred embed shed")
FUTURE = listed(
    "will shall should must won't won’t expects expect expected scheduled slated due planning effective payable upcoming hopes hope intends "
    "intend aims aim predict predicts foresee foresees anticipate anticipates expires expire matures mature maturing deadline"
)
OPEN = listed(
    "would may might could can meet meets ends flies travels gather gathers resume resumes begin begins starts opens convene convenes depart departs arrive arrives leave leaves"
)
"""Words that look ahead, but may do so from a past point ("would"), or that headlines use of the past ("opens")."""
_WITH_NEXT = {
    "set": listed("to for"), "plan": listed("to"), "plans": listed("to"), "planned": listed("for a an"), "takes": listed("effect"), "take": listed("effect"),
    "comes": listed("into"), "goes": listed("into"), "going": listed("to"),
    "look": listed("ahead forward"), "looks": listed("ahead forward"), "postponed": listed("to until till"), "delayed": listed("until till"),
}  # fmt: skip
"""Words that look ahead only with one of these behind them."""
_BETWEEN = listed(
    "be been have not also soon again still then now ever never only first either instead likely probably formally officially jointly"
)
"""What may stand between "will" or "to" and its verb."""
_SUBORDINATE = listed("when once until till before after if unless")
"""Clauses in which the present looks ahead ("when the case is heard")."""
_PLANNED = listed("planned expected scheduled slated set due anticipated billed")
"""What "is planned" lies ahead."""
_ONCE = listed("originally initially first previously once earlier")
"""What was "first planned for September" may have been moved since."""
_ACHIEVED = listed(
    "managed failed refused declined helped continued began started appeared seemed rushed happened proceeded came went surprised glad "
    "stunned shocked forced relieved dismayed"
)
"""Words whose "to" tells what has come about: "managed to meet", "were surprised to see"."""
_NO_VERB = listed(
    "the a an his her its their this that these those some about end at in on it them him us you me our my your "
    "work school court prison jail church power office war bed home"
)

_AS_PREPOSITION = "\N{SECTION SIGN}to"
"""What stands for a "to" that has no verb behind it."""
_TO_BE = listed("is are was were be been being")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?|['’]ll\b|[0-9]+")
_BREAK = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z(])|[;\n]")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp))$"
)


def tense_in(text: str, prepositions: frozenset[int] = frozenset()) -> TenseAt:
    """Reads tense off the words of `text` alone: the nearest cue before the span in its sentence, else the first one behind.

    `prepositions` are the places of each "to" that is known to have no verb behind it ("rose to high levels").
    """

    def words_of(start: int, end: int) -> list[str]:
        found = _WORD.finditer(text, start, end)
        return [_AS_PREPOSITION if m.start() in prepositions else m[0] for m in found]

    def tense_at(start: int, end: int) -> Tense | None:
        words = words_of(_sentence_start(text, start), start)
        if words and words[-1].lower() in ("is", "are"):
            return "future"  # "the deadline is June 14"
        for i in range(len(words) - 1, -1, -1):
            if tense := _tense_of(words, i):
                return tense
        stop = _BREAK.search(text, end, end + REACH)
        words = words_of(end, stop.start() if stop else end + REACH)
        return next((tense for i in range(len(words)) if (tense := _tense_of(words, i))), None)

    return tense_at


def _sentence_start(text: str, place: int) -> int:
    low = max(0, place - REACH)
    cuts = [
        m.end()
        for m in _BREAK.finditer(text, low, place)
        if not _ABBREVIATED.search(text, max(low, m.start() - 5), m.start())
    ]
    return cuts[-1] if cuts else low


def _tense_of(words: Sequence[str], i: int) -> Tense | None:
    """The tense that word `i` shows, with the words about it; None when it shows none."""
    word = words[i].lower()
    behind = words[i + 1].lower() if i + 1 < len(words) else ""
    if word == "following":
        return None if i and words[i - 1].lower() in _NO_VERB | _TO_BE else "past"  # "following his wins on Tuesday"
    if word == "because" and behind == "of":
        return "past"  # "will stay because of the flood on Friday"
    if word == "due" and (
        behind == _AS_PREPOSITION or (behind == "to" and i + 2 < len(words) and words[i + 2].lower() in _NO_VERB)
    ):
        return None  # "due to a landslide"
    if word in _PLANNED and i and words[i - 1].lower() in _ONCE:
        return "open"
    if word in _WITH_NEXT and behind in _WITH_NEXT[word]:
        return "future"
    if word in FUTURE or (word.endswith("ll") and word[0] in "'’"):
        return "past" if "had" in (w.lower() for w in words[max(0, i - 5) : i]) else "future"
    if word in OPEN and not (word == "may" and words[i] == "May"):
        return _governed(words, i) or "open"
    is_past = word in PAST or (word.endswith("ed") and words[i][0].islower() and len(word) > 3 and word not in NOT_PAST)
    ahead = _governed(words, i)
    return ahead or ("past" if is_past else None)


def _governed(words: Sequence[str], i: int) -> Tense | None:
    """The tense of the modal or the "to" that word `i` depends on: "will be held", "is to meet", "agreed to meet"."""
    j = i - 1
    while j >= max(0, i - 3) and words[j].lower() in _BETWEEN:
        j -= 1
    governor = words[j].lower() if j >= 0 else ""
    if governor in ("will", "shall", "should", "must", "won't", "won’t", "'ll", "’ll"):
        return "future"
    if governor in ("is", "are") and words[i].lower() in _PLANNED:
        return "future"
    if governor in ("is", "are") and _SUBORDINATE & {w.lower() for w in words[max(0, j - 6) : j]}:
        return "future"
    if governor in ("would", "may", "might", "could", "can"):
        return "open"
    if governor == "s" and j and words[j - 1].lower() == "let":
        return "future"  # "let's meet"
    if governor != "to" or words[i].lower() in _NO_VERB or not words[i][0].islower():
        return None
    planner = words[j - 1].lower() if j > 0 else ""
    if planner in ("according", "enough"):
        return None  # "according to current plans", "was bold enough to say"
    if planner in _ACHIEVED:
        return "past"
    if planner in ("was", "were"):
        return "open"  # "was to be issued on Wednesday": planned, and perhaps done
    if planner in ("is", "are", "be") or planner in FUTURE or planner in _WITH_NEXT:
        return "past" if "had" in (w.lower() for w in words[max(0, j - 4) : j]) else "future"
    return "open"


PLANS = frozenset({"schedule", "slate", "expect", "plan", "due", "set", "intend", "hope", "aim"})
"""Verbs whose time is that of what is planned ("scheduled for Friday")."""

MOVES = frozenset({"move", "push", "postpone", "delay", "reschedule", "put", "bring", "shift", "defer"})
"""Verbs that give a new day with "to" or "until" ("was moved up to Friday")."""
_MOVED_TO = ("to", "until", "till", "for")

APPOINTED = frozenset(
    [
        "meet",
        "visit",
        "travel",
        "arrive",
        "host",
        "open",
        "begin",
        "start",
        "resume",
        "convene",
        "depart",
        "leave",
        "hold",
        "kick",
        "fly",
        "head",
        "gather",
        "receive",
        "welcome",
        "sign",
        "address",
        "attend",
        "end",
        "expire",
        "close",
        "conclude",
    ]
)
"""Verbs of appointments, whose present with a date looks ahead ("they meet on Friday", "are meeting on Friday")."""


def prepositions_of(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of each "to" that has no verb behind it."""
    return frozenset(t.start for t in tokens if t.text.lower() == "to" and t.pos == "ADP")


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
        is_of_subject = False
        led = ""
        for _ in range(8):
            if token.pos in ("VERB", "AUX") and token.start not in range(start, end):
                if token.lemma in PLANS and token.i and tokens[token.i - 1].text.lower() in _ONCE:
                    return "open"  # "first planned for September": it may have been moved since
                if token.lemma in MOVES and led in _MOVED_TO:
                    return "future"
                tense = _verb_tense(token, auxiliaries.get(token.i, [])) or otherwise(start, end)
                return "open" if is_of_subject and tense == "future" else tense
            if token.text.lower() == "because":
                return "past"
            # "the defeats on Tuesday will be felt": the date is that of the defeats
            is_of_subject |= token.dep in ("nsubj", "nsubjpass")
            led = token.text.lower() if token.pos == "ADP" else led
            if token.head == token.i:
                break
            token = tokens[token.head]
        return otherwise(start, end)

    return tense_at


def _verb_tense(verb: Token, auxiliaries: Sequence[Token]) -> Tense | None:
    """The tense of a finite verb with its auxiliaries; None for infinitives, participles alone and the present."""
    words = {a.text.lower() for a in auxiliaries}
    if verb.lemma in ("aim", "set") and verb.tag == "VBD" and not words:
        return "past"  # "aimed its Friday report at him"
    if words & {"will", "'ll", "’ll", "shall", "wo"} or (verb.lemma in PLANS and not words & {"had"}):
        return "future"
    if verb.lemma == "arrange" and words & {"is", "are", "was", "were", "been"} and "had" not in words:
        return "future"  # "is arranged for Friday"
    if words & {"did", "was", "were", "had", "has", "have"} or verb.tag == "VBD":
        return "past"
    is_simple = verb.tag in ("VBP", "VBZ") and not words
    is_progressive = verb.tag == "VBG" and bool(words & {"is", "are", "am", "'s", "’s", "'re", "’re"})
    if verb.lemma in APPOINTED and (is_simple or is_progressive):
        return "future"
    return None
