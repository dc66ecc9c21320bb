"""Reasons to keep two mentions apart: what they say of session, time, place, parties or number disagrees."""

from __future__ import annotations

from memcon.codebook import load_codebook
from memcon.coding.events.pairs import Pair
from memcon.coding.events.scene import Trigger
from memcon.coding.events.told_again import may_be_called
from memcon.coding.events.told_in_one_sentence import IN_ONE_SENTENCE, visit_for_it
from memcon.domain.dates import interval_of
from memcon.domain.rules import rule
from memcon.lexicon import words

_DISCUSSING = words("discussing") - words("exchanging_views")
_COUNTING_BACK = words("counting_back")
_SINCE = frozenset({"since"})
_ABOUT, _INFORMING = words("leading_to_a_topic"), words("putting_to_somebody")


@rule(
    yes=["Norway held talks with Chad in Oslo. President Maria Soto then visited Oslo."],
    no=[
        "Norway held talks with Chad in Oslo. The meeting lasted an hour.",
        "President Maria Soto spoke with Chancellor Uwe Brandt on Monday. The call lasted an hour.",
        "President Maria Soto hosted Chancellor Uwe Brandt in Oslo for a meeting on fish. The meeting was attended by officials.",
        "President Maria Soto spoke with Chancellor Uwe Brandt by phone on Monday. Soto and Brandt also conferred on fish.",
        "President Maria Soto held a news conference with Chancellor Uwe Brandt. Soto smiled during the conference.",
    ],
)
def other_family(pair: Pair) -> bool:
    """Another kind of occasion; "spoke with" may be a call as well as a meeting."""
    mine, theirs = pair.mention.trigger, pair.cluster.mentions[0].trigger
    told = (m.trigger for m in pair.cluster.mentions)
    if mine.family in {t.family for t in told if not _may_tell_of(t, theirs.family)} or visit_for_it(pair):
        return False
    if may_be_called(pair) or pair.names_its_last_word():
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
    yes=["President Maria Soto visited Peru. The last visit of President Maria Soto to Peru was in May 2023."],
    no=["President Maria Soto visited Peru. The last day of the visit of President Maria Soto was spent in Lima."],
)
def an_earlier_one(pair: Pair) -> bool:
    """ "The last visit", "the previous meeting" behind another: one that was before it."""
    tree, mine = pair.annotation.tree, pair.mention.trigger
    return mine.is_noun and any(tree.lower(c) in _COUNTING_BACK for c in tree.deps(mine.anchor, "amod"))


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
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt. President Maria Soto will meet Chancellor Uwe Brandt.",
        "The Joint Border Committee met in Oslo on Monday. The committee will meet again in Lima in May. It was the sixth meeting of the committee.",
        "Norway and Chad will hold talks on Friday. The meeting was attended by officials.",
        "President Maria Soto met Chancellor Uwe Brandt today. Soto and Brandt will be meeting later this month in Lima.",
        "President Maria Soto met Chancellor Uwe Brandt. They agreed to continue discussions at the 12th Nordic Security Committee, scheduled for October 28, 2024.",
        "Norway and Chad held talks in Oslo. President Maria Soto will attend the 7th meeting of border ministers of Norway and Chad.",
    ],
    no=[
        "Norway and Chad were to hold talks. Norway and Chad held talks.",
        "Norway and Chad will hold talks. The meeting was called off.",
        "The ministers of Norway and Chad met in Oslo to hold talks on fish.",
    ],
)
def before_and_after(pair: Pair) -> bool:
    """One has come about and the other is still ahead, and nothing says that they are of one time; what "was to be" may have come about."""
    mine, theirs = pair.stage_of(pair.mention), {pair.stage_of(m) for m in pair.cluster.mentions}
    is_equated = pair.mention.same_as is not None
    is_bare = pair.mention.is_definite and pair.mention.when is None and not pair.is_another() and not is_equated
    is_bare = is_bare and pair.mention.ordinal is None
    is_too_early = mine == "happening" and pair.lies_ahead()  # "the meeting was attended" of Friday's
    is_of_one_time = pair.same_time() and not pair.is_later_in_a_longer_time()
    if is_of_one_time or (is_bare and not is_too_early) or any(reason(pair) for reason in IN_ONE_SENTENCE):
        return False
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


@rule(
    yes=[
        "President Maria Soto spoke today with Chancellor Uwe Brandt. They praised the work of their teams following the Norway-Chad summit."
    ],
    no=["President Maria Soto held talks today with Chancellor Uwe Brandt. The summit lasted an hour."],
)
def spoken_and_convened(pair: Pair) -> bool:
    """All that is told of the one is that they "spoke", as by phone, and the other is a summit."""
    told = pair.cluster.mentions
    is_spoken = all(m.trigger.frame is not None and m.trigger.frame.may_be is not None for m in told)
    return pair.mention.trigger.kind == "summit" and pair.mention.trigger.is_noun and is_spoken


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
    no=[
        "Norway held talks with Chad. Norway will hold talks with Togo.",
        "Norway held talks with Chad. The meeting was chaired by President Maria Soto of Peru.",
    ],
)
def no_country_in_common(pair: Pair) -> bool:
    """Parties of other countries, and no party in common."""
    mine, theirs = pair.countries(pair.mine), pair.countries(pair.theirs)
    is_other = bool(mine) and bool(theirs) and not (mine & theirs) and not (pair.mine & pair.theirs)
    return is_other and not (pair.mention.is_definite and pair.names_only_a_chair())


