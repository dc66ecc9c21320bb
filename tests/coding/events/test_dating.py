"""When an event is, in sentences with drawn syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.dating import find_act_time, find_new_time, find_when
from memcon.coding.events.scene import Relation
from tests.coding.events.scenes import scene

MONDAY, FRIDAY = "[time:Monday=2024-05-13]", "[time:Friday=2024-05-17]"
HELD = "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held}"


def when(drawn: str, **over: object) -> str | None:
    """The EDTF value of the event's time."""
    found = find_when(scene(drawn, **over))  # type: ignore[arg-type]
    return found.edtf if found is not None else None


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{HELD} on{{IN prep held}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{HELD} on{{IN prep talks}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{HELD} {MONDAY}{{NNP npadvmod held}} .", "2024-05-13"),
        # the noun's own time before the clause's, the finer before the coarser, the nearer before the farther
        (f"{HELD} of{{IN prep talks}} {MONDAY}{{NNP pobj of}} on{{IN prep held}} {FRIDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"On{{IN prep held}} {FRIDAY}{{NNP pobj on}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} of{{IN prep talks}} {MONDAY}{{NNP pobj of}} .", "2024-05-13"),
        (f"{HELD} in{{IN prep held}} [time:May=2024-05]{{NNP pobj in}} on{{IN prep held}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"On{{IN prep held}} {FRIDAY}{{NNP pobj on}} and{{CC cc friday}} after{{IN dep friday}} that{{DT dep friday}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} on{{IN prep held}} {MONDAY}{{NNP pobj on#2}} .", "2024-05-13"),
        # the bound of a span is no date of the event
        (f"{HELD} since{{IN prep held}} {MONDAY}{{NNP pobj since}} .", None),
        (f"{HELD} until{{IN prep held}} {MONDAY}{{NNP pobj until}} .", None),
        (f"{HELD} from{{IN prep held}} [time:May to June=2024-05/2024-06]{{NNP pobj from}} .", "2024-05/2024-06"),
        (f"{HELD} from{{IN prep held}} [time:early May=2024-05]{{NNP pobj from}} .", None),
        (f"Since{{IN prep held}} {MONDAY}{{NNP pobj since}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} .", None),
        # what was planned may have been held before the telling
        (f"The{{DT det talks}} planned{{JJ amod talks}} talks{{NNS:talk nsubj began}} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        # what is called upcoming is neither of the day of the telling nor of one before it
        (f"They{{PRP nsubj held}} held{{VBD:hold}} upcoming{{JJ amod talks}} talks{{NNS:talk dobj held}} on{{IN prep held}} {MONDAY}{{NNP pobj on}} .", None),
        (f"They{{PRP nsubj held}} held{{VBD:hold}} upcoming{{JJ amod talks}} talks{{NNS:talk dobj held}} on{{IN prep held}} {FRIDAY}{{NNP pobj on}} .", "2024-05-17"),
        # not when a series was launched
        (f"Talks{{NNS:talk nsubjpass held}} launched{{VBN:launch acl talks}} in{{IN prep launched}} [time:2008=2008]{{CD pobj in}} were{{VBD:be auxpass held}} held{{VBN:hold}} on{{IN prep held}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        # open and vague times, and those of other verbs and topics
        (f"{HELD} on{{IN prep held}} [time:Monday=2024-05-13/..]{{NNP pobj on}} .", None),
        (f"{HELD} [time:recently]{{RB advmod held}} .", None),
        (f"{HELD} and{{CC cc held}} left{{VBD:leave conj held}} on{{IN prep left}} {MONDAY}{{NNP pobj on}} .", None),
        (f"{HELD} to{{TO aux discuss}} discuss{{VB advcl held}} trade{{NN dobj discuss}} of{{IN prep trade}} {MONDAY}{{NNP pobj of}} .", None),
        (f"{HELD} to{{TO aux discuss}} discuss{{VB advcl held}} trade{{NN dobj discuss}} on{{IN prep discuss}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{HELD} to{{TO aux win}} win{{VB advcl held}} trade{{NN dobj win}} on{{IN prep win}} {MONDAY}{{NNP pobj on}} .", None),
        (f"{HELD} and{{CC cc held}} discussed{{VBD:discuss conj held}} trade{{NN dobj discussed}} on{{IN prep discussed}} {MONDAY}{{NNP pobj on}} .", None),
        # a forum's year
        (f"{HELD} at{{IN prep held}} the{{DT det forum}} [time:2031=2031]{{CD nummod forum}} Lagos{{NNP compound forum}} Forum{{NNP pobj at}} .", None),
        # verbs of a way, and prepositions that lead to no setting
        (f"They{{PRP nsubj arrived}} arrived{{VBD:arrive}} on{{IN prep arrived}} {MONDAY}{{NNP pobj on}} for{{IN prep arrived}} talks{{NNS:talk pobj for}} .", None),
        (f"They{{PRP nsubj smiled}} smiled{{VBD:smile}} on{{IN prep smiled}} {MONDAY}{{NNP pobj on}} during{{IN prep smiled}} talks{{NNS:talk pobj during}} .", "2024-05-13"),
        (f"They smiled{{VBD:smile}} on{{IN prep smiled}} {MONDAY}{{NNP pobj on}} after{{IN prep smiled}} talks{{NNS:talk pobj after}} .", None),
        # one that a participle or "as planned" gives
        (f"Talks{{NNS:talk nsubj ended}} held{{VBN:hold acl talks}} on{{IN prep held}} {MONDAY}{{NNP pobj on}} ended{{VBD:end}} .", "2024-05-13"),
        (f"Talks{{NNS:talk nsubj ended}} ended{{VBD:end}} as{{IN mark planned}} planned{{VBN:plan advcl ended}} on{{IN prep planned}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"Talks{{NNS:talk nsubj ended}} ended{{VBD:end}} as{{IN mark smiled}} he{{PRP nsubj smiled}} smiled{{VBN:smile advcl ended}} on{{IN prep smiled}} {MONDAY}{{NNP pobj on}} .", None),
        (f"Talks{{NNS:talk nsubj ended}} ended{{VBD:end}} when{{IN mark planned}} planned{{VBN:plan advcl ended}} on{{IN prep planned}} {MONDAY}{{NNP pobj on}} .", None),
        # of a noun that the event hangs on: its own time for "the start of", not for "a remark on"
        (f"The{{DT det start}} start{{NN dobj saw}} of{{IN prep start}} talks{{NNS:talk pobj of}} saw{{VBD:see}} it{{PRP dobj saw}} on{{IN prep saw}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"The{{DT det remark}} remark{{NN dobj saw}} about{{IN prep remark}} talks{{NNS:talk pobj about}} saw{{VBD:see}} it{{PRP dobj saw}} on{{IN prep saw}} {MONDAY}{{NNP pobj on}} .", None),
        # of two that are equally near the one told first; no word before the first one bounds it
        (f"On{{IN prep held}} {FRIDAY}{{NNP pobj on}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} on{{IN prep held}} that{{DT det monday}} {MONDAY}{{NNP pobj on#2}} .", "2024-05-17"),
        (f"{MONDAY}{{NNP npadvmod held}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} since", "2024-05-13"),
        # what is to be discussed: with a time right on it, told otherwise, of another verb, and before the event
        (f"{HELD} to{{TO aux discuss}} discuss{{VB advcl held}} trade{{NN dobj discuss}} {MONDAY}{{NNP npadvmod discuss}} .", "2024-05-13"),
        (f"{HELD} discussing{{VBG:discuss advcl held}} trade{{NN dobj discussing}} on{{IN prep discussing}} {MONDAY}{{NNP pobj on}} .", None),
        (f"{HELD} to{{TO aux discuss}} discuss{{VB xcomp held}} trade{{NN dobj discuss}} on{{IN prep discuss}} {MONDAY}{{NNP pobj on}} .", None),
        (f"{HELD} and{{CC cc held}} left{{VBD:leave conj held}} to{{TO aux discuss}} discuss{{VB advcl left}} trade{{NN dobj discuss}} on{{IN prep discuss}} {MONDAY}{{NNP pobj on}} .", None),
        (f"To{{TO aux discuss}} discuss{{VB advcl held}} trade{{NN dobj discuss}} on{{IN prep discuss}} {MONDAY}{{NNP pobj on}} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} .", None),
    ],
)  # fmt: skip
def test_the_time_that_hangs_on_the_event_is_its_own(drawn: str, expected: str | None) -> None:
    """The nearest, of equally near ones the finest; no bounds, no times of other verbs, topics and names."""
    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("[time:Tuesday=2024-05-14]", "2024-05-13/2024-05-14"),
        ("[time:Sunday=2024-05-12]", "2024-05-13"),
        ("[time:Monday=2024-05-13]", "2024-05-13"),
        ("[time:June=2024-06]", "2024-05-13"),
    ],
)
def test_two_days_joined_by_and_are_a_span(second: str, expected: str) -> None:
    """ "on Monday and Tuesday" lies within the two; not with a day that is earlier, the same, or coarser."""
    drawn = f"{HELD} on{{IN prep held}} {MONDAY}{{NNP pobj on}} {{}} {second}{{NNP conj monday}} ."

    assert expected == when(drawn.replace("{}", "and{CC cc monday}"))
    assert "2024-05-13" == when(drawn.replace("{}", "or{CC cc monday}"))
    assert "2024-05-13" == when(drawn.replace("{}", ",{, punct monday}"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-05-13/2024-05-14", "2024-05-16/2024-05-17", "2024-05-13/2024-05-17"),
        ("2024-05", "2024-06-03", "2024-05/2024-06-03"),
        ("2024-05", "2024", "2024-05"),
    ],
)
def test_a_span_reaches_from_the_first_bound_to_the_last(first: str, second: str, expected: str) -> None:
    """Of two times that are spans themselves, or of a coarser and a finer one."""
    drawn = f"{HELD} in{{IN prep held}} [time:May={first}]{{NNP pobj in}} and [time:June={second}] ."

    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("before", "first", "second", "expected"),
    [
        ("So", "2024-05-13", "2024-05-14", "2024-05-13/2024-05-14"),
        ("So gladly", "2024-05-13", "2024-05-14", "2024-05-13/2024-05-14"),
        ("So gladly so", "2024-05-13", "2024-05-14", "2024-05-13/2024-05-14"),
        ("So", "XXXX-05-13", "2024-05-14", "2024-05-14"),
        ("So", "2024-05-13", "XXXX-05-14", "2024-05-13"),
        ("So", "XXXX-05-13", "XXXX-05-14", "XXXX-05-13"),
    ],
)
def test_two_days_are_joined_wherever_they_stand(before: str, first: str, second: str, expected: str) -> None:
    """And only where both are known."""
    drawn = f"{before} {HELD} on{{IN prep held}} [time:Monday={first}]{{NNP pobj on}} and{{CC cc monday}} [time:Tuesday={second}]{{NNP conj monday}} ."

    assert expected == when(drawn)


def test_a_span_is_told_in_the_words_of_both() -> None:
    """From the first word of the one to the last of the other, also where they have several words."""
    drawn = f"{HELD} on{{IN prep held}} [time:May 13=2024-05-13]{{CD pobj on}} and [time:May 15=2024-05-15] ."
    found = find_when(scene(drawn))

    assert ("2024-05-13/2024-05-15", "May 13 and May 15") == (found and (found.edtf, found.text))


PUT_OFF = "Talks{{NNS:talk nsubjpass put}} were{{VBD:be auxpass put}} put{{VBN:put}} off{{RP prt put}} {} [time:Friday=2024-05-17]{{NNP pobj {}}} ."


@pytest.mark.parametrize(
    ("preposition", "new", "own"),
    [("until", True, False), ("to", True, False), ("for", True, False), ("on", False, False)],
)
def test_a_verb_over_the_event_leads_a_time_on_to_it(preposition: str, new: bool, own: bool) -> None:
    """ "put off until Friday" is the event's new time; "put off on Friday", still to come, is no time of what is done already."""
    drawn = PUT_OFF.format(f"{preposition}{{IN prep put}}", preposition)
    found = scene(drawn, talks=[("postponement", "put")], put=[])
    [put] = found.acts

    assert new == (find_new_time(found.index, put) is not None)
    assert own == (find_act_time(found.index, put) is not None)
    assert "2024-05-17" == when(drawn, talks=[("postponement", "put")], put=[])


def test_the_time_of_a_verb_over_the_event_is_not_the_event_s() -> None:
    """ "called off on Monday": the day on which it was done; "scheduled for Monday" is the event's."""
    drawn = PUT_OFF.format("on{IN prep put}", "on").replace("Friday=2024-05-17", "Monday=2024-05-13")
    found = scene(drawn, talks=[("postponement", "put")], put=[])
    [put] = found.acts
    act_time = find_act_time(found.index, put)
    scheduled = drawn.replace("put", "scheduled").replace(":scheduled}", ":schedule}")

    assert None is when(drawn, talks=[("postponement", "put")], put=[])
    assert "2024-05-13" == (act_time and act_time.edtf)
    assert "2024-05-13" == when(scheduled, talks=[("arrangement", "scheduled")], scheduled=[])


@pytest.mark.parametrize(
    ("published", "time", "expected"),
    [
        ("2024-05-15", "past", "2024-05-17"),
        ("2024-05-15", "future", None),
        ("2024-05-17", "past", None),
        (None, "past", None),
    ],
)
def test_a_time_ahead_of_what_is_done_is_the_event_s(published: str | None, time: str, expected: str | None) -> None:
    """ "proposed talks on Friday": Friday lies ahead, the proposal does not."""
    drawn = PUT_OFF.format("on{IN prep put}", "on")
    over = {"talks": [("postponement", "put")], "put": []}

    assert expected == when(drawn, published=published, time=time, **over)


def test_a_bound_is_no_time_of_the_act_either() -> None:
    """ "has been suspended since Monday"."""
    drawn = PUT_OFF.format("since{IN prep put}", "since").replace("Friday=2024-05-17", "Monday=2024-05-13")
    found = scene(drawn, talks=[("postponement", "put")], put=[])
    [put] = found.acts

    assert None is find_act_time(found.index, put)


DAY = "[time:Friday=2024-05-17]{NNP pobj at} ."


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("until{IN prep put} on{IN prep until} at{IN prep on} " + DAY, "2024-05-17"),
        ("until{IN prep put} on{IN prep until} by{IN prep on} at{IN prep by} " + DAY, None),
        ("until{IN prep put} tea{NN pobj until} at{IN prep tea} " + DAY, None),
        ("until{IN prep put} [time:midday]{NN pobj until} at{IN prep midday} " + DAY, "2024-05-17"),
    ],
)
def test_a_time_hangs_on_a_verb_over_prepositions(behind: str, expected: str | None) -> None:
    """Over a few of them, and over other times; not over another noun."""
    drawn = f"Talks{{NNS:talk nsubjpass put}} were{{VBD:be auxpass put}} put{{VBN:put}} off{{RP prt put}} {behind}"
    found = scene(drawn, talks=[("postponement", "put")], put=[])
    [put] = found.acts
    new = find_new_time(found.index, put)

    assert expected == (new.edtf if new is not None else None)


def test_the_time_of_the_noun_is_none_of_the_verb_over_it() -> None:
    """ "talks of Sunday were put off on Tuesday until Friday": each has its own, and the one led on to comes first for the event."""
    drawn = (
        "Talks{NNS:talk nsubjpass put} of{IN prep talks} [time:Sunday=2024-05-12]{NNP pobj of} were{VBD:be auxpass put} put{VBN:put} off{RP prt put}"
        " on{IN prep put} [time:Tuesday=2024-05-14]{NNP pobj on} until{IN prep put} [time:Friday=2024-05-17]{NNP pobj until} ."
    )
    found = scene(drawn, talks=[("postponement", "put")], put=[])
    [put] = found.acts
    act_time, new_time = find_act_time(found.index, put), find_new_time(found.index, put)

    assert ("2024-05-14", "2024-05-17") == (act_time and act_time.edtf, new_time and new_time.edtf)
    assert "2024-05-17" == when(drawn, talks=[("postponement", "put")], put=[])


def test_the_noun_s_own_time_comes_before_one_ahead_of_the_verb() -> None:
    """ "They put off on Friday talks that were due, those of Saturday"."""
    drawn = (
        "They{PRP nsubj put} put{VBD:put} off{RP prt put} on{IN prep put} [time:Friday=2024-05-17]{NNP pobj on} talks{NNS:talk dobj put}"
        " so{RB advmod due} long{RB advmod due} due{JJ amod talks} of{IN prep talks} [time:Saturday=2024-05-18]{NNP pobj of} ."
    )

    assert "2024-05-18" == when(drawn, talks=[("postponement", "put")], put=[])


def test_a_time_by_which_an_act_is_ahead_is_the_event_s() -> None:
    """What is told as ahead only by that very time; a bound ("before Friday") is no time of the event."""
    drawn = PUT_OFF.format("on{IN prep put}", "on")
    bound = PUT_OFF.format("before{IN prep put}", "before")

    assert "2024-05-17" == when(drawn, time="future", talks=[("postponement", "put")], put=[("expectation", "friday")])
    assert None is when(drawn, time="future", talks=[("postponement", "put")], put=[("expectation", "off")])
    assert None is when(bound, talks=[("postponement", "put")], put=[])


FIVE_DAYS = "A{DT det visit} [time:five-day=P5D]{JJ amod visit} visit{NN nsubj began}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{FIVE_DAYS} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-17"),
        (f"{FIVE_DAYS} began{{VBD:end}} on{{IN prep began}} {FRIDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-17"),
        (f"{FIVE_DAYS} began{{VBD:go}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{FIVE_DAYS} began{{VBD:begin}} in{{IN prep began}} [time:May=2024-05]{{NNP pobj in}} .", "2024-05"),
        (f"{FIVE_DAYS.replace('five-day=P5D', 'week-long=P1W')} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-19"),
        (f"They{{PRP nsubj held}} held{{VBD:hold}} [time:five-day=P5D]{{JJ amod talks}} talks{{NNS:talk dobj held}} which{{WDT nsubj began}} began{{VBD:begin relcl talks}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-17"),
        (f"They{{PRP nsubj held}} held{{VBD:hold}} [time:five-day=P5D]{{JJ amod talks}} talks{{NNS:talk dobj held}} beginning{{VBG:begin acl talks}} on{{IN prep beginning}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{FIVE_DAYS.replace('five-day=P5D', 'one-day=P1D')} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{FIVE_DAYS.replace('five-day=P5D', 'two-month=P2M')} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"{FIVE_DAYS.replace('began', 'on')} on{{IN prep visit}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"He{{PRP nsubj began}} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} with{{IN prep began}} {FIVE_DAYS.replace('nsubj began', 'pobj with')} .", "2024-05-13"),
    ],
)  # fmt: skip
def test_an_event_of_a_told_length_is_as_long(drawn: str, expected: str | None) -> None:
    """From the day with which it begins or to that with which it ends; of another verb, a month, a length in months or no verb the day alone."""
    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("length", "preposition", "time", "published", "expected"),
    [
        ("P3D", "in", "future", "2024-05-15", "2024-05-18"),
        ("P2W", "in", "future", "2024-05-15", "2024-05-27/2024-06-02"),
        ("P5W", "in", "future", "2024-05-15", "2024-06-17/2024-06-23"),
        ("P2M", "in", "future", "2024-05-15", "2024-07"),
        ("P10D", "in", "future", "2024-05-15", "2024-05-25"),
        ("P2Y", "in", "future", "2024-05-15", None),
        ("P3D", "for", "future", "2024-05-15", None),
        ("P3D", "in", "past", "2024-05-15", None),
        ("P3D", "in", "future", "2024-05", None),
        ("P3D", "in", "future", None, None),
    ],
)
def test_a_length_ahead_is_counted_from_the_day_of_publication(
    length: str, preposition: str, time: str, published: str | None, expected: str | None
) -> None:
    """ "Will hold talks in two weeks": in the week that is then; not "for two weeks", what was, or where the day is not known."""
    drawn = f"They{{PRP nsubj hold}} will{{MD aux hold}} hold{{VB}} talks{{NNS:talk dobj hold}} {preposition}{{IN prep hold}} [time:some time={length}]{{NN pobj {preposition}}} ."

    assert expected == when(drawn, published=published, time=time, hold=[])


