"""What a person means by a name or a country that they type: checked against the ledger and the packs before a question is asked."""

from __future__ import annotations

from typing import Any

from memcon import query
from memcon.errors import UsageError
from memcon.ledger.asked import each_of, nearest
from memcon.query import Book


def check_name(book: Book, asked: str | None, kind: Any) -> None:
    """Raises `UsageError`, with the names that come nearest, when the ledger has no actor or channel (`kind`) that is called so."""
    for name in each_of(asked) if kind == "actor" else [asked]:
        near = query.suggestions(book, name, kind) if name else None
        if near is not None:
            hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "search finds words in texts"
            raise UsageError(f"the ledger has no {kind} called {name!r}", hint=hint)


def country_code(asked: str | None) -> str | None:
    """The code of the country that a person names. Raises `UsageError` for one that no pack knows."""
    if asked is None:
        return None
    from memcon.knowledge.lookup import state_code
    from memcon.knowledge.packs import load_states

    states = load_states()
    code = state_code(states, asked)
    if code is None:
        near = nearest(asked, [state.name for state in states])
        hint = f"did you mean {' or '.join(near)}?" if near else "give a name or a code of three letters, such as JPN"
        raise UsageError(f"no country is called {asked!r}", hint=hint)
    return code
