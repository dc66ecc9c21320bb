"""How texts, versions of articles and the passages in them are compared over documents, and kept as plain data."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterable, Mapping
from typing import Any

from memcon.domain.codec import canonical
from memcon.resolve import passages, prints, versions
from memcon.resolve.components import Comparison
from memcon.resolve.passages import Passage
from memcon.resolve.prints import Print
from memcon.resolve.versions import Version


def _packed(numbers: Iterable[int]) -> str:
    held = list(numbers)
    return base64.b64encode(struct.pack(f"<{len(held)}I", *held)).decode("ascii")


def _unpacked(text: str) -> tuple[int, ...]:
    data = base64.b64decode(text)
    return struct.unpack(f"<{len(data) // 4}I", data)


def _print_text(each: Print) -> str:
    places = sorted((beside, filler) for beside, fillers in each.slots.items() for filler in fillers)
    return canonical(
        {
            "document": each.document,
            "day": each.day,
            "runs": _packed(sorted(each.runs)),
            "keys": _packed(sorted(each.keys)),
            "beside": _packed(beside for beside, _ in places),
            "fillers": _packed(filler for _, filler in places),
        }
    )


def _print_of(text: str) -> Print:
    held = json.loads(text)
    slots: dict[int, set[int]] = {}
    for beside, filler in zip(_unpacked(held["beside"]), _unpacked(held["fillers"]), strict=True):
        slots.setdefault(beside, set()).add(filler)
    return Print(
        document=held["document"],
        day=held["day"],
        runs=frozenset(_unpacked(held["runs"])),
        keys=frozenset(_unpacked(held["keys"])),
        slots={beside: frozenset(fillers) for beside, fillers in slots.items()},
    )


def _text(held: Mapping[str, Any]) -> str:
    return canonical({**held, "addresses": sorted(held["addresses"]), "words": _packed(sorted(held["words"]))})


def _held(text: str) -> dict[str, Any]:
    held = json.loads(text)
    return {**held, "addresses": frozenset(held["addresses"]), "words": frozenset(_unpacked(held["words"]))}


def _version_text(each: Version) -> str:
    return _text({name: getattr(each, name) for name in Version.__slots__})


def _passage_text(each: Passage) -> str:
    return _text({name: getattr(each, name) for name in Passage.__slots__})


PRINTS: Comparison[Print] = Comparison(
    kind="document",
    to_text=_print_text,
    of_text=_print_of,
    rule=prints.BY,
    id_of=lambda each: each.document,
    keys_of=lambda each: frozenset(f"{key:08x}" for key in each.keys),
    are_linked=lambda one, other: prints.shared(one, other) is not None,
    judge=prints.judge_prints,
)

VERSIONS: Comparison[Version] = Comparison(
    kind="version",
    to_text=_version_text,
    of_text=lambda text: Version(**_held(text)),
    rule=versions.BY,
    id_of=lambda each: each.document,
    keys_of=lambda each: each.addresses,
    are_linked=versions.are_versions,
    judge=versions.judge_versions,
)

PASSAGES: Comparison[Passage] = Comparison(
    kind="passage",
    to_text=_passage_text,
    of_text=lambda text: Passage(**_held(text)),
    rule=passages.BY,
    id_of=lambda each: each.event,
    keys_of=lambda each: each.addresses,
    are_linked=passages.are_alike,
    judge=passages.judge_passages,
)
