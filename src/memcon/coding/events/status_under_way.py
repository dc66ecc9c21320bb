"""Rules for what has begun and is not over."""

from __future__ import annotations

from memcon.coding.events.clauses import part_of_it
from memcon.coding.events.dating import length_of
from memcon.coding.events.publication import opens_the_text
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    Finding,
    carriers,
    is_amid,
    is_carried,
    is_not_over,
    is_of_now,
    is_past,
    is_plain,
    is_plain_fact,
    is_reported,
    is_there_for,
    is_told_how,
    modifiers,
    operators,
    subject_of,
)
from memcon.domain.dates import interval_of
from memcon.domain.labels import NOMINAL
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
_FIRST_ONES = words("first_few") | {"opening"}
_CAME_FOR, _WHERE = words("leading_what_one_came_for"), words("leading_to_where_one_is")
_FARTHEST_PLACE = 6
"""How many words before "for" the "in" of the place may stand."""


@rule(
    yes=[
        "Kenya and Uganda are holding talks in Geneva. → under_way",
        "Foreign Minister Anna Lind said Kenya was holding talks with Uganda. → under_way",
        "The ministers of Kenya and Uganda were meeting in Vienna for the first time since March. → under_way",
    ],
    no=[
        "Kenya and Uganda were holding talks in Geneva when the ceiling fell.",
        "Foreign Minister Anna Lind said Kenya was holding talks with Uganda when the ceiling fell.",
        "Foreign Minister Anna Lind said Kenya was holding talks with Uganda in March.",
        "President Maria Soto is cooking for talks between Kenya and Uganda.",
    ],
)
def _going_on_now(scene: Scene) -> Finding | None:
    """The present progressive, in a report or as the news in the past; of what is done for it, only coming together tells that it goes on."""
    is_done_for = scene.clause.relation == "preposition" and scene.clause.preposition == "for"
    if is_done_for and not any(scene.tree.lemma(v) in _COMING_TOGETHER for v in scene.verbs):
        return None
    for verb in carriers(scene):
        if scene.index.tokens[verb].tag == "VBG" and scene.tree.deps(verb, "aux") and is_of_now(scene, verb):
            return Finding("under_way", verb)
    return None


@rule(
    yes=[
        "Kenya and Uganda are in talks in Geneva. → under_way",
        "President Maria Soto is on a visit to Germany. → under_way",
        "Kenya and Uganda are locked in talks in Geneva. → under_way",
        "Foreign Minister Anna Lind said Kenya was in talks with Uganda. → under_way",
    ],
    no=["President Maria Soto was on a visit to Germany."],
)
def _amid_it(scene: Scene) -> Finding | None:
    """Somebody is in it, or on it."""
    verb = scene.clause.verb
    is_now = verb is not None and is_amid(scene, verb) and is_of_now(scene, verb)
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
        "Ministers of Kenya and Uganda opened a two-day meeting in Geneva. → under_way",
        "Kenya opened talks with Uganda. → under_way",
    ],
    no=[
        "Talks between Kenya and Uganda began in Geneva on Monday.",
        "Talks between Kenya and Uganda have ended in Geneva.",
        "Kenya and Uganda began talks in Geneva in 2021.",
        "Herring was dear. Kenya opened talks with Uganda.",
    ],
)
def _begun(scene: Scene) -> Finding | None:
    """It has begun or was taken up again: in the perfect, on the day of the news or, without a time, as the news or for some days."""
    verb, clause = scene.clause.verb, scene.clause
    if verb is None or not clause.is_argument or scene.tree.lemma(verb) not in _BEGINNING:
        return None
    return Finding("under_way", verb) if is_past(scene.index, verb) and _is_just_begun(scene, verb) else None


