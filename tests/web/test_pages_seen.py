"""Every page as people see it: no serious finding of axe, nothing wider than the window, nothing that a page complains of; with a picture of each."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from tests.web.conftest import PICTURES, THEMES, WEB, WIDTHS, watch

pytestmark = WEB

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

LISTS = (
    "/", "/timeline", "/timeline?view=list", "/positions", "/commitments", "/processes", "/statements", "/precedents", "/channels", "/documents", "/actors",
    "/network", "/search", "/search?q=talks", "/review", "/read", "/api", "/timeline?as_of=2021-01-01", "/timeline?actor=nobody+at+all", "/nowhere",
)  # fmt: skip
SINGLE = {
    "event": "/timeline",
    "document": "/documents",
    "actor": "/actors",
    "channel": "/channels",
    "process": "/processes",
}
"""Pages of one record, and the list in which their first link stands."""


@pytest.fixture(scope="module")
def paths(browser: Any, address: str) -> dict[str, str]:
    """The address of a page of each sort."""
    page = browser.new_page()
    found = {path: path for path in LISTS}
    for kind, listed in SINGLE.items():
        page.goto(address + listed)
        links = page.eval_on_selector_all("main a[href]", "links => links.map(a => a.getAttribute('href'))")
        found[kind] = next(link for link in links if f"/{kind}" in link and link.rstrip("/").count("/") >= 2)
    page.close()
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*LISTS, *SINGLE])
def test_a_page_can_be_used(
    browser: Any, address: str, paths: dict[str, str], name: str, width: str, theme: Any
) -> None:
    """By everybody, at both widths and in both themes."""
    wide, high = WIDTHS[width]
    context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    complaints = watch(page)
    page.goto(address + paths[name])
    page.wait_for_load_state("networkidle")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{_file(name)}-{width}-{theme}.png", full_page=True)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    context.close()

    assert [_told(v) for v in found["violations"] if v["impact"] in ("serious", "critical")] == []
    assert over <= 0
    assert complaints == []


def _file(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-") or "home"


def _told(violation: Any) -> str:
    return f"{violation['id']}: {'; '.join(n['html'][:160] for n in violation['nodes'][:3])}"


@pytest.mark.parametrize("name", ["/", "/timeline", "/positions", "/search", "event", "document", "/review", "/read"])
def test_the_keyboard_reaches_everything(browser: Any, address: str, paths: dict[str, str], name: str) -> None:
    """Tab comes to every link, button and field that is seen, in the order in which they stand, and shows where it is; the first is the way to the content."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + paths[name])
    page.wait_for_load_state("networkidle")
    wanted = page.evaluate(REACHABLE)
    reached: list[int] = []
    for _ in range(min(len(wanted) + 5, 400)):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.n")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(IS_MARKED), page.evaluate("document.activeElement.outerHTML")[:200]
        if at is not None:  # else a part that scrolls
            reached.append(int(at))
    page.close()

    assert wanted
    assert set(reached) >= {*wanted[:395]}
    assert page_order(reached)


REACHABLE = """
[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .map((e, n) => { e.dataset.n = n; return e })
  .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))
  .map(e => Number(e.dataset.n))
"""
IS_MARKED = """
(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()
"""


def page_order(reached: list[int]) -> bool:
    """Whether what was reached stands in the order of the page."""
    once = list(dict.fromkeys(reached))
    return once == sorted(once)


@pytest.mark.parametrize(
    "name", ["/", "/timeline", "/positions", "/search?q=talks", "event", "document", "/network", "/review", "/read"]
)
def test_without_a_script(browser: Any, address: str, paths: dict[str, str], name: str) -> None:
    """The page says what it says, and its forms lead somewhere."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    answered = page.goto(address + paths[name])

    assert answered.status == 200
    assert len(page.inner_text("main")) > 40
    assert page.locator("form").count() == page.locator("form[action]").count()
    context.close()
