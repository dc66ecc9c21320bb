"""Makes the pictures of the documentation: the pages of the samples' ledger as a browser shows them, into docs/pictures.

python docs/generate_pictures.py     needs a Chromium: scripts/with-browser python docs/generate_pictures.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from memcon.acquire import acquire
from memcon.cli.demo import sample_folder
from memcon.ingest import Reader, add
from memcon.store.ledger import LedgerStore
from tests.serve.conftest import NOW
from tests.web.conftest import Running

PICTURES = Path(__file__).with_name("pictures")
PAGES = {
    "home": ("/", None),
    "timeline": ("/timeline", None),
    "event": ("/timeline?channel=scm&order=newest", "main a[href^='/events/']"),
    "document": ("/documents", "main a[href^='/documents/']"),
    "positions": ("/positions", None),
    "network": ("/network", None),
}
"""Each picture's page: its address, and the link to follow there."""


def main() -> int:
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "samples.db"
        store, reader = LedgerStore.open(place), Reader()
        for _ in add(store, acquire([str(sample_folder())]), reader, now=lambda: NOW):
            pass
        store.close()
        with Running(place, reader) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ["MEMCON_TEST_BROWSER"], args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
            for name, (path, link) in PAGES.items():
                page.goto(address + path)
                if link is not None:
                    page.locator(link).first.click()
                page.wait_for_load_state("networkidle")
                if page.locator("#chart").count():  # its script comes when the page has been painted
                    page.locator("#chart .vis-item").first.wait_for()
                page.screenshot(path=PICTURES / f"{name}.png")
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
