"""Rules asked where no verb tells whether an event took place: its day, what is told after it, what follows it."""

from __future__ import annotations

from memcon.coding.events.reference import is_definite, is_known
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    Finding,
    is_ahead,
    is_carried,
    is_not_over,
    is_past,
    is_plain,
    is_run_up,
    is_told_ahead,
    is_told_behind,
    modifiers,
    operators,
    told_verb,
)
from memcon.coding.officials import is_official
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import FREE_CLAUSES, PRESENT_FORMS, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import words

_AFTER = words("behind_an_event")
_BEFORE = words("leading_to_what_is_ahead")
_AHEAD_OF = words("leading_only_to_what_is_ahead")
_SPEAKING_ON = words("acting_on_what_on_leads")
_REACHING_A_PLACE = words("reaching_a_place")
_EXEMPLIFYING = words("giving_an_instance")
_ENDING = words("coming_to_its_end")
_LOOKING_BACK = words("looking_back")
_JUDGED_FOR = words("judging_for_a_deed")
_SAYING = words("saying")
_BEGINNING = words("event_taken_up")
_LEAVING = words("leaving_for_a_place")
_SETTING_OUT = words("leaving_for_a_place") | words("on_the_way") - words("reaching_a_place")
_DECIDING = words("deciding_on_an_act")
_OVER = words("told_as_over")
_PART_IN_IT = words("part_in_it")


@rule(
    yes=[
        "The summit between Kenya and Uganda on 3 May was cold. → held",
    ],
    no=["The summit of Kenya and Uganda: no agenda yet."],
)
def _by_calendar(scene: Scene) -> Finding | None:
    """A dated event without a telling verb: held when its time is over before the publication, scheduled when it lies ahead."""
    if scene.when is None or scene.published is None or scene.index.is_denied(scene.anchor):
        return None
    if scene.when.end < scene.published.start:
        return Finding("held", scene.anchor)
    return Finding("scheduled", scene.anchor) if is_ahead(scene) else None


@rule(
    yes=[
        "President Maria Soto welcomed the summit of Kenya and Uganda later this week. → scheduled",
        "The envoys spoke of the visit of President Maria Soto to Germany earlier this month. → held",
    ],
    no=["President Maria Soto welcomed the summit of Kenya and Uganda this week."],
)
def _in_a_part_of_the_week(scene: Scene) -> Finding | None:
    """ "Later this week" has not come yet, "earlier this week" is over, though the week is on."""
    if scene.when is None or scene.index.is_denied(scene.anchor):
        return None
    if not is_ahead(scene) and is_told_ahead(scene):
        return Finding("scheduled", scene.anchor)
    return Finding("held", scene.anchor) if is_told_behind(scene) and is_plain(scene) else None


@rule(
    yes=[
        "Norway hosts a summit of Kenya and Uganda on Wednesday. → scheduled",
        "Kenya and Uganda meet in Geneva on Wednesday. → scheduled",
    ],
    no=["Kenya and Uganda meet in Geneva."],
)
def _on_its_day(scene: Scene) -> Finding | None:
    """The plain present with the day of the news: the timetable of the day."""
    verb = told_verb(scene)
    if verb is None or not is_not_over(scene) or not (scene.clause.is_done or scene.clause.is_argument):
        return None
    is_bare = scene.index.tokens[verb].tag in PRESENT_FORMS and scene.index.factuality(verb).time == "present"
    is_telling = scene.clause.relation == "self" or is_carried(scene, verb)
    return Finding("scheduled", verb) if is_bare and is_telling and is_plain(scene) else None


