"""States that a name tells where it is no actor's mention: "the U.S. commitment", "criticism from Lima", where the text has the state as an actor."""

from __future__ import annotations

from memcon.coding.text_index import TextIndex
from memcon.knowledge.names import normalize_name


def is_state(index: TextIndex, token: int) -> bool:
    """Whether token `token` ends the name of a state that is an actor of the text."""
    return state_of(index, token) is not None


def state_of(index: TextIndex, token: int) -> str | None:
    """The id of the state whose name ends at `token` ("United States", "U.S."); None where a longer name or another actor stands there."""
    if index.tokens[token].pos != "PROPN" or (token in index.mention_at and not _is_state(index, token)):
        return None
    land = index.lands.get(token)
    if land is not None:
        return next((a.id for a in index.annotation.actors if a.kind == "state" and a.country == land), None)
    first = token
    while first and index.tokens[first - 1].pos == "PROPN" and index.tokens[first - 1].head in (token, first):
        first -= 1
    name = normalize_name(index.span(first, token).of(index.text))
    return index.state_by_name.get(name)


def people_of(index: TextIndex, token: int) -> str | None:
    """The id of the state whose adjective token `token` ends ("[Norwegian] objections"); None where another actor's name stands there."""
    land = index.peoples.get(token) if token not in index.mention_at else None
    return (
        next((a.id for a in index.annotation.actors if a.kind == "state" and a.country == land), None) if land else None
    )


def _is_state(index: TextIndex, token: int) -> bool:
    return any(a.kind == "state" for a in index.actors_of(index.mention_at[token]))
