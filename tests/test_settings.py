"""Settings from file and environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.errors import UsageError
from memcon.settings import load_settings


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without settings, but for a file that may be written."""
    for name in ("LEDGER", "PACKS", "PACK_FOLDERS", "SPACY_MODEL", "ATTRIBUTION"):
        monkeypatch.delenv(f"MEMCON_{name}", raising=False)
    path = tmp_path / "config.toml"
    monkeypatch.setenv("MEMCON_CONFIG", str(path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return path


def test_defaults(tmp_path: Path) -> None:
    """Without file and environment the shipped packs, the learned model, and a ledger in the user's data folder."""
    found = load_settings()

    assert found.packs == ("world", "korea")
    assert found.attribution == "learned"
    assert found.ledger.endswith("ledger.db")


def test_environment_goes_before_file_and_arguments_before_both(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest word counts."""
    config.write_text('ledger = "file.db"\npacks = ["world"]\nattribution = "rules"\n', encoding="utf-8")
    monkeypatch.setenv("MEMCON_LEDGER", "env.db")
    monkeypatch.setenv("MEMCON_PACK_FOLDERS", "/a:/b")
    found = load_settings(packs=("mine",))

    assert (found.ledger, found.packs, found.attribution) == ("env.db", ("mine",), "rules")
    assert found.pack_folders == (Path("/a"), Path("/b"))


@pytest.mark.parametrize(("given", "expected"), [("world", ("world",)), (" world , mine,", ("world", "mine"))])
def test_lists_in_the_environment(given: str, expected: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Pack names are separated by commas."""
    monkeypatch.setenv("MEMCON_PACKS", given)

    assert load_settings().packs == expected


@pytest.mark.parametrize("written", ['attribution = "guess"', "pakcs = []", "ledger = 5", "ledger = "])
def test_settings_that_can_not_be_used_are_told(config: Path, written: str) -> None:
    """A wrong value, an unknown name and a broken file are the user's to mend, told with the file's name."""
    config.write_text(written, encoding="utf-8")
    with pytest.raises(UsageError) as told:
        load_settings()

    assert str(config) in f"{told.value} {told.value.hint}"


def test_settings_do_not_change() -> None:
    """Settings are read once and stay."""
    with pytest.raises(ValueError, match="frozen"):
        load_settings().ledger = "other.db"
