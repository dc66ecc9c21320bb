"""Positions as records: the stands that rules find, whose they are, what they are about, on what grounds and on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from memcon.coding.doers import doers
from memcon.coding.events.keeping.model import Keeper
from memcon.coding.positions.adjectives import ADJECTIVES
from memcon.coding.positions.aims import AIMS, by_an_epithet
from memcon.coding.positions.conditions import CONDITIONS
from memcon.coding.positions.features import features_of
from memcon.coding.positions.grounds import before_condition, grounds_of, is_conditional
from memcon.coding.positions.holders import Holders
from memcon.coding.positions.judgements import JUDGEMENTS
from memcon.coding.positions.needs import NEEDS
from memcon.coding.positions.nouns import NOUNS
from memcon.coding.positions.phrases import PHRASES
from memcon.coding.positions.pronouns import with_what_is_meant
from memcon.coding.positions.reality import is_courtesy, settled
from memcon.coding.positions.sides import SIDES
from memcon.coding.positions.stand import Stand, is_negated
from memcon.coding.positions.targets import end_of_asides
from memcon.coding.positions.verbs import VERBS
from memcon.coding.positions.votes import VOTES
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.labels import COMPLEMENTS, NOMINAL_SUBJECTS, OPENING, SAID_OR_TOLD, VERBAL
from memcon.domain.records import Position
from memcon.domain.rules import ByWord
from memcon.lexicon import words

_THINKING = words("holding_an_opinion")
_OPINIONS = words("opinion_with_a_clause")
_SAYING = words("saying")
_OBLIGING = words("obliging_auxiliary")
_WISHING = words("wishing_that_others_act")
_SURE = words("sure_of_it")
_CLEAR = words("made_clear")
_HARD_TO_BEAR = words("hard_to_bear")
_FELT_BY_SOMEBODY = words("felt_by_somebody")
_RULES = ByWord((*CONDITIONS, *VOTES, *VERBS, *PHRASES, *SIDES, *NOUNS, *JUDGEMENTS, *ADJECTIVES, *NEEDS, *AIMS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stand with its rule, its holders (actor ids), the id of what it is about where that is a record, and its features."""

    stand: Stand
    rule: str
    holders: tuple[str, ...]
    target: str | None
    features: frozenset[str]


def find_positions(
    index: TextIndex, attributions: Attributions, holders: Holders, records: Mapping[int, str], keeper: Keeper
) -> tuple[Position, ...]:
    """The positions that a text tells, in its order. `records` maps the tokens that name an event, channel or commitment to its id."""
    kept = [c for c in candidates(index, holders, records) if keeper.keeps(c.features)]
    once: dict[tuple[object, ...], Candidate] = {}
    for c in kept:  # "warned that the raid would have consequences" tells one stance by two words
        once.setdefault((c.holders, c.stand.stance, c.stand.first, c.stand.last), c)
    found = [p for c in once.values() for p in _positions(index, attributions, c)]
    return tuple({p.id: p for p in found}.values())


def candidates(index: TextIndex, holders: Holders, records: Mapping[int, str]) -> list[Candidate]:
    """Whatever may be a position, in text order."""
    found = []
    for rule, stand in with_what_is_meant(index, _stands(index)):
        actors = () if is_courtesy(index, stand) else holders.as_one(_holders(index, holders, stand))
        if actors:
            first, last = stand.matter
            target = next((records[i] for i in range(first, last + 1) if i in records), None)
            features = features_of(index, stand, rule, actors, target)
            found.append(Candidate(stand=stand, rule=rule, holders=actors, target=target, features=features))
    return _outermost(index, found)


def _stands(index: TextIndex) -> Iterator[tuple[str, Stand]]:
    for token in index.tokens:
        if token.pos in OPENING or index.is_heading(token.i):
            continue
        found = _first(index, token.i)
        if found is None:
            continue
        rule, stand = found
        real = settled(index, stand)
        if real is not None:
            is_waiting = real.stance == "conditional" or is_conditional(index, real)
            yield rule, before_condition(index, replace(real, stance="conditional")) if is_waiting else real


