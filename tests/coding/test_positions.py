"""Stances: whose, towards what, on what grounds, on what condition; and what is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading
from memcon.knowledge import Knowledge
from tests.seconds import least_seconds, within

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def found(annotate: Callable[..., Annotation], knowledge: Knowledge) -> Callable[[str], Reading]:
    """A reading by rules alone: what is kept of it is learned, and no matter of these tests."""
    return lambda text: code(annotate(text, "2024-05-15"), knowledge, is_learned=False)


def stands(reading: Reading) -> list[tuple[str, str, str]]:
    actors = {a.id: a.name for a in reading.actors}
    return sorted((actors[p.actor], p.stance, p.target_text) for p in reading.positions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Interior Ministry opposes the border plan.", [("Interior Ministry", "oppose", "the border plan")]),
        ("The Interior Ministry objected to the talks.", [("Interior Ministry", "oppose", "the talks")]),
        ("Norway has raised objections to the fishing pact.", [("Norway", "oppose", "the fishing pact")]),
        ("Norway and Finland voiced support for the treaty.", [("Finland", "support", "the treaty"), ("Norway", "support", "the treaty")]),
        ("Norway expressed concern about the missile test.", [("Norway", "concern", "the missile test")]),
        ("Norway rejected the offer.", [("Norway", "reject", "the offer")]),
        ("Norway was told that an attack on Peru would be met with a strong response.", []),
        ("Norway is not prepared to pay for the bridge.", [("Norway", "reject", "pay for the bridge")]),
        ("Norway will not waver in its support for Peru.", [("Norway", "support", "Peru")]),
        ("Some Kenyans are against the plan.", [("Some Kenyans", "oppose", "the plan")]),
        ("Norway urged Peru to re-open the port.", [("Norway", "support", "re-open the port")]),
        ("Norway's embassy in Lima called the decision \"hostile\".", [("Norway's embassy", "oppose", "the decision")]),
        ("Norway supports the plan of the \"Friends of Chad\".", [("Norway", "support", "the plan of the \"Friends of Chad")]),
        ("Norway is opposed to the plan.", [("Norway", "oppose", "the plan")]),
        ("Norway urged Peru not to use force.", [("Norway", "oppose", "use force")]),
        ("Norway will not attend the talks unless Peru apologizes for the attack.", [("Norway", "conditional", "attend the talks")]),
        ("Norway does not support the treaty.", [("Norway", "oppose", "the treaty")]),
        ("Norway is not in favour of the plan.", [("Norway", "oppose", "the plan")]),
        ("Norway told the press it backed the pact, a plan that Peru had made.", [("Norway", "support", "the pact")]),
        ("Norway is open to talks provided that Peru leaves the port.", [("Norway", "conditional", "talks")]),
        ("Norway conveyed its concern to Peru over the raid.", [("Norway", "concern", "the raid")]),
        ("Neither Norway nor Peru would endorse the vote.", [("Norway", "oppose", "the vote"), ("Peru", "oppose", "the vote")]),
        ("Norway outlined areas of concern with respect to the pact.", [("Norway", "concern", "the pact")]),
        ("Norway made clear that it would not recognise the vote.", [("Norway", "reject", "the vote")]),
        ("The pact must stand; there must be no new raids, Norway said.", [("Norway", "oppose", "new raids"), ("Norway", "support", "The pact must stand")]),
        ("Norway is against a move that Peru supports.", [("Norway", "oppose", "a move that Peru supports"), ("Peru", "support", "a move")]),
        ("Norway would welcome a treaty.", [("Norway", "support", "a treaty")]),
        ("Norway thanked Peru for its help.", [("Norway", "support", "its help")]),
        ("Norway accused Peru of breaking the truce.", [("Norway", "oppose", "breaking the truce")]),
        ("Norway called for an end to the raids and for the release of the crew.", [("Norway", "oppose", "the raids"), ("Norway", "support", "the release of the crew")]),
        ("Norway is worried about and condemns the raid.", [("Norway", "concern", "the raid"), ("Norway", "oppose", "the raid")]),
        ("Norway urged Peru to reject the treaty.", [("Norway", "oppose", "the treaty")]),
        ("Norway has no objection to the talks.", [("Norway", "support", "the talks")]),
        ("Norway joined Peru in condemning the raid.", [("Norway", "oppose", "the raid"), ("Peru", "oppose", "the raid")]),
        ("Norway refused to sign the treaty unless Peru left the port.", [("Norway", "conditional", "sign the treaty")]),
        ("Norway would use force if the talks fail.", [("Norway", "conditional", "use force")]),
        ("The rejection of the plan by the Interior Ministry surprised many.", [("Interior Ministry", "reject", "the plan")]),
        ("Norway and Peru discussed the importance of supporting women’s full part in the talks.", [("Norway", "support", "supporting women’s full part in the talks"), ("Peru", "support", "supporting women’s full part in the talks")]),
        ("Once it was a member, Norway made the treaty a priority.", [("Norway", "support", "the treaty")]),
        ("Norway urged both sides to de-escalate.", [("Norway", "support", "de-escalate")]),
        ("Norway has concerns over Peru's unprovoked military build-up.", [("Norway", "concern", "Peru's unprovoked military build-up")]),
        ("Norway acted on what it called a dangerous, selfish law.", [("Norway", "oppose", "a dangerous, selfish law")]),
        ("Norway urged further negotiations to end the war.", [("Norway", "support", "further negotiations")]),
        ("Norway refused to attend the talks on the grounds that it had not been asked in time.", [("Norway", "reject", "attend the talks")]),
        ("Norway opposes the Office of Fair Tolls (OFT).", [("Norway", "oppose", "the Office of Fair Tolls (OFT)")]),
        ("The envoys met for talks which Norway hopes will end the war.", [("Norway", "support", "talks")]),
        ("The sale of the hormone to farmers, which is also opposed by Norway, will go on.", [("Norway", "oppose", "The sale of the hormone to farmers")]),
        ("Norway asked Peru to curb the raids and stop arming the rebels.", [("Norway", "oppose", "arming the rebels"), ("Norway", "support", "curb the raids")]),
        ("Norway called for tax cuts to be put into public works.", [("Norway", "support", "tax cuts to be put into public works")]),
        ("Norway was prepared to lift the ban once Peru had left the town.", [("Norway", "conditional", "lift the ban")]),
        ("Norway said it would block moves to raise the levy unless a new scheme is agreed.", [("Norway", "conditional", "moves to raise the levy")]),
        ("President Dahl said Norway did not want to end the pact and would lift the ban once Peru signed it.", [("Norway", "conditional", "lift the ban"), ("Norway", "reject", "end the pact")]),
        ("President Dahl said the curbs would not be lifted until Peru had left the town.", [("Dahl", "conditional", "the curbs would not be lifted")]),
        ("Norway has threatened retaliation if the levy is passed.", [("Norway", "conditional", "retaliation")]),
        ("Norway's unwillingness for public bodies to buy foreign ships is well known.", [("Norway", "reject", "buy foreign ships")]),
        ("The proposal had little chance, with Norway strongly opposed to it.", [("Norway", "oppose", "The proposal")]),
        ("Parliament passed a fishing bill two years ago, but it was vetoed by President Dahl.", [("Dahl", "reject", "a fishing bill")]),
        ("The plan is old, the report is new, and Norway opposes it.", [("Norway", "oppose", "it")]),
        ("Norway and Peru would lead the opposition to the plan, President Dahl said.", [("Norway", "oppose", "the plan"), ("Peru", "oppose", "the plan")]),
    ],
)  # fmt: skip
def test_who_stands_where(text: str, expected: list[tuple[str, str, str]], found: Callable[[str], Reading]) -> None:
    """A stance with its holder and target."""
    assert expected == stands(found(text))


_CALL = "President Maria Soto of Peru spoke today with President Liv Dahl of Norway. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_CALL + "The two leaders condemned the raid.", [("Liv Dahl", "oppose"), ("Maria Soto", "oppose")]),
        (_CALL + "They welcomed the truce.", [("Liv Dahl", "support"), ("Maria Soto", "support")]),
        (
            _CALL + "Chad tested a missile last week. The leaders condemned the test.",
            [("Liv Dahl", "oppose"), ("Maria Soto", "oppose")],
        ),
        (
            _CALL + "President Soto is to visit Chad in June. They welcomed the truce.",
            [("Liv Dahl", "support"), ("Maria Soto", "support")],
        ),
        (_CALL + "Norway and Peru condemned the raid.", [("Norway", "oppose"), ("Peru", "oppose")]),
        ("President Maria Soto expressed Peru’s support for the treaty with Norway.", [("Peru", "support")]),
        ("President Maria Soto stressed the importance that Norway attaches to the treaty.", [("Norway", "support")]),
        ("Several countries, including Norway and Peru, condemned the raid.", [("Norway", "oppose"), ("Peru", "oppose")]),
        ('Peru said it was "firmly opposed" to the test.', [("Peru", "oppose")]),
        ("President Maria Soto of Peru said that Norway should respect the border.", [("Maria Soto", "support")]),
        ("President Maria Soto shared her view that the raid was a crime.", [("Maria Soto", "oppose")]),
        ("Norway's position is that the raid was a crime.", [("Norway", "oppose")]),
        ("Mr. Lund underscored the Soto Administration's desire to build ties.", [("Soto Administration", "support")]),
        ("Expressing concern about the raid, the Interior Ministry called on Peru to pull back.", [("Interior Ministry", "concern"), ("Interior Ministry", "support")]),
        ("The plan was rejected by members of the European Union.", [("European Union", "reject")]),
        ("The European Parliament passed a resolution calling on Peru to open its archives.", [("European Parliament", "support")]),
        ("President Maria Soto underscored U.S. support for the treaty.", [("United States", "support")]),
        ("The president of Peru posted a message on X blaming Norway for the raid.", [("president of Peru", "oppose")]),
        ("The town lies between Norway and Peru, both of whom oppose the plan.", [("Norway", "oppose"), ("Peru", "oppose")]),
        (_CALL + "They praised talks between Chad and Kenya. They welcomed the truce.", [("Liv Dahl", "support"), ("Liv Dahl", "support"), ("Maria Soto", "support"), ("Maria Soto", "support")]),
        (_CALL + "Each side condemned the raid.", [("Liv Dahl", "oppose"), ("Maria Soto", "oppose")]),
        ("Norway denied that it supports the rebels.", [("Norway", "reject")]),
        ("The African Union (AU) bloc condemned the raid.", [("African Union", "oppose")]),
        ("The Norwegian Government condemned the raid.", [("Norwegian Government", "oppose")]),
        ("A statement by Nordic Council chairman, Norway's President Liv Dahl, condemned the raid.", [("Liv Dahl", "oppose")]),
        ("On behalf of the European Union, we condemn the raid.", [("European Union", "oppose")]),
        ("Read President Liv Dahl's statement below.\n\nWe strongly condemn the raid on the town.", [("Liv Dahl", "oppose")]),
        ('"The raid was a crime," said a release issued by the Interior Ministry.', [("Interior Ministry", "oppose")]),
        ("The aide points out that Peru claims the terms must be settled before a vote.", [("Peru", "support")]),
        ("President Liv Dahl stressed that the raid was a crime, calling for the release of the crew.", [("Liv Dahl", "oppose"), ("Liv Dahl", "support")]),
        ("The news agency quoted President Liv Dahl as saying that Peru should leave the town.", [("Liv Dahl", "support")]),
        ('The news agency quoted President Liv Dahl as telling reporters, "I reject the plan."', [("Liv Dahl", "reject")]),
        ("Developing countries and Norway have criticised Peru for failing to act.", [("Norway", "oppose")]),
        ("European Union (EU) ministers backed a plan for the port.", [("European Union ministers", "support")]),
        ("Norway met Peru. Norwegian objections to the fishing pact could delay it.", [("Norway", "oppose")]),
        ('Norway vetoed a Security Council resolution that deplored the raid on Peru "in strong terms" and demanded the release of the crew.', [("Norway", "reject")]),
    ],
)  # fmt: skip
def test_whose_stance_it_is(text: str, expected: list[tuple[str, str]], found: Callable[[str], Reading]) -> None:
    """Of those who met, also where another event or a plan is told between; of the state or body that a noun names; of those named behind
    "including"; of whoever says what another should do; of whose opinion or paper it is, never of who opposes the paper; of whom a pronoun or a
    participle goes on from; of whom somebody else quotes; of those who stand in a row with a noun that names nobody; of the state of an adjective."""
    assert expected == sorted((holder, stance) for holder, stance, _ in stands(found(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Norway has dropped its opposition to the treaty.",
        "The minister thanked her staff for their help.",
        "The minister thanked Peru for the warm welcome.",
        "Norway does not oppose the plan.",
        "Norway denies backing the raid.",
        "Norway could oppose the plan.",
        "If Norway opposes the plan, it will fail.",
        "Norway no longer opposes the plan.",
        "It is hard to imagine that Norway would support the plan.",
        "Analysts say that Norway would oppose the plan.",
        "Norway declined to comment on the plan.",
        "The wall supports the roof.",
        "President Soto looked forward to visiting Norway.",
        "President Soto is delighted to have the opportunity to meet Prime Minister Dahl.",
        "President Soto hopes for the swift recovery of those injured.",
        "Norway neither confirmed nor denied that it had sent the ship.",
        "It is vital that both sides respect the truce.",
        "President Dahl of Norway said that Peru will never join the treaty.",
        "The attack was unacceptable.",
        "Norway denied sending notes that asked Peru to sign the treaty.",
        "Peru echoed the sentiment.",
        "Norway warned that the blockade would not force it to sign.",
        "President Soto declined to discuss details of the plan.",
        "President Soto won no assurance that Norway would back the plan.",
        "President Soto said the talks would have been pointless if Norway had not come.",
        "Asked on Monday what the chance was for Peru to sign, President Soto laughed.",
        "Norway met Peru. Norwegian demand for oil has risen.",
        "Norway met the brave Afghans who have stood by the pact.",
    ],
)
def test_what_is_no_stance(text: str, found: Callable[[str], Reading]) -> None:
    """What is denied, given up, possible or supposed is none; nor what nobody says."""
    assert [] == stands(found(text))


def test_a_judgement_in_what_is_said_is_the_speaker_s(found: Callable[[str], Reading]) -> None:
    """ "must end" is a stance of whoever says it, not of whom it is said of."""
    [position] = found("President Maria Soto said Peru must end its attacks on the port.").positions

    assert ("oppose", "its attacks on the port") == (position.stance, position.target_text)
    assert (
        "Soto"
        in {a.id: a.name for a in found("President Maria Soto said Peru must end its attacks on the port.").actors}[
            position.actor
        ]
    )


def test_grounds_are_those_of_their_clause(found: Callable[[str], Reading]) -> None:
    """What one party argues is no reason of the other's."""
    reading = found("Latvia had proposed the cell last year, but Denmark opposed it, arguing that Norway had one.")

    assert [None, "Norway had one"] == [p.grounds for p in reading.positions]


