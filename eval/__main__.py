"""`python -m eval --data DIR`: prints every figure that memcon can measure, and fails when one is below its floor."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from types import ModuleType

from eval import floors as floor_file
from eval.floors import Floors, file_hash, lowered, raised, shortfalls
from eval.intervals import Estimate, estimate
from eval.measures import available
from eval.reading import measuring
from memcon.errors import MemconError


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 every floor holds, 1 a figure is below its floor, 2 nothing could be measured or wrong usage."""
    options = _options(arguments)
    measures = available()
    chosen = options.only.split(",") if options.only else list(measures)
    if unknown := [name for name in [*chosen, *options.file] if name not in measures]:
        print(f"no measure named {', '.join(unknown)}; there are {', '.join(measures)}", file=sys.stderr)
        return 2
    floors = floor_file.load(options.floors)
    if options.reader:
        chosen = [name for name in chosen if getattr(measures[name], "READS", False)]
        floors = {}
    report: dict[str, dict[str, object]] = {}
    fallen = False
    for name in chosen:
        path = options.file.get(name) or (options.data / measures[name].FILE if options.data else None)
        if path is None or not path.is_file():
            print(f"{name}: no file{f' at {path}' if path else ''}, left out", file=sys.stderr)
            continue
        if isinstance(measures[name].FILE, Path) and not options.data:
            print(
                f"{name}: its texts lie in the collections below --data DIR; give that too, left out", file=sys.stderr
            )
            continue
        if lacking := [c for c in getattr(measures[name], "NEEDS", ()) if not (options.data / f"{c}.jsonl").is_file()]:
            print(f"{name}: {', '.join(lacking)} is not below --data DIR, left out", file=sys.stderr)
            continue
        try:
            with measuring(options.reader) as others:
                sha256, count, found = _measure(measures[name], path, options.data, options.documents)
            _tell_costs(others)
        except MemconError as error:
            print(f"{name}: {error}; {error.hint}", file=sys.stderr)
            return 2
        falling: frozenset[str] = getattr(measures[name], "FALLING", frozenset())
        values = {figure: e.value for figure, e in found.items() if figure not in falling}
        if getattr(measures[name], "HAS_FLOORS", True) and not options.reader:
            floors, is_below = _judge(options, floors, name, values, sha256)
            fallen = fallen or is_below
        held = floors.get(name)
        known = held.figures if held and held.sha256 == sha256 else {}
        report[name] = {
            "file": path.name,
            "sha256": sha256,
            "documents": count,
            "figures": {f: asdict(e) for f, e in found.items()},
        }
        if not options.json:
            _print_table(name, path, count, found, known)
    if options.json:
        print(json.dumps(report, indent=2))
    if (options.update or options.lower) and not options.reader:
        floor_file.save(floors, options.floors)
    return 1 if fallen else 0 if report else 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval", description=(__doc__ or "").strip())
    parser.add_argument("--data", type=Path, help="folder with the material of every measure")
    parser.add_argument("--only", help="names of measures, with commas between them")
    parser.add_argument(
        "--file",
        action="append",
        type=_named_file,
        default=[],
        metavar="NAME=PATH",
        help="another file of the same shape",
    )
    parser.add_argument(
        "--reader",
        metavar="NAME",
        help="measure another reader (llm, or one of a plugin) instead of memcon itself; it has no floors",
    )
    parser.add_argument(
        "--documents", type=int, metavar="N", help="with --reader, measure on the first N documents of each file only"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was reached; never lowers one")
    parser.add_argument("--lower", metavar="REASON", help="set the floors to what was reached, and note why one fell")
    parser.add_argument("--floors", type=Path, default=floor_file.PATH, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.data and not options.file:
        parser.error("give --data DIR or --file NAME=PATH")
    if options.documents is not None and not options.reader:
        parser.error("--documents is for --reader: floors are of whole files")
    options.file = dict(options.file)
    if not options.only and not options.data:
        options.only = ",".join(options.file)
    return options


def _named_file(value: str) -> tuple[str, Path]:
    name, sign, path = value.partition("=")
    if not sign or not name or not path:
        raise argparse.ArgumentTypeError(f"{value!r} is not NAME=PATH")
    return name, Path(path)


def _measure(
    module: ModuleType, path: Path, data: Path | None, most: int | None
) -> tuple[str, int, dict[str, Estimate]]:
    stand_off = isinstance(module.FILE, Path)
    documents = list(islice(module.measure(path, data) if stand_off else module.measure(path), most))
    return file_hash(path), len(documents), estimate(documents, module.FIGURES)


def _tell_costs(others: Sequence[object]) -> None:
    """What other readers say of what measuring them cost."""
    for other in others:
        if callable(summary := getattr(other, "summary", None)):
            print(summary(), file=sys.stderr)


def _judge(
    options: argparse.Namespace, floors: dict[str, Floors], name: str, values: dict[str, float], sha256: str
) -> tuple[dict[str, Floors], bool]:
    """The floors after this measure, and whether a figure is below its floor. Another file has no floors."""
    held = floors.get(name)
    if name in options.file and (held is None or held.sha256 != sha256):
        return floors, False
    if options.lower:
        return {**floors, name: lowered(held, values, sha256, options.lower)}, False
    if held and held.sha256 != sha256:
        print(f"{name}: the file has changed since its floors were set (SHA-256 {sha256})", file=sys.stderr)
        return floors, True
    below = shortfalls(held, values) if held else {}
    for figure, (value, floor) in below.items():
        print(f"{name} {figure}: {value:.4f} is below its floor {floor:.4f}", file=sys.stderr)
    if options.update:
        floors = {**floors, name: raised(held, values, sha256)}
    return floors, bool(below)


def _print_table(name: str, path: Path, count: int, found: dict[str, Estimate], known: Mapping[str, float]) -> None:
    print(f"\n{name}  {path.name}, {count} documents")
    print(f"  {'figure':<28}{'value':>8}  {'95 % interval':<18}{'floor':>8}")
    for figure, e in found.items():
        floor = f"{known[figure]:.4f}" if figure in known else "-"
        print(f"  {figure:<28}{e.value:>8.4f}  {f'{e.low:.3f} to {e.high:.3f}':<18}{floor:>8}")


if __name__ == "__main__":
    sys.exit(main())
