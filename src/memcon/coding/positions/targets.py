"""What a stance is about where it stands apart from the word that shows it: what somebody is thanked or blamed for, an object that two words share, one that
is put behind a judgement, and what an end is asked for."""

from __future__ import annotations

from collections.abc import Container

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import DEEDS_AND_STATES, NAMES_AND_PRONOUNS, NOMINAL, POINTING, RELATIVE_HEADS
from memcon.domain.records import Stance
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
_ONE = words("a")
_RELATIVE = RELATIVE_HEADS | {"WRB"}
_POSTING = words("posting_place")
_ENDED = words("leading_to_what_is_important") | {"in"}


def matter_of(index: TextIndex, verb: int, somebody: int) -> int | None:
    """The preposition that leads to what somebody is thanked, praised or blamed for: "thanked Peru for its help", "accused Peru of a raid"."""
    tree = index.tree
    if tree.lemma(verb) not in _JUDGING:
        return None
    for p in (*tree.deps(verb, "prep"), *reversed(tree.deps(somebody, "prep"))):
        led = tree.child(p, "pobj", "pcomp")
        is_matter = led is not None and led not in index.timex_at and _leads_to_a_matter(index, p, verb, somebody)
        if p > verb and is_matter:
            return p
    return None


def _leads_to_a_matter(index: TextIndex, p: int, verb: int, somebody: int) -> bool:
    """Whether a preposition tells what somebody is judged for: the verb's own ("accused of"), not as a part of a name, or "for", "over" with a deed, not what
    a thing is for ("denounced the plan for ending the war")."""
    tree = index.tree
    is_own = f"{tree.lemma(verb)} {tree.lower(p)}" in _WITH_ITS_PREPOSITION
    deed = tree.child(p, "pcomp")
    is_of_a_thing = index.tokens[p].head == somebody and not _is_somebody(index, somebody)
    if is_own:
        return deed is not None or index.tokens[p].head != somebody or tree.is_passive(verb)
    return tree.lower(p) in _FOR and not is_of_a_thing and (deed is not None or _is_somebody(index, somebody))


def _is_somebody(index: TextIndex, i: int) -> bool:
    """Whether a token names somebody, or what is somebody's."""
    is_named = i in index.mention_at or index.tokens[i].pos in NAMES_AND_PRONOUNS
    return is_named or any(c in index.mention_at for c in index.tree.deps(i, "poss"))


def leading_behind(index: TextIndex, i: int, words: Container[str], *heads: int) -> int | None:
    """The first preposition out of `words` behind token `i` that hangs on one of `heads`."""
    return next((p for h in heads for p in index.tree.prepositions(h, words) if p > i), None)


def shared(index: TextIndex, i: int, together: Container[str] = ()) -> int | None:
    """What a word that leads to nothing of its own shares with the one that follows it by "and": "is worried about and condemns the [raid]"; a verb only
    with one out of `together`."""
    is_verb = index.tokens[i].pos == "VERB"
    for c in index.tree.deps(i if is_verb else index.tokens[i].head, "conj"):
        is_next = i < c <= i + _NEARBY and any(index.tokens[j].dep == "cc" for j in range(i + 1, c))
        if (
            c == i + 2
            and is_verb
            and index.tree.is_finite(i)
            and index.tree.lower(i + 1) == "and"
            and index.tree.child(c, "dobj") is not None
        ):
            return index.tree.child(c, "dobj")
        if is_next and (led := index.tree.child(c, "dobj", "prep")) is not None and led > c:
            return None if is_verb and index.tree.lemma(c) not in together else led
    return None


def put_behind(index: TextIndex, verb: int) -> tuple[int, int] | None:
    """First token and head of an object that stands behind what it is called: "rejected as baseless the [claim]"."""
    tree = index.tree
    for p in tree.deps(verb, "prep"):
        object_ = tree.child(p, "pobj")
        if tree.lower(p) != "as" or object_ is None:
            continue
        called = next((i for i in range(p + 1, object_) if index.tokens[i].pos in DEEDS_AND_STATES), None)
        opening = range(called + 1, object_) if called is not None and called >= tree.first(object_) else range(0)
        first = next((i for i in opening if index.tokens[i].pos in POINTING), None)
        if first is not None and all(index.tokens[i].pos == "PUNCT" for i in opening if i < first):
            return first, object_
    return None


