"""What single words do in their place: which operator a verb, noun, adjective or preposition is, and a verb's own tense and modals."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from memcon.annotate.factuality.lexicon import load_lexicon
from memcon.annotate.factuality.states import Time
from memcon.domain.annotation import OperatorKind, Token

_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_WAS = frozenset({"was", "were", "been"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "being"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_REACHED_BY_NOUN = frozenset({"for", "of", "about", "on", "over", "to", "in", "between", "with"})
_REACHED_BY_VERB = frozenset({"for", "on", "to", "from", "about"})


class Words:
    """The words of one document. Verbs are meant without their auxiliaries; every argument `i` is a token's index."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lexicon = load_lexicon()
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)

    # --- looking ------------------------------------------------------------------------------------------------------

    def deps(self, i: int, *labels: str) -> list[int]:
        return [c for c in self.children[i] if self._tokens[c].dep in labels]

    def lower(self, i: int) -> str:
        return self._tokens[i].text.lower()

    def lemma(self, i: int) -> str:
        return self._tokens[i].lemma.lower()

    def auxiliaries(self, i: int) -> list[int]:
        return [c for c in self.children[i] if self._tokens[c].dep in ("aux", "auxpass")]

    def is_infinitive(self, i: int) -> bool:
        return any(self._tokens[c].tag == "TO" for c in self.auxiliaries(i))

    def is_finite(self, i: int) -> bool:
        """Whether the verb (or adjective with its verb) has a tense of its own."""
        tags = {self._tokens[i].tag, *(self._tokens[c].tag for c in self.auxiliaries(i))}
        return "TO" not in tags and bool(tags & {"VBD", "VBZ", "VBP", "MD"})

    def is_passive(self, i: int) -> bool:
        token = self._tokens[i]
        return token.tag == "VBN" and (
            token.dep in ("acl", "relcl", "amod")
            or any(self._tokens[c].dep in ("auxpass", "nsubjpass") for c in self.children[i])
        )

    def is_perfect(self, i: int) -> bool:
        return any(self.lower(c) in _HAVE for c in self.auxiliaries(i))

    def opens_with(self, i: int, words: Container[str]) -> bool:
        return any(self.lower(c) in words for c in self.deps(i, "mark", "advmod"))

    def governor(self, preposition: int) -> int:
        """What a preposition hangs on, past the other prepositions of a row ("ahead of")."""
        i = self._tokens[preposition].head
        while self._tokens[i].pos in ("ADP", "SCONJ") and self._tokens[i].head != i:
            i = self._tokens[i].head
        return i

    def phrase(self, preposition: int) -> str:
        """A preposition with those before it ("instead of")."""
        head = self._tokens[preposition].head
        if head == preposition - 1 and self._tokens[head].pos in ("ADP", "SCONJ", "ADV"):
            return f"{self.lower(head)} {self.lower(preposition)}"
        behind = preposition + 1
        if behind in self.deps(preposition, "pcomp") and self._tokens[behind].pos == "ADP":
            return f"{self.lower(preposition)} {self.lower(behind)}"
        return self.lower(preposition)

    # --- operators over others ---------------------------------------------------------------------------------------

    def operator_over_clause(self, i: int, *, is_finite: bool) -> OperatorKind | None:
        """What `i` makes of an infinitive, participle or clause under it."""
        lexicon, lemma, pos = self._lexicon, self.lemma(i), self._tokens[i].pos
        kind: OperatorKind | None
        if pos in ("VERB", "AUX"):
            kind = self._phrasal(i) or lexicon.complement_verbs.get(lemma) or lexicon.verbs.get(lemma)
            if lemma == "get" and self.is_perfect(i):  # "have got to"
                kind = "obligation"
            if lemma in ("have", "be") and any(self.lower(c) == "yet" for c in self.deps(i, "advmod")):  # "have yet to"
                kind = "negation"
            elif self._is_appointed(i) and not is_finite:
                kind = "arrangement"
            kind = kind or (lexicon.passives.get(lemma) if self.is_passive(i) and not is_finite else None)
            kind = kind or next((k for c in self.deps(i, "acomp") if (k := self.adjective(c)) is not None), None)
        elif pos in ("NOUN", "PROPN"):
            kind = lexicon.nouns.get(lemma)
        else:
            kind = self.adjective(i)
        return kind if kind is not None and (not is_finite or lexicon.signatures[kind].is_finite) else None

    def is_backshifted(self, i: int, head: int) -> bool:
        """Whether "would" is the past of "will": in what somebody said ("the office said that she would travel"), without a condition."""
        is_told = self.tense(head) == "past" and not self.deps(i, "advcl")
        return is_told and any(self.lower(c) == "would" for c in self.auxiliaries(i))

    def _is_appointed(self, i: int) -> bool:
        """Whether "be" is one with the infinitive behind it ("they are to meet"); "the aim is to meet" tells of an aim."""
        return (
            self.lemma(i) == "be"
            and not any(
                self._tokens[c].pos == "NOUN" and self.lemma(c) in self._lexicon.nouns for c in self.deps(i, "nsubj")
            )
            and not self.deps(i, "acomp", "attr", "prep")
        )

    def operator_over_object(self, i: int) -> OperatorKind | None:
        """What the verb `i` makes of its object, or of its subject in the passive."""
        return self._phrasal(i) or self._lexicon.verbs.get(self.lemma(i))

    def operator_over_subject(self, i: int) -> OperatorKind | None:
        """What the verb `i` makes of its subject ("the talks collapsed")."""
        lemma = self.lemma(i)
        particles = self._lexicon.phrasal_subject.get(lemma)
        if particles:
            return next((k for c in self._particles(i) if (k := particles.get(self.lower(c))) is not None), None)
        is_plain = not self.deps(i, "xcomp", "dobj")
        return self._lexicon.subject_verbs.get(lemma) if is_plain else None

    def operator_over_preposition(self, governor: int, preposition: int) -> OperatorKind | None:
        """What a verb or noun makes of what one of its prepositions leads ("call for talks", "plans for a visit")."""
        lexicon, word = self._lexicon, self.phrase(preposition)
        if self._tokens[governor].pos == "NOUN":
            return lexicon.nouns.get(self.lemma(governor)) if word in _REACHED_BY_NOUN else None
        if self._tokens[governor].pos != "VERB":
            is_cause = self.lower(governor) == "due" and word == "to"
            return self.adjective(governor) if word in _REACHED_BY_NOUN and not is_cause else None
        kind = lexicon.phrasal.get(self.lemma(governor), {}).get(word)
        is_free = word == "from" or not self.deps(governor, "dobj", "nsubjpass", "xcomp")
        return kind or (lexicon.verbs.get(self.lemma(governor)) if word in _REACHED_BY_VERB and is_free else None)

    def operator_over_antecedent(self, verb: int) -> OperatorKind | None:
        """What a participle or relative clause makes of the noun before it ("talks scheduled for", "a visit that was called off")."""
        if self._tokens[verb].dep == "acl" and self._tokens[verb].tag != "VBN":
            return None
        subject = next((self._tokens[c] for c in self.deps(verb, "nsubj", "nsubjpass")), None)
        if subject is not None and subject.tag not in ("WDT", "WP"):
            return None
        return self.operator_over_object(verb) if self.is_passive(verb) else self.operator_over_subject(verb)

    def state_of_doubt(self, verb: int) -> tuple[OperatorKind, int] | None:
        """The noun that a copula puts its subject "in" ("the visit is in doubt"), as an operator."""
        if self.lemma(verb) not in self._lexicon.copulas:
            return None
        behind = (c for p in self.deps(verb, "prep") if self.lower(p) in ("in", "under") for c in self.deps(p, "pobj"))
        return next(((kind, c) for c in behind if (kind := self._lexicon.nouns.get(self.lemma(c))) is not None), None)

    def prepositional_operator(self, preposition: int) -> OperatorKind | None:
        return self._lexicon.prepositions.get(self.phrase(preposition))

    def adjective(self, i: int) -> OperatorKind | None:
        return self._lexicon.adjectives.get(self.lower(i))

    def hands_on(self, i: int) -> bool:
        """Whether what `i` governs is a fact as far as it is itself ("managed to", "was able to")."""
        if self._tokens[i].pos == "ADJ":
            return self.lower(i) in self._lexicon.handing_on_adjectives
        return self._tokens[i].pos in ("VERB", "AUX") and self.lemma(i) in self._lexicon.handing_on

    def is_definite(self, i: int) -> bool:
        """Whether a noun is known from elsewhere: "the", "this", "their", a name."""
        if self._tokens[i].pos == "PROPN":
            return True
        return any(self.lower(c) in _DEFINITE or self._tokens[c].dep == "poss" for c in self.children[i])

    def is_made_by(self, verb: int) -> bool:
        return self.lemma(verb) in self._lexicon.made

    def _particles(self, i: int) -> list[int]:
        return self.deps(i, "prt", "advmod", "prep")

    def _phrasal(self, i: int) -> OperatorKind | None:
        particles = self._lexicon.phrasal.get(self.lemma(i))
        if not particles:
            return None
        return next((k for c in self.deps(i, "prt", "advmod") if (k := particles.get(self.lower(c))) is not None), None)

    # --- what stands on a word ----------------------------------------------------------------------------------------

    def on_verb(self, i: int) -> Iterator[tuple[OperatorKind, int]]:
        """The operators on a verb: negation, modals, adverbs, conjunctions; innermost first."""
        lexicon = self._lexicon
        for c in self.children[i]:
            token, word = self._tokens[c], self._tokens[c].text.lower()
            if token.dep in ("aux", "auxpass") and word in lexicon.auxiliaries:
                if word == "would" and self._tokens[i].dep == "ccomp" and self.is_backshifted(i, self._tokens[i].head):
                    continue
                yield lexicon.auxiliaries[word], c
            elif token.dep in ("neg", "advmod", "preconj", "cc") and word in lexicon.adverbs:
                yield lexicon.adverbs[word], c
            elif token.dep in ("mark", "advmod") and word in lexicon.marks:
                yield lexicon.marks[word], c
            elif token.dep == "advmod" and word == "longer" and any(self.lower(d) == "no" for d in self.children[c]):
                yield "negation", c
            elif token.dep in ("nsubj", "nsubjpass"):
                if word in lexicon.pronouns:
                    yield lexicon.pronouns[word], c
                yield from (
                    (lexicon.determiners[w], d)
                    for d in self.deps(c, "det")
                    if (w := self.lower(d)) in lexicon.determiners
                )

    def on_noun(self, i: int) -> Iterator[tuple[OperatorKind, int]]:
        """The operators on a noun: "no", and the adjectives before it."""
        lexicon = self._lexicon
        for c in self.children[i]:
            token, word = self._tokens[c], self._tokens[c].text.lower()
            if token.dep == "det" and word in lexicon.determiners:
                yield lexicon.determiners[word], c
            elif token.dep in ("amod", "compound", "advmod", "nmod") and c < i and word in lexicon.adjectives:
                yield lexicon.adjectives[word], c

    def tense(self, i: int) -> Time | None:
        """The time that a verb's own form tells; None for infinitives and bare participles, which take it from above."""
        tag = self._tokens[i].tag
        auxiliaries = {self.lower(c) for c in self.auxiliaries(i)}
        if tag == "VBD" or (tag == "VB" and "did" in auxiliaries):
            return "past"
        if auxiliaries & _HAVE and (tag == "VBN" or auxiliaries & _WAS):
            return "past"
        is_untagged_present = (
            tag == "VB" and not auxiliaries and self._tokens[i].dep == "ROOT" and bool(self.deps(i, "nsubj"))
        )
        if tag in ("VBZ", "VBP") or is_untagged_present or (tag == "VB" and auxiliaries & {"do", "does"}):
            return "present"
        if tag in ("VBN", "VBG") and auxiliaries:
            return "past" if auxiliaries & _WAS else "present" if auxiliaries & _IS else None
        return "past" if tag == "VBN" else None
