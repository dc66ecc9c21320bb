"""Single reasons to join two mentions or to keep them apart, each asked of a drawn story, without a parser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import scene_of
from memcon.coding.events.joined import (
    equated,
    goes_on_telling,
    received_there,
    refers_back,
    same_owner,
    same_parties,
    same_time_and_parties,
    same_visitor,
)
from memcon.coding.events.kept_apart import (
    before_and_after,
    given_beside,
    other_company,
    other_family,
    other_name,
    other_round,
    other_session,
    spoken_and_convened,
)
from memcon.coding.events.pairs import Pair, Told, parties_of
from memcon.coding.events.status_evidence import Finding
from memcon.coding.events.told_in_one_sentence import (
    done_for,
    done_in_doing,
    ended_after,
    met_for,
    one_phrase,
    visit_for_it,
    who_comes,
)
from memcon.coding.text_index import TextIndex
from memcon.domain.records import When
from memcon.domain.spans import Span
from tests.coding.events.story import channel, mentions, place
from tests.notation import read

NORWAY, CHAD, TOGO = "[state:Norway|NOR]", "[state:Chad|TCD]", "[state:Togo|TGO]"
SOTO, BRANDT, HOLM = "[person:Soto|BOL]", "[person:Brandt|DEU]", "[person:Holm|DEU]"
VERB: Mapping[str, Any] = {"form": "verb"}
PLAIN: Mapping[str, Any] = {}
WHEN = When(edtf="2024-05-17", span=Span(0, 1), text="Friday")


def pair(story: str, *details: Mapping[str, Any], last: int = -1) -> Pair:
    """The last mention of a drawn story, or the one of that number, beside the event of all others, each in the clause that is drawn."""
    marked = read(story, "2024-05-15")
    index = TextIndex(marked.annotation)
    told = [replace(m, clause=scene_of(index, m.trigger).clause) for m in mentions(marked, *details)]
    mine, event = told.pop(last), Told()
    for mention in told:
        event.add(mention, parties_of(marked.annotation, mention))
    return Pair(mention=mine, cluster=event, annotation=marked.annotation, mine=parties_of(marked.annotation, mine))


TRAVELS = f"{SOTO}{{NNP nsubj travels}} [visit:travels]{{VBZ:travel}}"


@pytest.mark.parametrize(
    ("behind", "details", "expected"),
    [
        ("to{TO aux meet} [meeting:meet]{VB advcl travels} [person:Brandt|DEU]{NNP dobj meet}.", VERB, True),
        ("to{TO aux meet} [meeting:meet]{VB advcl travels} [person:Brandt|DEU]{NNP dobj meet} and{CC cc meet} rest{VB conj meet}.", VERB, False),
        ("to{TO aux visit} [visit:visit]{VB advcl travels} [state:Chad|TCD]{NNP dobj visit}.", VERB, False),
        ("to{TO aux sign} [signing:sign]{VB advcl travels} it{PRP dobj sign}.", VERB, False),
        ("for{IN prep travels} [meeting:talks]{NNS:talk pobj for} with{IN prep talks} [person:Brandt|DEU]{NNP pobj with}.", {}, True),
        ("for{IN prep travels} the{DT det talks} [meeting:talks]{NNS:talk pobj for}.", {}, False),
        ("for{IN prep travels} a{DT det summit} [summit:summit]{NN pobj for}.", {}, False),
        ("for{IN prep travels} a{DT det meeting} [meeting:Meeting]{NN pobj for}.", {"channel": channel("m"), "form": "channel"}, False),
        ("after{IN prep travels} [meeting:talks]{NNS:talk pobj after}.", {}, False),
    ],
)  # fmt: skip
def test_a_visit_is_for_the_one_meeting_that_it_leads_to(
    behind: str, details: Mapping[str, Any], expected: bool
) -> None:
    """Not for one of two purposes, for another visit, for a signing, or for talks that are known."""
    assert expected is visit_for_it(pair(f"{TRAVELS} {behind}", VERB, details))


def test_whoever_hosts_somebody_for_known_talks_meets_there() -> None:
    """The host's visit is the talks, also those that are known; what is no visit leads to none."""
    host = next(f for f in load_codebook().by_verb["host"] if f.roles.get("subject") == "host")
    story = f"{SOTO}{{NNP nsubj hosts}} [{{}}:hosts]{{VBZ:host}} {BRANDT}{{NNP dobj hosts}} for{{IN prep hosts}} the{{DT det talks}} [meeting:talks]{{NNS:talk pobj for}}."

    assert visit_for_it(pair(story.replace("{}", "visit", 1), {**VERB, "frame": host}))
    assert not visit_for_it(pair(story.replace("{}", "call", 1), {**VERB, "frame": host}))
    assert not visit_for_it(pair(story.replace("{}", "visit", 1), {"frame": host}))
    for other in ("signing", "visit"):
        told = story.replace("{}", "visit", 1).replace("[meeting:", f"[{other}:")
        assert not visit_for_it(pair(told, {**VERB, "frame": host}))


