"""Records made of what an answer gives, as far as it stands in the words that it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from memcon.codebook import label_of
from memcon.domain.actors import Actor
from memcon.domain.dates import interval_of
from memcon.domain.documents import Document
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Attribution,
    Commitment,
    Event,
    Participant,
    Phrase,
    Place,
    Position,
    Precedent,
    Process,
    Statement,
    StatusStep,
    When,
)
from memcon.domain.spans import Evidence, Span
from memcon.proving.actors import Actors
from memcon.proving.answers import Given
from memcon.proving.quotable import Quotable

UNMEASURED = 0.5
"""How sure a record of a reader is that nobody has measured: as likely right as wrong, until `eval` tells more."""

_MOST_NAMES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one record is made with: the document, the program's own reading of it, and `within`, the words that the record cites. What does not stand there is counted in `dropped`."""

    document: Document
    quotable: Quotable
    own: Reading
    actors: Actors
    dropped: Counter[str]
    within: tuple[Span, ...]

    def place(self, words: str | None) -> Span | None:
        """Where `words` stand in what is cited."""
        if words is None:
            return None
        found = self.quotable.find(words, self.within)
        if found is None:
            self.dropped["not_in_quotation"] += 1
        return found

    def text(self, words: str | None) -> str | None:
        found = self.place(words)
        return None if found is None else self.document.words_at(found)

    def phrase(self, words: str | None) -> Phrase | None:
        found = self.place(words)
        return None if found is None else Phrase(text=self.document.words_at(found), span=found)

    def phrases(self, words: Sequence[str]) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(found for each in words if (found := self.phrase(each)) is not None))

    def texts(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.text for found in self.phrases(words)))

    def whom(self, words: str | None) -> tuple[Actor, ...]:
        found = self.place(words)
        return () if found is None else self.actors.meant(found)

    def when(self, words: str | None) -> When | None:
        """The time that the program reads at `words`."""
        span = self.place(words)
        if span is None:
            return None
        for timex in self.own.times:
            if timex.span.overlaps(span) and timex.edtf is not None and interval_of(timex.edtf) is not None:
                return When(edtf=timex.edtf, text=timex.text, span=timex.span)
        self.dropped["no_time"] += 1
        return None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The cited words, with the rest of their sentences."""
        return tuple(dict.fromkeys(self.document.cite(self.quotable.sentences(span)) for span in self.within))

    def attribution(self, given: Given) -> Attribution:
        """Whose word it is; the outlet's own where the answer names nobody who stands there."""
        span = self.place(given.words.get("speaker"))
        hedge = self.text(given.words.get("hedge"))
        if span is None:
            return Attribution(kind="outlet", hedge=hedge)
        named = [actor for actor in self.actors.meant(span) if actor.kind != "group"]
        return Attribution(
            kind="named" if named else "unnamed",
            speaker=named[0].id if named else None,
            speaker_text=self.document.words_at(span),
            cue=self.text(given.words.get("cue")),
            hedge=hedge,
        )


def _event(page: Page, given: Given) -> Sequence[Event]:
    """An event, where the word that tells of it stands there. Of a status without a word that decides it nothing is told."""
    words, kind = given.words, given.words["kind"]
    word = page.place(words["word"])
    if word is None:
        return ()
    attribution, evidence = page.attribution(given), page.evidence
    when = page.when(words.get("when"))
    participants = _participants(page, given)
    place = page.place(words.get("place"))
    decided = page.phrase(words.get("status_word") or words["word"]) if "status" in words else None
    step = decided and StatusStep(
        status=words["status"], evidence=_evidence_of(page, decided.span), attribution=attribution, word=decided
    )
    located = Place(name=page.document.words_at(place), span=place) if place is not None else None
    event = Event(
        id=content_id("event", page.document.id, kind, word.start),
        kind=kind,
        label=page.text(words.get("label")) or _label(kind, page.actors, participants, located),
        statuses=(step,) if step else (),
        evidence=evidence,
        when=when,
        place=located,
        participants=participants,
        agenda=page.phrases(given.lists.get("agenda", ())),
        outcome=page.phrases(given.lists.get("outcome", ())),
        certainty=UNMEASURED,
    )
    return (event,)


