"""Records that can't be read, in one file of records: the first hundred are told of one by one and the others are counted, so that a file of millions costs one line and no
memory; where nothing fits for a hundred thousand records in a row, the rest of the file is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem

MOST_TOLD = 100
"""Records of one file that are told of one by one."""

MOST_IN_A_ROW = 100_000
"""Records of one file in a row that can't be read, before the file is given up."""


def few_told(found: Iterable[Capture | Problem], ref: str) -> Iterator[Capture | Problem]:
    """What was `found` in the file of records `ref`, in order; of what can't be read beyond the first hundred only the numbers, by reason, at the end."""
    left_out: Counter[str] = Counter()
    remarks: list[Problem] = []
    told = in_a_row = 0
    for item in found:
        if isinstance(item, Problem) and not item.is_fatal:
            if told < MOST_TOLD:
                yield item
            else:
                remarks.append(item)  # it goes where its record goes, which comes behind it
            continue
        reason = item.code if isinstance(item, Problem) else _lack(item)
        if reason is None or told < MOST_TOLD:
            yield from (remark for remark in remarks if remark.ref == item.ref)
            yield item
        remarks.clear()
        if reason is None:
            in_a_row = 0
            continue
        in_a_row += 1
        told += 1
        if told > MOST_TOLD:
            left_out[reason] += 1
        if in_a_row >= MOST_IN_A_ROW:
            break
    if left_out:
        yield _left_out(ref, left_out, is_given_up=in_a_row >= MOST_IN_A_ROW)


def _lack(capture: Capture) -> str | None:
    """The problem that a record is going to be, if that can be seen at once."""
    text = capture.stated.get("text")
    if text is None:
        return "text_missing"
    if not text.strip():
        return "empty"
    return None if any(map(str.isalnum, text)) else "no_words"


def _left_out(ref: str, left_out: Counter[str], *, is_given_up: bool) -> Problem:
    counts = ", ".join(f"{code} ({number:,})" for code, number in left_out.most_common())
    rest = f"; the rest of the file was not looked at, for the last {MOST_IN_A_ROW:,} records were all such"
    return Problem(
        code="records_left_out",
        message=f"{left_out.total():,} more records in it could not be read: {counts}{rest if is_given_up else ''}",
        hint="what is to be done about the first hundred, which are told of one by one, will do for them too",
        ref=ref,
    )
