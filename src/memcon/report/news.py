"""Pages of what has changed and of where sources contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from memcon.domain.news import Cause, Change, Changing, Conflict
from memcon.domain.views import CommitmentView, EventView, PositionView, ProcessView, StatementView
from memcon.report.contract import Json
from memcon.report.dates import date_words
from memcon.report.layout import BLANK, Line, Piece, line, shortened, visible
from memcon.report.phrases import attribution_text, grade_words, is_own_word, status_words
from memcon.report.timeline import LABEL_WIDTH, short_id, short_line, source_text

CAUSE_WORDS: Mapping[Cause, str] = {
    "new": "new",
    "world": "changed",
    "precision": "told more exactly",
    "correction": "corrected",
}


def change_lines(changes: Iterable[Change], names: Mapping[str, str] | None = None) -> Iterator[Line]:
    """A line for each new record; for each change of one the field, what it was and what it is, why, and who tells it. `names` are those of holders and
    parties by their ids."""
    for each in changes:
        if each.cause == "new":
            yield _new(each, names or {})
            continue
        told = f" ({source_text(each.source)})" if each.source else ""
        yield Line(
            pieces=(
                Piece(label_of(each.record, names or {}), "strong"),
                Piece(f" · {change_words(each)}{told}"),
                Piece(f"  {short_id(each.record.id)}", "faint"),
            ),
            indent=19,
            margin=Piece(CAUSE_WORDS[each.cause], "off" if each.cause == "correction" else "ahead"),
            is_row=True,
        )


def change_words(each: Change) -> str:
    """ "status: scheduled → held"; of a new record what it is."""
    if each.cause == "new":
        return f"{label_of(each.record, {})}: {_value(replace(each, field='status'), each.after)}"
    return f"{each.field}: {_value(each, each.before)} → {_value(each, each.after)}"


def label_of(record: Changing, names: Mapping[str, str]) -> str:
    """What a record is called in a line: an event's label, who says or holds what."""
    match record:
        case EventView():
            words = record.label
        case StatementView():
            words = f"{record.speaker_text or 'speaker open'}: “{record.content_text}”"
        case PositionView():
            words = f"{names.get(record.actor, 'somebody')}: {record.stance} {record.target_text}"
        case CommitmentView():
            words = f"{'; '.join(names[p] for p in record.parties if p in names) or 'nobody named'}: {record.text}"
        case ProcessView():
            words = record.name
    return visible(shortened(words, LABEL_WIDTH * 2))


def _new(each: Change, names: Mapping[str, str]) -> Line:
    mark = Piece("new", "done")
    if isinstance(each.record, EventView):
        shown = short_line(each.record)
        margin = shown.margin.text if shown.margin else ""
        return Line(
            pieces=(Piece(margin.ljust(shown.indent), "strong"), *shown.pieces), indent=19, margin=mark, is_row=True
        )
    told = f" ({source_text(each.source)})" if each.source else ""
    return Line(
        pieces=(
            Piece(f"{each.kind}  ", "label"),
            Piece(label_of(each.record, names), "strong"),
            Piece(told),
            Piece(f"  {short_id(each.record.id)}", "faint"),
        ),
        indent=19,
        margin=mark,
        is_row=True,
    )


def _value(each: Change, value: str | None) -> str:
    if value is None:
        return "open"
    words = {"status": _status_words(each), "when": date_words, "target": date_words}.get(each.field, visible)
    return words(value)


def _status_words(each: Change) -> Callable[[str], str]:
    return status_words if each.kind == "event" else lambda value: visible(value.replace("_", " "))


def change_json(each: Change) -> Json:
    """A change with the kind of its record, its id and what it is called."""
    source = each.source
    return {
        "kind": each.kind,
        "record": each.record.id,
        "label": label_of(each.record, {}) if each.kind != "event" else visible(getattr(each.record, "label", "")),
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
