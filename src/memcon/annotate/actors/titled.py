"""Persons by title and name: "Defence Minister Ann Example", "Mr. Roe", "Presidents Example and Roe"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.actors.lexicon import (
    ABBREVIATED_TITLES,
    BEHIND_TITLE,
    HONORIFICS,
    NAME_SUFFIXES,
    NAMING_TITLES,
    NEVER_ACTOR_HEADS,
    NOUN_SURNAMES,
    PORTFOLIO,
    POSSESSIVE_S,
    TITLE_MODIFIERS,
    TITLE_SECTOR,
    TITLES_OF_SEVERAL,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import (
    Title,
    complement_before_name,
    office_of,
    read_title,
    title_head,
)
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.annotation import Sentence
from memcon.domain.labels import NAMES_AND_MARKS
from memcon.domain.rules import ByWord, rule
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_JOINING, _IN_A_ROW = words("joining_names"), words("joining_a_row")
_ARTICLES, _PARTING = words("definites") | words("article"), words("joining_names") | {"between", ","}
_STAFF = words("staff_of_an_office")
_BEFORE = 12
"""How many tokens before an office another of the same person's may begin."""
_LETTERS = words("letters_behind_a_name")
_SHORTEST = 2
"""Words of a name behind which letters may stand."""
_IN_CAPITALS = words("honorifics_in_capitals")
_BEFORE_HONORIFIC = words("before_honorific")
_ROYAL = marked("office_nouns", "royal")
_LIKE_ANOTHERS = frozenset({"counterpart"})
"""The office that somebody named before holds, whatever it is."""
_DOING = words("done_in_a_headline")
_BEFORE_AN_OFFICE = TITLE_MODIFIERS | PORTFOLIO
_MADE_GENERAL = words("title_that_general_ends")
_RANKS = frozenset(short for short, noun in ABBREVIATED_TITLES.items() if TITLE_SECTOR[noun] == "MIL")


