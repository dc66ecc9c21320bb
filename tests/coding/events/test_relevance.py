"""Which mentions are worth a record, without a language model: what each kind needs, and what answers it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.codebook import NEEDS, load_codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.keeping import BY_RULES, features_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.relevance import DEALINGS, QUESTIONS, Told
from memcon.coding.events.scene import Clause, Trigger
from memcon.coding.events.status_evidence import Finding
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor, Office
from memcon.domain.records import Participant, Place, When
from memcon.domain.spans import Span
from tests.notation import read

SPAN = Span(0, 3)
MINISTER = Actor(id="minister", name="Lind", kind="person", offices=(Office(title="minister"),))
SINGER = Actor(id="singer", name="Moe", kind="person")
BAND = Actor(id="band", name="the band", kind="group", members=("singer", "drummer"))
STATE = Actor(id="state", name="Peru", kind="state", country="PER")
REBELS = Actor(id="rebels", name="the rebels", kind="group", country="COL")
BODY = Actor(id="body", name="the parliament", kind="organization", sector="LEG")
UNION = Actor(id="union", name="the union", kind="organization", sector="IGO")
TOURIST = Actor(id="tourist", name="Rask", kind="person", country="DNK")
FIRM = Actor(id="firm", name="the firm", kind="organization")
ACTORS = {a.id: a for a in (MINISTER, SINGER, BAND, STATE, REBELS, BODY, UNION, TOURIST, FIRM)}

DAY = When(edtf="2024-05-15", span=SPAN, text="today")
LIMA = Place(name="Lima", span=SPAN)


def mention(kind: str, *parties: str, status: str | None = "held", form: str = "noun", **more: object) -> EventMention:
    """A mention of an event; a party is an actor's id, with a role behind a colon where it is not `participant`."""
    named = [party.partition(":") for party in parties]
    told = EventMention(
        trigger=Trigger(anchor=0, first=0, last=0, kind=kind, form=form),  # type: ignore[arg-type]
        clause=Clause(verb=None, relation="none"),
        participants=tuple(Participant(actor=i, role=role or "participant", span=SPAN) for i, _, role in named),
        status=Finding(status, 0) if status else None,
    )
    return replace(told, **more)  # type: ignore[arg-type]


def is_told(*mentions: EventMention) -> bool:
    """Whether rules alone keep them, in a document that knows all of `ACTORS`."""
    index = TextIndex(replace(read("They met.").annotation, actors=tuple(ACTORS.values())))
    return BY_RULES.keeps(features_of(index, [Cluster(mentions=list(mentions))])[0])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # talks: a status, somebody official, and parties that deal with each other
        (mention("meeting", "minister", "singer"), True),
        (mention("meeting", "minister", "singer", status=None), False),
        (mention("meeting", "singer", "firm"), False),
        (mention("meeting", "singer", "state:absent"), False),
        (mention("meeting", "minister"), False),
        (mention("meeting", "minister", when=DAY), True),
        (mention("meeting", "minister", place=LIMA), True),
        (mention("meeting", "minister", when=DAY, form="verb"), False),
        (mention("meeting", "minister", status="declined"), True),
        (mention("meeting", "minister", status="denied", form="verb"), True),
        (mention("meeting", "minister", status="cancelled", form="verb"), False),
        (mention("meeting", "minister", is_elliptic=True, form="verb"), True),
        (mention("meeting", "minister", has_unnamed_party=True, form="verb"), True),
        (mention("meeting", "rebels", form="verb"), True),
        (mention("meeting", "body", when=DAY), False),
        (mention("meeting", "body", has_unnamed_party=True), False),
        (mention("meeting", "union", when=DAY), True),
        (mention("meeting", "band", "state"), True),
        (mention("meeting", when=DAY), False),
        (mention("meeting", "tourist", "singer"), False),
        (mention("meeting", "band", "singer"), False),
        (mention("meeting", "rebels", "singer"), True),
        (mention("meeting", "union", "singer"), True),
        (mention("summit", "stranger"), False),
        (mention("call", "minister", "singer", form="verb"), True),
        (mention("call", "minister", form="verb"), False),
        # visits: who comes, and where or with whom
        (mention("visit", "minister:visitor"), False),
        (mention("visit", "minister:visitor", place=LIMA), True),
        (mention("visit", "minister:visitor", "state:host"), True),
        (mention("visit", "minister:host", "state:host"), False),
        (mention("visit", "minister:declined", place=LIMA), True),
        (mention("visit", "singer:visitor", place=LIMA), False),
        # summits and forums: anybody, a day or a place, or that they come to nothing
        (mention("summit"), False),
        (mention("summit", "singer"), True),
        (mention("forum", when=DAY), True),
        (mention("forum", place=LIMA, status=None), False),
        (mention("summit", status="postponed"), True),
        (mention("summit", status="fell_through"), True),
        (mention("summit", status="declined"), False),
        # launches and exercises
        (mention("launch", "singer"), True),
        (mention("launch", place=LIMA), True),
        (mention("launch"), False),
        (mention("launch", "singer", status=None), False),
        (mention("exercise", "state"), True),
        (mention("exercise", when=DAY), False),
        (mention("exercise", when=DAY, status="cancelled"), True),
        (mention("exercise", status="cancelled"), False),
        # all else: a status and somebody official
        (mention("signing", "body"), True),
        (mention("signing", "firm"), False),
        (mention("aid", "state:subject"), True),
        (mention("aid", "state:subject", status=None), False),
        # an office that is told needs nobody official
        (mention("appointment", "singer:subject"), True),
        (mention("appointment", "singer:subject", status=None), False),
        (mention("appointment"), False),
    ],
)
def test_what_a_kind_needs(told: EventMention, expected: bool) -> None:
    """One mention with these parties, status, time and place is a record, or is none."""
    assert expected is is_told(told)


