"""Bodies that act: those that packs know, ministries and others by the pattern of their names, and acronyms that the text introduces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from memcon.annotate.actors.bodies_that_act import may_act
from memcon.annotate.actors.body_keys import known_key, organization_key
from memcon.annotate.actors.body_runs import country_before, has_tail, head_of_run, is_no_body, run_end, starts_run
from memcon.annotate.actors.called import is_called
from memcon.annotate.actors.identity import without_article
from memcon.annotate.actors.lexicon import NEVER_ACTOR_HEADS, PORTFOLIO
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.tokens import Known, MarkedText
from memcon.domain.actors import MentionForm
from memcon.domain.rules import rule
from memcon.lexicon import words as named

_OF_STATES, _OF_STATES_BY_NAME = named("of_several_states"), named("body_of_several_states")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body's name is looked for: from token `i`, up to `end`. `acronyms` maps a short form that the text introduces to its long form;
    `persons` are the words of the names of persons."""

    i: int
    end: int
    acronyms: Mapping[str, str]
    persons: frozenset[str]


@rule(
    yes=["The Harbour Ministry objected. → Harbour Ministry", "NATO objected. → NATO"],
    no=["The harbour was closed.", "The NATO Summit was long."],
)
def find_organizations(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the names of bodies."""
    acronyms = {short.of(doc.text): " ".join(long.of(doc.text).split()) for long, short in claims.acronyms}
    persons = _words_of_persons(claims)
    for sentence in doc.sentences:
        i = sentence.first
        while i < sentence.last:
            is_asked = claims.at(i) is None and (_may_begin(doc, i) or doc.words[i] in acronyms)
            phrase = read_body(doc, Place(i, sentence.last, acronyms, persons)) if is_asked else None
            if phrase is not None and may_act(doc, phrase):
                phrase = _with_article(doc, claims, phrase)
                if claims.add(phrase):
                    yield phrase
                    i = max(i, phrase.last - 1)
            i += 1


def _words_of_persons(claims: Claims) -> frozenset[str]:
    """The words of the names of persons, also without an article that a hyphen ties to them ("al-Roe")."""
    names = [w for p in claims.phrases if p.kind == "person" for w in p.name.split()]
    return frozenset((*names, *map(without_article, names)))


def _may_begin(doc: MarkedText, i: int) -> bool:
    """Whether one of the ways of reading may find a body from token `i`, beside the acronyms that the text introduces."""
    is_marked = doc.is_capital(i) or doc.low[i] in PORTFOLIO or doc.tokens[i].entity == "B-ORG"
    return is_marked or doc.known[i] is not None


def read_body(doc: MarkedText, place: Place) -> Phrase | None:
    """The longest of what packs and patterns read at a place (a pack's where they are equally long), else the first of the other ways."""
    found = [phrase for reader in NAMES_OF_BODIES if (phrase := reader(doc, place)) is not None]
    if found:
        return max(found, key=lambda phrase: phrase.last)
    return next((phrase for reader in OTHER_BODIES if (phrase := reader(doc, place)) is not None), None)


@rule(
    yes=["NATO objected. → NATO", "The United Nations objected. → United Nations"],
    no=["Peru objected.", "The NATO Council objected."],
)
def known_body(doc: MarkedText, place: Place) -> Phrase | None:
    """A body that a pack knows by this name, where the name does not go on."""
    known = doc.known[place.i]
    if known is None or known.first != place.i or known.state() is not None:
        return None
    organization = known.organization()
    if organization is None or _goes_on(doc, known):
        return None
    worded = doc.quote(known.first, known.last)
    form = next(e.form for e in known.entries if e.record is organization)
    found = _body(doc, known.first, known.last, organization.sector, country=organization.country, form=form)
    return replace(found, key=known_key(worded, organization))


def _goes_on(doc: MarkedText, known: Known) -> bool:
    """Whether a known name is only the beginning of a longer one, of a body or of something else ("UN Command")."""
    i = known.last
    is_inside = i < len(doc.words) and doc.tokens[i].sentence == doc.tokens[known.first].sentence
    return is_inside and doc.is_body_noun(i) and doc.is_capital(i)


@rule(
    yes=["The Polish Sejm objected. → Sejm", "The Politburo objected. → Politburo"],
    no=["The sejm of old was loud.", "The Harbour Ministry objected."],
)
def listed_body(doc: MarkedText, place: Place) -> Phrase | None:
    """A body of any state that a pack lists, with the state before it."""
    if not doc.is_capital(place.i):
        return None
    start, country = country_before(doc, place.i, place.end)
    found = doc.offices.body_at(doc.low[: place.end], start)
    if found is None or not doc.is_capital(start):
        return None
    return _body(doc, place.i, found[0], found[1], country=country, head_first=start)


@rule(
    yes=[
        "Ecuador's Ministry of Trade objected. → Ministry of Trade",
        "The Harbour Ministry objected. → Harbour Ministry",
    ],
    no=["The Harbour Street was long.", "Roe objected."],
)
def patterned_body(doc: MarkedText, place: Place) -> Phrase | None:
    """A capitalised run with the head noun of a body."""
    if not starts_run(doc, place.i):
        return None
    start, country = country_before(doc, place.i, place.end)
    last = run_end(doc, start, place.end)
    head = head_of_run(doc, start, last)
    if head is None or last - start < 2 or _is_state(doc, start, last):
        return None
    if not has_tail(doc, head, last):
        last = head + 1
    if is_no_body(doc, start, head, last, place.end):
        return None
    return _body(doc, place.i, last, _sector(doc, doc.low[start], doc.low[head]), country=country, head_first=start)


def _sector(doc: MarkedText, first: str, noun: str) -> str | None:
    """The sector of a body by the noun of its name; one of several states where the first word of the name tells that ("International Tin Council")."""
    return "IGO" if first in _OF_STATES and noun in _OF_STATES_BY_NAME else doc.offices.body_nouns[noun]


def _is_state(doc: MarkedText, first: int, last: int) -> bool:
    """Whether the whole run is the name of a state, though it ends in the noun of a body ("the Soviet Union")."""
    known = doc.starting(first)
    return known is not None and known.last == last and known.state() is not None


@rule(
    yes=["The Harbour Safety Council (HSC) objected. The HSC left. → Harbour Safety Council"],
    no=["The HSC left.", "The Harbour Safety Plan (HSP) was long. The HSP was thin."],
)
def introduced_acronym(doc: MarkedText, place: Place) -> Phrase | None:
    """The short form of a body that the text gives in brackets behind the long one."""
    long = place.acronyms.get(doc.words[place.i])
    if long is None:
        return None
    words = long.lower().split()
    nouns = [w for w in words if w in doc.offices.body_nouns]
    if not nouns or words[-1] in NEVER_ACTOR_HEADS or not long[0].isupper():
        return None
    short = _body(doc, place.i, place.i + 1, _sector(doc, words[0], nouns[0]), form="acronym")
    return replace(short, name=long, key=organization_key(long))


@rule(
    yes=["Roe Consulting said so. → Roe Consulting", "They informed Boeing of the plan. → Boeing"],
    no=["They bought Airbus shirts.", "The Airbus Summit was long."],
)
def called_body(doc: MarkedText, place: Place) -> Phrase | None:
    """What the parser calls an organization and the text lets act: subject of a verb, agent, or one who is told."""
    run = is_called(doc, place.i, place.end, place.persons, lambda i: _is_read_at(doc, i, place))
    return _body(doc, *run, None) if run is not None else None


def _is_read_at(doc: MarkedText, i: int, place: Place) -> bool:
    return patterned_body(doc, replace(place, i=i)) is not None


NAMES_OF_BODIES = (known_body, listed_body, patterned_body)
OTHER_BODIES = (introduced_acronym, called_body)


@rule(
    yes=["The Safe Harbour Council of Ministers (SHC) objected. → Safe Harbour Council of Ministers"],
    no=["The Harbour Ministry objected."],
)
def find_introduced(doc: MarkedText, claims: Claims) -> Iterator[Phrase]:
    """Claims the long forms that the text gives acronyms for, where they name a body."""
    starts = {t.start: t.i for t in doc.tokens}
    ends = {t.end: t.i + 1 for t in doc.tokens}
    for long, _ in claims.acronyms:
        first, last = starts.get(long.start), ends.get(long.end)
        if first is None or last is None or not _names_a_body(doc, first, last):
            continue
        noun = next(w for w in doc.low[first:last] if w in doc.offices.body_nouns)
        phrase = _with_article(doc, claims, _body(doc, first, last, _sector(doc, doc.low[first], noun)))
        if claims.add(phrase):
            yield phrase


def _names_a_body(doc: MarkedText, first: int, last: int) -> bool:
    """Whether a long form is a body's name and none that a pack knows already."""
    known = doc.known[first]
    if (
        not doc.is_capital(first)
        or doc.low[last - 1] in NEVER_ACTOR_HEADS
        or not any(map(doc.is_body_noun, range(first, last)))
    ):
        return False
    return known is None or not (known.is_never_actor() or (known.organization() is not None and known.last == last))


def _body(doc: MarkedText, first: int, last: int, sector: str | None, *, country: str | None = None, form: str = "name",
          head_first: int | None = None) -> Phrase:  # fmt: skip
    start = first if head_first is None else head_first
    named = doc.quote(start, last)
    forms: Mapping[str, MentionForm] = {"acronym": "acronym", "metonym": "metonym"}
    return Phrase(
        kind="organization",
        form=forms.get(form, "name"),
        first=first,
        last=last,
        head_first=start,
        head_last=last,
        name=named,
        country=country,
        sector=sector or None,
        key=organization_key(named),
    )


def _with_article(doc: MarkedText, claims: Claims, phrase: Phrase) -> Phrase:
    before = phrase.first - 1
    if before < 0 or doc.low[before] != "the" or claims.at(before) is not None:
        return phrase
    is_inside = doc.tokens[before].sentence == doc.tokens[phrase.first].sentence
    return replace(phrase, first=before) if is_inside else phrase
