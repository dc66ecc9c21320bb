"""Tables of words that can't be used are told with their file and table."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.errors import LexiconError
from memcon.lexicon import classes, languages, values, words
from memcon.lexicon.tables import load


def _folder(path: Path, **files: str) -> Path:
    for name, content in files.items():
        (path / f"{name}.toml").write_text(content, encoding="utf-8")
    return path


def test_classes_are_made_of_words_verbs_and_other_classes(tmp_path: Path) -> None:
    """A class has the words of its table, the verbs that name it, and those of the classes it is made of."""
    folder = _folder(
        tmp_path,
        moves='[later]\nmeans = "later"\n[away]\nmeans = "away"\nwords = "gone"\n[moved]\nmeans = "both"\nof = ["later", "away"]\nby = {x = ["put off"]}\n',
        verbs='delay = ["later", "moved:y"]\ncancel = ["away"]\n',
    )

    found = load(folder)

    assert found["later"].words == {"delay"}
    assert found["moved"].words == {"delay", "gone", "cancel", "put off"}
    assert found["moved"].own == {"put off", "delay"}
    assert found["moved"].values == {"put off": "x", "delay": "y"}


@pytest.mark.parametrize(
    ("content", "verbs", "told"),
    [
        ("[a]\nwords = 'x'", "", r"a\.toml: \[a\] does not say what its words do"),
        ("[a]\nmeans = 'm'\nwords = 3", "", r"\[a\] has words that are neither"),
        ("[a]\nmeans = 'm'\nwords = 'X'", "", r"\[a\] has 'X', which is not in lower case"),
        ("[a]\nmeans = 'm'\ncolour = 'x'", "", r"\[a\] has an unknown key 'colour'"),
        ("[a]\nmeans = 'm'\nof = ['b']", "", r"\[a\] is made of 'b', which has no table"),
        ("[a]\nmeans = 'm'\nof = ['a']", "", r"\[a\] is made of itself"),
        ("[a]\nmeans = 'm'\nsentences = 'x'", "", r"\[a\] has sentences that are no list"),
        ("a = 3", "", r"\[a\] is no table"),
        ("[a", "", r"a\.toml can't be read"),
        ("[a]\nmeans = 'm'", "go = ['b']", r"verbs\.toml: \[go\] names a class 'b' that has no table"),
        ("[a]\nmeans = 'm'", "go = 'a'", r"verbs\.toml: \[go\] is no list of classes"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(tmp_path: Path, content: str, verbs: str, told: str) -> None:
    """The error names the file, the table and what to do."""
    folder = _folder(tmp_path, a=content, verbs=verbs)

    with pytest.raises(LexiconError, match=told) as caught:
        load(folder)

    assert caught.value.hint


def test_a_class_is_one_table(tmp_path: Path) -> None:
    """The same name in two files is an error."""
    folder = _folder(tmp_path, a="[x]\nmeans = 'm'", b="[x]\nmeans = 'm'")

    with pytest.raises(LexiconError, match=r"b\.toml: \[x\] stands in a\.toml too"):
        load(folder)


def test_unknown_names_are_told() -> None:
    """A class or a language that is not there is an error with a hint."""
    with pytest.raises(LexiconError, match="no class 'nonsense'"):
        words("nonsense")
    with pytest.raises(LexiconError, match="stand for nothing"):
        values("have")
    with pytest.raises(LexiconError, match="no lexicon of 'xx'"):
        classes("xx")


def test_a_language_is_a_folder() -> None:
    """The languages that can be read are those that have words."""
    assert languages() == ("en",)