@rule(
    yes=[
        "Defence Minister Ann Holm objected. → Ann Holm",
        "Mr. Holm objected. → Holm",
        "Foreign Secretary Ann Holm MP objected. → Ann Holm",
        "Presidents Holm and Lind met. → Lind",
        "Readout of President Tom Holm, Jr. Call with Premier Ann Lind → Tom Holm, Jr.",
        "Readout of President Tom Holm Phone Call with Premier Ann Lind → Tom Holm",
        "Readout of Vice President Holm Call with Premier Ann Lind → Holm",
    ],
    no=["The defence minister objected.", "Ann Holm objected."],
)
def find_titled(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims every name that stands behind a title or an honorific."""
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            readers = _TITLED.at(doc.tokens[i], doc.low[i], doc.low[i])
            found = next((phrases for reader in readers if (phrases := reader(doc, i, sentence))), ())
            if found and all(claims.is_free(p.first, p.last) for p in found):
                for phrase in found:
                    claims.add(phrase)
                    yield phrase
                i = max(i, found[-1].last - 1)
            i += 1


@rule(
    yes=[
        "Defence Minister Ann Holm objected.",
        "President-elect Ann Holm objected.",
        "Secretary of Defense Jim Lind objected.",
        "Foreign Minister and Deputy Premier Ann Holm objected.",
        "She met her counterpart Mr. Tom Holm.",
        "State Minister H.E. Mr. Tom Holm objected.",
    ],
    no=["Martin Luther King objected.", "Defence Minister Delays Trip to Peru Again"],
)
def by_title(doc: MarkedText, i: int, sentence: Sentence) -> tuple[Phrase, ...]:
    """A title's noun, what it is of, and a name."""
    word = title_head(doc, i)
    if word is None or _is_surname(doc, i, sentence.first):
        return ()
    end = sentence.last
    start = _behind_elect(doc, i + 1, end)
    behind = complement_before_name(doc, start, end)
    ranked = _behind_rank(doc, behind, end) if behind > start else start
    for first in dict.fromkeys((ranked, behind, _behind_honour(doc, behind, end), start)):
        last = _name_end(doc, first, end, word)
        if last == first or any(reason(doc, i, first, last) for reason in NO_TITLED_NAME):
            continue
        if first > start and _is_apposed_body(doc, i, first):
            return ()
        title = _office_before_rank(doc, i) or read_title(doc, i, min(first, behind))
        found = _with_office_before(doc, name_person(doc, title.first, last, first, last, title))
        return (_with_state_behind(doc, found, end),)
    return ()


def _office_before_rank(doc: MarkedText, i: int) -> Title | None:
    """ "Foreign Minister Dr. Ann Holm": the office is what stands right before a short rank or degree; None where no office does, or one title is told by both
    words ("Attorney Gen.", "Lt Gen")."""
    before = i - 1
    if doc.low[i] not in ABBREVIATED_TITLES or before < doc.sentence_of(i).first or not doc.is_capital(before):
        return None
    is_one = ABBREVIATED_TITLES[doc.low[i]] == "general" and doc.low[before] in _MADE_GENERAL
    return read_title(doc, before) if title_head(doc, before) is not None and not is_one else None


def _with_office_before(doc: MarkedText, phrase: Phrase) -> Phrase:
    """ "Foreign Minister and Deputy Premier Ann Holm": one person in two offices, where the first is capitalised, more than its noun, and no article
    tells it apart ("the Foreign Minister and President Holm")."""
    floor = max(doc.sentence_of(phrase.first).first, phrase.first - _BEFORE)
    if phrase.first - 2 < floor or doc.low[phrase.first - 1] not in _JOINING:
        return phrase
    end = phrase.first - 1
    for head in range(end - 1, floor - 1, -1):
        if title_head(doc, head) is None or not doc.is_capital(head):
            continue
        behind = end if head + 1 == end else complement_before_name(doc, head + 1, phrase.first)
        title = read_title(doc, head, behind)
        if behind == end and _is_one_of_two(doc, title.first, end):
            others = (*phrase.offices, office_of(doc, title))
            country = phrase.country or title.country
            return replace(phrase, first=title.first, offices=others, country=country)
    return phrase


def _is_one_of_two(doc: MarkedText, first: int, end: int) -> bool:
    """Whether the office at tokens `first` to `end` stands alone before another of the same person's: of two words or more, without an article, and
    neither behind a name in a row nor behind "between"."""
    before = doc.low[first - 1] if first > doc.sentence_of(first).first else ""
    is_bare = doc.low[first] not in _ARTICLES and before not in _ARTICLES
    return end - first > 1 and is_bare and before not in _PARTING


def _behind_elect(doc: MarkedText, start: int, end: int) -> int:
    """The index behind "-elect" and the like that is glued to a title."""
    is_hyphen = start + 1 < end and doc.words[start] == "-" and doc.is_glued(start)
    return start + 2 if is_hyphen and doc.low[start + 1] in BEHIND_TITLE else start


def _name_end(doc: MarkedText, first: int, end: int, word: str) -> int:
    """The index behind the name at token `first`; a monarch's may end in "I"."""
    last = trim_name(doc, first, doc.titled_name_run(first, end))
    return last + 1 if last > first and word in _ROYAL and doc.words[last : last + 1] == ["I"] else last


@rule(
    at=TITLES_OF_SEVERAL,
    yes=[
        "Presidents Holm and Lind met.",
        "Presidents Holm of Peru, Lind of Chile and Vidal of Ecuador met.",
        "Talks between foreign ministers Ann Holm of Peru and Tom Lind of Chile failed.",
    ],
    no=["President Holm met Lind.", "The presidents met Holm.", "He told the ministers Ann Holm had left."],
)
def by_plural_title(doc: MarkedText, i: int, sentence: Sentence) -> tuple[Phrase, ...]:
    """ "Presidents Example and Roe": every name has the office; the title's words belong to the first phrase."""
    word = doc.low[i]
    singular = "secretary" if word == "secretaries" else word.removesuffix("s")
    if singular == word or singular not in TITLE_SECTOR or singular in _LIKE_ANOTHERS:
        return ()
    runs = _names_in_row(doc, i, sentence.last)
    if len(runs) < 2:
        return ()
    title = read_title(doc, i)
    office = office_of(doc, title)
    wording = office.title.removesuffix(doc.words[i]) + doc.words[i][: len(singular) - 1] + singular[-1]
    phrases = []
    for n, (first, last, end, country) in enumerate(runs):
        held = replace(office, title=wording, country=office.country or country)
        phrase = name_person(doc, first if n else title.first, end, first, last, title)
        sector = TITLE_SECTOR.get(singular, phrase.sector)
        phrases.append(replace(phrase, offices=(held,), title_head=singular, country=held.country, sector=sector))
    return tuple(phrases)


def _names_in_row(doc: MarkedText, i: int, end: int) -> list[tuple[int, int, int, str | None]]:
    """The names behind a plural title, parted by commas and "and": where each starts, ends, ends with its state, and the state."""
    runs: list[tuple[int, int, int, str | None]] = []
    j = i + 1
    while j < end:
        last = doc.titled_name_run(j, end)
        if last == j or any(reason(doc, i, j, last) for reason in NO_TITLED_NAME):
            break
        behind, country = state_behind(doc, last, end)
        runs.append((j, last, behind, country))
        j = behind
        while j < end and doc.low[j] in _IN_A_ROW:
            j += 1
    return runs


def state_behind(doc: MarkedText, i: int, end: int) -> tuple[int, str | None]:
    """Where "of Ruritania" at token i ends, and the state's code; (i, None) when nothing such stands there."""
    if i + 1 >= end or doc.low[i] != "of":
        return i, None
    j = i + 2 if doc.low[i + 1] == "the" else i + 1
    known = doc.starting(j) if j < end else None
    state = known.state() if known is not None else None
    if known is None or state is None or state[1] in ("demonym", "metonym"):
        return i, None
    return known.last, state[0].code


@rule(
    at=HONORIFICS | _IN_CAPITALS,
    yes=["HE Ann Holm objected.", "Mr. Holm objected.", "First Lady Ann Holm objected."],
    no=["He Ann Holm objected.", "Mr. President objected.", "Madam Foreign Minister objected.", "Holm objected."],
)
def by_honorific(doc: MarkedText, i: int, sentence: Sentence) -> tuple[Phrase, ...]:
    """An honorific and a name, with the rank that stands before it ("First Lady Ann Holm")."""
    if not _honours(doc, i):
        return ()
    last = doc.name_run(i + 1, sentence.last)
    if i + 1 == sentence.last or _is_office(doc, i + 1, last):
        return ()
    first = i - 1 if i > sentence.first and doc.low[i - 1] in _BEFORE_HONORIFIC and doc.is_capital(i - 1) else i
    return (name_person(doc, first, last, i + 1, last),) if last > i + 1 else ()


def _is_office(doc: MarkedText, first: int, last: int) -> bool:
    """Whether the words behind an honorific address an office: "Mr. President", "Madam Foreign Minister"."""
    head = next((k for k in range(first, max(last, first + 1)) if doc.low[k] not in _BEFORE_AN_OFFICE), first)
    return title_head(doc, head) is not None


TITLED = (by_plural_title, by_title, by_honorific)
_TITLED = ByWord(TITLED)


@rule(yes=["King III objected."], no=["King Harald III objected.", "President Xi Roe objected."])
def is_suffix(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """A number alone is no name; "Xi" with a small letter is none."""
    return doc.low[first] in NAME_SUFFIXES and (doc.words[first].isupper() or not doc.words[first].isalpha())


@rule(
    yes=["Acting President Minister Holm objected.", "Deputy Assistant to the President Ann Holm objected."],
    no=["Minister King objected."],
)
def is_another_title(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """Another title begins there, which is no part of names."""
    is_short = doc.low[first] in ABBREVIATED_TITLES and doc.is_capital(first)
    return is_short or doc.low[first] in _STAFF or (doc.is_title_noun(first) and doc.low[first] not in NAMING_TITLES)


@rule(
    yes=["The chairman Harbour Council objected.", "The president Harbour Summit was long."],
    no=["Minister Ann Park objected."],
)
def holds_noun(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """A noun of bodies, events or places, that is no surname."""
    ends = {doc.low[last - 1], doc.low[first]} if last == first + 1 else {doc.low[last - 1]}
    inner = {doc.low[k] for k in range(first, last) if doc.is_body_noun(k)}
    return bool((inner | (ends & NEVER_ACTOR_HEADS)) - NOUN_SURNAMES)


@rule(yes=["The minister Foreign Affairs objected."], no=["Minister Ann Holm objected."])
def is_field(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """What an office is for, or what stands before another title."""
    if doc.low[first] not in TITLE_MODIFIERS:
        return False
    is_title_next = last < len(doc.words) and doc.is_capital(last) and title_head(doc, last) is not None
    return doc.low[first] in PORTFOLIO or is_title_next


@rule(yes=["Minister South Africa objected."], no=["Minister Ann Holm objected."])
def is_known_otherwise(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """A name that packs know, and no person's, unless the parser says so."""
    known = doc.known[first]
    if known is None or known.first != first or known.tenures() or known.last < last or known.is_only_place():
        return False
    return doc.tokens[last - 1].entity[2:] != "PERSON" or known.channel() is not None


@rule(
    yes=["The chair of the House Oversight and Reform Committee objected."],
    no=["Secretary of Defense Lind objected."],
)
def is_what_it_is_of(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """One word behind a complement that goes on with it."""
    if first <= head + 1 or last != first + 1:
        return False
    return (doc.low[head + 1] == "of" and not doc.is_capital(head)) or _is_listed_body(doc, last)


@rule(yes=["The minister HSC objected."], no=["Minister HOLM objected."])
def is_acronym(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """Capitals behind a title in lower case."""
    return not doc.is_capital(head) and last == first + 1 and doc.is_acronym(first)


@rule(
    yes=["President Arrives in Great Hall Again"],
    no=["Defence Minister Ann Holm Delays Trip to Peru", "President Tom Holm, Jr. and Prime Minister Ann Roe met."],
)
def is_verb_of_headline(doc: MarkedText, head: int, first: int, last: int) -> bool:
    """In a headline the word behind a title may be a verb."""
    if not doc.headline[doc.tokens[head].sentence] or doc.starts_sentence(first):
        return False
    return not all(doc.tokens[k].pos in NAMES_AND_MARKS or doc.tokens[k].tag == "NN" for k in range(first, last))


NO_TITLED_NAME = (
    is_suffix,
    is_another_title,
    holds_noun,
    is_field,
    is_known_otherwise,
    is_what_it_is_of,
    is_acronym,
    is_verb_of_headline,
)


def _behind_rank(doc: MarkedText, i: int, end: int) -> int:
    """The index behind a rank that stands between an office and the name ("Chairman of the Board Gen. Roe")."""
    while i < end and (
        (doc.low[i] in ABBREVIATED_TITLES and doc.is_capital(i)) or (doc.words[i] == "." and doc.is_glued(i))
    ):
        i += 1
    return i


def _behind_honour(doc: MarkedText, i: int, end: int) -> int:
    """The index behind what honours the person between an office and the name ("her counterpart Mr. Roe", "Minister H.E. Mr. Roe")."""
    while i < end and _honours(doc, i):
        i += 1
    return i


def _honours(doc: MarkedText, i: int) -> bool:
    """Whether a word honours whoever is named behind it: "Mr.", and "HE" in capitals."""
    return (doc.low[i] in HONORIFICS and doc.is_capital(i)) or (doc.low[i] in _IN_CAPITALS and doc.words[i].isupper())


def _is_surname(doc: MarkedText, i: int, floor: int) -> bool:
    """Whether a title's noun is a part of a name here: "Martin Luther King", "Ann Judge"."""
    if doc.low[i] not in NAMING_TITLES or not doc.is_capital(i) or i == floor:
        return False
    before = doc.known[i - 1]
    is_name = doc.is_name_word(i - 1) and doc.low[i - 1] not in TITLE_MODIFIERS and title_head(doc, i - 1) is None
    return is_name and (before is None or before.is_only_place()) and not doc.starts_sentence(i - 1)


def _is_apposed_body(doc: MarkedText, head: int, first: int) -> bool:
    """Whether what follows the title is the rest of its body, not a name: "Ann Example, President of ABC Global"."""
    if doc.low[first - 1] in POSSESSIVE_S:
        return True
    known = doc.known[first - 1]
    title = read_title(doc, head)
    is_apposed = title.first >= 2 and doc.words[title.first - 1] == "," and doc.is_name_word(title.first - 2)
    return is_apposed and known is not None and known.state() is None and known.organization() is not None


def _is_listed_body(doc: MarkedText, i: int) -> bool:
    """Whether "and" and the rest of a body's name follow at token i ("chair of the House Oversight" + "and Reform Committee")."""
    end = doc.sentence_of(i - 1).last
    return i + 2 < end and doc.low[i] in _JOINING and any(doc.is_body_noun(k) for k in range(i + 1, min(i + 4, end)))


def trim_name(doc: MarkedText, first: int, last: int) -> int:
    """Cuts a run where another title begins ("Lt. Gen.", "Ann Example Deputy Minister"), or what the person does, by a headline's capitals ("Ann Example Announcing Talks")."""
    for i in range(first, last):
        is_title = doc.is_title_noun(i) and doc.low[i] not in NAMING_TITLES
        if doc.low[i] in _RANKS or (i > first and (is_title or doc.low[i] in _DOING)):
            return i
    return last


def _with_state_behind(doc: MarkedText, phrase: Phrase, end: int) -> Phrase:
    """ "President Ann Example of Ruritania": the state behind the name is the office's."""
    last, code = state_behind(doc, phrase.last, end)
    if code is None or not phrase.offices:
        return phrase
    office = replace(phrase.offices[0], country=phrase.offices[0].country or code)
    return replace(phrase, last=last, country=office.country, offices=(office,))


def name_person(
    doc: MarkedText, first: int, last: int, head_first: int, head_last: int, title: Title | None = None
) -> Phrase:
    office = office_of(doc, title) if title is not None else None
    while (
        head_last - head_first > _SHORTEST and doc.words[head_last - 1].isupper() and doc.low[head_last - 1] in _LETTERS
    ):
        head_last -= 1
    return Phrase(
        kind="person",
        form="name",
        first=first,
        last=last,
        head_first=head_first,
        head_last=head_last,
        name=_without_stop(doc.quote(head_first, head_last)),
        country=title.country if title is not None else None,
        sector=title.sector if title is not None else None,
        offices=(office,) if office is not None else (),
        title_head=title.head_word if title is not None else None,
    )


def _without_stop(name: str) -> str:
    """A name without the full stop that the sentence's end lends to a last letter ("Juan Carlos I.")."""
    return name[:-1] if name.endswith(".") and not name.lower().endswith((" jr.", " sr.")) else name
