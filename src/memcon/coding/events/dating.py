"""When an event is: the times whose words hang on the event's own, and those that a verb over it leads on to it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.coding.channels.sessions import is_founding
from memcon.coding.events.attachment import is_judged, reach
from memcon.coding.events.clauses import measured, part_of_it
from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import Interval, edtf_of, interval_of, last_of_month, shift
from memcon.domain.labels import ADPOSITIONS, BEFORE_NOUNS, FREE_CLAUSES, ON_NOUNS, POINTS_IN_TIME, VERBAL
from memcon.domain.records import When
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.domain.times import Timex
from memcon.domain.tree import Tree
from memcon.lexicon import words

_BOUNDING = words("bounding_a_time")
_UP_TO = words("reaching_to")
_OPENING_HOURS = words("from")
"""Leads to the hour at which something begins, which is on its day: "from 4 p.m. on May 3"."""
_LEADING_ON = words("leading_to_a_new_time")
_DISCUSSING, _ABOUT = words("discussing"), words("leading_to_a_topic")
_REACHING = words("reaching_a_place")
_BEGINNING = words("event_beginning") | _REACHING
_LEADING_A_STAY = words("leading_into_a_stay")
_ENDING, _END = words("coming_to_its_end"), words("end_of_an_event")
_OPENING_A_SPAN = _OPENING_HOURS | {"starting", "beginning"}
_COUNTING_ON = frozenset({"in", "within"})
_ANNOUNCING = words("deciding_on_an_act")
_WILL = words("future_auxiliary")
_COMING_INTO_FORCE = words("coming_into_force")
_HOURS = words("less_than_a_day")
_BESIDE = words("before")
_EARLIER_THAN = words("leading_to_what_is_ahead") | words("since_and_until")
_YET_TO_COME = words("arrangement_adjectives") - words("planned")
"""What is upcoming or next is not of the day of the telling; what is due or set may be."""
_PARTING = frozenset(",;:—")
_UNDATED_DAYS = 366
_MONTH = 31
_ON_ITS_VERB = 1
"""The rank of a time that stands with the verb over the event, behind one at the event's own words."""
_LEAST_NEAR = 9
_FARTHEST_BESIDE = 14
"""How many tokens before a day "hours after" may stand."""
_PREPOSITIONS_BETWEEN = 4
_SUNDAY = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that may be the event's, and how near it is: -1 where a verb over the event leads it on, then as in `reach`."""

    timex: Timex
    rank: int

    @property
    def text(self) -> str:
        return self.timex.text


def find_when(scene: Scene) -> When | None:
    """The time that the event's own words carry, as `TIMES` tells: the nearest, of equally near ones the finest."""
    found = [
        (dated.rank, _days(timex), abs(head - scene.anchor), dated.timex)
        for timex, head in _spans_near(scene)
        if (dated := _dated(scene, timex, head)) is not None
    ]
    return _at_full_length(scene, _told(min(found, key=lambda f: f[:3])[3])) if found else None


def _dated(scene: Scene, timex: Timex, head: int) -> Dated | None:
    return next((dated for rule in TIMES if (dated := rule(scene, timex, head)) is not None), None)


def _spans_near(scene: Scene) -> Iterator[tuple[Timex, int]]:
    """The times near the event, two that a "to" or "and" joins as one ("from Monday to Friday", "on November 4 and 5"), unless the second is
    what the event was put off to."""
    index, taken = scene.index, set[Timex]()
    near = [(t, head) for t, head in _timexes_near(index, scene.anchor) if not _is_of_the_founding(scene, head)]
    heads = dict(near)
    for timex, head in near:
        other = _joined(index, timex)
        if timex in taken:
            continue
        if other is None or (other in heads and led_on(scene, other, heads[other]) is not None):
            yield timex, head
        else:
            taken.add(other)
            yield _from_one_to_other(index, timex, other), head


