"""The doctor looks at everything, goes on when one check fails, and says what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.cli.app import main
from memcon.cli.doctor import CHECKS


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
