"""The chart of the timeline: the overview that stands on the page, and what the script asks for."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from memcon.serve import chart

pytestmark = pytest.mark.model


def items(client: TestClient, **asked: str) -> Any:
    response = client.get("/timeline/items.json", params=asked)
    assert response.status_code == 200, response.text[:300]
    return response.json()


def dated(client: TestClient, query: str = "") -> list[Any]:
    return [e for e in client.get(f"/timeline.json?limit=200{query}").json()["items"] if e["when"]]


def test_the_chart_gets_the_events_that_have_a_time(client: TestClient) -> None:
    """In short, with their pages, as asked."""
    found = items(client, as_of="2025-12")

    assert [item["id"] for item in found["items"]] == [e["id"] for e in dated(client, "&as_of=2025-12")]
    assert found["periods"] == []
    assert all(item["href"].endswith("?as_of=2025-12") for item in found["items"])
    assert all(item["end"] is None or item["start"] < item["end"] for item in found["items"])


def test_only_the_window_in_view_is_drawn(client: TestClient) -> None:
    """As far as it is asked for: the filter and the window hold both."""
    within = items(client, first="2025-11-01", last="2025-11-30")["items"]
    filtered = items(client, first="2025-11-01", last="2025-12-31", until="2025-11")["items"]

    assert [item["id"] for item in within] == [e["id"] for e in dated(client, "&since=2025-11&until=2025-11")] != []
    assert filtered == within
    assert items(client, first="2026-01-01", last="2026-02-01", until="2025") == {"items": [], "periods": []}


def test_many_events_are_counted_by_period(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finest of which there are not too many; each has its events when it is looked at alone."""
    monkeypatch.setattr(chart, "DRAWN", 3)
    whole = items(client)
    year = items(client, first="2025-01-01", last="2025-12-31")

    assert whole["items"] == year["items"] == []
    assert {len(p["id"]) for p in whole["periods"]} == {4}
    assert {len(p["id"]) for p in year["periods"]} == {7}
    november = next(p for p in year["periods"] if p["id"] == "2025-11")
    assert (november["start"], november["end"]) == ("2025-11-01", "2025-11-30")
    assert november["count"] >= len([e for e in dated(client) if e["when"].startswith("2025-11")]) > 0


def test_the_page_tells_how_many_there_are_by_year(client: TestClient) -> None:
    """Without a script: each year is a link to its events, with the filters and the point in time kept."""
    text = client.get("/timeline?kind=meeting&as_of=2025-12").text
    found = [unescape(link) for link in re.findall(r'<li><a href="(/timeline[^"]*)" title', text)]

    assert len(found) > 1
    for link in found:
        assert "kind=meeting" in link
        assert "as_of=2025-12" in link
        assert client.get(link.replace("/timeline?", "/timeline.json?")).json()["items"]


def test_one_period_needs_no_overview(client: TestClient) -> None:
    """A month is a list; a year is told by its months."""
    assert "By year" not in client.get("/timeline?since=2025-11&until=2025-11").text
    assert "By month" in client.get("/timeline?since=2025&until=2025").text


def test_the_chart_takes_the_room_of_the_page(client: TestClient) -> None:
    """It begins with the days of the listed events, not before those that are asked for."""
    text = client.get("/timeline?since=2025-11-02").text
    first = re.search(r'data-first="([^"]*)" data-last="([^"]*)"', text)

    assert first is not None
    assert "2025-11-02" <= first[1] <= first[2]
    assert 'id="chart"' not in client.get("/timeline?since=2090").text


def test_the_chart_does_not_begin_with_years_of_nothing() -> None:
    """One event long before all others is left to whoever moves there; where events are spread it shows all of them."""
    year = [date(2031, month, 5) for month in range(1, 13)]
    far = [date(1994, 3, 1), *year[:-1]]

    assert chart.thick_of(year) == (year[0], year[-1])
    assert chart.thick_of(far) == (year[0], year[-2])
    assert chart.thick_of(year[:1]) == (year[0], year[0])
    assert chart.thick_of([date(1994, 3, 1), *year[:2]]) == (date(1994, 3, 1), year[1])


def test_the_overview_leaves_no_year_out(client: TestClient) -> None:
    """One of which nothing is told is nothing high and no link; two that stand side by side follow each other."""
    page = client.get("/timeline").text
    told = re.search(r'<nav class="spread".*?</nav>', page, re.DOTALL)
    assert told is not None
    bars = re.findall(r"<li>(.*?)</li>", told[0], re.DOTALL)
    years = [re.search(r">(\d{4})<", bar)[1] for bar in bars]  # type: ignore[index]
    empty = [year for year, bar in zip(years, bars, strict=True) if "<a " not in bar]

    assert years == [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]
    assert "2019" in empty
    assert all(items(client, since=year, until=year)["items"] == [] for year in empty)
