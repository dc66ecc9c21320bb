"""Actors of whole sentences: persons with offices, bodies, states, groups, and what is no actor."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from memcon.domain.actors import Actor
from memcon.domain.annotation import Annotation

pytestmark = pytest.mark.model

Annotate = Callable[..., Annotation]


def person(annotation: Annotation, name: str) -> Actor:
    """The person of this name."""
    [found] = [a for a in annotation.actors if a.kind == "person" and a.name == name]
    return found


PERSONS = [
    ("Finance Minister Lena Voss spoke first.", "Lena Voss", None, "Finance Minister", None, None),
    ("They met acting Canadian Ambassador to Peru Luis Roe.", "Luis Roe", "CAN", "Ambassador to Peru", "acting", None),
    ("Former U.S. Secretary of Energy Ellen Moss came.", "Ellen Moss", "USA", "Secretary of Energy", "former", None),
    ("Chairperson of the African Union Commission Musa Okoro came.", "Musa Okoro", None, "Chairperson of the African Union Commission", None, "African Union"),
    (
        "Han Do-won, vice minister for climate policy at the Ministry of Trade, spoke.",
        "Han Do-won", None, "vice minister for climate policy at the Ministry of Trade", None, "Ministry of Trade",
    ),
    ("Omar Haddad, Jordan's chief negotiator, left early.", "Omar Haddad", "JOR", "chief negotiator", None, None),
    ("Lt. Gen. Peter Lowe, commander of the Northern Brigade, spoke.", "Peter Lowe", None, "Lt. Gen.", None, None),
    ("Kenyan Attorney Gen. Ann Lowe spoke.", "Ann Lowe", "KEN", "Attorney Gen.", None, None),
    ("Norwegian Foreign Minister Dr. Ann Lowe spoke.", "Ann Lowe", "NOR", "Foreign Minister", None, None),
    ("Chilean Harbour Commission Chair Rosa Vidal agreed.", "Rosa Vidal", "CHL", "Harbour Commission Chair", None, "Harbour Commission"),
    ("The talks were opened by President Ana Ruiz of Ecuador.", "Ana Ruiz", "ECU", "President", None, None),
    ("Deputy Assistant Secretary Mark Thule flew to Lima.", "Mark Thule", None, "Assistant Secretary", "deputy", None),
    ("He greeted King Harald and Pope Leo.", "Leo", None, "Pope", None, None),
    ("Prime Minister Anders De Vries hosted the dinner.", "Anders De Vries", None, "Prime Minister", None, None),
    ("The Trade Ministry's spokesperson Yoon Min-ah declined.", "Yoon Min-ah", None, "spokesperson", None, "Trade Ministry"),
    ("President Ruiz and her Kenyan counterpart, Amina Otieno, signed it.", "Amina Otieno", "KEN", "President", None, None),
    ("Foreign Minister Ruiz met her Kenyan counterpart Amina Otieno.", "Amina Otieno", "KEN", "Foreign Minister", None, None),
    ("Swedish Foreign Ministers Berg and Holm spoke in turn.", "Holm", "SWE", "Foreign Minister", None, None),
    ("The Norwegian president, Kari Lund, arrived.", "Kari Lund", "NOR", "president", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "title", "qualifier", "organization"), PERSONS)
def test_person_with_office(
    annotate: Annotate,
    text: str,
    name: str,
    country: str | None,
    title: str,
    qualifier: str | None,
    organization: str | None,
) -> None:
    """A person has the office that the text states, with its state, body and qualifier."""
    found = person(annotate(text), name)
    office = found.offices[0]

    assert (found.country, office.title, office.qualifier, office.organization) == (
        country,
        title,
        qualifier,
        organization,
    )
    assert office.evidence is not None
    assert text[office.evidence.span.start : office.evidence.span.end] == office.evidence.quote


def test_two_offices_joined_by_and(annotate: Annotate) -> None:
    """An office behind one name ends where the next person's title begins."""
    text = "It will be led by Han Do-won, vice minister for trade and ports at the Ministry of Sea Affairs and acting Dutch Ambassador to Japan Piet Bos."
    found = annotate(text)

    assert [(a.name, a.country, a.offices[0].title) for a in found.actors if a.kind == "person"] == [
        ("Han Do-won", None, "vice minister for trade and ports at the Ministry of Sea Affairs"),
        ("Piet Bos", "NLD", "Ambassador to Japan"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz met Tomas Vidal. Ruiz spoke.", {"Ana Ruiz": 2, "Tomas Vidal": 1}),
        ("Ambassador Kevin Roe met Chairman Paul Roe. Ambassador Roe left.", {"Kevin Roe": 2, "Paul Roe": 1}),
        ("Ambassador Kevin Roe met Chairman Paul Roe. Roe left.", {"Kevin Roe": 1, "Paul Roe": 1, "Roe": 1}),
        ("President Lee Min-soo met Mayor Lee Ha-na. President Lee bowed.", {"Lee Min-soo": 2, "Lee Ha-na": 1}),
        ("Minister Lee Min Soo spoke. Later Lee Min-soo left.", {"Lee Min Soo": 2}),
        ("Robert Hale spoke. Robert James Hale is 60.", {"Robert James Hale": 2}),
        ("Prime Minister Ana Ruiz spoke. She praised him.", {"Ana Ruiz": 2}),
        ("Ana Ruiz, who leads the party, spoke.", {"Ana Ruiz": 2}),
        ("Ana Ruiz spoke. “She was brave,” Minister Kari Lund said.", {"Ana Ruiz": 2, "Kari Lund": 1}),
        ("“She was brave,” Minister Kari Lund said.", {"Kari Lund": 1}),
        ("“It rained,” Minister Kari Lund said. “She was brave.”", {"Kari Lund": 1}),
        ("Minister Kari Lund said that she was brave.", {"Kari Lund": 2}),
        ("Minister Kari Lund said she would “do what she can.”", {"Kari Lund": 2}),
    ],
)
def test_references_to_persons(annotate: Annotate, text: str, expected: dict[str, int]) -> None:
    """Surnames, titles and pronouns go to the only person they can mean; else they stay apart."""
    found = {a.name: len(a.mentions) for a in annotate(text).actors if a.kind == "person"}

    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Lima Coastal Dialogue was long.",
        "They drove along Harbour Street to Ruiz Tower.",
        "On Monday, the Winter Games began.",
        "The Treaty of Lima was signed in May.",
        "The General Assembly Hall was full.",
    ],
)
def test_no_person_where_none_is_named(annotate: Annotate, text: str) -> None:
    """Events, places, days and instruments are no persons."""
    assert [a.name for a in annotate(text).actors if a.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile agreed to meet.", [("Peru", "name"), ("Chile", "name")]),
        ("Lima and Santiago agreed to meet.", [("Peru", "metonym"), ("Chile", "metonym")]),
        ("Talks between Paris and Berlin failed.", [("France", "metonym"), ("Germany", "metonym")]),
        ("The ministers met in Lima on Friday.", []),
        ("They live in Peru.", []),
        ("They discussed Peru policy at length.", []),
        ("The Peruvian ambassador spoke.", []),
        ("The Peru-led bloc was founded.", []),
        ("The delegation travelled to Peru.", []),
        ("The North rejected an offer from South Korea.", [("North Korea", "metonym"), ("South Korea", "name")]),
    ],
)
def test_states_that_act(annotate: Annotate, text: str, expected: list[tuple[str, str]]) -> None:
    """States are actors where they act, not where they say where or whose."""
    annotation = annotate(text)
    found = [
        (annotation.actor_by_id[m.actors[0]].name, m.form)
        for m in annotation.mentions
        if annotation.actor_by_id[m.actors[0]].kind == "state"
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Ports said no. The Ports Ministry repeated it. The ministry closed.", [("Ministry of Ports", None, 3)]),
        ("The Foreign Ministry spoke. The Ministry of Foreign Affairs did not.", [("Ministry of Foreign Affairs", None, 2)]),
        ("Chile's Foreign Ministry and the Peruvian Foreign Ministry agreed.", [("Foreign Ministry", "CHL", 1), ("Foreign Ministry", "PER", 1)]),
        ("The Coastal Water Agency (CWA) met. CWA leaders spoke, and the CWA agreed.", [("Coastal Water Agency", None, 3)]),
        ("Critics of the Ruiz government spoke. The Ana Ruiz administration answered.", [("Ana Ruiz administration", None, 2)]),
    ],
)  # fmt: skip
def test_bodies(annotate: Annotate, text: str, expected: list[tuple[str, str | None, int]]) -> None:
    """Wordings of one body are one actor with its state; bodies of two states are two."""
    found = [(a.name, a.country, len(a.mentions)) for a in annotate(text).actors if a.kind == "organization"]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sources said the plan had failed.", [("Sources", None)]),
        ("Chilean officials refused to comment.", [("Chilean officials", "CHL")]),
        ("Several other Cabinet members objected.", [("Several other Cabinet members", None)]),
        ("They use clean sources of water.", []),
    ],
)
def test_groups(annotate: Annotate, text: str, expected: list[tuple[str, str | None]]) -> None:
    """People named only by what they are make groups, with a state where it stands there."""
    assert [(a.name, a.country) for a in annotate(text).actors if a.kind == "group"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile met. Both countries agreed.", {"Peru", "Chile"}),
        ("Lima and Santiago spoke. The two sides agreed.", {"Peru", "Chile"}),
        ("The Peruvian and Chilean trade ministers met.", {"Peru", "Chile"}),
        ("Trade Minister Ana Ruiz met Trade Minister Omar Haddad. The two trade ministers shook hands.", {"Ana Ruiz", "Omar Haddad"}),
        # the group that the noun has named before, not the two who speak of it
        ("Foreign ministers of the European Union agreed, Foreign Minister Ana Ruiz said. Foreign Minister Omar Haddad was content. The ministers will meet.", {"Foreign ministers of the European Union"}),
        (
            "Peruvian Trade Minister Ana Ruiz met Chilean Trade Minister Omar Haddad and former Trade Minister Per Holm. The two ministers left.",
            {"Ana Ruiz", "Omar Haddad"},
        ),
        ("Both sides agreed.", {"Both sides"}),
        ("Peru and Chile met. Kenya and Ghana met. Japan spoke. Both countries agreed.", {"Both countries"}),
    ],
)  # fmt: skip
def test_sides(annotate: Annotate, text: str, expected: set[str]) -> None:
    """The sides of a dealing are those the text gives as a pair; else they stay an open group."""
    annotation = annotate(text)
    [mention] = [m for m in annotation.mentions if m.form == "sides"]

    assert {annotation.actor_by_id[i].name for i in mention.actors} == expected


