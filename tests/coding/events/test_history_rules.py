"""The history of statuses on drawn sentences, without a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import describe
from memcon.coding.events.history import FIRST, Steps, history_of, in_order
from memcon.coding.events.triggers import find_triggers
from memcon.coding.places import Places
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.records import Attribution, Status, StatusStep, When
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge
from tests.notation import read

WILL_MEET = "Kenya{NNP nsubj meet} will{MD aux meet} meet{VB | future arrangement:will} Uganda{NNP dobj meet} [time:next Friday=2024-05-24]{NNP npadvmod meet}."
CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called} [time:on Monday=2024-05-13]{NNP npadvmod called}."
HAD_BEEN_CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} had{VBD:have aux called} been{VBN:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_CALLED_OFF = "The{DT det visit} visit{NN nsubjpass called | negative probable future expectation:planned cancellation:called}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_BEGUN = "The{DT det visit} visit{NN nsubj began | probable future expectation:planned}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, began{VBD:begin | past}."
ORIGINALLY_SET = "The{DT det visit} visit{NN nsubjpass set | future arrangement:set} was{VBD:be auxpass set} originally{RB advmod set} set{VBN | past} for{IN prep set} May{NNP pobj for}."
ORIGINALLY_COULD_NOT = "Kenya{NNP nsubj meet} could{MD aux meet} originally{RB advmod meet} not{RB neg meet} meet{VB | negative past ability:could negation:not} Uganda{NNP dobj meet}."
PUT_OFF = "The{DT det visit} visit{NN nsubjpass put | future postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
CALLED_OFF_THE_PLANNED = "Kenya{NNP nsubj called} called{VBD:call | past} off{RP prt called} the{DT det visit} visit{NN dobj called | negative probable future expectation:planned cancellation:called} planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}."
EVIDENCE = TextIndex(read("They met.").annotation).cite_sentence(0)
SAID_THERE = "[person:Lind]{NNP nsubj said} said{VBD:say | past} at{IN prep said} a{DT det summit} summit{NN pobj at | past} that{IN mark rose} prices{NNS nsubj rose} rose{VBD:rise ccomp said | past}."
SCHEDULED_PUT_OFF = "The{DT det visit} scheduled{JJ amod visit} visit{NN nsubjpass put | future arrangement:scheduled postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
HELD = "The{DT det meeting} meeting{NN nsubjpass held | past} was{VBD:be auxpass held} held{VBN:hold | past} [time:on Friday=2024-05-17]{NNP npadvmod held}."
TITLE = "# Talks{NNS nsubj called | negative past cancellation:called} called{VBD:call | past} off{RP prt called}\n"


MEETING = "Kenya{NNP nsubj meeting} is{VBZ:be aux meeting} meeting{VBG:meet | present} Uganda{NNP dobj meeting}."
MEETING_TODAY = MEETING.replace("meeting}.", "meeting} [time:today=2024-05-20]{NN npadvmod meeting}.")
WILL_MEET_TODAY = WILL_MEET.replace("next Friday=2024-05-24", "on Monday=2024-05-20")
CALLED_OFF_AHEAD = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} of{IN prep meeting} [time:Friday=2024-05-24]{NNP pobj of} was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called}."
NOT_TAKEN = "The{DT det visit} visit{NN nsubj take | negative past negation:not} did{VBD:do aux take} not{RB neg take} take{VB | negative past negation:not} place{NN dobj take}."
NOT_GONE = NOT_TAKEN.replace("take{VB", "take{VB:go").replace("place{NN dobj", "ahead{RB advmod")
FELL = "The{DT det visit} visit{NN nsubj fell | negative past failure:fell} fell{VBD:fall | past} through{RP prt fell}."
TOOK = "The{DT det visit} visit{NN nsubj took | past} took{VBD:take | past} place{NN dobj took}."


def steps(
    drawn: str, knowledge: Knowledge, *relations: AttributionRelation, published: str | None = "2024-05-20"
) -> tuple[StatusStep, ...]:
    """The history of the one event that all event words of a drawn text name."""
    index = TextIndex(replace(read(drawn, published).annotation, attributions=relations))
    places = Places(index, knowledge)
    mentions = [describe(index, places, trigger) for trigger in find_triggers(index, load_codebook(), ())]
    return history_of(index, Attributions(index), mentions)


@pytest.mark.parametrize(
    ("drawn", "order"),
    [
        # what is told as over stands first
        (f"{WILL_MEET}\n{HAD_BEEN_CALLED_OFF}", ["cancelled", "scheduled"]),
        (f"{HELD}\n{HAD_BEEN_CALLED_OFF}", ["cancelled", "held"]),
        (f"{PUT_OFF}\n{ORIGINALLY_SET}", ["scheduled", "postponed"]),
        (f"{WILL_MEET}\n{ORIGINALLY_COULD_NOT}", ["fell_through", "scheduled"]),
        (f"{WILL_MEET}\n{ORIGINALLY_COULD_NOT.replace('originally', 'certainly')}", ["scheduled", "fell_through"]),
        # then what was done on an earlier day, then as events live
        (f"{HELD}\n{CALLED_OFF}", ["cancelled", "held"]),
        (f"{CALLED_OFF}\n{PUT_OFF}", ["postponed", "cancelled"]),
        (f"{CALLED_OFF}\n{CALLED_OFF}", ["cancelled"]),
        # the plan that a description tells of what came to nothing
        (PLANNED_AND_CALLED_OFF, ["expected", "cancelled"]),
        (CALLED_OFF_THE_PLANNED, ["expected", "cancelled"]),
        (PLANNED_AND_BEGUN, ["under_way"]),
        (SCHEDULED_PUT_OFF, ["postponed"]),
        # what is ahead on a day has not begun, unless that is told of a day too
        (f"{WILL_MEET}\n{MEETING}", ["scheduled"]),
        (f"{WILL_MEET}\n{MEETING_TODAY}", ["scheduled", "under_way"]),
        (f"{WILL_MEET_TODAY}\n{MEETING}", ["scheduled", "under_way"]),
        (f"{HELD}\n{MEETING}", ["under_way", "held"]),
        (f"{CALLED_OFF_AHEAD}\n{MEETING}", ["under_way", "cancelled"]),
        # what did not take place, of what was put off, did not take place then
        (f"{PUT_OFF}\n{NOT_TAKEN}", ["postponed"]),
        (f"{PUT_OFF}\n{NOT_GONE}", ["postponed"]),
        (NOT_TAKEN, ["fell_through"]),
        (f"{PUT_OFF}\n{FELL}", ["postponed", "fell_through"]),
        (f"{PUT_OFF}\n{TOOK}", ["postponed", "held"]),
        (f"{CALLED_OFF}\n{NOT_TAKEN}", ["cancelled", "fell_through"]),
        # a headline counts only where the text is silent
        (f"{TITLE}{HELD}", ["held"]),
        (TITLE, ["cancelled"]),
        ("They{PRP nsubj left} left{VBD:leave | past}.", []),
    ],
)
def test_a_text_tells_a_history(drawn: str, order: list[str], knowledge: Knowledge) -> None:
    """The statuses of its mentions, each once, in the order in which the event lived through them."""
    assert order == [step.status for step in steps(drawn, knowledge)]


def test_an_undated_text_has_nothing_ahead(knowledge: Knowledge) -> None:
    """Without a day of publication both are told."""
    told = steps(f"{WILL_MEET}\n{MEETING}", knowledge, published=None)

    assert ["scheduled", "under_way"] == [step.status for step in told]


def step(status: Status, day: str | None = None, speaker: str | None = None) -> StatusStep:
    """A step with its day and whose word it is: the outlet's, where nobody speaks."""
    when = When(edtf=day, span=Span(0, 4), text="then") if day else None
    attribution = Attribution(kind="named", speaker=speaker) if speaker else Attribution(kind="outlet")
    return StatusStep(status=status, evidence=EVIDENCE, attribution=attribution, when=when)


