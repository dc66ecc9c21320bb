"""Reasons to join two mentions: the same session, the same parties at one time, or one refers back ("the meeting", "the talks")."""

from __future__ import annotations

from memcon.coding.events.acts_again import known_measure, paper_of_that_time
from memcon.coding.events.pairs import Pair, is_town_of
from memcon.coding.events.told_again import (
    are_known,
    how_they_voted,
    in_a_note,
    its_ceremony,
    its_day_at_last,
    known_paper,
    known_parties,
    named_at_last,
    nothing_of_its_own,
    of_one_alone,
    opens_group,
    resumed,
    same_company,
    they_met,
    told_by_its_length,
)
from memcon.coding.events.told_in_one_sentence import IN_ONE_SENTENCE
from memcon.domain.actors import ActorKind
from memcon.domain.rules import rule
from memcon.lexicon import words

_REACH_BACK = 14
"""How many sentences a definite noun may refer back over."""

_REACH_ON = 3
"""How many sentences behind a meeting its parties are told to have discussed something there."""

_DISCUSSING = words("telling_what_was_discussed")

_REFERRING = words("meaning_what_was_told")

_DELEGATIONS = words("delegation")
_OF_SEVERAL: frozenset[ActorKind] = frozenset({"group", "organization"})

_REACH_TO_A_NAME = 2
"""How many sentences behind a meeting of those told by their offices their names may be told."""

_REACH_TO_A_WELCOME = 2
"""How many sentences behind an arrival the airport or who was there is told."""

_REACH_TO_A_RECEPTION = 6
"""How many sentences behind a visit that is still ahead it is told who will receive the guest."""


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
    yes=["Nordic leaders held a summit in Oslo on Monday. The Oslo Summit was attended by Premier Ola Moe."],
    no=[
        "Nordic leaders held a summit in Oslo on Monday. The Lima Summit was attended by Premier Ola Moe.",
        "Nordic leaders held a summit in Oslo on Monday. The 2019 Oslo Summit was attended by Premier Ola Moe.",
    ],
)
def by_its_town(pair: Pair) -> bool:
    """ "The Oslo Summit": called by the town in which one of its kind was told to be."""
    channel = pair.mention.trigger.channel
    if channel is None or channel.ordinal is not None or channel.year is not None or not pair.share_kind():
        return False
    return any(is_town_of(channel.key, place) for place in pair.places())


