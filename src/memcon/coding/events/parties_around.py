"""Parties that are told by where they are or what they do around the event: "A, in P for talks with B, said", "A flew home after talks in P"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doing
from memcon.coding.events.roles import Found, each, is_person, own_role
from memcon.coding.events.scene import Scene
from memcon.domain.actors import Mention
from memcon.domain.labels import PLACES
from memcon.domain.rules import rule
from memcon.lexicon import words

_HERE = words("being_where_it_is")
_FOR_IT = words("leading_from_somebody_to_an_event")
_BETWEEN = frozenset({"ADP", "ADJ", "ADV", "NOUN", "PROPN", "NUM", "DET", "PUNCT"})
_FARTHEST = 14
"""How many words may stand between a name and the event for which its bearer is somewhere."""
_LEAVING, _AFTER = words("leaving_a_scene"), words("leading_past_an_event") | {"during"}
_ARRIVING = words("coming_back") - {"be"}
_WAYS, _ON_A_WAY = words("way_to_or_from_an_event"), words("leading_along_a_way")
_SPEECHES, _MAKING = words("speech_to_an_audience") | words("words_of_somebody"), words("giving_a_speech")
_CHAIRS = words("chair_of_a_meeting")
_TO_AN_AUDIENCE = words("leading_to_an_audience")
_PARTIES = words("leading_parties") | {"of"}
_IN_OFFICE = frozenset({"GOV", "IGO"})


@rule(
    yes=[
        "President Maria Soto, in Lima for talks with Chancellor Uwe Brandt, said on Monday that herring mattered. → participant",
        "President Maria Soto, currently in Lima for a meeting of Andean ministers, has said nothing. → participant",
        "President Maria Soto, here on a two-day visit to Peru, said on Monday that herring mattered. → visitor",
    ],
    no=[
        "President Maria Soto, in Lima before talks between Norway and Chad, said on Monday that herring mattered.",
        "President Maria Soto, in a letter about talks with Norway, said on Monday that herring mattered.",
    ],
)
def there_for_it(scene: Scene) -> Iterator[Found]:
    """Who is told behind his name to be somewhere for it: "A, in Lima for talks with B, said", "A, here on a visit, said"."""
    tree, index = scene.tree, scene.index
    if scene.trigger.is_verb or not scene.trigger.has("topics") or _has_own_parties(scene):
        return
    floor = max(index.sentence(scene.anchor).first, scene.trigger.first - _FARTHEST)
    comma = next((i for i in range(scene.trigger.first - 1, floor, -1) if not _is_on_the_way(scene, i)), floor)
    named = index.mention_at.get(comma - 1)
    if tree.lower(comma) != "," or named is None or named.is_possessive:
        return
    leading = (i for i in range(scene.trigger.first - 1, comma, -1) if tree.tokens[i].pos == "ADP")
    last = next((tree.lower(i) for i in leading if tree.lower(i) != "of"), "")
    opening = comma + 1 + (tree.tokens[comma + 1].pos == "ADV" and tree.lower(comma + 1) not in _HERE)
    is_there = tree.lower(opening) in _HERE or (
        tree.lower(opening) == "in" and tree.tokens[opening + 1].entity[2:] in PLACES
    )
    if is_there and last in _FOR_IT and any(a.kind in {"person", "group"} for a in index.actors_of(named)):
        yield own_role(scene), named


def _is_on_the_way(scene: Scene, i: int) -> bool:
    """Whether a word may stand between "here" or "in Lima" and the event."""
    token = scene.tree.tokens[i]
    return token.text != "," and (token.pos in _BETWEEN or i in scene.index.timex_at)


def _has_own_parties(scene: Scene) -> bool:
    """Whether the noun's own words tell all who take part: "between A and B", "A's talks with B", "talks by A"."""
    tree, index = scene.tree, scene.index
    owners = [c for c in tree.deps(scene.anchor, "poss") if c not in index.timex_at]
    led = [(tree.lower(p), mentions_from(index, p + 1)) for p in tree.deps(scene.anchor, "prep", "agent")]
    return bool(owners) or any(named and word in {"between", "by", "among"} for word, named in led)


@rule(
    yes=[
        "President Maria Soto returned to Oslo on Monday after three days of talks in Lima. → participant",
        "President Maria Soto left Lima on Monday at the end of a four-day visit. → visitor",
        "President Maria Soto, before her departure for the summit in Lima, praised herring. → participant",
        "President Maria Soto said on her return from a visit to Peru that herring mattered. → visitor",
        "Norway praised President Maria Soto, who arrived on Monday from a meeting with Chancellor Uwe Brandt. → participant",
    ],
    no=[
        "President Maria Soto returned to Oslo on Monday after talks between Norway and Chad.",
        "Norway left the pact after talks in Lima.",
        "President Maria Soto praised the return from a visit to Peru.",
    ],
)
def coming_and_going(scene: Scene) -> Iterator[Found]:
    """Who goes away after it, comes back from it or sets out for it: "A flew home after talks in P", "on her return from a visit"."""
    tree, index, clause = scene.tree, scene.index, scene.clause
    if scene.trigger.is_verb or not scene.trigger.has("topics") or _has_own_parties(scene):
        return
    above = tree.tokens[scene.anchor].head
    noun = tree.tokens[above].head
    if tree.lower(above) in _ON_A_WAY and tree.lemma(noun) in _WAYS:
        owners = (m for c in tree.deps(noun, "poss") for m in mentions_around(index, c))
        yield from each(own_role(scene), (m for m in owners if is_person(index, m)))
    verb = clause.verb
    if verb is None or clause.relation != "preposition" or clause.governor is not None:
        return
    is_away = tree.lemma(verb) in _LEAVING and clause.preposition in _AFTER
    is_back = tree.lemma(verb) in _ARRIVING and clause.preposition == "from"
    if (is_away or is_back) and not tree.is_passive(verb):
        is_of_a_place = all(tree.tokens[o].entity[2:] in PLACES for o in tree.deps(verb, "dobj"))
        yield from each(own_role(scene), (m for m in doing(index, verb) if is_of_a_place and is_person(index, m)))


