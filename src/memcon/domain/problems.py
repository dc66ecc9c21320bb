"""What went wrong with one document: a record, not an exception."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that kept a document, or a part of it, from being read.

    `code` is one of the words documented in docs/reference/problems.md, `ref` names the input (path, line, id),
    `message` says what was found and where, `hint` what a person can do about it. `is_fatal` means that the document
    could not be read at all.
    """

    code: str
    message: str
    hint: str
    ref: str
    span: Span | None = None
    is_fatal: bool = True