IMPOSED = f"{NORWAY}{{NNP nsubj imposed}} [sanction:imposed]{{VBD:impose}} it{{PRP dobj imposed}}, he{{PRP nsubj said}} said{{VBD:say parataxis imposed}},"


@pytest.mark.parametrize(
    ("behind", "kind", "form", "expected"),
    [
        ("VBG:freeze advcl imposed", "sanction", "verb", True),
        ("VBG:freeze advcl said", "sanction", "verb", False),
        ("VBG:freeze xcomp imposed", "sanction", "verb", False),
        ("VBG:freeze acl imposed", "sanction", "verb", False),
        ("VBD:freeze advcl imposed", "sanction", "verb", False),
        ("VBN:freeze advcl imposed", "sanction", "verb", False),
        ("VBG:freeze advcl imposed", "aid", "verb", False),
        ("VBG:freeze advcl imposed", "sanction", "noun", False),
    ],
)
def test_a_participle_tells_its_verb_in_other_words(behind: str, kind: str, form: str, expected: bool) -> None:
    """As a clause of that verb, by a verb, of the same kind."""
    story = f"{IMPOSED} [{kind}:freezing]{{{behind}}} assets{{NNS:asset dobj freezing}}."

    assert expected is done_in_doing(pair(story, VERB, {"form": form}))
    assert not done_in_doing(pair(story, {}, {"form": form}))


MET = f"{NORWAY}{{NNP nsubj met}} [meeting:met]{{VBD:meet}} {CHAD}{{NNP dobj met}}"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("to{TO aux hold} hold{VB advcl met} [talks:talks]{NNS:talk dobj hold}.", True),
        ("to{TO aux plan} plan{VB advcl met} [talks:talks]{NNS:talk dobj plan}.", False),
        ("and{CC cc met} hold{VBP conj met} [talks:talks]{NNS:talk dobj hold}.", False),
        ("to{TO aux hold} hold{VB advcl met} [signing:signing]{NN dobj hold}.", False),
        ("to{TO aux speak} speak{VB advcl met} at{IN prep speak} [talks:talks]{NNS:talk pobj at}.", False),
        ("over{IN prep met} [talks:talks]{NNS:talk}.", False),
    ],
)
def test_what_they_met_to_hold_is_the_meeting(behind: str, expected: bool) -> None:
    """Not what they met to plan, what they did besides, or where they met to speak."""
    assert expected is done_for(pair(f"{MET} {behind}", VERB))


def test_what_they_met_to_discuss_is_the_meeting() -> None:
    """Where the verb of what they met for is the event itself."""
    assert done_for(
        pair(f"{MET} to{{TO aux discuss}} [talks:discuss]{{VB advcl met}} fish{{NN dobj discuss}}.", VERB, VERB)
    )


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("for{IN prep met} [talks:talks]{NNS:talk pobj for}.", True),
        ("after{IN prep met} [talks:talks]{NNS:talk pobj after}.", False),
    ],
)
def test_what_they_met_for_is_the_meeting(behind: str, expected: bool) -> None:
    """Not what they met after."""
    assert expected is met_for(pair(f"{MET} {behind}", VERB))
    assert not met_for(pair(f"{MET} {behind}"))


