"""Standing channels: where a text names one.

A channel is known by a pack (its names and acronyms), or from the text itself: a capitalised name that ends in a word for a
standing body of talks ("Strategic Security Dialogue"), or a working group, task force or channel in lower case whose
founding, running or end the text tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.channels.apposed import behind_its_name
from memcon.coding.channels.at_home import without_own_bodies
from memcon.coding.channels.finders import BY_NAME
from memcon.coding.channels.naming import ChannelMention, is_pair_before
from memcon.coding.channels.parties import behind_of, led_to
from memcon.coding.channels.references import BY_REFERENCE
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words

_OPENING_A_SUBJECT = words("leading_to_the_subject_of_a_body") | {"of"}
_BILATERAL = words("in_how_many_a_channel_meets")
_MANNERS = words("manner_of_meeting") | _BILATERAL | words("height_of_a_level")
_A_PAIR = 2
_A_NAME = 2
"""How many words a short form has at least."""


def find_channels(index: TextIndex, places: Places) -> tuple[ChannelMention, ...]:
    """All mentions of channels, in text order; an acronym that the text introduces or a short form stands for the full name."""
    mentions = _without_overlaps([m for naming in BY_NAME for m in naming(index, places)])
    for finder in BY_REFERENCE:
        mentions = _without_overlaps([*mentions, *finder(index, mentions)])
    described = {behind_its_name(index, m) for m in mentions}
    mentions = _with_short_forms([m for m in mentions if m.head not in described])
    mentions = without_own_bodies(index, places, mentions)
    mentions = _apart_by_sides(index, mentions)
    fullest = {k: fullest_name(ms) for k, ms in names_by_key(mentions).items()}
    return tuple(sorted((replace(m, full_name=fullest[m.key]) for m in mentions), key=lambda m: m.first))


def _apart_by_sides(index: TextIndex, mentions: Sequence[ChannelMention]) -> list[ChannelMention]:
    """The mentions, of a name behind two sides with these in the key: the fifth Norway-Peru Joint Commission is no other pair's. Without sides it is that of
    the sides named last, else of those named first."""
    sides = {m: _sides(index, m) for m in mentions if m.entry is None}
    latest = {m.key: told for m, told in reversed(sides.items()) if told}
    found = []
    for m in mentions:
        if m in sides and (told := sides[m] or latest.get(m.key)):
            latest[m.key] = told
            m = replace(m, key=f"{m.key} {told}")
        found.append(m)
    return found


def _sides(index: TextIndex, mention: ChannelMention) -> str:
    """The two states or bodies that a dash joins right before a name, or "between" or "of" leads to from it, in one order for all texts."""
    first = mention.name_first
    joined = (index.actors_at(i) for i in (first - 3, first - 1)) if is_pair_before(index, first) else ()
    led = (index.actors_of(m) for way in (led_to, behind_of) for m in way(index, mention))
    named = {normalize_name(a.country or a.name) for row in (*joined, *led) for a in row if a.kind in BODIES}
    return " ".join(sorted(named)) if len(named) == _A_PAIR else ""


def _with_short_forms(mentions: Sequence[ChannelMention]) -> list[ChannelMention]:
    """The mentions, a short form with the key of the only longer name that it may stand for: without what it is of or for, or without a word for the manner in
    which it meets ("the Economic Dialogue" for "the High-Level Economic Dialogue")."""
    names = {m.key: m.name.lower().split() for m in mentions if m.entry is None}
    by_name = {tuple(name): key for key, name in reversed(names.items())}
    fuller = {key: [k for k, long in names.items() if _is_short_for(name, long)] for key, name in names.items()}
    meant = {key: fuller[key][0] if len(fuller[key]) == 1 else by_name[tuple(name)] for key, name in names.items()}
    return [replace(m, key=meant.get(m.key, m.key)) for m in mentions]


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name of two or more words is the longer one without its subject, or without words for the manner."""
    if len(short) < _A_NAME or len(short) >= len(long):
        return False
    if list(long[: len(short)]) == list(short):
        return long[len(short)] in _OPENING_A_SUBJECT
    without = [w for w in long if not _MANNERS.issuperset(w.split("-"))]
    return list(short) in (without, [w for w in long if w not in _BILATERAL])


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
