"""The page of the documentation that tells how fast memcon is: each table stands between two marks of its own."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "speed.md"


def tell(mark: str, found: str, *, is_written: bool) -> None:
    """Prints what was measured; where it `is_written`, puts it on the page between the two marks `mark`, too."""
    if is_written:
        write_table(mark, found)
    print(found)


def write_table(mark: str, found: str) -> None:
    """Puts `found` between the two marks `mark`."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(mark)
    _, _, after = rest.partition(mark)
    PAGE.write_text(f"{before}{mark}\n\n{found}\n{mark}{after}", encoding="utf-8")
