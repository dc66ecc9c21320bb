"""The newswire collection: stories out of the package's archive, a paragraph a line, and a measure that is left out without them."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main as measure
from eval.newswire import main, text_of

BODY = "    Norway and Peru met in\nOslo.\n    They will  meet again.\n Reuter\n\x03"


def archive(folder: Path, stories: list[dict[str, Any]], name: str = "package/data/full/some.json") -> Path:
    """An archive as the package is one, with one file of stories."""
    content = json.dumps(stories).encode()
    with tarfile.open(path := folder / "package.tgz", "w:gz") as files:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        files.addfile(member, io.BytesIO(content))
    return path


def test_a_story_becomes_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Paragraphs stand apart, without the agency's mark; a title in capitals and a date become those of a heading and of ISO 8601; a story without a body is left out."""
    stories = [
        {"id": "7", "title": "NORWAY MEETS PERU", "body": BODY, "date": " 3-MAR-1987 10:00:00.00"},
        {"id": "8", "title": "Only a title", "date": "3-MAR-1987 10:00:00.00"},
    ]

    code = main(["--package", str(archive(tmp_path, stories)), "--data", str(tmp_path)])

    assert code == 0
    assert "1 stories" in capsys.readouterr().out
    assert [json.loads(line) for line in (tmp_path / "reuters/news.jsonl").read_text().splitlines()] == [
        {
            "id": "r7",
            "title": "Norway Meets Peru",
            "text": "Norway and Peru met in Oslo.\n\nThey will meet again.",
            "published": "1987-03-03",
            "publisher": "Reuters",
        }
    ]


def test_the_first_line_begins_a_paragraph() -> None:
    """Also where it has no indent."""
    assert text_of("Norway met\nPeru.\n    They talked.") == "Norway met Peru.\n\nThey talked."


def test_another_archive_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One without stories, and one that is none, are told in a line."""
    other = archive(tmp_path, [], name="package/other.json")

    assert main(["--package", str(other), "--data", str(tmp_path)]) == 1
    assert "has nothing under" in capsys.readouterr().err
    assert main(["--package", str(tmp_path / "none.tgz"), "--data", str(tmp_path)]) == 1


def test_the_measure_is_left_out_without_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A measure whose collection is not there is named, and nothing is measured."""
    assert measure(["--data", str(tmp_path), "--only", "record_newswire"]) == 2
    assert "reuters/news is not below" in capsys.readouterr().err
