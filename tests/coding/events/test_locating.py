"""Where an event is, in sentences with drawn syntax and the names of the shipped packs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.locating import find_place, find_sidelines
from memcon.coding.places import Places
from memcon.domain.dates import interval_of
from memcon.knowledge import Knowledge
from tests.coding.events.scenes import scene, scene_of_channel

HELD = "They{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held}"


def where(knowledge: Knowledge, drawn: str, **over: object) -> str | None:
    """The name of the event's place."""
    found = scene(drawn, **over)  # type: ignore[arg-type]
    place = find_place(found, Places(found.index, knowledge))
    return place.name if place is not None else None


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{HELD} in{{IN prep held}} Lima{{NNP pobj in}} .", "Lima"),
        (f"{HELD} near{{IN prep held}} Lima{{NNP pobj near}} .", "Lima"),
        (f"{HELD} from{{IN prep held}} Lima{{NNP pobj from}} .", None),
        (f"{HELD} to{{IN prep held}} Lima{{NNP pobj to}} .", None),
        (f"{HELD} in{{IN prep held}} Lima{{NNP pobj in}} of{{IN prep talks}} in{{IN prep talks}} Oslo{{NNP pobj in#2}} .", "Oslo"),
        (f"{HELD} in{{IN prep held}} Lima{{NNP pobj in}} near{{IN prep held}} Oslo{{NNP pobj near}} .", "Lima"),
        (f"{HELD} and{{CC cc held}} left{{VBD:leave conj held}} in{{IN prep left}} Lima{{NNP pobj in}} .", None),
        (f"{HELD} in{{IN prep held}} time{{NN pobj in}} .", None),
        # a visit goes to its place, and so does who travels for talks
        ("They{PRP nsubj visited} visited{VBD:visit} Lima{NNP dobj visited} .", "Lima"),
        ("They{PRP nsubj visited} visited{VBD:visit} Lima{NNP dobj visited} and{CC cc lima} Oslo{NNP conj lima} .", "Lima"),
        ("They{PRP nsubj visited} visited{VBD:visit} [organization:Lima]{NNP dobj visited} and{CC cc lima} Oslo{NNP conj lima} .", "Oslo"),
        ("They{PRP nsubj began} began{VBD:begin} a{DT det visit} visit{NN dobj began} to{IN prep visit} Lima{NNP pobj to} .", "Lima"),
        ("They{PRP nsubj began} began{VBD:begin} a{DT det visit} visit{NN dobj began} to{IN prep began} Lima{NNP pobj to} .", "Lima"),
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} Lima{NNP pobj to} for{IN prep came} talks{NNS:talk pobj for} .", "Lima"),
        ("They{PRP nsubj smiled} smiled{VBD:smile} to{IN prep smiled} Lima{NNP pobj to} for{IN prep smiled} talks{NNS:talk pobj for} .", None),
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} Lima{NNP pobj to} in{IN prep came} talks{NNS:talk pobj in} .", None),
        # persons and bodies are no places; the seat of a body is one, where something is held "at" it
        (f"{HELD} in{{IN prep held}} [person:Lima|PER]{{NNP pobj in}} .", None),
        (f"{HELD} in{{IN prep held}} [state:Peru|PER]{{NNP pobj in}} .", "Peru"),
        (f"{HELD} at{{IN prep held}} [organization:the Fishery Board]{{NNP pobj at}} .", "Fishery Board"),
        (f"{HELD} in{{IN prep held}} [organization:the Fishery Board]{{NNP pobj in}} .", None),
        (f"{HELD} at{{IN prep held}} [person:Fisher]{{NNP pobj at}} .", None),
        ("They{PRP nsubj planned} planned{VBD:plan} talks{NNS:talk dobj planned} at{IN prep planned} [organization:the Fishery Board]{NNP pobj at} .", None),
        ("They{PRP nsubj planned} planned{VBD:plan} talks{NNS:talk dobj planned} held{VBN:hold acl talks} at{IN prep held} [organization:the Fishery Board]{NNP pobj at} .", "Fishery Board"),
        (f"{HELD} and{{CC cc held}} left{{VBD:leave conj held}} at{{IN prep left}} [organization:the Fishery Board]{{NNP pobj at}} .", None),
        # a town before the noun; a state there is a party
        ("The{DT det talks} Lima{NNP compound talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", "Lima"),
        ("The{DT det talks} Lima{NNP amod talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", None),
        ("The{DT det talks} [person:Lima]{NNP compound talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", None),
        ("The{DT det talks} Peru{NNP compound talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", None),
        ("The{DT det talks} Lima{NNP compound talks} -{HYPH punct talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", None),
        ("They{PRP nsubj met} Lima{NNP compound met} met{VBD:meet} [person:Holm]{NNP dobj met} .", None),
        # only what a verb of going to places has as object, and the first object that is a place
        ("They{PRP nsubj met} met{VBD:meet} Lima{NNP dobj met} .", None),
        ("They{PRP nsubj visited} visited{VBD:visit} farms{NNS:farm dobj visited} of{IN prep visited} Lima{NNP pobj of} .", "Lima"),
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} Lima{NNP pobj to} during{IN prep came} talks{NNS:talk pobj during} .", None),
        # the noun's own place before the seat of a body, of the clause's places the nearest, on either side
        (f"{HELD} at{{IN prep held}} the{{DT det board}} [organization:Fishery Board]{{NNP pobj at}} in{{IN prep talks}} Lima{{NNP pobj in}} .", "Lima"),
        (f"{HELD} at{{IN prep held}} [organization:the Fishery Board]{{NNP pobj at}} near{{IN prep held}} Lima{{NNP pobj near}} .", "Fishery Board"),
        (f"{HELD} near{{IN prep held}} Lima{{NNP pobj near}} at{{IN prep held}} [organization:the Fishery Board]{{NNP pobj at}} .", "Lima"),
        # the town that something is in before one that it is near
        ("In{IN prep held} Oslo{NNP pobj in} on that very day they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} near{IN prep held} Lima{NNP pobj near} .", "Oslo"),
        ("In{IN prep held} Oslo{NNP pobj in} they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} on the day before near{IN prep held} Lima{NNP pobj near} .", "Oslo"),
        # a noun without a verb; what the talks are about has places of its own
        ("Talks{NNS:talk} in{IN prep talks} Lima{NNP pobj in} .", "Lima"),
        (f"{HELD} about{{IN prep talks}} drought{{NN pobj about}} in{{IN prep drought}} Lima{{NNP pobj in}} .", None),
        ("They{PRP nsubj spoke} spoke{VBD:say} about{IN prep spoke} talks{NNS:talk pobj about} in{IN prep talks} Lima{NNP pobj in} .", "Lima"),
        # a seat is what something is held "at", and that is a body
        (f"{HELD} aboard{{IN prep held}} [organization:the Fishery Board]{{NNP pobj aboard}} .", None),
        (f"{HELD} at{{IN prep held}} [group:the Anglers]{{NNP pobj at}} .", None),
        # the dash that makes a party stands right behind the town
        ("The{DT det talks} Lima{NNP compound talks} talks{NNS:talk nsubj ended} -{HYPH punct ended} ended{VBD:end} .", "Lima"),
        ("The{DT det talks} trade{NN compound talks} Lima{NNP compound talks} talks{NNS:talk nsubj ended} ended{VBD:end} .", "Lima"),
        # a land or an island that the talks are on is their topic; a town that something is at comes behind the one that it is in
        (f"{HELD} on{{IN prep talks}} Peru{{NNP pobj on}} .", None),
        (f"{HELD} at{{IN prep held}} Lima{{NNP pobj at}} in{{IN prep held}} Oslo{{NNP pobj in}} .", "Oslo"),
        # where a clause with "where" tells of it: the town before the comma, if it lies in that land
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} ,{, punct oslo} Norway{NNP appos oslo} ,{, punct oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} .", "Oslo"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} ,{, punct oslo} Peru{NNP appos oslo} ,{, punct oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} .", "Peru"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} and{CC cc oslo} Norway{NNP conj oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl norway} talks{NNS:talk dobj held} .", "Norway"),
        ("Norway{NNP} ,{, punct norway} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl norway} talks{NNS:talk dobj held} .", "Norway"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} ,{, punct oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold advcl oslo} talks{NNS:talk dobj held} .", None),
    ],
)  # fmt: skip
def test_a_place_on_the_event_s_own_words(knowledge: Knowledge, drawn: str, expected: str | None) -> None:
    """Behind a preposition of place, what is visited, a town before the noun; no places of other verbs, no persons and bodies."""
    assert expected == where(knowledge, drawn)


