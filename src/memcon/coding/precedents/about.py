"""What a claim of precedent is about: whether it tells of foreign affairs, and which words tell what was done for the first time.

An engagement is what it is the first of; otherwise somebody in office has to do something in which another land or a body of several states has a part.
What prices, firms, voters and a country's own politics do for the first time is no claim of the ledger's.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from memcon.coding.channels.naming import ChannelMention
from memcon.coding.doers import doers
from memcon.coding.officials import is_of_several_states, is_official
from memcon.coding.places import Places
from memcon.coding.precedents.wordings import Claim, is_engagement
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.labels import IN_A_ROW, NOMINAL, ON_NOUNS, RELATIVES, VERBAL
from memcon.knowledge.entries import Organization
from memcon.lexicon import words

_OCCASIONS = words("occasion_without_content")
_PERSONS = words("counted_among_those_who_do")
_RANKED = words("ranked_over_time")
_LEADING_TO_AN_OCCASION = words("leading_to_the_time_counted")
_ATTENDING = words("taking_part_too")
_WITHOUT_EXAMPLE = words("without_example")
_BUSINESS = words("of_business_or_money")
_WORKERS = words("of_a_union_of_workers")
_EQUATING = words("equating")
_SEVERAL = 2
_LONGEST = 30
"""How many words the clause may have that a claim takes in."""


class Lands:
    """Which lands the words of a text name, by names of states, of their peoples and of who acts for them; `shared` are the short names of mechanisms of
    several states that it names, `bodies` the last words of the names of bodies of several states that packs know."""

    def __init__(self, places: Places, channels: Sequence[ChannelMention]) -> None:
        self._by_name: Mapping[int, str] = {**places.peoples, **places.lands}
        self.shared = frozenset(a for m in channels if m.entry is not None for a in m.entry.acronyms)
        named = ((end - 1, [e.record for e in entries]) for _, end, entries in places.known.values())
        self.bodies = frozenset(
            i for i, known in named if any(isinstance(r, Organization) and r.sector == "IGO" for r in known)
        )

    def named(self, index: TextIndex, tokens: Iterable[int]) -> frozenset[str]:
        """The countries that some words name."""
        told = list(tokens)
        opened = {a for i in told for m in index.actors_at(i) for a in index.opened([m.id])}
        acting = {a.country for a in index.known(opened) if a.country and is_official(a)}
        return frozenset(acting | {self._by_name[i] for i in told if i in self._by_name})


# --- whether it tells of foreign affairs ---------------------------------------------------------------------------------


def is_of_foreign_affairs(index: TextIndex, claim: Claim, by_token: Container[int], lands: Lands) -> bool:
    """Whether a claim counts an event of the text, an engagement, or what somebody in office does with another land or a body of several states."""
    if any(i in by_token for i in own_words(index, claim)):
        return True
    counted, deed = claim.counted, deed_of(index, claim.counted)
    here = range(index.sentence(counted).first, index.sentence(counted).last)
    beside = list(_without_bounds(claim, here))
    if any(is_engagement(index, i) for i in _told_of(index, claim)):
        return _is_abroad(index, beside, lands) or _is_between_officials(index, beside)
    lemma = index.tree.lemma(counted)
    around = [*clause_of(index, deed), *_subjects(index, deed), *range(claim.first, claim.last + 1)]
    if lemma in _PERSONS:
        is_of_several = not index.main_land and len(index.states) >= _SEVERAL and _are_official(index, beside)
        return is_of_several or _is_abroad(index, _without_bounds(claim, around), lands)
    is_described = _is_described(index, claim)
    if (lemma in _RANKED or is_described) and any(index.tree.lemma(s) in _RANKED for s in index.tree.subjects(deed)):
        return bool(lands.named(index, beside))
    if lemma in _RANKED:
        outside = list(_without_bounds(claim, around))
        return bool(lands.named(index, outside)) and _is_abroad(index, outside, lands)
    if not (is_described or lemma in _OCCASIONS or index.tokens[counted].pos in VERBAL):
        return False
    if not _may_do_it(index, deed):
        return False
    return _is_abroad(index, beside if is_described else around, lands) or _is_there(index, deed, here, by_token)


def _is_there(index: TextIndex, deed: int, here: range, by_token: Container[int]) -> bool:
    """Whether a state is told to attend something, or ministers of no one country do something, or a state does in a sentence that tells of an event."""
    parties = [a for s in doers(index, deed) for a in index.actors_at(s)]
    is_of_many = any(a.kind == "group" and is_official(a) and not a.country for a in parties)
    is_of_state = any(a.kind == "state" for a in parties)
    is_beside = index.tree.lemma(deed) in _ATTENDING or any(i in by_token for i in here)
    return is_of_many or (is_of_state and is_beside)


def _is_between_officials(index: TextIndex, tokens: Iterable[int]) -> bool:
    """Whether somebody in office is told of in a sentence without a word of business."""
    told = list(tokens)
    return _are_official(index, told) and not any(_is_business(index, i) for i in told)


def _are_official(index: TextIndex, tokens: Iterable[int]) -> bool:
    """Whether somebody in office is named, who is no soldier."""
    return any(is_official(a) and a.sector != "MIL" for i in tokens for a in index.actors_at(i))


def _is_business(index: TextIndex, i: int) -> bool:
    return index.tree.lemma(i) in _BUSINESS or index.tree.lower(i) in _BUSINESS


def own_words(index: TextIndex, claim: Claim) -> Iterator[int]:
    """The words that name what a claim is about: what is counted or told to be it, and of a deed that one, whoever does it and what it is done to."""
    tree, counted = index.tree, claim.counted
    yield from _told_of(index, claim)
    yield from range(claim.first, claim.bounds.first or claim.last + 1)
    for above in tree.above(counted):
        yield above
        if index.tokens[above].pos in VERBAL and tree.is_finite(above):
            break
    over = tree.verb_of_clause(counted)
    if tree.lemma(over) in _EQUATING:
        yield from tree.subjects(over)
    deed = deed_of(index, counted)
    if tree.lemma(counted) in _RANKED or _is_described(index, claim):
        yield from tree.subjects(deed)
    elif tree.lemma(counted) in _OCCASIONS or index.tokens[counted].pos in VERBAL:
        yield from (deed, *tree.subjects(deed), *tree.objects(deed))
        yield from (o for o in tree.led(deed) if o not in index.timex_at and _may_do_it(index, deed))


def deed_of(index: TextIndex, counted: int) -> int:
    """The verb of what is claimed: in the clause that tells which time is meant ("the first time that they [met]"), in the infinitive behind who did it
    ("the first to [visit]"), else over what is counted."""
    tree = index.tree
    if index.tokens[counted].pos in VERBAL:
        return counted
    over = tree.verb_of_clause(counted)
    if is_for_the_first_time(index, counted):
        return over
    own = [v for v in tree.deps(counted, *ON_NOUNS, "ccomp") if v > counted]
    if not own and tree.lemma(over) in _EQUATING:
        own = [v for v in tree.deps(over, "ccomp", "advcl") if v > counted]
    return own[0] if own else over


def is_for_the_first_time(index: TextIndex, counted: int) -> bool:
    """Whether "for" leads to the time that is counted: what is done then is told by the clause that it stands in."""
    preposition = index.tokens[counted].head
    is_led = index.tokens[counted].dep == "pobj" and index.tree.lower(preposition) in _LEADING_TO_AN_OCCASION
    return is_led and index.tree.lemma(counted) in _OCCASIONS


def clause_of(index: TextIndex, verb: int) -> list[int]:
    """The words under a verb, without the clauses that stand beside its own."""
    found = [verb]
    for i in found:
        found.extend(c for c in index.tree.children[i] if not _is_another_clause(index, c))
    return sorted(found)


def _is_another_clause(index: TextIndex, i: int) -> bool:
    token = index.tokens[i]
    return token.dep in IN_A_ROW and token.pos in VERBAL and index.tree.is_finite(i)


def _told_of(index: TextIndex, claim: Claim) -> list[int]:
    """What is counted, and what a bare number or rank is told of ("[the visit], the first since May", "[the talks] were the first")."""
    token = index.tokens[claim.counted]
    if token.pos in NOMINAL and index.tree.lemma(claim.counted) not in _OCCASIONS:
        return [claim.counted]
    if token.pos in VERBAL or index.tree.lemma(claim.counted) in _OCCASIONS:
        return []
    over = token.head
    subjects = index.tree.subjects(over) if index.tree.lemma(over) in _EQUATING else []
    beside = [over] if index.tokens[over].pos in NOMINAL else []
    return [claim.counted, *beside, *subjects, *_before_the_comma(index, claim.counted)]


def _before_the_comma(index: TextIndex, i: int) -> Iterator[int]:
    """The nouns over the one before a comma behind which a number stands with an article or "its" ("the [trip] to Peru, his first since May")."""
    at = next((j for j in (i - 1, i - 2) if j > index.sentence(i).first and index.tokens[j].text == ","), None)
    if at is None:
        return
    for above in (at - 1, *index.tree.above(at - 1)):
        if index.tokens[above].pos in VERBAL:
            return
        yield above


def _is_described(index: TextIndex, claim: Claim) -> bool:
    """Whether a claim tells that what is done has no example before it, by a word on what is done or on its noun."""
    return index.tree.lower(claim.first) in _WITHOUT_EXAMPLE


def _without_bounds(claim: Claim, tokens: Iterable[int]) -> Iterator[int]:
    first, last = claim.bounds.first, claim.bounds.last
    return (i for i in tokens if first is None or last is None or not first <= i <= last)


def _subjects(index: TextIndex, verb: int) -> list[int]:
    """The words of whoever is told to do something, and of whom "by" names."""
    agent = index.tree.agent(verb)
    heads = [*doers(index, verb), *([] if agent is None else [agent])]
    return [i for s in heads for i in range(index.tree.first(s), index.tree.last(s) + 1)]


def _may_do_it(index: TextIndex, deed: int) -> bool:
    """Whether a state, a body or somebody in office does it, or a thing that no market and no firm moves, or it is done by nobody who is named."""
    agent = index.tree.agent(deed)
    done_by = doers(index, deed) if agent is None else [agent]
    is_passive = index.tree.is_passive(deed) and agent is None
    if not done_by or is_passive:
        return is_passive and not any(_is_business(index, s) for s in done_by)
    return any(_is_in_office(index, s) or _is_a_thing(index, s) for s in done_by)


def _is_in_office(index: TextIndex, i: int) -> bool:
    actors = [a for j in index.tree.coordinated(i) for a in index.actors_at(j)]
    is_open = not actors and index.tokens[i].pos == "PRON"
    return is_open or any(_acts_for_a_state(a) or is_of_several_states(a) for a in actors)


def _acts_for_a_state(actor: Actor) -> bool:
    """Whether it is official; people of a country who are told to be nothing else are not."""
    return is_official(actor) and not (actor.kind == "group" and actor.sector is None)


def _is_a_thing(index: TextIndex, i: int) -> bool:
    return index.tokens[i].pos == "NOUN" and not index.actors_at(i) and not _is_business(index, i)


def _is_abroad(index: TextIndex, tokens: Iterable[int], lands: Lands) -> bool:
    """Whether the words name two lands, or a body or a mechanism of several states."""
    told = list(tokens)
    is_several = any(i in lands.bodies or any(map(_is_of_states, index.actors_at(i))) for i in told)
    return (
        is_several
        or len(lands.named(index, told)) >= _SEVERAL
        or any(index.tokens[i].text in lands.shared for i in told)
    )


def _is_of_states(actor: Actor) -> bool:
    """Whether it is a body of several states; a union of workers is none."""
    return is_of_several_states(actor) and not actor.name.islower() and _WORKERS.isdisjoint(actor.name.lower().split())


# --- which words tell it -------------------------------------------------------------------------------------------------


def told_in(index: TextIndex, claim: Claim) -> tuple[int, int]:
    """The first and the last word of a claim: of "for the first time" with the clause that tells what was done, where it is not told behind it."""
    first, last = claim.first, index.balanced(claim.first, claim.last)
    if not is_for_the_first_time(index, claim.counted):
        return first, last
    preposition = index.tokens[claim.counted].head
    verb = index.tree.verb_above(preposition)
    if verb is None or index.tokens[verb].sentence != index.tokens[first].sentence:
        return first, last
    begin = min(preposition, first, *_beginnings(index, verb))
    end = max(last, _end(index, verb, max(last, verb)))
    if end - begin > _LONGEST:
        begin = min(preposition, first, verb, *index.tree.auxiliaries(verb))
    if end - begin > _LONGEST:
        end = max(last, verb)
    return begin, index.balanced(begin, end)


def _beginnings(index: TextIndex, verb: int) -> Iterator[int]:
    """Where a clause may begin: with its subject, else with its verb."""
    own = index.tree.deps(verb, "nsubj", "nsubjpass")
    yield from (index.tree.first(s) for s in own if index.tokens[s].tag not in RELATIVES)
    yield min(verb, *index.tree.auxiliaries(verb)) if index.tree.auxiliaries(verb) else verb


def _end(index: TextIndex, verb: int, least: int) -> int:
    """The last word of a verb's clause, before what only adds something."""
    inside = frozenset(clause_of(index, verb))
    end = least
    for i in range(least + 1, index.sentence(verb).last):
        token = index.tokens[i]
        if i not in inside and token.pos != "PUNCT":
            break
        if token.text in {",", ";", ":", "--", "—", "("} or token.tag in RELATIVES:
            break
        end = i
    return index.without_links(least, end)
