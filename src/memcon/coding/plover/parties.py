"""Who does an act and to whom, by the tree: subjects, agents and owners; objects, what prepositions lead to, whose clause it is.

`actor_head` and `recipient_head` give tokens; the rules of each are asked in order, the first that finds somebody decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from memcon.codebook.acts import Acts
from memcon.codebook.scales import types_that
from memcon.coding.plover.act import STANCES, Act
from memcon.coding.plover.frames import complements
from memcon.domain.labels import (
    IN_A_PHRASE,
    NAMES_AND_PRONOUNS,
    ON_NOUNS_AND_VERBS,
    POINTS_IN_TIME,
    RELATIVE_HEADS,
    RELATIVES,
    VERBAL,
)
from memcon.domain.tree import Tree
from memcon.lexicon import values, words

_NAMING = IN_A_PHRASE - {"DET", "PART"}
_SURENESS: Mapping[str, Sequence[int]] = values("leading_to_whom_it_is_done")


def _surest_first(which: int) -> tuple[str, ...]:
    ranks = {word: sure[which] for word, sure in _SURENESS.items() if sure[which]}
    return tuple(sorted(ranks, key=lambda word: ranks[word]))


_TOWARDS, _WHITHER, _ADDRESSING = _surest_first(0), _surest_first(1), _surest_first(2)
"""Prepositions that lead to whom an act is done, to where something is sent, and to whoever is asked or threatened; the surest first."""
_SENT = words("sent_to_act")
_VEHICLES = words("acting_for_its_owner")
_SHARED = words("done_to_each_other")
_TOLD_BY_ANOTHER = words("subject_pronoun") - {"you"}
"""Subjects that may stand for whoever says so; not whoever is spoken to."""

_MUTUAL, _SENDING, _JUDGING = types_that("mutual"), types_that("goes"), types_that("judges")


class Parties:
    """Finds the parties of acts in one text."""

    def __init__(self, tree: Tree, acts: Acts) -> None:
        self.tree = tree
        self.acts = acts

    def actors(self, act: Act, *, is_reversed: bool = False) -> list[int]:
        """The tokens of whoever does an act, in text order."""
        head = self._taker(act) if is_reversed else self._doer(act.token, act.core)
        return self._row(head, act.token)

    def recipients(self, act: Act, *, is_reversed: bool = False) -> list[int]:
        """The tokens of whom an act is done to."""
        doers = self._row(self._doer(act.token, act.core), act.token)
        if is_reversed:
            return doers
        if len(doers) > 1 and self._is_mutual(act):
            return []
        for rule in RECIPIENT_RULES:
            for head in rule(self, act):
                if self._can_be(head) and head not in doers:
                    return [head, *(i for i in self.tree.coordinated(head) if i != head and i not in doers)]
        return []

    def _is_mutual(self, act: Act) -> bool:
        """Whether those who do an act together do it to each other: "Peru and Chile signed a treaty"."""
        if act.type in _MUTUAL:
            return True
        classes = self.acts.classes
        shared = classes["agreement"] | classes["talks"] | _SHARED
        return any(self.tree.lemma(o) in shared for verb in _chain(self, act) for o in _objects(self.tree, verb))

    # --- who does it -----------------------------------------------------------------------------------------------------

    def _doer(self, token: int, core: int) -> int | None:
        """Who does what a word tells: by a verb its subject, or whoever tells it or does what is above; by a noun its owner."""
        if self.tree.tokens[token].pos not in VERBAL:
            return self._owner(token)
        doer = self._teller_or_doer(token)
        if doer is None and not self.tree.deps(token, "nsubjpass"):
            doer = self._doer_above(token)
        if doer is None:
            return self._owner(core) if core != token else None
        owner = self._owner(doer) if self._acts_for_its_owner(doer) else None
        return doer if owner is None else owner

    def _teller_or_doer(self, verb: int) -> int | None:
        """The subject of a verb; of "it" and the like whoever says the clause, where somebody does."""
        doer = self._nearest(verb)
        is_told = doer is not None and self.tree.lower(doer) in _TOLD_BY_ANOTHER
        teller = self._teller(verb) if is_told else None
        return doer if teller is None else teller

    def _doer_above(self, token: int) -> int | None:
        """Who does what the nearest verb above tells that somebody does."""
        verbs = (a for a in self.tree.above(token) if self._is_clause(a))
        return next((d for a in verbs if (d := self.tree.doer(a)) is not None), None)

    def _acts_for_its_owner(self, noun: int) -> bool:
        lemma = self.tree.lemma(noun)
        return self.tree.tokens[noun].pos == "NOUN" and (lemma in self.acts.nouns or lemma in _VEHICLES)

    def _nearest(self, verb: int) -> int | None:
        """The subject; of two, the one next to the verb (the first is a dateline: "LIMA -- A court has …")."""
        doer = self.tree.doer(verb)
        own = [c for c in self.tree.deps(verb, "nsubj") if self.tree.tokens[c].tag not in RELATIVE_HEADS]
        return own[-1] if doer in own else doer

    def _teller(self, verb: int) -> int | None:
        """Who says a clause: "the ministry said it will …"."""
        tree = self.tree
        clause = next((c for c in (verb, *tree.above(verb)) if tree.tokens[c].dep == "ccomp"), None)
        return self._nearest(tree.tokens[clause].head) if clause is not None else None

    def _owner(self, noun: int) -> int | None:
        """Whose act a noun tells: "Peru's attack", "the Peruvian attack", "an attack by Peru"."""
        tree = self.tree
        by = [o for p in tree.deps(noun, "prep", "agent") if tree.lower(p) == "by" for o in tree.deps(p, "pobj")]
        named = [
            c
            for c in tree.deps(noun, "compound", "amod", "nmod")
            if tree.tokens[c].pos == "PROPN" or tree.tokens[c].entity.endswith("NORP")
        ]
        of = tree.led_by(noun, "of", "from", "between")
        return next(iter([*tree.deps(noun, "poss"), *by, *named, *of]), None)

    def _taker(self, act: Act) -> int | None:
        """From whom somebody receives what an act tells."""
        return next(iter(self.tree.led_by(act.core, "from")), None)

    def _row(self, head: int | None, verb: int) -> list[int]:
        return [] if head is None else [i for i in self.tree.coordinated(head) if not self._is_clause(i)]

    def _is_clause(self, i: int) -> bool:
        return self.tree.tokens[i].pos in VERBAL

    def _can_be(self, i: int) -> bool:
        token = self.tree.tokens[i]
        if token.tag == "PRP$":
            return False
        return (
            token.pos in _NAMING
            and token.entity[2:] not in POINTS_IN_TIME
            and token.tag not in RELATIVES
            and token.tag != "EX"
        )


def _chain(parties: Parties, act: Act) -> list[int]:
    """The verbs from the act's own word up to the top one."""
    tree, found = parties.tree, [act.core]
    for above in tree.above(act.core):
        if found[-1] == act.token:
            break
        if tree.tokens[above].pos in VERBAL:
            found.append(above)
    return found


