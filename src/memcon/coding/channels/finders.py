"""The ways in which a text names a channel, each a rule that gives mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from memcon.codebook import load_codebook
from memcon.coding.channels.naming import (
    HEADS,
    ChannelMention,
    channel_of,
    is_an_employer,
    is_joined_to,
    is_pair_before,
    may_be_theirs,
    mention_of,
)
from memcon.coding.channels.organs import organ_in_session
from memcon.coding.channels.parties import founders
from memcon.coding.channels.sessions import SESSION_NOUNS, decides, number_before, ordinal_of, session_of, sits
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ADPOSITIONS, COMPOUNDS, PLACES_AND_PEOPLES, UNDERGOING
from memcon.domain.rules import rule
from memcon.knowledge.entries import ChannelEntry, Entry, Organization, PlaceEntry, State
from memcon.knowledge.names import normalize_name
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
_DASHES = words("dash")
_PAIR_DASHES = words("dash_or_stroke")
_CARRYING_ON = words("carrying_on_a_channel")
_HOLDING = words("bringing_about")
_RETURNING = words("for_which_a_conference_returns")
_OWNED_BY_THEIR_MINISTERS = values("mechanism_by_its_name").keys() | words("meeting_of_those_who_own_it")
_SUM = re.compile(r"(?:\d\+\d(?:\+\d)?|two-plus-two|three-plus-three)$")
_CALLED_SO = HEADS.keys() | _FORMATS
_BETWEEN_SUM_AND_HEAD = words("word_of_anybodys_mechanism") | words("possessive_s")


# --- names that stand by themselves --------------------------------------------------------------------------------------


@rule(
    yes=[
        "Leaders met on the sidelines of the G20 in Bali.",
        "The 2023 APEC summit was held in Lima.",
        "South Korea and the United States held 2+2 talks in Seoul.",
        "OPEC will meet in Lima in June.",
        "The 80th OPEC conference was held in Lima.",
        "Peru hopes for an accord at the next meeting of the Paris Club.",
        "The 2023 Conference of the Parties to the Convention on Climate Change was held in Lima.",
    ],
    no=[
        "The 2023 Conference of the Parties to the Cod Treaty was held in Lima.",
        "APEC praised Norway.",
        "OPEC praised Norway.",
        "The OPEC conference president praised Norway.",
        "Norway and Chad held talks.",
        "Norway and Chad held the two-plus-two talks in Oslo.",
    ],
)
def known(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Channels of the packs. A body that is also an organization ("NATO") is a channel only with a session's noun, a year or an ordinal."""
    for first, end, entries in dict.fromkeys(places.known.values()):
        entry = channel_of(entries)
        if entry is None or not may_be_theirs(index, entry, first, end) or is_joined_to(index, first):
            continue
        if (
            _is_before_an_organ(index, end - 1)
            or is_an_employer(index, end - 1)
            or _is_of_another_paper(index, entry, first, end)
        ):
            continue
        mention = mention_of(index, first, end - 1, key=entry.id, entry=entry)
        is_bare = not (
            mention.is_session or _is_on_sidelines(index, mention.first) or sits(index, index.head_in(first, end - 1))
        )
        is_assembly = load_codebook().kind(entry.kind or "").has("assembly")
        if not (is_bare and _is_body(entry, entries) and (is_assembly or _is_an_organization_too(entries))):
            yield mention


def _is_before_an_organ(index: TextIndex, last: int) -> bool:
    """Whether a known name tells whose organ is meant ("the [OPEC] pricing committee")."""
    over = index.tokens[last].head
    return over > last and index.tokens[last].dep in COMPOUNDS and index.tree.lower(over) in _BODIES | {"board"}


def _is_of_another_paper(index: TextIndex, entry: ChannelEntry, first: int, end: int) -> bool:
    """Whether a known name goes on with a paper that none of its names tells: "the Conference of the Parties [to the Cod Treaty]"."""
    if end >= len(index.tokens) or index.tree.lower(end) != "to" or index.tokens[end].head not in range(first, end):
        return False
    words_of_it = {w for name in (entry.name, *entry.names) for w in normalize_name(name).split()}
    last = _paper_end(index, end - 1)
    paper = (index.tree.lower(i) for i in range(end + 1, (last or end) + 1) if index.tokens[i].text[0].isupper())
    return last is not None and words_of_it.isdisjoint(paper)


def _paper_end(index: TextIndex, head: int) -> int | None:
    """The last token of the capitalised run behind "of" or "to" on the token `head`: "the Review Conference of the [Parties to the Cod Treaty]"."""
    end, limit = None, index.sentence(head).last
    for i in range(head + 1, limit):
        if index.tokens[i].text[0].isupper() and i not in index.timex_at:
            end = i
        elif index.tree.lower(i) != "to" and not _connects(index, i, limit):
            break
    return end


