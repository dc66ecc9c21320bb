"""When and where an event is, and on whose sidelines: the times and places whose words hang on the event's own."""

from __future__ import annotations

from collections.abc import Container, Iterator

from memcon.coding.events.agendas import TOPIC_VERBS
from memcon.coding.events.attachment import reach, reaches_deep
from memcon.coding.events.clauses import Clause, verbs_of
from memcon.coding.events.triggers import Trigger, objects_of
from memcon.coding.places import Places
from memcon.coding.syntax import Syntax
from memcon.domain.dates import interval_of
from memcon.domain.records import Place, When
from memcon.domain.spans import Span
from memcon.domain.times import Timex
from memcon.lexicon import words

_AT = frozenset({"in", "at", "near", "outside", "aboard", "inside"})
_TOWARDS = frozenset({"to", "into", "of"})
_GOING = frozenset({"travel", "fly", "go", "come", "head"})
"""Verbs with which "to" and "for" tell where the event is ("will travel to Tokyo for the summit")."""

_NOT_WHEN = frozenset({"since", "until", "till", "from", "by", "before", "after", "despite"})
_UP_TO = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_SIDELINES = frozenset({"sideline", "margin", "fringe"})


def find_when(syntax: Syntax, trigger: Trigger, clause: Clause, acts: Container[int] = ()) -> When | None:
    """The time that the event's own words carry: the noun phrase before the clause, the finer before the coarser.

    `acts` are verbs over the event with a time of their own; what they lead with "for" or "until" is the event's, before any other ("put off until June").
    """
    ranked: list[tuple[int, int, int, Timex]] = []
    for timex in _timexes_near(syntax, trigger.anchor):
        head = _head_of(syntax, timex)
        if head is None or timex.edtf is None:
            continue
        act = _act_over(syntax, head, acts)
        rank: int | None
        if act is None:
            rank = reach(syntax, _past_aim(syntax, head, trigger, clause), trigger, clause)
        elif _leads(syntax, head, act):
            rank = -1
        else:
            rank = 1 if _is_after(syntax, timex, act) else None
        interval = interval_of(timex.edtf)
        if rank is None or (rank >= 0 and _is_boundary(syntax, timex)):
            continue
        days = interval.days if interval else 366
        ranked.append((rank, days, abs(head - trigger.anchor), timex))
    if not ranked:
        return None
    return _with_next(syntax, min(ranked, key=lambda r: r[:3])[3])


def _with_next(syntax: Syntax, timex: Timex) -> When:
    """A time with the one that "and" joins to it: an event "on November 4 and 5" lies within the two."""
    behind = syntax.inside(timex.span)[-1] + 2
    other = syntax.timex_at.get(behind)
    is_joined = other is not None and other.span.start > timex.span.end and syntax.lower(behind - 1) == "and"
    one, two = interval_of(timex.edtf or ""), interval_of((other.edtf if other is not None else None) or "")
    if not is_joined or other is None or one is None or two is None or two.start <= one.end or two.days > one.days:
        return When(edtf=timex.edtf or "", span=timex.span, text=timex.text)
    span = Span(timex.span.start, other.span.end)
    both = f"{(timex.edtf or '').split('/')[0]}/{(other.edtf or '').split('/')[-1]}"
    return When(edtf=both, span=span, text=span.of(syntax.text))


def find_new_time(syntax: Syntax, act: int) -> When | None:
    """The time that a verb of putting off gives to what it puts off ("until June", "to Friday")."""
    return next((when for when, _, is_led in _times_on(syntax, act) if is_led), None)


def find_act_time(syntax: Syntax, act: int) -> When | None:
    """The time of a verb's own doing ("called off on Tuesday"); None where its sentence gives none."""
    own = ((when, timex) for when, timex, is_led in _times_on(syntax, act) if not is_led)
    return next((w for w, timex in own if not _is_boundary(syntax, timex) and not _is_after(syntax, timex, act)), None)


def _times_on(syntax: Syntax, act: int) -> Iterator[tuple[When, Timex, bool]]:
    """The times that hang on a verb, and whether it leads them on to what it acts on."""
    for timex in _timexes_near(syntax, act):
        head = _head_of(syntax, timex)
        if head is not None and timex.edtf is not None and _act_over(syntax, head, {act}) is not None:
            when = When(edtf=timex.edtf, span=timex.span, text=timex.text)
            yield when, timex, _leads(syntax, head, act)


