from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.errors import PackError
from memcon.knowledge import ChannelEntry, Knowledge, PlaceEntry, load
from memcon.knowledge.packs import load_shared, load_states
from tests.seconds import within

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of a small pack; gives its folder."""
    (tmp_path / "pack.yaml").write_text("name: small\nversion: '1'\nvalid: 2025\nsources: [a test]\n")

    def write_file(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write_file


def _channels(book: Knowledge) -> dict[str, ChannelEntry]:
    return {c.id: c for c in book.channels}


def test_shipped_packs_hold_what_reading_needs() -> None:
    """All member states, the alliance's channels and dated offices are there."""
    book = load()

    assert book.packs == (("world", "1.0"), ("korea", "1.0"))
    assert len(book.states) >= 200
    assert {"scm", "kidd", "ncg", "six-party", "g20", "apec"} <= _channels(book).keys()
    assert _channels(book)["scm"].parties == ("KOR", "USA")
    assert [p.id for p in book.processes if "COTP" in p.acronyms] == ["opcon"]


def test_the_world_stands_alone() -> None:
    """Without korea the states, their governments and the forums are still known; its channels are not."""
    book = load(("world",))

    assert [e.record for e in book.gazetteer.look_up("ROK")] == [book.state_by_code["KOR"]]
    assert "g20" in _channels(book)
    assert "scm" not in _channels(book)


def test_no_pack_at_all() -> None:
    """Even with nothing loaded every look-up answers."""
    book = load(())

    assert book.gazetteer.match(["Seoul", "said"]) == []
    assert book.offices.titles_in(["grand", "mufti"]) == []
    assert book.offices.body_at(["sejm"], 0) is None
    assert book.tenures("Anyone") == ()


def test_loading_is_quick() -> None:
    """Both packs load in a fraction of a second of processor time (measured 0.07 s)."""
    within(0.15, load)


def test_a_pack_in_a_folder_adds_and_replaces(write: Write) -> None:
    """A row with a known id replaces it, a new one is added, and a known state keeps what it had."""
    write(
        "channels.yaml",
        "- {id: scm, name: Renamed Meeting, parties: [KOR, USA]}\n- {id: tea, name: Tea Dialogue, parties: [GBR, LKA]}\n",
    )
    folder = write("states.yaml", "- {code: ISL, name: Iceland, metonyms: [the Isle]}\n")
    book = load(("world", "korea"), folders=[folder])

    assert _channels(book)["scm"].name == "Renamed Meeting"
    assert isinstance(book.gazetteer.look_up("Tea Dialogue")[0].record, ChannelEntry)
    assert book.state_by_code["ISL"].metonyms == ("Reykjavík", "the Isle")
    assert book.packs[-1] == ("small", "1")


def test_toml_json_and_parts(write: Write) -> None:
    """Tables may be TOML or JSON, and in several files."""
    write("places.toml", '[[places]]\nname = "Elm House"\nlat = 1.5\nlon = 2.5\n')
    folder = write("places-more.json", '[{"name": "Oak House", "geonames": 5}]')
    book = load((), folders=[folder])

    assert book.places == (PlaceEntry(name="Oak House", geonames=5), PlaceEntry(name="Elm House", lat=1.5, lon=2.5))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("channels.yaml", "- {id: x, name: X, colour: red}\n", "colour"),
        ("places.yaml", "- {name: X, lat: north}\n", "north"),
        ("states.yaml", "code: KOR\n", "list of rows"),
        ("tenures.tsv", "person\ttitle\nA B\tenvoy\t2020\n", "row 2"),
        ("organizations.yaml", "- {id: [\n", "organizations.yaml"),
        ("states.yaml", "- {code: KOR, name: X, former: [Koryo]}\n", "Koryo"),
        ("titles.yaml", "titles: {minister: {GOV: [vizier]}}\n", "list of rows"),
        ("bodies.yaml", "- {name: '* grand majlis', sector: LEG}\n", "one noun"),
    ],
)
def test_what_cannot_be_read_is_refused(write: Write, name: str, text: str, message: str) -> None:
    """A pack that can't be read raises, with the file, what is wrong and what to do."""
    folder = write(name, text)

    with pytest.raises(PackError, match=message) as error:
        load((), folders=[folder])
    assert error.value.hint


def test_unknown_and_missing_packs(tmp_path: Path) -> None:
    """A name that no pack has and a folder without one say what there is."""
    with pytest.raises(PackError, match="atlantis") as unknown:
        load(("atlantis",))
    with pytest.raises(PackError, match="no pack in"):
        load((), folders=[tmp_path])
    with pytest.raises(PackError, match="no such folder"):
        load((), folders=[tmp_path / "none"])
    assert "korea, world" in unknown.value.hint


def test_a_name_is_no_path() -> None:
    """A pack's name can't reach out of the folder of packs."""
    with pytest.raises(PackError):
        load(("../packs/world",))


def test_a_pack_of_an_installed_package(tmp_path: Path) -> None:
    """A package that declares the entry point `memcon.packs` is found by the name that it gives."""
    package = tmp_path / "teapack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "pack.yaml").write_text("name: tea\nversion: '2'\nvalid: 2025\nsources: [a test]\n")
    (package / "channels.yaml").write_text("- {id: tea, name: Tea Dialogue}\n")
    meta = tmp_path / "teapack-2.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: teapack\nVersion: 2\n")
    (meta / "entry_points.txt").write_text("[memcon.packs]\ntea = teapack\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from memcon.knowledge import load; print(load(('tea',)).packs)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "(('tea', '2'),)"


def test_states_alone_are_those_of_the_whole_packs() -> None:
    """With what later packs add to them."""
    assert load_states() == load_shared().states
