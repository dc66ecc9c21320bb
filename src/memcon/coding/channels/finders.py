"""The ways in which a text names a channel, each a rule that gives mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from memcon.codebook import load_codebook
from memcon.coding.channels.lower_case import by_its_sides, in_lower_case
from memcon.coding.channels.naming import (
    HEADS,
    ChannelMention,
    channel_of,
    is_pair_before,
    mention_like,
    mention_of,
)
from memcon.coding.channels.sessions import SESSION_NOUNS, decides, number_before, ordinal_of, session_of, sits
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import PLACES_AND_PEOPLES, UNDERGOING
from memcon.domain.rules import rule
from memcon.knowledge.entries import ChannelEntry, Entry, Organization, PlaceEntry, State
from memcon.lexicon import values, words

_BODIES = words("channel_head_of_a_body")
_GENERAL = words("no_name_by_itself")
_FORMATS = words("format_of_talks")
_CONNECTING = words("connecting_in_a_name")
_JOINT = words("shared_by_those_who_meet")
_LEADING_TO_ITS_SUBJECT = words("leading_to_the_subject_of_a_body")
_BEFORE_A_NAME = words("standing_before_a_name")
_BESIDE = words("beside_an_event")
_LED_BY = words("between_sidelines_and_name")
_IN_SESSION = words("in_session")
_DASHES = words("dash")
_PAIR_DASHES = words("dash_or_stroke")
_CARRYING_ON = words("carrying_on_a_channel")
_HOLDING = words("bringing_about")
_NEXT_ONE = words("counted_behind_it")
_OWNED_BY_THEIR_MINISTERS = values("mechanism_by_its_name").keys() | words("meeting_of_those_who_own_it")
_SUM = re.compile(r"\d\+\d(?:\+\d)?$")
_NEAR = 5
"""How far the number of a session without its channel's name may be from the last one that was named with it."""


# --- names that stand by themselves --------------------------------------------------------------------------------------


