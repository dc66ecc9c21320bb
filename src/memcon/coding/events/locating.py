"""Where an event is, and on whose sidelines: the places whose words hang on the event's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.codebook import PLACE
from memcon.coding.events.attachment import reach, reaches_deep
from memcon.coding.events.scene import Scene
from memcon.coding.places import Places
from memcon.domain.records import Place
from memcon.domain.rules import rule
from memcon.lexicon import words

_ABOUT = words("leading_in_a_subject")
_AT = words("leading_to_a_place")
_TOWARDS = words("leading_towards_a_place")
_GOING = words("going_to_a_place")
_SEATING = words("taking_place_at_a_seat")
_SIDELINES = words("beside_an_event")
_ARTICLES = words("article")
_DASHES = words("dash")


@dataclass(frozen=True, slots=True)
class Located:
    """A place that may be the event's: how near its words are, the nearest first."""

    place: Place
    nearness: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        return self.place.name


def find_place(scene: Scene, places: Places) -> Place | None:
    """The place that the event's own words carry, of the first of `PLACES` that knows one; of several the nearest."""
    for finder in PLACES:
        if found := list(finder(scene, places)):
            return min(found, key=lambda located: located.nearness).place
    return None


@rule(
    yes=["President Maria Soto visited Oslo. → Oslo"],
    no=["President Maria Soto visited the Labour Party."],
)
def visited(scene: Scene, places: Places) -> Iterator[Located]:
    """What is visited, where the verb's frame says that its object is a place."""
    frame = scene.trigger.frame
    if frame is None or frame.roles.get("object") != PLACE:
        return
    for o in scene.tree.objects(scene.anchor):
        if not _is_other(scene, o) and (place := places.at(o)) is not None:
            yield Located(place)
            return


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. → Oslo",
        "President Maria Soto will travel to Oslo for talks with Chad. → Oslo",
        "The minister began a visit to Oslo. → Oslo",
        "Norway and Chad held talks at the Defence Ministry. → Defence Ministry",
    ],
    no=[
        "Norway and Chad agreed in Oslo to hold talks.",
        "Norway and Chad held talks to discuss the war in Sudan.",
        "Norway presented a plan to Oslo at the talks with Chad.",
        "President Maria Soto spoke with Chancellor Uwe Brandt about the drought in Mali.",
    ],
)
def led_to(scene: Scene, places: Places) -> Iterator[Located]:
    """A place behind a preposition on the event's own words, and the seat of a body that it is held "at"."""
    sentence = scene.index.sentence(scene.anchor)
    for i in range(sentence.first, sentence.last):
        for head in scene.tree.deps(i, "pobj"):
            place, rank = _seat(scene, i, head), 1
            if place is None:
                place, rank = _at(scene, places, i, head)
            if place is not None:
                yield Located(place, (rank, abs(head - scene.anchor)))


@rule(
    yes=["The Oslo summit between Norway and Chad was held on Monday. → Oslo"],
    no=["The Norway summit with Chad was held on Monday."],
)
def before_the_noun(scene: Scene, places: Places) -> Iterator[Located]:
    """A town before the noun: "the Reykjavik summit". A state there is a party or a topic, not a place."""
    for i in _words_before(scene):
        is_party = i in scene.index.mention_at or scene.tree.lower(min(i + 1, len(scene.index.tokens) - 1)) in _DASHES
        place = None if is_party else places.at(i)
        if place is not None and (place.geonames is not None or place.lat is not None):
            yield Located(place)
            return


PLACES = (visited, led_to, before_the_noun)
"""Where an event's words tell its place; the first that knows one decides."""


def _at(scene: Scene, places: Places, preposition: int, head: int) -> tuple[Place | None, int]:
    """The place that a preposition leads to, and how near its words are."""
    word = scene.tree.lower(preposition)
    is_going = scene.clause.verb is not None and scene.tree.lemma(scene.clause.verb) in _GOING
    allowed = _AT | _TOWARDS if is_going or scene.trigger.has("destination") else _AT
    if scene.index.tokens[preposition].head == scene.anchor and _is_place_of_frame(scene, word):
        allowed |= {word}
    is_of_act = scene.index.tokens[preposition].head in scene.acts  # "agreed in Oslo to meet"
    if word not in allowed or is_of_act or _is_other(scene, head) or _is_of_the_subject(scene, preposition):
        return None, 0
    rank = reach(scene, preposition)
    is_on_the_way = is_going and scene.clause.preposition == "for"
    if rank is None or (rank == 1 and word in _TOWARDS and scene.trigger.form != "verb" and not is_on_the_way):
        return None, 0
    return places.at(head), rank


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
    return False


def _seat(scene: Scene, preposition: int, head: int) -> Place | None:
    """A body that an event is held "at": its seat, by name only ("held talks at the Defence Ministry")."""
    index = scene.index
    mention = index.mention_at.get(head)
    if scene.tree.lower(preposition) != "at" or mention is None or scene.trigger.covers(head):
        return None
    verbs = {scene.tree.lemma(v) for v in (*scene.verbs, *scene.clause.own)}
    bodies = index.actors_of(mention)[:1]
    is_body = bool(bodies) and bodies[0].kind == "organization"
    if not is_body or not verbs & _SEATING or reach(scene, preposition) is None:
        return None
    inside = index.inside(mention.span)
    first = next((j for j in inside if scene.tree.lower(j) not in _ARTICLES), head)
    span = index.span(first, inside[-1])
    return Place(name=span.of(index.text), span=span)


def _is_other(scene: Scene, i: int) -> bool:
    """Whether a token belongs to the event's own name, or to a person's or body's, which is no place ("at the Ministry of …")."""
    mention = scene.index.mention_at.get(i)
    actors = scene.index.actors_of(mention)[:1] if mention is not None else []
    return scene.trigger.covers(i) or any(a.kind != "state" for a in actors)


def _words_before(scene: Scene) -> list[int]:
    """The words before an event noun that belong to its name."""
    if scene.trigger.form == "verb":
        return []
    if scene.trigger.form == "channel":
        return list(range(scene.trigger.first, scene.anchor))
    return scene.tree.deps(scene.anchor, "compound", "nmod")


def find_sidelines(scene: Scene) -> int | None:
    """The first token of what the event is on the sidelines of, or None."""
    sentence, tree = scene.index.sentence(scene.anchor), scene.tree
    for i in range(sentence.first, sentence.last - 2):
        if tree.lemma(i) in _SIDELINES and tree.lower(i + 1) == "of" and reaches_deep(scene, i):
            return i + 2
    return None
