"""Channel records: what a document tells of each standing channel that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.coding.channels.mentions import fullest_name, names_by_key
from memcon.coding.channels.naming import ChannelMention, channel_of, is_pair_before, mention_of
from memcon.coding.channels.sessions import sits
from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.doers import doers
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES, Mention
from memcon.domain.labels import ARGUMENTS, ATTRIBUTES, VERBAL
from memcon.domain.records import Channel
from memcon.domain.spans import Span, cite
from memcon.domain.times import Timex
from memcon.domain.tree import Tree
from memcon.lexicon import values, words

_FOUNDING = words("founding")
_ENDING = words("ending_a_channel")
_RUNNING = words("running_a_channel")
_PURPOSES = words("serving_a_purpose")
_CADENCES: Mapping[str, str] = values("cadence")
_LEVELS = values("level")
_HELD_ONCE = words("meeting_of_a_name")
_RETURNING = words("held_again")
_IN_SESSION = words("in_session")
_PEOPLE = words("counted_among_those_who_do")
_OFFICES = words("envoy_by_office") | words("people_in_office")
_SERVING = words("leading_to_what_one_serves")
_MEMBERS = words("leading_members")
_FOUNDERS = words("leading_founders")
_CARRYING_ON = words("carrying_on_a_channel")
_MADE_UP = words("made_up_of")
_LEADING_TO_MEMBERS = words("leading_to_members")
_DASHES = words("dash")
_THEIR = words("owned_by_those_who_meet")
_TWICE = words("more_than_once")
_RHYTHMS = {
    "P1Y": "annual",
    "P12M": "annual",
    "P6M": "biannual",
    "P3M": "quarterly",
    "P1M": "monthly",
    "P1W": "weekly",
    "P2Y": "biennial",
}
"""How often, as TIMEX3 tells it, and what a rhythm is called."""
_TWICE_AS_OFTEN = {"P1Y": "biannual"}
_FARTHEST = 10
_BEFORE = 3
"""How many tokens before a name its level and cadence are looked for."""


def find_channel_records(index: TextIndex, channels: Sequence[ChannelMention], places: Places) -> tuple[Channel, ...]:
    """One record a channel. A common noun ("the working group") is a channel only where the text tells its parties, founding or lifespan; a summit
    or conference of a name of its own only where something tells that it is held again."""
    found = []
    for mentions in names_by_key((*channels, *_named_in_passing(index, places, channels))).values():
        if _is_held_once(index, mentions):
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
        if entry is None or not entry.parties or index.is_heading(first) or _acts(index, end - 1):
            continue
        if taken.isdisjoint(range(first, end)):
            yield mention_of(index, first, end - 1, key=entry.id, entry=entry)


def _acts(index: TextIndex, last: int) -> bool:
    """Whether the name stands for those who meet there: it does something, somebody does something to it, or it stands before who they are."""
    tree, token = index.tree, index.tokens[last]
    if token.dep == "compound":
        return tree.lemma(token.head) in _PEOPLE
    if token.dep == "pobj" and (tree.lower(token.head) == "with" or _is_served(index, token.head)):
        return not sits(index, index.tokens[token.head].head)
    is_sitting = any(tree.lemma(v) in _IN_SESSION for v in tree.children[token.head] if index.tokens[v].pos == "VERB")
    return token.dep in ARGUMENTS and not is_sitting and tree.lemma(token.head) not in _IN_SESSION


def _is_served(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads from somebody's office to where it is held ("the representative to the conference", "officials of the group")."""
    served = index.tokens[preposition].head
    is_office = index.tree.lower(served) in _OFFICES or index.tree.lemma(served) in _OFFICES
    return index.tree.lower(preposition) in _SERVING and is_office


