"""Relations as a reader would cut them: content in whole words, clauses and quotations, and words within words given to their own speaker.

The tagger marks pieces of words and the rules know clauses only; both may stop in the middle of a phrase, leave out words between two pieces or
run on. What is done here changes where content begins and ends, never who speaks: PolNeAR's relations are measured before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.annotate.attributions.candidates import Candidate, merged
from memcon.annotate.attributions.clauses import behind_as, said_in_between, says_that
from memcon.annotate.attributions.page import Page
from memcon.annotate.attributions.subjects import spoken_of, who_says
from memcon.annotate.quotes import SpanIndex
from memcon.domain.annotation import AttributionRelation
from memcon.domain.labels import CLOSING_QUOTE, OPENING_QUOTE, RELATIVE_HEADS, RELATIVES, TENSED, VERBAL
from memcon.domain.spans import Span
from memcon.lexicon import words

_SAYING = words("saying")
_FARTHEST = 30
"""Tokens that a clause may lack at one of its ends, or between two of its pieces, at most."""

_INSIDE = frozenset("-'’/%()“”\"‘")
"""Marks that do not end a clause."""

_STRAY = 3
"""Tokens of a piece so short that, away from the rest, it is no clause."""

_OF_NESTED = 0.8
"""The confidence of a relation found in another's content by a verb of saying with its subject and clause: that of the rule on PolNeAR."""


def make_whole(page: Page, found: Sequence[AttributionRelation]) -> tuple[AttributionRelation, ...]:
    """`found` with whole contents, and the relations within them, in the order of their cues."""
    taken = SpanIndex(merged([span for r in found for span in (*r.source, *r.cue)]))
    whole = [_whole(page, relation, taken) for relation in found]
    return tuple(sorted((*_without_repeats(whole), *_nested(page, whole)), key=lambda r: r.cue))


def _whole(page: Page, relation: AttributionRelation, taken: SpanIndex) -> AttributionRelation:
    """The relation with a speaker where its verb has one, and with content that a reader would quote."""
    cutter = _Cutter(page, relation, taken)
    content = _main_clause(page, relation) or cutter.content()
    source = relation.source or cutter.doer(content)
    if not content or (content == relation.content and source == relation.source):
        return replace(relation, source=source)
    return replace(relation, source=source, content=content, quote_type=page.quoted.type_of(content))


def _main_clause(page: Page, relation: AttributionRelation) -> tuple[Span, ...]:
    """What was said behind "As I said last week, …", where the tagger marks nothing of it."""
    main = behind_as(page, relation.cue[0])
    is_marked = main is not None and any(main.overlaps(span) for span in relation.content)
    return (main,) if main is not None and not is_marked else ()


