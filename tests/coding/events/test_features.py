"""What is asked of the mentions of one event before it becomes a record, each question by itself, without a language model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.keeping.features import FEATURES
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.relevance import told_by
from memcon.coding.events.scene import Clause
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.records import Phrase, Place, When
from memcon.domain.spans import Span
from tests.coding.events.test_relevance import ACTORS, DAY, LIMA, mention
from tests.notation import read

QUESTIONS = {question.__name__.strip("_"): question for question in FEATURES}
PUBLISHED = "2024-05-15"
HERE = Span(0, 3)
CALLAO = Place(name="Callao", span=HERE, country="PER")
OSLO = Place(name="Oslo", span=HERE, country="NOR")


def asked(question: str, notation: str, *mentions: EventMention, published: str | None = PUBLISHED) -> set[str]:
    """What the question of that name answers of an event that all `mentions` tell, in a document that knows all of `ACTORS`."""
    annotation = read(notation, published).annotation
    index = TextIndex(replace(annotation, actors=(*annotation.actors, *ACTORS.values())))
    return set(QUESTIONS[question](index, told_by(index, Cluster(mentions=list(mentions)))))


def at(place: int, told: EventMention, **trigger: Any) -> EventMention:
    """The mention, with its word at `place`."""
    return replace(told, trigger=replace(told.trigger, anchor=place, first=place, last=place, **trigger))


HELD = "They{PRP nsubj held} held{VBD:hold | past} the{DT det talks} talks{NNS:talk dobj held} ."
TOOK = "The{DT det talks} talks{NNS:talk nsubj took} took{VBD:take | past} place{NN dobj took} ."


@pytest.mark.parametrize(
    ("drawn", "place", "clause", "expected"),
    [
        # its determiner and number
        (HELD, 3, {}, {"determiner: the", "noun: plural"}),
        (HELD.replace("the{DT", "any{DT"), 3, {}, {"determiner: any", "noun: plural"}),
        (HELD.replace("the{DT", "their{PRP$").replace("det talks", "poss talks"), 3, {}, {"determiner: possessive", "noun: plural"}),
        (HELD.replace("the{DT", "the{DT det talks} any{DT"), 4, {}, {"determiner: any", "noun: plural"}),
        (HELD.replace("NNS:talk", "NN:talk"), 3, {}, {"determiner: the"}),
        (HELD.replace("NNS:talk", "NNPS:talk"), 3, {}, {"determiner: the", "noun: plural"}),
        ("Talks{NNS:talk nsubj went} any{DT det talks} went{VBD:go} .", 0, {}, {"determiner: none", "noun: plural"}),
        # what its verb makes of it
        (HELD, 3, {"verb": 1, "relation": "object"}, {"determiner: the", "noun: plural", "noun: carried by its verb"}),
        (HELD, 3, {"verb": 1, "relation": "preposition"}, {"determiner: the", "noun: plural"}),
        (HELD, 3, {"verb": 1, "relation": "attribute"}, {"determiner: the", "noun: plural"}),
        (HELD.replace(":hold", ":praise"), 3, {"verb": 1, "relation": "object"}, {"determiner: the", "noun: plural"}),
        (TOOK, 1, {"verb": 2, "relation": "subject"}, {"determiner: the", "noun: plural", "noun: takes place"}),
        (TOOK, 1, {"verb": 2, "relation": "object"}, {"determiner: the", "noun: plural"}),
        (TOOK.replace(":take", ":be"), 1, {"verb": 2, "relation": "subject"}, {"determiner: the", "noun: plural"}),
        # what stands before it
        (HELD, 3, {"governor": 0}, {"determiner: the", "noun: plural", "noun: behind a noun"}),
        (HELD, 3, {"preposition": "after"}, {"determiner: the", "noun: plural", "noun: tells a time"}),
        (HELD, 3, {"preposition": "at"}, {"determiner: the", "noun: plural", "noun: behind a preposition"}),
    ],
)  # fmt: skip
def test_how_a_noun_stands(drawn: str, place: int, clause: dict[str, Any], expected: set[str]) -> None:
    """Its determiner, number, verb, governor and preposition."""
    scene = Clause(**{"verb": None, "relation": "none", **clause})
    told = at(place, mention("talks", clause=scene))

    assert {"kind: talks", "form: noun", f"relation: {scene.relation}"} | expected == asked("words", drawn, told)


def test_a_channel_stands_as_a_noun_does() -> None:
    """Its form is its own."""
    told = at(3, mention("talks", form="channel"))

    assert {"kind: talks", "form: channel", "relation: none", "determiner: the", "noun: plural"} == asked(
        "words", HELD, told
    )


@pytest.mark.parametrize(
    ("drawn", "place", "expected"),
    [
        ("They{PRP nsubj met} met{VBD:meet | past} .", 1, {"tense: past"}),
        ("They{PRP nsubj met} met{VBD:meet relcl they | past} .", 1, {"tense: past", "verb: subordinate"}),
        ("They{PRP nsubj want} want{VBP} to{TO aux meet} meet{VB xcomp want} .", 3, {"tense: None", "verb: infinitive"}),
    ],
)  # fmt: skip
def test_how_a_verb_stands(drawn: str, place: int, expected: set[str]) -> None:
    """Its tense, and whether it is less than a sentence; a verb has no determiner."""
    told = at(place, mention("talks", form="verb"))

    assert {"kind: talks", "form: verb", "relation: none"} | expected == asked("words", drawn, told)


DEFINITE, NEW = mention("talks", is_definite=True), mention("talks")
TITLE = mention("talks", in_title=True)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ((NEW,), {"mentions: 1"}),
        ((DEFINITE,), {"mentions: 1", "all: definite"}),
        ((DEFINITE, NEW), {"mentions: 2"}),
        ((TITLE,), {"mentions: 1", "all: in title", "some: in title"}),
        ((TITLE, NEW, NEW), {"mentions: 3", "some: in title"}),
        ((NEW, NEW, NEW, NEW), {"mentions: 3"}),
    ],
)
def test_how_it_is_referred_to(mentions: tuple[EventMention, ...], expected: set[str]) -> None:
    """What some mentions are, and what all; three are many."""
    assert expected == asked("reference", "They met.", *mentions)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (mention("talks"), {"parties: 0"}),
        (mention("talks", place=OSLO), {"parties: 0", "lands: one"}),
        (mention("talks", "singer"), {"parties: 1", "party: person", "countries: 0"}),
        (mention("talks", "body", "minister"), {"parties: 2", "party: organization", "party: person", "sector: LEG", "countries: 0"}),
        (mention("talks", "state"), {"parties: 1", "party: state", "lands: one", "countries: 1"}),
        (mention("talks", "state", place=CALLAO), {"parties: 1", "party: state", "lands: one", "countries: 1"}),
        (mention("talks", "state", place=OSLO), {"parties: 1", "party: state", "lands: several", "countries: 1"}),
        (mention("talks", "state", place=LIMA), {"parties: 1", "party: state", "lands: one", "countries: 1"}),
        (mention("talks", "state", "firm"), {"parties: 2", "party: state", "party: organization", "lands: one", "countries: 1", "parties: of one country"}),
        (mention("talks", "state", "rebels"), {"parties: 2", "party: state", "party: group", "lands: several", "countries: 2"}),
        (mention("talks", "state", "rebels", "tourist"), {"parties: 3", "party: state", "party: group", "party: person", "lands: several", "countries: 2"}),
        (mention("talks", "minister", "singer", "firm", "union"), {"parties: 3", "party: person", "party: organization", "sector: IGO", "countries: 0"}),
        (mention("talks", is_elliptic=True), {"parties: 0", "some: without a subject"}),
    ],
)  # fmt: skip
def test_who_takes_part(told: EventMention, expected: set[str]) -> None:
    """How many, of what kind and sector, from how many countries; places are lands too."""
    assert expected == asked("parties", "They met.", told)


SUBJECT = load_codebook().kind("sanction").role
FRAMES = load_codebook().kind("sanction").verbs
WITH_OBJECT = next(f for f in FRAMES if f.object_nouns)
WITHOUT = next(f for f in FRAMES if not f.object_nouns)
HIT = "Peru{NNP nsubj hit} hit{VBD | past} them{PRP dobj hit} as{IN mark fell} rain{NN nsubj fell} fell{VBD:fall advcl hit} ."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (mention("sanction", f"state:{SUBJECT}", "rebels:object"), {"doer: state", "deed: done to another country", "deed: by a noun"}),
        (mention("sanction", f"state:{SUBJECT}", "state:object"), {"doer: state", "deed: by a noun"}),
        (mention("sanction", f"state:{SUBJECT}", "firm:object"), {"doer: state", "deed: by a noun"}),
        (mention("sanction", f"firm:{SUBJECT}", "rebels:object"), {"doer: organization", "deed: by a noun"}),
        (mention("sanction", "state:object", f"state:{SUBJECT}:absent"), {"deed: by a noun"}),
        (mention("sanction", f"nobody:{SUBJECT}"), {"deed: by a noun"}),
        (mention("sanction", form="channel"), set()),
        (mention("sanction", form="verb"), set()),
        (mention("talks"), set()),
        (at(1, mention("sanction", form="verb"), frame=WITH_OBJECT), {"deed: with its object", "deed: main verb"}),
        (at(1, mention("sanction", form="verb"), frame=WITHOUT), {"deed: main verb"}),
        (at(5, mention("sanction", form="verb"), frame=WITHOUT), set()),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(told: EventMention, expected: set[str]) -> None:
    """The doer, another country that it is done to, and how much of a sentence tells it."""
    assert expected == asked("deed", HIT, told)


def test_what_becomes_of_it() -> None:
    """Its statuses, and what stands over its words."""
    drawn = "They{PRP nsubj want} want{VBP} no{DT det talks} talks{NNS:talk dobj want | negative probable future negation:no} ."
    over = {"time: future", "certainty: probable", "some: negative", "operator: negation"}
    plain = {"time: open", "certainty: certain"}

    assert {"status: held", *over} == asked("fate", drawn, at(3, mention("talks")))
    assert {"status: none", *plain} == asked("fate", drawn, mention("talks", status=None))
    assert {"status: held", *over, *plain} == asked(
        "fate", drawn, mention("talks", status=None), at(3, mention("talks"))
    )


def on(edtf: str) -> When:
    return When(edtf=edtf, span=HERE, text="then")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, {"when: open"}),
        ({"when": DAY}, {"when: a day", "when: near"}),
        ({"when": on("2024-05")}, {"when: longer", "when: near"}),
        # thirty-one days are near, four hundred are not yet long ago
        ({"when": on("2024-06-15")}, {"when: a day", "when: near"}),
        ({"when": on("2024-06-16")}, {"when: a day", "when: far"}),
        ({"when": on("2024-04-14")}, {"when: a day", "when: near"}),
        ({"when": on("2024-04-13")}, {"when: a day", "when: far"}),
        ({"when": on("2023-04-11")}, {"when: a day", "when: far"}),
        ({"when": on("2023-04-10")}, {"when: a day", "when: long ago"}),
        ({"when": on("2026-05-15")}, {"when: a day", "when: far"}),
        ({"place": LIMA}, {"when: open", "place: told"}),
        ({"agenda": (Phrase(text="fish", span=HERE),)}, {"when: open", "agenda: told"}),
        ({"outcome": (Phrase(text="fish", span=HERE),)}, {"when: open", "outcome: told"}),
    ],
)  # fmt: skip
def test_when_and_where_it_is(more: dict[str, Any], expected: set[str]) -> None:
    """A day or longer, near the publication or far from it, and what else is told."""
    assert expected == asked("setting", "They met.", mention("talks", **more))


def test_of_an_undated_document_nothing_is_near() -> None:
    """Its times are days or longer all the same."""
    assert {"when: a day"} == asked("setting", "They met.", mention("talks", when=DAY), published=None)


@pytest.mark.parametrize(
    ("length", "places", "expected"),
    [
        (8, (2,), {"place in text: lead"}),
        (9, (2,), {"place in text: lead"}),
        (9, (3,), set()),
        (8, (5,), set()),
        (8, (6,), {"place in text: last third"}),
        (9, (6,), set()),
        (9, (7,), {"place in text: last third"}),
        (8, (7, 0), {"place in text: lead"}),
        (7, (0,), set()),
        (7, (6,), set()),
    ],
)
def test_where_an_article_tells_it(length: int, places: tuple[int, ...], expected: set[str]) -> None:
    """First of all in its first three sentences, or first in its last third; a text of seven sentences is no article."""
    mentions = [at(2 * place, mention("talks")) for place in places]

    assert expected == asked("placing", "\n".join(["Talks ."] * length), *mentions)


def test_what_somebody_says() -> None:
    """Only where all its mentions stand in it."""
    annotation = read("[person:Lind] said that talks failed.\nTalks failed.").annotation
    start = annotation.document.text.index("that")
    said = AttributionRelation(
        source=(Span(0, 4),),
        cue=(Span(5, 9),),
        content=(Span(start, start + len("that talks failed")),),
        quote_type="indirect",
        confidence=1.0,
        method="rules",
    )
    index = TextIndex(replace(annotation, attributions=(said,)))

    def placing(*mentions: EventMention) -> set[str]:
        return set(QUESTIONS["placing"](index, told_by(index, Cluster(mentions=list(mentions)))))

    assert {"all: in what somebody says"} == placing(at(3, mention("talks")))
    assert set() == placing(at(3, mention("talks")), at(6, mention("talks")))


@pytest.mark.parametrize(
    ("states", "lines", "expected"),
    [(0, 3, "1"), (1, 3, "2"), (2, 3, "3"), (3, 4, "4"), (4, 4, "4"), (1, 2, None)],
)
def test_how_many_states_a_document_names(states: int, lines: int, expected: str | None) -> None:
    """Up to four, in a document of three sentences or more; one of `ACTORS` is a state too."""
    names = ["Norway|NOR", "Chad|TCD", "Togo|TGO", "Kenya|KEN"][:states]
    text = "\n".join([f"[state:{name}] spoke." for name in names] + ["They met."] * (lines - states))

    assert ({f"states in document: {expected}"} if expected else set()) == asked("document", text, mention("talks"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (mention("talks", "minister", "state"), "needs: met"),
        (mention("talks", "minister", "state", when=DAY, place=LIMA), "needs: met"),
        (mention("talks", "firm", status=None), "needs: not met"),
        (mention("talks", "minister", status=None), "needs: not met"),
    ],
)
def test_what_its_kind_needs(told: EventMention, expected: str) -> None:
    """All that one of its rows asks for, whatever else is told."""
    found = asked("needs", "They met.", told)

    assert {expected} == {name for name in found if name.startswith("needs")}
    assert ("answers: status" in found) is (told.status is not None)