def _first(index: TextIndex, i: int) -> tuple[str, Stand] | None:
    for rule in _RULES.at(index.tokens[i], index.tree.lemma(i), index.tree.lower(i)):
        stand = rule(index, i)
        if stand is not None and not _is_owed(index, stand):
            return rule.name, stand
    return None


def _is_owed(index: TextIndex, stand: Stand) -> bool:
    """Whether a stance is only told to be due ("Norway should respect the border", "must show that it wants peace by accepting the plan"), or wished of
    another ("it is hoped that Peru will back the plan"): it is the one of whoever says so."""
    if stand.is_spoken:
        return False
    row = tuple(_governing(index, stand.verb))
    return any(index.tree.has_word(v, _OBLIGING, "aux") for v in row) or _is_hoped_of(index, row[-1])


def _governing(index: TextIndex, verb: int) -> Iterator[int]:
    """A verb and those whose doer does it as well, nearest first: those it completes ("must [show] it wants it"), tells the way of ("by accepting it") or
    stands in a row with."""
    seen: set[int] = set()
    while verb not in seen and (not seen or index.tokens[verb].pos in VERBAL):
        seen.add(verb)
        yield verb
        token = index.tokens[verb]
        verb = (
            index.tokens[token.head].head if token.dep == "pcomp" else token.head if _is_its_own(index, verb) else verb
        )


