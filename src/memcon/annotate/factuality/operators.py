"""What single words do in their place: which operator a verb, noun, adjective or preposition is, and the modals and negations on a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from memcon.annotate.factuality.lexicon import SIGNATURES, load_lexicon
from memcon.domain.annotation import OperatorKind
from memcon.domain.labels import NOMINAL, PAST_FORMS, RELATIVE_HEADS, VERBAL
from memcon.domain.rules import ByWord
from memcon.domain.tree import Tree
from memcon.lexicon import words

_IF_FIRST = words("inverted_condition")
_DEFINITE = words("making_definite")
_REACHED_BY_NOUN = words("reached_by_a_noun")
_REACHED_BY_REPORT = words("reached_by_a_report")
_REACHED_BY_VERB = words("reached_by_a_verb")
_REPORTS = words("unproven_report")
_COPULAS = words("copula")
_PUTTING = words("placing_verbs")
_PUT = words("placed_subject_verbs")
_HANDING_ON = words("handing_on_verbs")
_HANDING_ON_ADJECTIVES = words("handing_on_adjectives")
_OF_A_ROW = words("naming_one_of_a_row")
_MOVING = words("moving_of_a_value")
_ARRIVING = words("where_a_move_ends")
_FINDING_ONESELF = words("coming_upon")
_DONE_BESIDE = words("done_by_what_is_done")
_PERFORMED = words("done_by_saying_so")
_LIKING = words("wishing_politely")
_WOULD = words("unreal_auxiliary")
_OPPORTUNITY = words("opportunity_nouns")
_HAVING = words("having_an_opportunity")
_FOUND = words("found_to_be")
_TRUE = words("affirming_adjectives")
_ONLY_DESCRIBING = words("only_praising_before_a_noun")
_GOING_AHEAD = words("going_ahead_verbs")
_AHEAD = words("going_ahead_adverbs")
_MADE = words("making_take_place")
_OF_ANOTHER_VERB = words("particle_of_another_verb")


OverClause = Callable[["Operators", int, bool], "OperatorKind | None"]
"""A rule for what a verb makes of the clause under it, finite or not (`over_clauses`)."""

OnVerbs = ByWord[["Operators", int, int], "tuple[OperatorKind, int] | None"]
"""The rules for what a word that hangs on a verb makes of it (`on_verbs`)."""


class Operators:
    """The words of one document as operators; every argument `i` is a token's index."""

    def __init__(self, tree: Tree, over_clauses: Sequence[OverClause], on_verbs: OnVerbs) -> None:
        self.tree = tree
        self._over_clauses = over_clauses
        self._on_verbs = on_verbs
        self._tokens = tree.tokens
        self._lexicon = load_lexicon()

    # --- operators over others ---------------------------------------------------------------------------------------

    def operator_over_clause(self, i: int, *, is_finite: bool) -> OperatorKind | None:
        """What `i` makes of an infinitive, participle or clause under it."""
        kind = self._over_clause(i, is_finite)
        acts_on_finite = kind is not None and (
            SIGNATURES[kind].is_finite or self.tree.lemma(i) in self._lexicon.finite_words
        )
        return kind if acts_on_finite or not is_finite else None

    def _over_clause(self, i: int, is_finite: bool) -> OperatorKind | None:
        pos = self._tokens[i].pos
        if pos in NOMINAL:
            return self._lexicon.nouns.get(self.tree.lemma(i))
        if pos not in VERBAL:
            return self.adjective(i)
        return next((kind for rule in self._over_clauses if (kind := rule(self, i, is_finite)) is not None), None)

    def of_verb(self, i: int) -> OperatorKind | None:
        """Which operator a verb is over its complement."""
        lemma = self.tree.lemma(i)
        if self._is_called_out(i):
            return None
        return self._phrasal(i) or self._lexicon.complement_verbs.get(lemma) or self._lexicon.verbs.get(lemma)

    def _is_called_out(self, i: int) -> bool:
        """Whether "called" asks for nothing: "called A out for arming B" blames A for what it does."""
        return self.tree.lemma(i) == "call" and any(self.tree.lower(c) == "out" for c in self.tree.deps(i, "prt"))

    def of_passive(self, i: int) -> OperatorKind | None:
        """Which operator a verb is in the passive alone."""
        return self._lexicon.passives.get(self.tree.lemma(i)) if self.tree.is_passive(i) else None

    def is_operator_noun(self, i: int) -> bool:
        """Whether a noun is an operator itself ("the aim")."""
        return self._tokens[i].pos == "NOUN" and self.tree.lemma(i) in self._lexicon.nouns

    def auxiliary(self, word: str) -> OperatorKind | None:
        return self._lexicon.auxiliaries.get(word)

    def adverb(self, word: str) -> OperatorKind | None:
        return self._lexicon.adverbs.get(word)

    def mark(self, word: str) -> OperatorKind | None:
        return self._lexicon.marks.get(word)

    def pronoun(self, word: str) -> OperatorKind | None:
        return self._lexicon.pronouns.get(word)

    def determiner(self, word: str) -> OperatorKind | None:
        return self._lexicon.determiners.get(word)

    def operator_over_told(self, i: int, head: int) -> OperatorKind | None:
        """What the verb `head` makes of the clause `i` by its subject ("rumours spread that"), or of one in the subjunctive ("suggested that they meet")."""
        lexicon = self._lexicon
        if self._tokens[i].dep == "ccomp" and self._tokens[head].pos == "VERB":
            for c in self.tree.deps(head, "nsubj"):
                if self.tree.lemma(c) in _REPORTS or lexicon.nouns.get(self.tree.lemma(c)) == "possibility":
                    return lexicon.nouns.get(self.tree.lemma(c))
        is_subjunctive = (
            self._tokens[i].tag in ("VB", "VBP") and not self.tree.auxiliaries(i) and self.tree.lemma(i) != "be"
        )
        kind = self.operator_over_clause(head, is_finite=False) if is_subjunctive else None
        return kind if kind in ("proposal", "obligation") else None

    def is_appointed_for(self, i: int, noun: int) -> bool:
        """Whether a passive infinitive behind a noun tells what is arranged for it ("a summit to be held in May"); "the first to be held" tells nothing of
        when."""
        return bool(self.tree.deps(i, "auxpass")) and not any(
            self.tree.lower(c) in _HANDING_ON_ADJECTIVES for c in self.tree.children[noun]
        )

    def is_past_appointment(self, i: int, head: int) -> bool:
        """Whether a perfect infinitive tells what was to be and was not ("was to have met", "were due to have met")."""
        verb = head if self._tokens[head].pos in VERBAL else self._tokens[head].head
        return self.tree.is_infinitive(i) and self.tree.is_perfect(i) and self.tree.tense(verb) == "past"

    def is_past_plan(self, i: int, head: int) -> bool:
        """Whether an infinitive tells what was to be, in a main clause of the past ("was due to fly in May"); in what somebody said it is still to be."""
        verb = head if self._tokens[head].pos in VERBAL else self._tokens[head].head
        is_state = self._tokens[head].pos == "ADJ" or self.tree.lemma(head) == "be" or self.tree.is_passive(head)
        return (
            is_state
            and self.tree.is_infinitive(i)
            and self.tree.tense(verb) == "past"
            and self._tokens[verb].dep != "ccomp"
        )

    def is_backshifted(self, i: int, head: int) -> bool:
        """Whether "would" is the past of "will": in what somebody said ("the office said that she would travel"), without a condition."""
        is_conditional = any(self._is_condition(c) for c in self.tree.deps(i, "advcl"))
        is_told = self.tree.tense(head) == "past" and not is_conditional and not self.tree.is_perfect(i)
        return is_told and any(self.tree.lower(c) == "would" for c in self.tree.auxiliaries(i))

    def _is_condition(self, verb: int) -> bool:
        """Whether a clause tells on what something depends ("if they met", "were they to meet")."""
        marks = (self.mark(self.tree.lower(c)) for c in self.tree.deps(verb, "mark", "advmod"))
        return "condition" in marks or self._inverted(verb) is not None

    def operator_over_object(self, i: int) -> OperatorKind | None:
        """What the verb `i` makes of its object, or of its subject in the passive; with some particles it is another verb ("set forth")."""
        is_other = any(self.tree.lower(c) in _OF_ANOTHER_VERB for c in self.tree.deps(i, "prt", "advmod"))
        return self._phrasal(i) or (None if is_other else self._lexicon.verbs.get(self.tree.lemma(i)))

    def operator_over_bare_subject(self, verb: int) -> OperatorKind | None:
        """What a headline's participle makes of its subject, taken for the past tense by the tagger ("Summit called off")."""
        is_bare = (
            self._tokens[verb].dep == "ROOT"
            and self._tokens[verb].tag in PAST_FORMS
            and not self.tree.auxiliaries(verb)
        )
        kind = (
            self.operator_over_object(verb) if is_bare and not self.tree.deps(verb, "dobj", "ccomp", "xcomp") else None
        )
        return kind if kind in ("cancellation", "postponement") else None

    def operator_over_operator(self, verb: int, noun: int) -> OperatorKind | None:
        """What a verb makes of a noun that is an operator itself: "dropped plans", "dismissed reports"."""
        lexicon, lemma = self._lexicon, self.tree.lemma(noun)
        if lemma in _REPORTS and (kind := lexicon.report_verbs.get(self.tree.lemma(verb))) is not None:
            return kind
        is_plan = lexicon.nouns.get(lemma, "hearsay") != "hearsay"
        return lexicon.plan_verbs.get(self.tree.lemma(verb)) if is_plan else None

    def operator_over_subject(self, i: int) -> OperatorKind | None:
        """What the verb `i` makes of its subject ("the talks collapsed")."""
        lemma = self.tree.lemma(i)
        particles = self._lexicon.phrasal_subject_verbs.get(lemma)
        if particles:
            return next(
                (
                    k
                    for c in self.tree.deps(i, "prt", "advmod", "prep")
                    if (k := particles.get(self.tree.lower(c))) is not None
                ),
                None,
            )
        is_plain = not self.tree.deps(i, "xcomp", "dobj")
        return self._lexicon.subject_verbs.get(lemma) if is_plain else None

    def operator_over_preposition(self, governor: int, preposition: int) -> OperatorKind | None:
        """What a verb or noun makes of what one of its prepositions leads ("call for talks", "plans for a visit")."""
        word = self.tree.phrase(preposition)
        if self._tokens[governor].pos == "NOUN":
            return self._noun_over_preposition(governor, word)
        if self._tokens[governor].pos == "VERB":
            return self._verb_over_preposition(governor, word)
        is_cause = self.tree.lower(governor) == "due" and word == "to"
        return self.adjective(governor) if word in _REACHED_BY_NOUN and not is_cause else None

    def _noun_over_preposition(self, noun: int, word: str) -> OperatorKind | None:
        """What a noun makes of what `word` leads; of "the promise in their call to go" the infinitive is what is promised."""
        if word == "in" and self.tree.infinitives(noun, "acl"):
            return None
        kind = self._lexicon.nouns.get(self.tree.lemma(noun))
        return kind if word in (_REACHED_BY_REPORT if kind == "hearsay" else _REACHED_BY_NOUN) else None

    def _verb_over_preposition(self, verb: int, word: str) -> OperatorKind | None:
        """What a verb makes of what `word` leads, together with it or with a word beside it ("said no to talks")."""
        particles = self._lexicon.phrasal_verbs.get(self.tree.lemma(verb), {})
        # a particle makes another verb of it: "set off on a tour" sets no date, "called A out for arming B" calls for nothing
        has_particle = bool(self.tree.deps(verb, "prt"))
        kind = None if has_particle else particles.get(word)
        if word == "to" and kind is None:
            beside = (particles.get(self.tree.lower(c)) for c in self.tree.deps(verb, "intj", "det"))
            kind = next((k for k in beside if k), None)
        is_free = word == "from" or not (has_particle or self.tree.deps(verb, "dobj", "nsubjpass", "xcomp"))
        return kind or (
            self._lexicon.verbs.get(self.tree.lemma(verb)) if word in _REACHED_BY_VERB and is_free else None
        )

    def operator_over_antecedent(self, verb: int) -> OperatorKind | None:
        """What a participle or relative clause makes of the noun before it ("talks scheduled for", "a visit that was called off")."""
        if self._tokens[verb].dep == "acl" and self._tokens[verb].tag != "VBN":
            return None
        subject = next((self._tokens[c] for c in self.tree.deps(verb, "nsubj", "nsubjpass")), None)
        if subject is not None and subject.tag not in RELATIVE_HEADS:
            return None
        return self.operator_over_object(verb) if self.tree.is_passive(verb) else self.operator_over_subject(verb)

    def state_of_subject(self, verb: int) -> tuple[OperatorKind, int] | None:
        """The state that a verb tells its subject to be in ("the visit is in doubt", "plans came to nothing"), as an operator."""
        lemma = self.tree.lemma(verb)
        return self._state(verb) if lemma in _COPULAS or lemma in _PUT else None

    def state_of_object(self, verb: int) -> tuple[OperatorKind, int] | None:
        """The state that a verb puts its object in ("put the talks on hold"), as an operator."""
        return self._state(verb) if self.tree.lemma(verb) in _PUTTING else None

    def _state(self, verb: int) -> tuple[OperatorKind, int] | None:
        """The state told behind a verb: a preposition with its noun, or an adverb."""
        states = self._lexicon.states
        for p in self.tree.deps(verb, "prep", "advmod", "acomp", "prt"):
            inside = (p, *self.tree.deps(p, "prep"))  # "out of the question"
            behind = (
                (c, f"{self.tree.lower(p)} {self.tree.lower(c)}") for q in inside for c in self.tree.deps(q, "pobj")
            )
            for c, state in ((p, self.tree.lower(p)), *behind):
                if state in states and not (c == p and self.tree.children[p]):
                    return states[state], c
        return None

    def prepositional_operator(self, preposition: int) -> OperatorKind | None:
        return self._lexicon.prepositions.get(self.tree.phrase(preposition))

    def adjective(self, i: int) -> OperatorKind | None:
        return self._lexicon.adjectives.get(self.tree.lower(i))

    def hands_on(self, i: int) -> bool:
        """Whether what `i` governs is a fact as far as it is itself ("managed to", "was able to")."""
        if self._tokens[i].pos == "ADJ":
            return self.tree.lower(i) in _HANDING_ON_ADJECTIVES
        if self.tree.lemma(i) in _FOUND and self.tree.is_passive(i):
            return True
        return self._tokens[i].pos in VERBAL and (self.tree.lemma(i) in _HANDING_ON or self.had_to(i))

    def is_of_a_row(self, noun: int) -> bool:
        """Whether the infinitive behind a noun tells what the one of a row did: "the last country to ratify it", "the first to be built of steel"."""
        beside = (noun, *self.tree.deps(noun, "amod", "nummod"))
        return any(self.tree.lower(c) in _OF_A_ROW for c in beside)

    def is_aside(self, verb: int, mark: int) -> bool:
        """Whether "if not" only puts a stronger word beside another ("delayed, if not stopped, the talks")."""
        is_if_not = (
            self.tree.lower(mark) == "if" and mark + 1 < len(self._tokens) and self.tree.lower(mark + 1) == "not"
        )
        return is_if_not and not self.tree.deps(verb, "nsubj", "nsubjpass", "expl")

    def is_asked(self, verb: int) -> bool:
        """Whether a verb of the main clause is itself asked ("Has she told you that …?")."""
        turned = self._inverted(verb)
        return turned is not None and turned[0] == "question"

    def is_result(self, i: int, head: int) -> bool:
        """Whether an infinitive behind a verb tells what came of it ("rose to close at 80", "returned to find her gone"), not what it was done for."""
        is_move = self.tree.lemma(head) in _MOVING and self.tree.lemma(i) in _ARRIVING
        return i > head and (is_move or self.tree.lemma(i) in _FINDING_ONESELF | _DONE_BESIDE)

    def is_performed(self, i: int, head: int) -> bool:
        """Whether who says that he would like to do it does it by saying so ("I would like to thank you")."""
        if self.tree.lemma(i) not in _PERFORMED or self.tree.lemma(head) not in _LIKING:
            return False
        return any(self.tree.lower(c) in _WOULD for c in self.tree.auxiliaries(head)) or self.tree.lemma(head) != "like"

    def is_polite(self, verb: int) -> bool:
        """Whether "would like" only opens politely what is done by saying so."""
        return any(self.is_performed(c, verb) for c in self.tree.deps(verb, "xcomp"))

    def told_beside(self, i: int, noun: int) -> int | None:
        """The verb beside which a participle, set off by a comma from the subject, tells what that does meanwhile ("the minister, [speaking] at a
        forum, said")."""
        token, tree = self._tokens[noun], self.tree
        is_aside = self._tokens[i].tag == "VBG" and self._tokens[i].dep == "acl" and not tree.auxiliaries(i)
        is_subject = token.dep == "nsubj" and self._tokens[token.head].pos == "VERB" and i < token.head
        return token.head if is_aside and is_subject and self._tokens[i - 1].text == "," else None

    def is_had(self, noun: int) -> bool:
        """Whether an opportunity is told as one that somebody had, and so took ("had the opportunity to meet her")."""
        token = self._tokens[noun]
        if token.dep != "dobj" or self.tree.lemma(noun) not in _OPPORTUNITY:
            return False
        verb = token.head
        is_open = any(self.auxiliary(self.tree.lower(c)) for c in self.tree.auxiliaries(verb))
        return self.tree.lemma(verb) in _HAVING and self.tree.tense(verb) == "past" and not is_open

    def affirms(self, i: int) -> bool:
        """Whether a verb tells how true its clause is ("it is not true that")."""
        return any(self.tree.lower(c) in _TRUE for c in self.tree.deps(i, "acomp"))

    def had_to(self, i: int) -> bool:
        """Whether "have to" is told as done: who "had to cancel" a visit has."""
        return (
            self.tree.lemma(i) == "have"
            and self.tree.tense(i) == "past"
            and not self.tree.deps(i, "aux", "neg", "advmod", "dobj")
        )

    def goes_ahead_with(self, governor: int, preposition: int) -> bool:
        """Whether "with" leads what a verb makes take place ("went ahead with the visit")."""
        if self.tree.lower(preposition) != "with" or self.tree.lemma(governor) not in _GOING_AHEAD:
            return False
        adverbs = self.tree.deps(governor, "advmod", "prt", "prep")
        return self.tree.lemma(governor) == "proceed" or any(self.tree.lower(c) in _AHEAD for c in adverbs)

    def is_definite(self, i: int) -> bool:
        """Whether a noun is known from elsewhere: "the", "this", "their", a name."""
        if self._tokens[i].pos == "PROPN":
            return True
        return any(self.tree.lower(c) in _DEFINITE or self._tokens[c].dep == "poss" for c in self.tree.children[i])

    def is_made_by(self, verb: int) -> bool:
        return self.tree.lemma(verb) in _MADE

    def _phrasal(self, i: int) -> OperatorKind | None:
        particles = self._lexicon.phrasal_verbs.get(self.tree.lemma(i))
        if not particles:
            return None
        return next(
            (k for c in self.tree.deps(i, "prt", "advmod") if (k := particles.get(self.tree.lower(c))) is not None),
            None,
        )

    # --- what stands on a word ----------------------------------------------------------------------------------------

    def on_verb(self, i: int) -> Iterator[tuple[OperatorKind, int]]:
        """The operators on a verb: negation, modals, adverbs, conjunctions, the order of its words."""
        if (turned := self._inverted(i)) is not None:
            yield turned
        for c in self.tree.children[i]:
            rules = self._on_verbs.at(self._tokens[c], self.tree.lemma(c), self.tree.lower(c))
            found = next((found for rule in rules if (found := rule(self, i, c)) is not None), None)
            if found is not None:
                yield found

    def _inverted(self, i: int) -> tuple[OperatorKind, int] | None:
        """A question or a condition told by the order of words: "Will they meet?", "Should they meet, …", "Were they to meet, …"."""
        subject = next(iter(self.tree.deps(i, "nsubj", "nsubjpass", "expl")), None)
        first = next(iter(self.tree.auxiliaries(i)), i)
        if subject is None or first > subject:
            return None
        if self._tokens[i].dep == "advcl":
            return (
                ("condition", first) if self.tree.lower(first) in _IF_FIRST and not self.tree.deps(i, "mark") else None
            )
        mark = next((c for c in self.tree.deps(i, "punct") if self._tokens[c].text == "?"), None)
        return ("question", mark) if mark is not None else None

    def on_noun(self, i: int) -> Iterator[tuple[OperatorKind, int]]:
        """The operators on a noun: "no", and the adjectives before it."""
        lexicon = self._lexicon
        for c in self.tree.children[i]:
            token, word = self._tokens[c], self._tokens[c].text.lower()
            if token.dep == "det" and word in lexicon.determiners:
                yield lexicon.determiners[word], c
            elif token.dep == "amod" and word in _ONLY_DESCRIBING:
                continue  # "recalled their important talks"
            elif c < i and word in lexicon.adjectives:
                yield lexicon.adjectives[word], c
