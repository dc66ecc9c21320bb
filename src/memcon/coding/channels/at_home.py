"""Which bodies are no channel: those of one state, party, firm or union, by a word of their name, by whose they are, or by the state before their name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from memcon.coding.channels.naming import ChannelMention
from memcon.coding.channels.parties import behind_of, led_to
from memcon.coding.officials import is_of_several_states
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import BEFORE_NOUNS
from memcon.domain.rules import Rule, rule
from memcon.lexicon import words

_BODIES = words("channel_head_of_a_body") | {"force"}
_JOINT = words("shared_by_those_who_meet") - {"working"} | words("in_how_many_a_channel_meets")
_AT_HOME = words("of_one_state_in_a_name")
_OWNERS = words("having_bodies_of_its_own")
_DASHES = words("dash_or_stroke")
_LEADING_TO_ITS_SUBJECT = words("leading_to_the_subject_of_a_body")


def without_own_bodies(index: TextIndex, places: Places, mentions: Sequence[ChannelMention]) -> list[ChannelMention]:
    """The mentions without those of a body that the text shows anywhere to be one state's, party's or firm's own."""
    own = {
        m.key for m in mentions if m.entry is None and _is_a_body(index, m) and any(q(index, places, m) for q in OF_ONE)
    }
    return [m for m in mentions if m.key not in own]


def _is_a_body(index: TextIndex, mention: ChannelMention) -> bool:
    """Whether it is called a council, committee or the like, and no word of its name tells that several share it."""
    name = mention.name.lower().split()
    last = next((b for b, w in pairwise(name) if w in _LEADING_TO_ITS_SUBJECT), name[-1])
    parties = {a for way in (led_to, behind_of) for m in way(index, mention) for a in index.opened(m.actors)}
    return last in _BODIES and _JOINT.isdisjoint(name) and len(parties) <= 1


@rule(
    yes=["The National Fisheries Council met in Oslo on Monday.", "The House Fisheries Committee met on Monday."],
    no=["The Nordic Fisheries Council met in Oslo on Monday.", "The National Fisheries Summit was held in Oslo."],
)
def named_as_one(index: TextIndex, _places: Places, mention: ChannelMention) -> bool:
    """A word that only a state's own bodies have in their names."""
    return any(index.tree.lower(i) in _AT_HOME for i in range(mention.name_first, mention.last + 1))


@rule(
    yes=[
        "The Lind administration's Trade Policy Council met in Oslo on Monday.",
        "Norway's fisheries steering committee met in Oslo on Monday.",
        "The union's working group met in Oslo on Monday.",
    ],
    no=["The two countries' working group met in Oslo on Monday.", "The EU's working group met in Oslo on Monday."],
)
def owned_by_one(index: TextIndex, _places: Places, mention: ChannelMention) -> bool:
    """One state, party, firm or person whose it is said to be."""
    inside = range(mention.name_first, mention.last + 1)
    owners = {c for i in inside for c in index.tree.deps(i, "poss") if c < mention.name_first}
    return any(_is_one(index, c) for c in owners)


def _is_one(index: TextIndex, i: int) -> bool:
    actors = index.known(index.opened(a.id for a in index.actors_at(i)))
    if not actors or (len(actors) == 1 and actors[0].name.islower()):
        return index.tree.lemma(i) in _OWNERS
    is_alone = len({a.country or a.id for a in actors}) == 1
    return is_alone and not any(is_of_several_states(a) for a in actors)


@rule(
    yes=["Anna Lind spoke at a Norway Central Cod Committee meeting in Oslo on Monday."],
    no=["The Norway-Peru Fisheries Council met in Oslo on Monday.", "The UN Fisheries Council met in Oslo on Monday."],
)
def behind_one_state(index: TextIndex, places: Places, mention: ChannelMention) -> bool:
    """The name of one state right before its own."""
    before = mention.name_first - 1
    if before < index.sentence(mention.head).first or index.tokens[before].dep not in BEFORE_NOUNS:
        return False
    is_joined = index.tokens[before - 1].text in _DASHES or index.tokens[before].text in _DASHES
    is_its = mention.name_first <= index.tokens[before].head <= mention.last
    return not is_joined and is_its and before in places.lands


OF_ONE: tuple[Rule[[TextIndex, Places, ChannelMention], bool], ...] = (named_as_one, owned_by_one, behind_one_state)
"""All are asked of each body without a pack's entry; one is enough."""
