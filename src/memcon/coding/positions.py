"""Positions: who supports, opposes, rejects or is concerned about what, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memcon.coding.lexicon import load_lexicon
from memcon.coding.statements.attribution import Attributions
from memcon.coding.syntax import Syntax
from memcon.domain.ids import content_id
from memcon.domain.records import Position, Stance

_LEADING = frozenset({"to", "about", "over", "for", "against", "regarding", "with", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """A stance taken at `verb`; its target are the tokens `first` to `last`."""

    verb: int
    stance: Stance
    first: int
    last: int


def find_positions(syntax: Syntax, events: Mapping[int, str]) -> tuple[Position, ...]:
    """The positions that a text tells, in its order. `events` maps the tokens that name an event to its id."""
    attributions = Attributions(syntax)
    found = [p for stand in _stands(syntax) for p in _positions(syntax, attributions, events, stand)]
    return tuple({p.id: p for p in found}.values())


def _stands(syntax: Syntax) -> Iterator[_Stand]:
    lexicon = load_lexicon("stances")
    for token in syntax.tokens:
        if token.pos != "VERB" or syntax.sentence(token.i).kind in {"title", "heading"}:
            continue
        if syntax.is_denied(token.i) or syntax.is_supposed(token.i) or _is_only_possible(syntax, token.i):
            continue
        target = _verb_target(syntax, token.i, lexicon["verbs"]) or _noun_target(syntax, token.i, lexicon)
        if target is not None:
            yield target


def _is_only_possible(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower(c) in {"may", "might", "could", "would", "can", "to"} for c in syntax.deps(verb, "aux"))


def _verb_target(syntax: Syntax, verb: int, verbs: Mapping[str, Stance]) -> _Stand | None:
    """ "opposes the plan", "objected to the talks"."""
    lemma = syntax.lemma(verb)
    if syntax.is_passive(verb):
        return None
    if lemma in verbs:
        for o in syntax.deps(verb, "dobj"):
            first, last = syntax.extent(o)
            return _Stand(verb=verb, stance=verbs[lemma], first=first, last=last)
    for p in syntax.deps(verb, "prep"):
        if f"{lemma} {syntax.lower(p)}" in verbs:
            first, last = syntax.extent(p)
            return _Stand(verb=verb, stance=verbs[f"{lemma} {syntax.lower(p)}"], first=p + 1, last=last)
    return None


def _noun_target(syntax: Syntax, verb: int, lexicon: Mapping[str, Mapping[str, Stance]]) -> _Stand | None:
    """ "raised objections to the talks", "expressed concern that …"."""
    if syntax.lemma(verb) not in lexicon["voicing"]["verbs"]:
        return None
    for o in syntax.deps(verb, "dobj"):
        stance = lexicon["nouns"].get(syntax.lemma(o))
        if stance is None:
            continue
        for c in (*syntax.deps(o, "prep", "acl", "ccomp", "relcl"), *syntax.deps(verb, "prep", "ccomp")):
            if c > o and (syntax.lower(c) in _LEADING or syntax.deps(c, "mark")):
                first, last = syntax.extent(c)
                return _Stand(verb=verb, stance=stance, first=max(first, o + 1), last=last)
    return None


def _positions(
    syntax: Syntax, attributions: Attributions, events: Mapping[int, str], stand: _Stand
) -> Iterator[Position]:
    first, last = _bounds(syntax, stand)
    if last < first:
        return
    holders = {a for s in syntax.subjects(stand.verb) for m in syntax.mentions_around(s) for a in m.actors}
    span = syntax.span(first, last)
    target = next((events[i] for i in range(first, last + 1) if i in events), None)
    document = syntax.annotation.document
    for actor in sorted(holders):
        yield Position(
            id=content_id("position", document.id, actor, document.offset(syntax.tokens[stand.verb].start)),
            actor=actor,
            stance=stand.stance,
            target_text=span.of(syntax.text),
            target=target,
            grounds=_grounds(syntax, stand.verb),
            attribution=attributions.of_token(stand.verb),
            evidence=(syntax.cite_sentence(stand.verb),),
        )


def _bounds(syntax: Syntax, stand: _Stand) -> tuple[int, int]:
    """The target without the preposition or conjunction that leads it, and without the grounds behind it."""
    first, last = stand.first, stand.last
    while first < last and syntax.lower(first) in {*_LEADING, "that"}:
        first += 1
    for c in syntax.deps(stand.verb, "advcl"):
        if c > first:
            last = min(last, syntax.extent(c)[0] - 1)
    while last > first and syntax.tokens[last].pos == "PUNCT":
        last -= 1
    return first, last


def _grounds(syntax: Syntax, verb: int) -> str | None:
    """What follows "arguing that" or "citing" behind the verb, or behind what its object tells."""
    words = load_lexicon("stances")["grounds"]["verbs"]
    for i in range(verb + 1, syntax.sentence(verb).last):
        if (
            syntax.lemma(i) in words
            and syntax.tokens[i].tag == "VBG"
            and syntax.tokens[i].dep in {"advcl", "acl", "conj"}
        ):
            for c in syntax.deps(i, "ccomp", "dobj"):
                first, last = syntax.extent(c)
                while first < last and syntax.lower(first) == "that":
                    first += 1
                return syntax.span(first, last).of(syntax.text)
    return None