def _participants(page: Page, given: Given) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for name, role in given.parts:
        span = page.place(name)
        for actor in () if span is None else page.actors.meant(span):
            found.setdefault(actor.id, Participant(actor=actor.id, role=role, span=cast(Span, span)))
    return tuple(found.values())


def _label(kind: str, actors: Actors, participants: Sequence[Participant], place: Place | None) -> str:
    """ "Visit: Maria Soto (Berlin)", as the program calls an event that has no name."""
    names = [actors.name(p.actor) for p in participants]
    more = " and others" if len(names) > _MOST_NAMES else ""
    who = f": {', '.join(names[:_MOST_NAMES])}{more}" if names else ""
    noun = label_of(kind)
    return f"{noun[0].upper()}{noun[1:]}{who}" + (f" ({place.name})" if place else "")


def _evidence_of(page: Page, span: Span) -> Evidence:
    """The sentence that a word stands in."""
    return page.document.cite(page.quotable.sentences(span))


def _statement(page: Page, given: Given) -> Sequence[Statement]:
    content = page.place(given.words["content"])
    if content is None:
        return ()
    speaker, cue = page.place(given.words.get("speaker")), page.phrase(given.words.get("cue"))
    anchor = cue.span if cue else speaker
    if anchor is None:
        return ()
    who = tuple(actor.id for actor in page.actors.meant(speaker)) if speaker is not None else ()
    document = page.document
    return (
        Statement(
            id=content_id("statement", document.id, anchor.start, content.start, content.end),
            speaker=who[0] if who else None,
            speakers=who if len(who) > 1 else (),
            speaker_text=document.words_at(speaker) if speaker is not None else None,
            speaker_span=speaker,
            cue=cue,
            content_text=document.words_at(content),
            content_spans=(content,),
            quote_type=cast(Any, given.words["quote_type"]),
            evidence=page.evidence,
            hedge=page.text(given.words.get("hedge")),
            confidence=UNMEASURED,
        ),
    )


def _position(page: Page, given: Given) -> Sequence[Position]:
    target, who = page.place(given.words["target"]), page.whom(given.words["actor"])
    if target is None:
        return ()
    return [
        Position(
            id=content_id("position", page.document.id, actor.id, target.start),
            actor=actor.id,
            stance=cast(Any, given.words["stance"]),
            target_text=page.document.words_at(target),
            attribution=page.attribution(given),
            evidence=page.evidence,
            grounds=page.text(given.words.get("grounds")),
        )
        for actor in who
    ]


def _commitment(page: Page, given: Given) -> Sequence[Commitment]:
    text = page.place(given.words["text"])
    parties = tuple(dict.fromkeys(a.id for words in given.lists["parties"] for a in page.whom(words)))
    if text is None or not parties:
        return ()
    when, target = page.when(given.words.get("when")), page.when(given.words.get("target"))
    return (
        Commitment(
            id=content_id("commitment", page.document.id, text.start),
            parties=parties,
            text=page.document.words_at(text),
            evidence=page.evidence,
            status=cast(Any, given.words["status"]),
            instrument=page.text(given.words.get("instrument")),
            when=when.edtf if when else None,
            target=target.edtf if target else None,
        ),
    )


def _process(page: Page, given: Given) -> Sequence[Process]:
    name = page.place(given.words["name"])
    if name is None:
        return ()
    return (
        Process(
            id=content_id("process", page.document.id, name.start),
            name=page.document.words_at(name),
            evidence=page.evidence,
            basis=page.text(given.words.get("basis")),
            conditions=page.texts(given.lists.get("conditions", ())),
            milestones=page.texts(given.lists.get("milestones", ())),
            target=page.text(given.words.get("target")),
        ),
    )


def _precedent(page: Page, given: Given) -> Sequence[Precedent]:
    text = page.place(given.words["text"])
    if text is None:
        return ()
    return (
        Precedent(
            id=content_id("precedent", page.document.id, text.start),
            text=page.document.words_at(text),
            evidence=page.evidence,
            scope=page.text(given.words.get("scope")),
        ),
    )


RECORDS: Mapping[str, Callable[[Page, Given], Sequence[Any]]] = {
    "events": _event,
    "statements": _statement,
    "positions": _position,
    "commitments": _commitment,
    "processes": _process,
    "precedents": _precedent,
}
"""How each kind of record is made, by the name of its list."""
