"""Whose word a piece of text is: the attribution relation that covers it, else the outlet's own; and the hedges in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from memcon.coding.statements.first_person import FIRST_PERSON, Voices
from memcon.coding.statements.persons import Persons
from memcon.coding.statements.speaking import served_by, speaking_mentions
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor, Mention
from memcon.domain.annotation import AttributionRelation
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.labels import ADJUNCT_CLAUSES, RELATIVE_HEADS
from memcon.domain.records import Attribution, AttributionKind, Grade, SpeakerKind
from memcon.domain.spans import Span
from memcon.lexicon import words

_PAPERS = words("paper_that_speaks")
_SOURCES = words("unnamed_source")
_OFFICIALS = words("unnamed_official")
_ONE_A_FIELD, _FIELDS = words("one_office_a_field"), words("portfolio")

_PRONOUNS = words("one_party_by_pronoun")

_TOLD_AS: dict[SpeakerKind | None, tuple[AttributionKind, Grade]] = {
    "person": ("named", "on_record"),
    "office": ("named", "office"),
    "document": ("document", "unnamed"),
}
_UNNAMED: tuple[AttributionKind, Grade] = ("unnamed", "unnamed")


_STRETCH = 400
"""How many characters a stretch of text has, by which relations are looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whoever speaks in a relation: `actor` is the id of the one meant, or the first of several,
    `actors` all of them, `is_outlet` when it is a news outlet, `on_behalf_of` for whom a spokesperson speaks."""

    kind: SpeakerKind | None = None
    actor: str | None = None
    actors: tuple[str, ...] = ()
    text: str | None = None
    is_outlet: bool = False
    on_behalf_of: str | None = None


class Attributions:
    """Look-ups over the attribution relations of one annotation."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        self._voices = Voices(index)

    @cached_property
    def relations(self) -> tuple[AttributionRelation, ...]:
        """The relations that are sure enough."""
        return tuple(r for r in self._index.annotation.attributions if r.confidence >= SHOWN_CONFIDENCE)

    @cached_property
    def via(self) -> tuple[str, ...]:
        """The relays of the whole document: the wire, then the publisher."""
        document = self._index.annotation.document
        return tuple(dict.fromkeys(name for name in (document.wire, document.publisher) if name))

    def chain(self, offset: int) -> tuple[AttributionRelation, ...]:
        """The relations with a source whose content holds the character at `offset`, the nearest (with the shortest content) first."""
        near = self._by_stretch.get(offset // _STRETCH, ())
        holding = [r for r in near if any(s.start <= offset < s.end for s in r.content)]
        return tuple(sorted(holding, key=lambda r: sum(s.end - s.start for s in r.content)))

    @cached_property
    def _by_stretch(self) -> dict[int, list[AttributionRelation]]:
        """The relations with a source by the stretches of text that their content lies in, so that a look-up takes no longer in a long text."""
        found: dict[int, list[AttributionRelation]] = {}
        for relation in self.relations:
            stretches = {n for s in relation.content for n in range(s.start // _STRETCH, s.end // _STRETCH + 1)}
            for n in stretches if relation.source else ():
                found.setdefault(n, []).append(relation)
        return found

    def voice_at(self, offset: int) -> str | None:
        """The id of the one whose "I" stands at `offset`: the speaker of the quotation that it stands in, else the turn's or the signer's."""
        quoting = next((r for r in self.chain(offset) if r.quote_type != "indirect"), None)
        if quoting is not None:
            return self.speaker(quoting).actor
        actor = self._voices.at(offset)
        return actor.id if actor is not None else None

    @property
    def signer(self) -> Actor | None:
        """The official who signs a text without turns."""
        return self._voices.signer if not self._voices.turns else None

    def of_token(self, i: int, *, scene_of: int | None = None) -> Attribution:
        """Whose word the clause of token `i` is: the nearest speaker, and by way of whom. `scene_of` is a verb that token `i` is only the
        occasion of ("praised the plan at a press conference"): its subject's word is not that of the occasion."""
        chain = self.chain(self._index.tokens[i].start)
        if scene_of is not None:
            said_there = self._index.tokens[scene_of].start
            chain = tuple(r for r in chain if not any(c.start <= said_there < c.end for c in r.cue))
        hedge = self.hedge_near(i)
        if not chain:
            return Attribution(kind="outlet", hedge=hedge, via=self.via, grade="hearsay" if hedge else "outlet")
        nearest = chain[0]
        speaker = self.speaker(nearest)
        return Attribution(
            kind=_TOLD_AS.get(speaker.kind, _UNNAMED)[0],
            speaker=speaker.actor,
            speaker_text=speaker.text,
            cue=nearest.cue[0].of(self._index.text) if nearest.cue else None,
            hedge=hedge,
            via=self.relays(chain[1:]),
            grade=self.grade(speaker, hedge),
        )

    def relays(self, outer: Sequence[AttributionRelation]) -> tuple[str, ...]:
        """Who passes a word on: the speakers of the relations around it, then the wire and the publisher."""
        texts = [text for r in outer if (text := self.speaker(r).text)]
        return tuple(dict.fromkeys((*texts, *self.via)))

    def grade(self, speaker: Speaker, hedge: str | None) -> Grade:
        """How directly the word can be held against its speaker."""
        if hedge or speaker.is_outlet:
            return "hearsay"
        return _TOLD_AS.get(speaker.kind, _UNNAMED)[1]

    def speaker(self, relation: AttributionRelation) -> Speaker:
        """Who the source of a relation is, by the mention in it, or by its words where no actor stands there; a pronoun that is nobody's
        mention goes on from the speaker before."""
        own = self._own_speaker(relation)
        is_open = own.actor is None and own.text is not None and own.text.lower() in _PRONOUNS
        return self._carried.get(relation, own) if is_open else own

    def _own_speaker(self, relation: AttributionRelation) -> Speaker:
        if not relation.source:
            return Speaker()
        source = relation.source[0]
        text = source.of(self._index.text)
        if text.lower() in FIRST_PERSON and (voice := self._voice(relation)) is not None:
            return replace(voice, text=text)
        turn = self._voices.actor_by_turn.get(source.start)
        if turn is not None:  # "ANA PAZ: …", whatever the mention in the label is
            return Speaker(kind="person", actor=turn.id, actors=(turn.id,), text=text.rstrip(":"))
        head = self._head(source)
        if head in _PAPERS:
            return Speaker(kind="document", text=text)
        source = self._antecedent(source)
        inside = speaking_mentions(self._index, source)
        mention = next((m for m in inside if m.actors), None)
        served = served_by(self._index, source, inside)
        if mention is None:
            kind = "office" if head.startswith("spokes") else _unnamed_kind(head)
            return Speaker(kind=kind, text=text, on_behalf_of=served.actors[0] if served else None)
        actor = self._index.annotation.actor_by_id.get(mention.actors[0])
        only = mention.actors[0] if len(mention.actors) == 1 else None
        actors = tuple(dict.fromkeys(a for m in inside for a in m.actors)) or mention.actors
        is_outlet = actor is not None and actor.sector == "JRN" and actor.kind == "organization"
        return Speaker(
            kind=self._kind(actor, head, mention),
            actor=only,
            actors=actors,
            text=text,
            is_outlet=is_outlet,
            on_behalf_of=served.actors[0] if served else None,
        )

    @cached_property
    def _carried(self) -> dict[AttributionRelation, Speaker]:
        """The relations whose "he" or "she" is nobody's mention, with the speaker of the statement before, where that is the one person who can
        be meant."""
        carried: dict[AttributionRelation, Speaker] = {}
        last: tuple[AttributionRelation, Speaker] | None = None
        for relation in self.relations:
            text = relation.source[0].of(self._index.text).lower() if relation.source and relation.cue else ""
            if not text or text in FIRST_PERSON or self._is_within(relation):
                continue
            speaker = self._own_speaker(relation)
            is_open = text in _PRONOUNS and speaker.actor is None
            if is_open and last is not None and self._persons.is_only(last[1].actor, last[0], relation):
                speaker = carried[relation] = replace(last[1], text=relation.source[0].of(self._index.text))
            actor = self._index.annotation.actor_by_id.get(speaker.actor or "")
            last = (relation, speaker) if actor is not None and actor.kind == "person" else None
        return carried

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self._index)

    def _is_within(self, relation: AttributionRelation) -> bool:
        """Whether a relation is told in what somebody says."""
        cue = self._index.inside(relation.cue[0])
        return not len(cue) or self._index.is_reported(cue[0])

    def _antecedent(self, source: Span) -> Span:
        """The name that a relative pronoun stands for ("India, which has objected to the plan"), else `source` itself."""
        index = self._index
        tokens = index.inside(source)
        if len(tokens) != 1 or index.tokens[tokens[0]].tag not in RELATIVE_HEADS:
            return source
        verb = index.tokens[index.tokens[tokens[0]].head]
        mention = index.mention_at.get(verb.head) if verb.dep == "relcl" else None
        return mention.span if mention is not None else source

    def _voice(self, relation: AttributionRelation) -> Speaker | None:
        """Whose "I" or "we" it is: that of the quotation's speaker, else of the turn or the byline."""
        start = relation.source[0].start
        quoting = next((r for r in self.chain(start) if r is not relation and r.quote_type != "indirect"), None)
        if quoting is not None:
            return self.speaker(quoting)
        actor = self._voices.at(start)
        if actor is not None:
            return Speaker(kind="person", actor=actor.id, actors=(actor.id,))
        signers = self._voices.title_signers if not self._voices.turns else ()
        only = signers[0] if len(signers) == 1 else None
        return Speaker(kind="office", actor=only, actors=signers) if signers else None

    def _kind(self, actor: Actor | None, head: str, mention: Mention) -> SpeakerKind:
        if head.startswith("spokes") and (actor is None or actor.kind != "person" or actor.name[:1].islower()):
            return "office"
        if actor is None or actor.kind == "group" or (actor.kind == "person" and actor.name[:1].islower()):
            return "group" if len(mention.actors) > 1 else _unnamed_kind(head)
        if actor.kind != "person":
            return "office"
        if not _is_called_by_office(actor):
            return "person"
        return "official" if head in _OFFICIALS and not _is_of_a_field(actor, head) else "office"

    def hedge_near(self, i: int) -> str | None:
        """The hedging adverb ("reportedly") on the verbs over token `i` in its clause."""
        index = self._index
        for _ in range(8):
            token = index.tokens[i]
            hedge = index.factuality(i).operator("hearsay")
            if hedge is not None and hedge.token in index.tree.children[i] and index.tokens[hedge.token].pos == "ADV":
                return index.tokens[hedge.token].text
            if token.head == i or token.dep in ADJUNCT_CLAUSES:
                return None
            i = token.head
        return None

    def _head(self, source: Span) -> str:
        """The lemma of the syntactic head of a source."""
        inside = self._index.inside(source)
        head = next(
            (i for i in inside if self._index.tokens[i].head not in inside or self._index.tokens[i].head == i), None
        )
        return self._index.tree.lemma(head) if head is not None else ""


def _is_called_by_office(actor: Actor) -> bool:
    """Whether a person has no name of its own, only a state's office ("Norway's foreign minister", "the Norwegian envoy")."""
    return actor.name.split()[-1][:1].islower() and actor.country is not None


def _is_of_a_field(actor: Actor, head: str) -> bool:
    """Whether it is the office of one person ("Norway's foreign minister"), not one of many ("a Norwegian minister", "a trade official")."""
    return head in _ONE_A_FIELD and not _FIELDS.isdisjoint(actor.name.casefold().split())


def _unnamed_kind(head: str) -> SpeakerKind:
    """What an unnamed speaker is, by the noun that stands for it."""
    return "source" if head in _SOURCES else "official" if head in _OFFICIALS else "group"
