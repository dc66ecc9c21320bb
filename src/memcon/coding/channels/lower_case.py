"""Channels that a text names in lower case: "the working group on migration", "the 12th session of the Norwegian-Peruvian intergovernmental commission"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.channels.naming import ChannelMention, is_an_employer, mention_of
from memcon.coding.channels.sessions import before_its_parties, number_before, ordinal_of, session_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS, COMPOUNDS, PLURAL
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_COMMON = frozenset(tuple(w.split()) for w in words("channel_in_lower_case"))
_IN_ONE_WORD = words("channel_in_one_word")
_HEADS = words("mechanism_in_lower_case")
_TELLING = words("name_of_many_mechanisms") | words("shared_by_those_who_meet")
_HOW_OFTEN = values("cadence").keys()
_JOINT = words("shared_by_those_who_meet")
_DASHES = words("dash_or_stroke")
_THEIR = words("owned_by_those_who_meet")
_LEADING_TO_ITS_SUBJECT = words("leading_to_the_subject_of_a_body")
_CONFERENCES = words("conference_noun")
_RETURNING = words("for_which_a_conference_returns")
_LONGEST = 7
"""How many words of what it is for a name keeps."""


@rule(
    yes=[
        "The working group was set up by Norway.",
        "Norway and Chad opened a dialogue channel.",
        "Norway and Chad reopened their hotline.",
        "A joint working group on migration was set up by Norway and Chad.",
        "The quartet, made up of Norway, Chad and Peru, met in Oslo.",
    ],
    no=["The working day was long.", "Norway and Chad built a quartet of ships."],
)
def in_lower_case(index: TextIndex, named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """Lower-case channels ("the working group"): definite or introduced in quotation marks, so that a text can be about one."""
    for i in range(1, len(index.tokens)):
        pair = (index.tree.lower(i - 1), index.tree.lemma(i))
        is_actor = i in index.mention_at and index.tokens[i].pos == "PROPN"
        is_one = pair in _COMMON and index.tokens[i].tag not in PLURAL
        if is_one and index.tokens[i - 1].sentence == index.tokens[i].sentence and not is_actor:
            first, last = whole_name(index, i - 1, i)
            yield mention_of(index, first, last, key=" ".join(pair), is_common=True, head=i)
        elif pair[1] in _IN_ONE_WORD and index.tokens[i].pos == "NOUN" and not is_actor and not _is_of_things(index, i):
            yield mention_of(index, i, i, key=pair[1], is_common=True)


def _is_of_things(index: TextIndex, i: int) -> bool:
    """Whether a noun counts what "of" leads to ("a quartet of ships")."""
    return bool(index.tree.prepositions(i, {"of"}))


@rule(
    yes=[
        "The 12th session of the Norwegian-Peruvian intergovernmental commission on trade was held in Oslo.",
        "The Norway-Chad vice-ministerial consultations were held in Oslo.",
        "Norway and Chad held the fourth meeting of their joint economic commission.",
        "The ninth political consultations between Norway and Chad were held in Oslo.",
        "The ninth round of political consultations between the foreign ministries of Norway and Chad was held in Oslo.",
        "Norway and Chad agreed on a date. The two countries' joint trade commission will meet in Oslo.",
    ],
    no=[
        "The fourth session of the parliamentary commission was held in Oslo.",
        "The Norway-Chad dialogue has stalled.",
        "Their economic committee met in Oslo.",
        "Norway could stop the plan under the union's majority voting mechanism.",
        "Anna Lind, a member of the Norwegian opposition's high committee (HNC), was not surprised.",
    ],
)
def by_its_sides(index: TextIndex, _named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """A body or dialogue in lower case that tells what sort it is and whose two sides are named with it, or that numbers its sessions and is a joint one."""
    for i in (t.i for t in index.tokens if t.pos == "NOUN" and index.tree.lower(t.i) in _HEADS):
        first, last = whole_name(index, i, i)
        if first == i or index.is_heading(i) or is_an_employer(index, i):
            continue
        if _is_of_two(index, first, i) or (_is_numbered(index, first) and _is_joint(index, first, i)):
            yield mention_of(index, first, last, is_common=True, head=i)


@rule(
    yes=[
        "The tenth review conference of the Lima Treaty was held in Oslo.",
        "The 14th meeting of the accession conference with Chad was held in Oslo.",
    ],
    no=["The tenth press conference was held in Oslo.", "A review conference of the Lima Treaty was held in Oslo."],
)
def numbered_conference(index: TextIndex, _named: Sequence[ChannelMention]) -> Iterator[ChannelMention]:
    """A conference in lower case that is held again by what it is for, with its number; the treaty of which it is belongs to its name."""
    for i in (t.i for t in index.tokens if t.pos == "NOUN" and index.tree.lower(t.i) in _CONFERENCES):
        before = i - 1
        if index.is_heading(i) or index.tree.lower(before) not in _RETURNING or not _is_numbered(index, before):
            continue
        papers = (o for o in index.tree.led_by(i, "of") if index.tokens[o].pos == "PROPN")
        yield mention_of(index, before, next(papers, i), is_common=True, head=i)


def _is_of_two(index: TextIndex, first: int, head: int) -> bool:
    """Whether two names that a dash joins stand before a name, it is told to be that of two, or "between" leads to two in a row."""
    is_owned = any(index.tokens[c].tag not in PLURAL for c in index.tree.deps(head, "poss"))
    is_pair = index.is_of_several(head) or (not is_owned and before_its_parties(index, first) < first)
    between = list(index.tree.led_by(head, "between"))
    owners = (o for b in between for o in index.tree.led_by(b, "of"))  # "between the foreign ministries of A and B"
    rows = (index.tree.coordinated(o) for o in (*between, *owners))
    return is_pair or any(len(row) > 1 and all(index.is_somebody(o) for o in row) for row in rows)


def _is_numbered(index: TextIndex, first: int) -> bool:
    """Whether a number tells which session it is."""
    of = session_of(index, before_its_parties(index, first))
    return (of is not None and of[2] is not None) or number_before(index, first)[1] is not None


def _is_joint(index: TextIndex, first: int, head: int) -> bool:
    """Whether those who meet share it: by a word of its name, or by "their" before it."""
    before = index.tree.lower(first - 1) if first else ""
    return before in _THEIR or any(index.tree.lower(j) in _JOINT for j in range(first, head))


def whole_name(index: TextIndex, first: int, head: int) -> tuple[int, int]:
    """A name with the words before it that tell what sort it is, and with what "on" or "for" says it is for."""
    limit = index.sentence(head).first
    while first - 1 >= limit and _tells_its_sort(index, first - 1, head):
        first -= 1
    while first < head and not index.tokens[first].text[0].isalpha():
        first += 1
    return first, _last_of_subject(index, head)


def _tells_its_sort(index: TextIndex, i: int, head: int) -> bool:
    """Whether a word in lower case before a name belongs to it: "joint", "economic", "vice-ministerial", no number, no rhythm, nobody's name."""
    token, word = index.tokens[i], index.tree.lower(i)
    if token.text in _DASHES and i + 1 < len(index.tokens):
        return index.tokens[i - 1].text.islower() and index.tokens[i + 1].text.islower()
    is_beside = token.dep in BEFORE_NOUNS and i < token.head <= head
    is_others = i in index.mention_at and index.mention_at[i] != index.mention_at.get(head)
    is_plain = token.text.islower() and ordinal_of(word) is None and word not in _HOW_OFTEN and not is_others
    return is_beside and is_plain and (token.dep in COMPOUNDS or word in _TELLING or _is_in_one_word(index, i))


def _is_in_one_word(index: TextIndex, i: int) -> bool:
    """Whether a dash joins the word to another in lower case ("vice-ministerial")."""
    beside = (index.tokens[j].text for j in (i - 1, i + 1) if 0 <= j < len(index.tokens))
    return not _DASHES.isdisjoint(beside)


def _last_of_subject(index: TextIndex, head: int) -> int:
    """The last word of what a name says it is for, right behind it and in few words; the name's own where it says nothing."""
    behind = head + 1
    if behind >= len(index.tokens) or index.tree.lower(behind) not in _LEADING_TO_ITS_SUBJECT:
        return head
    end = index.tree.last(behind)
    things = index.tree.deps(behind, "pobj")
    is_short = bool(things) and end - head <= _LONGEST and index.tokens[behind].head == head
    is_a_thing = is_short and all(j not in index.timex_at and j not in index.mention_at for j in range(behind, end + 1))
    is_bare = is_a_thing and not any(index.tree.deps(j, "relcl", "acl", "appos") for j in range(behind, end + 1))
    return index.without_links(head, end) if is_bare else head
