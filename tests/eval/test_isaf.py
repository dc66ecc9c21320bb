"""The measure of releases' days, on releases made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.measures import isaf
from memcon.domain.annotation import Annotation

DATELINE = "HARBIN VALLEY, Norland (June 14, 2012)"
"""14 June 2012 was a Thursday."""


@pytest.mark.parametrize(
    ("words", "is_stated"),
    [
        ("Border guards freed two hikers Tuesday.", True),
        ("Border guards freed two hikers last night.", True),
        ("Border guards freed two hikers June 12.", True),
        ("Border guards freed two hikers on 12 June.", True),
        ("Border guards freed two hikers during the past week.", False),
        ("Border guards may free 12 hikers.", False),
    ],
)
def test_words_of_a_day(words: str, is_stated: bool) -> None:
    """A release states a day when its text behind the dateline names one; the dateline's own day does not count."""
    text = f"Operational update, June 14, 2012\n{DATELINE} – {words}"

    assert isaf.states_day(text, "June 14, 2012") is is_stated


DAYS = [
    pytest.param("Border guards freed two hikers near the pass yesterday.", "2012-06-13", id="first"),
    pytest.param(
        "Officials confirmed today the rescue of two hikers near the pass Sunday.", "2012-06-10", id="telling"
    ),
    pytest.param(
        "Guards freed a climber after Monday's storm. He was flown home Tuesday.", "2012-06-12", id="possessive"
    ),
    pytest.param(
        "Guards arrested a smuggler who robbed a convoy on Sunday. The arrest was made Wednesday near the pass.",
        "2012-06-13",
        id="description",
    ),
    pytest.param(
        "Guards arrested the man behind the May 11 robbery in Harbin Valley on Monday.",
        "2012-06-11",
        id="known event",
    ),
    pytest.param("Guards arrested a man in a June 11 raid.", "2012-06-11", id="new event"),
    pytest.param("Guards freed two hikers near the pass.", None, id="none"),
    pytest.param("Officials said today that the pass is safe.", None, id="only telling"),
    pytest.param("The new road was reported finished Tuesday.", "2012-06-12", id="reported in the passive"),
]


@pytest.fixture(scope="module")
def releases() -> dict[str, Annotation]:
    """The releases of DAYS as the measure reads them, all in one go."""
    words = [str(case.values[0]) for case in DAYS]
    texts = [f"Guards Free Hikers in Harbin Valley\n\n{DATELINE} – {w}\n" for w in words]
    return dict(zip(words, isaf.annotate(texts), strict=True))


@pytest.mark.model
@pytest.mark.parametrize(("words", "day"), DAYS)
def test_day_of_the_main_event(words: str, day: str | None, releases: dict[str, Annotation]) -> None:
    """The first day that can be the event's, with the raw text read by extraction and annotation."""
    assert isaf.main_day(releases[words]) == day


@pytest.mark.model
def test_counts(tmp_path: Path) -> None:
    """Releases with a full dateline, of which one states a day; a release without a year; one without a coded date."""
    path = tmp_path / "releases.jsonl"
    releases = [
        (f"{DATELINE} – Border guards freed two hikers near the pass yesterday.\n", "June 14, 2012", "2012-06-13"),
        (f"{DATELINE} – Border guards freed two hikers near the pass.\n", "June 14, 2012", "2012-06-14"),
        ("HARBIN VALLEY, Norland (June 14) – Border guards freed two hikers yesterday.\n", None, "2012-06-13"),
        (f"{DATELINE} – Border guards met the press yesterday.\n", "June 14, 2012", None),
    ]
    lines = [{"text": text, "dateline": dateline, "gold": {"start_date": gold}} for text, dateline, gold in releases]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))

    counts = list(isaf.measure(path))

    assert [c.get("day.hits") for c in counts] == [True, False, None]
    assert [c.get("day.stated.gold") for c in counts] == [1, None, None]
    assert [c.get("published.hits") for c in counts] == [True, True, None]
    assert (counts[2]["yearless.found"], counts[2]["yearless.gold"]) == (False, 1)
