"""Which sentences go on to tell of an encounter, in texts with drawn syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.continuing import continued, told_encounter
from memcon.coding.events.status_evidence import Finding
from memcon.coding.text_index import TextIndex
from memcon.domain.documents import BlockKind
from tests.coding.events.story import mentions
from tests.notation import read

SOTO, BRANDT, HOLM = "[person:Soto|BOL]", "[person:Brandt|DEU]", "[person:Holm|PER]"
MET = f"{SOTO}{{NNP nsubj met}} [meeting:met]{{VBD:meet}} {BRANDT}{{NNP dobj met}}.\n"
THEY = "They{PRP nsubj spoke} spoke{VBD:speak} of fish."
RAIN = "It{PRP nsubj rained} rained{VBD:rain}.\n"


def verbs(text: str, *, ahead: bool | None = None, forms: str = "verb") -> list[tuple[list[str], list[str]]]:
    """Of each encounter the verbs that go on to tell of it, and those of them that all of its parties do."""
    marked = read(text, "2024-05-15")
    index = TextIndex(marked.annotation)
    found = mentions(marked, *({"form": form} for form in forms.split()))
    told = [told_encounter(index, n, [m], m.participants) for n, m in enumerate(found)]
    on = continued(index, [replace(t, is_ahead=ahead) for t in told if t is not None])
    return [
        ([index.tree.lower(v) for v in c.verbs], [index.tree.lower(v) for v in c.verbs if v in c.by_all])
        for n in range(len(found))
        for c in [on.get(n)]
        if c is not None
    ]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (THEY, (["spoke"], ["spoke"])),
        ("It{PRP nsubj spoke} spoke{VBD:speak} of fish.", ([], [])),
        # the parties by what they are, by name and by country
        ("The{DT det leaders} leaders{NNS:leader nsubj spoke} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        ("[group:Peruvian leaders|PER]{NNS:leader nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("[group:German leaders|DEU]{NNS:leader nsubj spoke} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        (f"{SOTO}{{NNP nsubj spoke}} spoke{{VBD:speak}}.", (["spoke"], [])),
        (f"{HOLM}{{NNP nsubj spoke}} spoke{{VBD:speak}}.", ([], [])),
        (f"{SOTO}{{NNP nsubj spoke}} and{{CC cc soto}} {BRANDT}{{NNP conj soto}} spoke{{VBD:speak}}.", (["spoke"], ["spoke"])),
        (f"{SOTO}{{NNP nsubj spoke}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} spoke{{VBD:speak}}.", ([], [])),
        ("[state:Bolivia|BOL]{NNP nsubj spoke} spoke{VBD:speak}.", (["spoke"], [])),
        ("[state:Peru|PER]{NNP nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("[organization:the Fish Board|BOL]{NNP nsubj spoke} spoke{VBD:speak}.", ([], [])),
        # what had been done before, and what is done with others
        (f"{SOTO}{{NNP nsubj spoken}} and{{CC cc soto}} {BRANDT}{{NNP conj soto}} had{{VBD:have aux spoken}} spoken{{VBN:speak}}.", ([], [])),
        (f"{SOTO}{{NNP nsubj spoke}} spoke{{VBD:speak}} with{{IN prep spoke}} {HOLM}{{NNP pobj with}}.", ([], [])),
        (f"{SOTO}{{NNP nsubj spoke}} spoke{{VBD:speak}} with{{IN prep spoke}} {BRANDT}{{NNP pobj with}}.", (["spoke"], [])),
        # one of them by a pronoun, the agenda, what was discussed
        ("She{PRP nsubj spoke} spoke{VBD:speak}.", (["spoke"], [])),
        ("Topics{NNS:topic nsubj included} included{VBD:include} fish.", (["included"], [])),
        ("Fish{NN nsubjpass discussed} was{VBD:be auxpass discussed} discussed{VBN:discuss}.", (["discussed"], [])),
        ("Fish{NN nsubjpass caught} was{VBD:be auxpass caught} caught{VBN:catch}.", ([], [])),
        (f"Fish{{NN nsubjpass discussed}} was{{VBD:be auxpass discussed}} discussed{{VBN:discuss}} by{{IN agent discussed}} {HOLM}{{NNP pobj by}}.", ([], [])),
    ],
)  # fmt: skip
def test_a_sentence_goes_on_by_its_subject(behind: str, expected: tuple[list[str], list[str]]) -> None:
    """The parties by pronoun, noun, name or country, the agenda and what was discussed; nobody else."""
    assert [expected] == verbs(f"{MET}{behind}")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f"{RAIN * 3}{THEY}", ["spoke"]),
        (f"{RAIN * 4}{THEY}", []),
        (f"{RAIN * 2}{SOTO}{{NNP nsubj sat}} sat{{VBD:sit}}.\n{RAIN * 3}{THEY}", ["sat", "spoke"]),
        (f"{RAIN}She{{PRP nsubj spoke}} spoke{{VBD:speak}}.", []),
        (f"{RAIN}Topics{{NNS:topic nsubj included}} included{{VBD:include}} fish.", []),
        (f"{THEY}\nShe{{PRP nsubj sat}} sat{{VBD:sit}}.", ["spoke", "sat"]),
    ],
)
def test_others_may_be_told_of_between(behind: str, expected: list[str]) -> None:
    """Three sentences of others at most, counted anew behind each that goes on; a pronoun for one must follow on."""
    [(found, _)] = verbs(f"{MET}{behind}")

    assert expected == found


def test_what_stands_before_the_encounter_tells_nothing_of_it() -> None:
    """And a text without an encounter has nothing that goes on."""
    assert [] == verbs(f"{THEY}\n{MET}")
    assert [] == verbs(THEY, forms="")


@pytest.mark.parametrize(
    ("verb", "ahead", "expected"),
    [
        ("spoke{VBD:speak}", True, []),
        ("will{MD aux speak} speak{VB}", True, ["speak"]),
        ("will{MD aux speak} speak{VB}", False, []),
        ("spoke{VBD:speak}", False, ["spoke"]),
        ("will{MD aux speak} speak{VB}", None, ["speak"]),
        ("spoke{VBD:speak}", None, ["spoke"]),
    ],
)
def test_what_was_is_no_part_of_what_is_to_come(verb: str, ahead: bool | None, expected: list[str]) -> None:
    """And the other way round; of an encounter of which neither is told, both are."""
    head = "speak" if "will" in verb else "spoke"
    found = verbs(f"{MET}They{{PRP nsubj {head}}} {verb}.", ahead=ahead)

    assert [expected] == [on for on, _ in found]


CALL = f"{HOLM}{{NNP nsubj called}} [call:called]{{VBD:call}} {BRANDT}{{NNP dobj called}}.\n"


def test_another_encounter_ends_the_one_before() -> None:
    """What follows is told of the later one."""
    assert [(["spoke"], ["spoke"])] == verbs(f"{MET}{CALL}{THEY}", forms="verb verb")
    assert [(["spoke"], ["spoke"])] == verbs(f"{CALL}{MET}{THEY}", forms="verb verb")


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        # what they discuss names another one below it
        ("They{PRP nsubj discussed} discussed{VBD:discuss} the [summit:summit]{NN dobj discussed} of [state:Peru|PER].\n", ["discussed", "spoke"]),
        # what something followed, or was done since
        ("It{PRP nsubj followed} followed{VBD:follow} a [call:call]{NN dobj followed} of [state:Peru|PER].\n", ["spoke"]),
        ("It{PRP nsubj was} was{VBD:be} the first since{IN prep was} a [call:call]{NN pobj since} of [state:Peru|PER].\n", ["spoke"]),
        ("It{PRP nsubj saw} saw{VBD:see} Holm{NNP dobj saw} whom{WP dobj called} she{PRP nsubj called} [call:called]{VBD:call relcl holm} for [state:Peru|PER].\n", ["spoke"]),
    ],
)  # fmt: skip
def test_an_encounter_that_is_only_mentioned_ends_nothing(between: str, expected: list[str]) -> None:
    """What is discussed, came before, or stands in a relative clause."""
    [(found, _)] = verbs(f"{MET}{between}{THEY}", forms="verb noun" if "called" not in between else "verb verb")

    assert expected == found


def test_an_encounter_that_is_told_itself_goes_on_instead() -> None:
    """ "They left the summit": what follows is of the summit, not of the meeting before."""
    left = "They{PRP nsubj left} left{VBD:leave} the [summit:summit]{NN dobj left} of [state:Peru|PER].\n"

    assert [(["spoke"], ["spoke"])] == verbs(f"{MET}{left}{THEY}", forms="verb noun")


def test_of_two_that_one_sentence_tells_the_higher_goes_on() -> None:
    """The one nearer to the root of the sentence."""
    story = (
        f"{SOTO}{{NNP nsubj met}} [meeting:met]{{VBD:meet}} {BRANDT}{{NNP dobj met}}"
        " behind{IN prep met} a [summit:summit]{NN pobj behind}.\n"
    )

    assert [(["spoke"], ["spoke"])] == verbs(f"{story}{THEY}", forms="verb noun")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        # the encounter by its noun: a known one, without parties of its own, right behind
        ("The{DT det conversation} conversation{NN nsubj focused} focused{VBD:focus} on fish.", (["focused"], [])),
        ("The{DT det call} calls{NNS:call nsubj focused} focused{VBD:focus} on fish.".replace("det call}", "det calls}"), (["focused"], [])),
        ("A{DT det conversation} conversation{NN nsubj focused} focused{VBD:focus} on fish.", ([], [])),
        ("Conversation{NN nsubj focused} focused{VBD:focus} on fish.", ([], [])),
        ("The{DT det weather} weather{NN nsubj focused} focused{VBD:focus} on fish.", ([], [])),
        ("The{DT det conversation} conversation{NN nsubj focused} with{IN prep conversation} Peru focused{VBD:focus} on fish.", ([], [])),
        (f"{RAIN}The{{DT det conversation}} conversation{{NN nsubj focused}} focused{{VBD:focus}} on fish.", ([], [])),
        # what was discussed: of nobody else, right behind, as what it was done to
        (f"{RAIN}Fish{{NN nsubjpass discussed}} was{{VBD:be auxpass discussed}} discussed{{VBN:discuss}}.", ([], [])),
        ("Fish{NN nsubj discussed} discussed{VBD:discuss} it.", ([], [])),
        # the parties by what they are, whose it is told before the noun
        ("[state:Peru|PER]{NNP compound leaders} leaders{NNS:leader nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("[state:Germany|DEU]{NNP compound leaders} leaders{NNS:leader nsubj spoke} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        ("[person:Fisk]{NNP compound leaders} leaders{NNS:leader nsubj spoke} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        ("The{DT det leaders} leaders{NNS:leader nsubj spoke} of{IN prep leaders} [state:Peru|PER]{NNP pobj of} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        ("The{DT det leaders} leaders{NNS:leader nsubj spoke} and{CC cc leaders} [state:Peru|PER]{NNP compound officials} officials{NNS:official conj leaders} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        # one of them by a pronoun, where it means nobody else
        ("[person:he|BOL]{PRP nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("He{PRP nsubj spoke} spoke{VBD:speak}.", (["spoke"], [])),
        # a group of their country, and no country at all
        ("[group:Bolivians|BOL]{NNPS nsubj spoke} spoke{VBD:speak}.", (["spoke"], [])),
        ("[person:Fisk|BOL]{NNP nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("[group:Anglers]{NNPS nsubj spoke} spoke{VBD:speak}.", ([], [])),
        ("[state:Bolivia|BOL]{NNP nsubj spoke} and{CC cc bolivia} [state:Germany|DEU]{NNP conj bolivia} spoke{VBD:speak}.", (["spoke"], ["spoke"])),
        ("[state:Bolivia|BOL]{NNP nsubj spoke} and{CC cc bolivia} [state:Peru|PER]{NNP conj bolivia} spoke{VBD:speak}.", ([], [])),
        ("[group:leaders|PER]{NNS:leader nsubj spoke} spoke{VBD:speak}.", ([], [])),
        # nobody does it
        ("Spoke{VBD:speak} of fish.", ([], [])),
    ],
)  # fmt: skip
def test_who_else_may_go_on(behind: str, expected: tuple[list[str], list[str]]) -> None:
    """The conversation itself, its topics, leaders of the same countries; not those of others."""
    assert [expected] == verbs(f"{MET}{behind}")


@pytest.mark.parametrize(
    ("statuses", "titles", "expected"),
    [
        (["scheduled"], [False], True),
        (["held"], [False], False),
        (["scheduled", "held"], [False, False], None),
        (["scheduled", "held"], [False, True], True),
        (["scheduled", "scheduled"], [False, False], True),
        ([None], [False], None),
        ([None, "held"], [False, False], False),
    ],
)
def test_whether_an_encounter_lies_ahead(statuses: list[str | None], titles: list[bool], expected: bool | None) -> None:
    """By the statuses told of it in the running text, where they agree."""
    marked = read(MET.strip() + " [talks:Talks]{NNS:talk dep met}.", "2024-05-15")
    details = [
        {"status": Finding(status, 0) if status else None, "in_title": title}
        for status, title in zip(statuses, titles, strict=True)
    ]
    found = mentions(marked, *details)[: len(statuses)]
    told = told_encounter(TextIndex(marked.annotation), 1, found, found[0].participants)

    assert told is not None
    assert (1, expected) == (told.number, told.is_ahead)


def test_what_an_encounter_is_told_by() -> None:
    """Talks in the running text: not a headline's, no paper; its parties are the members of a group too, and their countries."""
    marked = read(
        f"{SOTO}{{NNP nsubj met}} [meeting:met]{{VBD:meet}} [group:the allies]{{NNS dobj met}}, {BRANDT}{{NNP dep met}}."
    )
    [met] = mentions(marked)
    soto, allies, brandt = marked.annotation.actors
    grouped = replace(
        marked.annotation,
        actors=(soto, replace(allies, members=(brandt.id, "nobody")), brandt),
    )
    by_two = tuple(p for p in met.participants if p.actor in (soto.id, allies.id))
    index = TextIndex(grouped)
    told = told_encounter(index, 3, [met], (*by_two, replace(by_two[0], actor="nobody")))

    assert told is not None
    assert 3 == told.number
    assert {soto.id, allies.id, brandt.id} == set(told.actors)
    assert ({"BOL", "DEU"}, {met.trigger.anchor}) == (set(told.countries), set(told.anchors))
    assert told_encounter(index, 3, [replace(met, in_title=True)], by_two) is None
    assert told_encounter(index, 3, [replace(met, trigger=replace(met.trigger, kind="signing"))], by_two) is None
    assert told_encounter(index, 3, [], by_two) is None