def test_the_text_tells_a_state_through_the_sides(annotate: Annotate) -> None:
    """Where one of two ministers has no stated country, "the ministers of A and B" tells it."""
    annotation = annotate(
        "Chilean Trade Minister Omar Haddad met Trade Minister Ana Ruiz. The trade ministers of Chile and Peru agreed."
    )

    assert person(annotation, "Ana Ruiz").country == "PER"


def test_unnamed_person_keeps_office(annotate: Annotate) -> None:
    """A spokesman without a name is a person by office."""
    annotation = annotate("A ministry spokesman said a senior official who asked not to be named had left.")
    found = [(a.kind, a.name) for a in annotation.actors]

    assert found == [("person", "ministry spokesman"), ("person", "senior official")]


def test_mentions_do_not_overlap_and_quote_the_text(annotate: Annotate) -> None:
    """Mentions come in order, never overlap, and every actor's spans are those of its mentions."""
    text = "Peruvian President Ana Ruiz and her Kenyan counterpart, Amina Otieno, met the U.N. envoy. Both leaders praised Lima's offer, sources said."
    annotation = annotate(text)

    spans = [m.span for m in annotation.mentions]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert all(m.head in m.span for m in annotation.mentions)
    for actor in annotation.actors:
        assert list(actor.mentions) == [m.span for m in annotation.mentions if actor.id in m.actors]