def test_a_channel_s_name_tells_its_town(knowledge: Knowledge) -> None:
    """ "the Lima Forum" is in Lima, whatever else it stands beside; a town before the name is none of it."""
    drawn = "The{DT det forum} Lima{NNP compound forum} Forum{NNP nsubj ended} ended{VBD:end} ."
    found = scene_of_channel(drawn, "Lima Forum")
    alone = scene_of_channel(drawn, "Forum")

    place = find_place(found, Places(found.index, knowledge))

    assert "Lima" == (place and place.name)
    assert None is find_place(alone, Places(alone.index, knowledge))


def test_where_it_was_agreed_is_not_where_it_is(knowledge: Knowledge) -> None:
    """ "cancelled in Lima": the act was done there."""
    drawn = "They{PRP nsubj cancelled} cancelled{VBD:cancel} talks{NNS:talk dobj cancelled} in{IN prep cancelled} Lima{NNP pobj in} ."

    assert None is where(knowledge, drawn, talks=[("cancellation", "cancelled")], cancelled=[])
    assert "Lima" == where(knowledge, drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} of{{IN prep sidelines}} a{{DT det forum}} forum{{NN pobj of}} .", "a"),
        (f"So gladly {HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} of{{IN prep sidelines}} a{{DT det forum}} forum{{NN pobj of}} .", "a"),
        (f"{HELD} on{{IN prep held}} the{{DT det margins}} margins{{NNS:margin pobj on}} of{{IN prep margins}} a{{DT det forum}} forum{{NN pobj of}} .", "a"),
        (f"{HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} for{{IN prep sidelines}} a{{DT det forum}} forum{{NN pobj for}} .", None),
        (f"{HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} to{{IN prep sidelines}} a{{DT det forum}} forum{{NN pobj to}} .", None),
        (f"{HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} of{{IN prep sidelines}} forums{{NNS:forum pobj of}}", "forums"),
        (f"{HELD} on{{IN prep held}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} of{{IN prep sidelines}}", None),
        (f"{HELD} on{{IN prep held}} the{{DT det eve}} eve{{NN pobj on}} of{{IN prep eve}} a{{DT det forum}} forum{{NN pobj of}} .", None),
        (f"{HELD} . He{{PRP nsubj left}} left{{VBD:leave}} on{{IN prep left}} the{{DT det sidelines}} sidelines{{NNS:sideline pobj on}} of{{IN prep sidelines}} a forum{{NN pobj of}} .", None),
    ],
)  # fmt: skip
def test_the_event_on_whose_sidelines_it_is(drawn: str, expected: str | None) -> None:
    """What stands behind "sidelines of" or "margins of", where these hang on the event's own words."""
    found = scene(drawn)
    target = find_sidelines(found)

    assert expected == (found.tree.lower(target) if target is not None else None)


