"""The codebook of acts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from memcon.codebook.acts import _words, load_acts
from memcon.errors import LexiconError

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE",
    "PROTEST", "COERCE", "ASSAULT",
}  # fmt: skip

SENTENCES = Path(__file__).parents[2] / "training" / "plover_sentences.jsonl"


def test_every_type_has_frames_and_nouns() -> None:
    """The 16 types of the 2021 table, and no other."""
    acts = load_acts()

    assert {f.type for frames in acts.frames.values() for f in frames} == TYPES
    assert set(acts.nouns.values()) == TYPES


def test_frames_with_most_conditions_stand_first() -> None:
    """ "launch" alone means nothing; with its object it is one of several acts."""
    frames = load_acts().frames

    assert all(
        [f.conditions for f in found] == sorted((f.conditions for f in found), reverse=True)
        for found in frames.values()
    )
    assert {f.type for f in frames["launch"]} >= {"ACCUSE", "ASSAULT", "CONSULT"}


def test_a_class_that_is_not_there_is_told() -> None:
    """The message names the type and the class."""
    with pytest.raises(LexiconError, match="AID names '@aids'"):
        list(_words("AID", "@aids", {"aid": frozenset({"aid"})}))


def test_every_noun_of_an_act_shares_the_frames_of_a_known_verb() -> None:
    """No nominal stands for a verb that has no frame."""
    acts = load_acts()

    assert {verb for verb in acts.nominals.values() if verb not in acts.frames} == set()


def test_the_invented_sentences_cover_every_type() -> None:
    """At least 1,500, every type among them and many that tell nothing."""
    records = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]

    assert len(records) >= 1500
    assert {r["type"] for r in records} == TYPES | {None}
    assert not any(re.search(r"[{}]", r["text"]) for r in records)