def asked_party(parties: Parties, act: Act) -> Iterator[int]:
    """ "urged Peru to", "told the company that", "called on the king to": whoever is spoken to; "said that Peru must": whose clause it is."""
    tree = parties.tree
    if act.type == "ACCUSE":
        yield from (
            s for c in tree.deps(act.token, "ccomp") if tree.tokens[c].pos == "ADJ" for s in tree.deps(c, "nsubj")
        )
    if act.core == act.token:
        return
    if act.type == "REJECT":
        for o in tree.deps(act.token, "dobj"):
            yield from noun_party(parties, o)
    if act.core in tree.deps(act.token, "advcl"):
        yield from (o for o in tree.deps(act.token, "dobj") if is_somebody(tree, o))
    yield from tree.deps(act.token, "dative")
    if complements(tree, act.token):
        yield from _told_to(parties, act)


def _told_to(parties: Parties, act: Act) -> Iterator[int]:
    """Who is told by a verb that governs a clause: its object, whom a preposition leads to, whoever does what is asked for or complained about."""
    tree = parties.tree
    objects = (o for o in tree.deps(act.token, "dobj") if tree.lemma(o) not in parties.acts.nouns)
    yield from (o for o in objects if not _has_clause(tree, o))
    if act.type in ("REQUEST", "THREATEN"):
        yield from _behind(tree, act.token, _ADDRESSING)
    if act.type in ("REQUEST", "ACCUSE"):
        yield from (s for c in tree.deps(act.token, "ccomp", "xcomp") for s in tree.deps(c, "nsubj", "nsubjpass"))


