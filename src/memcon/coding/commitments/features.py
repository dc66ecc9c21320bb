"""What is asked of an undertaking before it becomes a record: declared questions, each answering with names of features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from memcon.coding.commitments.duty import Duty
from memcon.coding.leaning import steps
from memcon.coding.text_index import TextIndex
from memcon.lexicon import values, words

_COURTESY = words("conducting_or_going")
_OWN = words("speaking_for_oneself")
_DEEDS: Mapping[str, str] = values("deed_that_is_undertaken")
_IN_SO_MANY_WORDS = words("undertaken_in_so_many_words")
_STATES = words("having_or_being") | words("copula")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An undertaking with all that was found of it."""

    duty: Duty
    rule: str
    parties: Sequence[str]
    speakers: Sequence[str]


Question = Callable[[TextIndex, Asked], Iterable[str]]


def features_of(
    index: TextIndex, duty: Duty, rule: str, parties: Sequence[str], speakers: Sequence[str]
) -> frozenset[str]:
    """The names of all features that an undertaking has."""
    asked = Asked(duty=duty, rule=rule, parties=parties, speakers=speakers)
    return frozenset(name for question in FEATURES for name in question(index, asked))


def _words(index: TextIndex, asked: Asked) -> Iterator[str]:
    """By what words it is told."""
    duty = asked.duty
    yield f"rule: {asked.rule}"
    yield f"status: {duty.status}"
    if asked.rule != "by_saying_so":
        yield f"word: {index.tree.lemma(duty.anchor)}"
        if index.tree.lemma(duty.anchor) in _IN_SO_MANY_WORDS:
            yield "word: in so many words"
    elif index.tree.lemma(duty.anchor) in _COURTESY:
        yield "deed: an occasion"
    elif index.tree.lemma(duty.anchor) in _STATES:
        yield "deed: a state"
    else:
        yield f"deed: {index.tree.lemma(duty.anchor)}"
    deed = next((i for i in range(duty.first, duty.last + 1) if index.tokens[i].pos == "VERB"), duty.anchor)
    yield f"kind of deed: {_DEEDS.get(index.tree.lemma(deed), 'none')}"
    if asked.rule == "by_saying_so":
        yield f"said, kind of deed: {_DEEDS.get(index.tree.lemma(deed), 'none')}"
    if asked.rule == "by_saying_so" and any(
        index.tokens[t].tag == "PRP" and index.tree.lower(t) in _OWN for t in duty.parties
    ):
        yield "deed: of a first person"
    yield from {f"before it: {index.tree.lower(c)}" for c in index.tree.deps(duty.verb, "aux")}


def _clause(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How its clause stands."""
    verb = asked.duty.verb
    yield f"clause: {index.tokens[verb].dep}"
    yield f"tense: {index.tree.tense(verb)}"
    if index.tree.deps(verb, "neg"):
        yield "clause: negated"
    if index.tree.is_infinitive(verb):
        yield "clause: infinitive"
    yield from {f"operator: {o.kind}" for o in index.factuality(verb).operators}


def _parties(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Whose it is."""
    known = index.annotation.actor_by_id
    yield from {f"party: {known[a].kind}" for a in asked.parties if a in known}
    yield from {f"sector: {known[a].sector}" for a in asked.parties if a in known and known[a].sector}
    if any(known[a].offices for a in asked.parties if a in known):
        yield "party: with an office"
    if any(known[a].country for a in asked.parties if a in known):
        yield "party: of a country"
    yield f"parties: {min(len(asked.parties), 3)}"
    if any(index.tokens[t].tag in {"PRP", "PRP$"} for t in asked.duty.parties):
        yield "party: by a pronoun"


def _place(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Where it stands, and how long it is."""
    anchor = asked.duty.anchor
    yield "place: in what is said" if index.is_reported(anchor) else "place: told"
    length = asked.duty.last - asked.duty.first
    yield "duty: short" if length < 4 else "duty: long" if length > 12 else "duty: middling"
    count = len(index.annotation.sentences)
    yield "text: short" if count <= 15 else "text: long"
    if any(i in index.mention_at for i in range(asked.duty.first, asked.duty.last + 1)):
        yield "duty: names somebody"
    yield f"states in document: {min(len(index.states), 4)}"


def _speaker(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Whether whoever speaks binds itself, or its own country."""
    known = index.annotation.actor_by_id
    if not asked.speakers:
        yield "speaker: none"
        return
    lands = {known[a].country for a in asked.speakers if a in known and known[a].country}
    if set(asked.speakers) & set(asked.parties):
        yield "speaker: binds itself"
    elif lands & {known[a].country for a in asked.parties if a in known}:
        yield "speaker: binds its country"
    else:
        yield "speaker: tells of another"


def _leaning(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How sure the encoder is that its words undertake something."""
    leanings = index.annotation.leanings
    if leanings is None:
        return
    duty = asked.duty
    own = leanings.over(index.span(min(duty.anchor, duty.first), max(duty.anchor, duty.last)), "undertakings")
    around = leanings.over(index.sentence(duty.anchor).span, "undertakings")
    yield from steps("any", max(own, default=0.0))
    yield from steps("any, on average", fmean(own) if own else 0.0)
    yield from steps("sentence", fmean(around) if around else 0.0)


FEATURES: tuple[Question, ...] = (_words, _clause, _parties, _speaker, _place, _leaning)
"""The questions, in order; a feature belongs to one of them."""
