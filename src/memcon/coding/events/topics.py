"""What a verb tells as a topic: what is discussed, raised, spoken about or stressed, as items without the verb."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.items import clause_items, items, items_behind, phrase
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Phrase
from memcon.domain.rules import rule
from memcon.lexicon import words

DISCUSSING = words("discussing")
_EXCHANGING = words("exchanging_views")
_VIEWS = words("views_on_a_topic")
_HEARD = words("having_an_audience")
_NO_TOPICS = words("raised_but_no_topic")
_RAISING = words("bringing_up")
_TALKING = words("talking_about")
_INFORMING = words("putting_to_somebody")
_STRESSING = words("stressing")
_WEIGHT = words("weight_of_a_topic")
_DEVOTING = words("devoting")
_PURSUING = words("pursuing_a_topic")
_DECIDING = words("deciding_on_a_topic")
_CLOSING, _GAPS = words("closing_a_gap"), words("parting_the_parties")
_BRINGING_ON = _PURSUING | _STRESSING | _DECIDING
_LOOKING = words("looking_into_a_topic")
_TOPIC = words("leading_to_a_topic") - {"of", "to", "in"}
_EXPLAINING = words("explaining_to_somebody")


def topics_of(index: TextIndex, verb: int) -> list[Phrase]:
    """The items that `TOPICS` find at a verb, in their order."""
    return [item for finder in TOPICS for item in finder(index, verb)]


@rule(
    yes=[
        "The ministers of Norway and Chad met in Oslo. They discussed fishing quotas. → fishing quotas",
        "The ministers of Norway and Chad met in Oslo. They discussed how to share the river. → how to share the river",
        "Norway and Chad held talks in Oslo. The two sides raised border crossings and visas. → visas",
        "President Maria Soto will meet Chancellor Uwe Brandt on Friday. Aides said they would discuss fishing quotas. → fishing quotas",
    ],
    no=[
        "The ministers of Norway and Chad met in Oslo. They raised their glasses.",
        "The ministers of Norway and Chad met in Oslo. They exchanged gifts.",
        "The ministers of Norway and Chad met in Oslo. They exchanged views.",
    ],
)
def discussed(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """The objects of a verb of discussing, nouns and clauses; of "views on X" X."""
    lemma, tree = index.tree.lemma(verb), index.tree
    if lemma not in DISCUSSING or lemma in _EXCHANGING or tree.is_passive(verb):
        return
    for o in tree.deps(verb, "dobj"):
        if _is_topic(index, verb, o):
            yield from items(index, o)
    for c in tree.deps(verb, "ccomp", "xcomp", "conj"):
        is_gerund = (
            tree.tokens[c].tag == "VBG" and tree.tokens[verb].tag != "VBG"
        )  # "discussed trade and opening the border"
        if c > verb and (is_gerund or tree.tokens[c].dep != "conj"):
            yield from clause_items(index, c)


@rule(
    yes=["Norway and Chad held talks in Oslo. Fishing quotas and visas were also discussed. → visas"],
    no=["Norway and Chad held talks in Oslo. The minister was asked to stay."],
)
def taken_up_in_the_passive(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What "was discussed" or "was raised"."""
    if index.tree.lemma(verb) in DISCUSSING and index.tree.is_passive(verb):
        for o in index.tree.deps(verb, "nsubjpass"):
            if _is_topic(index, verb, o):
                yield from items(index, o)


