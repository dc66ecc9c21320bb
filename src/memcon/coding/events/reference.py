"""What an event noun refers to: something known ("the meeting"), something near ("this meeting"), what its sentence equates it with."""

from __future__ import annotations

from memcon.coding.doers import doers
from memcon.coding.events.clauses import measured
from memcon.coding.events.scene import Scene
from memcon.domain.labels import POINTING
from memcon.lexicon import words

_DEFINITE = words("making_definite")
_POINTING = words("pointing_near")
_OTHERS = words("naming_another_time")
_EQUATING = words("equating")
_LENGTHS = words("less_than_a_day") | words("day_to_month")


def is_definite(scene: Scene) -> bool:
    """Whether the noun refers to what is known: an article or pronoun, or a time as its owner; "its own talks" and "next year's
    meeting" are new."""
    if scene.trigger.is_verb:
        return False
    before = _words_before(scene)
    if any(_makes_new(scene, c) for c in before):
        return False
    return any(_makes_known(scene, c) for c in before) or _is_led_by_article(scene)


def is_known(scene: Scene) -> bool:
    """Whether the noun is the name of a channel, whatever stands before it ("a fruitful Nordic Summit"), or refers to what is known."""
    return scene.trigger.is_channel or is_definite(scene)


def is_demonstrative(scene: Scene) -> bool:
    """Whether "this" or "these" stands before the noun."""
    return any(scene.tree.lower(c) in _POINTING for c in scene.tree.children[scene.anchor])


def is_by_its_time(scene: Scene) -> bool:
    """Whether a time is the noun's owner: "last month's summit" is the summit of that month, if one was told."""
    return scene.trigger.is_noun and any(c in scene.index.timex_at for c in scene.tree.deps(scene.anchor, "poss"))


def same_as(scene: Scene) -> int | None:
    """The subject that a sentence equates the event noun with: "the meeting marks the first talks", "this will be a summit"; of another word for it behind a
    comma the noun before ("the Oslo Dialogue, a forum on fish")."""
    token = scene.tree.tokens[scene.anchor]
    if token.dep == "appos" and scene.trigger.is_noun:
        return token.head
    if (named := _named_before_the_comma(scene)) is not None:
        return named
    verb = scene.clause.verb
    is_said_of = verb is not None and scene.clause.relation in {"attribute", "object"}
    if verb is None or not is_said_of or scene.tree.lemma(verb) not in _EQUATING:
        return None
    return next(iter(doers(scene.index, verb)), None)


def _named_before_the_comma(scene: Scene) -> int | None:
    """The same noun before the comma that opens the phrase ("came for a visit to Chad, the first visit by a king"), where no verb carries the event and the parser
    hung it on the verb before."""
    tree, i = scene.tree, scene.anchor
    first = tree.first(i)
    if not scene.trigger.is_noun or tree.tokens[i].dep != "npadvmod" or first < 1 or tree.tokens[first - 1].text != ",":
        return None
    before = range(scene.index.sentence(i).first, first)
    return next((j for j in reversed(before) if tree.lemma(j) == tree.lemma(i)), None)


def _words_before(scene: Scene) -> list[int]:
    """The words before the noun, and before how long it took ("[the] three hours of talks"); not before one of several rounds."""
    heads = {scene.anchor, scene.trigger.first}
    if (length := measured(scene.tree, scene.anchor)) != scene.anchor and scene.tree.lemma(length) in _LENGTHS:
        heads.add(length)
    return [c for i in heads for c in scene.tree.children[i] if c < scene.anchor]


def _makes_new(scene: Scene, i: int) -> bool:
    timex = scene.index.timex_at.get(i)
    is_other_time = timex is not None and timex.text.split()[0].lower() in _OTHERS
    return is_other_time or scene.tree.lower(i) == "own"


def _makes_known(scene: Scene, i: int) -> bool:
    is_owner = scene.tree.tokens[i].dep == "poss" and i in scene.index.timex_at
    return is_owner or scene.tree.lower(i) in _DEFINITE


def _is_led_by_article(scene: Scene) -> bool:
    """Whether an article stands right before, whatever the parser hung it on."""
    i = scene.trigger.first - 1
    return i >= 0 and scene.tree.lower(i) in _DEFINITE and scene.tree.tokens[i].pos in POINTING
