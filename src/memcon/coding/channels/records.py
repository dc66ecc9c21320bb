"""Channel records: what a document tells of each standing channel that it names."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.channels.mentions import ChannelMention, names_by_key
from memcon.coding.coordination import mentions_from
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.records import Channel
from memcon.domain.spans import cite

_FOUNDING = frozenset({"launch", "establish", "create", "found", "inaugurate", "set", "form", "start", "begin"})
_ENDING = frozenset({"end", "disband", "dissolve", "terminate", "abolish", "wind", "discontinue", "close"})
_RUNNING = frozenset({"run", "operate", "maintain", "hold", "lead", "work"})
_PURPOSES = frozenset(
    [
        "enable",
        "coordinate",
        "discuss",
        "facilitate",
        "promote",
        "manage",
        "oversee",
        "address",
        "ensure",
        "review",
        "support",
        "strengthen",
        "help",
    ]
)
_CADENCES = {
    "annual": "annual", "annually": "annual", "yearly": "annual", "biannual": "biannual", "semiannual": "biannual", "quarterly": "quarterly",
    "monthly": "monthly", "weekly": "weekly", "biennial": "biennial",
}  # fmt: skip
_LEVELS = {
    "ministerial": "ministerial", "vice-ministerial": "vice-ministerial", "working-level": "working-level", "leaders": "summit",
    "senior": None, "director-level": "director-level", "minister-level": "ministerial",
}  # fmt: skip


def find_channel_records(index: TextIndex, channels: Sequence[ChannelMention]) -> tuple[Channel, ...]:
    """One record a channel. A common noun ("the working group") is a channel only where the text tells its parties, founding or lifespan."""
    found = []
    for mentions in names_by_key(channels).values():
        record = _record(index, mentions)
        if not mentions[0].is_common or record.parties or record.start or record.end:
            found.append(record)
    return tuple(found)


def _record(index: TextIndex, mentions: Sequence[ChannelMention]) -> Channel:
    first = max(mentions, key=lambda m: len(m.name))
    aliases = dict.fromkeys(a for m in mentions for a in (m.name, m.acronym) if a and a != first.name)
    short = (index.tokens[m.head].text for m in mentions if m.first == m.last and index.tokens[m.head].text.isupper())
    sentences = dict.fromkeys(index.sentence(m.head).span for m in mentions)
    start, end = _lifespan(index, mentions)
    return Channel(
        id=first.channel_id,
        name=first.name,
        evidence=tuple(cite(index.text, s) for s in sentences),
        aliases=tuple(dict.fromkeys((*aliases, *(s for s in short if s != first.name)))),
        parties=_parties(index, mentions),
        level=_word_before(index, mentions, _LEVELS),
        cadence=_word_before(index, mentions, _CADENCES),
        start=start,
        end=end,
        purpose=_purpose(index, mentions),
    )


def _verbs_on(index: TextIndex, mention: ChannelMention) -> list[int]:
    """The participles on a channel's noun and the verb that it is subject or object of."""
    head = index.tokens[mention.head]
    verbs = index.tree.deps(mention.head, "acl", "relcl")
    if head.dep in {"nsubjpass", "dobj", "nsubj"}:
        verbs.append(head.head)
    return verbs


def _lifespan(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str | None, str | None]:
    """When it was founded and ended, or from when to when it ran ("run from 2018 to 2021")."""
    start: str | None = None
    end: str | None = None
    for mention in (m for m in mentions if not m.is_session):
        for verb in _verbs_on(index, mention):
            for edtf in _times_under(index, verb):
                low, slash, high = edtf.partition("/")
                lemma = index.tree.lemma(verb)
                if slash and (lemma in _RUNNING or verb in index.tree.deps(mention.head, "acl")):
                    start, end = _finer(start, low), _finer(end, high)
                elif lemma in _FOUNDING and index.tree.is_passive(verb):
                    start = _finer(start, edtf)
                elif lemma in _ENDING:
                    end = _finer(end, edtf)
    return start, end


def _finer(known: str | None, new: str) -> str | None:
    if new in {"", ".."}:
        return known
    return new if known is None or len(new) > len(known) else known


def _times_under(index: TextIndex, verb: int) -> list[str]:
    first, last = index.tree.extent(verb)
    found = []
    for i in range(first, last + 1):
        timex = index.timex_at.get(i)
        if (
            timex is not None
            and timex.edtf
            and timex.type == "DATE"
            and timex.edtf not in found
            and _hangs_on(index, i, verb)
        ):
            found.append(timex.edtf)
    return found


def _hangs_on(index: TextIndex, i: int, verb: int) -> bool:
    """Whether no other verb stands between a time and `verb`."""
    for _ in range(10):
        if i == verb:
            return True
        token = index.tokens[i]
        if token.head == i or (token.pos in {"VERB", "AUX"} and i not in index.timex_at):
            return False
        i = token.head
    return False


def _parties(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str, ...]:
    """The states and bodies that the text says it is between, of, or run by."""
    found: dict[str, None] = {}
    actors = index.annotation.actor_by_id
    known = {c for m in mentions if m.entry is not None for c in m.entry.parties}
    found.update((a.id, None) for a in index.annotation.actors if a.kind == "state" and a.country in known)
    for mention in mentions:
        for named in _party_mentions(index, mention):
            if named.span.overlaps(mention.span):
                continue  # part of the channel's own name
            for i in named.actors:
                actor = actors.get(i)
                members = actor.members if actor is not None and actor.members else (i,)
                found.update(
                    dict.fromkeys(m for m in members if m in actors and actors[m].kind in {"state", "organization"})
                )
    return tuple(found)


def _party_mentions(index: TextIndex, mention: ChannelMention) -> list[Mention]:
    found: list[Mention] = []
    for p in (*index.tree.deps(mention.head, "prep"), mention.last + 1):
        if p < len(index.tokens) and index.tree.lower(p) in {"between", "among", "with"}:
            found += mentions_from(index, p + 1)
    for verb in index.tree.deps(mention.head, "acl", "relcl"):
        for p in index.tree.deps(verb, "agent", "prep"):
            if index.tree.lower(p) in {"by", "between"}:
                found += mentions_from(index, p + 1)
    for i in range(max(0, mention.first - 1), mention.head):
        if i in index.mention_at and index.tokens[i].sentence == index.tokens[mention.head].sentence:
            found.append(index.mention_at[i])
    return found


def _word_before(
    index: TextIndex, mentions: Sequence[ChannelMention], words: dict[str, str | None] | dict[str, str]
) -> str | None:
    for mention in mentions:
        for i in range(max(0, mention.first - 3), mention.head):
            if index.tree.lower(i) in words and index.tokens[i].sentence == index.tokens[mention.head].sentence:
                return words[index.tree.lower(i)]
    return None


def _purpose(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """What it is for, in the text's words: the infinitive of purpose behind its founding ("was launched … to enable …")."""
    for mention in mentions:
        for verb in (*_verbs_on(index, mention), mention.head):
            for c in index.tree.deps(verb, "advcl", "xcomp", "acl"):
                if index.tree.lemma(c) in _PURPOSES and any(
                    index.tokens[a].tag == "TO" for a in index.tree.deps(c, "aux")
                ):
                    first, last = index.tree.extent(c)
                    return index.span(first, last).of(index.text)
    return None
