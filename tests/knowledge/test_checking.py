from __future__ import annotations

from pathlib import Path

import pytest

from memcon.knowledge import check
from memcon.knowledge.packs import SHIPPED


@pytest.mark.parametrize("name", ["world", "korea"])
def test_shipped_packs_are_valid(name: str) -> None:
    """Nothing is wrong with what ships."""
    assert [str(problem) for problem in check(SHIPPED / name)] == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("pack.yaml", "name: x\nversion: '1'\nvalid: 2025\n", "lacks sources"),
        ("pack.yaml", "name: x\nversion: '1'\nvalid: lately\nsources: [s]\n", "not an EDTF date"),
        ("pack.yaml", "[]\n", "must be a mapping"),
        ("channels.yaml", "- {id: x, name: X, party: [KOR]}\n", "did you mean 'parties'?"),
        ("channels.yaml", "- {id: x, name: X, parties: [KOR, KRO]}\n", "no state has the code 'KRO'"),
        ("channels.yaml", "- {id: x, name: X, start: 2020-02-30}\n", "no such day"),
        ("channels.yaml", "- {id: x, name: X, start: 2021, end: 2019}\n", "ends (2019) before it starts (2021)"),
        ("channels.yaml", "- {id: x, name: X}\n- {id: x, name: Y}\n", "repeats id"),
        ("channels.yaml", "- {id: x}\n", "lacks name"),
        ("channels.yaml", "- x\n", "is no row"),
        ("channels.yaml", "id: x\n", "must be a list of rows"),
        ("channels.yaml", "- {id: [\n", "channels.yaml"),
        ("states.yaml", "- {code: Kor, name: X}\n", "not an ISO 3166 alpha-3 code"),
        ("states.yaml", "- {code: KOR, name: X, former: [Koryo]}\n", "a former name is written"),
        ("organizations.yaml", "- {id: x, name: X, sector: GOVT}\n", "did you mean 'GOV'?"),
        ("organizations.yaml", "- {id: x, name: X, sector: GOV, names: [A, A]}\n", "names twice: A"),
        ("places.yaml", "- {name: X, lat: 95, lon: 10}\n", "out of range"),
        ("places.yaml", "- {name: X, lat: 45}\n", "has one of lat and lon"),
        ("places.yaml", "- {name: X, lat: east, lon: 10}\n", "lat: could not convert"),
        ("tenures.yaml", "- {person: A B, title: envoy}\n", "lacks valid"),
        ("chanels.yaml", "[]\n", "did you mean 'channels'?"),
        ("titles.yaml", "- {title: vizier, sector: GOF}\n", "no PLOVER sector is called 'GOF'"),
        ("titles.yaml", "- {title: vizier, sector: GOV, knd: x}\n", "unknown key 'knd'"),
        ("bodies.yaml", "court: [diwan]\n", "must be a list of rows"),
        ("bodies.yaml", "- {name: '* grand majlis', sector: LEG}\n", "one noun"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Each kind of fault is one problem with its file and what to do."""
    (tmp_path / "pack.yaml").write_text("name: x\nversion: '1'\nvalid: 2025\nsources: [s]\n")
    (tmp_path / name).write_text(text)
    problems = check(tmp_path)

    assert len(problems) == 1
    assert message in str(problems[0])
    assert problems[0].where.startswith(name)
    assert problems[0].hint


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    """No header, and no folder, are said."""
    assert [p.message for p in check(tmp_path)] == ["has no pack.yaml"]
    assert [p.message for p in check(tmp_path / "none")] == ["is not a folder"]
