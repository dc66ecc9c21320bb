"""Rules for what has begun and is not over."""

from __future__ import annotations

from memcon.coding.events.dating import length_of
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    Finding,
    carriers,
    is_amid,
    is_carried,
    is_not_over,
    is_past,
    is_plain_fact,
    is_there_for,
    is_told_how,
    modifiers,
    operators,
    subject_of,
)
from memcon.domain.rules import rule
from memcon.lexicon import words

_ON = words("being_on_a_journey")
_SPEAKERS_OWN = words("speakers_own")
_HAVE = words("have_now")
_LASTING = words("lasting_on")
_LEAVING = words("leaving_for_a_place")
_REACHING = words("reaching_a_place")
_COMING_TOGETHER = words("coming_together")
_ENTERING = words("telling_of_entering")
_UNDER_WAY = words("being_under_way")
_BEGINNING = words("event_taken_up")


@rule(
    yes=["Kenya and Uganda are holding talks in Geneva. → under_way"],
    no=[
        "Kenya and Uganda were holding talks in Geneva when the ceiling fell.",
        "President Maria Soto is cooking for talks between Kenya and Uganda.",
    ],
)
def _going_on_now(scene: Scene) -> Finding | None:
    """The present progressive; of what is done for it, only coming together tells that it goes on."""
    is_done_for = scene.clause.relation == "preposition" and scene.clause.preposition == "for"
    if is_done_for and not any(scene.tree.lemma(v) in _COMING_TOGETHER for v in scene.verbs):
        return None
    for verb in carriers(scene):
        is_now = scene.index.tokens[verb].tag == "VBG" and scene.index.factuality(verb).time == "present"
        if is_now and scene.tree.deps(verb, "aux"):
            return Finding("under_way", verb)
    return None


@rule(
    yes=[
        "Kenya and Uganda are in talks in Geneva. → under_way",
        "President Maria Soto is on a visit to Germany. → under_way",
        "Kenya and Uganda are locked in talks in Geneva. → under_way",
    ],
    no=["President Maria Soto was on a visit to Germany."],
)
def _amid_it(scene: Scene) -> Finding | None:
    """Somebody is in it, or on it."""
    verb = scene.clause.verb
    is_now = verb is not None and is_amid(scene, verb) and scene.index.factuality(verb).time == "present"
    return Finding("under_way", verb) if verb is not None and is_now else None


@rule(
    yes=["Talks between Kenya and Uganda entered their third day on Wednesday. → under_way"],
    no=["Talks between Kenya and Uganda ended their third day on Wednesday."],
)
def _entered(scene: Scene) -> Finding | None:
    """It has entered a part of its own."""
    verb = subject_of(scene)
    is_entered = verb is not None and scene.tree.lemma(verb) in _ENTERING and is_past(scene.index, verb)
    return Finding("under_way", verb) if verb is not None and is_entered else None


@rule(
    yes=["The ongoing talks between Kenya and Uganda are about fish. → under_way"],
    no=["The long talks between Kenya and Uganda are about fish."],
)
def _described_as_going_on(scene: Scene) -> Finding | None:
    """A word before it says that it goes on."""
    continuing = {o.token for o in operators(scene) if o.kind == "continuation"}
    return next((Finding("under_way", word) for word in modifiers(scene) if word in continuing), None)


@rule(
    yes=["Talks between Kenya and Uganda in Geneva are under way. → under_way"],
    no=[
        "Talks between Kenya and Uganda in Geneva are difficult.",
        "The meeting between President Maria Soto and Chancellor Uwe Brandt is part of an ongoing dialogue.",
    ],
)
def _said_to_be_under_way(scene: Scene) -> Finding | None:
    """Its verb says so in words."""
    verb = subject_of(scene)
    if verb is None:
        return None
    said = scene.tree.deps(verb, "acomp", "advmod", "oprd", "prep", "prt", "attr", "dep")
    behind = {scene.tree.lower(i) for p in said for i in (p, *scene.tree.deps(p, "pobj"))}
    return Finding("under_way", verb) if behind & _UNDER_WAY or {"under", "way"} <= behind else None


@rule(
    yes=[
        "The talks between Kenya and Uganda in Geneva are not going well. → under_way",
        "Envoys said that the talks between Kenya and Uganda were going badly. → under_way",
    ],
    no=[
        "The talks between Kenya and Uganda in Geneva are not going ahead.",
        "The talks between Kenya and Uganda went well.",
    ],
)
def _going_well_or_not(scene: Scene) -> Finding | None:
    """It is told how it goes: it does, "not well" too."""
    verb = subject_of(scene)
    is_now = verb is not None and scene.index.tokens[verb].tag == "VBG"
    return Finding("under_way", verb) if verb is not None and is_now and is_told_how(scene, verb) else None


