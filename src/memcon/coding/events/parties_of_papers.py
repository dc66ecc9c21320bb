"""Participants of a paper, a vote or a measure that stand in the clause around it: "under a deal struck in May, A will …", "in a statement issued in P, A and B said",
"an exchange mediated by A", "ratification was blocked by A"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_from
from memcon.coding.doers import agents, doing
from memcon.coding.events.roles import Found, each, own_role
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Mention
from memcon.domain.labels import ON_NOUNS, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import words

_HOLDING_UP = words("keeping_an_act_from_being_done")
_REFUSING = words("refusal_verbs")
_WISHING = words("wanting_a_measure")
_MEDIATING = words("bringing_others_together")
_UNDER = words("leading_to_what_binds")


def _paper_of(scene: Scene) -> int:
    """The noun of a paper: the trigger, or what a participle or clause describes ("a deal struck in May")."""
    token = scene.tree.tokens[scene.anchor]
    is_described = scene.trigger.is_verb and token.dep in ON_NOUNS
    return token.head if is_described else scene.anchor


def _states(index: TextIndex, mentions: list[Mention]) -> list[Mention]:
    """Those that mean states or bodies."""
    return [m for m in mentions if (actors := index.actors_of(m)) and all(a.kind in BODIES for a in actors)]


def _clause_over(scene: Scene, *prepositions: str) -> int | None:
    """The verb that one of `prepositions` before the paper hangs on."""
    tree, paper = scene.tree, _paper_of(scene)
    leading = tree.tokens[paper].head
    if tree.tokens[paper].dep != "pobj" or tree.lower(leading) not in prepositions:
        return None
    verb = tree.tokens[leading].head
    return verb if tree.tokens[verb].pos in VERBAL else None


@rule(
    yes=["Under a deal struck in Oslo last week, Chad will free five soldiers. → participant"],
    no=[
        "Under a deal that Norway and Togo struck last week, Chad will free five soldiers.",
        "After a deal struck in Oslo last week, Chad will free five soldiers.",
    ],
)
def bound_by_it(scene: Scene) -> Iterator[Found]:
    """The state or body that is told what it does "under" a paper of which nobody is told who made it."""
    is_paper = scene.trigger.has("instrument") and scene.trigger.is_verb
    verb = _clause_over(scene, *_UNDER) if is_paper else None
    if verb is None or agents(scene.index, scene.anchor) or scene.tree.deps(scene.anchor, "nsubj"):
        return
    yield from each("participant", _states(scene.index, doing(scene.index, verb)))


@rule(
    yes=["In a joint statement issued in Oslo on Monday, Norway and Chad condemned the attack. → participant"],
    no=["In a joint statement issued by Peru on Monday, Norway and Chad were condemned."],
)
def speaking_in_it(scene: Scene) -> Iterator[Found]:
    """Who is told to say something "in" a text that is described by how it was issued."""
    is_text = scene.trigger.has("vehicle") and scene.trigger.is_verb
    verb = _clause_over(scene, "in") if is_text else None
    if verb is not None and not scene.tree.is_passive(verb) and not agents(scene.index, scene.anchor):
        yield from each(own_role(scene), doing(scene.index, verb))


@rule(
    yes=["Norway and Chad exchanged prisoners on Friday in a swap mediated by Peru. → mediator"],
    no=["Norway and Chad exchanged prisoners on Friday in a swap praised by Peru."],
)
def mediating(scene: Scene) -> Iterator[Found]:
    """Who mediated what the clause tells, told by a participle on another noun for it or on its own: "in a swap mediated by A"."""
    tree = scene.tree
    nouns = [scene.anchor] if scene.trigger.is_noun else tree.led_by(scene.anchor, "in", "under")
    for verb in (v for noun in nouns for v in tree.deps(noun, "acl")):
        if tree.lemma(verb) in _MEDIATING:
            yield from each("mediator", agents(scene.index, verb))


@rule(
    yes=[
        "Ratification of the treaty was blocked by Norway. → participant",
        "Norway is blocking ratification of the treaty. → participant",
    ],
    no=[
        "Ratification of the treaty was praised by Norway.",
        "Ratification of the treaty was opposed by Norway.",
        "Norway is blocking new sanctions on Chad.",
    ],
)
def holding_it_up(scene: Scene) -> Iterator[Found]:
    """Who keeps an act from being done."""
    verb, done = scene.clause.verb, scene.trigger.meaning.done
    is_act = scene.trigger.is_noun and bool(done.acts) and scene.clause.is_argument
    is_act &= not scene.trigger.has("hitting")  # who keeps others from hitting somebody does not hit
    if verb is None or not is_act or scene.tree.lemma(verb) not in _HOLDING_UP:
        return
    is_passive = scene.tree.is_passive(verb)
    if is_passive == (scene.clause.relation == "subject"):
        yield from each(own_role(scene), agents(scene.index, verb) if is_passive else doing(scene.index, verb))


@rule(
    yes=["Chad rejected the truce proposed by Norway last month. → declined"],
    no=["Chad praised the truce proposed by Norway last month."],
)
def turning_it_down(scene: Scene) -> Iterator[Found]:
    """Who turns down a paper that another proposed."""
    frame = scene.trigger.frame
    if frame is None or frame.lemma not in _WISHING or not scene.trigger.has("instrument"):
        return
    tree, paper = scene.tree, _paper_of(scene)
    verb = tree.tokens[paper].head
    if paper == scene.anchor or tree.lemma(verb) not in _REFUSING:
        return
    if tree.tokens[paper].dep == "dobj":
        yield from each("declined", doing(scene.index, verb))
    elif tree.tokens[paper].dep == "nsubjpass":
        by = [p for p in tree.deps(verb, "agent") if tree.lower(p) == "by"]
        yield from each("declined", (m for p in by for m in mentions_from(scene.index, p + 1)))


PAPERS = (bound_by_it, speaking_in_it, mediating, holding_it_up, turning_it_down)
"""Each for one construction; all are asked."""