def _is_just_begun(scene: Scene, verb: int) -> bool:
    """Whether what a verb tells to have begun has done so of late."""
    if scene.when is not None:
        return is_not_over(scene)
    is_long = (length_of(scene) or 0) > 1 and not scene.in_title
    return scene.tree.is_perfect(verb) or is_long or opens_the_text(scene.index, verb)


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
        "Foreign Minister Anna Lind said talks between Kenya and Uganda had been going on for months. → under_way",
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
        has_now = not helping.isdisjoint(_HAVE) or ("had" in helping and is_reported(scene, verb))
        if (
            scene.index.tokens[verb].tag == "VBG"
            and "been" in helping
            and has_now
            and is_plain_fact(scene.index.factuality(verb))
        ):
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
        "President Maria Soto, on the first day of a three-day visit to Germany, said that herring mattered. → under_way",
        "On the second day of talks between Kenya and Uganda in Geneva, tempers rose. → under_way",
    ],
    no=[
        "President Maria Soto, on the last day of a three-day visit to Germany, said that herring mattered.",
        "On the second day of talks between Kenya and Uganda in 2019, tempers rose.",
    ],
)
def _on_a_day_of_it(scene: Scene) -> Finding | None:
    """Something is told of one of its first days."""
    tree, part = scene.tree, part_of_it(scene.index, scene.anchor)
    if part is None or scene.in_title or tree.lemma(part) != "day":
        return None
    is_counted = any(tree.lower(c) in _FIRST_ONES for c in tree.deps(part, "amod"))
    return Finding("under_way", part) if is_counted and _is_told_today(scene) else None


@rule(
    yes=[
        "Foreign Minister Anna Lind, in Berlin for talks with Chancellor Uwe Brandt, said that herring mattered. → under_way",
        "Foreign Minister Anna Lind, currently in Iceland for a meeting of Nordic ministers, has made no statement. → under_way",
        "Foreign Minister Anna Lind, here for talks with Chancellor Uwe Brandt, said that herring mattered. → under_way",
    ],
    no=[
        "Foreign Minister Anna Lind flew to Berlin for talks with Chancellor Uwe Brandt.",
        "In Berlin, for the talks with Chancellor Uwe Brandt to succeed, herring must be dear.",
        "Foreign Minister Anna Lind, in Berlin for talks with Chancellor Uwe Brandt in March, said that herring mattered.",
    ],
)
def _beside_a_name_there_for_it(scene: Scene) -> Finding | None:
    """Set off behind somebody's name, it is told that he is at the place for it."""
    tree, tokens = scene.tree, scene.index.tokens
    leading = tokens[scene.anchor].head
    if tokens[scene.anchor].dep != "pobj" or tree.lower(leading) not in _CAME_FOR or scene.in_title:
        return None
    near = range(leading - 1, max(0, leading - _FARTHEST_PLACE), -1)
    where = next((i for i in near if tree.lower(i) in _WHERE), None)
    if where is None or not all(tokens[i].pos in NOMINAL for i in range(where + 1, leading)):
        return None
    comma = where - 1 if tokens[where - 1].pos != "ADV" else where - 2  # "currently in Iceland"
    is_aside = comma > 0 and tokens[comma].text == "," and tokens[comma - 1].pos in NOMINAL
    is_told = is_aside and tree.finite_above(scene.anchor) > scene.anchor and is_plain(scene)
    return Finding("under_way", scene.anchor) if is_told and _is_told_today(scene) else None


def _is_told_today(scene: Scene) -> bool:
    """Whether the sentence tells of what was done of late, and the event's time is not over."""
    verb, today = scene.tree.finite_above(scene.anchor), scene.published
    if scene.when is not None and not is_not_over(scene):
        return False
    times = (interval_of(t.edtf) for t in scene.index.times_beside(verb) if t.edtf)
    is_old = today is not None and any(t is not None and (today.start - t.end).days > 1 for t in times)
    return not is_old and scene.index.factuality(verb).time in ("past", "present")


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
    _on_a_day_of_it,
    _beside_a_name_there_for_it,
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
