"""Stances that a verb takes with its preposition: "objects to", "stands with", "lashes out at", once more where the preposition comes again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.demands import urged
from memcon.coding.positions.stand import Stand, first_words, of_verb, towards
from memcon.coding.positions.targets import ended, matter_of
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

TAKING: Mapping[str, Stance] = values("taking_a_stand")
RECEIVING = words("receiving_guests")
_FIRST_WORDS = first_words(TAKING)


def key_of(index: TextIndex, verb: int) -> str:
    """The verb's lemma with its particle ("rule out", "look forward")."""
    particle = next((c for c in index.tree.deps(verb, "prt", "advmod") if c == verb + 1), None)
    together = f"{index.tree.lemma(verb)} {index.tree.lower(particle)}" if particle is not None else ""
    return together if together in _WITH_PARTICLE else index.tree.lemma(verb)


_WITH_PARTICLE = frozenset(" ".join(w.split()[:n]) for w in TAKING for n in (2, 3) if " " in w)
"""Verbs with their particle, also where a preposition follows it ("lash out at")."""


def is_guest(index: TextIndex, i: int) -> bool:
    """Whether somebody is received, not something approved of: a person, or people who come."""
    mention = index.mention_at.get(i)
    return mention is not None and any(a.kind in {"person", "group"} for a in index.actors_of(mention))


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
    ],
    no=["Norway called the minister on Tuesday.", "Liv Dahl looks forward to welcoming President Maria Soto."],
)
def led_by_a_preposition(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with its preposition, or the clause that "for" leads ("pushed for aid to be let in")."""
    key = key_of(index, i)
    if index.tokens[i].pos == "NOUN":
        return None
    if f"{key} for" in TAKING and (deed := _clause_led_by_for(index, i)) is not None:
        return towards(index, deed, of_verb(index, i, urged(index, deed)))
    objects = index.tree.deps(i, "dobj")
    beside = index.tree.deps(i, "npadvmod", "advmod", "acomp")
    led = [(f"{key} {index.tree.lower(p)}", p) for h in (i, *beside) for p in index.tree.deps(h, "prep")]
    led += [
        (f"{key} {index.tree.lemma(o)} {index.tree.lower(p)}", p)
        for o in objects
        for p in (*index.tree.deps(i, "prep"), *index.tree.deps(o, "prep"))
    ]
    led += [(f"{key} {index.tree.lower(p)}", p) for p in _side_by_side(index, i)]
    for together, p in led:
        stance = TAKING.get(together)
        received = next(
            (
                o
                for g in index.tree.deps(p, "pcomp")
                if index.tree.lemma(g) in RECEIVING
                for o in index.tree.deps(g, "dobj")
            ),
            None,
        )
        if received is not None and is_guest(index, received):
            return None
        if stance is not None and not index.tree.is_passive(i):
            return _led(index, p, of_verb(index, i, stance))
    return None


def _led(index: TextIndex, preposition: int, stand: Stand) -> Stand | None:
    """The stance towards what a preposition leads: against what an end is asked for, without what another such preposition leads to."""
    over = ended(index, preposition) if stand.stance == "support" else None
    named = index.tree.child(preposition, "pobj")
    matter = matter_of(index, stand.verb, named) if named is not None else None
    if matter is not None and stand.stance == "oppose":
        return towards(index, matter, stand)
    later = next(iter(_like_it(index, preposition)), None)
    found = towards(
        index, preposition if over is None else over, stand if over is None else replace(stand, stance="oppose")
    )
    if found is None or later is None or not found.first < later <= found.last:
        return found
    last = later - 1
    while last > found.first and index.tokens[last].pos in {"CCONJ", "PUNCT"}:
        last -= 1
    return replace(found, last=last)


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
    return next((c for c in clauses if any(index.tree.lower(m) == "for" for m in index.tree.deps(c, "mark"))), None)


LED = (led_by_a_preposition, led_by_it_again)
"""The rules, first answer wins."""
