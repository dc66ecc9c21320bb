"""Whose words stand at a place, and whose "we" is: the speaker of a quotation or report, of a turn, of a signed text, or whoever issues a text that
nobody signs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from memcon.coding.coordination import actors_named, mentions_around, mentions_from
from memcon.coding.doers import doers
from memcon.coding.positions.named_states import is_state, state_of
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.annotation import AttributionRelation
from memcon.domain.labels import SUBJECTS
from memcon.lexicon import words

_FIRST_PERSON = words("speaking_for_oneself")
_SEVERAL = words("speaking_for_several")
_LEADING = words("leading_to_a_signer")
_SAYING = words("saying")
_ISSUING = frozenset({*words("taking_a_stand"), *words("stressing"), *words("standing_in_own_words")})
_LEADERS = words("parties_without_a_name")
_ACTING_FOR = words("acting_for_others")
_PAPERS = words("paper_that_speaks")
_BELOW = words("set_out_below")
_JOINT = "joint"


def speaks(index: TextIndex, i: int) -> bool:
    """Whether token `i` is "I", "we", "us", "our" or the like, not the name of a state ("the US")."""
    return index.tree.lower(i) in _FIRST_PERSON and index.tokens[i].pos != "PROPN"


def speaks_for_several(index: TextIndex, i: int) -> bool:
    """Whether token `i` is "we", "us", "our" or "ourselves"."""
    return index.tree.lower(i) in _SEVERAL and index.tokens[i].pos != "PROPN"


class OwnWords:
    """Look-ups of who speaks in one document."""

    def __init__(self, index: TextIndex, attributions: Attributions, home: str | None = None) -> None:
        """`home` is the country whose government publishes the text, where one does."""
        self._index = index
        self._attributions = attributions
        self._home = home

    def body(self, offset: int) -> tuple[str, ...]:
        """The state whose office signs a text: its "we", outside of what anybody says, is that of the state; not where the signer also says "I"."""
        signer = self._attributions.signer
        if signer is None or self._attributions.chain(offset) or self._speaks_alone:
            return ()
        land = signer.country or self._home
        return self._index.states_of(land)[:1] if land else self._state()

    @cached_property
    def _speaks_alone(self) -> bool:
        """Whether somebody says "I" outside what anybody in the text is told to say."""
        index = self._index
        return any(self._is_own(t.i) and not speaks_for_several(index, t.i) for t in index.tokens)

    def speaking(self, offset: int) -> tuple[str, ...]:
        """The actors whose word or "we" stands at `offset`, as far as the text tells."""
        for relation in self._attributions.chain(offset):
            speaker = self._attributions.speaker(relation)
            if actors := speaker.actors or self._issuing(relation):
                return self._index.opened(actors)
            if relation.quote_type == "direct":
                return ()
        voice = self._attributions.voice_at(offset)
        if voice is not None:
            return (voice,)
        return self._introduced(offset) or self.issuers

    def _issuing(self, relation: AttributionRelation) -> tuple[str, ...]:
        """Whose paper says something ("a statement of the Interior Ministry", "a release issued by Peru"): whom its own words name."""
        index = self._index
        inside = [i for span in relation.source for i in index.inside(span)]
        paper = next((i for i in inside if index.tree.lemma(i) in _PAPERS), None)
        return actors_named(m for i in inside if paper is not None and (m := index.mention_at.get(i)) is not None)

    def is_spoken(self, offset: int) -> bool:
        """Whether somebody's words stand at `offset`, not the outlet's."""
        return (
            bool(self._attributions.chain(offset))
            or self._attributions.voice_at(offset) is not None
            or bool(self._introduced(offset))
            or bool(self.issuers)
        )

    def _introduced(self, offset: int) -> tuple[str, ...]:
        """Whose words the paragraphs are that follow "The minister said:", up to one that names the speaker again."""
        n = bisect_right(self._introductions, offset, key=lambda found: found[0]) - 1
        if n < 0 or offset >= self._introductions[n][1]:
            return ()
        return self._introductions[n][2]

    @cached_property
    def _introductions(self) -> list[tuple[int, int, tuple[str, ...]]]:
        """Where the words that a paragraph introduces begin and end, and whose they are, in text order."""
        index, found = self._index, []
        blocks = index.annotation.document.blocks
        for n, block in enumerate(blocks[:-1]):
            speakers = self._introducing(index.inside(block.span))
            if not speakers:
                continue
            end = len(index.text)
            for later in blocks[n + 1 :]:
                said = index.inside(later.span)
                named = {a for i in said if (m := index.mention_at.get(i)) and m.form != "pronoun" for a in m.actors}
                if named & set(speakers) or self._introducing(said):
                    end = later.span.start
                    break
            found.append((blocks[n + 1].span.start, end, speakers))
        return found

    def _introducing(self, block: range) -> tuple[str, ...]:
        """Who says what follows a paragraph that ends with a verb of saying and a colon, or tells that somebody's statement stands below."""
        index = self._index
        last = next((i for i in reversed(block) if index.tokens[i].pos != "SPACE"), None)
        if last is not None and any(index.tree.lower(i) in _BELOW for i in (last, last - 1)):
            return self._set_out(block)
        if last is None or index.tokens[last].text != ":":
            return ()
        said = (i for i in block if index.tokens[i].sentence == index.tokens[last].sentence)
        verb = next((i for i in said if index.tokens[i].pos == "VERB" and index.tree.lemma(i) in _SAYING), None)
        said_by = doers(index, verb) if verb is not None else []
        return index.opened(a for d in said_by for a in actors_named(mentions_around(index, d)))

    def _set_out(self, block: range) -> tuple[str, ...]:
        """Whose paper a paragraph announces ("President Soto's statement in full below"), by its possessor or by "by", "of" and "from"."""
        index, tree = self._index, self._index.tree
        papers = (i for i in block if tree.lemma(i) in _PAPERS)
        owned = ((*tree.deps(i, "poss"), *tree.led_by(i, "by", "of", "from")) for i in papers)
        return index.opened(a for tokens in owned for t in tokens for a in actors_named(mentions_around(index, t)))

    @cached_property
    def issuers(self) -> tuple[str, ...]:
        """Who says "we" in a text that nobody signs: "We, the ministers of …", "As leaders of …, we"; whom the title names behind "statement by", or as
        those who issue it jointly; the one state that takes stances in the text by its name as well; else the state whose government publishes it."""
        plural = [t.i for t in self._index.tokens if self._is_own(t.i)]
        if not plural:
            return ()
        return self._presented(plural) or self._jointly() or self._titled() or self._state() or self._home_state()

    def _presented(self, plural: list[int]) -> tuple[str, ...]:
        """Whom "we" names beside itself: "We, the ministers of …, affirm"; "As leaders of …, we affirm"."""
        index = self._index
        for beside in (self._beside(i) for i in plural if index.tree.lower(i) == "we"):
            named = actors_named(m for m in index.annotation.mentions if m.head_token in beside)
            states = (state for t in beside if (state := state_of(index, t)) is not None)
            if presented := index.opened((*named, *states)):
                return presented
        return ()

    def _beside(self, we: int) -> range:
        """The words that say who "we" are: behind it and a comma, or before it behind "as" or "on behalf of"."""
        index, tree = self._index, self._index.tree
        if index.tokens[min(we + 1, len(index.tokens) - 1)].text == ",":
            return range(we, index.tokens[we].head)
        for p in tree.deps(index.tokens[we].head, "prep"):
            if p < we and tree.lower(p) == "on" and tree.has_word(p, _ACTING_FOR, "pobj"):
                return range(p, min(tree.last(p) + 1, we))
        first = index.sentence(we).first
        is_as = tree.lower(first) == "as" and tree.has_word(first, _LEADERS, "pobj")
        return range(first, min(tree.last(first) + 1, we)) if is_as else range(0)

    def _jointly(self) -> tuple[str, ...]:
        """The states that the title of a joint text names ("Joint Statement of Norway and Peru", "Norway-Peru Joint Declaration")."""
        index = self._index
        for sentence in index.annotation.sentences:
            inside = range(sentence.first, sentence.last)
            if sentence.kind == "title" and any(index.tree.lower(i) == _JOINT for i in inside):
                states = dict.fromkeys(
                    s for i in inside if is_state(index, i) and (s := state_of(index, i)) is not None
                )
                return tuple(states) if len(states) > 1 else ()
        return ()

    def _home_state(self) -> tuple[str, ...]:
        """The state whose government publishes the text, where it is an actor of it."""
        return self._index.states_of(self._home)[:1] if self._home else ()

    def _is_own(self, i: int) -> bool:
        """Whether a first person stands outside what anybody in the text says."""
        return speaks(self._index, i) and not self._attributions.chain(self._index.tokens[i].start)

    def _titled(self) -> tuple[str, ...]:
        """ "Statement by President Soto on …": who stands behind "by" in the title: as "I" that person, as "we" the state of the office, where the
        text names it."""
        actor = next(self._signing(), None)
        if actor is None:
            return ()
        if self._speaks_alone:
            return (actor.id,)
        return self._index.states_of(actor.country)[:1] or self._state() or self._home_state() or (actor.id,)

    def _signing(self) -> Iterator[Actor]:
        """The persons whom titles name right behind "by"."""
        index = self._index
        for sentence in (s for s in index.annotation.sentences if s.kind == "title"):
            by = (i for i in range(sentence.first, sentence.last) if index.tree.lower(i) in _LEADING)
            named = (m for i in by for m in mentions_from(index, i + 1)[:1])
            yield from (a for m in named for a in index.actors_of(m) if a.kind == "person")

    def _state(self) -> tuple[str, ...]:
        """Who alone takes stances in the present tense by name, in the text's own words: where two states do, the text is about them, and by neither."""
        index, found = self._index, list[tuple[str, ...]]()
        for mention in index.annotation.mentions:
            token = index.tokens[mention.head_token]
            is_of_issuer = index.tree.lemma(token.head) in _ISSUING and index.tree.tense(token.head) == "present"
            is_subject = token.dep in SUBJECTS and is_of_issuer and not self._attributions.chain(token.start)
            if is_subject and any(a.kind == "state" for a in index.actors_of(mention)):
                found.append(index.opened(actors_named(mentions_around(index, token.i))))
        return found[0] if found and all(set(each) <= set(found[0]) for each in found) else ()
