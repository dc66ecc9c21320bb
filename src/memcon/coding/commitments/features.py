"""What is asked of an undertaking before it becomes a record: declared questions, each answering with names of features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from memcon.coding.commitments.duty import Duty
from memcon.coding.commitments.instruments import own_paper, paper_beside
from memcon.coding.commitments.times import by_when
from memcon.coding.leaning import steps
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import PERSONAL_PRONOUNS, UNDERGOING
from memcon.lexicon import values, words

_COURTESY = words("conducting_or_going")
_OWN = words("speaking_for_oneself")
_DEEDS: Mapping[str, str] = values("deed_that_is_undertaken")
_IN_SO_MANY_WORDS = words("undertaken_in_so_many_words")
_STATES = words("having_or_being") | words("copula")
_WITH_AN_OBJECT = frozenset({"handing_over", "setting_up", "trading", "curbing", "raising"})
"""The kinds of deeds that need an object."""
_OF_A_PAPER = frozenset({"by_a_paper", "under_a_paper", "under_which", "deal_to_do"})
"""The rules by which a paper binds."""


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
    duty, is_said = asked.duty, asked.rule == "by_saying_so"
    yield f"rule: {asked.rule}"
    yield f"status: {duty.status}"
    yield from _deed_said(index, duty) if is_said else _word(index, duty)
    deed = next((i for i in range(duty.first, duty.last + 1) if index.tokens[i].pos == "VERB"), duty.anchor)
    kind = f"kind of deed: {_kind_of_deed(index, deed)}"
    yield kind
    if is_said:
        yield f"said, {kind}"
    yield from {f"before it: {index.tree.lower(c)}" for c in index.tree.deps(duty.verb, "aux")}


def _kind_of_deed(index: TextIndex, deed: int) -> str:
    """What kind of deed a verb tells; some are deeds of states only where they are done to something ("will return the crew", not "will return")."""
    kind = _DEEDS.get(index.tree.lemma(deed), "none")
    return "none" if kind in _WITH_AN_OBJECT and not index.tree.deps(deed, *UNDERGOING) else kind


def _word(index: TextIndex, duty: Duty) -> Iterator[str]:
    """The word that undertakes."""
    lemma = index.tree.lemma(duty.anchor)
    yield f"word: {lemma}"
    if lemma in _IN_SO_MANY_WORDS:
        yield "word: in so many words"


def _deed_said(index: TextIndex, duty: Duty) -> Iterator[str]:
    """What is said to be done, and whether a first person says so."""
    lemma = index.tree.lemma(duty.anchor)
    yield f"deed: {'an occasion' if lemma in _COURTESY else 'a state' if lemma in _STATES else lemma}"
    if any(index.tokens[t].tag == "PRP" and index.tree.lower(t) in _OWN for t in duty.parties):
        yield "deed: of a first person"


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
    actors = index.known(asked.parties)
    yield from {f"party: {a.kind}" for a in actors}
    yield from {f"sector: {a.sector}" for a in actors if a.sector}
    if any(a.offices for a in actors):
        yield "party: with an office"
    if any(a.country for a in actors):
        yield "party: of a country"
    yield f"parties: {min(len(asked.parties), 3)}"
    if any(index.tokens[t].tag in PERSONAL_PRONOUNS for t in asked.duty.parties):
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


def _exactness(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How exactly it is told: in which paper, by when, how much, and to whom besides."""
    duty = asked.duty
    inside = range(duty.first, duty.last + 1)
    if asked.rule in _OF_A_PAPER or (duty.verb not in inside and paper_beside(index, duty) is not None):
        yield "paper: binds"
    elif paper_beside(index, duty) is not None:
        yield "paper: told beside it"
    elif own_paper(index) is not None:
        yield "paper: the text itself"
    if by_when(index, duty) is not None:
        yield "duty: has a day"
    if any(index.tokens[i].pos == "NUM" and i not in index.timex_at for i in inside):
        yield "duty: has a number"
    bound = set(asked.parties)
    others = (a for i in inside for a in index.actors_at(i))
    if any(a.kind == "state" and a.id not in bound for a in others):
        yield "duty: names another state"


def _speaker(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Whether whoever speaks binds itself, or its own country."""
    if not asked.speakers:
        yield "speaker: none"
        return
    lands = {a.country for a in index.known(asked.speakers) if a.country}
    if set(asked.speakers) & set(asked.parties):
        yield "speaker: binds itself"
    elif lands & {a.country for a in index.known(asked.parties)}:
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


FEATURES: tuple[Question, ...] = (_words, _clause, _parties, _exactness, _speaker, _place, _leaning)
"""The questions, in order; a feature belongs to one of them."""
