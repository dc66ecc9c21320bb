"""Who does what a verb tells: its subject in the tree, whoever announced the plan that it tells of, the agent of a passive."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.coding.coordination import mentions_around, mentions_from
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.lexicon import words

HANDING_OVER = words("handing_over")


def doers(index: TextIndex, verb: int) -> list[int]:
    """The tokens of whoever does what `verb` tells: its subjects, of a planned act whoever plans it ("announced plans to visit")."""
    found = index.tree.subjects(verb)
    if len(found) == 1 and (planner := _planner(index, verb, found[0])) is not None:
        return doers(index, planner)
    return found


def _planner(index: TextIndex, verb: int, noun: int) -> int | None:
    """The verb whose object a noun such as "plan" is, where the noun tells what is meant to be done; not what is extended to another."""
    tokens = index.tokens
    planned = next((v for v in (verb, *index.tree.above(verb)) if tokens[v].head == noun), verb)
    if tokens[planned].dep != "acl" or tokens[noun].dep != "dobj" or not index.is_over(noun, planned):
        return None
    return None if index.tree.lemma(tokens[noun].head) in HANDING_OVER else tokens[noun].head


def doing(index: TextIndex, verb: int) -> list[Mention]:
    """The mentions of whoever does what `verb` tells, with those in a row with them."""
    return [m for s in doers(index, verb) for m in mentions_around(index, s) if not m.is_possessive]


def agents(index: TextIndex, verb: int) -> list[Mention]:
    """Who does what a passive or a participle tells ("led by A and B")."""
    return list(_agents(index, verb))


def _agents(index: TextIndex, verb: int) -> Iterator[Mention]:
    for p in index.tree.deps(verb, "agent", "prep"):
        if index.tree.lower(p) == "by":
            yield from mentions_from(index, p + 1)