@rule(
    yes=[
        "The mood after the summit of Kenya and Uganda improved. → held",
        "The talks come a week after a meeting between President Maria Soto and Chancellor Uwe Brandt in Vienna. → held",
        "Following a meeting between President Maria Soto and Chancellor Uwe Brandt on Wednesday, Kenya announces new projects. → held",
        "Foreign Minister Anna Lind told reporters at a briefing following informal talks with German and Danish ministers. → held",
        "Foreign Minister Anna Lind, here on a visit after talks with Chancellor Uwe Brandt in Oslo, said that herring mattered. → held",
        "Defence Minister Jens Holm, briefing reporters after a separate meeting with Chancellor Uwe Brandt, said Norway was confident. → held",
    ],
    no=[
        "The mood ahead of the summit of Kenya and Uganda improved.",
        "Kenya wants peace after talks with Uganda.",
    ],
)
def _afterwards(scene: Scene) -> Finding | None:
    """ "after the talks", told in the past or with a day that is not ahead: over. "Ahead of the talks" leaves open whether they came."""
    verb = scene.clause.verb
    above = verb
    if verb is None or scene.tree.tokens[verb].tag == "VBG":
        above = scene.tree.finite_above(scene.anchor if verb is None else verb)
    is_on_a_name = verb is None and (not is_plain(scene) or scene.tree.lemma(above or 0) not in _SAYING)
    is_told = above is not None and is_past(scene.index, above) and not is_on_a_name
    is_dated = scene.when is not None and scene.published is not None and scene.when.end <= scene.published.end
    is_before = verb is not None and scene.tree.lemma(verb) == "come" and scene.clause.relation == "preposition"
    is_over = scene.clause.preposition in _AFTER and (is_told or is_dated or (is_before and is_plain(scene)))
    return Finding("held", scene.anchor) if is_over else None


@rule(
    yes=["Informal meeting with Chancellor Uwe Brandt. → held"],
    no=["An informal meeting with Chancellor Uwe Brandt is what Kenya needs."],
)
def _noted(scene: Scene) -> Finding | None:
    """A note without a verb that is just the event and its party: told as having been."""
    if scene.in_title or scene.trigger.is_verb or scene.index.tokens[scene.anchor].dep != "ROOT":
        return None
    sentence = scene.index.sentence(scene.anchor)
    has_verb = any(scene.index.tokens[i].pos in VERBAL for i in range(sentence.first, sentence.last))
    return None if has_verb else Finding("held", scene.anchor)


@rule(
    yes=[
        "The envoys praised the recent visit of President Maria Soto to Germany. → held",
        "The mood is better since the latest talks between Kenya and Uganda. → held",
    ],
    no=[
        "The envoys praised the planned visit of President Maria Soto to Germany.",
        "President Maria Soto came to Berlin for a historic summit of Kenya and Uganda.",
    ],
)
def _described_as_over(scene: Scene) -> Finding | None:
    """A word before it says that it lies behind; not of what somebody comes for ("came for a historic meeting")."""
    verb = scene.clause.verb
    is_for = verb is not None and scene.clause.preposition == "for" and scene.clause.governor is None
    is_come_for = is_for and scene.tree.lemma(verb or 0) not in _JUDGED_FOR
    if next(operators(scene), None) is not None or is_come_for:
        return None
    return next((Finding("held", word) for word in modifiers(scene) if scene.tree.lower(word) in _OVER), None)


@rule(
    yes=[
        "On a surprise visit to Germany, President Maria Soto embraced King Haakon. → held",
        "President Maria Soto embarked on a tour of Germany. → held",
        "President Maria Soto laid a wreath for the victims on a visit to Germany. → held",
        "When President Maria Soto arrived in Germany for a hastily arranged visit, it rained. → held",
    ],
    no=[
        "President Maria Soto, on a visit to Germany, will meet King Haakon.",
        "President Maria Soto insisted on a visit to Germany.",
    ],
)
def _on_the_road(scene: Scene) -> Finding | None:
    """Somebody did something on a visit, or set out on it."""
    verb, clause = told_verb(scene), scene.clause
    if verb is None or not scene.trigger.has("destination"):
        return None
    lemma, word = scene.tree.lemma(verb), clause.preposition
    is_on_it = word == "on" and clause.governor is None and (scene.anchor < verb or lemma not in _SPEAKING_ON)
    is_there = word == "for" and lemma in _REACHING_A_PLACE
    return Finding("held", verb) if (is_on_it or is_there) and is_past(scene.index, verb) else None


