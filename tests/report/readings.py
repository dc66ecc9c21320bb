"""Readings made by hand for the tests of reports: one with every record in it."""

from __future__ import annotations

from memcon.domain.actors import Actor, Office
from memcon.domain.documents import Block, Dateline, Document, Post
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import (
    ActParty,
    Assessment,
    Attribution,
    Channel,
    ChannelRef,
    CodedAct,
    Commitment,
    Considered,
    Event,
    Participant,
    Phrase,
    Place,
    Plover,
    Position,
    Precedent,
    Process,
    Reason,
    Statement,
    StatusStep,
    ToldAs,
    When,
)
from memcon.domain.spans import Evidence, Span, cite
from memcon.domain.times import Timex

TEXT = (
    "Ruritania and Zenda to resume river talks\n"
    "STRELSAU, March 3 -- Foreign Minister Flavia Elphberg of Ruritania will host the 12th River Commission in Strelsau on "
    "March 9, sources said. The commission, set up in 2009, will take up water levels and ferry licences. "
    "“We shall keep our word,” Elphberg said. It is the first session in four years. Zenda's envoy Rupert Hentzau has reportedly "
    "voiced concern over the ferry rules."
)


def where(words: str) -> Span:
    """The span of `words` in TEXT, where they stand first."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quote(words: str) -> Evidence:
    """The evidence for `words` in TEXT."""
    return cite(TEXT, where(words))


def full_reading() -> Reading:
    """A reading that has every kind of record, with every field filled somewhere."""
    sources = Attribution(
        kind="unnamed",
        speaker="act_s",
        speaker_text="sources",
        cue="said",
        hedge="reportedly",
        via=("Wire",),
        grade="unnamed",
    )
    session = Event(
        id="evt_12",
        kind="meeting",
        label="12th River Commission",
        statuses=(StatusStep(status="scheduled", evidence=quote("will host"), attribution=sources, when=None),),
        evidence=(quote("will host the 12th River Commission in Strelsau"),),
        channel=ChannelRef(id="chn_r", name="River Commission"),
        ordinal=12,
        when=When(edtf="2031-03-09", span=where("March 9"), text="March 9"),
        place=Place(name="Strelsau", span=where("in Strelsau"), country="RUR", lat=1.0, lon=2.0, geonames=3),
        participants=(
            Participant(
                actor="act_e", role="host", span=where("Foreign Minister Flavia Elphberg"), office="Foreign Minister"
            ),
        ),
        agenda=(
            Phrase(text="water levels", span=where("water levels")),
            Phrase(text="ferry licences", span=where("ferry licences")),
        ),
        outcome=(Phrase(text="river talks", span=where("river talks")),),
        follows_up=("evt_11",),
        sidelines_of="evt_1",
        plover=Plover(type="CONSULT", mode="meet", contexts=("diplomatic",), actors=("act_e",), recipients=("act_z",)),
        certainty=0.9,
    )
    return Reading(
        document=Document(
            id="doc_1",
            ref="river.txt",
            text=TEXT,
            title="Ruritania and Zenda to resume river talks",
            publisher="The Example Daily",
            wire="Wire",
            byline=("A. Hope",),
            dateline=Dateline(place="Strelsau", date="2031-03-03", span=where("STRELSAU, March 3")),
            published="2031-03-03",
            published_time="08:51",
            published_basis="stated",
            published_span=where("March 3"),
            language="en",
            url="https://news.example/river",
            tags=("rivers",),
            blocks=(Block(kind="title", span=Span(0, 41)), Block(kind="body", span=Span(42, len(TEXT)))),
            posts=(Post(span=Span(42, len(TEXT)), published="2031-03-03", time="08:51Z"),),
        ),
        times=(
            Timex(
                span=where("March 9"), text="March 9", type="DATE", value="2031-03-09", edtf="2031-03-09", mod="APPROX"
            ),
        ),
        actors=(
            Actor(
                id="act_e",
                name="Flavia Elphberg",
                kind="person",
                country="RUR",
                sector="GOV",
                offices=(
                    Office(
                        title="Foreign Minister",
                        country="RUR",
                        organization="Foreign Ministry",
                        qualifier="acting",
                        evidence=quote("Foreign Minister"),
                    ),
                ),
                aliases=("Elphberg",),
                mentions=(where("Foreign Minister Flavia Elphberg"),),
            ),
            Actor(id="act_z", name="Zenda", kind="state", country="ZND", sector="GOV", mentions=(where("Zenda"),)),
            Actor(id="act_s", name="sources", kind="group", members=("act_z",), mentions=(where("sources"),)),
        ),
        channels=(
            Channel(
                id="chn_r",
                name="River Commission",
                evidence=(quote("The commission, set up in 2009"),),
                aliases=("the commission",),
                parties=("act_z",),
                level="ministers",
                cadence="annual",
                start="2009",
                end="2035",
                purpose="water levels and ferry licences",
            ),
        ),
        events=(session,),
        statements=(
            Statement(
                id="stm_1",
                speaker="act_e",
                speaker_text="Elphberg",
                speaker_span=where("Elphberg"),
                cue=Phrase(text="said", span=where("said")),
                content_text="We shall keep our word,",
                content_spans=(where("We shall keep our word,"),),
                quote_type="direct",
                evidence=(quote("“We shall keep our word,” Elphberg said"),),
                medium="release",
                when="2031-03-03",
                about=("evt_12",),
                hedge="reportedly",
                speakers=("act_e",),
                grade="on_record",
                speaker_kind="person",
                via=("Wire",),
                confidence=0.8,
                factuality=ToldAs(time="future", words=(Phrase(text="shall", span=where("shall")),)),
                uttered=ToldAs(time="past"),
            ),
        ),
        positions=(
            Position(
                id="pos_1",
                actor="act_z",
                stance="concern",
                target_text="the ferry rules",
                target="evt_12",
                grounds="ferry licences",
                attribution=sources,
                evidence=(quote("voiced concern over the ferry rules"),),
            ),
        ),
        commitments=(
            Commitment(
                id="cmt_1",
                parties=("act_e",),
                text="We shall keep our word",
                evidence=(quote("We shall keep our word"),),
                status="reaffirmed",
                instrument="joint paper",
                when="2031-03-03",
                target="2035",
                follow_ups=("evt_12",),
            ),
        ),
        processes=(
            Process(
                id="prc_1",
                name="river talks",
                evidence=(quote("river talks"),),
                issue="settlement",
                parties=("act_z",),
                countries=("ZND",),
                marks=("river",),
                basis="joint paper",
                conditions=("water levels",),
                target="2035",
                assessments=(
                    Assessment(
                        text="voiced concern",
                        span=where("voiced concern"),
                        by=("act_z",),
                        when="2031",
                        hedge="reportedly",
                    ),
                ),
            ),
        ),
        precedents=(
            Precedent(
                id="pre_1",
                text="the first session in four years",
                evidence=(quote("the first session in four years"),),
                event="evt_12",
                scope="session",
                since="2027",
                interval="P4Y",
            ),
        ),
        codes=(
            CodedAct(
                id="code_1",
                type="CONSULT",
                word=Phrase(text="session", span=where("session")),
                evidence=(quote("the first session in four years"),),
                mode="multilateral",
                contexts=("diplomatic",),
                actors=(ActParty(text="ferry rules", span=where("ferry rules"), actors=("act_z",)),),
                record="evt_12",
                confidence=0.9,
            ),
        ),
        considered=(
            Considered(
                kind="meeting",
                evidence=(quote("the first session in four years"),),
                chance=0.91,
                is_kept=True,
                reasons=(Reason(feature="when: a day", weight=0.5),),
            ),
        ),
        problems=(
            Problem(
                code="example",
                message="a message",
                hint="a hint",
                ref="river.txt",
                span=where("ferry rules"),
                is_fatal=False,
            ),
        ),
    )


def bare_reading() -> Reading:
    """A reading whose optional values are all absent, with one record of the kinds that can stand almost empty."""
    event = Event(id="evt_2", kind="talks", label="river talks", statuses=(), evidence=(quote("river talks"),))
    return Reading(
        document=Document(id="doc_2", ref="-", text=TEXT),
        actors=(Actor(id="act_z", name="Zenda", kind="state"),),
        channels=(Channel(id="chn_r", name="River Commission", evidence=(quote("River Commission"),)),),
        events=(event,),
    )
