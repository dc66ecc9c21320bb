"""What frames an event gives it its time and place: the visit it is part of, the event on whose sidelines it is. In turn, what was held on the sidelines of
an event tells that the event was on that day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.codebook import load_codebook
from memcon.coding.events.arguments import days_on, times_on
from memcon.coding.events.pairs import Cluster, is_same_place
from memcon.coding.events.publication import by_publication
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.dates import Interval, interval_of
from memcon.domain.labels import PLURAL
from memcon.domain.records import Event, Place, When
from memcon.domain.times import Timex
from memcon.lexicon import words

_FARTHEST = 12
"""A visit frames what is told of at most so many sentences behind it."""
_MONTH = 31
"""A longer time, in days, frames nothing: "toured Africa in 2019"."""
_FROM_AFAR = words("at_a_distance")
_THERE = words("where_one_came_to")
_DONE_THERE = words("leading_into_an_event")
_SETTLING = words("bringing_about_a_result")
_NEIGHBOURS = 3
"""How many events told before a paper may be the meeting at which it was made."""
_RESULT_BEFORE = 2
"""How many sentences before "at the meeting" what was agreed there may be told."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the mentions that tell of it, in a document."""

    event: Event
    cluster: Cluster

    @property
    def kind(self) -> str:
        return self.event.kind

    @property
    def anchors(self) -> list[int]:
        """The tokens that name it, in text order."""
        return sorted(m.trigger.anchor for m in self.cluster.mentions)

    @property
    def interval(self) -> Interval | None:
        """The days of its time."""
        return interval_of(self.event.when.edtf) if self.event.when is not None else None


def with_frames(index: TextIndex, events: Sequence[Event], clusters: Sequence[Cluster]) -> list[Event]:
    """The events, those without a time or place of their own with that of what frames them. A frame may itself be framed ("on a trip
    this week he went on to Cairo, where he met …"), for the events are taken in text order."""
    told = [Told(event, cluster) for event, cluster in zip(events, clusters, strict=True)]
    stands = _Stands.of(told)
    for n, one in enumerate(told):
        if _may_be_framed(one):
            near = (told[m] for m in stands.near(index, one) if m != n)
            told[n] = replace(one, event=_framed(index, one, [f for f in near if _is_frame(index, f, one)]))
    guests = _guests(told)
    told = [replace(one, event=_as_on_its_sidelines(index, one.event, guests.get(one.event.id, ()))) for one in told]
    told = [replace(one, event=_on_the_day_of_its_result(index, one)) for one in told]
    told = [
        replace(one, event=_made_there(index, one, told[max(0, n - _NEIGHBOURS) : n])) for n, one in enumerate(told)
    ]
    return [by_publication(index, one.event, one.cluster.mentions) for one in told]


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where the events of a document stand that may frame another, so that each looks at its neighbours and not at all of them: the numbers of
    the events by their id, and those of the visits with each token that names one, in text order."""

    by_id: Mapping[str, Sequence[int]]
    visits: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, told: Sequence[Told]) -> _Stands:
        by_id: dict[str, list[int]] = {}
        for n, one in enumerate(told):
            by_id.setdefault(one.event.id, []).append(n)
        visits = (n for n, one in enumerate(told) if one.cluster.mentions[0].trigger.has("destination"))
        return cls(by_id, sorted((anchor, n) for n in visits for anchor in told[n].anchors))

    def near(self, index: TextIndex, one: Told) -> list[int]:
        """The numbers of what may frame an event: what it is on the sidelines of, else the visits told shortly before it."""
        if one.event.sidelines_of is not None:
            return list(self.by_id.get(one.event.sidelines_of, ()))
        first = one.anchors[0]
        start = index.annotation.sentences[max(0, index.tokens[first].sentence - _FARTHEST)].first
        here = slice(bisect_left(self.visits, (start, 0)), bisect_left(self.visits, (first, 0)))
        return sorted({n for _, n in self.visits[here]})


def _may_be_framed(one: Told) -> bool:
    return _is_encounter(one) and (one.event.when is None or one.event.place is None)


def _framed(index: TextIndex, one: Told, frames: Sequence[Told]) -> Event:
    """The event with the time and the place of the nearest of its frames that give them."""
    nearest = sorted(frames, key=lambda frame: -_before(frame, one))
    timely = [f for f in nearest if not _was_before(index, one, f)]
    return replace(one.event, when=_framed_time(one, timely), place=_framed_place(index, one, nearest))


def _framed_time(one: Told, nearest: Sequence[Told]) -> When | None:
    """The event's own time; else that of the nearest frame that gives one."""
    event = one.event
    if event.when is not None or event.year is not None:
        return event.when
    when = next((f.event.when for f in nearest if _gives_time(f, one)), None)
    return replace(when, basis="framed") if when is not None else None


