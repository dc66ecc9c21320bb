"""The grammar that a language's trees are read by, from its closed classes."""

from __future__ import annotations

from functools import cache

from memcon.domain.tree import Grammar
from memcon.lexicon.tables import words


@cache
def grammar(language: str = "en") -> Grammar:
    """The closed classes of `language`. Raises `LexiconError` for a language without a lexicon."""
    return Grammar(
        have=words("have", language),
        was=words("was", language),
        is_=words("is", language),
        object_control=words("object_control", language),
        prepositional_control=words("prepositional_control", language),
    )
