"""Reasons by which a mention without a time and place of its own tells of an event told before: those who take part are named as known ("the two
ministers"), or what is done to is ("the agreement was signed")."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import load_codebook
from memcon.coding.events.clauses import measured
from memcon.coding.events.meanings_of_acts import objects_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Pair
from memcon.domain.annotation import Annotation
from memcon.domain.rules import rule
from memcon.lexicon import words

_REACH_ON = 8
"""How many sentences behind an encounter its parties are told, without their names, to have met there."""

_REACH_BACK = 14
"""How many sentences a paper may be named again behind."""

_THEY_REACH = 2
"""How many sentences behind an encounter "they" are those who met."""

_FARTHEST_OF = 6
"""How many tokens behind the first of "the foreign ministers of the two countries" its end may stand."""

_GROUP_REACH = 2
"""How many sentences behind an encounter with a group its members are named."""

_DEFINITE = words("making_definite") | {"both"}
_TAKEN_UP = words("event_taken_up")
_LENGTHS = words("less_than_a_day") | words("day_to_month")
_ONE = words("a")
_NEXT = words("telling_that_it_followed")
_DELEGATIONS = words("delegation")
_THEY = words("pronoun_for_those_who_met")
_VOTES = frozenset({"vote", "voting"})
_ON_A_SIDE, _VOTED_ON = words("leading_a_side_in_a_vote"), words("voted_on")
_CONVERSING = words("conversing")
_PAPERS = words("paper_between_parties") | words("halt_of_fighting")


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. The two leaders held wide-ranging discussions.",
        "The ministers of Norway and Chad will hold talks in Oslo on Friday. The two sides agreed to meet after long efforts.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. The two leaders held further talks.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Two ministers held talks.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. The two leaders held talks in Lima.",
    ],
)
def known_parties(pair: Pair) -> bool:
    """Nobody but "the two leaders", "both sides" met, nobody says when or where: told of the encounter before, not too far back."""
    if not _is_bare(pair) or _is_new(pair) or not pair.kinds_agree():
        return False
    return pair.are_encounters() and pair.distance() <= _REACH_ON and are_known(pair)


@rule(
    yes=[
        "President Maria Soto hosted Chancellor Uwe Brandt for breakfast in Oslo on Monday. Soto and Brandt had a long conversation about trade.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Soto held talks on fish with Brandt.",
        "President Maria Soto spoke by phone today with Chancellor Uwe Brandt. Soto and Brandt also conferred on fish.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Soto held talks on fish with Brandt in Lima.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Soto then held talks on fish with Brandt.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Soto will hold talks on fish with Brandt.",
    ],
)
def same_company(pair: Pair) -> bool:
    """The very same two or more, in another word and without a time and place of their own: told of the encounter before, unless it is told to follow."""
    mine, last = pair.mention, pair.cluster.mentions[-1]
    are_encounters = mine.trigger.has("agenda") and any(
        m.trigger.has("agenda") for m in (pair.cluster.mentions[0], last)
    )
    if may_be_called(pair) and not _is_new(pair):
        return pair.distance() <= _REACH_ON
    if not are_encounters or not _is_bare(pair) or _is_new(pair) or not pair.kinds_agree():
        return False
    named = frozenset(
        i for i in pair.theirs if not pair.are_unnamed(frozenset({i}))
    )  # "A and B", and "their ministers"
    are_the_same = pair.mine in (pair.theirs, named)
    return len(pair.mine) > 1 and are_the_same and pair.distance() <= _REACH_BACK


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt and Kenyan officials in Oslo on Monday. They met to consult on fish.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. They met again to consult on fish.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Two ministers met to consult on fish.",
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Fishermen were pleased. The boats sailed. They met in Lima.",
    ],
)
def they_met(pair: Pair) -> bool:
    """ "They met", "both spoke": a verb whose subject is only a pronoun for several, of the encounter told last."""
    mine, tree = pair.mention, pair.annotation.tree
    if not mine.trigger.is_verb or not mine.trigger.has("agenda") or not _is_bare(pair) or _is_new(pair):
        return False
    subjects = tree.subjects(mine.trigger.anchor)
    are_they = bool(subjects) and all(tree.lower(s) in _THEY for s in subjects)
    is_encounter = pair.cluster.mentions[-1].trigger.has("agenda") and pair.kinds_agree()
    return are_they and pair.mine <= pair.theirs and is_encounter and pair.distance() <= _THEY_REACH


@rule(
    yes=[
        "Foreign ministers of Norway, Peru and Chad will meet in Lima. Norwegian Foreign Minister Anna Lind will meet her Peruvian and Chadian counterparts Luis Paz and Ali Deby on 20 May.",
        "Norway's fishery minister met with Peru's envoy on Monday. Minister Ola Moe of Norway held the meeting with Ambassador Luis Paz of Peru at the ministry.",
    ],
    no=[
        "Envoys of Norway and Peru held talks on fish on Monday. Ola Moe, the Norwegian envoy, then met with his Peruvian counterpart, Luis Paz.",
        "Envoys of Norway and Peru held talks on fish on Monday. Ola Moe, the Norwegian envoy, met with his Chadian counterpart, Ali Deby.",
        "Envoys of Norway and Peru held talks on fish on Monday. Ola Moe, the Norwegian envoy, will meet with his Peruvian counterpart, Luis Paz.",
    ],
)
def named_at_last(pair: Pair) -> bool:
    """ "Envoys of A and B met on Monday. Roe of A met with Lind of B": who they were is told right behind, with their names."""
    mine, last = pair.mention, pair.cluster.mentions[-1]
    are_encounters = pair.are_encounters() and mine.trigger.channel is None
    if not are_encounters or not 0 < pair.distance() <= _GROUP_REACH or mine.in_title or not pair.kinds_agree():
        return False
    are_all_named = len(pair.named(pair.mine)) == len(pair.mine) > 1 and not pair.named(pair.theirs)
    lands, known = pair.countries(pair.mine), pair.countries(pair.theirs)
    are_as_many = len(pair.mine) == len(known)  # the land of a counterpart may be told by its adjective alone
    are_the_same = are_all_named and (lands == known or (are_as_many and bool(lands) and lands < known))
    is_undated = mine.interval is None or not pair.intervals()
    return are_the_same and is_undated and not _is_new(pair) and pair.stage_of(mine) == pair.stage_of(last)


@rule(
    yes=[
        "The Security Council voted on the resolution on Friday. Norway and Peru abstained from the vote.",
        "The Security Council voted on the resolution on Friday. In that vote, Norway used its veto.",
        "The Security Council approved a resolution on fish on Friday. Only Norway voted against the resolution.",
    ],
    no=[
        "The Security Council approved a resolution on fish on Friday. Only Norway voted against a resolution on oil.",
        "The Security Council voted on the resolution on Friday. Norway vetoed a resolution on Monday.",
        "Norway held a referendum on the treaty. The Security Council voted on the resolution.",
    ],
)
def how_they_voted(pair: Pair) -> bool:
    """Who abstained "from the vote", used a veto "in that vote" or voted "against the resolution": told of the vote right before, whoever voted there."""
    mine, tree = pair.mention, pair.annotation.tree
    if mine.trigger.kind != "vote" or not pair.share_kind() or not _is_bare(pair) or pair.distance() > _THEY_REACH:
        return False
    if mine.is_definite and mine.trigger.is_noun:
        return True
    anchor = mine.trigger.anchor
    led = [o for p in tree.deps(anchor, "prep") for o in tree.deps(p, "pobj") if tree.lemma(o) in _VOTES]
    led += [o for o in tree.led_by(anchor, *_ON_A_SIDE) if tree.lemma(o) in _VOTED_ON]
    return any(tree.lower(c) in _DEFINITE for o in led for c in tree.deps(o, "det"))


@rule(
    yes=["President Maria Soto named a Presidential Delegation to Chad to attend the inauguration of Ola Moe in May."],
    no=["President Maria Soto visited Chad. Premier Ola Moe will go to Peru to attend the inauguration of Uwe Brandt."],
)
def sent_to(pair: Pair) -> bool:
    """ "A delegation to C to attend the ceremony": what a delegation is sent for is its journey."""
    mine, tree = pair.mention, pair.annotation.tree
    verb, last = mine.trigger.anchor, pair.cluster.mentions[-1].trigger
    if not mine.trigger.is_verb or not mine.trigger.has("destination") or not tree.is_infinitive(verb):
        return False
    is_delegation = tree.lemma(last.anchor) in _DELEGATIONS and pair.distance() == 0
    return is_delegation and last.anchor < verb and not tree.deps(verb, "nsubj")


def may_be_called(pair: Pair) -> bool:
    """Whether the mention is of a conversation of the very parties of what it is compared with: a call may be told so."""
    tree, mine = pair.annotation.tree, pair.mention
    is_conversation = tree.lemma(mine.trigger.anchor) in _CONVERSING and len(pair.mine) > 1
    return is_conversation and pair.mine == pair.theirs and _is_bare(pair)


def opens_group(pair: Pair) -> bool:
    """Whether some of those who met were told as a group that could be anybody's ("Nordic leaders"), whom a definite noun's own parties may be."""
    groups = pair.theirs - pair.mine - pair.persons(pair.theirs)
    is_next = pair.distance() <= _GROUP_REACH and len(pair.persons(pair.mine)) > 1
    return is_next and pair.are_unnamed(groups)


@rule(
    yes=[
        'President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. "Just concluded a meeting with Chancellor Brandt," Soto said.'
    ],
    no=[
        'President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. "Just concluded a meeting with Minister Rita Lang," Soto said.',
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Minister Rita Lang concluded a meeting with Brandt.",
    ],
)
def in_a_note(pair: Pair) -> bool:
    """ "Just concluded a meeting with B", "Met with B": a note without a subject, written by whoever met B before."""
    mine, tree = pair.mention, pair.annotation.tree
    verb = mine.clause.verb if mine.clause.is_done else None
    has_no_subject = mine.is_elliptic or (verb is not None and not tree.subjects(verb) and tree.tense(verb) == "past")
    is_known = bool(pair.mine) and pair.mine < pair.theirs
    return has_no_subject and is_known and _is_bare(pair) and pair.kinds_agree() and pair.distance() <= _REACH_ON


@rule(
    yes=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. There is no deal, Soto told reporters after more than ten hours of talks.",
    ],
    no=[
        "President Maria Soto met Chancellor Uwe Brandt in Oslo on Monday. Soto also held three hours of talks with Minister Rita Lang.",
    ],
)
def told_by_its_length(pair: Pair) -> bool:
    """So many hours or days of talks, of nobody but those who met: how long the encounter right before was."""
    mine, tree = pair.mention, pair.annotation.tree
    length = measured(tree, mine.trigger.anchor)
    is_length = length != mine.trigger.anchor and tree.lemma(length) in _LENGTHS
    if not mine.trigger.is_noun or not is_length or mine.in_title or pair.is_another():
        return False
    return pair.are_encounters() and pair.kinds_agree() and _are_those_who_met(pair) and pair.distance() <= _REACH_ON


@rule(
    yes=[
        'Envoy Jens Holm met Chancellor Uwe Brandt in Oslo on Monday. "Holm came here for some sober talks," an aide said.',
    ],
    no=[
        'Envoy Jens Holm met Chancellor Uwe Brandt in Oslo on Monday. "Holm came here for talks with Minister Rita Lang," an aide said.',
        "Envoy Jens Holm met Chancellor Uwe Brandt in Oslo on Monday. Holm will come back for talks.",
    ],
)
def of_one_alone(pair: Pair) -> bool:
    """Talks that one of those who met right before is told to have come for, without a partner or time: the same."""
    mine = pair.mention
    is_bare = mine.when is None and mine.ordinal is None and mine.trigger.channel is None and not mine.in_title
    is_plain = mine.trigger.is_noun and is_bare and not _is_new(pair) and mine.clause.preposition == "for"
    is_one = len(pair.mine) == 1 and pair.mine < pair.theirs and mine.clause.governor is None
    return is_plain and is_one and pair.are_encounters() and pair.kinds_agree() and pair.distance() <= _REACH_ON


@rule(
    yes=[
        "Norway won an agreement from Chad and Togo to resume their talks in Lima. The agreement to resume negotiations is news.",
    ],
    no=[
        "Norway won an agreement from Chad and Togo to resume their talks in Lima. Norway hopes to resume negotiations with Peru.",
        "Norway held talks with Chad. Kenya wants to resume negotiations.",
    ],
)
def resumed(pair: Pair) -> bool:
    """Negotiations that nobody in particular is to resume: those that were told to be resumed before."""
    mine, tree = pair.mention, pair.annotation.tree
    if not mine.trigger.is_noun or not _is_bare(pair) or pair.mine or not pair.are_encounters():
        return False
    told = (m for m in pair.cluster.mentions if m.clause.verb is not None and m.trigger.is_noun)
    is_before = any(tree.lemma(m.clause.verb) in _TAKEN_UP for m in told if m.clause.verb is not None)
    is_taken_up = mine.clause.verb is not None and tree.lemma(mine.clause.verb) in _TAKEN_UP
    return is_taken_up and is_before and pair.kinds_agree() and pair.distance() <= _REACH_ON


@rule(
    yes=[
        "Norway and Chad will hold talks in Lima on Friday. President Maria Soto said she would not attend talks unless the shelling stopped.",
    ],
    no=[
        "Norway and Chad will hold talks in Lima on Friday. Kenya wants talks with Peru.",
        "Norway and Chad held talks in Lima on Friday. President Maria Soto said she would not attend talks unless the shelling stopped.",
        "Norway and Chad will hold talks in Lima on Friday. President Maria Soto said she would not attend other talks unless the shelling stopped.",
    ],
)
def nothing_of_its_own(pair: Pair) -> bool:
    """Talks ahead of which no party, time or place is told, right behind talks ahead: the same."""
    mine = pair.mention
    is_bare = mine.trigger.is_noun and _is_bare(pair) and not pair.mine and not _is_known_to_be_other(pair)
    is_ahead = _are_ahead(mine, pair.cluster.mentions[-1])
    is_same = pair.are_encounters() and pair.share_noun() and pair.share_kind()
    return is_bare and is_ahead and is_same and pair.distance() <= _THEY_REACH


def _is_known_to_be_other(pair: Pair) -> bool:
    """Whether a word before the noun tells it from others, or makes it one of several."""
    return (
        bool(_words_before(pair.annotation, pair.mention.trigger.anchor)) or pair.is_another() or pair.is_of_several()
    )


@rule(
    yes=[
        "Norway and Chad agreed to talks in Lima. Norway said in a letter that it will send an envoy for talks on 20 May.",
    ],
    no=[
        "Norway and Chad agreed to talks in Lima. Norway said in a letter that it will send an envoy for talks with Peru on 20 May.",
        "Norway and Chad held talks in Lima. Norway said in a letter that it will send an envoy for talks on 20 May.",
    ],
)
def its_day_at_last(pair: Pair) -> bool:
    """What was arranged without a day is told right behind with one, by the same noun and of nobody else."""
    mine = pair.mention
    is_new = mine.in_title or mine.trigger.channel is not None or pair.is_another() or pair.is_of_several()
    if not mine.trigger.is_noun or is_new or mine.interval is None or pair.intervals():
        return False
    are_ahead = _are_ahead(mine, *pair.cluster.mentions)
    is_same = pair.are_encounters() and pair.share_noun() and pair.share_kind() and pair.mine <= pair.theirs
    return are_ahead and is_same and pair.distance() <= _THEY_REACH


def _are_ahead(*mentions: EventMention) -> bool:
    """Whether all of them are told as still to come, or to have been so."""
    statuses = load_codebook().statuses
    return all(m.status is not None and statuses.of(m.status.status).is_ahead for m in mentions)


def _are_those_who_met(pair: Pair) -> bool:
    """Whether the mention names nobody but those who met, or somebody of a state or a group that met."""
    lands = pair.countries(pair.mine)
    is_of_theirs = not pair.persons(pair.theirs) and bool(lands) and lands <= pair.countries(pair.theirs)
    return pair.mine <= pair.theirs or is_of_theirs or pair.are_unnamed(pair.theirs)


def _is_bare(pair: Pair) -> bool:
    """Whether the text's mention has no time, place, number or name by which it could be told from another."""
    mine = pair.mention
    is_unset = mine.when is None and mine.place is None and mine.ordinal is None
    return is_unset and mine.trigger.channel is None and not mine.in_title