@pytest.mark.parametrize(
    ("theirs", "mine", "parties", "expected"),
    [
        ("call", "talks:conversation", f"{SOTO} and {BRANDT}", False),
        ("call", "talks:conversation", SOTO, True),
        ("call", "meeting:meeting", f"{SOTO} and {BRANDT}", True),
        ("talks", "meeting:meeting", f"{SOTO} and {BRANDT}", False),
        ("visit", "talks:conversation", f"{SOTO} and {HOLM}", True),
        ("sanction", "visit:visit", f"{SOTO} and {BRANDT}", True),
    ],
)
def test_another_kind_of_occasion(theirs: str, mine: str, parties: str, expected: bool) -> None:
    """A call of the very same two may be told as their conversation."""
    story = f"{SOTO} [{theirs}:called]{{VBD:call}} {BRANDT}.\nA [{mine}]{{NN}} of {parties}."

    assert expected is other_family(pair(story, VERB))


def test_another_number_is_another_round() -> None:
    """Only where both are numbered."""
    story = f"{NORWAY} held [talks:talks].\n{NORWAY} held [talks:talks]."

    assert other_round(pair(story, {"ordinal": 2}, {"ordinal": 3}))
    assert not other_round(pair(story, {"ordinal": 2}, {"ordinal": 2}))
    assert not other_round(pair(story, {}, {"ordinal": 3}))
    assert not other_round(pair(story, {"ordinal": 2}, {}))


def test_what_is_ahead_is_not_what_was() -> None:
    """Unless it refers back; "the last talks" do not."""
    held, ahead = {"status": Finding("held", 1)}, {"status": Finding("scheduled", 1)}
    story = f"{NORWAY} held [talks:talks].\n{NORWAY} plans {{}} [talks:talks]{{NNS:talk}}."
    last = story.replace("{}", "the last{JJ amod talks}", 1)

    assert before_and_after(pair(story.replace("{}", "more", 1), held, ahead))
    assert not before_and_after(pair(story.replace("{}", "the", 1), held, ahead))
    assert before_and_after(pair(last, held, {**ahead, "is_definite": True}))
    assert not before_and_after(pair(story.replace("{}", "more", 1), held, held))


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        ((None,), "scheduled", False),
        (("held",), "scheduled", True),
        (("scheduled",), "held", True),
        (("scheduled",), None, False),
        (("held",), None, False),
        (("held", "scheduled"), "held", False),
        (("held", "scheduled"), "scheduled", False),
        (("scheduled",), "scheduled", False),
        (("held",), "held", False),
        (("held", None), "scheduled", False),
        (("scheduled", None), "held", False),
        ((None,), "held", False),
    ],
)
def test_only_what_is_ahead_throughout_is_not_what_was(
    theirs: tuple[str | None, ...], mine: str | None, expected: bool
) -> None:
    """All mentions of the event must be of the other stage."""
    told: list[Mapping[str, Any]] = [{"status": Finding(s, 1)} if s else {} for s in (*theirs, mine)]
    story = f"{NORWAY} held [talks:talks].\n" * len(theirs) + f"{NORWAY} plans [talks:talks]{{NNS:talk}}."

    assert expected is before_and_after(pair(story, *told))


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        ("Climate Leaders [summit:Summit]", "High Seas [summit:Summit]", True),
        ("Climate Leaders [summit:Summit]", "Climate Change [summit:Summit]", False),
        ("Climate Leaders [summit:Summit]", "new [summit:summit]", False),
        ("new [summit:summit]", "Climate Leaders [summit:Summit]", False),
        ("new [summit:summit]", "new [summit:summit]", False),
    ],
)
def test_another_name_is_another_event(theirs: str, mine: str, expected: bool) -> None:
    """Where both have one, and no word is in both."""
    assert expected is other_name(pair(f"They held the {theirs}.\nThey held the {mine}."))