@rule(
    yes=["Leaders met on the sidelines of the G20 in Bali.", "The 2023 APEC summit was held in Lima."],
    no=["APEC praised Norway.", "Norway and Chad held talks."],
)
def known(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Channels of the packs. A body that is also an organization ("NATO") is a channel only with a session's noun, a year or an ordinal."""
    for first, end, entries in dict.fromkeys(places.known.values()):
        entry = channel_of(entries)
        if entry is None:
            continue
        mention = mention_of(index, first, end - 1, key=entry.id, entry=entry)
        is_bare = not mention.is_session and not _is_on_sidelines(index, mention.first)
        if not (is_bare and _is_body(entry, entries) and load_codebook().kind(entry.kind or "").has("assembly")):
            yield mention


def _is_body(entry: ChannelEntry, entries: Iterable[Entry]) -> bool:
    """Whether the name may mean a body: an organization of the packs, or the channel by its acronym alone."""
    return any(isinstance(e.record, Organization) or (e.record is entry and e.form == "acronym") for e in entries)


@rule(
    yes=[
        "The Nordic Security Dialogue was held in Oslo.",
        "The Arctic Fisheries Dialogue (AFD) met in Oslo.",
        "The VII Fisheries Summit was held in Oslo.",
        "The Norway-Peru Defence Ministers' Dialogue was held in Oslo.",
        "The Asia-Pacific Fisheries Forum was held in Oslo.",
    ],
    no=["The Security Committee met in Oslo.", "The International Conference was held in Oslo."],
)
def named(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Capitalised names that end in a channel's head word; not in titles, where everything is capitalised."""
    for i in _heads(index):
        if _ends_a_name(index, i) and not _is_organization(places, i):
            first = _run_start(index, places, i)
            mention = mention_of(index, first, i)
            is_told = index.tree.lower(i) not in _BODIES or mention.acronym or mention.is_session or sits(index, i)
            is_told = is_told or _is_carried_on(index, i)
            if is_told and _is_name(index, range(first, i)):
                yield mention


def _ends_a_name(index: TextIndex, i: int) -> bool:
    """Whether the head at `i` is the last of a capitalised name that is no actor's."""
    is_followed = i + 1 < index.sentence(i).last and _is_capital_head(index, i + 1)
    return _is_capital_head(index, i) and i not in index.mention_at and not is_followed


def _is_name(index: TextIndex, before: range) -> bool:
    """Whether one of the words before a head makes it a name of its own."""
    return any(index.tree.lower(j) not in HEADS and index.tree.lower(j) not in _GENERAL for j in before)


@rule(
    yes=[
        "They formed the Working Group on Border Fisheries.",
        "The Joint Commission on Trade and Transport met in Oslo.",
        "The fifth meeting of the Commissions on Border Trade was held in Oslo.",
    ],
    no=["The Council on Foreign Relations praised Norway.", "The Commission on Monday praised Norway."],
)
def named_by_its_subject(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Capitalised names that begin with a channel's head word and tell its subject behind "on" or "for": told of in session, joint, or a group that works."""
    for i in (t.i for t in index.tokens if _is_capital_head_in_any_number(index, t.i) and not index.is_heading(t.i)):
        last = _subject_end(index, i)
        if last is None or _is_organization(places, i):
            continue
        first = _run_start(index, places, i)
        of = session_of(index, first)
        is_shared = not _JOINT.isdisjoint(index.tree.lower(j) for j in range(first, i))
        if is_shared or of is not None or sits(index, i):
            yield mention_of(index, first, last)


def _is_capital_head_in_any_number(index: TextIndex, i: int) -> bool:
    word = index.tree.lower(i)
    return index.tokens[i].text[0].isupper() and (word in HEADS or word.removesuffix("s") in HEADS)


def _subject_end(index: TextIndex, head: int) -> int | None:
    """The last token of the capitalised run behind "on" or "for" on a head, with "and" only between two of its words."""
    end, limit = None, index.sentence(head).last
    if head + 2 >= limit or index.tree.lower(head + 1) not in _LEADING_TO_ITS_SUBJECT:
        return None
    for i in range(head + 2, limit):
        is_word = index.tokens[i].text[0].isupper() and index.tokens[i].text[0].isalpha() and i not in index.timex_at
        if not is_word and (end is None or not _connects(index, i, limit)):
            break
        end = i if is_word else end
    return end


def _connects(index: TextIndex, i: int, limit: int) -> bool:
    """Whether "and" or the like stands before another capital."""
    is_link = index.tokens[i].text in _CONNECTING and i + 1 < limit
    return is_link and index.tokens[i + 1].text[0].isupper()


@rule(
    yes=["The 30th Norway-Chad summit was held in Oslo."],
    no=["The Norway-Chad summit was held in Oslo."],
)
def numbered_pair(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Two names joined by a dash, with a number ("the 30th EU-Japan summit")."""
    for i in _heads(index):
        if is_pair_before(index, i) and number_before(index, i - 3)[1] is not None:
            yield mention_of(index, i - 3, i)


@rule(
    yes=[
        "The 16th meeting of the Joint Committee of Norway was held in Oslo.",
        "The minister will chair the fourth Strategic Consultative Group (SCG) with her counterpart.",
        "The UN Security Council met in New York on Monday.",
        "A meeting of the UN security council was held in New York on Monday.",
        "Norway called a meeting of the UN Security Council for Monday.",
        "The UN Security Council adopted a resolution on Monday.",
        "The Norway-Chad Joint Boundary Commission (JBC) meeting was held in Oslo.",
        "The UN Security Council is expected to meet on Monday.",
        "Norway and Chad revived the Joint Border Committee.",
    ],
    no=["The Joint Committee of Norway praised Chad.", "The UN Security Council praised Chad."],
)
def body_in_session(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """ "the 16th meeting of the Joint Committee for Trade": a body that is also an actor, told of in session."""
    for i in _heads(index):
        if i not in index.mention_at or not (_is_capital_head(index, i) or _is_organization(places, i)):
            continue
        inside = index.inside(index.mention_at[i].span)
        first = next((j for j in inside if index.tokens[j].pos != "DET"), inside[0])
        mention = mention_of(index, first, inside[-1])
        is_between_states = not _JOINT.isdisjoint(map(index.tree.lower, inside)) or _is_of_no_country(index, i)
        if _is_numbered(index, first, inside[0]) or (is_between_states and _is_in_session(index, inside, mention)):
            yield mention


def _is_numbered(index: TextIndex, name: int, first: int) -> bool:
    """Whether a number tells which session of a body it is: "the 16th meeting of", or before its name."""
    of = session_of(index, first)
    return (of is not None and of[2] is not None) or number_before(index, name)[1] is not None


def _is_in_session(index: TextIndex, inside: range, mention: ChannelMention) -> bool:
    """Whether a body is told to sit, to decide or to have a session."""
    last = inside[-1]
    is_told = session_of(index, inside[0]) is not None or mention.has_session_noun
    return is_told or sits(index, last) or decides(index, last) or _is_carried_on(index, last)


def _is_carried_on(index: TextIndex, i: int) -> bool:
    """Whether a verb of founding, reviving or ending has the body named at `i` as what it is done to ("revived the Joint Committee")."""
    token = index.tokens[i]
    return token.dep in UNDERGOING and index.tree.lemma(token.head) in _CARRYING_ON


def _is_of_no_country(index: TextIndex, i: int) -> bool:
    """Whether the body named at `i` is one between states, not one state's own."""
    actors = index.actors_of(index.mention_at[i])
    return bool(actors) and all(a.kind == "organization" and a.country is None for a in actors)


@rule(
    yes=["Envoys of Norway and Chad met in the Geneva format.", "The “Lima format” brings together Norway and Chad."],
    no=["They met in a new format.", "The Swiss format of the cup was new."],
)
def named_format(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """A format of talks that is named after a place: "the Geneva format"."""
    for i in (t.i for t in index.tokens if index.tree.lower(t.i) in _FORMATS and t.i and not index.is_heading(t.i)):
        named = index.tokens[i - 1]
        is_place = named.pos == "PROPN" and any(
            isinstance(e.record, PlaceEntry | State) for e in places.readings(i - 1)
        )
        if is_place and named.sentence == index.tokens[i].sentence:
            yield mention_of(index, i - 1, i, is_common=True)


@rule(
    yes=["The 2+2 dialogue of Norway and Chad was held in Oslo.", "Envoys met in the 3+3 format."],
    no=["The score of the match was 2+2.", "The 2+2 dinner was held in Oslo."],
)
def called_by_a_sum(index: TextIndex, _places: Places) -> Iterator[ChannelMention]:
    """A mechanism that is called by how many take part on each side: "the 2+2 dialogue"."""
    named = (t.i for t in index.tokens if index.tree.lower(t.i) in HEADS or index.tree.lower(t.i) in _FORMATS)
    for i in (i for i in named if not index.is_heading(i)):
        first = next((j for j in (i - 1, i - 3) if j >= 0 and _SUM.match(index.span(j, i - 1).of(index.text))), None)
        if first is not None and index.tokens[first].sentence == index.tokens[i].sentence:
            yield mention_of(index, first, i)


BY_NAME = (known, numbered_pair, named_by_its_subject, named, body_in_session, named_format, called_by_a_sum)
"""How a channel is named in full."""


# --- what means a channel that was named ---------------------------------------------------------------------------------


@rule(
    yes=["The 12th Nordic Security Dialogue was held in Oslo. The 13th meeting will be held in Lima."],
    no=["The 12th Nordic Security Dialogue was held in Oslo. The 40th meeting will be held in Lima."],
)
def by_number(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The 56th meeting will be held next year": a numbered session of the channel that the text has last named with a number."""
    numbered = sorted((m for m in named if m.ordinal is not None), key=lambda m: m.first)
    inside = {i for m in named for i in range(m.first, m.last + 1)}
    nouns = (i for i in range(1, len(index.tokens)) if index.tree.lemma(i) in SESSION_NOUNS)
    for i in (i for i in nouns if inside.isdisjoint({i - 1, i})):
        model = next((m for m in reversed(numbered) if m.first < i), None)
        if model is not None and _is_near(ordinal_of(index.tokens[i - 1].text), model.ordinal):
            yield mention_like(index, i, model)


def _is_near(ordinal: int | None, known: int | None) -> bool:
    return ordinal is not None and known is not None and abs(ordinal - known) <= _NEAR


@rule(
    yes=[
        "Norway and Chad held Foreign Office Consultations in Oslo. The next round will be held in Lima.",
        "The 12th Nordic Security Dialogue was held in Oslo. They agreed to hold the next session of the dialogue in Lima.",
    ],
    no=[
        "The 12th Nordic Security Dialogue was held in Oslo. The next round of the cup will be held in Lima.",
        "The Nordic Fisheries Dialogue was held in Oslo. The next meeting of the ministers will be held in Lima.",
    ],
)
def by_what_comes_next(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The next round will be held in Lima": a session of the only channel whose session the text has told of before."""
    told = [m for m in named if m.is_session or sits(index, m.head) or _is_held(index, m.head)]
    inside = {i for m in named for i in range(m.first, m.last + 1)}
    for i in (
        t.i for t in index.tokens if t.pos == "NOUN" and index.tree.lemma(t.i) in _NEXT_ONE and t.i not in inside
    ):
        before = [m for m in told if m.last < i]
        is_next = any(index.tree.lower(c) == "next" for c in index.tree.deps(i, "amod"))
        if is_next and len({m.key for m in before}) == 1 and _is_its_own(index, i, before[-1]):
            yield mention_like(index, i, before[-1])


def _is_held(index: TextIndex, head: int) -> bool:
    """Whether somebody holds what is named at `head`, or it is held."""
    return index.tokens[head].dep in UNDERGOING and index.tree.lemma(index.tokens[head].head) in _HOLDING


def _is_its_own(index: TextIndex, session: int, channel: ChannelMention) -> bool:
    """Whether "of" leads from the noun of a session to nothing but the last word of a channel's name ("the next round of consultations")."""
    own = channel.name.lower().split()[-1]
    return all(index.tree.lower(o) == own for o in index.tree.led_by(session, "of"))


@rule(
    yes=["The Nordic Fisheries Dialogue was held in Oslo. The dialogue last met in May."],
    no=["The Nordic Fisheries Dialogue was held in Oslo. The dialogue ended in May."],
)
def by_last_word(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """ "The commission last met in May": the last word of the only channel named so before, told of in session."""
    for i in range(1, len(index.tokens)):
        word, token = index.tree.lower(i), index.tokens[i]
        is_in_session = token.dep == "nsubj" and index.tree.lemma(token.head) in _IN_SESSION
        if word in HEADS and is_in_session and index.tree.lower(i - 1) == "the":
            models = [m for m in named if m.last < i and _ends_with(m, word)]
            if len({m.key for m in models}) == 1:
                yield mention_like(index, i, models[0])


def _ends_with(mention: ChannelMention, word: str) -> bool:
    """Whether a word is the last one of a channel's own name."""
    return not mention.is_common and mention.name.lower().split()[-1] == word


@rule(
    yes=["The Arctic Fisheries Dialogue (AFD) met in Oslo. The AFD was founded by Norway."],
    no=["The Nordic Security Dialogue was held in Oslo. The AFC was founded by Norway."],
)
def by_acronym(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """An acronym that the text introduces."""
    introduced = {m.acronym: m for m in named if m.acronym}
    for token in index.tokens:
        model = introduced.get(token.text)
        if model is not None and not model.first <= token.i <= model.last:
            yield mention_like(index, token.i, model)


BY_REFERENCE = (by_number, by_what_comes_next, by_its_sides, in_lower_case, by_last_word, by_acronym)
"""What means a channel without its full name; each knows what those before have found."""


# --- what the rules ask --------------------------------------------------------------------------------------------------


def _heads(index: TextIndex) -> Iterator[int]:
    """The words in the running text that may end a channel's name."""
    return (t.i for t in index.tokens if index.tree.lower(t.i) in HEADS and not index.is_heading(t.i))


def _is_capital_head(index: TextIndex, i: int) -> bool:
    return index.tree.lower(i) in HEADS and index.tokens[i].text[0].isupper()


def _is_on_sidelines(index: TextIndex, first: int) -> bool:
    """ "on the sidelines of the G20": a body's name that stands for its meeting."""
    i = first - 1
    while i >= 0 and index.tree.lower(i) in _LED_BY:
        i -= 1
    return 0 <= i < first - 1 and index.tree.lemma(i) in _BESIDE


def _run_start(index: TextIndex, places: Places, last: int) -> int:
    """The first token of the run of capitalised words that ends at `last`, without the verb, article or parties that it may begin with."""
    first = _run_begin(index, last)
    while first < last and (
        index.tokens[first].pos == "VERB"
        or index.tree.lower(first) in _BEFORE_A_NAME
        or _is_session_number(index, first, last)
        or (_is_state_prefix(index, places, first) and not _is_half_of_a_name(index, places, first))
    ):
        first += 1
    return first


def _is_session_number(index: TextIndex, i: int, head: int) -> bool:
    """Whether a capitalised number before a name tells the session ("the VII Fisheries Summit", "the Fourth Ministerial Meeting"); those of bodies are
    often part of the name ("the Second Committee")."""
    is_roman = index.tokens[i].text.isupper()
    return ordinal_of(index.tokens[i].text) is not None and (is_roman or index.tree.lower(head) not in _BODIES)


def _is_half_of_a_name(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a dash joins the word at `i` to one that names no party, so that both are of the name ("the Gulf-Nordic Dialogue")."""
    is_joined = index.tree.lower(i + 1) in _DASHES and index.tokens[i].end == index.tokens[i + 1].start
    if not is_joined or _is_organization(places, i + 2):
        return False
    is_of_neither = not (
        places.readings(i) or places.readings(i + 2)
    )  # "the Arab-Islamic Summit": no parties that are known
    return is_of_neither or not _is_state_prefix(index, places, i + 2)


def _run_begin(index: TextIndex, last: int) -> int:
    """Where the run of capitalised words begins; connecting "and", "on", "of", "for" only between two of them."""
    first, limit = last, index.sentence(last).first
    for i in range(last - 1, limit - 1, -1):
        word = index.tokens[i].text
        if word[0].isupper() and word[0].isalpha() and i not in index.timex_at:
            first = i
        elif index.tokens[i].tag == "POS" and not word[1:] and index.tree.lower(last) in _OWNED_BY_THEIR_MINISTERS:
            continue  # "the Defence Ministers' Dialogue"
        elif word not in _CONNECTING or i == limit or not index.tokens[i - 1].text[0].isupper():
            break
    return first


def _is_state_prefix(index: TextIndex, places: Places, i: int) -> bool:
    """Whether the word at `i` belongs to the parties before a channel's name ("Korea-U.S. Integrated Defense Dialogue")."""
    token, readings = index.tokens[i], places.readings(i)
    is_state = any(isinstance(e.record, State) and e.form != "metonym" for e in readings)
    is_town = any(isinstance(e.record, PlaceEntry) and e.record.country for e in readings) and not is_state
    if is_town:  # "the Manila Security Forum"; of "the Seoul-Tokyo Security Forum" the two are the parties
        return not _PAIR_DASHES.isdisjoint({index.tokens[i - 1].text, index.tokens[i + 1].text})
    is_named_so = token.entity[2:] in PLACES_AND_PEOPLES or token.text in _PAIR_DASHES or token.tag == "POS"
    return is_state or is_named_so


def _is_organization(places: Places, i: int) -> bool:
    return any(isinstance(e.record, Organization) for e in places.readings(i))