HELD_THEN, OFF_BEFORE = step("held", "2024-05-13"), step("cancelled", "2024-05-12")
OFF_THEN, OFF_IN_MAY, OFF = step("cancelled", "2024-05-13"), step("cancelled", "2024-05"), step("cancelled")


@pytest.mark.parametrize(
    ("one", "other", "over", "rule", "expected"),
    [
        (HELD_THEN, OFF_BEFORE, [HELD_THEN], "over_by_the_other", HELD_THEN),
        (HELD_THEN, OFF_BEFORE, [OFF_BEFORE], "over_by_the_other", OFF_BEFORE),
        (HELD_THEN, OFF_BEFORE, [HELD_THEN, OFF_BEFORE], "over_by_the_other", None),
        (HELD_THEN, OFF_BEFORE, [], "over_by_the_other", None),
        (HELD_THEN, OFF_BEFORE, [], "on_an_earlier_day", OFF_BEFORE),
        (OFF_BEFORE, HELD_THEN, [], "on_an_earlier_day", OFF_BEFORE),
        (HELD_THEN, OFF_THEN, [], "on_an_earlier_day", None),
        (HELD_THEN, OFF_IN_MAY, [], "on_an_earlier_day", None),
        (HELD_THEN, OFF, [], "on_an_earlier_day", None),
        (OFF, HELD_THEN, [], "on_an_earlier_day", None),
        (HELD_THEN, OFF_THEN, [], "earlier_in_life", HELD_THEN),
        (OFF_THEN, HELD_THEN, [], "earlier_in_life", HELD_THEN),
    ],
)
def test_which_of_two_steps_stands_first(
    one: StatusStep, other: StatusStep, over: list[StatusStep], rule: str, expected: StatusStep | None
) -> None:
    """By what the text tells as over, by days that are told for certain, by the order of life."""
    asked = next(r for r in FIRST if r.name == rule)

    assert expected == asked(Steps(one, other, frozenset(over)))


