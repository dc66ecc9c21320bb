"""The status rules on drawn sentences, without a language model: which of them answers, and what it finds."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import scene_of
from memcon.coding.events.scene import Scene
from memcon.coding.events.status import RULES, find_status
from memcon.coding.events.status_evidence import carriers, find_acts
from memcon.coding.events.triggers import find_triggers
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import interval_of
from memcon.domain.rules import watched
from tests.notation import read

DRAWN = tomllib.loads((Path(__file__).parent / "statuses.toml").read_text(encoding="utf-8"))["drawn"]


def scenes(drawn: str, published: str | None = "2024-05-15") -> list[Scene]:
    """The scenes of the event words in a drawn sentence."""
    index = TextIndex(read(drawn, published).annotation)
    return [scene_of(index, trigger) for trigger in find_triggers(index, load_codebook(), ())]


def told(scene: Scene) -> str:
    """What the rules find for a scene, as `statuses.toml` writes it."""
    with watched() as answers:
        found = find_status(scene)
    word = scene.index.tokens[scene.anchor].text
    if found is None:
        return f"{word}: open"
    rules = [rule.name for rule, _ in answers if rule in RULES]
    return f"{word}: {rules[-1]} → {found.status} by {scene.index.tokens[found.token].text}"


@pytest.mark.parametrize(
    ("drawn", "expected"), [(d["text"], d["told"]) for d in DRAWN], ids=[d["told"][0] for d in DRAWN]
)
def test_a_drawn_sentence_tells_what_stands_beside_it(drawn: str, expected: Sequence[str]) -> None:
    """Of each event word the rule that answers, the status and the word that decides."""
    assert expected == [told(scene) for scene in scenes(drawn)]


def test_every_rule_answers_a_drawn_sentence() -> None:
    """No rule is without a test that needs no parser; those that ask for a day have their own below."""
    answering = {line.split(": ")[1].split(" → ")[0] for d in DRAWN for line in d["told"] if "→" in line}

    assert {rule.name for rule in RULES} - {
        "by_calendar",
        "planned_for_a_day",
        "called_for_a_day",
        "beginning_on_a_day",
        "dated_occasion",
        "dominated",
        "on_its_day",
        "made_before",
        "set_out_today",
        "still_there",
        "within_the_week",
        "in_a_part_of_the_week",
        "came_to_do",
        "set_out_for_it",
    } == answering


MEETING = "Soto{NNP nsubj met} met{VBD:meet | past} Brandt{NNP dobj met}."
PROGRESSIVE = "Soto{NNP nsubj meeting} is{VBZ:be aux meeting} meeting{VBG:meet | present} Brandt{NNP dobj meeting} on{IN prep meeting} Friday{NNP pobj on}."
NOUN = "The{DT det summit} summit{NN}: no{DT det agenda} agenda{NN dep summit} yet{RB}."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (MEETING, None, "met: done → held by met"),
        (MEETING, "2024-05-15", "met: done → held by met"),
        (MEETING, "2024-05-16", "met: done → scheduled by met"),
        (MEETING, "2024-05", "met: done → held by met"),
        (PROGRESSIVE, "2024-05-17", "meeting: going_on_now → scheduled by meeting"),
        (PROGRESSIVE, "2024-05-15", "meeting: going_on_now → under_way by meeting"),
        (NOUN, "2024-05-14", "summit: by_calendar → held by summit"),
        (NOUN, "2024-05-15", "summit: noted → held by summit"),
        (NOUN, "2024-05-16", "summit: by_calendar → scheduled by summit"),
    ],
)
def test_the_calendar_corrects(drawn: str, when: str | None, expected: str) -> None:
    """What lies wholly ahead of the publication has not come about; a day that is over was, where no verb tells."""
    [scene] = scenes(drawn)

    assert expected == told(replace(scene, when=interval_of(when) if when else None))


def test_an_undated_document_corrects_nothing() -> None:
    """Without a day of publication nothing lies ahead."""
    [scene] = scenes(MEETING, published=None)

    assert "met: done → held by met" == told(replace(scene, when=interval_of("2099-01-01")))

    [scene] = scenes(NOUN, published=None)

    assert "summit: noted → held by summit" == told(replace(scene, when=interval_of("1999-01-01")))


def test_what_is_planned_for_a_day_for_a_day_is_scheduled() -> None:
    """Without a day it is only expected."""
    [scene] = scenes(
        "She{PRP nsubj looks} looks{VBZ:look | present} forward{RB advmod looks} to{IN prep looks} visiting{VBG:visit pcomp to | probable future expectation:looks} Peru{NNP dobj visiting}."
    )

    assert "visiting: expected → expected by looks" == told(scene)
    assert "visiting: planned_for_a_day → scheduled by looks" == told(replace(scene, when=interval_of("2024-05-20")))


def test_what_is_convened_for_a_day_is_still_to_come() -> None:
    """Convened without a time behind "for" it was held."""
    drawn = "Kenya{{NNP nsubj convened}} has{{VBZ:have aux convened}} convened{{VBN:convene | past}} a{{DT det meeting}} meeting{{NN dobj convened}} for{{IN prep convened}} {}{{NNP pobj for}}."

    [ahead], [over] = scenes(drawn.format("[time:Friday=2024-05-17]")), scenes(drawn.format("Peru"))

    assert "meeting: called_for_a_day → scheduled by convened" == told(ahead)
    assert "meeting: made_to_be → held by convened" == told(over)


def test_what_a_participle_tells_to_begin_on_a_day_that_is_not_over_is_scheduled() -> None:
    """On a day that is over it was held."""
    [scene] = scenes(
        "Soto{NNP nsubj saw} saw{VBD:see | past} talks{NNS:talk dobj saw} beginning{VBG:begin acl talks | present} in{IN prep beginning} Geneva{NNP pobj in}."
    )

    assert "talks: beginning_on_a_day → scheduled by beginning" == told(replace(scene, when=interval_of("2024-05-15")))
    assert "talks: by_calendar → held by talks" == told(replace(scene, when=interval_of("2024-05-14")))


def test_a_paper_that_its_own_words_tell_to_be_made_was_made_on_its_day() -> None:
    """Not before that day is over."""
    [scene] = scenes(
        "Norway{NNP nsubj respects} respects{VBZ:respect | present} the{DT det deal} UN-brokered{VBN:broker amod deal} deal{NN dobj respects} of{IN prep deal} [time:May 3=2024-05-03]{NNP pobj of}."
    )

    assert "deal: made_before → held by deal" == told(replace(scene, when=interval_of("2024-05-03")))
    assert "made_before" not in told(replace(scene, when=interval_of("2024-05-20")))


TIMETABLE = "Kenya{NNP nsubj meet} and{CC cc Kenya} Uganda{NNP conj Kenya} meet{VBP | present} in{IN prep meet} Geneva{NNP pobj in}."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (TIMETABLE, "2024-05-15", "meet: on_its_day → scheduled by meet"),
        (TIMETABLE, "2024-05-14", "meet: by_calendar → held by meet"),
        (TIMETABLE, None, "meet: open"),
        (TIMETABLE.replace("VBP | present", "VBD | past"), "2024-05-15", "meet: done → held by meet"),
    ],
)
def test_what_the_present_tells_for_the_day_of_the_news_is_scheduled(
    drawn: str, when: str | None, expected: str
) -> None:
    """ "Kenya and Uganda meet on Wednesday", told on that day; without a day, or of one that is over, the present tells no timetable."""
    [scene] = scenes(drawn)

    assert expected == told(replace(scene, when=interval_of(when) if when else None))


def test_who_would_come_on_a_day_will_come() -> None:
    """ "knew it would meet" is only expected; with a day it is arranged."""
    [scene] = scenes(
        "Kenya{NNP nsubj knew} knew{VBD:know | past} it{PRP nsubj meet} would{MD aux meet} meet{VB ccomp knew | future arrangement:would} Uganda{NNP dobj meet}."
    )

    assert "meet: arranged → expected by would" == told(scene)
    assert "meet: arranged → scheduled by would" == told(replace(scene, when=interval_of("2024-05-20")))


OCCASION = "Soto{NNP nsubj may} may{MD | present} attend{VB xcomp may | possible future possibility:may} the{DT det summit} summit{NN dobj attend | possible future possibility:may}."


def test_what_one_may_do_at_an_occasion_leaves_it_as_it_is() -> None:
    """A known summit with a day ahead is on, whoever may attend it; without a day it is only possible, and so is one that is new."""
    [scene] = scenes(OCCASION)
    [new] = scenes(OCCASION.replace("the{DT det summit}", "a{DT det summit}"))
    ahead = interval_of("2024-08-20")

    assert "summit: dated_occasion → scheduled by summit" == told(replace(scene, when=ahead))
    assert "summit: supposed → speculated by may" == told(scene)
    assert "summit: supposed → speculated by may" == told(replace(new, when=ahead))
    assert "summit: supposed → speculated by may" == told(replace(scene, when=interval_of("2024-05-14")))


def test_a_denied_event_has_no_day() -> None:
    """A day that is over does not make held what is told as not to be."""
    [scene] = scenes("No{DT det summit} summit{NN | negative negation:No}: a{DT det pity} pity{NN dep summit}.")

    assert "summit: noted → held by summit" == told(replace(scene, when=interval_of("2024-05-14")))


@pytest.mark.parametrize(
    ("drawn", "acts"),
    [
        (
            "Kenya{NNP nsubj agreed} agreed{VBD:agree | past} to{TO aux meet} meet{VB xcomp agreed | future arrangement:agreed}.",
            ["agreed"],
        ),
        (
            "Kenya{NNP nsubj called} called{VBD:call | past} off{RP prt called} the{DT det visit} visit{NN dobj called | negative past cancellation:called}.",
            ["called"],
        ),
        (
            "A{DT det meeting} meeting{NN nsubjpass scheduled | future arrangement:scheduled} is{VBZ:be auxpass scheduled} scheduled{VBN:schedule | future}.",
            [],
        ),
        ("Kenya{NNP nsubj meet} will{MD aux meet} meet{VB | future arrangement:will}.", []),
        ("The{DT det meeting} meeting{NN nsubj met | future purpose:met} met{VBD:meet | future purpose:met}.", []),
    ],
)
def test_what_is_done_about_an_event_has_its_own_day(drawn: str, acts: list[str]) -> None:
    """Verbs that decide on it, not those that give it its day, nor modals, nor a verb that stands over itself."""
    [scene, *_] = scenes(drawn)

    assert acts == sorted(scene.index.tokens[i].text for i in find_acts(scene))


@pytest.mark.parametrize(
    ("drawn", "verbs"),
    [
        ("Kenya{NNP nsubj held} held{VBD:hold | past} talks{NNS dobj held | past}.", ["held"]),
        ("Kenya{NNP nsubj praised} praised{VBD:praise | past} talks{NNS dobj praised | past}.", []),
        ("Kenya{NNP nsubj came} came{VBD:come | past} for{IN prep came} talks{NNS pobj for | past}.", ["came"]),
        (
            "Kenya{NNP nsubj went} went{VBD:go | past} ahead{RB advmod went} with{IN prep went} talks{NNS pobj with | past}.",
            ["went"],
        ),
        (
            "Kenya{NNP nsubj proceeded} proceeded{VBD:proceed | past} with{IN prep proceeded} talks{NNS pobj with | past}.",
            ["proceeded"],
        ),
        ("Kenya{NNP nsubj refused} refused{VBD:refuse | past} with{IN prep refused} talks{NNS pobj with | past}.", []),
        ("Kenya{NNP nsubj spoke} spoke{VBD:speak | past} after{IN prep spoke} talks{NNS pobj after | past}.", []),
        (
            "Talks{NNS nsubj mattered} set{VBN acl Talks | past} to{TO aux begin} begin{VB xcomp set | future} mattered{VBD:matter | past}.",
            ["set", "begin", "mattered"],
        ),
    ],
)
def test_verbs_that_speak_of_the_event_carry_it(drawn: str, verbs: list[str]) -> None:
    """Those that describe it, with their complements, and the one that makes or unmakes it or is done for it; `beyond`, the carrying verb anyway."""
    [scene] = [s for s in scenes(drawn) if s.trigger.form == "noun"]
    told = [scene.index.tokens[i].text for i in carriers(scene)]
    beyond = [scene.index.tokens[i].text for i in carriers(scene, beyond=True)]

    assert verbs == told
    assert scene.clause.verb is not None
    assert scene.index.tokens[scene.clause.verb].text in beyond


@pytest.mark.parametrize(
    ("part", "days", "expected"),
    [
        ("later this week", "2024-05-15/2024-05-19", "summit: in_a_part_of_the_week → scheduled by summit"),
        ("earlier this month", "2024-05-01/2024-05-15", "summit: in_a_part_of_the_week → held by summit"),
        ("this week", "2024-05-13/2024-05-19", "summit: open"),
    ],
)
def test_a_part_of_the_week_is_over_or_ahead(part: str, days: str, expected: str) -> None:
    """ "Later this week" has not come yet, "earlier this month" is over, "this week" leaves it open."""
    [scene] = scenes(
        f"[person:Soto|BOL]{{NNP nsubj welcomed}} welcomed{{VBD:welcome | past}} the{{DT det summit}} summit{{NN dobj welcomed}} of{{IN prep summit}} Kenya{{NNP pobj of}} [time:{part}={days}]{{NN npadvmod welcomed}}."
    )

    assert expected == told(replace(scene, when=interval_of(days)))


CAME = "Soto{NNP nsubj came} came{VBD:come | past} to{TO aux meet} meet{VB advcl came | probable future purpose:meet} Brandt{NNP dobj meet}."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (CAME, "2024-05-14", "meet: came_to_do → held by came"),
        (CAME, "2024-05-15", "meet: intended → expected by meet"),
        (CAME, None, "meet: intended → expected by meet"),
        (CAME.replace(":come", ":save"), "2024-05-14", "meet: intended → expected by meet"),
        (CAME.replace("| past", "| negative past negation:Soto"), "2024-05-14", "meet: intended → expected by meet"),
    ],
)
def test_what_somebody_came_for_was_on_its_day(drawn: str, when: str | None, expected: str) -> None:
    """A day that is over; without one it is only meant."""
    [scene] = scenes(drawn)

    assert expected == told(replace(scene, when=interval_of(when) if when else None))


LEFT_FOR = "He{{PRP nsubj left}} left{{VBD:leave | past}} [time:then={}]{{RB advmod left}} for{{IN prep left}} talks{{NNS:talk pobj for}}."


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-05-14", "talks: set_out_for_it → scheduled by left"), ("2024-05-13", "talks: open")]
)
def test_whoever_has_just_set_out_for_talks_is_on_the_way(day: str, expected: str) -> None:
    """Not who set out days ago: the talks may be over."""
    [scene] = scenes(LEFT_FOR.format(day))

    assert expected == told(replace(scene, when=None))