@pytest.mark.parametrize(
    ("kind", "form", "verbs", "expected"),
    [
        ("summit", "noun", "speak", True),
        ("talks", "noun", "speak", False),
        ("visit", "noun", "speak", False),
        ("summit", "verb", "speak", False),
        ("summit", "channel", "speak", False),
        ("summit", "noun", "meet", False),
        ("summit", "noun", "speak meet", False),
        ("summit", "noun", "", False),
    ],
)
def test_who_only_spoke_held_no_summit(kind: str, form: str, verbs: str, expected: bool) -> None:
    """Where every mention says "spoke", as by phone; a noun or "met" may have been the summit."""
    told: list[Mapping[str, Any]] = [
        {**VERB, "frame": next(f for f in load_codebook().by_verb[v] if f.kind in ("talks", "meeting"))}
        for v in verbs.split()
    ] or [{}]
    story = "They had [talks:spoken].\n" * len(told) + f"The [{kind}:summit] ended."

    assert expected is spoken_and_convened(pair(story, *told, {"form": form}))


def test_a_year_is_the_same_wherever_it_was_read() -> None:
    """Two readings of one year are no other session."""
    story = "The [talks:Dialogue] began.\nThe [talks:Dialogue] ended."
    one, other = ({"channel": channel("d", None, int(year)), "form": "channel"} for year in ("2024", "02024"))

    assert not other_session(pair(story, one, other))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [("afd", "nsd", True), ("nsd", "afd", True), ("nsd", "nsd", False)],
)
def test_another_channel_is_another_session(mine: str, theirs: str, expected: bool) -> None:
    """Whichever name comes first."""
    story = "The [talks:Dialogue] began.\nThe [talks:Dialogue] ended."
    told = pair(story, *({"channel": channel(c), "form": "channel"} for c in (theirs, mine)))

    assert expected is other_session(told)


@pytest.mark.parametrize(
    ("mine", "theirs", "definite", "expected"),
    [
        (f"{SOTO} and {HOLM}", f"{SOTO} and {BRANDT}", False, True),
        (f"{SOTO} and {HOLM}", f"{SOTO} and {BRANDT}", True, False),
        (f"{SOTO} and {HOLM}", BRANDT, False, False),
        (HOLM, f"{SOTO} and {BRANDT}", False, False),
        (f"{SOTO} and {HOLM}", f"{SOTO}, {HOLM} and {BRANDT}", False, False),
    ],
)
def test_two_who_meet_somebody_else_meet_again(mine: str, theirs: str, definite: bool, expected: bool) -> None:
    """Two or more persons on both sides, neither side among the other."""
    told = pair(f"{theirs} held [talks:talks].\n{mine} held [talks:talks].", {}, {"is_definite": definite})

    assert expected is other_company(told)


@pytest.mark.parametrize(
    ("between", "first", "second", "expected"),
    [
        (2, f"{NORWAY} and {CHAD}", NORWAY, True),
        (3, f"{NORWAY} and {CHAD}", NORWAY, False),
        (0, f"{NORWAY} and {CHAD}", TOGO, False),
        (3, f"{NORWAY}, {CHAD} and {TOGO}", f"{NORWAY} and {CHAD}", False),
        (13, f"{NORWAY} and {CHAD}", f"{NORWAY} and {CHAD}", True),
        (14, f"{NORWAY} and {CHAD}", f"{NORWAY} and {CHAD}", False),
        (3, NORWAY, NORWAY, False),
        (0, NORWAY, "[group:allies]", True),
    ],
)
def test_its_parties_go_on_to_discuss(between: int, first: str, second: str, expected: bool) -> None:
    """Three sentences behind it, and fourteen where all of two or more are named again."""
    story = f"{first} held [talks:talks].{chr(10)}" + "It rained.\n" * between
    told = pair(f"{story}{second} [talks:discussed]{{VBD:discuss}} fish.", {}, VERB)

    assert expected is goes_on_telling(told)


def test_only_what_has_no_time_and_place_goes_on() -> None:
    """By a verb of discussing, of an event with an agenda or a way."""
    story = f"{NORWAY} held [talks:talks].\n{NORWAY} [talks:discussed]{{VBD:discuss}} fish."

    assert goes_on_telling(pair(story, {}, VERB))
    assert not goes_on_telling(pair(story, {}, {}))
    assert not goes_on_telling(pair(story, {}, {**VERB, "in_title": True}))
    assert not goes_on_telling(pair(story.replace("fish", "[time:Monday=2024-05-13]"), {}, VERB))
    assert not goes_on_telling(pair(story.replace("VBD:discuss", "VBD:begin"), {}, VERB))
    assert not goes_on_telling(pair(story.replace("[talks:talks]", "[signing:rites]"), {}, VERB))


