"""Stances that a noun names: voiced ("expressed concern about"), somebody's own ("Peru's opposition to"), drawn from somebody ("criticism from")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.coding.doers import doers
from memcon.coding.modality import is_only_possible
from memcon.coding.positions.demands import is_wanted, stood_for, urged
from memcon.coding.positions.importance import IMPORTANCE
from memcon.coding.positions.matters import target_of
from memcon.coding.positions.named_states import is_state, people_of
from memcon.coding.positions.stand import Stand, is_negated, of_word, towards
from memcon.coding.positions.targets import asked_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ATTRIBUTES_AND_POSSESSORS, NOMINAL, OBJECTS_AND_FELLOWS
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_STANDS: Mapping[str, Stance] = values("stand")
_VOICING = words("holding_a_stand")
_TAKING_IN = words("taking_in")
_WINNING = words("winning_a_stand")
_TELLING_STANDS = words("voicing")
_GIVING_UP = words("giving_up_a_stand")
_GOING_BACK = words("going_back_on_a_stand")
_REFUSING = words("refusing_to_act")
_HOLDING = words("leading_to_a_holder")
_DRAWING = words("drawing_a_response")
"""How whoever has a stance stands before its noun."""
_LANDS_OF_ONES_OWN = words("land_of_ones_own")
_NEEDS = words("need_of_a_market")
_MEASURES = words("some_of_a_stand")
_ABOUT = words("leading_to_a_target")
_WITHOUT_A_DEED = words("stand_only_without_a_deed")
_IN_THE_FACE_OF = words("in_the_face_of")


def owner_of(index: TextIndex, noun: int) -> tuple[int, ...]:
    """Whose stance it is by the noun's own words: "Peru's", "U.S.", "by Peru", "among officials"; a pronoun's owner is told by the verb."""
    tree = index.tree
    before = tuple(
        c
        for c in tree.deps(noun, *ATTRIBUTES_AND_POSSESSORS)
        if c < noun and (_has_a_name(index, c) or _is_own(index, c) or _is_of_a_people(index, c, noun))
    )
    behind = (o for p in _leading_to_its_owner(index, noun) for o in tree.deps(p, "pobj"))
    return before or tuple(o for o in behind if _has_a_name(index, o))


def _leading_to_its_owner(index: TextIndex, noun: int) -> Iterator[int]:
    """The prepositions behind a noun of stance that may lead to whoever has it, also behind what it is of, or the verb that voices it."""
    tree = index.tree
    told = (*tree.deps(noun, "prep", "agent"), *_drawn_from(index, noun))
    yield from (p for p in told if tree.lower(p) in _HOLDING)
    yield from (p for o in tree.led_by(noun, "of") for p in tree.prepositions(o, {"by"}))
    for voicing in (v for n in (noun, *tree.led(noun)) for v in tree.deps(n, "acl")):
        yield from tree.deps(voicing, "agent") if tree.lemma(voicing) in _TELLING_STANDS else ()


def _drawn_from(index: TextIndex, noun: int) -> list[int]:
    """What hangs on a verb such as "drew" between a stand and the next one that it draws."""
    over = next((a for a in index.tree.above(noun) if index.tokens[a].pos == "VERB"), None)
    if over is None or index.tree.lemma(over) not in _DRAWING:
        return []
    behind = range(noun + 1, index.tree.last(over) + 1)
    until = next((i for i in behind if index.tree.lemma(i) in _STANDS and index.tokens[i].pos == "NOUN"), behind.stop)
    return [p for p in index.tree.deps(over, "prep") if noun < p < until]


def _has_a_name(index: TextIndex, i: int) -> bool:
    return i in index.mention_at or is_state(index, i)


def _is_of_a_people(index: TextIndex, i: int, noun: int) -> bool:
    """Whether the adjective of a state stands there, before a stand that is no need of a market ("Norwegian demand for oil")."""
    is_need = index.tree.lemma(noun) in _NEEDS and index.tokens[noun].tag == "NN"
    return not is_need and people_of(index, i) is not None