def test_grounds_and_target_event(found: Callable[[str], Reading]) -> None:
    """The grounds are the words behind "arguing that"; the target is the event that the text tells of."""
    reading = found(
        "Norway and Finland will hold talks on Friday. The Interior Ministry has raised objections to the talks, "
        "arguing that they would harm trade."
    )
    position = next(p for p in reading.positions if p.stance == "oppose")

    assert "they would harm trade" == position.grounds
    assert reading.events[0].id == position.target


def test_a_plain_stance_is_kept_by_what_was_learned(read: Callable[..., Reading]) -> None:
    """What is said in so many words does not fall to the learned part."""
    assert [("Norway", "oppose", "the attack on the port")] == stands(read("Norway condemned the attack on the port."))


@pytest.mark.slow
def test_reading_stances_takes_time_in_line_with_length(
    annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """Three times the bullets or the sentences take no more than about three times as long."""
    bullet = (
        "- Norway and Peru agreed to support the talks, and Norway will not attend unless they condemn the attacks.\n"
    )

    few, many = (annotate(bullet * times, "2024-05-15") for times in (80, 240))
    bound = 6 * least_seconds(lambda: code(few, knowledge))

    within(bound, lambda: code(many, knowledge))


def test_paragraphs_behind_a_colon_are_the_speakers(found: Callable[[str], Reading]) -> None:
    """ "The minister said:" introduces the paragraphs that follow, up to one that names the speaker again."""
    reading = found(
        "Foreign Minister Liv Dahl of Norway met aid workers in Lima.\n\nAfter the meeting the Foreign Minister said:\n\n"
        "The raids must end.\n\nIt is essential that Peru allow access to the port.\n\nForeign Minister Liv Dahl will return to Oslo on Friday. It is essential to rest."
    )

    assert [("Liv Dahl", "oppose", "The raids"), ("Liv Dahl", "support", "Peru allow access to the port")] == [
        (who, stance, target.removesuffix(" must end")) for who, stance, target in stands(reading)
    ]


def test_what_many_issue_together_is_told_once(annotate: Callable[..., Annotation], knowledge: Knowledge) -> None:
    """The group in the title of a joint text holds its stances, not each of many issuers."""
    annotation = annotate(
        "Joint Statement of the Foreign Ministers on the Strait\n\n"
        "We, the ministers of Norway, Peru, Chad and Kenya, condemn the attack. We call on all parties to exercise restraint."
    )
    sentences = (replace(annotation.sentences[0], kind="title"), *annotation.sentences[1:])

    reading = code(replace(annotation, sentences=sentences), knowledge, is_learned=False)

    assert [
        ("Foreign Ministers", "oppose", "the attack"),
        ("Foreign Ministers", "support", "exercise restraint"),
    ] == stands(reading)


def test_what_many_hold_who_met_is_told_once(annotate: Callable[..., Annotation], knowledge: Knowledge) -> None:
    """ "The leaders" of a call with a group that its title names are that group and whoever called, not each of them."""
    annotation = annotate(
        "Readout of President Soto's Call with Nordic Leaders\n\n"
        "President Maria Soto spoke on Tuesday with Prime Minister Liv Dahl, Prime Minister Per Aas, President Eva Rask and Chancellor Uwe Brandt. "
        "The leaders condemned the raids."
    )
    sentences = (replace(annotation.sentences[0], kind="title"), *annotation.sentences[1:])

    reading = code(replace(annotation, sentences=sentences), knowledge, is_learned=False)

    assert [("Maria Soto", "oppose", "the raids"), ("Nordic Leaders", "oppose", "the raids")] == stands(reading)


def with_a_title(annotation: Annotation) -> Annotation:
    """`annotation` with its first sentence as the title."""
    return replace(annotation, sentences=(replace(annotation.sentences[0], kind="title"), *annotation.sentences[1:]))


def test_the_us_is_no_first_person(found: Callable[[str], Reading]) -> None:
    """ "The US" is a state, not "us"."""
    reading = found("The US and Peru signed a treaty in May. The US has been encouraging Peru to open the port.")

    assert [("United States", "support", "open the port")] == stands(reading)


def test_we_of_a_joint_text_are_the_states_of_its_title(
    annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """Whoever issues a text together speaks as "we" in it."""
    annotation = annotate(
        "Joint Statement of Norway and Peru on Fishing\n\nToday the ministers met in Lima. We welcome the treaty on fishing.",
        "2024-05-15",
    )

    reading = code(with_a_title(annotation), knowledge, is_learned=False)

    assert [("Norway", "support", "the treaty"), ("Peru", "support", "the treaty")] == stands(reading)


def test_leaders_of_several_states_are_named_before_we(found: Callable[[str], Reading]) -> None:
    """ "As leaders of … we" tells who issues a text."""
    reading = found("As leaders of Norway, Peru and Chad, we condemn the raid. We demand the return of the boats.")

    assert [
        (who, stance, target)
        for who in ("Chad", "Norway", "Peru")
        for stance, target in (("oppose", "the raid"), ("support", "the return of the boats"))
    ] == stands(reading)


def test_an_office_alone_is_whoever_met_the_other(annotate: Callable[..., Annotation], knowledge: Knowledge) -> None:
    """ "The President and Emir" are the two who met."""
    annotation = annotate(
        "President Maria Soto of Peru met today with Prime Minister Liv Dahl of Norway. "
        "The President and Prime Minister underscored the importance of the treaty."
    )

    assert [("Liv Dahl", "support", "the treaty"), ("Maria Soto", "support", "the treaty")] == stands(
        code(annotation, knowledge, is_learned=False)
    )


def test_a_pronoun_owns_a_stance(found: Callable[[str], Reading]) -> None:
    """ "Their" commitment is that of those who met, whatever the verb."""
    reading = found(_CALL + "The two leaders discussed their shared opposition to the raids.")

    assert [("Liv Dahl", "oppose", "the raids"), ("Maria Soto", "oppose", "the raids")] == stands(reading)
