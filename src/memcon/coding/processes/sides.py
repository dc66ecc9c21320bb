"""Whose a long-running issue is, or whom it is between, and the words that tell it from others of its sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.coding.coordination import tokens_around
from memcon.coding.doers import doers
from memcon.coding.places import Places
from memcon.coding.processes.mention import MOVED, ProcessMention, issue_at
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Actor
from memcon.domain.labels import BEFORE_NOUNS, DESCRIBING
from memcon.domain.rules import Rule, rule
from memcon.knowledge.entries import State
from memcon.lexicon import words

OWNED = words("issue_of_one_country")
_DEFINITES = words("definites")
_WITH_BODIES = OWNED | words("issue_of_a_body")
_BETWEEN = words("issue_between_parties")
_LEADING_TO_SIDES = words("leading_to_sides")
_MAKING = words("bringing_about_a_result")
_HANDING_IN = words("handing_in_a_ratification")
_IN_ANY_NAME = (
    words("said_of_any_process") | words("process_word") | words("manner_of_a_process") | words("demand_on_a_process") | words("manner_in_a_compound") | words("condition") | words("paper_of_a_process") | words("negotiation_as_a_process") | words("truce_noun") | words("part_of_a_process") | words("programme_noun") | words("keeping_to_a_paper") | words("deadline_noun") | words("done_for_a_process") | words("state_of_a_process")
)  # fmt: skip
_MOST_MARKS = 8
"""Words of a name that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The actors (ids) and the countries (alpha-3) that an issue is of or between, in the order in which the text names them."""

    parties: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def sides_of(index: TextIndex, places: Places, mentions: Sequence[ProcessMention]) -> Sides:
    """The sides of all mentions of one issue. A body of many states is one only where the issue is of that kind: elsewhere it mediates."""
    parties: dict[str, None] = {}
    countries: dict[str, None] = {}
    for mention in mentions:
        is_owned = mention.issue in OWNED and bool(dict.fromkeys(_lands_in(places, mention)))  # "opposes Soviet entry"
        ways = (
            way
            for way in WAYS_OF_TELLING
            if not (is_owned and way is doer and mention.head != _verb_over(index, mention))
        )
        actors = [a for way in ways for a in way(index, mention)]
        parties |= dict.fromkeys(a.id for a in actors if _is_a_side(a, mention))
        lands = (a.country for a in actors if a.kind == "person" or (_is_a_side(a, mention) and a.kind == "state"))
        countries |= dict.fromkeys(land for land in (*lands, *_lands_in(places, mention)) if land)
        countries |= dict.fromkeys(mention.parties)
    if not parties and not countries:
        countries |= dict.fromkeys(land for m in mentions for land in _lands_dealing_with(index, places, m))
    states = {a.country: a.id for a in reversed(index.annotation.actors) if a.kind == "state"}
    parties |= dict.fromkeys(states[land] for land in countries if land in states)
    return Sides(parties=tuple(parties), countries=tuple(countries))


def states_of(index: TextIndex, mention: ProcessMention) -> frozenset[str]:
    """The states that a name names; of an issue of one country whose it is, by what it does in the clause."""
    told = (*named(index, mention), *doer(index, mention))
    return frozenset(a.country or a.id for a in told if a.kind == "state")


def bodies_of(index: TextIndex, mention: ProcessMention) -> frozenset[str]:
    """The organizations (ids) that a name names."""
    return frozenset(a.id for a in named(index, mention) if a.kind == "organization")


def marks_of(index: TextIndex, places: Places, mentions: Sequence[ProcessMention]) -> tuple[str, ...]:
    """What tells an issue from others of its sort: a pack's id, and the words of its names that name neither sort, side nor manner, names as they
    stand and other words as in a dictionary."""
    found: dict[str, None] = dict.fromkeys(m.key for m in mentions if m.key)
    for mention in (m for m in mentions if m.is_full):
        found |= dict.fromkeys(
            index.tokens[i].text if index.tokens[i].pos == "PROPN" else index.tree.lemma(i)
            for i in range(mention.first, mention.last + 1)
            if _tells(index, places, mention, i)
        )
    return tuple(found)[:_MOST_MARKS]


def _tells(index: TextIndex, places: Places, mention: ProcessMention, i: int) -> bool:
    """Whether a word of a mention tells which one it is: no time, no word for its sort, nobody and no land."""
    token = index.tokens[i]
    is_word = token.pos in DESCRIBING and i not in index.timex_at and token.text[0].isalpha()
    if i == mention.head or not is_word or _is_of_the_sort(index, i):
        return False
    return i not in index.mention_at and not _is_land(index, places, i)


def _is_of_the_sort(index: TextIndex, i: int) -> bool:
    """Whether a word names a sort of issue, or stands in the name of any; an acronym doesn't."""
    told = {index.tree.lemma(i), index.tree.lower(i)}
    is_of_any = issue_at(index, i) is not None or not told.isdisjoint(_IN_ANY_NAME | MOVED.keys())
    word = index.tokens[i].text
    return is_of_any and not (word.isupper() and len(word) > 1)


