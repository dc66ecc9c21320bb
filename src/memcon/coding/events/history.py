"""The history of an event's status inside one document: each step with the word that decided it and whose word it is.

The steps stand in the order in which the event lived through them, so that the last one is the document's latest word. The order is
found by declared rules, the first of which that tells two steps apart decides:

1. What is told as over by another step ("had been called off", "was originally planned") stands before what is not.
2. What was done on an earlier day stands before what was done on a later one, where the text dates both.
3. Else the order of `LIFE`: plans before events, events before their end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.scene import Scene
from memcon.coding.events.status import STATUS_OF
from memcon.coding.events.status_evidence import Finding, operators
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.records import Phrase, Status, StatusStep

LIFE: tuple[Status, ...] = (
    "speculated", "proposed", "expected", "scheduled", "postponed", "under_way", "held", "cancelled", "declined", "denied", "fell_through",
)  # fmt: skip
"""The order in which an event lives through its statuses. What was put off may still be held."""

_TAKEN_BY_EVENT = frozenset({"held", "under_way"})
"""Statuses whose step is taken when the event is."""

_ENDED = frozenset({"cancelled", "postponed", "fell_through"})
_AT_FIRST = frozenset({"originally", "initially", "previously", "earlier", "formerly", "once"})
"""Adverbs that tell of what was before something else."""


def history_of(
    index: TextIndex, attributions: Attributions, mentions: Sequence[EventMention]
) -> tuple[StatusStep, ...]:
    """The steps that the mentions of one event tell; headlines count only where the text itself is silent."""
    told = [m for m in mentions if m.status is not None]
    in_body = [m for m in told if not m.in_title] or told
    former = [step for m in in_body for step in _former(index, attributions, m)]
    earlier = [m for m in in_body if m.status is not None and _is_earlier(index, m.status.token)]
    return in_order(
        [*(_step(index, attributions, m) for m in in_body), *former],
        [*(_step(index, attributions, m) for m in earlier), *former],
    )


def _former(index: TextIndex, attributions: Attributions, mention: EventMention) -> Iterator[StatusStep]:
    """The plan that a description tells of what came to nothing or was put off: "a visit planned for May was called off"."""
    if mention.status is None or mention.status.status not in _ENDED:
        return
    scene = Scene(index=index, trigger=mention.trigger, clause=mention.clause)
    for operator in operators(scene):
        is_plan = operator.kind in {"arrangement", "expectation"} and operator.token in mention.clause.own
        if is_plan and operator.token != mention.status.token:
            plan = Finding(STATUS_OF[operator.kind], operator.token)
            yield _step(index, attributions, replace(mention, status=plan, step_when=None))


def in_order(steps: Iterable[StatusStep], earlier: Iterable[StatusStep] = ()) -> tuple[StatusStep, ...]:
    """One step a status; of several mentions that say the same, an attributed one speaks, else the first. `earlier` are those of `steps` that
    the text tells as over by the others."""
    best: dict[Status, StatusStep] = {}
    for step in steps:
        known = best.get(step.status)
        if known is None or (known.attribution.kind == "outlet" and step.attribution.kind != "outlet"):
            best[step.status] = step
    over = frozenset(earlier)
    ordered: list[StatusStep] = []
    for step in sorted(best.values(), key=lambda s: (s not in over, LIFE.index(s.status))):
        later = (
            n for n, other in enumerate(ordered) if (step in over or other not in over) and _is_day_before(step, other)
        )
        ordered.insert(next(later, len(ordered)), step)
    return tuple(ordered)


def _step(index: TextIndex, attributions: Attributions, mention: EventMention) -> StatusStep:
    finding, anchor = mention.status, mention.trigger.anchor
    assert finding is not None
    scene = mention.clause.verb if mention.clause.relation == "preposition" else None
    token = index.tokens[finding.token]
    return StatusStep(
        status=finding.status,
        evidence=index.cite_sentence(anchor),
        attribution=attributions.of_token(anchor, scene_of=scene),
        when=mention.when if finding.status in _TAKEN_BY_EVENT else mention.step_when,
        word=Phrase(text=token.text, span=token.span),
    )


def _is_earlier(index: TextIndex, i: int) -> bool:
    """Whether the deciding word stands in the pluperfect or with "originally"."""
    verb = index.tokens[i].head if index.tokens[i].dep in {"aux", "auxpass"} else i
    words = {index.tree.lower(c) for c in index.tree.deps(verb, "aux", "auxpass", "advmod")}
    return bool(words & (_AT_FIRST | {"had"}))


def _is_day_before(step: StatusStep, other: StatusStep) -> bool:
    """Whether a step was taken on an earlier day than another, for certain."""
    mine = interval_of(step.when.edtf) if step.when is not None else None
    theirs = interval_of(other.when.edtf) if other.when is not None else None
    return mine is not None and theirs is not None and mine.end < theirs.start
