"""What a noun of stance is about: by its own clause, infinitive or preposition, or by what its verb has beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import SAID_OR_TOLD
from memcon.lexicon import values, words

_LEADING = words("leading_to_a_target") | words("leading_to_what_is_backed")
_STANDS = values("stand")
_FELT_WITH = words("felt_with_somebody")
_FELT_AT = words("felt_at_something")
_FELT_OF = words("stand_of_something")
_TELLING_STANDS = words("voicing")
_LODGED = words("lodged_with_somebody")
_REGARD = words("regard_to_it")
_TOLD_TO = words("told_to_somebody")
_AHEAD = words("telling_what_is_ahead")
_THANKS = words("thanks_to_somebody")


def target_of(index: TextIndex, noun: int, verb: int | None = None, leading: frozenset[str] = _LEADING) -> int | None:
    """What a noun of stance is about: what its clause, infinitive or preposition tells; else what stands so at its verb."""
    tree, lemma = index.tree, index.tree.lemma(noun)
    own = [c for c in _telling_of_it(index, noun) if c > noun]
    behind = [*own, *(c for c in _told_beside(index, verb) if c > noun)]
    clauses = (c for c in behind if tree.deps(c, "mark") or tree.lower(tree.first(c)) == "that" or _is_clause(index, c))
    about, led = _led_to(index, noun, verb, behind, leading)
    infinitives = list(filter(tree.is_infinitive, own))
    if _STANDS.get(lemma) == "reject" and any(_is_of_the_deed(index, p, infinitives) for p in about):
        about = []
    of = tree.prepositions(noun, {"of"}) if lemma in _FELT_OF else []
    at = [p for p in behind if p == noun + 1 and tree.lower(p) == "at"] if lemma in _FELT_AT else []
    return next(iter((*clauses, *about, *at, *infinitives, *led, *of)), None)


def _is_of_the_deed(index: TextIndex, preposition: int, deeds: Sequence[int]) -> bool:
    """Whether "for" only leads to whoever is to do a deed: "unwillingness [for] farmers to sell"."""
    somebody = index.tree.child(preposition, "pobj")
    is_for = index.tree.lower(preposition) == "for" and somebody is not None
    return is_for and any(d for d in deeds if somebody is not None and index.tree.first(d) == somebody + 1)


def _is_clause(index: TextIndex, c: int) -> bool:
    """Whether a clause with its own subject tells what is hoped or feared, without "that": "hope [the truce will hold]"."""
    dep = index.tokens[c].dep
    is_clause = dep in SAID_OR_TOLD or (dep == "relcl" and index.tree.has_word(c, _AHEAD, "aux"))
    return is_clause and index.tree.is_finite(c) and bool(index.tree.deps(c, "nsubj", "nsubjpass"))


def _told_beside(index: TextIndex, verb: int | None) -> list[int]:
    """What hangs on the verb that voices a stance and may tell what it is about."""
    if verb is None:
        return []
    beside = (*index.tree.deps(verb, "prep", "ccomp", "dative"), *_wished(index, verb))
    return [c for c in beside if not _is_of_time(index, c)]


def _led_to(
    index: TextIndex, noun: int, verb: int | None, behind: Sequence[int], leading: frozenset[str]
) -> tuple[list[int], list[int]]:
    """What leads to the matter of a stance, past whoever is told of it; and all that leads to either."""
    tree = index.tree
    leading = leading | {"with"} if tree.lemma(noun) in _FELT_WITH else leading
    leading = leading - {"to"} if tree.lemma(noun) in _TOLD_TO else leading
    led = [_past_regard(index, c) for c in behind if tree.lower(c) in leading]
    about = [c for c in led if not _is_addressed(index, c)]
    if tree.lemma(noun) in _THANKS and any(tree.lower(c) == "for" for c in about):
        about = [c for c in about if tree.lower(c) != "to"]
    told = [
        *led,
        *tree.deps(noun if verb is None else verb, "dative"),
        *_lodged_with(index, noun, verb),
        *_told_to(index, noun, behind),
    ]
    return about or _past_whom_it_is_told(index, told, leading), led


def _is_of_time(index: TextIndex, c: int) -> bool:
    """Whether a preposition only tells when: "drew criticism on Monday"."""
    return index.tree.child(c, "pobj") in index.timex_at and index.tokens[c].pos == "ADP"


def _telling_of_it(index: TextIndex, noun: int) -> list[int]:
    """What hangs on a noun of stance, or on the verb behind it that voices it ("support voiced for")."""
    own = index.tree.deps(noun, "prep", "acl", "ccomp", "relcl", "advcl")
    voicing = (v for v in index.tree.deps(noun, "acl") if index.tree.lemma(v) in _TELLING_STANDS)
    return [*own, *(p for v in voicing for p in index.tree.deps(v, "prep"))]


def _past_whom_it_is_told(index: TextIndex, addressed: Sequence[int], leading: frozenset[str]) -> list[int]:
    """What leads to the matter in the phrase of whoever is told of it ("to the minister for his help"), where the parser hung it there."""
    if not addressed:
        return []
    within = range(addressed[0] + 1, index.tree.last(addressed[0]) + 1)
    return [i for i in within if index.tree.lower(i) in leading - {"to"}]


def _wished(index: TextIndex, verb: int) -> Iterator[int]:
    """The clause that "for" leads with a subject of its own: "expressed a desire for Lima to be a place of peace"."""
    clauses = (c for c in index.tree.deps(verb, "advcl") if c > verb and index.tree.deps(c, "nsubj"))
    return (c for c in clauses if index.tree.has_word(c, {"for"}, "mark"))


def _past_regard(index: TextIndex, preposition: int) -> int:
    """The preposition that leads to the matter itself: "concern with respect [to] the plan"."""
    regard = index.tree.child(preposition, "pobj")
    is_regard = regard is not None and index.tree.lemma(regard) in _REGARD
    further = index.tree.child(regard, "prep") if regard is not None and is_regard else None
    return preposition if further is None else further


def _lodged_with(index: TextIndex, noun: int, verb: int | None) -> list[int]:
    """What leads to whom a stance is told "with": "lodged a protest [with] the ambassador over the raid"."""
    if index.tree.lemma(noun) not in _LODGED:
        return []
    heads = (noun,) if verb is None else (noun, verb)
    return [p for h in heads for p in index.tree.prepositions(h, {"with"}) if p > noun]


def _told_to(index: TextIndex, noun: int, behind: Sequence[int]) -> list[int]:
    """What leads to whom a stance is told "to", where that is never what it is about: "conveyed its concern [to] Lima over the raid"."""
    return [c for c in behind if index.tree.lower(c) == "to"] if index.tree.lemma(noun) in _TOLD_TO else []


def _is_addressed(index: TextIndex, preposition: int) -> bool:
    """Whether "to" leads to somebody ("expressed to the minister")."""
    object_ = index.tree.child(preposition, "pobj")
    if object_ is None or index.tree.lower(preposition) != "to":
        return False
    return any(a.kind == "person" for a in index.actors_at(object_))
