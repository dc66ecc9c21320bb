"""Persons by name alone, where a pack, the parser or the context says that it is a person's."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from memcon.annotate.actors.appositions import apposed_head, head_before
from memcon.annotate.actors.lexicon import (
    ARTICLES,
    DEEDS,
    NEVER_ACTOR_HEADS,
    NEVER_NAMES,
    NOUN_SURNAMES,
    POSSESSIVES,
    QUALIFIERS,
    TITLE_MODIFIERS,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.surnames import surnames, surnames_like_states
from memcon.annotate.actors.titled import name_person, state_behind, trim_name
from memcon.annotate.actors.titles import title_head
from memcon.annotate.actors.tokens import MarkedText
from memcon.domain.annotation import Sentence
from memcon.domain.labels import PLACES_AND_PEOPLES, PLURAL
from memcon.domain.rules import rule
from memcon.lexicon import values, words
from memcon.lexicon.marks import marked

_NOT_IN_NAME = TITLE_MODIFIERS - marked("title_modifiers", "name")
_PLAIN_SURNAMES = marked("never_actors", "plain")
_TRADES = words("trades")
_BECOMING = words("becoming_an_office")
_IN_A_ROW = words("joining_a_row")
_CLOSEST = words("closest_to_speech")
_TIMES = frozenset(values("month")) | frozenset(values("weekday"))
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "appos", "attr"})


@rule(
    yes=[
        "The book by drummer Zorba Quixby sold well. → Zorba Quixby",
        "Ann Holm, who came, left. → Ann Holm",
        "Ann Holm of Peru and Tom Lind of Chile met. → Ann Holm",
    ],
    no=["Holm objected.", "They drove along Harbour Street."],
)
def find_bare(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims names of two or more words that stand without a title, where the parser, a pack or the context says person."""
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            stop = _bare(doc, claims, i, sentence)
            if stop > i and claims.add(phrase := _of_a_state(doc, i, stop, sentence.last)):
                yield phrase
            i = max(i + 1, stop)


def _of_a_state(doc: MarkedText, first: int, last: int, end: int) -> Phrase:
    """The person named at tokens `first` to `last`, with the state that the name itself is told to be of ("Ann Holm of Peru"), not what somebody is told of
    ("informed Ann Holm of Peru's plans")."""
    phrase = name_person(doc, first, last, first, last)
    behind, country = state_behind(doc, last, end)
    is_of_name = behind > last and first <= doc.tokens[last].head < last
    if not is_of_name or (behind < end and doc.low[behind] in POSSESSIVES):
        return phrase
    return replace(phrase, last=behind, country=country)