@rule(
    yes=[
        "President Maria Soto said in an opening speech to a meeting of Andean ministers in Lima that herring mattered. → participant",
        "President Maria Soto made her remarks at a meeting of Andean ministers in Lima on Monday. → participant",
        "President Maria Soto made her remarks at a news conference in Lima on Monday. → participant",
    ],
    no=[
        "President Maria Soto said in a letter to a meeting of Andean ministers in Lima that herring mattered.",
        "President Maria Soto made her home at a meeting of Andean ministers in Lima on Monday.",
    ],
)
def speaking_there(scene: Scene) -> Iterator[Found]:
    """Who gives a speech to it or says his words there: "said in a speech to a meeting", "made her remarks at a meeting"."""
    tree, verb = scene.tree, scene.clause.verb
    leading = tree.tokens[scene.anchor].head
    if scene.trigger.is_verb or not scene.trigger.has("together") or tree.lower(leading) not in _TO_AN_AUDIENCE:
        return
    verb = verb if verb is not None else next((v for v in tree.above(leading) if tree.tokens[v].pos == "VERB"), None)
    if verb is None or tree.is_passive(verb):
        return
    said_in = [o for o in tree.led_by(verb, "in") if tree.lemma(o) in _SPEECHES]
    made = tree.deps(verb, "dobj") if tree.lemma(verb) in _MAKING else []
    if said_in or any(tree.lemma(o) in _SPEECHES for o in made):
        yield from each(own_role(scene), (m for m in doing(scene.index, verb) if is_person(scene.index, m)))


@rule(
    yes=[
        "The council met in Oslo on Monday under the chairmanship of Minister Jens Holm. → lead",
        "Talks in Lima under the leadership of Minister Jens Holm ended on Monday. → lead",
    ],
    no=["The council met in Oslo on Monday under the roof of Minister Jens Holm."],
)
def under_somebody(scene: Scene) -> Iterator[Found]:
    """Under whose chairmanship it is held."""
    tree, index = scene.tree, scene.index
    for above in (scene.anchor, *scene.verbs[:1]):
        for chair in (o for o in tree.led_by(above, "under") if tree.lemma(o) in _CHAIRS):
            led = (m for p in tree.deps(chair, "prep") if tree.lower(p) == "of" for m in mentions_from(index, p + 1))
            yield from each("lead", (m for m in (*index.owners(chair), *led) if is_person(index, m)))


@rule(
    yes=[
        "Andean trade ministers gave their support for a plan at a meeting in Lima on Monday. → participant",
        "Norwegian officials gave the message to the Peruvian envoy at a meeting in Lima on Monday. → participant",
    ],
    no=[
        "Andean trade ministers gave their support for a plan at a meeting between Norway and Chad on Monday.",
        "Demonstrators gave out flowers at a meeting in Lima on Monday.",
        "Andean trade ministers gave their support for a plan before a meeting in Lima on Monday.",
    ],
)
def in_office_at_it(scene: Scene) -> Iterator[Found]:
    """Those in office who did something "at a meeting" that nobody else is told to be of."""
    tree, index = scene.tree, scene.index
    first = tree.first(scene.anchor)
    leading = tree.tokens[scene.anchor].head
    if not scene.trigger.is_noun or not scene.trigger.has("session") or tree.lower(leading) != "at":
        return
    is_any = tree.lower(first) in {"a", "an"} and not tree.deps(scene.anchor, "poss")
    verb = next((v for v in tree.above(leading) if tree.tokens[v].pos == "VERB"), None)
    if not is_any or verb is None or verb > scene.anchor or tree.is_passive(verb) or _has_named_parties(scene):
        return
    if tree.tense(verb) == "past" and not index.is_denied(verb):
        yield from each(own_role(scene), (m for m in doing(index, verb) if _is_in_office(scene, m)))


def _has_named_parties(scene: Scene) -> bool:
    """Whether "of", "between", "by" or "with" at the noun leads to somebody."""
    return any(
        scene.tree.lower(p) in _PARTIES and mentions_from(scene.index, p + 1)
        for p in scene.tree.deps(scene.anchor, "prep", "agent")
    )


def _is_in_office(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is of a group in office that is told to be of a state, a region or a body ("Andean ministers")."""
    actors, inside = scene.index.actors_of(mention), scene.index.inside(mention.span)
    is_told_of = any(scene.tree.tokens[i].entity or scene.tree.tokens[i].pos == "PROPN" for i in inside[:-1])
    return is_told_of and bool(actors) and all(a.kind == "group" and a.sector in _IN_OFFICE for a in actors)


AROUND = (there_for_it, coming_and_going, speaking_there, under_somebody, in_office_at_it)
"""Each for one construction; all are asked."""
