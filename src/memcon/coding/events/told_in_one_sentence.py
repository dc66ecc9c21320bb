"""Reasons by which the words of one sentence make two mentions one event: "met for talks", "travelled to meet", "signed the accord that they reached"."""

from __future__ import annotations

from memcon.coding.events.clauses import measured
from memcon.coding.events.pairs import Pair
from memcon.coding.events.told_again import sent_to
from memcon.domain.rules import rule
from memcon.lexicon import words

_CARRIED_ON = words("carried_on_at_a_meeting")

_SETTING, _THERE = words("leading_to_what_one_meets_for"), words("leading_into_an_event")
_ENDING = words("coming_to_its_end_in_talks")
_BEHIND = frozenset({"after", "following"})


@rule(
    yes=[
        "The ministers of Norway and Chad met in Oslo for talks on fish.",
        "King Haakon welcomed President Maria Soto in Oslo on Wednesday at the start of a state visit.",
    ],
    no=[
        "Norway held talks with Chad. The ministers of Norway and Chad met in Oslo.",
        "Minister Rosa Vidal of Peru, in Madrid for a conference on fish, met her Spanish counterpart on Wednesday.",
    ],
)
def met_for(pair: Pair) -> bool:
    """ "met in Oslo for the talks", "gathered at the summit", "travels in a visit": the meeting is what they met for."""
    mine = pair.mention
    if mine.clause.preposition not in _SETTING or mine.clause.governor is not None:
        return False
    if mine.clause.preposition == "for" and mine.trigger.anchor < (mine.clause.verb or 0):
        return False  # "A, in Oslo for a conference, met B"
    return any(m.trigger.is_verb and m.trigger.anchor == mine.clause.verb for m in pair.cluster.mentions)


@rule(
    yes=[
        "President Maria Soto will travel to Oslo to meet Chancellor Uwe Brandt.",
        "President Maria Soto travelled to Oslo for talks with Chancellor Uwe Brandt.",
        "President Maria Soto hosted Chancellor Uwe Brandt for a summit in Lima.",
        "President Maria Soto paid a working visit to Norway to meet with Chancellor Uwe Brandt.",
        "President Maria Soto hosted Chancellor Uwe Brandt to a dinner in Lima.",
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
        is_paid = m.trigger.is_noun and m.clause.relation == "object"  # "paid a visit to meet B"
        verb = m.clause.verb if is_paid and m.clause.verb is not None else m.trigger.anchor
        is_visit = m.trigger.has("destination") and (m.trigger.is_verb or is_paid)
        is_host = m.trigger.frame is not None and m.trigger.frame.roles.get("subject") == "host"
        clause = mine.clause
        is_hosted_to = is_host and clause.verb == verb and clause.preposition == "to" and clause.governor is None
        if is_visit and is_hosted_to:
            return True  # "hosted them to a dinner"
        if is_visit and (is_host or not is_own_event) and pair.is_purpose_of(verb):
            purposes = [c for c in tree.deps(verb, "advcl", "xcomp") if tree.is_infinitive(c)]
            return sum(1 + len(tree.deps(c, "conj")) for c in purposes) <= 1
    return False


@rule(
    yes=[
        "The row comes days before a visit by President Maria Soto, who lands in Oslo on Sunday.",
    ],
    no=["The row comes days before a visit by President Maria Soto, who met King Haakon in Oslo on Sunday."],
)
def who_comes(pair: Pair) -> bool:
    """ "A visit by A, who lands in Oslo on Sunday": the clause on the visitor tells when and where the visit is."""
    mine, tree = pair.mention.trigger, pair.annotation.tree
    token = tree.tokens[mine.anchor]
    if not mine.is_verb or not mine.has("destination") or token.dep != "relcl" or not pair.mine & pair.theirs:
        return False
    return any(
        m.trigger.is_noun
        and m.trigger.has("destination")
        and m.when is None
        and m.place is None
        and m.trigger.anchor in tree.above(token.head)
        for m in pair.cluster.mentions
    )


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
    if not pair.mention.trigger.is_verb or token.tag != "VBG" or token.dep != "advcl" or not pair.share_kind():
        return False
    return any(m.trigger.is_verb and m.trigger.anchor == token.head for m in pair.cluster.mentions)


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
    return mine.clause.is_done and any(
        m.trigger.has("agenda") and pair.is_purpose_of(m.trigger.anchor) for m in pair.cluster.mentions
    )


@rule(
    yes=[
        "Norway and Chad agreed to continue discussions in Lima at the 12th Norway-Chad Fisheries Dialogue on Friday.",
    ],
    no=[
        "Norway and Chad agreed to continue discussions before the 12th Norway-Chad Fisheries Dialogue on Friday.",
        "Norway held talks with Togo at the 12th Norway-Chad Fisheries Dialogue on Friday.",
    ],
)
def carried_on_there(pair: Pair) -> bool:
    """ "To continue discussions at the dialogue in May": the session is where they go on, with nobody else."""
    mine, tree = pair.mention, pair.annotation.tree
    verb = mine.clause.verb
    is_there = mine.trigger.channel is not None and mine.clause.preposition in _THERE and mine.clause.governor is None
    if verb is None or not is_there or tree.lemma(verb) not in _CARRIED_ON or not pair.theirs <= pair.mine:
        return False
    return any(
        m.trigger.is_noun and m.trigger.has("agenda") and m.clause.verb == verb and m.clause.relation == "object"
        for m in pair.cluster.mentions
    )


@rule(
    yes=[
        "Officials of Norway and Chad wrapped up the 4th Norway-Chad Fisheries Dialogue in Oslo on Monday, after two days of talks on cod and on the future of the pact."
    ],
    no=[
        "Norway and Chad held the 4th Norway-Chad Fisheries Dialogue in Oslo after talks on cod.",
        "Norway and Chad signed a treaty after two days of talks on cod.",
    ],
)
def ended_after(pair: Pair) -> bool:
    """ "Concluded the dialogue after two days of talks": so long a time of talks, told of without other parties, is what comes to its end there."""
    mine, tree = pair.mention, pair.annotation.tree
    verb, anchor = mine.clause.verb, mine.trigger.anchor
    is_measured = measured(tree, anchor) != anchor
    if verb is None or not is_measured or pair.mine - pair.theirs or mine.clause.preposition not in _BEHIND:
        return False
    return tree.lemma(verb) in _ENDING and any(
        m.clause.verb == verb and m.clause.relation == "object" and m.trigger.has("agenda")
        for m in pair.cluster.mentions
    )


IN_ONE_SENTENCE = (
    met_for,
    visit_for_it,
    who_comes,
    done_for,
    carried_on_there,
    done_in_doing,
    one_phrase,
    sent_to,
    ended_after,
)
"""Reasons that stand in the words of one sentence: whatever its verbs tell of before and after, it is one event."""
