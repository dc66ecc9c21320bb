"""What the pages bring with them is what its makers released, and nothing else is fetched."""

from __future__ import annotations

import hashlib
import json
import re

from memcon.serve.shown import STATIC

VENDORED = json.loads((STATIC / "vendor" / "vendored.json").read_text())


def test_every_vendored_file_is_as_released_and_bears_its_licence() -> None:
    """Name, version, licence and hash of each; no other file lies there."""
    listed = {name: digest for each in VENDORED for name, digest in each["sha256"].items()}
    present = {p.name for p in (STATIC / "vendor").iterdir()}

    assert {n: hashlib.sha256((STATIC / "vendor" / n).read_bytes()).hexdigest() for n in listed} == listed
    assert {each["licence_file"] for each in VENDORED} <= present
    assert {n for n in present - set(listed) if not n.endswith((".LICENSE.txt", ".NOTICE.txt"))} == {"vendored.json"}
    assert all(each["version"] and each["licence"] for each in VENDORED)


def test_our_own_files_name_no_other_server() -> None:
    """The sheet and the script ask nobody else."""
    for name in ("memcon.css", "memcon.js", "icon.svg", "chevron.svg"):
        text = (STATIC / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert re.findall(r"//[a-z]", text.replace("// ", "")) == []
