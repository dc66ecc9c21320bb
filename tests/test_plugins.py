"""What other packages add: found by their entry points, loaded when asked for, and named when they are broken."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.acquire import acquire
from memcon.acquire.sources import source_named
from memcon.cli.app import main
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.errors import PluginError
from memcon.exporting import exporter_of, file_parts, format_names, write_file
from memcon.plugins import find_plugins, load_plugin
from memcon.readers import make_plugin, names_of_others
from memcon.report.exports.material import Material
from memcon.report.exports.registry import EXPORTERS

Install = Callable[..., Path]

HONEST = """
from memcon.report.exports.registry import Exporter
from memcon.domain.readers import ReaderName
from dataclasses import replace

def source(place):
    yield {"id": "one", "text": f"The envoys met in {place}.", "published": "2031-03-04"}
    yield "A text alone."
    if place == "Nowhere":
        raise RuntimeError("no such place")
    if place == "Locked":
        raise PermissionError(13, "Permission denied")
    yield from ([1], {"text": 5}, None) if place == "Odd" else ()

class Second:
    name = "second"
    fingerprint = "1"
    def read(self, own, /):
        for each in own:
            yield replace(each, reader=ReaderName(name="second", version="1"))

def exporter(**given):
    return Exporter(**{"name": "lines", "means": "a line an event", "suffix": ".txt", "media_type": "text/plain", "needs": frozenset({"event"}), **given})

LINES = exporter(write=lambda material: (f"{event.label}\\n".encode() for event in material.events), left_out=lambda material: ("nothing",))
TEXTS = exporter(write=lambda material: ["text"])
RAISES = exporter(write=lambda material: 1 / 0, left_out=lambda material: 1 / 0)
NONE = exporter()
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a package with its entry points where Python looks, as an installer would."""

    def put(package: str, module: str = HONEST, **points: str) -> Path:
        site = tmp_path / package
        info = site / f"{package}-1.0.dist-info"
        info.mkdir(parents=True)
        (site / f"{package}.py").write_text(module)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        lines = (
            f"[memcon.{group}]\n{name} = {package}:{at}\n"
            for group, told in points.items()
            for name, at in [told.split("=")]
        )
        (info / "entry_points.txt").write_text("".join(lines))
        sys.modules.pop(package, None)  # of another test
        monkeypatch.syspath_prepend(site)
        return site

    return put


def names(group: str) -> list[tuple[str, str]]:
    return [(plugin.name, plugin.package) for plugin in find_plugins(group) if plugin.package != "memcon-minutes 0.1.0"]  # type: ignore[arg-type]


def test_plugins_are_found_without_being_loaded(install: Install) -> None:
    """A package that can't even be imported is listed like any other."""
    install("alpha", sources="desk=source", readers="second=Second", exporters="lines=LINES")
    install("beta", "raise RuntimeError('broken')", sources="other=source")

    assert names("sources") == [("desk", "alpha 1.0"), ("other", "beta 1.0")]
    assert names("readers") == [("second", "alpha 1.0")]
    assert names("exporters") == [("lines", "alpha 1.0")]


@pytest.mark.parametrize(
    ("module", "at", "told"),
    [
        ("raise RuntimeError('no luck')", "source", "RuntimeError: no luck"),
        ("import nothing_that_is_there", "source", "No module named 'nothing_that_is_there'"),
        ("def (", "source", "SyntaxError"),
        ("import sys; sys.exit(7)", "source", "SystemExit: 7"),
        ("", "source", "has no attribute 'source'"),
        ("source = 5", "source", "gives no function"),
    ],
)
def test_broken_package_is_named(install: Install, module: str, at: str, told: str) -> None:
    """Whatever it does when it is loaded, the error says which package did it, and what is to be done."""
    install("alpha", module, sources=f"desk={at}")
    with pytest.raises(PluginError) as error:
        list(acquire(["desk:Oslo"]))

    assert "'desk' of alpha 1.0 (alpha:source)" in str(error.value)
    assert told in str(error.value)
    assert "upgrade it, or uninstall it" in error.value.hint


def test_names_that_are_taken(install: Install) -> None:
    """One name, two packages: neither counts. Nor does one of memcon's own."""
    install("alpha", sources="desk=source", readers="llm=Second", exporters="csv=LINES")
    install("beta", sources="desk=source")

    with pytest.raises(PluginError, match=r"by alpha 1\.0 and by beta 1\.0"):
        load_plugin("sources", "desk")
    with pytest.raises(PluginError, match=r"alpha 1\.0 adds 'llm', which is memcon's own"):
        make_plugin("llm")
    assert exporter_of("csv") is EXPORTERS["csv"]
    assert names_of_others().count("llm") == 1


def taken(*inputs: str) -> list[tuple[str, str]]:
    """What became of inputs: the ref of each with its text, or the code of its problem."""
    return [(item.ref, item.stated["text"] if isinstance(item, Capture) else item.code) for item in acquire(inputs)]


def test_source_gives_records(install: Install) -> None:
    """A mapping or a text is a document, called by its id or by its place in the source."""
    install("alpha", sources="desk=source")

    assert taken("desk:Oslo") == [("one", "The envoys met in Oslo."), ("desk:Oslo#2", "A text alone.")]


