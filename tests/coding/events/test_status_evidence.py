"""What the wording around an event says, each question asked by itself on drawn sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import scene_of
from memcon.coding.events.scene import Scene, Trigger
from memcon.coding.events.status_evidence import (
    Finding,
    carriers,
    find_acts,
    is_about_event,
    is_act_or_paper,
    is_ahead,
    is_amid,
    is_called,
    is_carried,
    is_not_over,
    is_told_ahead,
    is_told_behind,
    is_unmet,
    modifiers,
    moved_by,
    operators,
    settled_status,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.records import EventKind
from tests.coding.events.scenes import found
from tests.notation import read


def scene(drawn: str, of: str = "talks", kind: EventKind = "talks", form: str = "noun", **more: str | None) -> Scene:
    """The scene of the word `of` in a drawn sentence."""
    index = TextIndex(read(drawn, more.get("published", "2024-05-15")).annotation)
    i = next(t.i for t in index.tokens if t.text.lower() == of)
    told = scene_of(index, Trigger(anchor=i, first=i, last=i, kind=kind, form=form))  # type: ignore[arg-type]
    when = more.get("when")
    return replace(told, when=interval_of(when) if when else None)


def words(scene: Scene, found: Callable[[Scene], object]) -> list[str]:
    """The words at the tokens that a function gives."""
    return [scene.index.tree.lower(i) for i in sorted(found(scene))]  # type: ignore[call-overload]


DELAYED = "The{DT det talks} delayed{VBN:delay amod talks} talks{NNS:talk nsubj began | negative past postponement:delayed} began{VBD:begin | past} ."
HELD = "They{PRP nsubj held} held{VBD:hold | past} delayed{VBN:delay amod talks} talks{NNS:talk dobj held | negative past postponement:delayed} ."
WERE_HELD = "Delayed{VBN:delay amod talks} talks{NNS:talk nsubjpass held | negative past postponement:delayed} were{VBD:be auxpass held} held{VBN:hold | past} ."
PLANNED = "Talks{NNS:talk nsubj began | past expectation:planned} were{VBD:be auxpass planned} planned{VBN:plan relcl talks | past} for{IN prep planned} May{NNP pobj for} began{VBD:begin | past} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (DELAYED, ["delayed"]),
        (DELAYED.replace("VBD:begin | past", "VBP:begin | present"), []),
        (DELAYED.replace("VBD:begin | past", "VB:begin | future arrangement:the"), ["delayed"]),
        (DELAYED.replace("VBD:begin | past", "VB:begin | future expectation:the"), []),
        (DELAYED.replace("VBD:begin | past", "VBD:begin | probable past expectation:the"), []),
        (DELAYED.replace("VBD:begin | past", "VBD:begin | negative past negation:the"), []),
        (DELAYED.replace("VBD:begin", "VBD:matter"), []),
        (DELAYED.replace("VBD:begin", "VBD:hold"), []),
        (DELAYED.replace("postponement:delayed", "postponement:the"), []),
        (DELAYED.replace("VBN:delay amod", "VBN:delay appos"), []),
        (DELAYED.replace("delayed{VBN:delay amod talks} talks{", "talks{").replace(" began{", " delayed{VBN:delay amod talks} began{"), []),
        (DELAYED.replace("NNS:talk nsubj", "NNS:talk attr"), []),
        (HELD, ["delayed"]),
        (HELD.replace("VBD:hold", "VBD:happen"), []),
        (WERE_HELD, ["delayed"]),
        (WERE_HELD.replace("VBN:hold", "VBN:take"), []),
        (PLANNED, ["planned"]),
        (PLANNED.replace("expectation:planned", "expectation:planned obligation:were"), ["were", "planned"]),
        (PLANNED.replace("began{VBD:begin | past}", "began{VBP:begin | present}"), []),
        ("At{IN prep began} delayed{VBN:delay amod talks} talks{NNS:talk pobj at | negative postponement:delayed} it{PRP nsubj began} began{VBD:begin | past} .", []),
        ("Delayed{VBN:delay amod talks} talks{NNS:talk | negative postponement:delayed} .", []),
    ],
)  # fmt: skip
def test_what_an_event_was_before_it_took_place(drawn: str, expected: list[str]) -> None:
    """Its describing words, where the sentence tells that it took place, or is to."""
    assert expected == words(scene(drawn), lambda s: s.former)
    assert [] == words(scene(drawn, form="verb"), lambda s: s.former)


@pytest.mark.parametrize(
    ("drawn", "of", "kind", "expected"),
    [
        # an aim is not of it, nor what a paper says
        ("Talks{NNS:talk nsubj mattered} to{TO aux mend} mend{VB acl talks | purpose:mend} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mattered"]),
        ("Talks{NNS:talk nsubj mattered} not{RB neg mend} to{TO aux mend} mend{VB acl talks | negation:not purpose:mend} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mattered"]),
        ("Talks{NNS:talk nsubj mattered} to{TO aux mend} mend{VB acl talks | expectation:mend} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mend", "mattered"]),
        ("Talks{NNS:talk nsubj mattered} to{TO aux mend} mend{VB acl talks | purpose:mattered} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mend", "mattered"]),
        ("Talks{NNS:talk nsubj mattered} to{TO aux mend} mend{VB acl talks | purpose:ties} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mend", "mattered"]),
        ("Talks{NNS:talk nsubj mattered} to{TO aux mend} mend{VB acl talks | purpose:talks} ties{NNS:tie dobj mend} mattered{VBD:matter} .", "talks", "talks", ["mend", "mattered"]),
        ("A{DT det deal} deal{NN nsubj mattered} to{TO aux draw} draw{VB acl deal} lines{NNS:line dobj draw} mattered{VBD:matter} .", "deal", "agreement", ["mattered"]),
        ("A{DT det deal} deal{NN nsubj mattered} to{TO aux draw} draw{VB acl deal} lines{NNS:line dobj draw} mattered{VBD:matter} .", "deal", "talks", ["draw", "mattered"]),
        ("A{DT det deal} deal{NN nsubj mattered} to{TO aux come} come{VB acl deal} mattered{VBD:matter} .", "deal", "agreement", ["come", "mattered"]),
        ("A{DT det deal} deal{NN nsubj mattered} drawing{VBG:draw acl deal} lines{NNS:line dobj drawing} mattered{VBD:matter} .", "deal", "agreement", ["drawing", "mattered"]),
        # the verb that carries it, or makes it come about
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} talks{NNS:talk pobj to} .", "talks", "talks", ["came"]),
        ("They{PRP nsubj spoke} spoke{VBD:speak} at{IN prep spoke} talks{NNS:talk pobj at} .", "talks", "talks", []),
        ("They{PRP nsubj went} went{VBD:go} ahead{RB advmod went} at{IN prep went} talks{NNS:talk pobj at} .", "talks", "talks", []),
        ("They{PRP nsubj walked} walked{VBD:walk} with{IN prep walked} talks{NNS:talk pobj with} .", "talks", "talks", []),
        ("They{PRP nsubj voiced} voiced{VBD:voice} hope{NN dobj voiced} for{IN prep hope} talks{NNS:talk pobj for} .", "talks", "talks", []),
        ("They{PRP nsubj feared} feared{VBD:fear} talks{NNS:talk dobj feared | expectation:feared} .", "talks", "talks", ["feared"]),
        ("Talks{NNS:talk attr were} were{VBD:be} it{PRP nsubj were} .", "talks", "talks", ["were"]),
    ],
)  # fmt: skip
def test_which_verbs_speak_of_it(drawn: str, of: str, kind: EventKind, expected: list[str]) -> None:
    """What it is for, or what it says, is something else."""
    told = scene(drawn, of, kind)

    assert expected == [told.index.tree.lower(i) for i in carriers(told)]


@pytest.mark.parametrize("form", ["channel", "verb"])
def test_only_a_noun_is_a_paper(form: str) -> None:
    """A channel of that name, or a verb, says nothing of its own."""
    drawn = "A{DT det deal} deal{NN nsubj mattered} to{TO aux draw} draw{VB acl deal} lines{NNS:line dobj draw} mattered{VBD:matter} ."
    told = scene(drawn, "deal", "agreement", form)

    assert ("draw" in words(told, lambda s: list(carriers(s)))) is (form == "channel")
    assert not is_act_or_paper(told)


@pytest.mark.parametrize(
    ("kind", "expected"), [("agreement", True), ("signing", True), ("aid", True), ("meeting", False)]
)
def test_acts_and_papers_are_kinds_of_their_own(kind: EventKind, expected: bool) -> None:
    """By what the codebook names of a kind."""
    assert is_act_or_paper(scene("A{DT det deal} deal{NN} .", "deal", kind)) is expected


@pytest.mark.parametrize(
    ("lemma", "more", "about", "carried"),
    [
        ("hold", "", True, True),
        ("boycott", "", True, False),
        ("praise", "", False, False),
        ("kick", "off{RP prt did} ", False, True),
        ("kick", "", False, False),
    ],
)
def test_what_makes_its_object(lemma: str, more: str, about: bool, carried: bool) -> None:
    """A verb with its particle; who stays away makes nothing."""
    told = scene(f"They{{PRP nsubj did}} did{{VBD:{lemma}}} {more}talks{{NNS:talk dobj did}} .")
    assert told.clause.verb is not None

    assert (about, carried) == (is_about_event(told, told.clause.verb), is_carried(told, told.clause.verb))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("Talks{NNS:talk nsubj began} began{VBD:begin} .", True),
        ("Talks{NNS:talk nsubj mattered} mattered{VBD:matter} .", False),
        ("Talks{NNS:talk nsubjpass held} were{VBD:be auxpass held} held{VBN:chair} .", True),
        ("Talks{NNS:talk nsubj held} held{VBD:chair} .", False),
        ("Talks{NNS:talk nsubjpass held} were{VBD:be auxpass held} held{VBN:praise} .", False),
    ],
)
def test_what_has_it_as_its_subject(drawn: str, expected: bool) -> None:
    """It begins, or is chaired."""
    told = scene(drawn)
    assert told.clause.verb is not None

    assert is_carried(told, told.clause.verb) is expected


def test_operators_come_once_and_not_from_before() -> None:
    """Those on its own word, then those on the verbs that speak of it, without what it was before."""
    drawn = "Delayed{VBN:delay amod talks} talks{NNS:talk dobj hold | postponement:delayed expectation:plan} they{PRP nsubj plan} plan{VBP} to{TO aux hold} hold{VB xcomp plan | expectation:plan proposal:they} ."
    told = scene(drawn)

    assert ["postponement", "expectation", "proposal"] == [o.kind for o in operators(told)]
    former = replace(told, former=frozenset({0}))
    assert ["expectation", "proposal"] == [o.kind for o in operators(former)]


def test_words_over_a_name_in_its_phrase_are_over_it() -> None:
    """ "A summit with Peru, which they say was planned" hangs on the name."""
    drawn = "Talks{NNS:talk nsubj mattered} with{IN prep talks} Peru{NNP pobj with | expectation:planned} planned{VBN:plan acl talks} mattered{VBD:matter} ."

    assert [] == [o.kind for o in operators(scene(drawn))]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("possibility:meet", ["agreed", "meet"]),
        ("possibility:they", ["agreed"]),
        ("possibility:agreed", []),
        ("possibility:lima", ["agreed"]),
    ],
)
def test_a_verb_over_itself_decides_nothing(told: str, expected: list[str]) -> None:
    """Whatever else stands over it."""
    drawn = f"They{{PRP nsubj agreed}} agreed{{VBD:agree | past {told}}} to{{TO aux meet}} meet{{VB xcomp agreed | future arrangement:agreed}} in{{IN prep meet}} Lima{{NNP pobj in}} ."

    assert expected == words(scene(drawn, "meet", "meeting", "verb"), find_acts)


@pytest.mark.parametrize(
    ("drawn", "form", "expected"),
    [
        ("The{DT det talks} long{JJ amod talks} talks{NNS:talk} later{RB advmod talks} .", "noun", ["long"]),
        ("The{DT det talks} peace{NN compound talks} talks{NNS:talk} .", "noun", ["peace"]),
        ("The{DT det talks} long{JJ amod talks} talks{NNS:talk} .", "channel", ["long"]),
        ("They{PRP nsubj talks} often{RB advmod talks} talks{VBZ:talk} .", "verb", []),
    ],
)
def test_what_describes_it_stands_before_it(drawn: str, form: str, expected: list[str]) -> None:
    """Of a noun; once a word is enough."""
    assert expected == list(dict.fromkeys(words(scene(drawn, form=form), lambda s: list(modifiers(s)))))


@pytest.mark.parametrize(
    ("when", "published", "expected"),
    [
        ("2024-05-16", "2024-05-15", (True, True)),
        ("2024-05-15", "2024-05-15", (False, True)),
        ("2024-05-14", "2024-05-15", (False, False)),
        ("2024-05-13/2024-05-15", "2024-05-15", (False, True)),
        ("2024-05", "2024-05-15", (False, True)),
        ("2024-05-16", "2024-05", (False, True)),
        ("2024-05-16", None, (False, False)),
        (None, "2024-05-15", (False, False)),
    ],
)
def test_what_is_ahead_and_what_is_not_over(
    when: str | None, published: str | None, expected: tuple[bool, bool]
) -> None:
    """Ahead wholly behind the publication, not over where it reaches it."""
    told = scene("Talks{NNS:talk} .", when=when, published=published)

    assert expected == (is_ahead(told), is_not_over(told))


BEGIN = "Talks{{NNS:talk nsubj begin}} begin{{VBP}} [time:{part}={days}]{{NN npadvmod begin}} ."


@pytest.mark.parametrize(
    ("part", "days", "when", "expected"),
    [
        ("later this week", "2024-05-15/2024-05-19", "2024-05-15/2024-05-19", (True, False)),
        ("earlier this week", "2024-05-13/2024-05-15", "2024-05-13/2024-05-15", (False, True)),
        ("this week", "2024-05-13/2024-05-19", "2024-05-13/2024-05-19", (False, False)),
        ("later this week", "2024-05-15/2024-05-19", "2024-05-13/2024-05-15", (False, False)),
        ("later this week", "2024-05-15/2024-05-19", "2024-05-20", (True, False)),
        ("earlier this week", "2024-05-13/2024-05-15", "2024-05-16", (True, False)),
        ("later this week", "2024-05-15/2024-05-19", None, (False, False)),
        ("earlier this week", "2024-05-13/2024-05-15", None, (False, False)),
    ],
)
def test_its_time_may_be_a_part_of_the_week(
    part: str, days: str, when: str | None, expected: tuple[bool, bool]
) -> None:
    """By the words of its own time, not of another in the sentence."""
    told = scene(BEGIN.format(part=part, days=days), when=when)

    assert expected == (is_told_ahead(told), is_told_behind(told))


def test_its_time_may_stand_without_a_verb() -> None:
    """In a note."""
    told = scene(
        "Talks{NNS:talk} [time:later this week=2024-05-15/2024-05-19]{NN npadvmod talks} .",
        when="2024-05-15/2024-05-19",
    )

    assert is_told_ahead(told)


SHOULD = "They{PRP nsubj met} should{MD aux met} have{VB aux met} met{VBN:meet | obligation:should} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", True),
        ("have{VB aux met} ", "", False),
        ("have{VB aux met} ", "get{VB aux met} ", False),
        ("have{VB aux met} ", "just{VB aux met} ", False),
        ("MD aux met", "MD ccomp met", False),
        ("MD aux met", "MD auxpass met", True),
        ("obligation:should", "possibility:should", False),
        ("obligation:should", "", False),
    ],
)
def test_what_should_have_been_stays_open(told: str, by: str, expected: bool) -> None:
    """ "Should have met", told of the past."""
    assert is_unmet(scene(SHOULD.replace(told, by, 1), "met", "meeting", "verb")) is expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # "no talks are planned", "there were no talks planned"
        ("No{DT det talks} talks{NNS:talk nsubjpass planned | negative expectation:planned negation:no} are{VBP:be auxpass planned} planned{VBN:plan} .", "denied by planned"),
        ("There{EX expl were} were{VBD:be} no{DT det talks} talks{NNS:talk attr were | negative expectation:planned negation:no} planned{VBN:plan acl talks} .", "denied by planned"),
        ("No{DT det talks} talks{NNS:talk nsubjpass scheduled | negative arrangement:scheduled negation:no} are{VBP:be auxpass scheduled} scheduled{VBN:schedule} .", "denied by scheduled"),
        # what was agreed is no plan, nor is a modal, nor an adjective
        ("No{DT det talks} talks{NNS:talk nsubjpass agreed | negative arrangement:agreed negation:no} are{VBP:be auxpass agreed} agreed{VBN:agree} .", None),
        ("No{DT det talks} talks{NNS:talk nsubjpass agreed | negative expectation:agreed negation:no} are{VBP:be auxpass agreed} agreed{VBN:agree} .", "denied by agreed"),
        ("No{DT det talks} talks{NNS:talk nsubj begin | negative expectation:will negation:no} will{MD aux begin} begin{VB} .", None),
        ("No{DT det talks} talks{NNS:talk nsubjpass held | negative expectation:be negation:no} be{VB auxpass held} held{VBN:hold} .", None),
        ("No{DT det talks} planned{VBN:plan amod talks} talks{NNS:talk nsubj began | negative expectation:planned negation:no} began{VBD:begin} .", None),
        # "the talks planned for May did not begin", "not the talks planned for May"
        ("Talks{NNS:talk nsubj begin | negative expectation:planned negation:not} planned{VBN:plan acl talks} did{VBD:do aux begin} not{RB neg begin} begin{VB} .", None),
        ("Not{RB neg begin} talks{NNS:talk nsubj begin | negative expectation:planned negation:not} planned{VBN:plan acl talks} begin{VBP} .", None),
        ("They{PRP nsubj plan} do{VBP aux plan} not{RB neg plan} plan{VB} talks{NNS:talk dobj plan | negative expectation:plan negation:not} .", "denied by plan"),
        ("They{PRP nsubj hold} did{VBD:do aux hold} not{RB neg hold} hold{VB} talks{NNS:talk dobj hold | negative expectation:planned negation:not} planned{VBN:plan acl talks} .", None),
        ("They{PRP nsubj plan} plan{VBP} talks{NNS:talk dobj plan | expectation:plan negation:they} .", None),
    ],
)  # fmt: skip
def test_a_plan_is_denied_where_it_is_what_is_negated(drawn: str, expected: str | None) -> None:
    """Not where the event is, or what was decided."""
    assert expected == found("not_planned", drawn, of="talks", kind="talks")


@pytest.mark.parametrize(("negated", "expected"), [("plan", "denied by plan"), ("meet", None)])
def test_who_plans_not_to_meet_denies_no_plan(negated: str, expected: str | None) -> None:
    """The negation hangs on the event's own verb."""
    drawn = f"They{{PRP nsubj plan}} plan{{VBP}} not{{RB neg {negated}}} to{{TO aux meet}} meet{{VB xcomp plan | negative expectation:plan negation:not}} ."

    assert expected == found("not_planned", drawn, of="meet", kind="meeting", form="verb")


