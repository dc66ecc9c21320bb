"""What a headline alone tells, beside a text that tells the same kind of event, or where it does not say whether it happens, and the bare name of a channel beside a
session of it: no record of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster, is_town_of


def without_echoes(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The events without those that the title alone tells, where the text tells of one of their family, or tells of some event and the title says nothing of
    whether its own happens. A text that tells of no event leaves the title's. A journey of which neither the place nor the time nor whether it happens is told is none,
    nor is a channel's name that says nothing of a session beside a session of it."""
    told = {c.mentions[0].trigger.family for c in clusters if not _is_title_only(c)}
    kept = [c for c in clusters if not _is_title_only(c) or not (told and _is_echo(c, told))]
    kept = [c for c in kept if not all(_is_only_a_journey(m) for m in c.mentions)]
    sessions = [m for c in kept for m in c.mentions if not m.generic]
    return [c for c in kept if not any(_is_only_named(m) and any(_is_of(m, o) for o in sessions) for m in c.mentions)]


def _is_title_only(cluster: Cluster) -> bool:
    return all(m.in_title for m in cluster.mentions)


def _is_echo(cluster: Cluster, told: Collection[str]) -> bool:
    return cluster.mentions[0].trigger.family in told or all(m.status is None for m in cluster.mentions)


def _is_only_a_journey(mention: EventMention) -> bool:
    """ "On the first leg of his four-nation tour": that somebody travels, and no more."""
    is_bare = not (mention.status or mention.when or mention.place)
    return mention.trigger.is_noun and mention.trigger.has("destination") and is_bare


def _is_only_named(mention: EventMention) -> bool:
    return bool(mention.generic) and mention.trigger.channel is not None


def _is_of(mention: EventMention, session: EventMention) -> bool:
    """Whether a channel's name may be that of a session, by its own name or by its town, and no times of theirs exclude each other."""
    named, told = mention.trigger.channel, session.trigger.channel
    if named is None or (
        mention.interval is not None
        and session.interval is not None
        and not mention.interval.overlaps(session.interval)
    ):
        return False
    is_town = session.place is not None and is_town_of(named.key, session.place)
    is_its_town = is_town and session.trigger.kind == mention.trigger.kind
    return is_its_town or (told is not None and told.key == named.key)
