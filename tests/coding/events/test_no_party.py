"""Why somebody who is named around an event takes no part in it, each reason asked of a drawn sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.participants import NO_PARTY
from tests.coding.events.scenes import scene
from tests.coding.events.test_participants import roles


def reasons(drawn: str, name: str, form: str = "name") -> list[str]:
    """The reasons why the one whom the sentence names as `name` takes no part."""
    found = scene(drawn)
    mention = next(m for m in found.index.annotation.mentions if m.span.of(found.index.text) == name)
    told = replace(mention, form=form)  # type: ignore[arg-type]
    return [reason.__name__.strip("_") for reason in NO_PARTY if reason(found, told)]


@pytest.mark.parametrize(
    ("drawn", "name", "expected"),
    [
        # a name before a colon heads the line
        ("[person:Lind]{NNP} : they{PRP nsubj met} met{VBD:meet} .", "Lind", True),
        ("[person:Ann Lind]{NNP} : they{PRP nsubj met} met{VBD:meet} .", "Ann Lind", True),
        ("It rained .\n[person:Ann Lind]{NNP} : they{PRP nsubj met} met{VBD:meet} .", "Ann Lind", True),
        ("So [person:Lind]{NNP} : they{PRP nsubj met} met{VBD:meet} .", "Lind", False),
        ("[person:Lind]{NNP} ; they{PRP nsubj met} met{VBD:meet} .", "Lind", False),
        ("[person:Lind]{NNP} , they{PRP nsubj met} met{VBD:meet} .", "Lind", False),
        ("They{PRP nsubj met} met{VBD:meet} .\n[person:Ann Mary Lind]{NNP}", "Ann Mary Lind", False),
        ("They{PRP nsubj met} met{VBD:meet} soon .\n[person:Ann Lind]{NNP}", "Ann Lind", False),
    ],
)
def test_who_heads_the_line(drawn: str, name: str, expected: bool) -> None:
    """ "Lind: they met", at the beginning of a sentence and before a colon only; the last word of a text has nothing behind it."""
    assert (["heads_the_line"] if expected else []) == reasons(drawn, name)


@pytest.mark.parametrize(
    ("verb", "forces", "form", "expected"),
    [
        ("held", "[group:nearly ninety{CD nummod troops} troops]{NNS:troop pobj with}", "nominal", True),
        ("held", "[group:nearly ninety{CD nummod experts} experts]{NNS:expert pobj with}", "nominal", True),
        ("held", "[group:nearly ninety{CD nummod troops} troops]{NNS:troop pobj with}", "name", False),
        ("held", "[group:nearly ninety{CD nummod troops} troops]{NNS:troop pobj with}", "title", False),
        ("held", "[group:nearly all{DT det troops} troops]{NNS:troop pobj with}", "nominal", False),
        ("held", "[group:nearly ninety{CD nummod bakers} bakers]{NNS:baker pobj with}", "nominal", False),
        ("held", "[group:nearly ninety{CD nummod troops} troops|DNK]{NNS:troop pobj with}", "nominal", False),
        ("met", "[group:nearly ninety{CD nummod troops} troops]{NNS:troop pobj with}", "nominal", False),
    ],
)  # fmt: skip
def test_how_many_forces_come_is_no_party(verb: str, forces: str, form: str, expected: bool) -> None:
    """ "a summit with nearly ninety troops": a number of forces without a country, told with a noun; not whom somebody met."""
    event = "held{VBD:hold} a{DT det summit} summit{NN dobj held} with{IN prep summit}"
    drawn = f"They{{PRP nsubj {verb}}} {event if verb == 'held' else 'met{VBD:meet} with{IN prep met}'} {forces} ."
    name = forces.partition(":")[2].partition("]")[0].partition("|")[0]
    plain = name.partition("{")[0] + name.partition("}")[2]

    assert (["is_a_number_of_forces"] if expected else []) == reasons(drawn, plain, form)


@pytest.mark.parametrize(
    ("drawn", "name", "expected"),
    [
        ("They{PRP nsubj met} met{VBD:meet} [group:any Danish officials|DNK]{NNS:official dobj met} .", "any Danish officials", True),
        ("They{PRP nsubj met} met{VBD:meet} no{DT det officials} [group:new Danish officials|DNK]{NNS:official dobj met} .", "new Danish officials", True),
        ("They{PRP nsubj met} met{VBD:meet} no{DT det officials} [group:officials|DNK]{NNS:official dobj met} .", "officials", True),
        ("No{DT det officials} [group:officials|DNK]{NNS:official nsubj met} met{VBD:meet} them{PRP dobj met} .", "officials", True),
        ("They{PRP nsubj met} met{VBD:meet} no{DT det officials} new [group:officials|DNK]{NNS:official dobj met} .", "officials", False),
        ("They{PRP nsubj met} met{VBD:meet} [group:officials|DNK]{NNS:official dobj met} no{DT det day} day .", "officials", False),
        ("[person:Lind]{NNP nsubj met} met{VBD:meet} them{PRP dobj met} , yes or no", "Lind", False),
    ],
)  # fmt: skip
def test_nobody_in_particular_is_no_party(drawn: str, name: str, expected: bool) -> None:
    """ "met no officials", "any officials": by the first word of a mention or the one before it."""
    assert (["is_nobody_in_particular"] if expected else []) == reasons(drawn, name)


HELD = "[state:Peru|PER]{NNP nsubj held} held{VBD:hold} talks{NNS:talk dobj held}"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("with{IN prep talks} [state:Chad|TCD]{NNP pobj with} saying{VBG:say acl chad} so .", ["Peru"]),
        ("with{IN prep talks} [state:Chad|TCD]{NNP pobj with} and{CC cc chad} [state:Togo|TGO]{NNP conj chad} saying{VBG:say acl chad} so .", ["Peru"]),
        ("with{IN prep talks} [state:Chad|TCD]{NNP pobj with} fishing{VBG:fish acl chad} .", ["Peru", "Chad"]),
        ("with{IN prep talks} [state:Chad|TCD]{NNP pobj with} .", ["Peru", "Chad"]),
        ("involving{VBG prep talks} [state:Chad|TCD]{NNP pobj involving} saying{VBG:say acl chad} so .", ["Peru", "Chad"]),
        ("without{IN prep talks} much , with{IN prep talks} [state:Chad|TCD]{NNP pobj with} , [state:Togo|TGO]{NNP conj chad} saying{VBG:say acl chad} so .", ["Peru"]),
    ],
)  # fmt: skip
def test_who_only_says_something_of_it_takes_no_part(behind: str, expected: list[str]) -> None:
    """ "talks, with Chad saying so", also of several in a row; another word than "with" names a party whatever it says."""
    assert expected == list(roles(f"{HELD} {behind}"))


def test_a_name_within_a_word_gives_no_reason() -> None:
    """Of "Peru-led" as one word no token is the name's own."""
    assert [] == reasons("They{PRP nsubj held} held{VBD:hold} [state:Peru|PER]-led talks{NNS:talk dobj held} .", "Peru")


