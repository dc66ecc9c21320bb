"""Whether it has happened: an event's status from the factuality of the words that tell of it.

What stands over an event (a modal, "plan to", "call off") was read before this stage, as operators (`Annotation.factualities`); the codebook's
`statuses.toml` says what each kind of operator makes of an event. `RULES` is the decision list: the first rule that answers decides. What a reader would
call certain (cancelled, fallen through) is asked before what is possible, and that before what is planned; plain tense comes last. Where nothing
decides, the status stays open.
"""

from __future__ import annotations

from memcon.coding.events.scene import Scene
from memcon.coding.events.status_about import ABOUT
from memcon.coding.events.status_besides import BESIDES
from memcon.coding.events.status_evidence import Finding, is_unmet, settled_status
from memcon.coding.events.status_held import HELD
from memcon.coding.events.status_left import LEFT
from memcon.coding.events.status_of_acts import ACTS, ACTS_UNDONE
from memcon.coding.events.status_of_news import NEWS, NEWS_UNDONE
from memcon.coding.events.status_planned import INTENDED, PLANNED, SUPPOSED
from memcon.coding.events.status_under_way import UNDER_WAY
from memcon.coding.events.status_undone import UNDONE
from memcon.coding.events.status_welcomed import WELCOMED

RULES = (
    *NEWS_UNDONE,
    *UNDONE,
    *ACTS_UNDONE,
    *BESIDES,
    *WELCOMED,
    *ACTS,
    *NEWS,
    *SUPPOSED,
    *PLANNED,
    *UNDER_WAY,
    *INTENDED,
    *HELD,
    *LEFT,
    *ABOUT,
)
"""The questions in the order in which they are asked."""


def find_status(scene: Scene) -> Finding | None:
    """The status that the wording gives, corrected by the calendar: what lies wholly ahead of the publication can't have been held."""
    if is_unmet(scene):
        return None
    found = next((f for rule in RULES if (f := rule(scene)) is not None), None)
    return settled_status(found, scene) if found is not None else None