@rule(
    yes=[
        "A call between President Maria Soto and Chancellor Uwe Brandt this month helped. → held",
        "President Maria Soto rallied her allies, including through her meetings this month in Berlin with Chancellor Uwe Brandt. → held",
    ],
    no=[
        "President Maria Soto welcomed the planned visit of Chancellor Uwe Brandt this month.",
        "Kenya agreed to meet Uganda on the margins of the forum in Berlin this month.",
    ],
)
def _within_the_week(scene: Scene) -> Finding | None:
    """Told in the past, of a week or month that is well on its way: it was."""
    tree = scene.tree
    if not _is_well_on(scene) or scene.in_title or scene.trigger.is_verb:
        return None
    verb = tree.finite_above(scene.anchor)
    is_told = is_past(scene.index, verb) and not scene.index.is_denied(scene.anchor)
    between = (v for v in tree.above(scene.anchor) if v != verb and verb in tree.above(v))
    is_aimed_at = any(scene.index.factuality(v).operator("arrangement", "proposal", "expectation") for v in between)
    is_wished = is_aimed_at or tree.lemma(verb) in _JUDGED_FOR or tree.lemma(verb) in _DECIDING
    return Finding("held", scene.anchor) if is_told and not is_wished and is_plain(scene) else None


def _is_well_on(scene: Scene) -> bool:
    """Whether its time began two days ago or earlier, and is not over."""
    when, today = scene.when, scene.published
    return when is not None and today is not None and (today.start - when.start).days > 1 and is_not_over(scene)


@rule(
    yes=[
        "Kenya criticized Uganda for holding a military exercise with Chad. → held",
        "President Maria Soto thanked King Haakon for hosting the summit of Kenya and Uganda. → held",
    ],
    no=["Kenya criticized Uganda for planning a military exercise with Chad."],
)
def _judged_for(scene: Scene) -> Finding | None:
    """Somebody is praised, thanked or blamed for holding it."""
    verb, tree, tokens = scene.clause.verb, scene.tree, scene.tree.tokens
    if verb is None or not scene.clause.is_done or tokens[verb].tag != "VBG":
        return None
    is_made = scene.clause.relation == "self" or is_carried(scene, verb)
    above = tokens[verb].head
    is_for = tokens[verb].dep == "pcomp" and tree.lower(above) == "for"
    judging = tokens[above].head
    is_judged = is_for and tree.lemma(judging) in _JUDGED_FOR and not scene.index.is_denied(verb)
    return Finding("held", verb) if is_judged and is_made and _is_told_plainly(scene) else None


def _is_told_plainly(scene: Scene) -> bool:
    """Whether nothing over it makes it less than a fact, and its time does not lie ahead."""
    return is_plain(scene) and not is_ahead(scene)


@rule(
    yes=["President Maria Soto, ending a two-day visit to Germany, was praised by herring fishers. → held"],
    no=["President Maria Soto, planning a visit to Germany, said that herring mattered."],
)
def _ended_meanwhile(scene: Scene) -> Finding | None:
    """A participle tells that somebody brings it to an end."""
    verb = told_verb(scene)
    if verb is None or scene.clause.relation != "object" or scene.index.tokens[verb].tag != "VBG":
        return None
    is_aside = scene.index.tokens[verb].dep in FREE_CLAUSES and scene.tree.lemma(verb) in _ENDING
    return Finding("held", verb) if is_aside and is_plain(scene) else None


