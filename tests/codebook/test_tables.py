"""A table of the codebook that can't be used is an error that names the file, the table and what to do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from memcon.codebook import TRAITS, Codebook, load, load_codebook, reading_by
from memcon.errors import LexiconError
from memcon.lexicon import values

KIND = """
kind = "parley"
definition = "Commanders talk between the lines."
{}

[en]
nouns = ["parley"]
{}
"""


@pytest.fixture
def with_kind(folder: Path) -> Callable[..., Codebook]:
    """A function from more keys, and more of its English, to the codebook with the kind "parley"."""

    def run(more: str = "", english: str = "") -> Codebook:
        (folder / "parley.toml").write_text(KIND.format(more, english), encoding="utf-8")
        return load(folder)

    return run


def test_a_file_is_a_kind(with_kind: Callable[..., Codebook]) -> None:
    """What the table leaves out is as for an event that somebody official is told to take part in."""
    kind = with_kind().kinds["parley"]

    assert ("parley", "parley", "participant", (frozenset({"status", "official"}),), frozenset()) == (
        kind.label,
        kind.family,
        kind.role,
        kind.needs,
        kind.traits,
    )
    assert "parley" in with_kind().kind_names
    assert kind is not with_kind().by_noun[("parley",)]
    assert kind.kind == with_kind().by_noun[("parley",)].kind


def test_a_kind_like_another_takes_what_it_leaves_out(with_kind: Callable[..., Codebook]) -> None:
    """Family, needs, traits and the prepositions of the other kind, and its own word where it has one."""
    book = with_kind('like = "meeting"\ntraits = ["apart"]')
    kind, model = book.kinds["parley"], book.kinds["meeting"]

    assert (model.family, model.needs, model.inside) == (kind.family, kind.needs, kind.inside)
    assert frozenset({"apart"}) == kind.traits


@pytest.mark.parametrize(
    ("more", "english", "said", "hint"),
    [
        ("rank = 3", "", "has an unknown key 'rank'", "the keys are"),
        ('role = "guest"', "", "has role 'guest', which is not known", "visitor"),
        ('needs = ["status and luck"]', "", "has needs 'luck', which is not known", "setting"),
        ('traits = ["tall"]', "", "has traits 'tall', which is not known", "broad"),
        ('like = "party"', "", "has like 'party', which is not known", "meeting"),
        ('like = "talks"', "", "is like 'talks', which is like another itself", "name the kind"),
        ('plover = "CONSULT"', "", "has 'plover', which is no table", "[plover]"),
        ("plover = { mode = 'visit' }", "", "[plover] has no text 'type'", "add type"),
        ("", 'inside = { guest = ["by"] }', "[en.inside] has an unknown key 'guest'", "the keys are"),
        ("", 'inside = { host = "by" }', "[en.inside] has 'host', which is no list of texts", "write host"),
        ("", 'ambiguous = ["chat"]', "[en] has ambiguous 'chat', which is not known", "parley"),
        ("", 'refines = { family = "party" }', "has refines 'party', which is not known", "encounter"),
        ("", "[[en.verbs]]\nobject = 'place'", "[en.verbs 1] has no text 'lemma'", "add lemma"),
        ("", "[[en.verbs]]\nlemma = 'parley'\nupon = 'place'", "has an unknown key 'upon'", "the keys are"),
        ("", "[[en.verbs]]\nlemma = 'parley'\nneeds = ['with']", "has needs 'with', which is not known", "known are"),
        ("", "[[en.verbs]]\nlemma = 'parley'\nor_several = 1", "neither true nor false", "write or_several = true"),
        ("", "[[en.verbs]]\nlemma = 'parley'\nmeans = ['@shouting']", "has no class 'shouting'", "add a table"),
        ("", "[[en.verbs]]\nlemma = 'parley'\nmay_be = 'chat'", "has may_be 'chat', which is not known", "talks"),
        ("", "[[en.examples]]\ntext = 'They parleyed.'", "does not say what it finds", "finds = []"),
        ("", "verbs = 3", "[en] has 'verbs', which is no list of tables", "write [[en.verbs]]"),
    ],
)
def test_a_kind_that_can_not_be_used(
    more: str, english: str, said: str, hint: str, with_kind: Callable[..., Codebook]
) -> None:
    """The error names the file and the table and says what would be right."""
    with pytest.raises(LexiconError) as error:
        with_kind(more, english)

    assert str(error.value).startswith("codebook parley.toml: ")
    assert said in str(error.value)
    assert hint in error.value.hint


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("parley.toml", "kind = ", "codebook parley.toml: can't be read"),
        ("parley.toml", 'kind = "chat"\ndefinition = "…"', "codebook parley.toml: is about 'chat'"),
        (
            "parley.toml",
            'kind = "parley"\ndefinition = "…"\nen.nouns = ["meeting"]',
            "has the noun 'meeting', which meeting.toml has too",
        ),
        ("statuses.toml", '[held]\nmeans = "…"', "codebook statuses.toml: [held] has no sentence"),
        (
            "statuses.toml",
            '[held]\nmeans = "…"\nstage = "gone"\nen.yes = ["…"]',
            "codebook statuses.toml: [held] has stage 'gone'",
        ),
        (
            "statuses.toml",
            '[held]\nmeans = "…"\nstage = "happening"\nstyle = "red"\nen.yes = ["…"]',
            "codebook statuses.toml: [held] has style 'red'",
        ),
        (
            "statuses.toml",
            '[off]\nmeans = "…"\nstage = "undone"\nstyle = "off"\noperators = ["failure"]\nundoes = { failure = "on" }\nen.yes = ["…"]',
            "codebook statuses.toml: [off] has undoes 'on', which is not known",
        ),
        (
            "statuses.toml",
            '[off]\nmeans = "…"\nstage = "undone"\nstyle = "off"\nen.yes = ["…"]\nen.operators.verbs = ["halt"]',
            "codebook statuses.toml: [off] has words and no kind of operator",
        ),
        ("roles.toml", '[guest]\nmeans = "…"', "codebook roles.toml: [guest] has no number 'strength'"),
        ("unread.toml", "[duel]\nsays = 1", "codebook unread.toml: [duel] has an unknown key 'says'"),
    ],
)
def test_a_file_that_can_not_be_used(file: str, text: str, said: str, folder: Path) -> None:
    """The error names the file and what is wrong in it."""
    (folder / file).write_text(text, encoding="utf-8")

    with pytest.raises(LexiconError) as error:
        load(folder)

    assert said in str(error.value)
    assert error.value.hint


def test_a_missing_file_is_named(folder: Path) -> None:
    """A codebook without its statuses is none."""
    (folder / "statuses.toml").unlink()

    with pytest.raises(LexiconError, match=r"codebook statuses\.toml: is not there"):
        load(folder)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs memcon from a copy with a table of the codebook that can't be used."""
    home = tmp_path_factory.mktemp("broken")
    package = Path(str(files("memcon")))
    shutil.copytree(package, home / "memcon", ignore=shutil.ignore_patterns("*.onnx", "__pycache__"))
    shutil.copy(package / "codebook" / "visit.toml", home / "memcon" / "codebook" / "tour.toml")

    def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "memcon", *arguments],
            env={**os.environ, "PYTHONPATH": str(home), "HOME": str(home)},
            cwd=home,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.mark.slow
