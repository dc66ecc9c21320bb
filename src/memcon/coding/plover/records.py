"""The PLOVER rows of a reading: every act that a text tells as done, meant, refused or threatened, with its parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from memcon.codebook.acts import load_acts
from memcon.coding.events.keeping.model import Keeper, read_keeper
from memcon.coding.plover.act import STANCES, Act
from memcon.coding.plover.acts import ActReader, predicates
from memcon.coding.plover.parties import Parties, phrase_of
from memcon.coding.plover.relevance import Case, features, is_political
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Sentence
from memcon.domain.ids import content_id
from memcon.domain.labels import VERBAL
from memcon.domain.records import ActParty, CodedAct, Commitment, Event, Phrase, Position, Statement

PloverReading = Literal["learned", "rules", "off"]
"""How acts are coded."""

_MOST = 6
"""Rows of one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The records that a row may rest on. `by_token` maps the tokens that name an event to its id."""

    events: Sequence[Event] = ()
    by_token: Mapping[int, str] | None = None
    statements: Sequence[Statement] = ()
    positions: Sequence[Position] = ()
    commitments: Sequence[Commitment] = ()


def find_codes(index: TextIndex, told: Told, keeper: Keeper | None = None) -> tuple[CodedAct, ...]:
    """The rows of a text, sentence by sentence, in each from the main clause down; `keeper` decides which are worth one, None leaves that to rules."""
    reader = ActReader(index.tree, load_acts())
    parties = Parties(index.tree, reader.acts)
    found: dict[str, CodedAct] = {}
    linker = _Linker(index, told)
    for sentence in index.annotation.sentences:
        for case in cases_of(index, reader, parties, sentence):
            chance = None if keeper is None else keeper.chance(set(features(case)))
            if is_political(case) if keeper is None or chance is None else chance >= keeper.least:
                row = _row(case, linker, chance)
                found.setdefault(row.id, row)
    return tuple(found.values())


def cases_of(index: TextIndex, reader: ActReader, parties: Parties, sentence: Sentence) -> list[Case]:
    """The acts of one sentence, the main one first; what an act was read with ("meet" of "agreed to meet") is none of its own. A noun is one only
    where no verb is."""
    found: list[Case] = []
    used: set[int] = set()
    nouns: list[Act] = []
    for i in predicates(index.tree, sentence.first, sentence.last):
        if index.tokens[i].pos == "NOUN" and not found and (named := reader.noun_act(i)) is not None:
            nouns.append(named)
        act = _told_by(index, reader, i) if i not in used else None
        if act is not None and act.token not in used and not _is_open(index, act):
            used |= _words_of(index, act)
            found.append(_case(index, reader, parties, act))
    return found[:_MOST] or _alone(index, reader, parties, nouns)


def _told_by(index: TextIndex, reader: ActReader, i: int) -> Act | None:
    """The act that a verb tells as done."""
    token = index.tokens[i]
    if token.pos not in VERBAL or token.dep == "amod" or _is_aside(index, i):
        return None
    act = reader.obliged(i) or reader.act(i)
    return None if act is None or act.token in reader.denied else act


def _alone(index: TextIndex, reader: ActReader, parties: Parties, nouns: Sequence[Act]) -> list[Case]:
    """The act that a noun names in a sentence without another, if it has a party."""
    cases = (_case(index, reader, parties, act) for act in nouns[:1] if not _is_open(index, act))
    return [case for case in cases if case.actors or case.recipients]


def _is_aside(index: TextIndex, verb: int) -> bool:
    """Whether a verb has no time of its own and no act governs it: an aim ("met to discuss"), a power ("the right to arrest"), a gerund behind a preposition
    ("look forward to welcoming"). What such words tell is not told as an act."""
    token, tree = index.tokens[verb], index.tree
    return tree.is_infinitive(verb) or token.dep == "pcomp" or (token.dep == "conj" and tree.is_infinitive(token.head))


def _case(index: TextIndex, reader: ActReader, parties: Parties, act: Act) -> Case:
    is_reversed = reader.is_reversed(act)
    return Case(
        index=index,
        acts=reader.acts,
        act=act,
        actors=parties.actors(act, is_reversed=is_reversed),
        recipients=parties.recipients(act, is_reversed=is_reversed),
    )


def _words_of(index: TextIndex, act: Act) -> set[int]:
    """The act's own word and those between it and the word above."""
    found = {act.token, act.core}
    for i in index.tree.above(act.core):
        if i == act.token:
            break
        found.add(i)
    return found


