"""What is asked of a stance before it becomes a record: declared questions, each answering with names of features.

A name says what it means ("rule: voiced", "holder: state"); it is what is learned by `training.stances`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from memcon.coding.leaning import STANCES, steps
from memcon.coding.positions.stand import Stand, is_negated
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import POINTING
from memcon.lexicon import words

_NEAR, _LONG = 4, 12
"""How many tokens make a short and a long target."""
_OUTRIGHT = words("in_so_many_words")
_LEAD, _ARTICLE = 3, 8
"""The sentences that an article begins its news with, and how many make one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A stance with all that was found of it."""

    stand: Stand
    rule: str
    holders: Sequence[str]
    target: str | None


Question = Callable[[TextIndex, Asked], Iterable[str]]


def features_of(
    index: TextIndex, stand: Stand, rule: str, holders: Sequence[str], target: str | None
) -> frozenset[str]:
    """The names of all features that a stance has."""
    asked = Asked(stand=stand, rule=rule, holders=holders, target=target)
    return frozenset(name for question in FEATURES for name in question(index, asked))


def _words(index: TextIndex, asked: Asked) -> Iterator[str]:
    """By what words it is told."""
    anchor = index.tree.lemma(asked.stand.anchor)
    yield f"rule: {asked.rule}"
    yield f"stance: {asked.stand.stance}"
    yield f"rule and stance: {asked.rule} {asked.stand.stance}"
    yield f"word: {anchor} {asked.stand.stance}"
    yield f"word: {anchor}"
    known = index.annotation.actor_by_id
    is_of_office = any(a in known and (known[a].offices or known[a].kind == "state") for a in asked.holders)
    if is_of_office and (anchor in _OUTRIGHT or index.tree.lower(asked.stand.anchor) in _OUTRIGHT):
        yield "word: in so many words"


def _clause(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How its clause stands."""
    verb = asked.stand.verb
    yield f"clause: {index.tokens[verb].dep}"
    yield f"tense: {index.tree.tense(verb)}"
    if is_negated(index, verb):
        yield "clause: negated"
    if index.tree.is_infinitive(verb):
        yield "clause: infinitive"
    yield from {f"operator: {o.kind}" for o in index.factuality(verb).operators}


def _holder(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Whose it is."""
    actors = index.known(asked.holders)
    yield from {f"holder: {a.kind}" for a in actors}
    yield from {f"sector: {a.sector}" for a in actors if a.sector}
    if any(a.country for a in actors):
        yield "holder: of a country"
    if any(a.offices for a in actors):
        yield "holder: with an office"
    yield f"holders: {min(len(asked.holders), 3)}"
    yield "holder: speaker" if asked.stand.is_spoken else "holder: named"
    yield from {f"holder by: {index.mention_at[t].form}" for t in asked.stand.holders if t in index.mention_at}


def _target(index: TextIndex, asked: Asked) -> Iterator[str]:
    """What it is about."""
    first, last = asked.stand.matter
    inside = range(first, last + 1)
    if asked.target is not None:
        yield "target: a record"
    if asked.stand.meant is not None:
        yield "target: what the stance before is about"
    if any(i in index.mention_at for i in inside):
        yield "target: names somebody"
    yield _length(last - first + 1)
    head = next((i for i in inside if not first <= index.tokens[i].head <= last), first)
    yield f"target is: {index.tokens[head].pos}"
    if head in index.mention_at:
        yield "target: somebody"
    if first == last and index.tokens[first].pos in POINTING:
        yield "target: a pronoun"
    if index.tokens[head].tag == "VBG" or index.tree.is_infinitive(head):
        yield "target: the holder's own deed"


def _length(tokens: int) -> str:
    return "target: short" if tokens <= _NEAR else "target: long" if tokens > _LONG else "target: middling"


def _place(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Where it stands."""
    anchor = asked.stand.anchor
    yield "place: in what is said" if index.is_reported(anchor) else "place: told"
    sentence, length = index.tokens[anchor].sentence, len(index.annotation.sentences)
    if length >= _ARTICLE and sentence < _LEAD:
        yield "place: lead"
    elif length >= _ARTICLE and sentence * 3 > 2 * length:
        yield "place: last third"
    yield "text: short" if length <= 15 else "text: long"


def _abroad(index: TextIndex, asked: Asked) -> Iterator[str]:
    """Whether it is a matter between countries: which ones its words, its sentence and the document name beside that of its holders."""
    own = {a.country for a in index.known(asked.holders) if a.country}
    first, last = asked.stand.matter
    inside = _lands_in(index, range(first, last + 1))
    sentence = index.tokens[asked.stand.anchor].sentence
    beside = index.lands_told[sentence] | _lands_in(index, index.inside(index.sentence(asked.stand.anchor).span))
    if inside - own:
        yield "matter: of another country"
        yield f"matter: of another country, {asked.stand.stance}"
    elif inside:
        yield "matter: of its own country"
    yield f"sentence: {min(len(beside - own), 2)} other countries"
    if sentence in index.told_with_bodies:
        yield "sentence: a body of states"
    if own and beside - own:
        yield f"between countries: {asked.rule}"
    if index.main_land:
        yield "document: of one country"


def _lands_in(index: TextIndex, tokens: range) -> set[str]:
    """The countries that some tokens name, as actors or as places."""
    named = {a.country for i in tokens if i in index.mention_at for a in index.actors_at(i) if a.country}
    return named | {index.lands[i] for i in tokens if i in index.lands}


def _document(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How much of the document is about states and those who act for them."""
    yield f"states in document: {min(len(index.states), 4)}"


def _leaning(index: TextIndex, asked: Asked) -> Iterator[str]:
    """How sure the encoder is that its words take a stance, and this one."""
    leanings = index.annotation.leanings
    if leanings is None:
        return
    stand = asked.stand
    span = index.span(min(stand.anchor, stand.first), max(stand.anchor, stand.last))
    any_stance = leanings.over(span, "stances")
    own = leanings.over(span, "stances", (STANCES[stand.stance],))
    around = leanings.over(index.sentence(stand.anchor).span, "stances")
    for name, chances in (("any", any_stance), ("own", own)):
        yield from steps(name, max(chances, default=0.0))
        yield from steps(f"{name}, on average", fmean(chances) if chances else 0.0)
    yield from steps("sentence", fmean(around) if around else 0.0)


FEATURES: tuple[Question, ...] = (_words, _clause, _holder, _target, _place, _abroad, _document, _leaning)
"""The questions, in order; a feature belongs to one of them."""
