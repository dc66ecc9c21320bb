"""Meetings in general, and what a noun refers to, in sentences with drawn syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.genericness import generic_by, is_comparison
from memcon.coding.events.reference import is_definite, is_demonstrative, same_as
from memcon.domain.dates import interval_of
from tests.coding.events.scenes import scene, scene_of_channel

MET = "They{{PRP nsubj {0}}} {0}{{{1}}} her{{PRP dobj {0}}}"


@pytest.mark.parametrize(
    ("drawn", "over", "time", "expected"),
    [
        (MET.format("met", "VBD:meet"), {}, "past", False),
        (MET.format("meet", "VBP"), {}, "open", True),
        (MET.format("meets", "VBZ:meet"), {}, "open", True),
        ("They{PRP nsubj will} will{MD aux meet} meet{VB} her{PRP dobj meet}".replace("nsubj will", "nsubj meet"), {}, "future", False),
        ("They{PRP nsubj meet} can{MD aux meet} meet{VB} her{PRP dobj meet}", {}, "open", True),
        ("They{PRP nsubj wish} wish{VBP} to{TO aux meet} meet{VBP xcomp wish} her{PRP dobj meet}", {}, "open", False),
        # wanted, supposed, denied
        ("If{IN mark meet} they{PRP nsubj meet} meet{VBP} her{PRP dobj meet}", {"meet": [("condition", "if")]}, "open", False),
        ("They{PRP nsubj meet} must{MD dep meet} meet{VBP} her{PRP dobj meet}", {"meet": [("obligation", "must")]}, "open", False),
        ("They{PRP nsubj met} never{RB neg met} met{VBD:meet} her{PRP dobj met}", {"met": [("negation", "never")]}, "past", True),
        ("They{PRP nsubj met} never{RB neg met} met{VBD:meet} her{PRP dobj met}", {"met": [("negation", "never")]}, "future", False),
        ("They{PRP nsubj met} refusing{VBG dep met} met{VBD:meet} her{PRP dobj met}", {"met": [("refusal", "refusing")]}, "past", False),
        # often
        ("They{PRP nsubj met} often{RB advmod met} met{VBD:meet} her{PRP dobj met}", {"met": [("repetition", "often")]}, "past", True),
        (MET.format("met", "VBD:meet") + " twice{RB advmod met}", {}, "past", True),
        (MET.format("met", "VBD:meet") + " once{RB advmod met}", {}, "past", False),
        (MET.format("met", "VBD:meet") + " three{CD nummod times} times{NNS:time npadvmod met}", {}, "past", True),
        (MET.format("met", "VBD:meet") + " at{IN prep met} times{NNS:time npadvmod met}", {}, "past", False),
        ("They{PRP nsubj met} met{VBD:meet} every{DT det king} king{NN dobj met}", {}, "past", True),
        ("They{PRP nsubj met} met{VBD:meet} the{DT det king} king{NN dobj met}", {}, "past", False),
        (MET.format("met", "VBD:meet") + " two{CD nummod days} days{NNS:day npadvmod met}", {}, "past", False),
        (MET.format("met", "VBD:meet") + " two{CD nummod weeks} weeks{NNS:week npadvmod met}", {}, "past", False),
        ("Every{DT det king} king{NN nsubj met} met{VBD:meet} her{PRP dobj met}", {}, "past", False),
        # in a headline, and under way
        ("# " + MET.format("meet", "VBP"), {}, "open", False),
        ("They{PRP nsubj meeting} are{VBP:be aux meeting} meeting{VBG:meet} her{PRP dobj meeting}", {}, "open", False),
    ],
)  # fmt: skip
def test_a_verb_tells_of_meetings_in_general(drawn: str, over: dict[str, object], time: str, expected: bool) -> None:
    """The simple present, what was never done, and what was done more than once; not what is wanted, supposed or ahead."""
    assert expected == bool(generic_by(scene(f"{drawn} .", time=time, **over)))  # type: ignore[arg-type]


def test_a_date_makes_the_present_one_occasion() -> None:
    """ "They meet on Friday"."""
    found = scene(MET.format("meet", "VBP") + " .", time="open")

    assert generic_by(found)
    assert not generic_by(replace(found, when=interval_of("2024-05-17")))


HELD = "They{{PRP nsubj held}} held{{VBD:hold}} {0} {1}{{{2} dobj held}}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (HELD.format("a{DT det meeting}", "meeting", "NN"), False),
        (HELD.format("any{DT det meeting}", "meeting", "NN"), True),
        (HELD.format("further{JJ amod talks}", "talks", "NNS:talk"), True),
        (HELD.format("", "talks", "NNS:talk"), False),
        (HELD.format("", "meetings", "NNS:meeting"), True),
        (HELD.format("", "consultations", "NNS:consultation"), False),
        (HELD.format("annual{JJ amod consultations}", "consultations", "NNS:consultation"), True),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} of{IN prep rounds} talks{NNS:talk pobj of}", True),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod days} days{NNS:day dobj held} of{IN prep days} talks{NNS:talk pobj of}", False),
        ("They{PRP nsubj held} held{VBD:hold} rounds{NNS:round dobj held} of{IN prep rounds} talks{NNS:talk pobj of}", False),
        ("They{PRP nsubj held} held{VBD:hold} a{CD nummod round} round{NN dobj held} of{IN prep round} talks{NNS:talk pobj of}", False),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} on{IN prep rounds} talks{NNS:talk pobj on}", True),
        # an activity, or an occasion that a verb, an article, its parties or a number make of it
        ("They{PRP nsubj praised} praised{VBD:praise} dialogue{NN dobj praised}", True),
        ("They{PRP nsubj praised} praised{VBD:praise} a{DT det dialogue} dialogue{NN dobj praised}", False),
        ("They{PRP nsubj praised} praised{VBD:praise} the{DT det dialogue} dialogue{NN dobj praised}", False),
        ("They{PRP nsubj praised} praised{VBD:praise} two{CD nummod talks} talks{NNS:talk dobj praised}", False),
        ("They{PRP nsubj began} began{VBD:begin} dialogue{NN dobj began}", False),
        ("They{PRP nsubj favour} favour{VBP} facilitating{VBG xcomp favour} talks{NNS:talk dobj facilitating}", True),
        ("Dialogue{NN nsubj ended} ended{VBD:end}", False),
        ("Dialogue{NN nsubj helps} helps{VBZ:help}", True),
        ("Dialogue{NN nsubj ends} ends{VBZ:end}", True),
        ("Dialogue{NN nsubjpass praised} was{VBD:be auxpass praised} praised{VBN:praise}", False),
        ("Dialogue{NN}", True),
        ("They{PRP nsubj met} smiled{VBD:smile} in{IN prep smiled} talks{NNS:talk pobj in}".replace("nsubj met", "nsubj smiled"), False),
        ("They{PRP nsubj smiled} smiled{VBD:smile} about{IN prep smiled} talks{NNS:talk pobj about}", True),
        ("They{PRP nsubj kept} kept{VBD:keep} faith{NN dobj kept} in{IN prep faith} talks{NNS:talk pobj in}", True),
        ("Talks{NNS:talk nsubj helped} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} helped{VBD:help}", False),
        ("Talks{NNS:talk nsubj helped} between{IN prep talks} [state:Peru|PER]{NNP pobj between} helped{VBD:help}", True),
        ("They{PRP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru}", True),
        # a habit
        ("They{PRP nsubj hold} hold{VBP} a{DT det meeting} meeting{NN dobj hold}", True),
        ("They{PRP nsubj hold} hold{VBP} the{DT det meeting} meeting{NN dobj hold}", False),
        ("They{PRP nsubj held} held{VBD:hold} a{DT det meeting} meeting{NN dobj held} twice{RB advmod held}", True),
        ("They{PRP nsubj speak} speak{VBP} at{IN prep speak} a{DT det meeting} meeting{NN pobj at}", False),
        ("They{PRP nsubj attend} attend{VBP} a{DT det meeting} meeting{NN dobj attend}", True),
        ("They{PRP nsubj hold} hold{VBP} talks{NNS:talk dobj hold}", False),
        ("A{DT det meeting} meeting{NN nsubj takes} takes{VBZ:take} place{NN dobj takes}", True),
        ("A{DT det meeting} meeting{NN nsubj is} is{VBZ:be} near{RB advmod is}", False),
        ("A{DT det meeting} meeting{NN}", False),
        ("Dialogue{NN nsubj ended} ended{VBD:end} twice{RB advmod ended}", True),
        # meetings that somebody held with those named are told as one, unless they are held again and again, or only spoken of
        (HELD.format("", "meetings", "NNS:meeting") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", False),
        (HELD.format("annual{JJ amod meetings}", "meetings", "NNS:meeting") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", True),
        (HELD.format("", "meetings", "NNS:meeting").replace(":hold", ":praise") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", True),
        # only what stands before the noun counts it
        ("They{PRP nsubj held} held{VBD:hold} a{DT det meeting} meeting{NN dobj held} , no{RB advmod meeting} less{RBR dep no}", False),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} of{IN prep rounds} the{DT det talks} talks{NNS:talk pobj of}", True),
        ("They{PRP nsubj held} held{VBD:hold} several{JJ amod rounds} rounds{NNS:round dobj held} of{IN prep rounds} the{DT det talks} talks{NNS:talk pobj of}", True),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} on{IN prep rounds} the{DT det talks} talks{NNS:talk pobj on}", False),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} for{IN prep rounds} the{DT det talks} talks{NNS:talk pobj for}", False),
        # nouns of one occasion are no activity, with a determiner or without
        ("Summit{NN nsubj helped} helped{VBD:help} trade{NN dobj helped}", False),
        ("Visit{NN nsubj helped} helped{VBD:help} trade{NN dobj helped}", False),
        ("# They{PRP nsubj praised} praised{VBD:praise} dialogue{NN dobj praised}", False),
        ("Talks{NNS:talk} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru}", False),
        ("Talks{NNS:talk nsubj helped} with{IN prep talks} [state:Peru|PER]{NNP pobj with} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} helped{VBD:help}", True),
        ("Talks{NNS:talk nsubj helped} about{IN prep talks} [state:Peru|PER]{NNP pobj about} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} helped{VBD:help}", True),
        ("After{IN} talks{NNS:talk pobj after}", True),
    ],
)  # fmt: skip
def test_a_noun_tells_of_meetings_in_general(drawn: str, expected: bool) -> None:
    """Many, any, an activity or a habit; not what a determiner, a verb or its parties make one occasion."""
    assert expected == bool(generic_by(scene(f"{drawn} .", time="open")))


@pytest.mark.parametrize(
    ("meetings", "behind", "expected"),
    [
        ("two{CD nummod meetings} meetings{NNS:meeting pobj after}", "and{CC cc in} in{IN conj in} [time:April=2024-04]{NNP pobj in#2}", True),
        ("two{CD nummod meetings} meetings{NNS:meeting pobj after}", "and{CC cc in} then{RB conj in} [time:April=2024-04]{NNP npadvmod then}", False),
        ("two{CD nummod meetings} meetings{NNS:meeting pobj after}", "and{CC cc in} [time:April=2024-04]{NNP conj in}", False),
        ("two{CD nummod meetings} meetings{NNS:meeting pobj after}", "or{CC cc in} in{IN conj in} [time:April=2024-04]{NNP pobj in#2}", False),
        ("the{DT det meetings} meetings{NNS:meeting pobj after}", "and{CC cc in} in{IN conj in} [time:April=2024-04]{NNP pobj in#2}", False),
        ("one{CD nummod meeting} meeting{NN pobj after}", "and{CC cc in} in{IN conj in} [time:April=2024-04]{NNP pobj in#2}", False),
    ],
)  # fmt: skip
def test_two_meetings_at_two_times_are_two(meetings: str, behind: str, expected: bool) -> None:
    """ "the two meetings in March and in April" are no single one, though each has its time."""
    drawn = f"After{{IN prep was}} {meetings} in{{IN prep {'meeting' if 'meeting{' in meetings else 'meetings'}}} [time:March=2024-03]{{NNP pobj in}} {behind} she{{PRP nsubj was}} was{{VBD:be}} glad ."

    assert expected == bool(generic_by(replace(scene(drawn), when=interval_of("2024-03"))))


def test_what_stands_over_a_noun_decides() -> None:
    """ "regular talks" are many; what is planned is no habit, agreed talks with somebody are one occasion, a date makes it one."""
    hold = "They{PRP nsubj hold} hold{VBP} a{DT det meeting} meeting{NN dobj hold} ."
    agreed = "They{PRP nsubj agreed} agreed{VBD:agree} to{IN prep agreed} talks{NNS:talk pobj to} with{IN prep talks} [state:Togo|TGO]{NNP pobj with} ."
    alone = agreed.replace("with{IN prep talks} [state:Togo|TGO]{NNP pobj with} ", "")
    dialogue = "They{PRP nsubj praised} praised{VBD:praise} dialogue{NN dobj praised} ."
    helping = "They{PRP nsubj favour} favour{VBP} holding{VBG:hold xcomp favour} talks{NNS:talk dobj holding} ."

    assert generic_by(scene(hold, meeting=[("repetition", "a")]))
    assert not generic_by(scene(hold, meeting=[("arrangement", "hold")]))
    assert not generic_by(scene(agreed, talks=[("arrangement", "agreed")]))
    assert generic_by(scene(agreed))
    assert generic_by(scene(alone, talks=[("arrangement", "agreed")]))
    assert generic_by(
        scene(
            agreed.replace("with{IN", "without{IN").replace("pobj with}", "pobj without}"),
            talks=[("arrangement", "agreed")],
        )
    )
    assert not generic_by(scene(dialogue, dialogue=[("proposal", "praised")]))
    assert not generic_by(replace(scene(dialogue), when=interval_of("2024-05-13")))
    assert generic_by(scene(helping, time="open", holding=[]))
    assert not generic_by(scene(helping, time="past", holding=[]))
    assert not generic_by(scene(helping, time="open", holding=[("expectation", "favour")]))
    assert not generic_by(scene(helping, time="future", holding=[]))


def test_only_a_participle_leaves_open_whether_talks_are_made() -> None:
    """ "to hold talks" is an occasion, though nothing tells of its time; "agreed to talks about fish" names nobody who agreed with them."""
    wanted = "They{PRP nsubj wish} wish{VBP} to{TO aux hold} hold{VB xcomp wish} talks{NNS:talk dobj hold} ."
    plain = "They{PRP nsubj hold} hold{VBP} talks{NNS:talk dobj hold} ."
    agreed = "They{PRP nsubj agreed} agreed{VBD:agree} to{IN prep agreed} talks{NNS:talk pobj to} about{IN prep talks} fish{NN pobj about} ."

    assert not generic_by(scene(wanted, time="open", hold=[]))
    assert not generic_by(scene(plain, time="open", hold=[]))
    assert generic_by(scene(agreed, talks=[("arrangement", "agreed")]))


@pytest.mark.parametrize(
    "drawn",
    [
        HELD.format("", "meetings", "NNS:meeting"),
        "They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} of{IN prep rounds} the{DT det talks} talks{NNS:talk pobj of}",
        "They{PRP nsubj hold} hold{VBP} a{DT det meeting} meeting{NN dobj hold}",
    ],
)
def test_a_date_makes_many_one_occasion(drawn: str) -> None:
    """ "They held meetings on Monday"."""
    found = scene(f"{drawn} .", time="open")

    assert generic_by(found)
    assert not generic_by(replace(found, when=interval_of("2024-05-13")))


PRAISED = "They{PRP nsubj praised} praised{VBD:praise} the{DT det forum} Forum{NNP dobj praised} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # done to it
        (PRAISED, True),
        ("They{PRP nsubj hosted} hosted{VBD:host} the{DT det forum} Forum{NNP dobj hosted} .", False),
        # told of it
        ("The{DT det forum} Forum{NNP nsubj ended} ended{VBD:end} .", False),
        ("The{DT det forum} Forum{NNP nsubj warned} warned{VBD:warn} them{PRP dobj warned} .", True),
        ("The{DT det forum} Forum{NNP nsubj hosted} hosted{VBD:host} them{PRP dobj hosted} .", True),
        ("The{DT det forum} Forum{NNP nsubjpass hosted} was{VBD:be auxpass hosted} hosted{VBN:host} .", False),
        ("The{DT det forum} Forum{NNP nsubjpass praised} was{VBD:be auxpass praised} praised{VBN:praise} .", True),
        # done at it
        ("They{PRP nsubj sang} sang{VBD:sing} at{IN prep sang} the{DT det forum} Forum{NNP pobj at} .", False),
        ("They{PRP nsubj sang} sang{VBD:sing} for{IN prep sang} the{DT det forum} Forum{NNP pobj for} .", False),
        ("They{PRP nsubj sang} sang{VBD:sing} about{IN prep sang} the{DT det forum} Forum{NNP pobj about} .", True),
        ("They{PRP nsubj hosted} hosted{VBD:host} them{PRP dobj hosted} near{IN prep hosted} the{DT det forum} Forum{NNP pobj near} .", True),
        # described by a verb of its own
        ("They{PRP nsubj sang} sang{VBD:sing} about{IN prep sang} the{DT det forum} Forum{NNP pobj about} held{VBN:hold acl forum} there{RB advmod held} .", False),
        ("That{DT nsubj was} was{VBD:be} the{DT det forum} Forum{NNP attr was} .", True),
        ("That{DT nsubj was} was{VBD:be} the{DT det forum} Forum{NNP attr was} held{VBN:hold acl forum} there{RB advmod held} .", False),
        # without a verb
        ("The{DT det forum} Forum{NNP} .", True),
        ("The{DT det forum} Forum{NNP} held{VBN:hold acl forum} there{RB advmod held} .", False),
        ("At{IN} the{DT det forum} Forum{NNP pobj at} .", False),
        ("For{IN} the{DT det forum} Forum{NNP pobj for} .", True),
    ],
)  # fmt: skip
def test_a_channel_s_name_is_a_session_by_what_is_told_of_it(drawn: str, expected: bool) -> None:
    """What is hosted, ends, or has something done at it; else the name stands for the body."""
    assert expected == bool(generic_by(scene_of_channel(drawn, "Forum")))


def test_a_channel_s_name_is_a_session_by_its_number() -> None:
    """By its year too, by a noun such as "meeting", and in a headline."""
    assert not generic_by(scene_of_channel(PRAISED, "Forum", ordinal=12))
    assert not generic_by(scene_of_channel(PRAISED, "Forum", year=2024))
    assert not generic_by(scene_of_channel(PRAISED, "Forum", has_session_noun=True))
    assert not generic_by(scene_of_channel(f"# {PRAISED}", "Forum"))


COUNTED = "It{{PRP nsubj is}} is{{VBZ:be}} the{{DT det time}} {0}{{JJ amod time}} {1}{{NN attr is}} {2} they{{PRP nsubj visited}} visited{{VBD:visit {3}}} [state:Peru|PER]{{NNP dobj visited}} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (COUNTED.format("first", "time", "that{IN mark visited}", "ccomp is"), True),
        (COUNTED.format("first", "time", "in{IN prep time}", "relcl time"), True),
        (COUNTED.format("first", "time", "as{IN mark visited}", "ccomp is"), False),
        (COUNTED.format("long", "time", "that{IN mark visited}", "ccomp is"), False),
        (COUNTED.format("first", "time", "that{IN mark visited}", "conj is"), False),
        (COUNTED.format("first", "time", "as{IN mark visited}", "ccomp is").replace("It{", "That{"), False),
        (COUNTED.format("first", "year", "that{IN mark visited}", "ccomp is").replace("det time", "det year").replace("amod time", "amod year"), False),
        (COUNTED.format("first", "time", "in{IN prep time} years{NNS:year pobj in}", "relcl years"), False),
        ("First{JJ amod time} time{NN} that{IN mark visited} they{PRP nsubj visited} visited{VBD:visit relcl time} [state:Peru|PER]{NNP dobj visited} .", True),
        ("They{PRP nsubj sang} sang{VBD:sing} first{RB advmod sang}\nTime{NN} that{IN mark visited} they{PRP nsubj visited} visited{VBD:visit relcl time} [state:Peru|PER]{NNP dobj visited} .", False),
        ("It{PRP nsubj is} is{VBZ:be} the{DT det time} first{JJ amod time} time{NN attr is} that{IN mark talks} talks{NNS:talk ccomp is} .", False),
    ],
)  # fmt: skip
def test_what_only_counts_events_tells_none(drawn: str, expected: bool) -> None:
    """ "the first time that they visited"."""
    assert expected == is_comparison(scene(drawn))


@pytest.mark.parametrize(
    ("before", "noun", "expected"),
    [
        ("the{DT det talks}", "talks", True),
        ("its{PRP$ poss talks}", "talks", True),
        ("a{DT det talks}", "talks", False),
        ("its{PRP$ poss talks} own{JJ amod talks}", "talks", False),
        ("[time:Monday=2024-05-13]{NNP poss talks}", "talks", True),
        ("[time:Monday=2024-05-13]{NNP compound talks}", "talks", False),
        ("[time:next year=2025]{NNP poss talks}", "talks", False),
        ("the{DT dep ended}", "talks", True),
        ("that{IN dep ended}", "talks", False),
        ("its{PRP$ dep ended}", "talks", True),
        ("a{DT dep ended}", "talks", False),
        ("Kenya{NNP poss talks}", "talks", False),
        ("[time:this year=2024]{NNP poss talks}", "talks", True),
        ("the{DT det talks} own{JJ amod talks}", "talks", False),
        ("[time:next year=2025]{NNP compound talks}", "talks", False),
        ("the{DT det talks} old{JJ amod talks}", "talks", True),
    ],
)
def test_what_makes_a_noun_refer_back(before: str, noun: str, expected: bool) -> None:
    """An article or pronoun, or a time as its owner; not "own" and not another year's."""
    drawn = f"They left and {before} {noun}{{NNS:talk nsubj ended}} ended{{VBD:end}} ."

    assert expected == is_definite(scene(drawn))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("The{DT dep ended} talks{NNS:talk nsubj ended} ended{VBD:end} .", True),
        ("Talks{NNS:talk nsubj ended} ended{VBD:end} like{IN prep ended} the{DT dep like}", False),
        ("A{DT det visit} visit{NN nsubj ended} those{DT dep visit} ended{VBD:end} .", False),
        ("The{DT det press} press{NN compound conference} conference{NN nsubj ended} ended{VBD:end} .", True),
        ("A{DT det press} press{NN compound conference} conference{NN nsubj ended} ended{VBD:end} .", False),
        ("A{DT det summit} summit{NN nsubj ended} of{IN prep summit} the{DT det friends} friends{NNS pobj of} ended{VBD:end} .", False),
    ],
)  # fmt: skip
def test_only_what_stands_before_a_noun_makes_it_refer_back(drawn: str, expected: bool) -> None:
    """The first word of a text can be its article; the last word of the text and what stands behind the noun cannot."""
    assert expected == is_definite(scene(drawn))


