"""The sides of a dealing as they are worded: "both countries", "the two leaders", "the U.S. and South Korean ministers". Whom they mean is
told by `memcon.annotate.actors.parties`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.annotate.actors.lexicon import GROUP_NOUNS, SIDE_NOUNS
from memcon.annotate.actors.nominals import noun_phrase
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.labels import NOMINAL_SUBJECTS, NOUNS
from memcon.domain.rules import rule
from memcon.lexicon import words

_COUNTS = words("counts")
_INNER_TAGS = frozenset({"JJ", "NN", "NNP", "VBN"})
_BEFORE_COUNT = words("what_came_before")
_BEFORE_SIDES, _IN_A_ROW, _BETWEEN_STATES = words("before_sides"), words("joining_a_row"), words("between_states")
_BEHIND_BOTH = words("whose_both")
_TELLING_WHICH = words("telling_which_people")
_OF_TWO_STATES = words("people_of_two_states")
_OF_SIDES = frozenset(SIDE_NOUNS) | _OF_TWO_STATES
_BARE = words("sides_without_a_number")
_OFFICE_SIDES = words("officers_in_the_plural")


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a phrase of sides starts and ends, and the states that it names itself."""

    first: int
    last: int
    codes: tuple[str, ...] = ()


@rule(
    yes=[
        "Peru and Chile spoke. Both countries agreed. → Both countries",
        "Peru and Chile spoke. The two leaders agreed. → two leaders",
        "Peru and Chile spoke. The two Leaders agreed. → two Leaders",
        "The ministers of Peru and Chile agreed. → ministers of Peru and Chile",
        "Peruvian and Chilean negotiators agreed. → Peruvian and Chilean negotiators",
        "Peru and Chile spoke. The two agreed. → the two",
    ],
    no=[
        "The countries agreed.",
        "The two leaders of the club agreed.",
        "Both aides agreed.",
        "The two on the left agreed.",
    ],
)
def find_sides(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the phrases that mean the sides of a dealing."""
    for i in range(len(doc.tokens)):
        if _is_the_two(doc, i) and claims.at(i) is None:
            alone = noun_phrase(doc, "group", "sides", i - 1, i + 1, head=i, named_to=i + 1)
            alone = replace(alone, name=f"the {doc.low[i]}")
            if claims.add(alone):
                yield alone
        if doc.low[i] not in _OF_SIDES or not _is_plain(doc, i) or claims.at(i) is not None:
            continue
        reasons = SIDES if doc.low[i] in SIDE_NOUNS else (states_before, states_behind)
        sides = next((found for reason in reasons if (found := reason(doc, i)) is not None), None)
        phrase = _phrase(doc, claims, sides, i) if sides is not None else None
        if phrase is not None and claims.add(phrase):
            yield phrase


def _is_the_two(doc: MarkedText, i: int) -> bool:
    """Whether "the two" alone does something: no noun follows, nor what tells which two."""
    is_counted = doc.low[i] in _COUNTS and i > doc.sentence_of(i).first and doc.low[i - 1] == "the"
    following = doc.tokens[i + 1] if i + 1 < doc.sentence_of(i).last else None
    is_told = following is not None and (following.head == i or following.tag in NOUNS)
    return is_counted and doc.tokens[i].dep in NOMINAL_SUBJECTS and not is_told


def _is_plain(doc: MarkedText, i: int) -> bool:
    """Whether a word is no name by its capital: it has none, capitals tell nothing there, or only "the two" stands before it without one."""
    is_small = not doc.is_capital(i) or doc.headline[doc.tokens[i].sentence] or doc.starts_sentence(i)
    return is_small or (doc.low[i - 1] in _COUNTS | _BEHIND_BOTH and not doc.is_capital(i - 1))


def _phrase(doc: MarkedText, claims: Claims, sides: Sides, i: int) -> Phrase:
    first = sides.first
    if first > doc.sentence_of(i).first and doc.low[first - 1] in _BEFORE_SIDES and claims.at(first - 1) is None:
        first -= 1
    phrase = noun_phrase(doc, "group", "sides", first, sides.last, head=i, named_to=sides.last)
    phrase = replace(phrase, sector=GROUP_NOUNS.get(doc.low[i]) or None)
    return replace(phrase, parts=sides.codes, country=None) if sides.codes else phrase


@rule(yes=["The ministers of Peru and Chile agreed."], no=["The ministers of Peru agreed."])
def states_behind(doc: MarkedText, i: int) -> Sides | None:
    """ "Of A and B" names at least two states."""
    last, codes = _of_states(doc, i)
    if not codes:
        return None
    inner = _inner_first(doc, i)
    numbered = _numbered(doc, inner)
    return Sides(inner if numbered is None else numbered, last, codes)


@rule(
    yes=["The South Korean and U.S. defence ministers agreed."],
    no=["The South Korean defence ministers agreed."],
)
def states_before(doc: MarkedText, i: int) -> Sides | None:
    """Two or more states as adjectives before the noun."""
    codes: list[str] = []
    j = start = i
    while j > doc.sentence_of(i).first:
        known = doc.known[j - 1]
        state = known.state_record() if known is not None and known.last == j else None
        if known is not None and state is not None:
            codes.append(state.code)
            j = start = known.first
        elif doc.low[j - 1] in _IN_A_ROW or (not codes and doc.tokens[j - 1].tag in (*_INNER_TAGS, "HYPH")):
            j -= 1
        else:
            break
    return Sides(start, i + 1, tuple(reversed(codes))) if len(set(codes)) > 1 else None


@rule(
    yes=["Both countries agreed.", "The two leaders agreed.", "Both of the two countries agreed."],
    no=["Both leaders of the club agreed."],
)
def number_before(doc: MarkedText, i: int) -> Sides | None:
    """ "Both", "the two", "the other two" before the noun, and nothing of what they are behind it."""
    start = _numbered(doc, _inner_first(doc, i))
    is_specified = i + 1 < len(doc.low) and doc.low[i + 1] == "of"
    return Sides(start, i + 1) if start is not None and not is_specified else None


@rule(
    yes=["Peru and Chile met. The allies agreed.", "Peru and Chile met. The sides agreed."],
    no=["Peru and Chile met. The allies of Peru agreed.", "Old allies agreed."],
)
def the_allies(doc: MarkedText, i: int) -> Sides | None:
    """ "The allies", "the sides" alone."""
    is_specified = i + 1 < len(doc.low) and doc.low[i + 1] == "of"
    is_bare = i > doc.sentence_of(i).first and doc.low[i - 1] == "the"
    return Sides(i - 1, i + 1) if doc.low[i] in _BARE and is_bare and not is_specified else None


@rule(
    yes=["President Ann Holm met President Paul Lind. The leaders agreed."],
    no=["The leaders of the club agreed.", "Party leaders agreed.", "The leaders who came agreed."],
)
def the_leaders(doc: MarkedText, i: int) -> Sides | None:
    """ "The leaders", "the presidents" alone: whoever the text names of them, where those are two."""
    following = doc.low[i + 1] if i + 1 < doc.sentence_of(i).last else ""
    is_bare = i > doc.sentence_of(i).first and doc.low[i - 1] == "the" and following not in _TELLING_WHICH
    return Sides(i - 1, i + 1) if doc.low[i] in _OFFICE_SIDES and is_bare else None


SIDES = (states_behind, states_before, number_before, the_allies, the_leaders)


def _inner_first(doc: MarkedText, i: int) -> int:
    """Where the noun's own modifiers start."""
    first = i
    while (
        first > doc.sentence_of(i).first
        and doc.tokens[first - 1].tag in _INNER_TAGS
        and doc.low[first - 1] not in _COUNTS
    ):
        first -= 1
    return first


def _of_states(doc: MarkedText, i: int) -> tuple[int, tuple[str, ...]]:
    """Where "of A and B" behind token i ends and the states that it names; () when they are fewer than two."""
    end = doc.sentence_of(i).last
    if i + 1 >= end or doc.low[i + 1] != "of":
        return i + 1, ()
    codes: list[str] = []
    j = last = i + 2
    while j < end:
        known = doc.starting(j)
        code = _code_of_name(known)
        if known is not None and code is not None:
            codes.append(code)
            j = last = known.last
        elif doc.low[j] in _BETWEEN_STATES:
            j += 1
        else:
            break
    return (last, tuple(codes)) if len(set(codes)) > 1 else (i + 1, ())


def _code_of_name(known: Known | None) -> str | None:
    """The code of the state that a name of packs means, where it is no adjective."""
    state = known.state() if known is not None else None
    return state[0].code if state is not None and state[1] != "demonym" else None


def _numbered(doc: MarkedText, first: int) -> int | None:
    """Where "both", "the two", "the other two" or "both of the" starts before token `first`; None when nothing such stands there."""
    i = first - 1
    floor = doc.sentence_of(first).first
    if i < floor:
        return None
    if doc.low[i] == "both":
        return i
    before = doc.low[i - 1] if i > floor else ""
    is_counted = doc.low[i] in _COUNTS and before in _BEFORE_COUNT
    is_both = doc.low[i] in _BEHIND_BOTH and before == "both"
    return i - 1 if is_counted or is_both else None
