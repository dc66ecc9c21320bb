"""The timeline: one block an event, each with its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from memcon.domain.records import Attribution, ChannelRef, Locality, Moment, StatusValue
from memcon.domain.spans import Span
from memcon.domain.views import Citation, Claim, EventView, ParticipantView, Source
from memcon.report.layout import plain_text
from memcon.report.timeline import event_lines, telling, timeline_lines

T = TypeVar("T")

DAILY = Source(document="doc_1", publisher="The Example Daily", published="2031-03-03", published_basis="stated")
POST = Source(document="doc_2", title="River talks held", published="2031-03-10")


def citation(source: Source, quote: str) -> Citation:
    return Citation(source=source, span=Span(0, len(quote)), quote=quote)


def claim(value: T, source: Source) -> Claim[T]:
    return Claim(value=value, source=source, evidence=(), assertion="ast_1", recorded_at="2031-03-11T00:00:00Z")


EVENT = EventView(
    id="evt_12",
    ids=("evt_12",),
    kind="meeting",
    label="12th River Commission",
    status="held",
    statuses=(claim(StatusValue(status="scheduled"), DAILY), claim(StatusValue(status="held"), POST)),
    evidence=(citation(DAILY, "will host the commission"), citation(POST, "the commission met")),
    sources=(DAILY, POST),
    channel=ChannelRef(id="chn_r", name="River Commission"),
    ordinal=12,
    when="2031-03-09",
    place=Locality(name="Strelsau", country="RUR"),
    participants=(
        ParticipantView(
            actor="act_e",
            name="Flavia Elphberg",
            kind="person",
            country="RUR",
            role="host",
            office="Foreign Minister",
            claims=(),
        ),
        ParticipantView(
            actor="act_z", name="Zenda", kind="state", country="ZND", role="participant", office=None, claims=()
        ),
    ),
    agenda=(claim("water levels", DAILY), claim("Water levels", POST), claim("ferry licences", POST)),
    attribution=Attribution(kind="unnamed", speaker_text="sources", cue="said"),
)


def test_a_block_says_who_when_where_what_and_whose_word() -> None:
    """Each property on its line, agenda items once, the history from source to source, and every quotation with its source."""
    assert plain_text(event_lines(EVENT)) == (
        "2031-03-09    12th River Commission  meeting, held\n"
        "              channel    River Commission #12\n"
        "              host       Flavia Elphberg (Foreign Minister, RUR)\n"
        "              with       Zenda\n"
        "              place      Strelsau, RUR\n"
        "              agenda     water levels\n"
        "                         ferry licences\n"
        "              history    scheduled (The Example Daily, 2031-03-03) → held (River talks held, 2031-03-10)\n"
        "              says       sources (said)\n"
        "              — The Example Daily, 2031-03-03: “will host the commission”\n"
        "              — River talks held, 2031-03-10: “the commission met”\n"
    )


def test_sources_that_disagree_on_the_date_are_both_shown() -> None:
    """A disputed date is not settled in silence."""
    whens = (
        claim(Moment(edtf="2031-03-09", text="March 9"), DAILY),
        claim(Moment(edtf="2031-03-10", text="Monday"), POST),
    )
    shown = plain_text(event_lines(replace(EVENT, whens=whens, is_disputed=True)))

    assert "dates      2031-03-09 (The Example Daily, 2031-03-03); 2031-03-10 (River talks held, 2031-03-10)" in shown


def test_the_timeline_keeps_to_a_few_quotations_and_counts_the_rest() -> None:
    """Many quotations are cut to a few, and the reader is told where the others are."""
    many = replace(EVENT, evidence=tuple(citation(DAILY, f"sentence {n}") for n in range(9)))
    shown = plain_text(timeline_lines([many]))

    assert shown.count("— The Example Daily") == 4
    assert "and 5 more: memcon show evt_12" in shown
    assert plain_text(event_lines(many)).count("— The Example Daily") == 9


def test_every_source_has_its_turn_and_what_decides_comes_first() -> None:
    """With room for two, each source is quoted with the sentence on which its status rests, in source order."""
    headline, deciding = (
        citation(DAILY, "Talks"),
        Citation(source=DAILY, span=Span(9, 40), quote="Talks are set for March, it said"),
    )
    inside = Citation(source=DAILY, span=Span(15, 18), quote="set")
    step = replace(EVENT.statuses[0], evidence=(inside,))
    event = replace(EVENT, statuses=(step,), evidence=(headline, deciding, citation(POST, "the commission met")))

    assert telling(event, 2) == [deciding, citation(POST, "the commission met")]


def test_open_values_are_named() -> None:
    """No date and no status are said to be open."""
    bare = EventView(id="e", ids=("e",), kind="talks", label="talks", status=None, statuses=(), evidence=(), sources=())

    assert plain_text(event_lines(bare)) == "date open     talks  talks, status open\n"
