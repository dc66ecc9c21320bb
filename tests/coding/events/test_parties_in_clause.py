"""Who takes part by the verb that carries an event, each construction asked of a drawn sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.parties_in_clause import (
    agent,
    attending,
    brought_together,
    carrying_subject,
    company,
    dealing_inside,
    deciding,
    ending,
    heading,
    hosted,
)
from memcon.coding.text_index import TextIndex
from tests.coding.events.scenes import scene
from tests.coding.events.test_parties_in_phrase import BOTH, CHAD, HOLM, PERU, SOTO, told

WITHDRAWAL = f"{SOTO}{{NNP nsubj announced}} announced{{VBD:announce}} a{{DT det withdrawal}} withdrawal{{NN dobj announced}} of{{IN prep withdrawal}} troops{{NNS:troop pobj of}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "subject"}),
        ("VBD:announce", "VBD:praise", {}),
        ("withdrawal{NN dobj announced}", "plan{NN dobj announced} for{IN prep plan} withdrawal{NN pobj for}", {}),
        ("troops{NNS:troop pobj of}", f"troops{{NNS:troop pobj of}} by{{IN prep withdrawal}} {PERU}{{NNP pobj by}}", {}),
        ("a{DT det withdrawal}", "its{PRP$ poss withdrawal}", {}),
        ("withdrawal{NN dobj announced} of{IN prep withdrawal} troops{NNS:troop pobj of}", "talks{NNS:talk dobj announced}", {}),
    ],
)  # fmt: skip
def test_who_announces_an_act_does_it(words: str, by: str, expected: dict[str, str]) -> None:
    """Where no one else is told to, and the act is what is announced."""
    drawn = WITHDRAWAL.replace(words, by, 1)
    drawn = drawn.replace("det withdrawal", "det talks") if "talks" in by else drawn

    assert expected == told(deciding, drawn)


LED = f"The{{DT det summit}} summit{{NN nsubjpass led}} was{{VBD:be auxpass led}} led{{VBN:lead}} by{{IN agent led}} {SOTO}{{NNP pobj by}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "lead"}),
        ("VBN:lead", "VBN:praise", {}),
        ("nsubjpass led} was{VBD:be auxpass led} led{VBN:lead}", "nsubj led} led{VBD:lead}", {}),
    ],
)
def test_by_whom_it_is_led(words: str, by: str, expected: dict[str, str]) -> None:
    """The agent of the passive over the event."""
    assert expected == told(agent, LED.replace(words, by, 1))


GATHERED = f"The{{DT det summit}} summit{{NN nsubj gathered}} gathered{{VBD:gather}} {SOTO}{{NNP dobj gathered}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", BOTH),
        ("VBD:gather", "VBD:anger", {}),
        ("nsubj gathered", "npadvmod gathered", {}),
    ],
)
def test_whom_it_gathers(words: str, by: str, expected: dict[str, str]) -> None:
    """The objects of a verb of gathering whose subject is the event."""
    assert expected == told(brought_together, GATHERED.replace(words, by, 1))


LEADING = f"{SOTO}{{NNP nsubj led}} led{{VBD:lead}} the{{DT det part}} part{{NN:participation dobj led}} in{{IN prep part}} a{{DT det meeting}} meeting{{NN pobj in}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "lead"}),
        ("VBD:lead", "VBD:praise", {}),
        (":participation", ":interest", {}),
        ("dobj led", "npadvmod led", {}),
        ("nsubj led} led{VBD:lead}", "nsubjpass led} was{VBD:be auxpass led} led{VBN:lead}", {}),
    ],
)
def test_who_leads_a_side_s_part_in_it(words: str, by: str, expected: dict[str, str]) -> None:
    """ "led the delegation's participation in a meeting"; not whoever praised it."""
    assert expected == told(heading, LEADING.replace(words, by, 1))


ENDING = f"{SOTO}{{NNP nsubj said}} , ending{{VBG:end acl soto}} a{{DT det visit}} visit{{NN dobj ending}} to{{IN prep visit}} {CHAD}{{NNP pobj to}} , said{{VBD:say}} so ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "visitor"}),
        ("acl soto", "advcl said", {"Soto": "visitor"}),
        ("VBG:end acl soto", "VBD:end acl soto", {}),
        ("VBG:end", "VBG:plan", {}),
        ("acl soto", "xcomp said", {}),
        ("a{DT det visit}", "his{PRP$ poss visit}", {}),
        ("to{IN prep visit}", f"by{{IN prep visit}} {HOLM}{{NNP pobj by}} to{{IN prep visit}}", {}),
    ],
)
def test_who_ends_it_was_there(words: str, by: str, expected: dict[str, str]) -> None:
    """A participle beside what is said, of an event that is nobody else's."""
    assert expected == told(ending, ENDING.replace(words, by, 1))


