"""A document's dependency trees: what hangs on what, who does what, and what a verb's own form tells.

One `Tree` is made for a document (`memcon.annotate`) and stands in its `Annotation`; every stage asks it, none builds its own. Labels are ClearNLP's and
Penn's (those of spaCy's English pipelines). Every argument `i` is a token's index; verbs are meant without their auxiliaries. What a tree needs to
know of a language's closed classes comes as a `Grammar`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from memcon.domain.labels import OBJECTS, RELATIVES, SUBJECTS, VERBAL
from memcon.domain.tokens import Time, Token

_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "auxpass", "pcomp", "pobj", "prep", "acomp", "dep"})
"""Relations in which a verb without a subject of its own has that of the word above it; what is said in a clause without one is nobody's."""

_DEEPEST = 200
"""Trees are climbed no further; real sentences stay far below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The closed classes that a tree is read by, lower case: forms of "have"; past and present forms of "be"; verbs whose object is the subject of
    their infinitive ("invited the minister to visit"); verbs with the preposition that leads to it ("called on the king to resign")."""

    have: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    is_: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    prepositional_control: frozenset[str] = frozenset()


class Tree:
    """The words of one document by their places. Nothing changes after it is made."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self._grammar = grammar
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        self.children: Sequence[Sequence[int]] = children
        self._dep = [token.dep for token in tokens]
        self._lower = [t.text.lower() for t in tokens]
        self._lemma = [t.lemma.lower() for t in tokens]
        self._first, self._last = self._extents()

    def _extents(self) -> tuple[list[int], list[int]]:
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        order = [token.i for token in self.tokens if token.head == token.i]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            head = self.tokens[i].head
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        return first, last

    # --- places ----------------------------------------------------------------------------------------------------------

    def lower(self, i: int) -> str:
        return self._lower[i]

    def lemma(self, i: int) -> str:
        return self._lemma[i]

    def deps(self, i: int, *labels: str) -> list[int]:
        """The dependents of `i` that carry one of `labels`, in text order."""
        children, dep = self.children[i], self._dep
        return [c for c in children if dep[c] in labels] if children else []

    def child(self, i: int, *labels: str) -> int | None:
        """The first dependent of `i` that carries one of `labels`."""
        dep = self._dep
        return next((c for c in self.children[i] if dep[c] in labels), None)

    def led(self, i: int) -> list[int]:
        """What the prepositions of a token lead to, in text order ("an attack on the [port] by [rebels]")."""
        return [o for p in self.deps(i, "prep") for o in self.deps(p, "pobj")]

    def led_by(self, i: int, *prepositions: str) -> list[int]:
        """What those of the prepositions of a token lead to that are named, in lower case, in text order."""
        return [o for p in self.deps(i, "prep") if self.lower(p) in prepositions for o in self.deps(p, "pobj")]

    def prepositions(self, i: int, words: Container[str]) -> list[int]:
        """The prepositions of `i` that are one of `words`, in text order."""
        return [p for p in self.deps(i, "prep") if self.lower(p) in words]

    def has_word(self, i: int, words: Container[str], *labels: str) -> bool:
        """Whether a dependent of `i` that carries one of `labels` is one of `words`: "will" among the auxiliaries of a verb."""
        return any(self.lower(c) in words for c in self.deps(i, *labels))

    def infinitives(self, i: int, *labels: str) -> list[int]:
        """The dependents of `i` that carry one of `labels` and are infinitives, in text order ("agreed to [meet]")."""
        return [c for c in self.deps(i, *labels) if self.is_infinitive(c)]

    def first(self, i: int) -> int:
        """The first token of what depends on `i`, itself included."""
        return self._first[i]

    def last(self, i: int) -> int:
        """The last token of what depends on `i`, itself included."""
        return self._last[i]

    def extent(self, i: int) -> tuple[int, int]:
        """First and last token of what depends on `i`, itself included."""
        return self._first[i], self._last[i]

    def above(self, i: int) -> Iterator[int]:
        """The words above `i`, nearest first."""
        for _ in range(_DEEPEST):
            if self.tokens[i].head == i:
                return
            i = self.tokens[i].head
            yield i

    def verb_above(self, i: int) -> int | None:
        """The next verb or auxiliary over `i`."""
        return next((a for a in self.above(i) if self.tokens[a].pos in VERBAL), None)

    def verb_of_clause(self, i: int) -> int:
        """The next verb or auxiliary over `i`, else `i`."""
        over = self.verb_above(i)
        return i if over is None else over

    def depth(self, i: int) -> int:
        """How many words stand above `i`."""
        return sum(1 for _ in self.above(i))

    def opens_with(self, i: int, words: Container[str]) -> bool:
        """Whether the clause of `i` is opened by one of `words` ("if", "when")."""
        return any(self.lower(c) in words for c in self.openers(i))

    def openers(self, i: int) -> list[int]:
        """The words that may open the clause of `i`, in text order."""
        return self.deps(i, "mark", "advmod")

    # --- prepositions ----------------------------------------------------------------------------------------------------

    def governor(self, preposition: int) -> int:
        """What a preposition hangs on, past the other prepositions of a row ("ahead of")."""
        i = self.tokens[preposition].head
        while self.tokens[i].pos in ("ADP", "SCONJ") and self.tokens[i].head != i:
            i = self.tokens[i].head
        return i

    def phrase(self, preposition: int) -> str:
        """A preposition with those before it ("instead of")."""
        before, head = preposition - 1, self.tokens[preposition].head
        is_row = head == before or (before in self.deps(preposition, "advmod"))
        if is_row and self.tokens[before].pos in ("ADP", "SCONJ", "ADV"):
            return f"{self.lower(before)} {self.lower(preposition)}"
        behind = preposition + 1
        if behind in self.deps(preposition, "pcomp") and self.tokens[behind].pos == "ADP":
            return f"{self.lower(preposition)} {self.lower(behind)}"
        return self.lower(preposition)

    # --- the form of verbs -----------------------------------------------------------------------------------------------

    def auxiliaries(self, i: int) -> list[int]:
        return self.deps(i, "aux", "auxpass")

    def is_infinitive(self, i: int) -> bool:
        """Whether "to" stands before the verb."""
        return any(self.tokens[c].tag == "TO" for c in self.auxiliaries(i))

    def is_finite(self, i: int) -> bool:
        """Whether the verb (or adjective with its verb) has a tense of its own."""
        tags = {self.tokens[i].tag, *(self.tokens[c].tag for c in self.auxiliaries(i))}
        return "TO" not in tags and bool(tags & {"VBD", "VBZ", "VBP", "MD"})

    def is_perfect(self, i: int) -> bool:
        return any(self.lower(c) in self._grammar.have for c in self.auxiliaries(i))

    def is_passive(self, i: int) -> bool:
        """Whether a verb is passive: by its auxiliary, as a participle on a noun, or in the short form of headlines ("summit called off", without a full stop);
        "reports that he had met her" is not."""
        token = self.tokens[i]
        if self.deps(i, "auxpass", "nsubjpass"):
            return True
        if token.tag != "VBN" or self.is_perfect(i) or self.deps(i, "dobj"):
            return False
        has_subject = bool(self.deps(i, "nsubj"))
        is_sentence = any(
            self.tokens[c].text == "." for c in self.deps(i, "punct")
        )  # else "committed" of "He committed to a trial."
        is_short = token.dep == "ROOT" and has_subject and not self.auxiliaries(i) and not is_sentence
        return is_short or (token.dep in ("acl", "relcl", "amod") and not has_subject)

    def tense(self, i: int) -> Time | None:
        """The time that a verb's own form tells; None for infinitives and bare participles, which take it from above."""
        tag = self.tokens[i].tag
        auxiliaries = {self.lower(c) for c in self.auxiliaries(i)}
        if tag == "VBD" or (tag == "VB" and "did" in auxiliaries):
            return "past"
        if auxiliaries & self._grammar.have and (tag == "VBN" or auxiliaries & self._grammar.was):
            return "past"
        is_untagged_present = (
            tag == "VB" and not auxiliaries and self.tokens[i].dep == "ROOT" and bool(self.deps(i, "nsubj"))
        )
        if tag in ("VBZ", "VBP") or is_untagged_present or (tag == "VB" and auxiliaries & {"do", "does"}):
            return "present"
        if tag in ("VBN", "VBG") and auxiliaries:
            return "past" if auxiliaries & self._grammar.was else "present" if auxiliaries & self._grammar.is_ else None
        return "past" if tag == "VBN" else None

    # --- who does what to whom -------------------------------------------------------------------------------------------

    def subjects(self, verb: int) -> list[int]:
        """The subject tokens of a verb; of a verb without one, those of the verb it is coordinated with or controlled by;
        of a participle behind a noun, that noun ("talks held in Seoul")."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = [c for c in self.deps(verb, *SUBJECTS) if not self._is_parted(c, verb)]
            dep, head = self.tokens[verb].dep, self.tokens[verb].head
            if own and dep == "relcl" and any(self.tokens[c].tag in RELATIVES for c in own):
                return [head]
            if own:
                return own
            if dep == "conj" and self.is_finite(verb) and not self.is_finite(head):
                verb = self.finite_above(head)  # "urged him to reconsider and spoke": not who is to reconsider
                continue
            if controlled := self._controlled(verb):
                return controlled
            if dep == "acl" and self.tokens[verb].tag in {"VBG", "VB"}:
                return [head]
            if dep not in _SHARING or head == verb:
                return []
            verb = head
        return []

    def finite_above(self, i: int) -> int:
        """The next verb with a tense of its own over `i`, else `i`."""
        return next((a for a in self.above(i) if self.tokens[a].pos in ("VERB", "AUX") and self.is_finite(a)), i)

    def _controlled(self, controlled: int) -> list[int]:
        """What a verb above makes the subject of its infinitive: its object, or what its preposition leads to."""
        dep, governor = self.tokens[controlled].dep, self.tokens[controlled].head
        if dep in {"xcomp", "ccomp"} and self.lemma(governor) in self._grammar.object_control:
            return self.deps(governor, "dobj")
        if dep not in {"xcomp", "ccomp", "advcl"}:
            return []
        verb, control = self.lemma(governor), self._grammar.prepositional_control
        before = (p for p in self.deps(governor, "prep") if p < controlled)
        leading = (p for p in before if f"{verb} {self.lower(p)}" in control)
        return [o for p in leading for o in self.deps(p, "pobj")]

    def _is_parted(self, subject: int, verb: int) -> bool:
        """Whether a semicolon stands between: "State visit; met with the premier" is two notes."""
        return any(self.tokens[i].text == ";" for i in range(subject, verb))

    def agent(self, verb: int) -> int | None:
        """Whom "by" names behind a passive."""
        by = self.child(verb, "agent")
        return self.child(by, "pobj") if by is not None else None

    def doer(self, verb: int) -> int | None:
        """The first token of whoever does what a verb tells: its subject, or whom "by" names behind a passive. Who is passive in the clause
        above does not do what is aimed at ("was updated to note")."""
        if self.deps(verb, "nsubjpass") or (self.tokens[verb].dep == "acl" and self.tokens[verb].tag == "VBN"):
            return self.agent(verb)
        subject = next(iter(self.subjects(verb)), None)
        if subject is None:
            return self.agent(verb)
        is_aim = self.tokens[verb].dep == "advcl" and self.is_infinitive(verb)
        return self.agent(self.tokens[subject].head) if is_aim and self.tokens[subject].dep == "nsubjpass" else subject

    def objects(self, verb: int) -> Iterator[int]:
        """The logical objects of a verb: its direct objects with what is coordinated, or the subject of its passive."""
        heads = (
            (self.deps(verb, "nsubjpass") or self.subjects(verb))
            if self.is_passive(verb)
            else self.deps(verb, *OBJECTS)
        )
        for head in heads:
            yield head
            yield from self.deps(head, "conj")

    def coordinated(self, i: int) -> list[int]:
        """`i` and all that is coordinated with it behind it ("A, B and C"), in text order."""
        found = [i]
        for one in found:
            found.extend(c for c in self.deps(one, "conj") if c not in found)
        return sorted(found)

    def controllers(self, verb: int) -> list[int]:
        """`verb` and the verbs that govern it as a complement, nearest first: "set" and "expected" for "was set to hold"."""
        found = [verb]
        i = verb
        while self.tokens[i].dep in {"xcomp", "pcomp"} or (
            self.tokens[i].dep in {"advcl", "ccomp"} and self.is_infinitive(i)
        ):
            i = self.tokens[i].head
            if i in found:
                break
            found.append(i)
        return found
