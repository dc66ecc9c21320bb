"""How a server is to run: fixed when it starts."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from memcon.errors import UsageError

HOST, PORT = "127.0.0.1", 8765

LEAST_TOKEN = 16
"""Characters of a token: fewer could be guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """`host` is where it listens; `names` are other host names by which it may be called. `token` is asked of everybody who comes, None of nobody.
    Who may edit judges as `editor`, unless the page names somebody else. One client may make `burst` requests at once, and then so many `per_second`."""

    host: str = HOST
    port: int = PORT
    names: tuple[str, ...] = ()
    token: str | None = None
    is_editable: bool = False
    editor: str = "web"
    burst: int = 400
    per_second: float = 40.0

    def __post_init__(self) -> None:
        if self.token is not None and (len(self.token) < LEAST_TOKEN or not _is_plain(self.token)):
            raise UsageError(
                "the token can't be used",
                hint=f"a token has {LEAST_TOKEN} visible ASCII characters or more, and no space",
            )
        if self.token is None and not is_local(self.host):
            raise UsageError(
                f"{self.host} can be reached from other machines", hint="set MEMCON_TOKEN, or listen on 127.0.0.1"
            )

    @property
    def hosts(self) -> frozenset[str]:
        """The names in the Host header that are answered, lower case and without port."""
        own = {self.host} if not _is_any(self.host) else set()
        return frozenset(name.lower() for name in {*own, *self.names, "localhost", "127.0.0.1", "::1"})


def is_local(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    return host in ("0.0.0.0", "::", "")


def _is_plain(token: str) -> bool:
    return all("!" <= character <= "~" for character in token)


def program_version() -> str:
    """The version that is installed."""
    try:
        return version("memcon")
    except PackageNotFoundError:
        return "not installed"
