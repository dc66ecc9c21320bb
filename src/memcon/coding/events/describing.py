"""Describing a mention: its scene, and what every finder tells of it."""

from __future__ import annotations

from dataclasses import replace

from memcon.codebook import load_codebook
from memcon.coding.channels.sessions import number_of
from memcon.coding.doers import doers
from memcon.coding.events.agendas import find_agenda
from memcon.coding.events.clauses import clause_of, part_of_it
from memcon.coding.events.dating import find_act_time, find_new_time, find_when
from memcon.coding.events.genericness import generic_by, is_comparison
from memcon.coding.events.items import without_setting
from memcon.coding.events.locating import find_place, find_sidelines
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.outcomes import find_outcome
from memcon.coding.events.participants import collect_participants
from memcon.coding.events.reference import is_by_its_time, is_definite, is_demonstrative, same_as
from memcon.coding.events.scene import Scene, Trigger
from memcon.coding.events.status import find_status
from memcon.coding.events.status_evidence import find_acts, former_words
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import NOMINAL
from memcon.domain.records import Participant


def describe(index: TextIndex, places: Places, trigger: Trigger, others: frozenset[int] = frozenset()) -> EventMention:
    """The mention of an event at `trigger`; `others` are the tokens of the nouns that name other events."""
    scene = replace(scene_of(index, trigger), others=others)
    when = find_when(scene)
    is_point = when is not None and not when.edtf.startswith("..")  # "by June": it may be at any time up to it
    scene = replace(scene, when=interval_of(when.edtf) if when is not None and is_point else None)
    status = find_status(scene)
    deciding = status.token if status is not None and status.token in scene.acts else None
    is_put_off = status is not None and load_codebook().statuses.of(status.status).moves and deciding is not None
    new_time = find_new_time(index, deciding) if is_put_off and deciding is not None else None
    place = find_place(scene, places)
    participants = collect_participants(scene)
    is_town = place is not None and place.geonames is not None  # "the war in Sudan" may be what is told of
    setting = [found.span for found in (place if is_town else None, when) if found is not None]
    persons = [p.span for p in participants if _is_person(index, p)]
    return EventMention(
        trigger=trigger,
        clause=scene.clause,
        participants=participants,
        when=new_time or when,
        has_new_time=new_time is not None,
        place=place,
        agenda=without_setting(index, find_agenda(scene), setting, persons),
        outcome=without_setting(index, find_outcome(scene), setting),
        status=status,
        step_when=find_act_time(index, deciding) if deciding is not None else None,
        ordinal=_ordinal(scene),
        sidelines=find_sidelines(scene),
        same_as=same_as(scene),
        is_definite=is_definite(scene),
        is_demonstrative=is_demonstrative(scene),
        is_by_its_time=is_by_its_time(scene),
        has_unnamed_party=_has_unnamed_party(scene),
        is_elliptic=_is_elliptic(index, trigger),
        generic=generic_by(scene),
        is_comparison=is_comparison(scene),
        in_title=scene.in_title,
    )


def _is_person(index: TextIndex, participant: Participant) -> bool:
    actor = index.annotation.actor_by_id.get(participant.actor)
    return actor is not None and actor.kind == "person"


def _is_elliptic(index: TextIndex, trigger: Trigger) -> bool:
    """A verb without a subject ("Met with the king."), or a noun that is a whole note ("Informal meeting with the king.")."""
    match trigger.form:
        case "verb":
            return not doers(index, trigger.anchor)
        case "noun":
            return index.tokens[trigger.anchor].dep == "ROOT" and not index.is_heading(trigger.anchor)
        case "channel":
            return False


def _ordinal(scene: Scene) -> int | None:
    """The number of the session that an event noun names ("fifth round of talks")."""
    is_counted = scene.trigger.is_noun and scene.trigger.has("topics") and not scene.trigger.has("destination")
    return number_of(scene.index, scene.anchor) if is_counted else None


def scene_of(index: TextIndex, trigger: Trigger) -> Scene:
    """The scene of a trigger, without the words that tell of what it was before."""
    scene = Scene(index=index, trigger=trigger, clause=clause_of(index, trigger))
    former = former_words(scene)
    if trigger.is_noun and scene.clause.verb is not None and part_of_it(index, trigger.anchor) is not None:
        former |= {scene.clause.verb}  # "on the second day of the talks they agreed": on something else
    own = tuple(v for v in scene.clause.own if v not in former)
    scene = replace(scene, clause=replace(scene.clause, own=own), former=former)
    return replace(scene, acts=find_acts(scene))


def _has_unnamed_party(scene: Scene) -> bool:
    """ "held talks with a senior rebel": the other side is told of, though not by a name that can be kept."""
    verb, tree = scene.clause.verb, scene.tree
    if not scene.trigger.is_noun or scene.clause.relation != "object" or verb is None:
        return False
    behind = (*tree.deps(scene.anchor, "prep"), *tree.deps(verb, "prep"))
    partners = (o for p in behind if tree.lower(p) == "with" for o in tree.deps(p, "pobj"))
    return any(tree.tokens[o].pos in NOMINAL for o in partners)