def test_source_that_fails_costs_the_rest(install: Install) -> None:
    """What it gave before is read, and the inputs behind it too."""
    install("alpha", sources="desk=source")
    found = list(acquire(["desk:Nowhere", "desk:Locked", "desk:Oslo"]))
    problems = [item for item in found if isinstance(item, Problem)]

    assert [item.ref for item in found if isinstance(item, Capture)] == [
        "one",
        "desk:Nowhere#2",
        "one",
        "desk:Locked#2",
        "one",
        "desk:Oslo#2",
    ]
    assert [(p.code, p.ref, p.is_fatal) for p in problems] == [
        ("source_failed", "desk:Nowhere", True),
        ("source_failed", "desk:Locked", True),
    ]
    assert "alpha 1.0" in problems[0].message
    assert "RuntimeError: no such place" in problems[0].message
    assert problems[1].message == "the source 'desk' can't read 'Locked': Permission denied"


def test_source_that_gives_something_else(install: Install) -> None:
    """What is no record is a problem each."""
    install("alpha", sources="desk=source")

    assert [told for _, told in taken("desk:Odd")[2:]] == ["record_not_object", "field_wrong_type", "record_not_object"]


def test_what_is_no_source(install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of that name goes before, and a name that nobody has is a path."""
    install("alpha", sources="desk=source")
    monkeypatch.chdir(tmp_path)
    Path("desk:notes").write_text("The envoys met.")

    assert [source_named(name) for name in ("desk:Oslo", "desk:", "desk:notes", "other:Oslo", "https://a.org", "desk", "C:desk")] == [
        "desk", "desk", None, None, None, None, None,
    ]  # fmt: skip


def test_reader_must_be_one(install: Install) -> None:
    """A name of its own, a fingerprint, and something to read with."""
    install("alpha", readers="second=Second")
    install(
        "beta",
        "class Other:\n    name = 'somebody'\n    fingerprint = '1'\n    def read(self, own): ...",
        readers="other=Other",
    )
    install("gamma", "def made(): raise ValueError('no key')", readers="third=made")

    assert make_plugin("second").name == "second"
    with pytest.raises(PluginError, match=r"beta 1\.0.*gives no reader called 'other'"):
        make_plugin("other")
    with pytest.raises(PluginError, match=r"gamma 1\.0.*ValueError: no key"):
        make_plugin("third")


def test_exporter_is_a_format_like_others(install: Install) -> None:
    """Listed behind memcon's own, and written by the same way."""
    install("alpha", exporters="lines=LINES")
    [(name, parts)] = file_parts(exporter_of("lines"), Material())

    assert format_names()[: len(EXPORTERS)] == tuple(EXPORTERS)
    assert "lines" in format_names()[len(EXPORTERS) :]
    assert (name, b"".join(parts)) == ("memcon.txt", b"")
    assert exporter_of("lines").left_out(Material()) == ("nothing",)


@pytest.mark.parametrize(("at", "told"), [("TEXTS", "gives str, not bytes"), ("RAISES", "ZeroDivisionError")])
def test_exporter_that_fails_leaves_no_file(install: Install, tmp_path: Path, at: str, told: str) -> None:
    """The error names it, and nothing half written stays."""
    install("alpha", exporters=f"lines={at}")
    [(_, parts)] = file_parts(exporter_of("lines"), Material())
    with pytest.raises(PluginError, match=rf"'lines' of alpha 1\.0.*{told}"):
        write_file(tmp_path / "out.txt", parts)

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_exporter_that_is_none(install: Install) -> None:
    """Something else than a format, and one that writes nothing."""
    install("alpha", exporters="lines=NONE")
    install("beta", exporters="other=source")
    for name in ("lines", "other"):
        with pytest.raises(PluginError, match="gives no Exporter that writes"):
            exporter_of(name)


def test_command_lists_what_there_is_and_what_is_broken(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its package; code 2 where one can't be used. No other command suffers."""
    install("alpha", sources="desk=source", readers="second=Second", exporters="lines=LINES")
    assert main(["plugins"]) == 0
    install("beta", "raise RuntimeError('broken')", exporters="other=X")

    assert main(["plugins", "--json"]) == 2
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    mine = {each["name"]: each["fault"] for each in found if each["package"] != "memcon-minutes 0.1.0"}
    assert {name for name, fault in mine.items() if fault is None} == {"desk", "second", "lines"}
    assert "RuntimeError: broken" in mine["other"]
    assert main(["export"]) == 0
    listed = " ".join(capsys.readouterr().out.split())
    assert "lines a line an event" in listed
    assert "other 'other' of beta 1.0 (beta:X) can't be used" in listed


def test_asking_for_a_broken_plugin_is_no_crash(
    install: Install, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Code 2, and a line that names it."""
    install("alpha", "raise RuntimeError('broken')", sources="desk=X", readers="second=X", exporters="lines=X")
    article = tmp_path / "a.txt"
    article.write_text("The envoys met.")

    for arguments in (["read", "desk:Oslo"], ["read", str(article), "--reader", "second"], ["export", "lines"]):
        assert main(arguments) == 2
        assert "of alpha 1.0" in " ".join(capsys.readouterr().err.split())
