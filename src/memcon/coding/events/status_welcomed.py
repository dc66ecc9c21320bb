"""Rules for encounters of which somebody tells in words of joy: a guest who is welcomed in person, an opportunity to speak that was welcome."""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import Finding, is_ahead, is_past
from memcon.domain.rules import rule
from memcon.lexicon import words

_RECEIVING = words("receiving_guests")
_GLAD = words("glad_to_do_it")
_GLAD_OF = words("glad_of_an_opportunity")
_OPPORTUNITY = words("opportunity_nouns")
_SPEAKING_FOR_ONESELF = words("first_person") | {"it"}


@rule(
    yes=[
        "“I am honored to welcome Chancellor Uwe Brandt to Lima,” President Maria Soto said. → under_way",
        "“It is an honor and a pleasure to receive Chancellor Uwe Brandt in Lima,” President Maria Soto said. → under_way",
        "“We are delighted to have the chance to host Chancellor Uwe Brandt in Lima,” President Maria Soto said. → under_way",
        "“I am pleased to have the opportunity to meet Chancellor Uwe Brandt in Lima,” President Maria Soto said. → under_way",
        "“I was honored to meet Chancellor Uwe Brandt in Lima,” President Maria Soto said. → held",
        "President Maria Soto was pleased to receive Chancellor Uwe Brandt in Lima. → held",
    ],
    no=[
        "“I would be pleased to have the opportunity to meet Chancellor Uwe Brandt,” President Maria Soto said.",
        "“I am ready to meet Chancellor Uwe Brandt,” President Maria Soto said.",
        "President Maria Soto said she was pleased to meet Chancellor Uwe Brandt.",
        "“I am pleased to visit Germany in June,” President Maria Soto said.",
        "“I would be honored to welcome Chancellor Uwe Brandt to Lima,” President Maria Soto said.",
        "President Maria Soto is pleased to welcome Chancellor Uwe Brandt to Lima.",
        "“I am honored to welcome Chancellor Uwe Brandt to Lima on June 3,” President Maria Soto said.",
    ],
)
def _welcomed_in_person(scene: Scene) -> Finding | None:
    """Words of welcome, without a day ahead: one's own, said to the guest ("I'm honored to welcome …"), and those that look back ("was pleased to meet …")."""
    verb, tree = scene.anchor, scene.tree
    told = _glad_verb(scene, _having_the_chance(scene, verb)) if _is_to_meet(scene) else None
    if told is None or is_ahead(scene) or scene.index.factuality(told).operators:
        return None
    is_own = any(tree.lower(s) in _SPEAKING_FOR_ONESELF for s in tree.deps(told, "nsubj", "nsubjpass", "expl"))
    if tree.tense(told) == "past":
        is_reported = (
            tree.tokens[told].dep == "ccomp" and not is_own
        )  # "said she was happy to meet": only the tense is shifted
        return None if is_reported else Finding("held", verb)
    return Finding("under_way", verb) if is_own and tree.tense(told) == "present" else None


def _is_to_meet(scene: Scene) -> bool:
    """Whether an infinitive tells of receiving a guest, or of meeting somebody."""
    verb, tree = scene.anchor, scene.tree
    if not scene.trigger.is_verb or not tree.is_infinitive(verb):
        return False
    return tree.lemma(verb) in _RECEIVING or (scene.trigger.has("topics") and not scene.trigger.has("destination"))


def _having_the_chance(scene: Scene, verb: int) -> int:
    """The verb of "have the chance to" over an infinitive, else that itself."""
    tokens = scene.tree.tokens
    noun = tokens[verb].head
    is_had = tokens[noun].dep == "dobj" and scene.tree.lemma(noun) in _OPPORTUNITY
    return tokens[noun].head if is_had else verb


def _glad_verb(scene: Scene, infinitive: int) -> int | None:
    """The verb that tells that somebody is glad to do it: "is" of "is pleased to", of "it is a pleasure to"; "honored" of "am honored to"."""
    tree, tokens = scene.tree, scene.tree.tokens
    over = tokens[infinitive].head
    while tokens[over].dep == "conj" and tokens[over].pos == "NOUN":
        over = tokens[over].head
    if tree.lower(over) in _GLAD and tokens[over].dep == "acomp":
        return tokens[over].head
    if tree.lower(over) in _GLAD and tree.is_passive(over):
        return over
    is_joy = tree.lemma(over) in _OPPORTUNITY and tokens[over].dep == "attr"
    told = tokens[over].head if is_joy else over
    is_told_so = is_joy or any(tree.lemma(a) in _OPPORTUNITY for a in tree.deps(told, "attr"))
    return told if is_told_so and tree.lemma(told) == "be" else None


@rule(
    yes=[
        "President Maria Soto welcomed the opportunity to speak with Chancellor Uwe Brandt about herring. → held",
        "The minister valued the chance to meet Chancellor Uwe Brandt. → held",
    ],
    no=[
        "President Maria Soto would welcome the opportunity to speak with Chancellor Uwe Brandt.",
        "President Maria Soto welcomed the opportunity to meet Chancellor Uwe Brandt in June.",
        "President Maria Soto welcomed the opportunity to visit Germany.",
    ],
)
def _opportunity_taken(scene: Scene) -> Finding | None:
    """Somebody was glad of the opportunity to speak with another: it was taken. A visit that is looked forward to is welcomed in the same words."""
    verb, tree, tokens = scene.anchor, scene.tree, scene.tree.tokens
    noun = tokens[verb].head
    is_led = scene.trigger.is_verb and tokens[verb].dep == "acl" and tree.is_infinitive(verb)
    if not is_led or scene.trigger.has("destination") or tree.lemma(noun) not in _OPPORTUNITY:
        return None
    told = tokens[noun].head
    is_glad = tokens[noun].dep == "dobj" and tree.lemma(told) in _GLAD_OF
    return Finding("held", told) if is_glad and is_past(scene.index, told) and not is_ahead(scene) else None


WELCOMED = (_welcomed_in_person, _opportunity_taken)
"""Asked before what is possible or meant: a chance that somebody is glad to have, a welcome that is an honor."""
