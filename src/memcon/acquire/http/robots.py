"""What a site lets programs fetch, as its robots.txt says (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx2
from protego import Protego

from memcon.acquire.http.refusals import Refusal

NAME = "memcon"
"""The name under which a robots.txt may speak of this program."""

MOST_BYTES = 500 * 1024
"""As much of a robots.txt counts, by RFC 9309."""

KEPT_SECONDS = 6 * 3600.0
"""How long the rules of a site are taken for still those."""

MOST_SITES = 500
"""Sites whose rules are held; who watches goes on for months."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site said at a time. `rules` are None where it has none, so that everything is let; `refusal` tells why it can't be asked now."""

    at: float
    rules: Protego | None = None
    refusal: Refusal | None = None


Ask = Callable[[httpx2.URL], tuple[int, bytes]]
"""From the address of a robots.txt to the status of the answer, redirects followed, and its body. Raises `Refusal`."""


class Robots:
    """The rules of each site, asked for once in a while."""

    def __init__(self, *, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, Rules] = {}

    def pause(self, address: httpx2.URL, ask: Ask) -> float | None:
        """The seconds between two requests that the site wishes. Raises `Refusal` where the site does not let programs fetch the address, or can't say."""
        rules = self._of(address, ask)
        if rules.refusal is not None:
            raise rules.refusal
        if rules.rules is None:
            return None
        if not rules.rules.can_fetch(str(address), NAME):
            raise Refusal(
                code="robots_disallowed",
                message=f"{address.host} asks programs not to fetch this (robots.txt)",
                hint="open it in a browser, save the page, and give the file",
            )
        return rules.rules.crawl_delay(NAME)

    def _of(self, address: httpx2.URL, ask: Ask) -> Rules:
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        known = self._known.get(site)
        if known is None or self._clock() - known.at > KEPT_SECONDS or (known.refusal and known.refusal.is_passing):
            known = self._asked(address.join("/robots.txt"), ask)
            if len(self._known) >= MOST_SITES:
                self._known.pop(next(iter(self._known)))
            self._known[site] = known
        return known

    def _asked(self, address: httpx2.URL, ask: Ask) -> Rules:
        now = self._clock()
        try:
            status, body = ask(address)
        except Refusal as refusal:
            if refusal.code not in _OWN:
                return Rules(now, refusal=refusal)
            return Rules(now, refusal=_not_asked(address, str(refusal)))
        if 400 <= status < 500 and status != 429:
            return Rules(now)
        if status != 200:
            return Rules(now, refusal=_not_asked(address, f"status {status}"))
        return Rules(now, rules=Protego.parse(body[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")))


_OWN = ("fetch_too_slow", "http_not_valid", "body_cut", "unpacks_too_large", "packing_not_known", "too_many_redirects")
"""Faults of the robots.txt alone: with others the page can't be had either, and they say why better."""


def _not_asked(address: httpx2.URL, why: str) -> Refusal:
    return Refusal(
        code="robots_unreachable",
        message=f"{address} did not say what programs may fetch ({why}); until it does, nothing is fetched there",
        hint="try again later, or save the page from a browser and give the file",
        is_passing=True,
    )
