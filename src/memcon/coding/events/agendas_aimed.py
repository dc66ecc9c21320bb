"""What an event is about, told as what its parties are after: "met to settle the dispute", "talks aimed at a truce", "met in a bid to save the pact"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import clause_items, items, phrase
from memcon.coding.events.scene import Scene
from memcon.coding.events.telling import in_a_row, led_to
from memcon.coding.events.topics import pursued, topics_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ON_NOUNS, TENSED
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

_TRYING = words("leading_to_an_aim")
_AIMING = words("aimed_at_a_topic")
_MEANT = words("meant_to_do")
_AIMS = words("aim_of_an_event")
_BEFORE_AIMS = frozenset({"in", "with"})
_BEFORE_WHAT_IS_AIMED_AT = frozenset({"of", "for", "to", "at"})
_THERE = words("telling_the_scene") | {"for", "to"}
_DEEPEST = 3
"""How many verbs of trying may lead to one another ("to try to help to settle")."""


@rule(
    yes=[
        "The ministers of Norway and Chad met in Oslo to settle the border dispute. → border dispute",
        "The Norwegian minister will travel to Chad to strengthen trade. → trade",
        "The visit of the Norwegian minister to Chad provides an opportunity to strengthen trade. → trade",
        "The ministers of Norway and Chad met in Oslo to try to settle the border dispute. → border dispute",
        "The ministers of Norway and Chad will meet on Friday to try and agree a set of reforms. → set of reforms",
        "Norwegian negotiators will meet Chadian officials next week to resolve their row over chips. → row over chips",
        "The ministers of Norway and Chad met on Monday to plan a new fishing initiative. → new fishing initiative",
        "Minister Jens Holm of Norway last week visited Lima to explain the fishing ban. → fishing ban",
        "The ministers of Norway and Chad met on Monday to break a deadlock over fishing quotas. → deadlock over fishing quotas",
    ],
    no=[
        "The ministers of Norway and Chad met in Oslo to choose a team.",
        "The ministers of Norway and Chad met to watch a match.",
        "The ministers of Norway and Chad met in Oslo to break bread.",
        "The ministers of Norway and Chad met in Oslo to try local food.",
    ],
)
def aimed_at(scene: Scene) -> Iterator[Phrase]:
    """What the parties met, spoke or travelled to bring forward, or to try to."""
    for verb in _aims(scene):
        yield from (item for item in pursued(scene.index, verb) if not is_itself(scene, item))


@rule(
    yes=[
        "Norway and Chad held talks aimed at ending the border dispute. → ending the border dispute",
        "Norway and Chad will hold talks in Lima on Friday aimed at a fishing accord. → fishing accord",
        "Norway and Chad held talks intended to revive a fishing accord. → fishing accord",
        "Norway and Chad held a meeting which was designed to break a deadlock over fishing quotas. → deadlock over fishing quotas",
        "Norway and Chad held talks designed to smooth the way for a truce. → smooth the way for a truce",
    ],
    no=[
        "Norway and Chad held talks on missiles aimed at Togo.",
        "Norway and Chad met in a hall designed to seat hundreds.",
    ],
)
def meant_for(scene: Scene) -> Iterator[Phrase]:
    """What a participle on the event's noun tells that it is for: "aimed at …", "designed to …"."""
    tree, index = scene.tree, scene.index
    if scene.trigger.is_verb or not scene.trigger.has("topics"):
        return
    for v in _participles_on_it(scene):
        if tree.lemma(v) in _AIMING:
            for p in (p for p in tree.deps(v, "prep") if tree.lower(p) == "at"):
                yield from (i for o in tree.deps(p, "pobj") if _is_a_matter(index, o) for i in items(index, o))
                yield from (i for c in tree.deps(p, "pcomp") for i in clause_items(index, c))
        if tree.lemma(v) in _MEANT:
            yield from (i for c in tree.deps(v, "xcomp", "advcl") if c > v for i in _to_be_done(index, c))


def _participles_on_it(scene: Scene) -> Iterator[int]:
    """The participles and passives that describe the event's noun, on itself or on a party or place behind it, but for those on what it is about."""
    tree, anchor = scene.tree, scene.anchor
    verb = scene.clause.verb if scene.clause.governor is None else None
    last = max(tree.last(i) for i in (anchor, verb) if i is not None)
    for v in range(anchor + 1, last + 1):
        if v in scene.others:
            return
        token = tree.tokens[v]
        is_on_noun = token.dep in ON_NOUNS and (token.head == anchor or _is_beside(scene, token.head))
        is_on_verb = token.dep == "advcl" and token.head == verb and scene.clause.relation == "object"
        if token.tag == "VBN" and (is_on_noun or is_on_verb):
            yield v


def _is_beside(scene: Scene, i: int) -> bool:
    """Whether a word behind the event is a name or time that "with", "between" or "in" leads to there."""
    return i > scene.anchor and (
        i in scene.index.mention_at or i in scene.index.timex_at or scene.tree.tokens[i].pos == "PROPN"
    )


