"""The history of statuses on drawn sentences, without a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import describe
from memcon.coding.events.history import history_of
from memcon.coding.events.triggers import find_triggers
from memcon.coding.places import Places
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.records import StatusStep
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge
from tests.notation import read

WILL_MEET = "Kenya{NNP nsubj meet} will{MD aux meet} meet{VB | future arrangement:will} Uganda{NNP dobj meet} [time:next Friday=2024-05-24]{NNP npadvmod meet}."
CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called} [time:on Monday=2024-05-13]{NNP npadvmod called}."
HAD_BEEN_CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} had{VBD:have aux called} been{VBN:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_CALLED_OFF = "The{DT det visit} visit{NN nsubjpass called | negative probable future expectation:planned cancellation:called}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_BEGUN = "The{DT det visit} visit{NN nsubj began | probable future expectation:planned}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, began{VBD:begin | past}."
ORIGINALLY_SET = "The{DT det visit} visit{NN nsubjpass set | future arrangement:set} was{VBD:be auxpass set} originally{RB advmod set} set{VBN | past} for{IN prep set} May{NNP pobj for}."
PUT_OFF = "The{DT det visit} visit{NN nsubjpass put | future postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
CALLED_OFF_THE_PLANNED = "Kenya{NNP nsubj called} called{VBD:call | past} off{RP prt called} the{DT det visit} visit{NN dobj called | negative probable future expectation:planned cancellation:called} planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}."
SAID_THERE = "[person:Lind]{NNP nsubj said} said{VBD:say | past} at{IN prep said} a{DT det summit} summit{NN pobj at | past} that{IN mark rose} prices{NNS nsubj rose} rose{VBD:rise ccomp said | past}."
SCHEDULED_PUT_OFF = "The{DT det visit} scheduled{JJ amod visit} visit{NN nsubjpass put | future arrangement:scheduled postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
HELD = "The{DT det meeting} meeting{NN nsubjpass held | past} was{VBD:be auxpass held} held{VBN:hold | past} [time:on Friday=2024-05-17]{NNP npadvmod held}."
TITLE = "# Talks{NNS nsubj called | negative past cancellation:called} called{VBD:call | past} off{RP prt called}\n"


def steps(drawn: str, knowledge: Knowledge, *relations: AttributionRelation) -> tuple[StatusStep, ...]:
    """The history of the one event that all event words of a drawn text name."""
    index = TextIndex(replace(read(drawn, "2024-05-20").annotation, attributions=relations))
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
        # then what was done on an earlier day, then as events live
        (f"{HELD}\n{CALLED_OFF}", ["cancelled", "held"]),
        (f"{CALLED_OFF}\n{PUT_OFF}", ["postponed", "cancelled"]),
        (f"{CALLED_OFF}\n{CALLED_OFF}", ["cancelled"]),
        # the plan that a description tells of what came to nothing
        (PLANNED_AND_CALLED_OFF, ["expected", "cancelled"]),
        (CALLED_OFF_THE_PLANNED, ["expected", "cancelled"]),
        (PLANNED_AND_BEGUN, ["held"]),
        (SCHEDULED_PUT_OFF, ["postponed"]),
        # a headline counts only where the text is silent
        (f"{TITLE}{HELD}", ["held"]),
        (TITLE, ["cancelled"]),
        ("They{PRP nsubj left} left{VBD:leave | past}.", []),
    ],
)
def test_a_text_tells_a_history(drawn: str, order: list[str], knowledge: Knowledge) -> None:
    """The statuses of its mentions, each once, in the order in which the event lived through them."""
    assert order == [step.status for step in steps(drawn, knowledge)]


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
