"""Phrases that name actors without naming who they are: groups, unnamed persons, definite nouns of bodies, and pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.actors.lexicon import DEEDS, GROUP_NOUNS, ORGANIZATION_NOMINALS, POSSESSIVES, TITLES_OF_SEVERAL
from memcon.annotate.actors.nominals import acts, country_in, left_edge, modifies_noun, noun_phrase, right_edge
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import Title, complement_before_name, office_of, read_title, title_head
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.actors import MentionForm
from memcon.domain.labels import (
    COMMON_NOUNS,
    GOVERNED,
    IN_A_PHRASE,
    NOMINAL_SUBJECTS,
    NOUNS,
    PERSONAL_PRONOUNS,
    PLACES,
    PLURAL,
    POINTS_IN_TIME,
    PROPER_NOUNS,
    RELATIVE_HEADS,
    SAID_OF_SUBJECT,
)
from memcon.domain.rules import ByWord, rule
from memcon.knowledge.entries import State
from memcon.lexicon import words
from memcon.lexicon.marks import marked

_UNNAMED = words("unnamed_persons")
_COMMON = marked("office_nouns", "common")
_ROYAL, _RULERS = marked("office_nouns", "royal"), marked("office_nouns", "rule")
_SIDES = words("side_of_a_dealing")
_PARTIES = words("leading_parties")
_DEALING = words("acting_upon") | words("dealing_with_a_side")
_THINGS, _SOMEBODYS = marked("people", "things"), marked("people", "somebodys")
_DEALERS, _SENT = marked("people", "dealers"), marked("people", "sent")
_DEALERS_DO, _DEALINGS, _MEET = words("what_dealers_do"), words("dealing_of_those_before_it"), "meet"
_PRONOUNS = words("third_person") | words("speaker_alone")
_MAJESTIES = words("majesties")
_DEFINITES = words("definites")
_POINTING = words("article") | words("one_among_many") | _DEFINITES
_HUMAN = words("human_sources")
_OFFICES_OF_A_PART = words("offices_of_a_part")
_TELLING = words("telling_of_sources")
_DEEDS_TO_SOMEBODY = words("deed_to_or_by_somebody")
_GOVERNMENTS = marked("body_nouns", "leader")
_SESSIONS = words("session_of_whom_stands_before_it")
_LONGEST_OF, _BEFORE_OFFICE = 9, 3
_HEADS, _HEADED, _JOINING = "heads", words("what_a_head_heads"), words("joining_names")
_TAGS_OF_GROUPS, _SINGULAR = COMMON_NOUNS | PLURAL, NOUNS - PLURAL
_TAGS_OF_PRONOUNS, _WHERE_AND_WHEN = PERSONAL_PRONOUNS | RELATIVE_HEADS, PLACES | POINTS_IN_TIME
_LEADING, _LEADING_A_ROLE, _LEADING_A_SOURCE = (
    words("leading_what_it_is_for"),
    words("leading_a_role"),
    words("leading_a_source"),
)


@rule(
    yes=[
        "Peruvian officials objected. → Peruvian officials",
        "The minister objected. → minister",
        "The ministry objected. → ministry",
    ],
    no=["It rained.", "The minister system changed."],
)
def find_groups(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims what a noun alone tells to be an actor."""
    for i in range(len(doc.tokens)):
        if claims.at(i) is not None or (modifies_noun(doc, i) and not _meets_there(doc, i)):
            continue
        readers = _NOMINALS.at(doc.tokens[i], doc.low[i], doc.low[i])
        phrase = next((found for reader in readers if (found := reader(doc, claims, i)) is not None), None)
        if phrase is not None and claims.add(phrase):
            yield phrase


def _meets_there(doc: MarkedText, i: int) -> bool:
    """Whether those in office stand right before the noun for their session, behind the body or state that they are of ("EU energy [ministers] meeting")."""
    first = doc.sentence_of(i).first
    is_session = i + 1 < len(doc.words) and doc.low[i + 1] in _SESSIONS and not doc.is_capital(i + 1)
    return is_session and doc.low[i] in TITLES_OF_SEVERAL and _is_told_of(doc, max(first, i - _BEFORE_OFFICE), i)


