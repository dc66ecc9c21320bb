"""The organs of bodies of several states that a text tells of in session, mostly in lower case: "the OECD council met", "an executive board meeting of the IMF"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.channels.lower_case import whole_name
from memcon.coding.channels.naming import ChannelMention, mention_of
from memcon.coding.channels.sessions import session_of, sits
from memcon.coding.officials import is_international
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NOMINAL
from memcon.domain.rules import rule
from memcon.knowledge.entries import Organization
from memcon.lexicon import values, words

_ORGANS = words("organ_of_a_body_of_states")
_TURNS = values("cadence").keys() | words("session_out_of_turn") | words("naming_another_time")


@rule(
    yes=[
        "The OPEC pricing committee met in Oslo on Monday.",
        "The OECD council is due to meet in Oslo on Monday.",
        "The plan was discussed at the OECD executive board meeting in Oslo.",
        "The third session of the OECD's trade committee was held in Oslo.",
        "The governing council of the OECD held its fifth meeting in Oslo.",
        "They met at an Organization of American States, OAS, council meeting in Lima.",
        "Lima called a meeting of the Organization of American States (OAS) permanent council for Monday.",
    ],
    no=[
        "The OECD council praised Norway.",
        "The town council met in Oslo on Monday.",
        "The executive board of the firm met in Oslo on Monday.",
        "The firm's pricing committee met in Oslo on Monday.",
    ],
)
def organ_in_session(index: TextIndex, places: Places) -> Iterator[ChannelMention]:
    """A council, board or committee of a body of several states, told of in session: "the OECD council met", "the executive board of the IMF"."""
    for i in (t.i for t in index.tokens if t.pos in NOMINAL and index.tree.lower(t.i) in _ORGANS):
        first, last = whole_name(index, i, i)
        first = _with_adjectives(index, first)
        if index.is_heading(i) or (owner := _body_whose_it_is(index, places, first, i)) is None:
            continue
        is_apart = owner > i or index.tokens[first - 1].tag == "POS"
        begin = _without_turns(index, first, i) if is_apart else _first_of_owner(index, places, owner)
        mention = mention_of(index, begin, last, head=i)
        is_told = (
            mention.has_session_noun
            or mention.ordinal is not None
            or session_of(index, _before_owner(index, first if is_apart else begin)) is not None
        )
        if is_told or sits(index, i):
            yield mention


def _with_adjectives(index: TextIndex, first: int) -> int:
    """The first of the adjectives in lower case before a name ("the [permanent] council")."""
    while first - 1 > index.sentence(first).first and _is_plain_adjective(index, first - 1):
        first -= 1
    return first


def _is_plain_adjective(index: TextIndex, i: int) -> bool:
    return index.tokens[i].pos == "ADJ" and index.tokens[i].text.islower()


def _without_turns(index: TextIndex, first: int, head: int) -> int:
    """The first word of a name that does not only tell which session of it is meant ("the annual [council] session")."""
    return next((i for i in range(first, head) if index.tree.lower(i) not in _TURNS), head)


def _body_whose_it_is(index: TextIndex, places: Places, first: int, head: int) -> int | None:
    """The word for a body of several states whose organ is named: before its name, as its owner, before its acronym in signs, or behind "of"."""
    before = first - 1
    if index.tokens[before].tag == "POS":
        before -= 1
    if index.tokens[before].text in {")", ","} and index.tokens[before - 1].text.isupper() and before > 2:
        before -= 3
    found = (before, *(o for o in index.tree.led_by(head, "of") if o > head))
    return next((j for j in found if j >= index.sentence(head).first and _is_of_states(index, places, j)), None)


def _is_of_states(index: TextIndex, places: Places, i: int) -> bool:
    """Whether a word belongs to the name of a body of several states, by the packs or by the text."""
    actors = index.actors_at(i)
    is_told = len(actors) == 1 and is_international(actors[0]) and not actors[0].name.islower()
    return is_told or any(isinstance(e.record, Organization) and e.record.sector == "IGO" for e in places.readings(i))


def _first_of_owner(index: TextIndex, places: Places, owner: int) -> int:
    """Where the name of a body begins, without its article."""
    inside = index.inside(index.mention_at[owner].span) if owner in index.mention_at else range(owner, owner + 1)
    first = places.known[owner][0] if owner in places.known else inside[0]
    return next((j for j in range(first, owner + 1) if index.tokens[j].pos != "DET"), owner)


def _before_owner(index: TextIndex, first: int) -> int:
    """The first word of those whose an organ is, where "'s" stands before its name."""
    if first == 0 or index.tokens[first - 1].tag != "POS":
        return first
    owner = first - 2
    return index.inside(index.mention_at[owner].span)[0] if owner in index.mention_at else first
