"""Claims with their sources, as the ledger gathers them."""

from __future__ import annotations

import pytest

from memcon.domain.records import Attribution
from memcon.domain.views import Source
from memcon.ledger.claims import Subject, sources_of, subjects_of
from tests.ledger.notation import book
from tests.report.readings import full_reading

ENTRIES = book(full_reading())
SOURCES: dict[str, Source] = sources_of(ENTRIES)


def subject(id: str, **merged: str) -> Subject:
    """The claims about one record of the full reading, with ids merged."""
    for kind in subjects_of(ENTRIES, SOURCES, merged).values():
        if id in kind:
            return kind[id]
    raise LookupError(id)


def test_an_attribution_keeps_all_it_says_when_its_speaker_was_merged() -> None:
    """Only the speaker's id changes; hedge, relays and grade stay."""
    [stance] = subject("pos_1", act_s="act_t").all("stance")

    assert stance.attribution == Attribution(
        kind="unnamed",
        speaker="act_t",
        speaker_text="sources",
        cue="said",
        hedge="reportedly",
        via=("Wire",),
        grade="unnamed",
    )


def test_ids_inside_values_follow_a_merge() -> None:
    """A participant, a PLOVER actor, a member and who assesses are named by the id that stands for the record now."""
    event, group, process = (subject(id, act_e="act_f", act_z="act_y") for id in ("evt_12", "act_s", "prc_1"))

    assert [part.actor for part in event.values("participant")] == ["act_f"]
    assert [(p.actors, p.recipients) for p in event.values("plover")] == [(("act_f",), ("act_y",))]
    assert group.values("member") == ("act_y",)
    assert [made.by for made in process.values("assessment")] == [("act_y",)]


def test_a_property_that_no_record_has_can_not_be_asked_for() -> None:
    """A wrong name is an error and not an empty answer."""
    with pytest.raises(KeyError):
        subject("evt_12").all("sidelines")