def _is_new(pair: Pair) -> bool:
    """Whether it is told as another one: by a word beside it, as several, as one that is still to come ("a closing session"), or as "a meeting"."""
    tree, mine = pair.annotation.tree, pair.mention
    is_occasion = pair.stage_of(mine) == "ahead" or mine.trigger.kind == "meeting"
    before = (*tree.deps(mine.trigger.anchor, "det"), max(0, mine.trigger.first - 1))
    is_any = is_occasion and mine.trigger.is_noun and any(tree.lower(c) in _ONE for c in before)
    verb = mine.clause.verb
    is_next = verb is not None and any(tree.lower(c) in _NEXT for c in tree.deps(verb, "advmod"))
    return is_any or is_next or pair.is_another() or pair.is_of_several()


def are_known(pair: Pair) -> bool:
    """Whether the mention's parties are told by no name, but as known ("the two sides", "they"): groups that could be anybody's, or those who met before."""
    if not (pair.are_unnamed(pair.mine) or (len(pair.mine) > 1 and pair.mine <= pair.theirs)):
        return False
    starts = {t.start: t.i for t in pair.annotation.tokens}
    named = (starts.get(p.span.start) for p in pair.mention.participants)
    return all(i is not None and _is_known(pair.annotation, i) for i in named)


def _is_known(annotation: Annotation, first: int) -> bool:
    """Whether the words for an actor that begin at `first` are a pronoun, or a noun behind "the" or "both", or one of "the two countries"."""
    token = annotation.tokens[first]
    before = {annotation.tree.lower(first), annotation.tree.lower(max(0, first - 1))}
    is_known = bool(before & _DEFINITE) or _is_of_the_two(annotation, first)
    return token.pos == "PRON" or (token.pos != "PROPN" and is_known)


