"""Reading an annotation as a careful person would: who is the subject, what hangs on what, which names are coordinated.

A `Syntax` is an index over one `Annotation`; it holds no judgement of its own. Dependency labels are ClearNLP's
(the labels of spaCy's English pipelines). Where the parser is weak (long coordinations of names with titles) the look-ups
go by the order of the words instead of by the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from memcon.domain.actors import Mention
from memcon.domain.annotation import Annotation, Factuality, Sentence
from memcon.domain.spans import Evidence, Span, cite
from memcon.domain.times import Timex
from memcon.domain.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
_LINKS = frozenset({",", "and", "&", "/"})
_DEEPEST = 200
"""Trees are climbed no further; real sentences stay far below."""

_LONGEST_INSERT = 16
"""How many tokens may stand between two coordinated names."""

_POSITIONS = frozenset({"right", "left", "center", "centre", ")", "("})
"""Words of photo captions that stand between two names ("A, right, and B")."""

_LONG_LINKS = (("as", "well", "as"), ("together", "with"), ("along", "with"), ("and", "also"))
_OBJECT_CONTROL = frozenset(
    {
        "invite",
        "ask",
        "urge",
        "persuade",
        "order",
        "allow",
        "force",
        "tell",
        "encourage",
        "press",
        "help",
        "want",
        "let",
        "send",
    }
)
"""Verbs whose object is the subject of their infinitive ("invited the minister to visit")."""

HANDING_OVER = frozenset({"extend", "issue", "send", "give", "offer", "make", "hand", "grant", "repeat"})
"""Verbs whose object may be an invitation: another than the subject is to come."""

_BEFORE_NAMES = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN", "PRON", "PART"})
_DETERMINERS = frozenset({"the", "both", "his", "her", "their", "its", "a", "an"})


class Syntax:
    """An index over an annotation's tokens: dependents, subjects, extents, and which mention or time a token stands in."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.tokens: Sequence[Token] = annotation.tokens
        self.text = annotation.document.text
        self.tree = annotation.tree
        self.children = annotation.tree.children

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {t.start: t.i for t in self.tokens}

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Token index → the mention whose span covers it."""
        return {i: m for m in self.annotation.mentions for i in self.inside(m.span)}

    @cached_property
    def timex_at(self) -> dict[int, Timex]:
        """Token index → the time expression whose span covers it."""
        return {i: t for t in self.annotation.times for i in self.inside(t.span)}

    def inside(self, span: Span) -> range:
        """The indexes of the tokens that lie in `span` (half-open, in text order)."""
        first = self._first_at_or_after(span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].end <= span.end:
            last += 1
        return range(first, last)

    def _first_at_or_after(self, offset: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def sentence(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.annotation.sentences[self.tokens[i].sentence]

    def deps(self, i: int, *labels: str) -> list[int]:
        """The dependents of `i` that carry one of `labels`, in text order."""
        return [c for c in self.children[i] if self.tokens[c].dep in labels]

    def lemma(self, i: int) -> str:
        return self.tokens[i].lemma.lower()

    def lower(self, i: int) -> str:
        return self.tokens[i].text.lower()

    @cached_property
    def _extents(self) -> list[tuple[int, int]]:
        found = [(t.i, t.i) for t in self.tokens]
        # dependents may stand on either side, so climb from each token to its root (trees are shallow)
        for token in self.tokens:
            i, seen = token.i, 0
            while self.tokens[i].head != i and seen < 200:
                i = self.tokens[i].head
                low, high = found[i]
                if token.i < low or token.i > high:
                    found[i] = (min(low, token.i), max(high, token.i))
                seen += 1
        return found

    def depth(self, i: int) -> int:
        """How many words stand above token `i` in its tree."""
        depth = 0
        while self.tokens[i].head != i and depth < _DEEPEST:
            i, depth = self.tokens[i].head, depth + 1
        return depth

    def extent(self, i: int) -> tuple[int, int]:
        """First and last token index of the subtree of `i`."""
        return self._extents[i]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def factuality(self, i: int) -> Factuality:
        """How much of what token `i` tells is fact; a plain fact of open time where nothing was read."""
        found = self.annotation.factuality_at.get(i)
        return found or Factuality(token=i, is_negative=False, certainty="certain", time="open")

    def is_over(self, verb: int, i: int) -> bool:
        """Whether `verb` is one of the operators over token `i` ("cancelled" over "visit")."""
        return any(o.token == verb for o in self.factuality(i).operators)

    def is_denied(self, i: int) -> bool:
        """Whether what token `i` tells is told as not being so ("did not attend", "refused to attend")."""
        return self.factuality(i).is_negative

    def is_supposed(self, i: int) -> bool:
        """Whether token `i` stands in a condition or a question ("if they meet")."""
        return self.factuality(i).operator("condition", "question") is not None

    def cite_sentence(self, i: int) -> Evidence:
        """The sentence of token `i` as evidence."""
        return cite(self.text, self.sentence(i).span)

    # --- verbs ---------------------------------------------------------------------------------------------------

    def subjects(self, verb: int) -> list[int]:
        """The subject tokens of a verb; of a verb without one, those of the verb it is coordinated with or controlled by;
        of a participle behind a noun, that noun ("talks held in Seoul")."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = [c for c in self.children[verb] if self.tokens[c].dep in SUBJECTS and not self._is_parted(c, verb)]
            relative = [c for c in own if self.tokens[c].tag in {"WDT", "WP", "WP$"}]
            if own and relative and self.tokens[verb].dep == "relcl":
                return [self.tokens[verb].head]
            if own:
                return own
            dep, head = self.tokens[verb].dep, self.tokens[verb].head
            if dep in {"xcomp", "ccomp"} and self.lemma(head) in _OBJECT_CONTROL:
                controlled = self.deps(head, "dobj")
                if controlled:
                    return controlled
            if dep in {"xcomp", "ccomp", "advcl"} and self.lemma(head) == "call":  # "called on the king to resign"
                called = [
                    o for p in self.deps(head, "prep") if self.lower(p) in {"on", "upon"} for o in self.deps(p, "pobj")
                ]
                if called:
                    return called
            if dep == "acl" and self._is_planned_in(verb, head):
                verb = self.tokens[head].head  # "announced plans to visit": whoever announced them
                continue
            if dep == "acl" and self.tokens[verb].tag in {"VBG", "VB"}:
                return [head]
            if (
                dep in {"conj", "xcomp", "advcl", "aux", "auxpass", "ccomp", "pcomp", "pobj", "prep", "acomp"}
                and head != verb
            ):
                verb = head
                continue
            return []
        return []

    def _is_planned_in(self, verb: int, noun: int) -> bool:
        """Whether an infinitive tells what a noun such as "plan" is of, and the noun is somebody's object; not what they extend to another."""
        is_over = any(o.token == noun for o in self.factuality(verb).operators)
        governor = self.tokens[noun].head
        return is_over and self.tokens[noun].dep == "dobj" and self.lemma(governor) not in HANDING_OVER

    def _is_parted(self, subject: int, verb: int) -> bool:
        """Whether a semicolon stands between: "State visit; met with the premier" is two notes."""
        return any(self.tokens[i].text == ";" for i in range(subject, verb))

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive, or a past participle behind its noun; "reports that he had met her" is neither."""
        token = self.tokens[verb]
        if self.deps(verb, "auxpass", "nsubjpass"):
            return True
        if self.deps(verb, "nsubj") or any(self.lemma(c) == "have" for c in self.deps(verb, "aux")):
            return False
        return token.tag == "VBN" and token.dep in {"acl", "amod"}

    def controllers(self, verb: int) -> list[int]:
        """`verb` and the verbs that govern it as a complement, nearest first: "set" and "expected" for "was set to hold"."""
        found = [verb]
        i = verb
        while self.tokens[i].dep in {"xcomp", "pcomp"} or (
            self.tokens[i].dep in {"advcl", "ccomp"} and self._is_infinitive(i)
        ):
            i = self.tokens[i].head
            if i in found:
                break
            found.append(i)
        return found

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.lower(c) == "to" and self.tokens[c].tag == "TO" for c in self.children[verb])

    def agents(self, verb: int) -> list[Mention]:
        """Who does what a passive or a participle tells ("led by A and B")."""
        behind = (p for p in self.deps(verb, "agent", "prep") if self.lower(p) == "by")
        return [m for p in behind for m in self.mentions_from(p + 1)]

    # --- names ---------------------------------------------------------------------------------------------------

    def mentions_from(self, first: int, *, within: int = 3) -> list[Mention]:
        """The mentions coordinated from the first one that starts at most `within` tokens behind token index `first`.

        Only determiners and adjectives may stand before the first; only commas and "and" between two.
        """
        i = first
        while i < len(self.tokens) and i <= first + within:
            mention = self.mention_at.get(i)
            if mention is not None and mention.is_possessive:
                i = self.inside(mention.span)[-1] + 1
                first = i
                continue
            if mention is not None:
                return list(self._chain(mention))
            is_behind_name = self.lower(i) == "and" and i > first and self.tokens[i - 1].pos == "PROPN"
            if is_behind_name:  # a name that no layer knows as an actor: what is coordinated with it still counts
                first = i
            elif self.lower(i) == "of" and i > first and self.tokens[i - 1].pos == "PROPN":
                first = i  # a title that reaches on ("General Secretary of the Party …")
            elif self.tokens[i].pos not in _BEFORE_NAMES or self.tokens[i].tag == "WDT":
                return []
            i += 1
        return []

    def mentions_around(self, i: int) -> list[Mention]:
        """The mentions coordinated with the one that covers token `i`, on both sides of it."""
        mention = self.mention_at.get(i)
        if mention is None:
            return []
        found = [mention]
        while (before := self._previous(found[0])) is not None:
            found.insert(0, before)
        for after in self._chain(mention):
            if after not in found:
                found.append(after)
        return found

    def _chain(self, mention: Mention) -> Iterator[Mention]:
        current: Mention | None = mention
        while current is not None:
            yield current
            current = self._next(current)

    def _next(self, mention: Mention) -> Mention | None:
        inside = self.inside(mention.span)
        if not inside or mention.is_possessive:
            return None
        sentence = self.tokens[inside[-1]].sentence
        i = self._skip_links(inside[-1] + 1, sentence)
        if i is None or (i < len(self.tokens) and i not in self.mention_at and self.lower(i) not in _DETERMINERS):
            i = self._skip_insert(inside[-1] + 1, sentence) or i
        if i is None:
            return None
        if i < len(self.tokens) and self.lower(i) in _DETERMINERS:
            i += 1
        found = self.mention_at.get(i)
        return found if found is not None and self.inside(found.span)[0] >= i - 1 else None

    def _skip_insert(self, i: int, sentence: int) -> int | None:
        """Past an apposition or participle between commas to "and" and the next name: "A, the country's envoy, and B"."""
        limit = min(i + _LONGEST_INSERT, len(self.tokens) - 1)
        while i < limit and self.tokens[i].sentence == sentence:
            if self.tokens[i].pos in {"VERB", "AUX"} and self.tokens[i].tag not in {"VBG", "VBN"}:
                return None
            if self.tokens[i].text == "," and self.lower(i + 1) == "and" and i + 2 in self.mention_at:
                return i + 2
            i += 1
        return None

    def _skip_links(self, i: int, sentence: int) -> int | None:
        begin = i
        while i < len(self.tokens) and self.tokens[i].sentence == sentence:
            long = next(
                (
                    w
                    for w in _LONG_LINKS
                    if tuple(self.lower(j) for j in range(i, min(i + len(w), len(self.tokens)))) == w
                ),
                None,
            )
            if long is not None:
                i += len(long)
            elif self.lower(i) in _LINKS or (self.lower(i) in _POSITIONS and i > begin):
                i += 1
            else:
                break
        return i if i > begin else None

    def _previous(self, mention: Mention) -> Mention | None:
        inside = self.inside(mention.span)
        if not inside:
            return None
        i = inside[0] - 1
        if i >= 0 and self.lower(i) in _DETERMINERS:
            i -= 1
        begin = i
        while (
            i >= 0 and self.lower(i) in _LINKS | _POSITIONS and self.tokens[i].sentence == self.tokens[begin].sentence
        ):
            i -= 1
        if i < 0 or i == begin:
            return None
        found = self.mention_at.get(i)
        if found is None or found.is_possessive or self.tokens[i].sentence != self.tokens[begin].sentence:
            return None
        return found
