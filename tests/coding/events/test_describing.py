"""What a mention is told to be, from its scene, in sentences with drawn syntax."""

from __future__ import annotations

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import describe, scene_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.triggers import find_triggers
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.knowledge import Knowledge
from tests.coding.events.scenes import scene_of_channel
from tests.notation import read


def described(drawn: str, knowledge: Knowledge) -> EventMention:
    """The mention of the first event that a drawn sentence tells of."""
    index = TextIndex(read(drawn, "2024-05-15").annotation)
    return describe(index, Places(index, knowledge), find_triggers(index, load_codebook(), ())[0])


HELD = "Kenya{NNP nsubj held} held{VBD:hold | past} talks{NNS:talk dobj held | past} "


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (HELD + "with{IN prep talks} a{DT det rebel} rebel{NN pobj with} .", True),
        (HELD + "in{IN prep held} Lima{NNP pobj in} with{IN prep held} a{DT det rebel} rebel{NN pobj with} .", True),
        (HELD + "with{IN prep talks} Uganda{NNP pobj with} .", True),
        (HELD + "with{IN prep talks} them{PRP pobj with} .", False),
        (HELD + "near{IN prep talks} a{DT det river} river{NN pobj near} .", False),
        (HELD + ".", False),
        ("The{DT det talks} talks{NNS:talk nsubj ended} with{IN prep talks} a{DT det rebel} rebel{NN pobj with} ended{VBD:end | past} .", False),
        ("Talks{NNS:talk} with{IN prep talks} a{DT det rebel} rebel{NN pobj with} .", False),
        ("Those{DT nsubj were} were{VBD:be} talks{NNS:talk attr were} with{IN prep talks} a{DT det rebel} rebel{NN pobj with} .", False),
        ("Kenya{NNP nsubj met} met{VBD:meet | past} with{IN prep met} a{DT det rebel} rebel{NN pobj with} .", False),
    ],
)  # fmt: skip
def test_the_other_side_may_have_no_name(drawn: str, expected: bool, knowledge: Knowledge) -> None:
    """Whoever talks are held "with" is a party, be it a noun or a name; not a pronoun, and not what they are held near."""
    assert expected == described(drawn, knowledge).has_unnamed_party


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("Met{VBD:meet | past} with{IN prep met} Uganda{NNP pobj with} .", True),
        ("Kenya{NNP nsubj met} met{VBD:meet | past} with{IN prep met} Uganda{NNP pobj with} .", False),
        ("Informal{JJ amod talks} talks{NNS:talk} with{IN prep talks} Uganda{NNP pobj with} .", True),
    ],
)
def test_a_note_leaves_its_subject_out(drawn: str, expected: bool, knowledge: Knowledge) -> None:
    """A verb that nobody is told to do, and a noun that is the whole note: who keeps the notes is the other side."""
    assert expected == described(drawn, knowledge).is_elliptic


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("The{DT det talks} fifth{JJ amod talks} talks{NNS:talk nsubj ended} ended{VBD:end | past} .", 5),
        ("The{DT det round} fifth{JJ amod round} round{NN nsubj ended} of{IN prep round} talks{NNS:talk pobj of} ended{VBD:end | past} .", 5),
        ("The{DT det talks} long{JJ amod talks} talks{NNS:talk nsubj ended} ended{VBD:end | past} .", None),
        ("His{PRP$ poss visit} fifth{JJ amod visit} visit{NN nsubj ended} ended{VBD:end | past} .", None),
        ("The{DT det agreement} fifth{JJ amod agreement} agreement{NN dobj signed} they{PRP nsubj signed} signed{VBD:sign | past} .", None),
    ],
)  # fmt: skip
def test_a_session_has_the_number_that_its_noun_names(drawn: str, expected: int | None, knowledge: Knowledge) -> None:
    """Of talks; visits and papers are counted otherwise, each by whose they are."""
    assert expected == described(drawn, knowledge).ordinal


DECIDED = "Kenya{{NNP nsubj {0}}} {0}{{VBD:{1} | past}} the{{DT det visit}} visit{{NN dobj {0} | {2}}} {3}{{IN prep {0}}} [time:{4}]{{NNP pobj {3}}} ."