ROW = f"{PERU}{{NNP pobj between}} and{{CC cc peru}} {CHAD}{{NNP conj peru}}"


@pytest.mark.parametrize(
    ("verb", "behind", "expected"),
    [
        ("resume", f"between{{IN prep talks}} {ROW}", {}),
        ("resume", f"about{{IN prep talks}} {ROW.replace('between', 'about')}", {"Soto": "participant"}),
        ("boycott", f"between{{IN prep talks}} {ROW}", {"Soto": "absent"}),
        ("observe", f"between{{IN prep talks}} {ROW}", {"Soto": "observer"}),
        ("praise", "", {}),
    ],
)
def test_who_carries_it_takes_part_unless_the_parties_are_told(
    verb: str, behind: str, expected: dict[str, str]
) -> None:
    """Who helps to resume talks "between A and B" need not be a party; who stays away from them or observes them is told so."""
    drawn = f"{SOTO}{{NNP nsubj did}} did{{VBD:{verb}}} talks{{NNS:talk dobj did}} {behind} ."

    assert expected == told(carrying_subject, drawn)


@pytest.mark.parametrize(
    ("verb", "number", "behind", "expected"),
    [
        ("welcome", 1, "for", {"Holm": "participant"}),
        ("join", 0, "for", {"Holm": "participant"}),
        ("meet", 1, "for", {}),
        ("ask", 0, "for", {}),
        ("travel", 0, "for", {}),
        ("thank", 0, "for", {}),
        ("welcome", 1, "after", {}),
    ],
)
def test_whom_a_host_receives_or_somebody_joins_for_it(
    verb: str, number: int, behind: str, expected: dict[str, str]
) -> None:
    """Not whom somebody meets, asks or takes along for it; what the verb itself tells of is told before the noun."""
    drawn = f"{SOTO}{{NNP nsubj did}} did{{VBD:{verb}}} {HOLM}{{NNP dobj did}} {behind}{{IN prep did}} talks{{NNS:talk pobj {behind}}} ."

    assert expected == told(hosted, drawn, number=number)


WITH = f"with{{IN prep talks}} {HOLM}{{NNP pobj with}}"


def beside(verb: str, preposition: str, behind: str = "", noun: str = "talks{NNS:talk", subject: str = "nsubj") -> str:
    """ "Soto did so" beside an event that a preposition leads to."""
    return f"{SOTO}{{NNP {subject} did}} did{{VBD:{verb}}} so {preposition}{{IN prep did}} {noun} pobj {preposition}}} {behind} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # who does anything with a partner there is the other side
        (beside("smile", "during", WITH), True),
        (beside("smile", "after", WITH), True),
        (beside("smile", "despite", WITH), False),
        (beside("smile", "before", WITH), False),
        (beside("say", "before", WITH), True),
        (beside("say", "before"), False),
        (beside("smile", "during"), False),
        (beside("smile", "during", WITH.replace("with", "near")), False),
        (beside("smile", "during", WITH, noun="a{DT det visit} visit{NN").replace("prep talks", "prep visit"), False),
        (beside("smile", "during", f"his{{PRP$ poss talks}} {WITH}"), False),
        (beside("accuse", "during", WITH, subject="nsubjpass"), False),
        # or is there for it
        (beside("be", "for", WITH), True),
        (beside("fly", "for", WITH), True),
        (beside("aim", "for", WITH), False),
        (beside("smile", "for", WITH), False),
        (beside("be", "for"), False),
        (beside("be", "about", WITH), False),
        # a statement is told by what is said in it
        (f"In{{IN prep condemned}} a{{DT det statement}} joint{{JJ amod statement}} statement{{NN pobj in}} , {PERU}{{NNP nsubj condemned}} and{{CC cc peru}} {CHAD}{{NNP conj peru}} condemned{{VBD:condemn}} it{{PRP dobj condemned}} .", True),
        # on a journey
        (beside("say", "on", noun="a{DT det visit} visit{NN"), True),
        (beside("say", "on", noun="the{DT det visit} visit{NN"), False),
        (beside("hug", "on", noun="a{DT det visit} visit{NN"), False),
        (f"On{{IN prep hugged}} the{{DT det visit}} visit{{NN pobj on}} , {SOTO}{{NNP nsubj hugged}} hugged{{VBD:hug}} them .", True),
    ],
)  # fmt: skip
def test_who_does_something_beside_it_takes_part(drawn: str, expected: bool) -> None:
    """By the preposition, by who else is told to be there, and by what is done."""
    assert expected is bool(told(attending, drawn))