def ended(index: TextIndex, target: int, verb: int | None = None) -> int | None:
    """What leads to the thing of which an end is asked: "an end [to] the war", "a halt [to] the strikes",
    also where the parser hung it on the verb."""
    head = index.tree.child(target, "pobj") if index.tokens[target].pos == "ADP" else target
    if head is None or index.tree.lemma(head) not in _ENDING or index.tokens[head].pos != "NOUN":
        return None
    beside = [p for p in index.tree.deps(verb, "prep", "dative") if p == head + 1] if verb is not None else []
    return next((p for p in (*index.tree.deps(head, "prep"), *beside) if index.tree.lower(p) in _ENDED), None)


def asked_of(index: TextIndex, stance: Stance, target: int) -> tuple[Stance, int]:
    """What asking for something amounts to, and towards what: against that of which an end is asked ("backed an end to the [war]")."""
    over = ended(index, target) if stance == "support" else None
    return (stance, target) if over is None else ("oppose", over)


def without_asides(index: TextIndex, first: int, last: int) -> int:
    """The last token of a target without the aside at its end: ", a demand that …", ", which …", and "on X", where it was posted."""
    for i in range(first, last):
        is_end = any(index.tree.last(c) >= last for c in _asides(index, i))
        if index.tokens[i + 1].text == "," and is_end:
            return i
    is_posted = (
        last - first > 1 and index.tree.lower(last).rstrip(".") in _POSTING and index.tree.lower(last - 1) == "on"
    )
    return last - 2 if is_posted else last


def end_of_asides(index: TextIndex, last: int) -> int:
    """The last token of the asides behind a target that ends at `last`, else that token."""
    return max((index.tree.last(c) for c in _asides(index, last)), default=last)


def _asides(index: TextIndex, i: int) -> list[int]:
    """What tells more of the noun whose phrase ends at token `i`, behind a comma: "a NOUN …", a clause with "which", "who", "where"."""
    nouns = (n for n in (i, *index.tree.above(i)) if index.tokens[n].pos in NOMINAL)
    behind = (c for n in nouns for c in index.tree.deps(n, "appos", "relcl") if index.tree.first(c) == i + 2)
    return [c for c in behind if _is_aside(index, c)]


def _is_aside(index: TextIndex, c: int) -> bool:
    """Whether a clause is opened by a relative word, or a common noun in apposition by "a"."""
    opening = index.tree.first(c)
    if index.tokens[c].dep == "appos":
        return index.tokens[c].pos == "NOUN" and index.tree.lower(opening) in _ONE
    return index.tokens[opening].tag in _RELATIVE


def completed(index: TextIndex, last: int, verb: int) -> int:
    """The last token of a target with the complement of its last noun that the parser hung on the verb: "oppose a ban [on talks]", "praised efforts [to
    end it]", "stands with Peru [in rejecting it]"."""
    p = last + 1
    if p >= len(index.tokens) or index.tokens[last].pos not in NOMINAL:
        return last
    head = index.tokens[p].head
    if _is_its_infinitive(index, p, verb):
        return index.tree.last(head)
    is_led = head == verb and index.tokens[p].dep == "prep"
    return index.tree.last(p) if is_led and _is_its_preposition(index, p, verb) else last


def _is_its_infinitive(index: TextIndex, to: int, verb: int) -> bool:
    """Whether "to" opens the infinitive of the noun before it, though it hangs on the verb: "praised efforts [to] end it"."""
    head = index.tokens[to].head
    is_infinitive = index.tokens[to].tag == "TO" and head > to and index.tokens[head].head == verb
    return is_infinitive and index.tree.lemma(to - 1) in _DONE_TO


def _is_its_preposition(index: TextIndex, p: int, verb: int) -> bool:
    """Whether a preposition leads to what the noun before it is of: "a ban [on] talks", also with a gerund behind "in"; never to a time."""
    tree = index.tree
    led = tree.child(p, "pobj", "pcomp")
    if led is None or led in index.timex_at:
        return False
    is_gerund = tree.lower(p) == "in" and index.tokens[led].dep == "pcomp" and tree.lemma(verb) not in _WITH_OTHERS
    return is_gerund or tree.lower(p) in _OF_THE_NOUN or (tree.lower(p) == "on" and tree.lemma(p - 1) in _DONE_ON)