@rule(
    yes=["Norway held talks with Chad. Norway will hold talks with Togo."],
    no=["Norway held talks with Chad. Norway held talks with Chad and Togo."],
)
def other_countries(pair: Pair) -> bool:
    """Two or more countries on both sides, and neither set within the other."""
    mine, theirs = pair.countries(pair.mine), pair.countries(pair.theirs)
    return len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine)


@rule(
    yes=[
        "President Maria Soto received Chancellor Uwe Brandt. She was glad to see him again after her visit in March.",
    ],
    no=[
        "Chancellor Uwe Brandt visited Norway. King Haakon received him in Oslo. Brandt's visit lasted two days.",
        "President Maria Soto will receive Chancellor Uwe Brandt. During the visit, President Maria Soto will announce aid to Chad.",
    ],
)
def host_on_a_journey(pair: Pair) -> bool:
    """Whoever is a guest in the one is host in the other: a visit and another one in return."""
    is_known = pair.mention.is_definite and not pair.annotation.tree.deps(pair.mention.trigger.anchor, "poss")
    if not pair.mention.trigger.has("destination") or is_known or pair.distance() == 0:
        return False  # "during the visit, the host will announce aid"
    hosts, guests = _in_role(pair, "host"), _in_role(pair, "visitor")
    mine = {(p.role, p.actor) for p in pair.mention.participants}
    return any((r == "visitor" and a in hosts - guests) or (r == "host" and a in guests - hosts) for r, a in mine)


def _in_role(pair: Pair, role: str) -> set[str]:
    return {p.actor for m in pair.cluster.mentions for p in m.participants if p.role == role}


@rule(
    yes=[
        "President Maria Soto visited Norway. Chancellor Uwe Brandt will visit Norway.",
        "Minister Anna Lind of Norway phoned Minister Rita Lang of Chad on Friday. President Maria Soto of Norway and President Uwe Brandt of Chad had agreed during the call to meet.",
    ],
    no=[
        "President Maria Soto visited Norway. President Maria Soto visited Norway on Monday.",
        "Norway held talks with Chad. The meeting lasted an hour.",
        "Peru's foreign minister will visit Norway. Ana Paz's visit will take place on Friday.",
    ],
)
def other_persons(pair: Pair) -> bool:
    """Persons on both sides, and none in common; a definite noun may add the other side of a meeting, never of a visit, nor of one that has both."""
    mine, theirs = pair.persons(pair.mine), pair.persons(pair.theirs)
    is_other = bool(mine) and bool(theirs) and not (mine & theirs)
    are_both_whole = len(pair.named(mine)) > 1 and len(pair.named(theirs)) > 1
    is_told_apart = pair.mention.trigger.has("destination") or are_both_whole or not pair.mention.is_definite
    return is_other and is_told_apart and not pair.names_the_holder()


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt on Monday. President Maria Soto met Minister Rita Lang on Monday.",
        "President Maria Soto met Chancellor Uwe Brandt in Lima on Monday. President Maria Soto spoke of her meeting with Minister Rita Lang.",
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
    is_owned = bool(pair.annotation.tree.deps(pair.mention.trigger.anchor, "poss"))  # "his meeting with C"
    return is_other and (is_owned or not pair.mention.is_definite)


@rule(
    yes=[
        "The mediators and two premiers were scheduled to meet President Maria Soto on Tuesday. Envoy Jens Holm met President Maria Soto on Tuesday.",
    ],
    no=[
        "The mediators and two premiers were scheduled to meet President Maria Soto on Tuesday. The mediators and two premiers met President Maria Soto on Tuesday.",
        "Nordic leaders met President Maria Soto on Tuesday. Premier Uwe Brandt met President Maria Soto on Tuesday.",
    ],
)
def planned_with_others(pair: Pair) -> bool:
    """Done by somebody, where the other was planned of others: on one day two may see the same host."""
    mine, theirs = pair.mine, pair.theirs
    told = [m.status for m in pair.cluster.mentions if m.status is not None]
    is_plan = bool(told) and all(load_codebook().statuses.of(s.status).is_ahead for s in told)
    is_done = pair.mention.trigger.is_verb and pair.stage_of(pair.mention) == "happening"
    return is_plan and is_done and bool(pair.named(mine - theirs)) and bool(theirs - mine) and bool(mine & theirs)