def _is_land(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a word names a state, or a capital for one where it doesn't only stand before a noun ("the Paris Agreement", "command from Washington")."""
    is_beside = index.tokens[i].dep in BEFORE_NOUNS and i not in index.mention_at
    entries = (e for e in places.readings(i) if not (is_beside and e.form == "metonym"))
    return any(isinstance(e.record, State) for e in entries)


def _lands_in(places: Places, mention: ProcessMention) -> Iterator[str]:
    """The countries whose names, or the names of whose people, stand in the name of an issue."""
    for i in range(mention.first, mention.last + 1):
        entries = [e for e in places.readings(i) if e.form != "metonym"]
        codes = {e.record.code for e in entries if isinstance(e.record, State)}
        if len(codes) == 1 and all(isinstance(e.record, State) for e in entries):
            yield next(iter(codes))


def _lands_dealing_with(index: TextIndex, places: Places, mention: ProcessMention) -> list[str]:
    """The two or more countries of the bodies or papers that are on it ("the Peruvian and Chilean commissions on border delimitation"), of an issue whose sides
    no name tells."""
    over = index.tokens[mention.head].head
    body = index.tokens[over].head
    if mention.issue in OWNED or index.tokens[mention.head].dep != "pobj" or index.tree.lower(over) != "on":
        return []
    before = replace(mention, first=index.tree.first(body), last=body)
    found = dict.fromkeys(_lands_in(places, before))
    found |= dict.fromkeys(
        a.country
        for o in index.tree.led_by(body, *_LEADING_TO_SIDES)
        for a in _meant(index, tokens_around(index, o))
        if a.country
    )
    return list(found) if len(found) > 1 else []


def _is_a_side(actor: Actor, mention: ProcessMention) -> bool:
    if actor.kind == "state":
        return True
    return actor.kind == "organization" and (actor.sector != "IGO" or mention.issue in _WITH_BODIES)


# --- ways of telling the sides -------------------------------------------------------------------------------------------


@rule(
    yes=["The troop withdrawal of Norway from Chad depends on peace."],
    no=["The peace process in the valley has stalled, Norway said."],
)
def named(index: TextIndex, mention: ProcessMention) -> Iterator[Actor]:
    """ "the withdrawal of Norway", "the truce between Chad and Peru": who is named in the name."""
    return _meant(index, range(mention.first, mention.last + 1))


@rule(
    yes=[
        "Norway's accession to the European Union depends on reforms.",
        "Chad insists that its withdrawal from the Paris Agreement depends on a vote.",
    ],
    no=["The withdrawal of troops depends on peace."],
)
def owner(index: TextIndex, mention: ProcessMention) -> Iterator[Actor]:
    """ "Norway's accession", "its withdrawal": whose it is."""
    return _meant(index, index.tree.deps(mention.head, "poss"))


@rule(
    yes=[
        "Norway is leaving the European Union. The process of leaving the European Union is on track.",
        "The Norwegian president promised to withdraw all troops from Chad by July.",
    ],
    no=["Peru welcomed the accession of all."],
)
def doer(index: TextIndex, mention: ProcessMention) -> Iterator[Actor]:
    """ "Norway is leaving the union": who does what the clause tells, of an issue of one country whose owner no name tells; of a deed told by its verb
    also the country of whoever is in office there ("the president will withdraw his troops from Chad")."""
    is_known = mention.first > 0 and index.tree.lower(mention.first - 1) in _DEFINITES
    inside = _meant(index, _but_what_is_left(index, mention))
    if mention.issue not in OWNED or is_known or any(a.kind == "state" for a in inside):
        return
    if (verb := _verb_over(index, mention)) is not None:
        yield from (a for a in _meant(index, _all_doers(index, verb)) if a.kind == "state")
    if verb is not None and verb == mention.head:
        yield from _in_office(index, doers(index, verb))


def _but_what_is_left(index: TextIndex, mention: ProcessMention) -> list[int]:
    """The tokens of a name but those that "from" leads to: where troops leave is not whose they are."""
    tree, name = index.tree, range(mention.first, mention.last + 1)
    left = {
        j for i in name if tree.lower(i) == "from" for o in tree.deps(i, "pobj") for j in range(i, tree.last(o) + 1)
    }
    return [i for i in name if i not in left]


def _in_office(index: TextIndex, tokens: Iterable[int]) -> Iterator[Actor]:
    """The persons at the tokens who hold an office of a country."""
    yield from (a for i in tokens for a in index.actors_at(i) if a.kind == "person" and a.offices and a.country)


@rule(
    yes=[
        "Chad and Peru agreed to a ceasefire. The ceasefire is fragile.",
        "Chad signed a fragile truce with Peru.",
        "Chad and Peru are negotiating a peace treaty.",
    ],
    no=["Chad hopes for a ceasefire.", "Chad and Peru watched the truce of others."],
)
def agreeing(index: TextIndex, mention: ProcessMention) -> Iterator[Actor]:
    """ "Chad and Peru agreed to a truce", "Chad signed a truce with Peru": the two or more who make it."""
    verb = _verb_over(index, mention)
    if mention.issue not in _BETWEEN or verb is None or not _makes(index, verb, mention):
        return
    beside = (o for i in (verb, mention.head) for o in index.tree.led_by(i, *_LEADING_TO_SIDES))
    tokens = (*_all_doers(index, verb), *(j for i in beside for j in tokens_around(index, i)))
    found = {a.id: a for a in _meant(index, tokens)}
    if len(found) > 1:
        yield from found.values()


def _makes(index: TextIndex, verb: int, mention: ProcessMention) -> bool:
    """Whether those who do what a verb tells make the issue: they agree to it, or negotiate it."""
    is_negotiated = verb == mention.head and index.tree.lemma(verb) == "negotiate"
    return is_negotiated or index.tree.lemma(verb) in _MAKING


@rule(
    yes=["Norway and Peru exchanged the instruments of ratification of the Lima Treaty."],
    no=["Norway and Peru discussed the ratification of the Lima Treaty."],
)
def exchanging(index: TextIndex, mention: ProcessMention) -> Iterator[Actor]:
    """ "exchanged the instruments of ratification": the states that hand over the papers by which they are bound."""
    verb = _verb_over(index, mention)
    if mention.issue == "ratification" and verb is not None and index.tree.lemma(verb) in _HANDING_IN:
        yield from (a for a in _meant(index, _all_doers(index, verb)) if a.kind == "state")


WAYS_OF_TELLING: tuple[Rule[[TextIndex, ProcessMention], Iterator[Actor]], ...] = (
    named, owner, doer, agreeing, exchanging,
)  # fmt: skip
"""All are asked: who is a side of an issue."""


def _all_doers(index: TextIndex, verb: int) -> tuple[int, ...]:
    """Whoever does what a verb tells, with those in a row with them."""
    return tuple(j for i in doers(index, verb) for j in tokens_around(index, i))


def _verb_over(index: TextIndex, mention: ProcessMention) -> int | None:
    return next((a for a in (mention.head, *index.tree.above(mention.head)) if index.tokens[a].pos == "VERB"), None)


def _meant(index: TextIndex, tokens: Iterable[int]) -> Iterator[Actor]:
    """The states and bodies that mentions at the tokens mean, of a group its members."""
    known = index.annotation.actor_by_id
    mentions = dict.fromkeys(index.mention_at[i] for i in tokens if i in index.mention_at)
    for actor in (a for m in mentions for a in index.actors_of(m)):
        for id in actor.members or (actor.id,):
            if id in known and known[id].kind in BODIES:
                yield known[id]
