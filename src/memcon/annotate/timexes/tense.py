"""Whether what is said at a place in a text lies ahead or behind: from the nearest verb of the clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import islice
from typing import Literal

from memcon.domain.labels import PRESENT_FORMS, SUBJECTS, VERBAL, WITHOUT_SUBJECT
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon import words

Tense = Literal["past", "future", "open"]
"""`open` where the words look ahead but may do so from a past point ("to mark", "could")."""
TenseAt = Callable[[int, int], Tense | None]
"""Gives the tense at a span of the text, None when nothing tells."""

REACH = 160
"""How many characters before and behind a time expression are looked at."""

PAST, NOT_PAST = words("looks_back"), words("not_past")
"""Irregular past forms, and words that look back. Forms in -ed are added by their ending, but for some."""
FUTURE, OPEN = words("looks_ahead"), words("may_look_ahead")
_WITH_NEXT = words("ahead_with_next")
_OPENING = frozenset(pair.split()[0] for pair in _WITH_NEXT)
"""The words that look ahead only with another behind them."""
_BETWEEN, _SUBORDINATE, _PLANNED, _ONCE = (
    words("between_modal_and_verb"),
    words("clause_ahead"),
    words("planned"),
    words("once_planned"),
)
_ACHIEVED, _NO_VERB, _NO_PLAN, _TO_BE = words("achieved"), words("no_verb"), words("no_plan"), words("to_be")
_DISCUSSING, _HOLDING = words("discussing"), words("bringing_about")
_MEETING = words("coming_together") | words("conversing") | _HOLDING
_PRESENT_BE, _WILL, _WOULD = words("present_be"), words("will"), words("would")
_AS_PREPOSITION = "\N{SECTION SIGN}to"
"""What stands for a "to" that has no verb behind it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?|['’]ll\b|[0-9]+")
_BREAK = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z(])|[;\n]")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp))$"
)


def tense_in(text: str, prepositions: frozenset[int] = frozenset()) -> TenseAt:
    """Reads tense off the words of `text` alone: the nearest cue before the span in its sentence, else the first one behind.

    `prepositions` are the places of each "to" that is known to have no verb behind it ("rose to high levels").
    """

    def words_of(start: int, end: int) -> Spoken:
        found = _WORD.finditer(text, start, end)
        return Spoken([_AS_PREPOSITION if m.start() in prepositions else m[0] for m in found])

    def tense_at(start: int, end: int) -> Tense | None:
        spoken = words_of(_sentence_start(text, start), start)
        if spoken.at(len(spoken.shown) - 1) in _PRESENT_BE:
            return "future"  # "the deadline is June 14"
        if before := _first_tense(spoken, reversed(range(len(spoken.shown)))):
            return before
        stop = _BREAK.search(text, end, end + REACH)
        spoken = words_of(end, stop.start() if stop else end + REACH)
        return _first_tense(spoken, range(len(spoken.shown)))

    return tense_at


def _sentence_start(text: str, place: int) -> int:
    low = max(0, place - REACH)
    cuts = [
        m.end()
        for m in _BREAK.finditer(text, low, place)
        if not _ABBREVIATED.search(text, max(low, m.start() - 5), m.start())
    ]
    return cuts[-1] if cuts else low


class Spoken:
    """The words about a time expression: as they stand (`shown`) and, by place, in lower case."""

    def __init__(self, shown: Sequence[str]) -> None:
        self.shown = shown
        self._lower = [word.lower() for word in shown]

    def at(self, i: int) -> str:
        """Word `i` in lower case, "" outside."""
        return self._lower[i] if 0 <= i < len(self._lower) else ""

    def before(self, i: int, n: int) -> Sequence[str]:
        """The `n` words before word `i`, in lower case."""
        return self._lower[max(0, i - n) : max(0, i)]


Told = Tense | Literal["nothing"]
"""What a cue answers: "nothing" where the word looks like another cue and is none."""


def _following(spoken: Spoken, i: int) -> Told | None:
    """ "Following his wins on Tuesday", not "the following year"."""
    if spoken.at(i) != "following":
        return None
    return "nothing" if spoken.at(i - 1) in _NO_VERB | _TO_BE else "past"


def _because_of(spoken: Spoken, i: int) -> Told | None:
    """ "Will stay because of the flood on Friday"."""
    return "past" if spoken.at(i) == "because" and spoken.at(i + 1) == "of" else None


def _due_to(spoken: Spoken, i: int) -> Told | None:
    """ "Due to a landslide" is no plan."""
    is_noun = spoken.at(i + 1) == _AS_PREPOSITION or (spoken.at(i + 1) == "to" and spoken.at(i + 2) in _NO_VERB)
    return "nothing" if spoken.at(i) == "due" and is_noun else None


def _first_planned(spoken: Spoken, i: int) -> Told | None:
    """ "First planned for September": it may have been moved since."""
    return "open" if spoken.at(i) in _PLANNED and spoken.at(i - 1) in _ONCE else None


def _with_next(spoken: Spoken, i: int) -> Told | None:
    """ "Takes effect", "set to"."""
    return "future" if f"{spoken.at(i)} {spoken.at(i + 1)}" in _WITH_NEXT else None


