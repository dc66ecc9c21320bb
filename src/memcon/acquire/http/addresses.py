"""Which addresses are asked for, and which machines are reached: pure rules.

An address on the web is a name that whoever owns it can point anywhere, also at the machine that memcon runs on and at those around it. So the rule is not on names: what a name
resolves to is looked at, and all of it must be on the public internet.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Literal

import httpx2

from memcon.acquire.http.refusals import Refusal

LONGEST = 2_000
"""Characters of an address."""

Reach = Literal["global", "private", "never"]
"""Where a machine stands: on the public internet; in one's own network (reached by `--allow-private` only); nowhere that a page comes from."""

IpAddress = IPv4Address | IPv6Address

_PRIVATE = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "100.64.0.0/10")))
_PRIVATE_6 = tuple(map(ip_network, ("fc00::/7", "::1/128")))

_NEVER = tuple(
    map(
        ip_network,
        (
            "192.88.99.0/24",  # relays of 6to4, which is given up (RFC 7526)
            "168.63.129.16/32",  # a cloud's own services, under an address that is global by its number
            "100.100.100.200/32",
            "192.0.0.192/32",
            "fd00:ec2::/32",
            "fd20:ce::254/128",
            "3fff::/20",  # examples of books (RFC 9637)
        ),
    )
)
"""Beside what the registries of special-purpose addresses (RFC 6890) name: places that answer to the machine alone, with its credentials."""

_ALLOCATED_6 = ip_network("2000::/3")
"""The part of IPv6 that is given out for the internet. What lies outside is a translation, a tunnel, or of one network."""

_NAT64 = ip_network("64:ff9b::/96")
_TUNNELS = tuple(map(ip_network, ("2002::/16", "2001::/32")))
"""6to4 (RFC 3056) and Teredo (RFC 4380): they carry another address inside, and relays decide where they end."""

_WRONG = re.compile(r"[\x00-\x20\x7f\\<>\"{}|^`]")


def reach_of(address: IpAddress) -> Reach:
    """Where a machine of that address stands, by the registries of special-purpose addresses (RFC 6890, RFC 6052)."""
    if any(address in net for net in _NEVER if net.version == address.version):
        return "never"
    if isinstance(address, IPv4Address):
        if any(address in net for net in _PRIVATE):
            return "private"
        return "global" if address.is_global and not address.is_multicast else "never"
    if address.ipv4_mapped is not None:
        return reach_of(address.ipv4_mapped)
    if address in _NAT64:
        # A network without IPv4 sees public IPv4 machines so; private ones can't be meant by it.
        return "global" if reach_of(IPv4Address(int(address) & 0xFFFFFFFF)) == "global" else "never"
    if address.scope_id is None and any(address in net for net in _PRIVATE_6):
        return "private"
    if address in _ALLOCATED_6 and address.is_global and not any(address in net for net in _TUNNELS):
        return "global"
    return "never"


def read_address(given: str, *, beside: httpx2.URL | None = None) -> httpx2.URL:
    """The address to ask for, without its fragment; a relative one as it stands on the page `beside`. Raises `Refusal` for what is no web address."""
    if len(given) > LONGEST or _WRONG.search(given):
        raise _not_valid(given, "too long" if len(given) > LONGEST else "it holds characters that no address has")
    try:
        address = beside.join(given) if beside is not None else httpx2.URL(given)
        host, port = address.raw_host.decode("ascii"), address.port
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise _not_valid(given, str(error) or type(error).__name__) from error
    if address.scheme not in ("http", "https"):
        raise _not_valid(given, f"memcon asks for http and https only, not {address.scheme or 'nothing'!r}")
    if address.userinfo:
        raise Refusal(
            code="address_with_credentials",
            message="the address holds a user name or password",
            hint="leave out what stands before the @: it would be kept and shown with the document",
        )
    if not host or "%" in host or (port is not None and not 0 < port < 65536):
        raise _not_valid(given, "there is no host in it" if not host else "its host or port can't be")
    return address.copy_with(fragment=None)


def _not_valid(given: str, why: str) -> Refusal:
    return Refusal(
        code="address_not_valid",
        message=f"no web address: {why[:200]}",
        hint="give it whole, as the browser shows it: https://example.org/news/1",
    )
