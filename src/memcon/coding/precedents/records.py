"""Precedent records: a claim with the event that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.coding.doers import doers
from memcon.coding.officials import is_official
from memcon.coding.precedents.about import Lands, deed_of, is_of_foreign_affairs, own_words, told_in
from memcon.coding.precedents.until_now import UNTIL_NOW
from memcon.coding.precedents.wordings import WORDINGS, Claim
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import Event, Precedent
from memcon.domain.rules import ByWord
from memcon.lexicon import words

_WORDINGS = ByWord((*WORDINGS, *UNTIL_NOW))
_WHAT_WAS_TOLD = words("meaning_what_was_told")
_EQUATING = words("equating")


def find_precedents(
    index: TextIndex, events: Sequence[Event], by_token: Mapping[int, str], lands: Lands
) -> tuple[Precedent, ...]:
    """The claims of precedent of a text that tell of foreign affairs, in its order; none in titles, which the text tells again. `by_token` maps the tokens
    that name an event to its id."""
    told = (
        c
        for c in _claims(index)
        if _is_of_what_was_told(index, c, events) or is_of_foreign_affairs(index, c, by_token, lands)
    )
    found = [_record(index, claim, events, by_token) for claim in told]
    return tuple({p.id: p for p in found}.values())


def _claims(index: TextIndex) -> Iterator[Claim]:
    """The claims, each word counted once."""
    counted: set[int] = set()
    for token in index.tokens:
        if index.is_heading(token.i):
            continue
        wordings = _WORDINGS.at(token, index.tree.lemma(token.i), index.tree.lower(token.i))
        claim = next((c for wording in wordings if (c := wording(index, token.i)) is not None), None)
        if claim is not None and claim.counted not in counted:
            counted.add(claim.counted)
            yield claim


def _record(index: TextIndex, claim: Claim, events: Sequence[Event], by_token: Mapping[int, str]) -> Precedent:
    document = index.annotation.document
    compared = _compared_with(claim, by_token)
    about = _about(index, claim, events, by_token)
    return Precedent(
        id=content_id("precedent", document.id, document.offset(index.tokens[claim.first].start)),
        text=index.span(*told_in(index, claim)).of(index.text),
        evidence=(index.cite_sentence(claim.counted),),
        event=about if about != compared else None,
        scope=index.span(claim.first, claim.counted).of(index.text),
        since=claim.bounds.since,
        interval=claim.bounds.interval,
    )


def _compared_with(claim: Claim, by_token: Mapping[int, str]) -> str | None:
    """The event in what bounds the claim ("since the 2011 visit")."""
    if claim.bounds.first is None:
        return None
    return next((by_token[i] for i in range(claim.bounds.first, claim.last + 1) if i in by_token), None)


def _about(index: TextIndex, claim: Claim, events: Sequence[Event], by_token: Mapping[int, str]) -> str | None:
    """The event that is claimed to be the first: what is counted itself, what is told to be it, or what is done for the first time; where "this" marks it the
    latest one before, else the only one of its sentence."""
    if (own := _first_named(own_words(index, claim), by_token)) is not None:
        return own
    verb = index.tokens[claim.counted].head
    told = doers(index, verb)
    if any(index.tree.lower(s) in _WHAT_WAS_TOLD for s in told):
        return _latest_before(index, claim, events)
    if index.tree.lemma(verb) in _EQUATING:
        inside = (i for s in told for i in range(index.tree.first(s), index.tree.last(s) + 1))
        if (named := _first_named(inside, by_token)) is not None:
            return named
    return _only_one_here(index, claim, events, by_token)


def _is_of_what_was_told(index: TextIndex, claim: Claim, events: Sequence[Event]) -> bool:
    """Whether "it" or "this", the event told last before, is said to be the first time that a state or somebody in office did something like it."""
    told = doers(index, index.tokens[claim.counted].head)
    is_told = (
        any(index.tree.lower(s) in _WHAT_WAS_TOLD for s in told) and _latest_before(index, claim, events) is not None
    )
    by_whom = doers(index, deed_of(index, claim.counted)) if is_told else ()
    return any(is_official(a) for s in by_whom for a in index.actors_at(s))


def _first_named(tokens: Iterable[int], by_token: Mapping[int, str]) -> str | None:
    return next((by_token[i] for i in tokens if i in by_token), None)


def _only_one_here(index: TextIndex, claim: Claim, events: Sequence[Event], by_token: Mapping[int, str]) -> str | None:
    """The event of the claim's sentence, where it tells of one."""
    here = index.sentence(claim.counted)
    told = {by_token[i] for i in range(here.first, here.last) if i in by_token}
    same = told or {e.id for e in events if any(ev.span.overlaps(here.span) for ev in e.evidence)}
    return next(iter(same)) if len(same) == 1 else None


def _latest_before(index: TextIndex, claim: Claim, events: Sequence[Event]) -> str | None:
    """The event that was told last before the claim's sentence."""
    here = index.sentence(claim.counted).span
    before = [e for e in events if any(ev.span.end <= here.start for ev in e.evidence)]
    if not before:
        return None
    return max(before, key=lambda e: max(ev.span.end for ev in e.evidence if ev.span.end <= here.start)).id
