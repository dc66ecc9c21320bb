"""Where an event is, and on whose sidelines: the places whose words hang on the event's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.codebook import PLACE
from memcon.coding.events.attachment import is_judged, reach, reaches_deep
from memcon.coding.events.scene import Scene
from memcon.coding.places import Places
from memcon.domain.actors import Actor
from memcon.domain.labels import ADPOSITIONS, IN_A_NAME
from memcon.domain.records import Place
from memcon.domain.rules import rule
from memcon.lexicon import words

_ABOUT = words("leading_in_a_subject")
_ON = words("leading_to_a_topic")
_AT = words("leading_to_a_place")
_TOWARDS = words("leading_towards_a_place")
_LEADING_THERE = words("going_to_a_place").union(words("receiving_guests"))
_BEFORE_OR_AFTER = words("leading_past_an_event") | words("leading_to_what_is_ahead")
_SEATING = words("taking_place_at_a_seat")
_SIDELINES = words("beside_an_event")
_GATHERINGS, _ANY_GATHERING = words("having_sidelines"), words("any_gathering")
_ARTICLES = words("article")
_VENUES = words("place_noun")
_POSTS = words("seats_of_envoys")
_TO = words("leading_to_a_destination")
_OF_WHOM = words("leading_in_a_traveller")
_WHERE_IT_LEADS = -1
"""The rank of the place that the verb itself leads to ("left for Lima"), before all others of its clause."""
_TOWN, _VENUE, _LAND = range(3)
"""How much a place takes in, the least first."""
_FARTHEST_BEHIND = 14
"""How many tokens behind "visit" its "to Oslo" may stand."""
_DASHES = words("dash")
_NOWHERE = words("matter_that_happens_nowhere")


@dataclass(frozen=True, slots=True)
class Located:
    """A place that may be the event's: how near its words are, and how exact it is, the nearest and the most exact first."""

    place: Place
    nearness: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return self.place.name


def find_place(scene: Scene, places: Places) -> Place | None:
    """The place that the event's own words carry, of the first of `PLACES` that knows one; of several the nearest. A call has none: "rang up B in Lima" tells where
    B was."""
    if scene.trigger.kind == "call":
        return None
    for finder in PLACES:
        if found := list(finder(scene, places)):
            return min(found, key=lambda located: located.nearness).place
    return None


@rule(
    yes=["President Maria Soto visited Oslo. → Oslo", "President Maria Soto visited Bergen on Monday. → Bergen"],
    no=["President Maria Soto visited the Labour Party."],
)
def visited(scene: Scene, places: Places) -> Iterator[Located]:
    """What is visited, where the verb's frame says that its object is a place."""
    frame = scene.trigger.frame
    if frame is None or frame.roles.get("object") != PLACE:
        return
    for o in scene.tree.objects(scene.anchor):
        if not _is_other(scene, o) and (place := places.at(o) or places.town(o)) is not None:
            yield Located(place)
            return


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. → Oslo",
        "President Maria Soto will travel to Oslo for talks with Chad. → Oslo",
        "The minister began a visit to Oslo. → Oslo",
        "Norway and Chad held talks at the Defence Ministry. → Defence Ministry",
        "Norway and Chad discussed fish during a meeting at the Defence Ministry. → Defence Ministry",
        "Norway and Chad held talks at the royal palace in Oslo. → Oslo",
        "President Maria Soto welcomed Chancellor Uwe Brandt to the White House. → White House",
        "President Maria Soto welcomed to the White House Prime Minister Ola Moe. → White House",
        "President Maria Soto welcomed Chancellor Uwe Brandt to Oslo for a working dinner. → Oslo",
        "President Maria Soto will travel to Oslo to take part in talks with Chad. → Oslo",
        "After a day of meetings with officials in Lima, President Maria Soto left for Oslo. → Oslo",
        "President Maria Soto arrived in Norway after a visit to Lima. → Norway",
    ],
    no=[
        "Norway and Chad agreed in Oslo to hold talks.",
        "Norway and Chad held talks to discuss the war in Sudan.",
        "Norway presented a plan to Oslo at the talks with Chad.",
        "President Maria Soto spoke with Chancellor Uwe Brandt about the drought in Mali.",
        "Norway and Chad held talks on the situation in Darfur.",
        "Norway hosted the leaders of Uganda and Rwanda.",
        "Norway's veto at the Security Council blocked the resolution.",
    ],
)
def led_to(scene: Scene, places: Places) -> Iterator[Located]:
    """A place behind a preposition on the event's own words, and the seat of a body that it is held "at"."""
    sentence = scene.index.sentence(scene.anchor)
    for i in range(sentence.first, sentence.last):
        for head in scene.tree.deps(i, "pobj"):
            seat = _seat(scene, i, head)
            found = (seat, 1) if seat is not None else _at(scene, places, i, head)
            if found is not None:
                place, rank = found
                yield Located(place, (rank, _breadth(scene, places, i, place), abs(head - scene.anchor)))


