"""What came of an event: what was agreed, reached, signed or issued there."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import items, phrase
from memcon.coding.events.scene import Scene
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

_RESULTING = words("bringing_about_a_result")
_SCENE = words("telling_the_scene")


def find_outcome(scene: Scene) -> tuple[Phrase, ...]:
    """What was agreed, reached, signed or issued at the event, as the first of `OUTCOMES` that answers tells."""
    return next((found for finder in OUTCOMES if (found := tuple(finder(scene)))), ())


@rule(
    yes=["The presidents of Norway and Chad signed a fishing treaty. → fishing treaty"],
    no=["The presidents of Norway and Chad met in Oslo."],
)
def signed(scene: Scene) -> Iterator[Phrase]:
    """What a verb of signing has as its object."""
    if scene.trigger.has("instrument") and scene.trigger.form == "verb":
        for o in scene.tree.objects(scene.anchor):
            if scene.index.tokens[o].dep != "conj":
                yield from items(scene.index, o)


@rule(
    yes=[
        "At talks in Oslo Norway and Chad reached a deal on fish. → reached a deal on fish",
        "The talks between Norway and Chad produced a joint statement. → produced a joint statement",
    ],
    no=[
        "Norway and Chad will sign a treaty at talks in Oslo.",
        "Norway and Chad spoke at length at talks in Oslo.",
        "Norway and Chad agreed to hold talks in Oslo.",
    ],
)
def told_of_the_scene(scene: Scene) -> Iterator[Phrase]:
    """What verbs that the event is the scene or the subject of tell as brought about there."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or not _is_scene(scene):
        return
    for result in (verb, *_further(scene, verb)):
        if tree.lemma(result) in _RESULTING and tree.tokens[result].tag in {"VBD", "VBN"}:
            last = tree.last(result)
            first = min([result, *(c for c in tree.deps(result, "advmod", "neg") if c < result)])
            found = phrase(scene.index, first, last)  # with its hedge: "reportedly reached a consensus"
            if found is not None and not result <= scene.anchor <= last:
                yield found


OUTCOMES = (signed, told_of_the_scene)
"""Where an event's outcome is told; the first that answers decides."""


def _is_scene(scene: Scene) -> bool:
    clause = scene.clause
    is_place = clause.relation == "preposition" and clause.preposition in _SCENE
    return clause.governor is None and (is_place or clause.relation == "subject")


def _further(scene: Scene, verb: int) -> Iterator[int]:
    """The verbs behind `verb` in the sentence that go on with the same subject."""
    for v in range(verb + 1, scene.index.sentence(verb).last):
        token = scene.tree.tokens[v]
        if token.dep == "conj" and token.pos == "VERB" and not scene.tree.deps(v, "nsubj", "nsubjpass"):
            yield v