@pytest.mark.parametrize(
    ("between", "owner", "kind", "expected"),
    [(0, SOTO, "visit", True), (13, SOTO, "visit", True), (14, SOTO, "visit", False), (0, HOLM, "visit", False), (0, SOTO, "call", False)],
)  # fmt: skip
def test_whose_visit_it_is_tells_which(between: int, owner: str, kind: str, expected: bool) -> None:
    """Of the same kind, not too far back, of somebody who takes part."""
    story = f"{SOTO} began a [visit:visit].\n" + "It rained.\n" * between
    told = pair(f"{story}{owner}{{NNP poss stay}} ’s [{kind}:stay]{{NN}} was long.", {}, {})

    assert expected is same_owner(told)


def test_only_a_noun_has_an_owner() -> None:
    """And it may stand in the sentence that told of the event."""
    story = f"{SOTO} began a [visit:visit] and {SOTO}{{NNP poss stay}} ’s [visit:stay]{{NN}} was long."

    assert same_owner(pair(story))
    assert not same_owner(pair(story, {}, VERB))


@pytest.mark.parametrize(
    ("first", "between", "mine", "expected"),
    [
        ("talks", "talks", "talks", True),
        ("summit", "talks", "talks", False),
        ("talks", "summit", "talks", True),
        ("visit", "visit", "visit", False),
    ],
)
def test_the_same_parties_are_told_of_one_kind(first: str, between: str, mine: str, expected: bool) -> None:
    """That of the event's first mention; who go somewhere together go there once or twice."""
    both = f"{SOTO} and {BRANDT} began"

    assert expected is same_parties(pair(f"{both} [{first}:a].\n{both} [{between}:b].\n{both} [{mine}:c]."))


def test_all_of_three_may_be_told_again() -> None:
    """Two at least must be the same."""
    story = f"{NORWAY}, {CHAD} and {TOGO} held [talks:talks].\n{{}} held [talks:talks]."

    assert same_parties(pair(story.format(f"{NORWAY}, {CHAD} and {TOGO}")))
    assert same_parties(pair(story.format(f"{NORWAY} and {CHAD}")))
    assert not same_parties(pair(story.format(NORWAY)))


@pytest.mark.parametrize(
    ("between", "word", "expected"),
    [(" and", "it", True), (".\n", "It", True), (".\nIt rained.\n", "This", False), (".\n", "Rain", False)],
)
def test_it_may_mean_what_was_told_just_now(between: str, word: str, expected: bool) -> None:
    """In its own sentence or the one before."""
    found = pair(f"{NORWAY} held [talks:talks]{between} {word} was a [summit:summit].")
    token = next(t.i for t in reversed(found.annotation.tokens) if t.text == word)

    assert expected is equated(replace(found, mention=replace(found.mention, same_as=token)))
    assert not equated(found)


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (f"{NORWAY} and {CHAD}", NORWAY, True),
        (f"{NORWAY} and {CHAD}", "[group:the two sides]{NNS:side}", True),
        (f"{SOTO} and [group:leaders]", f"{BRANDT} and {HOLM}", True),
        (f"{NORWAY} and {CHAD}", TOGO, False),
        (f"{NORWAY} and {CHAD}", "[group:two sides]{NNS:side}", False),
        (f"{NORWAY} and {CHAD}", f"{BRANDT} and {HOLM}", False),
        ("Nobody", TOGO, True),
        ("Nobody", f"{TOGO} and {CHAD}", False),
        (f"{NORWAY} and {CHAD}", "nobody", True),
    ],
)
def test_the_meeting_of_whom_refers_back(theirs: str, mine: str, expected: bool) -> None:
    """A party in common, parties told as known, or the members of a group; one may be new where nobody was told."""
    assert expected is refers_back(pair(f"{theirs} held [talks:talks].\nThe [meeting:meeting] of {mine} ended."))