def _is_held_once(index: TextIndex, mentions: Sequence[ChannelMention]) -> bool:
    """Whether it is a summit or conference that the text introduces, without a number, a year, a rhythm or another one of them."""
    last_word = mentions[0].full_name.lower().split()[-1:]
    if any(map(_is_known_one, mentions)) or _HELD_ONCE.isdisjoint(last_word):
        return False
    around = (i for m in mentions for i in range(max(index.sentence(m.head).first, m.first - _BEFORE), m.last + 1))
    return all(index.tree.lower(i) not in _RETURNING for i in around)


def _is_known_one(mention: ChannelMention) -> bool:
    """Whether it is named as one that comes again: by the packs, by a common name, with a number or a year."""
    is_listed = mention.entry is not None or mention.is_common
    return is_listed or mention.ordinal is not None or mention.year is not None


def _record(index: TextIndex, mentions: Sequence[ChannelMention]) -> Channel:
    name = fullest_name(mentions)
    first = next(m for m in mentions if m.name == name)
    sentences = dict.fromkeys(index.sentence(m.head).span for m in mentions)
    start, end = _lifespan(index, mentions)
    return Channel(
        id=first.channel_id,
        name=first.name,
        evidence=tuple(cite(index.text, s) for s in sentences),
        aliases=tuple(alias for alias in _aliases(index, mentions) if alias != first.name),
        parties=_parties(index, mentions),
        level=_word_before(index, mentions, _LEVELS),
        cadence=_word_before(index, mentions, _CADENCES) or _rhythm(index, mentions),
        start=start,
        end=end,
        purpose=_purpose(index, mentions),
    )


def _aliases(index: TextIndex, mentions: Sequence[ChannelMention]) -> Iterable[str]:
    """The names and acronyms that the text gives it, those first, then capitals that stand for it alone."""
    told = (a for m in mentions for a in (m.name, m.acronym) if a)
    short = (index.tokens[m.head].text for m in mentions if m.first == m.last and index.tokens[m.head].text.isupper())
    return dict.fromkeys((*told, *short))


def _verbs_on(index: TextIndex, mention: ChannelMention) -> list[int]:
    """The participles on a channel's noun and the verb that it is subject or object of."""
    head = index.tokens[mention.head]
    verbs = index.tree.deps(mention.head, "acl", "relcl")
    if head.dep in ARGUMENTS:
        verbs.append(head.head)
    return verbs


def _lifespan(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str | None, str | None]:
    """When it was founded and ended, or from when to when it ran ("run from 2018 to 2021")."""
    start: str | None = None
    end: str | None = None
    for mention in (m for m in mentions if not m.is_session):
        for verb in _verbs_on(index, mention):
            for edtf in _times_under(index, verb):
                begun, ended = _bounds(index, mention, verb, edtf)
                start, end = _finer(start, begun), _finer(end, ended)
    return start, end


def _bounds(index: TextIndex, mention: ChannelMention, verb: int, edtf: str) -> tuple[str, str]:
    """The beginning and the end that a verb tells by a time, "" for what it does not."""
    low, slash, high = edtf.partition("/")
    lemma = index.tree.lemma(verb)
    if slash and (lemma in _RUNNING or verb in index.tree.deps(mention.head, "acl")):
        return low, high
    if lemma in _FOUNDING and index.tree.is_passive(verb):
        return edtf, ""
    return "", edtf if lemma in _ENDING else ""


def _finer(known: str | None, new: str) -> str | None:
    if not new.strip("."):
        return known
    return new if known is None or len(new) > len(known) else known


def _times_under(index: TextIndex, verb: int) -> list[str]:
    """The dates that hang on a verb, in text order."""
    first, last = index.tree.extent(verb)
    timexes = ((i, index.timex_at[i]) for i in range(first, last + 1) if i in index.timex_at)
    dates = (t.edtf for i, t in timexes if t.edtf and t.type == "DATE" and _hangs_on(index, i, verb))
    return list(dict.fromkeys(dates))


def _hangs_on(index: TextIndex, i: int, verb: int) -> bool:
    """Whether no other verb stands between a time and `verb`."""
    for step in [i, *index.tree.above(i)][:_FARTHEST]:
        if step == verb:
            return True
        if index.tokens[step].pos in VERBAL and step not in index.timex_at:
            return False
    return False


