"""A mention beside an event told before: what the two have in common, each question asked of a drawn story."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from memcon.coding.events.pairs import Pair, Told, is_known_by_office, is_same_place, parties_of
from memcon.coding.events.status_evidence import Finding
from tests.coding.events.story import mentions, place
from tests.coding.events.test_reasons import BRANDT, CHAD, HOLM, NORWAY, SOTO, VERB, pair
from tests.notation import read

RAIN = "It rained.\n"
TALKS = f"{NORWAY} held [talks:talks].\n"


def told(status: str | None) -> dict[str, Any]:
    """The details of a mention with that status."""
    return {"status": Finding(status, 1) if status is not None else None}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("meeting{NN}", "meeting{NN}", True),
        ("met{VBD:meet}", "meeting{NN}", True),
        ("negotiation{NN}", "negotiated{VBD:negotiate}", True),
        ("talked{VBD:talk}", "talking{NN}", True),
        ("talks{NNS:talk}", "visit{NN}", False),
        ("act{NN}", "action{NN}", False),
        ("action{NN}", "reaction{NN}", False),
    ],
)
def test_words_of_one_stem(first: str, second: str, expected: bool) -> None:
    """One begins with the other, but for an "e", and has four letters at least; whichever is told first."""
    one, other = (f"[talks:{w.partition('{')[0]}]{{{w.partition('{')[2]}" for w in (first, second))

    assert expected is pair(f"A {one}.\nA {other}.").share_noun()
    assert expected is pair(f"A {other}.\nA {one}.").share_noun()


@pytest.mark.parametrize(
    ("between", "form", "noun", "expected"),
    [
        (" and then", "verb", "meeting", True),
        (" and then", "noun", "talks", True),
        (" and then", "noun", "meeting", False),
        (".\n", "verb", "talks", False),
        (".\n", "noun", "talks", False),
    ],
)
def test_the_sentence_has_told_of_it_already(between: str, form: str, noun: str, expected: bool) -> None:
    """By a verb, or by the same noun; another noun of one sentence is another event."""
    assert expected is pair(f"They had [talks:talks]{between} a [talks:{noun}].", {"form": form}).in_one_sentence()


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        ("cancelled", "cancelled", True),
        ("postponed", "postponed", True),
        ("cancelled", "postponed", False),
        ("held", "held", False),
        ("cancelled", None, False),
        (None, "cancelled", False),
    ],
)
def test_a_fate_in_common(theirs: str | None, mine: str | None, expected: bool) -> None:
    """Both put off or both called off; what was held has no fate."""
    assert expected is pair(f"{TALKS}The [talks:talks] failed.", told(theirs), told(mine)).share_fate()


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        ("held", "held", True),
        ("held", "under_way", True),
        ("scheduled", "expected", True),
        ("scheduled", "held", False),
        ("held", "scheduled", False),
        ("cancelled", "cancelled", False),
        (None, None, False),
        (None, "held", False),
    ],
)
def test_a_stage_in_common(theirs: str | None, mine: str | None, expected: bool) -> None:
    """Both ahead or both come about; what says neither has no stage."""
    assert expected is pair(f"{TALKS}The [talks:talks] were long.", told(theirs), told(mine)).is_same_stage()


@pytest.mark.parametrize(
    ("verb", "expected"), [("were{VBD:be}", None), ("are{VBP:be}", "ahead"), ("were{VBD:be nsubj talks}", None)]
)
def test_what_was_to_be_has_no_stage(verb: str, expected: str | None) -> None:
    """ "was to be held" may have come about; asked of the verb that tells the status."""
    found = pair(f"{TALKS}The [talks:talks]{{NNS:talk}} {verb} to be held.")
    token = next(t.i for t in found.annotation.tokens if t.text in ("were", "are"))

    assert expected == found.stage_of(replace(found.mention, status=Finding("scheduled", token)))


def test_what_is_spoken_of_often() -> None:
    """Twice is often."""
    assert not pair(f"{TALKS}The [talks:talks] were long.").is_spoken_of_often()
    assert pair(f"{TALKS}{TALKS}The [talks:talks] were long.").is_spoken_of_often()


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (f"{SOTO} and {BRANDT}", SOTO, (True, True)),
        (SOTO, f"{SOTO} and {BRANDT}", (True, False)),
        (BRANDT, HOLM, (True, False)),
        (SOTO, BRANDT, (False, False)),
        (SOTO, "Nobody", (False, False)),
        ("Nobody", SOTO, (False, False)),
    ],
)
def test_parties_in_common(theirs: str, mine: str, expected: tuple[bool, bool]) -> None:
    """A party or a country; all of the mention's own, where it has any."""
    found = pair(f"{theirs} held [talks:talks].\n{mine} held [talks:talks].")

    assert expected == (found.share_party(), found.knows_all())


@pytest.mark.parametrize(
    ("parties", "expected"),
    [("[group:Allies]", True), (f"[group:Allies] and {NORWAY}", False), ("[group:Peruvians|PER]", False), ("Nobody", False)],
)  # fmt: skip
def test_who_could_be_anybody(parties: str, expected: bool) -> None:
    """Groups without a country; of nobody there is nothing to say."""
    found = pair(f"{TALKS}{parties} held [talks:talks].")

    assert expected is found.are_unnamed(found.mine)
    assert not found.are_unnamed(frozenset({"nobody the text knows"}))