@rule(
    yes=[
        "Kenya and Uganda have resumed talks in Geneva. → under_way",
        "Talks between Kenya and Uganda have begun in Geneva. → under_way",
        "Talks between Kenya and Uganda began in Geneva on Wednesday. → under_way",
        "Kenya relaunched talks with Uganda on Wednesday. → under_way",
    ],
    no=[
        "Talks between Kenya and Uganda began in Geneva on Monday.",
        "Talks between Kenya and Uganda have ended in Geneva.",
        "Kenya and Uganda began talks in Geneva in 2021.",
    ],
)
def _begun(scene: Scene) -> Finding | None:
    """It has begun or was taken up again: in the perfect, or on the day of the news."""
    verb, clause = scene.clause.verb, scene.clause
    if verb is None or not clause.is_argument or scene.tree.lemma(verb) not in _BEGINNING:
        return None
    is_today = is_not_over(scene)
    is_new = scene.tree.is_perfect(verb) and scene.when is None
    return Finding("under_way", verb) if is_past(scene.index, verb) and (is_new or is_today) else None


@rule(
    yes=[
        "President Maria Soto is in Berlin for talks with Chancellor Uwe Brandt. → under_way",
        "Envoys of Kenya and Uganda are gathered in Geneva for talks. → under_way",
    ],
    no=[
        "President Maria Soto was in Berlin for talks with Chancellor Uwe Brandt.",
        "For the talks with Chancellor Uwe Brandt in June, this is an important day.",
    ],
)
def _there_for_it(scene: Scene) -> Finding | None:
    """Somebody is at the place for it."""
    verb = scene.clause.verb
    is_now = verb is not None and is_there_for(scene, verb) and scene.index.factuality(verb).time == "present"
    return Finding("under_way", verb) if verb is not None and is_now and not scene.index.is_denied(verb) else None


@rule(
    yes=["Minister Anna Lind is in Lima for meetings with officials. → under_way"],
    no=["Minister Anna Lind was in Lima for meetings with officials."],
)
def _is_there(scene: Scene) -> Finding | None:
    """Somebody is told to be at a place, with nothing that makes it ahead."""
    verb = scene.anchor
    is_being = scene.trigger.is_verb and scene.trigger.has("destination") and scene.tree.lemma(verb) == "be"
    is_now = is_being and scene.tree.tense(verb) == "present" and scene.index.factuality(verb).time == "present"
    return Finding("under_way", verb) if is_now and is_plain_fact(scene.index.factuality(verb)) else None


@rule(
    yes=[
        "Kenya and Uganda have long been holding talks in Geneva. → under_way",
        "Envoy Jens Holm has been meeting leaders of Kenya and Uganda since March. → under_way",
        "Kenya and Uganda have been in talks since April about fish. → under_way",
        "President Maria Soto has been in Germany since Monday. → under_way",
    ],
    no=[
        "Kenya and Uganda had been holding talks in Geneva when the ceiling fell.",
        "Kenya and Uganda have held talks in Geneva.",
    ],
)
def _going_on_since(scene: Scene) -> Finding | None:
    """The perfect progressive: it has been going on, and still is."""
    if (verb := _in_it_since(scene)) is not None:
        return Finding("under_way", verb)
    for verb in carriers(scene):
        helping = {scene.tree.lower(a) for a in scene.tree.deps(verb, "aux")}
        is_since = scene.index.tokens[verb].tag == "VBG" and "been" in helping and not helping.isdisjoint(_HAVE)
        if is_since and is_plain_fact(scene.index.factuality(verb)):
            return Finding("under_way", verb)
    return None


def _in_it_since(scene: Scene) -> int | None:
    """The "been" of "have been in talks since April": they still are."""
    tree, verb = scene.tree, scene.clause.verb
    is_there = scene.clause.relation == "self" and scene.trigger.has("destination")
    is_amid = is_there or scene.clause.preposition == scene.trigger.meaning.amid
    if verb is None or not is_amid or tree.lower(verb) != "been":
        return None
    has_been = any(tree.lower(a) in _HAVE for a in tree.auxiliaries(verb))
    behind = range(verb, tree.last(verb))  # a time must come after it
    is_since = any(tree.lower(i) == "since" and i + 1 in scene.index.timex_at for i in behind)
    return verb if has_been and is_since and is_plain_fact(scene.index.factuality(verb)) else None


@rule(
    yes=[
        "The talks between Kenya and Uganda in Geneva continue. → under_way",
        "Kenya and Uganda continue their talks in Geneva. → under_way",
    ],
    no=[
        "The talks between Kenya and Uganda in Geneva continued until May 2021.",
        "The talks between Kenya and Uganda in Geneva matter.",
    ],
)
def _goes_on(scene: Scene) -> Finding | None:
    """Told in the present to continue."""
    verb, clause = scene.clause.verb, scene.clause
    if verb is None or not clause.is_argument or clause.governor is not None:
        return None
    factuality = scene.index.factuality(verb)
    is_now = factuality.time == "present" and is_plain_fact(factuality) and scene.index.tokens[verb].tag != "VBG"
    return Finding("under_way", verb) if is_now and scene.tree.lemma(verb) in _LASTING else None