def test_a_new_section_tells_of_something_else() -> None:
    """Behind a heading nothing goes on."""
    marked = read(f"{MET}{RAIN}{THEY}", "2024-05-15")
    kinds: list[tuple[BlockKind, list[str]]] = [("body", ["spoke"]), ("tags", ["spoke"]), ("heading", [])]
    for kind, expected in kinds:
        first, second, third = marked.annotation.sentences
        annotation = replace(marked.annotation, sentences=(first, replace(second, kind=kind), third))
        index = TextIndex(annotation)
        [met] = mentions(replace(marked, annotation=annotation))
        told = told_encounter(index, 0, [met], met.participants)
        on = continued(index, [told] if told else [])

        assert expected == [index.tree.lower(v) for v in (on[0].verbs if 0 in on else ())]


FOLLOWED = "It{{PRP nsubj {0}}} {0}{{VBD:{1}}} {2} [summit:summit]{{NN {3}}} of [state:Peru|PER].\n"


@pytest.mark.parametrize(
    ("between", "is_of_the_first"),
    [
        (FOLLOWED.format("followed", "follow", "a", "dobj followed"), True),
        (FOLLOWED.format("saw", "see", "a", "dobj saw"), False),
        (FOLLOWED.format("was", "be", "new since{IN prep was} a", "pobj since"), True),
        (FOLLOWED.format("was", "be", "new at{IN prep was} a", "pobj at"), False),
        (FOLLOWED.format("was", "be", "new since{IN prep was} a", "amod since"), False),
        (FOLLOWED.format("followed", "follow", "a", "nsubj followed"), False),
        (FOLLOWED.format("was", "be", "fish{NN attr was} sold{VBN:sell relcl fish} at{IN prep sold} a", "pobj at"), True),
        (FOLLOWED.format("was", "be", "fish{NN attr was} sold{VBN:sell acl fish} at{IN prep sold} a", "pobj at"), False),
        # what the parties say or discuss, not what others do, nor what they do otherwise
        (FOLLOWED.format("discussed", "discuss", "a", "dobj discussed").replace("It{", "They{"), True),
        (FOLLOWED.format("left", "leave", "a", "dobj left").replace("It{", "They{"), False),
        (FOLLOWED.format("discussed", "discuss", "a", "dobj discussed"), False),
    ],
)  # fmt: skip
def test_of_which_encounter_what_follows_is_told(between: str, is_of_the_first: bool) -> None:
    """Of the one before, where the next is only told of beside it."""
    marked = read(f"{MET}{between}{THEY}", "2024-05-15")
    index = TextIndex(marked.annotation)
    found = mentions(marked, {"form": "verb"}, {"form": "noun"})
    told = [told_encounter(index, n, [m], m.participants) for n, m in enumerate(found)]
    on = continued(index, [t for t in told if t is not None])
    spoke = next(i for i, t in enumerate(index.tokens) if t.text == "spoke")

    assert [0 if is_of_the_first else 1] == [n for n, c in on.items() if spoke in c.verbs]


def test_parties_are_no_others_whatever_stands_before_them() -> None:
    """ "the Peru leaders", where the leaders are those who met."""
    told = "[group:leaders|BOL]{NNS:leader nsubj met} [meeting:met]{VBD:meet} [person:Brandt|DEU]{NNP dobj met}.\n"
    behind = "[state:Peru|PER]{NNP compound leaders} [group:leaders|BOL]{NNS:leader nsubj spoke} spoke{VBD:speak}."

    assert [(["spoke"], ["spoke"])] == verbs(f"{told}{behind}")
