"""Sphinx settings: `make docs` builds the pages into docs/_build/html."""

from __future__ import annotations

project = "memcon"
author = "the memcon authors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "memcon"
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]
