"""Events told in a few marked sentences, for tests of what comes after their mentions were described.

    mentions(read("[state:Norway|NOR] held [talks:talks] on [time:Monday=2024-05-13].\\nThe [meeting:meeting] lasted an hour."))

A mark whose label is a kind of event is a mention of one: the actors marked in its sentence take part in it, the time marked there is its own, and "the" or
"this" before it makes it refer back. All else is given as `details`, one a mention.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from memcon.codebook import load_codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.scene import Clause, Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Participant, Place, When
from memcon.domain.spans import Span
from tests.notation import Marked

PLAIN: Mapping[str, Any] = {}
NOWHERE = Span(0, 1)


def mentions(marked: Marked, *details: Mapping[str, Any]) -> list[EventMention]:
    """The mentions that `marked` has, in text order, each with its `details`: fields of `EventMention`, `form`, `channel`, `role`, `frame`."""
    index = TextIndex(marked.annotation)
    kinds = set(load_codebook().kind_names)
    spans = sorted((span, kind) for kind, found in marked.spans.items() if kind in kinds for span in found)
    given = [*details, *[PLAIN] * (len(spans) - len(details))]
    return [_mention(index, span, kind, dict(more)) for (span, kind), more in zip(spans, given, strict=True)]


def place(name: str, country: str | None = None, spot: tuple[float, float] | None = None) -> Place:
    """A place of that name."""
    lat, lon = spot if spot is not None else (None, None)
    return Place(name=name, span=NOWHERE, country=country, lat=lat, lon=lon)


def channel(
    key: str, ordinal: int | None = None, year: int | None = None, *, is_common: bool = False
) -> ChannelMention:
    """A channel's name as it stands for a session."""
    return ChannelMention(
        first=0, last=0, head=0, name=key, key=key, kind="talks", ordinal=ordinal, year=year, is_common=is_common, span=NOWHERE
    )  # fmt: skip


def _mention(index: TextIndex, span: Span, kind: str, more: dict[str, Any]) -> EventMention:
    words = index.inside(span)
    sentence = index.sentence(words[0])
    before = index.tree.lower(words[0] - 1) if words[0] > sentence.first else ""
    trigger = Trigger(
        anchor=words[-1], first=words[0], last=words[-1], kind=kind, form=more.pop("form", "noun"), channel=more.pop("channel", None),
        frame=more.pop("frame", None),
    )  # fmt: skip
    role = more.pop("role", "participant")
    told = [m for m in index.annotation.mentions if m.span in sentence.span]
    time = next((t for t in index.annotation.times if t.span in sentence.span), None)
    found: dict[str, Any] = {
        "clause": Clause(verb=None, relation="none"),
        "participants": tuple(Participant(actor=a, role=role, span=m.span) for m in told for a in m.actors),
        "when": When(edtf=time.edtf or "", span=time.span, text=time.text) if time is not None else None,
        "is_definite": before in {"the", "this"},
        "is_demonstrative": before == "this",
    }
    return EventMention(trigger=trigger, **{**found, **more})


def numbers(found: Sequence[Sequence[EventMention]], told: Sequence[EventMention]) -> list[list[int]]:
    """Which of the mentions told, counted from 1, stand together."""
    return [[told.index(m) + 1 for m in group] for group in found]