def test_who_talks_twice_is_no_visitor() -> None:
    """Of the same parties only a visit is known by where it goes."""
    story = f"{SOTO} began [{{0}}:it].\n{SOTO} ended the [{{0}}:it]."

    assert same_visitor(pair(story.format("visit")))
    assert not same_visitor(pair(story.format("talks")))


@pytest.mark.parametrize(
    ("before", "details", "expected"),
    [
        ("At the Climate Leaders [summit:Summit]", {}, {"climate", "leaders"}),
        ("At the Climate [summit:Summit]", {}, set()),
        ("At the Climate Leaders [summit:summit]", {}, set()),
        ("At the Climate and Leaders [summit:Summit]", {}, set()),
        ("At the Climate - Leaders [summit:Summit]", {}, {"climate", "leaders"}),
        ("It was Lima\nClimate Leaders [summit:Summit]", {}, {"climate", "leaders"}),
        ("At the Climate Leaders [summit:Summit]", {"in_title": True}, set()),
        ("At the Climate Leaders [summit:Summit]", VERB, set()),
        ("At the [summit:Climate Leaders Summit]", {}, {"climate", "leaders"}),
    ],
)
def test_the_name_that_a_noun_ends(before: str, details: Mapping[str, Any], expected: set[str]) -> None:
    """The capital words before it in its sentence; no name of one word, none in a headline, none of a verb."""
    told = pair(f"{NORWAY} held [talks:talks].\n{before} they met.", {}, details)

    assert expected == told.own_name(told.mention)


@pytest.mark.parametrize(
    ("drawn", "details", "expected"),
    [
        ("[sanction:sanctions]{NNS:sanction dobj imposed}", {}, True),
        ("and{CC cc imposed} praised{VBD:praise conj imposed} [sanction:sanctions]{NNS:sanction dobj praised}", {}, False),
        ("[visit:visits]{NNS:visit dobj imposed}", {}, False),
        ("[sanction:Sanctions]{NNS:sanction dobj imposed}", {"channel": channel("s"), "form": "channel"}, False),
        ("plans{NNS:plan dobj imposed} for{IN prep plans} [sanction:sanctions]{NNS:sanction pobj for}", {}, False),
    ],
)  # fmt: skip
def test_a_verb_and_its_object_tell_one_event(drawn: str, details: Mapping[str, Any], expected: bool) -> None:
    """ "imposed sanctions": of one kind, of that very verb, and no session of a channel."""
    story = f"{NORWAY}{{NNP nsubj imposed}} [sanction:imposed]{{VBD:impose}} {drawn}."

    assert expected is one_phrase(pair(story, VERB, details))


def test_what_is_told_of_a_noun_is_that_noun_s() -> None:
    """ "the imposition of sanctions", not "the imposition after sanctions"."""
    story = "The [sanction:imposition]{NN} of{IN prep imposition} [sanction:sanctions]{NNS:sanction pobj of}."

    assert one_phrase(pair(story, {}, {}))
    assert not one_phrase(pair(story.replace("of", "after"), {}, {}))
    assert not one_phrase(pair(story, VERB, {}))


@pytest.mark.parametrize(
    ("behind", "kinds", "expected"),
    [
        ("and{CC cc pledged} [{1}:provided]{VBD:provide conj pledged} rice{NN dobj provided}", "aid aid", True),
        ("and{CC cc pledged} [{1}:provided]{VBD:provide conj pledged}", "aid aid", False),
        (
            "and{CC cc pledged} went{VBD:go conj pledged} and{CC cc went} [{1}:provided]{VBD:provide conj went} rice{NN dobj provided}",
            "aid aid",
            False,
        ),
        ("by [{1}:providing]{VBG:provide advcl pledged} rice{NN dobj providing}", "aid aid", False),
        ("to{TO aux provide} [{1}:provide]{VB xcomp pledged} rice{NN dobj provide}", "aid aid", False),
        ("and{CC cc pledged} [{1}:provided]{VBD:provide conj pledged} rice{NN dobj provided}", "sanction aid", False),
        ("and{CC cc pledged} [{1}:provided]{VBD:provide conj pledged} rice{NN dobj provided}", "aid sanction", False),
    ],
)
def test_two_gifts_of_one_sentence_are_two(behind: str, kinds: str, expected: bool) -> None:
    """ "pledged grain and provided rice": each verb with an object of its own."""
    gift = next(f for f in load_codebook().by_verb["provide"] if f.object_nouns)
    first, second = kinds.split()
    story = f"{NORWAY}{{NNP nsubj pledged}} [{first}:pledged]{{VBD:pledge}} grain{{NN dobj pledged}} {behind.replace('{1}', second)}."
    told: Mapping[str, Any] = {**VERB, "frame": gift}

    assert expected is given_beside(pair(story, told, told))
    assert not given_beside(pair(story, VERB, VERB))