@pytest.mark.parametrize(
    ("verb", "leading", "behind", "expected"),
    [
        ("look", "forward{RB advmod did} to", "with", True),
        ("look", "forward{RB advmod did} to", "about", False),
        ("come", "forward{RB advmod did} to", "with", False),
        ("step", "forward{RB advmod did} to", "with", False),
        ("look", "towards", "with", False),
        ("look", "around", "with", False),
    ],
)
def test_who_looks_forward_to_it_takes_part(verb: str, leading: str, behind: str, expected: bool) -> None:
    """Where it is told with whom; who only looks towards it does not."""
    last = leading.rpartition(" ")[2]
    drawn = f"{SOTO}{{NNP nsubj did}} did{{VBD:{verb}}} {leading}{{IN prep did}} the{{DT det talks}} talks{{NNS:talk pobj {last}}} {behind}{{IN prep talks}} {HOLM}{{NNP pobj {behind}}} ."

    assert expected is bool(told(attending, drawn))


CALLED = f"{SOTO}{{NNP nsubj called}} called{{VBD:call}} for{{IN prep called}} talks{{NNS:talk pobj for}} {WITH} ."


@pytest.mark.parametrize(
    ("words", "by", "over", "expected"),
    [
        ("", "", "called", True),
        ("", "", "for", False),
        (WITH, "", "called", False),
        ("nsubj called} called{VBD:call}", "nsubjpass called} was{VBD:be auxpass called} called{VBN:call}", "called", False),
        ("for{IN", "them{PRP dobj called} for{IN", "called", False),
        ("talks{NNS:talk pobj for}", "visit{NN pobj for}", "called", False),
    ],
)  # fmt: skip
def test_who_calls_for_talks_with_another_means_to_take_part(words: str, by: str, over: str, expected: bool) -> None:
    """Itself, not whoever it calls on; and only of what people do with each other."""
    drawn = CALLED.replace(words, by, 1) if words else CALLED
    noun = "visit" if "visit" in by else "talks"
    drawn = drawn.replace("prep talks", f"prep {noun}")

    assert expected is bool(told(attending, drawn, **{noun: [("proposal", over)]}))


@pytest.mark.parametrize(
    ("drawn", "over", "expected"),
    [
        (f"{SOTO}{{NNP nsubj joined}} joined{{VBD:participate}} in{{IN prep joined}} talks{{NNS:talk pobj in}} by{{IN prep talks}} {HOLM}{{NNP pobj by}} .", {}, True),
        (f"{SOTO}{{NNP nsubj dropped}} dropped{{VBD:drop}} plans{{NNS:plan dobj dropped}} for{{IN prep plans}} a{{DT det visit}} visit{{NN pobj for}} .", {"visit": [("arrangement", "plans")]}, True),
        (f"{SOTO}{{NNP nsubj dropped}} dropped{{VBD:drop}} plans{{NNS:plan dobj dropped}} for{{IN prep plans}} a{{DT det visit}} visit{{NN pobj for}} by{{IN prep visit}} {HOLM}{{NNP pobj by}} .", {"visit": [("arrangement", "plans")]}, False),
        (f"{SOTO}{{NNP nsubj dropped}} dropped{{VBD:drop}} plans{{NNS:plan npadvmod dropped}} for{{IN prep plans}} a{{DT det visit}} visit{{NN pobj for}} .", {"visit": [("arrangement", "plans")]}, False),
    ],
)  # fmt: skip
def test_who_plans_it_takes_part_unless_it_is_another_s(drawn: str, over: dict[str, object], expected: bool) -> None:
    """ "dropped plans for a visit", not "for a visit by B"; who takes part in it does, whoever leads it."""
    assert expected is bool(told(attending, drawn, **over))


SMILED = "{} smiled{{VBD:smile}} at{{IN prep smiled}} a{{DT det summit}} summit{{NN pobj at}} ."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SOTO, HOLM, True),
        ("[organization:Bank]", "[organization:Board]", False),
        ("[group:Farmers|BOL]", "[group:Fishermen|BOL]", False),
        (PERU, CHAD, False),
        (SOTO, "[organization:Board]", False),
    ],
)
def test_two_persons_who_do_something_there_meet(one: str, other: str, expected: bool) -> None:
    """ "A and B smiled at the summit"; bodies, groups and states may do so from afar."""
    first = one.partition(":")[2].partition("|")[0].rstrip("]").lower()
    row = f"{one}{{NNP nsubj smiled}} and{{CC cc {first}}} {other}{{NNP conj {first}}}"

    assert expected is bool(told(attending, SMILED.replace("{}", row, 1).replace("{{", "{").replace("}}", "}")))


