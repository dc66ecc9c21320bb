"""Which long-running issues are matters among states, and which are one country's own: a strike, a budget, a company's lawsuit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.officials import is_of_several_states
from memcon.coding.places import Places
from memcon.coding.processes.mention import ProcessMention
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.knowledge.entries import Organization, State
from memcon.lexicon import words

_OF_WAR = words("said_of_war_and_peace")
_AT_HOME_TOO = words("settled_at_home_too")
_PAPERS = words("instrument")
_TWO = 2


def is_among_states(index: TextIndex, places: Places, mentions: Sequence[ProcessMention]) -> bool:
    """Whether an issue is one among states, as a sentence that names it shows: a state, a body of states or an armed movement stands there, of a dispute, which
    neighbours and unions have too, two of them; one that a pack knows, and war and peace, are so by themselves."""
    return any(
        m.key is not None
        or _is_of_war(index, m)
        or _is_of_a_named_paper(index, m)
        or _is_told_of_states(index, places, m)
        for m in mentions
    )


def _is_of_a_named_paper(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether a name tells of a treaty or the like that has a name itself ("the Lima Agreement")."""
    name = range(mention.first, mention.last + 1)
    papers = (i for i in name if index.tree.lemma(i) in _PAPERS or index.tree.lower(i) in _PAPERS)
    return any(index.tokens[i].pos == "PROPN" and index.tokens[i - 1].pos == "PROPN" for i in papers if i)


def _is_of_war(index: TextIndex, mention: ProcessMention) -> bool:
    """Whether a name tells of war and peace, troops or weapons."""
    name = range(mention.first, mention.last + 1)
    return any(index.tree.lemma(i) in _OF_WAR or index.tree.lower(i) in _OF_WAR for i in name)


def _is_told_of_states(index: TextIndex, places: Places, mention: ProcessMention) -> bool:
    """Whether enough of those who deal with each other as states do stand in the sentence of a mention."""
    name = range(mention.first, mention.last + 1)
    is_at_home_too = mention.issue == "settlement" and any(index.tree.lemma(i) in _AT_HOME_TOO for i in name)
    return len(set(_dealing(index, places, mention))) >= (_TWO if is_at_home_too else 1)


def _dealing(index: TextIndex, places: Places, mention: ProcessMention) -> Iterator[str]:
    """The countries (alpha-3), bodies of states and armed movements that the sentence of a mention names."""
    sentence = index.sentence(mention.head)
    for i in range(sentence.first, sentence.last):
        for entry in places.readings(i):
            record = entry.record
            if isinstance(record, State):
                yield record.code
            elif isinstance(record, Organization) and record.sector == "IGO":
                yield record.id
        yield from (a.country or a.id for a in index.actors_at(i) if _is_dealing(a))


def _is_dealing(actor: Actor) -> bool:
    is_armed = actor.sector in {"REB", "UAF"}
    return actor.kind == "state" or is_armed or is_of_several_states(actor)