PRAISED = "They{PRP nsubj praised} praised{VBD:praise} the{DT det visit} visit{NN dobj praised}"
OF_BRANDT = "of{IN prep visit} [person:Brandt]{NNP pobj of}"
TO_LIMA = "to{IN prep praised} Lima{NNP pobj to}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{PRAISED} {OF_BRANDT} {TO_LIMA} .", "Lima"),
        (f"{PRAISED} by{{IN prep visit}} [person:Brandt]{{NNP pobj by}} {TO_LIMA} .", "Lima"),
        (f"{PRAISED} {OF_BRANDT} ,{{, punct brandt}} the{{DT det king}} old{{JJ amod king}} king{{NN appos brandt}} ,{{, punct brandt}} {TO_LIMA} .", "Lima"),
        (f"{PRAISED} of{{IN prep visit}} [person:Brandt] {TO_LIMA} .", "Lima"),
        (f"{PRAISED} [time:today]{{RB advmod visit}} {TO_LIMA} .", "Lima"),
        # past nothing but names, and to the first "to"
        (f"{PRAISED} {OF_BRANDT} and{{CC cc praised}} came{{VBD:come conj praised}} {TO_LIMA} .", None),
        (f"{PRAISED} {OF_BRANDT} ;{{: punct praised}} {TO_LIMA} .", None),
        (f"{PRAISED} from{{IN prep visit}} Chad{{NNP pobj from}} {TO_LIMA} .", None),
        (f"{PRAISED} {OF_BRANDT} to{{IN prep praised}} [person:Holm]{{NNP pobj to}} to{{IN prep praised}} Lima{{NNP pobj to#2}} .", None),
        (f"{PRAISED} {OF_BRANDT} to{{IN prep praised}} [organization:Lima]{{NNP pobj to}} .", None),
        (f"{PRAISED} {OF_BRANDT} to{{IN prep praised}} rest{{NN pobj to}} .", None),
        # of a visit's noun, in its sentence, over up to thirteen words
        (f"{PRAISED} {OF_BRANDT} {TO_LIMA} .".replace("visit", "summit"), None),
        ("They{PRP nsubj visited} visited{VBD:visit} the{DT det king} king{NN dobj visited} of{IN prep king} Chad{NNP pobj of} to{IN} Lima{NNP pobj to} .", None),
        (f"{PRAISED} {OF_BRANDT}\nto{{IN}} Lima{{NNP pobj to}} .", None),
        (f"{PRAISED} {'of ' * 12}{TO_LIMA} .", "Lima"),
        (f"{PRAISED} {'of ' * 13}{TO_LIMA} .", None),
        (f"{PRAISED} {TO_LIMA}", "Lima"),
        (f"They{{PRP nsubj looked}} looked{{VBD:look}} to{{IN prep looked}} visits{{NNS:visit pobj to}} {OF_BRANDT.replace('visit', 'visits')} to{{IN prep looked}} Lima{{NNP pobj to#2}} .", "Lima"),
    ],
)  # fmt: skip
def test_a_visit_leads_past_whose_it_is(knowledge: Knowledge, drawn: str, expected: str | None) -> None:
    """ "the visit of Brandt to Lima", whatever "to" was hung on; not past verbs, signs and other prepositions."""
    assert expected == where(knowledge, drawn)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # whose guests they are is no place; a tour "of" it has it
        ("They{PRP nsubj hosted} hosted{VBD:host} leaders{NNS:leader dobj hosted} of{IN prep leaders} Lima{NNP pobj of} for{IN prep hosted} talks{NNS:talk pobj for} .", None),
        ("They{PRP nsubj began} began{VBD:begin} a{DT det visit} visit{NN dobj began} of{IN prep visit} Lima{NNP pobj of} .", "Lima"),
        # a way to it, told by the verb over an infinitive
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} Lima{NNP pobj to} to{TO aux sit} sit{VB advcl came} for{IN prep sit} talks{NNS:talk pobj for} .", "Lima"),
        ("They{PRP nsubj came} came{VBD:come} to{IN prep came} Lima{NNP pobj to} as they sat{VBD:sit advcl came} for{IN prep sat} talks{NNS:talk pobj for} .", None),
        ("They{PRP nsubj sang} sang{VBD:sing} to{IN prep sang} Lima{NNP pobj to} to{TO aux sit} sit{VB advcl sang} for{IN prep sit} talks{NNS:talk pobj for} .", None),
        ("They{PRP nsubj hosted} hosted{VBD:host} them{PRP dobj hosted} in{IN prep hosted} Lima{NNP pobj in} for{IN prep hosted} talks{NNS:talk pobj for} .", "Lima"),
        ("They{PRP nsubj welcomed} welcomed{VBD:welcome} them{PRP dobj welcomed} to{IN prep welcomed} Lima{NNP pobj to} for{IN prep welcomed} talks{NNS:talk pobj for} .", "Lima"),
        # of what the talks are about, not of what they are held on
        (f"{HELD} on{{IN prep talks}} drought{{NN pobj on}} in{{IN prep drought}} Lima{{NNP pobj in}} .", None),
        (f"{HELD} on{{IN prep held}} ships{{NNS:ship pobj on}} in{{IN prep ships}} Lima{{NNP pobj in}} .", "Lima"),
        (f"{HELD} off{{IN prep talks}} ships{{NNS:ship pobj off}} in{{IN prep ships}} Lima{{NNP pobj in}} .", "Lima"),
        ("They{PRP nsubj met} met{VBD:meet} [person:Holm]{NNP dobj met} on{IN prep met} ships{NNS:ship pobj on} in{IN prep ships} Lima{NNP pobj in} .", "Lima"),
        ("They{PRP nsubj met} met{VBD:meet} [person:Holm]{NNP dobj met} about{IN prep met} ships{NNS:ship pobj about} in{IN prep ships} Lima{NNP pobj in} .", None),
        # of equally near ones the town that it is in, then venues and towns that it is at, then lands
        (f"{HELD} in{{IN prep held}} [state:Peru|PER]{{NNP pobj in}} on that very day at{{IN prep held}} Lima{{NNP pobj at}} .", "Lima"),
        (f"{HELD} in{{IN prep held}} [state:Peru|PER]{{NNP pobj in}} on that very day at{{IN prep held}} the{{DT det palace}} palace{{NN pobj at}} .", "palace"),
        (f"{HELD} at{{IN prep held}} the{{DT det palace}} palace{{NN pobj at}} on that very day in{{IN prep held}} Lima{{NNP pobj in}} .", "Lima"),
        (f"{HELD} at{{IN prep held}} the{{DT det palace}} palace{{NN pobj at}} on that very day at{{IN prep held}} Lima{{NNP pobj at#2}} .", "palace"),
        (f"{HELD} at{{IN prep held}} Lima{{NNP pobj at}} on that very day at{{IN prep held}} the{{DT det palace}} palace{{NN pobj at#2}} .", "Lima"),
        (f"{HELD} in{{IN prep held}} [state:Peru|PER]{{NNP pobj in}} on that very day in{{IN prep held}} [state:Chad|TCD]{{NNP pobj in#2}} .", "Peru"),
        # the house that a guest comes to
        ("They{PRP nsubj planned} planned{VBD:plan} a{DT det visit} visit{NN dobj planned} to{IN prep visit} [organization:the White House|USA]{NNP:house pobj to} .", "White House"),
        ("They{PRP nsubj planned} planned{VBD:plan} a{DT det visit} visit{NN dobj planned} to{IN prep visit} [organization:the Fishery Board]{NNP:board pobj to} .", None),
        ("They{PRP nsubj planned} planned{VBD:plan} a{DT det visit} visit{NN dobj planned} near{IN prep visit} [organization:the White House|USA]{NNP:house pobj near} .", None),
        ("They{PRP nsubj planned} planned{VBD:plan} talks{NNS:talk dobj planned} to{IN prep talks} [organization:the White House|USA]{NNP:house pobj to} .", None),
        ("They{PRP nsubj met} met{VBD:meet} [person:Holm]{NNP dobj met} at{IN prep met} [group:the old house]{NN:house pobj at} .", "old house"),
        # where it was, up to a verb over the one that carries it, and not at the very beginning
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} where{WRB advmod hoped} they{PRP nsubj hoped} hoped{VBD:hope relcl oslo} to{TO aux hold} hold{VB xcomp hoped} talks{NNS:talk dobj hold} .", "Oslo"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} where{WRB advmod hoped} they{PRP nsubj hoped} hoped{VBD:hope relcl oslo} to{TO aux try} try{VB xcomp hoped} to{TO aux hold} hold{VB xcomp try} talks{NNS:talk dobj hold} .", None),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} there{RB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} .", None),
        (",{,} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} like{IN prep talks} Oslo{NNP pobj like}", None),
        (",{,} Norway{NNP} ,{, punct norway} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl norway} talks{NNS:talk dobj held} like{IN prep talks} Oslo{NNP pobj like}", "Norway"),
        ("They{PRP nsubj liked} liked{VBD:like} boats{NNS:boat dobj liked} ,{, punct boats} Norway{NNP appos boats} ,{, punct boats} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl boats} talks{NNS:talk dobj held} .", "Norway"),
        ("They{PRP nsubj liked} liked{VBD:like} Norway{NNP dobj liked} ,{, punct norway} Norway{NNP appos norway} ,{, punct norway} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl norway} talks{NNS:talk dobj held} .", "Norway"),
        # only what stands before the noun is before it
        ("They{PRP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised} Lima{NNP compound talks}", None),
        # of two that are alike the nearest, on either side
        ("In{IN prep held} Oslo{NNP pobj in} on that very day they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} in{IN prep held} Lima{NNP pobj in#2} .", "Lima"),
        ("In{IN prep held} Oslo{NNP pobj in} they{PRP nsubj held} held{VBD:hold} talks{NNS:talk dobj held} on the day before in{IN prep held} Lima{NNP pobj in#2} .", "Oslo"),
        ("They{PRP nsubj held} in{IN prep held} Lima{NNP pobj in} held{VBD:hold} talks{NNS:talk dobj held} then in{IN prep held} Oslo{NNP pobj in#2} .", "Lima"),
        # a town is beside its land, with a comma between
        ("So gladly they{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} ,{, punct oslo} Norway{NNP appos oslo} ,{, punct oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} .", "Oslo"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} and{CC cc oslo} Norway{NNP conj oslo} ,{, punct norway} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl norway} talks{NNS:talk dobj held} .", "Norway"),
        ("They{PRP nsubj liked} liked{VBD:like} Oslo{NNP dobj liked} ,{, punct oslo} Peru{NNP conj oslo} ,{, punct oslo} where{WRB advmod held} they{PRP nsubj held} held{VBD:hold relcl oslo} talks{NNS:talk dobj held} .", "Peru"),
        # behind the preposition that the verb's meaning asks for, on the verb itself
        ("[person:Lind|NOR]{NNP nsubj left} with tea{NN dep left} for{IN prep tea} Lima{NNP pobj for} left{VBD:leave} for{IN prep left} Oslo{NNP pobj for#2} .", "Oslo"),
        ("[person:Lind|NOR]{NNP nsubj left} left{VBD:leave} for{IN prep left} Lima{NNP pobj for} .", "Lima"),
        ("[person:Lind|NOR]{NNP nsubj left} left{VBD:leave} in{IN prep left} Lima{NNP pobj in} for{IN prep left} Oslo{NNP pobj for} .", "Oslo"),
    ],
)  # fmt: skip
def test_which_place_it_is(knowledge: Knowledge, drawn: str, expected: str | None) -> None:
    """Ways, topics, guests, houses and clauses with "where"."""
    assert expected == where(knowledge, drawn)


