"""Which of several events a definite noun means, each thing that speaks for one of them at its boundary; and events that one mention makes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import scene_of
from memcon.coding.events.merging import merge_mentions
from memcon.coding.events.status_evidence import Finding
from memcon.coding.text_index import TextIndex
from memcon.domain.records import When
from memcon.domain.spans import Span
from tests.coding.events.story import channel, mentions, numbers, place
from tests.coding.events.test_merging import together
from tests.notation import read

NORWAY, CHAD = "[state:Norway|NOR]", "[state:Chad|TCD]"
SOTO, BRANDT = "[person:Soto|BOL]", "[person:Brandt|DEU]"
LIND, VIK = "[person:Lind|NOR]", "[person:Vik|NOR]"
RAIN = "It rained.\n"
AHEAD, OVER, OFF = (
    {"status": Finding("scheduled", 0)},
    {"status": Finding("held", 0)},
    {"status": Finding("cancelled", 0)},
)
OSLO = {"place": place("Oslo")}
PLAIN: Mapping[str, Any] = {}


@pytest.mark.parametrize(
    ("older", "later", "told", "details", "sentences"),
    [
        # the same word, the same kind
        ("They held a [talks:meeting].", "They held [talks:talks].", "The [meeting:meeting] ended.", (PLAIN,) * 3, 8),
        ("They held a [meeting:rite].", "They held [talks:talks].", "The [meeting:session] ended.", (PLAIN,) * 3, 8),
        # a country in common, all parties in common
        (f"{VIK} held [talks:talks].", "They held [talks:talks].", f"The [meeting:meeting] of {LIND} ended.", (PLAIN,) * 3, 8),
        (f"{NORWAY} and {CHAD} held [talks:talks].", f"{NORWAY} held [talks:talks].", f"The [meeting:meeting] of {NORWAY} and {CHAD} ended.", (PLAIN,) * 3, 8),
        # place, stage, fate
        ("They held [talks:talks].", "They held [talks:talks].", "The [meeting:meeting] ended.", (OSLO, PLAIN, OSLO), 4),
        ("They plan [talks:talks].", "They held [talks:talks].", "The [meeting:meeting] nears.", (AHEAD, OVER, AHEAD), 6),
        ("They held [talks:talks].", "They held [talks:talks].", "The [meeting:meeting] failed.", (OFF, PLAIN, OFF), 10),
    ],
)  # fmt: skip
def test_what_speaks_for_an_event_told_further_back(
    older: str, later: str, told: str, details: tuple[Mapping[str, Any], ...], sentences: int
) -> None:
    """Each thing in common outweighs so many sentences between the two events, and not one more."""
    near = f"{older}\n{RAIN * (sentences - 2)}{later}\n{told}"
    far = f"{older}\n{RAIN * (sentences - 1)}{later}\n{told}"

    assert [[1, 3], [2]] == together(near, *details)
    assert [[1], [2, 3]] == together(far, *details)


def test_what_is_spoken_of_often_is_meant_over_four_sentences() -> None:
    """ "The meeting" is the talks that the text has come back to."""
    older, later = (
        "They held [talks:talks].\nThe [talks:talks] ended.\n",
        "They held a [summit:summit].\nThe [meeting:meeting] was long.",
    )

    assert [[1, 2, 4], [3]] == together(f"{older}{RAIN * 2}{later}")
    assert [[1, 2], [3, 4]] == together(f"{older}{RAIN * 3}{later}")


@pytest.mark.parametrize(("between", "expected"), [(2, [[1, 3], [2]]), (3, [[1], [2, 3]])])
def test_a_verb_of_the_same_sentence_weighs_as_much_as_word_and_kind(between: int, expected: list[list[int]]) -> None:
    """But for three sentences: "they met, and the session …" is what they had just done, unless the session itself was told shortly before."""
    story = f"They held a [meeting:session].\n{RAIN * between}They [talks:conferred] and the [meeting:session] ended."

    assert expected == together(story, {}, {"form": "verb"})


def test_a_mention_is_compared_with_a_hundred_events() -> None:
    """What comes back to an event after a hundred others is told as another."""
    keys = [*(f"dialogue {i}" for i in range(101)), "dialogue 1", "dialogue 0"]
    found = together("A [talks:Dialogue].\n" * len(keys), *({"channel": channel(k), "form": "channel"} for k in keys))

    assert [[1], [2, 102], [103]] == [group for group in found if not 2 < group[0] < 102]


HOST = next(f for f in load_codebook().by_verb["host"] if f.roles.get("subject") == "host")
HOSTED: Mapping[str, Any] = {"form": "verb", "frame": HOST}
SESSION: Mapping[str, Any] = {"channel": channel("dialogue"), "form": "channel"}
FOR_IT = "[visit:hosts]{VBZ:host} for{IN prep hosts} the{DT det dialogue} [talks:Dialogue]{NNP pobj for}."


@pytest.mark.parametrize(
    ("title", "host", "expected"),
    [
        ("", f"{SOTO} and {BRANDT}", [[1, 2, 3]]),
        (f" of {SOTO}", f"{SOTO} and {BRANDT}", [[1, 2, 3]]),
        (" of [state:Chad|TCD]", f"{SOTO} and {BRANDT}", [[1], [2, 3]]),
    ],
)
def test_a_mention_may_make_two_events_one(title: str, host: str, expected: list[list[int]]) -> None:
    """ "A hosts B for the Dialogue", which the title names: all three are one, unless the parties tell them apart."""
    assert expected == hosted(f"The [talks:Dialogue]{title} began.\n{host} {FOR_IT}")


def test_of_two_events_that_are_kept_apart_the_stronger_reason_has_the_mention() -> None:
    """The session by its name, though the day of the visit is another."""
    story = f"The [talks:Dialogue] began on [time:Monday=2024-05-13].\nThey {FOR_IT[:-1]}."
    day = When(edtf="2024-05-17", span=Span(0, 1), text="Friday")

    assert [[1, 3], [2]] == hosted(story, {"when": day})
    assert [[1, 2, 3]] == hosted(story)


def hosted(story: str, visit: Mapping[str, Any] = PLAIN) -> list[list[int]]:
    """The mentions that stand together of a session, a visit by a host and a session again, each in the clause that is drawn."""
    marked = read(story, "2024-05-15")
    index = TextIndex(marked.annotation)
    told = mentions(marked, SESSION, {**HOSTED, **visit}, SESSION)
    told = [replace(m, clause=scene_of(index, m.trigger).clause) for m in told]
    return numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)