def test_what_begins_a_text_is_behind_no_preposition() -> None:
    """A length at the very beginning, with nothing before it."""
    drawn = "[time:Three days=P3D]{NNS npadvmod hold} they{PRP nsubj hold} will{MD aux hold} hold{VB} talks{NNS:talk dobj hold} in"

    assert None is when(drawn, time="future", hold=[])


APPOINTED = (
    "She{PRP nsubj announced} announced{VBD:announce} it{PRP dobj announced} on{IN prep announced} "
    + MONDAY
    + "{NNP pobj on} that{IN mark appointed} she{PRP nsubj appointed} has{VBZ:have aux appointed} appointed{VBN:appoint ccomp announced}"
    " [person:Holm]{NNP dobj appointed} as{IN prep appointed} ambassador{NN pobj as} ."
)


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "2024-05-13"),
        ("ccomp", "conj", None),
        ("ccomp", "parataxis", None),
        ("has{VBZ:have", "had{VBD:have", None),
        ("announced{VBD:announce}", "announced{VBD:deny}", None),
        ("on{IN prep announced}", "until{IN prep announced}", None),
    ],
)
def test_what_is_done_by_being_announced_is_done_then(told: str, by: str, expected: str | None) -> None:
    """ "announced on Monday that she has appointed him"; not what was done before, what stands beside it, or is denied."""
    assert expected == when(
        APPOINTED.replace(told, by).replace("pobj on}", "pobj until}" if "until" in by else "pobj on}")
    )


