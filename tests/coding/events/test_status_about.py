"""What is told of an event from beside it, each rule asked by itself on drawn sentences: no parser, so that each condition is met exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

import pytest

from memcon.coding.events.status_about import ABOUT
from memcon.domain.dates import interval_of
from memcon.domain.tokens import Time
from tests.coding.events.scenes import found, scene, scene_of_channel
from tests.notation import read

RULES = {rule.name: rule for rule in ABOUT}
PATH = "Kenya{NNP nsubj praised} praised{VBD:praise} the{DT det path} path{NN dobj praised} to{IN prep path} new{JJ amod talks} talks{NNS:talk pobj to}"
VOICED = "Kenya{NNP nsubj voiced} voiced{VBD:voice} support{NN dobj voiced} {}for{IN prep voiced} new{JJ amod talks} talks{NNS:talk pobj for}."


def ask(
    name: str, drawn: str, *, when: str | None = None, time: Time = "past", **over: Sequence[tuple[Any, str]]
) -> str | None:
    """The status that a rule finds for the event of a drawn sentence, and by which word."""
    told = scene(drawn, published="2024-05-15", number=0, time=time, **over)
    found = RULES[name](replace(told, when=interval_of(when)) if when else told)
    return f"{found.status} by {told.index.tokens[found.token].text}" if found is not None else None


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{PATH}.", "proposed by path"),
        (f"# {PATH}", None),
        (f"{PATH.replace('new{JJ amod', 'the{DT det')}.", None),
        (f"{PATH}, which{{WDT nsubjpass held}} was{{VBD:be auxpass held}} held{{VBN:hold relcl talks}}.", None),
        (PATH.replace("path", "dish") + ".", None),
        (PATH.replace("to{IN prep path}", "to{IN prep praised}") + ".", "proposed by path"),
        (VOICED.replace("{}", ""), "proposed by support"),
        (VOICED.replace("{}", "again{RB advmod voiced} "), "proposed by support"),
        (VOICED.replace("{}", "again{RB advmod voiced} ").replace("for", "to"), None),
        (VOICED.replace("{}", "").replace("for", "to"), "proposed by support"),
        (VOICED.replace("{}", "").replace("for", "after"), None),
        (VOICED.replace("{}", "").replace("talks", "visit").replace("NNS:talk", "NN:visit"), None),
    ],
)
def test_what_is_backed_is_wished_for(drawn: str, expected: str | None) -> None:
    """By its governor, the word before the preposition, or the object of the verb that "for" hangs on; not what is known, or is told itself."""
    assert expected == ask("wished_for", drawn)


def test_what_is_dated_or_decided_is_not_only_wished_for() -> None:
    """A time of its own, a denial, or an operator over it tells more."""
    assert ask("wished_for", f"{PATH}.", when="2024-06") is None
    assert ask("wished_for", f"{PATH}.", talks=[("expectation", "praised")]) is None
    assert ask("wished_for", f"{PATH}.", talks=[("denial", "praised")]) is None


ENGAGE = "Kenya{NNP nsubj urged} urged{VBD:urge} Peru{NNP dobj urged} to{TO aux engage} engage{VB xcomp urged} in{IN prep engage} talks{NNS:talk pobj in}."


@pytest.mark.parametrize(
    ("drawn", "is_asked", "expected"),
    [
        (ENGAGE, True, "proposed by urged"),
        (ENGAGE, False, None),
        (ENGAGE.replace(" talks", " the{DT det talks} talks", 1), True, None),
        (ENGAGE.replace("engage{VB", "engage{VB:rest"), True, None),
        (ENGAGE.replace("in{IN", "after{IN").replace("pobj in", "pobj after"), True, None),
    ],
)
def test_who_is_asked_to_take_part_is_asked_for_talks(drawn: str, is_asked: bool, expected: str | None) -> None:
    """Where somebody asks, in the talks themselves, and they are none that are known."""
    over: dict[str, Any] = {"engage": [("proposal", "urged")] if is_asked else []}

    assert expected == ask("asked_to_take_part", drawn, **over)
    assert ask("asked_to_take_part", ENGAGE, when="2024-06", **over) is None


WELCOMED = "Kenya{NNP nsubj welcomed} welcomed{VBD:welcome} the{DT det resumption} resumption{NN dobj welcomed} of{IN prep resumption} talks{NNS:talk pobj of}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{WELCOMED}.", "under_way by resumption"),
        (f"# {WELCOMED}", None),
        (WELCOMED.replace("resumption", "colour") + ".", None),
        (WELCOMED.replace("welcomed", "painted").replace("VBD:welcome", "VBD:paint") + ".", None),
    ],
)
def test_a_start_that_is_welcomed_has_come(drawn: str, expected: str | None) -> None:
    """A start, and one that is judged, in running text."""
    assert expected == ask("start_welcomed", drawn)
    assert ask("start_welcomed", f"{WELCOMED}.", talks=[("expectation", "welcomed")]) is None


@pytest.mark.parametrize("form", ["verb", "channel"])
def test_only_a_noun_is_wished_for(form: Literal["verb", "channel"]) -> None:
    """Not who talks, nor a channel."""
    assert found("wished_for", f"{PATH}.", of="talks", kind="talks") == "proposed by path"
    assert found("wished_for", f"{PATH}.", of="talks", kind="talks", form=form) is None


def test_the_first_word_of_a_text_has_none_before_it() -> None:
    """What ends the text does not lead to what begins it."""
    drawn = "For{IN prep spoke} talks{NNS:talk pobj for} they{PRP nsubj spoke} spoke{VBD:speak} of{IN prep spoke} support{NN pobj of}"

    assert ask("wished_for", drawn) is None


FOLLOWED = "The{DT det summit} summit{NN nsubjpass followed} was{VBD:be auxpass followed} followed{VBN:follow | past} by{IN agent followed} talks{NNS:talk pobj by} ."
REDUCED = "They{PRP nsubj meet} will{MD aux meet} meet{VB | future arrangement:will} over{IN prep meet} lunch{NN pobj over} followed{VBN:follow acl lunch} by{IN agent followed} talks{NNS:talk pobj by} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (FOLLOWED, "held by followed"),
        (f"# {FOLLOWED}", None),
        (FOLLOWED.replace("VBN:follow", "VBN:praise"), None),
        (FOLLOWED.replace("by{", "at{").replace("pobj by", "pobj at"), None),
        (FOLLOWED.replace("by{", "in{").replace("pobj by", "pobj in"), None),
        (FOLLOWED.replace("| past", "| present"), None),
        (FOLLOWED.replace("| past", "| future arrangement:was"), "scheduled by followed"),
        (FOLLOWED.replace("| past", "| future expectation:was"), None),
        (FOLLOWED.replace("| past", "| future possibility:was"), None),
        (FOLLOWED.replace("| past", "| negative past negation:was"), None),
        (FOLLOWED.replace("pobj by", "pobj by | future expectation:followed"), None),
        (REDUCED, "scheduled by meet"),
        (REDUCED.replace("| future arrangement:will", "| past"), None),
        (REDUCED.replace("| future arrangement:will", "| possible future possibility:will"), None),
        (REDUCED.replace("| future arrangement:will", "| negative future negation:will"), None),
        ("Lunch{NN} followed{VBN:follow acl lunch | future} by{IN agent followed} talks{NNS:talk pobj by} .", "scheduled by followed"),
    ],
)  # fmt: skip
def test_what_comes_next_comes_about_as_what_is_before_it(drawn: str, expected: str | None) -> None:
    """ "Was followed by talks", "will meet over lunch, followed by talks"; not what is less than arranged."""
    assert expected == found("coming_next", drawn, of="talks", kind="talks")


COMES = "This{DT nsubj comes} comes{VBZ:come} before{IN prep comes} the{DT det summit} summit{NN pobj before}"
WEEKS = "This{DT nsubj comes} comes{VBZ:come} weeks{NNS:week npadvmod comes} ahead{RB advmod comes} of{IN prep ahead} the{DT det summit} summit{NN pobj of}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{COMES}.", "scheduled by summit"),
        (f"# {COMES}", None),
        (COMES.replace("the{DT", "a{DT") + ".", None),
        (COMES.replace("before", "during") + ".", None),
    ],
)
def test_what_is_told_in_the_present_comes_before_it(drawn: str, expected: str | None) -> None:
    """Before an event that is known, in running text."""
    assert expected == ask("before_it", drawn, time="present", comes=[])


ADVANCE = "This{DT nsubj comes} comes{VBZ:come | present} in{IN prep comes} advance{NN pobj in} of{IN prep advance} the{DT det summit} summit{NN pobj of}."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by summit"),
        ("advance{NN", "advance{NN:spite", None),
        ("the{DT", "a{DT", None),
        ("| present", "| past", None),
        ("| present", "| negative present negation:this", None),
        ("NN pobj of", "NN pobj of | future expectation:this", None),
    ],
)
def test_what_is_told_in_advance_of_it_comes_before_it(told: str, by: str, expected: str | None) -> None:
    """In the present, with nothing over it."""
    assert expected == found("before_it", ADVANCE.replace(told, by, 1), of="summit", kind="summit")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-05-15", "scheduled by summit"),
        ("2024-05-14", None),
        ("2024-05-13/2024-05-19", None),
        (None, None),
    ],
)
def test_what_was_told_today_came_before_it(day: str | None, expected: str | None) -> None:
    """In the past only where the sentence tells of the day of the publication, and of no longer time."""
    drawn = "Soto{NNP nsubj spoke} spoke{VBD:speak} before{IN prep spoke} the{DT det summit} summit{NN pobj before}"

    assert expected == ask("before_it", f"{drawn} [time:then={day}]." if day else f"{drawn}.", spoke=[])


def test_a_channel_is_known_by_its_name() -> None:
    """Without an article."""
    drawn = "This{DT nsubj comes} comes{VBZ:come | present} before{IN prep comes} Nordic{NNP compound Dialogue} Dialogue{NNP pobj before}."
    told = scene_of_channel(drawn, "Nordic Dialogue")

    found = RULES["before_it"](told)

    assert found is not None
    assert "scheduled" == found.status
    assert read(drawn).annotation.tokens[found.token].text == "Dialogue"
