"""The history of statuses on drawn sentences, without a language model."""

from __future__ import annotations

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.history import history_of
from memcon.coding.events.mentions import describe
from memcon.coding.events.triggers import find_triggers
from memcon.coding.places import Places
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.records import StatusStep
from memcon.knowledge import Knowledge
from tests.notation import read

WILL_MEET = "Kenya{NNP nsubj meet} will{MD aux meet} meet{VB | future arrangement:will} Uganda{NNP dobj meet} [time:next Friday=2024-05-24]{NNP npadvmod meet}."
CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called} [time:on Monday=2024-05-13]{NNP npadvmod called}."
HAD_BEEN_CALLED_OFF = "The{DT det meeting} meeting{NN nsubjpass called | negative past cancellation:called} had{VBD:have aux called} been{VBN:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_CALLED_OFF = "The{DT det visit} visit{NN nsubjpass called | negative probable future expectation:planned cancellation:called}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, was{VBD:be auxpass called} called{VBN:call | past} off{RP prt called}."
PLANNED_AND_BEGUN = "The{DT det visit} visit{NN nsubj began | probable future expectation:planned}, planned{VBN:plan acl visit | past} for{IN prep planned} May{NNP pobj for}, began{VBD:begin | past}."
ORIGINALLY_SET = "The{DT det visit} visit{NN nsubjpass set | future arrangement:set} was{VBD:be auxpass set} originally{RB advmod set} set{VBN | past} for{IN prep set} May{NNP pobj for}."
PUT_OFF = "The{DT det visit} visit{NN nsubjpass put | future postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
SCHEDULED_PUT_OFF = "The{DT det visit} scheduled{JJ amod visit} visit{NN nsubjpass put | future arrangement:scheduled postponement:put} was{VBD:be auxpass put} put{VBN | past} off{RP prt put}."
HELD = "The{DT det meeting} meeting{NN nsubjpass held | past} was{VBD:be auxpass held} held{VBN:hold | past} [time:on Friday=2024-05-17]{NNP npadvmod held}."
TITLE = "# Talks{NNS nsubj called | negative past cancellation:called} called{VBD:call | past} off{RP prt called}\n"


def steps(drawn: str, knowledge: Knowledge) -> tuple[StatusStep, ...]:
    """The history of the one event that all event words of a drawn text name."""
    index = TextIndex(read(drawn, "2024-05-20").annotation)
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
