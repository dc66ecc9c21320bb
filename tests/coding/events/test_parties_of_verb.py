"""Who takes part as an argument of an event's verb, each construction asked of a drawn sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from memcon.coding.events.parties_of_verb import (
    behind_preposition,
    given_to,
    heads_the_line,
    host_in_person,
    inside_object,
    object_,
    subject,
)
from memcon.coding.events.roles import Found
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from tests.coding.events.scenes import scene

SOTO, HOLM = "[person:Soto|BOL]", "[person:Holm|DNK]"
PERU, CHAD, TOGO = "[state:Peru|PER]", "[state:Chad|TCD]", "[state:Togo|TGO]"

Collector = Callable[[Scene], Iterator[Found]]


def told(collector: Collector, drawn: str, number: int = 0, form: str = "name", **over: object) -> dict[str, str]:
    """The names that a construction finds at the event of the given number, with their roles; all mentions are of the form."""
    found = scene(drawn, number=number, **over)  # type: ignore[arg-type]
    annotation = found.index.annotation
    facts = found.index.annotation.factualities
    formed = tuple(replace(m, form=form) for m in annotation.mentions)  # type: ignore[arg-type]
    index = TextIndex(replace(annotation, mentions=formed, factualities=facts))
    names = {a.id: a.name for a in annotation.actors}
    return {names[a]: role for role, m in collector(replace(found, index=index)) for a in m.actors}


LETTER = f"{PERU}{{NNP poss letter}} 's{{POS case peru}} letter{{NN nsubjpass sent}} was{{VBD:be auxpass sent}} sent{{VBN:send}} to{{IN prep sent}} {CHAD}{{NNP pobj to}}"
STATEMENT = f"{PERU}{{NNP poss statement}} 's{{POS case peru}} joint{{JJ amod statement}} statement{{NN nsubjpass released}} with{{IN prep statement}} {CHAD}{{NNP pobj with}} was{{VBD:be auxpass released}} released{{VBN:release}}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # whose the paper is, where nobody is told to issue it
        (f"{LETTER} .", {"Peru": "participant"}),
        (f"{LETTER} by{{IN agent sent}} {TOGO}{{NNP pobj by}} .", {"Togo": "participant"}),
        (f"{PERU}{{NNP nsubj sent}} sent{{VBD:send}} {TOGO}{{NNP poss letter}} 's{{POS case togo}} letter{{NN dobj sent}} to{{IN prep sent}} {CHAD}{{NNP pobj to}} .", {"Peru": "participant"}),
        (f"{PERU}{{NNP poss sanctions}} 's{{POS case peru}} sanctions{{NNS:sanction nsubjpass imposed}} were{{VBD:be auxpass imposed}} imposed{{VBN:impose}} on{{IN prep imposed}} {CHAD}{{NNP pobj on}} .", {}),
        (f"{PERU}{{NNP poss envoy}} 's{{POS case peru}} [person:envoy|PER]{{NN nsubjpass phoned}} was{{VBD:be auxpass phoned}} phoned{{VBN:phone}} .", {}),
        # a statement is theirs whoever puts it out
        (f"{STATEMENT} by{{IN agent released}} {TOGO}{{NNP pobj by}} .", {"Peru": "participant"}),
        (f"{STATEMENT} .", {"Peru": "participant"}),
        (STATEMENT.replace(f"{PERU}{{NNP poss statement}} 's{{POS case peru}}", "A{DT det statement}") + f" by{{IN agent released}} {TOGO}{{NNP pobj by}} .", {"Togo": "participant"}),
        (f"{TOGO}{{NNP nsubj released}} released{{VBD:release}} {PERU}{{NNP poss statement}} 's{{POS case peru}} joint{{JJ amod statement}} statement{{NN dobj released}} with{{IN prep statement}} {CHAD}{{NNP pobj with}} .", {"Togo": "participant"}),
    ],
)  # fmt: skip
def test_who_does_it_or_whose_paper_it_is(drawn: str, expected: dict[str, str]) -> None:
    """The subject or agent; a paper's owner where there is none, and of a statement in any case that only tells who put it out."""
    assert expected == verb_told(subject, drawn)


def verb_told(collector: Collector, drawn: str, form: str = "name") -> dict[str, str]:
    """What a construction finds at the first verb that tells of an event."""
    number = next(n for n in range(9) if scene(drawn, number=n).trigger.form == "verb")
    return told(collector, drawn, number, form)


