"""The history of an event's status inside one document: each step with the word that decided it and whose word it is.

The steps stand in the order in which the event lived through them, so that the last one is the document's latest word. `FIRST` is the declared list of
what tells two steps apart; the first rule that does decides. What is `EARLIER` stands before what is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.codebook import load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.scene import Scene
from memcon.coding.events.status_evidence import Finding, operators, status_of
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.labels import AUXILIARIES
from memcon.domain.records import Phrase, Status, StatusStep
from memcon.domain.rules import rule
from memcon.lexicon import words

_HAD = words("had")
_REACHING = words("reaching_a_place")
_COMING_ABOUT = words("coming_about")
_AT_FIRST = words("told_as_earlier")


def history_of(
    index: TextIndex, attributions: Attributions, mentions: Sequence[EventMention]
) -> tuple[StatusStep, ...]:
    """The steps that the mentions of one event tell; headlines count only where the text itself is silent."""
    told = [(m, m.status) for m in mentions if m.status is not None]
    told = [
        (m, found) for m, found in told if not m.is_at_a_gate
    ] or told  # who was welcomed there may still be in the country
    in_body = [(m, found) for m, found in told if not m.in_title] or told
    if _is_ahead(index, mentions):
        in_body = [(m, f) for m, f in in_body if m.when is not None or not _is_happening(f)] or in_body
    told_on = any(found.status == "under_way" for _, found in in_body)
    steps = [
        (_step(index, attributions, m, found), _told_as_over(index, found) or (told_on and _only_came(index, found)))
        for m, found in in_body
    ]
    former = [
        _step(index, attributions, replace(m, step_when=None), plan)
        for m, found in in_body
        for plan in _former_plan(index, m, found)
    ]
    over = [step for step, is_over in steps if is_over]
    told_steps = [step for step, _ in steps]
    return in_order([*(s for s in told_steps if not _only_not_then(index, s, told_steps)), *former], [*over, *former])


@rule(
    yes=[
        "President Maria Soto will travel to Norway on 20 May. Soto is travelling to Norway to see the king. → scheduled",
    ],
    no=["President Maria Soto travelled to Norway on 10 May. Soto is travelling to Norway to see the king."],
)
def _is_ahead(index: TextIndex, mentions: Sequence[EventMention]) -> bool:
    """One of the mentions tells that it is ahead, on a day behind the publication: another, without a day, that tells of it in the present or past
    ("is travelling to", "as seen in") does not mean that it has begun."""
    published = index.annotation.document.published
    today = interval_of(published) if published else None
    ahead = [m for m in mentions if m.interval is not None and today is not None and m.interval.start > today.end]
    return any(m.status is not None and load_codebook().statuses.of(m.status.status).is_ahead for m in ahead)


def _is_happening(found: Finding) -> bool:
    return load_codebook().statuses.of(found.status).is_happening


# --- what is told as over by the other steps -----------------------------------------------------------------------------------


@rule(
    yes=[
        "Kenya and Uganda will meet in Geneva on Friday. The meeting had been called off before.",
        "The summit between Kenya and Uganda was originally planned for May.",
    ],
    no=["Kenya and Uganda will meet in Geneva on Friday. The meeting was called off before."],
)
def _told_as_over(index: TextIndex, found: Finding) -> bool:
    """The deciding word stands in the pluperfect, or with "originally"."""
    i = found.token
    verb = index.tokens[i].head if index.tokens[i].dep in AUXILIARIES else i
    beside = {index.tree.lower(c) for c in index.tree.deps(verb, "aux", "auxpass", "advmod")}
    return not beside.isdisjoint(_AT_FIRST | _HAD)


@rule(
    yes=["President Maria Soto is in Lima for talks with officials. Soto arrived in Lima from Oslo."],
    no=["President Maria Soto is in Lima for talks with officials. Soto travelled to Oslo."],
)
def _only_came(index: TextIndex, found: Finding) -> bool:
    """It is told by the arrival, of what goes on elsewhere in the text: that was how it began."""
    return found.status == "held" and index.tree.lemma(found.token) in _REACHING


@rule(
    yes=["The visit of President Maria Soto to Germany, planned for 20 May, was called off on Monday. → expected"],
    no=[
        "The visit of President Maria Soto to Germany, planned for 20 May, began on Monday.",
        "The long visit of President Maria Soto to Germany was called off on Monday.",
    ],
)
def _former_plan(index: TextIndex, mention: EventMention, found: Finding) -> Iterator[Finding]:
    """The plan that a description tells of what came to nothing or was put off."""
    if not load_codebook().statuses.of(found.status).is_undone:
        return
    scene = Scene(index=index, trigger=mention.trigger, clause=mention.clause)
    for operator in operators(scene):
        is_plan = operator.kind in ("arrangement", "expectation") and operator.token in mention.clause.own
        status = status_of(scene, operator) if is_plan and operator.token != found.token else None
        if status is not None:
            yield Finding(status, operator.token)


EARLIER = (_told_as_over, _only_came, _former_plan)


@rule(
    yes=["Kenya has postponed its talks with Uganda. The talks aren't going to happen, an envoy said. → postponed"],
    no=["Kenya has postponed its talks with Uganda. The talks collapsed, an envoy said."],
)
def _only_not_then(index: TextIndex, step: StatusStep, steps: Sequence[StatusStep]) -> Finding | None:
    """ "It isn't going to happen", of what the same text tells as put off: it did not take place then, and is no more off than that."""
    statuses = load_codebook().statuses
    put_off = next((s for s in steps if statuses.of(s.status).moves), None)
    if put_off is None or step.word is None or not statuses.of(step.status).is_undone or step.when is not None:
        return None
    inside = index.inside(step.word.span)
    verbs = [i for i in inside if index.tree.lemma(i) in _COMING_ABOUT or index.tree.lemma(i) == "go"]
    return Finding(put_off.status, verbs[0]) if verbs and step.status != put_off.status else None


# --- which of two steps stands first -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Steps:
    """Two steps of one event, and those of its steps that the text tells as over by the others."""

    one: StatusStep
    other: StatusStep
    over: frozenset[StatusStep]


@rule(
    yes=["Kenya and Uganda will meet in Geneva on Friday. The meeting had been called off before. → cancelled"],
    no=["Kenya and Uganda were to meet in Geneva on Monday, but the talks collapsed."],
)
def _over_by_the_other(steps: Steps) -> StatusStep | None:
    """One is told as over by the other."""
    if (steps.one in steps.over) == (steps.other in steps.over):
        return None
    return steps.one if steps.one in steps.over else steps.other


@rule(
    yes=[
        "President Maria Soto agreed on Tuesday to visit Germany. President Maria Soto cancelled the visit on Monday. → cancelled"
    ],
    no=["Kenya and Uganda were to meet in Geneva on Monday, but the talks collapsed."],
)
def _on_an_earlier_day(steps: Steps) -> StatusStep | None:
    """One was done on an earlier day, for certain, where the text dates both."""
    if _is_day_before(steps.one, steps.other):
        return steps.one
    return steps.other if _is_day_before(steps.other, steps.one) else None


@rule(
    yes=["Kenya and Uganda were to meet in Geneva on Monday, but the talks collapsed. → scheduled"],
    no=["Kenya and Uganda met in Geneva on Monday."],
)
def _earlier_in_life(steps: Steps) -> StatusStep | None:
    """Plans before events, events before their end: the order of the codebook."""
    return min(steps.one, steps.other, key=_order)


FIRST = (_over_by_the_other, _on_an_earlier_day, _earlier_in_life)


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
    for step in sorted(best.values(), key=lambda s: (s not in over, _order(s))):
        before = (n for n, other in enumerate(ordered) if _first(Steps(step, other, over)) is step)
        ordered.insert(next(before, len(ordered)), step)
    return tuple(ordered)


def _first(steps: Steps) -> StatusStep | None:
    return next((found for rule in FIRST if (found := rule(steps)) is not None), None)


def _order(step: StatusStep) -> int:
    return load_codebook().statuses.of(step.status).order


def _is_day_before(step: StatusStep, other: StatusStep) -> bool:
    """Whether a step was taken on an earlier day than another, for certain."""
    mine = interval_of(step.when.edtf) if step.when is not None else None
    theirs = interval_of(other.when.edtf) if other.when is not None else None
    return mine is not None and theirs is not None and mine.end < theirs.start


# --- steps -------------------------------------------------------------------------------------------------------------------


def _step(index: TextIndex, attributions: Attributions, mention: EventMention, finding: Finding) -> StatusStep:
    anchor = mention.trigger.anchor
    is_of_event = load_codebook().statuses.of(finding.status).is_happening
    scene = mention.clause.verb if mention.clause.relation == "preposition" else None
    token = index.tokens[finding.token]
    return StatusStep(
        status=finding.status,
        evidence=index.cite_sentence(anchor),
        attribution=attributions.of_token(anchor, scene_of=scene),
        when=mention.when if is_of_event else mention.step_when,
        word=Phrase(text=token.text, span=token.span),
    )