def _is_of_the_two(annotation: Annotation, first: int) -> bool:
    """Whether "of both" or "of the two" stands behind the noun that begins at `first`."""
    near = annotation.tokens[first + 1 : first + 1 + _FARTHEST_OF]
    lower = [t.text.lower() for t in near if t.sentence == annotation.tokens[first].sentence]
    return any(
        lower[n] == "of" and (lower[n + 1] == "both" or lower[n + 1 : n + 3] == ["the", "two"])
        for n in range(len(lower) - 1)
    )


@rule(
    yes=[
        "Norway and Chad signed a trade agreement in Oslo. The agreement was signed at a ceremony.",
        "Norway and Chad signed a treaty on fish. The treaty ends a long row.",
        "Norway and Chad signed a ceasefire on Monday. The ceasefire ends a long war.",
        "Norway and Chad signed an accord on fish. The 19-point accord was signed at the border.",
        "Norway and Chad signed an accord on Monday. Under the deal, signed by foreign ministers Anna Lind of Norway and Idriss Saleh of Chad, the border will open.",
    ],
    no=[
        "Norway and Chad signed a trade agreement in Oslo. The fishery agreement was signed at a ceremony.",
        "Norway and Chad signed a trade agreement in Oslo. An agreement was signed at a ceremony.",
        "Norway and Chad signed a treaty on Monday. The ceasefire ends a long war.",
    ],
)
def known_paper(pair: Pair) -> bool:
    """ "The agreement was signed", "the treaty": the paper is named as known, and by no word that the one before has not; also "the deal, signed by" ministers of the very
    states that signed."""
    if not pair.mention.trigger.has("instrument") or pair.distance() > _REACH_BACK:
        return False
    tree, told = pair.annotation.tree, [p for m in pair.cluster.mentions for p in _papers(pair.annotation, m)]
    lands = pair.countries(pair.mine)
    is_of_theirs = len(lands) > 1 and lands == pair.countries(pair.theirs) and pair.share_kind()
    for paper in _papers(pair.annotation, pair.mention):
        is_known = any(tree.lower(c) in _DEFINITE for c in tree.deps(paper, "det", "poss"))
        own = _words_before(pair.annotation, paper)
        if is_known and any(
            (is_of_theirs or tree.lemma(paper) == tree.lemma(t)) and own <= _words_before(pair.annotation, t)
            for t in told
        ):
            return True
    return False


