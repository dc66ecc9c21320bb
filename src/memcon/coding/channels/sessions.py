"""Which session of a channel is meant: the number, year or session's noun around its name ("the 57th meeting of the SCM", "the 2023 APEC summit")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS, IN_A_NAME, RELATIVE_HEADS, SUBJECTS
from memcon.lexicon import values, words

SESSION_NOUNS = words("session_noun")
_BEHIND_A_NAME = words("session_noun_behind_a_name")
_ORDINALS = values("session_number_in_words")
_BETWEEN = words("between_session_and_name")
_IN_NAME = words("between_number_and_name")
_FROM_ELSEWHERE = words("counting_from_elsewhere")
_CARDINALS = values("number")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|d)$", re.I)
_ROMAN = re.compile(r"(?=[IVX]{2,}$)(X{0,3})(IX|IV|V?I{0,3})$")
_NUMBER = re.compile(r"\d{1,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BETWEEN_BODY_AND_NOUN = words("between_body_and_session")
_IN_SESSION = words("in_session")
_DECIDING, _DECIDED = words("deciding_in_session"), words("decided_in_session")
_POSSESSING = words("possessing")
_PRESIDING = words("presiding_over_a_body") | words("chair_of_a_meeting")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_FOUNDING, _ARRANGING = words("founding"), words("arrangement_verbs")
_COUNTED_BEHIND = words("counted_behind_it")
_DASHES = words("dash_or_stroke")
_FARTHEST = 7
"""How many tokens may stand between a number and the name."""

_OF_ITS_SORT = 2
"""How many words may tell the sort of a session between its number and its noun."""

_SINCE_REACH = 20

_CHAIN = 3
"""How many infinitives may go on from a verb."""


def ordinal_of(word: str) -> int | None:
    """The number that a word tells ("57th", "third", "VII")."""
    match = _ORDINAL.match(word)
    if match is None and _ROMAN.match(word):
        return _from_roman(word)
    return int(match.group(1)) if match else _ORDINALS.get(word.lower())


def number_of(index: TextIndex, i: int) -> int | None:
    """The number of the session that the noun at `i` names: "fifth meeting", "a second reconstruction conference", "round four", "the third round
    of talks"; None where the number counts from something else than the founding."""
    noun = _measure(index, i)
    if _is_relative(index, noun):
        return None
    behind = _number_behind(index, noun)
    return behind if behind is not None else _number_in_front(index, noun)


def _measure(index: TextIndex, i: int) -> int:
    """The noun that the number stands at: of "round of talks" the round."""
    of = index.tokens[i].head
    noun = index.tokens[of].head
    is_measured = index.tokens[i].dep == "pobj" and index.tree.lower(of) == "of"
    return noun if is_measured and index.tree.lemma(noun) in SESSION_NOUNS else i


def _number_behind(index: TextIndex, noun: int) -> int | None:
    """ "round four", "Round 4"."""
    if index.tree.lemma(noun) not in _COUNTED_BEHIND or noun + 1 >= index.sentence(noun).last:
        return None
    word = index.tokens[noun + 1].text
    return int(word) if _NUMBER.match(word) else _CARDINALS.get(word.lower())


def _number_in_front(index: TextIndex, noun: int) -> int | None:
    for j in range(index.tree.first(noun), noun):
        number = ordinal_of(index.tokens[j].text)
        if number is not None and index.tokens[j].head == noun and j not in index.timex_at:
            return number
        is_first = index.tree.lower(j) == "first" and index.tree.lemma(noun) in _COUNTED_BEHIND
        if is_first and index.tokens[j].head == noun:
            return 1
    return None


def _from_roman(word: str) -> int:
    values_ = [_ROMAN_DIGITS[c] for c in word]
    return sum(-v if v < max(values_[n:]) else v for n, v in enumerate(values_))


def session_noun_behind(index: TextIndex, last: int) -> int | None:
    """The noun for a session that follows the name: "the SCM meeting", "the G7 leaders' summit"."""
    i, end = last + 1, index.sentence(last).last
    while i < end and index.tree.lower(i) in _BETWEEN_BODY_AND_NOUN:
        i += 1
    return i if i < end and index.tree.lemma(i) in _BEHIND_A_NAME and not _is_before_an_office(index, i) else None


def _is_before_an_office(index: TextIndex, i: int) -> bool:
    """Whether a noun only tells what somebody presides over ("the OPEC [conference] president")."""
    over = index.tokens[i].head
    return index.tokens[i].dep in BEFORE_NOUNS and over > i and index.tree.lemma(over) in _PRESIDING


def session_held_by(index: TextIndex, i: int) -> int | None:
    """The session noun that the body named at `i` holds as its own ("the commission held its fifth meeting", "is to hold its fifth meeting")."""
    tree = index.tree
    held = (o for v in done_by(index, i) for o in tree.deps(v, "dobj") if tree.lemma(o) in SESSION_NOUNS)
    return next((o for o in held if any(tree.lower(c) in _POSSESSING for c in tree.deps(o, "poss"))), None)


def done_by(index: TextIndex, i: int) -> Iterator[int]:
    """The verbs whose subject is the noun `i`, with the infinitives that go on from them ("is to [meet]", "is due to [meet]", "is expected to [meet]")."""
    tree, verb = index.tree, index.tokens[i].head
    if index.tokens[i].dep not in SUBJECTS:
        return
    if index.tokens[i].dep == "nsubj":
        yield verb
    for _ in range(_CHAIN):
        beside = (verb, *tree.deps(verb, "acomp"))
        led = next((v for b in beside for v in tree.deps(b, "xcomp") if tree.is_infinitive(v)), None)
        if led is None:
            return
        yield led
        verb = led