@pytest.mark.parametrize(
    ("persons", "others", "expected"),
    [
        ("[person:Ann Lind]", "[person:A. Lind] and [person:Ola Moe]", True),
        ("[person:Ann Lind] and [person:Ola Moe]", "[person:A. Lind]", False),
        ("[person:Ola Moe]", "[person:A. Lind]", False),
        ("[person:Ann Moe]", "[person:Ann Lind]", False),
        ("[person:Ann Lind Jr.]", "[person:Ann Lind]", True),
        ("[person:Ann Lind Jr.]", "[person:Ola Moe Jr.]", False),
        ("[person:LIND]", "[person:Lind]", True),
        (NORWAY, "[person:Lind]", True),
    ],
)
def test_persons_told_in_another_spelling(persons: str, others: str, expected: bool) -> None:
    """By the last name, whatever stands behind it; states are not asked for."""
    found = pair(f"{others} held [talks:talks].\n{persons} held [talks:talks].")

    assert expected is found.all_among(found.mine, found.theirs)


@pytest.mark.parametrize(
    ("mine", "theirs", "definite", "expected"),
    [
        (place("Oslo"), place("Oslo"), False, True),
        (place("Oslo"), place("Lima"), True, False),
        (place("Oslo"), None, False, False),
        (place("Oslo"), None, True, True),
        (None, place("Oslo"), True, True),
        (None, place("Oslo"), False, False),
        (None, None, True, True),
    ],
)
def test_where_two_visits_go(mine: Any, theirs: Any, definite: bool, expected: bool) -> None:
    """To one place; where one tells of none, "the visit" may be the other, "a visit" not."""
    story = f"{SOTO} began a [visit:visit].\n{SOTO} ended a [visit:visit]."
    found = pair(story, {"place": theirs}, {"place": mine, "is_definite": definite})

    assert expected is found.same_destination()
    assert (expected and mine is not None and theirs is not None) is found.share_place()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("talks", "meetings{NNS:meeting}", True),
        ("talks", "talks{NNS:talk}", False),
        ("talks", "meeting{NN}", False),
        ("meetings{NNS:meeting}", "meetings{NNS:meeting}", False),
        ("meetings{NNS:meeting}", "meeting{NN}", True),
        ("talks", "Meetings{NNPS:meeting}", True),
    ],
)
def test_one_occasion_and_several(first: str, second: str, expected: bool) -> None:
    """ "Meetings" are several, "talks" are one."""
    one, other = (f"[talks:{w.partition('{')[0]}]" + w[len(w.partition("{")[0]) :] for w in (first, second))

    assert expected is pair(f"{NORWAY} held {one}.\n{NORWAY} held {other}.").are_one_and_several()


def test_a_verb_tells_of_no_several() -> None:
    """Whatever its tag, only a noun is plural."""
    assert not pair(f"{TALKS}They held [talks:meetings]{{NNS:meeting}}.", {}, VERB).is_of_several()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("another{JJ amod summit} economic{JJ amod summit} [summit:summit]{NN}", True),
        ("another{DT det summit} economic{JJ amod summit} [summit:summit]{NN}", False),
        ("economic{JJ amod summit} [summit:summit]{NN}", False),
        ("[summit:trade summit]{NN} another{JJ amod trade}", True),
    ],
)
def test_a_word_may_set_it_off_from_the_one_before(words: str, expected: bool) -> None:
    """Before the noun, or before the first word of its compound."""
    assert expected is pair(f"{TALKS}They held {words}.").is_another()


@pytest.mark.parametrize(
    ("first", "second", "details", "expected"),
    [
        ("talks", "meeting", {}, True),
        ("talks", "forum", {}, False),
        ("forum", "meeting", {}, True),
        ("forum", "forum", {}, True),
        ("forum", "summit", {}, False),
        ("meeting", "forum", {}, False),
        ("meeting", "talks", {}, True),
        ("summit", "visit", {}, False),
    ],
)
def test_kinds_that_agree(first: str, second: str, details: dict[str, Any], expected: bool) -> None:
    """The same, or one that may be told of any encounter."""
    assert expected is pair(f"They held a [{first}:one].\nThey held a [{second}:other].", {}, details).kinds_agree()


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("2024-05-13", "2024-05-13", True),
        ("2024-05", "2024-05-13", True),
        ("2024-05-13", "2024-05", True),
        ("2024", "2024-05-13", False),
        ("2024-05-13/2024-06-13", "2024-05-13", False),
        ("2024-05-13/2024-06-12", "2024-05-13", True),
        ("2024-05-13", "2024-05-14", False),
    ],
)
def test_a_time_in_common(mine: str, theirs: str, expected: bool) -> None:
    """Of a month at most, thirty-one days."""
    found = pair(f"They held [talks:talks] [time:then={theirs}].\nThey held [talks:talks] [time:now={mine}].")

    assert expected is found.same_time()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Climate Leaders [summit:Summit] ended in Peru", {"climate", "leaders"}),
        ("Climate and Leaders [summit:Summit] ended", set()),
        ("The Climate Leaders’ [summit:Summit] ended.", {"the", "climate", "leaders"}),
    ],
)
def test_a_name_may_begin_the_text(text: str, expected: set[str]) -> None:
    """Up to the first word, and not on from the last one."""
    marked = read(text)
    [mention] = mentions(marked)
    found = Pair(mention=mention, cluster=Told(), annotation=marked.annotation, mine=frozenset())

    assert expected == found.own_name(mention)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ana de la Cruz", False), ("Lars von der Lind", False), ("Norway’s fishery minister", True), ("Ana Lind", False)],
)
def test_common_words_are_no_name(name: str, expected: bool) -> None:
    """The small words of a name are short."""
    assert expected is is_known_by_office(name)


