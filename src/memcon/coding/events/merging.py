"""Which mentions in one document speak of the same event.

A careful reader keeps two mentions apart when anything they say disagrees (session, time, place, parties), and joins them
when they name the same session, the same parties at the same time, or when one refers back ("the meeting", "the talks").
`KEEP_APART` and `JOIN` are the declared lists of those reasons; the first reason to keep apart wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from memcon.codebook import load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster, Pair, Told, parties_of
from memcon.coding.events.scene import Trigger
from memcon.coding.events.told_again import (
    are_known,
    in_a_note,
    known_paper,
    known_parties,
    may_be_called,
    opens_group,
    same_company,
    sent_to,
    they_met,
)
from memcon.domain.actors import Actor
from memcon.domain.annotation import Annotation
from memcon.domain.dates import interval_of
from memcon.domain.rules import rule
from memcon.lexicon import words

_REACH_BACK = 14
"""How many sentences a definite noun may refer back over."""

_EVENTS_BACK = 100
"""How many events, the latest told of first, a mention is compared with. None of 469 articles reads differently for it; what comes back to
an event after a hundred others says little of its being the same."""

_REACH_ON = 3
"""How many sentences behind a meeting its parties are told to have discussed something there."""

_DISCUSSING = words("telling_what_was_discussed")
_CARRIED_ON = words("carried_on_at_a_meeting")
_SETTING = words("leading_to_what_one_meets_for")
_REFERRING = words("meaning_what_was_told")


def merge_mentions(annotation: Annotation, mentions: Sequence[EventMention]) -> list[Cluster]:
    """The clusters of `mentions` (in text order), each mention in the latest cluster that it fits. Time linear in their number."""
    found: list[Cluster] = []
    open_to_more: list[Told] = []  # the latest one told of stands last
    for told in mentions:
        mention = _without_the_compared(annotation, told)
        mine = parties_of(annotation, mention)
        homes = _homes(annotation, open_to_more, mention, mine)
        if not homes:
            homes = [Told()]
            found.append(homes[0].cluster)
        home, *others = homes
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
    return actor.kind == "person" and actor.name[:1].islower()


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
    """Whether a reason keeps them apart; what the sentence says to be the same may name other parties."""
    reasons = (r for r in KEEP_APART if r not in BY_PARTIES) if equated(pair) else KEEP_APART
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
    (Pair.share_place, 1.0),
    (Pair.is_same_stage, 1.5),
    (Pair.share_fate, 2.5),
    (Pair.is_spoken_of_often, 1.0),
    (Pair.in_one_sentence, 3.0),
)
"""What speaks for one of several events that a definite noun may mean, with its score; each sentence between costs `_FAR`."""

_FAR = 0.25


# --- reasons to keep apart -----------------------------------------------------------------------------------------------


@rule(
    yes=["Norway held talks with Chad in Oslo. President Maria Soto then visited Oslo."],
    no=[
        "Norway held talks with Chad in Oslo. The meeting lasted an hour.",
        "President Maria Soto spoke with Chancellor Uwe Brandt on Monday. The call lasted an hour.",
        "President Maria Soto hosted Chancellor Uwe Brandt in Oslo for a meeting on fish. The meeting was attended by officials.",
        "President Maria Soto spoke with Chancellor Uwe Brandt by phone on Monday. Soto and Brandt also conferred on fish.",
    ],
)
def other_family(pair: Pair) -> bool:
    """Another kind of occasion; "spoke with" may be a call as well as a meeting."""
    mine, theirs = pair.mention.trigger, pair.cluster.mentions[0].trigger
    told = (m.trigger for m in pair.cluster.mentions)
    if mine.family in {t.family for t in told if not _may_tell_of(t, theirs.family)} or visit_for_it(pair):
        return False
    if may_be_called(pair):
        return False
    return not (_may_tell_of(mine, theirs.family) or _may_tell_of(theirs, mine.family))


@rule(
    yes=["Norway and Chad held a second round of talks. Norway and Chad held a third round of talks."],
    no=["Norway and Chad held a second round of talks. Norway and Chad ended the second round of talks."],
)
def other_round(pair: Pair) -> bool:
    """Another number in a row ("the third round", "the second meeting"); "the first since 2019" counts nothing."""
    mine = pair.mention.ordinal
    return mine is not None and any(_differ(mine, m.ordinal) for m in pair.cluster.mentions)


@rule(
    yes=[
        "Norway and Chad agreed to restart the High-Level Economic Dialogue. They discussed how to help at this year's Climate Leaders' Summit.",
    ],
    no=[
        "Norway and Chad agreed to restart the High-Level Economic Dialogue. They discussed how to help at this year's Economic Dialogue.",
        "Norway and Chad agreed to restart the High-Level Economic Dialogue. They discussed how to help at this year's dialogue.",
    ],
)
def other_name(pair: Pair) -> bool:
    """Both have names of their own, without a word in common."""
    mine = pair.own_name(pair.mention)
    theirs = [name for m in pair.cluster.mentions if (name := pair.own_name(m))]
    return bool(mine and theirs) and all(mine.isdisjoint(name) for name in theirs)


@rule(
    yes=["President Maria Soto met Chancellor Uwe Brandt. President Maria Soto will meet Chancellor Uwe Brandt."],
    no=[
        "Norway and Chad were to hold talks. Norway and Chad held talks.",
        "Norway and Chad will hold talks. The meeting was called off.",
        "The ministers of Norway and Chad met in Oslo to hold talks on fish.",
    ],
)
def before_and_after(pair: Pair) -> bool:
    """One has come about and the other is still ahead, and nothing says that they are of one time; what "was to be" may have come about."""
    is_bare = pair.mention.is_definite and pair.mention.when is None and not pair.is_another()
    if pair.same_time() or is_bare or any(reason(pair) for reason in IN_ONE_SENTENCE):
        return False
    mine, theirs = pair.stage_of(pair.mention), {pair.stage_of(m) for m in pair.cluster.mentions}
    return (mine == "happening" and theirs == {"ahead"}) or (mine == "ahead" and theirs == {"happening"})


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. President Maria Soto held meetings with Chancellor Uwe Brandt this week."
    ],
    no=[
        "Norway held talks with Chad on Monday. The talks lasted an hour.",
        "The ministers of Norway and Chad met for talks in Oslo.",
    ],
)
def one_and_several(pair: Pair) -> bool:
    """One of them is a single occasion, the other several at once, and no words of one sentence make them one."""
    return pair.are_one_and_several() and not any(reason(pair) for reason in IN_ONE_SENTENCE)


@rule(
    yes=["Norway pledged $5 million in aid to Chad and provided $9 million in aid to Chad."],
    no=[
        "Norway pledged $5 million in aid to Chad. The aid will help Chad.",
        "Norway imposed sanctions on Chad and froze the assets of Chad.",
    ],
)
def given_beside(pair: Pair) -> bool:
    """Two verbs in a row tell that something is given, or that a paper is made, each with an object of its own."""
    mine, tree = pair.mention.trigger, pair.annotation.tree
    token, own = tree.tokens[mine.anchor], set(tree.objects(mine.anchor))
    if token.dep != "conj" or not _is_of_an_object(mine) or not own:
        return False
    return any(
        m.trigger.anchor == token.head
        and _is_of_an_object(m.trigger)
        and own.isdisjoint(tree.objects(m.trigger.anchor))
        for m in pair.cluster.mentions
    )


def _is_of_an_object(trigger: Trigger) -> bool:
    """Whether it is told by a verb whose object is what is given or made."""
    is_named_by_object = trigger.frame is not None and bool(trigger.frame.object_nouns)
    return is_named_by_object and (trigger.has("giving") or trigger.has("instrument"))


def _may_tell_of(trigger: Trigger, family: str) -> bool:
    """Whether the words of a trigger may mean an event of another family as well."""
    other = trigger.frame.may_be if trigger.frame is not None else None
    return other is not None and load_codebook().kind(other).family == family


@rule(
    yes=["The 12th Nordic Security Dialogue was held in Oslo. The 11th Nordic Security Dialogue was held in Helsinki."],
    no=["The 12th Nordic Security Dialogue was held in Oslo. The 12th Nordic Security Dialogue ended on Monday."],
)
def other_session(pair: Pair) -> bool:
    """Another channel, or another number or year of the same one."""
    mine = pair.mention.trigger.channel
    others = (m.trigger.channel for m in pair.cluster.mentions)
    return mine is not None and any(
        mine.key != theirs.key or _differ(mine.ordinal, theirs.ordinal) or _differ(mine.year, theirs.year)
        for theirs in others
        if theirs is not None
    )


def _differ(a: int | None, b: int | None) -> bool:
    return bool(a and b and a != b)


@rule(
    yes=["Norway held talks with Chad on Monday. Norway will hold talks with Chad on Friday."],
    no=[
        "Norway held talks with Chad on Monday. Norway held talks with Chad on May 13.",
        "Norway and Chad will hold talks on Friday. Norway and Chad put off their talks until June 3.",
    ],
)
def other_time(pair: Pair) -> bool:
    """Times that exclude each other, unless the event was put off from the one to the other."""
    mine = pair.mention.interval
    is_put_off = pair.mention.has_new_time or any(
        m.has_new_time for m in pair.cluster.mentions if m.interval is not None
    )
    return mine is not None and not is_put_off and any(not mine.overlaps(theirs) for theirs in pair.intervals())


@rule(
    yes=["President Maria Soto visited Norway. President Maria Soto will visit Chad."],
    no=["President Maria Soto visited Norway. President Maria Soto visited Norway on Monday."],
)
def other_place(pair: Pair) -> bool:
    """Another country: of a visit in any case, else unless the noun is known ("the talks" may go on elsewhere)."""
    mine = pair.mention.place
    if mine is None or (pair.mention.is_definite and not pair.mention.trigger.has("destination")):
        return False
    return any(mine.country and theirs.country and mine.country != theirs.country for theirs in pair.places())


@rule(
    yes=["Norway held talks with Chad. Bolivia held talks with Germany."],
    no=["Norway held talks with Chad. Norway will hold talks with Togo."],
)
def no_country_in_common(pair: Pair) -> bool:
    """Parties of other countries, and no party in common."""
    mine, theirs = pair.countries(pair.mine), pair.countries(pair.theirs)
    return bool(mine) and bool(theirs) and not (mine & theirs) and not (pair.mine & pair.theirs)


@rule(
    yes=["Norway held talks with Chad. Norway will hold talks with Togo."],
    no=["Norway held talks with Chad. Norway held talks with Chad and Togo."],
)
def other_countries(pair: Pair) -> bool:
    """Two or more countries on both sides, and neither set within the other."""
    mine, theirs = pair.countries(pair.mine), pair.countries(pair.theirs)
    return len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine)


@rule(
    yes=["President Maria Soto visited Norway. Chancellor Uwe Brandt will visit Norway."],
    no=[
        "President Maria Soto visited Norway. President Maria Soto visited Norway on Monday.",
        "Norway held talks with Chad. The meeting lasted an hour.",
    ],
)
def other_persons(pair: Pair) -> bool:
    """Persons on both sides, and none in common; a definite noun may add the other side of a meeting, never of a visit."""
    mine, theirs = pair.persons(pair.mine), pair.persons(pair.theirs)
    is_other = bool(mine) and bool(theirs) and not (mine & theirs)
    return is_other and (pair.mention.trigger.has("destination") or not pair.mention.is_definite)


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. President Maria Soto met Minister Rita Lang on Monday.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. President Maria Soto met Chancellor Uwe Brandt and Minister Rita Lang on Monday.",
        "President Maria Soto met Chancellor Uwe Brandt on Monday. The meeting with Minister Rita Lang was short.",
        "# Maria Soto's call with Uwe Brandt\nPresident Maria R. Soto spoke with Chancellor Uwe Brandt on Monday.",
        "# Premier Lind's call with King Håkon of Norway\nPremier Anna Lind spoke with King Haakon of Norway on Monday.",
    ],
)
def other_company(pair: Pair) -> bool:
    """Two or more persons on both sides, and neither set within the other: one of them met somebody else."""
    mine, theirs = pair.mine, pair.theirs
    are_several = len(pair.persons(mine)) > 1 and len(pair.persons(theirs)) > 1
    is_other = are_several and not (pair.all_among(mine, theirs) or pair.all_among(theirs, mine))
    return is_other and not pair.mention.is_definite


@rule(
    yes=["Norway held talks with Chad on Monday. The two countries plan a meeting."],
    no=["Norway held talks with Chad on Monday. The meeting lasted an hour."],
)
def over_already(pair: Pair) -> bool:
    """Still to come, while the other is dated before the publication."""
    mine, published = pair.mention.status, pair.annotation.document.published
    today = interval_of(published) if published else None
    if mine is None or today is None or not load_codebook().statuses.of(mine.status).is_ahead:
        return False
    return any(theirs.end < today.start for theirs in pair.intervals())


BY_PARTIES = (no_country_in_common, other_countries, other_persons, other_company)

KEEP_APART = (
    other_family,
    other_session,
    other_time,
    other_place,
    *BY_PARTIES,
    over_already,
    other_round,
    other_name,
    one_and_several,
    before_and_after,
    given_beside,
)


# --- reasons to join -----------------------------------------------------------------------------------------------------


@rule(
    yes=["The 12th Nordic Security Dialogue was held in Oslo. The 12th Nordic Security Dialogue ended on Monday."],
    no=["Norway held talks with Chad. The meeting lasted an hour."],
)
def same_session(pair: Pair) -> bool:
    """The same channel, by its name."""
    mine = pair.mention.trigger.channel
    if mine is None or mine.is_common:
        return False
    return any(m.trigger.channel is not None and m.trigger.channel.key == mine.key for m in pair.cluster.mentions)


@rule(
    yes=["Norway held a meeting with Chad on Monday. It was the first meeting in eight years."],
    no=["Norway held a meeting with Chad on Monday. Norway held a summit with Togo."],
)
def equated(pair: Pair) -> bool:
    """ "This meeting will be the first summit": what the sentence says is the same."""
    token = pair.mention.same_as
    if token is None:
        return False
    is_named = any(m.trigger.covers(token) for m in pair.cluster.mentions)
    return is_named or (pair.annotation.tokens[token].text.lower() in _REFERRING and pair.distance() <= 1)


@rule(
    yes=["The ministers of Norway and Chad met in Oslo for talks on fish."],
    no=["Norway held talks with Chad. The ministers of Norway and Chad met in Oslo."],
)
def met_for(pair: Pair) -> bool:
    """ "met in Oslo for the talks", "gathered at the summit", "travels in a visit": the meeting is what they met for."""
    mine = pair.mention
    if mine.clause.preposition not in _SETTING or mine.clause.governor is not None:
        return False
    return any(m.trigger.form == "verb" and m.trigger.anchor == mine.clause.verb for m in pair.cluster.mentions)


@rule(
    yes=[
        "President Maria Soto will travel to Oslo to meet Chancellor Uwe Brandt.",
        "President Maria Soto travelled to Oslo for talks with Chancellor Uwe Brandt.",
        "President Maria Soto hosted Chancellor Uwe Brandt for a summit in Lima.",
    ],
    no=[
        "President Maria Soto will travel to Oslo. President Maria Soto will meet Chancellor Uwe Brandt.",
        "President Maria Soto will travel to Oslo for the summit of Norway and Chad.",
        "President Maria Soto will travel to Oslo to meet Chancellor Uwe Brandt and to attend a summit of Norway and Chad.",
    ],
)
def visit_for_it(pair: Pair) -> bool:
    """A visit and the one meeting that it is for: the visit's verb leads to the meeting as to its purpose, and to no other."""
    mine = pair.mention
    if mine.trigger.has("destination") or not mine.trigger.has("agenda"):
        return False
    is_own_event = mine.is_definite or mine.trigger.channel is not None or not mine.trigger.has("broad")
    tree = pair.annotation.tree
    for m in pair.cluster.mentions:
        verb = m.trigger.anchor
        is_visit = m.trigger.has("destination") and m.trigger.form == "verb"
        is_host = m.trigger.frame is not None and m.trigger.frame.roles.get("subject") == "host"
        if is_visit and (is_host or not is_own_event) and pair.is_purpose_of(verb):
            purposes = [c for c in tree.deps(verb, "advcl", "xcomp") if tree.is_infinitive(c)]
            return sum(1 + len(tree.deps(c, "conj")) for c in purposes) <= 1
    return False