def test_ids_are_of_their_document(annotate: Annotate) -> None:
    """The same words give the same ids; in another text everybody has another, persons and states with an equal key, and nobody else with one."""
    first, second = (
        "Chile was told that Peruvian Trade Minister Ana Ruiz met officials.",
        "Chile welcomed it. Peru's President Ana Ruiz met officials.",
    )
    one = {a.name: a for a in annotate(first).actors}
    two = {a.name: a for a in annotate(second).actors}

    assert one == {a.name: a for a in annotate(first).actors}
    assert {a.id for a in one.values()}.isdisjoint(a.id for a in two.values())
    assert [(name, one[name].key, two[name].key) for name in ("Ana Ruiz", "Chile", "officials")] == [
        ("Ana Ruiz", "anaruiz", "anaruiz"),
        ("Chile", "CHL", "CHL"),
        ("officials", None, None),
    ]


def test_empty_text(annotate: Annotate) -> None:
    """No words, no actors."""
    assert annotate("").actors == ()


@pytest.mark.parametrize("name", ["George H.W. Bush", "George W. Bush", "Maria H.W. Soto"])
def test_initials_belong_to_a_name_that_a_pack_knows(annotate: Annotate, name: str) -> None:
    """As to any other; a state's are none of its bearer's."""
    assert person(annotate(f"{name} met the U.S. envoy in Lima."), name).name == name