MET = "They{PRP nsubj met} met{VBD:meet} [person:Holm]{NNP dobj met} on{IN prep met} " + MONDAY + "{NNP pobj on} ."


def test_a_verb_s_own_time_needs_no_day_of_publication() -> None:
    """Nothing is over or to come where nobody knows when it was told."""
    assert ("2024-05-13", "2024-05-13") == (when(MET, published=None), when(MET))


@pytest.mark.parametrize(
    ("published", "modal", "expected"),
    [
        ("2024-05-15", "will", None),
        ("2024-05-13", "will", "2024-05-13"),
        ("2024-05-12", "will", "2024-05-13"),
        (None, "will", "2024-05-13"),
        ("2024-05-15", "did", "2024-05-13"),
    ],
)
def test_what_will_be_is_on_no_day_that_is_over(published: str | None, modal: str, expected: str | None) -> None:
    """ "will meet" beside a day before publication: the day is of something else."""
    drawn = MET.replace("met{VBD:meet}", f"{modal}{{MD aux met}} met{{VB:meet}}")

    assert expected == when(drawn, published=published)


WITHIN = "They{{PRP nsubj met}} met{{VBD:meet}} [person:Holm]{{NNP dobj met}} {0} he{{PRP nsubj landed}} landed{{VBD:land advcl met}} {1} ."
HOURS_AFTER = "hours{NNS:hour npadvmod after} after{IN mark landed}"
ON_MONDAY = f"on{{IN prep landed}} {MONDAY}{{NNP pobj on}}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (WITHIN.format(HOURS_AFTER, ON_MONDAY), "2024-05-13"),
        (WITHIN.format("minutes{NNS:minute npadvmod before} before{IN mark landed}", ON_MONDAY), "2024-05-13"),
        # not weeks, nor hours that are no distance in time
        (WITHIN.format("weeks{NNS:week npadvmod after} after{IN mark landed}", ON_MONDAY), None),
        (WITHIN.format("hours{NNS:hour npadvmod while} while{IN mark landed}", ON_MONDAY), None),
        (WITHIN.format("after{IN mark landed} hours{NNS:hour npadvmod landed}", ON_MONDAY), None),
        (WITHIN.format("shortly{RB advmod after} after{IN mark landed}", ON_MONDAY), None),
        # a month, a time that nobody knows, and a day told before it
        (WITHIN.format(HOURS_AFTER, "in{IN prep landed} [time:May=2024-05]{NNP pobj in}"), None),
        (WITHIN.format(HOURS_AFTER, "in{IN prep landed} [time:May=2024-05-13/2024-05-14]{NNP pobj in}"), None),
        (f"Hours{{NNS:hour npadvmod after}} after{{IN mark landed}} he landed{{VBD:land advcl met}} {ON_MONDAY} they{{PRP nsubj met}} met{{VBD:meet}} [person:Holm]{{NNP dobj met}} .", None),
        (f"Hours{{NNS:hour npadvmod after}} after{{IN advmod met}} that they{{PRP nsubj met}} met{{VBD:meet}} [person:Holm]{{NNP dobj met}} when he landed{{VBD:land advcl met}} {ON_MONDAY} .", None),
        # signs that part it, and hours that are of something else
        *((WITHIN.format(f"{HOURS_AFTER} {sign}{{, punct landed}}", ON_MONDAY), None) for sign in ",;:—"),
        (WITHIN.format(f"{HOURS_AFTER} -{{HYPH punct landed}}", ON_MONDAY), "2024-05-13"),
        (WITHIN.format("hours{NNS:hour} after{IN mark landed}", ON_MONDAY), None),
        (f"They{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} {HOURS_AFTER} he{{PRP nsubj landed}} landed{{VBD:land advcl held}} {ON_MONDAY} .", None),
        (f"They{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} hours{{NNS:hour npadvmod after}} after{{IN prep talks}} landing{{VBG:land pcomp after}} on{{IN prep landing}} {MONDAY}{{NNP pobj on}} .", None),
        # over up to fourteen words
        (WITHIN.format(HOURS_AFTER, "so " * 9 + ON_MONDAY), "2024-05-13"),
        (WITHIN.format(HOURS_AFTER, "so " * 10 + ON_MONDAY), None),
        (WITHIN.format("so " * 11 + HOURS_AFTER, ON_MONDAY), "2024-05-13"),
        # the event's own day comes first
        (WITHIN.format(f"on{{IN prep met}} {FRIDAY}{{NNP pobj on}} {HOURS_AFTER}", ON_MONDAY.replace("pobj on", "pobj on#2")), "2024-05-17"),
        (WITHIN.format(f"in{{IN prep met}} [time:May=2024-05]{{NNP pobj in}} {HOURS_AFTER}", ON_MONDAY), "2024-05"),
    ],
)  # fmt: skip
def test_what_is_hours_from_an_event_is_on_its_day(drawn: str, expected: str | None) -> None:
    """ "met hours after he landed on Monday"; not weeks, over a comma, or for a noun."""
    assert expected == when(drawn)


