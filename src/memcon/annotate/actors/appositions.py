"""Offices beside a name: "Ann Example, vice minister for trade", "his French counterpart, Ann Example"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.actors.complements import behind_french
from memcon.annotate.actors.lexicon import ARTICLES, BEHIND_TITLE, NEVER_NAMES, POSSESSIVES
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import (
    Title,
    complement_end,
    office_of,
    read_title,
    title_head,
)
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.labels import ADPOSITIONS, FINITE
from memcon.domain.rules import rule
from memcon.lexicon import words

_COUNTERPART = "counterpart"
_OPENING = ARTICLES | words("possessing") | {"our"}
_NUMBERS = words("opening_an_office")
_LEADING, _LEADING_AN_OFFICE = words("leading_what_it_is_for"), words("leading_what_an_office_is_of")
_HAVING_AN_OFFICE = words("having_an_office")
_BESIDE_AN_OFFICE, _HONOURING = words("rank_beside_an_office"), words("opening_an_honour") | ARTICLES
_REACH = 9
"""How many tokens an office may be from the comma beside the name."""


@rule(
    yes=[
        "Ann Holm, vice minister for trade, left. → Ann Holm",
        "The French president, Ann Holm, left. → Ann Holm",
        "President Ann Holm met her Kenyan counterpart, Amina Otieno. → Amina Otieno",
    ],
    no=["Ann Holm left.", "Ann Holm, Rosa Lind and others left."],
)
def find_appositions(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Gives persons the offices that stand beside their names, widening the phrases over them."""
    for reader in OFFICES_BESIDE:
        before: Phrase | None = None
        for phrase in claims.in_order():
            if phrase.kind != "person":
                continue
            wider = reader(doc, claims, phrase, before)
            if wider is not None and claims.replace(phrase, wider):
                yield wider
            before = phrase if phrase.offices and phrase.title_head != _COUNTERPART else before


@rule(
    yes=["Ann Holm, vice minister for trade, left.", "Ann Holm (58, the minister of trade) left."],
    no=["Ann Holm, Rosa Lind and others left.", "Ann Holm, who was a minister, left."],
)
def office_behind(doc: MarkedText, claims: Claims, phrase: Phrase, before: Phrase | None) -> Phrase | None:
    """An office behind a comma, a bracket or a dash, or behind the age that stands there."""
    end = doc.sentence_of(phrase.first).last
    start = _behind_comma(doc, phrase.last, end)
    head = apposed_head(doc, start, end) if start is not None else None
    if start is None or head is None or not claims.is_free(start, head + 1):
        return None
    end = next((i for i in range(head + 1, end) if claims.at(i) is not None), end)
    title = _title_of(doc, head, end)
    if title.first < start or _is_list_item(doc, title, phrase):
        return None
    return replace(_with_office(doc, phrase, title), last=title.last)


def _title_of(doc: MarkedText, head: int, end: int) -> Title:
    """The title of a head noun with its complement, also where a hyphen parts it from a word behind it ("minister-designate")."""
    behind = head + 1
    if behind + 1 < end and doc.words[behind] == "-" and doc.low[behind + 1] in BEHIND_TITLE:
        behind += 2
    return read_title(doc, head, max(complement_end(doc, behind, end), behind))


def _with_office(doc: MarkedText, phrase: Phrase, title: Title) -> Phrase:
    """A person with one more office; what is known of them stays."""
    office = office_of(doc, title)
    return replace(
        phrase,
        offices=(*phrase.offices, office),
        country=phrase.country or office.country,
        sector=phrase.sector or title.sector,
        title_head=phrase.title_head or title.head_word,
    )


def _behind_comma(doc: MarkedText, comma: int, end: int) -> int | None:
    """Where an office may start behind a name that ends before token `comma`."""
    if comma + 1 >= end or doc.words[comma] not in ",(–—":
        return None
    is_age = doc.words[comma + 1].isdigit() and comma + 3 < end and doc.words[comma + 2] == ","
    return comma + 3 if is_age else comma + 1


def _is_list_item(doc: MarkedText, title: Title, phrase: Phrase) -> bool:
    """ "Ann Example, president Roe and others": what follows the comma is the next in a list, not the same person's office."""
    i = title.last
    end = doc.sentence_of(phrase.first).last
    return i < end and doc.is_name_word(i) and doc.low[title.first] not in ARTICLES and not doc.starts_sentence(i)


@rule(
    yes=[
        "The French president, Ann Holm, left.",
        "They said that Chad's reformist president, Ann Holm, left.",
        "He met his French counterpart, Ann Holm.",
        "The French president, the Rt Hon Ann Holm, left.",
        "France's Foreign Minister, Senator the Hon Ann Holm, left.",
        "France's Foreign Minister, Dr Ann Holm, left.",
        "The French charge d'affaires, Ann Holm, left.",
        "The Deputy Premier and Minister of Health of Peru, Ann Holm, left.",
    ],
    no=[
        "The French president, Premier Ann Holm, and others left.",
        "Said the president, Ann Holm is ill.",
        "Ann Holm, the president, left.",
    ],
)
def office_before(doc: MarkedText, claims: Claims, phrase: Phrase, before: Phrase | None) -> Phrase | None:
    """ "The French president, Ann Example" and "his French counterpart, Ann Example": an office, a comma, a name."""
    floor = doc.sentence_of(phrase.first).first
    comma = _comma_before(doc, phrase)
    is_in_office = bool(phrase.offices) and phrase.title_head not in _BESIDE_AN_OFFICE
    if is_in_office or comma <= floor + 1 or doc.words[comma] != "," or not _is_closed(doc, phrase):
        return None
    head = head_before(doc, comma, floor)
    if head is None or claims.at(head) is not None:
        return None
    titles = _joined(doc, read_title(doc, head, comma), floor)
    first, last = titles[0], titles[-1]
    is_definite = doc.low[first.first] in _OPENING - {"a", "an"} or doc.known[first.first] is not None
    if not is_definite or not claims.is_free(first.first, comma):
        return None
    offices = [office_of(doc, title) for title in titles]
    country = next((o.country for o in reversed(offices) if o.country), None)
    return replace(
        phrase,
        first=first.first,
        offices=(*(replace(o, country=o.country or country) for o in offices), *phrase.offices),
        country=country,
        sector=last.sector,
        title_head=last.head_word,
    )


