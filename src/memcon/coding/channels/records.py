"""Channel records: what a document tells of each standing channel that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from memcon.coding.channels.life import cadence_of, level_of, lifespan_of, purpose_of
from memcon.coding.channels.mentions import fullest_name, names_by_key
from memcon.coding.channels.naming import ChannelMention, channel_of, is_joined_to, may_be_theirs, mention_of
from memcon.coding.channels.parties import parties_of
from memcon.coding.channels.sessions import sits
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ARGUMENTS, BEFORE_NOUNS, PLACES
from memcon.domain.records import Channel
from memcon.domain.spans import cite
from memcon.knowledge.entries import PlaceEntry
from memcon.lexicon import words

_OPENING_A_SUBJECT = words("leading_to_the_subject_of_a_body")
_HELD_ONCE = words("meeting_of_a_name")
_RETURNING = words("held_again")
_IN_SESSION = words("in_session")
_PEOPLE = words("counted_among_those_who_do")
_OFFICES = words("envoy_by_office") | words("people_in_office")
_SERVING = words("leading_to_what_one_serves")
_LEADING_TO_MEMBERS = words("leading_to_those_of_a_group")
_A_PAIR = 2
_BODIES, _OPENING_A_LIST = words("body_in_the_plural"), words("leading_an_instance")
_LISTED = 8
"""How many tokens behind "organizations such as" a name may stand."""
_BEFORE = 3
"""How many tokens before a name a word is looked for that tells that it is held again."""


def find_channel_records(index: TextIndex, channels: Sequence[ChannelMention], places: Places) -> tuple[Channel, ...]:
    """One record a channel. A common noun ("the working group") is a channel only where the text tells its parties, founding or lifespan; a summit
    or conference of a name of its own only where something tells that it is held again."""
    found = []
    for mentions in names_by_key((*channels, *_named_in_passing(index, places, channels))).values():
        if _is_held_once(index, places, mentions):
            continue
        record = _record(index, mentions)
        is_told = record.parties or record.start or record.end or record.cadence or any(m.is_session for m in mentions)
        if not mentions[0].is_common or is_told:
            found.append(record)
    return tuple(found)


def _named_in_passing(index: TextIndex, places: Places, channels: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """Where a known mechanism is named without a session ("through the G7"); in titles no one."""
    taken = {i for m in channels for i in range(m.first, m.last + 1)}
    for first, end, entries in dict.fromkeys(places.known.values()):
        entry = channel_of(entries)
        if entry is None or not entry.parties or index.is_heading(first) or _acts(index, index.head_in(first, end - 1)):
            continue
        if len(entry.parties) > _A_PAIR and _means_its_members(index, index.head_in(first, end - 1)):
            continue
        if (
            not may_be_theirs(index, entry, first, end)
            or is_joined_to(index, first)
            or _is_listed_as_body(index, first)
        ):
            continue
        if taken.isdisjoint(range(first, end)):
            yield mention_of(index, first, end - 1, key=entry.id, entry=entry)


def _is_listed_as_body(index: TextIndex, first: int) -> bool:
    """Whether a name stands in a list of organizations ("multilateral organizations such as the G7")."""
    before = range(max(index.sentence(first).first, first - _LISTED), first)
    return any(index.tree.lower(i) in _BODIES and index.tree.lower(i + 1) in _OPENING_A_LIST for i in before)


def _acts(index: TextIndex, last: int) -> bool:
    """Whether the name stands for those who meet there: it does something, somebody does something to it, or it stands before who they are."""
    tree, token = index.tree, index.tokens[last]
    if token.dep == "compound":
        return tree.lemma(token.head) in _PEOPLE
    if token.dep == "pobj" and (tree.lower(token.head) == "with" or _is_served(index, token.head)):
        return not sits(index, index.tokens[token.head].head)
    is_sitting = any(tree.lemma(v) in _IN_SESSION for v in tree.children[token.head] if index.tokens[v].pos == "VERB")
    return token.dep in ARGUMENTS and not is_sitting and tree.lemma(token.head) not in _IN_SESSION


def _means_its_members(index: TextIndex, last: int) -> bool:
    """Whether the name of a group of states stands for them: before a noun ("the G7 accord"), as whose something is, or as who did it ("a pact of the G7")."""
    token = index.tokens[last]
    is_done_by_it = token.dep == "pobj" and index.tree.lower(token.head) in _LEADING_TO_MEMBERS
    return token.dep in BEFORE_NOUNS | {"poss"} or is_done_by_it


def _is_served(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads from somebody's office to where it is held ("the representative to the conference", "officials of the group")."""
    served = index.tokens[preposition].head
    is_office = index.tree.lower(served) in _OFFICES or index.tree.lemma(served) in _OFFICES
    return index.tree.lower(preposition) in _SERVING and is_office


