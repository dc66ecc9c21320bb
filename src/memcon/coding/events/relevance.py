"""Which mentions are worth a record: one occasion of public business, told as one."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor

_OFFICIAL_SECTORS = frozenset(
    ["GOV", "MIL", "IGO", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "UAF", "PRM", "ELI", "REL"]
)
"""PLOVER sectors whose members' dealings are political; a meeting among others (musicians, scholars) is none of the ledger's."""


def is_worth_a_record(index: TextIndex, cluster: Cluster) -> bool:
    """Whether the mentions tell of one occasion of public business: a numbered session, or parties, one of them official, together
    with a status, time or place."""
    ms = cluster.mentions
    actors = index.annotation.actor_by_id
    parties = [a for i in {p.actor for m in ms for p in m.participants if p.role != "absent"} if (a := actors.get(i))]
    has_status = any(m.status is not None for m in ms)
    has_setting = any(m.when is not None or m.place is not None for m in ms)
    if any(m.trigger.channel is not None and m.trigger.channel.is_session for m in ms):
        return has_status or has_setting or bool(parties)
    if any((c := m.trigger.channel) is not None and not c.is_common and m.status is not None for m in ms):
        return True
    family, kind = ms[0].trigger.family, ms[0].trigger.kind
    if family == "launch":
        return has_status and (has_setting or bool(parties))
    if family == "encounter" and kind in {"summit", "forum"}:
        has_end = any(
            m.status is not None and m.status.status in {"postponed", "cancelled", "fell_through"} for m in ms
        )
        return has_status and (bool(parties) or has_setting or has_end)
    has_end = any(m.status is not None and m.status.status in {"postponed", "cancelled", "fell_through"} for m in ms)
    if family == "exercise" and has_end and has_setting:
        return True
    if not has_status or not any(_is_official(a) for a in parties):
        return False
    if family == "visit":
        has_visitor = any(p.role in {"visitor", "declined"} for m in ms for p in m.participants)
        return has_visitor and (has_setting or len(parties) > 1)
    if family in {"encounter", "call"}:
        return _are_parties_to_talks(ms, parties, has_setting)
    return True


def _is_official(actor: Actor) -> bool:
    return (
        actor.kind == "state"
        or bool(actor.offices)
        or actor.sector in _OFFICIAL_SECTORS
        or bool(actor.kind == "group" and actor.country)
    )


def _are_parties_to_talks(mentions: Sequence[EventMention], parties: Sequence[Actor], has_setting: bool) -> bool:
    """Two or more parties; or one, where it is several ("the ministers"), or where a noun tells of the occasion and its time or place.
    A single body that "meets" (a parliament, a board) deals with nobody but itself, unless its members are states."""
    size = sum(max(1, len(a.members)) for a in parties)
    is_refused = any(m.status is not None and m.status.status in {"declined", "denied"} for m in mentions)
    if size > 1 or (size == 1 and is_refused):
        return True
    if size == 0:
        return False
    [only] = parties
    if only.kind == "organization" and only.sector != "IGO":
        return any(m.trigger.form == "channel" for m in mentions)
    if only.kind == "group" or any(m.is_elliptic or m.has_unnamed_party for m in mentions):
        return True
    return any(m.trigger.form != "verb" for m in mentions) and has_setting