@rule(
    yes=["Ann Holm Visits Peru Again\nAnn Holm, who came, left. → Ann Holm"],
    no=["Ann Holm, who came, left."],
)
def find_repeated(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims every other place where a full name stands that the text has shown to be a person's, headlines included."""
    names = {
        tuple(doc.words[p.head_first : p.head_last]) for p in claims.phrases if p.kind == "person" and " " in p.name
    }
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    for i, word in enumerate(doc.words):
        for length in sorted(lengths.get(word, ()), reverse=True):
            last = i + length
            is_inside = last <= doc.sentence_of(i).last
            if is_inside and tuple(doc.words[i:last]) in names and claims.is_free(i, last):
                phrase = name_person(doc, i, last, i, last)
                claims.add(phrase)
                yield phrase
                break


@rule(
    yes=[
        "Minister Ann Holm came. Holm objected. → Holm",
        "Minister Omar al-Rashid came. Rashid objected. → Rashid",
        "May, who became prime minister in 2016, left. → May",
        "Minister Ann Chad came. Chad objected. → Chad",
    ],
    no=[
        "Holm Street was long.",
        "Officials, who came early, left.",
        "Minister Ann Chad came to Chad. Chad objected.",
        "Ministers of Chad and Peru came. Chad objected.",
    ],
)
def find_single(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims single capitalised words that name a person: a part of a full name in this text, or what the parser calls a person and the
    text lets act."""
    known = {w for p in claims.phrases if p.kind == "person" for w in surnames(p.name)}
    like_states = surnames_like_states(doc, claims)
    for i in range(len(doc.tokens)):
        last = doc.article_of_name(i)
        if last > i and doc.words[last - 1] in known and claims.is_free(i, last):
            phrase = name_person(doc, i, last, i, last)
            claims.add(phrase)
            yield phrase
        if claims.at(i) is None and _is_single(doc, i, known, like_states):
            phrase = name_person(doc, i, i + 1, i, i + 1)
            claims.add(phrase)
            yield phrase


def _is_single(doc: MarkedText, i: int, known: Set[str], like_states: Set[str]) -> bool:
    """Whether one capitalised word names a person: told by a clause, or a part of a full name, or acting, where nothing speaks against it."""
    if not doc.is_capital(i) or doc.is_hyphen_compound(i):
        return False
    if _is_told_by_clause(doc, i):
        return True
    is_known = doc.words[i] in known
    reasons = NOT_SINGLE if doc.words[i] not in like_states else NOT_SINGLE[1:]
    if not doc.is_name_word(i) or any(reason(doc, i, is_known) for reason in reasons):
        return False
    return is_known or _acts_as_person(doc, i)


@rule(
    yes=["They must stop Putin. → Putin", "Lavrov objected to it. → Lavrov"],
    no=["They must stop Holm.", "They saw the Putin bridge.", "They left in March."],
)
def find_in_office(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims a surname that stands alone as a party or owner, where packs know just one person so called in office when the text appears: news names
    "Putin" without a word about him."""
    published = doc.document.published
    if published is None:
        return
    for i, token in enumerate(doc.tokens):
        if token.dep not in _STANDING or token.pos != "PROPN" or claims.at(i) is not None or not _is_lone(doc, i):
            continue
        if doc.in_office(doc.words[i], published):
            phrase = name_person(doc, i, i + 1, i, i + 1)
            claims.add(phrase)
            yield phrase


def _is_lone(doc: MarkedText, i: int) -> bool:
    """Whether a name's word stands by itself in running text, as nothing that packs know and no month or day."""
    if not doc.is_name_word(i) or doc.headline[doc.tokens[i].sentence] or doc.known[i] is not None:
        return False
    return doc.low[i] not in _TIMES and not _is_in_run(doc, i)


def _is_in_run(doc: MarkedText, i: int) -> bool:
    """Whether a capitalised word stands beside token `i` in its sentence."""
    sentence = doc.tokens[i].sentence
    beside = (k for k in (i - 1, i + 1) if 0 <= k < len(doc.tokens) and doc.tokens[k].sentence == sentence)
    return any(doc.is_name_word(k) for k in beside)


def _bare(doc: MarkedText, claims: Claims, i: int, sentence: Sentence) -> int:
    """The index behind a name without a title that starts at token i; i when none does."""
    if claims.at(i) is not None or not doc.is_name_word(i) or _is_capital_inside(doc, i, sentence.first):
        return i
    last = doc.name_run(i, sentence.last)
    while last > i and claims.at(last - 1) is not None:
        last -= 1
    last = trim_name(doc, i, last)
    if last < i + 2 or not claims.is_free(i, last):
        return i
    return last if _is_told_to_be_one(doc, claims, i, last, sentence) else i


def _is_told_to_be_one(doc: MarkedText, claims: Claims, first: int, last: int, sentence: Sentence) -> bool:
    """Whether nothing speaks against a name, and a reason, or the row that it stands in, tells that it is a person's."""
    if any(reason(doc, first, last) for reason in NO_NAME):
        return False
    return any(reason(doc, first, last, sentence) for reason in REASONS) or in_a_row_of_persons(doc, claims, first)


@rule(
    yes=[
        "Minister Ann Holm met Minister Rita Lang, Minister Uwe Brandt, Quaxo Flonk and Zibbo Trell in Oslo. → Zibbo Trell"
    ],
    no=["Minister Ann Holm met Minister Rita Lang in Oslo."],
)
def in_a_row_of_persons(doc: MarkedText, claims: Claims, first: int) -> bool:
    """A name that goes on a row of two or more persons ("Ann Holm, Uwe Brandt, Ida Roe and Kari Berg"), whatever the parser takes it for."""
    before = first
    for _ in range(2):
        link = before - 1
        if link < 1 or doc.words[link] not in _IN_A_ROW:
            return False
        if doc.words[link - 1] in _IN_A_ROW:
            link -= 1  # "A, B, and C"
        person = claims.at(link - 1)
        if person is None or person.kind != "person" or doc.tokens[person.first].sentence != doc.tokens[first].sentence:
            return False
        before = person.first
    return True


def _is_capital_inside(doc: MarkedText, i: int, floor: int) -> bool:
    """Whether token i continues a capitalised run or a hyphenated word."""
    if i == floor:
        return False
    known = doc.known[i - 1]
    ends_known = known is not None and known.last == i
    is_run = doc.is_name_word(i - 1) and not doc.is_title_noun(i - 1) and not ends_known
    return is_run or (doc.words[i - 1] == "-" and doc.is_glued(i))


@rule(
    yes=["They drove along Harbour Street.", "The Trade Report objected."],
    no=["Ann Park, who came, left."],
)
def holds_noun(doc: MarkedText, first: int, last: int) -> bool:
    """A noun of events and places at the end, or of bodies and offices anywhere, that is no surname."""
    low = doc.low[first:last]
    if low[-1] in NEVER_ACTOR_HEADS - _PLAIN_SURNAMES:
        return True
    return any(
        (doc.is_body_noun(k) or doc.low[k] in _NOT_IN_NAME) and doc.low[k] not in NOUN_SURNAMES
        for k in range(first, last)
    )


@rule(yes=["Former Roe aides left.", "Ex Holm aides left."], no=["Ann Holm, who came, left."])
def has_foreign_end(doc: MarkedText, first: int, last: int) -> bool:
    """A qualifier or a title's noun at the beginning, or a word that ends no name."""
    is_title = doc.low[first] in QUALIFIERS or doc.is_title_noun(first)
    return is_title or doc.low[last - 1] in NEVER_NAMES


@rule(yes=["They visited Buenos Aires."], no=["Ann Holm, who came, left."])
def is_known_otherwise(doc: MarkedText, first: int, last: int) -> bool:
    """The whole run is a name that packs know, and no person's."""
    known = doc.known[first]
    return known is not None and known.last - known.first >= last - first and not known.tenures()


@rule(yes=["The HSC Holm plan was long.", "HSC Holm objected."], no=["Ann J. Holm, who came, left."])
def holds_acronym(doc: MarkedText, first: int, last: int) -> bool:
    """A word in capitals, unless all are and the parser calls them a person."""
    run = range(first, last)
    if not any(doc.is_acronym(k) and len(doc.words[k]) > 2 and "." not in doc.words[k] for k in run):
        return False
    is_all = all(doc.is_acronym(k) or not doc.words[k].isalpha() for k in run)
    return not (is_all and any(doc.tokens[k].entity[2:] == "PERSON" for k in run))


NO_NAME = (holds_noun, has_foreign_end, is_known_otherwise, holds_acronym)


@rule(yes=["The book by drummer Zorba Quixby sold well."], no=["Ann Holm objected."])
def follows_occupation(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """What a person does stands right before the name: "economist Ann Example"."""
    if first == sentence.first or last - first > 3:
        return False
    word = doc.low[first - 1]
    is_noun = doc.tokens[first - 1].tag == "NN" and doc.words[first - 1].islower()
    is_trade = word.endswith(("ist", "ian", "woman", "wright")) or word in _TRADES or doc.is_title_noun(first - 1)
    return is_noun and is_trade


@rule(yes=["Ann Holm objected to it."], no=["The Harbour Lights burned all night."])
def called_person(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """The parser calls at least half of the words, and the last, a person, and the run is not a headline's."""
    if doc.headline[doc.tokens[first].sentence]:
        return False
    votes = sum(doc.tokens[k].entity[2:] == "PERSON" for k in range(first, last))
    return 2 * votes >= last - first and not _is_after_article(doc, first, sentence)


@rule(yes=["The Alois Qua-fo left."], no=["They saw the Roe-led group there."])
def has_given_name_shape(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """A capitalised word and a hyphenated one whose second part is in lower case ("Han Min-a"): a Korean or Chinese name."""
    parts = [k for k in range(first + 1, last) if doc.words[k] == "-"]
    if len(parts) != 1 or parts[0] < first + 2:
        return False
    second = doc.words[parts[0] + 1]
    return second.islower() and len(second) < 7


@rule(yes=["They saw Antony Blinken there."], no=["They saw Ann Holm there."])
def known_person(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """A pack knows an office of a person of this name."""
    known = doc.starting(first)
    return known is not None and bool(known.tenures()) and known.last == last


@rule(
    yes=["Mont Blanc, 58, objected."],
    no=["Mont Blanc, as he knew, objected."],
)
def has_office_behind(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """A comma, an office, and an end: "Ann Example, the finance minister," or an age."""
    if last + 1 >= sentence.last or doc.words[last] != "," or _is_after_article(doc, first, sentence):
        return False
    if doc.words[last + 1].isdigit():
        return len(doc.words[last + 1]) == 2 and last + 2 < sentence.last and doc.words[last + 2] == ","
    return apposed_head(doc, last + 1, sentence.last) is not None


@rule(
    yes=[
        "The UN special envoy for Peru, Nordic de Halm, has resigned.",
        "The UN special envoy for Peru, Harvest de Moonrise, has resigned.",
    ],
    no=["The envoy saw Staffan de Quila rise.", "The envoy of Peru, Chile and Ecuador left."],
)
def has_office_before(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """An office with an article or an owner, a comma, the name, and an end: "the special envoy for Peru, Ann Example,"."""
    comma = first - 1
    if (
        comma <= sentence.first + 1
        or doc.words[comma] != ","
        or (last < sentence.last and doc.words[last] not in ",.)")
    ):
        return False
    head = head_before(doc, comma, sentence.first)
    return head is not None and any(
        doc.low[k] == "the" or doc.low[k] in POSSESSIVES for k in range(max(sentence.first, head - 6), head)
    )


@rule(yes=["East Timor Holm said so."], no=["Harbour Lights burned all night."])
def acts_like_person(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """Two or three words, subject of a verb that people do, that the parser does not take for a body."""
    head = doc.tokens[last - 1]
    if doc.headline[head.sentence] or _is_after_article(doc, first, sentence) or last - first > 3:
        return False
    lemma, label = doc.tokens[head.head].lemma, head.entity[2:]
    if head.dep != "nsubj" or lemma not in DEEDS:
        return False
    return label in ("", "PERSON") or (label in PLACES_AND_PEOPLES and lemma in _CLOSEST)


@rule(yes=["They read Harvest Moonrise, who slept."], no=["They read Harvest Moonrise, which slept."])
def has_relative_behind(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """ "Ann Example, who …": only people are "who"."""
    behind = last + 1 if last < sentence.last and doc.words[last] == "," else last
    return behind < sentence.last and doc.low[behind] == "who" and not _is_after_article(doc, first, sentence)


@rule(
    yes=["Ann Holm, of Ohio, to be Ambassador to Peru."],
    no=["Harbour Lights, of course, burned all night."],
)
def heads_a_line_of_names(doc: MarkedText, first: int, last: int, sentence: Sentence) -> bool:
    """A line of a list that names somebody for an office: "Ann Example, of Ohio, to be Ambassador to Peru"."""
    if first != sentence.first or last + 1 >= sentence.last or doc.low[last : last + 2] != [",", "of"]:
        return False
    return any(doc.low[i : i + 3] == [",", "to", "be"] for i in range(last, sentence.last - 2))


REASONS = (
    follows_occupation,
    called_person,
    has_given_name_shape,
    known_person,
    has_office_behind,
    has_office_before,
    acts_like_person,
    has_relative_behind,
    heads_a_line_of_names,
)


def _is_after_article(doc: MarkedText, first: int, sentence: Sentence) -> bool:
    return first > sentence.first and doc.low[first - 1] in ARTICLES


@rule(yes=["Peru objected."], no=["Minister Ann Holm came. Holm objected."])
def is_known_name(doc: MarkedText, i: int, is_known: bool) -> bool:
    """Packs know the word as something else; a place may still be the surname of a person named before."""
    known = doc.known[i]
    return known is not None and not known.tenures() and not (is_known and known.is_only_place())


@rule(yes=["Parliament objected.", "Congress objected."], no=["Minister Ann Park came. Park objected."])
def is_plain_noun(doc: MarkedText, i: int, is_known: bool) -> bool:
    """The noun of an office, a body, an event or a place, and no part of a name in this text."""
    return not is_known and (doc.is_title_noun(i) or doc.is_body_noun(i) or doc.low[i] in NEVER_ACTOR_HEADS)


@rule(
    yes=["Minister Ann Holm came. The Holm plan pleased them."],
    no=["Minister Ann Holm came. Holm objected."],
)
def has_neighbour(doc: MarkedText, i: int, is_known: bool) -> bool:
    """Another capital or an article stands beside the word; in a headline that tells nothing."""
    sentence = doc.sentence_of(i)
    if doc.headline[doc.tokens[i].sentence]:
        return False
    is_article = i > sentence.first and doc.low[i - 1] in ARTICLES
    is_after = i > sentence.first and doc.is_name_word(i - 1) and not doc.starts_sentence(i - 1)
    is_before = i + 1 < sentence.last and doc.is_capital(i + 1) and doc.low[i + 1] not in NEVER_NAMES
    return is_article or is_after or is_before


NOT_SINGLE = (is_known_name, is_plain_noun, has_neighbour)


def _is_told_by_clause(doc: MarkedText, i: int) -> bool:
    """Whether ", who became prime minister" stands behind one capitalised word, so that it is a person whatever else it may be."""
    end = doc.sentence_of(i).last
    if i + 4 >= end or doc.low[i + 1 : i + 3] != [",", "who"] or doc.low[i + 3] not in _BECOMING:
        return False
    is_office = any(title_head(doc, k) is not None for k in range(i + 4, min(i + 10, end)))
    return is_office and _is_lone_capital(doc, i)


def _is_lone_capital(doc: MarkedText, i: int) -> bool:
    """Whether a word could be a name alone: no plural, no title, and no capital before it."""
    is_alone = doc.starts_sentence(i) or not doc.is_capital(i - 1)
    is_name = doc.words[i].isalpha() and doc.tokens[i].tag not in PLURAL
    return is_alone and is_name and title_head(doc, i) is None


def _acts_as_person(doc: MarkedText, i: int) -> bool:
    token = doc.tokens[i]
    verb = doc.tokens[token.head]
    is_subject = token.dep == "nsubj" and verb.lemma in DEEDS and not doc.headline[token.sentence]
    return token.entity == "B-PERSON" and is_subject and not doc.is_acronym(i)