def test_the_doctor_says_what_is_wrong(broken: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """A table that can't be used is a finding with a hint, and the other checks go on."""
    done = broken("doctor", "--json", "--ledger", "ledger.db")
    found = {finding["name"]: finding for finding in map(json.loads, done.stdout.splitlines())}

    assert 2 == done.returncode
    assert (False, "codebook tour.toml: is about 'visit'", "call the file visit.toml") == (
        found["tables"]["is_ok"],
        found["tables"]["detail"],
        found["tables"]["hint"],
    )
    assert found["packs"]["is_ok"]


@pytest.mark.slow
def test_reading_stops_before_the_first_document(broken: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """It is one error of the installation, not a problem of each document."""
    done = broken("read", "-", "--attribution", "rules", text="Norway met Finland.")

    assert (2, "") == (done.returncode, done.stdout)
    assert "codebook tour.toml: is about 'visit'" in done.stderr
    assert "call the file visit.toml" in done.stderr


def test_what_nobody_defined_is_shown_as_it_is() -> None:
    """A kind, status or role of a newer version has its own name for a label, is of no class, and comes last."""
    book = load_codebook()
    status, role, kind = book.statuses.of("half_done"), book.roles.of("go_between"), book.kind("tea_party")

    assert ("half done", "go between", "tea party") == (status.words, role.words, kind.label)
    assert (False, False, False, False, None) == (
        status.is_ahead,
        status.is_happening,
        status.is_undone,
        status.is_refused,
        status.plover,
    )
    assert status.order > max(e.order for e in book.statuses.entries.values())
    assert (None, (), frozenset()) == (kind.plover, kind.needs, kind.traits)


def test_a_codebook_is_in_use_within_its_block(folder: Path) -> None:
    """`reading_by` changes what is read by, and only inside."""
    other = load(folder)

    with reading_by(other):
        assert load_codebook() is other
    assert load_codebook() is not other


def test_every_trait_is_of_some_kind() -> None:
    """A trait that no kind has says nothing."""
    assert set(TRAITS) == {trait for kind in load_codebook().kinds.values() for trait in kind.traits}


def test_the_sessions_of_a_channel_are_of_a_kind() -> None:
    """What the last word of a channel's name says of its sessions is a kind with a table."""
    assert set(values("channel_head").values()) <= set(load_codebook().kinds)