def sits(index: TextIndex, i: int) -> bool:
    """Whether the body named at `i` is told to be in session: "the council met", "the council, which has met twice", "the council will hold its fifth
    meeting"."""
    beside = (w for v in index.tree.deps(i, "relcl") for w in index.tree.coordinated(v) if _is_of_itself(index, v))
    is_in_session = any(index.tree.lemma(v) in _IN_SESSION for v in (*done_by(index, i), *beside))
    return is_in_session or session_held_by(index, i) is not None


def _is_of_itself(index: TextIndex, verb: int) -> bool:
    """Whether the subject of a relative clause is what it hangs on ("which met")."""
    return any(index.tokens[s].tag in RELATIVE_HEADS for s in index.tree.deps(verb, "nsubj"))


def is_founding(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of setting something up; "set to meet" and "set for Friday" tell of what is arranged."""
    lemma = index.tree.lemma(verb)
    return lemma in _FOUNDING and (lemma not in _ARRANGING or bool(index.tree.deps(verb, "prt")))


def decides(index: TextIndex, i: int) -> bool:
    """Whether the body named at `i` is told to decide in session: "adopted a resolution", "voted to extend the mission"."""
    tree, token = index.tree, index.tokens[i]
    if token.dep != "nsubj" or index.is_supposed(token.head):
        return False
    papers = any(tree.lemma(o) in _DECIDED for o in tree.deps(token.head, "dobj"))
    return tree.lemma(token.head) == "vote" or (tree.lemma(token.head) in _DECIDING and papers)


def number_before(index: TextIndex, first: int) -> tuple[int, int | None, int | None]:
    """The ordinal or year in the noun phrase before a name, and the first token of both with the parties between them."""
    sentence = index.sentence(first).first
    for i in range(first - 1, max(sentence, first - _FARTHEST) - 1, -1):
        word = index.tokens[i].text
        ordinal = 1 if _is_the_first(index, i, first) else ordinal_of(word)
        if ordinal is not None:
            return i, ordinal, None
        if _YEAR.match(word):
            return i, None, int(word)
        if not _goes_on(index, i):
            break
    return first, None, None


def before_its_parties(index: TextIndex, first: int) -> int:
    """The first token of the parties before a name that dashes join to it or that it is said to be of: of "the third round of the [Norway]-Peru Fisheries
    Dialogue", "a meeting of [the] two countries' joint commission"; the name's own where there are none."""
    tokens, last, limit = index.tokens, first - 1, index.sentence(first).first
    if last > limit and tokens[last].tag == "POS":
        return max(limit, index.tree.first(tokens[last].head))
    while last - 2 >= limit and tokens[last - 1].text in _DASHES and _is_capital(index, last, last - 2):
        last -= 2
    return last if last < first - 1 else first


def _is_capital(index: TextIndex, *words_: int) -> bool:
    return all(index.tokens[i].text[0].isupper() for i in words_)


def session_of(index: TextIndex, first: int) -> tuple[int, int, int | None] | None:
    """ "the 57th meeting of the SCM": the first token, the session noun that the name hangs on, and its number if it has one."""
    i = first - 1
    while i >= 0 and index.tree.lower(i) in _BETWEEN:
        i -= 1
    is_between = 0 <= i < first - 1
    if not is_between or index.tree.lemma(i) not in SESSION_NOUNS or index.tree.lower(i + 1) != "of":
        return None
    ordinal = _number_of(index, i)
    return (i if ordinal is None else _number_at(index, i)), i, ordinal


def _number_of(index: TextIndex, session: int) -> int | None:
    """The number before the noun of a session and what tells its sort; "first" counts where no clause tells which first one it is."""
    at = _number_at(index, session)
    if at < 0:
        return None
    is_first = index.tree.lower(at) == "first" and not _is_relative(index, session)
    return 1 if is_first else ordinal_of(index.tokens[at].text)


def _number_at(index: TextIndex, session: int) -> int:
    """Where a number would stand before the noun of a session: right before it, or before the words that tell its sort ("the fifth [ministerial]
    meeting")."""
    at, limit = session - 1, max(index.sentence(session).first, session - 1 - _OF_ITS_SORT)
    while at > limit and index.tokens[at].dep in BEFORE_NOUNS and not _may_count(index, at):
        at -= 1
    return at


def _may_count(index: TextIndex, i: int) -> bool:
    return index.tree.lower(i) == "first" or ordinal_of(index.tokens[i].text) is not None


def _is_the_first(index: TextIndex, i: int, name: int) -> bool:
    is_first = index.tree.lower(i) == "first" and index.tree.lower(i - 1) == "the"
    return is_first and not _is_relative(index, name)


def _goes_on(index: TextIndex, i: int) -> bool:
    """Whether a number before token `i` may still be that of the name behind it."""
    token = index.tokens[i]
    is_part = token.pos in IN_A_NAME or token.pos == "PUNCT"
    is_hyphenated = index.tokens[i + 1].text == "-" or index.tokens[i - 1].text == "-"  # "second in-person summit"
    return is_hyphenated or (is_part and (token.text[0].isupper() or token.text in _IN_NAME))


def _is_relative(index: TextIndex, i: int) -> bool:
    """Whether a "first" behind which "since", "in five years" or "this year" stands counts from something else than the founding."""
    rest = range(i, min(index.sentence(i).last, i + _SINCE_REACH))
    told = {index.tree.lower(j) for j in rest}
    spans = any((t := index.timex_at.get(j)) is not None and t.type == "DURATION" for j in rest)
    return spans or bool(told & _FROM_ELSEWHERE) or {"this", "year"} <= told
