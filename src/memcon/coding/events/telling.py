"""Which verbs a sentence tells by: its main verbs, and those that they lead to ("are expected to discuss", "an opportunity to review")."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.events.scene import Scene
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FREE_CLAUSES, PAST_FORMS, VERBAL
from memcon.lexicon import words

_OPENINGS = words("opening_for_something")
_FUTURE = words("future_auxiliary")
_WISHING = words("looking_forward")
_DEEPEST = 4
"""How many verbs may lead to one another ("plans to seek to begin discussing")."""


def main_verbs(index: TextIndex, sentence: int) -> list[int]:
    """The verb at the root of a sentence and those in a row with it, in text order."""
    s = index.annotation.sentences[sentence]
    roots = [t.i for t in index.tokens[s.first : s.last] if t.dep == "ROOT" and t.pos in VERBAL]
    found: list[int] = []
    for root in roots:
        found += [v for v in in_a_row(index, root) if v not in found]
    return sorted(found)


def in_a_row(index: TextIndex, verb: int) -> list[int]:
    """`verb` and the verbs that are coordinated with it, or set beside it, behind it."""
    found = [verb]
    for one in found:
        found += [c for c in index.tree.deps(one, "conj", "ccomp", "parataxis") if _is_beside(index, one, c)]
        found += [
            c
            for x in index.tree.deps(one, "xcomp")
            for c in index.tree.deps(x, "conj")
            if _is_finite_behind(index, x, c)
        ]
    return found


def _is_finite_behind(index: TextIndex, infinitive: int, c: int) -> bool:
    """Whether a verb that was parsed as in a row with an infinitive is in one with the verb above it ("agreed to open it and pledged aid")."""
    return index.tokens[c].tag in PAST_FORMS and index.tree.is_infinitive(infinitive)


def _is_beside(index: TextIndex, verb: int, c: int) -> bool:
    """Whether `c` is told as `verb` is: coordinated with it, or the main clause before a reporting verb that is put in."""
    if index.tokens[c].pos not in VERBAL:
        return False
    return index.tokens[c].dep == "conj" or (index.tokens[c].dep == "parataxis" and c > verb)


def led_to(index: TextIndex, verb: int) -> list[int]:
    """`verb` and the verbs that it leads to as its complements, with those in a row with them; without what is denied."""
    found = [verb]
    level = [verb]
    for _ in range(_DEEPEST):
        level = [c for v in level for c in _complements(index, v) if c not in found]
        found += level
    return [v for v in found if not index.is_denied(v)]


def _complements(index: TextIndex, verb: int) -> Iterator[int]:
    tree = index.tree
    direct = [*tree.deps(verb, "xcomp")]
    direct += [c for a in tree.deps(verb, "acomp") for c in tree.deps(a, "xcomp")]
    if tree.lemma(verb) in _WISHING:
        direct += [c for p in tree.deps(verb, "prep") for c in tree.deps(p, "pcomp")]
    openings = (o for o in tree.deps(verb, "dobj", "attr") if tree.lemma(o) in _OPENINGS)
    direct += [c for o in openings for c in tree.deps(o, "acl", "relcl", "advcl") if tree.is_infinitive(c)]
    for c in direct:
        yield from (v for v in in_a_row(index, c) if index.tokens[v].pos == "VERB")


def main_verb_beside(scene: Scene) -> list[int]:
    """The verb that tells what was done at a meeting which a participle beside it tells of: "[meeting] in Oslo, the ministers pledged aid", "the council,
    [meeting] in Oslo, discussed trade"; with those in a row."""
    index, i = scene.index, scene.anchor
    token = index.tokens[i]
    if not scene.trigger.is_verb or token.tag != "VBG" or token.dep not in FREE_CLAUSES or index.tree.auxiliaries(i):
        return []
    above = index.tokens[token.head]
    verb = above if token.dep == "advcl" else index.tokens[above.head]
    is_subject = token.dep == "advcl" or (above.dep == "nsubj" and index.tokens[index.tree.first(i) - 1].text == ",")
    is_before = token.dep == "acl" or (i < verb.i and not index.tree.deps(i, "mark", "nsubj"))
    return in_a_row(index, verb.i) if verb.pos == "VERB" and is_subject and is_before else []


def is_ahead(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of what is to come ("will discuss", "are expected to discuss")."""
    tree = index.tree
    for v in tree.controllers(verb):
        if any(tree.lower(c) in _FUTURE for c in tree.auxiliaries(v)):
            return True
    return index.factuality(verb).time == "future"


def is_past(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells of what was done."""
    return index.tree.tense(index.tree.controllers(verb)[-1]) == "past" and not is_ahead(index, verb)
