"""Stances that a verb takes with its preposition: "objects to", "stands with", "lashes out at", once more where the preposition comes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.demands import aim_of, urged
from memcon.coding.positions.stand import Stand, first_words, of_verb, towards
from memcon.coding.positions.targets import asked_of, matter_of
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

TAKING: Mapping[str, Stance] = values("taking_a_stand")
RECEIVING = words("receiving_guests")
_FIRST_WORDS = first_words(TAKING)
_REFLEXIVES = words("reflexive")


def key_of(index: TextIndex, verb: int) -> str:
    """The verb's lemma with its particle ("rule out", "look forward")."""
    particle = next((c for c in index.tree.deps(verb, "prt", "advmod") if c == verb + 1), None)
    together = f"{index.tree.lemma(verb)} {index.tree.lower(particle)}" if particle is not None else ""
    return together if together in _WITH_PARTICLE else index.tree.lemma(verb)


_WITH_PARTICLE = frozenset(" ".join(w.split()[:n]) for w in TAKING for n in (2, 3) if " " in w)
"""Verbs with their particle, also where a preposition follows it ("lash out at")."""


def is_guest(index: TextIndex, i: int) -> bool:
    """Whether somebody is received, not something approved of: a person, or people who come."""
    return any(a.is_human for a in index.actors_at(i))