def _is_own(index: TextIndex, i: int) -> bool:
    """Whether "his country" or the like stands there."""
    is_land = index.tree.lemma(i) in _LANDS_OF_ONES_OWN
    return is_land and any(index.tokens[c].tag == "PRP$" for c in index.tree.deps(i, "poss"))


def _lands(index: TextIndex, owners: tuple[int, ...]) -> tuple[int, ...]:
    """Those of `owners` that are states or their governments: "expressed Peru's support for" tells whose support it is."""
    return tuple(o for o in owners if is_state(index, o) or _is_body(index, o))


def _is_body(index: TextIndex, owner: int) -> bool:
    is_noun = owner in index.mention_at and index.tokens[owner].pos in NOMINAL
    return is_noun and all(a.kind == "organization" for a in index.actors_at(owner))


def _states_of(index: TextIndex, noun: int, verb: int) -> tuple[tuple[int, ...], int | None]:
    """The states whose stance it is by "of", and what they mean to do, or what it is about: "the commitment and resolve of Norway and Peru to end the war",
    "the concerns of Norway and its allies about the raids"."""
    tree = index.tree
    row = (noun, *tree.deps(noun, "conj"))
    of = (p for n in row for p in tree.deps(n, "prep") if tree.lower(p) == "of")
    states = tuple(o for p in of for o in tree.deps(p, "pobj") if is_state(index, o))
    behind = [*(c for n in row for c in tree.deps(n, "acl")), *tree.deps(verb, "advcl")]
    deed = next((c for c in behind if c > noun and tree.is_infinitive(c)), None)
    if not states or deed is not None:
        return (states, deed) if deed is not None else ((), None)
    over = (*row, verb, *states, *(c for n in (*row, *states) for c in tree.deps(n, "conj")))
    leading = {p for n in over for p in tree.deps(n, "prep", "dative") if p > states[-1] and tree.lower(p) in _ABOUT}
    about = min(leading, default=None)
    return (states, about) if about is not None else ((), None)


