"""Stances that a noun names: voiced ("expressed concern about"), somebody's own ("Peru's opposition to"), drawn from somebody ("criticism from")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.coding.doers import doers
from memcon.coding.positions.named_states import is_state
from memcon.coding.positions.stand import Stand, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_PARTISANS: Mapping[str, Stance] = values("partisan")
_STANDS: Mapping[str, Stance] = values("stand")
_VOICING = words("holding_a_stand")
_IMPORTANCE = words("importance")
_OF_IMPORTANCE = words("leading_to_what_is_important")
_WEIGHING = words("telling_of_importance")
_LEADING = words("leading_to_a_target")
_WITHOUT_A_STAND = words("saying_nothing_for_it")
_PLACING_WEIGHT = words("placing_weight")
_ON = frozenset({"on", "upon", "to"})
_FELT_WITH = words("felt_with_somebody")
_FELT_OF = words("stand_of_something")
_TELLING_STANDS = words("voicing")
_STANDING_FOR = words("good_that_is_affirmed")
_HOLDING = words("leading_to_a_holder")
_DRAWING = words("drawing_a_response")
_BEFORE = ("poss", "compound", "amod", "nmod")
"""How whoever has a stance stands before its noun."""
_SETTING = words("setting_a_condition")
_CONDITIONS = words("condition_that_is_set")


def _target(index: TextIndex, noun: int, verb: int | None = None, leading: frozenset[str] = _LEADING) -> int | None:
    """What a noun of stance is about: what its clause, infinitive or preposition tells; else what stands so at its verb."""
    tree = index.tree
    beside = tree.deps(verb, "prep", "ccomp") if verb is not None else []
    voicing = [v for v in tree.deps(noun, "acl") if tree.lemma(v) in _TELLING_STANDS]
    own = [*tree.deps(noun, "prep", "acl", "ccomp", "relcl"), *(p for v in voicing for p in tree.deps(v, "prep"))]
    clauses = [c for c in (*own, *beside) if c > noun and tree.deps(c, "mark")]
    infinitives = [c for c in own if c > noun and tree.is_infinitive(c)]
    leading = leading | {"with"} if tree.lemma(noun) in _FELT_WITH else leading
    led = [c for c in (*own, *beside) if c > noun and tree.lower(c) in leading]
    about = [c for c in led if not _is_addressed(index, c)]
    if not about and (addressed := [*led, *tree.deps(noun if verb is None else verb, "dative")]):
        about = [
            i
            for i in range(addressed[0] + 1, tree.last(addressed[0]) + 1)
            if tree.lower(i) in leading and tree.lower(i) != "to"
        ]
    of = [p for p in tree.deps(noun, "prep") if tree.lower(p) == "of"] if tree.lemma(noun) in _FELT_OF else []
    return next(iter((*clauses, *about, *infinitives, *led, *of)), None)


def _is_addressed(index: TextIndex, preposition: int) -> bool:
    """Whether "to" leads to somebody ("expressed to the minister")."""
    object_ = index.tree.child(preposition, "pobj")
    mention = index.mention_at.get(object_) if object_ is not None else None
    return (
        index.tree.lower(preposition) == "to"
        and mention is not None
        and any(a.kind == "person" for a in index.actors_of(mention))
    )


def _owner(index: TextIndex, noun: int) -> tuple[int, ...]:
    """Whose stance it is by the noun's own words: "Peru's", "U.S.", "by Peru", "among officials"; a pronoun's owner is told by the verb."""
    before = [c for c in index.tree.deps(noun, *_BEFORE) if c < noun and (c in index.mention_at or is_state(index, c))]
    head = index.tokens[noun].head
    beside = index.tree.deps(head, "prep") if index.tree.lemma(head) in _DRAWING else []
    by = [p for p in (*index.tree.deps(noun, "prep", "agent"), *beside) if index.tree.lower(p) in _HOLDING]
    objects = (o for p in index.tree.deps(noun, "prep") for o in index.tree.deps(p, "pobj"))
    voicing = (v for n in (noun, *objects) for v in index.tree.deps(n, "acl") if index.tree.lemma(v) in _TELLING_STANDS)
    by += [p for v in voicing for p in index.tree.deps(v, "agent")]
    behind = [o for p in by for o in index.tree.deps(p, "pobj") if o in index.mention_at or is_state(index, o)]
    return tuple(before or behind)