# --- parties -------------------------------------------------------------------------------------------------------------


def _parties(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str, ...]:
    """The states and bodies that the text says it is between, of, or run by, and those that a pack knows as its parties."""
    known = {c for m in mentions if m.entry is not None for c in m.entry.parties}
    by_pack = (a.id for a in index.annotation.actors if a.kind == "state" and a.country in known)
    named = (n for m in mentions for n in _party_mentions(index, m) if not n.span.overlaps(_own_span(index, m)))
    return tuple(dict.fromkeys((*by_pack, *(i for n in named for i in _bodies(index, n)))))


def _own_span(index: TextIndex, mention: ChannelMention) -> Span:
    """The words of its name with what stands behind, without the number and the parties before it or at its beginning ("the 30th EU-Japan summit")."""
    name = mention.name_first
    first = name + 3 if name + 3 <= mention.last and is_pair_before(index, name + 3) else name
    return Span(index.tokens[first].start, mention.span.end)


def _bodies(index: TextIndex, mention: Mention) -> Iterator[str]:
    """The states and organizations that a mention means, of a group its members."""
    actors = index.annotation.actor_by_id
    for actor in index.actors_of(mention):
        for i in actor.members or (actor.id,):
            if i in actors and actors[i].kind in BODIES:
                yield i