class _Cutter:
    """Cuts the content of one relation. Pieces are spans in text order."""

    def __init__(self, page: Page, relation: AttributionRelation, taken: SpanIndex) -> None:
        self.page = page
        self.relation = relation
        self.taken = taken
        self.own = (*relation.source, *relation.cue)

    def content(self) -> tuple[Span, ...]:
        parted = [part for piece in self.relation.content for part in self._parted(self._in_words(piece))]
        cut = self._joined(merged([self._short_of_next_verb(piece) for piece in parted]))
        clauses = [Span(self._clause_start(p), self._clause_end(p)) for p in self._without_strays(cut)]
        whole = merged([part for piece in clauses for part in self._in_quotation(piece)])
        following = self._following(whole)
        pieces = merged((*whole, following)) if following is not None else whole
        return tuple(part for piece in pieces for part in self._around_own(piece))

    def doer(self, content: Sequence[Span]) -> tuple[Span, ...]:
        """Who does what the cue's verb tells, where the relation lacks a source."""
        verb = next((i for i in self._tokens(self.relation.cue[0]) if self.page.tokens[i].pos == "VERB"), None)
        subject = who_says(self.page.tree, verb) if verb is not None else None
        if subject in set(spoken_of(self.page, self.relation.cue[0])):
            return ()
        phrase = self.page.phrase(subject) if subject is not None else None
        if phrase is None or any(phrase.overlaps(span) for span in (*content, *self.relation.cue)):
            return ()
        return (phrase,)

    # --- words and sentences ---------------------------------------------------------------------------------------------

    def _tokens(self, span: Span) -> range:
        """The tokens that have a character in `span`."""
        starts = self.page.starts
        return range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))

    def _in_words(self, piece: Span) -> Span:
        inside = [i for i in self._tokens(piece) if self.page.tokens[i].end > piece.start]
        if not inside:
            return piece
        return Span(self.page.tokens[inside[0]].start, max(piece.end, self.page.tokens[inside[-1]].end))

    def _parted(self, piece: Span) -> Iterator[Span]:
        """The piece without a quotation in the next sentence into which its indirect words run on."""
        quoted = self.page.quoted
        n = self._sentence(piece.start) + 1
        if n < len(self.page.sentences) and not self._opens(piece):
            start = self.page.sentences[n].span.start
            if piece.start < start < piece.end and (quote := quoted.at(start)) is not None and quote.start == start:
                piece = Span(piece.start, self.page.sentences[n - 1].span.end)
        yield self.page.trim(piece) or piece

    def _short_of_next_verb(self, piece: Span) -> Span:
        """The piece without the next thing that the cue's subject does: "warned that talks would fail" ends before "and left"."""
        tokens, tree = self.page.tokens, self.page.tree
        for i in self._tokens(piece):
            if tokens[i].start > piece.start and self._is_next_deed(i):
                end = next((c for c in tree.deps(tokens[i].head, "cc") if c < i), i)
                kept = self.page.trim(Span(piece.start, max(piece.start, tokens[end].start)))
                return kept or piece
        return piece

    def _is_next_deed(self, i: int) -> bool:
        """Whether a verb without a subject of its own is coordinated with the cue; also where the parser hangs it on the clause that is told
        though a past verb does not go on from "would fail"."""
        token = self.page.tokens[i]
        if token.dep != "conj" or token.pos != "VERB" or self.page.quoted.at(token.start) is not None:
            return False
        if self.page.tree.child(i, "nsubj", "nsubjpass", "mark") is not None:
            return False
        head = self.page.tokens[token.head]
        is_parted = head.tag == "VB" and token.tag in TENSED and token.tag != "VBP"
        return is_parted or token.head in self._tokens(self.relation.cue[0])

    def _sentence(self, place: int) -> int:
        i = max(0, bisect_right(self.page.starts, place) - 1)
        return self.page.tokens[i].sentence

    # --- pieces ------------------------------------------------------------------------------------------------------------

    def _joined(self, pieces: Sequence[Span]) -> list[Span]:
        """Pieces of one sentence with nothing but a few words between them that belong to nobody else are one."""
        joined: list[Span] = []
        for piece in pieces:
            if joined and self._is_gap_of_words(joined[-1], piece):
                joined[-1] = Span(joined[-1].start, piece.end)
            else:
                joined.append(piece)
        return joined

    def _is_gap_of_words(self, one: Span, other: Span) -> bool:
        gap = Span(one.end, other.start)
        if self._sentence(one.end - 1) != self._sentence(other.start) and not self._is_one_quotation(one, other):
            return False
        return len(self._tokens(gap)) <= _FARTHEST and not self.taken.within(gap)

    def _is_one_quotation(self, one: Span, other: Span) -> bool:
        quote = self.page.quoted.at(one.end - 1)
        return quote is not None and quote == self.page.quoted.at(other.start)

    def _without_strays(self, pieces: Sequence[Span]) -> list[Span]:
        """Pieces that are quoted, or clauses in the sentence of the cue; what stands apart from these and is no clause is left out."""
        if len(pieces) < 2:
            return list(pieces)
        here = self._sentence(self.relation.cue[0].start)
        kept = [p for p in pieces if self._is_quoted(p) or (self._is_near(p, here) and self._is_enough(p))]
        return kept or [max(pieces, key=lambda p: p.end - p.start)]

    def _is_near(self, piece: Span, sentence: int) -> bool:
        return self._sentence(piece.start) == sentence or self._sentence(piece.end - 1) == sentence

    def _is_enough(self, piece: Span) -> bool:
        inside = self._tokens(piece)
        is_beside = any(abs(piece.start - s.end) <= 2 or abs(s.start - piece.end) <= 2 for s in self.own)
        has_verb = any(self.page.tokens[i].pos in VERBAL for i in inside)
        return len(inside) > _STRAY and (has_verb or is_beside)

    def _is_quoted(self, piece: Span) -> bool:
        quote = self.page.quoted.at(piece.start)
        return quote is not None and piece.end - piece.start > 1

    # --- ends ----------------------------------------------------------------------------------------------------------------

    def _in_quotation(self, piece: Span) -> Iterator[Span]:
        """The piece with the whole of a quotation in which it begins or ends, in all its paragraphs."""
        start, end = piece.start, piece.end
        for quote in filter(None, (self.page.quoted.at(start), self.page.quoted.at(end - 1))):
            if not any(quote.overlaps(span) for span in self.own):
                start, end = min(start, quote.start), max(end, quote.end)
                yield from (p for p in self.page.whole_quotation(quote) if p != quote)
        yield Span(start, end)

    def _following(self, pieces: Sequence[Span]) -> Span | None:
        """The quotation that goes on right behind the sentence of "“A,” she said. “B.”", where nobody else says it."""
        here = self._sentence(self.relation.cue[-1].start)
        sentences, text = self.page.sentences, self.page.text
        if here + 1 >= len(sentences) or sentences[here + 1].block != sentences[here].block:
            return None
        is_broken = any(
            text[max(0, p.end - 3) : p.end].rstrip("”\"'’»").endswith(",") and self._opens(p) for p in pieces
        )
        start, end = sentences[here + 1].span.start, self.page.block_end(here + 1)
        quote = self.page.quoted.at(start)
        if quote is None and text.startswith(OPENING_QUOTE, start):
            close = text.find(CLOSING_QUOTE, start, end)
            quote = Span(start, close + len(CLOSING_QUOTE)) if close >= 0 else None
        if quote is None or quote.start != start or not is_broken:
            return None
        last = sentences[self._sentence(quote.end - 1)].span
        return None if self.taken.within(Span(start, max(quote.end, last.end))) else quote

    def _opens(self, piece: Span) -> bool:
        return self._is_quoted(piece) or self.page.text.startswith(OPENING_QUOTE, piece.start)

    def _clause_end(self, piece: Span) -> int:
        tokens, end = self.page.tokens, piece.end
        i = bisect_left(self.page.starts, end) - 1
        if self.page.quoted.at(end - 1) is not None and not self.page.quoted.at(end):
            return end
        is_clause = any(self.page.tree.is_finite(t) for t in self._tokens(piece) if tokens[t].pos in VERBAL)
        for _ in range(_FARTHEST):
            if i + 1 >= len(tokens) or self._stops(i, i + 1) or self._is_main(i + 1):
                break
            if not is_clause and tokens[i + 1].pos in VERBAL and self.page.tree.is_finite(i + 1):
                break
            i += 1
        return max(end, tokens[i].end)

    def _clause_start(self, piece: Span) -> int:
        tokens, start = self.page.tokens, piece.start
        i = bisect_left(self.page.starts, start)
        if i >= len(tokens) or self.page.quoted.at(start) is not None or tokens[i].dep == "mark":
            return start
        top = min(self._tokens(piece), key=self.page.tree.depth, default=i)
        for _ in range(min(_FARTHEST, max(0, i - self.page.tree.first(top)))):
            if i == 0 or self._stops(i, i - 1) or tokens[i - 1].tag in RELATIVES or self._is_main(i - 1):
                break
            i -= 1
        return min(start, tokens[i].start)

    def _stops(self, here: int, beside: int) -> bool:
        """Whether the clause ends between two neighbouring words: at a mark, a conjunction, a new sentence, or words of another role."""
        token = self.page.tokens[beside]
        if token.sentence != self.page.tokens[here].sentence or token.pos in {"CCONJ", "SCONJ", "SPACE"}:
            return True
        if token.dep == "mark" or self.taken.within(token.span):
            return True
        return token.pos == "PUNCT" and token.text not in _INSIDE

    def _is_main(self, i: int) -> bool:
        """Whether token `i` governs the cue: the clause around it."""
        inside = self._tokens(self.relation.cue[0])
        return any(above == i for above in self.page.tree.above(inside[0])) if len(inside) else False

    def _around_own(self, piece: Span) -> list[Span]:
        """The piece without the words of its cue and source."""
        parts = [piece]
        for hole in self.own:
            parts = [rest for part in parts for rest in _without(self.page, part, hole)]
        return parts