def _lands(index: TextIndex, owners: tuple[int, ...]) -> tuple[int, ...]:
    """Those of `owners` that are states: "expressed Peru's support for" tells whose support it is."""
    return tuple(o for o in owners if is_state(index, o))


def _states_of(index: TextIndex, noun: int, verb: int) -> tuple[tuple[int, ...], int | None]:
    """The states whose stance it is by "of", and what they mean to do: "the commitment and resolve of Norway and Peru to end the war"."""
    tree = index.tree
    row = (noun, *tree.deps(noun, "conj"))
    behind = [*(c for n in row for c in tree.deps(n, "acl")), *tree.deps(verb, "advcl")]
    deed = next((c for c in behind if c > noun and tree.is_infinitive(c)), None)
    of = (p for n in row for p in tree.deps(n, "prep") if tree.lower(p) == "of")
    states = tuple(o for p in of for o in tree.deps(p, "pobj") if is_state(index, o))
    return (states, deed) if deed is not None else ((), None)


@rule(
    yes=[
        "Norway has raised objections to the fishing pact. → oppose",
        "The minister expressed appreciation for the help of Peru. → support",
        "Norway voiced alarm over the missile tests. → concern",
        "The president reaffirmed Norway's commitment to the treaty. → support",
        "The ministers of Norway and Peru affirmed the resolve of Norway to end the war. → support",
    ],
    no=["The minister expressed himself in French."],
)
def voiced(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance as the object of a verb that voices it; whose it is by the noun's own words, else the verb's subject's."""
    noun, head = index.tokens[i], index.tokens[i].head
    stance = _STANDS.get(index.tree.lemma(i))
    if stance is None or noun.dep not in {"dobj", "conj"}:
        return None
    verb = index.tokens[head].head if noun.dep == "conj" and index.tokens[head].pos == "NOUN" else head
    states, deed = _states_of(index, i, verb)
    target = deed if states else _target(index, i, verb)
    if index.tree.lemma(verb) not in _VOICING or target is None or index.tree.deps(i, "neg"):
        return None
    holders = states or _lands(index, _owner(index, i)) or tuple(doers(index, verb)) or _owner(index, i)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


@rule(
    yes=[
        "The two ministers underscored the importance of the talks. → support",
        "Norway and Peru agreed on the need for a ceasefire. → support",
        "The president stressed the importance of ending the war. → support",
        "The minister underscored the importance Norway places on the treaty. → support",
        "The president expressed the urgency of a ceasefire. → support",
    ],
    no=["The importance of the talks is small.", "The minister asked about the need for water."],
)
def weighed(index: TextIndex, i: int) -> Stand | None:
    """What somebody tells to be important or needed."""
    if index.tree.lemma(i) not in _IMPORTANCE:
        return None
    head = index.tokens[i].head
    verb = index.tokens[head].head if index.tokens[i].dep == "pobj" else head
    is_told = index.tree.lemma(verb) in _WEIGHING or index.tree.lemma(verb) in _TELLING_STANDS
    if index.tokens[i].dep not in {"dobj", "pobj", "conj"} or not is_told:
        return None
    holders = tuple(doers(index, verb))
    target = _target(index, i, leading=_OF_IMPORTANCE)
    if (placed := _placed_on(index, i)) is not None:
        placing, target = placed
        named = (*doers(index, placing), *index.tree.deps(placing, "compound"))
        holders = tuple(d for d in named if index.tokens[d].pos == "PROPN") or holders
    if target is None:
        return None
    return towards(index, target, Stand(anchor=i, verb=verb, stance="support", first=i, last=i, holders=holders))


def _placed_on(index: TextIndex, noun: int) -> tuple[int, int] | None:
    """The verb and the target of "the importance that Norway places on the treaty"."""
    tree = index.tree
    for verb in tree.deps(noun, "relcl", "acl", "ccomp"):
        leads = (p for p in tree.deps(verb, "prep", "dative") if p > verb and tree.lower(p) in _ON)
        if tree.lemma(verb) in _PLACING_WEIGHT and (target := next(leads, None)) is not None:
            return verb, target
    return None


@rule(
    yes=[
        "Norway and Peru reaffirmed their friendship. → support",
        "The minister affirmed the alliance with Peru. → support",
    ],
    no=["The court affirmed the sentence."],
)
def affirmed(index: TextIndex, i: int) -> Stand | None:
    """A relation or good that is affirmed as such."""
    if index.tree.lemma(i) not in _STANDING_FOR or index.tokens[i].dep != "dobj":
        return None
    verb = index.tokens[i].head
    if index.tree.lemma(verb) not in _WEIGHING or index.tree.lemma(verb) in _WITHOUT_A_STAND:
        return None
    return towards(
        index, i, Stand(anchor=i, verb=verb, stance="support", first=i, last=i, holders=tuple(doers(index, verb)))
    )


@rule(
    yes=[
        "Peru's opposition to the treaty has grown. → oppose",
        "The plan drew criticism from President Maria Soto. → oppose",
        "The ministers discussed Norway's concerns with the tests. → concern",
        "The concern voiced by Peru about the tests was deep. → concern",
    ],
    no=["Criticism of the plan has grown.", "Peru's support team has arrived."],
)
def somebodys_own(index: TextIndex, i: int) -> Stand | None:
    """A noun of stance with its owner, whatever its place in the sentence."""
    stance = _STANDS.get(index.tree.lemma(i))
    if stance is None or index.tokens[i].pos != "NOUN" or index.tree.deps(i, "neg"):
        return None
    holders = tuple(h for h in _owner(index, i))
    if not holders:
        return None
    verb = next((a for a in index.tree.above(i) if index.tokens[a].pos in {"VERB", "AUX"}), i)
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders)
    for target in _targets(index, i, verb):
        if target not in holders and not any(index.tree.first(target) <= h <= index.tree.last(target) for h in holders):
            return towards(index, target, stand)
    return None


