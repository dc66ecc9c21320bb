"""Stances that deeds tell: what somebody sets out to stop or to further, what waits for something else, and deeds named by an epithet."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.doers import doers
from memcon.coding.modality import is_would
from memcon.coding.positions.stand import Stand, first_words, is_negated, of_word, spoken, towards, with_its_verb
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NAMES_AND_PRONOUNS, OBJECTS_AND_FELLOWS
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_DEEDS: Mapping[str, Stance] = values("working_for_or_against")
_SETTING_OUT = words("setting_out_to_do")
_WILL = words("telling_what_is_ahead")
_CONDITIONS = words("leading_a_condition")
_ONLY = words("singling_out")
_WHEN = words("telling_when")
_AS_SOON = words("as_soon_as")
_SAYING = words("saying")
_NO_DEED = words("telling_no_deed")
_JUDGING: Mapping[str, Stance] = {**values("judging_adjective"), **values("epithet_of_a_deed")}
_TELLING = words("discussing") | words("telling_of_importance") | words("voicing")
_CREDITING = words("telling_of_importance") - words("saying_nothing_for_it")


@rule(
    at=first_words(_DEEDS),
    yes=[
        "Norway tried to stop the deal. → oppose",
        "The president has threatened to tear up the pact. → oppose",
        "Peru will protect the treaty. → support",
        "Norway is seeking to revive the talks. → support",
    ],
    no=["Norway stopped the deal.", "Norway did not try to stop the deal.", "The rain will end the match."],
)
def setting_out(index: TextIndex, i: int) -> Stand | None:
    """What somebody tries, wants, threatens or is going to stop or to further."""
    told = _deed(index, i)
    if told is None or index.tree.is_passive(i) or is_negated(index, i):
        return None
    (stance, target), (verb, holders) = told, _setting_about_it(index, i)
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders)
    return towards(index, target, stand) if holders else None


def _setting_about_it(index: TextIndex, deed: int) -> tuple[int, tuple[int, ...]]:
    """The verb that tells that somebody is about a deed, and who: whoever sets out to do it, or "will"; nobody where that is denied."""
    tree, over = index.tree, index.tokens[deed].head
    is_set_out = tree.lemma(over) in _SETTING_OUT
    if is_set_out and is_negated(index, over):
        return over, ()
    if is_set_out and index.tokens[deed].dep == "xcomp" and tree.is_infinitive(deed):
        return over, tuple(doers(index, over))
    return deed, _acting(index, deed) if tree.has_word(deed, _WILL, "aux") else ()


def _deed(index: TextIndex, i: int) -> tuple[Stance, int] | None:
    """How a verb stands to its object, or to what its preposition leads, and that."""
    tree, lemma = index.tree, index.tree.lemma(i)
    particle = next((c for c in tree.deps(i, "prt", "advmod") if c == i + 1), None)
    keys = (lemma, f"{lemma} {tree.lower(particle)}") if particle is not None else (lemma,)
    for key in reversed(keys):
        if key in _DEEDS and (target := tree.child(i, "dobj")) is not None:
            return _DEEDS[key], target
        if (led := _deed_with_a_preposition(index, i, key)) is not None:
            return led
    return None


def _deed_with_a_preposition(index: TextIndex, verb: int, key: str) -> tuple[Stance, int] | None:
    """How a verb stands to what its preposition, or two of them ("pull out of"), lead to."""
    tree = index.tree
    for p in tree.deps(verb, "prep"):
        led = (f"{key} {tree.lower(p)}", *(f"{key} {tree.lower(p)} {tree.lower(q)}" for q in tree.deps(p, "prep")))
        if (found := next((k for k in led if k in _DEEDS), None)) is not None:
            return _DEEDS[found], p
    return None


def _acting(index: TextIndex, verb: int) -> tuple[int, ...]:
    """The subjects of a verb that may be somebody: a mention, a name, a pronoun; "it" only in what is said."""
    over = index.tokens[verb].head
    is_said = index.tokens[verb].dep == "ccomp" and index.tree.lemma(over) in _SAYING
    return tuple(
        s
        for s in doers(index, verb)
        if (is_said or index.tree.lower(s) != "it")
        and (s in index.mention_at or index.tokens[s].pos in NAMES_AND_PRONOUNS)
    )


@rule(
    pos=("VERB",),
    yes=[
        "Norway would use force if the talks fail. → conditional",
        "Peru will lift the ban once the boats leave. → conditional",
        "Peru would agree to lift the ban if the boats left. → conditional",
        "Norway will only help when the fighting stops. → conditional",
        "Norway will lift the ban as soon as the ships leave. → conditional",
    ],
    no=["Norway used force when the talks failed.", "It would be sad if the talks failed."],
)
def waiting_for_something(index: TextIndex, i: int) -> Stand | None:
    """What somebody is going to do if or once something else comes about."""
    tree = index.tree
    is_deed = index.tokens[i].pos == "VERB" and tree.lemma(i) not in _NO_DEED
    if not is_deed or not tree.has_word(i, _WILL, "aux") or is_negated(index, i) or tree.is_passive(i):
        return None
    holders = _acting(index, i) if _waits(index, i) else ()
    stand = Stand(anchor=i, verb=i, stance="conditional", first=i, last=i, holders=holders)
    return with_its_verb(towards(index, i, stand), i) if holders else None


def _waits(index: TextIndex, deed: int) -> bool:
    """Whether "if", "once" or the like opens a clause with a subject of its own on a deed, or on what is agreed to be done."""
    tree = index.tree
    heads = (deed, *tree.deps(deed, "xcomp"))
    if any(tree.lower(s) in _AS_SOON and tree.deps(s, "advcl") for h in heads for s in tree.deps(h, "advmod")):
        return True
    clauses = (c for h in heads for c in tree.deps(h, "advcl"))
    is_only = any(tree.lower(c) in _ONLY for h in (deed, *tree.deps(deed, "xcomp")) for c in tree.deps(h, "advmod"))
    marks = _CONDITIONS | _WHEN if is_only else _CONDITIONS
    return any(tree.opens_with(c, marks) and tree.deps(c, "nsubj", "nsubjpass") for c in clauses)


@rule(
    pos=("NOUN",),
    yes=[
        "The president raised Norway's brutal war against Peru. → oppose",
        "The ministers of Norway and Peru discussed the unlawful strikes on the town. → oppose",
        "The minister recognized Peru's courageous choice. → support",
        "The minister said that the outrageous raid would not stop the talks. → oppose",
    ],
    no=[
        "The president raised Norway's plan for the town.",
        "The ministers discussed good food.",
        "The minister said that Norway would have ended up in a disastrous situation.",
    ],
)
def by_an_epithet(index: TextIndex, i: int) -> Stand | None:
    """A deed that is raised, discussed or told under a name that judges it, or credited as good."""
    stance = _epithet(index, i)
    if stance is None or i in index.mention_at or index.tokens[i].dep == "oprd":
        return None
    verb = _over_its_row(index, i)
    if _would_have_been(index, i):
        return None
    if (
        index.tokens[i].dep in OBJECTS_AND_FELLOWS
        and index.tokens[verb].pos == "VERB"
        and _tells_it(index, verb, stance)
    ):
        return towards(index, i, of_word(index, i, verb, stance))
    return _said_by_the_way(index, i) if stance == "oppose" else None


def _would_have_been(index: TextIndex, noun: int) -> bool:
    """Whether a noun stands in what would have come about, had it not been prevented: "would have ended up in a disastrous situation"."""
    verb = index.tree.verb_of_clause(noun)
    return index.tree.is_perfect(verb) and is_would(index.tree, verb)


def _epithet(index: TextIndex, noun: int) -> Stance | None:
    """How the first adjective of a noun that judges does so."""
    beside = index.tree.deps(noun, "amod") if index.tokens[noun].pos == "NOUN" else []
    return next((_JUDGING[word] for word in map(index.tree.lower, beside) if word in _JUDGING), None)


def _over_its_row(index: TextIndex, noun: int) -> int:
    """The word over a noun, past the nouns that it stands in a row with."""
    over = index.tokens[noun].head
    while index.tokens[over].pos == "NOUN" and index.tokens[noun].dep == "conj" and over != index.tokens[over].head:
        over = index.tokens[over].head
    return over


def _tells_it(index: TextIndex, verb: int, stance: Stance) -> bool:
    """Whether a verb tells of a wrong, or credits something good."""
    return index.tree.lemma(verb) in (_TELLING if stance == "oppose" else _CREDITING)


def _said_by_the_way(index: TextIndex, i: int) -> Stand | None:
    """The speaker's stance against what is told under a name that judges it, or against the subject that it is said to be."""
    over = index.tree.verb_of_clause(i)
    subject = index.tree.child(over, "nsubj") if index.tokens[i].dep == "attr" else None
    told = subject if subject is not None and index.tokens[subject].pos == "NOUN" else i
    return towards(index, told, spoken(i, over, "oppose"))


AIMS = (setting_out, waiting_for_something, by_an_epithet)
"""The rules, first answer wins."""
