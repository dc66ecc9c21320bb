"""The words to the left of a title's noun that belong to it: its modifiers, its qualifier, the state and the body that it is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from memcon.annotate.actors.lexicon import (
    ABBREVIATED_TITLES,
    LOCATIVE_PREPOSITIONS,
    NEVER_NAMES,
    PORTFOLIO,
    POSSESSIVES,
    QUALIFIERS,
    TITLE_MODIFIERS,
)
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.labels import COMPOUNDS, IN_A_PHRASE, LINKS, PAST_AND_PARTICIPLES, PROPER_NOUNS
from memcon.domain.rules import rule
from memcon.lexicon import words

_JOINING, _IN_LOWER_CASE = words("joining_names"), words("in_lower_case_too")
_OFFICES_OF_A_PART, _PARTS_LIKE_STATES = words("offices_of_a_part"), words("parts_named_like_a_state")
_REGIONS = words("regions")
_OPENING_A_TITLE = PROPER_NOUNS | {"JJ"}
_IN_A_TITLE = (IN_A_PHRASE | LINKS) - {"PRON"}
_REACH = 16
"""How many tokens a title is read to the left of its noun."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is read so far of the title whose noun is token `head`: it starts at `first`; `beside` are tokens of it that are not its own words
    (state and qualifier)."""

    head: int
    first: int
    floor: int
    country: str | None = None
    organization: str | None = None
    qualifier: str | None = None
    is_deputy: bool = False
    beside: frozenset[int] = frozenset()

    @property
    def wording_first(self) -> int:
        """Where the title's own words start: behind its qualifier and the state."""
        i = self.first
        while i < self.head and i in self.beside:
            i += 1
        return i

    def back_to(self, first: int, *, country: str | None = None, organization: str | None = None, qualifier: str | None = None,
                beside: Iterable[int] = ()) -> Left:  # fmt: skip
        """With the words from `first`; what they tell fills in what is still open."""
        return replace(
            self,
            first=first,
            country=self.country or country,
            organization=self.organization or organization,
            qualifier=self.qualifier or qualifier,
            beside=self.beside.union(beside),
        )


def read_left(doc: MarkedText, head: int) -> Left:
    """The title whose noun is token `head`, as far as it goes to the left."""
    listed = doc.listed.get(head)
    left = Left(head, listed.first if listed else head, max(doc.sentence_of(head).first, head - _REACH))
    while left.first > left.floor:
        j = left.first - 1
        step = next((found for reason in TITLE_GOES_ON if (found := reason(doc, left, j)) is not None), None)
        if step is None:
            break
        left = step
        if doc.low[j] in POSSESSIVES and left.country is not None:
            break  # whose office it is stands first
    return left if left.organization else replace(left, organization=_body_before_head(doc, left))


