"""Quality by measure: what memcon reaches on material that nobody here wrote, with intervals and floors.

A measure is a module in `eval/measures` that declares three names:

    FILE = "folder/file.jsonl"                    where its material lies under --data
    FIGURES = {"relation.f1": f1("relation")}     name → function of the summed counts
    def measure(path: Path) -> Iterator[Counts]   one mapping a document: count name → number

A measure whose FILE is a path of the project (stand-off annotations) takes the data folder too: `measure(path, data)`. One with
`HAS_FLOORS = False` is printed only, one that names collections in `NEEDS` is left out where they are not, and so are the figures named in `FALLING`, of which less is better.

Counts are added over documents and figures are functions of the sums, so that one resampling of documents gives an interval for
every figure. `tally` and `f1`, `precision`, `recall`, `accuracy`, `macro` cover the usual cases. List the module in `eval/measures/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Counts = dict[str, float]
"""What one document adds. `NAME.hits`, `NAME.found` and `NAME.gold` are what `tally` writes."""

Figure = Callable[[Mapping[str, float]], float]
"""A figure out of summed counts, 0 to 1; 0.0 where there is nothing to divide by."""


def tally(counts: Counts, name: str, *, hits: float, found: float, gold: float) -> None:
    """Adds one comparison to `counts`: how many were right, how many were given, how many there are."""
    for part, value in (("hits", hits), ("found", found), ("gold", gold)):
        counts[f"{name}.{part}"] = counts.get(f"{name}.{part}", 0.0) + value


def precision(name: str) -> Figure:
    return lambda sums: _share(sums.get(f"{name}.hits", 0.0), sums.get(f"{name}.found", 0.0))


def recall(name: str) -> Figure:
    return lambda sums: _share(sums.get(f"{name}.hits", 0.0), sums.get(f"{name}.gold", 0.0))


accuracy = recall
"""Right out of all there are."""


def f1(name: str) -> Figure:
    def figure(sums: Mapping[str, float]) -> float:
        both = sums.get(f"{name}.found", 0.0) + sums.get(f"{name}.gold", 0.0)
        return _share(2 * sums.get(f"{name}.hits", 0.0), both)

    return figure


def macro(figures: Mapping[str, Figure]) -> Figure:
    """The plain mean of several figures."""
    return lambda sums: sum(figure(sums) for figure in figures.values()) / len(figures)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
