"""Where a token stands: in which sentence, mention or time, and what the text makes of what it tells.

A `TextIndex` is made once for an `Annotation`; it holds no judgement of its own. How words hang on each other is asked of its `tree`, which names stand
in a row of `memcon.coding.coordination`, who does what of `memcon.coding.doers`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from memcon.coding.officials import is_international
from memcon.domain.actors import Actor, Mention
from memcon.domain.annotation import Annotation, Factuality, Sentence
from memcon.domain.dates import Interval, interval_of
from memcon.domain.documents import HEADINGS
from memcon.domain.labels import LINKS
from memcon.domain.spans import Evidence, Span, cite
from memcon.domain.times import Timex
from memcon.domain.tokens import Token
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words

_HEADING_A_LIST = words("heading_a_list_of_appointments")
_HYPHENS = frozenset("-\u2010\u2011")
_NEARLY_ALL = 0.8
"""The share of all countries named from which on a document is about one."""


class TextIndex:
    """An index over an annotation by its tokens. Every argument `i` is a token's index. `spoken` are mentions beside the annotation's: the first
    persons of whoever speaks, `lands` the countries that packs know by the names ending at tokens, `peoples` those that they know by adjectives."""

    def __init__(
        self,
        annotation: Annotation,
        spoken: Sequence[Mention] = (),
        lands: Mapping[int, str] | None = None,
        peoples: Mapping[int, str] | None = None,
    ) -> None:
        self.annotation = annotation
        self.spoken = spoken
        self.lands: Mapping[int, str] = lands or {}
        self.peoples: Mapping[int, str] = peoples or {}
        self.tokens: Sequence[Token] = annotation.tokens
        self.text = annotation.document.text
        self.tree = annotation.tree
        self._counted: dict[str, int] = {}

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def published(self) -> Interval | None:
        """When the document was published, as days."""
        published = self.annotation.document.published
        return interval_of(published) if published else None

    @cached_property
    def list_headings(self) -> list[int]:
        """The sentences, by number, that are a heading over names for an office ("NOMINATIONS SENT TO THE SENATE:")."""
        return [
            n
            for n, s in enumerate(self.annotation.sentences)
            if s.last > s.first
            and self.tree.lower(s.first) in _HEADING_A_LIST
            and (self.tokens[s.first].text.isupper() or self.tokens[s.last - 1].text == ":")
        ]

    # --- places ----------------------------------------------------------------------------------------------------------

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Token index → the mention whose span covers it."""
        return {i: m for m in (*self.spoken, *self.annotation.mentions) for i in self.inside(m.span)}

    @cached_property
    def timex_at(self) -> dict[int, Timex]:
        """Token index → the time expression whose span covers it."""
        return {i: t for t in self.annotation.times for i in self.inside(t.span)}

    def times_beside(self, i: int) -> tuple[Timex, ...]:
        """The time expressions in the sentence of token `i`, each once."""
        sentence = self.sentence(i)
        inside = (self.timex_at[j] for j in range(sentence.first, sentence.last) if j in self.timex_at)
        return tuple(dict.fromkeys(inside))

    @cached_property
    def saying_behind(self) -> frozenset[int]:
        """The tokens at which somebody is named as having said what stands before ("…, the ministry said")."""
        told = (
            (min(part.start for part in (*r.source, *r.cue)), r.content)
            for r in self.annotation.attributions
            if r.content
        )
        return frozenset(bisect_left(self._starts, start) for start, content in told if content[0].end <= start)

    def inside(self, span: Span) -> range:
        """The indexes of the tokens that lie in `span` (half-open, in text order)."""
        first = bisect_left(self._starts, span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].end <= span.end:
            last += 1
        return range(first, last)

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def sentence(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.annotation.sentences[self.tokens[i].sentence]

    def balanced(self, first: int, last: int) -> int:
        """The last of the tokens `first` to `last` with the bracket that closes one of them right behind, or before one that opens and does not close
        ("a new pact (NFP[)]", "a new pact [(NFP]")."""
        inside = [t.text for t in self.tokens[first : last + 1]]
        if inside.count("(") <= inside.count(")"):
            return last
        if last + 1 < len(self.tokens) and self.tokens[last + 1].text == ")":
            return last + 1
        return max(first, last - inside[::-1].index("(") - 1)

    def without_links(self, first: int, last: int) -> int:
        """The last token from `first` to `last` that is no "and" and no sign; `first` itself where there is none."""
        while last > first and self.tokens[last].pos in LINKS:
            last -= 1
        return last

    def head_in(self, first: int, last: int) -> int:
        """The token from `first` to `last` that hangs on one outside; `first` where none does."""
        inside = range(first, last + 1)
        return next((i for i in inside if self.tokens[i].head not in inside), first)

    def is_heading(self, i: int) -> bool:
        """Whether token `i` stands in a title or a heading."""
        return self.sentence(i).kind in HEADINGS

    @cached_property
    def is_one_headline(self) -> bool:
        """Whether the whole text is one line that ends without a stop, as a headline does that comes by itself."""
        lines = self.annotation.sentences
        return len(lines) == 1 and bool(self.tokens) and self.tokens[-1].text[-1:].isalnum() and not self.is_heading(0)

    def cite_sentence(self, i: int) -> Evidence:
        """The sentence of token `i` as evidence."""
        return cite(self.text, self.sentence(i).span)

    def end_of_word(self, last: int) -> int:
        """The last token of the phrase that ends at token `last`, or goes on behind the hyphen of a word that the parser took apart ("re-open the
        port")."""
        while last + 2 < len(self.tokens) and self.tokens[last + 1].text in _HYPHENS and self._is_inside_word(last + 1):
            last = max(last + 2, *(self.tree.last(i) for i in (last + 1, last + 2)))
        return last

    def _is_inside_word(self, hyphen: int) -> bool:
        """Whether no space stands on either side of a hyphen."""
        before, sign, behind = self.tokens[hyphen - 1 : hyphen + 2]
        return before.end == sign.start and sign.end == behind.start and before.text.isalnum() and behind.text.isalnum()

    # --- actors ----------------------------------------------------------------------------------------------------------

    def actors_of(self, mention: Mention) -> list[Actor]:
        """The actors that a mention means, as far as the annotation knows them."""
        return self.known(mention.actors)

    def actors_at(self, i: int) -> list[Actor]:
        """The actors that the mention at token `i` means; none where no mention stands there."""
        mention = self.mention_at.get(i)
        return self.actors_of(mention) if mention is not None else []

    def owners(self, i: int) -> list[Mention]:
        """The mentions that stand before noun `i` as those whose it is ("[Peru]'s navy")."""
        return [m for c in self.tree.deps(i, "poss") if (m := self.mention_at.get(c)) is not None]

    def is_of_several(self, i: int) -> bool:
        """Whether noun `i` is told to be that of two or more ("the two countries' commission")."""
        return any(len(m.actors) > 1 for m in self.owners(i))

    def opened(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of actors, each once, with groups replaced by their members where they are known."""
        return tuple(dict.fromkeys(self.annotation.opened(ids)))

    def states_of(self, *lands: str | None) -> tuple[str, ...]:
        """The ids of the states of some countries that are actors of the text."""
        return tuple(a.id for a in self.annotation.actors if a.kind == "state" and a.country in lands)

    def known(self, ids: Iterable[str]) -> list[Actor]:
        """The actors of these ids, as far as the annotation knows them."""
        by_id = self.annotation.actor_by_id
        return [by_id[i] for i in ids if i in by_id]

    def is_somebody(self, i: int) -> bool:
        """Whether token `i` stands for somebody: in a mention, or a pronoun that nobody is known by."""
        return i in self.mention_at or self.tokens[i].pos == "PRON"

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries that the document names as states, or whose officials it names."""
        return frozenset(a.country for a in self.annotation.actors if a.country and (a.kind == "state" or a.offices))

    @cached_property
    def state_by_name(self) -> Mapping[str, str]:
        """The names that the text has for the states that are its actors, without "the", as names are compared → the state's id."""
        states = (a for a in reversed(self.annotation.actors) if a.kind == "state")
        return {normalize_name(n.removeprefix("the ")): a.id for a in states for n in (a.name, *a.aliases)}

    @cached_property
    def named_in(self) -> Sequence[frozenset[str]]:
        """For each sentence the ids of the actors that it names."""
        found: list[set[str]] = [set() for _ in self.annotation.sentences]
        for m in self.annotation.mentions:
            found[self.tokens[m.head_token].sentence].update(m.actors)
        return [frozenset(ids) for ids in found]

    @cached_property
    def lands_told(self) -> Sequence[frozenset[str]]:
        """For each sentence the countries of the actors that it names."""
        known = self.annotation.actor_by_id
        return [frozenset(c for i in ids if i in known and (c := known[i].country)) for ids in self.named_in]

    @cached_property
    def told_with_bodies(self) -> frozenset[int]:
        """The sentences that name a body of several states."""
        bodies = {a.id for a in self.annotation.actors if is_international(a)}
        return frozenset(n for n, ids in enumerate(self.named_in) if not bodies.isdisjoint(ids))

    @cached_property
    def main_land(self) -> frozenset[str]:
        """The country that nearly all sentences with a country name, and hardly another; none where several are named."""
        counts = Counter(land for lands in self.lands_told for land in lands)
        if not counts:
            return frozenset()
        land, most = counts.most_common(1)[0]
        return frozenset({land}) if most >= _NEARLY_ALL * sum(counts.values()) else frozenset()

    def words_of(self, name: str) -> int:
        """How many words of the document are of the lexicon's class `name`."""
        if name not in self._counted:
            listed = words(name)
            self._counted[name] = sum(t.lemma.lower() in listed or t.text.lower() in listed for t in self.tokens)
        return self._counted[name]

    # --- what is told ----------------------------------------------------------------------------------------------------

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

    def is_reported(self, i: int) -> bool:
        """Whether token `i` stands in what somebody says."""
        n = bisect_right(self._reported, (self.tokens[i].start, len(self.text))) - 1
        return n >= 0 and self.tokens[i].end <= self._reported[n][1]

    @cached_property
    def _reported(self) -> Sequence[tuple[int, int]]:
        """The characters of all that somebody says, without overlaps."""
        found: list[tuple[int, int]] = []
        for span in sorted(
            (s for a in self.annotation.attributions for s in a.content), key=lambda s: (s.start, s.end)
        ):
            if found and span.start <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], span.end))
            else:
                found.append((span.start, span.end))
        return found

    def is_supposed(self, i: int) -> bool:
        """Whether token `i` stands in a condition or a question ("if they meet")."""
        return self.factuality(i).operator("condition", "question") is not None
