"""How an input is called: by its path or id, with an escape for each character that some database can't hold."""

from __future__ import annotations

import re

_UNKEPT = re.compile("[\0\ud800-\udfff]")


def ref_of(name: str) -> str:
    r"""`name` with NUL and half surrogate pairs as escapes, so that every ledger can hold it: a byte of a file name that is no UTF-8 as its number, `caf\xe9.txt`.

    >>> print(ref_of("caf\\udce9.txt"))
    caf\xe9.txt
    """
    return _UNKEPT.sub(lambda found: _escape(ord(found[0])), name)


def storable(text: str) -> str:
    """`text` with � for each character that some database can't hold, one for one."""
    return _UNKEPT.sub("\N{REPLACEMENT CHARACTER}", text)


def _escape(code: int) -> str:
    # Python gives bytes that it can't decode as the half pairs from U+DC80 on.
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
    return f"\\x{byte:02x}" if byte < 0x100 else f"\\u{byte:04x}"
