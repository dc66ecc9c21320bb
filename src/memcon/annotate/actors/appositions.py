"""Offices beside a name: "Ann Example, vice minister for trade", "his French counterpart, Ann Example"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.actors.lexicon import (
    NEVER_NAMES,
)
from memcon.annotate.actors.phrases import Claims, Phrase
from memcon.annotate.actors.titles import (
    Title,
    complement_end,
    office_of,
    read_title,
    title_head,
)
from memcon.annotate.actors.tokens import Marks

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


def find_appositions(marks: Marks, claims: Claims) -> None:
    """Widens each person's phrase over the office that stands behind the name: "Ann Example, vice minister for trade"."""
    for phrase in claims.in_order():
        if phrase.kind == "person":
            _widen(marks, claims, phrase)
    for phrase in claims.in_order():
        if phrase.kind == "person":
            _take_office_before(marks, claims, phrase)
    _name_counterparts(marks, claims)


def _name_counterparts(marks: Marks, claims: Claims) -> None:
    """ "President Example and his French counterpart, Ann Roe": a counterpart holds the same office as who was named before."""
    before: Phrase | None = None
    for phrase in claims.in_order():
        if phrase.kind != "person" or not phrase.offices:
            continue
        if phrase.title_head != "counterpart":
            before = phrase
        elif before is not None and marks.tokens[before.first].sentence == marks.tokens[phrase.first].sentence:
            office = replace(phrase.offices[0], title=before.offices[0].title, organization=None, qualifier=None)
            claims.replace(
                phrase, replace(phrase, offices=(office,), title_head=before.title_head, sector=before.sector)
            )


def _widen(marks: Marks, claims: Claims, phrase: Phrase) -> None:
    sentence = marks.sentence_of(phrase.first)
    comma = phrase.last
    if comma + 1 >= sentence.last or marks.words[comma] not in (",", "(", "–", "—"):
        return
    start = comma + 1
    if marks.words[start].isdigit() and start + 2 < sentence.last and marks.words[start + 1] == ",":
        start += 2
    head = apposed_head(marks, start, sentence.last)
    if head is None or any(claims.at(i) is not None for i in range(start, head + 1)):
        return
    end = next((i for i in range(head + 1, sentence.last) if claims.at(i) is not None), sentence.last)
    behind = head + 1
    if behind + 1 < end and marks.words[behind] == "-" and marks.low[behind + 1] in ("elect", "designate", "general"):
        behind += 2
    last = complement_end(marks, behind, end)
    title = read_title(marks, head, max(last, behind))
    if title.first < start or _is_list_item(marks, title, phrase):
        return
    office = office_of(marks, title)
    merged = replace(
        phrase,
        last=title.last,
        offices=(*phrase.offices, office),
        country=phrase.country or office.country,
        sector=phrase.sector or title.sector,
        title_head=phrase.title_head or title.head_word,
    )
    claims.replace(phrase, merged)


def _is_list_item(marks: Marks, title: Title, phrase: Phrase) -> bool:
    """ "Ann Example, president Roe and others": what follows the comma is the next in a list, not the same person's office."""
    i = title.last
    end = marks.sentence_of(phrase.first).last
    return (
        i < end
        and marks.is_name_word(i)
        and marks.low[title.first] not in ("the", "a", "an")
        and not marks.starts_sentence(i)
    )


def _take_office_before(marks: Marks, claims: Claims, phrase: Phrase) -> None:
    """ "the French president, Ann Example" and "his French counterpart, Ann Example": an office, a comma, a name."""
    sentence = marks.sentence_of(phrase.first)
    comma = phrase.first - 1
    if phrase.offices or comma <= sentence.first + 1 or marks.words[comma] != ",":
        return
    is_closed = (
        phrase.last >= sentence.last
        or not marks.words[phrase.last][0].isalnum()
        or marks.low[phrase.last] in _POSSESSIVES
        or marks.low[phrase.last] == "and"
    )
    for head in _heads_before(marks, comma, sentence.first):
        if claims.at(head) is not None:
            return
        title = read_title(marks, head, comma)
        if (
            marks.low[title.first] not in ("the", "his", "her", "its", "their", "our")
            and marks.known[title.first] is None
        ):
            return
        if not is_closed or not claims.is_free(title.first, comma):
            return
        office = office_of(marks, title)
        claims.replace(phrase, replace(
            phrase, first=title.first, offices=(office,), country=office.country, sector=title.sector, title_head=title.head_word
        ))  # fmt: skip
        return


def _heads_before(marks: Marks, comma: int, floor: int) -> Iterator[int]:
    """The head noun of a title that ends at the comma: right before it, or before its complement."""
    for i in range(comma - 1, max(floor, comma - 9) - 1, -1):
        if title_head(marks, i) is not None or marks.low[i] == "counterpart":
            if i == comma - 1 or (
                marks.low[i + 1] in ("of", "for", "to", "at") and complement_end(marks, i + 1, comma) == comma
            ):
                yield i
            return
        if marks.words[i] in (",", ".", ";"):
            return


def apposed_head(marks: Marks, start: int, end: int) -> int | None:
    """The head noun of an office that stands at token `start` (behind a comma): within eight words and before any verb or comma."""
    found: int | None = None
    for i in range(start, min(end, start + 9)):
        if title_head(marks, i) is not None:
            found = i
            continue
        if found is not None:
            if marks.low[i] in ("-", "elect", "designate", "general"):
                continue
            break
        token = marks.tokens[i]
        is_name = marks.low[i] in NEVER_NAMES and marks.low[i] not in (
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "first",
            "second",
            "one",
        )
        if (
            (token.tag in ("VBD", "VBZ", "VBP", "MD", "IN", "TO") and marks.low[i] not in ("of", "for"))
            or is_name
            or marks.words[i] in (",", ".", ";", ":", "(", ")")
        ):
            break
    return found