@rule(
    yes=["The Oslo summit between Norway and Chad was held on Monday. → Oslo"],
    no=["The Norway summit with Chad was held on Monday."],
)
def before_the_noun(scene: Scene, places: Places) -> Iterator[Located]:
    """A town before the noun: "the Reykjavik summit". A state there is a party or a topic, not a place."""
    for i in _words_before(scene):
        is_party = i in scene.index.mention_at or scene.tree.lower(i + 1) in _DASHES
        place = None if is_party else places.at(i)
        if place is not None and place.lat is not None:
            yield Located(place)
            return


@rule(
    yes=[
        "Ministers praised the visit of Chancellor Uwe Brandt to Oslo. → Oslo",
        "Norway hosted the first visit by a German head of government, Chancellor Uwe Brandt, to Oslo. → Oslo",
    ],
    no=["Ministers praised the visit of Chancellor Uwe Brandt and gave a book to Oslo."],
)
def behind_the_noun(scene: Scene, places: Places) -> Iterator[Located]:
    """The place behind the "to" that follows a visit's noun, past whose visit it is, whatever the parser hung it on."""
    if scene.trigger.is_verb or not scene.trigger.has("destination"):
        return
    tree, last = scene.tree, scene.index.sentence(scene.anchor).last
    for i in range(scene.trigger.last + 1, min(last, scene.trigger.last + _FARTHEST_BEHIND)):
        is_name = scene.index.tokens[i].pos in IN_A_NAME or i in scene.index.timex_at or i in scene.index.mention_at
        if tree.lower(i) in _TO:
            heads = (head for head in tree.deps(i, "pobj") if not _is_other(scene, head))
            yield from (Located(place) for head in heads if (place := places.at(head)) is not None)
            return
        if not is_name and tree.lower(i) not in _OF_WHOM and scene.index.tokens[i].text != ",":
            return


@rule(
    yes=[
        "President Maria Soto flew on to Norway, where she met King Haakon. → Norway",
        "The envoys stopped in Lima, where they held talks with the president. → Lima",
        "President Maria Soto flew on to Oslo, Norway, where she met King Haakon. → Oslo",
    ],
    no=["President Maria Soto flew to Norway, which met Chad in Lima."],
)
def where_it_was(scene: Scene, places: Places) -> Iterator[Located]:
    """The place right before "where", whose clause tells of the event."""
    tree, tokens = scene.tree, scene.index.tokens
    for verb in (v for v in scene.verbs[:2] if tokens[v].dep == "relcl"):
        for where in (c for c in tree.deps(verb, "advmod") if tree.lower(c) == "where"):
            before = where - 2 if tokens[where - 1].text == "," else where - 1
            place = places.at(before)
            if place is not None:
                yield Located(_town_before(scene, places, before, place) or place)
                return


def _town_before(scene: Scene, places: Places, land: int, place: Place) -> Place | None:
    """The town that a comma parts from its land ("flew to Oslo, Norway, where …")."""
    if land < 2 or scene.index.tokens[land - 1].text != ",":
        return None
    town = places.at(land - 2)
    return town if town is not None and town.country == place.country and town.geonames is not None else None


@rule(
    yes=[
        "The ministers of Norway and Chad discussed trade and security in Oslo on Monday. → Oslo",
        "The ministers of Norway and Chad discussed the war in Ukraine in Oslo on Monday. → Oslo",
        "Norway and Chad opened a round of negotiations on fishing rights in Geneva Monday. → Geneva",
        "It rained in Lima on Sunday. The ministers of Norway and Chad discussed trade and security in Oslo on Monday. → Oslo",
    ],
    no=[
        "The ministers of Norway and Chad discussed the attack in Lima on Monday.",
        "The ministers of Norway and Chad discussed trade in Oslo.",
    ],
)
def before_its_day(scene: Scene, places: Places) -> Iterator[Located]:
    """The town right before the day of the event that the parser hung on what was talked about, where that is in no town: a matter such as trade, or one
    whose own place is told before ("the war in Sudan in Oslo on Monday")."""
    index, tree, sentence = scene.index, scene.tree, scene.index.sentence(scene.anchor)
    days = [i for i in range(sentence.first + 2, sentence.last) if _begins_a_day(scene, i)]
    if scene.when is None or len(days) != 1:
        return
    town = days[0] - (2 if tree.lower(days[0] - 1) == "on" else 1)
    place = places.at(town)
    if place is None or place.geonames is None or place.span is None:
        return
    led = index.inside(place.span)[0] - 1
    is_told_before = places.at(led - 1) is not None or tree.lemma(led - 1) in _NOWHERE
    if led > scene.anchor and tree.lower(led) == "in" and is_told_before:
        yield Located(place)


