"""Standing channels: where a text names one, in which session, and what it says of its parties, lifespan and purpose.

A channel is known by a pack (its names and acronyms), or from the text itself: a capitalised name that ends in a word for a
standing body of talks ("Strategic Security Dialogue"), or a working group, task force or channel in lower case whose
founding, running or end the text tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import EventKind
from memcon.domain.spans import Span
from memcon.knowledge.entries import ChannelEntry, Organization, PlaceEntry, State
from memcon.knowledge.names import normalize_name

HEADS: dict[str, EventKind] = {
    "meeting": "meeting", "dialogue": "talks", "dialog": "talks", "talks": "talks", "consultation": "talks", "consultations": "talks",
    "committee": "meeting", "commission": "meeting", "council": "meeting", "group": "meeting",
    "summit": "summit", "forum": "forum", "conference": "forum", "assembly": "forum", "mechanism": "meeting", "roundtable": "forum",
}  # fmt: skip
"""The last word of a channel's name → the kind of its sessions."""

_GENERAL = frozenset(
    [
        "the",
        "a",
        "an",
        "international",
        "world",
        "regional",
        "joint",
        "special",
        "high-level",
        "annual",
        "ministerial",
        "economic",
        "-",
        "first",
        "second",
        "third",
    ]
)
"""Words that alone make no name: "International Conference" is shared by all of them."""

_BODIES = frozenset({"committee", "commission", "council", "group", "assembly", "mechanism"})
"""Heads that name a body as often as a channel: channels only with a number, an acronym introduced or a session's noun."""