def _is_of_the_founding(scene: Scene, head: int) -> bool:
    """Whether a time hangs on a clause that tells when the channel was set up ("the dialogue, founded in 2010, met"), also of an encounter that comes again
    without a name ("the summit, launched in 2010, was held in May"); what is begun or set for a day has that day."""
    tree = scene.tree
    if scene.trigger.channel is None and not scene.trigger.has("topics"):
        return False
    clauses = (v for v in tree.above(head) if scene.index.tokens[v].dep in ON_NOUNS)
    founding = (v for v in clauses if is_founding(scene.index, v) and tree.is_passive(v))
    is_named = scene.trigger.channel is not None
    return any(is_named or tree.lemma(v) not in _BEGINNING for v in founding)


def _from_one_to_other(index: TextIndex, timex: Timex, other: Timex) -> Timex:
    span = Span(timex.span.start, other.span.end)
    edtf = f"{(timex.edtf or '').split('/')[0]}/{(other.edtf or '').split('/')[-1]}"
    return replace(timex, span=span, text=span.of(index.text), value=edtf, edtf=edtf)


def _at_full_length(scene: Scene, when: When) -> When:
    """ "a five-day visit begins on 10 November", "arrived on 10 November for a five-day visit": the day with which an event of a told length begins or
    ends is not all of it."""
    days, day = length_of(scene), interval_of(when.edtf)
    if days is None or day is None or not day.is_day:
        return when
    lemmas = {scene.tree.lemma(verb) for verb in _bounding(scene)}
    is_first = lemmas & _BEGINNING or _opens_with(scene, when)
    is_last = lemmas & _ENDING or _is_told_at_its_end(scene)
    steps = days - 1 if is_first else 1 - days if is_last else 0
    other = shift(day, days=steps)
    if not steps or other is None:
        return when
    return replace(when, edtf=edtf_of(Interval(min(day.start, other.start), max(day.end, other.end))))


def _opens_with(scene: Scene, when: When) -> bool:
    """Whether the day is told as the first ("a week-long visit from 3 June", "will visit Oslo on 3 June for a week")."""
    inside = scene.index.inside(when.span) if when.span is not None else ()
    return bool(inside) and (_leads_off(scene.index, inside[0]) or scene.trigger.is_verb)


def _leads_off(index: TextIndex, first: int) -> bool:
    """Whether "from" or "starting" stands before a time."""
    return first > 0 and index.tree.lower(first - 1) in _OPENING_A_SPAN


def _is_told_at_its_end(scene: Scene) -> bool:
    """Whether something is told "at the end of" it."""
    part = part_of_it(scene.index, scene.anchor)
    return part is not None and scene.tree.lemma(part) in _END


def _bounding(scene: Scene) -> tuple[int, ...]:
    """The verbs that may tell of its beginning or end: the carrying one, else those of the clauses on it ("talks, which end on Friday")."""
    verb = scene.clause.verb
    is_led = scene.clause.relation == "preposition"
    is_stay = is_led and scene.tree.lemma(verb or 0) in _REACHING and scene.clause.preposition in _LEADING_A_STAY
    own = (verb,) if verb is not None and (is_stay or not is_led) else ()
    on_it = tuple(v for v in scene.clause.own if scene.tree.tokens[v].dep == "relcl")
    is_told = any(scene.tree.lemma(v) in _BEGINNING | _ENDING for v in own)
    return own if is_told and not (is_stay and on_it) else on_it


def length_of(scene: Scene) -> int | None:
    """How many days the event's noun is said to last ("a five-day visit", "two days of talks")."""
    if scene.trigger.is_verb:
        stays = scene.tree.led_by(scene.anchor, *_LEADING_A_STAY)  # "arrived on Monday for a three-day visit"
        is_arrival = scene.tree.lemma(scene.anchor) in _REACHING
        told = next((n for o in stays if (n := _length_before(scene, o, o)) is not None), None) if is_arrival else None
        return told if told is not None else _length_behind(scene)
    measure = measured(scene.tree, scene.anchor)  # "four days of talks"
    if measure != scene.anchor and (told := _length_before(scene, measure, measure + 1)) is not None:
        return told
    return _length_before(scene, scene.anchor, scene.trigger.first)


def _length_behind(scene: Scene) -> int | None:
    """The days of "will visit Oslo for a week"."""
    if not scene.trigger.has("destination"):
        return None
    lengths = (scene.index.timex_at.get(o) for o in scene.tree.led_by(scene.anchor, "for"))
    return next((n for t in lengths if t is not None and (n := _days_of(t)) is not None), None)


