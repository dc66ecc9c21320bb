"""A cue in its place: the word that carries it, who it says speaks, and in which form the content hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.labels import FREE_CLAUSES, ON_NOUNS, SILENT, VERBAL
from memcon.domain.quotation import APOSTROPHE, PAIRS
from memcon.domain.spans import Span
from memcon.lexicon import words

_SUPPORTING = words("only_supporting")
_FIRST_PERSON = words("first_person")
_SAYING = words("saying")
_WRITINGS = words("paper_that_speaks") | words("writing_that_speaks")

_QUOTED_WORDS = 4
"""So many words between marks are somebody's; fewer may be a name or a single word that the outlet keeps at a distance."""

_BESIDE_A_VERB = FREE_CLAUSES | {"conj"}
_OPENING, _CLOSING = PAIRS.keys() - {APOSTROPHE}, {*PAIRS.values()} - {APOSTROPHE}


class Cue:
    """Questions about the cue of one relation. Tokens are indexes; -1 where there is none."""

    def __init__(self, index: TextIndex, relation: AttributionRelation) -> None:
        self.index = index
        self.tree = index.tree
        self.relation = relation

    @cached_property
    def tokens(self) -> Sequence[int]:
        return [i for span in self.relation.cue for i in self.index.inside(span)]

    @cached_property
    def root(self) -> int:
        """The word that carries the cue: its topmost verb past those that only support another ("continues to say"), else its topmost word; of "issued
        a statement saying" and "was quoted as saying" the saying."""
        tokens = self.index.tokens
        saying = next((i for i in self.tokens if self._only_says(i)), None)
        if saying is not None:
            return saying
        verbs = [i for i in self.tokens if tokens[i].pos == "VERB"] or [
            i for i in self.tokens if tokens[i].pos == "AUX"
        ]
        ranked = sorted(verbs or self.tokens, key=self.tree.depth)
        return next((i for i in ranked[:-1] if self.lemma_of(i) not in _SUPPORTING), ranked[-1] if ranked else -1)

    def _only_says(self, i: int) -> bool:
        """Whether a participle of saying closes what is told to be issued or quoted: a paper stands before it, or "as"."""
        if self.index.tokens[i].tag != "VBG" or self.lemma_of(i) not in _SAYING:
            return False
        before = [j for j in self.tokens if j < i]
        return any(self.lemma_of(j) in _WRITINGS for j in before) or self.tree.lower(i - 1) == "as"

    @cached_property
    def lemma(self) -> str:
        return self.lemma_of(self.root)

    def lemma_of(self, i: int) -> str:
        return self.tree.lemma(i) if i >= 0 else ""

    @property
    def pos(self) -> str:
        return self.index.tokens[self.root].pos if self.root >= 0 else ""

    # --- who speaks --------------------------------------------------------------------------------------------------------

    @cached_property
    def source(self) -> int:
        """The head of the words that name the speaker."""
        return head_of(self.index, self.relation.source)

    @property
    def is_first_person(self) -> bool:
        return self.source >= 0 and self.tree.lower(self.source) in _FIRST_PERSON

    @property
    def is_now(self) -> bool:
        """Whether the cue's verb, or for a participle the verb that it hangs on, tells of no past."""
        tokens, i = self.index.tokens, self.root
        while tokens[i].tag == "VBG" and tokens[i].dep in _BESIDE_A_VERB and tokens[i].head != i:
            i = tokens[i].head
        tags = {tokens[i].tag, *(tokens[c].tag for c in self.tree.auxiliaries(i))}
        return "VBD" not in tags and not self.tree.is_perfect(i)

    # --- what is told ------------------------------------------------------------------------------------------------------

    @cached_property
    def content(self) -> int:
        """The topmost word of the content."""
        return head_of(self.index, self.relation.content)

    @property
    def is_clause(self) -> bool:
        """Whether a verb with its own tense carries the content ("that talks failed")."""
        i = self.content
        is_verb = i >= 0 and self.index.tokens[i].pos in VERBAL
        return is_verb and self.tree.is_finite(i) and not self.tree.is_infinitive(i)

    @property
    def holds_a_clause(self) -> bool:
        """Whether a verb with its own tense stands in the content, no relative clause's: a clause, though the parser makes an object of it."""
        tokens = self.index.tokens
        return any(
            tokens[i].pos in VERBAL and tokens[i].dep not in ON_NOUNS and self.tree.is_finite(i)
            for i in self._inside
            if not any(tokens[j].dep in ON_NOUNS and j in self._inside for j in self.tree.above(i))
        )

    @property
    def is_infinitive(self) -> bool:
        """Whether the content begins with an infinitive, or has one as what its first words are to do ("Seoul to return")."""
        i = self.content
        if i < 0:
            return False
        return self.tree.is_infinitive(i) or any(
            self.tree.is_infinitive(c) and c in self._inside for c in self.tree.deps(self.root, "xcomp", "ccomp")
        )

    @cached_property
    def _inside(self) -> frozenset[int]:
        return frozenset(i for span in self.relation.content for i in self.index.inside(span))

    @property
    def is_quoted(self) -> bool:
        """Whether the content holds enough quoted words to be somebody's own."""
        return self.quotes(_QUOTED_WORDS)

    def quotes(self, least: int) -> bool:
        """Whether a piece of the content holds `least` words between marks."""
        text = self.index.text
        for span in self.relation.content:
            if self.relation.quote_type == "indirect":
                return False
            quoted, is_open = 0, self.relation.quote_type == "direct"
            for i in self.index.inside(span):
                mark = text[self.index.tokens[i].start]
                if mark in _OPENING or mark in _CLOSING:
                    is_open, quoted = (mark in _OPENING) or self.relation.quote_type == "direct", quoted
                elif is_open:
                    quoted += 1
            if quoted >= least:
                return True
        return False


def head_of(index: TextIndex, spans: Sequence[Span]) -> int:
    """The topmost word of some spans, the first of several; -1 where no word stands there."""
    inside = [i for span in spans for i in index.inside(span) if index.tokens[i].pos not in SILENT]
    return min(inside, key=index.tree.depth, default=-1)
