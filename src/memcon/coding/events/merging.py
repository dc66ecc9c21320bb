"""Which mentions in one document speak of the same event.

A careful reader keeps two mentions apart when anything they say disagrees (session, time, place, parties), and joins them
when they name the same session, the same parties at the same time, or when one refers back ("the meeting", "the talks").
`KEEP_APART` and `JOIN` are the declared lists of those reasons; the first reason to keep apart wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from memcon.coding.events.mentions import EventMention
from memcon.domain.annotation import Annotation
from memcon.domain.dates import interval_of
from memcon.domain.records import Place

_REACH_BACK = 14
"""How many sentences a definite noun may refer back over."""

_BROAD = frozenset({"meeting", "talks"})
"""Kinds whose nouns may refer to any encounter ("the meeting" for a summit, not the other way round)."""


_SET_APART = frozenset({"forum", "press_conference"})
"""Kinds whose nouns never mean a meeting told in other words."""


@dataclass(slots=True)
class Cluster:
    """The mentions of one event, in text order."""

    mentions: list[EventMention] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A mention and a cluster that it may belong to, with the document's actors."""

    mention: EventMention
    cluster: Cluster
    annotation: Annotation

    def parties(self, mentions: Sequence[EventMention]) -> frozenset[str]:
        """The actor ids in `mentions`, groups replaced by their members, without those that stay away."""
        actors = self.annotation.actor_by_id
        found: set[str] = set()
        for mention in mentions:
            for p in mention.participants:
                if p.role not in {"absent", "declined", "mediator", "observer"}:
                    actor = actors.get(p.actor)
                    found.update(actor.members if actor is not None and actor.members else (p.actor,))
        return frozenset(found)

    def countries(self, ids: frozenset[str]) -> frozenset[str]:
        actors = self.annotation.actor_by_id
        return frozenset(a.country for i in ids if (a := actors.get(i)) is not None and a.country)

    def persons(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(i for i in ids if (a := self.annotation.actor_by_id.get(i)) is not None and a.kind == "person")


def merge_mentions(annotation: Annotation, mentions: Sequence[EventMention]) -> list[Cluster]:
    """The clusters of `mentions` (in text order), each mention in the latest cluster that it fits."""
    clusters: list[Cluster] = []
    for mention in mentions:
        home = _home(annotation, clusters, mention)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.mentions.append(mention)
        clusters.remove(home)
        clusters.append(home)
    return sorted(clusters, key=lambda c: c.mentions[0].trigger.anchor)


def _home(annotation: Annotation, clusters: Sequence[Cluster], mention: EventMention) -> Cluster | None:
    """The cluster that the strongest reason joins the mention to; of several, the latest. "The meeting" means one of its
    own sentence, else the one that the document has spoken of most, "this meeting" the latest."""
    pairs = [Pair(mention=mention, cluster=c, annotation=annotation) for c in reversed(clusters)]
    open_pairs = [p for p in pairs if not any(reason(p) for reason in KEEP_APART)]
    for reason in JOIN:
        fitting = [p.cluster for p in open_pairs if reason(p)]
        if fitting and reason is _refers_back and not mention.is_demonstrative:
            own = annotation.tokens[mention.trigger.anchor].sentence
            near = [c for c in fitting if annotation.tokens[c.mentions[-1].trigger.anchor].sentence == own]
            return near[0] if near else max(fitting, key=lambda c: len(c.mentions))
        if fitting:
            return fitting[0]
    return None


# --- reasons to keep apart -----------------------------------------------------------------------------------------------


def _other_family(pair: Pair) -> bool:
    """Another kind of occasion; "spoke with" may be a call as well as a meeting."""
    mine, theirs = pair.mention.trigger, pair.cluster.mentions[0].trigger
    if mine.family == theirs.family:
        return False
    if {mine.family, theirs.family} != {"call", "encounter"}:
        return True
    spoken = mine if mine.family == "encounter" else theirs
    return spoken.frame is None or spoken.frame.lemma != "speak"


def _other_session(pair: Pair) -> bool:
    mine = pair.mention.trigger.channel
    if mine is None:
        return False
    for other in pair.cluster.mentions:
        theirs = other.trigger.channel
        if theirs is not None and (
            mine.key != theirs.key
            or (mine.ordinal and theirs.ordinal and mine.ordinal != theirs.ordinal)
            or (mine.year and theirs.year and mine.year != theirs.year)
        ):
            return True
    return False


def _other_time(pair: Pair) -> bool:
    """Times that exclude each other, unless the event was put off from the one to the other."""
    mine = pair.mention.interval
    if mine is None or pair.mention.has_new_time:
        return False
    others = [m for m in pair.cluster.mentions if m.interval is not None]
    is_put_off = any(m.has_new_time for m in others)
    return not is_put_off and any((theirs := m.interval) is not None and not mine.overlaps(theirs) for m in others)


def _other_place(pair: Pair) -> bool:
    mine = pair.mention.place
    if mine is None or pair.mention.trigger.family != "visit":
        return False
    for other in pair.cluster.mentions:
        theirs = other.place
        if theirs is not None and mine.country and theirs.country and mine.country != theirs.country:
            return True
    return False


def _other_parties(pair: Pair) -> bool:
    """No country in common; or persons named on both sides, two or more, and neither set within the other."""
    mine, theirs = pair.parties([pair.mention]), pair.parties(pair.cluster.mentions)
    if not mine or not theirs:
        return False
    my_countries, their_countries = pair.countries(mine), pair.countries(theirs)
    if not (mine & theirs) and my_countries and their_countries and not (my_countries & their_countries):
        return True
    if (
        len(my_countries) > 1
        and len(their_countries) > 1
        and not (my_countries <= their_countries or their_countries <= my_countries)
    ):
        return True
    my_persons, their_persons = pair.persons(mine), pair.persons(theirs)
    if pair.mention.trigger.family == "visit" and my_persons and their_persons and not (my_persons & their_persons):
        return True
    return bool(my_persons and their_persons) and not (my_persons & their_persons) and not pair.mention.is_definite


def _over_already(pair: Pair) -> bool:
    """Still to come, while the other is dated before the publication."""
    mine, published = pair.mention.status, pair.annotation.document.published
    today = interval_of(published) if published else None
    if mine is None or mine.status not in {"speculated", "proposed", "expected", "scheduled"} or today is None:
        return False
    return any((theirs := m.interval) is not None and theirs.end < today.start for m in pair.cluster.mentions)


KEEP_APART: tuple[Callable[[Pair], bool], ...] = (
    _other_family,
    _other_session,
    _other_time,
    _other_place,
    _other_parties,
    _over_already,
)


# --- reasons to join -----------------------------------------------------------------------------------------------------


def _same_session(pair: Pair) -> bool:
    mine = pair.mention.trigger.channel
    if mine is None or mine.is_common:
        return False
    return any(m.trigger.channel is not None and m.trigger.channel.key == mine.key for m in pair.cluster.mentions)


def _same_time_and_parties(pair: Pair) -> bool:
    mine = pair.mention.interval
    if mine is None or mine.days > 31 or not _share_party(pair):
        return False
    return any(
        (theirs := m.interval) is not None and mine.overlaps(theirs) for m in pair.cluster.mentions
    ) and _kinds_agree(pair)


def _refers_back(pair: Pair) -> bool:
    """ "the meeting", "this visit": to the latest event it can mean, not too far back. Its own complement ("with Chad") must not be new."""
    if not pair.mention.is_definite or not _kinds_agree(pair) or pair.mention.trigger.channel is not None:
        return False
    distance = _sentence(pair, pair.mention) - _sentence(pair, pair.cluster.mentions[-1])
    if not 0 <= distance <= _REACH_BACK:
        return False
    mine = pair.parties([pair.mention])
    return not mine or _share_party(pair) or (len(mine) < 2 and not pair.parties(pair.cluster.mentions))


def _same_time_back(pair: Pair) -> bool:
    """ "Tuesday's meeting": a definite noun with the time of an event told before."""
    mine = pair.mention.interval
    if mine is None or mine.days > 31 or not pair.mention.is_definite or not _kinds_agree(pair):
        return False
    return any((theirs := m.interval) is not None and mine.overlaps(theirs) for m in pair.cluster.mentions)


def _same_parties(pair: Pair) -> bool:
    """The same two or more parties, the same kind, and nothing that disagrees; a visit of the same visitor to the same place."""
    mine, theirs = pair.parties([pair.mention]), pair.parties(pair.cluster.mentions)
    if pair.mention.trigger.kind != pair.cluster.mentions[0].trigger.kind:
        return False
    if pair.mention.trigger.family == "visit":
        return bool(mine & theirs) and _same_destination(pair)
    return len(mine & theirs) >= 2 and (pair.mention.interval is None or not _dated(pair.cluster))


def _headline(pair: Pair) -> bool:
    """A headline and the first account in the text that fits it."""
    is_headline = all(m.in_title for m in pair.cluster.mentions)
    if not (is_headline or pair.mention.in_title) or not _kinds_agree(pair):
        return False
    mine, theirs = pair.parties([pair.mention]), pair.parties(pair.cluster.mentions)
    if not mine or not theirs:
        return False
    return bool(mine & theirs) or len(pair.countries(mine) & pair.countries(theirs)) >= 1


def _equated(pair: Pair) -> bool:
    """ "This meeting will be the first summit": what the sentence says is the same."""
    token = pair.mention.same_as
    if token is None:
        return False
    subject = pair.annotation.tokens[token]
    if any(token in range(m.trigger.first, m.trigger.last + 1) for m in pair.cluster.mentions):
        return True
    is_next = _sentence(pair, pair.mention) - _sentence(pair, pair.cluster.mentions[-1]) <= 1
    return subject.text.lower() in {"this", "it"} and is_next


def _met_for(pair: Pair) -> bool:
    """ "met in Oslo for the talks", "gathered at the summit", "travels in a visit": the meeting is what they met for."""
    mine = pair.mention
    if mine.clause.preposition not in {"for", "at", "in", "on", "during"} or mine.clause.governor is not None:
        return False
    return any(m.trigger.form == "verb" and m.trigger.anchor == mine.clause.verb for m in pair.cluster.mentions)


JOIN: tuple[Callable[[Pair], bool], ...] = (
    _same_session,
    _equated,
    _met_for,
    _same_time_and_parties,
    _same_time_back,
    _refers_back,
    _same_parties,
    _headline,
)


# --- what the reasons ask ------------------------------------------------------------------------------------------------


def _share_party(pair: Pair) -> bool:
    mine, theirs = pair.parties([pair.mention]), pair.parties(pair.cluster.mentions)
    return bool(mine & theirs) or bool(pair.countries(mine) & pair.countries(theirs))


def _kinds_agree(pair: Pair) -> bool:
    mine = pair.mention.trigger.kind
    theirs = {m.trigger.kind for m in pair.cluster.mentions}
    is_general = bool(theirs & _BROAD) and pair.mention.trigger.channel is None and mine not in _SET_APART
    return mine in theirs or mine in _BROAD or is_general


def _same_destination(pair: Pair) -> bool:
    mine = pair.mention.place
    others = [m.place for m in pair.cluster.mentions if m.place is not None]
    if mine is None or not others:
        return pair.mention.is_definite
    return any(_is_same_place(mine, o) for o in others)


def _is_same_place(a: Place, b: Place) -> bool:
    """One name within the other, or the same spot, or the same country where both are no more exact."""
    if a.name in b.name or b.name in a.name:
        return True
    if a.lat is not None and b.lat is not None:
        return (a.lat, a.lon) == (b.lat, b.lon)
    return a.country is not None and a.country == b.country


def _dated(cluster: Cluster) -> bool:
    return any(m.interval is not None for m in cluster.mentions)


def _sentence(pair: Pair, mention: EventMention) -> int:
    return pair.annotation.tokens[mention.trigger.anchor].sentence