SIGNED = (
    "The{{DT det paper}} paper{{NN {0}}} {1} {2} into{{IN prep {3}}} force{{NN pobj into}} on{{IN prep {3}}} "
    + MONDAY
    + "{{NNP pobj on}} ."
)
CAME, FAILED, SIGNED_BY = (
    "came{VBD:come}",
    "fell{VBD:fall}",
    "signed{VBN:sign acl paper} by{IN agent signed} them{PRP pobj by}",
)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (SIGNED.format("nsubj came", SIGNED_BY, CAME, "came"), "2024-05-13"),
        (SIGNED.format("nsubj came", "they{PRP nsubj signed} signed{VBD:sign relcl paper}", CAME, "came"), "2024-05-13"),
        # it falls, what comes is another thing, it is no paper, or it is not described by it
        (SIGNED.format("nsubj fell", SIGNED_BY, FAILED, "fell"), None),
        (SIGNED.format("nsubjpass came", SIGNED_BY, CAME, "came"), None),
        (SIGNED.format("dobj came", SIGNED_BY, CAME, "came"), None),
        (SIGNED.format("nsubj came", "they{PRP nsubj met} met{VBD:meet relcl paper} her{PRP dobj met} at", CAME, "came"), None),
        (SIGNED.format("nsubj came", SIGNED_BY, "came{VBD:come} and{CC cc came} went{VBD:go conj came}", "went"), None),
        # its own day comes first, and a bound is none
        (SIGNED.format("nsubj came", f"{SIGNED_BY} in{{IN prep signed}} [time:May=2024-05]{{NNP pobj in}}", CAME, "came"), "2024-05"),
    ],
)  # fmt: skip
def test_a_paper_has_the_day_on_which_it_takes_effect(drawn: str, expected: str | None) -> None:
    """ "the paper signed by them came into force on Monday", where no day of its signing is told."""
    assert expected == when(drawn)


