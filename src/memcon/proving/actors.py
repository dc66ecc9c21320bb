"""Whom words mean: the actors that the program found in a document, and those that an answer adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from memcon.domain.actors import Actor, ActorKind
from memcon.domain.documents import Document
from memcon.domain.ids import content_id
from memcon.domain.spans import Span
from memcon.knowledge.names import name_key, normalize_name


class Actors:
    """The actors of a document by where it names them. `kinds` are those that an answer gives to names, by their keys; whom nothing tells more of is a group."""

    def __init__(self, document: Document, known: Iterable[Actor], kinds: Mapping[str, ActorKind]) -> None:
        self._document = document
        self._known = {actor.id: actor for actor in known}
        self._kinds = kinds
        self._used: dict[str, Actor] = {}

    @property
    def used(self) -> tuple[Actor, ...]:
        """All actors that were meant, and the members of groups among them, in the order in which the text names them."""
        found = dict(self._used)
        for actor in self._used.values():
            found.update((id, self._known[id]) for id in actor.members if id in self._known)
        return tuple(sorted(found.values(), key=lambda a: (a.mentions[0].start if a.mentions else 0, a.id)))

    def name(self, id: str) -> str:
        """What an actor that was meant is called."""
        return self._used[id].name

    def meant(self, span: Span) -> tuple[Actor, ...]:
        """Whom the words at `span` name: those whom the program knows there, else whoever has just that name, else whoever is called by a part of these words; else somebody new under them."""
        found = self._mentioned(span) or self._called(span) or self._named_inside(span) or (self._new(span),)
        self._used.update((actor.id, actor) for actor in found)
        return found

    def _mentioned(self, span: Span) -> tuple[Actor, ...]:
        """The actors of the mentions in `span`, of those that stand one in another the outer ones."""
        named = [(mention, actor) for actor in self._known.values() for mention in actor.mentions if mention in span]
        outer = [(m, a) for m, a in named if not any(m in other and m != other for other, _ in named)]
        return tuple(dict.fromkeys(actor for _, actor in sorted(outer, key=lambda each: each[0].start)))

    def _called(self, span: Span) -> tuple[Actor, ...]:
        key = name_key(self._document.words_at(span))
        return tuple(a for a in self._known.values() if key and key in map(name_key, (a.name, *a.aliases)))[:1]

    def _named_inside(self, span: Span) -> tuple[Actor, ...]:
        """Whoever a longer mention around `span`, or one that it cuts, names by words that stand in `span`: not "Norland" for "the minister of Norland"."""
        words = frozenset(normalize_name(self._document.words_at(span)).split())
        around = [a for a in self._known.values() if any(mention.overlaps(span) for mention in a.mentions)]
        return tuple(a for a in around if words & _words_of(a))[:1]

    def _new(self, span: Span) -> Actor:
        name = " ".join(self._document.words_at(span).split())
        key = name_key(name)
        kind = self._kinds.get(key, "group")
        known = None if kind == "group" else key or None
        place = (key,) if known else (str(span.start), str(span.end))
        id = content_id("actor", kind, self._document.id, *place, "")
        if id in self._known:
            return self._known[id]
        held = self._used.get(id)
        if held is not None:
            return replace(held, mentions=tuple(dict.fromkeys((*held.mentions, span))))
        return Actor(id=id, name=name, kind=kind, mentions=(span,), key=known)


def _words_of(actor: Actor) -> frozenset[str]:
    """The words by which an actor is called: those of the names, and of the titles."""
    called = (actor.name, *actor.aliases, *(office.title for office in actor.offices))
    return frozenset(word for each in called for word in normalize_name(each).split())