def _begins_a_day(scene: Scene, i: int) -> bool:
    found = scene.index.timex_at.get(i)
    return found is not None and found.type == "DATE" and scene.index.timex_at.get(i - 1) is not found


@rule(
    yes=[
        "LIMA (AP) - Norway and Chad signed a treaty here on Monday. → Lima",
        "OSLO (AP) - Chancellor Uwe Brandt opened talks here with the ministers of Chad and Peru. → Oslo",
    ],
    no=[
        "LIMA (AP) - Norway and Chad signed a treaty on Monday.",
        "LIMA (AP) - Norway and Chad finally signed a treaty on Monday.",
        "LIMA (AP) - Norway and Chad then signed a treaty there on Monday.",
        "LIMA (AP) - Norway, which has an embassy here, signed a treaty with Chad.",
    ],
)
def told_here(scene: Scene, places: Places) -> Iterator[Located]:
    """ "Here" beside the event's own words: where the dateline says that it is written."""
    tree = scene.tree
    is_here = any(tree.lower(c) == "here" for i in (scene.anchor, *scene.verbs[:1]) for c in tree.deps(i, "advmod"))
    if is_here and (place := places.here()) is not None:
        yield Located(place)


PLACES = (visited, led_to, behind_the_noun, before_the_noun, where_it_was, before_its_day, told_here)
"""Where an event's words tell its place; the first that knows one decides."""


def _at(scene: Scene, places: Places, preposition: int, head: int) -> tuple[Place, int] | None:
    """The place that a preposition leads to, and how near its words are; None where it is none of the event's."""
    word = scene.tree.lower(preposition)
    is_going = scene.clause.verb is not None and _is_on_a_way(scene, scene.clause.verb)
    allowed = _AT | _TOWARDS if is_going or scene.trigger.has("destination") else _AT
    is_led_by_frame = scene.index.tokens[preposition].head == scene.anchor and _is_place_of_frame(scene, word)
    if is_led_by_frame:
        allowed |= {word}
    if word == "of" and scene.index.tokens[preposition].head != scene.anchor:
        return None  # "hosted the leaders of Chad": the guests' country
    if _is_of_another_event(scene, scene.index.tokens[preposition].head):
        return None
    if scene.trigger.kind == "vote" and _is_in_its_object(scene, preposition):
        return None  # "extended the mandate of the mission in Chad"
    is_of_act = scene.index.tokens[preposition].head in scene.acts  # "agreed in Oslo to meet"
    if word not in allowed or is_of_act or _is_other(scene, head) or _is_of_the_subject(scene, preposition):
        return None
    rank = reach(scene, preposition)
    is_on_the_way = is_going and scene.clause.preposition == "for"
    if rank is None or (rank == 1 and word in _TOWARDS and not scene.trigger.is_verb and not is_on_the_way):
        return None
    place = places.at(head)
    if place is None or (rank == 1 and is_judged(scene)):
        return None
    return (place, _WHERE_IT_LEADS if is_led_by_frame and word not in _AT else rank)


def _is_of_another_event(scene: Scene, noun: int) -> bool:
    """Whether a place hangs on the noun of a journey or meeting that was before or will be after ("arrived in A after a visit to B")."""
    return noun in scene.others and scene.tree.lower(scene.tree.tokens[noun].head) in _BEFORE_OR_AFTER


def _is_in_its_object(scene: Scene, i: int) -> bool:
    """Whether a token belongs to what the event's verb is done to."""
    objects = (o for o in scene.tree.objects(scene.anchor) if scene.trigger.is_verb)
    return any(scene.tree.first(o) <= i <= scene.tree.last(o) for o in objects)


def _is_on_a_way(scene: Scene, verb: int) -> bool:
    """Whether a verb leads to where the event is: somebody goes there for it, or has others come; "travels to Oslo to take part in it" too."""
    above = scene.tree.tokens[verb].head if scene.tree.is_infinitive(verb) else verb
    return not _LEADING_THERE.isdisjoint({scene.tree.lemma(verb), scene.tree.lemma(above)})


def _is_place_of_frame(scene: Scene, preposition: str) -> bool:
    """Whether the verb's frame has its place behind this preposition ("left for Lima")."""
    frame = scene.trigger.frame
    return frame is not None and frame.roles.get(preposition) == PLACE


def _is_of_the_subject(scene: Scene, i: int) -> bool:
    """Whether a token belongs to what is spoken "about" ("spoke about the situation in Mali"): a place there is none of the event's."""
    while scene.index.tokens[i].head not in {i, scene.anchor}:
        i = scene.index.tokens[i].head
        if scene.tree.lower(i) in _ABOUT:
            return True
    return scene.tree.lower(i) in _ON and scene.index.tokens[i].head == scene.anchor and not scene.trigger.is_verb


