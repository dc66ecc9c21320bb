"""Mends of the parse around the names of persons (`memcon.annotate.mending`): "[Foreign ministers] A of Norway and B of Chad met", "A of Norway and [B] of Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.parsed import Parsed
from memcon.domain.labels import ATTRIBUTES, COMPOUNDS, FELLOWS, NOMINAL, NOMINAL_SUBJECTS, PROPER_NOUNS
from memcon.domain.rules import rule
from memcon.domain.tokens import Token
from memcon.lexicon import words

_BEFORE_FRENCH = words("office_with_french_behind")
_OFFICES = words("office_nouns")
_OF_A_PLACE = "GPE"
_NO_OFFICE = frozenset({"LAW", "ORG", "WORK_OF_ART", "EVENT", "FAC"})
_WHO_ACT = frozenset({"PERSON", "GPE", "ORG"})


def _is_place(token: Token) -> bool:
    return token.entity[2:] == _OF_A_PLACE


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and not _is_place(token)


def _opens_a_person(parsed: Parsed, i: int) -> bool:
    return parsed.has(i) and parsed.at(i).entity == "B-PERSON"


def _named(parsed: Parsed, first: int) -> Token:
    """The head of the name that begins there."""
    name = parsed.at(first)
    while name.dep == "compound" and name.head > name.i:
        name = parsed.at(name.head)
    return name


def _office_of(token: Token) -> str:
    """The singular of a word of several who hold one office, whatever the tagger took it for; else ""."""
    word = token.text.lower()
    return word[:-1] if word.endswith("s") and word[:-1] in _OFFICES else ""


@rule(
    yes=[
        "Special envoys Noh Kyung-ho of South Korea and Jim Park of the United States held talks in Seoul on Monday.",
        "Foreign ministers Anna Vik of Norway and Juha Salo of Finland held talks in Oslo on Monday.",
    ],
    no=[
        "The ministers met Anna Vik of Norway.",
        "The envoys Anna Vik and Juha Salo met.",
        "Norway envoys Anna Vik to Chad.",
    ],
)
def offices_before_a_name(parsed: Parsed) -> Iterator[Token]:
    """ "[Foreign ministers] A of Norway and B of Chad held talks": an office in the plural right before the first name stands before it, and the name has
    its place in the sentence, whether the parser took the office for a verb or for a second subject."""
    for office in parsed.tokens:
        if not _office_of(office) or not _opens_a_person(parsed, office.i + 1):
            continue
        name = _named(parsed, office.i + 1)
        is_second = office.dep in NOMINAL_SUBJECTS and name.dep in NOMINAL_SUBJECTS and name.head == office.head
        is_verb = office.dep in NOMINAL_SUBJECTS and office.tag == "VBZ" and name.head == office.i
        if not (is_second or is_verb):
            continue
        yield replace(name, head=office.head, dep=office.dep)
        yield replace(office, head=name.i, dep="compound", tag="NNS", pos="NOUN", lemma=_office_of(office))
        for c in parsed.children(office.i):
            if c.i < office.i:
                yield replace(c, head=name.i, dep="amod" if c.dep in NOMINAL_SUBJECTS else c.dep)


@rule(
    yes=["Special envoys Noh Kyung-ho of South Korea and Jim Park of the United States held talks in Seoul on Monday."],
    no=["Anna Vik of Norway and Juha Salo of Finland met.", "The king of Norway and Chad met Anna Vik."],
)
def name_in_a_row_with_a_name(parsed: Parsed) -> Iterator[Token]:
    """ "A of Norway and [B] of Chad": a person stands in a row with the person before, not with his country."""
    for t in parsed.tokens:
        if t.dep != "conj" or t.entity[2:] != "PERSON":
            continue
        place = parsed.at(t.head)
        led = parsed.at(place.head)
        if not _is_place(place) or led.text.lower() != "of" or not _is_name(parsed.at(led.head)):
            continue
        if any(c.text.lower() == "of" for c in parsed.children(t.i, "prep")):
            yield replace(t, head=led.head)
            for c in parsed.children(place.i, "cc"):
                yield replace(c, head=led.head)


@rule(
    yes=["The Foreign Ministers of Norway, Peru and Chad met in Lima on June 1."],
    no=[
        "Foreign Minister Anna Vik of Norway met the foreign ministers of Peru.",
        "The Council of Ministers of Peru met.",
    ],
)
def offices_with_a_capital(parsed: Parsed) -> Iterator[Token]:
    """ "The Foreign [Ministers] of A and B": an office in the plural is a common noun in spite of its capital, and no name of a law or body begins with it."""
    for office in parsed.tokens:
        if office.tag not in PROPER_NOUNS or not office.text.istitle() or not _office_of(office):
            continue
        if not any(t.text.lower() == "of" for t in parsed.children(office.i, "prep")) or _is_led_by_of(parsed, office):
            continue
        yield replace(office, tag="NNS", pos="NOUN", lemma=_office_of(office), entity="")
        for t in parsed.tokens:
            if t.i != office.i and t.entity[2:] in _NO_OFFICE and _is_in_one_run(parsed, t.i, office.i):
                yield replace(t, entity="")


def _is_led_by_of(parsed: Parsed, token: Token) -> bool:
    """Whether it stands behind "of" itself ("the Council of Ministers of Peru")."""
    return token.dep == "pobj" and parsed.at(token.head).text.lower() == "of"


def _is_in_one_run(parsed: Parsed, one: int, other: int) -> bool:
    """Whether two words stand in one named entity."""
    first, last = sorted((one, other))
    return all(parsed.at(i).entity[2:] in _NO_OFFICE for i in range(first, last + 1)) and not any(
        parsed.at(i).entity.startswith("B-") for i in range(first + 1, last + 1)
    )


@rule(
    yes=[
        "President Luis Paz in the last year secured a nuclear deal with Chad, reopened an embassy in Kenya and sealed a free-trade pact with Norway."
    ],
    no=["Oslo, Norway signed a pact with Chad.", "In the last year Norway signed a pact with Chad."],
)
def name_before_its_verb(parsed: Parsed) -> Iterator[Token]:
    """ "[A] in the last year secured a pact": a person or country that opens a sentence before the past tense that has no subject is its subject, no adverb."""
    for t in parsed.tokens:
        verb = parsed.at(t.head)
        if t.dep != "npadvmod" or t.pos != "PROPN" or t.entity[2:] not in _WHO_ACT or verb.tag != "VBD":
            continue
        first, last = parsed.extent(t.i)
        is_apart = parsed.at(last + 1).text == "," if parsed.has(last + 1) else True
        if first == parsed.first and not is_apart and not parsed.children(verb.i, *NOMINAL_SUBJECTS, "expl"):
            yield replace(t, dep="nsubj")


@rule(
    yes=["Norway Monday called off the talks with Chad scheduled for June 25."],
    no=["Norway called off the talks with Chad on Monday.", "The Norway Monday club called off the talks with Chad."],
)
def name_before_a_day(parsed: Parsed) -> Iterator[Token]:
    """ "[A] Monday called off the talks": a person or country before the day that stands before the verb is the verb's subject, no part of the day."""
    for t in parsed.tokens:
        day = parsed.at(t.head)
        verb = parsed.at(day.head)
        is_day = day.dep == "npadvmod" and day.entity[2:] == "DATE" and day.i == parsed.extent(t.i)[1] + 1
        if (
            t.dep != "compound"
            or t.entity[2:] not in _WHO_ACT
            or not is_day
            or verb.tag != "VBD"
            or verb.i != day.i + 1
        ):
            continue
        if t.i == parsed.first and not parsed.children(verb.i, *NOMINAL_SUBJECTS, "expl"):
            yield replace(t, head=verb.i, dep="nsubj")


