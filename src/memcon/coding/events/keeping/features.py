"""What is asked of the mentions of one event before it becomes a record: declared questions, each answering with names of features.

A name says what it means ("form: noun", "parties: 2", "all: of_many"); it is what `memcon read --reasons` prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from memcon.codebook.kinds import Done
from memcon.coding.events.keeping.doubles import doubles
from memcon.coding.events.keeping.surroundings import around, at_home, in_title, rank, subject, wording
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.relevance import QUESTIONS, WHATEVER_KIND, Told, told_by
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.dates import Interval
from memcon.domain.labels import PLURAL
from memcon.lexicon import values, words

Question = Callable[[TextIndex, Told], Iterable[str]]

_CARRYING = words("carrying")
_TAKING_PLACE = words("having_the_event_as_subject") - {"be"}
"""Plain "be" tells of nothing that takes place ("the deal is good")."""
_BOUNDING = words("bounding_a_time")
_DETERMINERS = values("determining_an_event")
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp", "csubj"})
_NEAR, _LONG_AGO = 31, 400
"""Days from the publication within which it is news, and beyond which it is history."""
_LEAD, _ARTICLE = 3, 8
"""The sentences that an article begins its news with, and how many make one."""


def features_of(index: TextIndex, clusters: Sequence[Cluster]) -> list[frozenset[str]]:
    """For each of the document's `clusters` the names of all features that its mentions have."""
    return [_of_one(index, c) | before for c, before in zip(clusters, doubles(index, clusters), strict=True)]


def _of_one(index: TextIndex, cluster: Cluster) -> frozenset[str]:
    told = told_by(index, cluster)
    return frozenset(name for question in FEATURES for name in question(index, told))


def _needs(index: TextIndex, told: Told) -> Iterator[str]:
    """What the kind's table asks for, and what makes a record whatever its kind."""
    answered = {q.name for q in QUESTIONS if q(told)}
    yield from (f"answers: {name}" for name in answered)
    yield from (f"whatever its kind: {q.name}" for q in WHATEVER_KIND if q(told))
    yield "needs: met" if any(needed <= answered for needed in told.kind.needs) else "needs: not met"


def _generic(index: TextIndex, told: Told) -> Iterator[str]:
    """Rules by which every mention speaks of such events in general."""
    names = [set(m.generic) for m in told.mentions]
    yield from (f"all: {name}" for name in set.intersection(*names))
    if all(names):
        yield "all: generic"


def _words(index: TextIndex, told: Told) -> Iterator[str]:
    """By what words it is named."""
    yield f"kind: {told.kind.kind}"
    yield from {f"form: {m.trigger.form}" for m in told.mentions}
    yield from {f"relation: {m.clause.relation}" for m in told.mentions}
    yield from {name for m in told.mentions for name in _phrase(index, m)}


def _phrase(index: TextIndex, m: EventMention) -> Iterator[str]:
    tree, anchor = index.tree, m.trigger.anchor
    if m.trigger.is_verb:
        tense = tree.tense(anchor)
        yield f"tense: {tense}"
        if tree.tokens[anchor].dep in _SUBORDINATE:
            yield "verb: subordinate"
        if tree.is_infinitive(anchor):
            yield "verb: infinitive"
        return
    before = {_DETERMINERS[w] for c in tree.children[anchor] if (w := tree.lower(c)) in _DETERMINERS and c < anchor}
    yield f"determiner: {min(before, default='possessive' if tree.deps(anchor, 'poss') else 'none')}"
    if tree.tokens[anchor].tag in PLURAL:
        yield "noun: plural"
    verb = m.clause.verb
    if verb is not None and m.clause.relation == "object" and tree.lemma(verb) in _CARRYING:
        yield "noun: carried by its verb"
    if verb is not None and m.clause.relation == "subject" and tree.lemma(verb) in _TAKING_PLACE:
        yield "noun: takes place"
    if m.clause.governor is not None:
        yield "noun: behind a noun"
    if m.clause.preposition in _BOUNDING:
        yield "noun: tells a time"
    elif m.clause.preposition is not None:
        yield "noun: behind a preposition"


def _reference(index: TextIndex, told: Told) -> Iterator[str]:
    if all(m.is_definite for m in told.mentions):
        yield "all: definite"
    if all(m.in_title for m in told.mentions):
        yield "all: in title"
    if any(m.in_title for m in told.mentions):
        yield "some: in title"
    yield f"mentions: {min(len(told.mentions), 3)}"


