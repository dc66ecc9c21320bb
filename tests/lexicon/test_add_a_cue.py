"""The walk "add a cue", followed to the letter: one line makes a verb a cue for statements and for events."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import memcon

ROOT = Path(__file__).parents[2]
WALK = (ROOT / "docs" / "how-to" / "add-a-cue.md").read_text(encoding="utf-8")

_READ = """
import json, sys
from memcon.annotate import Annotator
from memcon.annotate.nlp import load_pipeline
from memcon.coding import code
from memcon.knowledge.packs import load
from tests.conftest import make_document

knowledge = load()
annotator = Annotator(load_pipeline(), knowledge)
found = []
for text in json.loads(sys.argv[1]):
    reading = code(annotator.annotate(make_document(text, "2024-05-15")), knowledge)
    names = {a.id: a.name for a in reading.actors}
    found.append([
        [[s.speaker_text, s.cue.text] for s in reading.statements if s.cue],
        [[e.kind, [names[p.actor] for p in e.participants]] for e in reading.events],
    ])
print(json.dumps(found))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program whose list of verbs has the line of the walk besides."""
    source = Path(memcon.__file__).parent
    for file in (f for f in source.rglob("*") if f.is_file() and "__pycache__" not in f.parts):
        copy = tmp_path / "memcon" / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(file)
    verbs = tmp_path / "memcon" / "lexicon" / "en" / "verbs.toml"
    content = verbs.read_text(encoding="utf-8")
    verbs.unlink()
    [line] = re.findall(r"^   ```toml\n   (.*)\n   ```", WALK, re.M)
    verbs.write_text(f"{content}{line}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.model
@pytest.mark.slow
def test_a_new_cue_is_one_line(package: Path) -> None:
    """With the line alone, both sentences of the walk have the statement, and the second has the event."""
    sentences = re.findall(r"^   > (.*)$", WALK, re.M)

    run = subprocess.run(
        [sys.executable, "-c", _READ, json.dumps(sentences)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), str(ROOT)])},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(run.stdout) == [
        [[["Sources", "bristled"]], []],
        [[["the Norwegian minister", "bristled"]], [["talks", ["Norwegian minister"]]]],
    ]