def _ahead(spoken: Spoken, i: int) -> Told | None:
    """ "Will", "scheduled"; with "had" before it the plan is of the past."""
    word = spoken.at(i)
    if word not in FUTURE and not (word.endswith("ll") and word[0] in "'’"):
        return None
    return "past" if "had" in spoken.before(i, 5) else "future"


def _maybe_ahead(spoken: Spoken, i: int) -> Told | None:
    """ "Would", "meets"; not the month of May."""
    if spoken.at(i) not in OPEN or spoken.shown[i] == "May":
        return None
    return _governed(spoken, i) or "open"


def _behind(spoken: Spoken, i: int) -> Told | None:
    """What a modal or "to" makes of the word; else irregular past forms and those in -ed."""
    word = spoken.at(i)
    is_regular = word.endswith("ed") and spoken.shown[i][0].islower() and len(word) > 3 and word not in NOT_PAST
    return _governed(spoken, i) or ("past" if is_regular or word in PAST else None)


CUES: tuple[Callable[[Spoken, int], Told | None], ...] = (
    _following, _because_of, _due_to, _first_planned, _with_next, _ahead, _maybe_ahead, _behind
)  # fmt: skip
"""What a word tells with those about it: the first that answers decides."""


def _first_tense(spoken: Spoken, places: Iterable[int]) -> Tense | None:
    """The tense of the first word that shows one."""
    for i in places:
        told = next((told for cue in CUES if (told := cue(spoken, i))), None)
        if told is not None and told != "nothing":
            return told
    return None


def _governed(spoken: Spoken, i: int) -> Tense | None:
    """The tense of the modal or the "to" that word `i` depends on: "will be held", "is to meet", "agreed to meet"."""
    j = i - 1
    while j >= max(0, i - 3) and spoken.at(j) in _BETWEEN:
        j -= 1
    governor = spoken.at(j)
    if governor == "to":
        return _by_to(spoken, i, j)
    if governor in _WOULD:
        return "open"
    is_call = governor == "s" and spoken.at(j - 1) == "let"  # "let's meet"
    return "future" if governor in _WILL or is_call or _is_plan(spoken, i, j) else None


def _is_plan(spoken: Spoken, i: int, governor: int) -> bool:
    """Whether "is" tells of a plan: with a word of planning behind it, or in a clause that opens with "that", "when" or the like."""
    is_told = spoken.at(i) in _PLANNED or bool(_SUBORDINATE & set(spoken.before(governor, 6)))
    return spoken.at(governor) in _PRESENT_BE and is_told


def _by_to(spoken: Spoken, i: int, to: int) -> Tense | None:
    """The tense that the word before a "to" gives the verb `i` behind it."""
    planner = spoken.at(to - 1)
    if spoken.at(i) in _NO_VERB or not spoken.shown[i][0].islower() or planner in _NO_PLAN:
        return None  # "according to current plans", "was bold enough to say"
    if planner in _ACHIEVED:
        return "past"
    if planner == "be" or planner in _PRESENT_BE or planner in FUTURE or planner in _OPENING:
        return "past" if "had" in spoken.before(to, 4) else "future"
    return "open"  # "was to be issued on Wednesday": planned, and perhaps done


PLANS = words("planning")
"""Verbs whose time is that of what is planned ("scheduled for Friday")."""
MOVES, _MOVED_TO = words("giving_a_new_day"), words("moved_to")
"""Verbs that give a new day with "to" or "until" ("was moved up to Friday")."""
APPOINTED = words("keeping_an_appointment")
"""Verbs of appointments, whose present with a date looks ahead ("they meet on Friday", "are meeting on Friday")."""
_CALLING = words("calling_together")
"""Verbs that call others together "for" a day to come."""
_REACHING_BACK = words("reaching_back")
_ARRANGED, _AIMED = words("arranging"), words("intending_or_placing")
_FUTURE_AUXILIARIES, _PAST_AUXILIARIES, _PRESENT = words("future_auxiliary"), words("past_auxiliary"), words("is")
_CLIMB = 7
"""How many words above a time expression its verb is looked for."""


