"""Factuality passed down the tree: what a word's place in its sentence leaves of it, then what stands on the word itself."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from memcon.annotate.factuality.lexicon import load_lexicon
from memcon.annotate.factuality.operators import Words
from memcon.annotate.factuality.state import FACT, State
from memcon.domain.annotation import OperatorKind
from memcon.domain.tokens import Time, Token

_CLAUSES = frozenset(
    {"ccomp", "xcomp", "acl", "advcl", "pcomp", "relcl", "csubj", "csubjpass", "parataxis", "acomp", "oprd"}
)
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_LEADING = frozenset(
    {"for", "of", "about", "on", "over", "to", "in", "into", "with", "from", "against", "between", "toward", "towards"}
)
"""Prepositions by which an operator reaches the noun behind them ("plans for", "hopes of", "agreed on")."""
_FROM_FACTS = frozenset(
    [
        "after",
        "following",
        "since",
        "despite",
        "because of",
        "due to",
        "amid",
        "including",
        "like",
        "such as",
        "as",
        "given",
        "by",
        "from",
        "at",
        "in",
        "during",
        "aboard",
        "before",
        "until",
        "ahead of",
        "within",
        "throughout",
    ]
)
"""Prepositions that lead what is there already, or where and when something is; what is told of that says nothing of them."""
_BESIDE = frozenset({"after", "following", "since", "upon", "on", "by", "while", "besides", "including"})
"""Prepositions whose gerund tells of something done at the time of the verb ("after meeting him"); "invested in helping" does not."""
_WHEN = ("when", "once", "until", "before", "after", "as", "while")
"""What these lead lies ahead where what it gives the time of does ("will leave when the talks end")."""


class Passing:
    """The states of one document's tokens, found on demand and kept. Heads are found before what hangs on them, so that a deep tree costs no stack."""

    def __init__(self, tokens: Sequence[Token], ahead: Container[int] = (), repeating: Container[int] = ()) -> None:
        self._tokens = tokens
        self._ahead = ahead
        self._repeating = repeating
        self._words = Words(tokens)
        self._lexicon = load_lexicon()
        self._outer: list[State | None] = [None] * len(tokens)
        self._states: list[State | None] = [None] * len(tokens)
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
            level = [c for i in level for c in self._words.children[i]]

    # --- what the place leaves ---------------------------------------------------------------------------------------

    def _from_place(self, i: int) -> State:
        token = self._tokens[i]
        head = token.head
        if head == i:
            return FACT.under(self._lexicon, "arrangement", i) if self._words.is_infinitive(i) else FACT
        if token.dep == "conj":
            return self._beside(i, head)
        if token.dep in _CLAUSES and token.pos in ("VERB", "AUX", "ADJ"):
            return self._clause(i, head)
        if token.dep in _PREPOSITIONS:
            return FACT if token.pos == "VERB" else self.state(head)  # "according to"
        if token.dep == "pobj":
            if token.tag == "VBG" and token.pos == "VERB":
                return self._gerund(i, head)
            return self._behind_preposition(i, head)
        if token.dep in _OBJECTS:
            return self._object(i, head)
        if token.dep == "nsubj":
            return self._subject(i, head)
        if token.dep in ("attr", "acomp", "oprd", "appos", "compound", "nmod", "pcomp"):
            return self.state(head)
        return FACT

    def _beside(self, i: int, head: int) -> State:
        """A second verb shares the auxiliaries of the first, if it has neither its own nor a subject ("will meet and sign")."""
        words, token, first = self._words, self._tokens[i], self._tokens[head]
        if token.pos in ("NOUN", "PROPN", "ADJ") or first.pos in ("NOUN", "PROPN"):
            return self._outer[head] or FACT
        is_own = words.auxiliaries(i) or words.deps(i, "nsubj", "nsubjpass", "expl")
        if not is_own and (token.tag == first.tag or (token.tag == "VB" and words.auxiliaries(head))):
            return self.state(head)
        return self._outer[head] or FACT

    def _clause(self, i: int, head: int) -> State:
        """A clause under a verb, a noun or an adjective."""
        dep = self._tokens[i].dep
        if dep == "acomp":
            return self.state(head)
        if dep == "advcl":
            return self._adverbial(i, head)
        if dep == "pcomp":
            return self._gerund(i, head)
        is_infinitive = self._words.is_infinitive(i)
        if dep == "relcl" and not is_infinitive:
            return FACT
        kind = self._words.operator_over_clause(head, is_finite=self._words.is_finite(i))
        if kind is None and dep in ("ccomp", "acl"):
            kind = self._words.operator_over_told(i, head)
        if dep == "ccomp" and kind is None and self._words.is_backshifted(i, head):
            return FACT.under(self._lexicon, "arrangement", self._words.auxiliaries(i)[0])
        if kind == "arrangement" and self._words.is_past_appointment(i, head):
            kind = "failure"
        if kind is not None and (dep != "acl" or is_infinitive or self._words.is_finite(i)):
            return self.state(head).under(self._lexicon, kind, head)
        if dep == "ccomp" and self._words.affirms(head):
            return replace(self.state(head), time="open")
        if self._words.hands_on(head) or (dep in ("xcomp", "acomp", "oprd") and not is_infinitive):
            return self.state(head)
        if is_infinitive:
            is_meant = dep in ("acl", "relcl") and self._words.is_appointed_for(i, head)
            return replace(self.state(head), time="open").under(
                self._lexicon, "arrangement" if is_meant else "purpose", i
            )
        return FACT

    def _adverbial(self, i: int, head: int) -> State:
        words, above = self._words, self.state(head)
        if words.is_infinitive(i):
            kind = words.operator_over_clause(head, is_finite=False)
            if kind is not None:
                return above.under(self._lexicon, kind, head)
            return State(operators=above.operators, certainty=above.certainty).under(self._lexicon, "purpose", i)
        if not words.is_finite(i):
            return replace(above, is_negative=False)
        return FACT.at("future") if above.time == "future" and words.opens_with(i, _WHEN) else FACT

    def _gerund(self, i: int, preposition: int) -> State:
        """ "without meeting", "from meeting", "after meeting"."""
        words = self._words
        governor = words.governor(preposition)
        above = self.state(governor)
        if (led := self._led_by(preposition, above)) is not None:
            return led
        kind = words.operator_over_preposition(governor, preposition) or words.operator_over_clause(
            governor, is_finite=False
        )
        if kind is not None and words.phrase(preposition) in _LEADING:
            return above.under(self._lexicon, kind, governor)
        return FACT.at(above.time) if words.phrase(preposition) in _BESIDE else FACT

    def _led_by(self, preposition: int, above: State) -> State | None:
        """What a preposition that is itself an operator makes of what it leads ("without"), in a clause of state `above`."""
        kind = self._words.prepositional_operator(preposition)
        return replace(above, operators=()).under(self._lexicon, kind, preposition) if kind is not None else None

    # --- nouns -------------------------------------------------------------------------------------------------------

    def _object(self, i: int, head: int) -> State:
        words = self._words
        raised = self._raised(head)
        if self._tokens[i].dep == "nsubjpass" and raised is not None:
            return raised
        kind = words.operator_over_operator(head, i) or words.operator_over_object(head)
        if kind is not None:
            return self.state(head).under(self._lexicon, kind, head)
        if (state := words.state_of_object(head)) is not None:
            return self.state(head).under(self._lexicon, *state)
        return self.state(head) if words.is_made_by(head) else self._within(i, head)

    def _within(self, i: int, above: int) -> State:
        """A noun in the clause of the verb or noun `above`: what is new in what is no fact ("to fund a search") is a fact as far as that is; "the
        search" is known from elsewhere."""
        state = self.state(above)
        is_open = state.time == "future" or state.certainty != "certain"
        if not is_open or self._words.is_definite(i):
            return FACT
        kept = tuple(o for o in state.operators if not self._lexicon.signatures[o.kind].is_negative)
        return replace(state, is_negative=False, operators=kept)

    def _subject(self, i: int, head: int) -> State:
        words, above = self._words, self.state(head)
        raised = self._raised(head)
        if raised is not None:
            return raised
        kind = words.operator_over_object(head) if words.is_passive(head) else None
        kind = kind or words.operator_over_subject(head) or words.operator_over_bare_subject(head)
        if kind is not None:
            return above.under(self._lexicon, kind, head)
        for said in words.deps(head, "acomp") if words.lemma(head) in self._lexicon.copulas else ():
            if (of := words.adjective(said)) is not None:
                return above.under(self._lexicon, of, said)
        if (state := words.state_of_subject(head)) is not None:
            return above.under(self._lexicon, *state)
        return above if words.lemma(head) in self._lexicon.occurring else self._within(i, head)

    def _raised(self, head: int) -> State | None:
        """The state of a subject that belongs to a verb further down ("the talks are expected to be called off"), or None."""
        words = self._words
        last = head
        for _ in range(4):
            below = [
                v for c in (last, *words.deps(last, "acomp")) for v in words.deps(c, "xcomp") if words.is_infinitive(v)
            ]
            if not below:
                break
            last = below[0]
        if last == head:
            return None
        above = self.state(last)
        if words.is_passive(last) and (kind := words.operator_over_object(last)) is not None:
            return above.under(self._lexicon, kind, last)
        if (kind := words.operator_over_subject(last)) is not None:
            return above.under(self._lexicon, kind, last)
        is_told = words.is_passive(last) or words.lemma(last) in self._lexicon.occurring
        return above if is_told else None

    def _behind_preposition(self, i: int, preposition: int) -> State:
        words = self._words
        governor = words.governor(preposition)
        above = self.state(governor)
        if (led := self._led_by(preposition, above)) is not None:
            return led
        kind = words.operator_over_preposition(governor, preposition)
        if kind is not None:
            return above.under(self._lexicon, kind, governor)
        if words.goes_ahead_with(governor, preposition):
            return above
        phrase = words.phrase(preposition)
        if phrase == "of" and self._tokens[governor].pos == "NOUN":
            return above
        return FACT if phrase in _FROM_FACTS else self._within(i, governor)

    # --- what stands on the word itself ------------------------------------------------------------------------------

    def _with_own(self, i: int, outer: State) -> State:
        pos = self._tokens[i].pos
        if pos in ("VERB", "AUX"):
            return self._verb(i, outer)
        if pos in ("NOUN", "PROPN"):
            return self._noun(i, outer)
        return self._under(outer, self._words.on_verb(i)) if pos == "ADJ" else outer

    def _under(self, state: State, operators: Iterator[tuple[OperatorKind, int]]) -> State:
        for kind, token in operators:
            state = state.under(self._lexicon, kind, token)
        return state

    def _verb(self, i: int, outer: State) -> State:
        time = self._words.tense(i)
        is_led = outer.time == "future" and self._tokens[i].dep == "advcl" and not outer.operators
        if self._words.deps(i, "mark") and self._words.opens_with(i, ("whether",)):
            outer = replace(outer, is_negative=False)  # whether it was decided or not, it is asked
        state = outer if time is None or is_led else outer.at(time)
        under = self._under(state, self._words.on_verb(i))
        if (turn := self._timed(i, self._repeating)) is not None:
            under = under.under(self._lexicon, "repetition", turn)
        if time == "present" and under.time == "present" and (day := self._timed(i, self._ahead)) is not None:
            return under.under(self._lexicon, "arrangement", day)
        is_over = time == "past" and under.time == "future" and self._words.is_perfect(i)
        return under.at("past") if is_over else under

    def _timed(self, i: int, times: Container[int]) -> int | None:
        """The token of `times` that a verb is given by an adverbial, or None."""
        near = self._words.deps(i, "npadvmod", "tmod", "advmod", "prep")
        behind = (c for p in near if self._tokens[p].dep == "prep" for c in self._words.deps(p, "pobj"))
        return next((c for c in (*near, *behind) if c in times), None)

    def _noun(self, i: int, outer: State) -> State:
        state = self._under(outer, self._words.on_noun(i))
        for verb in self._words.deps(i, "acl", "relcl"):
            kind = self._words.operator_over_antecedent(verb)
            if kind is not None:
                time: Time = self._words.tense(verb) or "open"
                state = self._under(state.at(time), self._words.on_verb(verb)).under(self._lexicon, kind, verb)
        return state
