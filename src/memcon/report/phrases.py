"""Small pieces of wording that every report uses: participants, offices, places, attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from memcon.codebook import label_of, load_roles, load_statuses
from memcon.domain.actors import Actor
from memcon.domain.documents import PublishedBasis
from memcon.domain.records import (
    Act,
    Attribution,
    EventFacts,
    EventKind,
    Grade,
    Locality,
    Participant,
    Role,
    Status,
    ToldAs,
    WhenBasis,
)
from memcon.domain.views import EventView, ParticipantView
from memcon.report.dates import date_words
from memcon.report.layout import Line, Piece, Style, field, shortened, visible

GRADE_WORDS: dict[Grade, str] = {
    "on_record": "on the record",
    "office": "an office's word",
    "unnamed": "unnamed",
    "hearsay": "hearsay",
    "outlet": "the outlet's own account",
}
"""How directly a word can be held against somebody."""

BASIS_WORDS: dict[PublishedBasis, str] = {
    "stated": "as the text states",
    "metadata": "from the page's metadata",
    "given": "as given",
    "inferred": "inferred from the text",
    "unknown": "",
}
"""How a publication date is known."""


def present(event: EventView) -> tuple[ParticipantView, ...]:
    """Those who take part in an event: its participants but for those who stay away, who are told with their role or not at all."""
    roles = load_roles()
    return tuple(p for p in event.participants if not roles.of(p.role).is_away)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who takes part, as a report shows it: name, country (alpha-3) and the office in which they act, each None when open."""

    name: str
    role: Role
    office: str | None = None
    country: str | None = None

    @property
    def text(self) -> str:
        """ "Name (office, COUNTRY)" with what is known; states are not given their own code again."""
        known = [visible(part) for part in (self.office, self.country) if part and part != self.name]
        return f"{visible(self.name)} ({', '.join(known)})" if known else visible(self.name)


def named(participants: Iterable[Participant], actors: Mapping[str, Actor]) -> tuple[Named, ...]:
    """The participants whose actor is known, with name and country looked up."""
    return tuple(
        Named(
            name=actors[each.actor].name,
            role=each.role,
            office=each.office,
            country=None if actors[each.actor].kind == "state" else actors[each.actor].country,
        )
        for each in participants
        if each.actor in actors
    )


def by_role(people: Sequence[Named]) -> list[tuple[str, str]]:
    """(label, names) for each role that somebody has, in the codebook's order, roles that it has not last; each name once."""
    roles = load_roles()
    held = {each.role for each in people}
    shown = [*(role for role in roles.entries if role in held), *sorted(held - set(roles.entries))]
    return [
        (visible(roles.of(role).words), "; ".join(dict.fromkeys(each.text for each in people if each.role == role)))
        for role in shown
    ]


def grade_words(grade: Grade | None) -> str | None:
    """A grade in words; one that this version doesn't know is shown as it is."""
    return None if grade is None else GRADE_WORDS.get(grade, grade.replace("_", " "))


def basis_words(basis: PublishedBasis) -> str:
    """How a publication date is known, in words; a basis that this version doesn't know is shown as it is."""
    return BASIS_WORDS.get(basis, basis.replace("_", " "))


def uttered_words(uttered: ToldAs | None) -> str | None:
    """What a reader must know of a saying that is no plain fact: "not said", "only supposed", "still to come"; None for one that is."""
    if uttered is None:
        return None
    if uttered.is_negative:
        return "not said"
    if uttered.certainty in {"possible", "open"}:
        return "only supposed"
    return "still to come" if uttered.time == "future" else None


_HELD_BACK: Mapping[Act, str] = {
    "speech": "not sure enough",
    "attitude": "an attitude: what is thought or wanted",
    "unsaid": "not said, or still to be said",
    "hearsay": "hearsay: in nobody's name",
    "deed": "an act or an aim",
}


def held_back_words(act: Act) -> str:
    """Why a statement is not shown where nobody asks for more."""
    return _HELD_BACK[act]


def status_piece(status: Status | None) -> Piece:
    """The status in words, in its style; "status open" when no source tells."""
    if not status:
        return Piece("status open", "faint")
    return Piece(status_words(status), cast(Style, load_statuses().of(status).style))


def status_words(status: Status) -> str:
    """What is printed for a status; one that the codebook has not is shown as it is."""
    return visible(load_statuses().of(status).words)


def when_words(edtf: str, basis: WhenBasis | None) -> str:
    """A time as it is shown: in words, "by" a day where only the publication tells."""
    return f"by {date_words(edtf.removeprefix('../'))}" if basis == "published" else date_words(edtf)


def kind_words(kind: EventKind) -> str:
    """What is printed for a kind of event; one that the codebook has not is shown as it is."""
    return visible(label_of(kind))


def channel_words(event: EventFacts) -> str | None:
    """ "Security Consultative Meeting #57"."""
    if event.channel is None:
        return None
    return event.channel.name + (f" #{event.ordinal}" if event.ordinal is not None else "")


EVENT_FIELDS: tuple[tuple[str, Callable[[EventFacts], str | None]], ...] = (
    ("channel", channel_words),
)  # fmt: skip
"""What every page prints of an event's properties of one value: the label and the words, none where they are None."""


def event_fields(event: EventFacts) -> Iterator[Line]:
    """A line for each of `EVENT_FIELDS` that the event has."""
    for label, wording in EVENT_FIELDS:
        if words := wording(event):
            yield field(label, visible(words))


def place_text(place: Locality) -> str:
    """ "Panmunjom, KOR"; without the country when it is open or is the place itself."""
    return ", ".join(visible(part) for part in (place.name, place.country) if part)


def is_own_word(attribution: Attribution) -> bool:
    """Whether the outlet says it itself and without a hedge: then a page need not name anybody."""
    return attribution.kind == "outlet" and not attribution.hedge


def attribution_text(attribution: Attribution) -> str:
    """Whose word it is: "sources (said), hedged “reportedly”, through Yonhap"."""
    who = attribution.speaker_text or ("the outlet itself" if attribution.kind == "outlet" else attribution.kind)
    parts = [visible(who)]
    if attribution.cue:
        parts[0] += f" ({visible(attribution.cue)})"
    if attribution.hedge:
        parts.append(f"hedged “{visible(attribution.hedge)}”")
    if attribution.via:
        parts.append("through " + " ← ".join(visible(each) for each in attribution.via))
    return ", ".join(parts)


def quoted(text: str, *, limit: int = 400) -> Piece:
    """The words between quotation marks, on one line; cut at a space with "…" when longer than `limit` characters. Words that are a
    quotation already keep the marks that they have."""
    words = shortened(visible(text), limit)
    has_marks = len(words) > 1 and words[0] in '“"' and words[-1] in '”"'
    return Piece(words if has_marks else f"“{words}”", "quote")
