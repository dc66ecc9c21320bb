"""What the wording around an event's trigger says: the words of the status rules' questions, each a small function."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Operator, OperatorKind
from memcon.domain.records import Status
from memcon.lexicon import values, words

_CARRYING = values("carrying")
_HAVING_AS_SUBJECT = words("having_the_event_as_subject")
_CONDUCTING = words("conducting")


@dataclass(frozen=True, slots=True)
class Finding:
    """A status and the token that decided it."""

    status: Status
    token: int


def operators(scene: Scene) -> Iterator[Operator]:
    """The operators over the event: those on its own word, then those on the verbs that speak of it."""
    seen: set[Operator] = set()
    described = (scene.index.tokens[verb].head for verb in scene.clause.own)  # it may be a name in the event's phrase
    for i in dict.fromkeys((scene.trigger.anchor, *described, *carriers(scene))):
        for operator in scene.index.factuality(i).operators:
            if operator not in seen and operator.token not in scene.former:
                seen.add(operator)
                yield operator


SETTLING = frozenset({"hold", "convene", "conduct", "stage", "begin", "start", "open", "resume"})
"""Verbs of which the event is the object or, in the passive, the subject, and that settle that it was or will be."""

SETTLED = frozenset({"take", "occur", "happen", "begin", "start", "open", "resume", "convene", "proceed"})
"""Verbs that settle it of their subject."""


def former_words(scene: Scene) -> frozenset[int]:
    """The words that describe an event as it was once ("the long-delayed talks", "the visit, planned for March,") where the sentence itself tells
    that it took place or will; else none."""
    index, trigger, clause = scene.index, scene.trigger, scene.clause
    verb = clause.verb
    if trigger.form == "verb" or verb is None or clause.relation not in {"subject", "object"}:
        return frozenset()
    is_object = clause.relation == "object" or index.tree.is_passive(verb)
    if index.tree.lemma(verb) not in (SETTLING if is_object else SETTLED):
        return frozenset()
    factuality = index.factuality(verb)
    is_certain = not factuality.is_negative and factuality.certainty == "certain"
    if not is_certain or not (factuality.time == "past" or factuality.operator("arrangement")):
        return frozenset()
    words = [c for c in index.tree.deps(trigger.anchor, "amod", "compound", "nmod") if c < trigger.anchor]
    words += clause.own
    words += [c for v in clause.own for c in index.tree.deps(v, "aux", "auxpass", "xcomp")]
    return frozenset(i for i in words if index.is_over(i, trigger.anchor))


def find_acts(scene: Scene) -> frozenset[int]:
    """The verbs over the event that have a time and place of their own: "agreed on Monday to meet", "was called off in Oslo"; not those
    that give the event's ("is scheduled for Monday")."""
    index = scene.index
    appointing = words("appointing")
    return frozenset(
        o.token
        for o in operators(scene)
        if index.tokens[o.token].pos == "VERB"
        and index.tree.lemma(o.token) not in appointing
        and not any(own.token == o.token for own in index.factuality(o.token).operators)
    )


def by_operator(scene: Scene, *kinds: OperatorKind) -> Operator | None:
    """The first operator of one of `kinds` over the event."""
    return next((o for o in operators(scene) if o.kind in kinds), None)


def carriers(scene: Scene, *, beyond: bool = False) -> Iterator[int]:
    """The verbs that speak of the event itself: those that describe it, with their complements, then the carrying verb where it carries; with
    `beyond`, the carrying verb in any case."""
    index, clause = scene.index, scene.clause
    for verb in clause.own:
        if _is_aim(index, verb):
            continue
        yield verb
        yield from index.tree.deps(verb, "xcomp")  # "which was expected to take place"
    if clause.verb is None or clause.governor is not None:
        return
    word = (clause.preposition or "").split(" ")[-1]
    is_led = clause.relation != "preposition" or word in {"for", "to"} or _goes_ahead(scene, clause.verb)
    is_dealt_with = clause.relation != "object" or is_about_event(scene, clause.verb)
    if is_led and is_dealt_with:
        yield from scene.verbs
    elif beyond:
        yield clause.verb


def _is_aim(index: TextIndex, verb: int) -> bool:
    """Whether an infinitive behind an event tells what it is for ("a meeting to mend ties"), not when ("a meeting to be held")."""
    purpose = next(iter(index.factuality(verb).operators), None)
    return purpose is not None and purpose.kind == "purpose" and purpose.token == verb


def _goes_ahead(scene: Scene, verb: int) -> bool:
    """Whether the verb makes the event behind "with" take place ("went ahead with the visit")."""
    is_way_on = any(
        scene.index.tree.lower(c) in {"ahead", "forward", "through"} for c in scene.index.tree.children[verb]
    )
    return scene.clause.preposition == "with" and (is_way_on or scene.index.tree.lemma(verb) == "proceed")