def _length_before(scene: Scene, noun: int, last: int) -> int | None:
    """The days that a length of time between the beginning of a noun's phrase and `last` tells."""
    beside = (scene.tree.extent(noun)[0], last)
    lengths = (t for i in range(*beside) if (t := scene.index.timex_at.get(i)) is not None and t.type == "DURATION")
    return next((_days_of(t) for t in lengths), None)


def _days_of(length: Timex) -> int | None:
    """The days of a length of time in days or weeks."""
    found = re.fullmatch(r"P([0-9]{1,2})([DW])", length.value)
    return int(found[1]) * (7 if found[2] == "W" else 1) if found is not None else None


def _days(timex: Timex) -> int:
    interval = interval_of(timex.edtf or "")
    return interval.days if interval else _UNDATED_DAYS


@rule(
    yes=["The talks between Norway and Chad were put off until June 3. → June 3"],
    no=["The talks between Norway and Chad were called off on Tuesday."],
)
def led_on(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The time that a verb over the event leads on to it with "for" or "until"."""
    act = _act_over(scene.index, head, scene.acts)
    return Dated(timex, -1) if act is not None and _leads(scene.index, head, act) else None


@rule(
    yes=["President Maria Soto proposed in June to meet Chancellor Uwe Brandt. → June"],
    no=["President Maria Soto proposed on Monday to meet Chancellor Uwe Brandt."],
)
def ahead_of_the_act(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """A time on a verb over the event that lies ahead though the verb tells of the past: it is that of what was proposed."""
    index = scene.index
    act = _act_over(index, head, scene.acts)
    is_ahead = act is not None and _is_after(index, timex, act) and not _is_boundary(index, timex)
    return Dated(timex, _ON_ITS_VERB) if is_ahead else None


@rule(
    yes=[
        "Minister Jens Holm said at a press conference yesterday the law should be changed. → yesterday",
        "Peru and North Macedonia agreed Thursday on details for talks between their prime ministers next week, ending a long row, a Peruvian spokesman said. → next week",
    ],
    no=[
        "Norway and Chad put off the talks until Monday.",
        "Norway and Chad were asked for details of talks between their ministers on Monday.",
        "Minister Jens Holm wrote a report about the visit yesterday.",
    ],
)
def right_behind(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The time that stands behind the event's noun without a preposition, whatever the parser hung it on, or behind its parties, on the noun over it."""
    inside = scene.index.inside(timex.span)
    is_last = inside[0] == scene.tree.last(scene.anchor) + 1
    is_on_it = is_last and scene.index.tokens[head].head == scene.clause.governor
    is_behind = scene.trigger.is_noun and (inside[0] == scene.trigger.last + 1 or is_on_it)
    is_topic = scene.clause.governor is not None and scene.clause.preposition in _ABOUT
    return Dated(timex, 0) if is_behind and not is_topic and not _is_boundary(scene.index, timex) else None


@rule(
    yes=[
        "President Maria Soto today announced the appointment of Uwe Brandt as ambassador to Norway. → today",
        "On Monday, President Maria Soto announced she has appointed Uwe Brandt as ambassador to Norway. → Monday",
    ],
    no=[
        "President Maria Soto announced on Monday that she will appoint an ambassador to Norway.",
        "President Maria Soto announced on Monday that she had appointed an ambassador to Norway.",
        "President Maria Soto announced on Monday a visit to Norway.",
    ],
)
def announced(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The time of announcing what is done by being announced: an appointment, a sanction, a truce."""
    verb = _announcing(scene) if scene.trigger.has("announced") else None
    is_its = verb is not None and _act_over(scene.index, head, {verb}) is not None
    return Dated(timex, _ON_ITS_VERB) if is_its and not _is_boundary(scene.index, timex) else None


@rule(
    yes=[
        "Norway and Chad held talks on Monday. → Monday",
        "Norway and Chad met to discuss trade on Monday. → Monday",
        "Norway and Chad will meet again in two weeks. → two weeks",
        "The accord will be followed on Friday in Oslo by the signing of a treaty. → Friday",
        "Norway and Chad met for the fifth time today. → today",
        "Norway and Chad held talks for an hour from 4:30 p.m. on May 13. → 4:30 p.m. on May 13",
        "President Maria Soto will make a week-long visit to Norway from June 3. → June 3",
    ],
    no=[
        "Norway and Chad have held talks since Monday.",
        "Norway and Chad agreed on Monday to hold talks.",
        "In a speech on Monday, President Maria Soto urged Norway to sign the treaty.",
        "Norway said on Monday it had expelled two diplomats.",
        "King Haakon, who announced on Monday to take part in a summit of Chad and Togo, has not come.",
        "Norway will investigate the murder of a diplomat four years ago.",
        "Norway invited the ministers of Chad to Oslo for talks next week. → invited",
        "Norway prepared the upcoming visit of President Maria Soto on Tuesday.",
        "Envoys are attending the conference in Oslo, which ends on Friday.",
        "Norway praised the summit of Peru and Chad that led to the renewal of aid on Tuesday.",
        "On Tuesday, Norway hailed the summit of Peru and Chad.",
        "Norway and Chad had held talks before the strikes in June.",
        "The meeting of Norway and Chad coincided with a strike of fishermen for the second time this year.",
        "Chancellor Uwe Brandt met President Maria Soto to discuss this year's farm price plan.",
        "The talks of Norway and Chad failed to make any progress over the 2018-19 catch limits.",
    ],
)
def of_the_event(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The time that hangs on the event's own words, not the bound of a span of time ("since Monday"), nor one that is over for what will be."""
    is_opening = length_of(scene) is not None and _leads_off(scene.index, scene.index.inside(timex.span)[0])
    if _act_over(scene.index, head, scene.acts) is not None or (_is_boundary(scene.index, timex) and not is_opening):
        return None
    if (
        _is_of_a_count(scene.index, timex)
        or _is_of_a_noun_behind(scene, timex, head)
        or _is_of_the_telling(scene, timex, head)
        or _is_of_the_undertaking(scene, timex, head)
        or _is_of_the_arrival(scene, head)
        or _is_over_already(scene, timex)
        or _is_yet_to_come(scene, timex)
    ):
        return None
    if _is_its_end_ahead(scene, timex, head) or _is_of_what_it_was_before(scene, timex, head):
        return None
    rank = reach(scene, _past_aim(scene, head))
    is_of_a_judgement = rank == _ON_ITS_VERB and is_judged(scene) and not _reaches_beyond_today(scene, timex)
    return Dated(timex, rank) if rank is not None and not is_of_a_judgement else None


@rule(
    yes=[
        "President Maria Soto called Chancellor Uwe Brandt to congratulate him less than two hours after Brandt was sworn into office on May 3. → May 3",
        "President Maria Soto met Chancellor Uwe Brandt minutes after King Haakon landed in Oslo on Monday. → Monday",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt two weeks after Brandt was sworn into office on May 3.",
        "President Maria Soto met Chancellor Uwe Brandt, who was sworn in on May 3.",
    ],
)
def within_hours(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The day of what lies hours or minutes before or after the event: it is the event's too."""
    index, tree, days = scene.index, scene.tree, interval_of(timex.edtf or "")
    first = index.inside(timex.span)[0]
    if not scene.trigger.is_verb or days is None or not days.is_day or first < scene.anchor:
        return None
    between = range(max(scene.anchor, first - _FARTHEST_BESIDE), first)
    if any(index.tokens[i].text in _PARTING for i in between):
        return None
    beside = (i for i in between if tree.lemma(i) in _HOURS and tree.lower(i + 1) in _BESIDE)
    hours = next((i for i in beside if scene.anchor in tree.above(i)), None)
    return Dated(timex, _LEAST_NEAR) if hours is not None else None


@rule(
    yes=[
        "The truce brokered by Norway took effect on Monday. → Monday",
        "The treaty signed by Norway and Chad came into force on Monday. → Monday",
    ],
    no=["The truce brokered by Norway collapsed on Monday."],
)
def taking_effect(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The day on which the paper came into force that a participle tells of, where no day of its making is told."""
    tree, token = scene.tree, scene.tree.tokens[scene.anchor]
    if not scene.trigger.has("instrument") or token.dep not in ON_NOUNS:
        return None
    over = tree.tokens[token.head]
    is_begun = over.dep == "nsubj" and tree.lemma(over.head) in _COMING_INTO_FORCE
    return Dated(timex, _LEAST_NEAR) if is_begun and _act_over(scene.index, head, {over.head}) is not None else None


@rule(
    yes=[
        "The change will be felt on Friday when Norway hosts a summit in Oslo. → Friday",
        "The rift was plain on Monday, when Norway and Chad met in Lima. → Monday",
        "The rift was plain on 3 June, when Norway and Chad met in Lima. → 3 June",
    ],
    no=[
        "On Friday the minister said when Norway will host a summit in Oslo.",
        "On Friday, when Lind gave up a holiday for a visit to Chad, the minister was in Lima.",
    ],
)
def when_it_was(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The day right before "when", whose clause tells of the event, whatever else was on that day."""
    tree, behind = scene.tree, scene.index.inside(timex.span)[-1] + 1
    if behind < len(tree.tokens) - 1 and tree.tokens[behind].text == ",":
        behind += 1
    if behind >= len(tree.tokens) or tree.lower(behind) != "when" or tree.tokens[behind].dep != "advmod":
        return None
    is_told = scene.clause.relation != "preposition" and scene.clause.governor is None
    return Dated(timex, _ON_ITS_VERB) if is_told and tree.tokens[behind].head == scene.clause.verb else None


@rule(
    yes=[
        "Norway and Chad expect to sign a treaty by June 3. → June 3",
        "Norway and Chad hope to reach an accord by the end of June. → the end of June",
    ],
    no=[
        "Norway and Chad expect to sign a treaty before June 3.",
        "Norway and Chad had signed a treaty by Monday.",
        "Norway and Chad discussed cuts by the end of June.",
    ],
)
def by_then(scene: Scene, timex: Timex, head: int) -> Dated | None:
    """The time ahead by which it is to be."""
    first, today, end = scene.index.inside(timex.span)[0], scene.published, interval_of(timex.edtf or "")
    if today is None or end is None or end.end <= today.end or scene.tree.lower(max(0, first - 1)) != "by":
        return None
    if _act_over(scene.index, head, scene.acts) is not None or reach(scene, head) is None:
        return None
    last = edtf_of(Interval(end.end, end.end)) if _END & set(timex.text.lower().split()) else timex.edtf
    return Dated(replace(timex, edtf=f"../{last}"), _LEAST_NEAR)


TIMES = (
    led_on,
    ahead_of_the_act,
    right_behind,
    announced,
    when_it_was,
    of_the_event,
    within_hours,
    taking_effect,
    by_then,
)
"""What makes a time of its sentence that of the event; each time is taken by the first that answers."""


def _announcing(scene: Scene) -> int | None:
    """The verb of announcing that has the event as object, or that tells of it as done ("announced she has appointed")."""
    clause, tree = scene.clause, scene.tree
    verb = clause.verb if clause.relation == "object" else None
    if tree.tokens[scene.anchor].dep == "ccomp" and _is_done_now(tree, scene.anchor):
        verb = tree.tokens[scene.anchor].head
    return verb if verb is not None and tree.lemma(verb) in _ANNOUNCING else None


def _is_done_now(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of something as done by now ("has appointed"), not as done before ("had appointed")."""
    return tree.is_perfect(verb) and not any(tree.lower(i) == "had" for i in tree.auxiliaries(verb))


def _is_of_a_count(index: TextIndex, timex: Timex) -> bool:
    """Whether a time tells only within what something is counted: "for the second time this year"; "for the second time today" tells the day."""
    if _days(timex) == 1:
        return False
    inside = index.inside(timex.span)
    match index.tokens[max(inside[0] - 2, 0) : inside[0]] if inside else ():
        case [number, time]:
            return index.tree.lemma(time.i) == "time" and number.tag == "JJ"
    return False


def _is_of_a_noun_behind(scene: Scene, timex: Timex, head: int) -> bool:
    """Whether a year or another long time tells which one a noun behind it means ("met to discuss this year's budget", "over a 2018-19 price package")."""
    token = scene.tree.tokens[head]
    is_before = head < token.head and token.dep in BEFORE_NOUNS | {"poss", "det"}
    own = {measured(scene.tree, scene.anchor), *range(scene.trigger.first, scene.trigger.last + 1), scene.anchor}
    is_named = any(t.head in own for t in (token, scene.tree.tokens[token.head]))  # "this year's Nordic summit"
    return is_before and not is_named and token.head not in scene.index.timex_at and _days(timex) > _MONTH


def _is_of_the_telling(scene: Scene, timex: Timex, head: int) -> bool:
    """Whether a time stands between a verb and the subject of the clause that it leads to: it is the verb's, though parsers hang it on the clause ("said on
    Monday it had …")."""
    tree, inside = scene.tree, scene.index.inside(timex.span)
    above = next((i for i in tree.above(head) if tree.tokens[i].pos in VERBAL), None)
    if above is None or tree.tokens[above].dep != "ccomp":
        return False
    telling, subjects = tree.tokens[above].head, tree.deps(above, "nsubj", "nsubjpass")
    between = range(telling, inside[0])
    is_joined = all(tree.tokens[i].pos != "PUNCT" and tree.tokens[i].dep != "mark" for i in between)
    return is_joined and telling < inside[0] and any(tree.extent(s)[0] == inside[-1] + 1 for s in subjects)


def _reaches_beyond_today(scene: Scene, timex: Timex) -> bool:
    """Whether a time is not over by the day of publication."""
    today, when = scene.published, interval_of(timex.edtf or "")
    return today is not None and when is not None and when.end > today.end


def _is_of_the_undertaking(scene: Scene, timex: Timex, head: int) -> bool:
    """Whether a time stands between a verb of announcing and the infinitive that carries the event ("announced last week to take part in the summit")."""
    tree, verb = scene.tree, scene.clause.verb
    if verb is None or tree.tokens[verb].dep != "xcomp" or not tree.is_infinitive(verb):
        return False
    telling, inside = tree.tokens[verb].head, scene.index.inside(timex.span)
    is_between = telling < inside[0] and inside[-1] < verb
    return is_between and tree.lemma(telling) in _ANNOUNCING and _act_over(scene.index, head, {telling}) is not None


def _is_of_the_arrival(scene: Scene, head: int) -> bool:
    """Whether a time is that on which somebody came to take part in the session of a channel: it may begin later."""
    tree, verb = scene.tree, scene.clause.verb
    if scene.trigger.channel is None or verb is None or not tree.is_infinitive(verb):
        return False
    over = tree.tokens[verb].head
    return tree.lemma(over) in _REACHING and _act_over(scene.index, head, {over}) is not None


def _is_over_already(scene: Scene, timex: Timex) -> bool:
    """Whether a time had passed by the day of publication, and the event "will" be or is called upcoming; that one is not of the day itself either."""
    today, when = scene.published, interval_of(timex.edtf or "")
    if today is None or when is None:
        return False
    if any(scene.tree.lower(i) in _YET_TO_COME for i in scene.tree.deps(scene.anchor, "amod")):
        return when.end <= today.end
    if scene.clause.relation != "self" or when.end >= today.start:
        return False
    return any(scene.tree.lower(a) in _WILL for a in scene.tree.auxiliaries(scene.anchor))


def _is_yet_to_come(scene: Scene, timex: Timex) -> bool:
    """Whether a time lies ahead, behind another event's noun, and the event's own verb tells what was done ("invited them for talks next week")."""
    today, when = scene.published, interval_of(timex.edtf or "")
    if scene.clause.relation != "self" or today is None or when is None or when.start <= today.end:
        return False
    between = range(scene.anchor + 1, scene.index.inside(timex.span)[0])
    return scene.tree.tense(scene.anchor) == "past" and any(i in scene.others for i in between)


def _is_its_end_ahead(scene: Scene, timex: Timex, head: int) -> bool:
    """Whether a day ahead is only told to be the end of what somebody is at ("are attending talks, which end on Friday"), of no told length."""
    today, when = scene.published, interval_of(timex.edtf or "")
    if today is None or when is None or when.start <= today.end or length_of(scene) is not None:
        return False
    ending = {v for v in scene.clause.own if scene.tree.lemma(v) in _ENDING and scene.tree.tense(v) == "present"}
    return _act_over(scene.index, head, ending) is not None


def _is_of_what_it_was_before(scene: Scene, timex: Timex, head: int) -> bool:
    """Whether a time hangs on a noun before or since which the event was ("before the strikes in June"); behind "after" only one longer than a day,
    for what was "after talks on Monday" may have been on that day."""
    tree, tokens = scene.tree, scene.tree.tokens
    for i in tree.above(head):
        if i == scene.anchor or i == scene.clause.verb or tokens[i].pos in VERBAL:
            return False
        leading = tokens[i].head
        if tokens[i].dep != "pobj" or i in scene.index.timex_at:
            continue
        word = f"{tree.lower(leading - 1)} {tree.lower(leading)}" if leading > 0 else tree.lower(leading)
        if tree.lower(leading) in _EARLIER_THAN or word in _EARLIER_THAN:
            return True
        if tree.lower(leading) in _BESIDE and _days(timex) > 1:
            return True
    return False


def find_new_time(index: TextIndex, act: int) -> When | None:
    """The time that a verb of putting off gives to what it puts off ("until June", "to Friday")."""
    return next((_told(t) for t, head in _times_on(index, act) if _leads(index, head, act)), None)


def find_act_time(index: TextIndex, act: int) -> When | None:
    """The time of a verb's own doing ("called off on Tuesday"); None where its sentence gives none."""
    own = (t for t, head in _times_on(index, act) if not _leads(index, head, act))
    return next((_told(t) for t in own if not _is_boundary(index, t) and not _is_after(index, t, act)), None)


def _told(timex: Timex) -> When:
    return When(edtf=timex.edtf or "", span=timex.span, text=timex.text)


def _joined(index: TextIndex, timex: Timex) -> Timex | None:
    """The later time that "and", "to" or a dash joins to `timex`; behind "and" no coarser one."""
    behind = index.inside(timex.span)[-1] + 2
    other = index.timex_at.get(behind)
    if other is None or other.span.start <= timex.span.end:
        return None
    one, two = interval_of(timex.edtf), interval_of(other.edtf)
    if one is None or two is None or two.start <= one.end:
        return None
    word = index.tree.lower(behind - 1)
    return other if word in _UP_TO or (word == "and" and two.days <= one.days) else None


def _times_on(index: TextIndex, act: int) -> Iterator[tuple[Timex, int]]:
    """The times that hang on a verb, with their heads."""
    return ((t, head) for t, head in _timexes_near(index, act) if _act_over(index, head, {act}) is not None)


def _is_after(index: TextIndex, timex: Timex, act: int) -> bool:
    """Whether a time lies ahead, and the act that it is parsed onto does not ("proposed a meeting in June"): it is then of what the act is about."""
    today, when = index.published, interval_of(timex.edtf or "")
    factuality = index.factuality(act)
    is_by_time = any(o.token in index.inside(timex.span) for o in factuality.operators)  # ahead by that very time
    is_done = factuality.has_come or is_by_time
    return today is not None and when is not None and is_done and when.start > today.end


def _act_over(index: TextIndex, i: int, acts: Container[int]) -> int | None:
    """The verb of `acts` that a time hangs on, with at most prepositions in between."""
    for _, head in zip(range(_PREPOSITIONS_BETWEEN), index.tree.above(i), strict=False):
        if head in acts:
            return head
        if index.tokens[head].pos not in ADPOSITIONS and head not in index.timex_at:
            return None
    return None


def _leads(index: TextIndex, i: int, act: int) -> bool:
    """Whether the verb `act` leads a time with a preposition that makes it that of what it acts on."""
    while index.tokens[i].head != act:
        i = index.tokens[i].head
    return index.tree.lower(i) in _LEADING_ON


def _timexes_near(index: TextIndex, i: int) -> Iterator[tuple[Timex, int]]:
    """The closed dates and times in the sentence of token `i`, each with the token of it whose head lies outside."""
    for timex in (_counted_from_today(index, _week_that_begins(index, t)) for t in index.times_beside(i)):
        head = _head_of(index, timex)
        is_point = timex.type in POINTS_IN_TIME and timex.edtf is not None and ".." not in timex.edtf
        if is_point and head is not None:
            yield timex, head


def _counted_from_today(index: TextIndex, timex: Timex) -> Timex:
    """ "Will meet in two weeks": a length of time behind "in", under what will be, as the time at its end, as fine as its unit tells; behind "within", the
    time up to it; else `timex`."""
    told = re.fullmatch(r"P([0-9]{1,2})([DWM])", timex.value) if timex.type == "DURATION" else None
    first, today = index.inside(timex.span)[0], index.published
    if told is None or today is None or not today.is_day or first == 0:
        return timex
    leading, verb = (
        index.tree.lower(first - 1),
        next((j for j in index.tree.above(first) if index.tokens[j].pos == "VERB"), None),
    )
    if leading not in _COUNTING_ON or verb is None or index.factuality(verb).time != "future":
        return timex
    count, unit = int(told[1]), told[2]
    end = shift(today, months=count) if unit == "M" else shift(today, days=count * (7 if unit == "W" else 1))
    if end is None:
        return timex
    return replace(
        timex, type="DATE", edtf=edtf_of(_whole(end, unit) if leading == "in" else Interval(today.start, end.end))
    )


def _week_that_begins(index: TextIndex, timex: Timex) -> Timex:
    """ "They will meet this week", told on a Sunday: the week that begins on that day, if the time hangs on the verb itself; else `timex`."""
    today = index.published
    is_sunday = today is not None and today.is_day and today.start.isoweekday() == _SUNDAY
    if today is None or not is_sunday or timex.text.lower() != "this week":
        return timex
    verb = index.tokens[index.inside(timex.span)[-1]].head
    end = shift(today, days=_SUNDAY - 1)
    if end is None or index.tokens[verb].pos != "VERB" or index.factuality(verb).time != "future":
        return timex
    return replace(timex, edtf=edtf_of(Interval(today.start, end.end)))


def _whole(day: Interval, unit: str) -> Interval:
    """The day, or the week or month around it, by a TIMEX3 unit ("D", "W", "M")."""
    if unit == "W":
        monday = day.start - timedelta(days=day.start.weekday())
        return Interval(monday, monday + timedelta(days=6))
    return Interval(day.start.replace(day=1), last_of_month(day.start.year, day.start.month)) if unit == "M" else day


def _head_of(index: TextIndex, timex: Timex) -> int | None:
    inside = index.inside(timex.span)
    return next((i for i in inside if index.tokens[i].head not in inside or index.tokens[i].head == i), None)


def _is_boundary(index: TextIndex, timex: Timex) -> bool:
    """ "since June", "until Friday": the bound of a span of time, not when something happens."""
    inside = index.inside(timex.span)
    is_whole = any(index.tree.lower(i) in _UP_TO for i in inside)  # "from November 4 to 6" is when it happens
    is_owner = index.tokens[inside[-1]].dep == "poss" or index.tokens[inside[-1]].tag == "POS"  # "from Tuesday's vote"
    is_whole = is_whole or (timex.type == "TIME" and index.tree.lower(inside[0] - 1) in _OPENING_HOURS)
    is_whole = is_whole or (index.timex_at[inside[0]].type == "DURATION" and timex.type == "DATE")  # "within two weeks"
    return not (is_whole or is_owner) and inside[0] > 0 and index.tree.lower(inside[0] - 1) in _BOUNDING


def _past_aim(scene: Scene, i: int) -> int:
    """From a time that was parsed onto what is to be discussed to what it is discussed at ("met to discuss trade on Monday")."""
    tokens = scene.index.tokens
    preposition = tokens[i].head if tokens[tokens[i].head].pos == "ADP" else i
    verb = tokens[preposition].head
    is_aim = scene.tree.lemma(verb) in _DISCUSSING and scene.tree.is_infinitive(verb)
    is_of_event = tokens[verb].dep in FREE_CLAUSES and tokens[verb].head in {scene.anchor, scene.clause.verb}
    return tokens[verb].head if is_aim and is_of_event and scene.anchor < verb else i
