"""Positions: who supports, opposes, rejects or is concerned about what, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Position, Stance
from memcon.lexicon import values, words

_TAKING_A_STAND: Mapping[str, Stance] = values("taking_a_stand")
_STANDS: Mapping[str, Stance] = values("stand")
_VOICING = words("voicing")
_LEADING = words("leading_to_a_target")
_GIVING_GROUNDS = words("giving_grounds")
_ONLY_POSSIBLE = words("only_possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """A stance taken at `verb`; its target are the tokens `first` to `last`."""

    verb: int
    stance: Stance
    first: int
    last: int


def find_positions(index: TextIndex, attributions: Attributions, events: Mapping[int, str]) -> tuple[Position, ...]:
    """The positions that a text tells, in its order. `events` maps the tokens that name an event to its id."""
    found = [p for stand in _stands(index) for p in _positions(index, attributions, events, stand)]
    return tuple({p.id: p for p in found}.values())


def _stands(index: TextIndex) -> Iterator[_Stand]:
    for token in index.tokens:
        if token.pos != "VERB" or index.is_heading(token.i):
            continue
        if index.is_denied(token.i) or index.is_supposed(token.i) or _is_only_possible(index, token.i):
            continue
        target = _verb_target(index, token.i) or _noun_target(index, token.i)
        if target is not None:
            yield target


def _is_only_possible(index: TextIndex, verb: int) -> bool:
    return any(index.tree.lower(c) in _ONLY_POSSIBLE for c in index.tree.deps(verb, "aux"))


def _verb_target(index: TextIndex, verb: int) -> _Stand | None:
    """ "opposes the plan", "objected to the talks"."""
    lemma = index.tree.lemma(verb)
    if index.tree.is_passive(verb):
        return None
    if lemma in _TAKING_A_STAND:
        for o in index.tree.deps(verb, "dobj"):
            first, last = index.tree.extent(o)
            return _Stand(verb=verb, stance=_TAKING_A_STAND[lemma], first=first, last=last)
    for p in index.tree.deps(verb, "prep"):
        if f"{lemma} {index.tree.lower(p)}" in _TAKING_A_STAND:
            first, last = index.tree.extent(p)
            return _Stand(verb=verb, stance=_TAKING_A_STAND[f"{lemma} {index.tree.lower(p)}"], first=p + 1, last=last)
    return None


def _noun_target(index: TextIndex, verb: int) -> _Stand | None:
    """ "raised objections to the talks", "expressed concern that …"."""
    if index.tree.lemma(verb) not in _VOICING:
        return None
    for o in index.tree.deps(verb, "dobj"):
        stance = _STANDS.get(index.tree.lemma(o))
        if stance is None:
            continue
        for c in (*index.tree.deps(o, "prep", "acl", "ccomp", "relcl"), *index.tree.deps(verb, "prep", "ccomp")):
            if c > o and (index.tree.lower(c) in _LEADING or index.tree.deps(c, "mark")):
                first, last = index.tree.extent(c)
                return _Stand(verb=verb, stance=stance, first=max(first, o + 1), last=last)
    return None


def _positions(
    index: TextIndex, attributions: Attributions, events: Mapping[int, str], stand: _Stand
) -> Iterator[Position]:
    first, last = _bounds(index, stand)
    if last < first:
        return
    holders = dict.fromkeys(a for s in doers(index, stand.verb) for m in mentions_around(index, s) for a in m.actors)
    span = index.span(first, last)
    target = next((events[i] for i in range(first, last + 1) if i in events), None)
    document = index.annotation.document
    for actor in holders:
        yield Position(
            id=content_id("position", document.id, actor, document.offset(index.tokens[stand.verb].start)),
            actor=actor,
            stance=stand.stance,
            target_text=span.of(index.text),
            target=target,
            grounds=_grounds(index, stand.verb),
            attribution=attributions.of_token(stand.verb),
            evidence=(index.cite_sentence(stand.verb),),
        )


def _bounds(index: TextIndex, stand: _Stand) -> tuple[int, int]:
    """The target without the preposition or conjunction that leads it, and without the grounds behind it."""
    first, last = stand.first, stand.last
    while first < last and index.tree.lower(first) in {*_LEADING, "that"}:
        first += 1
    for c in index.tree.deps(stand.verb, "advcl"):
        if c > first:
            last = min(last, index.tree.extent(c)[0] - 1)
    while last > first and index.tokens[last].pos == "PUNCT":
        last -= 1
    return first, last


def _grounds(index: TextIndex, verb: int) -> str | None:
    """What follows "arguing that" or "citing" behind the verb, or behind what its object tells."""
    for i in range(verb + 1, index.sentence(verb).last):
        if (
            index.tree.lemma(i) in _GIVING_GROUNDS
            and index.tokens[i].tag == "VBG"
            and index.tokens[i].dep in {"advcl", "acl", "conj"}
        ):
            for c in index.tree.deps(i, "ccomp", "dobj"):
                first, last = index.tree.extent(c)
                while first < last and index.tree.lower(first) == "that":
                    first += 1
                return index.span(first, last).of(index.text)
    return None
