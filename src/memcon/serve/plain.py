"""Answers as plain data for JSON: records in the shape of the reading contract (`memcon.report.records`), whatever holds them field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from memcon.domain.documents import Document
from memcon.domain.entries import Recorded
from memcon.domain.news import Change, Conflict
from memcon.domain.problems import Problem
from memcon.domain.views import Resolved, Views
from memcon.report.contract import document_record, problem_record
from memcon.report.judgements import why_json
from memcon.report.news import change_json, conflict_json
from memcon.report.records import ledger_json, ledger_record


def plain(value: Any) -> Any:
    """`value` as dictionaries, lists and scalars."""
    if isinstance(value, Resolved):
        return ledger_record(value)
    write = next((how for kind, how in _WRITTEN if isinstance(value, kind)), None)
    if write is not None:
        return write(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if is_dataclass(value) and type(value).__module__.startswith("memcon.serve"):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return ledger_json(value) if is_dataclass(value) else value


def without_paths(value: Any) -> Any:
    """Plain data in which a document's `ref` that is a path has only its last part: where files are on this machine is nobody's business."""
    if isinstance(value, dict):
        return {k: file_name(v) if k == "ref" and isinstance(v, str) else without_paths(v) for k, v in value.items()}
    return [without_paths(item) for item in value] if isinstance(value, list) else value


def file_name(ref: str) -> str:
    """The last part of a path; an address or a name as it is."""
    return ref if "://" in ref else ref.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _judgement(recorded: Recorded) -> object:
    found = why_json([recorded])
    return found[0] if found else None


def _views(views: Views) -> object:
    """Every kind of record in a list of its own."""
    return {field.name: plain(getattr(views, field.name)) for field in fields(views) if field.name != "documents"}


_WRITTEN: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Views, _views),
    (Document, document_record),
    (Change, change_json),
    (Conflict, conflict_json),
    (Recorded, _judgement),
    (Problem, problem_record),
)