def _parties(index: TextIndex, told: Told) -> Iterator[str]:
    """Who takes part."""
    yield f"parties: {min(told.size, 3)}"
    yield from {f"party: {a.kind}" for a in told.parties}
    yield from {f"sector: {a.sector}" for a in told.parties if a.sector}
    countries = {a.country for a in told.parties if a.country}
    lands = countries | {m.place.country for m in told.mentions if m.place is not None and m.place.country}
    if lands:
        yield "lands: one" if len(lands) == 1 else "lands: several"
    if told.parties:
        yield f"countries: {min(len(countries), 2)}"
    if len(countries) == 1 and told.size > 1:
        yield "parties: of one country"
    if any(m.is_elliptic for m in told.mentions):
        yield "some: without a subject"


def _deed(index: TextIndex, told: Told) -> Iterator[str]:
    """Who does it to whom, where it is an act; and whether a whole sentence is there to tell it."""
    doers, others = _parted(index, told)
    yield from {f"doer: {a.kind}" for a in doers}
    if {a.country for a in doers if a.country} and {a.country for a in others if a.country} - {
        a.country for a in doers
    }:
        yield "deed: done to another country"
    for m in told.mentions:
        frame, anchor = m.trigger.frame, m.trigger.anchor
        if frame is not None and frame.object_nouns:
            yield "deed: with its object"
        if frame is not None and index.tokens[anchor].dep == "ROOT":
            yield "deed: main verb"
        if m.trigger.is_noun and m.trigger.meaning.done != Done():
            yield "deed: by a noun"


def _parted(index: TextIndex, told: Told) -> tuple[list[Actor], list[Actor]]:
    """The parties who do it, as the kind calls them, and the others."""
    known = index.annotation.actor_by_id
    found = [
        (p.role == told.kind.role, known[p.actor]) for m in told.mentions for p in m.participants if p.actor in known
    ]
    return [a for does, a in found if does], [a for does, a in found if not does]


def _fate(index: TextIndex, told: Told) -> Iterator[str]:
    """What becomes of it."""
    statuses = {s.name for s in told.statuses}
    yield from (f"status: {name}" for name in statuses)
    if not statuses:
        yield "status: none"
    for m in told.mentions:
        fact = index.factuality(m.trigger.anchor)
        yield f"time: {fact.time}"
        yield f"certainty: {fact.certainty}"
        if fact.is_negative:
            yield "some: negative"
        yield from (f"operator: {o.kind}" for o in fact.operators)


def _setting(index: TextIndex, told: Told) -> Iterator[str]:
    """When and where."""
    times = [m.interval for m in told.mentions if m.interval is not None]
    if not times:
        yield "when: open"
    for time in times:
        yield "when: a day" if time.start == time.end else "when: longer"
        yield from _distance(time, index.published)
    if any(m.place is not None for m in told.mentions):
        yield "place: told"
    if any(m.agenda for m in told.mentions):
        yield "agenda: told"
    if any(m.outcome for m in told.mentions):
        yield "outcome: told"


def _distance(time: Interval, published: Interval | None) -> Iterator[str]:
    if published is None:
        return
    days = (time.end - published.start).days
    yield "when: long ago" if days < -_LONG_AGO else "when: near" if abs(days) <= _NEAR else "when: far"


def _placing(index: TextIndex, told: Told) -> Iterator[str]:
    """Where in the document it is told, and by whom."""
    first = min(index.tokens[m.trigger.anchor].sentence for m in told.mentions)
    length = len(index.annotation.sentences)
    if length >= _ARTICLE and first < _LEAD:
        yield "place in text: lead"
    elif length >= _ARTICLE and first * 3 > 2 * length:
        yield "place in text: last third"
    if all(index.is_reported(m.trigger.anchor) for m in told.mentions):
        yield "all: in what somebody says"


def _document(index: TextIndex, told: Told) -> Iterator[str]:
    """How much of the document is about states and those who act for them."""
    if len(index.annotation.sentences) >= _LEAD:
        yield f"states in document: {min(len(index.states), 4)}"


FEATURES: tuple[Question, ...] = (
    _needs,
    _generic,
    _words,
    _reference,
    _parties,
    _deed,
    _fate,
    _setting,
    _placing,
    _document,
    around,
    in_title,
    at_home,
    rank,
    subject,
    wording,
)
"""The questions, in order; a feature belongs to one of them."""
