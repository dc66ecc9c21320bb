"""Factuality passed down the tree: what a word's place in its sentence leaves of it, then what stands on the word itself."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from memcon.annotate.factuality.lexicon import SIGNATURES
from memcon.annotate.factuality.on_verbs import ON_VERBS
from memcon.annotate.factuality.operators import Operators
from memcon.annotate.factuality.over_clauses import OVER_CLAUSES
from memcon.annotate.factuality.state import FACT, State
from memcon.domain.annotation import OperatorKind
from memcon.domain.labels import (
    CLAUSES,
    DESCRIBING,
    NOMINAL,
    ON_NOUNS,
    PREDICATES,
    SAID_OF_SUBJECT,
    SAID_OR_TOLD,
    VERBAL,
)
from memcon.domain.rules import ByWord
from memcon.domain.tokens import Time
from memcon.domain.tree import Tree
from memcon.lexicon import words as words_of

_ON_VERBS = ByWord(ON_VERBS)
_LEADING = words_of("reached_by_a_gerund")
"""Prepositions by which an operator reaches the gerund behind them ("hopes of", "agreed on")."""
_FROM_FACTS = words_of("leading_from_facts")
_BESIDE = words_of("leading_what_is_done_beside")
_WHEN = words_of("telling_when")
_AWAITED = words_of("leading_what_is_awaited")
_COPULAS = words_of("copula")
_OCCURRING = words_of("taking_place_verbs")


class Passing:
    """The states of one document's tokens, found on demand and kept. Heads are found before what hangs on them, so that a deep tree costs no stack."""

    def __init__(self, tree: Tree, ahead: Container[int] = (), repeating: Container[int] = ()) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._ahead = ahead
        self._repeating = repeating
        self._words = Operators(tree, OVER_CLAUSES, _ON_VERBS)
        self._outer: list[State | None] = [None] * len(tree.tokens)
        self._states: list[State | None] = [None] * len(tree.tokens)
        for i in self._downwards():
            self.state(i)

    def state(self, i: int) -> State:
        """How much of what token `i` tells is fact."""
        known = self._states[i]
        if known is None:
            outer = self._outer[i] = self._from_place(i)
            known = self._states[i] = self._with_own(i, outer)
        return known

    def _downwards(self) -> Iterator[int]:
        """All tokens, each behind its head."""
        level = [t.i for t in self._tokens if t.head == t.i]
        while level:
            yield from level
            level = [c for i in level for c in self._tree.children[i]]

    # --- what the place leaves ---------------------------------------------------------------------------------------

    def _from_place(self, i: int) -> State:
        """What a word's relation to the word over it leaves of what that tells."""
        token = self._tokens[i]
        if token.head == i:
            return FACT.under("arrangement", i) if self._tree.is_infinitive(i) else FACT
        if (token.dep in CLAUSES or token.dep in SAID_OF_SUBJECT) and token.pos in PREDICATES:
            return self._clause(i, token.head)
        read = _BY_RELATION.get(token.dep)
        return read(self, i, token.head) if read is not None else FACT

    def _as_head(self, i: int, head: int) -> State:
        return self.state(head)

    def _preposition(self, i: int, head: int) -> State:
        """A preposition passes on what is over it; a verb that serves as one ("according to") does not."""
        return FACT if self._tokens[i].pos == "VERB" else self.state(head)

    def _led(self, i: int, preposition: int) -> State:
        """What a preposition leads: a noun, or a gerund."""
        is_gerund = self._tokens[i].tag == "VBG" and self._tokens[i].pos == "VERB"
        return self._gerund(i, preposition) if is_gerund else self._behind_preposition(i, preposition)

    def _beside(self, i: int, head: int) -> State:
        """A second verb shares the auxiliaries of the first, if it has neither its own nor a subject ("will meet and sign")."""
        token, first = self._tokens[i], self._tokens[head]
        if self._tree.is_finite(i) and self._tree.is_infinitive(head):
            # "urged him to reconsider and spoke with her": a second verb of whoever urges
            return self._outer[self._tree.finite_above(head)] or FACT
        is_noun = token.pos in DESCRIBING or first.pos in NOMINAL
        return self.state(head) if not is_noun and self._shares(i, head) else self._outer[head] or FACT

    def _shares(self, i: int, head: int) -> bool:
        """Whether a second verb has no auxiliary and no subject of its own, and the form that those of the first ask for."""
        tag = self._tokens[i].tag
        if self._tree.deps(i, "aux", "auxpass", "nsubj", "nsubjpass", "expl"):
            return False
        return tag == self._tokens[head].tag or (tag == "VB" and bool(self._tree.auxiliaries(head)))

    def _clause(self, i: int, head: int) -> State:
        """A clause under a verb, a noun or an adjective."""
        dep = self._tokens[i].dep
        if dep == "acomp":
            return self.state(head)
        if dep == "advcl":
            return self._adverbial(i, head)
        if dep == "pcomp":
            return self._gerund(i, head)
        is_infinitive = self._tree.is_infinitive(i)
        if dep == "relcl" and not is_infinitive:
            return FACT
        if (verb := self._words.told_beside(i, head)) is not None:
            return replace(self.state(verb), is_negative=False)
        for answer in _OVER_A_CLAUSE:
            if (state := answer(self, i, head, is_infinitive)) is not None:
                return state
        return FACT

    def _of_a_row(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """What one of a row is told to have done is as real as that it is one ("the last country [to ratify] it")."""
        is_beside_one = self._tokens[i].dep in ON_NOUNS and self._words.is_of_a_row(head)
        return self.state(head) if is_beside_one or (is_infinitive and self._is_of_a_row(i, head)) else None

    def _had(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """A participle on an object that somebody has ("has a ship [stationed] there") is as real as that."""
        return (
            self.state(self._tokens[head].head) if self._tokens[i].dep == "acl" and self._words.is_had(head) else None
        )

    def _performed(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """An infinitive that is done by being said, or that a verb brings about."""
        if is_infinitive and self._words.is_performed(i, head):
            return FACT.at("present")
        is_result = is_infinitive and self._tokens[i].dep == "xcomp" and self._words.is_result(i, head)
        return self.state(head) if is_result else None

    def _operated(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """What the word over a clause makes of it; "would" in what somebody said is the past of "will"."""
        dep, kind = self._tokens[i].dep, self._kind_over(i, head)
        if kind is None:
            is_backshifted = dep == "ccomp" and self._words.is_backshifted(i, head)
            return FACT.under("arrangement", self._tree.auxiliaries(i)[0]) if is_backshifted else None
        if dep == "acl" and not (is_infinitive or self._tree.is_finite(i) or self._tree.deps(i, "mark")):
            return None  # "a request that he come" has a clause under it
        above = replace(self.state(head), is_negative=False) if kind == "obligation" else self.state(head)
        under = above.under(kind, head)  # who does not need to go may
        return under.unsettled() if kind == "arrangement" and self._words.is_past_plan(i, head) else under

    def _kind_over(self, i: int, head: int) -> OperatorKind | None:
        """The operator that the word over a clause is; an appointment of the past was not kept."""
        kind = self._words.operator_over_clause(head, is_finite=self._tree.is_finite(i))
        if kind is None and self._tokens[i].dep in SAID_OR_TOLD:
            kind = self._words.operator_over_told(i, head)
        is_missed = kind == "arrangement" and self._words.is_past_appointment(i, head)
        return "failure" if is_missed else kind

    def _said(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """What is asked ("Has she told you that she will come?"), or said to be so."""
        if self._tokens[i].dep != "ccomp":
            return None
        if self._words.is_asked(head):
            return self.state(head)
        return replace(self.state(head), time="open") if self._words.affirms(head) else None

    def _handed_on(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """What a verb that only hands on leaves as it is itself, and a clause without a verb of its own."""
        dep = self._tokens[i].dep
        is_small = dep == "xcomp" or dep in SAID_OF_SUBJECT or (dep == "ccomp" and not self._tree.is_finite(i))
        return self.state(head) if self._words.hands_on(head) or (is_small and not is_infinitive) else None

    def _meant(self, i: int, head: int, is_infinitive: bool) -> State | None:
        """What an infinitive tells to be meant: arranged where something is appointed for it, else a purpose."""
        if not is_infinitive:
            return None
        is_appointed = self._tokens[i].dep in ON_NOUNS and self._words.is_appointed_for(i, head)
        return replace(self.state(head), time="open").under("arrangement" if is_appointed else "purpose", i)

    def _adverbial(self, i: int, head: int) -> State:
        above = self.state(head)
        if self._tree.is_infinitive(i):
            return self._aim(i, head, above)
        if not self._tree.is_finite(i):
            kind = self._words.operator_over_clause(head, is_finite=False) if self._is_behind(i, head) else None
            return replace(above, is_negative=False) if kind is None else above.under(kind, head)
        awaited = next((c for c in self._tree.children[i] if self._tree.lower(c) in _AWAITED and c < i), None)
        if awaited is not None and self._tree.tense(i) == "present":
            return FACT.at("future").under("expectation", awaited)  # "waits until she meets him"
        return FACT.at("future") if above.time == "future" and self._tree.opens_with(i, _WHEN) else FACT

    def _is_behind(self, i: int, head: int) -> bool:
        """Whether a participle stands right behind its verb, or behind the particle of that: "ruled out postponing it"."""
        particles = self._tree.deps(head, "prt")
        return self._tokens[i].tag == "VBG" and i - 1 in (head, *particles)

    def _aim(self, i: int, head: int, above: State) -> State:
        """An infinitive beside what it is the aim of, unless that brings it about or asks for it."""
        if self._words.is_result(i, head) or self._is_of_a_row(i, head):
            return above
        kind = self._words.operator_over_clause(head, is_finite=False)
        if kind is not None:
            return above.under(kind, head)
        return State(operators=above.operators, certainty=above.certainty).under("purpose", i)

    def _is_of_a_row(self, i: int, head: int) -> bool:
        """Whether an infinitive belongs to one of a row that its verb tells somebody to be ("became the last country to ratify it")."""
        said = (a for a in self._tree.deps(head, "attr") if head < a < i)
        return self._tree.lemma(head) in _COPULAS and any(self._words.is_of_a_row(a) for a in said)

    def _gerund(self, i: int, preposition: int) -> State:
        """ "without meeting", "from meeting", "after meeting"."""
        words = self._words
        governor = self._tree.governor(preposition)
        above = self.state(governor)
        if (led := self._led_by(preposition, above)) is not None:
            return led
        kind = words.operator_over_preposition(governor, preposition) or words.operator_over_clause(
            governor, is_finite=False
        )
        if kind is not None and self._tree.phrase(preposition) in _LEADING:
            return above.under(kind, governor)
        return FACT.at(above.time) if self._tree.phrase(preposition) in _BESIDE else FACT

    def _led_by(self, preposition: int, above: State) -> State | None:
        """What a preposition that is itself an operator makes of what it leads ("without"), in a clause of state `above`."""
        kind = self._words.prepositional_operator(preposition)
        return replace(above, operators=()).under(kind, preposition) if kind is not None else None

    # --- nouns -------------------------------------------------------------------------------------------------------

    def _object(self, i: int, head: int) -> State:
        words = self._words
        raised = self._raised(head)
        if self._tokens[i].dep == "nsubjpass" and raised is not None:
            return raised
        kind = words.operator_over_operator(head, i) or words.operator_over_object(head)
        if kind is not None:
            return self.state(head).under(kind, head)
        if (state := words.state_of_object(head)) is not None:
            return self.state(head).under(*state)
        return self.state(head) if words.is_made_by(head) else self._within(i, head)

    def _within(self, i: int, above: int) -> State:
        """A noun in the clause of the verb or noun `above`: what is new in what is no fact ("to fund a search") is a fact as far as that is; "the
        search" is known from elsewhere."""
        state = self.state(above)
        is_open = state.time == "future" or state.certainty != "certain"
        if not is_open or self._words.is_definite(i):
            return FACT
        kept = tuple(o for o in state.operators if not SIGNATURES[o.kind].is_negative and o.kind != "postponement")
        return replace(state, is_negative=False, operators=kept)

    def _subject(self, i: int, head: int) -> State:
        words, above = self._words, self.state(head)
        raised = self._raised(head)
        if raised is not None:
            return raised
        if (kind := self._kind_over_subject(head)) is not None:
            return above.under(kind, head)
        for said in self._tree.deps(head, "acomp") if self._tree.lemma(head) in _COPULAS else ():
            if (of := words.adjective(said)) is not None:
                return above.under(of, said)
        if (state := words.state_of_subject(head)) is not None:
            return above.under(*state)
        return above if self._tree.lemma(head) in _OCCURRING else self._within(i, head)

    def _kind_over_subject(self, verb: int) -> OperatorKind | None:
        """The operator that a verb is over its subject, which in the passive is its object."""
        kind = self._words.operator_over_object(verb) if self._tree.is_passive(verb) else None
        return kind or self._words.operator_over_subject(verb) or self._words.operator_over_bare_subject(verb)

    def _raised(self, head: int) -> State | None:
        """The state of a subject that belongs to a verb further down ("the talks are expected to be called off"), or None."""
        words, last = self._words, self._lowest(head)
        if last == head:
            return None
        above = self.state(last)
        if self._tree.is_passive(last) and (kind := words.operator_over_object(last)) is not None:
            return above.under(kind, last)
        if (kind := words.operator_over_subject(last)) is not None:
            return above.under(kind, last)
        is_told = self._tree.is_passive(last) or self._tree.lemma(last) in _OCCURRING
        return above if is_told else None

    def _lowest(self, verb: int) -> int:
        """The last of the infinitives that hang on a verb, each on the one before: "are likely to have to be [called] off"."""
        for _ in range(4):
            places = (verb, *self._tree.deps(verb, "acomp"))
            below = next((v for c in places for v in self._tree.infinitives(c, "xcomp")), None)
            if below is None:
                break
            verb = below
        return verb

    def _behind_preposition(self, i: int, preposition: int) -> State:
        words = self._words
        governor = self._tree.governor(preposition)
        above = self.state(governor)
        if (led := self._led_by(preposition, above)) is not None:
            return led
        kind = words.operator_over_preposition(governor, preposition)
        if kind is not None:
            return above.under(kind, governor)
        if words.goes_ahead_with(governor, preposition):
            return above
        phrase = self._tree.phrase(preposition)
        if phrase == "of" and self._tokens[governor].pos == "NOUN":
            return above
        return FACT if phrase in _FROM_FACTS else self._within(i, governor)

    # --- what stands on the word itself ------------------------------------------------------------------------------

    def _with_own(self, i: int, outer: State) -> State:
        pos = self._tokens[i].pos
        if pos in VERBAL:
            return self._verb(i, outer)
        if pos in NOMINAL:
            return self._noun(i, outer)
        return self._under(outer, self._words.on_verb(i)) if pos == "ADJ" else outer

    def _under(self, state: State, operators: Iterator[tuple[OperatorKind, int]]) -> State:
        for kind, token in operators:
            state = state.under(kind, token)
        return state

    def _verb(self, i: int, outer: State) -> State:
        time: Time | None = "present" if self._words.is_polite(i) else self._tree.tense(i)
        is_led = outer.time == "future" and self._tokens[i].dep == "advcl" and not outer.operators
        if self._tree.deps(i, "mark") and self._tree.opens_with(i, ("whether",)):
            outer = replace(outer, is_negative=False)  # whether it was decided or not, it is asked
        state = outer if time is None or is_led else outer.at(time)
        return self._on_its_day(i, self._under(state, self._words.on_verb(i)), time)

    def _on_its_day(self, i: int, under: State, time: Time | None) -> State:
        """What the times beside a verb, told in `time`, leave: each week again, the present with a day ahead, the perfect behind what is to come."""
        if (turn := self._timed(i, self._repeating)) is not None:
            under = under.under("repetition", turn)
        if time == "present" and under.time == "present" and (day := self._timed(i, self._ahead)) is not None:
            return under.under("arrangement", day)
        is_over = time == "past" and under.time == "future" and self._tree.is_perfect(i)
        return under.at("past") if is_over else under

    def _timed(self, i: int, times: Container[int]) -> int | None:
        """The token of `times` that a verb is given by an adverbial, or a noun by what stands beside it, or None."""
        near = self._tree.deps(i, "npadvmod", "tmod", "advmod", "prep", "nummod", "compound", "nmod", "poss")
        behind = (c for p in near if self._tokens[p].dep == "prep" for c in self._tree.deps(p, "pobj"))
        return next((c for c in (*near, *behind) if c in times), None)

    def _noun(self, i: int, outer: State) -> State:
        told = {o.token for o in outer.operators}  # "no meeting is planned": the verb has the noun's "no" already
        state = self._under(outer, ((kind, c) for kind, c in self._words.on_noun(i) if c not in told))
        if state == FACT and (day := self._timed(i, self._ahead)) is not None:
            state = state.under("arrangement", day)
        for verb in self._tree.deps(i, "acl", "relcl"):
            kind = self._words.operator_over_antecedent(verb)
            if kind is not None:
                time: Time = self._tree.tense(verb) or "open"
                state = self._under(state.at(time), self._words.on_verb(verb)).under(kind, verb)
        return state


_OVER_A_CLAUSE: tuple[Callable[[Passing, int, int, bool], State | None], ...] = (
    Passing._of_a_row, Passing._had, Passing._performed, Passing._operated, Passing._said, Passing._handed_on, Passing._meant,
)  # fmt: skip
"""What the word over a clause leaves of it, asked in turn; the first that answers tells it, and where none does it is a fact."""
_BY_RELATION: Mapping[str, Callable[[Passing, int, int], State]] = {
    "conj": Passing._beside,
    **dict.fromkeys(("prep", "agent"), Passing._preposition),
    "pobj": Passing._led,
    **dict.fromkeys(("dobj", "nsubjpass", "dative"), Passing._object),
    "nsubj": Passing._subject,
    **dict.fromkeys(("attr", "acomp", "oprd", "appos", "compound", "nmod", "pcomp"), Passing._as_head),
}
"""What each relation but that of a clause leaves; any other leaves a fact."""
