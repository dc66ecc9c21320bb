"""Pages of what has changed and of where sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from memcon.domain.news import Cause, Change, Conflict
from memcon.report.contract import Json
from memcon.report.dates import date_words
from memcon.report.layout import BLANK, Line, Piece, line, visible
from memcon.report.phrases import attribution_text, grade_words, is_own_word, status_words
from memcon.report.timeline import short_id, short_line, source_text

CAUSE_WORDS: Mapping[Cause, str] = {
    "new": "new",
    "world": "changed",
    "precision": "told more exactly",
    "correction": "corrected",
}


def change_lines(changes: Iterable[Change]) -> Iterator[Line]:
    """A line for each new event; for each change of an event the field, what it was and what it is, why, and who tells it."""
    for each in changes:
        if each.cause == "new":
            yield _with_cause(each)
            continue
        told = f" ({source_text(each.source)})" if each.source else ""
        yield Line(
            pieces=(
                Piece(visible(each.event.label), "strong"),
                Piece(f" · {change_words(each)}{told}"),
                Piece(f"  {short_id(each.event.id)}", "faint"),
            ),
            indent=19,
            margin=Piece(CAUSE_WORDS[each.cause], "off" if each.cause == "correction" else "ahead"),
            is_row=True,
        )


def change_words(each: Change) -> str:
    """ "status: scheduled → held"; of a new event what it is."""
    if each.cause == "new":
        return f"{each.event.label}: {_value(replace(each, field='status'), each.after)}"
    return f"{each.field}: {_value(each, each.before)} → {_value(each, each.after)}"


def _with_cause(each: Change) -> Line:
    shown = short_line(each.event)
    margin = shown.margin.text if shown.margin else ""
    pieces = (Piece(margin.ljust(shown.indent), "strong"), *shown.pieces)
    return Line(pieces=pieces, indent=19, margin=Piece("new", "done"), is_row=True)


def _value(each: Change, value: str | None) -> str:
    if value is None:
        return "open"
    words = {"status": status_words, "when": date_words}.get(each.field, visible)
    return words(value)


def change_json(each: Change) -> Json:
    """A change with its event's id and label."""
    source = each.source
    return {
        "event": each.event.id,
        "label": each.event.label,
        "field": each.field,
        "before": each.before,
        "after": each.after,
        "cause": each.cause,
        "source": {"document": source.document, "publisher": source.publisher, "published": source.published}
        if source
        else None,
    }


def conflict_lines(conflicts: Iterable[Conflict]) -> Iterator[Line]:
    """The event, and below it each value with its sources and how sure each is; the value that the ledger shows is marked."""
    for each in conflicts:
        yield short_line(each.event)
        for told in each.told:
            mark = "→ " if told.value == each.current else "  "
            words = {"status": status_words, "when": date_words}.get(each.field, visible)(told.value)
            yield line(Piece(f"{mark}{each.field}: {words}", "strong"), indent=4)
            for claim in told.claims:
                sure = [f"{claim.certainty:.0%} sure"]
                if claim.attribution and not is_own_word(claim.attribution):
                    sure.append(attribution_text(claim.attribution))
                    sure += [grade] if (grade := grade_words(getattr(claim.attribution, "grade", None))) else []
                yield line(f"{source_text(claim.source)}: {', '.join(sure)}", indent=8)
        yield BLANK


def conflict_json(each: Conflict) -> Json:
    """A conflict with its event's id and label."""
    return {
        "event": each.event.id,
        "label": each.event.label,
        "field": each.field,
        "current": each.current,
        "told": [
            {
                "value": told.value,
                "claims": [
                    {
                        "certainty": claim.certainty,
                        "assertion": claim.assertion,
                        "document": claim.source.document,
                        "publisher": claim.source.publisher,
                        "published": claim.source.published,
                    }
                    for claim in told.claims
                ],
            }
            for told in each.told
        ],
    }
