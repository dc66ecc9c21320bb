"""What the rules hand to each other: phrases that name an actor, by token ranges, before it is known which phrases name the same one."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.domain.actors import ActorKind, MentionForm, Office
from memcon.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `first` to `last` (exclusive) that name an actor; `head_first` to `head_last` is the name or noun at the core.

    `name` is the name as worded there; `code` a state's alpha-3 code; `key` a normal form under which an organization is the same
    ("foreign ministry"); `title_head` the core noun of the title before the name ("minister"); `parts` are the codes or names that
    a phrase of sides names itself ("the U.S. and South Korean ministers").
    """

    kind: ActorKind
    form: MentionForm
    first: int
    last: int
    head_first: int
    head_last: int
    name: str
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    key: str | None = None
    offices: tuple[Office, ...] = ()
    title_head: str | None = None
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name

    @property
    def office(self) -> str | None:
        """The first office as worded, with its qualifier."""
        return self.offices[0].wording if self.offices else None


class Claims:
    """Which tokens are taken by which phrase; a phrase is added only where nothing else stands. `acronyms` are the places (long form, short
    form) where the text introduces one."""

    def __init__(self, size: int, acronyms: tuple[tuple[Span, Span], ...] = ()) -> None:
        self.acronyms = acronyms
        self._taken: list[Phrase | None] = [None] * size
        self._by_first: dict[int, Phrase] = {}

    @property
    def phrases(self) -> list[Phrase]:
        """All phrases, in the order in which they were added."""
        return list(self._by_first.values())

    def at(self, i: int) -> Phrase | None:
        return self._taken[i] if 0 <= i < len(self._taken) else None

    def is_free(self, first: int, last: int) -> bool:
        return all(self._taken[i] is None for i in range(first, last))

    def add(self, phrase: Phrase) -> bool:
        """Adds `phrase` if all its tokens are free; says whether it was."""
        if phrase.first >= phrase.last or not self.is_free(phrase.first, phrase.last):
            return False
        self._by_first[phrase.first] = phrase
        self._taken[phrase.first : phrase.last] = [phrase] * (phrase.last - phrase.first)
        return True

    def replace(self, old: Phrase, new: Phrase) -> bool:
        """Puts `new` in the place of `old`; `new` may reach over free tokens too. Says whether it fits."""
        if any(self._taken[i] is not None and self._taken[i] is not old for i in range(new.first, new.last)):
            return False
        self._taken[old.first : old.last] = [None] * (old.last - old.first)
        self._taken[new.first : new.last] = [new] * (new.last - new.first)
        del self._by_first[old.first]
        self._by_first[new.first] = new
        return True

    def in_order(self) -> list[Phrase]:
        return sorted(self.phrases, key=lambda p: p.first)