@pytest.mark.parametrize(
    ("session", "own", "form", "expected"),
    [
        ("2031-06-11/2031-06-13", "2031-06-13", "verb", False),
        ("2031-06-12/2031-06-13", "2031-06-13", "verb", False),
        ("2031-06-13", "2031-06-13", "verb", True),
        ("2031-06-11/2031-06-13", "2031-06-12/2031-06-13", "verb", True),
        ("2031-06-11/2031-06-13", "2031-06-13", "noun", True),
    ],
)
def test_whom_one_meets_on_a_day_of_a_session(session: str, own: str, form: str, expected: bool) -> None:
    """A verb of one day, in the days of a channel's session, tells of another meeting there."""
    story = f"{SOTO} attends the [summit:Summit] from [time:11 June={session}].\n{SOTO} [meeting:meets] {BRANDT} on [time:13 June={own}]."
    summit = {"channel": channel("s"), "form": "channel"}

    assert expected is same_time_and_parties(pair(story, summit, {"form": form}))
    assert same_time_and_parties(pair(story, {}, {"form": form}))


@pytest.mark.parametrize(
    ("between", "guest", "kind", "place_of_it", "expected"),
    [
        ("", SOTO, "visit", False, True),
        ("It rained.\n", SOTO, "visit", False, False),
        ("", BRANDT, "visit", False, False),
        ("", SOTO, "meeting", False, False),
        ("", SOTO, "visit", True, False),
    ],
)
def test_who_came_is_received_there(between: str, guest: str, kind: str, place_of_it: bool, expected: bool) -> None:
    """Right before, as a guest, and not at another time or place."""
    host = next(f for f in load_codebook().by_verb["receive"] if "host" in f.roles.values())
    story = f"{SOTO} [visit:came]{{VBD:come}}.\n{between}{guest} was [{kind}:received]{{VBN:receive}}"
    mine = {**VERB, "frame": host, **({"place": place("Lima")} if place_of_it else {})}

    assert expected is received_there(pair(f"{story}.", VERB, mine))
    assert not received_there(pair(f"{story} on [time:Friday=2024-05-17].", VERB, mine))
    assert not received_there(pair(f"{story}.", VERB, {**mine, "frame": None}))


def test_who_came_is_received_in_the_same_sentence() -> None:
    """As who came, and is told to have come."""
    host = next(f for f in load_codebook().by_verb["receive"] if "host" in f.roles.values())
    story = f"{SOTO}, who [visit:came]{{VBD:come}}, was [visit:received]{{VBN:receive}}."

    assert received_there(pair(story, VERB, {**VERB, "frame": host}))


