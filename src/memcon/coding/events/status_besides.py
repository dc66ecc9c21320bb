"""Rules for what is told beside the verb that carries an event: it was, whatever else is told of it."""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    is_past,
)
from memcon.domain.rules import rule
from memcon.lexicon import words

_DECIDING = words("deciding_on_an_act")


@rule(
    yes=["Kenya will boycott a summit that began in Kampala on Monday. → held"],
    no=["Kenya will boycott a summit that begins in Kampala on Friday."],
)
def _told_besides(scene: Scene) -> Finding | None:
    """A relative clause tells that it was, whatever else is told of it."""
    for verb in scene.clause.own:
        settling = SETTLING if scene.tree.is_passive(verb) else SETTLED
        is_certain = scene.index.factuality(verb).certainty == "certain" and is_past(scene.index, verb)
        if scene.tree.lemma(verb) in settling and scene.index.tokens[verb].dep == "relcl" and is_certain:
            return Finding("held", verb)
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
    yes=["President Maria Soto announced the resignation of Foreign Minister Anna Lind. → held"],
    no=["President Maria Soto announced a visit to Germany."],
)
def _announced(scene: Scene) -> Finding | None:
    """What is told in the past to be announced, where the announcement is itself the act: somebody is named to an office, or leaves one."""
    verb, is_object = scene.clause.verb, scene.clause.relation == "object"
    is_act = scene.trigger.form == "noun" and scene.trigger.meaning.done.needs_office
    if verb is None or not (is_act and is_object) or scene.tree.lemma(verb) not in _DECIDING:
        return None
    return Finding("held", verb) if is_past(scene.index, verb) else None


BESIDES = (_told_besides, _listed, _announced)
