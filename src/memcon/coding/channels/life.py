"""What a text tells of a channel beside who meets in it: from when to when it ran, how often and at what level it meets, what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from memcon.coding.channels.apposed import said_of_it
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.channels.sessions import before_its_parties, is_founding
from memcon.coding.doers import doers
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import BODIES
from memcon.domain.dates import interval_of
from memcon.domain.labels import ARGUMENTS, NOMINAL_SUBJECTS, ON_NOUNS, VERBAL
from memcon.domain.times import Timex
from memcon.domain.tree import Tree
from memcon.lexicon import values, words

_BEGINNING = words("event_beginning")
_ENDING = words("ending_a_channel")
_STOPPING = _ENDING | words("ending_a_deed") | words("postponement_verbs")
_RUNNING = words("running_a_channel")
_HELD = words("bringing_about") | words("taking_place")
_WILL = words("future_auxiliary")
_PURPOSES = words("serving_a_purpose")
_CADENCES: Mapping[str, str] = values("cadence")
_LEVELS: Mapping[str, str] = values("level")
_DEPUTIES = words("below_the_top")
_DASHES = words("dash_or_stroke")
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
_BELOW = {"ministerial": "vice_ministerial"}
"""At what level the deputies of those of a level meet."""
_FARTHEST = 10
_BEFORE = 3
"""How many tokens before a name its level and cadence are looked for."""
_TO_THE_MONTH = 7
"""The length of a date that tells no day."""
_LONGEST_SESSION = 31
"""How many days a session may last that is told from its first to its last day; a channel runs longer."""


def _verbs_on(index: TextIndex, mention: ChannelMention) -> list[int]:
    """The participles and relative clauses on a channel's noun and on what tells what it is, and the verb that it is subject or object of."""
    head = index.tokens[mention.head]
    verbs = [v for noun in (mention.head, *said_of_it(index, mention)) for v in index.tree.deps(noun, *ON_NOUNS)]
    if head.dep in ARGUMENTS:
        verbs.append(head.head)
    return verbs


# --- from when to when ---------------------------------------------------------------------------------------------------


def lifespan_of(index: TextIndex, mentions: Sequence[ChannelMention]) -> tuple[str | None, str | None]:
    """When it was founded and ended, or from when to when it ran ("run from 2018 to 2021"); it began with its first session at the latest."""
    start: str | None = None
    end: str | None = None
    for mention in (m for m in mentions if not m.is_session):
        for verb in _verbs_on(index, mention):
            for edtf in _times_under(index, verb):
                begun, ended = _bounds(index, mention, verb, edtf)
                start, end = _finer(start, begun), _finer(end, ended)
    return start or next(_first_sessions(index, mentions), None), end


def _first_sessions(index: TextIndex, mentions: Sequence[ChannelMention]) -> Iterator[str]:
    """The days on which the first session of a channel is told to have been held, which lie in a past year: "the first round was held in May 2019"."""
    firsts = (m for m in mentions if m.ordinal == 1 and index.tokens[m.head].dep in NOMINAL_SUBJECTS)
    held = (v for m in firsts if index.tree.lemma(v := index.tokens[m.head].head) in _HELD)
    yield from (edtf for v in held for edtf in _times_under(index, v) if _is_of_a_past_year(index, edtf))


def _bounds(index: TextIndex, mention: ChannelMention, verb: int, edtf: str) -> tuple[str, str]:
    """The beginning and the end that a verb tells by a time, "" for what it does not."""
    low, slash, high = edtf.partition("/")
    lemma = index.tree.lemma(verb)
    describes_it = index.tokens[verb].dep == "acl" and index.tokens[mention.head].head != verb
    if slash and not _is_a_session(edtf) and (lemma in _RUNNING or (describes_it and lemma not in _STOPPING)):
        return low, high
    if _is_founded(index, mention, verb, edtf):
        return edtf, ""
    is_told = all(index.tokens[i].tag != "MD" or index.tree.lower(i) in _WILL for i in index.tree.auxiliaries(verb))
    return "", edtf if lemma in _ENDING and is_told else ""


def _is_a_session(edtf: str) -> bool:
    """Whether a stretch of time is told from one day to another that is not far off."""
    days = interval_of(edtf)
    is_told_by_days = all(len(end) > _TO_THE_MONTH for end in edtf.split("/"))
    return is_told_by_days and days is not None and (days.end - days.start).days <= _LONGEST_SESSION


