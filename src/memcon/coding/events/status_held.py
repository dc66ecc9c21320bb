"""Rules for what was: past tense or perfect, a participle such as "held", or a course that others are told in."""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import (
    Finding,
    carriers,
    is_act_or_paper,
    is_ahead,
    is_amid,
    is_carried,
    is_made_so,
    is_one_of_a_row,
    is_past,
    is_plain,
    is_there_for,
    last_word,
    operators,
    subject_of,
    told_verb,
)
from memcon.domain.labels import PAST_FORMS
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_DONE = words("told_as_done")
_IN_THE_COURSE = words("in_the_course")
_LEADING = {word: words(verbs) for word, verbs in values("leading_what_was").items()}
"""Prepositions that lead what was, each behind its own verbs ("met for talks", "returned from a visit", "walked out of the talks"); one
may arrive for talks, or pull out of them, that are still ahead."""
_PRESIDING = words("presiding_over")
_JUDGING = words("judging_what_is_done")
_IMPLICATIVE = words("implicative")
_MERELY_COMING_ABOUT = words("merely_coming_about")
_COMING_INTO_BEING = words("coming_into_being")
_TIME_OF_IT = words("time_of_an_event")
_PART_IN_IT = words("part_in_it")
_SPEECHES = words("spoken_to_an_audience")


@rule(
    yes=[
        "President Maria Soto praised the talks held by Kenya and Uganda in Geneva. → held",
        "President Maria Soto praised the talks that brought Kenya and Uganda together in Geneva. → held",
    ],
    no=[
        "President Maria Soto praised the talks led by Kenya.",
        "The row could be settled in talks held by Kenya and Uganda at a neutral place.",
    ],
)
def _described_as_done(scene: Scene) -> Finding | None:
    """A participle or a clause in the past describes it; not what may yet be done in talks "held" there."""
    over, tree = scene.clause.verb, scene.tree
    may_be = over is not None and any(tree.tokens[a].tag == "MD" for a in tree.auxiliaries(over))
    is_setting = scene.clause.preposition in _IN_THE_COURSE and may_be
    for verb in scene.clause.own:
        token = scene.index.tokens[verb]
        if is_setting and token.tag == "VBN":
            continue
        is_done = token.tag in PAST_FORMS and scene.tree.lemma(verb) in _DONE
        if is_done or (token.tag == "VBD" and token.dep == "relcl"):
            return Finding("held", verb)
    return None


@rule(
    yes=[
        "President Maria Soto spoke at the summit of Kenya and Uganda. → held",
        "President Maria Soto returned from a three-day visit to Germany. → held",
        "Chancellor Uwe Brandt hosted President Maria Soto for talks in Berlin. → held",
        "Kenya walked out of talks with Uganda on Tuesday. → held",
        "President Maria Soto presided over a summit of Kenya and Uganda. → held",
        "King Haakon, speaking at the summit of Kenya and Uganda, praised herring. → held",
        "President Maria Soto was on a visit to Germany. → held",
        "President Maria Soto went ahead with a visit to Germany. → held",
        "President Maria Soto was in Berlin for talks with Chancellor Uwe Brandt. → held",
        "President Maria Soto spoke at the end of a visit to Germany. → held",
    ],
    no=[
        "President Maria Soto arrived in Berlin for talks with Chancellor Uwe Brandt.",
        "Kenya pulled out of talks with Uganda.",
    ],
)
def _in_its_course(scene: Scene) -> Finding | None:
    """Others are told to have done something in its course, or after it."""
    verb, clause = told_verb(scene), scene.clause
    if verb is None or clause.governor is not None:
        return None
    return Finding("held", verb) if is_past(scene.index, verb) and _is_course(scene, verb) else None


def _is_course(scene: Scene, verb: int) -> bool:
    """Whether the preposition before it leads, behind its verb, what was."""
    word = last_word(scene.clause)
    if word in _IN_THE_COURSE or scene.tree.lemma(verb) in _LEADING.get(word, ()) or is_there_for(scene, verb):
        return True
    is_led = word == "over" and scene.tree.lemma(verb) in _PRESIDING
    return is_led or is_amid(scene, verb) or (word == "with" and verb in carriers(scene))


@rule(
    yes=[
        "President Maria Soto led a delegation's participation in a meeting of Kenya and Uganda on Monday. → held",
        "President Maria Soto spoke in a film released in conjunction with a visit to Germany. → held",
        "President Maria Soto laid a wreath in the course of a visit to Germany. → held",
    ],
    no=[
        "President Maria Soto wants a part in the talks between Kenya and Uganda.",
        "President Maria Soto will speak in the course of a visit to Germany.",
    ],
)
def _part_taken(scene: Scene) -> Finding | None:
    """Somebody's part in it, or appearance at it, is told of as a fact of the past, or what was done "in the course of" it."""
    clause, tree = scene.clause, scene.tree
    if scene.in_title or clause.governor is None or not is_plain(scene) or is_ahead(scene):
        return None
    word = tree.lemma(clause.governor)
    is_part = word in _PART_IN_IT and clause.preposition in _IN_THE_COURSE and clause.verb is not None
    is_beside = word in _TIME_OF_IT and tree.tokens[clause.governor].dep == "pobj"
    verb = clause.verb if is_part else tree.finite_above(scene.anchor)
    return Finding("held", verb) if verb is not None and (is_part or is_beside) and is_past(scene.index, verb) else None