def test_nothing_is_equated_with_an_event_that_nobody_tells_of() -> None:
    """Without a verb or a subject there is nothing to equate it with; being at an event is not being the event."""
    assert same_as(scene("A{DT det summit} summit{NN} of{IN prep summit} sorts{NNS pobj of} .")) is None
    assert same_as(scene("Marks{VBZ:mark} a{DT det summit} summit{NN dobj marks} .")) is None
    assert same_as(scene("It{PRP nsubj is} is{VBZ:be} at{IN prep is} a{DT det summit} summit{NN pobj at} .")) is None


def test_this_means_the_event_told_last() -> None:
    """ "this" and "these", not "the"; a verb refers to nothing."""
    drawn = "These{DT det talks} talks{NNS:talk nsubj ended} ended{VBD:end} ."

    assert is_demonstrative(scene(drawn))
    assert not is_demonstrative(scene(drawn.replace("These", "The")))
    assert not is_definite(scene("the{DT det met} met{VBD:meet} her{PRP dobj met} .".replace("the", "They The")))


@pytest.mark.parametrize(
    ("verb", "relation", "expected"),
    [
        ("is{VBZ:be}", "attr is", "it"),
        ("marks{VBZ:mark}", "dobj marks", "it"),
        ("praised{VBD:praise}", "dobj praised", None),
        ("is{VBZ:be}", "nsubj is", None),
    ],
)
def test_what_a_sentence_equates_an_event_with(verb: str, relation: str, expected: str | None) -> None:
    """The subject of "is", "marks" and the like."""
    found = scene(f"It{{PRP nsubj {verb.split('{')[0]}}} {verb} a{{DT det summit}} summit{{NN {relation}}} .")
    token = same_as(found)

    assert expected == (found.tree.lower(token) if token is not None else None)


