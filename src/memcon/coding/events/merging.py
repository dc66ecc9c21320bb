"""Which mentions in one document speak of the same event.

A careful reader keeps two mentions apart when anything they say disagrees (session, time, place, parties), and joins them
when they name the same session, the same parties at the same time, or when one refers back ("the meeting", "the talks").
`KEEP_APART` (`kept_apart`) and `JOIN` (`joined`) are the declared lists of those reasons; the first reason to keep apart wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from memcon.coding.events.joined import JOIN, STATED, equated, refers_back
from memcon.coding.events.kept_apart import BY_PARTIES, KEEP_APART, other_family
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster, Pair, Told, is_known_by_office, parties_of
from memcon.coding.events.told_again import how_they_voted, named_at_last
from memcon.domain.actors import Actor
from memcon.domain.annotation import Annotation

_EVENTS_BACK = 100
"""How many events, the latest told of first, a mention is compared with. None of 469 articles reads differently for it; what comes back to
an event after a hundred others says little of its being the same."""


def merge_mentions(annotation: Annotation, mentions: Sequence[EventMention]) -> list[Cluster]:
    """The clusters of `mentions` (in text order), each mention in the latest cluster that it fits. Time linear in their number."""
    found: list[Cluster] = []
    open_to_more: list[Told] = []  # the latest one told of stands last
    for told in mentions:
        mention = _without_the_compared(annotation, told)
        mine = parties_of(annotation, mention)
        home, *others = _homes(annotation, open_to_more, mention, mine) or [Told()]
        if not home.mentions:
            found.append(home.cluster)
        for other in [o for o in others if _are_one(annotation, home, o)]:
            home.take_in(other)
            open_to_more.remove(other)
            found.remove(other.cluster)
        if home in open_to_more:
            open_to_more.remove(home)
        home.add(mention, mine)
        open_to_more.append(home)
        del open_to_more[:-_EVENTS_BACK]
    return found


def _without_the_compared(annotation: Annotation, mention: EventMention) -> EventMention:
    """ "This was the first visit by a minister": who is not named there is whom the visitor is compared with, none who takes part."""
    if mention.same_as is None:
        return mention
    known = annotation.actor_by_id
    named = tuple(p for p in mention.participants if p.actor not in known or not _is_any_person(known[p.actor]))
    return replace(mention, participants=named)


def _is_any_person(actor: Actor) -> bool:
    return actor.kind == "person" and (actor.name[:1].islower() or is_known_by_office(actor.name))


def _homes(annotation: Annotation, told: Sequence[Told], mention: EventMention, mine: frozenset[str]) -> list[Told]:
    """The event that the strongest reason joins the mention to, of several the latest; behind it others that the words of the sentence make the mention's as well."""
    pairs = [Pair(mention=mention, cluster=t, annotation=annotation, mine=mine) for t in reversed(told)]
    open_pairs = [p for p in pairs if not _is_apart(p)]
    for reason in JOIN:
        fitting = [p for p in open_pairs if reason(p)]
        if fitting:
            home = _meant(fitting) if reason is refers_back else fitting[0].cluster
            return [home, *(p.cluster for p in open_pairs if p.cluster is not home and any(r(p) for r in STATED))]
    return []


def _is_apart(pair: Pair) -> bool:
    """Whether a reason keeps them apart; what the sentence says to be the same may name other parties, and so may those who tell how they voted."""
    are_guests = pair.mention.is_definite and pair.names_only_guests()
    are_free = are_guests or equated(pair) or how_they_voted(pair) or named_at_last(pair)
    reasons = (r for r in KEEP_APART if r not in BY_PARTIES) if are_free else KEEP_APART
    return any(reason(pair) for reason in reasons)


def _are_one(annotation: Annotation, home: Told, other: Told) -> bool:
    """Whether two events that one mention is of ("hosted … for the summit", which the title names) are one: no mention of the other is kept apart but by its kind."""
    pairs = (
        Pair(mention=m, cluster=home, annotation=annotation, mine=parties_of(annotation, m)) for m in other.mentions
    )
    return not any(reason(pair) for pair in pairs for reason in KEEP_APART if reason is not other_family)


def _meant(fitting: Sequence[Pair]) -> Told:
    """The cluster that a definite noun refers to: "this meeting" the latest, else the one with the most that speaks for it (`FITS`)."""
    if fitting[0].mention.is_demonstrative:
        return fitting[0].cluster
    return max(fitting, key=lambda p: sum(weight for fit, weight in FITS if fit(p)) - _FAR * p.distance()).cluster


FITS: tuple[tuple[Callable[[Pair], bool], float], ...] = (
    (Pair.share_noun, 2.0),
    (Pair.share_kind, 2.0),
    (Pair.share_party, 2.0),
    (Pair.knows_all, 2.0),
    (Pair.share_place, 1.0),
    (Pair.is_same_stage, 1.5),
    (Pair.share_fate, 2.5),
    (Pair.is_spoken_of_often, 1.0),
    (Pair.in_one_sentence, 3.0),
)
"""What speaks for one of several events that a definite noun may mean, with its score; each sentence between costs `_FAR`."""

_FAR = 0.25