@rule(
    yes=[
        "Norway held a meeting with Chad on Monday. It was the first meeting in eight years.",
        "President Maria Soto arrived in Lagos on Saturday for a two-day visit to Nigeria, the first official visit to the country by a Peruvian president since 1988.",
    ],
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
    is_discussing = mine.trigger.is_verb and pair.annotation.tree.lemma(mine.trigger.anchor) in _DISCUSSING
    is_bare = mine.when is None and mine.place is None and not mine.in_title
    if not is_discussing or not is_bare or not (last.trigger.has("agenda") or last.trigger.has("destination")):
        return False
    is_known = pair.mine <= pair.theirs or pair.are_unnamed(pair.mine)
    reach = _REACH_BACK if len(pair.mine) > 1 and pair.mine == pair.theirs else _REACH_ON
    return is_known and pair.distance() <= reach


@rule(
    yes=[
        "President Maria Soto visited Norway. Soto's visit lasted two days.",
        "Peru's foreign minister will visit Norway. Ana Paz's visit will take place on Friday.",
    ],
    no=[
        "President Maria Soto visited Norway. Brandt's visit lasted two days.",
        "President Maria Soto led a delegation into Norway for an encounter with officials. Soto's meeting with King Haakon will be the first in years.",
    ],
)
def same_owner(pair: Pair) -> bool:
    """ "Soto's visit", "its resignation": the same kind of event, of somebody who takes part in the one told before."""
    mine = pair.mention
    tree = pair.annotation.tree
    is_owned = not mine.trigger.is_verb and bool(tree.deps(mine.trigger.anchor, "poss"))
    is_near = pair.distance() <= _REACH_BACK
    if pair.stage_of(mine) == "ahead" and any(pair.stage_of(m) == "happening" for m in pair.cluster.mentions):
        return False
    is_theirs = bool(pair.mine & pair.theirs) or pair.names_the_holder()
    return is_owned and is_near and pair.share_kind() and is_theirs


@rule(
    yes=["Norway held talks with Chad on Monday. Norway met Chad on Monday."],
    no=[
        "Norway held talks with Chad on Monday. The meeting lasted an hour.",
        "President Maria Soto will attend the Nordic Summit from 11 to 13 June 2031. On 13 June 2031 President Maria Soto will meet King Haakon.",
    ],
)
def same_time_and_parties(pair: Pair) -> bool:
    """A party or country in common at the same time; not whom somebody meets on one day of a longer session."""
    return pair.same_time() and pair.share_party() and pair.kinds_agree() and not _is_a_day_of_it(pair)


@rule(
    yes=[
        "Norway and Chad will begin talks in Geneva next week. The foreign ministers of the countries will meet in Geneva next week.",
        "Norway and Chad have put off a meeting of their ministers set for Friday. Foreign ministers of the two countries were to meet on Friday to agree on fish.",
    ],
    no=[
        "Norway and Chad will begin talks in Geneva next week. Foreign ministers of Peru and Kenya will meet in Geneva next week.",
        "Norway and Chad will begin talks in Geneva next week. Foreign ministers will meet in Lima next week.",
    ],
)
def same_time_and_place(pair: Pair) -> bool:
    """At one time in one town, or of those known, of nobody in particular: "the ministers of these countries will meet in Geneva next week"."""
    mine = pair.mention
    are_encounters = pair.are_encounters() and mine.trigger.channel is None
    is_one = mine.interval is not None and mine.interval in pair.intervals()
    is_one = is_one and (pair.share_place() or are_known(pair))
    return are_encounters and is_one and pair.kinds_agree() and pair.are_unnamed(pair.mine)


def _is_a_day_of_it(pair: Pair) -> bool:
    """Whether a verb tells of one day, and the session of a channel told before lasts several."""
    mine, theirs = pair.mention.interval, pair.intervals()
    is_verb = pair.mention.trigger.is_verb and mine is not None and mine.days == 1
    is_session = any(m.trigger.channel is not None for m in pair.cluster.mentions)
    return is_verb and is_session and all(t.days > 1 for t in theirs)


@rule(
    yes=[
        "Norway held talks with Chad on Monday. Monday's meeting lasted an hour.",
        "The summit of Norway and Chad on 3 April was long. Last month's summit was the first in years.",
    ],
    no=[
        "Norway held talks with Chad on Monday. The meeting lasted an hour.",
        "The summit of Norway and Chad on 3 May was long. Last year's summit was short.",
    ],
)
def same_time_back(pair: Pair) -> bool:
    """ "Tuesday's meeting", "last month's summit": a definite noun, or one of which only the time is told, with the time of an event told before."""
    is_by_time = pair.mention.is_by_its_time and not pair.mine
    return pair.same_time() and (pair.mention.is_definite or is_by_time) and pair.kinds_agree()


@rule(
    yes=[
        "Norway held talks with Chad. The meeting lasted an hour.",
        "Norway held talks with Chad. The meeting, chaired by President Maria Soto of Peru, lasted an hour.",
        "President Maria Soto met Chancellor Uwe Brandt. The meeting was attended by senior officials.",
        "Norway will hold talks with Chad. The talks will involve the countries' ambassadors to Peru.",
        "The foreign ministers of Norway and Peru met in Lima. The foreign ministers of Chad and Togo also joined the meeting.",
        "Norway's fishery minister met Peru's envoy. Minister Ola Moe held the meeting with Ambassador Luis Paz.",
        "President Maria Soto and Minister Rita Lang met Chancellor Uwe Brandt. The meeting of the two leaders on Monday lasted an hour.",
        "President Maria Soto and Chancellor Uwe Brandt held a news conference in Oslo. Soto and Brandt joked during the conference.",
        "President Maria Soto convened Nordic leaders on Monday. The meeting included Premier Uwe Brandt, Premier Ola Moe and Premier Rita Lang.",
        "Nordic leaders ended a summit in Oslo on Monday. Fish was dear. Nets were mended. Boats came back. The summit gathered Premier Uwe Brandt and Premier Ola Moe.",
    ],
    no=[
        "Norway held talks with Chad. A meeting with Chad will be held in June.",
        "A joint commission will hold its first meeting in Lima in October. Norway thanked King Haakon for his mediation.",
        "The envoys of Chad began a visit. Mayor Uwe Brandt spoke of his visit in March.",
    ],
)
def refers_back(pair: Pair) -> bool:
    """ "the meeting", "this visit": to the latest event it can mean, not too far back. Its own complement ("with Chad") must not be new."""
    if not pair.mention.is_definite or not pair.kinds_agree() or pair.mention.trigger.channel is not None:
        return False
    if pair.distance() > _REACH_BACK:
        return False
    is_told = pair.share_party() or are_known(pair) or opens_group(pair) or pair.names_only_a_chair()
    owners = pair.annotation.tree.deps(pair.mention.trigger.anchor, "poss")
    is_somebodys = bool(owners)  # "A's mediation" is no session
    is_his = any(pair.annotation.tokens[o].pos == "PRON" for o in owners)  # "his visit" names nobody anew
    is_named = pair.names_the_unnamed() and pair.distance() <= _REACH_TO_A_NAME and not is_his
    is_told = is_told or pair.names_only_guests() or pair.tells_whom_it_gathers() or is_named
    is_new = bool(pair.mine) and not is_told
    return not is_new or (len(pair.mine) < 2 and not pair.theirs and not is_somebodys)


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


@rule(
    yes=[
        "President Maria Soto, who arrived in Oslo on Tuesday, was received by King Haakon.",
        "President Maria Soto arrived in Oslo on Tuesday. She was received by King Haakon.",
        "President Maria Soto arrived in Oslo on Tuesday. Minister Ola Moe received her at the airport.",
        "President Maria Soto arrived in Oslo on Tuesday. She landed at Gardermoen International Airport, where she was welcomed by Minister Ola Moe.",
        "African Union envoys arrived in Oslo on Tuesday. Minister Ola Moe received the delegation.",
        "President Maria Soto will visit Norway on 3 and 4 June. It is her first journey. The two countries trade in fish. Soto will be received by King Haakon.",
    ],
    no=[
        "African Union envoys arrived in Oslo on Tuesday. Minister Ola Moe received a delegation of farmers.",
        "President Maria Soto arrived in Oslo on Tuesday. She was received by King Haakon in Bergen.",
        "President Maria Soto arrived in Oslo on Tuesday. Chancellor Uwe Brandt was received by King Haakon.",
        "President Maria Soto arrived in Oslo on Tuesday. She was received by King Haakon on Thursday.",
    ],
)
def received_there(pair: Pair) -> bool:
    """Who arrived, is received there: the guest of a visit told in the same sentence or right before, where nothing says that it was another time or place; the
    airport is where a visit begins, whoever tells of landing or of a welcome there."""
    mention, frame = pair.mention, pair.mention.trigger.frame
    is_receiving = frame is not None and "host" in frame.roles.values() and mention.place is None
    are_ahead = is_receiving and pair.stage_of(mention) == "ahead" and pair.is_same_stage()
    reach = _REACH_TO_A_RECEPTION if are_ahead else _REACH_TO_A_WELCOME
    is_unset = mention.when is None and 0 <= pair.distance() <= reach
    is_same_guest = bool(pair.mine & pair.theirs) or _receives_who_came(pair)
    if not is_unset or not _is_same_kind(pair, is_visit=True) or not is_same_guest:
        return False
    return (is_receiving and (are_ahead or pair.distance() <= 1)) or mention.is_at_a_gate


def _receives_who_came(pair: Pair) -> bool:
    """Whether "the delegation" is received, behind the arrival of several."""
    tree, actors = pair.annotation.tree, pair.annotation.actor_by_id
    came = [a for i in pair.theirs if (a := actors.get(i)) is not None]
    told = [o for o in tree.objects(pair.mention.trigger.anchor) if tree.has_word(o, {"the"}, "det")]
    return any(tree.lemma(o) in _DELEGATIONS for o in told) and all(a.kind in _OF_SEVERAL for a in came)


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


STATED = (same_session, by_its_town, equated, *IN_ONE_SENTENCE)
"""Reasons that say that it is the same, by its name or in one sentence."""

JOIN = (
    *STATED,
    same_time_and_parties,
    same_time_and_place,
    same_time_back,
    goes_on_telling,
    known_parties,
    known_paper,
    known_measure,
    paper_of_that_time,
    its_ceremony,
    refers_back,
    same_parties,
    same_company,
    named_at_last,
    they_met,
    told_by_its_length,
    of_one_alone,
    resumed,
    its_day_at_last,
    nothing_of_its_own,
    how_they_voted,
    in_a_note,
    same_visitor,
    received_there,
    same_owner,
    headline,
)