def test_of_many_mentions_the_first_and_the_latest_are_kept_in_sight() -> None:
    """An event has all its mentions, and is compared by the first and the last thirty; so is one that takes in another."""
    marked = read(TALKS * 40)
    told = mentions(marked)
    event, other = Told(), Told()
    for mention in told[:36]:
        event.add(mention, parties_of(marked.annotation, mention))

    assert told[:36] == event.cluster.mentions
    assert [told[0], *told[6:36]] == event.mentions

    for mention in told[36:]:
        other.add(mention, frozenset({"somebody"}))
    other.take_in(event)

    assert told == other.cluster.mentions
    assert [told[0], *told[10:]] == other.mentions
    assert {"somebody", marked.annotation.actors[0].id} == other.parties


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (place("Oslo", "NOR", (59.9, 10.7)), place("Lima", "PER", (-12.0, -77.0))),
        (place("Oslo", "NOR"), place("Lima", "PER")),
        (place("Oslo"), place("Lima")),
    ],
)
def test_two_places_are_two_whichever_is_told_first(a: Any, b: Any) -> None:
    """The one north of the other, or before it in the alphabet, or without a country."""
    assert not is_same_place(a, b)
    assert not is_same_place(b, a)


MET = f"{NORWAY}{{NNP nsubj met}} [meeting:met]{{VBD:meet}} {CHAD}{{NNP dobj met}}"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("to{TO aux hold} hold{VB advcl met} [talks:talks]{NNS:talk dobj hold}.", True),
        ("to{TO aux hold} hold{VB relcl met} [talks:talks]{NNS:talk dobj hold}.", True),
        ("because{IN mark held} they{PRP nsubj held} held{VBD:hold advcl met} [talks:talks]{NNS:talk dobj held}.", False),
        ("to{TO aux hold} hold{VB dep met} [talks:talks]{NNS:talk dobj hold}.", False),
        ("to{TO aux rest} rest{VB advcl met} to{TO aux hold} hold{VB advcl rest} [talks:talks]{NNS:talk dobj hold}.", False),
        ("for{IN prep met} [talks:talks]{NNS:talk pobj for}.", True),
        ("at{IN prep met} [talks:talks]{NNS:talk pobj at}.", False),
        ("for{IN prep met} lack{NN pobj for} of{IN prep lack} [talks:talks]{NNS:talk pobj of}.", False),
        ("[talks:talks]{NNS:talk}.", False),
    ],
)  # fmt: skip
def test_what_a_verb_is_done_for(behind: str, expected: bool) -> None:
    """In its own infinitive, or behind its own "for"."""
    found = pair(f"{MET} {behind}", VERB)

    assert expected is found.is_purpose_of(found.cluster.mentions[0].trigger.anchor)


@pytest.mark.parametrize(
    ("words", "form", "expected"),
    [
        ("[talks:round]{NN} of{IN prep round} [talks:talks]{NNS:talk pobj of}", "noun", True),
        ("[talks:round]{NN} of{IN prep round} [talks:talks]{NNS:talk pobj of}", "channel", False),
        ("[talks:round]{NN} of{IN prep round} [talks:talks]{NNS:talk dep of}", "noun", False),
        ("[talks:round]{NN} in{IN prep round} [talks:talks]{NNS:talk pobj in}", "noun", False),
        ("[talks:round]{NN} of{IN prep round} fish{NN pobj of} of{IN prep fish} [talks:talks]{NNS:talk pobj of#2}", "noun", False),
        ("[talks:talked]{VBD:talk} of{IN prep talked} [talks:talks]{NNS:talk pobj of}", "verb", False),
        ("[talks:talks]{NNS:talk nsubj were} were{VBD:be} [talks:talks]{NNS:talk attr were}", "noun", False),
        ("[talks:talks]{NNS:talk} they{PRP nsubj held} [talks:held]{VBD:hold relcl talks}", "noun", True),
    ],
)  # fmt: skip
def test_one_phrase_tells_one_event(words: str, form: str, expected: bool) -> None:
    """What is told "of" a noun, or described by the other."""
    found = pair(f"They had {words}.", {"form": form})

    assert expected is found.is_one_phrase_with(found.cluster.mentions[0])