@pytest.mark.parametrize(
    ("status", "when", "expected"),
    [
        ("held", "2024-05-16", "scheduled"),
        ("under_way", "2024-05-16", "scheduled"),
        ("held", "2024-05-15", "held"),
        ("cancelled", "2024-05-16", "cancelled"),
        ("expected", "2024-05-16", "expected"),
    ],
)
def test_what_is_ahead_has_not_come_about(status: str, when: str, expected: str) -> None:
    """The calendar corrects what is told as happening, and nothing else."""
    finding = Finding(status, 0)

    assert expected == settled_status(finding, scene("Talks{NNS:talk} .", when=when)).status
    assert load_codebook().statuses.of(expected).name == expected


CALLED = "They{PRP nsubj called} called{VBD:call | past} a{DT det talks} talks{NN:talk dobj called} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", True),
        (" .", "", True),
        (" .", " with{IN prep talks} Chad{NNP pobj with} .", True),
        ("a{DT det talks}", "the{DT det talks}", False),
        ("a{DT det talks}", "a{DT det called}", False),
        ("VBD:call | past", "VBD:hold | past", False),
        ("VBD:call | past", "VBZ:call | present", False),
        ("VBD:call | past", "VBD:call | negative past negation:they", False),
        ("called} called{VBD:call | past}", "called} was{VBD:be auxpass called} called{VBN:call | past}", False),
        ("NN:talk dobj", "NN:talk nsubj", False),
        (" .", " off{RP prt called} .", False),
        (" .", " useful{JJ oprd called} .", False),
        (" .", " was{VBD:be ccomp called} .", False),
        # what it is called stands at the end of its phrase, or right behind, whatever it was hung on
        (" .", " useful{JJ amod talks} .", False),
        (" .", " useful{JJ dep called} .", False),
        (" .", " today useful{JJ dep called} .", True),
        (" talks{NN", " useful{JJ amod talks} talks{NN", True),
    ],
)
def test_a_meeting_is_called(told: str, by: str, expected: bool) -> None:
    """Any meeting, by who did; not called off, nor called something."""
    assert expected is is_called(scene(CALLED.replace(told, by, 1)))


