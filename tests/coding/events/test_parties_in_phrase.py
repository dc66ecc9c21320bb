"""Who takes part by the words around an event's noun, each construction asked of a drawn sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from memcon.coding.events.parties_in_phrase import (
    between_behind,
    describing,
    in_compound,
    in_relative_clause,
    instanced,
    inviting,
    inviting_to_come,
    joined_before,
    owner,
    planned_with,
    taking_part,
    theirs,
)
from memcon.coding.events.roles import Found
from memcon.coding.events.scene import Scene
from tests.coding.events.scenes import scene

SOTO, HOLM, REYES = "[person:Soto|BOL]", "[person:Holm|DNK]", "[person:Reyes|PER]"
PERU, CHAD = "[state:Peru|PER]", "[state:Chad|TCD]"
BOTH = {"Soto": "participant", "Holm": "participant"}
LANDS = {"Peru": "participant", "Chad": "participant"}

Collector = Callable[[Scene], Iterator[Found]]


def told(collector: Collector, drawn: str, **over: object) -> dict[str, str]:
    """The names that a construction finds, with their roles; `over` are the operators over words."""
    found = scene(drawn, **over)  # type: ignore[arg-type]
    names = {a.id: a.name for a in found.index.annotation.actors}
    return {names[actor]: role for role, mention in collector(found) for actor in mention.actors}


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # an apostrophe that closes nothing, and a clitic, that the parser hung elsewhere
        (f"During{{IN}} {REYES}{{NNP dep during}}’{{'' punct during}} first{{JJ amod visit}} visit{{NN pobj during}} .", {"Reyes": "visitor"}),
        (f"During{{IN}} ‘ so-called{{JJ}} {REYES}{{NNP dep during}}’{{'' punct during}} visit{{NN pobj during}} .", {}),
        (f"During{{IN}} {SOTO}{{NNP dep during}}’{{'' punct during}} visit{{NN pobj during}} .", {}),
        (f"During{{IN}} {REYES}{{NNP dep during}} ’{{'' punct during}} visit{{NN pobj during}} .", {}),
        ("During{IN} kisses{NNS:kiss dep during}’{'' punct during} visit{NN pobj during} .", {}),
        (f"During{{IN}} {SOTO}{{NNP dep during}} s{{POS case soto}} first{{JJ amod visit}} visit{{NN pobj during}} .", {"Soto": "visitor"}),
        (f"During{{IN}} {SOTO}{{NNP dep during}} s{{POS case soto}} the{{DT det visit}} visit{{NN pobj during}} .", {}),
        (f"During{{IN}} {SOTO}{{NNP dep during}} s{{POS case during}} visit{{NN pobj during}} .", {}),
        ("During{IN} kings{NNS:king dep during} s{POS case kings} visit{NN pobj during} .", {}),
        # a pronoun of whoever is congratulated, or of the subject behind it
        (f"They{{PRP nsubj congratulated}} congratulated{{VBD:congratulate}} {HOLM}{{NNP dobj congratulated}} on{{IN prep congratulated}} his{{PRP$ poss visit}} visit{{NN pobj on}} .", {"Holm": "visitor"}),
        (f"They{{PRP nsubj teased}} teased{{VBD:tease}} {HOLM}{{NNP dobj teased}} on{{IN prep teased}} his{{PRP$ poss visit}} visit{{NN pobj on}} .", {}),
        (f"During{{IN prep said}} his{{PRP$ poss visit}} visit{{NN pobj during}} , {SOTO}{{NNP nsubj said}} said{{VBD:say}} so .", {"Soto": "visitor"}),
        (f"During{{IN prep said}} their{{PRP$ poss visit}} visit{{NN pobj during}} , {SOTO}{{NNP nsubj said}} said{{VBD:say}} so .", {}),
        (f"During{{IN prep said}} their{{PRP$ poss talks}} talks{{NNS:talk pobj during}} , {SOTO}{{NNP nsubj said}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} said{{VBD:say}} so .", BOTH),
        (f"During{{IN prep said}} his{{PRP$ poss talks}} talks{{NNS:talk pobj during}} , {SOTO}{{NNP nsubj said}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} said{{VBD:say}} so .", {}),
        (f"{SOTO}{{NNP nsubj said}} said{{VBD:say}} so during{{IN prep said}} his{{PRP$ poss visit}} visit{{NN pobj during}} .", {}),
        (f"During{{IN prep said}} the{{DT det visit}} visit{{NN pobj during}} , {SOTO}{{NNP nsubj said}} said{{VBD:say}} so .", {}),
        ("His{PRP$ poss visit} visit{NN} .", {}),
    ],
)  # fmt: skip
def test_whose_the_event_is(drawn: str, expected: dict[str, str]) -> None:
    """By an apostrophe, a clitic or a pronoun, whatever the parser hung it on."""
    assert expected == told(owner, drawn)


WORDS = f"They{{PRP nsubj praised}} praised{{VBD:praise}} words{{NNS:word dobj praised}} of{{IN prep words}} {SOTO}{{NNP pobj of}}"
ROW = f"{WORDS} and{{CC cc soto}} {HOLM}{{NNP conj soto}}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{ROW} during{{IN prep words}} their{{PRP$ poss talks}} talks{{NNS:talk pobj during}} .", BOTH),
        (f"{ROW} before{{IN prep words}} their{{PRP$ poss talks}} talks{{NNS:talk pobj before}} .", {}),
        (f"{ROW} during{{IN prep words}} her{{PRP$ poss talks}} talks{{NNS:talk pobj during}} .", {}),
        (f"{WORDS} during{{IN prep words}} their{{PRP$ poss talks}} talks{{NNS:talk pobj during}} .", {}),
        (f"{ROW} again{{RB advmod praised}} during{{IN prep words}} their{{PRP$ poss talks}} talks{{NNS:talk pobj during}} .", {}),
        (f"{ROW} during{{IN prep words}} their{{PRP$ poss visit}} visit{{NN pobj during}} .", {}),
        ("Their{PRP$ poss talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", {}),
    ],
)  # fmt: skip
def test_their_talks_are_those_of_the_row_before(drawn: str, expected: dict[str, str]) -> None:
    """Of two or more who stand right before "during their talks"."""
    assert expected == told(theirs, drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"Ahead of{{IN}} {SOTO}{{NNP pobj of}} and{{CC cc soto}} {HOLM}{{NNP compound meeting}} meeting{{NN pobj of}} .", BOTH),
        (f"Ahead of{{IN}} {SOTO}{{NNP pobj of}} or{{CC cc soto}} {HOLM}{{NNP compound meeting}} meeting{{NN pobj of}} .", {}),
        (f"It was {SOTO}{{NNP}}\nand{{CC}} {HOLM}{{NNP compound meeting}} meeting{{NN}} .", {}),
        (f"Ahead of{{IN}} {SOTO}{{NNP pobj of}} and{{CC cc soto}} {HOLM}{{NNP compound visit}} visit{{NN pobj of}} .", {}),
        (f"Ahead of{{IN}} {SOTO}{{NNP pobj of}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} the{{DT det meeting}} meeting{{NN pobj of}} .", {}),
    ],
)  # fmt: skip
def test_two_names_right_before_the_noun_meet(drawn: str, expected: dict[str, str]) -> None:
    """Joined by "and", in one sentence, at an event that people hold with each other."""
    assert expected == told(joined_before, drawn)


HELPED = f"{SOTO}{{NNP nsubj helped}} helped{{VBD:help}} peace{{NN dobj helped}} , including{{IN prep helped}} meetings{{NNS:meeting pobj including}} with{{IN prep meetings}} {HOLM}{{NNP pobj with}} ."


@pytest.mark.parametrize(
    ("told_so", "by", "expected"),
    [
        ("", "", {"Soto": "participant"}),
        ("including{IN prep helped}", "including{VBG prep helped}", {"Soto": "participant"}),
        (" , including{IN prep helped}", " like{IN prep helped}", {}),
        ("with{IN prep meetings}", "by{IN prep meetings}", {}),
        ("including{IN prep helped} ", "including{IN prep helped} her{PRP$ poss meetings} ", {}),
        ("Soto|BOL", "Soto|BOL", {"Soto": "participant"}),
        ("[person:Soto|BOL]", "[group:Friends]", {}),
        ("{NNP nsubj helped} helped", "{NNP nsubjpass helped} was{VBD:be auxpass helped} helped", {}),
    ],
)
def test_an_instance_is_of_whoever_does_it(told_so: str, by: str, expected: dict[str, str]) -> None:
    """ "A helped, including meetings with B": A's meetings; not where they have another owner, or of a group that could be anybody's."""
    assert expected == told(
        instanced,
        HELPED.replace(told_so, by, 1)
        .replace("pobj including", "pobj like" if "like{" in by else "pobj including")
        .replace("pobj with", "pobj by" if by.startswith("by") else "pobj with"),
    )


def test_of_what_was_helped_by_another_nothing_is_an_instance() -> None:
    """Whoever stands behind "by" is not told to have had those meetings."""
    drawn = HELPED.replace(
        "nsubj helped} helped{VBD:help}", "nsubjpass helped} was{VBD:be auxpass helped} helped{VBN:help}"
    )

    assert {} == told(instanced, drawn.replace(" .", f" by{{IN agent helped}} {REYES}{{NNP pobj by}} ."))


@pytest.mark.parametrize(
    ("part", "kind", "expected"),
    [("participation", "NN pobj in", {"Soto": "participant"}), ("interest", "NN pobj in", {}), ("participation", "NN dobj praised", {})],
)  # fmt: skip
def test_whose_part_in_it_is_told_takes_part(part: str, kind: str, expected: dict[str, str]) -> None:
    """ "praised A's participation in the summit"."""
    drawn = f"They{{PRP nsubj praised}} praised{{VBD:praise}} {SOTO}{{NNP poss {part}}} s {part}{{NN dobj praised}} in{{IN prep {part}}} the{{DT det summit}} summit{{{kind}}} ."

    assert expected == told(taking_part, drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{PERU}{{NNP compound talks}} - {CHAD}{{NNP compound talks}} talks{{NNS:talk nsubj ended}} ended{{VBD:end}} .", LANDS),
        (f"{PERU}{{NNP compound talks}} {CHAD}{{NNP compound talks}} talks{{NNS:talk nsubj ended}} ended{{VBD:end}} .", {}),
        (f"{PERU}{{NNP poss friends}} - {CHAD}{{NNP poss friends}} friends{{NNS:friend compound talks}} talks{{NNS:talk nsubj ended}} ended{{VBD:end}} .", {}),
        (f"{PERU}{{NNP npadvmod brokered}} - brokered{{VBN:broker amod talks}} talks{{NNS:talk nsubj ended}} ended{{VBD:end}} .", {"Peru": "mediator"}),
        (f"{PERU}{{NNP npadvmod brokered}} brokered{{VBN:broker amod talks}} talks{{NNS:talk nsubj ended}} ended{{VBD:end}} .", {}),
    ],
)  # fmt: skip
def test_names_in_one_word_with_the_noun(drawn: str, expected: dict[str, str]) -> None:
    """ "A-B talks", "A-brokered talks"; not who stands there for another word."""
    assert expected == told(in_compound, drawn)


RELATIVE = f"Talks{{NNS:talk nsubj failed}} {PERU}{{NNP nsubj held}} held{{VBD:hold relcl talks}} with{{IN prep held}} {CHAD}{{NNP pobj with}} failed{{VBD:fail}} ."


@pytest.mark.parametrize(
    ("told_so", "by", "expected"),
    [
        ("", "", LANDS),
        ("with{IN prep held}", "near{IN prep held}", {"Peru": "participant"}),
        ("held{VBD:hold relcl talks}", "held{VBD:praise relcl talks}", {}),
        ("held{VBD:hold relcl talks}", "held{VBD:hold acl talks}", {}),
        ("held{VBD:hold relcl talks}", "was{VBD:be auxpass held} held{VBN:hold relcl talks}", {}),
        (f"{PERU}{{NNP nsubj held}}", "who{WP nsubj held}", {}),
    ],
)
def test_who_holds_it_in_a_relative_clause_takes_part(told_so: str, by: str, expected: dict[str, str]) -> None:
    """The subject of "talks that A held with B", and B; not of another verb, nor "who"."""
    drawn = RELATIVE.replace(told_so, by, 1).replace("pobj with", "pobj near" if by.startswith("near") else "pobj with")

    assert expected == told(in_relative_clause, drawn)


@pytest.mark.parametrize(
    ("verb", "preposition", "expected"),
    [
        ("planned{VBN:plan acl meeting}", "with", {"Holm": "participant"}),
        ("planned{VBN:plan acl meeting}", "near", {}),
        ("planned{VBG:plan acl meeting}", "with", {}),
    ],
)
def test_with_whom_it_is_planned(verb: str, preposition: str, expected: dict[str, str]) -> None:
    """ "a meeting planned with A"."""
    drawn = f"A{{DT det meeting}} meeting{{NN nsubj failed}} {verb} {preposition}{{IN prep planned}} {HOLM}{{NNP pobj {preposition}}} failed{{VBD:fail}} ."

    assert expected == told(planned_with, drawn)


HELD = "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{HELD} , led{{VBN:lead advcl held}} by{{IN agent led}} {SOTO}{{NNP pobj by}} .", {"Soto": "lead"}),
        (f"{HELD} , leading{{VBG:lead advcl held}} by{{IN agent leading}} {SOTO}{{NNP pobj by}} .", {}),
        (f"{HELD} , praised{{VBN:praise advcl held}} by{{IN agent praised}} {SOTO}{{NNP pobj by}} .", {}),
        (f"Led{{VBN:lead advcl held}} by{{IN agent led}} {SOTO}{{NNP pobj by}} , they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} .", {}),
        (f"{HELD.replace('talks', 'faith').replace(':talk', '')} in{{IN prep held}} talks{{NNS:talk pobj in}} , led{{VBN:lead advcl held}} by{{IN agent led}} {SOTO}{{NNP pobj by}} .", {}),
    ],
)  # fmt: skip
def test_a_participle_behind_the_carrying_verb_is_the_event_s(drawn: str, expected: dict[str, str]) -> None:
    """ "held talks, led by A": where the event is the verb's own argument."""
    assert expected == told(describing, drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("Talks{NNS:talk nsubj ended} that{WDT nsubj began} began{VBD:begin relcl talks} between{IN prep began} {} ended{VBD:end} .", LANDS),
        ("Talks{NNS:talk nsubj ended} ended{VBD:end} between{IN prep ended} {} .", LANDS),
        ("They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} between{IN prep held} {} .", {}),
        ("Talks{NNS:talk nsubj ended} ended{VBD:end} beside{IN prep ended} {} .", {}),
    ],
)  # fmt: skip
def test_between_may_stand_behind_the_verb(drawn: str, expected: dict[str, str]) -> None:
    """ "talks that began in May between A and B", where the event is the verb's subject."""
    leading = "beside" if "beside" in drawn else "between"
    row = f"{PERU}{{NNP pobj {leading}}} and{{CC cc peru}} {CHAD}{{NNP conj peru}}"

    assert expected == told(between_behind, drawn.replace("{}", row))


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f"at{{IN prep made}} the{{DT det invitation}} invitation{{NN pobj at}} of{{IN prep invitation}} {HOLM}{{NNP pobj of}}", {"Holm": "host"}),
        (f"at{{IN prep made}} {HOLM}{{NNP poss invitation}} s invitation{{NN pobj at}}", {"Holm": "host"}),
        (f"at{{IN prep visit}} the{{DT det invitation}} invitation{{NN pobj at}} of{{IN prep invitation}} {HOLM}{{NNP pobj of}}", {"Holm": "host"}),
        (f"as{{IN prep made}} a{{DT det guest}} guest{{NN pobj as}} of{{IN prep guest}} {HOLM}{{NNP pobj of}}", {"Holm": "host"}),
        (f"with{{IN prep made}} the{{DT det blessing}} blessing{{NN pobj with}} of{{IN prep blessing}} {HOLM}{{NNP pobj of}}", {}),
        (f"at{{IN prep made}} the{{DT det invitation}} invitation{{NN pobj at}} beside{{IN prep invitation}} {HOLM}{{NNP pobj beside}}", {}),
    ],
)  # fmt: skip
def test_whoever_invites_is_the_host(behind: str, expected: dict[str, str]) -> None:
    """ "at the invitation of A", on the noun or on its verb."""
    drawn = f"{SOTO}{{NNP nsubj made}} made{{VBD:make}} a{{DT det visit}} visit{{NN dobj made}} {behind} ."

    assert expected == told(inviting, drawn)


