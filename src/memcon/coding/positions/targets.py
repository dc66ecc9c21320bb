"""What a stance is about where it stands apart from the word that shows it: what somebody is thanked or blamed for, an object that two words share, one that
is put behind a judgement, and what an end is asked for."""

from __future__ import annotations

from collections.abc import Container

from memcon.coding.text_index import TextIndex
from memcon.lexicon import words

_JUDGING = words("judging_somebody_for_a_deed") - words("receiving_guests")
_FOR = words("leading_to_what_it_is_for")
_WITH_ITS_PREPOSITION = words("judging_somebody_with_its_preposition")
_WITH_OTHERS = words("doing_it_with_others")
_DONE_TO = words("noun_with_an_infinitive")
_DONE_ON = words("noun_with_on")
_OF_THE_NOUN = words("completing_a_noun")
_ENDING = words("ending_a_deed")
_NEARBY = 5
"""How far behind a word the one that it shares its object with may stand, in tokens."""
_ENDED = words("leading_to_what_is_important") | {"in"}


def matter_of(index: TextIndex, verb: int, somebody: int) -> int | None:
    """The preposition that leads to what somebody is thanked, praised or blamed for: "thanked Peru for its help", "accused Peru of a raid"."""
    tree, lemma = index.tree, index.tree.lemma(verb)
    if lemma not in _JUDGING:
        return None
    is_named = somebody in index.mention_at or index.tokens[somebody].pos in {"PROPN", "PRON"}
    is_somebody = is_named or any(c in index.mention_at for c in tree.deps(somebody, "poss"))
    for p in (*tree.deps(verb, "prep"), *reversed(tree.deps(somebody, "prep"))):
        own = f"{lemma} {tree.lower(p)}" in _WITH_ITS_PREPOSITION
        deed, led = tree.child(p, "pcomp"), tree.child(p, "pobj", "pcomp")
        is_for = own or (tree.lower(p) in _FOR and (is_somebody or deed is not None))
        is_of_a_name = own and index.tokens[p].head == somebody and deed is None and not tree.is_passive(verb)
        if p > verb and is_for and not is_of_a_name and led is not None and led not in index.timex_at:
            return p
    return None


def shared(index: TextIndex, i: int, together: Container[str] = ()) -> int | None:
    """What a word that leads to nothing of its own shares with the one that follows it by "and": "is worried about and condemns the [raid]"; a verb only
    with one out of `together`."""
    is_verb = index.tokens[i].pos == "VERB"
    for c in index.tree.deps(i if is_verb else index.tokens[i].head, "conj"):
        is_next = i < c <= i + _NEARBY and any(index.tokens[j].dep == "cc" for j in range(i + 1, c))
        if is_next and (led := index.tree.child(c, "dobj", "prep")) is not None and led > c:
            return None if is_verb and index.tree.lemma(c) not in together else led
    return None


def put_behind(index: TextIndex, verb: int) -> tuple[int, int] | None:
    """First token and head of an object that stands behind what it is called: "rejected as baseless the [claim]"."""
    tree = index.tree
    for p in tree.deps(verb, "prep"):
        object_ = tree.child(p, "pobj")
        if tree.lower(p) != "as" or object_ is None or p + 2 >= object_:
            continue
        is_judged = index.tokens[p + 1].pos in {"ADJ", "VERB"} and index.tokens[p + 2].pos in {"DET", "PRON"}
        if is_judged and p + 1 >= tree.first(object_):
            return p + 2, object_
    return None


def ended(index: TextIndex, target: int, verb: int | None = None) -> int | None:
    """What leads to the thing of which an end is asked: "an end [to] the war", "a halt [to] the strikes",
    also where the parser hung it on the verb."""
    head = index.tree.child(target, "pobj") if index.tokens[target].pos == "ADP" else target
    if head is None or index.tree.lemma(head) not in _ENDING or index.tokens[head].pos != "NOUN":
        return None
    beside = [p for p in index.tree.deps(verb, "prep", "dative") if p == head + 1] if verb is not None else []
    return next((p for p in (*index.tree.deps(head, "prep"), *beside) if index.tree.lower(p) in _ENDED), None)


def completed(index: TextIndex, last: int, verb: int) -> int:
    """The last token of a target with the complement of its last noun that the parser hung on the verb: "oppose a ban [on talks]", "praised efforts [to
    end it]", "stands with Peru [in rejecting it]"."""
    tree, p = index.tree, last + 1
    if p >= len(index.tokens) or index.tokens[last].pos not in {"NOUN", "PROPN"}:
        return last
    head = index.tokens[p].head
    if index.tokens[p].tag == "TO" and head > p and tree.lemma(last) in _DONE_TO and index.tokens[head].head == verb:
        return tree.last(head)
    if head != verb or index.tokens[p].dep != "prep":
        return last
    led = tree.child(p, "pobj", "pcomp")
    is_gerund = led is not None and tree.lower(p) == "in" and index.tokens[led].dep == "pcomp"
    is_gerund = is_gerund and tree.lemma(verb) not in _WITH_OTHERS
    is_own = tree.lower(p) in _OF_THE_NOUN or (tree.lower(p) == "on" and tree.lemma(last) in _DONE_ON) or is_gerund
    return tree.last(p) if led is not None and led not in index.timex_at and is_own else last