@rule(
    yes=[
        "President Maria Soto headed on Wednesday to Germany. → under_way",
        "President Maria Soto left for Germany on Wednesday. → under_way",
    ],
    no=[
        "President Maria Soto headed to Germany on Monday.",
        "President Maria Soto visited Germany on Wednesday.",
    ],
)
def _set_out_today(scene: Scene) -> Finding | None:
    """Somebody set out on the day of the news."""
    verb, when, today = scene.anchor, scene.when, scene.published
    if not scene.trigger.is_verb or scene.in_title or when is None or today is None:
        return None
    is_leaving = scene.trigger.has("destination") and scene.tree.lemma(verb) in _LEAVING
    is_today = when.end >= today.start and (when.end - when.start).days <= 1
    return Finding("under_way", verb) if is_leaving and is_today and is_past(scene.index, verb) else None


@rule(
    yes=[
        "President Maria Soto arrived in Germany on Monday on a five-day visit. → under_way",
        "President Maria Soto landed in Germany on Tuesday for a three-day visit. → under_way",
    ],
    no=[
        "President Maria Soto arrived in Germany on Sunday on a two-day visit.",
        "President Maria Soto arrived in Germany on Monday for a visit.",
    ],
)
def _still_there(scene: Scene) -> Finding | None:
    """Somebody has come for a stay of a told length, which is not over on the day of the news."""
    verb, when, today = scene.clause.verb, scene.when, scene.published
    if verb is None or when is None or today is None or length_of(scene) is None:
        return None
    is_on = when.start < today.start and when.end > today.end
    is_come = scene.trigger.has("destination") and scene.tree.lemma(verb) in _REACHING
    return Finding("under_way", verb) if is_on and is_come and is_past(scene.index, verb) else None


@rule(
    yes=[
        "As we begin this historic summit in Geneva, President Maria Soto of Kenya said, herring matters. → under_way"
    ],
    no=["As we plan this historic summit in Geneva, President Maria Soto of Kenya said, herring matters."],
)
def _begun_by_speaking(scene: Scene) -> Finding | None:
    """Whoever speaks there begins "this" summit."""
    verb, clause, tree = scene.clause.verb, scene.clause, scene.tree
    if verb is None or clause.relation != "object" or tree.lemma(verb) not in _BEGINNING:
        return None
    is_this = any(tree.lower(d) == "this" for d in tree.deps(scene.anchor, "det"))
    is_now = scene.index.factuality(verb).time == "present" and not scene.index.is_denied(verb)
    return Finding("under_way", verb) if is_this and is_now and scene.when is None else None


@rule(
    yes=["Kenya has begun holding talks with Uganda. → under_way"],
    no=["Kenya has finished holding talks with Uganda.", "Kenya has begun criticising talks with Uganda."],
)
def _begun_doing(scene: Scene) -> Finding | None:
    """Somebody has begun to do it."""
    verb = scene.clause.verb
    is_made = scene.clause.relation == "self" or (verb is not None and is_carried(scene, verb))
    if verb is None or not scene.clause.is_done or not is_made or scene.index.tokens[verb].dep != "xcomp":
        return None
    above = scene.index.tokens[verb].head
    is_begun = scene.tree.lemma(above) in _BEGINNING and scene.tree.is_perfect(above) and is_past(scene.index, above)
    return Finding("under_way", above) if is_begun else None


@rule(
    yes=["President Maria Soto: And upon my visit to Germany, I wish to reaffirm the bond between us. → under_way"],
    no=["President Maria Soto: And after my visit to Germany, I wish to reaffirm the bond between us."],
)
def _on_ones_own_visit(scene: Scene) -> Finding | None:
    """Whoever speaks is on it: "upon my visit here, I wish to …"."""
    tree, clause, verb = scene.tree, scene.clause, scene.clause.verb
    if verb is None or clause.preposition not in _ON or not scene.trigger.has("destination"):
        return None
    is_own = any(tree.lower(c) in _SPEAKERS_OWN for c in tree.deps(scene.anchor, "poss"))
    is_now = scene.index.factuality(verb).time == "present" and scene.when is None
    return Finding("under_way", scene.anchor) if is_own and is_now else None


UNDER_WAY = (
    _on_ones_own_visit,
    _going_well_or_not,
    _begun,
    _begun_doing,
    _begun_by_speaking,
    _set_out_today,
    _still_there,
    _going_on_since,
    _goes_on,
    _is_there,
    _there_for_it,
    _going_on_now,
    _amid_it,
    _entered,
    _described_as_going_on,
    _said_to_be_under_way,
)
