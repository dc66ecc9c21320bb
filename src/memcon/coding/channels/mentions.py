"""Standing channels: where a text names one.

A channel is known by a pack (its names and acronyms), or from the text itself: a capitalised name that ends in a word for a
standing body of talks ("Strategic Security Dialogue"), or a working group, task force or channel in lower case whose
founding, running or end the text tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.channels.apposed import behind_its_name
from memcon.coding.channels.finders import BY_NAME, BY_REFERENCE
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex


def find_channels(index: TextIndex, places: Places) -> tuple[ChannelMention, ...]:
    """All mentions of channels, in text order; an acronym that the text introduces or a short form stands for the full name."""
    mentions = _without_overlaps([m for naming in BY_NAME for m in naming(index, places)])
    for finder in BY_REFERENCE:
        mentions = _without_overlaps([*mentions, *finder(index, mentions)])
    described = {behind_its_name(index, m) for m in mentions}
    mentions = [m for m in mentions if m.head not in described]
    fullest = {k: fullest_name(ms) for k, ms in names_by_key(mentions).items()}
    return tuple(sorted((replace(m, full_name=fullest[m.key]) for m in mentions), key=lambda m: m.first))


def _without_overlaps(mentions: Sequence[ChannelMention]) -> list[ChannelMention]:
    """The mentions that share no word with an earlier one of the list, in text order."""
    taken: set[int] = set()
    kept = []
    for mention in mentions:
        words = range(mention.first, mention.last + 1)
        if not taken.intersection(words):
            taken.update(words)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)


def fullest_name(mentions: Sequence[ChannelMention]) -> str:
    """The longest name, one with capitals before one in lower case."""
    return max((m.name for m in mentions), key=lambda name: (name[0].isupper(), len(name)))


def names_by_key(mentions: Sequence[ChannelMention]) -> dict[str, list[ChannelMention]]:
    """The mentions of each channel, by its key, in text order."""
    found: dict[str, list[ChannelMention]] = {}
    for mention in mentions:
        found.setdefault(mention.key, []).append(mention)
    return found