NAMED = "[state:Norway|NOR]{NNP nsubj named} named{VBD:name} {}{NN dobj named} ."


@pytest.mark.parametrize(
    ("whom", "form", "expected"),
    [
        ("[person:a{DT det ambassador} new ambassador]", "nominal", {}),
        ("[person:a{DT det ambassador} new ambassador]", "title", {}),
        ("[person:a{DT det ambassador} new ambassador]", "name", {"a new ambassador": "subject"}),
        ("[person:the{DT det ambassador} new ambassador]", "nominal", {"the new ambassador": "subject"}),
        ("[group:a{DT det ambassador} few ambassador]", "nominal", {"a few ambassador": "subject"}),
    ],
)
def test_who_is_only_told_by_an_office_to_come_is_nobody_yet(whom: str, form: str, expected: dict[str, str]) -> None:
    """ "named a new ambassador" tells no name."""
    assert expected == verb_told(object_, NAMED.replace("{}", whom, 1), form)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("received{VBD:receive}", {"a minister": "visitor"}),
        ("met{VBD:meet}", {"a minister": "participant"}),
    ],
)
def test_a_minister_whom_somebody_meets_takes_part(verb: str, expected: dict[str, str]) -> None:
    """Though it is told of no name; only who comes into an office is nobody yet."""
    name = verb.partition("{")[0]
    drawn = f"{SOTO}{{NNP nsubj {name}}} {verb} [person:a{{DT det minister}} minister|DNK]{{NN dobj {name}}} ."

    assert expected == verb_told(object_, drawn, "nominal")


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{PERU}{{NNP nsubj closed}} closed{{VBD:close}} {CHAD}{{NNP poss embassy}} 's{{POS case chad}} embassy{{NN dobj closed}} .", {"Chad": "participant"}),
        (f"{PERU}{{NNP nsubj met}} met{{VBD:meet}} {CHAD}{{NNP poss friend}} 's{{POS case chad}} friend{{NN dobj met}} with{{IN prep met}} {TOGO}{{NNP pobj with}} .", {}),
    ],
)  # fmt: skip
def test_what_is_a_state_s_own_stands_for_it(drawn: str, expected: dict[str, str]) -> None:
    """Where a measure hits it; whoever meets its friends does not meet the state."""
    assert expected == verb_told(object_, drawn)


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ("to{IN conj with}", {"Holm": "participant", "Soto": "participant"}),
        ("proud{JJ conj with}", {"Holm": "participant"}),
        ("saw{VBD:see conj with}", {"Holm": "participant"}),
        ("to{IN prep with}", {"Holm": "participant"}),
    ],
)
def test_a_second_preposition_in_a_row_names_whom_it_leads(also: str, expected: dict[str, str]) -> None:
    """ "spoke with A and to B"; an adjective or a verb in its place names nobody."""
    word = also.partition("{")[0]
    drawn = f"They{{PRP nsubj spoke}} spoke{{VBD:speak}} with{{IN prep spoke}} {HOLM}{{NNP pobj with}} but{{CC cc with}} {also} {SOTO}{{NNP pobj {word}}} ."

    assert expected == verb_told(behind_preposition, drawn)


