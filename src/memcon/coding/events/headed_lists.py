"""Lists of names for an office, whose heading tells what is done with all of them: "NOMINATIONS SENT TO THE SENATE:", "WITHDRAWALS:".

A line of such a list ("Anna Lind, of Oslo, to be Ambassador to Peru.") has no verb that tells it; the heading over it is its evidence.
"""

from __future__ import annotations

from bisect import bisect_left

from memcon.coding.events.scene import Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Sentence
from memcon.lexicon import words

_WITHDRAWN = words("heading_a_list_of_what_is_withdrawn")


def heading_of(index: TextIndex, trigger: Trigger) -> Sentence | None:
    """The heading over the list in which a line names somebody for an office; `None` for any other trigger, and where no heading is told."""
    if trigger.frame is None or not trigger.frame.is_unfinished:
        return None
    before = bisect_left(index.list_headings, index.tokens[trigger.anchor].sentence)
    return index.annotation.sentences[index.list_headings[before - 1]] if before else None


def is_withdrawn(index: TextIndex, trigger: Trigger) -> bool:
    """Whether the list is of names that are taken back."""
    heading = heading_of(index, trigger)
    return heading is not None and index.tree.lower(heading.first) in _WITHDRAWN