def is_about_event(scene: Scene, verb: int) -> bool:
    """Whether a verb makes or unmakes its object, the event; one that only deals with it ("dominate the summit") says nothing of it."""
    return scene.index.is_over(verb, scene.trigger.anchor) or scene.index.tree.lemma(verb) in _CARRYING


def modifiers(scene: Scene) -> Iterator[int]:
    if scene.trigger.form == "verb":
        return
    for i in (scene.trigger.anchor, scene.trigger.first):
        for c in scene.index.tree.children[i]:
            if c < scene.trigger.anchor and scene.index.tokens[c].dep in {"amod", "compound", "nmod", "advmod"}:
                yield c


def asked(index: TextIndex, verb: int) -> int | None:
    """The question word of an indirect question that the verb stands in ("what message she will deliver")."""
    for o in index.tree.deps(verb, "dobj", "nsubj", "pobj"):
        for c in (o, *index.tree.children[o]):
            if (
                index.tokens[c].tag in {"WDT", "WP"}
                and index.tree.lower(c) in {"what", "which", "who", "whom"}
                and index.tokens[verb].dep != "relcl"
            ):
                return c
    return None


def is_scene_of(scene: Scene) -> bool:
    """Whether something else is told to happen at the event ("will speak at the summit")."""
    is_inside = (scene.clause.preposition or "").split(" ")[-1] in {"at", "in", "during"}
    return scene.clause.relation == "preposition" and scene.clause.governor is None and is_inside


def is_past(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of something as done."""
    factuality = index.factuality(verb)
    return factuality.time == "past" and not factuality.is_negative


def told_in_past(scene: Scene) -> bool:
    return scene.clause.verb is not None and is_past(scene.index, scene.clause.verb)


def carries(scene: Scene, verb: int) -> bool:
    lemma = scene.index.tree.lemma(verb)
    if scene.clause.relation == "object":
        phrases = (f"{lemma} {scene.index.tree.lower(c)}" for c in scene.index.tree.deps(verb, "prt", "advmod"))
        key = next((k for k in phrases if k in _CARRYING), lemma)
        return key in _CARRYING and _CARRYING[key] not in {"none", "declined", "absent"}
    return lemma in _HAVING_AS_SUBJECT or (scene.index.tree.is_passive(verb) and lemma in _CONDUCTING)


def is_ahead(scene: Scene) -> bool:
    return scene.when is not None and scene.published is not None and scene.when.start > scene.published.end


_PARTS = frozenset({"minute", "hour", "day", "week", "month", "round"})
"""Nouns that measure what has taken place of an event ("two days of talks")."""

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest"})


def is_unmet(scene: Scene) -> bool:
    """ "should have met": what ought to have been, told of the past; whether it was stays open."""
    obligation = by_operator(scene, "obligation")
    if obligation is None or scene.index.tokens[obligation.token].dep not in {"aux", "auxpass"}:
        return False
    verb = scene.index.tokens[obligation.token].head
    return any(scene.index.tree.lower(c) == "have" for c in scene.index.tree.deps(verb, "aux"))


def is_begun_in_part(scene: Scene) -> bool:
    """Whether the event is measured by what was of it: "two days of talks" that came to nothing were held."""
    index = scene.index
    preposition = index.tokens[scene.trigger.anchor].head
    measure = index.tokens[preposition].head
    is_subject = scene.clause.verb is not None and scene.clause.relation == "subject"
    return is_subject and index.tree.lower(preposition) == "of" and index.tree.lemma(measure) in _PARTS


def is_short(index: TextIndex, verb: int) -> bool:
    """ "delayed by an hour": no other day."""
    behind = (
        c
        for p in index.tree.deps(verb, "agent", "prep")
        if index.tree.lower(p) == "by"
        for c in index.tree.deps(p, "pobj")
    )
    return any(index.tree.lemma(c) in {"minute", "hour"} for c in behind)


def is_ordinal(index: TextIndex, verb: int) -> bool:
    """ "was the first since", "was their third"."""
    said = index.tree.deps(verb, "attr", "acomp")
    return any(index.tree.lower(w) in _ORDINALS for a in said for w in (a, *index.tree.deps(a, "amod")))


def is_made_so(scene: Scene, verb: int) -> bool:
    """ "made talks conditional on a truce": the object is not made, but made so."""
    index = scene.index
    said = index.tree.deps(verb, "advmod", "oprd", "acomp", "advcl", "ccomp")
    return index.tree.lemma(verb) == "make" and any(
        c > scene.trigger.anchor and index.tokens[c].tag == "JJ" for c in said
    )


def is_amid(scene: Scene, verb: int) -> bool:
    """Whether somebody is told to be "in talks" or "on a visit"."""
    clause = scene.clause
    is_in = clause.preposition == ("on" if scene.trigger.family == "visit" else "in")
    return (
        clause.relation == "preposition" and clause.governor is None and is_in and scene.index.tree.lemma(verb) == "be"
    )
