"""What was asked of the web, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server tells that a page is still the one that was fetched: its ETag and Last-Modified, as they came."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return self.etag is not None or self.last_modified is not None


UNTOLD = Validators()
"""A server that gave nothing to tell by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One request, with the redirects that it led over: `at` (UTC) the `address` was asked for, and what came, came from `final`.

    `outcome` is `fetched`, `unchanged` (the server says that it is what it was) or the code of the problem. `sha256` is that of the body, once it is unpacked: the key under
    which the ledger keeps it, where it became a document; `media_type` has the charset behind it, where the server told one that is not UTF-8. `source` is the source that announced the address; None where a user named it.
    """

    at: str
    address: str
    final: str
    outcome: str
    status: int | None = None
    validators: Validators = UNTOLD
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A page as the ledger holds it: its bytes, and what was told of them when they were fetched."""

    data: bytes
    final: str
    media_type: str
    validators: Validators