def _is_after(syntax: Syntax, timex: Timex, act: int) -> bool:
    """Whether a time lies ahead, and the act that it is parsed onto does not ("proposed a meeting in June"): it is then of what the act is about."""
    published = syntax.annotation.document.published
    today, when = interval_of(published) if published else None, interval_of(timex.edtf or "")
    factuality = syntax.factuality(act)
    is_by_time = any(o.token in syntax.inside(timex.span) for o in factuality.operators)  # ahead by that very time
    is_done = factuality.time in {"past", "present"} or is_by_time
    return today is not None and when is not None and is_done and when.start > today.end


def _act_over(syntax: Syntax, i: int, acts: Container[int]) -> int | None:
    """The verb of `acts` that a time hangs on, with at most prepositions in between."""
    for _ in range(4):
        head = syntax.tokens[i].head
        if head == i:
            return None
        if head in acts:
            return head
        if syntax.tokens[head].pos not in {"ADP", "SCONJ"} and head not in syntax.timex_at:
            return None
        i = head
    return None


def _leads(syntax: Syntax, i: int, act: int) -> bool:
    """Whether the verb `act` leads a time with a preposition that makes it that of what it acts on."""
    while syntax.tokens[i].head != act:
        i = syntax.tokens[i].head
    return syntax.lower(i) in {"for", "to", "until", "till"}


def _timexes_near(syntax: Syntax, i: int) -> Iterator[Timex]:
    """The dates and times in the sentence of token `i`."""
    sentence = syntax.sentence(i)
    seen = None
    for i in range(sentence.first, sentence.last):
        timex = syntax.timex_at.get(i)
        if (
            timex is not None
            and timex is not seen
            and timex.type in {"DATE", "TIME"}
            and ".." not in (timex.edtf or "")
        ):
            seen = timex
            yield timex


def _head_of(syntax: Syntax, timex: Timex) -> int | None:
    """The token of a time expression whose head lies outside it."""
    inside = syntax.inside(timex.span)
    return next((i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i), None)


def _is_boundary(syntax: Syntax, timex: Timex) -> bool:
    """ "since June", "until Friday": the bound of a span of time, not when something happens."""
    inside = syntax.inside(timex.span)
    is_whole = any(syntax.lower(i) in _UP_TO for i in inside)  # "from November 4 to 6" is when it happens
    return not is_whole and len(inside) > 0 and inside[0] > 0 and syntax.lower(inside[0] - 1) in _NOT_WHEN


def _past_aim(syntax: Syntax, i: int, trigger: Trigger, clause: Clause) -> int:
    """From a time that was parsed onto what is to be discussed to what it is discussed at ("met to discuss trade on Monday")."""
    preposition = syntax.tokens[i].head if syntax.tokens[syntax.tokens[i].head].pos == "ADP" else i
    verb = syntax.tokens[preposition].head
    is_aim = syntax.lemma(verb) in TOPIC_VERBS and any(syntax.tokens[c].tag == "TO" for c in syntax.deps(verb, "aux"))
    is_of_event = syntax.tokens[verb].dep in {"advcl", "acl"} and syntax.tokens[verb].head in {
        trigger.anchor,
        clause.verb,
    }
    return syntax.tokens[verb].head if is_aim and is_of_event and trigger.anchor < verb else i


