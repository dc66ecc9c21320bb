"""The day on which a capture comes reaches the reading, and only by whoever has a clock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.acquire import acquire
from memcon.acquire.coming import came
from memcon.domain.documents import Capture
from memcon.extract import extract

STORY = (
    "The envoys of Norway and Peru met in Oslo on Tuesday, the foreign ministry said, to talk about herring and wool."
)
HEAD = """<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Envoys meet", "datePublished": "2099-01-01"}</script>
<title>Envoys meet</title></head>"""
PAGE = f"{HEAD}<body><article><h1>Envoys meet</h1><p>{STORY}</p><p>{STORY.replace('Tuesday', 'Friday')}</p></article></body></html>"
INPUTS = {
    "record.json": json.dumps({"text": STORY, "published": "2099-01-01"}),
    "line.jsonl": json.dumps({"text": STORY, "published": "2099-01-01T08:00:00Z"}) + "\n",
    "row.csv": f'text,published\n"{STORY}",2099-01-01\n',
    "page.html": PAGE,
    "text.txt": f"Published: 1 January 2099\n\n{STORY}\n",
    "note.md": f"---\ndate: 2099-01-01\n---\n\n{STORY}\n",
    "letter.eml": f"From: Desk <desk@example.org>\nSubject: Envoys\nDate: Thu, 1 Jan 2099 08:00:00 +0000\n\n{STORY}\n",
}


@pytest.mark.parametrize("name", INPUTS)
def test_a_date_far_ahead_is_told_of_and_not_used(name: str, tmp_path: Path) -> None:
    """Whatever the file is; without a clock it stands as it is told."""
    path = tmp_path / name
    path.write_text(INPUTS[name], encoding="utf-8")

    captures = [item for item in acquire([str(path)]) if isinstance(item, Capture)]
    timed = [item for item in came(captures, lambda: "2025-11-04T08:00:00Z") if isinstance(item, Capture)]
    with_clock, without = [extract(capture) for capture in timed], [extract(capture) for capture in captures]

    assert [document.published for document, _ in without if document] == ["2099-01-01"]
    assert [document.published for document, _ in with_clock if document] == [None]
    assert [p.code for _, problems in with_clock for p in problems].count("published_ahead") == 1