def _party_mentions(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """The mentions behind a preposition on the name or on a verb that describes it, and those in front of it."""
    for p in _leading_to_parties(index, mention):
        yield from mentions_from(index, p + 1)
    yield from _members(index, mention)
    yield from _named_before(index, mention)
    governor = index.tokens[mention.head].head
    if index.tokens[mention.head].dep == "dobj" and index.tree.lemma(governor) in _FOUNDING | _CARRYING_ON:
        yield from (m for s in doers(index, governor) for m in mentions_around(index, s))


def _leading_to_parties(index: TextIndex, mention: ChannelMention) -> Iterator[int]:
    """The prepositions that lead to members ("between", on the name or right behind it) and to founders ("set up by")."""
    tree = index.tree
    beside = (p for p in (*tree.deps(mention.head, "prep"), mention.last + 1) if p < len(index.tokens))
    yield from (p for p in beside if tree.lower(p) in _MEMBERS)
    describing = tree.deps(mention.head, "acl", "relcl")
    yield from (p for v in describing for p in tree.deps(v, "agent", "prep") if tree.lower(p) in _FOUNDERS)


def _named_before(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """The mentions in front of the name, also those that dashes join: "the Norway-Chad dialogue"."""
    start, end = index.sentence(mention.head).first, max(mention.head, mention.name_first)
    first = max(start, _before_lower_case(index, mention) - 1)
    while first - 2 >= start and index.tokens[first - 1].text in _DASHES:
        first -= 2
    is_pair = end + 3 <= mention.last and is_pair_before(index, end + 3)
    pair = range(end, end + 3) if is_pair else range(0)
    yield from (index.mention_at[i] for i in (*range(first, end), *pair) if i in index.mention_at)
    yield from _owners(index, mention, range(first, end))


def _owners(index: TextIndex, mention: ChannelMention, before: range) -> Iterator[Mention]:
    """Whose it is said to be ("the two countries' joint commission"), and who does what the clause tells, where "their" stands before the name ("held the
    ninth meeting of their joint committee")."""
    name = range(mention.name_first, mention.last + 1)
    yield from (index.mention_at[p] for i in name for p in index.tree.deps(i, "poss") if p in index.mention_at)
    for i in (i for i in before if index.tree.lower(i) in _THEIR):
        verb = index.tree.verb_above(i)
        yield from (m for s in (() if verb is None else doers(index, verb)) for m in mentions_around(index, s))


def _members(index: TextIndex, mention: ChannelMention) -> Iterator[Mention]:
    """Who is told to belong to it: "the quartet, made up of A, B and C", "the format brings together A and B"."""
    tree, head = index.tree, index.tokens[mention.head]
    verbs = [*tree.deps(mention.head, "acl", "relcl", "prep"), *([head.head] if head.dep == "nsubj" else [])]
    for verb in (v for v in verbs if tree.lemma(v) in _MADE_UP):
        beside = tree.deps(verb, "prt", "advmod")
        led = [p for c in (verb, *beside) for p in tree.deps(c, "prep") if tree.lower(p) in _LEADING_TO_MEMBERS]
        yield from (m for i in (*led, verb, *beside) for m in mentions_from(index, i + 1, within=1))


def _before_lower_case(index: TextIndex, mention: ChannelMention) -> int:
    """The first word of a name in lower case, with those before it that belong to it: of "the A-B defence policy dialogue" that of "defence"."""
    first = mention.first
    while (
        mention.is_common and first - 1 > index.sentence(mention.head).first and _is_beside(index, first - 1, mention)
    ):
        first -= 1
    return first


def _is_beside(index: TextIndex, i: int, mention: ChannelMention) -> bool:
    token = index.tokens[i]
    return token.text.islower() and token.dep in ATTRIBUTES and mention.first <= token.head <= mention.last


# --- words ---------------------------------------------------------------------------------------------------------------


def _word_before(index: TextIndex, mentions: Sequence[ChannelMention], told: Mapping[str, str]) -> str | None:
    """What the first word of `told` before a name stands for."""
    for mention in mentions:
        before = range(max(index.sentence(mention.head).first, mention.first - _BEFORE), mention.head)
        found = next((told[index.tree.lower(i)] for i in before if index.tree.lower(i) in told), None)
        if found is not None:
            return found
    return None


def _rhythm(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """How often it meets by the words on its verb: "meets annually", "to run on a regular basis"."""
    tree = index.tree
    verbs = [index.tokens[m.head].head for m in mentions if index.tokens[m.head].dep in ARGUMENTS]
    verbs += [v for m in mentions for v in tree.deps(m.head, "acl", "relcl")]
    told = (often for v in verbs if index.tokens[v].pos == "VERB" for often in _told_on(index, v))
    return next(told, None)


def _told_on(index: TextIndex, verb: int) -> Iterator[str]:
    """How often, as a verb's expressions of time tell it ("every six months"), or its words."""
    sets = (index.timex_at.get(c) for c in index.tree.children[verb])
    yield from (_rhythm_of(t) for t in sets if t is not None and t.type == "SET" and t.value in _RHYTHMS)
    yield from (_CADENCES[word] for word in _how_often(index.tree, verb) if word in _CADENCES)


def _rhythm_of(often: Timex) -> str:
    """What a rhythm is called: "twice a year" comes twice as often as its period tells."""
    is_twice = not _TWICE.isdisjoint(often.text.lower().split())
    return _TWICE_AS_OFTEN.get(often.value, "regular") if is_twice else _RHYTHMS[often.value]


def _how_often(tree: Tree, verb: int) -> Iterator[str]:
    """The words on a verb that may tell it: its adverbs, and those of the basis on which it is done."""
    basis = (o for o in tree.led(verb) if tree.lemma(o) == "basis")
    return (tree.lower(i) for i in (*tree.deps(verb, "advmod"), *(c for o in basis for c in tree.children[o])))


def _purpose(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """What it is for, in the text's words: the infinitive of purpose behind its founding ("was launched … to enable …")."""
    tree = index.tree
    starts = (verb for m in mentions for verb in (*_verbs_on(index, m), m.head))
    aims = (c for verb in starts for c in tree.deps(verb, "advcl", "xcomp", "acl"))
    aim = next((c for c in aims if tree.lemma(c) in _PURPOSES and tree.is_infinitive(c)), None)
    return index.span(*tree.extent(aim)).of(index.text) if aim is not None else None