MOVED = "They{PRP nsubj moved} moved{VBD:move | past} the{DT det talks} talks{NNS:talk dobj moved} to{IN prep moved} [time:Friday=2024-05-17]{NNP pobj to} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", True),
        ("VBD:move", "VBD:hold", False),
        (
            "to{IN prep moved} [time:Friday=2024-05-17]{NNP pobj to}",
            "on{IN prep moved} [time:Friday=2024-05-17]{NNP pobj on}",
            False,
        ),
        ("[time:Friday=2024-05-17]", "Lima", False),
        (" .", " forward{RB advmod moved} .", False),
        (" .", " quickly{RB advmod moved} .", True),
        ("NNS:talk dobj", "NNS:talk nsubj", False),
        ("talks{NNS:talk dobj moved}", "place{NN dobj moved} of{IN prep place} talks{NNS:talk pobj of}", False),
    ],
)
def test_talks_are_moved_to_another_day(told: str, by: str, expected: bool) -> None:
    """By a verb that gives the event itself a new day; not forward, and not by themselves."""
    assert expected is (moved_by(scene(MOVED.replace(told, by, 1))) is not None)


def test_talks_that_were_moved_were_so_by_somebody() -> None:
    """ "The talks were moved to Friday", not "the talks moved to Friday"; nothing moves where no verb carries them."""
    moved = "The{DT det talks} talks{NNS:talk nsubjpass moved} were{VBD:be auxpass moved} moved{VBN:move | past} to{IN prep moved} [time:Friday=2024-05-17]{NNP pobj to} ."

    assert moved_by(scene(moved)) is not None
    assert (
        moved_by(
            scene(moved.replace("were{VBD:be auxpass moved} ", "").replace("nsubjpass", "nsubj").replace("VBN", "VBD"))
        )
        is None
    )
    assert moved_by(scene("Talks{NNS:talk} to{IN prep talks} [time:Friday=2024-05-17]{NNP pobj to} .")) is None


AMID = "They{PRP nsubj were} were{VBD:be | past} in{IN prep were} talks{NNS:talk pobj in} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", True),
        ("VBD:be", "VBD:sit", False),
        ("VBD:be", "VBD:assist", False),
        ("in{IN prep were} talks{NNS:talk pobj in}", "at{IN prep were} talks{NNS:talk pobj at}", False),
        ("in{IN prep were} talks", "in{IN prep were} rooms{NNS:room pobj in} of{IN prep rooms} talks", False),
    ],
)
def test_somebody_is_in_talks(told: str, by: str, expected: bool) -> None:
    """By "be" and the preposition of the kind, without a noun between."""
    told_so = AMID.replace(told, by, 1)
    told_so = told_so.replace("pobj in} .", "pobj of} .") if " rooms" in told_so else told_so
    verb = next(t.i for t in scene(told_so).index.tokens if t.text == "were")

    assert expected is is_amid(scene(told_so), verb)
