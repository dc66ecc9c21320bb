"""Writes the description of the REST interface, docs/reference/openapi.json, from the program; with --check says whether it is up to date."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parent / "reference" / "openapi.json"


def described() -> str:
    """The description as the program gives it, on an empty ledger."""
    from memcon.ingest import Reader
    from memcon.serve.app import description, make_app
    from memcon.serve.desk import Desk
    from memcon.serve.serving import Serving
    from memcon.store.ledger import LedgerStore

    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "empty.db")
        LedgerStore.open(place).close()
        desk = Desk(place, make_reader=Reader)
        made = description(make_app(desk, Serving()).app)
        desk.close()
    return json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> int:
    text = described()
    if "--check" in sys.argv:
        is_current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        if not is_current:
            sys.stderr.write(f"{PAGE.name} is not what the program says: run docs/generate_openapi.py\n")
        return 0 if is_current else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