_LOWER_CHANNELS = (
    ("working", "group"),
    ("task", "force"),
    ("joint", "committee"),
    ("joint", "commission"),
    ("consultative", "body"),
    ("contact", "group"),
    ("dialogue", "channel"),
    ("consultative", "group"),
)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|d)$", re.I)
_WORD_ORDINALS = {
    "inaugural": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_SESSION_NOUNS = frozenset({"session", "round", "meeting", "edition", "iteration", "gathering", "summit", "plenary"})
_NEAR = 5
"""How far the number of a session without its channel's name may be from the last one that was named with it."""

_YEAR = re.compile(r"(?:19|20)\d\d$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]\w*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelMention:
    """A place where the text names a channel. Token indexes: `first` to `last` (included) cover the name with its ordinal or year, `head` is
    the last word of the name. `full_name` is the longest name that the
    document gives it, `key` names the channel (a pack's id, or the normalised name)."""

    first: int
    last: int
    head: int
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


def find_channels(index: TextIndex, places: Places) -> tuple[ChannelMention, ...]:
    """All mentions of channels, in text order; an acronym that the text introduces or a short form stands for the full name."""
    mentions = _without_overlaps([*_known(index, places), *_named(index, places)])
    mentions = _without_overlaps([*mentions, *_unnamed(index, mentions), *_common(index)])
    mentions = _without_overlaps([*mentions, *_short(index, mentions)])
    found = {i for m in mentions for i in range(m.first, m.last + 1)}
    introduced = {m.acronym: m for m in mentions if m.acronym}
    mentions += [m for m in _acronyms(index, introduced) if m.head not in found]
    fullest = {k: max((m.name for m in ms), key=len) for k, ms in names_by_key(mentions).items()}
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


def _known(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Channels of the packs. A body that is also an organization ("NATO") is a channel only with a session's noun, a year or an ordinal."""
    for first, end, entries in dict.fromkeys(places.known.values()):
        entry = next((e.record for e in entries if isinstance(e.record, ChannelEntry)), None)
        if entry is None:
            continue
        is_body = any(
            isinstance(e.record, Organization) or (e.record is entry and e.form == "acronym") for e in entries
        )
        mention = _build(index, first, end - 1, key=entry.id, entry=entry)
        is_bare = not mention.is_session and not _is_at(index, mention.first)
        if is_body and entry.kind in {"summit", "forum"} and is_bare:
            continue
        yield mention


def _is_at(index: TextIndex, first: int) -> bool:
    """ "on the sidelines of the G20": a body's name that stands for its meeting."""
    i = first - 1
    while i >= 0 and index.tree.lower(i) in {"the", "this", "of"}:
        i -= 1
    return 0 <= i < first - 1 and index.tree.lemma(i) in {"sideline", "margin", "fringe"}


def _named(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Capitalised names that end in a channel's head word; not in titles, where everything is capitalised."""
    for sentence in index.annotation.sentences:
        if sentence.kind in {"title", "heading"}:
            continue
        for i in range(sentence.first, sentence.last):
            token = index.tokens[i]
            if (
                token.text.lower() in HEADS
                and _is_pair_before(index, i)
                and _number_before(index, i - 3)[1] is not None
            ):
                yield _build(index, i - 3, i, key=_key(index, i - 3, i))
                continue
            if token.text.lower() not in HEADS or not token.text[0].isupper():
                continue
            if i in index.mention_at:
                yield from _body_in_session(index, i)
                continue
            if i + 1 < sentence.last and index.tree.lower(i + 1) in HEADS and index.tokens[i + 1].text[0].isupper():
                continue
            first = _run_start(index, places, i, sentence.first)
            is_name = any(
                index.tree.lower(j) not in HEADS and index.tree.lower(j) not in _GENERAL for j in range(first, i)
            )
            if is_name and not _is_organization(places, i):
                mention = _build(index, first, i, key=_key(index, first, i))
                if token.text.lower() not in _BODIES or mention.acronym or mention.is_session:
                    yield mention


def _is_pair_before(index: TextIndex, i: int) -> bool:
    """Whether two names joined by a dash stand before token `i` ("the 30th EU-Japan summit")."""
    if i < 3 or index.tokens[i - 2].text not in {"-", "–"} or index.tokens[i - 3].sentence != index.tokens[i].sentence:
        return False
    return index.tokens[i - 3].text[0].isupper() and index.tokens[i - 1].text[0].isupper()


def _body_in_session(index: TextIndex, i: int) -> Iterator[ChannelMention]:
    """ "the 16th meeting of the Joint Committee for Trade": a body that is also an actor, told of in session."""
    inside = index.inside(index.mention_at[i].span)
    first = next((j for j in inside if index.tokens[j].pos != "DET"), inside[0])
    of = _session_of(index, inside[0])
    if of is not None and of[2] is not None:
        yield _build(index, first, inside[-1], key=_key(index, first, inside[-1]))


def _run_start(index: TextIndex, places: Places, last: int, limit: int) -> int:
    """The first token of the run of capitalised words that ends at `last`; connecting "and", "on", "of", "for" only between two of them."""
    first = last
    i = last - 1
    while i >= limit:
        word = index.tokens[i].text
        if word[0].isupper() and word[0].isalpha() and i not in index.timex_at:
            first = i
        elif not (
            word in {"and", "on", "of", "for", "the", "-", "–", "&"}
            and i > limit
            and index.tokens[i - 1].text[0].isupper()
        ):
            break
        i -= 1
    while first < last and (
        index.tokens[first].pos == "VERB"
        or index.tree.lower(first) in {"the", "a", "an", "this", "at", "in", "both", "key"}
        or _is_state_prefix(index, places, first)
    ):
        first += 1
    return first


def _is_state_prefix(index: TextIndex, places: Places, i: int) -> bool:
    """Whether the word at `i` belongs to the parties before a channel's name ("Korea-U.S. Integrated Defense Dialogue")."""
    token = index.tokens[i]
    known = places.known.get(i)
    readings = known[2] if known is not None else ()
    is_state = any(isinstance(e.record, State) and e.form != "metonym" for e in readings)
    is_town = any(isinstance(e.record, PlaceEntry) for e in readings) and not is_state
    if is_town:  # "the Manila Security Forum"; of "the Seoul-Tokyo Security Forum" the two are the parties
        return bool({index.tokens[i - 1].text, index.tokens[i + 1].text} & {"-", "–", "/"})
    return is_state or token.entity[2:] in {"GPE", "NORP"} or token.text in {"-", "–", "/"} or token.tag == "POS"


def _is_organization(places: Places, i: int) -> bool:
    known = places.known.get(i)
    return known is not None and any(isinstance(e.record, Organization) for e in known[2])


def _unnamed(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The 56th meeting will be held next year": a numbered session of the channel that the text has last named with a number."""
    numbered = sorted((m for m in named if m.ordinal is not None), key=lambda m: m.first)
    if not numbered:
        return
    inside = {i for m in named for i in range(m.first, m.last + 1)}
    for i in range(1, len(index.tokens)):
        if index.tree.lemma(i) not in _SESSION_NOUNS or i in inside or i - 1 in inside:
            continue
        ordinal = _ordinal(index.tokens[i - 1].text)
        before = [m for m in numbered if m.first < i]
        if ordinal is not None and before and abs(ordinal - (before[-1].ordinal or 0)) <= _NEAR:
            yield _build(index, i, i, key=before[-1].key, entry=before[-1].entry, model=before[-1])


_IN_SESSION = frozenset({"meet", "convene", "gather", "sit", "reconvene"})


def _short(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The commission last met in May": the last word of the only channel named so before, told of in session."""
    for i in range(1, len(index.tokens)):
        word = index.tree.lower(i)
        is_in_session = index.tokens[i].dep == "nsubj" and index.tree.lemma(index.tokens[i].head) in _IN_SESSION
        if word not in HEADS or index.tree.lower(i - 1) != "the" or not is_in_session:
            continue
        models = [m for m in named if m.last < i and not m.is_common and m.name.lower().split()[-1] == word]
        if len({m.key for m in models}) == 1:
            yield _build(index, i, i, key=models[0].key, entry=models[0].entry, model=models[0])


def _common(index: TextIndex) -> Iterator[ChannelMention]:
    """Lower-case channels ("the working group"): definite or introduced in quotation marks, so that a text can be about one."""
    for i in range(1, len(index.tokens)):
        pair = (index.tree.lower(i - 1), index.tree.lemma(i))
        if pair in _LOWER_CHANNELS and index.tokens[i - 1].sentence == index.tokens[i].sentence:
            if i in index.mention_at and index.tokens[i].pos == "PROPN":
                continue
            yield _build(index, i - 1, i, key=" ".join(pair), is_common=True)


def _acronyms(index: TextIndex, introduced: dict[str, ChannelMention]) -> Iterator[ChannelMention]:
    for token in index.tokens:
        model = introduced.get(token.text)
        if model is not None and not model.first <= token.i <= model.last:
            yield _build(index, token.i, token.i, key=model.key, entry=model.entry, model=model)


def _build(
    index: TextIndex,
    first: int,
    last: int,
    *,
    key: str,
    entry: ChannelEntry | None = None,
    is_common: bool = False,
    model: ChannelMention | None = None,
) -> ChannelMention:
    """A mention of the name at `first` to `last`, with what stands around it: ordinal or year before, session noun and acronym behind."""
    name = model.name if model else index.span(first, last).of(index.text)
    head, end, acronym = last, last, None
    if (
        last + 2 < len(index.tokens)
        and index.tokens[last + 1].text == "("
        and _ACRONYM.match(index.tokens[last + 2].text)
    ):
        acronym, end = index.tokens[last + 2].text, min(last + 3, len(index.tokens) - 1)
    has_session_noun = _has_session_noun(index, end)
    if has_session_noun:
        head = end = end + 1
    elif index.tree.lemma(first) in _SESSION_NOUNS and first < last and index.tree.lower(first + 1) == "of":
        head, has_session_noun = first, True
    begin, ordinal, year = _number_before(index, first)
    if ordinal is None and (of := _session_of(index, begin)) is not None:
        begin, head, ordinal = of
        has_session_noun = True
    kind = _kind_in(name) or HEADS.get(index.tree.lemma(head)) or HEADS.get(index.tree.lower(head))
    kind = kind or (model.kind if model else _kind_of(entry))
    return ChannelMention(
        first=begin, last=end, head=head, name=name, key=key, kind=kind, acronym=acronym, ordinal=ordinal, year=year,
        entry=entry, is_common=is_common,
        has_session_noun=has_session_noun, span=index.span(begin, end),
    )  # fmt: skip


def _kind_in(name: str) -> EventKind | None:
    """A summit or conference by any word of its name ("NATO Summit Meeting")."""
    words = set(normalize_name(name).split())
    return "summit" if "summit" in words else "forum" if "conference" in words else None


def _kind_of(entry: ChannelEntry | None) -> EventKind:
    """The kind of a known channel's sessions, by the words of its full name."""
    if entry is not None:
        for name in (entry.name, *entry.names):
            for word in reversed(normalize_name(name).split()):
                if word in HEADS:
                    return HEADS[word]
        if entry.kind in {"summit", "forum"}:
            return "summit" if entry.kind == "summit" else "forum"
    return "meeting"


def _has_session_noun(index: TextIndex, last: int) -> bool:
    """Whether a noun for a session follows the name: "the SCM meeting", "the APEC summit"."""
    i = last + 1
    return (
        i < len(index.tokens)
        and index.tree.lemma(i) in _SESSION_NOUNS | {"talks", "conference"}
        and index.tokens[i].sentence == index.tokens[last].sentence
    )


def _number_before(index: TextIndex, first: int) -> tuple[int, int | None, int | None]:
    """The ordinal or year in the noun phrase before a name, and the first token of both with the parties between them."""
    sentence = index.tokens[first].sentence
    for i in range(first - 1, max(-1, first - 8), -1):
        token = index.tokens[i]
        if token.sentence != sentence:
            break
        ordinal = _ordinal(token.text)
        if token.text.lower() == "first" and index.tree.lower(i - 1) == "the" and not _is_relative(index, first):
            ordinal = 1
        if ordinal is not None:
            return i, ordinal, None
        if _YEAR.match(token.text):
            return i, None, int(token.text)
        if not (
            token.pos in {"PROPN", "ADJ", "NOUN", "PUNCT", "PART"}
            and (
                token.text[0].isupper()
                or token.text in {"-", "–", "'s", "’s", "joint", "annual", "bilateral", "trilateral", "ministerial"}
            )
        ):
            break
    return first, None, None


def _ordinal(word: str) -> int | None:
    match = _ORDINAL.match(word)
    return int(match.group(1)) if match else _WORD_ORDINALS.get(word.lower())


def _session_of(index: TextIndex, first: int) -> tuple[int, int, int | None] | None:
    """ "the 57th meeting of the SCM": the first token, the session noun that the name hangs on, and its number if it has one."""
    i = first - 1
    while i >= 0 and index.tree.lower(i) in {"the", "of", "their", "its", "'s"}:
        i -= 1
    if i < 0 or i == first - 1 or index.tree.lemma(i) not in _SESSION_NOUNS or index.tree.lower(i + 1) != "of":
        return None
    ordinal = _ordinal(index.tokens[i - 1].text) if i > 0 else None
    if ordinal is None and i > 0 and index.tree.lower(i - 1) == "first" and not _is_relative(index, i):
        ordinal = 1
    return (i - 1 if ordinal is not None else i), i, ordinal


def _is_relative(index: TextIndex, i: int) -> bool:
    """Whether a "first" behind which "since", "in five years" or "this year" stands counts from something else than the founding."""
    rest = range(i, min(index.sentence(i).last, i + 20))
    words = {index.tree.lower(j) for j in rest}
    years = any((t := index.timex_at.get(j)) is not None and t.type == "DURATION" for j in rest)
    return bool(words & {"since", "under"}) or years or {"this", "year"} <= words


def _key(index: TextIndex, first: int, last: int) -> str:
    """The name without what varies between texts: "Economic" and "Meeting" about "Summit"."""
    words = normalize_name(" ".join(t.text for t in index.tokens[first : last + 1])).split()
    if "summit" in words[1:]:
        words = [w for w in words[: words.index("summit") + 1] if w != "economic"]
    return " ".join(words)


def names_by_key(mentions: Sequence[ChannelMention]) -> dict[str, list[ChannelMention]]:
    """The mentions of each channel, by its key, in text order."""
    found: dict[str, list[ChannelMention]] = {}
    for mention in mentions:
        found.setdefault(mention.key, []).append(mention)
    return found
