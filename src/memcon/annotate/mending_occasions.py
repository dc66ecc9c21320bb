"""Where the parser hangs the occasion of what was agreed or asked on what is to be done: "agreed to open the border [during talks in Oslo]"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.parsed import Parsed
from memcon.domain.labels import ON_NOUNS, PAST_FORMS
from memcon.domain.rules import rule
from memcon.domain.tokens import Token
from memcon.lexicon import words

_AGREEING = words("settling_or_asking_on_an_occasion")
_OCCASIONS = words("occasion_of_dealing")
_THEN_AND_THERE = words("leading_into_an_event")
_THEREAFTER = words("leading_past_an_event")
_DONE_THERE = words("deed_of_an_occasion") | words("done_when_parties_meet")
_TIMES = words("less_than_a_day") | words("day_to_month")
_OVER = words("gone_by")
_AHEAD = words("arrangement_adjectives") | words("ahead_of_today") | words("month_only") | words("month_and_first_name")


@rule(
    yes=[
        "Norway and Chad agreed to open the border during talks in Oslo on Monday.",
        "President Maria Soto urged Chancellor Uwe Brandt to lift the tariffs in a phone call on Monday.",
        "Norway and Chad agreed to open the border within two months after talks in Oslo.",
        "Norway and Chad agreed to open the border during talks in Oslo last month.",
    ],
    no=[
        "Norway and Chad agreed to sign the treaty during talks in Oslo.",
        "Norway urged all parties to participate in talks in Oslo.",
        "Norway and Chad agreed to open the border during talks in Oslo next week.",
        "Norway and Chad will agree to open the border during talks in Oslo.",
        "Norway and Chad agreed to open the border at the summit.",
    ],
)
def behind_a_promise(parsed: Parsed) -> Iterator[Token]:
    """A meeting, call or visit behind what somebody agreed, promised or asked in the past to be done, which is no deed of a meeting and of which no time
    ahead is told, is where it was agreed, promised or asked."""
    for p in parsed.tokens:
        occasion = _occasion(parsed, p)
        done = _to_be_done(parsed, p) if occasion is not None else None
        if occasion is None or done is None or _is_told_ahead(parsed, occasion):
            continue
        yield replace(p, head=done.head)
        yield from (
            replace(t, head=occasion.i) for t in parsed.children(done.i, "prep", "npadvmod") if t.i > occasion.i
        )


def _occasion(parsed: Parsed, preposition: Token) -> Token | None:
    """The meeting that a preposition leads to: one that is new to the reader, or behind "during" or "after" any."""
    word = preposition.text.lower()
    if preposition.dep != "prep" or word not in _THEN_AND_THERE | _THEREAFTER:
        return None
    noun = next((t for t in parsed.children(preposition.i, "pobj") if t.lemma.lower() in _OCCASIONS), None)
    is_known = noun is not None and any(t.text.lower() == "the" for t in parsed.children(noun.i, "det"))
    is_then = word in _THEN_AND_THERE and word != "during"
    return noun if not (is_known and is_then) else None


def _to_be_done(parsed: Parsed, preposition: Token) -> Token | None:
    """The infinitive of what was agreed or asked in which a preposition stands at the end; none where what is to be done is a deed of the occasion."""
    i = preposition.head
    for _ in range(len(parsed.tokens)):
        one = parsed.at(i)
        if one.dep in ON_NOUNS or one.head == i:
            return None
        over = parsed.at(one.head)
        is_aim = one.dep == "xcomp" and parsed.to_of(one.i) is not None
        if is_aim and over.lemma in _AGREEING and _is_told_as_done(parsed, over):
            return one if one.lemma not in _DONE_THERE else None
        i = one.head
    return None


def _is_told_as_done(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in the past or perfect, and nothing stands before it that makes it a plan."""
    is_plan = parsed.to_of(verb.i) is not None or any(t.tag == "MD" for t in parsed.children(verb.i, "aux"))
    return verb.tag in PAST_FORMS and not is_plan


def _is_told_ahead(parsed: Parsed, occasion: Token) -> bool:
    """Whether a word behind or before the meeting's noun says that it is still to come, or only names a month; not of "last month"."""
    first = parsed.extent(occasion.i)[0]
    behind = (t for t in parsed.tokens if t.i >= first)
    return any(t.text.lower() in _AHEAD and parsed.at(t.i - 1).text.lower() not in _OVER for t in behind)


@rule(
    yes=[
        "Foreign Minister Anna Lind will leave for Lima the same day to hold consultations with President Maria Soto."
    ],
    no=["Foreign Minister Anna Lind said it was the right day to hold consultations."],
)
def aim_behind_a_time(parsed: Parsed) -> Iterator[Token]:
    """ "Will leave for Lima the same day [to hold talks]": what a journey is for hangs on its verb, not on the day between them."""
    for t in parsed.tokens:
        over = parsed.at(t.head)
        is_aim = t.dep in ON_NOUNS and t.tag == "VB" and parsed.to_of(t.i) is not None
        if is_aim and over.dep == "npadvmod" and over.lemma in _TIMES and parsed.at(over.head).pos == "VERB":
            yield replace(t, head=over.head, dep="advcl")
