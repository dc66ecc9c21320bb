"""What an event is about, told by what stands around its clause: "…, with discussions focused on X", "X dominated the talks", "raised X with B when they met"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import items, items_behind
from memcon.coding.events.scene import Scene
from memcon.coding.events.telling import in_a_row, led_to
from memcon.coding.events.topics import topics_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ON_NOUNS
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_TALK = words("talk_of_an_event")
_LEADING = words("leading_an_agenda")
_WHEN = words("leading_to_when_they_met")
_AGENDA = "agenda"
_NEAR = 9
"""How many words behind a topic "on the agenda" may stand."""


@rule(
    yes=[
        "Norway and Chad held talks in Oslo on Monday, with discussions focused on fishing quotas. → fishing quotas",
        "President Maria Soto met Chancellor Uwe Brandt on Monday, with a focus on fishing quotas. → fishing quotas",
        "President Maria Soto met Chancellor Uwe Brandt on Monday, with fishing quotas high on the agenda. → fishing quotas",
    ],
    no=[
        "Norway and Chad held talks in Oslo on Monday, with officials silent on fishing quotas.",
        "Norway and Chad held talks in Oslo on Monday, with ministers from Peru.",
    ],
)
def with_talk_of(scene: Scene) -> Iterator[Phrase]:
    """What "with" tells behind the clause to be talked of, in the focus or on the agenda."""
    verb, index, tree = scene.clause.verb, scene.index, scene.tree
    if verb is None or not scene.trigger.has("topics"):
        return
    for p in (p for p in tree.deps(verb, "prep") if p > scene.anchor and tree.lower(p) == "with"):
        for o in tree.deps(p, "pobj"):
            if tree.lemma(o) in _TALK:
                yield from (item for q in tree.deps(o, "prep") for item in items_behind(index, q))
                yield from (item for c in tree.deps(o, *ON_NOUNS) for item in topics_of(index, c))
        said = (s for c in tree.deps(p, "pcomp") for s in tree.deps(c, "nsubj"))
        for o in (o for o in (*tree.deps(p, "pobj"), *said) if _is_on_the_agenda(index, o)):
            yield from items(index, o)


def _is_on_the_agenda(index: TextIndex, topic: int) -> bool:
    """Whether "on the agenda" stands behind a topic that is nobody and no time."""
    last = min(topic + _NEAR, index.sentence(topic).last - 1)
    is_told = any(index.tree.lower(i) == _AGENDA and index.tree.tokens[i].dep == "pobj" for i in range(topic, last + 1))
    return is_told and topic not in index.mention_at and topic not in index.timex_at


@rule(
    yes=[
        "Fishing quotas and visas dominated the talks between Norway and Chad in Oslo. → visas",
        "Fishing quotas are expected to dominate talks between Norway and Chad in Oslo on Friday. → Fishing quotas",
        "Fishing quotas are set to dominate the coming talks between Norway and Chad. → Fishing quotas",
    ],
    no=[
        "President Maria Soto dominated the talks between Norway and Chad in Oslo.",
        "President Maria Soto is expected to dominate the talks between Norway and Chad.",
    ],
)
def dominating_it(scene: Scene) -> Iterator[Phrase]:
    """What is told to dominate or head it."""
    verb, index = scene.clause.verb, scene.index
    is_object = verb is not None and scene.clause.relation == "object" and scene.trigger.has("topics")
    if verb is None or not is_object or scene.tree.lemma(verb) not in _LEADING:
        return
    for s in _said_of(scene.tree, verb):
        if s not in index.mention_at and s not in index.timex_at:
            yield from items(index, s)


@rule(
    yes=[
        "President Maria Soto asked Chancellor Uwe Brandt for help and raised fishing quotas when they met in Oslo on Monday. → fishing quotas"
    ],
    no=[
        "President Maria Soto raised fishing quotas with Norway before she met Chancellor Uwe Brandt in Oslo on Monday."
    ],
)
def when_they_met(scene: Scene) -> Iterator[Phrase]:
    """What was discussed or raised "when they met"."""
    verb = told_when_they_met(scene)
    if verb is not None:
        for v in (v for row in in_a_row(scene.index, verb) for v in led_to(scene.index, row)):
            if not scene.index.is_denied(v):
                yield from topics_of(scene.index, v)


def _said_of(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb, or of the one that leads to it ("is expected to dominate")."""
    return next((found for v in tree.controllers(verb) if (found := tree.deps(v, "nsubj", "nsubjpass"))), [])


def told_when_they_met(scene: Scene) -> int | None:
    """The verb that tells what was done "when they met", where that is the event."""
    tree, verb = scene.tree, scene.anchor
    if not scene.trigger.is_verb or tree.tokens[verb].dep != "advcl" or tree.tokens[verb].head > verb:
        return None
    is_they = any(tree.lower(s) == "they" for s in tree.deps(verb, "nsubj"))
    is_when = any(tree.lower(c) in _WHEN for c in tree.deps(verb, "advmod", "mark"))
    return tree.tokens[verb].head if is_they and is_when else None


AROUND = (with_talk_of, dominating_it, when_they_met)
"""Each for one construction; all are asked."""
