"""The agenda that sentences behind an event tell: a list of its items, or what "they discussed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.coordination import mentions_around
from memcon.coding.doers import doers
from memcon.coding.events.agendas import AGENDA_NOUNS, find_listed_agenda, items_of, items_on_agenda
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.mentions import EventMention
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Participant, Phrase
from memcon.lexicon import words

_PARTIES = words("parties_without_a_name")
_NEAR = 3
_FAR = 5
"""How many sentences from the event's own a list may begin: in its paragraph, or anywhere if it is told of the participants."""


def agenda_behind(
    index: TextIndex, mentions: Sequence[EventMention], participants: Sequence[Participant], encounters: Encounters
) -> Iterator[Phrase]:
    """The items behind the event that `mentions` tell of, where no other meeting is told in between."""
    anchors = {m.trigger.anchor for m in mentions}
    for phrase in (*_listed(index, mentions, participants), *_taken_up(index, mentions, participants)):
        if encounters.is_last_before(anchors, index.inside(phrase.span).start):
            yield phrase


def _listed(index: TextIndex, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> list[Phrase]:
    """The agenda that a following sentence lists: of the same paragraph ("Key agenda items include: …"), or told of the participants."""
    found: list[Phrase] = []
    for mention in (m for m in mentions if m.trigger.has("agenda")):
        anchor = mention.trigger.anchor
        for n in _sentences_behind(index, anchor, participants):
            items = find_listed_agenda(index, n)
            if items and items[0].span.start > index.tokens[anchor].start:
                found += items
    return found


def _sentences_behind(index: TextIndex, anchor: int, participants: Sequence[Participant]) -> Iterator[int]:
    sentences, own = index.annotation.sentences, index.tokens[anchor].sentence
    for n in range(own, min(own + _FAR, len(sentences))):
        is_near = n < own + _NEAR and sentences[n].block == sentences[own].block
        if is_near or _is_told_of(index, n, participants):
            yield n


def _taken_up(index: TextIndex, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> list[Phrase]:
    """What "they discussed" in the sentence behind: its subject must be among the participants, and no other event in it."""
    found: list[Phrase] = []
    own = {index.tokens[m.trigger.anchor].sentence for m in mentions if not m.in_title}
    for n in (n + 1 for n in own if n + 1 < len(index.annotation.sentences) and n + 1 not in own):
        root = _root(index, n)
        if root is not None and _is_told_of(index, n, participants):
            found += items_of(index, root)
        found += items_on_agenda(index, n)
    return found


def _is_told_of(index: TextIndex, sentence: int, participants: Sequence[Participant]) -> bool:
    """Whether a sentence is about what the participants do ("The ministers discussed: …"), or about the agenda itself."""
    root = _root(index, sentence)
    subjects = doers(index, root) if root is not None else []
    if any(index.tree.lower(i) in AGENDA_NOUNS | _PARTIES for i in subjects):
        return True
    actors = {a for i in subjects for m in mentions_around(index, i) for a in m.actors}
    return bool(actors) and actors <= {p.actor for p in participants}


def _root(index: TextIndex, sentence: int) -> int | None:
    s = index.annotation.sentences[sentence]
    return next((t.i for t in index.tokens[s.first : s.last] if t.dep == "ROOT"), None)