def prepositions_of(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of each "to" that has no verb behind it."""
    return frozenset(t.start for t in tokens if t.text.lower() == "to" and t.pos == "ADP")


def tense_by(tree: Tree, otherwise: TenseAt) -> TenseAt:
    """Reads tense off the verb that governs a time expression; `otherwise` where the syntax does not tell."""
    tokens = tree.tokens
    starts = [token.start for token in tokens]

    def tense_at(start: int, end: int) -> Tense | None:
        i = bisect_left(starts, start)
        if i >= len(tokens) or tokens[i].start >= end:
            return otherwise(start, end)
        path = [i, *islice(tree.above(i), _CLIMB)]
        for n, place in enumerate(path):
            if tokens[place].pos in VERBAL and tokens[place].start not in range(start, end):
                return _tense_of_governor(tree, place, path[:n], lambda: otherwise(start, end))
            if tree.lower(place) in _REACHING_BACK:
                return "past"
        return otherwise(start, end)

    return tense_at


def _tense_of_governor(
    tree: Tree, verb: int, below: Sequence[int], otherwise: Callable[[], Tense | None]
) -> Tense | None:
    """What the verb tells of a time expression that hangs on it by the words `below`."""
    if tree.lemma(verb) in PLANS and ((verb and tree.lower(verb - 1) in _ONCE) or _has_become_something(tree, verb)):
        return "open"  # "first planned for September": it may have been moved since
    if tree.lemma(verb) in MOVES and _leading(tree, below) in _MOVED_TO:
        return "future"
    if _is_called_for(tree, verb, below):
        return "future"
    tense = _verb_tense(tree, _at_which_it_is_discussed(tree, verb)) or otherwise()
    # "the defeats on Tuesday will be felt": the date is that of the defeats
    is_of_subject = any(tree.tokens[place].dep in SUBJECTS for place in below)
    return "open" if is_of_subject and tense == "future" else tense


def _is_called_for(tree: Tree, verb: int, below: Sequence[int]) -> bool:
    """Whether others are called together for that time ("called a meeting for Friday"), not for what has it ("for Friday's vote")."""
    is_for = tree.lemma(verb) in _CALLING and _leading(tree, below) == "for"
    return is_for and not any(tree.tokens[place].dep == "poss" for place in below)


def _has_become_something(tree: Tree, plan: int) -> bool:
    """Whether the past tells what came of that which a participle says was planned: "talks planned for March were called off"."""
    noun = tree.tokens[plan].head
    verb = tree.tokens[noun].head
    is_on_subject = tree.tokens[plan].dep == "acl" and tree.tokens[noun].dep in SUBJECTS
    return is_on_subject and _verb_tense(tree, verb) == "past"


def _at_which_it_is_discussed(tree: Tree, verb: int) -> int:
    """The verb that tells of a meeting, for an infinitive that tells what it was to discuss: "met [to discuss trade on Monday]", "held talks [to review ties on Friday]"; else
    the verb itself."""
    over = tree.tokens[verb].head
    if tree.lemma(verb) not in _DISCUSSING or not tree.is_infinitive(verb):
        return verb
    if tree.tokens[verb].dep in WITHOUT_SUBJECT and tree.lemma(over) in _MEETING:
        return over
    above = tree.tokens[over].head
    is_of_what_was_held = tree.tokens[verb].dep == "acl" and tree.tokens[over].dep == "dobj"
    return above if is_of_what_was_held and tree.lemma(above) in _HOLDING else verb


def _leading(tree: Tree, below: Sequence[int]) -> str | None:
    """The preposition next to the verb among the words between it and what hangs on it."""
    leading = [tree.lower(place) for place in below if tree.tokens[place].pos == "ADP"]
    return leading[-1] if leading else None


def _verb_tense(tree: Tree, verb: int) -> Tense | None:
    """The tense of a finite verb with its auxiliaries; None for infinitives, participles alone and the present."""
    first = verb
    while tree.tokens[verb].tag == "VBG" and tree.tokens[first].dep == "conj" and not tree.auxiliaries(first):
        first = tree.tokens[first].head  # "is meeting A and [attending] a summit"
    auxiliaries = {tree.lower(i) for i in tree.auxiliaries(first)}
    lemma, tag = tree.lemma(verb), tree.tokens[verb].tag
    if _is_planned(lemma, tag, auxiliaries):
        return "future"
    if auxiliaries & _PAST_AUXILIARIES or tag == "VBD":
        return "past"
    if auxiliaries & _WOULD and "have" not in auxiliaries:
        return "open"  # "said that on Friday she would meet him"
    is_meant = tree.is_infinitive(verb) and _is_meant_now(tree, verb)
    return "future" if is_meant or (lemma in APPOINTED and _is_present(tag, auxiliaries)) else None


def _is_present(tag: str, auxiliaries: Set[str]) -> bool:
    """Whether a verb of this tag is in the present: "meets", "is meeting"."""
    is_progressive = tag == "VBG" and bool(auxiliaries & _PRESENT)
    return is_progressive or (tag in PRESENT_FORMS and not auxiliaries)


def _is_meant_now(tree: Tree, verb: int) -> bool:
    """Whether somebody aims now at what an infinitive tells ("wants to meet on Friday", "the aim is to meet on Friday")."""
    above = tree.tokens[verb].head
    is_complement = tree.tokens[verb].dep == "xcomp" and tree.tokens[above].tag in PRESENT_FORMS
    return is_complement and not tree.auxiliaries(above) and not tree.deps(above, "acomp", "dobj")


def _is_planned(lemma: str, tag: str, auxiliaries: Set[str]) -> bool:
    """Whether it is to come, or planned by no plan of the past: "is arranged for Friday", not "aimed its Friday report at him"."""
    if auxiliaries & _FUTURE_AUXILIARIES:
        return True
    if "had" in auxiliaries or (lemma in _AIMED and tag == "VBD" and not auxiliaries):
        return False
    is_passive = bool(auxiliaries & (_TO_BE - {"be", "being"}))
    return lemma in PLANS or (lemma in _ARRANGED and is_passive)
