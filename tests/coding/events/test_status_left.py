"""What no verb of the event's own tells, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from memcon.domain.records import EventKind
from tests.coding.events.scenes import found

TODAY = "2024-05-15"
WEEK = "2024-05-13/2024-05-19"


HELPED = "A{DT det meeting} meeting{NN nsubj helped} helped{VBD:help | past} ."


@pytest.mark.parametrize(
    ("drawn", "when", "published", "expected"),
    [
        (HELPED, WEEK, TODAY, "held by meeting"),
        (HELPED, "2024-05-14/2024-05-20", TODAY, None),
        (HELPED, "2024-05-06/2024-05-15", TODAY, "held by meeting"),
        (HELPED, "2024-05-06/2024-05-12", TODAY, None),
        (HELPED, None, TODAY, None),
        (HELPED, WEEK, None, None),
        (f"# {HELPED}", WEEK, TODAY, None),
        ("A{DT det meeting} meeting{NN nsubj helps} helps{VBZ:help | present} .", WEEK, TODAY, None),
        ("No{DT det meeting} meeting{NN nsubj helped | negative past negation:no} helped{VBD:help | past} .", WEEK, TODAY, None),
        ("A{DT det meeting} planned{VBN:plan amod meeting} meeting{NN nsubj helped | future expectation:planned} helped{VBD:help | past} .", WEEK, TODAY, None),
        ("They{PRP nsubj thanked} thanked{VBD:thank | past} her for{IN prep thanked} a{DT det meeting} meeting{NN pobj for} .", WEEK, TODAY, None),
        ("They{PRP nsubj announced} announced{VBD:announce | past} a{DT det meeting} meeting{NN dobj announced} .", WEEK, TODAY, None),
        ("They{PRP nsubj met} met{VBD:meet | past} Soto{NNP dobj met} .", WEEK, TODAY, None),
    ],
)  # fmt: skip
def test_what_is_told_in_the_past_of_a_week_that_is_on(
    drawn: str, when: str | None, published: str | None, expected: str | None
) -> None:
    """Held, two days or more into that week; not what was planned, denied, announced or given thanks for."""
    assert expected == found("within_the_week", drawn, when, published)


BEHIND = "{}{{IN prep {}}} talks{{NNS:talk pobj {}}} they{{PRP nsubj {}}} {}{{{} | {}}} ."


@pytest.mark.parametrize(
    ("preposition", "verb", "when", "published", "expected"),
    [
        ("after", "VBP:smile present", "2024-05-13", TODAY, "held by talks"),
        ("after", "VBP:smile present", "2024-05-15", TODAY, "held by talks"),
        ("after", "VBP:smile present", "2024-05-16", TODAY, None),
        ("after", "VBP:smile present", "2024-05-13", None, None),
        ("after", "VBP:smile present", None, TODAY, None),
        ("after", "VBD:smile past", None, TODAY, "held by talks"),
        ("before", "VBD:smile past", None, TODAY, None),
        ("before", "VBP:smile present", "2024-05-13", TODAY, None),
    ],
)
def test_what_something_comes_after_is_over(
    preposition: str, verb: str, when: str | None, published: str | None, expected: str | None
) -> None:
    """Told in the past, or with a day that is not ahead."""
    tag, time = verb.split()
    drawn = BEHIND.format(preposition, "smile", preposition, "smile", "smile", tag, time)

    assert expected == found("afterwards", drawn, when, published)


HOLD = "They{PRP nsubj hold} hold{VBP | present} talks{NNS:talk dobj hold | present} ."


@pytest.mark.parametrize(
    ("drawn", "when", "published", "expected"),
    [
        (HOLD, "2024-05-15", TODAY, "scheduled by hold"),
        (HOLD, "2024-05-17", TODAY, "scheduled by hold"),
        (HOLD, "2024-05-14", TODAY, None),
        (HOLD, None, TODAY, None),
        (HOLD, "2024-05-15", None, None),
        (HOLD.replace("hold{VBP", "hold{VBD"), "2024-05-15", TODAY, None),
        (HOLD.replace("hold{VBP | present}", "hold{VBP | future}"), "2024-05-15", TODAY, None),
        (HOLD.replace("hold{VBP", "hold{VBP:praise"), "2024-05-15", TODAY, None),
        ("They{PRP nsubj meet} meet{VBP | present} Soto{NNP dobj meet} .", "2024-05-15", TODAY, "scheduled by meet"),
        ("They{PRP nsubj meet} may{MD aux meet} meet{VBP | present possibility:may} Soto{NNP dobj meet} .", "2024-05-15", TODAY, None),
    ],
)  # fmt: skip
def test_the_timetable_of_the_day(drawn: str, when: str | None, published: str | None, expected: str | None) -> None:
    """The plain present of a verb that makes it take place, with a day that is not over."""
    assert expected == found("on_its_day", drawn, when, published)


ENDING = "Soto{NNP nsubj said} , ending{VBG:end acl soto} a{DT det visit} visit{NN dobj ending} , said{VBD:say} so ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by ending"),
        ("acl soto", "advcl said", "held by ending"),
        ("acl soto", "xcomp said", None),
        ("VBG:end", "VBD:end", None),
        ("VBG:end", "VBG:plan", None),
        ("visit{NN dobj ending}", "with{IN prep ending} visit{NN pobj with}", None),
        (
            "visit{NN dobj ending}",
            "planned{VBN:plan amod visit} visit{NN dobj ending | future expectation:planned}",
            None,
        ),
    ],
)
def test_what_somebody_ends_meanwhile_was(told: str, by: str, expected: str | None) -> None:
    """A participle beside what is told, with the event as its object."""
    assert expected == found("ended_meanwhile", ENDING.replace(told, by, 1))


PRAISED = "They{PRP nsubj praised} praised{VBD:praise | past} the{DT det visit} visit{NN dobj praised} ."
THANKED = "They{PRP nsubj thanked} thanked{VBD:thank | past} her{PRP dobj thanked} for{IN prep thanked} her{PRP$ poss part} part{NN:participation pobj for} in{IN prep part} the{DT det summit} summit{NN pobj in} ."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (PRAISED, None, "held by praised"),
        (PRAISED, "2024-05-17", None),
        (PRAISED.replace("visit", "summit"), None, "held by praised"),
        (PRAISED.replace("visit{NN", "talks{NNS:talk").replace("det visit", "det talks"), None, None),
        (PRAISED.replace("VBD:praise | past", "VBP:praise | present"), None, None),
        (PRAISED.replace("VBD:praise", "VBD:plan"), None, None),
        (PRAISED.replace("visit{NN dobj praised}", "planned{VBN:plan amod visit} visit{NN dobj praised | future expectation:planned}"), None, None),
        (PRAISED.replace("praised{VBD:praise", "praised{VBD:thank").replace("visit{NN dobj praised}", "for{IN prep praised} visit{NN pobj for}"), None, "held by praised"),
        (PRAISED.replace("praised{VBD:praise", "praised{VBD:thank").replace("visit{NN dobj praised}", "near{IN prep praised} visit{NN pobj near}"), None, None),
        (THANKED, None, "held by thanked"),
        (THANKED, "2024-05-17", None),
        (THANKED.replace(":participation", ":interest"), None, None),
        (THANKED.replace("for{IN prep thanked}", "over{IN prep thanked}").replace("pobj for", "pobj over"), None, None),
        (f"# {THANKED}", None, None),
    ],
)  # fmt: skip
def test_what_is_looked_back_on_was(drawn: str, when: str | None, expected: str | None) -> None:
    """A visit or summit that somebody praised or gave thanks for, or for a part in it; not talks, which may be of any time."""
    assert expected == found("looked_back_on", drawn, when)


BLAMED = "They{PRP nsubj blamed} blamed{VBD:criticize | past} Peru{NNP dobj blamed} for{IN prep blamed} holding{VBG:hold pcomp for} talks{NNS:talk dobj holding} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", None, "held by holding"),
        ("", "", "2024-05-17", None),
        ("VBG:hold", "VBG:praise", None, None),
        ("VBG:hold pcomp for", "VBN:hold pcomp for", None, None),
        ("pcomp for", "acl peru", None, None),
        ("for{IN prep blamed} holding{VBG:hold pcomp for}", "at{IN prep blamed} holding{VBG:hold pcomp at}", None, None),
        ("NNS:talk dobj holding", "NNS:talk nsubj holding", None, None),
        ("for{IN prep blamed} holding{VBG:hold pcomp for}", "on{IN prep blamed} holding{VBG:hold pcomp on}", None, None),
        ("VBD:criticize", "VBD:see", None, None),
        ("pcomp for}", "pcomp for | negative past negation:peru}", None, None),
        ("holding{VBG:hold pcomp for} talks{NNS:talk dobj holding}", "meeting{VBG:meet pcomp for} Chad{NNP dobj meeting}", None, "held by meeting"),
    ],
)  # fmt: skip
def test_what_somebody_is_judged_for_holding_was_held(
    told: str, by: str, when: str | None, expected: str | None
) -> None:
    """Praised, thanked or blamed "for holding" it; not for planning it, nor for not holding it."""
    assert expected == found("judged_for", BLAMED.replace(told, by, 1), when)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("On{IN prep smiled} a{DT det visit} visit{NN pobj on} she{PRP nsubj smiled} smiled{VBD:smile | past} .", "held by smiled"),
        ("On{IN prep insisted} a{DT det visit} visit{NN pobj on} she{PRP nsubj insisted} insisted{VBD:insist | past} .", "held by insisted"),
        ("She{PRP nsubj insisted} insisted{VBD:insist | past} on{IN prep insisted} a{DT det visit} visit{NN pobj on} .", None),
        ("She{PRP nsubj embarked} embarked{VBD:embark | past} on{IN prep embarked} a{DT det visit} visit{NN pobj on} .", "held by embarked"),
        ("She{PRP nsubj arrived} arrived{VBD:arrive | past} for{IN prep arrived} a{DT det visit} visit{NN pobj for} .", "held by arrived"),
        ("She{PRP nsubj came} came{VBD:come | past} to{IN prep came} a{DT det visit} visit{NN pobj to} .", None),
        ("She{PRP nsubj came} came{VBD:come | past} by{IN prep came} a{DT det visit} visit{NN pobj by} .", None),
        ("A{DT det visit} visit{NN attr on} on{IN} .", None),
        ("She{PRP nsubj asked} asked{VBD:ask | past} for{IN prep asked} a{DT det visit} visit{NN pobj for} .", None),
        ("She{PRP nsubj arrives} arrives{VBZ:arrive | present} for{IN prep arrives} a{DT det visit} visit{NN pobj for} .", None),
        ("She{PRP nsubj arrived} arrived{VBD:arrive | past} for{IN prep arrived} talks{NNS:talk pobj for} .", None),
        ("She{PRP nsubj made} made{VBD:make | past} a{DT det visit} visit{NN dobj made} .", None),
    ],
)  # fmt: skip
def test_what_is_done_on_a_visit_tells_that_it_is_made(drawn: str, expected: str | None) -> None:
    """ "On a visit she smiled", "arrived for a visit"; "insisted on a visit" speaks of one."""
    assert expected == found("on_the_road", drawn)


SUCH = "They{PRP nsubj praised} praised{VBD:praise} deeds{NNS:deed dobj praised} such{JJ amod as} as{IN prep deeds} the{DT det summit} summit{NN pobj as} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", None, "held by summit"),
        ("", "", "2024-05-17", None),
        ("such{JJ amod as} ", "", None, None),
        ("such{JJ amod as} as{IN prep deeds} the{DT det summit} summit{NN pobj as}", "such{JJ amod in} in{IN prep deeds} the{DT det summit} summit{NN pobj in}", None, None),
        ("the{DT det summit} ", "", None, None),
        ("summit{NN pobj as}", "prize{NN pobj as} and{CC cc prize} the{DT det summit} summit{NN conj prize}", None, "held by summit"),
        ("the{DT det summit} summit{NN pobj as}", "the{DT det talks} talks{NNS:talk pobj as}", None, None),
        ("the{DT det summit} summit{NN pobj as}", "the{DT det visit} visit{NN pobj as}", None, "held by visit"),
        ("summit{NN pobj as}", "planned{VBN:plan amod summit} summit{NN pobj as | future expectation:planned}", None, None),
    ],
)  # fmt: skip
def test_what_is_named_as_an_instance_was(told: str, by: str, when: str | None, expected: str | None) -> None:
    """ "deeds such as the summit": a visit or a summit that is known."""
    assert expected == found("instanced", SUCH.replace(told, by, 1), when)


@pytest.mark.parametrize(
    ("preposition", "verb", "expected"),
    [("before", "VBD:say", "scheduled by talks"), ("before", "VBD:sing", None), ("after", "VBD:say", None)],
)
def test_what_somebody_speaks_ahead_of_is_to_come(preposition: str, verb: str, expected: str | None) -> None:
    """Where the verb is one of saying."""
    drawn = BEHIND.format(preposition, "said", preposition, "said", "said", verb, "past")

    assert expected == found("beforehand", drawn)


DEAL = "The{DT det deal} deal{NN nsubj worries} worries{VBZ:worry} them{PRP dobj worries} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "expected"),
    [
        ("", "", "agreement", "held by deal"),
        ("", "", "sanction", "held by deal"),
        ("", "", "talks", None),
        ("", "", "visit", None),
        ("", "", "meeting", None),
        ("The{DT", "# The{DT", "agreement", None),
        ("The{DT", "A{DT", "agreement", None),
        ("NN nsubj worries", "NN nsubj worries | future", "agreement", None),
        ("NN nsubj worries", "NN nsubj worries | past expectation:worries", "agreement", None),
    ],
)
def test_a_paper_that_is_known_is_there(told: str, by: str, kind: EventKind, expected: str | None) -> None:
    """Where nothing over it says else; talks that are known may be ahead."""
    drawn = DEAL.replace(told, by, 1)

    assert expected == found("in_force", drawn, of="deal", kind=kind)
    assert found("in_force", drawn, of="deal", kind=kind, form="verb") is None
    assert found("in_force", drawn, of="deal", kind=kind, form="channel") is None


LATER = "They{{PRP nsubj praised}} praised{{VBD:praise}} the{{DT det talks}} talks{{NNS:talk dobj praised{told}}} [time:{part}={days}]{{NN npadvmod praised}} ."


@pytest.mark.parametrize(
    ("part", "days", "told", "expected"),
    [
        ("later this week", "2024-05-15/2024-05-19", "", "scheduled by talks"),
        ("later this week", "2024-05-15/2024-05-19", " | negative denial:they", None),
        ("earlier this week", "2024-05-13/2024-05-15", "", "held by talks"),
        ("earlier this week", "2024-05-13/2024-05-15", " | negative denial:they", None),
        ("earlier this week", "2024-05-13/2024-05-15", " | expectation:they", None),
        ("this week", "2024-05-13/2024-05-19", "", None),
        ("later this week", "2024-05-16/2024-05-19", "", None),
    ],
)
def test_a_part_of_the_week_tells_where_it_lies(part: str, days: str, told: str, expected: str | None) -> None:
    """What is wholly ahead is left to the calendar; a day tells nothing of what is denied."""
    drawn = LATER.format(part=part, days=days, told=told)

    assert expected == found("in_a_part_of_the_week", drawn, days, of="talks", kind="talks")
    assert found("in_a_part_of_the_week", drawn, of="talks", kind="talks") is None
