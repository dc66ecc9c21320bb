"""Bytes to text: by byte order mark, by declared charset, as UTF-8, else by an older encoding where it is clearly plausible.

What had to be assumed is said in a problem; what can't be told is refused, never guessed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from memcon.domain.problems import Problem
from memcon.domain.spans import Span

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark it begins with."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,300}?\bcharset\s{0,4}=\s{0,4}["']?|<\?xml\b[^>]{0,100}?\bencoding\s{0,4}=\s{0,4}["'])([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""The HTML standard asks for the declaration in the first 1024 bytes; pages are less careful."""

_CONTROLS = bytes(n for n in range(32) if n not in (9, 10, 12, 13, 27)) + b"\x7f"
_SAMPLE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes, and what had to be assumed. `text` is None when they could not be read."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, ref: str, is_html: bool = False, charset: str | None = None) -> Decoded:
    """The text of `data` without its byte order mark; `charset` is what came with it as its own, which is heard first, and for HTML the one that it declares,
    before guessing.

    Problem codes: `binary`, `encoding_unknown` (fatal); `encoding_assumed`, `encoding_damaged`.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict_or_damaged(data[len(mark) :], encoding, ref)
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind is not None:
        return _refused(code="binary", message=f"this is {kind}, not text", ref=ref)
    declared = (_known_charset(charset) if charset else None) or (_declared(data) if is_html else None)
    if (found := _as_declared(data, declared)) is not None:
        return found
    controls = _control_share(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, controls, ref)
    if controls > 0.3:
        return _decode_wide(data, ref) or _refused(
            code="binary", message="most of it is control characters, not text", ref=ref
        )
    return Decoded(text=text)


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """Bytes by the charset that they declare, where that is none of UTF-8; None where they declare none or err about themselves, so that they
    are read as if they had said nothing."""
    if declared is None or declared == "utf-8" or _is_utf8(data, at_least=1 if declared in _OF_ONE_BYTE else _SURE):
        return None
    try:
        return Decoded(text=data.decode(declared))
    except UnicodeDecodeError:
        return None


_OF_ONE_BYTE = frozenset(
    {"cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "koi8-r", "koi8-u"}
)
_SURE = 12


def _is_utf8(data: bytes, *, at_least: int) -> bool:
    """Whether the bytes are UTF-8 throughout, with so many characters beyond ASCII: what is of another encoding hardly ever is. A template that was
    converted often declares what it was before."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) - len(text) >= at_least


def _decode_other(data: bytes, controls: float, ref: str) -> Decoded:
    """Bytes that are not UTF-8."""
    if wide := _decode_wide(data, ref):
        return wide
    if controls > 0.02:
        return _refused(code="binary", message="it holds bytes that no text has", ref=ref)
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("�")
    good = sum(c > "\x7f" for c in lenient[:_SAMPLE]) - lenient.count("�", 0, _SAMPLE)
    if good >= bad or bad <= 2 < good:
        return _damaged(lenient, "utf-8", ref)
    for encoding, is_plausible in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_plausible(text[:_SAMPLE]):
            return Decoded(text=text, problems=(_assumed(encoding, ref),))
    return Decoded(
        text=None,
        problems=(
            Problem(
                code="encoding_unknown",
                message="the bytes are not UTF-8 and fit no older encoding well enough to be read",
                hint="convert the file to UTF-8, for example with iconv -f ENCODING -t UTF-8",
                ref=ref,
            ),
        ),
    )


def _decode_wide(data: bytes, ref: str) -> Decoded | None:
    """UTF-16 without a byte order mark, told by the zero bytes of its ASCII characters; None when it is not that."""
    sample = data[: 4096 - len(data) % 2]
    even, odd = sample[::2], sample[1::2]
    if len(data) % 2 or len(sample) < 8:
        return None
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > 0.6 * len(zeros) and others.count(0) < 0.05 * len(others):
            try:
                return Decoded(text=data.decode(encoding), problems=(_assumed(encoding, ref),))
            except UnicodeDecodeError:
                return None
    return None


def _strict_or_damaged(data: bytes, encoding: str, ref: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding))
    except UnicodeDecodeError:
        return _damaged(data.decode(encoding, "replace"), encoding, ref)