def test_who_is_named_behind_a_quotation_mark_is_another() -> None:
    """Only a comma parts a counterpart from his name."""
    met = "[person:Soto|BOL]{NNP nsubj met} met{VBD:meet} his{PRP$ poss counterpart} [person:counterpart|DNK]{NN dobj met}"

    assert ["is_named_next"] == reasons(f"{met} , [person:Holm|DNK]{{NNP appos counterpart}} .", "counterpart")
    assert [] == reasons(f'{met} " [person:Holm|DNK]{{NNP nsubj left}} left{{VBD:leave}} " .', "counterpart")


STOP = "They{PRP nsubj praised} praised{VBD:praise} [state:Fiji|FJI]{NNP dobj praised} ,"
THEY = "[state:Fiji|FJI]{PRP nsubj met}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{STOP} where{{WRB advmod met}} {THEY} met{{VBD:meet relcl fiji}} [person:Holm|DNK]{{NNP dobj met}} .", ["Holm"]),
        (f"{STOP} where{{WRB advmod hoped}} they{{PRP nsubj hoped}} hoped{{VBD:hope relcl fiji}} {THEY} met{{VBD:meet ccomp hoped}} [person:Holm|DNK]{{NNP dobj met}} .", ["Holm"]),
        (f"{STOP} where{{WRB advmod met}} {THEY} met{{VBD:meet advcl fiji}} [person:Holm|DNK]{{NNP dobj met}} .", ["Fiji", "Holm"]),
        (f"{STOP} where{{WRB advmod met}} {THEY} met{{VBD:meet xcomp fiji}} [person:Holm|DNK]{{NNP dobj met}} .", ["Fiji", "Holm"]),
        (f"{STOP} once{{RB advmod met}} {THEY} met{{VBD:meet relcl fiji}} [person:Holm|DNK]{{NNP dobj met}} .", ["Fiji", "Holm"]),
        (f"They{{PRP nsubj praised}} praised{{VBD:praise}} Suva{{NNP dobj praised}} , where{{WRB advmod met}} {THEY} met{{VBD:meet relcl suva}} [person:Holm|DNK]{{NNP dobj met}} .", ["Fiji", "Holm"]),
    ],
)  # fmt: skip
def test_a_place_is_none_of_those_who_meet_there(drawn: str, expected: list[str]) -> None:
    """ "Fiji, where they met", also further up in the sentence; whatever the pronoun is taken for, here Fiji itself."""
    assert expected == list(roles(drawn))


