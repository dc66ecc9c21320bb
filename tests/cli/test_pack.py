"""Packs from the command line: what is there, and what is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.cli.app import main
from memcon.knowledge.packs import SHIPPED


def test_the_shipped_packs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Both packs, each with version and date."""
    assert main(["pack", "list", "--json"]) == 0
    packs = [json.loads(row) for row in capsys.readouterr().out.splitlines()]

    assert {"world", "korea"} <= {pack["name"] for pack in packs}
    assert all(pack["valid"] and pack["version"] and Path(pack["folder"]).is_dir() for pack in packs)


def test_the_shipped_packs_are_valid(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of packs is checked pack by pack."""
    assert main(["pack", "check", str(SHIPPED)]) == 0
    assert capsys.readouterr().out.count(": valid") >= 2


def test_a_faulty_pack_is_told_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 1, and each fault with its file and a hint."""
    (tmp_path / "pack.yaml").write_text("name: atlantis\nversion: '1'\n")

    assert main(["pack", "check", str(tmp_path)]) == 1
    assert "pack.yaml: lacks valid" in capsys.readouterr().out


def test_no_pack_at_all_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder ends with code 2 and a hint."""
    assert main(["pack", "check", str(tmp_path)]) == 2
    assert "no pack in" in capsys.readouterr().err
