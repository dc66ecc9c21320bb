"""The wheel holds everything that memcon needs at run time, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = {".py", ".pyc"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    target = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", str(target), str(ROOT)], check=True, timeout=300)
    [found] = target.glob("memcon-*.whl")
    return found


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    """Packs, codebook, models, migrations, samples and the typing marker, each as it stands in the checkout."""
    data = {
        p.relative_to(ROOT / "src").as_posix()
        for p in (ROOT / "src" / "memcon").rglob("*")
        if p.is_file() and p.suffix not in CODE
    }
    samples = {f"memcon/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "samples").rglob("*") if p.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())

    assert "memcon/py.typed" in data
    assert len(samples) > 10
    assert (data | samples) - packed == set()
    assert not [name for name in packed if name.startswith(("tests", "eval", "training"))]


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """`memcon demo` from the unpacked wheel alone, with an empty home, prints the timeline."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import memcon; print(memcon.__file__); from memcon.__main__ import main; main()",
            "demo",
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    assert done.stdout.startswith(str(tmp_path / "site"))
    assert done.stdout.count("— ") > 10