@rule(
    yes=["Norway summoned Chad's charge d'affaires on Monday.", "Norway summoned the Chadian chargé d’affaires."],
    no=["Norway summoned Chargé d'Affaires Anna Lind of Chad.", "Norway summoned the Chadian charge on Monday."],
)
def office_before_its_french(parsed: Parsed) -> Iterator[Token]:
    """ "A's [chargé] d'affaires": the office is the noun, as in "A's ambassador", and the French behind it tells only of what kind."""
    for t in parsed.tokens:
        over = parsed.at(t.head)
        if t.text.lower() in _BEFORE_FRENCH and t.dep in ATTRIBUTES and over.i == t.i + 1 and over.dep not in COMPOUNDS:
            yield from (replace(c, head=t.i) for c in parsed.children(over.i) if c.i != t.i)
            is_adjective = t.pos == "ADJ"  # as which the parser may take "chargé"
            tagged = replace(t, tag="NN", pos="NOUN", lemma=t.text.lower()) if is_adjective else t
            yield replace(tagged, head=over.head if over.head != over.i else t.i, dep=over.dep)
            yield replace(over, head=t.i, dep="nmod")


@rule(
    yes=[
        "Despite scant progress in talks Monday with Chadian President Maria Soto, Norwegian special envoy Jens Holm scheduled a second round of negotiations for Tuesday night.",
        "After a meeting in Lima on Monday with Foreign Minister Anna Vik, Foreign Minister Juha Salo left for Chad.",
    ],
    no=[
        "In talks with Foreign Minister Anna Vik, President Ola Moe, and Juha Salo of Finland, Norway gave way.",
        "Chadian President Ola Moe, Norwegian envoy Jens Holm and others met.",
    ],
)
def led_before_the_comma(parsed: Parsed) -> Iterator[Token]:
    """ "Despite talks with [A], [B] left": behind a preposition that leads to nothing stands whom it leads to, and behind the comma the subject that the parser
    took for one more."""
    for t in parsed.tokens:
        if t.dep not in NOMINAL_SUBJECTS or t.pos not in NOMINAL:
            continue
        first, last = parsed.extent(t.i)
        others = [c for c in parsed.children(t.i, *FELLOWS) if c.i > t.i and c.pos == "PROPN"]
        leading = parsed.at(first - 1) if parsed.has(first - 1) else None
        if len(others) != 1 or leading is None or leading.pos != "ADP" or parsed.children(leading.i):
            continue
        comma = parsed.extent(others[0].i)[0] - 1
        if parsed.at(comma).text != "," or parsed.children(t.i, "cc") or parsed.extent(others[0].i)[1] != last:
            continue
        yield replace(t, head=leading.i, dep="pobj")
        yield replace(others[0], head=t.head, dep=t.dep)


MENDS_OF_NAMES = (
    office_before_its_french,
    offices_before_a_name,
    name_in_a_row_with_a_name,
    offices_with_a_capital,
    name_before_its_verb,
    name_before_a_day,
    led_before_the_comma,
)
"""What is hung right, in this order."""
