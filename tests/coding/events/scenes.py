"""Scenes of drawn sentences, for tests of what the finders of an event's properties are asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from memcon.codebook import load_codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.describing import scene_of
from memcon.coding.events.scene import Scene, Trigger
from memcon.coding.events.status import RULES
from memcon.coding.events.triggers import find_triggers
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Factuality, Operator, OperatorKind
from memcon.domain.dates import interval_of
from memcon.domain.spans import Span
from memcon.domain.tokens import Time
from tests.notation import read

Told = Mapping[str, Sequence[tuple[OperatorKind, str]]]
"""Words with the operators over them: what each does, and its word."""

_RULES = {rule.name: rule for rule in RULES}
_NEGATIVE = frozenset({"negation", "refusal", "exclusion", "cancellation", "denial", "prevention", "failure"})


def scene(
    drawn: str, *, published: str | None = "2024-05-15", number: int = 0, time: Time = "past", **over: object
) -> Scene:
    """The scene of the event that a drawn sentence tells of, the first or that of the given number; `over` are the operators over its words, by word."""
    annotation = read(drawn, published).annotation
    at = {t.text.lower(): t.i for t in annotation.tokens}
    facts = tuple(_told(at, word, kinds, time) for word, kinds in over.items())  # type: ignore[arg-type]
    index = TextIndex(replace(annotation, factualities=facts))
    trigger = find_triggers(index, load_codebook(), ())[number]
    return scene_of(index, trigger)


def found(
    rule: str,
    drawn: str,
    when: str | None = None,
    published: str | None = "2024-05-15",
    *,
    of: str | None = None,
    kind: str | None = None,
    form: Literal["noun", "verb", "channel"] = "noun",
    frame: str | None = None,
) -> str | None:
    """The status that a rule finds for an event of a drawn sentence, and the word that decides it: for that which the word `of` names, else for the first.
    With a `kind` the word is taken for an event of it, whether the codebook would or not; `frame` is the verb of the kind that it is then told by."""
    index = TextIndex(read(drawn, published).annotation)
    if kind is None:
        triggers = find_triggers(index, load_codebook(), ())
        trigger = next(t for t in triggers if of in (None, index.tree.lower(t.anchor)))
    else:
        i = next(t.i for t in index.tokens if t.text.lower() == of)
        known = next(f for f in load_codebook().kind(kind).verbs if f.lemma == frame) if frame else None
        trigger = Trigger(anchor=i, first=i, last=i, kind=kind, form=form, frame=known)
    finding = _RULES[rule](replace(scene_of(index, trigger), when=interval_of(when) if when else None))
    return f"{finding.status} by {index.tree.lower(finding.token)}" if finding is not None else None


def scene_of_channel(drawn: str, name: str, **named: object) -> Scene:
    """The scene of the channel that a drawn sentence names as `name`; `named` is what else it names of the channel."""
    index = TextIndex(read(drawn, "2024-05-15").annotation)
    start = index.text.index(name)
    span = Span(start, start + len(name))
    inside = index.inside(span)
    channel = ChannelMention(
        first=inside[0], last=inside[-1], head=inside[-1], name=name, key=name.lower(), kind="talks", span=span, **named  # type: ignore[arg-type]
    )  # fmt: skip
    return scene_of(index, next(t for t in find_triggers(index, load_codebook(), (channel,)) if t.form == "channel"))


def _told(at: Mapping[str, int], word: str, operators: Sequence[tuple[OperatorKind, str]], time: Time) -> Factuality:
    found = tuple(Operator(kind, at[by]) for kind, by in operators)
    is_negative = any(o.kind in _NEGATIVE for o in found)
    return Factuality(token=at[word], is_negative=is_negative, certainty="certain", time=time, operators=found)
