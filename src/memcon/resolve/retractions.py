"""What a person took back, carried over to the same claim when a later reading makes it as another entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.domain.entries import RULE, Assertion, Judgement, judgement

BY = f"{RULE}taken-back"
WHY = "a person took the same claim back as an earlier reading made it"

JudgementsOn = Callable[[Sequence[str]], Sequence[Judgement]]
"""The judgements in the book that name any of some ids, oldest first."""

Said = tuple[object, ...]

_ID = re.compile(r"\b[a-z]+_[0-9a-f]{16}\b")


def carried_over(
    before: Sequence[Assertion],
    made: Sequence[Assertion],
    names: Mapping[str, str],
    judgements_on: JudgementsOn,
) -> tuple[Judgement, ...]:
    """Retractions of those assertions that a reading `made` and that say in a new entry what a person took back of those `before`.

    The same is said when record, property and value are the same, whatever the evidence; or at the same words, of a record that now goes by another id.
    `names` are the ids of names by the ids of records, so that a record is the same before and after it had an id of its document.
    """
    known = {entry.id for entry in before}
    new = [entry for entry in made if entry.id not in known]
    if not new:
        return ()
    gone = taken_back(known, judgements_on)
    if not gone:
        return ()
    remade, old = ({entry.subject for entry in entries} for entries in (made, before))
    wrong: set[Said] = set()
    for entry in before:
        if entry.id in gone:
            wrong.add(_by_record(entry, names))
            if entry.subject not in remade:
                wrong.add(_by_place(entry, names))
    return tuple(
        judgement("retracted", (entry.id,), by=BY, why=WHY)
        for entry in new
        if _by_record(entry, names) in wrong or (entry.subject not in old and _by_place(entry, names) in wrong)
    )


def taken_back(ids: Iterable[str], judgements_on: JudgementsOn) -> frozenset[str]:
    """Those of the entry `ids` that a person, or this rule for a person, has retracted, as far as that retraction stands."""
    asked = sorted(ids)
    ruling = [j for j in judgements_on(asked) if j.kind == "retracted" and (not j.is_by_rule or j.by == BY)]
    standing = [j for j in ruling if not _is_retracted(j.id, judgements_on)]
    return frozenset(id for judged in standing for id in judged.subjects) & frozenset(asked)


def _is_retracted(id: str, judgements_on: JudgementsOn) -> bool:
    return any(j.kind == "retracted" and not _is_retracted(j.id, judgements_on) for j in judgements_on([id]))


def _by_record(entry: Assertion, names: Mapping[str, str]) -> Said:
    return names.get(entry.subject, entry.subject), entry.property, _value(entry, names)


def _by_place(entry: Assertion, names: Mapping[str, str]) -> Said:
    spans = tuple(evidence.span for evidence in entry.evidence)
    return entry.subject_kind, spans, entry.property, _value(entry, names)


def _value(entry: Assertion, names: Mapping[str, str]) -> str:
    """The value, with the actors and events in it by name."""
    return _ID.sub(lambda found: names.get(found[0], found[0]), entry.value)
