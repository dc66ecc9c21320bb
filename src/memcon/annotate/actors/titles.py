"""Titles: where one starts and ends, and what office it states.

A title is read from its head noun ("minister") outwards: to the left its modifiers, the state and the body it belongs to
(`memcon.annotate.actors.title_words`), to the right its complement (`memcon.annotate.actors.complements`).
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.annotate.actors.complements import (
    complement_before_name,
    complement_end,
    country_of_complement,
    organization_of_complement,
)
from memcon.annotate.actors.lexicon import ABBREVIATED_TITLES, POSSESSIVES, TITLE_SECTOR
from memcon.annotate.actors.title_words import Left, read_left
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.actors import Office
from memcon.domain.rules import rule
from memcon.domain.spans import cite
from memcon.lexicon import words
from memcon.lexicon.marks import marked

__all__ = ["Title", "complement_before_name", "complement_end", "office_of", "read_title", "title_head"]

_DETERMINERS = words("determiners")
_RANKS_OF_STAFF = words("staff_of_an_office")
_CIVIL = marked("office_nouns", "civil") | words("civilian_generals")
_POLICE = marked("office_nouns", "police")
_OF_A_BODY = marked("office_nouns", "body")
_OF_A_STATE = marked("fields_of_titles", "state") | marked("title_modifiers", "state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in the text: tokens `first` to `last`, determiner included; `wording_first` is where its own words
    start, behind its state and qualifier."""

    first: int
    last: int
    head: int
    wording_first: int
    head_word: str
    country: str | None
    organization: str | None
    qualifier: str | None
    sector: str | None


def title_head(doc: MarkedText, i: int) -> str | None:
    """The head noun that token i is ("general" for "Gen."), None when it is none. Plurals are none."""
    if doc.low[i] in ABBREVIATED_TITLES:
        return ABBREVIATED_TITLES[doc.low[i]] if doc.is_capital(i) else None
    if _serves_an_office(doc, i):
        return doc.low[i]
    is_verb = doc.tokens[i].tag.startswith("V") and not doc.is_capital(i)
    return doc.low[i] if doc.is_title_noun(i) and not is_verb else None


def _serves_an_office(doc: MarkedText, i: int) -> bool:
    """Whether a word that else only qualifies a title is one: "Assistant to the President"."""
    if doc.low[i] not in _RANKS_OF_STAFF or not doc.is_capital(i) or i + 3 >= len(doc.words):
        return False
    return doc.low[i + 1 : i + 3] == ["to", "the"] and doc.is_title_noun(i + 3) and doc.is_capital(i + 3)


def read_title(doc: MarkedText, head: int, last: int | None = None) -> Title:
    """The title whose head noun is token `head`; `last` is where its complement ends (none: right behind the head)."""
    left = read_left(doc, head)
    end = last or head + 1
    country, organization = left.country, left.organization
    if end > head + 1:
        country = country or country_of_complement(doc, head + 1, end)
        organization = organization or organization_of_complement(doc, head + 1, end)
    return Title(
        first=_with_determiner(doc, left.first, head),
        last=end,
        head=head,
        wording_first=_start_of_wording(doc, left),
        head_word=title_head(doc, head) or doc.low[head],
        country=country,
        organization=organization,
        qualifier=left.qualifier or ("deputy" if left.is_deputy else None),
        sector=_sector(doc, left, end),
    )


def _start_of_wording(doc: MarkedText, left: Left) -> int:
    """Where the words of a title start: with "deputy" where another word qualifies it ("acting deputy minister")."""
    first = left.wording_first
    is_qualified_deputy = left.is_deputy and left.qualifier is not None
    return first - 1 if is_qualified_deputy and doc.low[first - 1] == "deputy" else first


def _with_determiner(doc: MarkedText, first: int, head: int) -> int:
    """Where a title starts with the article or the like before it; "that" before the state whose office it is opens a clause ("said that Peru's president")."""
    has_determiner = first > doc.sentence_of(head).first and doc.low[first - 1] in _DETERMINERS
    owner = doc.known[first]
    is_owned = owner is not None and owner.last < head and doc.low[owner.last] in POSSESSIVES
    return first - 1 if has_determiner and not (is_owned and doc.low[first - 1] == "that") else first


def office_of(doc: MarkedText, title: Title) -> Office:
    """The office as a record; its evidence is the title's whole wording."""
    words = doc.quote(title.wording_first, title.last)
    return Office(
        title=words,
        country=title.country,
        organization=title.organization,
        qualifier=title.qualifier,
        evidence=cite(doc.text, doc.span(title.first, title.last)),
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """What the sector of a title's bearer is told by: its noun, all its words, and the sectors of the known bodies in it."""

    head: str
    words: frozenset[str]
    known: tuple[str, ...]


def _sector(doc: MarkedText, left: Left, end: int) -> str | None:
    """The sector of who bears the title: what a pack says, what the first rule says that knows, else that of its noun, or of its body."""
    listed = doc.listed.get(left.head)
    if listed is not None:
        return listed.sector
    head = title_head(doc, left.head) or doc.low[left.head]
    wording = Wording(head, frozenset(doc.low[left.first : end]), _sectors_known(doc, left.first, end))
    told = next((sector for reason in SECTORS if (sector := reason(wording))), None)
    if told is not None or head not in _OF_A_BODY:
        return told or _PLAIN.get(head)
    nouns = [sector for w in sorted(wording.words) if (sector := doc.offices.body_nouns.get(w))]
    return next(iter((*wording.known, *nouns)), "GOV" if _is_of_government(doc, left, wording) else None)


def _sectors_known(doc: MarkedText, first: int, end: int) -> tuple[str, ...]:
    """The sectors of the bodies that packs know among the words of a title."""
    bodies = (known.organization() for known in doc.known[first:end] if known is not None)
    return tuple(body.sector for body in bodies if body is not None and body.sector)


def _is_of_government(doc: MarkedText, left: Left, wording: Wording) -> bool:
    """Whether a title of no body is one of a government: of a state by its name, a president, or by the words for what it is of."""
    is_of_state = any(known is not None and known.state() for known in doc.known[left.first : left.head])
    return is_of_state or wording.head == "president" or bool(wording.words & _OF_A_STATE)


_PLAIN = {noun: sector for noun, sector in TITLE_SECTOR.items() if noun not in words("of_no_one_sector")}
"""The sector of each noun; a sheikh may be anybody, and "private" is mostly an adjective."""


@rule(yes=["NATO General Ann Holm objected."], no=["The general Ann Holm objected."])
def of_states(wording: Wording) -> str | None:
    """Whoever holds an office of a body of states."""
    return "IGO" if "IGO" in wording.known else None


@rule(yes=["The Secretary General Ann Holm objected."], no=["The general Ann Holm objected."])
def civilian_general(wording: Wording) -> str | None:
    """A secretary general or an attorney general is no soldier."""
    return "GOV" if wording.head == "general" and wording.words & _CIVIL else None


@rule(yes=["The police chief objected."], no=["The harbour chief objected."])
def police_officer(wording: Wording) -> str | None:
    """The chief of a police."""
    return "COP" if wording.head in _POLICE and "police" in wording.words else None


@rule(yes=["The opposition leader objected.", "The party leader objected."], no=["The harbour leader objected."])
def party_leader(wording: Wording) -> str | None:
    """The leader of a party or of the opposition."""
    if wording.head != "leader":
        return None
    return "PTY" if "party" in wording.words else "OPP" if "opposition" in wording.words else None


SECTORS = (of_states, civilian_general, police_officer, party_leader)
