"""The analyst's walk: paste, add, find, open, see the evidence, look back, correct, merge, undo; each by what a person sees and clicks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.web.conftest import WEB

pytestmark = WEB

FIRST = "LIMA, May 6, 2024 -- President Maria Soto of Peru met Chancellor Uwe Brandt of Germany in Lima on Monday and discussed a water treaty."
SECOND = "Chancellor Uwe Brandt of Germany will visit Lima on June 3, the foreign ministry of Peru said."


def add(page: Any, address: str, text: str, published: str) -> None:
    """Pastes a text, looks at what is read in it, and adds it."""
    page.goto(f"{address}/read")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Published", exact=True).fill(published)
    page.get_by_label("Publisher").fill("Andes Wire")
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("Read, not kept").wait_for()
    page.get_by_role("button", name="Add it to the ledger").click()
    page.wait_for_url(re.compile("/documents/"))


def open_event(page: Any, address: str, label: str) -> str:
    """Opens the event of that label out of the timeline; gives its address."""
    page.goto(f"{address}/timeline?actor=Brandt")
    page.locator("main a[href^='/events/']", has_text=label).first.click()
    page.wait_for_url(re.compile("/events/"))
    return str(page.url).split("?")[0]


def test_the_analysts_walk(page: Any, own_address: str) -> None:
    """From a pasted article to a corrected, merged and undone record."""
    address = own_address
    add(page, address, FIRST, "2024-05-07")

    page.goto(address)
    page.get_by_role("searchbox").first.fill("water treaty")
    page.keyboard.press("Enter")
    page.get_by_text("Andes Wire").first.wait_for()

    event = open_event(page, address, "Meeting: Maria Soto")
    assert "6 May 2024" in page.inner_text("main")
    page.locator("main a[href*='/documents/']").first.click()
    marked = page.locator("#mark")
    marked.wait_for()
    assert "met Chancellor Uwe Brandt" in page.inner_text("main")

    answered = page.goto(f"{event}?as_of=2024-05-01")
    assert answered.status == 404 or "6 May 2024" not in page.inner_text("main")

    page.goto(event)
    page.get_by_text("Correct this record").click()
    page.get_by_label("Field").select_option("when")
    page.get_by_label("It is", exact=True).fill("2024-05-05")
    page.get_by_label("Why").first.fill("read the minutes")
    page.get_by_role("button", name="Correct").click()
    page.goto(event)
    assert "5 May 2024" in page.inner_text("main")

    add(page, address, SECOND, "2024-05-20")
    other = open_event(page, address, "Visit: Uwe Brandt").rsplit("/", 1)[1]
    page.goto(event)
    page.get_by_text("Correct this record").click()
    page.get_by_label("It is the same as (an id)").fill(other)
    page.get_by_role("button", name="Merge the two").click()
    merged = page.goto(f"{address}/events/{other}")
    assert merged.status == 200
    whole = page.url.split("?")[0]
    page.goto(event)
    assert page.url.split("?")[0] == whole

    page.goto(f"{address}/review")
    page.get_by_role("button", name=re.compile("undo|take back", re.IGNORECASE)).first.click()
    page.goto(event)
    one = page.url.split("?")[0]
    page.goto(f"{address}/events/{other}")
    assert page.url.split("?")[0] != one


@pytest.mark.parametrize("script", [True, False])
def test_a_mistake_is_told(browser: Any, own_address: str, script: bool) -> None:
    """A correction with nonsense comes back with a reason, with and without a script, and changes nothing."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{own_address}/timeline")
    page.locator("main a[href^='/events/']").first.click()
    page.wait_for_url(re.compile("/events/"))
    event = page.url
    page.locator("summary", has_text="Correct this record").click()
    page.get_by_label("Field").select_option("when")
    page.get_by_label("It is", exact=True).fill("someday")
    page.get_by_role("button", name="Correct").click()
    page.wait_for_load_state()

    assert "someday" in page.inner_text("main")
    page.goto(event)
    assert "someday" not in page.inner_text("main")
    context.close()