@rule(
    yes=["Norway and Chad met for a round of talks, a meeting of the talks in Oslo."],
    no=["Norway met Chad in Oslo. Norway held talks with Togo."],
)
def one_phrase(pair: Pair) -> bool:
    """ "imposed sanctions", "the accord that they signed", "the imposition of sanctions": the word and the one that it hangs on tell one event."""
    mine = pair.mention
    if not pair.kinds_agree() or mine.trigger.channel is not None:
        return False
    return any(pair.is_one_phrase_with(m) for m in pair.cluster.mentions)


@rule(
    yes=["Norway imposed sanctions on Chad, freezing the assets of its ministers."],
    no=["Norway imposed sanctions on Chad. It froze the assets of its ministers."],
)
def done_in_doing(pair: Pair) -> bool:
    """ "imposed sanctions on A, freezing its assets": a participle tells in other words what its verb tells."""
    token = pair.annotation.tokens[pair.mention.trigger.anchor]
    if pair.mention.trigger.form != "verb" or token.tag != "VBG" or token.dep != "advcl" or not pair.share_kind():
        return False
    return any(m.trigger.form == "verb" and m.trigger.anchor == token.head for m in pair.cluster.mentions)


@rule(
    yes=[
        "The ministers of Norway and Chad met in Oslo to hold talks on fish.",
        "The ministers of Norway and Chad met in Oslo to continue talks on fish.",
    ],
    no=["The ministers of Norway and Chad met to plan a summit in Lima."],
)
def done_for(pair: Pair) -> bool:
    """ "met to discuss", "a meeting to hold talks", "met to continue discussions": what they came together for is the meeting itself."""
    mine, tree = pair.mention, pair.annotation.tree
    if not mine.trigger.has("agenda") or mine.clause.verb is None:
        return False
    if mine.clause.relation == "object" and tree.lemma(mine.clause.verb) not in _CARRIED_ON:
        return False
    return mine.clause.relation in ("self", "object") and any(
        m.trigger.has("agenda") and pair.is_purpose_of(m.trigger.anchor) for m in pair.cluster.mentions
    )


