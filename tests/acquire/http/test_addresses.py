"""Which machines are reached: the public internet, however the address is written or wrapped."""

from __future__ import annotations

from ipaddress import ip_address

import httpx2
import pytest

from memcon.acquire.http.addresses import reach_of, read_address
from memcon.acquire.http.refusals import Refusal

GLOBAL = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8", "64:ff9b::808:808"]
PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "fd12:3456:789a::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
]
NEVER = [
    "0.0.0.0",
    "0.1.2.3",
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "100.100.100.200",
    "168.63.129.16",
    "fd00:ec2::254",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "192.88.99.1",
    "::",
    "::7f00:1",  # an IPv4 address in an IPv6 one, as it was once written
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "2001:db8::1",
    "64:ff9b::7f00:1",  # NAT64 of 127.0.0.1
    "64:ff9b::a9fe:a9fe",  # NAT64 of 169.254.169.254
    "64:ff9b:1::808:808",  # NAT64 of one network's own
    "2002:7f00:1::1",  # 6to4 of 127.0.0.1
    "2002:808:808::1",
    "2001:0:808:808::1",  # Teredo
    "3fff::1",
]


@pytest.mark.parametrize("number", GLOBAL)
def test_public_machines_are_reached(number: str) -> None:
    """On the internet, also seen from a network that has IPv6 alone."""
    assert reach_of(ip_address(number)) == "global"


@pytest.mark.parametrize("number", PRIVATE)
def test_private_machines_are_told_apart(number: str) -> None:
    """One's own network, and this machine."""
    assert reach_of(ip_address(number)) == "private"


@pytest.mark.parametrize("number", NEVER)
def test_the_rest_is_never_reached(number: str) -> None:
    """Where clouds keep credentials, many machines at once, tunnels, examples of books."""
    assert reach_of(ip_address(number)) == "never"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("ftp://example.org/a", "address_not_valid"),
        ("file:///etc/passwd", "address_not_valid"),
        ("gopher://example.org/", "address_not_valid"),
        ("https:///a", "address_not_valid"),
        ("https://", "address_not_valid"),
        ("https://example.org:0/", "address_not_valid"),
        ("https://example.org:99999/", "address_not_valid"),
        ("https://example.org:x/", "address_not_valid"),
        ("https://[::1", "address_not_valid"),
        ("https://0177.0.0.1/", "address_not_valid"),
        ("https://[fe80::1%25lo]/", "address_not_valid"),
        ("https://exa mple.org/", "address_not_valid"),
        ("https://example.org/\r\nHost: other", "address_not_valid"),
        ("https://example.org\\@other.example/", "address_not_valid"),
        ("https://①②⑦.⓪.⓪.①/", "address_not_valid"),
        ("https://example.org/" + "a" * 2_000, "address_not_valid"),
        ("https://clerk:secret@example.org/", "address_with_credentials"),
        ("https://clerk@example.org/", "address_with_credentials"),
    ],
)
def test_what_is_no_web_address_is_refused(given: str, code: str) -> None:
    """Other schemes, addresses that two programs read otherwise, names and passwords."""
    with pytest.raises(Refusal) as caught:
        read_address(given)

    assert caught.value.code == code
    assert "secret" not in str(caught.value)


def test_addresses_are_written_in_one_way() -> None:
    """Without fragment, in ASCII, relative to the page that names them."""
    assert str(read_address("HTTP://Example.ORG/a/../b#c")) == "http://example.org/b"
    assert read_address("https://bücher.example/ä").raw_host == b"xn--bcher-kva.example"
    assert str(read_address("../c?d", beside=httpx2.URL("https://example.org/a/b"))) == "https://example.org/c?d"
