"""What may or will come, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

MEET = "They{{PRP nsubj {verb}}} {verb}{{{tag}}} to{{TO aux meet}} meet{{VB xcomp {verb} | {told}}} {rest}."


def meet(told: str, *, verb: str = "plan", tag: str = "VBP", rest: str = "") -> str:
    return MEET.format(verb=verb, tag=tag, told=told, rest=rest)


@pytest.mark.parametrize(
    ("rule", "told", "expected"),
    [
        ("supposed", "possible possibility:plan", "speculated by plan"),
        ("supposed", "possible condition:plan", "speculated by plan"),
        ("supposed", "possible question:plan", "speculated by plan"),
        ("supposed", "probable expectation:plan", None),
        ("proposed", "possible proposal:plan", "proposed by plan"),
        ("proposed", "possible attempt:plan", "proposed by plan"),
        ("proposed", "possible obligation:plan", "proposed by plan"),
        ("proposed", "possible possibility:plan", None),
        ("expected", "probable expectation:plan", "expected by plan"),
        ("expected", "probable purpose:plan", None),
        ("intended", "probable purpose:plan", "expected by plan"),
        ("intended", "probable expectation:plan", None),
        ("intended", "negative purpose:plan negation:they", None),
        ("meant_to_be_arranged", "probable purpose:plan arrangement:plan", "expected by plan"),
        ("meant_to_be_arranged", "probable purpose:plan", None),
        ("meant_to_be_arranged", "probable arrangement:plan", None),
        ("meant_to_be_arranged", "negative purpose:plan arrangement:plan negation:they", None),
        ("arranged", "future arrangement:plan", "scheduled by plan"),
        ("arranged", "future expectation:plan", None),
        ("arranged", "negative future arrangement:plan negation:they", None),
    ],
)
def test_what_stands_over_it_tells_how_likely_it_is(rule: str, told: str, expected: str | None) -> None:
    """Each rule by its own kinds of operators."""
    assert expected == found(rule, meet(told), of="meet", kind="meeting", form="verb")


WOULD = "They{{PRP nsubj {verb}}} {verb}{{VBD{lemma}}} it{{PRP nsubj meet}} would{{MD aux meet}} meet{{VB {dep} | future arrangement:would}} ."


@pytest.mark.parametrize(
    ("lemma", "dep", "when", "expected"),
    [
        (":say", "ccomp told", None, "scheduled by would"),
        (":know", "ccomp told", None, "expected by would"),
        (":say", "advcl told", None, "expected by would"),
        (":say", "xcomp told", None, "expected by would"),
        (":announcement", "acl told", None, "scheduled by would"),
        (":hope", "acl told", None, "expected by would"),
        (":know", "ccomp told", "2024-05-17", "scheduled by would"),
    ],
)
def test_what_would_be_is_arranged_where_somebody_said_so(
    lemma: str, dep: str, when: str | None, expected: str | None
) -> None:
    """Or where it has a day."""
    drawn = WOULD.format(verb="told", lemma=lemma, dep=dep)

    assert expected == found("arranged", drawn, when, of="meet", kind="meeting", form="verb")
    assert (
        found("arranged", drawn.replace("would", "will"), when, of="meet", kind="meeting", form="verb")
        == "scheduled by will"
    )


def test_what_is_said_now_that_it_would_be_is_no_report() -> None:
    """ "They say it would meet" supposes."""
    drawn = WOULD.format(verb="say", lemma=":say", dep="ccomp say").replace("VBD", "VBP")

    assert found("arranged", drawn, of="meet", kind="meeting", form="verb") == "expected by would"


@pytest.mark.parametrize(("word", "expected"), [("if", "expected by will"), ("as", "scheduled by will")])
def test_what_depends_on_something_is_only_expected(word: str, expected: str) -> None:
    """A clause with "if"."""
    drawn = f"They{{PRP nsubj meet}} will{{MD aux meet}} meet{{VB | future arrangement:will}} {word}{{IN mark holds}} it{{PRP nsubj holds}} holds{{VBZ:hold advcl meet}} ."

    assert expected == found("arranged", drawn, of="meet", kind="meeting", form="verb")


ASKED = "They{PRP nsubj asked} asked{VBD:ask} what{WP dobj meet} they{PRP nsubj meet} meet{VB ccomp asked} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "speculated by what"),
        ("what{WP dobj", "whom{WDT dobj", "speculated by whom"),
        ("what{WP dobj", "whom{WP pobj", "speculated by whom"),
        ("what{WP dobj", "that{WDT dobj", None),
        ("what{WP dobj", "all{DT dobj", None),
        ("what{WP dobj", "why{WRB dobj", None),
        ("what{WP dobj", "what{WP advmod", None),
        ("what{WP dobj meet}", "what{WP det men} men{NNS:man dobj meet}", "speculated by what"),
        ("VB ccomp", "VB relcl", None),
    ],
)
def test_what_somebody_asks_about_is_open(told: str, by: str, expected: str | None) -> None:
    """By the question word of one of its parts; a relative clause asks nothing."""
    drawn = ASKED.replace(told, by, 1)

    assert expected == found("asked_about", drawn, of="meet", kind="meeting", form="verb")
    assert found("asked_about", drawn, of="meet", kind="meeting") is None


ACCEPTED = "They{PRP nsubj accepted} accepted{VBD:accept} an{DT det offer} offer{NN dobj accepted | arrangement:accepted} to{TO aux meet} meet{VB acl offer | proposal:offer} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by accepted"),
        ("arrangement:accepted", "expectation:accepted", None),
        ("arrangement:accepted", "arrangement:an", None),
        ("proposal:offer", "expectation:offer", None),
        ("proposal:offer", "proposal:accepted", None),
        ("offer{NN", "offer{VB", None),
        ("offer{NN", "offer{JJ", None),
    ],
)
def test_an_offer_that_was_taken_up_is_agreed(told: str, by: str, expected: str | None) -> None:
    """A noun of offering, under a verb of accepting."""
    assert expected == found("accepted", ACCEPTED.replace(told, by, 1), of="meet", kind="meeting", form="verb")


INVITED = (
    "They{PRP nsubj invited} invited{VBD:invite} her{PRP dobj invited} for{IN prep invited} talks{NNS:talk pobj for} ."
)


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "proposed by invited"),
        ("VBD:invite", "VBD:ask", None),
        ("VBD:invite", "VBD:thank", None),
        ("VBD:invite", "VBD:invite | negative past negation:they", None),
        ("for{IN prep invited} talks{NNS:talk pobj for}", "at{IN prep invited} talks{NNS:talk pobj at}", None),
        ("for{IN prep invited} talks{NNS:talk pobj for}", "for{IN prep week} a{DT det week} week{NN npadvmod invited} talks{NNS:talk pobj for}", None),
        ("for{IN prep invited} talks{NNS:talk pobj for}", "hope{NN dobj invited} for{IN prep hope} talks{NNS:talk pobj for}", None),
        ("for{IN prep invited} talks{NNS:talk pobj for}", "talks{NNS:talk dobj invited}", None),
        (INVITED, "For{IN} talks{NNS:talk pobj for} .", None),
    ],
)  # fmt: skip
def test_what_somebody_is_invited_to_is_proposed(told: str, by: str, expected: str | None) -> None:
    """Behind the verb and its preposition."""
    assert expected == found("invited_to", INVITED.replace(told, by, 1), of="talks", kind="talks")


SPEAK = "She{PRP nsubj speak} will{MD aux speak} speak{VB | future arrangement:will} at{IN prep speak} talks{NNS:talk pobj at} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by will"),
        ("arrangement:will", "expectation:will", None),
        ("at{IN prep speak} talks{NNS:talk pobj at}", "of{IN prep speak} talks{NNS:talk pobj of}", None),
        (SPEAK, "At{IN} talks{NNS:talk pobj at} .", None),
    ],
)
def test_where_somebody_will_speak_there_will_be_talks(told: str, by: str, expected: str | None) -> None:
    """What will be done there is arranged."""
    assert expected == found("scene_of_a_plan", SPEAK.replace(told, by, 1), of="talks", kind="talks")


CALLED = "They{PRP nsubj convened} convened{VBD:convene | past} talks{NNS:talk dobj convened} for{IN prep convened} [time:Friday=2024-05-17]{NNP pobj for} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by convened"),
        ("for{IN prep convened}", "for{IN prep talks}", "scheduled by convened"),
        ("[time:Friday=2024-05-17]", "Friday", None),
        ("VBD:convene", "VBD:hold", None),
        ("| past", "| negative past negation:they", None),
        ("NNS:talk dobj", "NNS:talk nsubj", "scheduled by convened"),
        ("NNS:talk dobj", "NNS:talk attr", None),
        (CALLED, "Talks{NNS:talk} for{IN prep talks} [time:Friday=2024-05-17]{NNP pobj for} .", None),
    ],
)
def test_what_is_called_for_a_day_will_be_then(told: str, by: str, expected: str | None) -> None:
    """The time behind "for", of the verb or of the event."""
    assert expected == found("called_for_a_day", CALLED.replace(told, by, 1), of="talks", kind="talks")


WHEN = "She{PRP nsubj speak} will{MD aux speak} speak{VB | future arrangement:will} when{WRB advmod hosts} Norway{NNP nsubj hosts} hosts{VBZ:host advcl speak} talks{NNS:talk dobj hosts} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by will"),
        ("VBZ:host", "VBP:host", "scheduled by will"),
        ("VBZ:host", "VBD:host", None),
        ("VBZ:host advcl", "VBZ:host relcl", "scheduled by will"),
        ("VBZ:host advcl", "VBZ:host ccomp", None),
        ("VBZ:host advcl", "VBZ:host xcomp", None),
        ("VBZ:host advcl speak", "VBZ:host advcl speak | negative present negation:norway", None),
        ("when{WRB advmod", "when{WRB mark", "scheduled by will"),
        ("when{WRB advmod", "where{WRB advmod", None),
        ("when{WRB advmod", "as{IN mark", None),
        ("arrangement:will", "expectation:will", None),
        ("talks{NNS:talk dobj hosts}", "at{IN prep hosts} talks{NNS:talk pobj at}", None),
        (WHEN, "When{WRB} talks{NNS:talk} .", None),
    ],
)
def test_what_is_when_something_will_be_will_be(told: str, by: str, expected: str | None) -> None:
    """A clause with "when", in the present, under what is arranged."""
    assert expected == found("at_a_time_to_come", WHEN.replace(told, by, 1), of="talks", kind="talks")
