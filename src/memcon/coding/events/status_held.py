"""Rules for what has come about: it is under way, or it was."""

from __future__ import annotations

from memcon.coding.events.reference import is_definite
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    SETTLED,
    SETTLING,
    Finding,
    carriers,
    is_ahead,
    is_amid,
    is_carried,
    is_made_so,
    is_one_of_a_row,
    is_past,
    is_told_how,
    last_word,
    modifiers,
    operators,
)
from memcon.domain.dates import interval_of
from memcon.domain.rules import rule
from memcon.lexicon import words

_DONE = words("told_as_done")
_IN_THE_COURSE = words("in_the_course")
_LEADING = {"for": words("coming_together"), "from": words("coming_back"), "of": words("going_out")}
"""Prepositions that lead what was, each behind its own verbs ("met for talks", "returned from a visit", "walked out of the talks"); one
may arrive for talks, or pull out of them, that are still ahead."""
_AFTER = words("behind_an_event")
_BEFORE = words("leading_to_what_is_ahead")
_SETTING_OUT = words("setting_out_on")
_ENDING = words("coming_to_its_end")
_LOOKING_BACK = words("looking_back")
_COMING_AFTER, _GROUNDS = words("coming_after_an_event"), frozenset({"on", "upon"})
_JUDGED_FOR = words("judging_for_a_deed")
_ONE_TIME = frozenset({"summit", "forum"})
_SAYING = words("saying")
_ENTERING = words("telling_of_entering")
_UNDER_WAY = words("being_under_way")
_DECIDING = words("deciding_on_an_act")
_JUDGING = words("judging_what_is_done")
_IMPLICATIVE = words("implicative")
_MERELY_COMING_ABOUT = words("merely_coming_about")
_BEGINNING = words("event_taken_up")
_WHERE = words("leading_to_where_one_is")
_OVER = words("told_as_over")
_COMING_INTO_BEING = words("coming_into_being")
_PART_IN_IT = words("part_in_it")
_LATER_THIS, _EARLIER_THIS = words("ahead_in_a_unit"), words("behind_in_a_unit")


# --- told besides ------------------------------------------------------------------------------------------------------------


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


# --- under way ---------------------------------------------------------------------------------------------------------------


@rule(
    yes=["Kenya and Uganda are holding talks in Geneva. → under_way"],
    no=["Kenya and Uganda were holding talks in Geneva when the ceiling fell."],
)
def _going_on_now(scene: Scene) -> Finding | None:
    """The present progressive."""
    for verb in carriers(scene):
        is_now = scene.index.tokens[verb].tag == "VBG" and scene.index.factuality(verb).time == "present"
        if is_now and scene.tree.deps(verb, "aux"):
            return Finding("under_way", verb)
    return None