def _is_founded(index: TextIndex, mention: ChannelMention, verb: int, edtf: str) -> bool:
    """Whether a verb tells that it was founded, by a time that is no later than the text: in the passive, as an object ("launched the dialogue in 2019")
    or as what began in a past year ("the talks, which began in 1993"); what begins on a day is a session."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    if not is_founding(index, verb) or _is_to_come(index, edtf):
        return False
    if tree.is_passive(verb):
        return True
    if lemma in _BEGINNING:
        return index.tokens[mention.head].dep != "dobj" and _is_of_a_past_year(index, edtf)
    is_by_states = any(a.kind in BODIES for s in doers(index, verb) for a in index.actors_at(s))
    return mention.head in tree.deps(verb, "dobj") and tree.tense(verb) == "past" and is_by_states


def _is_to_come(index: TextIndex, edtf: str) -> bool:
    day, published = interval_of(edtf), index.published
    return day is not None and published is not None and day.start > published.end


def _is_of_a_past_year(index: TextIndex, edtf: str) -> bool:
    published = index.annotation.document.published
    return len(edtf) <= _TO_THE_MONTH and published is not None and edtf[:4] < str(published)[:4]


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


# --- how often, and at what level ----------------------------------------------------------------------------------------


def cadence_of(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """How often it meets: by a word beside its name ("the annual dialogue", "the KIDD, a twice-yearly forum"), else by the words on its verb."""
    return next(_beside(index, mentions, _CADENCES), None) or _rhythm(index, mentions)


def level_of(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """At what level it meets, by a word beside its name ("the vice-ministerial dialogue")."""
    for mention in mentions:
        for i in _words_beside(index, mention):
            level = _LEVELS.get(_whole_word(index, i)) or _LEVELS.get(index.tree.lower(i))
            if level is not None:
                return _BELOW.get(level, level) if _is_of_deputies(index, i) else level
    return None


def _is_of_deputies(index: TextIndex, i: int) -> bool:
    """Whether "vice" or "deputy" stands before a word for a level, with or without a dash."""
    before = i - 2 if index.tokens[i - 1].text in _DASHES else i - 1
    return before >= 0 and index.tree.lower(before) in _DEPUTIES


def _beside(index: TextIndex, mentions: Sequence[ChannelMention], told: Mapping[str, str]) -> Iterator[str]:
    """What the words of `told` beside a name stand for, each with what dashes join to it ("twice-yearly")."""
    found = (_whole_word(index, i) for m in mentions for i in _words_beside(index, m))
    return (told[word] for word in found if word in told)


def _words_beside(index: TextIndex, mention: ChannelMention) -> Iterator[int]:
    """The words right before a name, and before its parties ("the annual Norway-Peru consultations"), and of it, then those before the noun that tells
    what it is."""
    is_owned = mention.first > 0 and index.tokens[mention.first - 1].tag == "POS"
    first = mention.first if is_owned else before_its_parties(index, mention.first)
    yield from range(max(index.sentence(mention.head).first, min(first, mention.first) - _BEFORE), mention.head)
    for noun in said_of_it(index, mention):
        yield from range(index.tree.first(noun), noun)


def _whole_word(index: TextIndex, i: int) -> str:
    """The word at `i` with what dashes without a space join to it."""
    tokens, first, last = index.tokens, i, i
    while first - 2 >= 0 and tokens[first - 1].text in _DASHES and tokens[first - 2].end == tokens[first - 1].start:
        first -= 2
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].text in _DASHES
        and tokens[last + 1].end == tokens[last + 2].start
        and tokens[last].end == tokens[last + 1].start
    ):
        last += 2
    return "".join(t.text for t in tokens[first : last + 1]).lower()


def _rhythm(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """How often it meets by the words on its verb: "meets annually", "to run on a regular basis", "are to be held every year"."""
    tree = index.tree
    verbs = [index.tokens[m.head].head for m in mentions if index.tokens[m.head].dep in ARGUMENTS]
    verbs += [v for m in mentions for noun in (m.head, *said_of_it(index, m)) for v in tree.deps(noun, *ON_NOUNS)]
    verbs += [v for m in mentions if index.tokens[m.head].dep in NOMINAL_SUBJECTS for v in _to_come(index, m)]
    told = (often for v in verbs if index.tokens[v].pos in VERBAL for often in _told_on(index, v))
    return next(told, None)


def _to_come(index: TextIndex, mention: ChannelMention) -> list[int]:
    """The infinitives that go on from the verb of a name: "are to be [held]"."""
    return index.tree.infinitives(index.tokens[mention.head].head, "xcomp")


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


# --- what for ------------------------------------------------------------------------------------------------------------


def purpose_of(index: TextIndex, mentions: Sequence[ChannelMention]) -> str | None:
    """What it is for, in the text's words: the infinitive of purpose behind its founding ("was launched … to enable …"), or on its noun."""
    tree = index.tree
    founded = (v for m in mentions for v in _verbs_on(index, m) if is_founding(index, v))
    aims = [c for v in founded for c in tree.deps(v, "advcl", "xcomp")]
    aims += [c for m in mentions for c in tree.deps(m.head, "acl") if tree.lemma(c) in _PURPOSES]
    aim = next((c for c in aims if tree.is_infinitive(c)), None)
    return index.span(*tree.extent(aim)).of(index.text) if aim is not None else None
