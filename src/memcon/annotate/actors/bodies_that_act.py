"""Where a body's name is no actor: it names a meeting, a place or a credit, or only modifies another noun."""

from __future__ import annotations

from memcon.annotate.actors.lexicon import (
    ARTICLES,
    GROUP_NOUNS,
    NEVER_ACTOR_HEADS,
    NEVER_NAMES,
    POSSESSIVES,
    TITLES_OF_SEVERAL,
)
from memcon.annotate.actors.phrases import Phrase
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.labels import BEFORE_NOUNS, DESCRIBING
from memcon.domain.rules import rule
from memcon.lexicon import words
from memcon.lexicon.marks import sectors

_WEAK = frozenset(noun for noun, sector in sectors("body_nouns").items() if not sector)
_PLACES = words("places_where")
_SESSIONS, _OF_STATES = words("session_of_whom_stands_before_it"), "IGO"


def may_act(doc: MarkedText, phrase: Phrase) -> bool:
    """Whether the name of a body may be an actor where it stands."""
    return not any(reason(doc, phrase) for reason in NO_ACTOR)


@rule(
    yes=["The officers met at the Harbour Centre."],
    no=["The Harbour Centre objected.", "The officers met at the Harbour Ministry."],
)
def is_venue(doc: MarkedText, phrase: Phrase) -> bool:
    """A centre, an office or the like behind a preposition of place is where something is."""
    before = phrase.first - 1
    while before >= 0 and doc.low[before] in ARTICLES:
        before -= 1
    is_place = before >= 0 and doc.low[before] in _PLACES and doc.known[phrase.head_first] is None
    return is_place and bool(_WEAK.intersection(doc.low[phrase.first : phrase.last]))


@rule(yes=["[NATO] It rained."], no=["It rained (said NATO)."])
def is_credit(doc: MarkedText, phrase: Phrase) -> bool:
    """Alone in square brackets it is a picture's credit."""
    before, behind = phrase.first - 1, phrase.last
    is_inside = before >= doc.sentence_of(phrase.first).first and behind < len(doc.words)
    return is_inside and doc.words[before] == "[" and doc.words[behind] == "]"


@rule(
    yes=["Leaders met at the 2025 Exampletown APEC.", "They came to the 57th ASEAN."],
    no=["APEC objected."],
)
def is_meeting(doc: MarkedText, phrase: Phrase) -> bool:
    """A year or an ordinal within three words before an acronym makes it a meeting of the body."""
    if phrase.form != "acronym":
        return False
    floor = doc.sentence_of(phrase.first).first
    before = _before_capitals(doc, phrase.first, max(floor, phrase.first - 2))
    word = doc.words[before] if before >= floor else ""
    is_year = word.isdecimal() and 1900 <= int(word) < 2100
    return is_year or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def _before_capitals(doc: MarkedText, i: int, floor: int) -> int:
    """The token before the capitalised words before token i, back to `floor`."""
    before = i - 1
    while before >= floor and doc.is_capital(before) and doc.low[before] not in NEVER_NAMES:
        before -= 1
    return before


@rule(
    yes=["The NATO barracks were old.", "A UN resolution followed.", "African Union (AU) ministers met."],
    no=["NATO objected.", "NATO's meeting was long.", "The African Union (AU) objected.", "The NATO meeting was long."],
)
def is_modifier(doc: MarkedText, phrase: Phrase) -> bool:
    """Before a noun that is no body it only says which one, with its short form in brackets or as that; in a headline that noun may be a verb."""
    last, following = _around_brackets(doc, phrase)
    token = doc.tokens[last]
    is_followed = following < len(doc.words) and doc.tokens[following].sentence == token.sentence
    if not is_followed or doc.low[following] in POSSESSIVES:
        return False
    is_noun = doc.tokens[following].pos in DESCRIBING
    if (
        token.dep not in BEFORE_NOUNS
        or token.head < following
        or not is_noun
        or _is_in_session(doc, phrase, token.head)
    ):
        return False
    return not doc.headline[token.sentence] or doc.low[token.head] in NEVER_ACTOR_HEADS


def _is_in_session(doc: MarkedText, phrase: Phrase, noun: int) -> bool:
    """Whether a body of states stands before the noun for a session of its own: "the [NATO] meeting", "[African Union] talks"."""
    is_session = doc.low[noun] in _SESSIONS and not doc.is_capital(noun)
    return is_session and phrase.sector == _OF_STATES and doc.low[noun - 1] not in TITLES_OF_SEVERAL


def _around_brackets(doc: MarkedText, phrase: Phrase) -> tuple[int, int]:
    """The last word of a name and the word behind it: past the short form in brackets behind the long one, or of that the long one's."""
    behind = doc.behind_brackets(phrase.last)
    last, before = phrase.last - 1, phrase.first - 2
    if behind > phrase.last:
        return (last, behind) if _is_before_people(doc, last) else (last, phrase.last)
    is_inside = before >= 0 and doc.behind_brackets(phrase.first - 1) == phrase.last + 1
    return (before, phrase.last + 1) if is_inside and _is_before_people(doc, before) else (last, phrase.last)


def _is_before_people(doc: MarkedText, i: int) -> bool:
    """Whether a word tells of which people a plural noun is, not only at what level a body meets ("the … (APEC) Leaders' Meeting")."""
    people = doc.tokens[i].head
    return doc.low[people] in GROUP_NOUNS and doc.tokens[people].dep != "poss"


@rule(yes=["A NATO-led force came."], no=["NATO led a force."])
def is_compound(doc: MarkedText, phrase: Phrase) -> bool:
    """A hyphen glued to the name makes it a part of an adjective."""
    return _is_followed(doc, phrase) and doc.words[phrase.last] == "-" and doc.is_glued(phrase.last)


NO_ACTOR = (is_venue, is_credit, is_meeting, is_modifier, is_compound)


def _is_followed(doc: MarkedText, phrase: Phrase) -> bool:
    following = phrase.last
    return following < len(doc.words) and doc.tokens[following].sentence == doc.tokens[following - 1].sentence
