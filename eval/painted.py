"""Measures in a browser how soon a timeline is seen and how smoothly it pans: `python -m eval.painted LEDGER [--asked QUERY] [--write]`; the browser is that of MEMCON_TEST_BROWSER.

Milliseconds by the clock, of each figure the best of some visits, each of a new window with nothing kept: other work on the machine only makes them longer.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import pairwise
from typing import Any

from eval.served import served
from eval.speed_page import tell

TABLE = "<!-- painted -->"
VISITS, STEPS, STEP_PIXELS = 3, 60, 12
WAIT_MS = 60_000

PAINTS = "Object.fromEntries(performance.getEntriesByType('paint').map(e => [e.name, e.startTime]))"
ANSWERED = "performance.getEntriesByType('navigation')[0].responseEnd"
DRAWN = """
new Promise(done => {
  const look = () => document.querySelector('#chart .vis-item') ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 10);
  look();
})
"""
FRAMES = """
new Promise(done => {
  const times = [];
  window.stopFrames = () => done(times);
  const next = (t) => { times.push(t); requestAnimationFrame(next) };
  requestAnimationFrame(next);
})
"""


def visit(browser: Any, address: str) -> dict[str, float]:
    """One look at a page in a new window: what was painted when, and the time between frames while the chart is dragged."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(address, wait_until="commit")
    drawn = page.evaluate(DRAWN)
    paints = page.evaluate(PAINTS)
    found = {
        "answered": page.evaluate(ANSWERED),
        "first paint": paints["first-paint"],
        "first paint of the content": paints["first-contentful-paint"],
        "chart drawn": drawn,
    }
    page.wait_for_load_state("networkidle")
    found["all that is shown loaded"] = page.evaluate(
        "Math.max(...performance.getEntriesByType('resource').map(e => e.responseEnd))"
    )
    times = _dragged(page)
    gaps = sorted(b - a for a, b in pairwise(times))
    found["while panning, a frame (median)"] = gaps[len(gaps) // 2]
    found["while panning, a frame (19 in 20 take less)"] = gaps[len(gaps) * 19 // 20]
    context.close()
    return found


def _dragged(page: Any) -> list[float]:
    box = page.locator("#chart").bounding_box()
    x, y = box["x"] + box["width"] - 20, box["y"] + 60
    page.evaluate(f"void (window.frames_ = {FRAMES})")
    page.mouse.move(x, y)
    page.mouse.down()
    for n in range(1, STEPS + 1):
        page.mouse.move(x - n * STEP_PIXELS, y)
    page.mouse.up()
    page.evaluate("window.stopFrames()")
    return list(page.evaluate("window.frames_"))


def best(place: str, asked: str) -> dict[str, float]:
    """Of each figure the best of the visits."""
    from playwright.sync_api import sync_playwright

    with served(place) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("MEMCON_TEST_BROWSER", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        found = [visit(browser, f"{address}/timeline?{asked}") for _ in range(VISITS)]
        browser.close()
    for each in found:
        print({name: round(value) for name, value in each.items()}, file=sys.stderr)
    return {name: min(each[name] for each in found) for name in found[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    parser.add_argument("--asked", default="since=2017&until=2023")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/reference/speed.md")
    options = parser.parse_args()
    rows = best(options.ledger, options.asked)
    found = "| | ms |\n|---|---|\n" + "".join(f"| {name} | {value:.0f} |\n" for name, value in rows.items())
    tell(TABLE, found, is_written=options.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
