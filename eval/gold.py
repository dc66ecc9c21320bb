"""The gold record: stand-off files in `eval/gold`, joined to the texts that they are about (docs/reference/gold.md).

python -m eval.gold --data DIR OUT.jsonl     the gold objects with their texts, one a line
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("gold")

FILES: Mapping[str, Path] = {
    name: FOLDER / f"{name}.jsonl" for name in ("dev", "test", "second", "learning", "newswire")
}
"""The two sides, the second pass over a part of both, documents to learn from, of which statements and precedents are not told, and a second test side, of which statements are not told, whose
texts are no collection of the project's material but made by `eval.newswire`."""

LEARNT_FROM = ("dev", "learning")
"""The files that learned parts are fitted on."""


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of one file of gold."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def pages_of(names: Iterable[str]) -> list[dict[str, Any]]:
    """The objects of the files of those names, in their order."""
    return [page for name in names for page in read(FILES[name])]


def ids() -> frozenset[str]:
    """The documents that any file of the gold tells of."""
    return frozenset(page["id"] for page in pages_of(FILES))


def join(pages: Sequence[Mapping[str, Any]], data: Path) -> Iterator[dict[str, Any]]:
    """Each page with `input`, the record that a user would give memcon for its document: text, and title and date where known.

    Raises `ValueError` when a collection lacks the document or its text has changed.
    """
    collections: dict[str, dict[str, Mapping[str, Any]]] = {}
    for page in pages:
        if (name := page["collection"]) not in collections:
            collections[name] = {row["id"]: row for row in read(data / f"{name}.jsonl")}
        row = collections[name].get(page["id"])
        if row is None:
            raise ValueError(f"{name} has no document {page['id']}")
        if hashlib.sha256(row["text"].encode()).hexdigest() != page["sha256"]:
            raise ValueError(f"the text of {page['id']} in {name} is not the one that was annotated")
        yield {**_with_names(page, row["text"]), "input": _input(row)}


def _with_names(page: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The page with words for the names that the file gives as places in the text; a name that stands nowhere there is given in words."""

    def named(thing: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if thing is None:
            return None
        name = thing["name"]
        return {**thing, "name": name if isinstance(name, str) else " ".join(text[slice(*name)].split())}

    lists = {key: [named(thing) for thing in page[key]] for key in ("actors", "channels") if key in page}
    events = [{**event, "place": named(event["place"])} for event in page.get("events", [])]
    return {**page, **lists, **({"events": events} if "events" in page else {})}


def _input(row: Mapping[str, Any]) -> dict[str, Any]:
    """The first line of a PolNeAR or TempEval text is its headline; elsewhere the title stands beside the text."""
    known = {
        "id": row["id"],
        "text": row["text"],
        "published": row.get("published") or row.get("date") or row.get("dct"),
    }
    if "attributions" not in row and "timexes" not in row:
        known["title"] = row.get("title")
    return {**known, "publisher": row.get("publisher")}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.gold", description="Joins the gold record to its texts.")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    parser.add_argument(
        "--gold",
        type=Path,
        action="append",
        help="files of gold (default: all that ship, newswire where its collection is there)",
    )
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    there = [
        path for name, path in FILES.items() if name != "newswire" or (options.data / "reuters/news.jsonl").is_file()
    ]
    pages = [page for path in options.gold or there for page in read(path)]
    try:
        joined = list(join(pages, options.data))
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    options.out.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in joined), encoding="utf-8")
    print(f"{len(joined)} documents written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
