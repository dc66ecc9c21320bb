"""Floors: figures that a later version must not fall below, each tied to the bytes of the file that it was measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

PATH = Path(__file__).with_name("floors.json")

TOLERANCE = 0.004
"""How far below its floor a figure may lie: quantised arithmetic differs a little from one processor to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """One measure's floors. `lowered` holds a line for every time a floor was lowered: which, from, to and why."""

    sha256: str
    figures: Mapping[str, float]
    lowered: tuple[str, ...] = field(default=())


def file_hash(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def load(path: Path = PATH) -> dict[str, Floors]:
    if not path.exists():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: Floors(sha256=entry["sha256"], figures=entry["figures"], lowered=tuple(entry.get("lowered", ())))
        for name, entry in stored.items()
    }


def save(floors: Mapping[str, Floors], path: Path = PATH) -> None:
    stored = {
        name: {"sha256": entry.sha256, "figures": dict(sorted(entry.figures.items())), "lowered": list(entry.lowered)}
        for name, entry in sorted(floors.items())
    }
    path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def shortfalls(floors: Floors, figures: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Figures below their floor: name → (figure, floor). A floor whose figure is no longer measured counts as 0."""
    return {
        name: (figures.get(name, 0.0), floor)
        for name, floor in floors.figures.items()
        if figures.get(name, 0.0) < floor - TOLERANCE
    }


def raised(floors: Floors | None, figures: Mapping[str, float], sha256: str) -> Floors:
    """`floors` with every figure that is higher now. Other bytes need new floors: lower them by name and reason first."""
    if floors is None:
        return Floors(sha256=sha256, figures=dict(figures))
    if floors.sha256 != sha256:
        raise ValueError("these floors were measured on other bytes; use --lower REASON to measure anew")
    return replace(floors, figures={**figures, **{n: max(v, figures.get(n, 0.0)) for n, v in floors.figures.items()}})


def lowered(floors: Floors | None, figures: Mapping[str, float], sha256: str, reason: str) -> Floors:
    """Floors at the figures as they are now; what fell is noted with the reason. Raises `ValueError` without a reason."""
    if not reason.strip():
        raise ValueError("lowering a floor takes a reason")
    if floors is None:
        return Floors(sha256=sha256, figures=dict(figures))
    fell = [
        f"{name}: {floor:.4f} -> {figures.get(name, 0.0):.4f}: {reason.strip()}"
        for name, floor in sorted(floors.figures.items())
        if figures.get(name, 0.0) < floor
    ]
    return Floors(sha256=sha256, figures=dict(figures), lowered=(*floors.lowered, *fell))