@rule(
    yes=[
        "Norway held talks with Chad in Oslo on Monday. Norway discussed fish with Chad.",
    ],
    no=[
        "Norway held talks with Chad in Oslo on Monday. The two sides will discuss fish on Friday.",
        "Norway held talks with Chad in Oslo on Monday. Togo discussed fish with Bolivia.",
    ],
)
def goes_on_telling(pair: Pair) -> bool:
    """Undated and unplaced, its parties discussed something: told of the meeting before, not too far back; further where all who take part are named again."""
    mine, last = pair.mention, pair.cluster.mentions[-1]
    is_discussing = mine.trigger.form == "verb" and pair.annotation.tree.lemma(mine.trigger.anchor) in _DISCUSSING
    is_bare = mine.when is None and mine.place is None and not mine.in_title
    if not is_discussing or not is_bare or not (last.trigger.has("agenda") or last.trigger.has("destination")):
        return False
    is_known = pair.mine <= pair.theirs or pair.are_unnamed(pair.mine)
    reach = _REACH_BACK if len(pair.mine) > 1 and pair.mine == pair.theirs else _REACH_ON
    return is_known and 0 <= pair.distance() <= reach


@rule(
    yes=["President Maria Soto visited Norway. Soto's visit lasted two days."],
    no=["President Maria Soto visited Norway. Brandt's visit lasted two days."],
)
def same_owner(pair: Pair) -> bool:
    """ "Soto's visit", "its resignation": the same kind of event, of somebody who takes part in the one told before."""
    mine = pair.mention
    tree = pair.annotation.tree
    is_owned = mine.trigger.form != "verb" and bool(tree.deps(mine.trigger.anchor, "poss"))
    is_near = 0 <= pair.distance() <= _REACH_BACK
    return is_owned and is_near and pair.share_kind() and bool(pair.mine & pair.theirs)


