"""What an event is about, where the parser hung its preposition on something beside the event: its verb, its parties, its place."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import items, items_behind
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_TOPIC = words("leading_to_a_topic")
_CARRYING = frozenset(values("carrying")) | words("having_the_event_as_subject") | words("equating")
_WHERE = words("place_noun") | words("how_and_where_it_is_held")
_OVER_IT = words("eaten_or_spent_over")
_BODIES = words("body_for_a_subject")
_COMPANY = words("leading_parties") | words("leading_to_a_place") | {"of", "among", "from"}
_GIVEN = words("given_over_to")
_CONVERSING = words("meeting_over_something")
_FARTHEST = 6
"""How many words may lead from a topic's preposition up to the event ("with A and B in Lima on trade")."""


@rule(
    yes=[
        "Norway and Chad held talks in Oslo on Tuesday on fishing quotas. → fishing quotas",
        "Talks between Norway and Chad were held in Oslo on fishing quotas. → fishing quotas",
        "Norway and Chad concluded two days of talks in Oslo on Friday on fishing quotas. → fishing quotas",
    ],
    no=[
        "Norway and Chad held talks in Oslo on Tuesday on the sidelines of a forum.",
        "Norway and Chad held talks in Oslo on short notice.",
        "An aide said the talks between Norway and Chad would not focus on fishing quotas.",
        "Norway and Chad held talks on the island of Oslo over dinner.",
    ],
)
def led_from_the_carrier(scene: Scene) -> Iterator[Phrase]:
    """What "on" leads to behind the verb that carries the event's noun."""
    verb = scene.clause.verb
    if not _is_told_by_noun(scene) or verb is None or scene.clause.governor is not None or scene.index.is_denied(verb):
        return
    if scene.clause.is_in_core and scene.tree.lemma(verb) in _CARRYING:
        for p in scene.tree.deps(verb, "prep"):
            if p > scene.anchor:
                yield from _topics(scene.index, p)


@rule(
    yes=[
        "Minister Jens Holm will fly to Lima on Sunday for talks with Angolan officials on debt relief. → debt relief",
        "Norway held talks in Lima with lawmakers from Chad on fishing quotas. → fishing quotas",
    ],
    no=[
        "Norway held talks with the Committee on Fisheries.",
        "Norway held talks with officials on the island.",
        "Norway held talks with officials in Lima on Monday.",
    ],
)
def led_past_a_party(scene: Scene) -> Iterator[Phrase]:
    """What "on" leads to behind those with whom, or the place where, the event is."""
    tree = scene.tree
    if not scene.trigger.has("topics"):
        return
    verb = scene.clause.verb if scene.clause.governor is None else None
    last = max(tree.extent(i)[1] for i in (scene.anchor, verb) if i is not None)
    for p in range(scene.anchor + 1, last + 1):
        if tree.tokens[p].dep == "prep" and tree.lower(p) in _TOPIC and _is_behind_company(scene, p):
            yield from _topics(scene.index, p)


@rule(
    yes=["The ministers of Norway and Chad met in Oslo over fishing quotas. → fishing quotas"],
    no=[
        "The ministers of Norway and Chad met in Oslo over lunch.",
        "The ministers of Norway and Chad met in Oslo over two days.",
    ],
)
def met_over(scene: Scene) -> Iterator[Phrase]:
    """What those who meet or summon an envoy do so "over": no meal, no length of time."""
    is_summoned = scene.trigger.kind == "message" and scene.tree.lemma(scene.anchor) == "call"
    if scene.trigger.is_verb and (is_summoned or scene.tree.lemma(scene.anchor) in _CONVERSING):
        over = (scene.anchor, *scene.tree.objects(scene.anchor))
        for p in (p for i in over for p in scene.tree.deps(i, "prep")):
            if scene.tree.lower(p) == "over":
                yield from _topics(scene.index, p)


@rule(
    yes=[
        "Norway and Chad held talks dominated by fishing quotas. → fishing quotas",
        "Norway and Chad held talks devoted to fishing quotas. → fishing quotas",
    ],
    no=["The talks between Norway and Chad were dominated by Minister Jens Holm."],
)
def given_over_to(scene: Scene) -> Iterator[Phrase]:
    """What the event is "dominated by" or "devoted to"."""
    tree, clause = scene.tree, scene.clause
    if not _is_told_by_noun(scene):
        return
    verbs = [*tree.deps(scene.anchor, "acl"), *((clause.verb,) if clause.relation == "subject" else ())]
    for verb in (v for v in verbs if v is not None and tree.lemma(v) in _GIVEN and tree.tokens[v].tag == "VBN"):
        for p in tree.deps(verb, "agent", "prep"):
            for o in (
                o for o in tree.deps(p, "pobj") if tree.lower(p) in {"by", "to"} and tree.tokens[o].pos == "NOUN"
            ):
                if o not in scene.index.mention_at and o not in scene.index.timex_at:
                    yield from items(scene.index, o)


APART = (led_from_the_carrier, led_past_a_party, met_over, given_over_to)
"""Where else than on the event's own word its topic may hang; all are asked."""


def _is_told_by_noun(scene: Scene) -> bool:
    """Whether it is a noun that tells of people who talk."""
    return not scene.trigger.is_verb and scene.trigger.has("topics")


def _topics(index: TextIndex, preposition: int) -> list[Phrase]:
    """The items that a preposition leads to, where they tell no place, time, means or meal."""
    tree, tokens = index.tree, index.tokens
    for o in tree.deps(preposition, "pobj"):
        phrase = range(tree.first(o), o + 1)
        if tree.lemma(o) in (_OVER_IT if tree.lower(preposition) == "over" else _WHERE):
            return []
        if any(i in index.timex_at for i in phrase) or o in index.mention_at or tokens[o].pos != "NOUN":
            return []
    return items_behind(index, preposition)


def _is_behind_company(scene: Scene, preposition: int) -> bool:
    """Whether a preposition hangs on a name or noun that the event's own prepositions lead to, and that is no body named by its subject."""
    tree, tokens = scene.tree, scene.tree.tokens
    i = tokens[preposition].head
    if tree.lemma(i) in _BODIES or i <= scene.anchor:
        return False
    verb = scene.clause.verb if scene.clause.relation == "object" else None
    over = {scene.anchor, *((verb,) if verb is not None and tree.lemma(verb) in _CARRYING else ())}
    for _ in range(_FARTHEST):
        head = tokens[i].head
        if i in over:
            return True
        if tokens[i].dep not in {"pobj", "prep", "conj", "appos"}:
            return False
        if tokens[i].dep == "prep" and tree.lower(i) not in _COMPANY:
            return False
        i = head
    return False
