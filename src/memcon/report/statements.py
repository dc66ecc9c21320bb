"""Statements of the ledger, each with its speaker, its words and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.domain.views import StatementView
from memcon.report.layout import BLANK, MARGIN, Line, Piece, line, visible
from memcon.report.phrases import grade_words, quoted
from memcon.report.timeline import source_text


def statements_lines(statements: Iterable[StatementView]) -> Iterator[Line]:
    """A block a statement, in the order given: when and who, the words, then how sure and whose."""
    for statement in statements:
        yield from _statement(statement)
        yield BLANK


def _statement(statement: StatementView) -> Iterator[Line]:
    cue = f" ({visible(statement.cue.text)})" if statement.cue else ""
    yield line(
        Piece(visible(statement.speaker_text or "speaker open"), "strong"),
        f"{cue}: ",
        quoted(statement.content_text),
        indent=MARGIN,
        margin=Piece(statement.when, "strong") if statement.when else None,
    )
    notes = [
        statement.quote_type,
        statement.medium and statement.medium.replace("_", " "),
        statement.hedge and f"hedged “{visible(statement.hedge)}”",
        grade_words(statement.grade),
        statement.via and "by way of " + ", ".join(visible(v) for v in statement.via),
        f"confidence {statement.confidence:.2f}",
    ]
    yield line(Piece(", ".join(n for n in notes if n), "label"), indent=MARGIN)
    for source in statement.sources:
        yield line(Piece(f"— {source_text(source)}", "faint"), indent=MARGIN)
