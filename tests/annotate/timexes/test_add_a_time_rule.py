"""The walk "add a time rule", followed to the letter."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from memcon.annotate.timexes import lexer, lexicon, weekdays
from memcon.annotate.timexes.engine import Context, Grammar
from memcon.annotate.timexes.rules import load_folder

ROOT = Path(__file__).parents[3]
WALK = (ROOT / "docs/how-to/add-a-time-rule.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", WALK, re.DOTALL)


def test_the_rule_that_the_walk_shows_is_the_one_there_is() -> None:
    """The first rule shown stands in the file as it is shown."""
    file = ROOT / "src/memcon/annotate/timexes/en/weekdays.toml"

    assert tomllib.loads(BLOCKS[0])["weekday"] == tomllib.loads(file.read_text(encoding="utf-8"))["weekday"]


def test_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the class and the rule of the walk, its good sentence has the phrase and its bad one has none."""
    words = tomllib.loads(BLOCKS[1])["come"]["words"].split()
    letter = re.search(r'`"come": "(.)"`', WALK)
    assert letter is not None
    assert letter[1] not in lexicon.LETTERS.values()
    monkeypatch.setitem(lexicon.LETTERS, "come", letter[1])
    monkeypatch.setattr(lexer, "_TABLE", {**lexer._TABLE, **dict.fromkeys(words, letter[1])})
    tmp_path.joinpath("fragments.toml").write_text("", encoding="utf-8")
    tmp_path.joinpath("weekdays.toml").write_text(BLOCKS[2], encoding="utf-8")

    rules = load_folder(tmp_path, {"weekdays": weekdays.MEANINGS})
    grammar = Grammar(rules)
    context = Context(published=None, tense_at=lambda start, end: None)

    assert [t.text for t in grammar.find("They will be back come Friday.", context)] == ["come Friday"]
    assert grammar.find(rules[0].no[0], context) == []
