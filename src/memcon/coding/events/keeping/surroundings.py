"""What stands around the mentions of one event, as far as it tells whether it is foreign affairs: whose lands the sentence, the title and the document name,
whether a body of several states is there, whether its parties are of one land and stay in it, and what the document is about.

Declared questions like those of `memcon.coding.events.keeping.features`.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.relevance import Told
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.lexicon import words

_HIGH_OFFICES = words("office_of_high_rank")
_OFFICES_ABROAD = words("office_of_diplomacy_or_security")
_FEW, _MANY = 3.0, 10.0
"""How many words of a field in a thousand are few, and from which number on they are many."""
_LANDS, _TITLES = 3, 2
_LONG_ENOUGH = 4
"""How many sentences a document has at least that is asked what it is about."""


def around(index: TextIndex, told: Told) -> Iterator[str]:
    """The lands and bodies that the sentences of the mentions name."""
    sentences = {index.tokens[m.trigger.anchor].sentence for m in told.mentions}
    lands = frozenset(land for s in sentences for land in index.lands_told[s])
    yield f"sentence: lands {min(len(lands), _LANDS)}"
    if any(s in index.told_with_bodies for s in sentences):
        yield "sentence: a body of several states"
    if lands - {a.country for a in told.parties if a.country}:
        yield "sentence: another land than its parties'"


def in_title(index: TextIndex, told: Told) -> Iterator[str]:
    """Whether the title names its parties or several lands: what the document is mainly about."""
    titles = [n for n, s in enumerate(index.annotation.sentences) if s.kind == "title"]
    if not titles:
        return
    yield f"title: lands {min(len({land for n in titles for land in index.lands_told[n]}), _TITLES)}"
    named = {i for n in titles for i in index.named_in[n]}
    if any(a.id in named for a in told.parties):
        yield "title: names a party"


def at_home(index: TextIndex, told: Told) -> Iterator[str]:
    """Whether it stays within one land: its parties, its place, and the document."""
    lands = {a.country for a in told.parties if a.country}
    places = {m.place.country for m in told.mentions if m.place is not None and m.place.country}
    if lands and places:
        yield "place: abroad" if places - lands else "place: at home"
    is_long = len(index.annotation.sentences) >= _LONG_ENOUGH
    if is_long and len(lands) == 1 and lands == index.main_land:
        yield "parties: of the document's own land"
    if not any(is_international(a) for a in told.parties) and len(lands | places) < 2:
        yield f"{told.kind.kind}: nobody of another land"


def lands_of(told: Told) -> frozenset[str]:
    """The countries of its parties and places."""
    places = {m.place.country for m in told.mentions if m.place is not None and m.place.country}
    return frozenset(places | {a.country for a in told.parties if a.country})


def rank(index: TextIndex, told: Told) -> Iterator[str]:
    """How high, and for what, the persons hold office who take part."""
    people = [a for a in told.parties if a.kind == "person"]
    if people and not any(a.offices for a in people):
        yield "persons: none in office"
    if any(_holds(a, _HIGH_OFFICES) for a in people):
        yield "persons: of high rank"
    if any(_holds(a, _OFFICES_ABROAD) for a in people):
        yield "persons: in an office abroad"


def subject(index: TextIndex, told: Told) -> Iterator[str]:
    """What the document is about, where it is long enough to be about something."""
    if len(index.annotation.sentences) < _LONG_ENOUGH:
        return
    yield f"document: foreign affairs {_much(index, 'foreign_affairs')}"
    yield f"document: home affairs {_much(index, 'home_affairs')}"
    if index.main_land:
        yield "document: about one land"


def wording(index: TextIndex, told: Told) -> Iterator[str]:
    """The words that name it."""
    yield from {f"{m.trigger.form}: {index.tree.lemma(m.trigger.anchor)}" for m in told.mentions}
    yield from {name for m in told.mentions for name in _around_word(index, m)}
    if not told.statuses and all(m.trigger.is_verb for m in told.mentions):
        yield "verb: without a status"


def _around_word(index: TextIndex, m: EventMention) -> Iterator[str]:
    token = index.tokens[m.trigger.anchor]
    if m.trigger.is_verb:
        yield f"verb: {token.dep}"
    elif m.clause.verb is not None and m.clause.is_argument:
        yield f"noun: {m.clause.relation} of {index.tree.lemma(m.clause.verb)}"


def _holds(actor: Actor, offices: frozenset[str]) -> bool:
    return any(f" {office} " in f" {o.title.lower()} " for o in actor.offices for office in offices)


def _much(index: TextIndex, field: str) -> str:
    found = index.words_of(field) * 1000 / max(1, len(index.tokens))
    return "no" if not found else "few" if found < _FEW else "some" if found < _MANY else "many"