@rule(
    yes=[
        "Kenya and Uganda are in talks in Geneva. → under_way",
        "President Maria Soto is on a visit to Germany. → under_way",
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
    verb = _subject_of(scene)
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
    verb = _subject_of(scene)
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
    verb = _subject_of(scene)
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
    if verb is None or clause.relation not in ("subject", "object") or scene.tree.lemma(verb) not in _BEGINNING:
        return None
    is_today = scene.when is not None and scene.published is not None and scene.when.end >= scene.published.start
    is_new = scene.tree.is_perfect(verb) and scene.when is None
    return Finding("under_way", verb) if is_past(scene.index, verb) and (is_new or is_today) else None


@rule(
    yes=["President Maria Soto is in Berlin for talks with Chancellor Uwe Brandt. → under_way"],
    no=[
        "President Maria Soto was in Berlin for talks with Chancellor Uwe Brandt.",
        "For the talks with Chancellor Uwe Brandt in June, this is an important day.",
    ],
)
def _there_for_it(scene: Scene) -> Finding | None:
    """Somebody is at the place for it."""
    verb = scene.clause.verb
    is_now = verb is not None and _is_there_for(scene, verb) and scene.index.factuality(verb).time == "present"
    return Finding("under_way", verb) if verb is not None and is_now and not scene.index.is_denied(verb) else None


def _is_there_for(scene: Scene, verb: int) -> bool:
    """Whether a verb of being tells the place where somebody is for the event."""
    is_for = scene.clause.relation == "preposition" and last_word(scene.clause) in ("for", "on")
    is_there = any(
        scene.tree.lower(p) in _WHERE and p + 1 not in scene.index.timex_at
        for p in scene.tree.deps(verb, "prep", "advmod")
    )
    return is_for and is_there and scene.tree.lemma(verb) == "be"


UNDER_WAY = (
    _going_well_or_not,
    _begun,
    _there_for_it,
    _going_on_now,
    _amid_it,
    _entered,
    _described_as_going_on,
    _said_to_be_under_way,
)


# --- held --------------------------------------------------------------------------------------------------------------------


@rule(
    yes=[
        "President Maria Soto praised the talks held by Kenya and Uganda in Geneva. → held",
        "President Maria Soto praised the talks that brought Kenya and Uganda together in Geneva. → held",
    ],
    no=["President Maria Soto praised the talks led by Kenya."],
)
def _described_as_done(scene: Scene) -> Finding | None:
    """A participle or a clause in the past describes it."""
    for verb in scene.clause.own:
        token = scene.index.tokens[verb]
        is_done = token.tag in ("VBN", "VBD") and scene.tree.lemma(verb) in _DONE
        if is_done or (token.tag == "VBD" and token.dep == "relcl"):
            return Finding("held", verb)
    return None


@rule(
    yes=[
        "President Maria Soto spoke at the summit of Kenya and Uganda. → held",
        "President Maria Soto returned from a three-day visit to Germany. → held",
        "Chancellor Uwe Brandt hosted President Maria Soto for talks in Berlin. → held",
        "Kenya walked out of talks with Uganda on Tuesday. → held",
        "President Maria Soto was on a visit to Germany. → held",
        "President Maria Soto went ahead with a visit to Germany. → held",
        "President Maria Soto was in Berlin for talks with Chancellor Uwe Brandt. → held",
    ],
    no=[
        "President Maria Soto arrived in Berlin for talks with Chancellor Uwe Brandt.",
        "Kenya pulled out of talks with Uganda.",
    ],
)
def _in_its_course(scene: Scene) -> Finding | None:
    """Others are told to have done something in its course, or after it."""
    verb, clause = _told_verb(scene), scene.clause
    if verb is None or clause.relation != "preposition" or clause.governor is not None:
        return None
    return Finding("held", verb) if is_past(scene.index, verb) and _is_course(scene, verb) else None


def _is_course(scene: Scene, verb: int) -> bool:
    """Whether the preposition before it leads, behind its verb, what was."""
    word = last_word(scene.clause)
    if word in _IN_THE_COURSE or scene.tree.lemma(verb) in _LEADING.get(word, ()) or _is_there_for(scene, verb):
        return True
    return (word == "on" and is_amid(scene, verb)) or (word == "with" and verb in carriers(scene))


@rule(
    yes=[
        "President Maria Soto led a delegation's participation in a meeting of Kenya and Uganda on Monday. → held",
    ],
    no=["President Maria Soto wants a part in the talks between Kenya and Uganda."],
)
def _part_taken(scene: Scene) -> Finding | None:
    """Somebody's part in it, or appearance at it, is told of as a fact of the past."""
    verb, governor = _told_verb(scene), scene.clause.governor
    if verb is None or governor is None or scene.clause.preposition not in _IN_THE_COURSE:
        return None
    is_part = scene.tree.lemma(governor) in _PART_IN_IT and _is_plain(scene)
    return Finding("held", verb) if is_part and is_past(scene.index, verb) and not is_ahead(scene) else None


@rule(
    yes=[
        "Today's conclusion of a trade agreement between Kenya and Uganda opens new doors. → held",
        "The signing of the accord between Kenya and Uganda ended a long war. → held",
    ],
    no=[
        "The conclusion of a trade agreement between Kenya and Uganda is a goal.",
        "Kenya called for the conclusion of a trade agreement with Uganda.",
    ],
)
def _came_into_being(scene: Scene) -> Finding | None:
    """Its conclusion or adoption is told of, with a day that is not ahead or with what it did."""
    governor, verb = scene.clause.governor, scene.clause.verb
    if governor is None or scene.tree.lemma(governor) not in _COMING_INTO_BEING or not _is_plain(scene):
        return None
    is_told = verb is not None and is_past(scene.index, verb) and scene.tree.lemma(verb) != "be"
    is_dated = scene.when is not None and not is_ahead(scene)
    is_known = _is_act_or_paper(scene) and (is_dated or is_told)
    return Finding("held", governor) if is_known else None


@rule(
    yes=["It was the first meeting between President Maria Soto and Chancellor Uwe Brandt in Vienna. → held"],
    no=["It is the first meeting between President Maria Soto and Chancellor Uwe Brandt in Vienna."],
)
def _something_was_it(scene: Scene) -> Finding | None:
    """Something is told to have been this event."""
    verb = _told_verb(scene)
    is_it = verb is not None and scene.clause.relation == "attribute" and is_past(scene.index, verb)
    return Finding("held", verb) if verb is not None and is_it else None


@rule(
    yes=["The talks between Kenya and Uganda in Geneva failed to produce an agreement. → held"],
    no=["The talks between Kenya and Uganda in Geneva failed to take place."],
)
def _without_yield(scene: Scene) -> Finding | None:
    """It failed to have a result: it was, unlike talks that "failed to materialise"."""
    verb = _subject_of(scene) if not scene.in_title else None
    if verb is None or scene.tree.lemma(verb) != "fail" or not is_past(scene.index, verb):
        return None
    aims = scene.tree.deps(verb, "xcomp")
    return Finding("held", verb) if any(scene.tree.lemma(a) not in _MERELY_COMING_ABOUT for a in aims) else None


@rule(
    yes=[
        "President Maria Soto and Chancellor Uwe Brandt met in Vienna on Monday. → held",
        "Kenya and Uganda are believed to have met in Geneva. → held",
    ],
    no=["President Maria Soto and Chancellor Uwe Brandt meet in Vienna."],
)
def _done(scene: Scene) -> Finding | None:
    """The event's own verb is past."""
    verb = _told_verb(scene)
    return _if_past(scene, verb) if verb is not None and scene.clause.relation == "self" else None


@rule(
    yes=["Kenya and Uganda held talks in Geneva. → held", "Kenya managed to hold talks with Uganda. → held"],
    no=[
        "Kenya made talks with Uganda conditional on a truce.",
        "The dispute dominated the summit of Kenya and Uganda.",
    ],
)
def _made_to_be(scene: Scene) -> Finding | None:
    """The verb that has it for an object makes it take place, and is past."""
    verb = _told_verb(scene)
    if verb is None or scene.clause.relation != "object" or not is_carried(scene, verb) or is_made_so(scene, verb):
        return None
    return _if_past(scene, verb)


@rule(
    yes=[
        "Talks between Kenya and Uganda took place in Geneva. → held",
        "The meeting between President Maria Soto and Chancellor Uwe Brandt was in Vienna. → held",
        "The meeting between President Maria Soto and Chancellor Uwe Brandt was the first since 2019. → held",
    ],
    no=["A meeting between President Maria Soto and Chancellor Uwe Brandt was useful."],
)
def _came_about(scene: Scene) -> Finding | None:
    """The verb of which it is the subject tells that it was; "a meeting was possible" tells of none, "was in Oslo" and "was the first" do."""
    verb = _subject_of(scene) if not scene.in_title else None
    if verb is None or not is_carried(scene, verb):
        return None
    is_told = scene.tree.lemma(verb) != "be" or scene.tree.deps(verb, "prep") or is_one_of_a_row(scene, verb)
    return _if_past(scene, verb) if is_told else None


@rule(
    yes=[
        "Kenya welcomes the truce between Chad and Togo. → held",
        "Kenya welcomed the announcement of a truce between Chad and Togo. → held",
    ],
    no=["Kenya wants a truce between Chad and Togo."],
)
def _judged(scene: Scene) -> Finding | None:
    """An act or a paper that somebody welcomes or condemns, or the announcement of it, is there."""
    if not _is_act_or_paper(scene) or any(True for _ in operators(scene)):
        return None
    verb, governor = scene.clause.verb, scene.clause.governor
    is_judged = verb is not None and governor is None and scene.tree.lemma(verb) in _JUDGING
    is_announced = governor is not None and scene.tree.lemma(governor) == "announcement"
    return Finding("held", scene.anchor) if is_judged or is_announced else None


@rule(
    yes=["The resignation of Foreign Minister Anna Lind surprised Kenya. → held"],
    no=["Kenya wants the resignation of Foreign Minister Anna Lind."],
)
def _somebodys_act(scene: Scene) -> Finding | None:
    """An act that is told of as somebody's, with nothing over it."""
    done = scene.trigger.meaning.done
    is_act = scene.trigger.form == "noun" and scene.tree.lemma(scene.anchor) in done.acts
    is_plain = not any(True for _ in operators(scene))
    return Finding("held", scene.anchor) if is_act and done.needs_office and is_plain else None


def _is_act_or_paper(scene: Scene) -> bool:
    done = scene.trigger.meaning.done
    return scene.trigger.form == "noun" and bool(done.acts or done.papers)


def _if_past(scene: Scene, verb: int) -> Finding | None:
    """Held, where the verb is past, or the one above it that has it done ("managed to hold")."""
    above = scene.verbs[-1]
    deciding = above if scene.tree.lemma(above) in _IMPLICATIVE else verb
    return Finding("held", deciding) if is_past(scene.index, deciding) else None


HELD = (
    _described_as_done,
    _in_its_course,
    _part_taken,
    _came_into_being,
    _something_was_it,
    _without_yield,
    _done,
    _made_to_be,
    _came_about,
    _judged,
    _somebodys_act,
)
"""Past tense or perfect, a participle such as "held", or a course that others are told in."""


# --- by what is left ---------------------------------------------------------------------------------------------------------


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
    times = scene.index.times_beside(scene.anchor)
    told = [t.text.lower() for t in times if interval_of(t.edtf or "") == scene.when]
    if any(text.startswith(start) for text in told for start in _LATER_THIS):
        return Finding("scheduled", scene.anchor)
    is_over = any(text.startswith(start) for text in told for start in _EARLIER_THIS)
    return Finding("held", scene.anchor) if is_over and _is_plain(scene) else None


@rule(
    yes=[
        "Norway hosts a summit of Kenya and Uganda on Wednesday. → scheduled",
        "Kenya and Uganda meet in Geneva on Wednesday. → scheduled",
    ],
    no=["Kenya and Uganda meet in Geneva."],
)
def _on_its_day(scene: Scene) -> Finding | None:
    """The plain present with the day of the news: the timetable of the day."""
    verb = _told_verb(scene)
    is_today = scene.when is not None and scene.published is not None and scene.when.end >= scene.published.start
    if verb is None or not is_today or scene.clause.relation not in ("self", "object", "subject"):
        return None
    is_plain = scene.index.tokens[verb].tag in ("VBZ", "VBP") and scene.index.factuality(verb).time == "present"
    is_telling = scene.clause.relation == "self" or is_carried(scene, verb)
    return Finding("scheduled", verb) if is_plain and is_telling and _is_plain(scene) else None


@rule(
    yes=[
        "The mood after the summit of Kenya and Uganda improved. → held",
        "Following a meeting between President Maria Soto and Chancellor Uwe Brandt on Wednesday, Kenya announces new projects. → held",
    ],
    no=["The mood ahead of the summit of Kenya and Uganda improved."],
)
def _afterwards(scene: Scene) -> Finding | None:
    """ "after the talks", told in the past or with a day that is not ahead: over. "Ahead of the talks" leaves open whether they came."""
    verb = scene.clause.verb
    is_told = verb is not None and is_past(scene.index, verb)
    is_dated = scene.when is not None and scene.published is not None and scene.when.end <= scene.published.end
    is_over = scene.clause.preposition in _AFTER and (is_told or is_dated)
    return Finding("held", scene.anchor) if is_over else None


@rule(
    yes=["Informal meeting with Chancellor Uwe Brandt. → held"],
    no=["An informal meeting with Chancellor Uwe Brandt is what Kenya needs."],
)
def _noted(scene: Scene) -> Finding | None:
    """A note without a verb that is just the event and its party: told as having been."""
    if scene.in_title or scene.trigger.form == "verb" or scene.index.tokens[scene.anchor].dep != "ROOT":
        return None
    sentence = scene.index.sentence(scene.anchor)
    has_verb = any(scene.index.tokens[i].pos in ("VERB", "AUX") for i in range(sentence.first, sentence.last))
    return None if has_verb else Finding("held", scene.anchor)


@rule(
    yes=[
        "The envoys praised the recent visit of President Maria Soto to Germany. → held",
        "The mood is better since the latest talks between Kenya and Uganda. → held",
    ],
    no=["The envoys praised the planned visit of President Maria Soto to Germany."],
)
def _described_as_over(scene: Scene) -> Finding | None:
    """A word before it says that it lies behind."""
    if next(operators(scene), None) is not None:
        return None
    return next((Finding("held", word) for word in modifiers(scene) if scene.tree.lower(word) in _OVER), None)


@rule(
    yes=[
        "On a surprise visit to Germany, President Maria Soto embraced King Haakon. → held",
        "President Maria Soto embarked on a tour of Germany. → held",
    ],
    no=[
        "President Maria Soto, on a visit to Germany, will meet King Haakon.",
        "President Maria Soto insisted on a visit to Germany.",
    ],
)
def _on_the_road(scene: Scene) -> Finding | None:
    """Somebody did something on a visit, or set out on it."""
    verb, clause = _told_verb(scene), scene.clause
    if verb is None or clause.relation != "preposition" or clause.preposition != "on" or clause.governor is not None:
        return None
    is_trip = scene.trigger.has("destination") and (scene.anchor < verb or scene.tree.lemma(verb) in _SETTING_OUT)
    return Finding("held", verb) if is_trip and is_past(scene.index, verb) else None


@rule(
    yes=[
        "A call between President Maria Soto and Chancellor Uwe Brandt this month helped. → held",
        "President Maria Soto rallied her allies, including through her meetings this month in Berlin with Chancellor Uwe Brandt. → held",
    ],
    no=["President Maria Soto welcomed the planned visit of Chancellor Uwe Brandt this month."],
)
def _within_the_week(scene: Scene) -> Finding | None:
    """Told in the past, of a week or month that is well on its way: it was."""
    when, today, tree = scene.when, scene.published, scene.tree
    if when is None or today is None or scene.in_title or scene.trigger.form == "verb":
        return None
    is_on = (today.start - when.start).days > 1 and when.end >= today.start
    verb = tree.finite_above(scene.anchor)
    is_told = is_past(scene.index, verb) and not scene.index.is_denied(scene.anchor)
    is_wished = tree.lemma(verb) in _JUDGED_FOR or tree.lemma(verb) in _DECIDING
    return Finding("held", scene.anchor) if is_on and is_told and not is_wished and _is_plain(scene) else None


@rule(
    yes=[
        "The call followed President Maria Soto's meeting with King Haakon in Berlin. → held",
        "The talks in Oslo, which follow the visit of King Haakon to Germany, are about fish. → held",
        "The plan builds on the summit of Kenya and Uganda in Kampala. → held",
        "The session will build on President Maria Soto's call this week with King Haakon. → held",
    ],
    no=[
        "The call will precede President Maria Soto's meeting with King Haakon in Berlin.",
        "The session will build on President Maria Soto's meeting with King Haakon in Berlin.",
    ],
)
def _followed(scene: Scene) -> Finding | None:
    """Something is told to follow it, or to build on it."""
    verb, clause = _told_verb(scene), scene.clause
    if verb is None or clause.governor is not None or scene.trigger.form == "verb" or is_ahead(scene):
        return None
    is_object = clause.relation == "object" or clause.preposition in _GROUNDS
    is_told = scene.index.factuality(verb).time in {"past", "present"} or _has_begun(scene)
    is_behind = is_object and scene.tree.lemma(verb) in _COMING_AFTER and not scene.index.is_denied(verb)
    return Finding("held", verb) if is_behind and is_told and _is_plain(scene) else None


def _has_begun(scene: Scene) -> bool:
    """Whether its time has begun by the publication."""
    return scene.when is not None and scene.published is not None and scene.when.start <= scene.published.start


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
    if verb is None or scene.clause.relation not in {"object", "self"} or tokens[verb].tag != "VBG":
        return None
    is_made = scene.clause.relation == "self" or is_carried(scene, verb)
    above = tokens[verb].head
    is_for = tokens[verb].dep == "pcomp" and tree.lower(above) == "for"
    judging = tokens[above].head
    is_judged = is_for and tree.lemma(judging) in _JUDGED_FOR and not scene.index.is_denied(verb)
    return Finding("held", verb) if is_judged and is_made and not is_ahead(scene) and _is_plain(scene) else None


@rule(
    yes=["President Maria Soto, ending a two-day visit to Germany, said that herring mattered. → held"],
    no=["President Maria Soto, planning a visit to Germany, said that herring mattered."],
)
def _ended_meanwhile(scene: Scene) -> Finding | None:
    """A participle tells that somebody brings it to an end."""
    verb = _told_verb(scene)
    if verb is None or scene.clause.relation != "object" or scene.index.tokens[verb].tag != "VBG":
        return None
    is_aside = scene.index.tokens[verb].dep in {"acl", "advcl"} and scene.tree.lemma(verb) in _ENDING
    return Finding("held", verb) if is_aside and _is_plain(scene) else None


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
    verb, clause = _told_verb(scene), scene.clause
    is_object = clause.relation == "object" or (clause.relation == "preposition" and clause.preposition == "for")
    is_visit = is_object and clause.governor is None
    if verb is None and clause.governor is not None and scene.tree.lemma(clause.governor) in _PART_IN_IT:
        verb, is_visit = _thanking(scene, clause.governor), True
    if (
        verb is None
        or not (scene.trigger.has("destination") or scene.trigger.kind in _ONE_TIME)
        or not is_visit
        or not _is_plain(scene)
        or is_ahead(scene)
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
    yes=["Ahead of a meeting with King Haakon in Berlin, President Maria Soto said that herring mattered. → scheduled"],
    no=["After a meeting with King Haakon in Berlin, President Maria Soto said that herring mattered."],
)
def _beforehand(scene: Scene) -> Finding | None:
    """Somebody speaks "ahead of" it."""
    verb = _told_verb(scene)
    is_before = verb is not None and scene.clause.preposition in _BEFORE and scene.tree.lemma(verb) in _SAYING
    return Finding("scheduled", scene.anchor) if is_before and _is_plain(scene) else None


@rule(
    yes=["The missile test by Kenya worries Uganda. → held"],
    no=["A missile test by Kenya worries Uganda."],
)
def _in_force(scene: Scene) -> Finding | None:
    """A paper, measure or decision that is known ("the accord", "its sanctions") is there, where nothing over it says else."""
    is_encounter = scene.trigger.has("agenda") or scene.trigger.has("destination") or scene.trigger.has("session")
    if is_encounter or scene.trigger.form != "noun" or scene.in_title or not is_definite(scene):
        return None
    is_open = next(operators(scene), None) is not None or scene.index.factuality(scene.anchor).time == "future"
    return None if is_open else Finding("held", scene.anchor)


LEFT = (
    _by_calendar,
    _in_a_part_of_the_week,
    _on_its_day,
    _described_as_over,
    _afterwards,
    _noted,
    _on_the_road,
    _ended_meanwhile,
    _looked_back_on,
    _followed,
    _judged_for,
    _within_the_week,
    _beforehand,
    _in_force,
)
"""Asked where no verb tells it."""


def _is_plain(scene: Scene) -> bool:
    """Whether no operator stands over it."""
    return next(operators(scene), None) is None


def _told_verb(scene: Scene) -> int | None:
    """The verb that carries it, outside headlines, whose present and participles tell no time."""
    return None if scene.in_title else scene.clause.verb


def _subject_of(scene: Scene) -> int | None:
    """The verb of which it is the subject."""
    return scene.clause.verb if scene.clause.relation == "subject" else None