@rule(
    yes=["The minister was an opponent of the war. → oppose", "Norway is a strong advocate of the treaty. → support"],
    no=["The minister met opponents of the war."],
)
def partisan(index: TextIndex, i: int) -> Stand | None:
    """Somebody who is told to be a supporter or an opponent of something."""
    stance = _PARTISANS.get(index.tree.lemma(i))
    target = _target(index, i, leading=_OF_IMPORTANCE)
    verb = index.tokens[i].head
    if stance is None or target is None or index.tokens[i].dep != "attr":
        return None
    return towards(
        index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=tuple(doers(index, verb)))
    )


def _targets(index: TextIndex, noun: int, verb: int) -> Iterator[int]:
    told = _target(index, noun)
    if told is not None:
        yield told
    if index.tree.lemma(verb) in _DRAWING:
        yield from index.tree.deps(verb, "nsubj", "nsubjpass")


@rule(
    yes=[
        "Norway set conditions for the talks. → conditional",
        "Peru demands guarantees for a withdrawal. → conditional",
    ],
    no=["The doctor treats heart conditions."],
)
def conditions(index: TextIndex, i: int) -> Stand | None:
    """Conditions that somebody sets for something."""
    if index.tree.lemma(i) not in _CONDITIONS or index.tokens[i].dep != "dobj":
        return None
    verb = index.tokens[i].head
    target = _target(index, i, verb)
    if index.tree.lemma(verb) not in _SETTING or target is None:
        return None
    return towards(
        index,
        target,
        Stand(anchor=i, verb=verb, stance="conditional", first=i, last=i, holders=tuple(doers(index, verb))),
    )


NOUNS = (voiced, weighed, affirmed, conditions, partisan, somebodys_own)
"""The rules, first answer wins."""
