"""Rules for what is told beside the verb that carries an event: it was, whatever else is told of it."""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    is_ahead,
    is_not_over,
    is_past,
    is_plain,
    last_word,
    told_verb,
)
from memcon.domain.rules import rule
from memcon.lexicon import words

_DECIDING, _ENDING = words("deciding_on_an_act"), words("coming_to_its_end")
_BEGINNING = words("event_taken_up")
_COMING_AFTER, _GROUNDS = words("coming_after_an_event"), frozenset({"on", "upon"})
_IN_THE_COURSE = words("leading_into_an_event")
_SAID_THERE = words("noun_of_announcing") | words("binding_oneself")


@rule(
    yes=[
        "Kenya will boycott a summit that began in Kampala on Monday. → held",
        "Kenya will boycott a summit that began in Kampala on Wednesday. → under_way",
        "Envoys of Kenya and Uganda discussed herring at a conference which opened in Geneva on Wednesday. → under_way",
    ],
    no=["Kenya will boycott a summit that begins in Kampala on Friday."],
)
def _told_besides(scene: Scene) -> Finding | None:
    """A relative clause tells that it was, or that it began on the day of the news, whatever else is told of it."""
    for verb in scene.clause.own:
        settling = SETTLING if scene.tree.is_passive(verb) else SETTLED
        is_certain = scene.index.factuality(verb).certainty == "certain" and is_past(scene.index, verb)
        if scene.tree.lemma(verb) in settling and scene.index.tokens[verb].dep == "relcl" and is_certain:
            is_new = scene.tree.lemma(verb) in _BEGINNING and is_not_over(scene)
            return Finding("under_way" if is_new else "held", verb)
    return None


@rule(
    yes=["Anna Lind, of Oslo, to be Ambassador of Kenya to Peru. → held"],
    no=["Anna Lind wants to be ambassador of Kenya to Peru."],
)
def _listed(scene: Scene) -> Finding | None:
    """A line of a list that names somebody for an office: the naming is done, the office still to come."""
    frame = scene.trigger.frame
    return Finding("held", scene.anchor) if frame is not None and frame.is_unfinished else None


@rule(
    yes=[
        "President Maria Soto announced the resignation of Foreign Minister Anna Lind. → held",
        "President Maria Soto announced the expulsion of a Chadian envoy. → held",
    ],
    no=["President Maria Soto announced a visit to Germany."],
)
def _announced(scene: Scene) -> Finding | None:
    """What is told in the past to be announced, where the announcement is itself the act: somebody is named to an office or leaves one, or is sent home."""
    verb, is_object = scene.clause.verb, scene.clause.relation == "object"
    is_act = scene.trigger.is_noun and scene.trigger.meaning.done.is_done_by_saying
    if verb is None or not (is_act and is_object) or scene.tree.lemma(verb) not in _DECIDING:
        return None
    return Finding("held", verb) if is_past(scene.index, verb) else None


@rule(
    yes=[
        "The call followed President Maria Soto's meeting with King Haakon in Berlin. → held",
        "The talks in Oslo, which follow the visit of King Haakon to Germany, are about fish. → held",
        "The plan builds on the summit of Kenya and Uganda in Kampala. → held",
        "The session will build on President Maria Soto's call this week with King Haakon. → held",
        "The session will build on President Maria Soto's calls this week with King Haakon and Chancellor Uwe Brandt. → held",
    ],
    no=[
        "The call will precede President Maria Soto's meeting with King Haakon in Berlin.",
        "The session will build on President Maria Soto's meeting with King Haakon in Berlin.",
    ],
)
def _followed(scene: Scene) -> Finding | None:
    """Something is told to follow it, or to build on it."""
    verb, clause = told_verb(scene), scene.clause
    if verb is None or clause.governor is not None or scene.trigger.is_verb or is_ahead(scene):
        return None
    is_object = clause.relation == "object" or clause.preposition in _GROUNDS
    is_told = scene.index.factuality(verb).has_come or _has_begun(scene)
    is_behind = is_object and scene.tree.lemma(verb) in _COMING_AFTER and not scene.index.is_denied(verb)
    is_open = is_plain(scene) or (
        scene.tree.lower(verb + 1) in _GROUNDS and _has_begun(scene)
    )  # parsers take "build on calls" for an object
    return Finding("held", verb) if is_behind and is_told and is_open else None


def _has_begun(scene: Scene) -> bool:
    """Whether its time has begun by the publication."""
    return scene.when is not None and scene.published is not None and scene.when.start <= scene.published.start


@rule(
    yes=[
        "The visit was in line with the commitment by President Maria Soto and Chancellor Uwe Brandt in their May 2 phone call. → held",
        "The loan is meant to deliver on President Maria Soto's pledge at the Lima Summit of Kenya and Uganda. → held",
    ],
    no=["The envoys spoke of the commitment of President Maria Soto to talks with Chancellor Uwe Brandt."],
)
def _promised_there(scene: Scene) -> Finding | None:
    """A promise or statement that somebody made in its course."""
    clause, tree = scene.clause, scene.tree
    governor = tree.governor(tree.tokens[scene.anchor].head) if tree.tokens[scene.anchor].dep == "pobj" else None
    if governor is None or last_word(clause) not in _IN_THE_COURSE or tree.lemma(governor) not in _SAID_THERE:
        return None
    return Finding("held", governor) if tree.deps(scene.anchor, "poss") or tree.deps(governor, "poss") else None


@rule(
    yes=[
        "Envoys of Kenya and Uganda are attending the conference in Geneva, which ends on Friday. → under_way",
        "The four-day visit of President Maria Soto to Germany ends on Friday. → under_way",
        "President Maria Soto arrived for a four-day visit to Germany, which ends on Friday. → under_way",
    ],
    no=["Envoys of Kenya and Uganda will attend the conference in Geneva, which ends on Friday."],
)
def _ending_soon(scene: Scene) -> Finding | None:
    """Its end is told to be ahead, and somebody is at it, or by its length it has begun."""
    tree, verb, today = scene.tree, scene.clause.verb, scene.published
    told = (*scene.clause.own, *((verb,) if verb is not None and scene.clause.relation == "subject" else ()))
    ending = next((v for v in told if tree.lemma(v) in _ENDING and tree.tense(v) == "present"), None)
    if ending is None or scene.index.is_denied(ending) or scene.index.is_supposed(ending):
        return None
    is_at_it = verb is not None and tree.tokens[verb].tag == "VBG" and tree.tense(verb) == "present"
    is_begun = scene.when is not None and today is not None and scene.when.start <= today.end < scene.when.end
    return Finding("under_way", ending) if is_at_it or is_begun else None


BESIDES = (_ending_soon, _told_besides, _listed, _announced, _followed, _promised_there)
