"""The doctor looks at everything, goes on when one check fails, and says what to do."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from memcon.cli.app import main
from memcon.cli.doctor import CHECKS, findings
from memcon.cli.ledgers import shown_place
from memcon.errors import UsageError
from memcon.ledger.assertions import assert_reading
from memcon.settings import load_settings
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch


@pytest.mark.model
def test_a_healthy_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every check is well, and says what it found."""
    code = main(["doctor", "--json", "--ledger", str(tmp_path / "ledger.db")])
    findings = [json.loads(row) for row in capsys.readouterr().out.splitlines()]

    assert [(finding["name"], finding["is_ok"]) for finding in findings] == [
        (name, True) for name in ["python", *CHECKS]
    ]
    assert all(finding["detail"] for finding in findings)
    assert code == 0


def test_a_broken_ledger_is_one_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is no ledger is told with a hint, the other checks still run, and the code is 2."""
    broken = tmp_path / "broken.db"
    broken.write_text("this is no database " * 100)
    monkeypatch.setenv("MEMCON_SPACY_MODEL", "no_such_pipeline")

    code = main(["doctor", "--ledger", str(broken)])
    out = capsys.readouterr().out
    bad = [row for row in out.splitlines() if row.startswith("no")]

    assert code == 2
    assert [row.split()[1] for row in bad] == ["language", "ledger"]
    assert "samples" in out


def test_damage_is_found_in_depth(tmp_path: Path) -> None:
    """The whole ledger is looked through where that is asked, without writing to it."""
    path = tmp_path / "ledger.db"
    talks = dispatch("Delta talks: {held|took place}.", published="2031-03-03")
    with closing(LedgerStore.open(path)) as store:
        store.append(recorded_at="2031-03-04T00:00:00Z", document=talks.document, entries=assert_reading(talks))
    path.chmod(0o400)
    assert [each.is_ok for each in findings(str(path), is_deep=True) if each.name == "whole ledger"] == [True]
    path.chmod(0o600)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entries_refuse_update")
        connection.execute("UPDATE entries SET value = replace(value, 'held', 'hell')")
        connection.commit()

    [found] = [each for each in findings(str(path), is_deep=True) if each.name == "whole ledger"]
    assert not found.is_ok
    assert "says something else" in found.detail


def test_passwords_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither where a ledger is nor what went wrong with it tells the password of its URL."""
    assert shown_place("postgresql://me:s3cret@there/book") == "postgresql+psycopg://me:***@there/book"
    assert shown_place("a\x1b[31mb.db") == "a[31mb.db"
    for command in (["doctor"], ["timeline"]):
        main([*command, "--ledger", "postgresql://me:s3cret@127.0.0.1:1/book"])
        captured = capsys.readouterr()
        assert "s3cret" not in captured.out + captured.err


def test_readers_are_told_of_and_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model and its address as they are set, never the key; an address that can't be used is found out here."""
    monkeypatch.setenv("MEMCON_LLM_ADDRESS", "https://models.example.org/v1")
    monkeypatch.setenv("MEMCON_LLM_MODEL", "my-model")
    monkeypatch.setenv("MEMCON_LLM_KEY", "sk-secret")
    well = CHECKS["readers"](load_settings())
    monkeypatch.setenv("MEMCON_LLM_ADDRESS", "http://models.example.org/v1")

    assert "my-model at https://models.example.org/v1" in well
    assert "sk-secret" not in well
    with pytest.raises(UsageError, match="unencrypted"):
        CHECKS["readers"](load_settings())