def _is_held_once(index: TextIndex, places: Places, mentions: Sequence[ChannelMention]) -> bool:
    """Whether it is a summit or conference that the text introduces, without a number, a year, a rhythm or another one of them."""
    if any(_is_known_one(index, places, m) for m in mentions) or _last_word(mentions[0].full_name) not in _HELD_ONCE:
        return False
    around = (i for m in mentions for i in range(max(index.sentence(m.head).first, m.first - _BEFORE), m.last + 1))
    return all(index.tree.lower(i) not in _RETURNING for i in around)


def _last_word(name: str) -> str:
    """The last word of a name before what it is on or for, in lower case ("the Leaders' Summit on Climate")."""
    words_of_it = name.lower().split()
    return next((b for b, w in pairwise(words_of_it) if w in _OPENING_A_SUBJECT), words_of_it[-1])


def _is_known_one(index: TextIndex, places: Places, mention: ChannelMention) -> bool:
    """Whether it is named as one that comes again: by the packs, by a common name, with a number, or with a year where it is not called by its place
    alone ("the 2019 Lima Summit")."""
    is_of_a_year = mention.year is not None and not _is_called_by_its_place(index, places, mention)
    return mention.entry is not None or mention.is_common or mention.ordinal is not None or is_of_a_year


def _is_called_by_its_place(index: TextIndex, places: Places, mention: ChannelMention) -> bool:
    """Whether nothing but the name of a town stands before the last word of a name."""
    before = range(mention.name_first, mention.head)
    return bool(before) and all(_is_of_a_town(index, places, i) for i in before)


def _is_of_a_town(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a word names a place, or is the capital that a state is called by."""
    entries = places.readings(i)
    is_town = any(isinstance(e.record, PlaceEntry) or e.form == "metonym" for e in entries)
    return is_town or (not entries and index.tokens[i].entity[2:] in PLACES)


def _record(index: TextIndex, mentions: Sequence[ChannelMention]) -> Channel:
    name = fullest_name(mentions)
    first = next(m for m in mentions if m.name == name)
    sentences = dict.fromkeys(index.sentence(m.head).span for m in mentions)
    start, end = lifespan_of(index, mentions)
    return Channel(
        id=first.channel_id,
        name=first.name,
        evidence=tuple(cite(index.text, s) for s in sentences),
        aliases=tuple(alias for alias in _aliases(index, mentions) if alias != first.name),
        parties=parties_of(index, mentions),
        level=level_of(index, mentions),
        cadence=cadence_of(index, mentions),
        start=start,
        end=end,
        purpose=purpose_of(index, mentions),
    )


def _aliases(index: TextIndex, mentions: Sequence[ChannelMention]) -> Iterable[str]:
    """The names and acronyms that the text gives it, those first, then capitals that stand for it alone."""
    told = (a for m in mentions for a in (m.name, m.acronym) if a)
    short = (index.tokens[m.head].text for m in mentions if m.first == m.last and index.tokens[m.head].text.isupper())
    return dict.fromkeys((*told, *short))