def _without(page: Page, piece: Span, hole: Span) -> list[Span]:
    if not piece.overlaps(hole):
        return [piece]
    ends = ((piece.start, max(piece.start, hole.start)), (min(piece.end, hole.end), piece.end))
    return [kept for start, end in ends if start < end and (kept := page.trim(Span(start, end))) is not None]


# --- several relations ---------------------------------------------------------------------------------------------------------


def _without_repeats(found: Sequence[AttributionRelation]) -> list[AttributionRelation]:
    """The relations, of those of one speaker with the same words the surer one."""
    kept: list[AttributionRelation] = []
    for one in sorted(found, key=lambda r: -r.confidence):
        near = (k for k in kept if k.source and one.source and k.content == one.content)
        if not any(k.source[0] == one.source[0] or k.content == one.content for k in near):
            kept.append(one)
    return kept


def _nested(page: Page, found: Sequence[AttributionRelation]) -> Iterator[AttributionRelation]:
    """The relations in the content of others: "the agency reported that a minister said …" has the minister's words."""
    contents = SpanIndex(merged([span for r in found for span in r.content]))
    cues = SpanIndex(merged([span for r in found for span in r.cue]))
    seen: set[Span] = set()
    for rule in (says_that, said_in_between):
        for one in rule(page):
            if (
                one.cue not in seen
                and contents.at(one.cue.start)
                and not cues.within(one.cue)
                and _is_others(page, one)
            ):
                seen.add(one.cue)
                yield _relation_of(page, one)


def _is_others(page: Page, one: Candidate) -> bool:
    """Whether a verb of saying has a subject of its own that is no pronoun: a pronoun may be the speaker of the words around."""
    if one.source is None or page.tree.lemma(one.verb) not in _SAYING:
        return False
    return not any(
        (t.tag == "PRP" or t.tag in RELATIVE_HEADS) and t.span == one.source
        for t in page.tokens[one.verb - 8 : one.verb + 8]
    )


def _relation_of(page: Page, one: Candidate) -> AttributionRelation:
    return AttributionRelation(
        source=(one.source,) if one.source else (),
        cue=(one.cue,),
        content=one.content,
        quote_type=page.quoted.type_of(one.content),
        confidence=_OF_NESTED,
        method="rules",
    )
