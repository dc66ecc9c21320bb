"""A channel's name in a text, with what stands around it, and the kind of its sessions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.codebook import load_codebook
from memcon.coding.channels.sessions import (
    SESSION_NOUNS,
    before_its_parties,
    number_before,
    session_noun_behind,
    session_of,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.labels import COMPOUNDS
from memcon.domain.records import EventKind
from memcon.domain.spans import Span
from memcon.knowledge.entries import ChannelEntry, Entry
from memcon.knowledge.names import normalize_name
from memcon.lexicon import values, words

HEADS = values("channel_head")
"""The last word of a channel's name → the kind of its sessions."""
_SITTING = values("sitting_body")

_SERVING = words("leading_to_what_one_serves")
_WORKING_THERE = words("envoy_by_office") | words("people_in_office") | words("counted_among_those_who_do")
_ANYBODYS = words("word_of_anybodys_mechanism") | HEADS.keys()
_BODIES = words("channel_head_of_a_body")
_ANY_ONE = words("article") - {"the"}
_DASHES = words("dash")
_PAIR_DASHES = words("dash_or_stroke")

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]\w*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelMention:
    """A place where the text names a channel. Token indexes: `first` to `last` (included) cover the name with its ordinal or year, `head` is
    the last word of the name. `full_name` is the longest name that the
    document gives it, `name_first` where that name begins here, behind its number and its parties, `key` names the channel (a pack's id, or the normalised name)."""

    first: int
    last: int
    head: int
    name_first: int = 0
    name: str
    key: str
    kind: EventKind
    acronym: str | None = None
    ordinal: int | None = None
    year: int | None = None
    entry: ChannelEntry | None = None
    is_common: bool = False
    has_session_noun: bool = False
    full_name: str = ""
    span: Span

    @property
    def is_session(self) -> bool:
        """Whether it names one session: by number, by year, or by a noun such as "meeting" behind the name."""
        return self.ordinal is not None or self.year is not None or self.has_session_noun

    @property
    def channel_id(self) -> str:
        return content_id("channel", self.key)


def mention_of(
    index: TextIndex,
    first: int,
    last: int,
    *,
    key: str | None = None,
    entry: ChannelEntry | None = None,
    is_common: bool = False,
    head: int | None = None,
) -> ChannelMention:
    """A mention of the name at `first` to `last`, with what stands around it: ordinal or year before, session noun and acronym behind. `head` is its
    noun, where the name goes on with what it is for."""
    name = index.span(first, last).of(index.text)
    return _around(index, first, last, name, key or _key(index, first, last), entry, is_common, _kind_of(entry), head)


def mention_like(index: TextIndex, i: int, model: ChannelMention) -> ChannelMention:
    """A mention by the one word `i` of the channel that `model` names in full."""
    return _around(index, i, i, model.name, model.key, model.entry, False, model.kind)


def _around(
    index: TextIndex,
    first: int,
    last: int,
    name: str,
    key: str,
    entry: ChannelEntry | None,
    is_common: bool,
    otherwise: EventKind,
    noun_of_name: int | None = None,
) -> ChannelMention:
    acronym, end = _acronym_behind(index, last)
    begin, ordinal, year = number_before(index, first)
    head = _noun_of(index, first, last) if noun_of_name is None else noun_of_name
    otherwise = HEADS.get(index.tree.lower(head), otherwise) if is_common else otherwise
    if ordinal is not None and _counts_bodies(index, begin, head):
        begin, ordinal = first, None
    noun = session_noun_behind(index, end)
    is_told = noun is not None
    if noun is not None:
        head, end = noun, _with_its_meeting(index, noun)
    elif index.tree.lemma(first) in SESSION_NOUNS and first < last and index.tree.lower(first + 1) == "of":
        head, is_told = first, True
    if ordinal is None and (of := session_of(index, before_its_parties(index, begin))) is not None:
        begin, head, ordinal = of
        is_told = True
    return ChannelMention(
        first=begin, last=end, head=head, name_first=first, name=name, key=key, acronym=acronym, ordinal=ordinal, year=year, entry=entry, is_common=is_common,
        kind=_kind_in(name) or _SITTING.get(name.lower().split()[-1]) or HEADS.get(index.tree.lemma(head)) or HEADS.get(index.tree.lower(head)) or otherwise,
        has_session_noun=is_told, span=index.span(begin, end),
    )  # fmt: skip


def _with_its_meeting(index: TextIndex, noun: int) -> int:
    """The last token of a session's noun, which may stand before another ("the G20 [summit meeting]")."""
    is_followed = index.tokens[noun].dep in COMPOUNDS and index.tokens[noun].head == noun + 1
    return noun + 1 if is_followed and index.tree.lemma(noun + 1) in SESSION_NOUNS else noun


def _counts_bodies(index: TextIndex, number: int, head: int) -> bool:
    """Whether a number tells how many bodies there are, not which session of one it is ("set up a fourth working group")."""
    return index.tree.lemma(head) in _BODIES and number > 0 and index.tree.lower(number - 1) in _ANY_ONE


def _noun_of(index: TextIndex, first: int, last: int) -> int:
    """The noun of a name: the last word, or the one that a preposition inside it hangs on ("the Nordic [Forum] on Trade")."""
    led = (i for i in range(first, last) if index.tokens[i + 1].pos == "ADP" and index.tokens[i + 1].head == i)
    return next((i for i in led if index.tree.lemma(i) in HEADS or index.tree.lower(i) in HEADS), last)