VISIT = f"to{{TO aux visit}} visit{{VB xcomp invited}} {CHAD}{{NNP dobj visit}} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{SOTO}{{NNP nsubj invited}} invited{{VBD:invite}} {HOLM}{{NNP dobj invited}} {VISIT}", {"Soto": "host"}),
        (f"{SOTO}{{NNP nsubj invited}} invited{{VBD:urge}} {HOLM}{{NNP dobj invited}} {VISIT}", {}),
        (f"{HOLM}{{NNP nsubjpass invited}} was{{VBD:be auxpass invited}} invited{{VBN:invite}} {VISIT}", {}),
        (f"{SOTO}{{NNP nsubj invited}} invited{{VBD:invite}} {HOLM}{{NNP dobj invited}} and{{CC}} visit{{VBP conj invited}} {CHAD}{{NNP dobj visit}} .", {}),
        (f"{HOLM}{{NNP nsubj accepted}} accepted{{VBD:accept}} {SOTO}{{NNP poss invitation}} s invitation{{NN dobj accepted}} {VISIT.replace('xcomp invited', 'acl invitation')}", {"Soto": "host"}),
        (f"{SOTO}{{NNP nsubj extended}} extended{{VBD:extend}} an invitation{{NN dobj extended}} for{{IN mark visit}} {HOLM}{{NNP nsubj visit}} {VISIT.replace('xcomp invited', 'acl invitation')}", {"Soto": "host"}),
    ],
)  # fmt: skip
def test_whoever_invites_another_to_come_is_the_host(drawn: str, expected: dict[str, str]) -> None:
    """ "A invited B to visit", "B accepted A's invitation to visit"; who urges another to go is none."""
    assert expected == told(inviting_to_come, drawn)
