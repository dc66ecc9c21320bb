"""How an input is called: by its path or id, with an escape for each character that some database can't hold."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_ADDRESS = re.compile(r"https?://", re.I)
_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|at_(?:medium|campaign)", re.I)
_UNKEPT = re.compile("[\0\ud800-\udfff]")


def is_address(name: str) -> bool:
    """Whether an input is called by its address on the web, and not by a path.

    >>> is_address("https://example.org/news/1"), is_address("news/1.html")
    (True, False)
    """
    return _ADDRESS.match(name) is not None


def ref_of(name: str) -> str:
    r"""`name` with NUL and half surrogate pairs as escapes, so that every ledger can hold it: a byte of a file name that is no UTF-8 as its number, `caf\xe9.txt`.

    >>> print(ref_of("caf\\udce9.txt"))
    caf\xe9.txt
    """
    return _UNKEPT.sub(lambda found: _escape(ord(found[0])), name)


def without_credentials(address: str) -> str:
    """An address that may be kept and shown.

    >>> without_credentials("https://clerk:secret@example.org/a")
    'https://…@example.org/a'
    """
    return _CREDENTIALS.sub("…@", address)


def without_tracking(address: str) -> str:
    """An address without its fragment, and without what only tells by which way somebody came to it.

    >>> without_tracking("https://example.org/a?id=7&utm_source=mail#top")
    'https://example.org/a?id=7'
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def storable(text: str) -> str:
    """`text` with � for each character that some database can't hold, one for one."""
    return _UNKEPT.sub("\N{REPLACEMENT CHARACTER}", text)


def _escape(code: int) -> str:
    # Python gives bytes that it can't decode as the half pairs from U+DC80 on.
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
    return f"\\x{byte:02x}" if byte < 0x100 else f"\\u{byte:04x}"