@pytest.mark.parametrize(
    ("who", "is_known", "expected"),
    [
        (SOTO, True, True),
        ("[organization:Board]", True, True),
        ("[group:Farmers|PER]", True, True),
        ("[group:Farmers]", True, False),
        (SOTO, False, False),
    ],
)
def test_who_can_attend(who: str, is_known: bool, expected: bool) -> None:
    """Whoever the document knows, and no group that could be anybody's."""
    found = scene(
        f"{who}{{NNP nsubj said}} said{{VBD:say}} so at{{IN prep said}} a{{DT det summit}} summit{{NN pobj at}} ."
    )
    if not is_known:
        found = replace(found, index=TextIndex(replace(found.index.annotation, actors=())))

    assert expected is bool(list(attending(found)))


TOLD = f"{SOTO}{{NNP nsubj asked}} asked{{VBD:ask}} {HOLM}{{NNP dobj asked}} during{{IN prep asked}} a{{DT det meeting}} meeting{{NN pobj during}} to{{TO aux go}} go{{VB xcomp asked}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", BOTH),
        ("during{IN", "before{IN", {}),
        ("xcomp asked", "conj asked", {}),
        ("a{DT det meeting}", "their{PRP$ poss meeting}", BOTH),
        (" to{TO aux go} go{VB xcomp asked}", "", {}),
        ("meeting{NN", "visit{NN", {}),
        (HOLM, CHAD, {}),
        ("VBD:ask", "VBD:participate", BOTH),
    ],
)
def test_who_asks_another_during_a_meeting_meets_that_person(words: str, by: str, expected: dict[str, str]) -> None:
    """Where something is told to them, or it is "their" meeting."""
    drawn = TOLD.replace(words, by, 1) if words else TOLD
    for one, other in (("during", "before"), ("meeting", "visit")):
        drawn = (
            drawn.replace(f"pobj {one}", f"pobj {other}").replace(f"det {one}", f"det {other}")
            if other in by
            else drawn
        )

    assert expected == told(dealing_inside, drawn)


HELD = f"{PERU}{{NNP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}}"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f"with{{IN prep held}} {CHAD}{{NNP pobj with}} .", {"Chad": "participant"}),
        (f", with{{IN prep held}} {CHAD}{{NNP pobj with}} among{{IN prep chad}} others .", {}),
        (f", with{{IN prep held}} {CHAD}{{NNP pobj with}} , among{{IN prep held}} others .", {"Chad": "participant"}),
        (f"with{{IN prep held}} {CHAD}{{NNP pobj with}} among{{IN prep chad}} others .", {"Chad": "participant"}),
        (f", with{{IN prep held}} {CHAD}{{NNP pobj with}}\nAmong others .", {"Chad": "participant"}),
        (f"with{{IN prep held}} {CHAD}{{NNP pobj with}} saying{{VBG:say acl chad}} so .", {}),
        (f"with{{IN prep held}} {CHAD}{{NNP pobj with}} said{{VBN:say acl chad}} to be ill .", {"Chad": "participant"}),
        (f"with{{IN prep held}} {CHAD}{{NNP pobj with}} say{{VB:say acl chad}} so .", {"Chad": "participant"}),
        (f"with{{IN prep held}} {CHAD}{{NNP nsubj saying}} saying{{VBG:say pcomp with}} so .", {}),
        (f"between{{IN prep held}} {CHAD}{{NNP pobj between}} .", {"Chad": "participant"}),
        (f"beside{{IN prep held}} {CHAD}{{NNP pobj beside}} .", {}),
    ],
)  # fmt: skip
def test_company_on_the_carrying_verb(behind: str, expected: dict[str, str]) -> None:
    """Who stands with the subject; not who is only placed among others or says something of it."""
    assert expected == told(company, f"{HELD} {behind}")


def test_without_a_verb_nobody_does_anything_there() -> None:
    """ "Soto at a summit", as a line has it."""
    assert {} == told(attending, f"{SOTO}{{NNP}} at{{IN prep soto}} a{{DT det summit}} summit{{NN pobj at}} .")
