"""What a headline alone tells, beside a text that tells the same kind of event, or where it does not say whether it happens: no record of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from memcon.coding.events.pairs import Cluster


def without_echoes(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The events without those that the title alone tells, where the text tells of one of their family, or tells of some event and the title says nothing of
    whether its own happens. A text that tells of no event leaves the title's."""
    told = {c.mentions[0].trigger.family for c in clusters if not _is_title_only(c)}
    return [c for c in clusters if not _is_title_only(c) or not (told and _is_echo(c, told))]


def _is_title_only(cluster: Cluster) -> bool:
    return all(m.in_title for m in cluster.mentions)


def _is_echo(cluster: Cluster, told: Collection[str]) -> bool:
    return cluster.mentions[0].trigger.family in told or all(m.status is None for m in cluster.mentions)