@rule(
    yes=[
        "The ministers of Norway and Chad met on Monday in an attempt to settle their border dispute. → border dispute",
        "The ministers of Norway and Chad met on Monday in a bid to keep the fishing pact alive. → keep the fishing pact alive",
        "The ministers of Norway and Chad met on Monday in the hope of resolving the border dispute. → resolving the border dispute",
        "The ministers of Norway and Chad met on Monday in pursuit of a fishing accord. → fishing accord",
        "Norway and Chad resumed talks in Oslo on Monday with the aim of ending the border dispute. → ending the border dispute",
    ],
    no=[
        "The ministers of Norway and Chad met on Monday in an old inn.",
        "The ministers of Norway and Chad met on Monday with hopes.",
        "Norway spoke in a bid to calm investors before its talks with Chad.",
    ],
)
def in_pursuit_of(scene: Scene) -> Iterator[Phrase]:
    """What a phrase behind the event or its verb tells the parties to be after: "in an attempt to …", "in the hope of …", "in pursuit of …"."""
    tree, index = scene.tree, scene.index
    starts = [*carriers(scene), *((scene.anchor,) if not scene.trigger.is_verb else ())]
    behind = (p for s in starts for p in tree.deps(s, "prep") if p > scene.anchor and tree.lower(p) in _BEFORE_AIMS)
    for p in (p for p in behind if not any(tree.tokens[i].tag in TENSED for i in range(scene.anchor + 1, p))):
        for o in (o for o in tree.deps(p, "pobj") if tree.lemma(o) in _AIMS):
            yield from (i for c in tree.deps(o, "acl") if tree.is_infinitive(c) for i in _to_be_done(index, c))
            for q in (q for q in tree.deps(o, "prep") if tree.lower(q) in _BEFORE_WHAT_IS_AIMED_AT):
                yield from (i for m in tree.deps(q, "pobj") if _is_a_matter(index, m) for i in items(index, m))
                yield from (i for c in tree.deps(q, "pcomp") for i in clause_items(index, c))


@rule(
    yes=["Norway and Chad are in talks to free the hostages. → free the hostages"],
    no=["Norway and Chad held talks to begin with."],
)
def negotiated(scene: Scene) -> Iterator[Phrase]:
    """What talks are to bring about, by an infinitive behind their noun."""
    tree = scene.tree
    if not scene.trigger.is_noun or scene.trigger.kind != "talks":
        return
    for verb in tree.deps(scene.anchor, "acl"):
        is_end = verb > scene.anchor and tree.is_infinitive(verb) and bool(tree.deps(verb, "dobj"))
        if is_end and not tree.deps(verb, "auxpass") and not any(True for _ in topics_of(scene.index, verb)):
            found = phrase(scene.index, verb, tree.last(verb))
            if found is not None and not any(True for _ in pursued(scene.index, verb)):
                yield found


AIMED = (negotiated, aimed_at, meant_for, in_pursuit_of)
"""How an event's sentence tells what its parties are after; all are asked."""


def carriers(scene: Scene) -> tuple[int, ...]:
    """The verbs that tell of the event itself; none where its noun only tells before what else something was done ("held talks ahead of the summit
    to settle the dispute")."""
    clause = scene.clause
    is_beside = clause.relation == "preposition" and _THERE.isdisjoint((clause.preposition or "").split()[-1:])
    return () if is_beside else scene.verbs


def is_itself(scene: Scene, item: Phrase) -> bool:
    """Whether a phrase is no more than the word for the event ("took part to hold talks")."""
    return scene.anchor in scene.index.inside(item.span)


def sought(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What a verb that tells what parties will do there says they will try to bring about ("will try to settle the dispute", "will seek help")."""
    if index.tree.lemma(verb) in _TRYING:
        yield from (item for v in _tried(index, verb) for item in pursued(index, v))


def _aims(scene: Scene) -> Iterator[int]:
    """The verbs that tell what the event is for: infinitives behind it or its carrying verb, and what it gives an opportunity to do."""
    index, tree = scene.index, scene.tree
    for start in (scene.anchor, *scene.clause.own, *carriers(scene)):
        for c in tree.deps(start, "advcl", "xcomp", "acl"):
            if tree.is_infinitive(c) and c > start:
                yield from (v for row in in_a_row(index, c) for v in _tried(index, row))
    if scene.clause.verb is not None and scene.clause.relation == "subject":
        yield from (v for row in in_a_row(index, scene.clause.verb) for v in led_to(index, row))


def _tried(index: TextIndex, verb: int) -> list[int]:
    """A verb, or what a verb of trying leads to ("to try to help settle")."""
    found = [verb]
    for _ in range(_DEEPEST):
        tree = index.tree
        led = {v: _led_by_trying(index, v) for v in found if tree.lemma(v) in _TRYING}
        found = [c for v in found for c in (led.get(v) or [v])]
    return found


def _led_by_trying(index: TextIndex, verb: int) -> list[int]:
    return [c for x in index.tree.deps(verb, "xcomp", "ccomp", "advcl") if x > verb for c in in_a_row(index, x)]


def _to_be_done(index: TextIndex, verb: int) -> list[Phrase]:
    """What an infinitive says is to be done: what it brings forward, else its own words."""
    told = [v for row in in_a_row(index, verb) for v in _tried(index, row)]
    if found := [item for v in told for item in (*pursued(index, v), *topics_of(index, v))]:
        return found
    own = phrase(index, told[0], index.tree.last(told[0])) if told else None
    return [own] if own is not None and index.tree.deps(told[0], "dobj") else []


def _is_a_matter(index: TextIndex, o: int) -> bool:
    """Whether what is aimed at is a matter: nobody, no place and no time."""
    return o not in index.mention_at and o not in index.timex_at and index.tokens[o].pos == "NOUN"