@rule(
    yes=["Norway held talks with Chad on Monday. Norway met Chad on Monday."],
    no=["Norway held talks with Chad on Monday. The meeting lasted an hour."],
)
def same_time_and_parties(pair: Pair) -> bool:
    """A party or country in common at the same time."""
    return pair.same_time() and pair.share_party() and pair.kinds_agree()


@rule(
    yes=["Norway held talks with Chad on Monday. Monday's meeting lasted an hour."],
    no=["Norway held talks with Chad on Monday. The meeting lasted an hour."],
)
def same_time_back(pair: Pair) -> bool:
    """ "Tuesday's meeting": a definite noun with the time of an event told before."""
    return pair.same_time() and pair.mention.is_definite and pair.kinds_agree()


@rule(
    yes=[
        "Norway held talks with Chad. The meeting lasted an hour.",
        "President Maria Soto and Minister Rita Lang met Chancellor Uwe Brandt. The meeting of the two leaders on Monday lasted an hour.",
        "President Maria Soto convened Nordic leaders on Monday. The meeting included Premier Uwe Brandt, Premier Ola Moe and Premier Rita Lang.",
    ],
    no=["Norway held talks with Chad. A meeting with Chad will be held in June."],
)
def refers_back(pair: Pair) -> bool:
    """ "the meeting", "this visit": to the latest event it can mean, not too far back. Its own complement ("with Chad") must not be new."""
    if not pair.mention.is_definite or not pair.kinds_agree() or pair.mention.trigger.channel is not None:
        return False
    if not 0 <= pair.distance() <= _REACH_BACK:
        return False
    is_new = bool(pair.mine) and not (pair.share_party() or are_known(pair) or opens_group(pair))
    return not is_new or (len(pair.mine) < 2 and not pair.theirs)


