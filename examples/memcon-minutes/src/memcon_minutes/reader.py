"""A reader: demarches, told by the sentence that has the word, of the actors that memcon found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.domain.ids import content_id
from memcon.domain.readers import ReaderName
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Event, Participant, Phrase, StatusStep
from memcon.domain.spans import Span

DEMARCHE = re.compile(r"[^.!?\n]*\b(d[eé]marche)\b[^.!?\n]*[.!?]?", re.IGNORECASE)


class Demarches:
    """Reads beside memcon. Its records are kept under this name; `fingerprint` changes when it reads otherwise."""

    name = "demarches"
    fingerprint = "1"

    def read(self, own: Iterable[Reading], /) -> Iterator[Reading]:
        """A reading for each of memcon's own, of the same document."""
        for each in own:
            events = tuple(_event(each, match) for match in DEMARCHE.finditer(each.document.text))
            named = {part.actor for event in events for part in event.participants}
            yield Reading(
                document=each.document,
                actors=tuple(actor for actor in each.actors if actor.id in named),
                events=events,
                reader=ReaderName(name=self.name, version="0.1.0"),
            )


def _event(own: Reading, match: re.Match[str]) -> Event:
    """The demarche that a sentence tells of. Every record quotes: evidence is cut from the document by its place."""
    document, sentence, word = own.document, _stripped(match), Span(*match.span(1))
    named = [(span, actor) for actor in own.actors for span in actor.mentions if span in sentence]
    parts = [
        Participant(actor=actor.id, role="participant", span=span) for span, actor in sorted(named, key=lambda n: n[0])
    ]
    when = next((e.when for e in own.events if e.when is not None and e.when.span in sentence), None)
    evidence = document.cite(sentence)
    step = StatusStep(
        status="held",
        evidence=evidence,
        attribution=Attribution(kind="outlet"),
        word=Phrase(text=word.of(document.text), span=word),
    )
    event = Event(
        id=content_id("event", document.id, "demarche", word.start),
        kind="protest",
        label="Demarche",
        statuses=(step,),
        evidence=(evidence,),
        when=when,
        participants=tuple({part.actor: part for part in parts}.values()),
        certainty=0.8,
    )
    return replace(
        event, label=f"Demarche: {', '.join(dict.fromkeys(actor.name for _, actor in named))}" if named else event.label
    )


def _stripped(match: re.Match[str]) -> Span:
    text = match[0]
    return Span(match.start() + len(text) - len(text.lstrip()), match.end())