@rule(
    yes=[
        "Peru's envoy Ann Holm objected.",
        "NATO's envoy Ann Holm objected.",
        "The Harbour Ministry's envoy Ann Holm objected.",
    ],
    no=["Lind's envoy Ann Holm objected.", "The envoy Ann Holm objected."],
)
def possessor(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A state or a body with a possessive: "Peru's", "the Harbour Ministry's"."""
    if doc.low[j] not in POSSESSIVES or j == left.floor:
        return None
    known = doc.known[j - 1]
    if known is not None and (state := known.state_record()) is not None:
        code = None if _is_of_a_part(doc, left, known) else state.code
        return left.back_to(known.first, country=code, beside=range(known.first, j + 1))
    if known is not None and known.organization() is not None:
        name = doc.quote(known.first, known.last)
        return left.back_to(known.first, organization=name, beside=range(known.first, j + 1))
    return _unknown_possessor(doc, left, j) if doc.is_body_noun(j - 1) else None


def _unknown_possessor(doc: MarkedText, left: Left, j: int) -> Left:
    """A body with the head noun of one: "the Harbour Ministry's"."""
    start = j - 1
    while start > left.floor and (doc.is_name_word(start - 1) or doc.low[start - 1] in PORTFOLIO):
        start -= 1
    states = [known.state_record() for known in doc.known[start:j] if known is not None]
    country = next((state.code for state in states if state is not None), None)
    return left.back_to(start, country=country, organization=doc.quote(start, j), beside=range(start, j + 1))


@rule(
    yes=["The Peruvian minister objected.", "The NATO envoy objected."],
    no=["The Lima envoy objected.", "The envoy objected.", "In Turkey Minister Ann Holm objected."],
)
def known_name(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A state or a body that packs know; a capital is neither."""
    known = doc.known[j]
    if known is None or known.last != j + 1 or known.first < left.floor:
        return None
    state = known.state_record()
    if state is not None:
        if known.form_of_state() == "metonym" or _is_only_where(doc, left, known):
            return None
        code = None if _is_of_a_part(doc, left, known) else state.code
        return left.back_to(known.first, country=code, beside=range(known.first, known.last))
    organization = known.organization()
    if organization is None:
        return None
    return left.back_to(known.first, country=organization.country, organization=doc.quote(known.first, known.last))


def _is_of_a_part(doc: MarkedText, left: Left, known: Known) -> bool:
    """Whether the office is of a part of a federation that is named like a state ("Georgia's governor")."""
    head = ABBREVIATED_TITLES.get(doc.low[left.head], doc.low[left.head])
    return head in _OFFICES_OF_A_PART and doc.low[known.last - 1] in _PARTS_LIKE_STATES


def _is_only_where(doc: MarkedText, left: Left, known: Known) -> bool:
    """Whether a state's name before a capitalised title only tells where: "in Turkey Minister Roe"."""
    before = known.first - 1
    is_led = before >= doc.sentence_of(left.head).first and doc.low[before] in LOCATIVE_PREPOSITIONS
    return is_led and known.form_of_state() == "name" and doc.is_capital(left.first)


@rule(
    yes=["The former minister objected.", "The deputy minister objected."],
    no=["The foreign minister objected."],
)
def qualifier(doc: MarkedText, left: Left, j: int) -> Left | None:
    """ "Former", "acting", "deputy"."""
    word = doc.low[j]
    if word not in QUALIFIERS:
        return None
    if word == "deputy":
        return replace(left.back_to(j, beside=(j,)), is_deputy=True)
    return left.back_to(j, qualifier=QUALIFIERS[word] or None, beside=(j,))


@rule(
    yes=["The vice-president Ann Holm objected.", "The ex-minister Ann Holm objected."],
    no=["The Peru-based minister Ann Holm objected.", "The vice president Ann Holm objected."],
)
def hyphened(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A word of the title or a qualifier before a hyphen."""
    is_inner = doc.words[j] in "-‐‑" and doc.is_glued(j) and doc.is_glued(j + 1) and j > left.floor
    word = doc.low[j - 1]
    if not is_inner:
        return None
    if word in QUALIFIERS and word != "deputy":
        return left.back_to(j - 1, qualifier=QUALIFIERS[word] or None, beside=(j - 1, j))
    return left.back_to(j - 1) if word in TITLE_MODIFIERS or doc.is_title_noun(j - 1) else None


@rule(yes=["The “roving” envoy Ann Holm objected."], no=["“Peace,” envoy Ann Holm objected."])
def quoted_word(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A word between quotation marks: how others call the office."""
    is_quoted = j - 2 >= left.floor and doc.tokens[j].tag == "''" and doc.tokens[j - 2].tag == "``"
    return left.back_to(j - 2) if is_quoted and doc.words[j - 1].isalpha() else None


@rule(
    yes=[
        "Trade and Industry Minister Ann Holm objected.",
        "Middle East and North Africa Coordinator Ann Holm objected.",
    ],
    no=["The king and minister Ann Holm objected."],
)
def joined_fields(doc: MarkedText, left: Left, j: int) -> Left | None:
    """ "And" between two fields of one office."""
    if doc.low[j] not in _JOINING or j == left.floor:
        return None
    is_list = any({doc.low[j - 1], doc.low[j + 1]} <= fields for fields in (PORTFOLIO, _REGIONS))
    return left.back_to(j - 1) if is_list and doc.is_capital(j - 1) == doc.is_capital(j + 1) else None


@rule(
    yes=["Ministry of Trade spokesman Ann Holm objected."],
    no=["The head of trade policy, minister Roe, objected."],
)
def body_of_field(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A body whose field stands before the title: "Ministry of Trade spokesman"."""
    if doc.low[j] != "of" or j == left.floor or not doc.is_capital(j - 1) or not doc.is_body_noun(j - 1):
        return None
    return left.back_to(j - 1, organization=doc.quote(j - 1, left.first))


@rule(yes=["Lt. Gen. Ann Holm objected."], no=["General Ann Holm objected."])
def abbreviation(doc: MarkedText, left: Left, j: int) -> Left | None:
    """The stop of an abbreviated title."""
    is_stop = doc.words[j] == "." and j > left.floor and doc.low[j - 1] in ABBREVIATED_TITLES
    is_short = doc.low[j] in ABBREVIATED_TITLES and not _is_barred(doc, left, j)
    return left.back_to(j - 1 if is_stop else j) if is_stop or is_short else None


@rule(
    yes=["The foreign minister objected.", "The army general Ann Holm objected."],
    no=["The tired minister objected."],
)
def word_of_titles(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A modifier of titles, another title's noun, or a body's noun; no verb."""
    is_modifier = doc.low[j] in TITLE_MODIFIERS
    if _is_barred(doc, left, j) or not (is_modifier or doc.is_title_noun(j) or doc.is_body_noun(j)):
        return None
    is_verb = doc.tokens[j].tag.startswith("V") and not doc.is_capital(j)
    return left.back_to(j) if is_modifier or not is_verb else None


@rule(
    yes=["The Harbour minister objected.", "The Rural Affairs Minister objected."],
    no=[
        "Yesterday Minister Ann Holm left.",
        "On Monday minister Ann Holm objected.",
        "While in Geneva President Ann Holm objected.",
    ],
)
def capitalised(doc: MarkedText, left: Left, j: int) -> Left | None:
    """Another word with a capital that is no verb and not only the beginning of the sentence."""
    tag = doc.tokens[j].tag
    if _is_barred(doc, left, j) or _is_foreign(doc, j) or not doc.is_capital(j):
        return None
    is_opening = doc.starts_sentence(j) and tag not in _OPENING_A_TITLE
    is_where = j > left.floor and doc.low[j - 1] in LOCATIVE_PREPOSITIONS and doc.tokens[j].entity[2:] == "GPE"
    return None if is_opening or is_where or tag in PAST_AND_PARTICIPLES else left.back_to(j)


@rule(yes=["The harbour minister Ann Holm objected."], no=["The tired minister objected."])
def compound_noun(doc: MarkedText, left: Left, j: int) -> Left | None:
    """A noun in lower case that the parser hangs on the title."""
    token = doc.tokens[j]
    if _is_barred(doc, left, j) or _is_foreign(doc, j) or doc.is_capital(j):
        return None
    is_compound = token.tag == "NN" and token.dep in COMPOUNDS
    return left.back_to(j) if is_compound and left.first <= token.head <= left.head + 4 else None


@rule(
    yes=["Peru's conservative president, Ann Holm, objected."],
    no=["The tired minister objected.", "Lind's tired minister objected."],
)
def described(doc: MarkedText, left: Left, j: int) -> Left | None:
    """An adjective of no office between the state whose office it is and the title ("Peru's reformist president"): no word of the title."""
    is_adjective = doc.tokens[j].tag == "JJ" and j - 1 > left.floor and doc.low[j - 1] in POSSESSIVES
    owner = doc.known[j - 2] if is_adjective else None
    return left.back_to(j, beside=(j,)) if owner is not None and owner.state_record() is not None else None


@rule(
    yes=[
        "The Republic of Peru (ROP) Minister of Trade Ann Holm objected.",
        "United Nations (UN) spokesman Ann Holm objected.",
    ],
    no=["In Peru (Lima) Minister Ann Holm objected.", "The Harbour (58) minister objected."],
)
def in_short(doc: MarkedText, left: Left, j: int) -> Left | None:
    """The acronym in brackets of the state or body whose office it is: "the Republic of Peru (ROP) minister"."""
    is_bracket = doc.words[j] == ")" and j - 3 >= left.floor and doc.words[j - 2] == "("
    known = doc.known[j - 3] if is_bracket and doc.words[j - 1].isupper() else None
    if known is None or known.last != j - 2 or known.first < left.floor:
        return None
    found = known_name(doc, left, j - 3)
    return replace(found, beside=found.beside.union(range(known.first, j + 1))) if found is not None else None


TITLE_GOES_ON = (
    possessor,
    in_short,
    known_name,
    qualifier,
    hyphened,
    quoted_word,
    joined_fields,
    body_of_field,
    abbreviation,
    word_of_titles,
    capitalised,
    compound_noun,
    described,
)


def _is_barred(doc: MarkedText, left: Left, j: int) -> bool:
    """Whether no plain word can go on: a capital stands there as its government, or the title has begun with its qualifier."""
    known = doc.known[j]
    is_capital = known is not None and known.form_of_state() == "metonym"
    return is_capital or (left.qualifier is not None and left.first in left.beside)


def _is_foreign(doc: MarkedText, j: int) -> bool:
    """Whether the word can't be a part of any title."""
    return doc.low[j] in NEVER_NAMES or not doc.words[j][0].isalpha() or doc.tokens[j].pos not in _IN_A_TITLE


def _body_before_head(doc: MarkedText, left: Left) -> str | None:
    """The capitalised body whose title it is, named without a possessive: "Harbour Commission" in "Harbour Commission Chair"."""
    for i in range(left.head - 1, left.wording_first - 1, -1):
        if doc.is_body_noun(i) and (doc.is_capital(i) or doc.low[i] in _IN_LOWER_CASE):
            return doc.quote(left.wording_first, i + 1)
    return None