@pytest.mark.parametrize(
    ("theirs", "mine", "drawn", "details", "expected"),
    [
        ("visit", "visit", "VBZ:land relcl Soto", (PLAIN, VERB), True),
        ("visit", "visit", "VBZ:land acl Soto", (PLAIN, VERB), False),
        ("visit", "visit", "VBZ:land xcomp row", (PLAIN, VERB), False),
        ("visit", "visit", "VBZ:land relcl row", (PLAIN, VERB), False),
        ("visit", "meeting", "VBZ:land relcl Soto", (PLAIN, VERB), False),
        ("talks", "visit", "VBZ:land relcl Soto", (PLAIN, VERB), False),
        ("visit", "visit", "VBZ:land relcl Soto", (PLAIN, PLAIN), False),
        ("visit", "visit", "VBZ:land relcl Soto", (VERB, VERB), False),
        ("visit", "visit", "VBZ:land relcl Soto", ({"place": place("Oslo")}, VERB), False),
        ("visit", "visit", "VBZ:land relcl Soto", ({"when": WHEN}, VERB), False),
        ("visit", "visit", "VBZ:land relcl Soto", ({"participants": ()}, VERB), False),
    ],
)
def test_the_clause_on_a_visitor_tells_of_the_visit(
    theirs: str, mine: str, drawn: str, details: tuple[Mapping[str, Any], ...], expected: bool
) -> None:
    """Of a visit told by its noun, without time and place of its own."""
    story = f"A row{{NN}} before a [{theirs}:visit]{{NN}} by{{IN prep visit}} {SOTO}{{NNP pobj by}}, who{{WP nsubj lands}} [{mine}:lands]{{{drawn}}}."

    assert expected is who_comes(pair(story, *details))


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("{for}{IN prep met} {talks} {met}.", False),
        ("{met} {for}{IN prep met} {talks}.", True),
        ("{at}{IN prep met} {talks} {met}.", True),
        ("{met} {at}{IN prep met} {talks}.", True),
        ("{at}{IN prep rose} {talks} {met}, they rose{VBD:rise conj met}.", False),
    ],
)
def test_somewhere_for_talks_they_met(story: str, expected: bool) -> None:
    """Who is in town for talks, and met somebody, met beside them; what they met "at" is the meeting, before and behind."""
    for word in ("for", "at"):
        story = story.replace(f"{{{word}}}", word)
    preposition = "for" if "for" in story else "at"
    drawn = story.replace("{met}", "[meeting:met]{VBD:meet}").replace(
        "{talks}", f"[talks:talks]{{NNS:talk pobj {preposition}}}"
    )
    is_first = story.index("{talks}") < story.index("{met}")

    assert expected is met_for(pair(drawn, *((PLAIN, VERB) if is_first else (VERB, PLAIN)), last=0 if is_first else 1))


@pytest.mark.parametrize(
    ("verb", "theirs", "relation", "behind", "expected"),
    [
        ("ended{VBD:end}", "talks", "dobj", "after{IN prep ended} days{NNS:day pobj after} of{IN prep days} [talks:talks]{NNS:talk pobj of}", True),
        ("ended{VBD:end}", "talks", "dobj", "in{IN prep ended} days{NNS:day pobj in} of{IN prep days} [talks:talks]{NNS:talk pobj of}", False),
        ("ended{VBD:end}", "talks", "dobj", "after{IN prep ended} lots{NNS:lot pobj after} of{IN prep lots} [talks:talks]{NNS:talk pobj of}", False),
        ("ended{VBD:end}", "talks", "dobj", "after{IN prep ended} days{NNS:day pobj after} without{IN prep days} [talks:talks]{NNS:talk pobj without}", False),
        ("ended{VBD:hold}", "talks", "dobj", "after{IN prep ended} days{NNS:day pobj after} of{IN prep days} [talks:talks]{NNS:talk pobj of}", False),
        ("ended{VBD:end}", "talks", "nsubj", "after{IN prep ended} days{NNS:day pobj after} of{IN prep days} [talks:talks]{NNS:talk pobj of}", False),
        ("ended{VBD:end}", "signing", "dobj", "after{IN prep ended} days{NNS:day pobj after} of{IN prep days} [talks:talks]{NNS:talk pobj of}", False),
    ],
)  # fmt: skip
def test_what_ended_after_days_of_talks_is_the_talks(
    verb: str, theirs: str, relation: str, behind: str, expected: bool
) -> None:
    """Measured in days, told of behind "after" and of nobody else, with the occasion as what is brought to its end."""
    story = f"They{{PRP nsubj ended}} {verb} the [{theirs}:dialogue]{{NN {relation} ended}} {behind}"

    found = pair(f"{story}.")
    assert expected is ended_after(found)
    assert expected is ended_after(replace(found, mine=found.theirs))
    assert not ended_after(replace(found, mine=frozenset(["somebody else"])))
