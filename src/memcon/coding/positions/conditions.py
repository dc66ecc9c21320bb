"""What somebody makes wait for something else: "made its vote contingent on", "conditioned aid on", "support hinges on"; "no peace without"."""

from __future__ import annotations

from dataclasses import replace

from memcon.coding.positions.nouns import owner_of
from memcon.coding.positions.stand import Stand, is_negated, of_verb, of_word, spoken, towards, trimmed
from memcon.coding.positions.targets import leading_behind
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_DEPENDING = words("depending_on_it")
_WAITING = words("waiting_on_it")
_SETTING = words("setting_as_a_condition")
_STANDS = values("stand")
_ON = words("upon")
_UNLESS, _WILL = words("opening_what_must_come_first"), words("telling_what_is_ahead")
_NEARBY = 14
"""How far behind "make" the word may stand that makes its object wait, in tokens."""


@rule(
    at=_DEPENDING,
    yes=[
        "Norway made its support contingent on a truce. → conditional",
        "Peru has made a visit by the president conditional on an apology. → conditional",
    ],
    no=["Peru made a contingent ready.", "The result is dependent on the weather."],
)
def made_to_depend(index: TextIndex, i: int) -> Stand | None:
    """Something that somebody "makes contingent on" something else."""
    tree = index.tree
    is_led = i + 1 < len(index.tokens) and tree.lower(i + 1) in _ON
    verb = next((v for v in range(i - 1, max(i - _NEARBY, -1), -1) if tree.lemma(v) == "make"), None)
    if tree.lower(i) not in _DEPENDING or not is_led or verb is None or is_negated(index, verb):
        return None
    if index.tokens[verb].pos != "VERB" or index.tokens[verb].sentence != index.tokens[i].sentence:
        return None
    stand = replace(of_word(index, i, verb, "conditional"), first=verb + 1, last=i - 1)
    return trimmed(index, stand) if verb + 1 < i else None


@rule(
    at=_SETTING,
    pos=("VERB",),
    yes=["The United States has conditioned further aid on reforms. → conditional"],
    no=["The minister conditioned the horses."],
)
def set_as_a_condition(index: TextIndex, i: int) -> Stand | None:
    """What somebody "conditions on" something else."""
    target = index.tree.child(i, "dobj")
    is_set = index.tree.lemma(i) in _SETTING and index.tokens[i].pos == "VERB" and not index.tree.is_passive(i)
    if target is None or not is_set:
        return None
    on = leading_behind(index, target, _ON, i, target)
    found = towards(index, target, of_verb(index, i, "conditional")) if on is not None else None
    return replace(found, last=min(found.last, on - 1)) if found is not None and on is not None else None


@rule(
    at=_STANDS,
    dep=("nsubj",),
    yes=[
        "Norway's support for the pact depends on a truce. → conditional",
        "Peru's consent to the loan is conditional on a vote. → conditional",
    ],
    no=["Norway's support for the pact has grown.", "Support for the pact depends on the weather."],
)
def held_on_a_condition(index: TextIndex, i: int) -> Stand | None:
    """A stance of somebody that is told to hinge on something else."""
    tree, verb = index.tree, index.tokens[i].head
    if tree.lemma(i) not in _STANDS or index.tokens[i].dep != "nsubj" or index.tokens[i].pos != "NOUN":
        return None
    depends = (c for c in tree.deps(verb, "acomp") if tree.lower(c) in _DEPENDING)
    waits = verb if tree.lemma(verb) in _WAITING else next(depends, None)
    holders = owner_of(index, i) if waits is not None else ()
    if (
        waits is None
        or not holders
        or leading_behind(index, waits, _ON, waits, verb) is None
        or is_negated(index, verb)
    ):
        return None
    about = next(iter(tree.deps(i, "prep", "acl")), None)
    stand = Stand(anchor=i, verb=verb, stance="conditional", first=i, last=i, holders=holders)
    return towards(index, about, stand) if about is not None else None


@rule(
    at=_WAITING,
    pos=("VERB",),
    yes=["The minister said that further loans would depend on reforms. → conditional"],
    no=[
        "The minister said the harvest depends on rain.",
        "The minister said that Peru would depend on its neighbours.",
    ],
)
def made_to_wait(index: TextIndex, i: int) -> Stand | None:
    """What somebody says will depend on something else."""
    tree, subject = index.tree, index.tree.child(i, "nsubj")
    is_ahead = tree.lemma(i) in _WAITING and tree.has_word(i, _WILL, "aux") and not is_negated(index, i)
    is_thing = subject is not None and index.tokens[subject].pos == "NOUN" and subject not in index.mention_at
    if subject is None or not is_ahead or not is_thing or not tree.prepositions(i, _ON):
        return None
    return towards(index, subject, spoken(i, i, "conditional"))


@rule(
    at=("without",),
    dep=("prep",),
    yes=[
        "There can be no peace without the return of the children, the minister said. → support",
        "The president said there would be no deal without guarantees. → support",
    ],
    no=["There is no water without a pump.", "The minister said he came without a tie."],
)
def without_which(index: TextIndex, i: int) -> Stand | None:
    """What somebody says nothing else can be without: "there can be no peace without [justice]"."""
    tree, over = index.tree, index.tokens[i].head
    verb = index.tokens[over].head if index.tokens[over].dep == "attr" else over
    missing = next((a for a in tree.deps(verb, "attr") if tree.has_word(a, {"no"}, "det") and a < i), None)
    led = tree.child(i, "pobj", "pcomp")
    is_told = (
        tree.lower(i) == "without"
        and tree.lemma(verb) == "be"
        and bool(tree.deps(verb, "expl") and tree.deps(verb, "aux"))
    )
    if missing is None or led is None or not is_told or led in index.timex_at:
        return None
    return towards(index, led, spoken(i, verb, "support"))


@rule(
    at=_UNLESS,
    dep=("mark", "prep", "advmod"),
    yes=[
        "The minister said the curbs would not be lifted until Peru had left the town. → conditional",
        "The talks will not be resumed unless Peru leaves the town, the president said. → conditional",
    ],
    no=[
        "The minister said the town was not reached until the rain had stopped.",
        "The minister said that Peru would not be beaten until the last game.",
    ],
)
def not_before(index: TextIndex, i: int) -> Stand | None:
    """What somebody says will not be done until or unless something else comes about."""
    tree, clause = index.tree, index.tokens[i].head
    verbs = (v for v in (index.tokens[clause].head, index.tokens[index.tokens[clause].head].head) if v < i)
    verb = next((v for v in verbs if tree.is_passive(v) and tree.has_word(v, _WILL, "aux")), None)
    if (
        tree.lower(i) not in _UNLESS
        or index.tokens[clause].dep != "advcl"
        or verb is None
        or not is_negated(index, verb)
    ):
        return None
    subject = tree.child(verb, "nsubjpass")
    is_told = (
        bool(tree.deps(clause, "nsubj", "nsubjpass")) and subject is not None and index.tokens[subject].pos != "PRON"
    )
    stand = (
        replace(spoken(verb, verb, "conditional"), first=tree.first(subject), last=i - 1)
        if is_told and subject is not None
        else None
    )
    return trimmed(index, stand) if stand is not None else None


CONDITIONS = (
    not_before,
    made_to_depend,
    set_as_a_condition,
    held_on_a_condition,
    made_to_wait,
    without_which,
)
"""The rules, first answer wins."""
