"""The chart of the timeline in a browser: it comes behind the page, draws what is in view, and leads to events."""

from __future__ import annotations

import re
from typing import Any

from tests.web.conftest import WEB

pytestmark = WEB


def test_the_chart_comes_behind_the_page_and_asks_for_what_is_in_view(page: Any, address: str) -> None:
    """Its script is no part of the page; moving it far enough asks for more, moving it a little does not."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/items.json" in request.url else None)
    answered = page.goto(f"{address}/timeline?since=2025-01&until=2025-12")
    page.locator("#chart .vis-item").first.wait_for()

    assert "<script" in answered.text()
    assert not re.search(r"<script[^>]*vis-timeline", answered.text())
    assert len(asked) == 1
    page.evaluate("document.getElementById('chart').scrollIntoView({block: 'center', behavior: 'instant'})")
    box = page.locator("#chart").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 12

    def drag(distance: int) -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + distance, y, steps=8)
        page.mouse.up()

    drag(-40)
    page.wait_for_timeout(400)
    assert len(asked) == 1
    with page.expect_request("**/items.json*"):
        drag(-500)
        drag(-500)


def test_an_event_of_the_chart_leads_to_its_page(page: Any, address: str) -> None:
    """By a click; the years above it lead to their lists."""
    page.goto(f"{address}/timeline?since=2025&until=2025")
    page.locator("#chart .vis-item.vis-point .vis-item-content, #chart .vis-item.vis-range").first.click()
    page.wait_for_url(re.compile("/events/"))
    page.goto(f"{address}/timeline")
    page.locator(".spread a").last.click()
    page.wait_for_url(re.compile(r"since=\d{4}&until=\d{4}"))
    assert page.locator("main .events li").count() > 0