def _is_its_own(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells what the subject of the verb over it does: it has none of its own, or a pronoun."""
    dep, subject = index.tokens[verb].dep, index.tree.child(verb, *NOMINAL_SUBJECTS)
    if dep == "conj":
        return index.tokens[verb].tag == "VB" and subject is None
    return dep in COMPLEMENTS and (subject is None or index.tokens[subject].pos == "PRON")


def _is_hoped_of(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells only what is hoped of its subject, by nobody who is named: "it is hoped that Peru will back it"."""
    over = index.tokens[verb].head
    is_wished = index.tokens[verb].dep == "ccomp" and index.tree.lemma(over) in _WISHING
    return is_wished and index.tree.is_passive(over)


def _holders(index: TextIndex, holders: Holders, stand: Stand) -> tuple[str, ...]:
    """Whose it is: of a judgement in what is said or thought, whoever the verb over its clause names, else whoever speaks there."""
    if not stand.is_spoken:
        return holders.named(stand.holders)
    if (felt := holders.named(_felt_by(index, stand))) != ():
        return felt
    offset = index.tokens[stand.anchor].start
    if (quoted := holders.quoted(offset)) is not None:
        return holders.named(quoted)
    thinking = _over(index, stand.verb, _THINKING)
    if thinking is not None and (thinkers := holders.named(_thinkers(index, thinking))):
        return thinkers
    if holders.is_spoken(offset) and (speakers := holders.speaking(offset)):
        return speakers
    saying = _over(index, stand.verb, _SAYING)
    if saying is None or (index.tree.is_passive(saying) and index.tree.agent(saying) is None):
        return ()  # who "was told that" says nothing
    return holders.named(tuple(doers(index, saying)))


def _thinkers(index: TextIndex, over: int) -> tuple[int, ...]:
    """Who does what a verb of thinking tells, or whose an opinion is ("Norway's position is that …")."""
    return tuple(index.tree.deps(over, "poss") if index.tokens[over].pos == "NOUN" else doers(index, over))


def _over(index: TextIndex, verb: int, leading: frozenset[str]) -> int | None:
    """The verb out of `leading` whose clause `verb` heads ("agreed that the attack was a crime"), or that tells of an opinion with that clause
    ("shared her view that the attack was a crime")."""
    verb = _first_of_row(index, verb)
    over, dep = index.tokens[verb].head, index.tokens[verb].dep
    if dep in SAID_OR_TOLD and index.tokens[over].pos == "NOUN" and index.tree.lemma(over) in _OPINIONS:
        return _sharing(index, over)
    if dep != "ccomp":
        return None
    if (sure := _sure_of_it(index, over)) is not None:
        return sure
    is_led = index.tree.lemma(over) in leading and (over < verb or leading is _SAYING)
    told = over if is_led and not is_negated(index, over) else None
    return told if (opinion := _opinion(index, over)) is None else opinion


def _sure_of_it(index: TextIndex, over: int) -> int | None:
    """The verb of whoever is sure of a clause ("[is] adamant that the attack was a crime") or makes it clear ("[made] clear that …")."""
    tree, above = index.tree, index.tokens[over].head
    if index.tokens[over].pos in VERBAL and tree.has_word(over, _SURE, "acomp"):
        return None if is_negated(index, over) else over
    is_sure = index.tokens[over].dep == "acomp" and tree.lower(over) in _SURE and index.tokens[above].pos in VERBAL
    if is_sure:
        return None if is_negated(index, above) else above
    if tree.lower(over) in _CLEAR and tree.lemma(above) == "make":
        return above
    is_made = tree.lemma(over) == "make" and any(tree.lower(c) in _CLEAR for c in tree.children[over])
    return over if is_made else None


def _felt_by(index: TextIndex, stand: Stand) -> tuple[int, ...]:
    """For whom a judgement is so: "[for Norway], the plan is a red line", "is unacceptable [to Norway]"."""
    tree = index.tree
    to = tree.prepositions(stand.anchor, {"to"}) if tree.lower(stand.anchor) in _HARD_TO_BEAR else []
    if tree.lemma(stand.anchor) in _FELT_BY_SOMEBODY:
        to = [*to, *tree.prepositions(stand.anchor, {"for", "to"}), *tree.prepositions(stand.verb, {"for", "to"})]
    subject = tree.child(stand.verb, "nsubj", "csubj", "expl")
    fronted = (p for p in tree.prepositions(stand.verb, {"for"}) if subject is not None and p < subject)
    return tuple(o for p in (*to, *fronted) for o in tree.deps(p, "pobj") if index.is_somebody(o))


def _first_of_row(index: TextIndex, verb: int) -> int:
    """The first of the verbs that stand in a row with `verb`."""
    while index.tokens[verb].dep == "conj" and index.tokens[index.tokens[verb].head].pos in VERBAL:
        verb = index.tokens[verb].head
    return verb


def _sharing(index: TextIndex, opinion: int) -> int | None:
    """The verb over a noun of opinion: "[shared] her view that the attack was a crime"."""
    above = index.tokens[opinion].head
    return above if index.tokens[above].pos == "VERB" and not is_negated(index, above) else None


def _opinion(index: TextIndex, over: int) -> int | None:
    """The opinion that a clause is said to be: "Norway's [position] is that the attack was a crime"."""
    subject = index.tree.child(over, "nsubj") if index.tree.lemma(over) == "be" else None
    return subject if subject is not None and index.tree.lemma(subject) in _OPINIONS else None


def _outermost(index: TextIndex, found: list[Candidate]) -> list[Candidate]:
    """Without the stands inside the target of another of the same holders that has their stance or is undecided ("is considering urging"); a name that
    judges what somebody is worried about, or thanks others for opposing, is no stand beside it ("concern over the brutal raid")."""
    kept: list[Candidate] = []
    for c in found:
        inside = any(
            k.stand.first <= c.stand.anchor <= end_of_asides(index, k.stand.last)
            and k.holders == c.holders
            and (k.stand.stance == c.stand.stance or k.stand.stance == "undecided" or c.rule == by_an_epithet.name)
            for k in kept[-4:]
        )
        if not inside:
            kept.append(c)
    return kept


def _positions(index: TextIndex, attributions: Attributions, c: Candidate) -> Iterator[Position]:
    span, document = index.span(*c.stand.matter), index.annotation.document
    for actor in c.holders:
        yield Position(
            id=content_id("position", document.id, actor, document.offset(index.tokens[c.stand.anchor].start)),
            actor=actor,
            stance=c.stand.stance,
            target_text=span.of(index.text),
            target=c.target,
            grounds=grounds_of(index, c.stand),
            attribution=attributions.of_token(c.stand.verb),
            evidence=(index.cite_sentence(c.stand.anchor),),
        )