@rule(
    yes=[
        "The ministers of Norway and Chad met in Oslo. They exchanged views on fishing quotas. → fishing quotas",
        "Norway and Chad held talks in Oslo. The two sides took stock of trade and visas. → trade",
    ],
    no=[
        "The ministers of Norway and Chad met in Oslo. They exchanged gifts.",
        "The ministers of Norway and Chad met in Oslo. They held separate talks with King Haakon.",
    ],
)
def exchanged_views(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What views, stock or an update that is exchanged, taken or given is about."""
    if index.tree.lemma(verb) not in _EXCHANGING:
        return
    for o in index.tree.deps(verb, "dobj"):
        if index.tree.lemma(o) in _VIEWS:
            yield from (item for item in items(index, o) if o not in index.inside(item.span))
            for p in index.tree.deps(verb, "prep"):
                if p > o:
                    yield from items_behind(index, p)
        elif o > verb and any(
            index.tree.lemma(before) in _VIEWS for before in index.tree.deps(verb, "dobj") if before < o
        ):
            yield from items(index, o)  # "… on trade, as well as visas"


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The talks focused on how to share the river. → how to share the river",
        "Norway and Chad held talks in Oslo. They also touched upon visas. → visas",
    ],
    no=["The ministers of Norway and Chad met in Oslo. They spoke on Monday."],
)
def spoke_about(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What a verb of talking leads to with "on" or "about"."""
    if index.tree.lemma(verb) in _TALKING:
        for p in index.tree.deps(verb, "prep", "prt"):
            yield from items_behind(index, p)


@rule(
    yes=["The ministers of Norway and Chad met in Oslo. The ministers briefed the press on the border. → border"],
    no=["The ministers of Norway and Chad met in Oslo. They briefed the press on Monday."],
)
def put_to_somebody(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What somebody is briefed on, pressed on or told about."""
    if index.tree.lemma(verb) in _INFORMING and index.tree.deps(verb, "dobj"):
        behind = [
            *index.tree.deps(verb, "prep"),
            *(p for o in index.tree.deps(verb, "dobj") for p in index.tree.deps(o, "prep")),
        ]
        for p in behind:
            yield from items_behind(index, p)


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The two sides stressed the importance of open borders. → importance of open borders"
    ],
    no=["Norway and Chad held talks in Oslo. The two sides stressed their old friendship."],
)
def stressed(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """That of which the importance, need or urgency is stressed."""
    if index.tree.lemma(verb) in _STRESSING:
        for o in index.tree.deps(verb, "dobj"):
            if index.tree.lemma(o) in _WEIGHT:
                yield from items(index, o)


@rule(
    yes=["The meeting of Norway and Chad in Oslo was devoted to fishing quotas. → fishing quotas"],
    no=["The meeting of Norway and Chad in Oslo was given to noise."],
)
def devoted_to(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What a meeting is devoted to."""
    for word in (verb, *index.tree.deps(verb, "acomp")):
        if index.tree.lower(word) in _DEVOTING:
            yield from (item for o in index.tree.led_by(word, "to") for item in items(index, o))


@rule(
    yes=["Norway and Chad held talks in Oslo. The talks dealt with fishing quotas. → fishing quotas"],
    no=["Norway and Chad held talks in Oslo. The two sides dealt with King Haakon."],
)
def dealt_with(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What talks deal with: a matter, nobody."""
    if index.tree.lemma(verb) == "deal":
        for o in index.tree.led_by(verb, "with"):
            if o not in index.mention_at and o not in index.timex_at:
                yield from items(index, o)


@rule(
    yes=[
        "Norway and Chad held talks in Oslo. The talks will look at ways to share the river. → ways to share the river",
        "Norway and Chad held talks in Oslo. They looked into visas. → visas",
    ],
    no=[
        "Norway and Chad held talks in Oslo. They looked at King Haakon.",
    ],
)
def looked_at(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What talks look "at" or "into": a matter, nobody."""
    if index.tree.lemma(verb) in _LOOKING:
        for o in index.tree.led_by(verb, "at", "into"):
            if o not in index.mention_at and o not in index.timex_at:
                yield from items(index, o)


TOPICS = (
    discussed,
    taken_up_in_the_passive,
    exchanged_views,
    spoke_about,
    put_to_somebody,
    stressed,
    devoted_to,
    dealt_with,
    looked_at,
)
"""How a verb tells a topic; all are asked."""


def pursued(index: TextIndex, verb: int) -> Iterator[Phrase]:
    """What an encounter is to bring forward: the objects of a verb of pursuing ("met to settle the dispute")."""
    lemma = index.tree.lemma(verb)
    if index.is_denied(verb):
        return
    for o in index.tree.deps(verb, "dobj"):
        is_gap = lemma in _CLOSING and index.tree.lemma(o) in _GAPS
        if (is_gap or lemma in _BRINGING_ON) and _is_topic(index, verb, o):
            told = [_with_what_it_is_on(index, verb, item) for item in items(index, o)]
            yield from ((_without_listeners(index, item) for item in told) if lemma in _EXPLAINING else told)
    if lemma in _DECIDING:
        yield from (item for c in index.tree.deps(verb, "ccomp") if c > verb for item in clause_items(index, c))
        yield from (item for p in index.tree.deps(verb, "prep") for item in items_behind(index, p))


def _with_what_it_is_on(index: TextIndex, verb: int, found: Phrase) -> Phrase:
    """An item with what "over" or "on" leads to right behind it where the parser hung that on the verb ("resolve their row [over chips]")."""
    inside, tree = index.inside(found.span), index.tree
    p = inside[-1] + 1
    is_on = p < len(index.tokens) and index.tokens[p].head == verb and tree.lower(p) in _TOPIC
    leads = is_on and any(o not in index.timex_at and o not in index.mention_at for o in tree.deps(p, "pobj"))
    return phrase(index, inside[0], tree.last(p)) or found if leads else found


def _without_listeners(index: TextIndex, found: Phrase) -> Phrase:
    """An item without those to whom it is explained ("explained the ban [to officials of Peru]")."""
    inside, tree = index.inside(found.span), index.tree
    for p in inside[1:]:
        if tree.lower(p) == "to" and any(o in index.mention_at for o in tree.deps(p, "pobj")):
            return phrase(index, inside[0], p - 1) or found
    return found


def _is_topic(index: TextIndex, verb: int, o: int) -> bool:
    """Whether an object may be a topic: no time, nobody who listens ("addressed Parliament"), no flag that is raised."""
    lemma = index.tree.lemma(verb)
    if o in index.timex_at or (lemma in _RAISING and index.tree.lemma(o) in _NO_TOPICS):
        return False
    is_name = o in index.mention_at or index.tokens[o].pos == "PROPN"
    return not (is_name and lemma in _HEARD)