def find_place(
    syntax: Syntax, places: Places, trigger: Trigger, clause: Clause, acts: Container[int] = ()
) -> Place | None:
    """The place that the event's own words carry; for visits, what is visited. Not where verbs of `acts` were done ("agreed in Oslo to meet")."""
    if trigger.frame is not None and trigger.frame.roles.get("object") == "place":
        for o in objects_of(syntax, trigger.anchor):
            if not _is_other(syntax, o, trigger) and (place := places.at(o)) is not None:
                return place
    found: list[tuple[int, int, Place]] = []
    sentence = syntax.sentence(trigger.anchor)
    is_bound = trigger.family == "visit" or (clause.verb is not None and syntax.lemma(clause.verb) in _GOING)
    allowed = _AT | _TOWARDS if is_bound else _AT
    for i in range(sentence.first, sentence.last):
        for p in syntax.deps(i, "pobj"):
            if syntax.lower(i) == "at" and (seat := _seat(syntax, i, p, trigger, clause)) is not None:
                found.append((1, abs(p - trigger.anchor), seat))
            elif syntax.lower(i) in allowed and not _is_other(syntax, p, trigger):
                rank = reach(syntax, i, trigger, clause)
                is_way = clause.preposition == "for" and clause.verb is not None and syntax.lemma(clause.verb) in _GOING
                if syntax.tokens[i].head in acts or _is_of_the_subject(syntax, i, trigger):
                    continue
                if rank == 1 and syntax.lower(i) in _TOWARDS and trigger.form != "verb" and not is_way:
                    continue
                place = places.at(p) if rank is not None else None
                if rank is not None and place is not None:
                    found.append((rank, abs(p - trigger.anchor), place))
    if found:
        return min(found, key=lambda f: f[:2])[2]
    return _compound_place(syntax, places, trigger)


_ABOUT = words("leading_in_a_subject")


def _is_of_the_subject(syntax: Syntax, i: int, trigger: Trigger) -> bool:
    """Whether a token belongs to what is spoken "about" ("spoke about the situation in Mali"): a place there is none of the event's."""
    while syntax.tokens[i].head not in {i, trigger.anchor}:
        i = syntax.tokens[i].head
        if syntax.lower(i) in _ABOUT:
            return True
    return False


_SEATING = frozenset({"hold", "host", "meet", "take", "gather", "convene", "sit", "co-host", "receive"})


def _seat(syntax: Syntax, preposition: int, head: int, trigger: Trigger, clause: Clause) -> Place | None:
    """A body that an event is held "at": its seat, by name only ("held talks at the Defence Ministry")."""
    mention = syntax.mention_at.get(head)
    verbs = {syntax.lemma(v) for v in (*verbs_of(syntax, clause), *clause.own)}
    if mention is None or not mention.actors or not verbs & _SEATING or _is_named_part(trigger, head):
        return None
    actor = syntax.annotation.actor_by_id.get(mention.actors[0])
    if actor is None or actor.kind != "organization" or reach(syntax, preposition, trigger, clause) is None:
        return None
    first = next((j for j in syntax.inside(mention.span) if syntax.lower(j) not in {"the", "a", "an"}), head)
    span = syntax.span(first, syntax.inside(mention.span)[-1])
    return Place(name=span.of(syntax.text), span=span)


def _is_named_part(trigger: Trigger, i: int) -> bool:
    return trigger.first <= i <= trigger.last


def _is_other(syntax: Syntax, i: int, trigger: Trigger) -> bool:
    """Whether a token belongs to the event's own name, or to a person's or body's, which is no place ("at the Ministry of …")."""
    mention = syntax.mention_at.get(i)
    if mention is not None and mention.actors:
        actor = syntax.annotation.actor_by_id.get(mention.actors[0])
        if actor is not None and actor.kind != "state":
            return True
    return _is_named_part(trigger, i)


def _compound_place(syntax: Syntax, places: Places, trigger: Trigger) -> Place | None:
    """A town before the noun: "the Reykjavik summit". A state there is a party or a topic, not a place."""
    if trigger.form == "verb":
        return None
    for i in (
        range(trigger.first, trigger.anchor)
        if trigger.form == "channel"
        else syntax.deps(trigger.anchor, "compound", "nmod")
    ):
        if i in syntax.mention_at or (i + 1 < len(syntax.tokens) and syntax.tokens[i + 1].text in {"-", "–"}):
            continue
        place = places.at(i)
        if place is not None and (place.geonames is not None or place.lat is not None):
            return place
    return None


def find_sidelines(syntax: Syntax, trigger: Trigger, clause: Clause) -> int | None:
    """The first token of what the event is on the sidelines of, or None."""
    sentence = syntax.sentence(trigger.anchor)
    for i in range(sentence.first, sentence.last - 2):
        if syntax.lemma(i) in _SIDELINES and syntax.lower(i + 1) == "of" and reaches_deep(syntax, i, trigger, clause):
            return i + 2
    return None
