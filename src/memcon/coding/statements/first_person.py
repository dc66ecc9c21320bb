"""Whose "I" and "we" it is: the first person belongs to the voice that speaks at its place.

A quotation's is its speaker; a transcript's turn that of its label ("SECRETARY BLINKEN: …"); a signed text's that of its byline. Where
none of these stands, the first person stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.documents import HEADINGS
from memcon.knowledge.names import normalize_name
from memcon.lexicon import words

FIRST_PERSON = words("first_person")

_LABEL = re.compile(
    r"(?:MR|MS|MRS|DR)?\.?\s*([A-Z][A-Z.'’ -]{1,50}[A-Z]|Q|QUESTION|A|ANSWER)(?:\s*\([^)\n]{1,40}\))?:(?=\s)"
)
"""The label of a turn at the start of a block: capitals and a colon."""

_HEAD = 4
"""How many blocks from the top a signature may stand in."""

_THE = words("the")
_ASKING, _ANSWERING = words("asking_label"), words("answering_label")
_INTERVIEW = words("interview")
_SIGNED = words("signed_paper")
_SIGNED_BY = words("leading_to_an_author")
_BEHIND_SIGNERS = words("behind_signers")


class Voices:
    """Look-ups of the voice that speaks at a place of one document."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index

    @cached_property
    def turns(self) -> tuple[tuple[int, Actor | None], ...]:
        """The start of each labelled turn with its actor; an answer is that of whom the title tells to be interviewed. None for a question or a
        name that no actor has."""
        text = self._index.text
        found = []
        for block in self._index.annotation.document.blocks:
            match = _LABEL.match(text, block.span.start, block.span.end)
            if match is not None:
                label = match.group(1)
                found.append((block.span.start, self._labelled(label)))
        return tuple(found)

    @cached_property
    def actor_by_turn(self) -> Mapping[int, Actor]:
        """The start of each turn whose actor is known → that actor."""
        return {start: actor for start, actor in self.turns if actor is not None}

    def _labelled(self, label: str) -> Actor | None:
        if label.lower() in _ANSWERING:
            return self.interviewed
        return None if label.lower() in _ASKING else self._named(label) or self._holding(label)

    @cached_property
    def interviewed(self) -> Actor | None:
        """The one person whom the head of an interview names ("Interview with Foreign Minister Ada Lund")."""
        index = self._index
        top = index.annotation.document.blocks[:1]
        inside = [i for b in top for i in index.inside(b.span)]
        if not any(index.tree.lower(i) in _INTERVIEW for i in inside):
            return None
        named = {
            a.id: a for i in inside if (m := index.mention_at.get(i)) for a in index.actors_of(m) if a.kind == "person"
        }
        return next(iter(named.values())) if len(named) == 1 else None

    @cached_property
    def signer(self) -> Actor | None:
        """The official who signs the text: by a byline, or by a line of name and office at its head, and nobody else's."""
        document = self._index.annotation.document
        heads = [
            b.span.of(self._index.text) for b in document.blocks[:_HEAD] if b.kind in {"heading", "byline", "credit"}
        ]
        for line in (*document.byline, *heads):
            actor = self._named(line.split(",")[0])
            if actor is not None and actor.offices and ("," in line or line in document.byline):
                return actor
        known = self._index.annotation.actor_by_id
        actors = [known[i] for i in self.title_signers if i in known]
        return actors[0] if len(actors) == 1 and actors[0].kind == "person" else None

    @cached_property
    def title_signers(self) -> tuple[str, ...]:
        """The ids of those whom a title names as whose words the text is: "Statement by …", "Joint declaration of …"."""
        index = self._index
        for block in index.annotation.document.blocks[:_HEAD]:
            if block.kind in HEADINGS and (found := self._signing(index.inside(block.span))):
                return found
        return ()

    def _signing(self, title: range) -> tuple[str, ...]:
        lower, found = self._index.tree.lower, dict[str, None]()
        paper = next((i for i in title if lower(i) in _SIGNED), None)
        by = next((i for i in title if paper is not None and paper < i and lower(i) in _SIGNED_BY), None)
        for i in range(by + 1 if by is not None else title.stop, title.stop):
            if lower(i) in _BEHIND_SIGNERS or (self._index.tokens[i].pos == "ADP" and lower(i) not in _SIGNED_BY):
                break
            mention = self._index.mention_at.get(i)
            found.update(dict.fromkeys(mention.actors if mention is not None and not mention.is_possessive else ()))
        return tuple(found)

    def at(self, offset: int) -> Actor | None:
        """The voice at `offset`, outside quotations: the latest turn's, else the signer's in a text without turns."""
        if not self.turns:
            return self.signer
        before = [actor for start, actor in self.turns if start <= offset]
        return before[-1] if before else None

    def _named(self, label: str) -> Actor | None:
        """The one person whose name ends in the label's last word and has no other bearer in the document."""
        words = normalize_name(label).split()
        if not words:
            return None
        people = [a for a in self._index.annotation.actors if a.kind == "person" and _fits(a, words)]
        return people[0] if len(people) == 1 else None

    def _holding(self, label: str) -> Actor | None:
        """Of "THE PRESIDENT" the one who holds that office in the document: of several, the one whom the title names as whose words these are."""
        article, _, title = label.lower().partition(" ")
        if article not in _THE or not title:
            return None
        holders = [a for a in self._index.annotation.actors if a.kind == "person" and _holds(a, title)]
        signing = [a for a in holders if a.id in self.title_signers]
        return next((few[0] for few in (signing, holders) if len(few) == 1), None)


def _holds(actor: Actor, title: str) -> bool:
    return any(o.title.casefold() == title and o.qualifier is None for o in actor.offices)


def _fits(actor: Actor, words: Sequence[str]) -> bool:
    names = [normalize_name(n).split() for n in (actor.name, *actor.aliases)]
    return any(n and n[-1] == words[-1] for n in names)