@rule(
    at=_STANDS,
    dep=("dobj", "conj", "pobj"),
    yes=[
        "Norway outlined areas of concern about the pact. → concern",
        "Norway expressed hope the truce will hold. → support",
        "Norway has raised objections to the fishing pact. → oppose",
        "The minister expressed appreciation for the help of Peru. → support",
        "Norway voiced alarm over the missile tests. → concern",
        "The president reaffirmed Norway's commitment to the treaty. → support",
        "The ministers of Norway and Peru affirmed the resolve of Norway to end the war. → support",
        "President Maria Soto voiced the deep concerns of Peru and its allies about the raids. → concern",
        "Norway and Peru expressed their shared desire for Lima to be a place of peace. → support",
        "Peru made a strong condemnation of the raid. → oppose",
        "Norway gave its backing to the plan. → support",
        "Norway threw its support behind the plan. → support",
        "Norwegian officials have expressed scepticism that the truce will hold. → concern",
        "Peru voiced alarm at the raid. → concern",
        "Norway repeated its call for an end to the raids. → oppose",
        "The Norwegian government expressed its opposition to the plan and its support for the talks. → oppose",
        "Norway issued a warning that Peru must agree to the truce. → support",
        "The minister said Norway felt deep anger at the raid. → oppose",
    ],
    no=["The minister expressed himself in French.", "Peru had the confidence to open its archives."],
)
def voiced(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance as the object of a verb that voices it; whose it is by the noun's own words, else the verb's subject's."""
    stance, verb = _held_still(index, i), _voicing(index, i)
    if index.tokens[i].pos == "VERB":
        return None  # "voiced concern and [called] on Peru"
    if index.tokens[i].dep not in OBJECTS_AND_FELLOWS and not _is_measured(index, i):
        return None
    if stance is None or index.tree.lemma(verb) not in _VOICING or _is_to_be_voiced(index, i, verb):
        return None
    states, deed = _states_of(index, i, verb)
    target = deed if states else target_of(index, i, verb)
    if target is None or (index.tree.lemma(i) in _WITHOUT_A_DEED and index.tree.is_infinitive(target)):
        return None
    stance, target = asked_of(index, stance, target)
    if stance == "oppose" and is_wanted(index, target):
        stance = urged(index, target)  # "a warning that Peru must sign" asks for it
    stand = of_word(index, i, verb, stood_for(index, stance, target))
    holders = states or _lands(index, owner_of(index, i)) or stand.holders or owner_of(index, i)
    return _before_another_stand(index, towards(index, target, replace(stand, holders=holders)))


def _before_another_stand(index: TextIndex, stand: Stand | None) -> Stand | None:
    """The stance without another one that the parser put in a row with its target: "its opposition to the plan [and its support for talks]"."""
    if stand is None:
        return None
    others = (c for c in range(stand.first + 1, stand.last + 1) if _is_another_stand(index, c))
    start = next((index.tree.first(c) for c in others if index.tree.first(c) > stand.first), None)
    return stand if start is None else replace(stand, last=index.without_links(stand.first, start - 1))


def _is_another_stand(index: TextIndex, c: int) -> bool:
    """Whether a noun in a row is somebody's own stand, with what it is about: "[its support] for talks"."""
    is_stand = index.tokens[c].dep == "conj" and index.tokens[c].pos == "NOUN" and index.tree.lemma(c) in _STANDS
    is_own = any(index.tokens[p].tag == "PRP$" for p in index.tree.deps(c, "poss"))
    return is_stand and is_own and bool(index.tree.prepositions(c, _ABOUT))


def _is_to_be_voiced(index: TextIndex, noun: int, verb: int) -> bool:
    """Whether somebody's own stand, which is there, is only meant to be voiced: "would set out her objections"."""
    is_own = any(index.tokens[c].tag == "PRP$" for c in index.tree.deps(noun, "poss"))
    return is_own and is_only_possible(index.tree, verb)


def _voicing(index: TextIndex, noun: int) -> int:
    """The verb over a noun, past the noun that it stands in a row with."""
    over = index.tokens[noun].head
    is_in_row = index.tokens[noun].dep == "conj" and index.tokens[over].pos == "NOUN"
    if index.tokens[noun].dep == "pobj":
        over = index.tokens[over].head  # "words of [support]"
        is_in_row = True
    return index.tokens[over].head if is_in_row else over


def _is_measured(index: TextIndex, noun: int) -> bool:
    """Whether a stand is told by a noun for some of it: "areas of [concern]", "words of [support]"."""
    of = index.tokens[noun].head
    is_led = index.tokens[noun].dep == "pobj" and index.tree.lower(of) == "of"
    return (
        is_led
        and index.tree.lemma(index.tokens[of].head) in _MEASURES
        and index.tokens[index.tokens[of].head].dep == "dobj"
    )


def _held_still(index: TextIndex, noun: int) -> Stance | None:
    """The stance that a noun names, where it is not told that somebody has none, or has it no longer."""
    is_none = bool(index.tree.deps(noun, "neg")) or is_given_up(index, noun)
    return None if is_none else _STANDS.get(index.tree.lemma(noun))


def is_given_up(index: TextIndex, noun: int) -> bool:
    """Whether a stand is told to be held no longer: "dropped its objections", "backtracked on its support"."""
    over, dep = index.tokens[noun].head, index.tokens[noun].dep
    if dep == "pobj":
        back = index.tokens[over].head
        return index.tree.lemma(back) in _GOING_BACK and not _is_only_thought_of(index, back)
    return dep == "dobj" and index.tree.lemma(over) in _GIVING_UP and not _is_only_thought_of(index, over)


def _is_only_thought_of(index: TextIndex, verb: int) -> bool:
    """Whether something is not done, or only perhaps: "might drop its opposition", "refused to drop it", "tried to soften it"."""
    is_refused = index.tree.lemma(index.tokens[verb].head) in _REFUSING and index.tree.is_infinitive(verb)
    is_tried = index.factuality(verb).operator("attempt") is not None
    return is_only_possible(index.tree, verb) or is_negated(index, verb) or is_refused or is_tried


@rule(
    at=_STANDS,
    pos=("NOUN",),
    yes=[
        "Peru's opposition to the treaty has grown. → oppose",
        "The plan drew criticism from President Maria Soto. → oppose",
        "The rejection of the plan by the Interior Ministry surprised many. → reject",
        "The plan met with stiff resistance from the Interior Ministry. → oppose",
        "The ministers discussed Norway's concerns with the tests. → concern",
        "The concern voiced by Peru about the tests was deep. → concern",
        "Despite objections from the Interior Ministry, Norway tested the missile. → oppose",
        "The sale drew praise from Norway and condemnation from Peru. → support",
        "The launch went ahead despite objections from Norway. → oppose",
        "Peru went ahead with the launch despite opposition from Norway. → oppose",
        "The minister hinted that Norway might drop its opposition to the treaty. → oppose",
        "President Dahl did not retreat from her opposition to the treaty. → oppose",
        "The minister tried to soften Norway's resistance to the treaty. → oppose",
        "President Dahl said that she would set out her objections to the plan. → oppose",
        "Peru's reluctance for farmers to buy grain abroad has grown. → reject",
        "Norway met Peru. Norwegian objections to the fishing pact could delay it. → oppose",
    ],
    no=[
        "Norway met Peru. Norwegian demand for oil has risen.",
        "Criticism of the plan has grown.",
        "Peru's support team has arrived.",
        "Norway has dropped its opposition to the treaty.",
        "Norway backtracked on its support for the pact.",
    ],
)
def somebodys_own(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance with its owner, whatever its place in the sentence."""
    stance = _held_still(index, i) if index.tokens[i].pos == "NOUN" else None
    holders = _owner_by_any_word(index, i) if stance is not None else ()
    if stance is None or not holders:
        return None
    verb = index.tree.verb_of_clause(i)
    if index.tree.lemma(verb) in _GIVING_UP | _GOING_BACK or is_only_possible(index.tree, verb):
        verb = i  # "might drop its opposition", "would set out its objections": it has them as yet
    if _is_one_with(index, i, holders):
        holders = tuple(doers(index, verb))  # "its opposition to the pact" is no group that opposes a government
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders)
    return next((found for t in _targets(index, i, verb) for found in _towards_it(index, t, stand)), None)


def _is_one_with(index: TextIndex, noun: int, holders: Sequence[int]) -> bool:
    """Whether a noun of stance and its holders are one mention."""
    mention = index.mention_at.get(noun)
    return mention is not None and all(index.mention_at.get(h) is mention for h in holders)


def _owner_by_any_word(index: TextIndex, noun: int) -> tuple[int, ...]:
    """Whose stance it is by a name, else by "his", "its", "their"."""
    return owner_of(index, noun) or tuple(c for c in index.tree.deps(noun, "poss") if index.tokens[c].tag == "PRP$")


def _towards_it(index: TextIndex, target: int, stand: Stand) -> Iterator[Stand | None]:
    """The stance towards a target, where that doesn't hold its own holders."""
    first, last = index.tree.extent(target)
    if (found := _without_its_holder(index, target, stand)) is not None:
        yield found
    elif target not in stand.holders and not any(first <= h <= last for h in stand.holders):
        yield towards(index, target, stand)


def _without_its_holder(index: TextIndex, target: int, stand: Stand) -> Stand | None:
    """The stance towards "the plan" in "the rejection of the plan by Peru"."""
    first, last = index.tree.extent(target)
    by = [index.tokens[h].head for h in stand.holders if first < h <= last]
    found = towards(index, target, stand) if by and all(index.tree.lower(p) == "by" for p in by) else None
    return replace(found, last=min(by) - 1) if found is not None and found.first < min(by) else None


def _targets(index: TextIndex, noun: int, verb: int) -> Iterator[int]:
    over = index.tokens[noun].head
    told = target_of(index, noun, over) if _is_to_be_voiced(index, noun, over) else target_of(index, noun)
    if told is not None:
        yield told
    if index.tree.lemma(verb) in _DRAWING:
        yield from index.tree.deps(verb, "nsubj", "nsubjpass")
    if told is None and index.tree.lower(over) in _IN_THE_FACE_OF and index.tokens[over].dep == "prep" and verb != noun:
        yield _done_against_it(index, verb)


def _done_against_it(index: TextIndex, verb: int) -> int:
    """What is done in the face of a stand: the object of a verb, what it goes ahead "with", the thing that goes on by itself, else all that the verb tells."""
    tree = index.tree
    subject = tree.child(verb, "nsubj")
    things = [subject] if subject is not None and index.tokens[subject].pos == "NOUN" else []
    with_it = tree.led_by(verb, "with")
    own = (*(o for o in with_it if o not in index.mention_at), *(s for s in things if s not in index.mention_at))
    return tree.child(verb, "dobj", "nsubjpass") or next(iter(own), verb)


@rule(
    at=_STANDS,
    dep=("pobj",),
    yes=[
        "The ministers of Norway and Peru noted with concern the rise in tension. → concern",
        "Norway viewed the tests with alarm. → concern",
        "Peru took note of the treaty with satisfaction. → support",
    ],
    no=["Norway met with concern for the children.", "Norway watched the film with popcorn."],
)
def taken_with(index: TextIndex, i: int) -> Stand | None:
    """What somebody notes, views or watches "with" a stand."""
    stance, preposition = _STANDS.get(index.tree.lemma(i)), index.tokens[i].head
    if stance is None or index.tokens[i].dep != "pobj" or index.tree.lower(preposition) != "with":
        return None
    verb = _past_nouns(index, index.tokens[preposition].head)
    taken = _taken_in(index, verb)
    found = towards(index, taken, of_word(index, i, verb, stance)) if taken is not None else None
    if found is None or found.last < preposition or found.first > i:
        return found
    return replace(found, last=preposition - 1)


def _past_nouns(index: TextIndex, i: int) -> int:
    """The first word at or over token `i` that is no noun and no preposition: the verb under which they hang."""
    while index.tokens[i].pos in {"NOUN", "ADP"} and index.tokens[i].head != i:
        i = index.tokens[i].head
    return i


def _taken_in(index: TextIndex, verb: int) -> int | None:
    """What somebody notes, views or watches, or leads it: "noted the [rise]", "took note [of] the treaty"; never a stand itself."""
    tree = index.tree
    taken = [o for o in tree.deps(verb, "dobj") if not _STANDS.get(tree.lemma(o))]
    noting = [p for o in taken if tree.lemma(o) == "note" for p in tree.prepositions(o, {"of"})]
    is_taken_in = tree.lemma(verb) in _TAKING_IN or bool(noting)
    return next(iter(noting or taken), None) if is_taken_in else None


@rule(
    at=_STANDS,
    dep=("dobj",),
    yes=[
        "The plan has the backing of the Interior Ministry. → support",
        "The pact enjoys the support of Norway. → support",
    ],
    no=["The plan has the backing of time.", "Norway has the support of the plan."],
)
def won(index: TextIndex, i: int) -> Stand | None:
    """The stand of somebody that something has or enjoys."""
    stance, tree = _STANDS.get(index.tree.lemma(i)), index.tree
    verb = index.tokens[i].head
    if stance is None or index.tokens[i].dep != "dobj" or tree.lemma(verb) not in _WINNING:
        return None
    of = tree.led_by(i, "of")
    holders = tuple(o for o in of if o in index.mention_at or is_state(index, o))
    subject = tree.child(verb, "nsubj")
    if not holders or subject is None or subject in index.mention_at or is_state(index, subject):
        return None
    return towards(index, subject, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


NOUNS = (taken_with, won, voiced, *IMPORTANCE, somebodys_own)
"""The rules, first answer wins."""