@rule(
    at=_FIRST_WORDS,
    yes=[
        "Norway objected to the talks. → oppose",
        "Norway and Peru called for a ceasefire. → support",
        "Norway warned against an attack on the town. → oppose",
        "Peru looks forward to the summit. → support",
        "Norway has been pushing for monitors to be let in. → support",
        "Norway took issue with the plan. → oppose",
        "Norway lashed out at Peru for having raided the town. → oppose",
        "Peru balked at the terms. → reject",
        "Norway agreed to the plan. → support",
        "Norway continues to stand firmly with the people of Peru. → support",
        "Norway stood shoulder to shoulder with Peru. → support",
        "Norway called for tax cuts to be put into public works. → support",
    ],
    no=[
        "Norway called the minister on Tuesday.",
        "Liv Dahl looks forward to welcoming President Maria Soto.",
    ],
)
def led_by_a_preposition(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with its preposition, or the clause that "for" leads ("pushed for aid to be let in")."""
    key = key_of(index, i)
    if index.tokens[i].pos == "NOUN":
        return None
    if f"{key} for" in TAKING and (deed := _clause_led_by_for(index, i)) is not None:
        return towards(index, aim_of(index, deed), of_verb(index, i, urged(index, deed)))
    for together, p in _with_its_prepositions(index, i, key):
        if _leads_to_a_guest(index, p):
            return None
        stance = TAKING.get(together)
        if stance is not None and not index.tree.is_passive(i):
            return _led(index, p, of_verb(index, i, stance))
    return None


def _with_its_prepositions(index: TextIndex, verb: int, key: str) -> Iterator[tuple[str, int]]:
    """A verb with each preposition on it, on what stands beside it, on its object ("take issue with"), behind another phrase ("come to the defence of"),
    behind "side by side"; and the preposition."""
    tree = index.tree
    yield from _behind_a_phrase(index, verb, key)
    for h in (verb, *tree.deps(verb, "npadvmod", "advmod", "acomp")):
        yield from ((f"{key} {tree.lower(p)}", p) for p in tree.deps(h, "prep"))
    for o in tree.deps(verb, "dobj"):
        named = "self" if tree.lower(o) in _REFLEXIVES else tree.lemma(o)
        leading = (*tree.deps(verb, "prep", "dative"), *tree.deps(o, "prep"))
        yield from ((f"{key} {named} {tree.lower(p)}", p) for p in leading)
        states = (c for h in (verb, o) for c in tree.deps(h, "amod", "acomp", "oprd") if c > o)
        yield from ((f"{key} {named} {tree.lower(c)} {tree.lower(p)}", p) for c in states for p in tree.deps(c, "prep"))
    yield from ((f"{key} {tree.lower(p)}", p) for p in _side_by_side(index, verb))


def _behind_a_phrase(index: TextIndex, verb: int, key: str) -> Iterator[tuple[str, int]]:
    """A verb with two prepositions, the second on the first or on its noun: "walked out of", "came to the defence of"."""
    tree = index.tree
    for p in tree.deps(verb, "prep"):
        together = f"{key} {tree.lower(p)}"
        yield from ((f"{together} {tree.lower(q)}", q) for q in tree.deps(p, "prep"))
        for o in tree.deps(p, "pobj"):
            yield from ((f"{together} {tree.lemma(o)} {tree.lower(q)}", q) for q in tree.deps(o, "prep"))


def _leads_to_a_guest(index: TextIndex, preposition: int) -> bool:
    """Whether a preposition leads to somebody's coming: "looks forward to welcoming the minister"."""
    receiving = (g for g in index.tree.deps(preposition, "pcomp") if index.tree.lemma(g) in RECEIVING)
    received = next((o for g in receiving for o in index.tree.deps(g, "dobj")), None)
    return received is not None and is_guest(index, received)


def _led(index: TextIndex, preposition: int, stand: Stand) -> Stand | None:
    """The stance towards what a preposition leads: against what an end is asked for, without what another such preposition leads to."""
    named = index.tree.child(preposition, "pobj") if stand.stance == "oppose" else None
    matter = matter_of(index, stand.verb, named) if named is not None else None
    if matter is not None:
        return towards(index, matter, stand)
    stance, target = asked_of(index, stand.stance, preposition)
    found = towards(index, target, replace(stand, stance=stance))
    later = next(iter(_like_it(index, preposition)), None)
    if found is None or later is None or not found.first < later <= found.last:
        return found
    return replace(found, last=index.without_links(found.first, later - 1))


def _like_it(index: TextIndex, preposition: int) -> Iterator[int]:
    """The same preposition further on in its row: "for an end to the war and [for] talks"."""
    for c in index.tree.deps(preposition, "conj"):
        if index.tree.lower(c) == index.tree.lower(preposition):
            yield c
            yield from _like_it(index, c)


@rule(
    dep=("conj",),
    pos=("ADP",),
    yes=[
        "Norway called for an end to the raids and for the release of the crew. → support",
        "Peru appealed for a truce and for talks. → support",
    ],
    no=["Norway travelled for talks and for trade."],
)
def led_by_it_again(index: TextIndex, i: int) -> Stand | None:
    """What a verb of stance leads by the same preposition once more."""
    first = index.tokens[i].head
    while index.tokens[first].dep == "conj" and index.tokens[first].pos == "ADP":
        first = index.tokens[first].head
    verb = index.tokens[first].head
    if i not in _like_it(index, first) or index.tokens[verb].pos != "VERB" or index.tree.is_passive(verb):
        return None
    stance = TAKING.get(f"{key_of(index, verb)} {index.tree.lower(first)}")
    return _led(index, i, replace(of_verb(index, verb, stance), anchor=i)) if stance is not None else None


def _side_by_side(index: TextIndex, verb: int) -> Iterator[int]:
    """The preposition behind "shoulder to shoulder", "side by side"."""
    behind = index.tokens[verb + 1 : verb + 4]
    if len(behind) == 3 and behind[0].text == behind[2].text and behind[1].pos in {"ADP", "PART"}:
        yield from (p for t in behind for p in index.tree.deps(t.i, "prep") if p == behind[2].i + 1)


def _clause_led_by_for(index: TextIndex, verb: int) -> int | None:
    """The infinitive with "for" before its own subject."""
    clauses = (c for c in index.tree.deps(verb, "advcl", "ccomp", "xcomp") if c > verb)
    tree = index.tree
    bare = [p + 1 for p in tree.prepositions(verb, {"for"}) if not tree.children[p]]  # "for" alone, before a subject
    told = (
        c for c in clauses if tree.has_word(c, {"for"}, "mark") or (tree.first(c) in bare and tree.is_infinitive(c))
    )
    return next(told, None)


LED = (led_by_a_preposition, led_by_it_again)
"""The rules, first answer wins."""