DISCUSSED = f"{SOTO}{{NNP nsubj discussed}} discussed{{VBD:discuss}} the{{DT det row}} row{{NN dobj discussed}} with{{IN prep row}} {HOLM}{{NNP pobj with}}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{DISCUSSED} .", {"Holm": "participant"}),
        (f"{DISCUSSED.replace(HOLM, CHAD)} with{{IN prep discussed}} {SOTO}{{NNP pobj with#2}} .", {}),
        (f"{DISCUSSED} with{{IN prep discussed}} [person:Lund|DNK]{{NNP pobj with#2}} .", {}),
        (f"{DISCUSSED.replace('prep row', 'prep discussed')} .", {}),
        (f"{PERU}{{NNP nsubj imposed}} imposed{{VBD:impose}} sanctions{{NNS:sanction dobj imposed}} on{{IN prep sanctions}} {CHAD}{{NNP pobj on}} .", {"Chad": "participant"}),
        (f"{PERU}{{NNP nsubj imposed}} imposed{{VBD:impose}} sanctions{{NNS:sanction dobj imposed}} despite{{IN prep sanctions}} {CHAD}{{NNP pobj despite}} .", {}),
        (f"{PERU}{{NNP nsubj imposed}} imposed{{VBD:impose}} tariffs{{NNS:tariff dobj imposed}} and{{CC cc tariffs}} sanctions{{NNS:sanction conj tariffs}} on{{IN prep sanctions}} {CHAD}{{NNP pobj on}} .", {}),
    ],
)  # fmt: skip
def test_a_preposition_on_the_object_names_the_other_side(drawn: str, expected: dict[str, str]) -> None:
    """ "discussed the row with B", unless the verb has a "with" of its own; of a row of objects only the first."""
    assert expected == verb_told(inside_object, drawn)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("dative gave", {"Chad": "participant"}), ("nmod aid", {"Chad": "participant"}), ("compound aid", {})],
)
def test_who_is_given_it_may_stand_before_it(kind: str, expected: dict[str, str]) -> None:
    """ "gave Chad aid", whichever of the two the parser hung the name on."""
    drawn = f"{PERU}{{NNP nsubj gave}} gave{{VBD:give}} {CHAD}{{NNP {kind}}} humanitarian{{JJ amod aid}} aid{{NN dobj gave}} ."

    assert expected == verb_told(given_to, drawn)


def test_what_is_not_given_has_nobody_who_is_given_it() -> None:
    """A verb whose frame has no "to" gives nobody anything."""
    drawn = f"{PERU}{{NNP nsubj met}} met{{VBD:meet}} {CHAD}{{NNP dative met}} friends{{NNS:friend dobj met}} with{{IN prep met}} {TOGO}{{NNP pobj with}} ."

    assert {} == verb_told(given_to, drawn)


@pytest.mark.parametrize(
    ("whom", "expected"),
    [(HOLM, {"Holm": "host"}), (CHAD, {}), ("Lima", {}), ("[organization:Board|DNK]", {})],
)
def test_only_a_person_who_is_visited_is_the_host(whom: str, expected: dict[str, str]) -> None:
    """ "visited Chad" is a place."""
    drawn = f"{SOTO}{{NNP nsubj visited}} visited{{VBD:visit}} {whom}{{NNP dobj visited}} in{{IN prep visited}} Oslo{{NNP pobj in}} ."

    assert expected == verb_told(host_in_person, drawn)


def test_whom_a_host_receives_is_no_host() -> None:
    """Only of a verb whose object is a place the person visited is the host."""
    drawn = f"{SOTO}{{NNP nsubj received}} received{{VBD:receive}} {HOLM}{{NNP dobj received}} ."

    assert {} == verb_told(host_in_person, drawn)


LINE = ", of{IN prep {}} Malmo{NNP pobj of} , to{TO aux be} be{VB:be} Ambassador{NN:ambassador attr be} of{IN prep ambassador} [state:Norway|NOR]{NNP pobj of#2} to{IN prep ambassador} [state:Peru|PER]{NNP pobj to#2} ."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[person:Lind]{NNP} ", {"Lind": "subject"}),
        ("[person:Lind]{NNP} of{IN prep lind} [person:Vik]{NNP pobj of} ", {"Lind": "subject"}),
        ("[organization:Board]{NNP} , [person:Lind]{NNP} ", {"Lind": "subject"}),
        ("[person:Holm]{NNP} left .\n[person:Lind]{NNP} ", {"Lind": "subject"}),
    ],
)
def test_whose_name_heads_the_line_comes_into_the_office(before: str, expected: dict[str, str]) -> None:
    """The first person of the line, nobody of another line."""
    line = LINE.replace("{}", "lind", 1)
    if before.count("of{"):
        line = line.replace("pobj of}", "pobj of#2}", 1).replace("pobj of#2} to", "pobj of#3} to", 1)

    assert expected == verb_told(heads_the_line, before + line)


def test_who_sends_another_does_not_travel() -> None:
    """A verb may give its subject no role."""
    drawn = (
        f"{SOTO}{{NNP nsubj sent}} sent{{VBD:send}} {HOLM}{{NNP dobj sent}} to{{IN prep sent}} {CHAD}{{NNP pobj to}} ."
    )

    assert {} == verb_told(subject, drawn)
    assert {"Holm": "visitor"} == verb_told(object_, drawn)