TOLD = "They{{PRP nsubj said}} said{{VBD:say}} {0} on{{IN prep met}} {1} {2} met{{VBD:meet ccomp said}} [person:Holm]{{NNP dobj met}} ."
ON = MONDAY + "{NNP pobj on}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (TOLD.format("", ON, "he{PRP nsubj met}"), None),
        (TOLD.format("", ON, "the{DT det man} old{JJ amod man} man{NN nsubj met}"), None),
        (TOLD.format("", "[time:Monday evening=2024-05-13]{NN pobj on}", "he{PRP nsubj met}"), None),
        (TOLD.format("so loudly{RB advmod said}", ON, "he{PRP nsubj met}"), None),
        (f"So ,{{, punct said}} {TOLD.format('', ON, 'he{PRP nsubj met}')}", None),
        (f"So long so ,{{, punct said}} {TOLD.format('', ON, 'he{PRP nsubj met}')}", None),
        # a comma or "that" parts the telling from what is told
        (TOLD.format(",{, punct said}", ON, "he{PRP nsubj met}"), "2024-05-13"),
        (TOLD.format("that{IN mark met}", ON, "he{PRP nsubj met}"), "2024-05-13"),
        (TOLD.format("so ,{, punct said}", ON, "he{PRP nsubj met}"), "2024-05-13"),
        # a subject that does not follow, none at all, a clause that is not what is said, and what was said behind it
        (TOLD.format("", ON, "sadly{RB advmod met} he{PRP nsubj met}"), "2024-05-13"),
        (TOLD.format("", ON, "gladly{RB advmod met}"), "2024-05-13"),
        (TOLD.format("", ON, "he{PRP nsubj met}").replace("ccomp said", "conj said"), "2024-05-13"),
        (f"On{{IN prep met}} {ON} he{{PRP nsubj met}} met{{VBD:meet ccomp said}} [person:Holm]{{NNP dobj met}} ,{{, punct said}} they{{PRP nsubj said}} said{{VBD:say}} .", "2024-05-13"),
        (TOLD.format("", "[time:Monday night=2024-05-13]{NN pobj on}", "sadly{RB advmod met} he{PRP nsubj met}"), "2024-05-13"),
    ],
)  # fmt: skip
def test_a_time_before_the_subject_of_what_is_said_is_of_the_saying(drawn: str, expected: str | None) -> None:
    """ "They said on Monday he met Holm": Monday is when they said it, whatever it was hung on."""
    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("published", "verb", "others", "expected"),
    [
        ("2024-05-15", "met{VBD:meet}", ("tea",), None),
        ("2024-05-17", "met{VBD:meet}", ("tea",), "2024-05-17"),
        ("2024-05-18", "met{VBD:meet}", ("tea",), "2024-05-17"),
        (None, "met{VBD:meet}", ("tea",), "2024-05-17"),
        ("2024-05-15", "met{VBP:meet}", ("tea",), "2024-05-17"),
        ("2024-05-15", "met{VBD:meet}", (), "2024-05-17"),
        ("2024-05-15", "met{VBD:meet}", ("they", "met", "friday"), "2024-05-17"),
        ("2024-05-15", "met{VBD:meet}", ("holm",), None),
        ("2024-05-15", "met{VBD:meet}", ("on",), None),
    ],
)
def test_a_day_to_come_behind_another_event_is_that_one_s(
    published: str | None, verb: str, others: tuple[str, ...], expected: str | None
) -> None:
    """ "met Holm for tea on Friday", told on Wednesday: the tea will be on Friday."""
    drawn = f"They{{PRP nsubj met}} {verb} [person:Holm]{{NNP dobj met}} for{{IN prep met}} tea{{NN pobj for}} on{{IN prep met}} {FRIDAY}{{NNP pobj on}} ."
    found = scene(drawn, published=published)
    at = {t.text.lower(): t.i for t in found.index.tokens}
    told = find_when(replace(found, others=frozenset(at[word] for word in others)))

    assert expected == (told and told.edtf)