def _damaged(text: str, encoding: str, ref: str) -> Decoded:
    """Text in which undecodable bytes stand as U+FFFD."""
    first = text.find("�")
    span = Span(first, first + 1) if first >= 0 else None
    return Decoded(
        text=text,
        problems=(
            Problem(
                code="encoding_damaged",
                message=f"{text.count('�')} places are not valid {encoding.upper()}, the first at character {first}; each shows as �",
                hint="get the document again, or repair it; what stands around the damage was read",
                ref=ref,
                span=span,
                is_fatal=False,
            ),
        ),
    )


def _assumed(encoding: str, ref: str) -> Problem:
    return Problem(
        code="encoding_assumed",
        message=f"not UTF-8; read as {encoding}, which fits",
        hint="if letters look wrong, convert the file to UTF-8 from its true encoding",
        ref=ref,
        is_fatal=False,
    )


def _refused(*, code: str, message: str, ref: str) -> Decoded:
    hint = "give text, Markdown, HTML, JSON or JSONL; convert other formats first"
    return Decoded(text=None, problems=(Problem(code=code, message=message, hint=hint, ref=ref),))


def _declared(data: bytes) -> str | None:
    """The charset that a page declares, if Python knows it as a text encoding. "latin-1" is read as cp1252, as browsers do."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return None if match is None else _known_charset(match[1].decode("ascii"))


def _known_charset(named: str) -> str | None:
    """A charset by Python's name for it, if it is a text encoding that declares itself."""
    try:
        name = codecs.lookup(named).name
        "".encode(name)  # refuses codecs that are not text encodings
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # a page whose declaration could be read is in none of these
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        name, name
    )


def _control_share(data: bytes) -> float:
    sample = data[:_SAMPLE]
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample) if sample else 0.0


# --- older encodings: each is believed only where the decoded text looks like what it is for ------------------------------

_WESTERN = re.compile(r"(?<![^\x00-\x7f])[A-Za-zÀ-ÖØ-öø-ÿ]?[À-ÖØ-öø-ÿŠšŽžŒœŸ]+(?=[A-Za-z\s.,;:!?'\")-]|$)")
_WESTERN_SIGNS = frozenset("‘’‚“”„–—…•·\u00a0©®™°£€§«»¿¡\u00ad½¼¾º²³¥†")


def _is_western(text: str) -> bool:
    """Mostly ASCII; other letters stand alone between ASCII letters, other signs are the usual typographic ones."""
    others = [c for c in text if c > "\x7f"]
    if not others or len(others) > 0.2 * len(text):
        return False
    letters = sum(
        len(m[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) for m in _WESTERN.finditer(text)
    )
    signs = sum(c in _WESTERN_SIGNS for c in others)
    return letters + signs >= 0.9 * len(others)


def _share(text: str, is_of: Callable[[str], bool]) -> float:
    others = [c for c in text if c > "\x7f" and c.isalpha()]
    return sum(map(is_of, others)) / len(others) if others else 0.0


def _is_korean(text: str) -> bool:
    """Nearly all of it is Hangul of the 2,350 syllables of KS X 1001, which ordinary text keeps to."""
    return _share(text, lambda c: "가" <= c <= "힣" and _fits(c, "euc_kr")) > 0.85


def _is_japanese(text: str) -> bool:
    """At least a quarter kana, and no half-width katakana to speak of, which misread bytes give."""
    kana = _share(text, lambda c: "ぁ" <= c <= "ヿ")
    return kana > 0.25 and _share(text, lambda c: "\uff61" <= c <= "\uff9f") < 0.05


_COMMON_CHINESE = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们年会行部方国對這為國會們個時來說")


def _is_chinese(text: str) -> bool:
    """Some of the commonest characters of Chinese, which misread bytes hardly hit."""
    return _share(text, _COMMON_CHINESE.__contains__) > 0.05 and _share(text, lambda c: "一" <= c <= "鿿") > 0.85


def _is_cyrillic(text: str) -> bool:
    """Cyrillic words: nearly all letters, mostly small ones."""
    return _share(text, lambda c: "а" <= c <= "я" or c == "ё") > 0.8 and _share(text, lambda c: "Ѐ" <= c <= "ӿ") > 0.97


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_LEGACY: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("cp1252", _is_western),
    ("shift_jis", _is_japanese),
    ("euc_jp", _is_japanese),
    ("cp949", _is_korean),
    ("cp1251", _is_cyrillic),
    ("koi8_r", _is_cyrillic),
    ("gb18030", _is_chinese),
    ("big5", _is_chinese),
)