@rule(
    at=GROUP_NOUNS,
    tag=("NNS", "NN", "NNPS"),
    yes=[
        "Peruvian officials objected. → Peruvian officials",
        "Sources said so. → Sources",
        "The two ruling parties objected. → two ruling parties",
        "They agreed that their teams would meet. → their teams",
        "Talks between tin producers and consumers failed. → tin producers",
        "Peru held talks with creditor banks. → creditor banks",
        "A World Bank team met Roe. → World Bank team",
        "The Peruvian mission will visit Oslo. → Peruvian mission",
        "The EU energy ministers meeting was long. → EU energy ministers",
        "Tin producers are due to meet. → Tin producers",
        "Officials of the Ministry of Trade and Industry met. → Officials of the Ministry of Trade and Industry",
        "Members of the Harbour Council met. → Members of the Harbour Council",
    ],
    no=[
        "Tin producers raised prices.",
        "They sold it to creditor banks.",
        "The home team met Roe.",
        "Members met.",
        "Officials meetings were long.",
        "Energy sources are rare.",
        "The two teams will meet in the final.",
        "They like small companies.",
        "The United States’ firm support was welcome.",
    ],
)
def people(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """A plural noun of people or bodies. What may be things must act and be more than the noun, sources must be people, and a team somebody's."""
    low = doc.low[i]
    if low not in GROUP_NOUNS or doc.tokens[i].tag not in _TAGS_OF_GROUPS or _ends_state(doc, i):
        return None
    first = left_edge(doc, claims, i)
    is_before = first > doc.sentence_of(i).first and modifies_noun(doc, i)
    owner = doc.known[first - 1] if is_before else None
    if owner is not None and claims.is_free(owner.first, first):
        first = owner.first  # "the [EU energy ministers] meeting": the parser may hang the body on the meeting
    named_to = _behind_whose(doc, i)
    is_told = first < i or (_is_told_whose(doc, i, named_to) and _deals_with_others(doc, i))
    is_thing = low in _THINGS and not (is_told and acts(doc, i))
    is_idle = low in _DEALERS and not (_deals_with_others(doc, i) and (low not in _SENT or _is_told_of(doc, first, i)))
    if is_thing or is_idle or (low == "sources" and not _is_human_source(doc, i)):
        return None
    if low in _SOMEBODYS and not any(t.tag == "PRP$" for t in doc.tokens[first:i]):
        return None
    phrase = noun_phrase(doc, "group", "nominal", first, right_edge(doc, i), head=i, named_to=named_to)
    return replace(phrase, sector=_sector_of_group(doc, first, i))


def _deals_with_others(doc: MarkedText, i: int) -> bool:
    """Whether a noun is who meets, agrees or comes, or who a dealing is with, between or of, or whose."""
    while doc.tokens[i].dep == "conj" and doc.tokens[i].head != i:
        i = doc.tokens[i].head
    token, above = doc.tokens[i], doc.tokens[doc.tokens[i].head]
    if token.dep in NOMINAL_SUBJECTS or (token.dep == "dobj" and above.lemma == _MEET):
        told = (x for o in (above.i, *doc.tree.deps(above.i, "acomp")) for x in doc.tree.deps(o, "xcomp"))
        return any(doc.tokens[v].lemma in _DEALERS_DO for v in (above.i, *told))  # "are due to meet"
    if token.dep == "poss":
        return above.text.lower() in _DEALINGS
    if token.dep != "pobj" or (above.text.lower() not in _PARTIES and above.text.lower() != "of"):
        return False
    over = doc.tokens[above.head]
    return over.text.lower() in _DEALINGS or (over.lemma in _DEALERS_DO and above.text.lower() in _PARTIES)


def _is_told_of(doc: MarkedText, first: int, i: int) -> bool:
    """Whether a state or a body stands before a noun and tells whose it is ("a World Bank team")."""
    known = (k for k in doc.known[first:i] if k is not None)
    return any(k.state() is not None or k.organization() is not None for k in known)


def _is_told_whose(doc: MarkedText, i: int, named_to: int) -> bool:
    """Whether the "of" phrase behind a noun has a name in it ("members of the Harbour Council")."""
    return any(doc.tokens[k].tag in PROPER_NOUNS for k in range(i + 1, named_to))


def _sector_of_group(doc: MarkedText, first: int, i: int) -> str | None:
    """The sector of the noun's people; of those in office for the states of a body ("EU foreign ministers") the body's."""
    before = range(first, i if doc.low[i] in TITLES_OF_SEVERAL else first)
    bodies = (known.organization() for n in before if (known := doc.known[n]) is not None)
    return "IGO" if any(b is not None and b.sector == "IGO" for b in bodies) else GROUP_NOUNS[doc.low[i]] or None


def _behind_whose(doc: MarkedText, i: int) -> int:
    """Where the name of a group ends: behind the short "of" phrase that tells which people they are ("members of the opposition"), else behind the noun."""
    of = i + 1
    is_told = of < doc.sentence_of(i).last and doc.low[of] == "of" and doc.tokens[of].head == i
    return _behind_of(doc, of) if is_told else i + 1


def _behind_of(doc: MarkedText, of: int) -> int:
    """The token behind the short phrase that "of" leads, else "of" itself."""
    end = doc.before_brackets(doc.tree.last(of) + 1)
    inside = doc.tokens[of + 1 : end]
    is_plain = all(t.pos in IN_A_PHRASE or t.text == "of" or _is_in_a_name(doc, t.i) for t in inside)
    return end if inside and is_plain and end - of <= _LONGEST_OF else of


def _is_in_a_name(doc: MarkedText, i: int) -> bool:
    """Whether "and" stands between two capitals behind an "of" ("the Ministry of Trade and Industry")."""
    is_between = doc.low[i] in _JOINING and i + 1 < len(doc.words) and doc.is_capital(i + 1)
    before = i - 1
    while before > 0 and doc.is_capital(before):
        before -= 1
    return is_between and before < i - 1 and doc.low[before] == "of" and doc.is_body_noun(before - 1)


def _ends_state(doc: MarkedText, i: int) -> bool:
    """Whether the noun is the end of a state's name ("the United States")."""
    known = doc.known[i]
    return known is not None and known.first < i and known.state_record() is not None


def _is_human_source(doc: MarkedText, i: int) -> bool:
    """Whether "sources" says something, or is told or cited, and so is a person: "sources said", "according to sources"."""
    token = doc.tokens[i]
    governor = doc.tokens[token.head]
    if _HUMAN.intersection(doc.low[max(0, i - 3) : i]):
        return True
    if token.dep in NOMINAL_SUBJECTS:
        return governor.lemma in DEEDS
    is_told = governor.text.lower() in _LEADING_A_SOURCE and doc.tokens[governor.head].lemma in _TELLING
    return token.dep == "pobj" and is_told


@rule(
    yes=[
        "Ten heads of state met. → Ten heads of state",
        "The heads of state and government of the Lake Union met. → heads of state and government of the Lake Union",
    ],
    no=["Two heads of lettuce were sold.", "The heads met.", "She is the head of state."],
)
def heads_of_state(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """ "Heads of state", "heads of government and of delegations": those who head them."""
    end = doc.sentence_of(i).last
    if doc.low[i] != _HEADS or i + 2 >= end or doc.low[i + 1] != "of" or doc.low[i + 2] not in _HEADED:
        return None
    last = i + 3
    while last + 1 < end and doc.low[last] in _JOINING and doc.low[last + 1] in _HEADED:
        last += 2
    first = left_edge(doc, claims, i)
    if first > 0 and claims.at(first - 1) is not None and doc.tokens[first - 1].head == i:
        return None  # "ECOWAS heads of state": the body stands for them
    named_to = _behind_of(doc, last) if last < end and doc.low[last] == "of" else last
    return replace(noun_phrase(doc, "group", "nominal", first, last, head=i, named_to=named_to), sector="GOV")


@rule(
    yes=[
        "The minister objected. → minister",
        "A senior aide objected. → senior aide",
        "Kenya's trade minister objected. → Kenya's trade minister",
        "Roe's spokesman objected. → spokesman",
        "The “quiet” ambassador objected. → “quiet” ambassador",
        "Foreign Secretary objected. → Foreign Secretary",
    ],
    no=["Minister of trade is a hard job.", "He served as the mayor.", "They liked the general idea of it."],
)
def unnamed_person(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """A person by office or trade alone: "the minister", "a senior official who asked not to be named"."""
    if not (doc.low[i] in _UNNAMED or doc.is_title_noun(i)):
        return None
    behind = _behind_its_complement(doc, i)
    title = read_title(doc, i, behind)
    edge = left_edge(doc, claims, i)
    first = min(edge, title.first) if claims.is_free(title.first, i) else edge
    if any(reason(doc, i, first) for reason in NO_UNNAMED_PERSON):
        return None
    last = max(right_edge(doc, i), behind)
    last = last if claims.is_free(i, last) else i + 1
    office = office_of(doc, title) if title_head(doc, i) is not None else None
    form: MentionForm = "title" if office is not None else "nominal"
    phrase = noun_phrase(doc, "person", form, first, last, head=i, named_to=title.last)
    offices = (office,) if office is not None else ()
    return replace(phrase, sector=title.sector, offices=offices, country=_country_served(doc, title, first))


def _behind_its_complement(doc: MarkedText, i: int) -> int:
    """The index behind what an office is of or to; a king's visit "to Peru" goes there, he is not sent."""
    is_going = doc.low[i] in _RULERS and doc.low[i + 1 : i + 2] == ["to"]
    return i + 1 if is_going else complement_before_name(doc, i + 1, doc.sentence_of(i).last)


def _country_served(doc: MarkedText, title: Title, first: int) -> str | None:
    """The country that an office serves, by its title or by a word before it; not of an office of a part of a country."""
    is_of_a_part = doc.low[title.head] in _OFFICES_OF_A_PART
    return title.country or (None if is_of_a_part else country_in(doc, first, title.head))


@rule(yes=["They liked the Expert here, and MPs did."], no=["The minister objected."])
def is_no_noun(doc: MarkedText, i: int, first: int) -> bool:
    """The word is no singular noun here, or has the capital of a name."""
    token = doc.tokens[i]
    is_noun = token.tag in _SINGULAR and token.text.isalpha()
    return not is_noun or (doc.is_capital(i) and not doc.is_title_noun(i))


@rule(
    yes=["Minister of trade is a hard job."],
    no=[
        "The minister objected.",
        "Another minister objected.",
        "NATO's envoy objected.",
        "Roe's envoy objected.",
        "Foreign Secretary objected.",
    ],
)
def is_not_pointed_at(doc: MarkedText, i: int, first: int) -> bool:
    """Neither an article nor the like nor a state nor an owner stands before it, and it is no office in capitals that stands for whoever holds it."""
    inner = range(max(first - 1, doc.sentence_of(i).first), i)
    if any(doc.low[k] in POSSESSIVES for k in inner) or is_office_alone(doc, first, i):
        return False
    return first == i or (doc.low[first] not in _POINTING and not country_in(doc, first, i))


def is_office_alone(doc: MarkedText, first: int, i: int) -> bool:
    """Whether an office of two or more words in capitals, without an article, is the subject of a sentence: "Foreign Secretary met the King"."""
    is_subject = doc.tokens[i].dep in NOMINAL_SUBJECTS and not doc.headline[doc.tokens[i].sentence]
    return first < i and is_subject and all(doc.is_capital(k) for k in range(first, i + 1))


@rule(
    yes=["The general of the two plans pleased them.", "They met the king of the jungle."],
    no=["The minister objected.", "Peru's king objected.", "They met the king of Peru."],
)
def is_common_noun(doc: MarkedText, i: int, first: int) -> bool:
    """In lower case the word has plainer meanings; a king of a state is one."""
    if doc.low[i] not in _COMMON or doc.is_capital(i):
        return False
    is_ruler = doc.low[i] in _ROYAL and (_is_of_a_state(doc, i) or country_in(doc, first, i))
    return not is_ruler


def _is_of_a_state(doc: MarkedText, i: int) -> bool:
    """Whether "of" and the name of a state stand behind a noun."""
    return _state_behind(doc, i) is not None


def _state_behind(doc: MarkedText, i: int) -> Known | None:
    """The name of a state behind "of" at a noun ("the government of the Netherlands")."""
    end = doc.sentence_of(i).last
    if i + 2 >= end or doc.low[i + 1] != "of":
        return None
    first = i + 3 if doc.low[i + 2] == "the" and i + 3 < end else i + 2
    known = next((k for k in doc.known[i + 2 : first + 1] if k is not None), None)
    is_state = known is not None and known.state_record() is not None and known.form_of_state() != "demonym"
    return known if is_state else None


@rule(
    yes=["He served as the mayor.", "He left the office of the mayor."],
    no=["The mayor objected.", "Norway ordered the expulsion of the Peruvian ambassador."],
)
def is_predicate(doc: MarkedText, i: int, first: int) -> bool:
    """The noun only says what somebody is or becomes."""
    token = doc.tokens[i]
    is_done_to_it = doc.tokens[doc.tokens[token.head].head].lemma in _DEEDS_TO_SOMEBODY
    is_role = token.dep == "pobj" and doc.low[token.head] in _LEADING_A_ROLE and not is_done_to_it
    return is_role or token.dep in SAID_OF_SUBJECT or (token.dep == "appos" and not _is_beside_a_place(doc, i))


def _is_beside_a_place(doc: MarkedText, i: int) -> bool:
    """Whether the parser takes an office for another word for a town or a day, which it never is: "Speaking in Lima, the envoy said"."""
    token = doc.tokens[i]
    return token.dep == "appos" and doc.tokens[token.head].entity[2:] in _WHERE_AND_WHEN


@rule(yes=["The minister, rich, slept, the minister."], no=["They met the minister."])
def is_idle(doc: MarkedText, i: int, first: int) -> bool:
    """It does nothing, and nothing is done with it."""
    is_party = doc.tokens[i].dep in GOVERNED or doc.tokens[i].dep == "conj"
    return not (acts(doc, i) or is_party or _is_beside_a_place(doc, i))


NO_UNNAMED_PERSON = (is_no_noun, is_not_pointed_at, is_common_noun, is_predicate, is_idle)


@rule(
    at=ORGANIZATION_NOMINALS,
    yes=[
        "The ministry objected. → ministry",
        "The Peruvian army objected. → Peruvian army",
        "Peru's parliament objected. → Peru's parliament",
        "The government of Peru objected. → government of Peru",
        "The Peruvian Government objected. → Peruvian Government",
        "The U.S. Administration objected. → U.S. Administration",
        "Peru's Muslim-led government objected. → Peru's Muslim-led government",
    ],
    no=["They visited the ministry.", "A ministry objected.", "The ministry building was closed."],
)
def nominal_body(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """A body by its noun alone, where it acts: "the ministry", "its parliament", "the Peruvian army"."""
    low = doc.low[i]
    if low not in ORGANIZATION_NOMINALS or not _is_plain(doc, i) or not acts(doc, i):
        return None
    first = left_edge(doc, claims, i)
    if low != "police" and not _is_told_which(doc, first, i):
        return None
    known = _state_behind(doc, i)
    last = known.last if known is not None and claims.is_free(i, known.last) else i + 1
    phrase = noun_phrase(doc, "organization", "nominal", first, last, head=i, named_to=last)
    phrase = replace(phrase, sector=doc.offices.body_nouns.get(low) or None)
    owner = _owning_state(doc, first)
    if owner is None or phrase.country is not None:
        return phrase
    start, state = owner
    return replace(phrase, name=doc.quote(start, last), country=state.code)


def _owning_state(doc: MarkedText, first: int) -> tuple[int, State] | None:
    """Where the state begins whose body it is, named with a possessive right before token `first` ("[Peru]'s parliament"), and the state."""
    mark = first - 1
    known = doc.known[mark - 1] if mark > doc.sentence_of(first).first and doc.low[mark] in POSSESSIVES else None
    state = known.state_record() if known is not None else None
    return (known.first, state) if known is not None and state is not None else None


def _is_plain(doc: MarkedText, i: int) -> bool:
    """Whether a noun is no part of a name: without a capital, or with one between "the", or what is of a state, and what doesn't go on with it."""
    before = doc.known[i - 1] if i > doc.sentence_of(i).first else None
    form = before.form_of_state() if before is not None and before.last == i else None
    is_of_a_state = form == "demonym" or (form == "acronym" and doc.low[i] in _GOVERNMENTS)
    is_pointed_at = i > 0 and (doc.low[i - 1] == "the" or is_of_a_state)
    return not doc.is_capital(i) or (is_pointed_at and not _continues(doc, i))


def _is_told_which(doc: MarkedText, first: int, i: int) -> bool:
    """Whether an owner, "the", "our" or a country before a noun tells which one is meant."""
    is_owned = first > doc.sentence_of(i).first and doc.low[first - 1] in POSSESSIVES
    return is_owned or doc.low[first] in _DEFINITES or doc.low[first] == "our" or bool(country_in(doc, first, i))


def _continues(doc: MarkedText, i: int) -> bool:
    """Whether a capitalised noun is a part of a longer name."""
    following = i + 1
    is_inside = following < len(doc.words) and doc.tokens[following].sentence == doc.tokens[i].sentence
    return is_inside and (doc.is_capital(following) or doc.low[following] in _LEADING)


@rule(
    tag=PLURAL,
    yes=[
        "The Peruvians objected. → Peruvians",
        "Some Kenyans objected. → Some Kenyans",
        "The Kurds objected. → Kurds",
    ],
    no=["The Peruvian plan failed.", "They saw many Kenyans."],
)
def a_people(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """A people, or those of one faith or party, by name, where it acts."""
    token = doc.tokens[i]
    if token.tag not in PLURAL or token.entity[2:] != "NORP" or not acts(doc, i):
        return None
    known = doc.known[i]
    state = known.state_record() if known is not None and known.last == i + 1 else None
    first = left_edge(doc, claims, i)
    phrase = noun_phrase(doc, "group", "nominal", first, right_edge(doc, i), head=i, named_to=i + 1)
    return replace(phrase, country=state.code) if state is not None else phrase


@rule(
    at=_SIDES,
    yes=[
        "The Peruvian side objected. → Peru",
    ],
    no=[
        "They live on the Peruvian side.",
        "The Peruvian side of the lake froze.",
        "Shots came from the Peruvian side.",
    ],
)
def side_of_a_state(doc: MarkedText, claims: Claims, i: int) -> Phrase | None:
    """The state that an adjective before "side" tells, where that deals with others."""
    if doc.low[i] not in _SIDES or doc.is_capital(i) or doc.tokens[i].tag != "NN":
        return None
    first = left_edge(doc, claims, i)
    state = _state_in(doc, first, i)
    following = doc.low[i + 1] if i + 1 < doc.sentence_of(i).last else ""
    if state is None or following == "of" or not _deals(doc, i):
        return None
    phrase = noun_phrase(doc, "state", "metonym", first, i + 1, head=i, named_to=i + 1)
    return replace(phrase, name=state.name, country=state.code, code=state.code, sector="GOV")


def _state_in(doc: MarkedText, first: int, last: int) -> State | None:
    """The one state that tokens `first` to `last` name."""
    if country_in(doc, first, last) is None:
        return None
    named = (known.state_record() for known in doc.known[first:last] if known is not None)
    return next((state for state in named if state is not None), None)


def _deals(doc: MarkedText, i: int) -> bool:
    """Whether a side does something or is dealt with; "from the Peruvian side" may be a place."""
    token = doc.tokens[i]
    if token.dep == "dobj":
        return doc.tokens[token.head].lemma in _DEALING
    return acts(doc, i) and (token.dep != "pobj" or doc.low[token.head] in _PARTIES)


NOMINALS = (people, heads_of_state, unnamed_person, nominal_body, a_people, side_of_a_state)
_NOMINALS = ByWord(NOMINALS)


@rule(
    yes=["Ann Holm came. She sat down. → she", "Ann Holm, who came, sat down. → who"],
    no=["Her Majesty came.", "We saw you."],
)
def find_pronouns(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the third-person pronouns, "who" and "I"; what they refer to is told later, or they are dropped."""
    for i, token in enumerate(doc.tokens):
        is_pronoun = doc.low[i] in _PRONOUNS and token.tag in _TAGS_OF_PRONOUNS
        is_address = token.tag == "PRP$" and i + 1 < len(doc.words) and doc.low[i + 1] in _MAJESTIES
        if not is_pronoun or is_address or claims.at(i) is not None:
            continue
        phrase = Phrase(
            kind="person", form="pronoun", first=i, last=i + 1, head_first=i, head_last=i + 1, name=doc.low[i]
        )
        if claims.add(phrase):
            yield phrase