TALKS = "talks{NNS:talk dobj held} between{IN prep talks} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} ."
TWO = ["Peru", "Chad"]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"No{{DT det sign}} sign{{NN}} of{{IN prep sign}} {TALKS.replace('dobj held', 'pobj of')}", []),
        (f"A{{DT det sign}} sign{{NN}} of{{IN prep sign}} {TALKS.replace('dobj held', 'pobj of')}", TWO),
        (f"No{{DT det sign}} sign{{NN}} they{{PRP nsubj held}} held{{VBD:hold ccomp sign}} {TALKS}", []),
        (f"No{{DT det sign}} sign{{NN}} they{{PRP nsubj were}} were{{VBD:be acl sign}} willing{{JJ acomp were}} to{{TO aux hold}} hold{{VB xcomp willing}} {TALKS.replace('held', 'hold')}", []),
        (f"No{{DT det sign}} sign{{NN}} they{{PRP nsubj meant}} meant{{VBD:mean xcomp sign}} to{{TO aux hold}} hold{{VB xcomp meant}} {TALKS.replace('held', 'hold')}", []),
        (f"No{{DT det sign}} sign{{NN}} who{{WP nsubj said}} said{{VBD:say conj sign}} they{{PRP nsubj held}} held{{VBD:hold ccomp said}} {TALKS}", TWO),
        (f"No{{DT det sign}} sign{{NN}} they{{PRP nsubj held}} held{{VBD:hold ccomp said}} {TALKS[:-2]} , he{{PRP nsubj said}} said{{VBD:say conj sign}} .", TWO),
        (f"No{{DT det sign}} sign{{NN}} , they{{PRP nsubj held}} held{{VBD:hold}} {TALKS}", TWO),
    ],
)  # fmt: skip
def test_nothing_shows_what_there_is_no_sign_of(drawn: str, expected: list[str]) -> None:
    """The sign may be over the noun, its verb, or what that verb hangs on, up to a verb that tells of it itself."""
    assert expected == list(roles(drawn))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("[person:A spokesman]{NN nsubj ruled} ruled{VBD:rule} out talks{NNS dobj ruled} .", True),
        ("[person:Lind]{NN nsubj ruled} ruled{VBD:rule} out talks{NNS dobj ruled} .", False),
        ("[person:A minister]{NN nsubj ruled} ruled{VBD:rule} out talks{NNS dobj ruled} .", False),
        ("[person:A spokesman]{NN nsubj announced} announced{VBD:announce} sanctions{NNS dobj announced} .", False),
    ],
)
def test_who_only_speaks_of_it(drawn: str, expected: bool) -> None:
    """A spokesman without a name rules out the talks of others, and announces what is his own."""
    name = drawn[drawn.index(":") + 1 : drawn.index("]")]
    assert (["only_speaks_of_it"] if expected else []) == reasons(drawn, name)