@rule(
    yes=[
        "President Maria Soto praised the visit of King Haakon to Germany. → held",
        "President Maria Soto thanked King Haakon for his visit to Germany. → held",
        "President Maria Soto lauded the summit of Kenya and Uganda. → held",
        "President Maria Soto thanked King Haakon for his participation in the summit of Kenya and Uganda. → held",
    ],
    no=["President Maria Soto praised the upcoming visit of King Haakon to Germany."],
)
def _looked_back_on(scene: Scene) -> Finding | None:
    """Somebody praised a visit or summit, or gave thanks for it, or for a part in it; talks that are praised may be of any time."""
    verb, clause = told_verb(scene), scene.clause
    is_object = clause.relation == "object" or (clause.relation == "preposition" and clause.preposition == "for")
    is_visit = is_object and clause.governor is None
    if verb is None and clause.governor is not None and scene.tree.lemma(clause.governor) in _PART_IN_IT:
        verb, is_visit = _thanking(scene, clause.governor), True
    if (
        verb is None
        or not (scene.trigger.has("destination") or scene.trigger.has("assembly"))
        or not is_visit
        or not _is_told_plainly(scene)
    ):
        return None
    is_back = scene.tree.lemma(verb) in _LOOKING_BACK and is_past(scene.index, verb)
    return Finding("held", verb) if is_back else None


def _thanking(scene: Scene, part: int) -> int | None:
    """The verb of "thanked her for her participation in" an event."""
    tokens = scene.tree.tokens
    preposition = tokens[part].head
    is_for = tokens[part].dep == "pobj" and scene.tree.lower(preposition) == "for" and not scene.in_title
    return tokens[preposition].head if is_for and tokens[tokens[preposition].head].pos == "VERB" else None


@rule(
    yes=[
        "The leaders praised initiatives such as the Nairobi Summit of Kenya and Uganda. → held",
        "The leaders praised peace efforts, as exemplified by the Nairobi Summit of Kenya and Uganda. → held",
    ],
    no=["The leaders praised initiatives such as the planned summit of Kenya and Uganda."],
)
def _instanced(scene: Scene) -> Finding | None:
    """A visit or a summit is named as an instance of what is told as there."""
    tree, tokens = scene.tree, scene.index.tokens
    leading = tokens[scene.anchor].head
    while tokens[leading].dep == "conj" or tokens[leading].dep == "pobj":
        leading = tokens[leading].head
    is_such = tree.lower(leading) == "as" and any(tree.lower(c) == "such" for c in tree.children[leading])
    is_instance = is_such or tree.lemma(tokens[leading].head) in _EXEMPLIFYING
    is_one = scene.trigger.has("destination") or scene.trigger.has("assembly")
    is_known = is_one and bool(tree.deps(scene.anchor, "det", "poss")) and not is_ahead(scene)
    if not (is_instance and is_known):
        return None
    return Finding("held", scene.anchor) if is_plain(scene) else None


@rule(
    yes=[
        "Ahead of a meeting with King Haakon in Berlin, President Maria Soto said that herring mattered. → scheduled",
        "Ahead of the meeting with King Haakon in Berlin, President Maria Soto struck a softer tone. → scheduled",
        "President Maria Soto spoke today with Chancellor Uwe Brandt in advance of the Nordic Summit. → scheduled",
        "In the run-up to the summit of Kenya and Uganda, President Maria Soto struck a softer tone. → scheduled",
    ],
    no=[
        "After a meeting with King Haakon in Berlin, President Maria Soto said that herring mattered.",
        "The mood ahead of the meeting with King Haakon improved.",
        "In 2019, ahead of the summit of Kenya and Uganda, President Maria Soto struck a softer tone.",
    ],
)
def _beforehand(scene: Scene) -> Finding | None:
    """Somebody speaks "ahead of" it, or does something ahead of one that is known."""
    clause, tree = scene.clause, scene.tree
    verb = told_verb(scene)
    is_before = verb is not None and clause.preposition in _BEFORE and tree.lemma(verb) in _SAYING
    is_led = clause.governor is None and clause.preposition in _AHEAD_OF
    is_ahead_of = (is_run_up(scene) or is_led) and is_known(scene) and not _is_long_ago(scene)
    is_told = is_before or (is_ahead_of and not scene.in_title)
    return Finding("scheduled", scene.anchor) if is_told and is_plain(scene) else None


