"""Inputs that a ledger has taken in before: as long as input, reader and document are the same, reading again would change nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from memcon.domain.codec import decode_text
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a ledger remembers of an input: its document and how much was read in it."""

    document: str
    title: str | None = None
    published: str | None = None
    events: int = 0
    statements: int = 0
    problems: tuple[Problem, ...] = ()


def key_of(capture: Capture, reader: str) -> str:
    """The key of an input as a reader (by its fingerprint) takes it: the bytes, where they are from and what was said beside them."""
    told = [capture.ref, capture.media_type, sorted(capture.stated.items()), capture.given_published, reader]
    if capture.announced:
        told.append(sorted(capture.announced.items()))
    beside = json.dumps(told, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(hashlib.sha256(capture.data).digest() + beside.encode()).hexdigest()


def known_of(payloads: Mapping[str, str]) -> dict[str, Known]:
    return {key: decode_text(Known, payload) for key, payload in payloads.items()}


def state_of(folders: Iterable[Path]) -> str:
    """A hash that changes when a file in the folders does: of names, sizes and times of change."""
    told = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                stat = path.stat()
                told.update(
                    f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape")
                )
    return told.hexdigest()