def sent_to(parties: Parties, act: Act) -> Iterator[int]:
    """Where or to whom something goes: "sent a team to Peru", "withdrew its troops from Peru"."""
    tree, chain = parties.tree, _chain(parties, act)
    if act.type not in _SENDING and not _goes(tree, chain):
        return
    for verb in (v for v in chain if tree.tokens[v].pos in VERBAL):
        yield from tree.deps(verb, "dative")
        objects = [o for o in _objects(tree, verb) if not is_somebody(tree, o) or tree.lemma(o) in _SENT]
        for goes in (*objects, verb) if objects or not _objects(tree, verb) else ():
            yield from _named(tree, _behind(tree, goes, _WHITHER))


def _goes(tree: Tree, verbs: Sequence[int]) -> bool:
    """Whether an object of one of some verbs is a thing that is sent: aid, troops."""
    return any(tree.lemma(o) in _SENT for verb in verbs for o in _objects(tree, verb))


def _named(tree: Tree, heads: Iterator[int]) -> Iterator[int]:
    """Of some heads those that are names or people."""
    return (h for h in heads if is_somebody(tree, h))


def object_party(parties: Parties, act: Act) -> Iterator[int]:
    """The object, where it is somebody: "arrested the minister"; else whose or against whom it is: "rejected Peru's plan"."""
    tree = parties.tree
    judges = act.type in _JUDGING
    for verb in _chain(parties, act):
        if tree.tokens[verb].pos not in VERBAL:
            yield from noun_party(parties, verb)
            continue
        yield from tree.deps(verb, "dative")
        for o in _objects(tree, verb):
            if is_somebody(tree, o):
                yield o
            elif judges and not _is_means(parties, o):
                yield from _owners(tree, o)
                yield from _behind(tree, verb, ("by",)) if not tree.is_passive(verb) else ()
                yield o
            yield from noun_party(parties, o)
        yield from _named(tree, _behind(tree, verb, _TOWARDS))


def _is_means(parties: Parties, noun: int) -> bool:
    """Whether a noun only says what kind of act it is ("filed a complaint against")."""
    classes = parties.acts.classes
    return any(
        parties.tree.lemma(noun) in classes[c]
        for c in ("probe", "accusation", "backing", "warning", "regret", "relations")
    )


def _owners(tree: Tree, noun: int) -> Iterator[int]:
    """Whose a deed is: "Peru's attack", "the threats made by Peru"."""
    yield from (c for c in tree.deps(noun, "poss") if tree.tokens[c].entity[2:] not in POINTS_IN_TIME)
    for c in (noun, *tree.deps(noun, "acl")):
        for p in tree.deps(c, "agent", "prep"):
            if tree.lower(p) == "by":
                yield from tree.deps(p, "pobj")


def noun_party(parties: Parties, noun: int) -> Iterator[int]:
    """Whom a noun is against, to or with; whose it is."""
    tree = parties.tree
    yield from _named(tree, _behind(tree, noun, _TOWARDS[:12]))
    yield from tree.deps(noun, "poss")
    yield from (
        c
        for c in tree.deps(noun, "compound", "amod", "nmod")
        if tree.tokens[c].entity.endswith(("GPE", "NORP", "ORG", "PERSON"))
    )
    yield from _named(tree, _behind(tree, noun, ("of", "over", "in", "by")))