def _is_long_ago(scene: Scene) -> bool:
    """Whether its clause tells of a time that was over some days before the publication: what was ahead then may be over too."""
    verb, today = scene.tree.finite_above(scene.anchor), scene.published
    times = (interval_of(t.edtf) for t in scene.index.times_beside(verb) if t.edtf)
    return today is not None and any(t is not None and (today.start - t.end).days > 1 for t in times)


@rule(
    yes=["Envoy Jens Holm left on Wednesday for talks with Uganda. → scheduled"],
    no=[
        "Envoy Jens Holm left in 2019 for talks with Uganda.",
        "Envoy Jens Holm called on Wednesday for talks with Uganda.",
    ],
)
def _set_out_for_it(scene: Scene) -> Finding | None:
    """Somebody has set out for talks, a few days ago at most."""
    verb, clause, today = told_verb(scene), scene.clause, scene.published
    is_for = clause.preposition == "for" and clause.governor is None and scene.trigger.has("agenda")
    if verb is None or today is None or not is_for or scene.tree.lemma(verb) not in _LEAVING:
        return None
    is_new = bool(scene.index.times_beside(verb)) and not _is_long_ago(scene)
    return Finding("scheduled", verb) if is_new and is_past(scene.index, verb) and is_plain(scene) else None


@rule(
    yes=["The missile test by Kenya worries Uganda. → held"],
    no=["A missile test by Kenya worries Uganda."],
)
def _in_force(scene: Scene) -> Finding | None:
    """A paper, measure or decision that is known ("the accord", "its sanctions") is there, where nothing over it says else."""
    is_encounter = scene.trigger.has("agenda") or scene.trigger.has("destination") or scene.trigger.has("session")
    if is_encounter or not scene.trigger.is_noun or scene.in_title or not is_definite(scene):
        return None
    is_open = next(operators(scene), None) is not None or scene.index.factuality(scene.anchor).time == "future"
    return None if is_open else Finding("held", scene.anchor)


@rule(
    yes=[
        "President Maria Soto meets Chancellor Uwe Brandt in Vienna → held",
        "Kenya, Uganda hold talks in Geneva → held",
        "Summit of Kenya and Uganda opens in Geneva → under_way",
    ],
    no=[
        "President Maria Soto meets Chancellor Uwe Brandt in Vienna.",
        "President Maria Soto heads to Germany",
        "Coach meets players in Vienna",
    ],
)
def _news_of_a_line(scene: Scene) -> Finding | None:
    """What a headline that comes by itself tells in the present has come about; not a journey that may only be set out on."""
    verb, clause = told_verb(scene), scene.clause
    if verb is None or not scene.index.is_one_headline or clause.governor is not None or not is_plain(scene):
        return None
    if not _is_of_public_business(scene.index):
        return None
    if scene.tree.tense(verb) != "present" or scene.tree.tokens[verb].tag == "VBG" or scene.index.is_denied(verb):
        return None
    is_told = clause.relation == "self" or (clause.is_argument and is_carried(scene, verb))
    is_open = scene.tree.lemma(verb) in _SETTING_OUT or is_ahead(scene)
    if not is_told or is_open:
        return None
    return Finding("under_way" if scene.tree.lemma(verb) in _BEGINNING else "held", verb)


def _is_of_public_business(index: TextIndex) -> bool:
    """Whether somebody official is named, or two persons by their names."""
    actors = index.annotation.actors
    return any(is_official(a) for a in actors) or sum(a.kind == "person" for a in actors) > 1


LEFT = (
    _news_of_a_line,
    _by_calendar,
    _in_a_part_of_the_week,
    _on_its_day,
    _described_as_over,
    _afterwards,
    _noted,
    _on_the_road,
    _ended_meanwhile,
    _looked_back_on,
    _judged_for,
    _within_the_week,
    _instanced,
    _beforehand,
    _set_out_for_it,
    _in_force,
)
"""Asked where no verb tells it."""
