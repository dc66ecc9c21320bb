"""Content-hash identifiers: the same content gives the same id on every machine."""

from __future__ import annotations

import hashlib
import json


def content_id(prefix: str, *parts: object) -> str:
    """`prefix` and 16 hexadecimal digits of the SHA-256 of `parts`, written as canonical JSON.

    `parts` must be JSON values (str, int, None, tuples of these); 64 bits keep a ledger of ten million
    records clear of collisions (probability about 3e-6).
    """
    body = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}_{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
