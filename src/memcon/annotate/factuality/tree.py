"""One document's dependency tree: what hangs on what, and what a verb's own form tells."""

from __future__ import annotations

from collections.abc import Container, Sequence

from memcon.domain.tokens import Time, Token

_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_WAS = frozenset({"was", "were", "been"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "being"})


class Tree:
    """The words of one document by their places. Verbs are meant without their auxiliaries; every argument `i` is a token's index."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)

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
        """Whether a verb is passive: by its auxiliary, as a participle on a noun, or in the short form of headlines ("summit called off")."""
        token = self._tokens[i]
        if token.tag != "VBN":
            return False
        if self.deps(i, "auxpass", "nsubjpass"):
            return True
        is_active = self.is_perfect(i) or bool(self.deps(i, "dobj"))
        is_short = token.dep == "ROOT" and bool(self.deps(i, "nsubj")) and not self.auxiliaries(i)
        return not is_active and (token.dep in ("acl", "relcl", "amod") or is_short)

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
        before, head = preposition - 1, self._tokens[preposition].head
        is_row = head == before or (before in self.deps(preposition, "advmod"))
        if is_row and self._tokens[before].pos in ("ADP", "SCONJ", "ADV"):
            return f"{self.lower(before)} {self.lower(preposition)}"
        behind = preposition + 1
        if behind in self.deps(preposition, "pcomp") and self._tokens[behind].pos == "ADP":
            return f"{self.lower(preposition)} {self.lower(behind)}"
        return self.lower(preposition)

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