def _acronym_behind(index: TextIndex, last: int) -> tuple[str | None, int]:
    """The acronym in parentheses behind a name, and the last token with it."""
    behind = index.tokens[last + 1 : last + 3]
    if len(behind) == 2 and behind[0].text == "(" and _ACRONYM.match(behind[1].text):
        return behind[1].text, min(last + 3, len(index.tokens) - 1)
    return None, last


def _kind_in(name: str) -> EventKind | None:
    """A summit or conference by any word of its name ("NATO Summit Meeting")."""
    told = set(normalize_name(name).split())
    return next((k.kind for k in load_codebook().kinds.values() if not k.in_names.isdisjoint(told)), None)


def _kind_of(entry: ChannelEntry | None) -> EventKind:
    """The kind of a known channel's sessions: by the words of its full name, else what the pack calls it, where that is a kind."""
    kinds = load_codebook().kinds
    names = (entry.name, *entry.names) if entry is not None else ()
    told = [HEADS[word] for name in names for word in reversed(normalize_name(name).split()) if word in HEADS]
    by_pack = kinds.get(entry.kind or "") if entry is not None else None
    told += [by_pack.kind] if by_pack is not None else []
    return told[0] if told else next(k.kind for k in kinds.values() if k.has("session"))


def _key(index: TextIndex, first: int, last: int) -> str:
    """The name without what varies between texts: "Economic" and "Meeting" about "Summit"."""
    told = normalize_name(" ".join(t.text for t in index.tokens[first : last + 1])).split()
    if "summit" in told[1:]:
        told = [w for w in told[: told.index("summit") + 1] if w != "economic"]
    return " ".join(told)


def channel_of(entries: Iterable[Entry]) -> ChannelEntry | None:
    """The first channel that a name of the packs may mean."""
    return next((e.record for e in entries if isinstance(e.record, ChannelEntry)), None)


def may_be_theirs(index: TextIndex, entry: ChannelEntry, first: int, end: int) -> bool:
    """Whether a channel of the packs may be meant: by a name that anybody's could have ("2+2 talks"), only that of the states that its sentence names, else
    of those that the text names most."""
    is_acronym = end - first == 1 and index.tokens[first].text in entry.acronyms
    if is_acronym and (not _is_founded(index, entry) or _is_called_otherwise(index, entry, first)):
        return False
    if not entry.parties or any(_tells_whose(index, i) for i in range(first, end)):
        return True
    beside = index.sentence(first)
    named = {a.country for i in range(beside.first, beside.last) for a in index.actors_at(i) if a.country}
    if len(named) > 1:
        return named.issuperset(entry.parties)
    most = _countries_by_mentions(index)[: len(entry.parties)]
    return set(entry.parties) <= set(most)


def _is_founded(index: TextIndex, entry: ChannelEntry) -> bool:
    """Whether a channel was there when the text was published, as far as both are known."""
    published = index.annotation.document.published
    return entry.start is None or published is None or entry.start[:4] <= str(published)[:4]


def _is_called_otherwise(index: TextIndex, entry: ChannelEntry, first: int) -> bool:
    """Whether the text introduces an acronym as that of something else ("the Nordic Rail Company ([NRC])")."""
    told = index.tokens[first].text
    own = {w for name in (entry.name, *entry.names) for w in normalize_name(name).split()}
    behind = (
        i for i in range(2, len(index.tokens)) if index.tokens[i].text == told and index.tokens[i - 1].text == "("
    )
    return any(
        index.tokens[i - 2].text[0].isupper() and own.isdisjoint(normalize_name(index.tokens[i - 2].text).split())
        for i in behind
    )


def _tells_whose(index: TextIndex, i: int) -> bool:
    """Whether a word of a name is in no other mechanism's."""
    return index.tokens[i].text[0].isalpha() and index.tree.lower(i) not in _ANYBODYS


def _countries_by_mentions(index: TextIndex) -> list[str]:
    """The countries of a text, that of the most mentions first."""
    counted = Counter(a.country for m in index.annotation.mentions for a in index.actors_of(m) if a.country)
    return [country for country, _ in counted.most_common()]


def is_an_employer(index: TextIndex, i: int) -> bool:
    """Whether the name at `i` is that of a house at which somebody works: "a researcher at the Lima Forum", "Anna Lind of the Lima Forum", "Anna Lind,
    a member of the peace committee"."""
    preposition = index.tokens[i].head
    over = index.tokens[preposition].head
    is_led = index.tokens[i].dep == "pobj" and index.tree.lower(preposition) in _SERVING
    is_office = index.tree.lemma(over) in _WORKING_THERE or index.tree.lower(over) in _WORKING_THERE
    who = index.tokens[over].head if index.tokens[over].dep == "appos" else over
    return is_led and (is_office or any(a.kind == "person" for a in index.actors_at(who)))


def is_joined_to(index: TextIndex, first: int) -> bool:
    """Whether a dash without a space joins another name to the one that begins at `first`: the "U.S.-ASEAN summit" is not ASEAN's own."""
    before = index.tokens[first - 1] if first > index.sentence(first).first + 1 else None
    is_glued = before is not None and before.text in _PAIR_DASHES and before.end == index.tokens[first].start
    return is_glued and index.tokens[first - 2].text[0].isupper()


def is_pair_before(index: TextIndex, i: int) -> bool:
    """Whether two names joined by a dash stand before token `i`."""
    if i - 3 < index.sentence(i).first or index.tree.lower(i - 2) not in _DASHES:
        return False
    return index.tokens[i - 3].text[0].isupper() and index.tokens[i - 1].text[0].isupper()
