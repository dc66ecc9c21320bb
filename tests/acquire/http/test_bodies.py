"""Bodies are unpacked within bounds."""

from __future__ import annotations

import gzip
import zlib

import pytest

from memcon.acquire.http.bodies import read_body, unpack
from memcon.acquire.http.refusals import Refusal
from tests.files import bomb

TEXT = b"The envoys met in Oslo. " * 400


def pieces(data: bytes, size: int = 100) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def bare(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("data", "encodings"),
    [
        (TEXT, [""]),
        (TEXT, ["identity"]),
        (gzip.compress(TEXT), ["gzip"]),
        (gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:]), ["x-gzip"]),
        (gzip.compress(TEXT) + b"behind", ["gzip"]),
        (zlib.compress(TEXT), ["deflate"]),
        (bare(TEXT), ["deflate"]),
        (gzip.compress(gzip.compress(TEXT)), ["gzip", "gzip"]),
        (gzip.compress(zlib.compress(TEXT)), ["deflate", "gzip"]),
    ],
)
@pytest.mark.parametrize("size", [1, 100, 1_000_000])
def test_body_as_it_was_before_it_was_packed(data: bytes, encodings: list[str], size: int) -> None:
    """In whatever pieces it comes."""
    assert read_body(pieces(data, size), encodings, len(TEXT)) == TEXT


def test_empty_body() -> None:
    """A packed body of no bytes is empty, as some servers send it."""
    assert read_body([], ["gzip"], 10) == b""


@pytest.mark.parametrize(
    ("data", "encodings", "code"),
    [
        (TEXT, [""], "fetch_too_large"),
        (bomb(), ["gzip"], "unpacks_too_large"),
        (bomb(2), ["gzip", "gzip"], "unpacks_too_large"),
        (bomb(0), ["deflate"], "unpacks_too_large"),
        (gzip.compress(b"x")[:-5], ["gzip"], "body_cut"),
        (b"no gzip at all", ["gzip"], "body_cut"),
        (b"x", ["br"], "packing_not_known"),
        (b"x", ["gzip", "gzip", "gzip"], "packing_not_known"),
    ],
)
def test_what_swells_or_breaks_is_given_up(data: bytes, encodings: list[str], code: str) -> None:
    """Each with its own reason."""
    with pytest.raises(Refusal) as caught:
        read_body(pieces(data), encodings, len(TEXT) - 1)

    assert caught.value.code == code


def test_files_that_are_packed_themselves() -> None:
    """Once, twice, or not at all."""
    assert [unpack(data, 10_000) for data in (TEXT, gzip.compress(TEXT), gzip.compress(gzip.compress(TEXT)))] == [
        TEXT
    ] * 3