@pytest.mark.parametrize(
    ("drawn", "name", "country"),
    [
        (f"{HELD} at{{IN prep held}} [organization:the Fishery Board|PER]{{NNP:board pobj at}} .", "Fishery Board", "PER"),
        (f"{HELD} at{{IN prep held}} [organization:the Fishery Embassy|PER]{{NNP:embassy pobj at}} .", "Fishery Embassy", None),
        (f"{HELD} at{{IN prep held}} [organization:Fishery Board|PER]{{NNP:board pobj at}} .", "Fishery Board", "PER"),
    ],
)  # fmt: skip
def test_a_seat_is_in_its_body_s_country(knowledge: Knowledge, drawn: str, name: str, country: str | None) -> None:
    """Without the article; a post abroad stands nobody knows where."""
    found = scene(drawn)
    place = find_place(found, Places(found.index, knowledge))

    assert (name, country) == (place and (place.name, place.country))


ON_TRADE = f"{HELD} on{{IN prep talks}} trade{{NN pobj on}}"
TALKED_IN_OSLO = "in{IN prep trade} Oslo{NNP pobj in}"
ON_MONDAY = "on{IN prep held} [time:Monday=2024-05-13]{NNP pobj on#2}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{ON_TRADE} {TALKED_IN_OSLO} {ON_MONDAY} .", "Oslo"),
        (f"{ON_TRADE} {TALKED_IN_OSLO} [time:Monday=2024-05-13]{{NNP npadvmod held}} .", "Oslo"),
        (f"{ON_TRADE} in{{IN prep trade}} Chad{{NNP pobj in}} {TALKED_IN_OSLO.replace('pobj in', 'pobj in#2')} {ON_MONDAY} .".replace("trade", "drought"), "Oslo"),
        # not of what has its own place in the town, nor at or near it, nor of a land
        (f"{ON_TRADE} {TALKED_IN_OSLO} {ON_MONDAY} .".replace("trade", "drought"), None),
        (f"{ON_TRADE} {TALKED_IN_OSLO.replace('in', 'at')} {ON_MONDAY} .", None),
        (f"{ON_TRADE} {TALKED_IN_OSLO.replace('Oslo', 'Norway')} {ON_MONDAY} .", None),
        # not with another day, or away from the day, or before the event
        (f"{ON_TRADE} {TALKED_IN_OSLO} {ON_MONDAY} and{{CC cc monday}} [time:Tuesday=2024-05-14]{{NNP conj monday}} .", None),
        (f"{ON_TRADE} {TALKED_IN_OSLO} gladly {ON_MONDAY} .", None),
        (f"{ON_TRADE} {TALKED_IN_OSLO} by{{IN prep held}} [time:Monday=2024-05-13]{{NNP pobj by}} .", None),
        (f"On{{IN prep talks}} trade{{NN pobj on}} {TALKED_IN_OSLO} {ON_MONDAY} they{{PRP nsubj held}} held{{VBD:hold}} talks{{NNS:talk dobj held}} .", None),
    ],
)  # fmt: skip
def test_the_town_right_before_its_day(knowledge: Knowledge, drawn: str, expected: str | None) -> None:
    """Behind a matter that is in no town the town is the event's, whatever it was hung on, if the event has that day."""
    dated = replace(scene(drawn), when=interval_of("2024-05-13"))
    place = find_place(dated, Places(dated.index, knowledge))

    assert expected == (place.name if place is not None else None)
    assert where(knowledge, drawn) is None


VETOED = "[organization:UN]{NNP nsubj vetoed} vetoed{VBD:veto} missions{NNS:mission dobj vetoed}"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{VETOED} in{{IN prep missions}} Lima{{NNP pobj in}} .", None),
        (f"{VETOED} for{{IN prep missions}} peace{{NN pobj for}} in{{IN prep peace}} Lima{{NNP pobj in}} .", None),
        (f"{VETOED} in{{IN prep vetoed}} Lima{{NNP pobj in}} .", "Lima"),
        (f"In{{IN prep vetoed}} Lima{{NNP pobj in}} {VETOED} .", "Lima"),
        ("They{PRP nsubj signed} signed{VBD:sign} pacts{NNS:pact dobj signed} in{IN prep pacts} Lima{NNP pobj in} .", "Lima"),
    ],
)  # fmt: skip
def test_what_is_voted_on_is_where_it_is(knowledge: Knowledge, drawn: str, expected: str | None) -> None:
    """The vote is not there; a pact that is signed is."""
    assert expected == where(knowledge, drawn)