@pytest.mark.parametrize(
    ("drawn", "rules"),
    [
        # a verb: never, often, as a rule
        ("They{PRP nsubj met} should{MD aux met} have{VB aux met} met{VBN:meet} her{PRP dobj met}", ["never_done"]),
        ("They{PRP nsubj meet} should{MD aux meet} meet{VB} her{PRP dobj meet}", []),
        ("They{PRP nsubj met} have{VBP aux met} met{VBN:meet} her{PRP dobj met}", []),
        (MET.format("met", "VBD:meet") + " twice{RB advmod met}", ["done_often"]),
        (MET.format("met", "VBD:meet") + " many{JJ amod times} times{NNS:time npadvmod met}", ["done_often"]),
        (MET.format("meet", "VBP"), ["done_as_a_rule"]),
        (MET.format("meet", "VBP") + " twice{RB advmod meet}", ["done_often", "done_as_a_rule"]),
        # a noun: any, many, several rounds and times, an activity, a habit
        (HELD.format("any{DT det meeting}", "meeting", "NN"), ["of_any"]),
        (HELD.format("", "meetings", "NNS:meeting"), ["of_many"]),
        (HELD.format("", "meetings", "NNPS:meeting"), ["of_many"]),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod rounds} rounds{NNS:round dobj held} of{IN prep rounds} talks{NNS:talk pobj of}", ["of_several_rounds"]),
        ("They{PRP nsubj praised} praised{VBD:praise} dialogue{NN dobj praised}", ["of_an_activity"]),
        ("They{PRP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised}", ["of_an_activity"]),
        ("They{PRP nsubj hold} hold{VBP} a{DT det meeting} meeting{NN dobj hold}", ["held_as_a_rule"]),
        ("They{PRP nsubj sang} sang{VBD:sing} without{IN prep sang} a{DT det meeting} meeting{NN pobj without}", ["of_any"]),
        ("They{PRP nsubj hold} hold{VBP} dialogue{NN dobj hold}", []),
        # meetings that were held with those named: by a verb of holding, in the past, as its object
        (HELD.format("", "meetings", "NNS:meeting") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", []),
        (HELD.format("", "meetings", "NNS:meeting") + " near{IN prep meetings} [state:Peru|PER]{NNP pobj near}", ["of_many"]),
        (HELD.format("", "meetings", "NNS:meeting") + " with{IN prep meetings} kings{NNS pobj with}", ["of_many"]),
        (HELD.format("many{JJ amod meetings}", "meetings", "NNS:meeting") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", ["of_any", "of_many"]),
        (HELD.format("annual{JJ amod meetings}", "meetings", "NNS:meeting") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", ["of_many"]),
        (HELD.format("", "meetings", "NNS:meeting").replace("VBD:hold", "VBP:hold") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", ["of_many", "held_as_a_rule"]),
        (HELD.format("", "meetings", "NNS:meeting").replace(":hold", ":love") + " with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", ["of_many"]),
        ("Meetings{NNS:meeting nsubj ran} with{IN prep meetings} [state:Peru|PER]{NNP pobj with} ran{VBD:run} on{RB advmod ran}", ["of_many"]),
        ("Meetings{NNS:meeting} with{IN prep meetings} [state:Peru|PER]{NNP pobj with}", ["of_many"]),
        # rounds of talks: several, counted, "of"
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod sets} sets{NNS:set dobj held} of{IN prep sets} talks{NNS:talk pobj of}", ["of_several_rounds"]),
        ("They{PRP nsubj held} held{VBD:hold} the{DT det rounds} rounds{NNS:round dobj held} of{IN prep rounds} the{DT det talks} talks{NNS:talk pobj of}", []),
        ("They{PRP nsubj held} held{VBD:hold} two{CD nummod round} round{NN dobj held} of{IN prep round} the{DT det talks} talks{NNS:talk pobj of}", []),
        # an activity: with a determiner, an owner or a number, in a headline, by its parties it is an occasion
        ("They{PRP nsubj praised} praised{VBD:praise} Peru{NNP poss dialogue} dialogue{NN dobj praised}", []),
        ("They{PRP nsubj praised} praised{VBD:praise} a{DT det dialogue} dialogue{NN dobj praised}", []),
        ("They{PRP nsubj praised} praised{VBD:praise} one{CD nummod dialogue} dialogue{NN dobj praised}", []),
        ("They{PRP nsubj praised} praised{VBD:praise} long{JJ amod dialogue} dialogue{NN dobj praised}", ["of_an_activity"]),
        ("They{PRP nsubj praised} praised{VBD:praise} meeting{NN dobj praised}", []),
        # the subject of what is told of an occasion, once
        ("Dialogue{NN nsubj ended} ended{VBD:end}", []),
        ("Dialogue{NN nsubj ended} ended{VBD:end} twice{RB advmod ended}", ["of_an_activity"]),
        ("Dialogue{NN nsubj ends} ends{VBZ:end}", ["of_an_activity"]),
        ("Dialogue{NN nsubj helped} helped{VBD:help}", ["of_an_activity"]),
        # set in it, and of what is spoken about
        ("They{PRP nsubj smiled} smiled{VBD:smile} during{IN prep smiled} talks{NNS:talk pobj during}", []),
        ("They{PRP nsubj smiled} smiled{VBD:smile} over{IN prep smiled} talks{NNS:talk pobj over}", ["of_an_activity"]),
        ("They{PRP nsubj kept} kept{VBD:keep} faith{NN dobj kept} during{IN prep faith} talks{NNS:talk pobj during}", ["of_an_activity"]),
        ("That{DT nsubj was} was{VBD:be} dialogue{NN attr was}", ["of_an_activity"]),
        # a habit: not of the known one, and no argument of the verb
        ("They{PRP nsubj held} held{VBD:hold} a{DT det meeting} meeting{NN dobj held} thrice{RB advmod held}", ["held_as_a_rule"]),
        ("They{PRP nsubj held} held{VBD:hold} the{DT det meeting} meeting{NN dobj held} thrice{RB advmod held}", []),
        ("They{PRP nsubj sang} sang{VBD:sing} thrice{RB advmod sang} at{IN prep sang} a{DT det meeting} meeting{NN pobj at}", []),
        ("They{PRP nsubj can} can{MD aux hold} hold{VB} a{DT det meeting} meeting{NN dobj hold}".replace("nsubj can", "nsubj hold"), ["held_as_a_rule"]),
        ("They{PRP nsubj may} may{MD aux hold} hold{VB} a{DT det meeting} meeting{NN dobj hold}".replace("nsubj may", "nsubj hold"), []),
        ("They{PRP nsubj wish} wish{VBP} to{TO aux hold} hold{VBP xcomp wish} a{DT det meeting} meeting{NN dobj hold}", []),
        ("They{PRP nsubj are} are{VBP:be} a{DT det meeting} meeting{NN attr are}", []),
    ],
)  # fmt: skip
def test_which_rules_tell_that_it_is_in_general(drawn: str, rules: list[str]) -> None:
    """Each by itself, so that none hides that another has gone."""
    assert rules == list(generic_by(scene(f"{drawn} .", time="open")))


AFTER = "After{IN prep was} two{CD nummod meetings} meetings{NNS:meeting pobj after} in{IN prep meetings} [time:March=2024-03]{NNP pobj in}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{AFTER} and{{CC cc in}} on{{IN conj in}} [time:Monday=2024-04-01]{{NNP pobj on}} she{{PRP nsubj was}} was{{VBD:be}} glad .", True),
        (f"{AFTER} and{{CC cc in}} near{{IN conj in}} [time:Monday=2024-04-01]{{NNP pobj near}} she{{PRP nsubj was}} was{{VBD:be}} glad .", False),
        (f"{AFTER} and{{CC cc in}} in{{IN conj in}} Lima{{NNP pobj in#2}} she{{PRP nsubj was}} was{{VBD:be}} glad .", False),
        (f"{AFTER} she{{PRP nsubj was}} was{{VBD:be}} glad and{{CC cc was}} in{{IN prep was}} [time:April=2024-04]{{NNP pobj in#2}} left{{VBD:leave conj was}} .", False),
        # the second time may end the sentence, and stand up to twelve words behind
        ("She{PRP nsubj was} was{VBD:be} glad after{IN prep was} two{CD nummod meetings} meetings{NNS:meeting pobj after} in{IN prep meetings} [time:March=2024-03]{NNP pobj in} and{CC cc in} in{IN conj in} [time:April=2024-04]{NNP pobj in#2}", True),
        ("She{PRP nsubj was} was{VBD:be} glad after{IN prep was} two{CD nummod meetings} meetings{NNS:meeting pobj after} in{IN prep meetings} [time:March=2024-03]{NNP pobj in} and{CC cc in} in{IN conj in}\nApril{NNP} [time:May=2024-05]", False),
        (f"{AFTER.replace(' in{IN prep meetings}', ' so' * 7 + ' in{IN prep meetings}')} and{{CC cc in}} in{{IN conj in}} [time:April=2024-04]{{NNP pobj in#2}} she{{PRP nsubj was}} was{{VBD:be}} glad .", True),
        (f"{AFTER.replace(' in{IN prep meetings}', ' so' * 8 + ' in{IN prep meetings}')} and{{CC cc in}} in{{IN conj in}} [time:April=2024-04]{{NNP pobj in#2}} she{{PRP nsubj was}} was{{VBD:be}} glad .", False),
        (f"{AFTER.replace('NNS:meeting', 'NN:meeting')} and{{CC cc in}} in{{IN conj in}} [time:April=2024-04]{{NNP pobj in#2}} she{{PRP nsubj was}} was{{VBD:be}} glad .", False),
        # times before the noun are others'
        (f"In{{IN prep was}} [time:May=2024-05]{{NNP pobj in}} and{{CC cc in}} in{{IN conj in}} [time:June=2024-06]{{NNP pobj in#2}} {AFTER.replace('in{IN prep meetings}', 'near{IN prep meetings}').replace('pobj in}', 'pobj near}')} she{{PRP nsubj was}} was{{VBD:be}} glad .", False),
    ],
)  # fmt: skip
def test_how_the_times_of_two_meetings_stand(drawn: str, expected: bool) -> None:
    """Joined by "and" with a preposition of time, behind the noun."""
    found = generic_by(replace(scene(drawn), when=interval_of("2024-03")))

    assert expected == ("of_several_times" in found)