@pytest.mark.parametrize(
    ("drawn", "when", "has_new_time", "step_when"),
    [
        # put off: until when, and when that was done
        (DECIDED.format("postponed", "postpone", "future postponement:postponed", "until", "June=2024-06"), "2024-06", True, None),
        (DECIDED.format("postponed", "postpone", "future postponement:postponed", "on", "Monday=2024-05-13"), None, False, "2024-05-13"),
        # another decision does not move the event
        (DECIDED.format("cancelled", "cancel", "negative past cancellation:cancelled", "until", "June=2024-06"), "2024-06", False, None),
        (DECIDED.format("cancelled", "cancel", "negative past cancellation:cancelled", "on", "Monday=2024-05-13"), None, False, "2024-05-13"),
        # what took place has its day, and no decision
        ("Kenya{NNP nsubj met} met{VBD:meet | past} Uganda{NNP dobj met} on{IN prep met} [time:Monday=2024-05-13]{NNP pobj on} .", "2024-05-13", False, None),
        ("Kenya{NNP nsubj met} met{VBD:meet | past} Uganda{NNP dobj met} .", None, False, None),
        # nothing decides
        ("Kenya{NNP nsubj praised} praised{VBD:praise | past} the{DT det talks} talks{NNS:talk dobj praised} .", None, False, None),
    ],
)  # fmt: skip
def test_a_decision_has_its_own_day(
    drawn: str, when: str | None, has_new_time: bool, step_when: str | None, knowledge: Knowledge
) -> None:
    """ "postponed until June" moves the event; "postponed on Monday" and "cancelled on Monday" tell when that was decided."""
    told = described(drawn, knowledge)

    assert (when, has_new_time, step_when) == (
        told.when and told.when.edtf,
        told.has_new_time,
        told.step_when and told.step_when.edtf,
    )


def test_a_day_ahead_corrects_the_status(knowledge: Knowledge) -> None:
    """The status is found with the event's time at hand: what lies ahead of the publication has not been held."""
    drawn = "Kenya{{NNP nsubj met}} met{{VBD:meet | past}} Uganda{{NNP dobj met}} on{{IN prep met}} [time:Friday={}]{{NNP pobj on}} ."
    before, ahead = (described(drawn.format(day), knowledge).status for day in ("2024-05-10", "2024-05-17"))

    assert ("held", "scheduled") == (before and before.status, ahead and ahead.status)


def test_what_it_was_before_is_not_its_own(knowledge: Knowledge) -> None:
    """The verbs that tell of a former plan are set apart from those that describe the event."""
    drawn = "The{DT det visit} visit{NN nsubj began | probable future expectation:planned}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, began{VBD:begin | past}."
    index = TextIndex(read(drawn).annotation)
    scene = scene_of(index, find_triggers(index, load_codebook(), ())[0])

    assert ((), ["planned"]) == (scene.clause.own, [index.tokens[i].text for i in scene.former])

    index = TextIndex(read(drawn.replace("began{VBD:begin | past}", "began{VBD:please | past}")).annotation)
    scene = scene_of(index, find_triggers(index, load_codebook(), ())[0])

    assert (["planned"], frozenset()) == ([index.tokens[i].text for i in scene.clause.own], scene.former)


@pytest.mark.parametrize(
    "drawn", ["Berlin{NNP compound Forum} Forum{NNP} .", "# Informal{JJ amod talks} talks{NNS:talk}"]
)
def test_neither_a_name_nor_a_headline_leaves_a_subject_out(drawn: str, knowledge: Knowledge) -> None:
    """A channel's name that stands alone, and a noun that is a headline, are no notes."""
    if drawn.startswith("#"):
        told = described(drawn, knowledge)
    else:
        found = scene_of_channel(drawn, "Forum")
        told = describe(found.index, Places(found.index, knowledge), found.trigger)

    assert not told.is_elliptic


def test_a_channel_s_number_is_told_with_its_name(knowledge: Knowledge) -> None:
    """Not once more as that of talks."""
    found = scene_of_channel(
        "The{DT det forum} fifth{JJ amod forum} Forum{NNP nsubj ended} ended{VBD:end | past} .", "Forum"
    )

    assert describe(found.index, Places(found.index, knowledge), found.trigger).ordinal is None


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("On{IN prep agreed} day{NN pobj on} two{CD nummod day} of{IN prep day} talks{NNS:talk pobj of} they{PRP nsubj agreed} agreed{VBD:agree | past} .", True),
        ("In{IN prep agreed} favor{NN pobj in} of{IN prep favor} talks{NNS:talk pobj of} they{PRP nsubj agreed} agreed{VBD:agree | past} .", False),
    ],
)  # fmt: skip
def test_what_is_done_on_a_day_of_talks_tells_nothing_of_them(drawn: str, expected: bool) -> None:
    """The verb of its clause speaks of something else."""
    index = TextIndex(read(drawn, "2024-05-15").annotation)
    scene = scene_of(index, find_triggers(index, load_codebook(), ())[0])

    assert expected is (scene.clause.verb in scene.former)