@pytest.mark.parametrize(
    ("given", "over", "expected"),
    [
        ([HELD_THEN, OFF_THEN], [], [HELD_THEN, OFF_THEN]),
        ([HELD_THEN, OFF_BEFORE], [], [OFF_BEFORE, HELD_THEN]),
        ([HELD_THEN, OFF_THEN], [OFF_THEN], [OFF_THEN, HELD_THEN]),
        # of several that say the same an attributed one speaks, else the first
        ([step("held"), step("held", speaker="Lind")], [], [step("held", speaker="Lind")]),
        ([step("held", speaker="Lind"), step("held", speaker="Holm")], [], [step("held", speaker="Lind")]),
        ([step("held", speaker="Lind"), step("held")], [], [step("held", speaker="Lind")]),
        ([step("held", "2024-05-13"), step("held")], [], [step("held", "2024-05-13")]),
    ],
)
def test_steps_are_put_in_order(given: list[StatusStep], over: list[StatusStep], expected: list[StatusStep]) -> None:
    """One a status."""
    assert expected == list(in_order(given, over))


def test_a_step_has_its_word_and_its_day(knowledge: Knowledge) -> None:
    """Of what took place the day of the event, of a decision its own; the word that decided and the sentence around it."""
    called_off, held = steps(f"{HELD}\n{CALLED_OFF}", knowledge)

    assert ("called", "2024-05-13") == (
        called_off.word and called_off.word.text,
        called_off.when and called_off.when.edtf,
    )
    assert ("held", "2024-05-17") == (held.word and held.word.text, held.when and held.when.edtf)
    assert "The meeting was held on Friday." == held.evidence.quote


def test_a_former_plan_has_no_day_of_its_own(knowledge: Knowledge) -> None:
    """The day of the decision is not that of the plan."""
    expected, cancelled = steps(PLANNED_AND_CALLED_OFF, knowledge)

    assert ("planned", None) == (expected.word and expected.word.text, expected.when)
    assert "called" == (cancelled.word and cancelled.word.text)


def test_who_speaks_at_an_event_does_not_speak_of_it(knowledge: Knowledge) -> None:
    """Told by whoever said it elsewhere; by the outlet, where the event is only the occasion of the saying."""
    text = read(SAID_THERE).annotation.document.text

    def relation(cue: str) -> AttributionRelation:
        start = text.index(cue)
        return AttributionRelation(
            source=(Span(0, 4),),
            cue=(Span(start, start + len(cue)),),
            content=(Span(0, len(text)),),
            quote_type="indirect",
            confidence=1.0,
            method="rules",
        )

    [there] = steps(SAID_THERE, knowledge, relation("said"))
    [elsewhere] = steps(SAID_THERE, knowledge, relation("that"))

    assert ("outlet", "named") == (there.attribution.kind, elsewhere.attribution.kind)


@pytest.mark.parametrize(
    "drawn",
    [
        "[person:Lind]{NNP nsubj held} held{VBD:hold | past} a{DT det summit} summit{NN dobj held | past}.",
        "[person:Lind]{NNP dep held}: a{DT det summit} summit{NN nsubjpass held | past} was{VBD:be auxpass held} held{VBN:hold | past}.",
    ],
)
def test_who_speaks_of_an_event_has_the_word(drawn: str, knowledge: Knowledge) -> None:
    """Where it is what is said, not where it is said."""
    text = read(drawn).annotation.document.text
    cue = text.index("held")
    relation = AttributionRelation(
        source=(Span(0, 4),),
        cue=(Span(cue, cue + len("held")),),
        content=(Span(0, len(text)),),
        quote_type="indirect",
        confidence=1.0,
        method="rules",
    )

    assert ["named"] == [step.attribution.kind for step in steps(drawn, knowledge, relation)]
