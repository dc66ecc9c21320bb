"""What a verb is coded as by its frame: its own lemma, its particle or preposition, and the nouns that stand with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from memcon.codebook.acts import COUNTRY, Acts, Frame, load_acts
from memcon.domain.labels import (
    ATTRIBUTES,
    COMPLEMENTS,
    FELLOWS,
    GOVERNED,
    OBJECTS,
    ON_NOUNS_AND_VERBS,
    POINTS_IN_TIME,
    VERBAL,
)
from memcon.domain.tree import Tree

_LEADING = ("prt", "prep", "dative", "agent", "advmod")
_BELOW_OR_BESIDE = ON_NOUNS_AND_VERBS | FELLOWS


def names_of(tree: Tree, verb: int) -> Iterator[tuple[str, int | None]]:
    """The names under which a verb may stand in the codebook, the longest first, each with the preposition that is part of it."""
    lemma = tree.lemma(verb)
    leading = [c for c in tree.deps(verb, *_LEADING) if not _leads_to_a_time(tree, c)]
    for c in leading:
        for below in tree.deps(c, "prep", "prt"):
            yield f"{lemma} {tree.lower(c)} {tree.lower(below)}", below
    for c in leading:
        yield f"{lemma} {tree.lower(c)}", c
    yield lemma, None


def _leads_to_a_time(tree: Tree, preposition: int) -> bool:
    """ "on Saturday" is no part of a verb's name."""
    return any(tree.tokens[o].entity[2:] in POINTS_IN_TIME for o in tree.deps(preposition, "pobj"))


def objects_of(tree: Tree, verb: int, preposition: int | None = None) -> list[int]:
    """The logical objects of a verb, with those of the preposition that belongs to it."""
    found = list(tree.objects(verb))
    if preposition is not None:
        found += [o for p in tree.deps(preposition, "pobj") for o in tree.coordinated(p)]
    return found


def frame_of(tree: Tree, acts: Acts, verb: int) -> Frame | None:
    """The frame that fits a verb best: of the longest name, that with most conditions."""
    best: Frame | None = None
    for name, preposition in names_of(tree, verb):
        objects = objects_of(tree, verb, preposition)
        for frame in acts.frames.get(name, ()):
            if _fits(tree, verb, objects, frame) and (best is None or frame.conditions > best.conditions):
                best = frame
    return best


def _fits(tree: Tree, verb: int, objects: Sequence[int], frame: Frame) -> bool:
    """Whether a verb with its objects has all that a frame asks for."""
    if not _has_as_many(frame, objects, clauses=tree.deps(verb, *COMPLEMENTS)):
        return False
    if frame.objects and not _is_called(tree, objects, frame.objects):
        return False
    if frame.subjects and not _is_called(tree, subjects_of(tree, verb), frame.subjects):
        return False
    if frame.wide and not any(tree.lemma(i) in frame.wide for i in range(tree.first(verb), tree.last(verb) + 1)):
        return False
    return not frame.company or bool(frame.company & set(company_of(tree, verb)))


def _is_called(tree: Tree, nouns: Iterable[int], asked: frozenset[str]) -> bool:
    """Whether one of some nouns is what is asked for."""
    return any(asked & set(heads_of(tree, n)) for n in nouns)


def _has_as_many(frame: Frame, objects: Sequence[int], *, clauses: Sequence[int]) -> bool:
    """Whether a verb has a clause or an object where its frame asks for one, and none where it asks for none."""
    if (frame.has_clause and not clauses) or (frame.is_transitive and not objects):
        return False
    return not (frame.is_intransitive and (objects or clauses))


def subjects_of(tree: Tree, verb: int) -> list[int]:
    """Who does what a verb tells: its subject with all that is coordinated, or whom "by" names."""
    doer = tree.doer(verb)
    return tree.coordinated(doer) if doer is not None else []


def nominal_frame(tree: Tree, acts: Acts, noun: int) -> Frame | None:
    """The frame of a noun that names what a verb tells ("the suspension of aid")."""
    verb = acts.nominals.get(tree.lemma(noun))
    if verb is None:
        return None
    behind = {n for o in tree.led_by(noun, "of", "in") for n in heads_of(tree, o)}
    found = behind | (set(heads_of(tree, noun)) - {tree.lemma(noun)})
    return next((f for f in acts.frames.get(verb, ()) if _fits_a_noun(f, found)), None)


def _fits_a_noun(frame: Frame, found: Set[str]) -> bool:
    """Whether a frame asks for no more than a noun can have beside it, and for none but the nouns `found` there."""
    if frame.company or frame.subjects or frame.has_clause:
        return False
    return not frame.objects or bool(frame.objects & found)


def heads_of(tree: Tree, noun: int) -> Iterator[str]:
    """What a noun phrase is called: its head, the nouns compounded with it, what it is a share or number of ("a series of attacks")."""
    yield tree.lemma(noun)
    if noun > 1 and tree.tokens[noun - 1].text == "-":
        yield f"{tree.lower(noun - 2)}-{tree.lemma(noun)}"
    if tree.tokens[noun].entity.endswith("GPE"):
        yield COUNTRY
    for c in tree.deps(noun, "compound", "nmod", "amod", "conj", "appos"):
        yield tree.lemma(c)
    for o in tree.led_by(noun, "of") if _is_number(tree, noun) else ():
        yield tree.lemma(o)
        for c in tree.deps(o, "compound", "amod", "conj"):
            yield tree.lemma(c)


def _is_number(tree: Tree, noun: int) -> bool:
    """Whether a noun only counts what it is of: "a series", "thousands"."""
    return tree.lemma(noun) in _numbers() or tree.tokens[noun].entity.endswith(("MONEY", "CARDINAL"))


def _numbers() -> frozenset[str]:
    """Nouns that only count what stands behind "of"."""
    return load_acts().classes["number"]


def company_of(tree: Tree, verb: int) -> Iterator[str]:
    """The lemmas that stand with a verb: its complements two words deep, without the clauses below them."""
    for c in tree.children[verb]:
        if tree.tokens[c].dep in _BELOW_OR_BESIDE:
            continue
        yield tree.lemma(c)
        for d in tree.children[c]:
            if tree.tokens[d].dep in _BELOW_OR_BESIDE:
                continue
            yield tree.lemma(d)
            if tree.tokens[d].dep in GOVERNED or tree.tokens[d].dep in ATTRIBUTES:
                yield from (tree.lemma(e) for e in tree.deps(d, "compound", "amod", "conj", "prep"))


def complements(tree: Tree, verb: int) -> list[int]:
    """The clauses and infinitives that a verb governs, also behind its object ("agreed to X", "vowed to X", "warned of X-ing")."""
    found = list(tree.deps(verb, *COMPLEMENTS))
    for p in tree.deps(verb, "prep"):
        found += tree.deps(p, "pcomp")
    for o in tree.deps(verb, *OBJECTS, "attr", "acomp"):
        found += [c for c in tree.deps(o, "acl", "xcomp", "ccomp", "relcl") if tree.is_infinitive(c)]
        for p in tree.deps(o, "prep"):
            found += tree.deps(p, "pcomp")
    found += [c for c in tree.deps(verb, "advcl") if tree.is_infinitive(c) and not tree.deps(verb, "dobj")]
    return sorted(c for c in found if tree.tokens[c].pos in VERBAL)