@rule(
    yes=["Norway held talks with Chad. Norway and Chad held talks in Oslo."],
    no=["Norway held talks with Chad. Norway and Chad held a summit in Oslo."],
)
def same_parties(pair: Pair) -> bool:
    """The same two or more parties, the same kind, and no time that may be another."""
    both = pair.mine & pair.theirs
    is_undated = pair.mention.interval is None or not pair.intervals()
    return _is_same_kind(pair, is_visit=False) and len(both) >= 2 and is_undated


@rule(
    yes=["President Maria Soto visited Norway. President Maria Soto's visit to Norway began on Monday."],
    no=["Norway held talks with Chad. Norway and Chad held talks in Oslo."],
)
def same_visitor(pair: Pair) -> bool:
    """A visit of the same visitor to the same place."""
    return _is_same_kind(pair, is_visit=True) and bool(pair.mine & pair.theirs) and pair.same_destination()


def _is_same_kind(pair: Pair, *, is_visit: bool) -> bool:
    mine, theirs = pair.mention.trigger, pair.cluster.mentions[0].trigger
    return mine.kind == theirs.kind and mine.has("destination") is is_visit


@rule(
    yes=[
        "# Norway and Chad hold talks\nThe ministers of Norway and Chad met in Oslo on Monday.",
        "# Allies to hold talks\nNorway and Chad will hold talks in Oslo on Friday.",
    ],
    no=["Norway held talks with Chad. The meeting lasted an hour."],
)
def headline(pair: Pair) -> bool:
    """A headline and the first account in the text that fits it, of the same parties or of parties that the headline does not name."""
    if pair.mention.in_title:
        return pair.kinds_agree() and (pair.share_party() or pair.are_unnamed(pair.mine))
    is_headline = all(m.in_title for m in pair.cluster.mentions)
    return is_headline and pair.kinds_agree() and (pair.share_party() or pair.are_unnamed(pair.theirs))


IN_ONE_SENTENCE = (met_for, visit_for_it, done_for, done_in_doing, one_phrase, sent_to)
"""Reasons that stand in the words of one sentence: whatever its verbs tell of before and after, it is one event."""

STATED = (same_session, equated, *IN_ONE_SENTENCE)
"""Reasons that say that it is the same, by its name or in one sentence."""

JOIN = (
    *STATED,
    same_time_and_parties,
    same_time_back,
    goes_on_telling,
    known_parties,
    known_paper,
    refers_back,
    same_parties,
    same_company,
    they_met,
    in_a_note,
    same_visitor,
    same_owner,
    headline,
)