BEHIND = "He{{PRP nsubj said}} said{{VBD:say}} at{{IN prep said}} a{{DT det {0}}} {0}{{NN pobj at}} {1} laws{{NNS:law nsubj changed}} changed{{VBD:change ccomp said}} ."


@pytest.mark.parametrize(
    ("noun", "behind", "expected"),
    [
        ("summit", f"{MONDAY}{{NNP npadvmod changed}}", "2024-05-13"),
        ("summit", f"there{{RB advmod changed}} {MONDAY}{{NNP npadvmod changed}}", None),
        ("summit", f"since{{IN prep changed}} {MONDAY}{{NNP pobj since}}", None),
        ("summit", f"on{{IN prep changed}} {MONDAY}{{NNP pobj on}}", None),
    ],
)
def test_a_time_right_behind_the_noun_is_its_own(noun: str, behind: str, expected: str | None) -> None:
    """ "said at a summit Monday laws changed", whatever Monday was hung on."""
    assert expected == when(BEHIND.format(noun, behind))


def test_a_time_right_behind_a_verb_is_not_its_own_for_that() -> None:
    """ "They met Monday laws changed"."""
    drawn = f"They{{PRP nsubj met}} met{{VBD:meet}} {MONDAY}{{NNP npadvmod changed}} laws{{NNS:law nsubj changed}} changed{{VBD:change dep met}} ."

    assert None is when(drawn)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        # the bound of a span: of several words too
        ("since{IN prep held} [time:early May=2024-05]{NNP pobj since}", None),
        # not what its owner's day bounds
        ("after{IN prep held} [time:Monday=2024-05-13]{NNP poss vote} vote{NN pobj after}", "2024-05-13"),
        ("after{IN prep held} [time:late Monday=2024-05-13]{NNP poss vote} vote{NN pobj after}", "2024-05-13"),
        ("after{IN prep held} [time:Monday night=2024-05-13]{POS dep vote} vote{NN pobj after}", "2024-05-13"),
        ("after{IN prep held} [time:Monday=2024-05-13]{NNP compound vote} vote{NN pobj after}", None),
        ("[time:Monday night=2024-05-13]{NN npadvmod held} since", "2024-05-13"),
        # two that "to" joins
        (f"from{{IN prep held}} {MONDAY}{{NNP pobj from}} to{{IN prep from}} {FRIDAY}{{NNP pobj to}}", "2024-05-13/2024-05-17"),
        ("from{IN prep held} [time:May 13 to 17=2024-05-13/2024-05-17]{CD pobj from}", "2024-05-13/2024-05-17"),
    ],
)  # fmt: skip
def test_a_bound_is_no_time_and_a_span_with_both_is(time: str, expected: str | None) -> None:
    """ "since May", but "from May 13 to 17" and "after Monday's vote"."""
    drawn = f"{time.removesuffix(' since')} {HELD} since" if time.endswith(" since") else f"{HELD} {time} ."

    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("length", "verb", "day", "expected"),
    [
        ("P4D", "begin", "2024-05-13", "2024-05-13/2024-05-16"),
        ("P4D", "end", "2024-05-16", "2024-05-13/2024-05-16"),
        ("P2W", "begin", "2024-05-13", "2024-05-13/2024-05-26"),
        ("P12D", "begin", "2024-05-13", "2024-05-13/2024-05-24"),
        ("P120D", "begin", "2024-05-13", "2024-05-13"),
        ("PT4H", "begin", "2024-05-13", "2024-05-13"),
    ],
)
def test_how_long_an_event_of_a_told_length_is(length: str, verb: str, day: str, expected: str) -> None:
    """Days or weeks of up to two figures, the day of its beginning or end counted."""
    drawn = f"A{{DT det visit}} [time:long={length}]{{JJ amod visit}} visit{{NN nsubj began}} began{{VBD:{verb}}} on{{IN prep began}} [time:Monday={day}]{{NNP pobj on}} ."

    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"They{{PRP nsubj began}} began{{VBD:begin}} a{{DT det visit}} [time:five-day=P5D]{{JJ amod visit}} visit{{NN dobj began}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-17"),
        (f"Five{{CD nummod days}} [time:days=P5D]{{NNS:day nsubj began}} of{{IN prep days}} talks{{NNS:talk pobj of}} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13/2024-05-17"),
        # a verb has no such length, nor has a noun one that stands behind it or is of another
        (f"After{{IN prep opened}} [time:five days=P5D]{{NNS pobj after}} they{{PRP nsubj opened}} opened{{VBD:open}} an{{DT det embassy}} embassy{{NN dobj opened}} on{{IN prep opened}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"They{{PRP nsubj met}} [time:five-day=P5D]{{NN dep met}} met{{VBD:begin}} talks{{NNS:talk dobj met}} on{{IN prep met}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
        (f"A{{DT det visit}} visit{{NN nsubj began}} [time:five-day=P5D]{{JJ amod visit}} began{{VBD:begin}} on{{IN prep began}} {MONDAY}{{NNP pobj on}} .", "2024-05-13"),
    ],
)  # fmt: skip
def test_whose_length_it_is(drawn: str, expected: str) -> None:
    """Only that within the noun's phrase and before it."""
    assert expected == when(drawn)