def clause_party(parties: Parties, act: Act) -> Iterator[int]:
    """The subject of the clause that somebody complains about: "complained that Peru had violated"."""
    tree = parties.tree
    if act.type in STANCES - {"REQUEST"}:
        for c in complements(tree, act.token):
            yield from (i for i in tree.deps(c, "nsubj", "nsubjpass", "dobj") if tree.tokens[i].pos != "PRON")


_ASIDE = ("nsubj", "advcl", "conj", "punct", "npadvmod")


def named_below(parties: Parties, act: Act) -> Iterator[int]:
    """Whoever is named nearest below the act: "set up a hospital in Peru", "a ban on imports of Peruvian beef"."""
    tree = parties.tree
    queue = [act.core]
    for i in queue:
        queue.extend(c for c in tree.children[i] if i != act.core or tree.tokens[c].dep not in _ASIDE)
        if i != act.core and tree.tokens[i].entity.endswith(("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC")):
            yield i


def any_object(parties: Parties, act: Act) -> Iterator[int]:
    """Whatever it is done to, where nobody is named."""
    tree = parties.tree
    for verb in _chain(parties, act):
        yield from _behind(tree, verb, _TOWARDS[:6])
        yield from _objects(tree, verb)
        yield from _behind(tree, verb, _TOWARDS)


def phrase_of(tree: Tree, head: int) -> tuple[int, int]:
    """The first and last token of the noun phrase at `head`, with what hangs on it by prepositions and without clauses and what is coordinated."""
    first, last = tree.first(head), head
    for c in tree.children[head]:
        if c > head and tree.tokens[c].dep in ("prep", "case", "nmod", "nummod"):
            last = max(last, tree.last(c))
    cut = [c for c in range(head + 1, last + 1) if tree.tokens[c].dep in ON_NOUNS_AND_VERBS]
    return first, min([last, *(tree.first(c) - 1 for c in cut if tree.first(c) > head)])


RecipientRule = Callable[[Parties, Act], Iterator[int]]

RECIPIENT_RULES: tuple[RecipientRule, ...] = (asked_party, sent_to, object_party, clause_party, named_below, any_object)


def is_somebody(tree: Tree, i: int) -> bool:
    """Whether a noun names people or a body rather than a thing."""
    token = tree.tokens[i]
    if token.pos in NAMES_AND_PRONOUNS or token.entity.endswith(("PERSON", "ORG", "GPE", "NORP")):
        return True
    return tree.lemma(i) in _people()


def _people() -> frozenset[str]:
    from memcon.codebook.acts import load_acts

    classes = load_acts().classes
    return (
        classes["captive"]
        | classes["refugee"]
        | classes["soldiery"]
        | classes["constabulary"]
        | classes["diplomat"]
        | classes["person"]
    )


def _objects(tree: Tree, verb: int) -> list[int]:
    if tree.tokens[verb].pos not in VERBAL:
        return []
    if tree.is_passive(verb):
        return tree.deps(verb, "nsubjpass") or tree.subjects(verb)
    return tree.deps(verb, "dobj", "oprd", "attr")


def _behind(tree: Tree, i: int, prepositions: tuple[str, ...]) -> Iterator[int]:
    """What the prepositions lead to that hang on a word, the surest first; no times."""
    for wanted in prepositions:
        for p in tree.deps(i, "prep", "dative", "agent", "prt"):
            if tree.lower(p) != wanted:
                continue
            for o in tree.deps(p, "pobj"):
                if tree.tokens[o].entity[2:] not in POINTS_IN_TIME:
                    yield o


def _has_clause(tree: Tree, noun: int) -> bool:
    return any(tree.is_infinitive(c) for c in tree.deps(noun, "acl"))