def _is_body(entry: ChannelEntry, entries: Iterable[Entry]) -> bool:
    """Whether the name may mean a body: an organization of the packs, or the channel by its acronym alone."""
    return _is_an_organization_too(entries) or any(e.record is entry and e.form == "acronym" for e in entries)


def _is_an_organization_too(entries: Iterable[Entry]) -> bool:
    return any(isinstance(e.record, Organization) for e in entries)


@rule(
    yes=[
        "The Nordic Security Dialogue was held in Oslo.",
        "The Arctic Fisheries Dialogue (AFD) met in Oslo.",
        "The VII Fisheries Summit was held in Oslo.",
        "The Norway-Peru Defence Ministers' Dialogue was held in Oslo.",
        "The Asia-Pacific Fisheries Forum was held in Oslo.",
        "Norway backed the Baltic Fisheries Forum on Climate and Cod.",
    ],
    no=[
        "The Security Committee met in Oslo.",
        "The International Conference was held in Oslo.",
        "He is a fellow of the Baltic Dialogue Project in Oslo.",
        "Anna Lind, a researcher at the Lima Forum, was not surprised.",
        "The government set up a Border Trade Group in March.",
    ],
)
def named(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Capitalised names that end in a channel's head word; not in titles, where everything is capitalised."""
    for i in _heads(index):
        if _ends_a_name(index, i) and not _is_organization(places, i):
            first = _run_start(index, places, i)
            is_for_a_paper = index.tree.lower(i - 1) in _RETURNING
            last = _subject_end(index, i) or (_paper_end(index, i) if is_for_a_paper else None)
            mention = mention_of(index, first, last or i, head=i)
            is_told = index.tree.lower(i) not in _BODIES or mention.acronym or mention.is_session or sits(index, i)
            is_told = is_told or _is_carried_on(index, i) or _is_set_up_by_several(index, mention)
            is_told = is_told or _is_of_a_pair(index, places, first)
            if is_told and _is_name(index, range(first, i)) and not is_an_employer(index, i):
                yield mention


def _ends_a_name(index: TextIndex, i: int) -> bool:
    """Whether the head at `i` is the last of a capitalised name that is no actor's, and of no longer one ("the Baltic Dialogue Project")."""
    is_followed = i + 1 < index.sentence(i).last and (_is_capital_head(index, i + 1) or _goes_on(index, i))
    return _is_capital_head(index, i) and i not in index.mention_at and not is_followed


def _goes_on(index: TextIndex, i: int) -> bool:
    """Whether the next word is the head of a longer name, and not only what the body holds ("the Fjord Union Summit Meetings")."""
    is_over = index.tokens[i].dep in COMPOUNDS and index.tokens[i].head == i + 1
    is_a_sitting = index.tree.lower(i + 1).removesuffix("s") in SESSION_NOUNS
    return is_over and index.tokens[i + 1].text[0].isupper() and not is_a_sitting


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
            yield mention_of(index, first, last, head=i)


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
        is_opening = end is None and index.tokens[i].text == "the"
        if not is_word and not ((is_opening or end is not None) and _connects(index, i, limit)):
            break
        end = i if is_word else end
    return end


def _connects(index: TextIndex, i: int, limit: int) -> bool:
    """Whether "and" or the like stands before another capital, also with an article behind it ("of the Declaration")."""
    is_article = index.tokens[i].text == "the" and index.tokens[i - 1].pos not in ADPOSITIONS
    if index.tokens[i].text not in _CONNECTING or is_article or i + 1 >= limit:
        return False
    behind = i + 1 + (index.tokens[i + 1].text == "the" and index.tokens[i].pos in ADPOSITIONS)
    return behind < limit and index.tokens[behind].text[0].isupper()


@rule(
    yes=["The 30th Norway-Chad summit was held in Oslo.", "The leaders attended the EU-Peru Summit in Oslo."],
    no=["The Norway-Chad summit was held in Oslo.", "The leaders attended the Norway-Chad Summit in Oslo."],
)
def numbered_pair(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """Two names joined by a dash, with a number ("the 30th EU-Japan summit"), or of which one is a union's, that meets its partners again ("the EU-Japan
    Summit")."""
    for i in _heads(index):
        if not is_pair_before(index, i):
            continue
        is_of_a_union = any(_is_organization(places, j) for j in (i - 3, i - 1)) and index.tokens[i].text[0].isupper()
        if is_of_a_union or number_before(index, i - 3)[1] is not None:
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
        "Norway and Chad will convene the Joint Boundary Commission in Oslo on Friday.",
        "The Joint Trade Commission, which has met 17 times, oversees it.",
        "The Joint Border Committee of Norway and Peru held its third meeting in Oslo.",
        "Norway and Peru set up a Defence Industry Working Group in March.",
        "They praised the Norway-Peru Consultative Group in Oslo.",
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
        if first == inside[-1] and index.tokens[first].text.istitle():
            continue  # "the Council" is the one named before, no name of its own
        mention = mention_of(index, first, i if _is_of_two_states(index, i) else _whole_end(index, inside[-1]))
        is_between_states = not _JOINT.isdisjoint(map(index.tree.lower, inside)) or _is_of_no_country(index, i)
        is_told = is_between_states and _is_in_session(index, inside, i, mention)
        is_told = is_told or _is_of_a_pair(index, places, first)
        if is_told or _is_numbered(index, first, inside[0]) or _is_set_up_by_several(index, mention):
            yield mention


def _is_numbered(index: TextIndex, name: int, first: int) -> bool:
    """Whether a number tells which session of a body it is: "the 16th meeting of", or before its name."""
    of = session_of(index, first)
    return (of is not None and of[2] is not None) or number_before(index, name)[1] is not None


def _whole_end(index: TextIndex, last: int) -> int:
    """Where a body's name ends that goes on behind what an actor is called by: "the Joint Committee of the Status [of Forces Agreement]"."""
    limit = index.sentence(last).last
    while last + 1 < limit and index.tokens[last + 1].text == "of" and _connects(index, last + 1, limit):
        last += 2
        while last + 1 < limit and index.tokens[last + 1].text[0].isupper() and last + 1 not in index.timex_at:
            last += 1
    return last


def _is_of_two_states(index: TextIndex, head: int) -> bool:
    """Whether "of" leads from a body's noun to two in a row, whose it is: "the Joint Border Committee of Norway and Peru"."""
    return (
        any(len(index.tree.coordinated(o)) > 1 for o in index.tree.led_by(head, "of"))
        and index.tree.lower(head + 1) == "of"
    )


def _is_in_session(index: TextIndex, inside: range, head: int, mention: ChannelMention) -> bool:
    """Whether a body is told to sit, to decide or to have a session."""
    is_told = session_of(index, inside[0]) is not None or mention.has_session_noun
    nouns = {head, inside[-1]}
    return is_told or any(sits(index, i) or decides(index, i) or _is_carried_on(index, i) for i in nouns)


def _is_carried_on(index: TextIndex, i: int) -> bool:
    """Whether a verb of reviving, ending or holding has the body named at `i` as what it is done to ("revived the Joint Committee", "will convene it")."""
    token = index.tokens[i]
    return token.dep in UNDERGOING and index.tree.lemma(token.head) in _CARRYING_ON | _HOLDING


def _is_of_a_pair(index: TextIndex, places: Places, first: int) -> bool:
    """Whether two states that a dash joins stand before a name, or at its beginning ("the Norway-Chad Strategic Group")."""
    pairs = ((first - 3, first - 1), (first, first + 2))
    are_joined = (p for p in pairs if p[0] >= 0 and index.tokens[p[0] + 1].text in _DASHES)
    return any(all(_is_land(places, i) for i in pair) for pair in are_joined)


def _is_land(places: Places, i: int) -> bool:
    return any(isinstance(e.record, State) for e in places.readings(i))


def _is_set_up_by_several(index: TextIndex, mention: ChannelMention) -> bool:
    """Whether two or more set it up."""
    return len({a for m in founders(index, mention) for a in index.opened(m.actors)}) > 1


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
    yes=[
        "The 2+2 dialogue of Norway and Chad was held in Oslo.",
        "Envoys met in the 3+3 format.",
        "Norway and Chad held the second 2+2 Ministerial Dialogue in Oslo.",
        "Norway and Chad held two-plus-two talks in Oslo.",
    ],
    no=["The score of the match was 2+2.", "The 2+2 dinner was held in Oslo."],
)
def called_by_a_sum(index: TextIndex, _places: Places) -> Iterator[ChannelMention]:
    """A mechanism that is called by how many take part on each side: "the 2+2 dialogue", "two-plus-two talks"."""
    named = (t.i for t in index.tokens if index.tree.lower(t.i) in _CALLED_SO)
    for i in (i for i in named if not index.is_heading(i)):
        first = _sum_before(index, i)
        if first is not None:
            yield mention_of(index, first, i)


def _sum_before(index: TextIndex, head: int) -> int | None:
    """Where a sum begins that stands before a head, with nothing but words for a level or an office between."""
    limit = index.sentence(head).first
    for last in range(head - 1, limit - 1, -1):
        first = next(
            (
                j
                for j in (last, last - 2, last - 4)
                if j >= limit and _SUM.match(index.span(j, last).of(index.text).lower())
            ),
            None,
        )
        if first is not None:
            return first
        if index.tree.lower(last) not in _BETWEEN_SUM_AND_HEAD:
            return None
    return None


BY_NAME = (
    known,
    numbered_pair,
    named_by_its_subject,
    named,
    body_in_session,
    named_format,
    called_by_a_sum,
    organ_in_session,
)
"""How a channel is named in full."""


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