@rule(
    yes=[
        "Norway and Chad signed a peace pact on Friday. Minister Ola Moe of Norway read it at a signing ceremony in the palace.",
    ],
    no=[
        "Norway and Chad signed a peace pact on Friday. Minister Ola Moe of Norway will speak at a signing ceremony in the palace.",
        "Norway and Chad signed a peace pact on Friday. Minister Ola Moe of Peru spoke at a signing ceremony in the palace.",
        "Norway and Chad signed a peace pact on Friday. Minister Ola Moe of Norway spoke at a signing ceremony for a gas deal.",
    ],
)
def its_ceremony(pair: Pair) -> bool:
    """A signing ceremony of nothing that is named, right behind a signing, of those who signed or somebody of a state of theirs."""
    mine, tree = pair.mention, pair.annotation.tree
    is_bare = mine.trigger.is_noun and mine.when is None and mine.trigger.kind == "signing" and not mine.in_title
    is_held = pair.stage_of(mine) == pair.stage_of(pair.cluster.mentions[-1]) == "happening"
    if not is_bare or not is_held or not pair.share_kind() or tree.led_by(mine.trigger.anchor, "of", "for"):
        return False
    return _are_those_who_met(pair) and pair.distance() <= _REACH_ON


def _papers(annotation: Annotation, mention: EventMention) -> Iterator[int]:
    """The words for what is agreed or signed: the noun that tells of the event, or what its verb is done to."""
    tree, trigger = annotation.tree, mention.trigger
    found = [trigger.anchor] if trigger.frame is None else objects_of(tree, trigger.anchor, trigger.frame)
    yield from (i for i in found if tree.lemma(i) in _PAPERS)


def _words_before(annotation: Annotation, noun: int) -> frozenset[str]:
    """The words by which one paper is told from another; not how long it is ("the 19-point accord")."""
    tree = annotation.tree
    before = (c for c in tree.deps(noun, "amod", "compound", "nmod") if c < noun)
    return frozenset(tree.lemma(c) for c in before if not tree.deps(c, "nummod"))
