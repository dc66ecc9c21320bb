"""The pack tables `titles` and `bodies` change what is read, from a folder to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from memcon.domain.actors import Actor
from memcon.ingest import Reader

TEXT = (
    "Grand Vizier Ann Holm objected. The Council of Guardians agreed. Peru's Shura Majlis met. The grand vizier left."
)


def _actors(folders: Sequence[Path]) -> dict[str, Actor]:
    return {a.name: a for a in Reader(packs=("world",), pack_folders=folders).read(TEXT).actors}


@pytest.mark.model
def test_titles_and_bodies_of_a_pack_are_read(tmp_path: Path) -> None:
    """A title of a pack is an office, its bodies act, and its noun makes one of a capitalised run; without the pack none is known."""
    (tmp_path / "pack.yaml").write_text("name: court\nversion: '1'\nvalid: 2025\nsources: [a test]\n")
    (tmp_path / "titles.yaml").write_text("- {title: grand vizier, sector: ELI}\n")
    (tmp_path / "bodies.yaml").write_text(
        "- {name: council of guardians, sector: JUD}\n- {name: '* shura', sector: LEG}\n- {name: '* majlis', sector: LEG}\n"
    )

    without, with_pack = _actors([]), _actors([tmp_path])

    assert [o.title for o in with_pack["Ann Holm"].offices] == ["Grand Vizier"]
    assert (with_pack["Ann Holm"].sector, len(with_pack["Ann Holm"].mentions)) == ("ELI", 2)
    assert with_pack["Council of Guardians"].sector == "JUD"
    assert (with_pack["Shura Majlis"].country, with_pack["Shura Majlis"].sector) == ("PER", "LEG")
    assert "Ann Holm" not in without or without["Ann Holm"].offices == ()
