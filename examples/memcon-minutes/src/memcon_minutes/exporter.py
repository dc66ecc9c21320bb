"""An export format: who met whom, as a graph for Graphviz."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from memcon.report.exports.material import Material
from memcon.report.exports.registry import Exporter


def write_dot(material: Material) -> Iterator[bytes]:
    """A node for each party of an event, an edge for each pair, as thick as they have events together."""
    names = {part.actor: part.name for event in material.events for part in event.participants}
    pairs = Counter(
        pair
        for event in material.events
        for pair in combinations(sorted({part.actor for part in event.participants}), 2)
    )
    edition = material.edition
    told = f"ledger {edition.version}, as of {edition.as_of or 'now'}, licence {edition.licence or 'not said'}"
    yield f"graph memcon {{\n  label={quoted(told)};\n".encode()
    for id, name in sorted(names.items()):
        yield f"  {quoted(id)} [label={quoted(name)}];\n".encode()
    for (one, other), count in sorted(pairs.items()):
        yield f"  {quoted(one)} -- {quoted(other)} [penwidth={count}];\n".encode()
    yield b"}\n"


def quoted(text: str) -> str:
    """Text as DOT has it; names come from articles and may hold anything."""
    return json.dumps(text, ensure_ascii=False)


EXPORTER = Exporter(
    name="dot",
    means="who met whom, as a graph for Graphviz",
    suffix=".dot",
    media_type="text/vnd.graphviz",
    needs=frozenset({"event", "actor"}),
    write=write_dot,
)