@rule(
    yes=["Norway held talks with Chad on Monday. The two countries plan a meeting."],
    no=[
        "Norway held talks with Chad on Monday. The meeting lasted an hour.",
        "Norway and Chad met to discuss trade on Monday.",
        "President Maria Soto flew to Oslo on Monday to meet King Haakon.",
    ],
)
def over_already(pair: Pair) -> bool:
    """Still to come, while the other is dated before the publication, and no words of one sentence make them one."""
    mine, published = pair.mention.status, pair.annotation.document.published
    today = interval_of(published) if published else None
    if mine is None or today is None or not load_codebook().statuses.of(mine.status).is_ahead:
        return False
    is_over = any(theirs.end < today.start for theirs in pair.intervals())
    return is_over and not any(reason(pair) for reason in IN_ONE_SENTENCE)


@rule(
    yes=[
        "President Maria Soto held a meeting with Chancellor Uwe Brandt, reviewing what they did since their last meeting."
    ],
    no=[
        "President Maria Soto held a meeting with Chancellor Uwe Brandt, reviewing what they did at their meeting.",
        "At their last meeting, President Maria Soto and Chancellor Uwe Brandt spoke of fish. The meeting was long.",
    ],
)
def another_in_its_sentence(pair: Pair) -> bool:
    """ "The last meeting", "the next round" in a sentence that tells of one without such a word."""
    own = pair.annotation.tokens[pair.mention.trigger.anchor].sentence
    beside = [m for m in pair.cluster.mentions if pair.annotation.tokens[m.trigger.anchor].sentence == own]
    return bool(beside) and pair.is_another() and not any(reason(pair) for reason in IN_ONE_SENTENCE)


@rule(
    yes=["The ministers of Norway and Chad met in Oslo. Chad has opened its ports since the talks began in January 2014."],
    no=["The ministers of Norway and Chad met in Oslo on Monday. Chad has been silent since the talks began on Monday."],
)  # fmt: skip
def begun_long_ago(pair: Pair) -> bool:
    """ "Since the talks began in 2014": the whole row of talks, of which what is told here is but one occasion."""
    tree, mine = pair.annotation.tree, pair.mention
    verb = mine.clause.verb
    is_since = verb is not None and mine.trigger.is_noun and tree.opens_with(verb, _SINCE)
    return is_since and mine.when is not None and not pair.same_time()


@rule(
    yes=[
        "A forum on fish opened in Lima on Tuesday. On the sidelines of the forum, President Maria Soto met Chancellor Uwe Brandt.",
        "A forum on fish opened in Lima on Tuesday. On the margins, President Maria Soto met Chancellor Uwe Brandt.",
        "A forum on fish opened in Lima on Tuesday. President Maria Soto met Chancellor Uwe Brandt on the fringes of the event.",
    ],
    no=[
        "A forum on fish opened in Lima on Tuesday. At the forum, President Maria Soto met Chancellor Uwe Brandt.",
        "A forum on fish opened in Lima on Tuesday. Brandt stood on the sidelines.",
    ],
)
def on_its_sidelines(pair: Pair) -> bool:
    """Told to be on the sidelines of the other: an event of its own."""
    beside = pair.mention.sidelines
    return beside is not None and any(m.is_at(beside) for m in pair.cluster.mentions)


@rule(
    yes=[
        "Envoy Jens Holm will meet Minister Rita Lang of Chad on Friday, briefing Lang about his talks in Lima.",
    ],
    no=[
        "Envoy Jens Holm met Minister Rita Lang of Chad on Friday, briefing her before the talks.",
    ],
)
def told_of_there(pair: Pair) -> bool:
    """What somebody is told about at a meeting is none of its own talks ("met B, briefing her about his talks with C")."""
    tree, clause, anchor = pair.annotation.tree, pair.mention.clause, pair.mention.trigger.anchor
    verb = clause.verb
    if verb is None or clause.preposition not in _ABOUT or tree.lemma(verb) not in _INFORMING:
        return False
    above = set(tree.above(anchor))
    return any(m.trigger.is_verb and m.trigger.anchor in above for m in pair.cluster.mentions)


@rule(
    yes=[
        "President Maria Soto will hold talks with Chancellor Uwe Brandt in Oslo. Soto will discuss the June summit of Nordic states.",
        "Norway and Chad will hold talks in Oslo. They plan to discuss a summit of Nordic states in July.",
    ],
    no=[
        "Norway and Chad held talks in Oslo. The summit was discussed at length in Peru.",
        "Nordic leaders will hold a summit in Oslo. Aides discussed the summit on Monday.",
    ],
)
def discussed_there(pair: Pair) -> bool:
    """What parties of an encounter discuss there is another one, where it is told by a noun that has not told of theirs."""
    tree, clause = pair.annotation.tree, pair.mention.clause
    is_topic = clause.relation == "object" and clause.verb is not None and tree.lemma(clause.verb) in _DISCUSSING
    if not is_topic or pair.mention.trigger.is_verb or not pair.are_encounters():
        return False
    return not pair.share_noun() and not pair.share_kind()


BY_PARTIES = (
    no_country_in_common,
    other_countries,
    host_on_a_journey,
    other_persons,
    other_company,
    planned_with_others,
)

KEEP_APART = (
    other_family,
    spoken_and_convened,
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
    another_in_its_sentence,
    an_earlier_one,
    begun_long_ago,
    on_its_sidelines,
    told_of_there,
    discussed_there,
)