def _joined(doc: MarkedText, title: Title, floor: int) -> tuple[Title, ...]:
    """An office with the one that "and" joins to it, of which both are one person's: "the Deputy Premier and Minister of Health"."""
    join = title.first - 1
    is_bare = join > floor + 1 and doc.low[join] == "and" and doc.low[title.first] not in _OPENING
    head = head_before(doc, join, floor) if is_bare else None
    return (title,) if head is None else (read_title(doc, head, join), title)


def _comma_before(doc: MarkedText, phrase: Phrase) -> int:
    """The token before a name and what honours it ("the Rt Hon Ann Holm", "Senator the Hon Ann Holm"), where a comma may stand."""
    i = phrase.first - 1
    floor = doc.sentence_of(phrase.first).first
    while i > floor and (doc.low[i] in _HONOURING or (doc.low[i] in _BESIDE_AN_OFFICE and doc.is_capital(i))):
        i -= 1
    return i


def _is_closed(doc: MarkedText, phrase: Phrase) -> bool:
    """Whether a name ends the apposition: the sentence ends, or a sign, a possessive or "and" follows."""
    i = phrase.last
    if i >= doc.sentence_of(phrase.first).last or not doc.words[i][0].isalnum():
        return True
    return doc.low[i] in POSSESSIVES or doc.low[i] == "and"


def head_before(doc: MarkedText, comma: int, floor: int) -> int | None:
    """The head noun of a title that ends at the comma: right before it, or before its complement."""
    for i in range(comma - 1, max(floor, comma - _REACH) - 1, -1):
        if title_head(doc, i) is not None:
            behind = behind_french(doc, i + 1)
            is_before = doc.low[behind] in _LEADING_AN_OFFICE and complement_end(doc, behind, comma) == comma
            return i if behind == comma or is_before else None
        if doc.words[i] in ",.;":
            return None
    return None


@rule(
    yes=["President Ann Holm met her Kenyan counterpart, Amina Otieno."],
    no=[
        "He met his Kenyan counterpart, Amina Otieno.",
        "President Ann Holm came. He met his counterpart, Amina Otieno.",
    ],
)
def office_of_counterpart(doc: MarkedText, claims: Claims, phrase: Phrase, before: Phrase | None) -> Phrase | None:
    """A counterpart holds the same office as who was named before in the sentence."""
    if phrase.title_head != _COUNTERPART or not phrase.offices or before is None:
        return None
    if doc.tokens[before.first].sentence != doc.tokens[phrase.first].sentence:
        return None
    office = replace(phrase.offices[0], title=before.offices[0].title, organization=None, qualifier=None)
    return replace(phrase, offices=(office,), title_head=before.title_head, sector=before.sector)


@rule(
    yes=[
        "Ann Holm, who became foreign minister of Norway in 2016, left.",
        "Ann Holm, who is the Peruvian envoy, left.",
    ],
    no=["Ann Holm, who was a minister, left.", "Ann Holm, who became angry with the minister, left."],
)
def office_in_clause(doc: MarkedText, claims: Claims, phrase: Phrase, before: Phrase | None) -> Phrase | None:
    """An office that a relative clause says the person has ("who became prime minister in 2016"); one that she "was" may be over."""
    end, who = doc.sentence_of(phrase.first).last, phrase.last + 1
    if phrase.offices or who + 2 >= end or doc.low[phrase.last : who + 1] != [",", "who"]:
        return None
    start = who + 1
    while start < min(end, who + 4) and doc.low[start] in _HAVING_AN_OFFICE:
        start += 1
    head = apposed_head(doc, start, end) if start > who + 1 and doc.low[start - 1] != "has" else None
    if head is None:
        return None
    title = read_title(doc, head, max(complement_end(doc, head + 1, end), head + 1))
    return _with_office(doc, phrase, title) if title.first >= start else None


OFFICES_BESIDE = (office_behind, office_before, office_in_clause, office_of_counterpart)


def apposed_head(doc: MarkedText, start: int, end: int) -> int | None:
    """The head noun of an office that stands at token `start` (behind a comma): within eight words and before any verb or comma."""
    found: int | None = None
    for i in range(start, min(end, start + _REACH)):
        if title_head(doc, i) is not None:
            found = i
        elif (found is not None and doc.low[i] != "-" and doc.low[i] not in BEHIND_TITLE) or (
            found is None and _ends_office(doc, i)
        ):
            break
    return found


def _ends_office(doc: MarkedText, i: int) -> bool:
    """Whether no office goes on at token i: a verb, a preposition, a sign, or a word that is in no name and opens no noun phrase."""
    token = doc.tokens[i]
    is_verb = (token.tag in FINITE or token.pos in ADPOSITIONS) and doc.low[i] not in _LEADING
    is_other = doc.low[i] in NEVER_NAMES and doc.low[i] not in _OPENING and doc.low[i] not in _NUMBERS
    return is_verb or is_other or doc.words[i] in ",.;:()"