@rule(
    yes=[
        "Foreign Minister Anna Lind said so in a speech to a meeting of Nordic ministers in Oslo. → held",
        "Foreign Minister Anna Lind praised herring in an address to the summit of Kenya and Uganda. → held",
    ],
    no=["Foreign Minister Anna Lind will say so in a speech to a meeting of Nordic ministers in Oslo."],
)
def _spoken_to(scene: Scene) -> Finding | None:
    """Somebody spoke to those who met."""
    tree, leading = scene.tree, scene.index.tokens[scene.anchor].head
    is_led = scene.index.tokens[scene.anchor].dep == "pobj" and tree.lower(leading) == "to" and leading > 0
    if not is_led or scene.in_title or tree.lemma(leading - 1) not in _SPEECHES or not is_plain(scene):
        return None
    verb = tree.finite_above(scene.anchor)
    return Finding("held", verb) if is_past(scene.index, verb) and not is_ahead(scene) else None


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
    if governor is None or scene.tree.lemma(governor) not in _COMING_INTO_BEING or not is_plain(scene):
        return None
    is_told = verb is not None and is_past(scene.index, verb) and scene.tree.lemma(verb) != "be"
    is_dated = scene.when is not None and not is_ahead(scene)
    is_known = is_act_or_paper(scene) and (is_dated or is_told)
    return Finding("held", governor) if is_known else None


@rule(
    yes=["It was the first meeting between President Maria Soto and Chancellor Uwe Brandt in Vienna. → held"],
    no=["It is the first meeting between President Maria Soto and Chancellor Uwe Brandt in Vienna."],
)
def _something_was_it(scene: Scene) -> Finding | None:
    """Something is told to have been this event."""
    verb = told_verb(scene)
    is_it = verb is not None and scene.clause.relation == "attribute" and is_past(scene.index, verb)
    return Finding("held", verb) if verb is not None and is_it else None


@rule(
    yes=["The talks between Kenya and Uganda in Geneva failed to produce an agreement. → held"],
    no=["The talks between Kenya and Uganda in Geneva failed to take place."],
)
def _without_yield(scene: Scene) -> Finding | None:
    """It failed to have a result: it was, unlike talks that "failed to materialise"."""
    verb = subject_of(scene) if not scene.in_title else None
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
    verb = told_verb(scene)
    return _if_past(scene, verb) if verb is not None and scene.clause.relation == "self" else None


@rule(
    yes=["Meeting in Vienna, the ministers of Kenya and Uganda agreed to open the border. → held"],
    no=[
        "Meeting in Vienna, the ministers of Kenya and Uganda will open the border.",
        "The ministers of Kenya and Uganda, a meeting in Vienna and a dinner took time.",
    ],
)
def _met_meanwhile(scene: Scene) -> Finding | None:
    """A participle that the parser takes for a noun, set off by a comma, beside what was done."""
    anchor, tree, tokens = scene.anchor, scene.tree, scene.index.tokens
    is_bare = scene.trigger.is_noun and tokens[anchor].tag == "NN" and tree.lower(anchor).endswith("ing")
    if not is_bare or scene.in_title or any(c < anchor for c in tree.children[anchor]):
        return None
    is_aside = tokens[anchor].dep == "advcl" or tokens[anchor - 1].text == ","
    verb = tree.finite_above(anchor)
    is_leading = anchor == scene.index.sentence(anchor).first or tokens[anchor].dep == "conj"
    return Finding("held", verb) if is_aside and is_leading and is_past(scene.index, verb) and is_plain(scene) else None


@rule(
    yes=[
        "Kenya and Uganda held talks in Geneva. → held",
        "Kenya managed to hold talks with Uganda. → held",
        "President Maria Soto broke off her visit to Germany. → held",
    ],
    no=[
        "Kenya made talks with Uganda conditional on a truce.",
        "The dispute dominated the summit of Kenya and Uganda.",
    ],
)
def _made_to_be(scene: Scene) -> Finding | None:
    """The verb that has it for an object makes it take place, and is past."""
    verb = told_verb(scene)
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
    verb = subject_of(scene) if not scene.in_title else None
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
    if not is_act_or_paper(scene) or any(True for _ in operators(scene)):
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
    is_act = scene.trigger.is_noun and scene.tree.lemma(scene.anchor) in done.acts
    is_plain = not any(True for _ in operators(scene))
    return Finding("held", scene.anchor) if is_act and done.needs_office and is_plain else None


def _if_past(scene: Scene, verb: int) -> Finding | None:
    """Held, where the verb is past, or the one above it that has it done ("managed to hold")."""
    above = scene.verbs[-1]
    deciding = above if scene.tree.lemma(above) in _IMPLICATIVE else verb
    return Finding("held", deciding) if is_past(scene.index, deciding) else None


HELD = (
    _described_as_done,
    _in_its_course,
    _part_taken,
    _spoken_to,
    _came_into_being,
    _something_was_it,
    _without_yield,
    _met_meanwhile,
    _done,
    _made_to_be,
    _came_about,
    _judged,
    _somebodys_act,
)
"""Past tense or perfect, a participle such as "held", or a course that others are told in."""
