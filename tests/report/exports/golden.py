"""Every export of the ledger of these tests, as it was looked through by eye. `python -m tests.report.exports.golden` writes the files anew; look at the difference before you commit it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from memcon.exporting import Asked, file_parts, gather
from memcon.report.exports.material import Material
from memcon.report.exports.registry import EXPORTERS
from tests.report.exports.ledgers import LEDGER, everything

FOLDER = Path(__file__).parent / "golden"


def made() -> Iterator[tuple[str, str]]:
    """The name and text of each file; the program's version is left open. Parquet has the tables of CSV, and is held against them."""
    for name, exporter in EXPORTERS.items():
        if name == "parquet":
            continue
        material = about() if name.startswith("brief") else everything()
        for file, parts in file_parts(exporter, material):
            text = b"".join(parts).decode("utf-8")
            yield f"{name}/{file}", text.replace(f"memcon {version('memcon')}", "memcon VERSION")


def about() -> Material:
    return gather(LEDGER, {"brief"}, Asked(about="Dike visit", since="2031", licence="CC0-1.0", published="2031-03-20"))


def main() -> None:
    for name, text in made():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
