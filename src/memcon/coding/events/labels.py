"""A short line that names an event, made of the text's own names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.codebook import load_codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.scene import Trigger
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import COMPOUNDS
from memcon.domain.records import Participant

_MAX_NAMES = 4


def label_of(
    index: TextIndex,
    mentions: Sequence[EventMention],
    participants: Sequence[Participant],
    channel: ChannelMention | None,
) -> str:
    """The session's name where it has one ("57th Security Consultative Meeting"), else the kind with the parties' names and the place."""
    is_founding = mentions[0].trigger.has("founding")
    if channel is None or (channel.is_common and not is_founding):
        return _by_parties(index, mentions, participants)
    if is_founding:
        return mentions[0].trigger.meaning.of_channel.format(channel=channel.full_name)
    if channel.ordinal:
        return f"{channel.ordinal}{_suffix(channel.ordinal)} {channel.full_name}"
    is_short = index.tokens[channel.head].text.islower() and not channel.is_session  # "the commission last met"
    return channel.full_name if is_short else _trim(channel.span.of(index.text))


def _by_parties(index: TextIndex, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> str:
    """ "Visit: Maria Soto (Berlin)": the kind, whoever comes, and where."""
    trigger = next((m.trigger for m in mentions if not m.in_title), mentions[0].trigger)
    noun, roles = trigger.meaning.label, load_codebook().roles
    if trigger.has("named") and (name := _proper_name(index, trigger)):
        noun = f"{noun} {name}"
    names = _names(index, (p for p in participants if not roles.of(p.role).is_away))
    place = next((m.place for m in mentions if m.place is not None), None)
    where = f" ({place.name})" if place is not None else ""
    return f"{noun[0].upper()}{noun[1:]}{names}{where}"


def _names(index: TextIndex, participants: Iterable[Participant]) -> str:
    """ ": A, B and others"; nothing where nobody is known."""
    known = index.annotation.actor_by_id
    names = [known[p.actor].name for p in participants if p.actor in known]
    more = " and others" if len(names) > _MAX_NAMES else ""
    return f": {', '.join(names[:_MAX_NAMES])}{more}" if names else ""


def _proper_name(index: TextIndex, trigger: Trigger) -> str | None:
    """The capitalised words before an event noun that are its name ("Vigilant Ace")."""
    before = [
        c
        for c in index.tree.children[trigger.anchor]
        if c < trigger.first and index.tokens[c].pos == "PROPN" and index.tokens[c].dep in COMPOUNDS
    ]
    named = [i for i in before if i not in index.mention_at and i not in index.timex_at]
    if not named:
        return None
    first = min(index.tree.extent(i)[0] for i in named)
    return index.span(first, max(named)).of(index.text)


def _suffix(n: int) -> str:
    if n % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def _trim(name: str) -> str:
    return " ".join(name.split())
