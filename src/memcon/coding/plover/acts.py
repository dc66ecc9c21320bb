"""Acts: what each predicate of a text is coded as by rules alone. A frame gives what a verb means by itself, the words above it what becomes of that.
Frames, nouns and operators are the codebook's (`memcon.codebook.acts`); `main_act` is what a sentence tells first of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.codebook.acts import Acts
from memcon.coding.plover.act import COOPERATION, Act, intended
from memcon.coding.plover.frames import complements, frame_of, names_of, nominal_frame, objects_of
from memcon.coding.plover.operators import OPERATORS, Governing, is_undone, refusing
from memcon.domain.labels import AUXILIARIES, OPENING, VERBAL
from memcon.domain.tree import Tree
from memcon.lexicon import words

_FUTURE = words("future_auxiliary") | words("telling_what_is_ahead")
_OBLIGING = words("obliging_auxiliary")
_NEVER = words("never_done")
_DEEPEST = 6


class ActReader:
    """Codes the predicates of one text, each once."""

    def __init__(self, tree: Tree, acts: Acts) -> None:
        self.tree = tree
        self.acts = acts
        self.denied: set[int] = set()
        """Words of acts that are told as not done ("failed to arrest him")."""
        self._known: dict[int, Act | None] = {}

    def act(self, verb: int, depth: int = 0) -> Act | None:
        """What `verb` is coded as, with what it governs; None where it names nothing that PLOVER codes."""
        if verb not in self._known:
            self._known[verb] = None
            self._known[verb] = self._read(verb, depth) if depth < _DEEPEST else None
        return self._known[verb]

    def _read(self, verb: int, depth: int) -> Act | None:
        frame = frame_of(self.tree, self.acts, verb)
        own = None
        if frame is not None:
            own = Act(token=verb, core=verb, type=frame.type, mode=frame.mode, because="frame")
        inner = self._inner(verb, depth)
        made = self._governed(verb, own, inner)
        if made is None:
            made = own
        return self._told(verb, made) if made is not None else None

    def _inner(self, verb: int, depth: int) -> Act | None:
        """The act that a verb governs: of its clause or infinitive, else of an object that is an act by itself."""
        for c in complements(self.tree, verb):
            if (found := self.act(c, depth + 1)) is not None:
                return found
        for _, preposition in names_of(self.tree, verb):
            for o in objects_of(self.tree, verb, preposition):
                if (found := self.noun_act(o)) is not None:
                    return found
        return None

    def is_reversed(self, act: Act) -> bool:
        """Whether the subject is whom an act is done to ("received aid from Peru")."""
        frame = frame_of(self.tree, self.acts, act.core) if act.because == "frame" else None
        return frame is not None and frame.is_reversed

    def noun_act(self, noun: int) -> Act | None:
        """What a noun is coded as that is an act by itself."""
        frame = nominal_frame(self.tree, self.acts, noun)
        if frame is not None:
            return Act(token=noun, core=noun, type=frame.type, mode=frame.mode, because="nominal")
        named = self.named(noun)
        return Act(token=noun, core=noun, type=named, mode=None, because="noun") if named else None

    def named(self, noun: int) -> str | None:
        """The type of the act that a noun names, also behind a word of number ("a series of attacks")."""
        own = self.acts.nouns.get(self.tree.lemma(noun))
        if own is not None or self.tree.lemma(noun) not in self.acts.classes["number"]:
            return own
        of = self.tree.led_by(noun, "of")
        return next((t for o in of if (t := self.acts.nouns.get(self.tree.lemma(o)))), None)

    def operators(self, verb: int) -> frozenset[str]:
        """What a verb does to the act that it governs."""
        for c in self.tree.deps(verb, "acomp", "oprd"):
            if self.tree.lemma(c) in self.acts.operators:
                return self.acts.operators[self.tree.lemma(c)]
        for name, _ in names_of(self.tree, verb):
            if name in self.acts.operators:
                return self.acts.operators[name]
        return frozenset()

    def _governed(self, verb: int, own: Act | None, inner: Act | None) -> Act | None:
        """What an operator makes of the act below it."""
        does = self.operators(verb)
        governing = Governing(
            tree=self.tree, verb=verb, does=does, own=own, inner=inner, read=lambda c: self.act(c, depth=1)
        )
        for rule in OPERATORS:
            if answer := rule(governing):
                if rule is refusing and inner is not None and is_undone(governing):
                    self.denied |= {inner.token, inner.core}
                return answer[0]
        return None

    def _told(self, verb: int, act: Act) -> Act | None:
        """What tense, mood and negation make of an act."""
        tree = self.tree
        is_negative = bool(tree.deps(verb, "neg")) or any(tree.lower(c) in _NEVER for c in tree.children[verb])
        auxiliaries = {tree.lower(c) for c in tree.auxiliaries(verb)}
        if is_negative:
            if act.type in COOPERATION or (act.type == "PROTEST" and auxiliaries & _FUTURE):
                return replace(act, type="REJECT", mode=None, because="negated")
            self.denied |= {act.token, act.core}
            return None
        if auxiliaries & _FUTURE:
            return intended(act)
        return act

    def _is_own_word(self, verb: int) -> bool:
        """Whether what is said is said of oneself ("said it had violated"), or denied."""
        subjects = self.tree.deps(verb, "nsubj")
        is_denied = bool(self.tree.deps(verb, "neg"))
        return is_denied or not subjects or any(self.tree.tokens[s].pos == "PRON" for s in subjects)

    def obliged(self, verb: int) -> Act | None:
        """What somebody says must be done ("said that Peru must release him")."""
        tree = self.tree
        is_said = tree.tokens[verb].dep == "ccomp" and "report" in self.operators(tree.tokens[verb].head)
        if is_said and tree.lemma(verb) in self.acts.classes["misdeed"] and not self._is_own_word(verb):
            return Act(token=tree.tokens[verb].head, core=verb, type="ACCUSE", mode="allege", because="saying so")
        is_asked = is_said and "oblige" in self.operators(tree.tokens[verb].head)
        if is_asked and any(tree.lower(c) in _OBLIGING for c in tree.auxiliaries(verb)):
            return Act(token=tree.tokens[verb].head, core=verb, type="REQUEST", mode="change", because="obliging")
        return None


def predicates(tree: Tree, first: int, last: int) -> Iterator[int]:
    """The predicates of a sentence (tokens `first` to `last`, exclusive) from the main one down: the main clause's, what is reported, its
    complements, what is coordinated, then clauses that hang on others."""
    roots = [i for i in range(first, last) if tree.tokens[i].head == i]
    queue = list(roots)
    seen: set[int] = set()
    order = {"ccomp": 0, "xcomp": 0, "conj": 1, "advcl": 2, "dobj": 2, "nsubj": 3, "nsubjpass": 3, "acl": 3, "relcl": 4}
    while queue:
        i = queue.pop(0)
        if i in seen:
            continue
        seen.add(i)
        yield i
        below = [
            c for c in tree.children[i] if not (tree.tokens[c].pos in OPENING or tree.tokens[c].dep in AUXILIARIES)
        ]
        queue.extend(sorted(below, key=lambda c: (order.get(tree.tokens[c].dep, 3), c)))


def main_act(reader: ActReader, first: int, last: int) -> Act | None:
    """The act that a sentence tells first of all, None where it tells none."""
    noun: Act | None = None
    for i in predicates(reader.tree, first, last):
        token = reader.tree.tokens[i]
        if token.pos in VERBAL:
            if token.dep == "amod":
                continue
            found = reader.obliged(i) or reader.act(i)
            if found is not None:
                return found
        elif token.pos == "NOUN" and noun is None:
            noun = reader.noun_act(i)
    return noun