def _breadth(scene: Scene, places: Places, preposition: int, place: Place) -> int:
    """How much a place takes in: of two that are equally near the town is told that it is "in", then a venue or a place that no pack knows, then a state or
    other land."""
    is_in = scene.tree.lower(preposition) == "in" or scene.tree.lower(preposition) in _TO
    if place.geonames is not None:
        return _TOWN if is_in else _VENUE
    is_land = place.span is not None and any(map(places.readings, scene.index.inside(place.span)))
    return _LAND if is_land else _VENUE


def _seat(scene: Scene, preposition: int, head: int) -> Place | None:
    """A body that an event is held "at": its seat ("held talks at the Defence Ministry"), in its country unless it is a post abroad."""
    index = scene.index
    mention = index.mention_at.get(head)
    is_at = scene.tree.lower(preposition) == "at" or _is_destination(scene, preposition, head)
    if not is_at or mention is None or scene.trigger.covers(head):
        return None
    verbs = {scene.tree.lemma(v) for v in (*scene.verbs, *scene.clause.own)}
    body = next(iter(index.actors_of(mention)), None)
    is_encounter = scene.trigger.is_noun and scene.trigger.has("topics")
    is_on_its_noun = is_encounter and index.tokens[preposition].head == scene.anchor  # "in talks at the ministry"
    is_held = is_on_its_noun or not _SEATING.isdisjoint(verbs) or scene.tree.lower(preposition) in _TO
    if body is None or not _may_be_a_seat(scene, preposition, head, body):
        return None
    if not is_held or reach(scene, preposition) is None:
        return None
    inside = list(index.inside(mention.span))
    if body.kind == "person":  # "welcoming to the White House Prime Minister Roe"
        inside = [j for j in inside if scene.tree.first(head) <= j <= head]
    first = next((j for j in inside if scene.tree.lower(j) not in _ARTICLES), head)
    span = index.span(first, inside[-1])
    is_known = body.kind != "person" and scene.tree.lemma(head) not in _POSTS
    return Place(name=span.of(index.text), span=span, country=body.country if is_known else None)


def _may_be_a_seat(scene: Scene, preposition: int, head: int, body: Actor) -> bool:
    """Whether a word leads to a place: a body, a building, or before a guest's name the building that he comes to; no office "at the ministry" of a person."""
    if body.kind == "person":
        return _is_destination(scene, preposition, head)
    return body.kind == "organization" or scene.tree.lemma(head) in _VENUES


def _is_destination(scene: Scene, preposition: int, head: int) -> bool:
    """ "welcomed her to the White House": the building that a guest comes to."""
    is_venue = scene.tree.lemma(head) in _VENUES and scene.trigger.has("destination")
    return is_venue and scene.tree.lower(preposition) in _TO


def _is_other(scene: Scene, i: int) -> bool:
    """Whether a token belongs to the event's own name, or to a person's or body's, which is no place ("at the Ministry of …")."""
    mention = scene.index.mention_at.get(i)
    actor = next(iter(scene.index.actors_of(mention)), None) if mention is not None else None
    return scene.trigger.covers(i) or (actor is not None and actor.kind != "state")


def _words_before(scene: Scene) -> list[int]:
    """The words before an event noun that belong to its name."""
    if scene.trigger.is_verb:
        return []
    if scene.trigger.is_channel:
        return list(range(scene.trigger.first, scene.anchor))
    return [c for c in scene.tree.deps(scene.anchor, "compound", "nmod") if c < scene.anchor]


def find_sidelines(scene: Scene) -> int | None:
    """A token of what the event is on the sidelines of, or None: the first behind "of", else the noun of the gathering told of last ("on the sidelines of the
    event", "met on the margins")."""
    sentence, tree = scene.index.sentence(scene.anchor), scene.tree
    for i in range(sentence.first, sentence.last - 1):
        if tree.lemma(i) not in _SIDELINES or not reaches_deep(scene, i):
            continue
        if tree.lower(i + 1) != "of" or any(tree.lemma(o) in _ANY_GATHERING for o in tree.led_by(i, "of")):
            return _gathering_before(scene, i)
        return i + 2 if i + 2 < sentence.last else None
    return None


def _gathering_before(scene: Scene, sidelines: int) -> int | None:
    """The last noun of a gathering before the sentence of the sidelines, where somebody met "on" them."""
    tree, sentence = scene.tree, scene.index.sentence(sidelines)
    if tree.tokens[tree.tokens[sidelines].head].pos not in ADPOSITIONS:
        return None
    return max((n for n in scene.others if n < sentence.first and tree.lemma(n) in _GATHERINGS), default=None)