def test_several_mentions_answer_together() -> None:
    """One gives the status, another the parties and the place."""
    one = mention("meeting", "minister", status=None)
    other = mention("talks", "state")

    assert is_told(one, other)
    assert is_told(mention("summit", status=None), mention("meeting", "singer"))
    assert not is_told(mention("meeting", "singer"), mention("summit", status=None))
    assert not is_told(one)
    assert not is_told(other)


def channel(**more: object) -> ChannelMention:
    """A channel that a text names without a number, a year or a session's noun."""
    told = ChannelMention(first=0, last=0, head=0, name="Dialogue", key="dialogue", kind="talks", span=SPAN)
    return replace(told, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "of", "expected"),
    [
        (mention("talks", status=None), channel(ordinal=12), False),
        (mention("talks"), channel(ordinal=12), True),
        (mention("talks", status=None, when=DAY), channel(ordinal=12), True),
        (mention("talks", status=None, place=LIMA), channel(ordinal=12), True),
        (mention("talks", "firm", status=None), channel(ordinal=12), True),
        (mention("talks"), channel(), True),
        (mention("talks", when=DAY, status=None), channel(), False),
        (mention("talks"), channel(is_common=True), False),
    ],
)
def test_a_session_is_a_record_whatever_its_kind(told: EventMention, of: ChannelMention, expected: bool) -> None:
    """A numbered session of which anything is told; a channel with a name of its own, where it is told whether it meets."""
    trigger = replace(told.trigger, channel=of, form="channel")

    assert expected is is_told(replace(told, trigger=trigger))


def test_every_question_that_a_kind_may_need_is_asked() -> None:
    """The coder has one rule for each name in `NEEDS`, and no other."""
    assert sorted(NEEDS) == sorted(question.name for question in QUESTIONS)


def test_parties_deal_in_four_ways() -> None:
    """Each of the ways is told by itself."""
    told = {
        "several": mention("meeting", "minister", "singer", form="verb"),
        "refused_by_one": mention("meeting", "minister", status="declined", form="verb"),
        "with_unnamed_others": mention("meeting", "rebels", form="verb"),
        "occasion_of_one": mention("meeting", "minister", when=DAY),
    }
    answers = {
        name: [way.name for way in DEALINGS if way(Told([m], ACTORS, load_codebook()))] for name, m in told.items()
    }

    assert {name: [name] for name in told} == answers


@pytest.mark.parametrize(
    ("mentions", "ways"),
    [
        ([mention("meeting", "minister", form="verb")], []),
        ([mention("meeting", "band", form="verb")], ["several"]),
        ([mention("meeting", "rebels", "band", form="verb")], ["several"]),
        ([mention("meeting", "minister", "singer", status="declined")], ["several"]),
        ([mention("meeting", status="declined")], []),
        ([mention("meeting", "minister", "singer", is_elliptic=True)], ["several"]),
        ([mention("meeting", is_elliptic=True, has_unnamed_party=True)], []),
        ([mention("meeting", "minister", "singer", when=DAY)], ["several"]),
        ([mention("meeting", when=DAY, place=LIMA)], []),
        ([mention("meeting", "minister")], []),
        ([mention("meeting", "minister", form="verb"), mention("meeting", place=LIMA)], ["occasion_of_one"]),
        ([mention("meeting", "minister", form="verb", when=DAY), mention("meeting", form="verb")], []),
        ([mention("meeting", "minister"), mention("meeting", "minister")], []),
        ([mention("meeting", "minister"), mention("meeting", "singer")], ["several"]),
        ([mention("meeting", "rebels", status="declined", when=DAY)], ["refused_by_one", "with_unnamed_others", "occasion_of_one"]),
    ],
)  # fmt: skip
def test_how_parties_deal(mentions: list[EventMention], ways: list[str]) -> None:
    """Several are counted one by one; what is asked of one party is not asked of none or of two; a noun in any mention tells of the occasion."""
    told = Told(mentions, ACTORS, load_codebook())

    assert ways == [way.name for way in DEALINGS if way(told)]


def test_only_known_actors_take_part() -> None:
    """Whoever is absent, or no actor of the document, is no party; each party counts once."""
    told = Told(
        [mention("meeting", "minister", "stranger", "state:absent"), mention("meeting", "minister:host")],
        ACTORS,
        load_codebook(),
    )

    assert [MINISTER] == told.parties
    assert MINISTER == told.only
    assert Told([mention("meeting")], ACTORS, load_codebook()).only is None
    assert Told([mention("meeting", "band")], ACTORS, load_codebook()).only is None
