"""Whom a noun for several means where the text names them beside it: "delegations from A, B and C", "three states (A, B and C)"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.coordination import mentions_from
from memcon.coding.doers import of_delegation
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import IN_A_PHRASE, VERBAL
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_WHOSE = words("leading_to_whose_they_are")
_FOR = words("leading_to_whom_they_speak_for")
_SPEAKING_FOR = words("speaking_for_others")
_LINKS, _WITH = words("linking_names"), words("leading_to_whose_they_are") | {"with"}
_NAMING_SOME = words("naming_some_who_came")
_COUNTS = values("counts")
_LONGEST_ROW = 30
_LONGEST_BODY = 8
"""How many words may tell whose people they are, before a dash or "including"."""
_OPENING = words("opening_a_list_of_names")


def opened(index: TextIndex, mention: Mention) -> list[Mention]:
    """Those whom `mention` means where the words behind it name them, else itself; a delegation is whoever is told to lead it."""
    if led := led_by_somebody(index, mention):
        return led
    if not _is_of_several(index, mention):
        return [mention]
    return next((found for reason in NAMED_BEHIND if (found := reason(index, mention))), [mention])


@rule(
    yes=["President Maria Soto received a Norwegian delegation led by Minister Jens Holm on Monday."],
    no=[
        "President Maria Soto received Minister Jens Holm on Monday.",
        "Minister Ola Moe will head the Norwegian side. The two sides last met in May.",
    ],
)
def led_by_somebody(index: TextIndex, mention: Mention) -> list[Mention]:
    """Who a delegation is: those that it is told to be from, and who leads it ("a delegation of the African Union led by A"); itself where neither is told."""
    led = of_delegation(index, mention.head_token)
    senders = whose(index, mention) if led else []
    return [*senders, *(m for m in led if not (senders and m.head_token == mention.head_token))]


def _is_of_several(index: TextIndex, mention: Mention) -> bool:
    return mention.form == "sides" or any(a.kind == "group" for a in index.actors_of(mention))


@rule(
    yes=[
        "Envoys from Norway, Peru and Chad met in Oslo on Monday.",
        "Senior officials of the Harbour Ministry and the Ministry of Trade met in Oslo on Monday.",
        "Representatives of Norway met President Maria Soto.",
        "Negotiators for Norway and Chad met in Oslo on Monday.",
    ],
    no=["Officials of Norway met President Maria Soto.", "Norwegian envoys met President Maria Soto."],
)
def whose(index: TextIndex, mention: Mention) -> list[Mention]:
    """Those whose people they are, where these are several, or where they speak for one."""
    behind = index.inside(mention.span)[-1] + 1
    speaks_for_it = any(index.tree.lower(i) in _SPEAKING_FOR for i in index.inside(mention.span))
    leading = _FOR if speaks_for_it else _WHOSE
    if mention.form == "sides" or behind >= len(index.tokens) or index.tree.lower(behind) not in leading:
        return []
    found = _named_at(index, behind + 1)
    return found if len(found) > 1 or speaks_for_it else []


@rule(
    yes=[
        "The allies (Norway, Peru and Chad) held talks in Oslo.",
        "President Maria Soto met the allies — Norway, Peru and Chad — in Oslo.",
        "President Maria Soto had talks with the allies — Norway, with Peru, and with Chad — in Oslo.",
        "The presidents of Norway and Peru, Ola Moe and Maria Soto, met in Oslo.",
        "Ministers from the alliance — Norway, Peru and Chad — met in Oslo.",
        "The two deputy ministers, Ola Moe and Maria Soto, met in Oslo.",
    ],
    no=["President Maria Soto met the allies — Norway alone stayed away.", "The allies, Norway said, met in Oslo."],
)
def apposed(index: TextIndex, mention: Mention) -> list[Mention]:
    """A row of names behind a dash, a bracket or a comma that says who they are."""
    opening = _behind_its_body(index, index.inside(mention.span)[-1] + 1)
    if opening + 1 >= len(index.tokens) or index.tree.lower(opening) not in _OPENING:
        return []
    found = _named_at(index, opening + 1)
    if len(found) < 2 or (index.tokens[opening].text == "," and not _are_as_many_persons(index, mention, found)):
        return []
    return found


def _behind_its_body(index: TextIndex, behind: int) -> int:
    """The dash or bracket behind "from the alliance", where that follows at token `behind`; else that token."""
    if behind >= len(index.tokens) or index.tree.lower(behind) not in _WHOSE:
        return behind
    last = min(behind + _LONGEST_BODY, len(index.tokens) - 1)
    end = next((i for i in range(behind + 1, last + 1) if index.tokens[i].pos not in IN_A_PHRASE), behind)
    is_enclosed = index.tree.lower(end) in _OPENING and index.tokens[end].text != ","
    return end if is_enclosed else behind


@rule(
    yes=[
        "Defence ministers from 12 allied states, including Norway and Peru, met in Oslo.",
        "Envoys of the bloc, including President Maria Soto, met in Oslo.",
        "President Ola Moe met Nordic envoys including President Maria Soto in Oslo.",
    ],
    no=["Ministers met in Oslo, including on Monday.", "Norway and Chad, including Peru, met in Oslo."],
)
def some_of_them(index: TextIndex, mention: Mention) -> list[Mention]:
    """A group with those of it that "including" or "among them" names right behind it."""
    inside = index.inside(mention.span)
    for i in range(inside[-1] + 1, min(inside[-1] + _LONGEST_BODY, len(index.tokens) - 1)):
        if index.tokens[i].pos in VERBAL and index.tree.lower(i) not in _NAMING_SOME:
            return []
        if index.tree.lower(i) in _NAMING_SOME and (index.tokens[i - 1].text == "," or i == inside[-1] + 1):
            found = _named_at(index, i + 1)
            return [mention, *found] if found else []
    return []


@rule(
    yes=[
        "President Maria Soto met her counterparts Ola Moe and Uwe Brandt in Oslo.",
    ],
    no=["President Maria Soto met officials Monday."],
)
def named_at_once(index: TextIndex, mention: Mention) -> list[Mention]:
    """Persons named right behind the noun: "German counterparts Ola Moe, head of trade, and Uwe Brandt"."""
    behind = index.inside(mention.span)[-1] + 1
    following = index.mention_at.get(behind)
    if following is None or not all(a.kind == "person" for a in index.actors_of(following)):
        return []
    return [m for m in _named_at(index, behind) if m is not mention]


def _are_as_many_persons(index: TextIndex, mention: Mention, found: Sequence[Mention]) -> bool:
    """Behind a comma, only as many persons as the sides that are meant, or as are told to be several ("the two ministers, A and B,")."""
    told = [_COUNTS[w] for i in index.inside(mention.span) if (w := index.tree.lower(i)) in _COUNTS]
    is_as_many = len(found) in (len(mention.actors), *told)
    return is_as_many and all(a.kind == "person" for m in found for a in index.actors_of(m))


def _named_at(index: TextIndex, first: int) -> list[Mention]:
    """The row of names from token `first`, also where each has its own "with"."""
    found: list[Mention] = []
    while len(found) < _LONGEST_ROW and (more := [m for m in mentions_from(index, first) if m not in found]):
        found += more
        first = _behind_link(index, index.inside(found[-1].span)[-1] + 1)
        if index.tree.lower(first) not in _WITH:
            break
        first += 1
    return [m for m in found if m.form != "pronoun"]


def _behind_link(index: TextIndex, i: int) -> int:
    """The token behind a comma and an "and" at token `i`, where there are any."""
    while i + 1 < len(index.tokens) and index.tree.lower(i) in _LINKS:
        i += 1
    return min(i, len(index.tokens) - 1)


DELEGATIONS = (led_by_somebody,)
"""Who comes with a delegation."""

NAMED_BEHIND = (whose, apposed, named_at_once, some_of_them)
"""What tells whom a noun for several means; the first answer holds."""
