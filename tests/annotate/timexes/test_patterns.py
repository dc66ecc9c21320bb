"""Time patterns in words, and the files of rules: what they compile to, and what a wrong one says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from memcon.annotate.timexes import GRAMMAR
from memcon.annotate.timexes.engine import Context, Grammar, Hit, Meaning
from memcon.annotate.timexes.lexicon import LETTERS
from memcon.annotate.timexes.patterns import compile_pattern, letters_of
from memcon.annotate.timexes.rules import load_folder
from memcon.errors import LexiconError

PLACE = "rules of time x.toml: [a rule]"


@pytest.mark.parametrize(
    ("pattern", "regex"),
    [
        ("{about}? {the}? {ordinal|last} -? {quarter|half}", "b?d?[ol]-?[qH]"),
        ("{unit: quarter|half} ,? {year: year}", "(?P<unit>[qH]),?(?P<year>Y)"),
        ("<front> {month}", "(?P<pre>k?)M"),
        ("({weekday} | {today}) (day: {number} {ordinal}?)", "(?:W|T)(?P<day>no?)"),
        ("{number} (-? {number})*4 {units}*", "n(?:-?n){0,4}U*"),
        ("{weekday} [followed by {to}] [not followed by {a}] [behind {the}]", "W(?=r)(?!a)(?<=d)"),
    ],
)
def test_what_a_pattern_compiles_to(pattern: str, regex: str) -> None:
    """Words become class letters, brackets groups."""
    assert compile_pattern(pattern, {"front": "(pre: {early}?)"}, PLACE).regex == regex


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        ("{fortnights}", "names an unknown class 'fortnights'", "the classes are "),
        ("{month} <behind>", "names an unknown phrase <behind>", "the phrases are front"),
        ("({month}", "does not close '('", "add the bracket"),
        ("[followed by {month})", "does not close '[followed by'", "add the bracket"),
        ("{month})", "has ')', which opens nothing", "take it out"),
        ("? {month}", "has '?' behind nothing", "put it behind a word or a group"),
        ("{month} of", "can't be read at 'of'", "see docs/how-to/add-a-time-rule.md"),
    ],
)
def test_a_wrong_pattern(pattern: str, message: str, hint: str) -> None:
    """It is an error that names the place and says what to do."""
    with pytest.raises(LexiconError) as error:
        compile_pattern(pattern, {"front": "{early}"}, PLACE)

    assert str(error.value).startswith(f"{PLACE}: the pattern {message}")
    assert error.value.hint.startswith(hint)


def test_every_phrase_has_a_trigger() -> None:
    """Every match of a pattern has one of its trigger letters, and the grammar's have one of each."""
    triggers = [rule.pattern for rule in GRAMMAR.rules]

    assert all(any(need <= set(GRAMMAR.trigger) for need in pattern.needs) for pattern in triggers)


def test_a_class_in_a_pattern_is_tried() -> None:
    """The letters that make a text worth trying come from the patterns: a class that only a new rule names is among them."""
    new = compile_pattern("{the} {per}", {}, PLACE)

    assert LETTERS["per"] not in GRAMMAR.trigger
    assert letters_of([new]) == frozenset(LETTERS["per"])
    assert letters_of([compile_pattern("{per}? {the}?", {}, PLACE)]) == frozenset(LETTERS.values())


GOOD = '["the moment"]\npattern = "{the}? {per}"\nmeaning = "moment"\nyes = ["They left [per] boat."]\n'


def moment(hit: Hit, context: Context) -> Meaning | None:
    """A meaning for the rules of these tests."""
    return Meaning("DATE", "PRESENT_REF", is_vague=True)


def rules_in(folder: Path, text: str) -> Any:
    """The rules of a folder with one file."""
    folder.joinpath("fragments.toml").write_text("", encoding="utf-8")
    folder.joinpath("new.toml").write_text(text, encoding="utf-8")
    return load_folder(folder, {"new": {"moment": moment}})


def test_a_rule_of_a_file_is_read(tmp_path: Path) -> None:
    """A rule in a file, with a class that no other rule needs, finds its phrase."""
    grammar = Grammar(rules_in(tmp_path, GOOD))

    found = grammar.find("They left per boat.", Context(published=None, tense_at=lambda start, end: None))

    assert [(t.text, t.value) for t in found] == [("per", "PRESENT_REF")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{per}", "{pro}", "[the moment]: the pattern names an unknown class 'pro'"),
        ('"moment"', '"minute"', "[the moment] names an unknown meaning 'minute'"),
        ("meaning", "meanings", "[the moment] has no meaning"),
        ('yes = ["They left [per] boat."]', "yes = []", "[the moment] has no yes"),
        ('yes = ["They left [per] boat."]', 'yes = "They left."', "[the moment] can't use 'yes'"),
        ('["the moment"]\n', "", "[pattern] is no table"),
        ('["the moment"]', "[", "can't be read"),
    ],
)
def test_a_wrong_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    """It is an error at load that names file and rule and has a hint."""
    with pytest.raises(LexiconError) as error:
        rules_in(tmp_path, GOOD.replace(old, new))

    assert str(error.value).startswith(f"rules of time new.toml: {message}")
    assert error.value.hint
