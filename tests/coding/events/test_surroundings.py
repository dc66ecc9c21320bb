"""What stands around an event, without a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.keeping import surroundings
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.relevance import told_by
from memcon.coding.events.scene import Clause
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor, Office
from memcon.domain.records import Place
from memcon.domain.spans import Span
from tests.coding.events.test_relevance import LIMA, mention
from tests.notation import read

NORWAY, CHAD, PERU = "[state:Norway|NOR]", "[state:Chad|TCD]", "[state:Peru|PER]"
OSLO = Place(name="Oslo", span=Span(0, 3), country="NOR")
OFFICES = {"Lind": "Foreign Minister", "Brandt": "President", "Moe": "coach"}


def asked(question: str, notation: str, kind: str, *parties: str, **more: object) -> set[str]:
    """What the question of that name answers of an event at the text's first word, whose parties the text names so."""
    annotation = read(notation).annotation
    actors = tuple(_in_office(a) for a in annotation.actors)
    ids = {a.name: a.id for a in actors}
    told = mention(kind, *(ids[name] for name in parties), **more)  # type: ignore[arg-type]
    index = TextIndex(replace(annotation, actors=actors))
    return set(getattr(surroundings, question)(index, told_by(index, Cluster(mentions=[told]))))


def _in_office(actor: Actor) -> Actor:
    title = OFFICES.get(actor.name)
    sector = "IGO" if actor.name == "Union" else actor.sector
    return replace(actor, sector=sector, offices=(Office(title=title),) if title else ())


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (f"{NORWAY} met.\n{CHAD} left.", {"sentence: lands 1"}),
        (f"{NORWAY} met {CHAD}.", {"sentence: lands 2", "sentence: another land than its parties'"}),
        (f"{NORWAY} met [organization:Union].", {"sentence: lands 1", "sentence: a body of several states"}),
        (f"{NORWAY} met [organization:Firm].", {"sentence: lands 1"}),
        (f"{NORWAY} met {CHAD}, {PERU} and [state:Togo|TGO].", {"sentence: lands 3", "sentence: another land than its parties'"}),
        (f"They met.\n{NORWAY} left.", {"sentence: lands 0"}),
    ],
)  # fmt: skip
def test_the_lands_of_its_sentence(notation: str, expected: set[str]) -> None:
    """Of its own sentence, and of no other."""
    assert expected == asked("around", notation, "talks", "Norway")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (f"# {NORWAY} meets {CHAD}\n{NORWAY} met.", {"title: lands 2", "title: names a party"}),
        (f"# {NORWAY} and {CHAD} meet {PERU}\n{NORWAY} met.", {"title: lands 2", "title: names a party"}),
        (f"# {CHAD} speaks\n{NORWAY} met.", {"title: lands 1"}),
        (f"{NORWAY} met.", set()),
    ],
)
def test_what_the_title_names(notation: str, expected: set[str]) -> None:
    """Its lands, and whether one of the parties is there; nothing is said without a title."""
    assert expected == asked("in_title", notation, "talks", "Norway")


@pytest.mark.parametrize(
    ("parties", "more", "expected"),
    [
        (("Norway",), {"place": OSLO}, {"place: at home", "talks: nobody of another land"}),
        (("Norway",), {"place": replace(LIMA, country="PER")}, {"place: abroad"}),
        (("Norway", "Chad"), {}, set()),
        (("Norway", "Union"), {}, set()),
        (("Norway",), {}, {"talks: nobody of another land"}),
        (("Norway", "Firm"), {}, {"talks: nobody of another land"}),
    ],
)
def test_whether_it_stays_in_one_land(parties: tuple[str, ...], more: dict[str, object], expected: set[str]) -> None:
    """A place or a party of another land, or a body of several states, takes it out."""
    text = f"{NORWAY} met {CHAD}, [organization:Union] and [organization:Firm]."

    assert expected == asked("at_home", text, "talks", *parties, **more)


@pytest.mark.parametrize("kind", ["group", "person"])
def test_only_an_organization_is_a_body_of_several_states(kind: str) -> None:
    """Whatever sector others are of."""
    told = asked("at_home", f"{NORWAY} met [{kind}:Union].", "talks", "Norway", "Union")

    assert {"talks: nobody of another land"} == told


def test_a_longer_document_may_be_about_one_land() -> None:
    """Asked from the fourth sentence on; of the parties, whether they are of it."""
    home, told = "\n".join([f"{NORWAY} spoke."] * 4), "parties: of the document's own land"

    assert told in asked("at_home", home, "talks", "Norway")
    assert told not in asked("at_home", "\n".join([f"{NORWAY} spoke."] * 3), "talks", "Norway")
    assert told not in asked("at_home", "\n".join(["[person:Lind] spoke."] * 4), "talks", "Lind")
    assert told not in asked("at_home", f"{home}\n{PERU} spoke.\n{PERU} left.", "talks", "Norway")


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("Lind", {"persons: of high rank", "persons: in an office abroad"}),
        ("Brandt", {"persons: of high rank"}),
        ("Moe", set()),
        ("Voss", {"persons: none in office"}),
        ("Norway", set()),
    ],
)
def test_the_rank_of_who_takes_part(party: str, expected: set[str]) -> None:
    """A foreign minister acts abroad, a president is of high rank, a coach holds another office; of states nothing is asked."""
    text = f"[person:Lind] met [person:Brandt], [person:Moe], [person:Voss] and {NORWAY}."

    assert expected == asked("rank", text, "talks", party)


def test_how_much_a_document_is_about() -> None:
    """By the share of its words, and only from the fourth sentence on."""
    few = "The treaty was long.\nThey spoke of it.\nIt rained.\nThey left."

    assert {"document: foreign affairs many", "document: home affairs no"} == asked("subject", few, "talks")
    assert set() == asked("subject", "The treaty was long.", "talks")


@pytest.mark.parametrize(
    ("many", "length", "expected"),
    [(0, 1000, "no"), (3, 1001, "few"), (3, 1000, "some"), (10, 1001, "some"), (10, 1000, "many")],
)
def test_how_many_words_are_many(many: int, length: int, expected: str) -> None:
    """Of a thousand, three are some, and ten are many."""
    text = "\n".join(["They", "left", "again", " ".join(["treaty"] * many + ["rain"] * (length - many - 3))])

    assert f"document: foreign affairs {expected}" in asked("subject", text, "talks")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (mention("talks", clause=Clause(verb=0, relation="object")), {"noun: met", "noun: object of met"}),
        (mention("talks", clause=Clause(verb=0, relation="preposition")), {"noun: met"}),
        (mention("talks", clause=Clause(verb=None, relation="object")), {"noun: met"}),
        (mention("talks", status=None), {"noun: met"}),
        (mention("talks", form="verb", status=None), {"verb: met", "verb: ROOT", "verb: without a status"}),
        (mention("talks", form="verb"), {"verb: met", "verb: ROOT"}),
        (mention("talks"), {"noun: met"}),
    ],
)
def test_the_words_that_name_it(told: EventMention, expected: set[str]) -> None:
    """The word by its form, how a verb stands, and whether it says what becomes of it."""
    index = TextIndex(read("met{VBD:met ROOT} .").annotation)

    assert expected == set(surroundings.wording(index, told_by(index, Cluster(mentions=[told]))))
