"""Answers of a model, and the folder that keeps them by the content of what was asked."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pydantic_core


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model wrote. `is_whole` is False where it was cut off; `tokens_in` and `tokens_out` are as the endpoint counts them, 0 where it does not; `requests` is how
    often it was asked, 0 for an answer that was kept."""

    content: str
    is_whole: bool = True
    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 1

    @property
    def value(self) -> Any:
        """What it says as JSON, of one that was cut off as much as is there; None where it is no JSON. A fence around it is left out."""
        text = self.content.strip()
        if text.startswith("```"):
            text = text.partition("\n")[2].rpartition("```")[0] if text.endswith("```") else text.partition("\n")[2]
        try:
            return pydantic_core.from_json(text, allow_partial=not self.is_whole)
        except ValueError:
            return None


class Kept:
    """A folder of answers, one file each, under the hash of all that was asked. A file that can't be read or written is as if it were not there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, asked: object) -> Answer | None:
        """The answer to the same words, where it is kept."""
        path = self._path(asked)
        if path is None:
            return None
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            found = Answer(**{**held, "requests": 0})
        except (OSError, ValueError, TypeError):
            return None
        is_sound = (
            isinstance(found.content, str) and isinstance(found.tokens_in, int) and isinstance(found.tokens_out, int)
        )
        return found if is_sound else None

    def keep(self, asked: object, answer: Answer) -> None:
        """Keeps a whole answer; it is there whole, or not at all."""
        path = self._path(asked)
        if path is None or not answer.is_whole:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as out:
                json.dump(asdict(answer), out)
            os.replace(out.name, path)
        except (OSError, ValueError):
            return

    def _path(self, asked: object) -> Path | None:
        if self._folder is None:
            return None
        body = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / digest[:2] / f"{digest}.json"