@pytest.mark.parametrize(
    ("relation", "word", "expected"),
    [
        ("object", "on", "2024-05-13"),
        ("subject", "on", None),
        ("preposition", "on", None),
        ("object", "since", None),
    ],
)
def test_what_is_announced_by_its_noun(relation: Relation, word: str, expected: str | None) -> None:
    """ "announced on Monday sanctions on Peru": of what is done by being announced, as what is announced."""
    drawn = f"They{{PRP nsubj announced}} announced{{VBD:announce}} {word}{{IN prep announced}} {MONDAY}{{NNP pobj {word}}} sanctions{{NNS:sanction dobj announced}} ."
    found = scene(drawn)
    verb = next(t.i for t in found.index.tokens if t.text == "announced")
    told = find_when(replace(found, acts=frozenset({verb}), clause=replace(found.clause, relation=relation)))

    assert expected == (told and told.edtf)


STRIKES = "strikes{NNS:strike pobj WORD} on{IN prep strikes} [time:Monday=2024-05-13]{NNP pobj on}"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f"in{{IN prep held}} {STRIKES.replace('WORD', 'in')}", "2024-05-13"),
        (f"before{{IN prep held}} {STRIKES.replace('WORD', 'before')}", None),
        (f"before{{IN prep talks}} {STRIKES.replace('WORD', 'before')}", None),
        (f"ahead{{RB advmod held}} of{{IN prep held}} {STRIKES.replace('WORD', 'of')}", None),
        (f"ahead{{RB advmod talks}} of{{IN prep talks}} {STRIKES.replace('WORD', 'of')}", None),
        (f"of{{IN prep talks}} {STRIKES.replace('WORD', 'of')}", "2024-05-13"),
        # what was "after the strikes on Monday" may have been on that day, and on no day of a month
        (f"after{{IN prep held}} {STRIKES.replace('WORD', 'after')}", "2024-05-13"),
        (f"after{{IN prep held}} {STRIKES.replace('WORD', 'after').replace('2024-05-13', '2024-05-13/2024-05-14')}", None),
        (f"after{{IN prep held}} {STRIKES.replace('WORD', 'after').replace('2024-05-13', '2024-06')}", None),
    ],
)  # fmt: skip
def test_a_time_of_what_it_was_before_is_not_its_own(behind: str, expected: str | None) -> None:
    """ "before the strikes in June", "ahead of the strikes": nobody knows the day of the talks."""
    assert expected == when(f"{HELD} {behind} .")


ENDING = "They{PRP nsubj attend} attend{VBP:attend} talks{NNS:talk dobj attend} that{WDT nsubj end} end{VBP:end relcl talks} on{IN prep end} DAY{NNP pobj on} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (ENDING.replace("DAY", FRIDAY), None),
        (ENDING.replace("DAY", MONDAY), "2024-05-13"),
        (ENDING.replace("DAY", FRIDAY).replace("VBP:end", "VBP:open"), "2024-05-17"),
        (ENDING.replace("DAY", FRIDAY).replace(" talks{", " [time:two-day=P2D]{JJ amod talks} talks{"), "2024-05-16/2024-05-17"),
    ],
)  # fmt: skip
def test_the_day_on_which_it_will_end_is_not_its_own(drawn: str, expected: str | None) -> None:
    """Unless it is told how long it lasts."""
    assert expected == when(drawn)