def _framed_place(index: TextIndex, one: Told, nearest: Sequence[Told]) -> Place | None:
    """The event's own place; else that of the nearest frame that gives one."""
    if one.event.place is not None or is_from_afar(index, one.kind, one.anchors):
        return one.event.place
    return next((f.event.place for f in nearest if _gives_place(index, f, one)), None)


def _guests(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    """What was held on the sidelines of each event, by its id."""
    found: dict[str, list[Told]] = {}
    for one in told:
        if one.event.sidelines_of is not None and one.event.status == "held":
            found.setdefault(one.event.sidelines_of, []).append(one)
    return found


def _as_on_its_sidelines(index: TextIndex, event: Event, guests: Sequence[Told]) -> Event:
    """The event, if nothing else tells whether it was, as what was held on its sidelines tells: it was on that day, and still is on the day of publication."""
    if event.statuses:
        return event
    dated = next((g for g in guests if (days := g.interval) is not None and days.days == 1), None)
    if dated is None or index.published is None or dated.interval is None:
        return event
    is_today = dated.interval.overlaps(index.published)
    step = replace(dated.event.statuses[-1], status="under_way" if is_today else "held")
    when = event.when
    if when is None and event.year is None and dated.event.when is not None:
        when = replace(dated.event.when, basis="framed")
    return replace(event, statuses=(step,), when=when)


def _on_the_day_of_its_result(index: TextIndex, one: Told) -> Event:
    """The event, without a time of its own and first named as one that is known ("during the talks"), with the day on which several are told to have agreed
    right before: "The ministers agreed on Thursday to …. At the meeting, …"."""
    event, mention = one.event, one.cluster.mentions[0]
    anchor = mention.trigger.anchor
    is_known = mention.is_definite and index.tree.lower(index.tokens[anchor].head) in _DONE_THERE
    if (
        event.when is not None
        or event.year is not None
        or event.status != "held"
        or not (is_known and _is_encounter(one))
    ):
        return event
    here = index.annotation.sentences[max(0, index.tokens[anchor].sentence - _RESULT_BEFORE)].first
    days = [day for verb in range(here, index.sentence(anchor).first) for day in _day_of_result(index, verb)]
    if len({day.edtf for day in days}) != 1:
        return event
    return replace(event, when=When(edtf=days[0].edtf or "", text=days[0].text, span=days[0].span, basis="framed"))


def _made_there(index: TextIndex, one: Told, before: Sequence[Told]) -> Event:
    """A paper that several made, of which nothing tells when: on the day and in the town of the meeting told of right before, where all of them took part ("The
    presidents of A and B met in Oslo on Monday. They signed a treaty")."""
    event, mention = one.event, one.cluster.mentions[0]
    is_open = event.when is None and event.place is None and event.status == "held"
    is_done = mention.trigger.is_verb and index.tokens[mention.trigger.anchor].tag == "VBD"
    if not (is_open and is_done and mention.trigger.has("instrument")):
        return event
    meeting = next((b for b in reversed(before) if _is_meeting_of(index, b, one)), None)
    if meeting is None or meeting.event.when is None:
        return event
    return replace(event, when=replace(meeting.event.when, basis="framed"), place=meeting.event.place)


def _is_meeting_of(index: TextIndex, meeting: Told, one: Told) -> bool:
    """Whether the parties of an event, two or more, all met on one day that the sentence before tells."""
    roles, opened = load_codebook().roles, index.annotation.opened
    parties = ({p.actor for p in e.participants if roles.of(p.role).is_party} for e in (meeting.event, one.event))
    theirs, mine = (frozenset(opened(who)) for who in parties)
    back = index.tokens[one.anchors[0]].sentence - index.tokens[_before(meeting, one)].sentence
    is_day = meeting.interval is not None and meeting.interval.is_day and meeting.event.status == "held"
    is_right_before = _is_encounter(meeting) and _before(meeting, one) >= 0 and back <= 1
    return is_day and is_right_before and len(mine) > 1 and mine <= theirs


def _day_of_result(index: TextIndex, verb: int) -> list[Timex]:
    """The day of a past verb that tells what several brought about."""
    tree = index.tree
    if tree.lemma(verb) not in _SETTLING or index.tokens[verb].pos != "VERB" or tree.tense(verb) != "past":
        return []
    subjects = tree.deps(verb, "nsubj")
    are_several = any(index.tokens[s].tag in PLURAL or len(tree.coordinated(s)) > 1 for s in subjects)
    return days_on(index, verb) if are_several else []


def _is_encounter(one: Told) -> bool:
    """Whether parties meet in it or somebody goes somewhere, so that it takes place where they are."""
    kind = load_codebook().kind(one.kind)
    return kind.family == "encounter" or kind.has("destination")


def is_from_afar(index: TextIndex, kind: str, anchors: Iterable[int]) -> bool:
    """Whether it is a call or a virtual meeting, which has no place and to which nobody travels; `anchors` are the tokens that name it."""
    if kind == "call":
        return True
    tree = index.tree
    beside = [c for a in anchors for c in tree.children[a]]
    beside += [
        c for p in beside if tree.tokens[p].dep == "prep" for c in tree.deps(p, "advmod")
    ]  # "met virtually with"
    return any(tree.lemma(c) in _FROM_AFAR for c in beside)


def _before(frame: Told, one: Told) -> int:
    """The last token at which the frame is named before the event; -1 where it is only named behind."""
    first = one.anchors[0]
    return max((a for a in frame.anchors if a < first), default=-1)


def _is_frame(index: TextIndex, frame: Told, one: Told) -> bool:
    """Whether the event is part of another: of the visit of one of its parties told shortly before, as much a thing of the past."""
    if one.event.sidelines_of is not None:
        return frame.event.id == one.event.sidelines_of
    if not frame.cluster.mentions[0].trigger.has("destination") or _before(frame, one) < 0:
        return False
    is_near = index.tokens[one.anchors[0]].sentence - index.tokens[_before(frame, one)].sentence <= _FARTHEST
    return is_near and _is_as_past(frame, one) and _share_traveller(index.annotation, frame.event, one.event)


def _is_as_past(frame: Told, one: Told) -> bool:
    """Whether both lie ahead, or neither does; not what was called off."""
    statuses = load_codebook().statuses
    mine, theirs = (statuses.of(s) if s is not None else None for s in (one.event.status, frame.event.status))
    if mine is None or theirs is None or mine.is_undone or theirs.is_undone:
        return False
    return mine.is_ahead == theirs.is_ahead


def _share_traveller(annotation: Annotation, frame: Event, event: Event) -> bool:
    """Whether somebody who travels takes part."""
    roles = load_codebook().roles
    away = {p.actor for p in frame.participants if roles.of(p.role).comes}
    parties = {p.actor for p in event.participants if roles.of(p.role).is_party}
    return not away.isdisjoint(annotation.opened(parties)) or not parties.isdisjoint(annotation.opened(away))


def _gives_time(frame: Told, one: Told) -> bool:
    """Whether the frame's time is that of the event: not of another leg of the way, unless it is the time of the whole way."""
    when = frame.interval
    if when is None or when.days > _MONTH:
        return False
    places = one.event.place, frame.event.place
    is_elsewhere = places[0] is not None and places[1] is not None and not is_same_place(places[0], places[1])
    return when.days > 1 or not is_elsewhere


def _was_before(index: TextIndex, one: Told, frame: Told) -> bool:
    """Whether something that was done on a day before the frame's is told to have followed the event ("signed it on Friday after A met B")."""
    if frame.interval is None:
        return False
    tree = index.tree
    clauses = [i for a in one.anchors for i in (a, *tree.above(a)) if tree.tokens[i].dep == "advcl"]
    followed = [tree.tokens[i].head for i in clauses if any(tree.lower(m) == "after" for m in tree.deps(i, "mark"))]
    days = (interval_of(index.timex_at[t].edtf or "") for v in followed for t in times_on(index, v))
    return any(d is not None and d.end < frame.interval.start for d in days)


def _gives_place(index: TextIndex, frame: Told, one: Told) -> bool:
    """Whether the event is told where the visit is told to be: on the same day, or in the next sentences of its paragraph."""
    if frame.event.place is None:
        return False
    if one.event.sidelines_of is not None:
        return True
    here, there = (index.tokens[i].sentence for i in (one.anchors[0], _before(frame, one)))
    when = interval_of(one.event.when.edtf) if one.event.when is not None else None
    is_same_time = when is None or frame.interval is None or when.overlaps(frame.interval)
    return (is_same_time or _is_told_there(index, one)) and here - there <= 2


def _is_told_there(index: TextIndex, one: Told) -> bool:
    """Whether "there" stands on its verb, so that it takes place where the way led, on whatever day ("will fly to Lima on Sunday and meet her there on Monday")."""
    verbs = (v for a in one.anchors for v in (a, index.tokens[a].head))
    return any(index.tree.lower(c) in _THERE for v in verbs for c in index.tree.deps(v, "advmod"))