def _is_open(index: TextIndex, act: Act) -> bool:
    """Whether an act stands in a condition or a question ("if they attack", "Did they attack?"), or is asked of the reader ("Talk to a doctor")."""
    tree = index.tree
    is_verb = index.tokens[act.token].pos in VERBAL
    is_imperative = (
        index.tokens[act.token].tag == "VB" and not tree.auxiliaries(act.token) and tree.depth(act.token) == 0
    )
    is_question = index.tokens[index.sentence(act.token).last - 1].text == "?"
    return is_question or index.is_supposed(act.token) or (is_verb and is_imperative and not tree.subjects(act.token))


def _row(case: Case, linker: _Linker, chance: float | None) -> CodedAct:
    index, act = case.index, case.act
    word = Phrase(text=index.tokens[act.token].text, span=index.tokens[act.token].span)
    actors = tuple(_party(index, i) for i in case.actors)
    recipients = tuple(_party(index, i) for i in case.recipients)
    return CodedAct(
        id=content_id("code", act.type, str(word.span.start), str(index.tokens[act.core].start)),
        type=act.type,
        mode=act.mode,
        contexts=tuple(_contexts(case)),
        actors=actors,
        recipients=recipients,
        word=word,
        record=linker.record(act, actors),
        confidence=None if chance is None else round(chance, 3),
        evidence=(index.cite_sentence(act.token),),
    )


def _party(index: TextIndex, head: int) -> ActParty:
    first, last = phrase_of(index.tree, head)
    mention = index.mention_at.get(head)
    known = tuple(actor.id for actor in index.actors_of(mention)) if mention is not None else ()
    span = index.span(first, last)
    return ActParty(text=span.of(index.text), span=span, actors=known)


def _contexts(case: Case) -> Iterator[str]:
    tree = case.index.tree
    first, last = tree.extent(case.act.token)
    yield from dict.fromkeys(
        c for i in range(first, last + 1) if (c := case.acts.contexts.get(tree.lemma(i))) is not None
    )


@cache
def load_weights() -> Keeper:
    """What `training.plover` learned of which acts are worth a row."""
    return read_keeper(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))


class _Linker:
    """Finds the record that tells the same as a row."""

    def __init__(self, index: TextIndex, told: Told) -> None:
        self._index = index
        self._told = told
        self._by_start: dict[int, list[Position | Commitment]] = {}
        stances: list[Position | Commitment] = [*told.positions, *told.commitments]
        for record in stances:
            for evidence in record.evidence:
                self._by_start.setdefault(evidence.span.start, []).append(record)
        self._cues = {s.cue.span.start: s.id for s in told.statements if s.cue is not None}

    def record(self, act: Act, actors: Sequence[ActParty]) -> str | None:
        """The id of the event named by one of the act's words, else of the stance or promise of the same party in the same sentence, else of the
        statement whose cue it is."""
        for i in (act.core, act.token):
            if (event := (self._told.by_token or {}).get(i)) is not None:
                return event
        ids = {a for party in actors for a in party.actors}
        beside = self._by_start.get(self._index.sentence(act.token).span.start, ())
        own = next((r.id for r in beside if _is_told_by(r, act) and not _owners_of(r).isdisjoint(ids)), None)
        return self._cues.get(self._index.tokens[act.token].start) if own is None else own


def _is_told_by(record: Position | Commitment, act: Act) -> bool:
    """Whether an act is of the kind that a stance, or a promise, tells."""
    return act.type in STANCES if isinstance(record, Position) else act.type == "AGREE"


def _owners_of(record: Position | Commitment) -> set[str]:
    """Whose stance or promise it is."""
    return {record.actor} if isinstance(record, Position) else set(record.parties)
