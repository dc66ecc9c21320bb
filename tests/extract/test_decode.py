"""Bytes to text."""

from __future__ import annotations

import pytest

from memcon.extract.decode import decode

ENGLISH = "The envoys of Norway met in Bern on Tuesday. “We agree,” one said – at last."
FRENCH = "Le ministre français a été reçu à Genève par l'ambassadeur, où il a déclaré être satisfait du traité."
KOREAN = "두 나라 외교관들이 화요일 베른에서 만나 어업 협정을 논의했다고 외교부가 밝혔다."
RUSSIAN = "Послы двух стран встретились во вторник в Берне и обсудили договор о рыболовстве."
JAPANESE = "両国の大使は火曜日にベルンで会談し、漁業協定について話し合いました。"
CHINESE = "两国大使星期二在伯尔尼会面，讨论了他们的渔业协定，这是一年来的第一次会谈。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, KOREAN])
def test_marked_and_utf8(text: str, encoding: str) -> None:
    """Read without a word; the byte order mark is dropped."""
    decoded = decode(text.encode(encoding), ref="x")

    assert decoded.text == text
    assert decoded.problems == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (KOREAN, "cp949"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_older_encodings_are_assumed_and_said(text: str, encoding: str) -> None:
    """Where the result is clearly plausible."""
    decoded = decode(text.encode(encoding), ref="x")

    assert decoded.text == text
    [problem] = decoded.problems
    assert (problem.code, problem.is_fatal) == ("encoding_assumed", False)
    assert encoding.replace("_", "-") in problem.message.replace("_", "-")


def test_declared_charset_of_a_page_is_heard() -> None:
    """Only in HTML; a declaration that the bytes belie is not believed."""
    page = '<html><meta charset="iso-8859-2"><p>Posłowie spotkali się w Łodzi.</p>'

    assert decode(page.encode("iso-8859-2"), ref="x", is_html=True).text == page
    assert decode(page.replace("iso-8859-2", "ascii").encode("utf-8"), ref="x", is_html=True).text is not None
    lying = page.replace("iso-8859-2", "shift_jis")
    assert decode(lying.encode("utf-8"), ref="x", is_html=True).text is not None


def test_damaged_utf8_is_read_around_the_damage() -> None:
    """The place is said."""
    data = KOREAN.encode() + b" \xff " + ENGLISH.encode()

    decoded = decode(data, ref="x")

    assert decoded.text == f"{KOREAN} \ufffd {ENGLISH}"
    [problem] = decoded.problems
    assert problem.code == "encoding_damaged"
    assert problem.span is not None
    assert problem.span.of(decoded.text) == "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%text",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        bytes(range(256)) * 10,
        b"PK\x03\x04abc",
        b"\x00" * 1000,
        b"\x01\x02\x03\x04" * 100,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    """No text is made of it."""
    decoded = decode(data, ref="x")

    assert decoded.text is None
    assert [p.code for p in decoded.problems] == ["binary"]


def test_what_fits_nothing_is_refused() -> None:
    """EBCDIC looks like nothing else."""
    decoded = decode(ENGLISH.replace("“", "'").replace("”", "'").replace("–", "-").encode("cp500"), ref="x")

    assert decoded.text is None
    assert [p.code for p in decoded.problems] in (["encoding_unknown"], ["binary"])


def test_some_control_characters_are_text() -> None:
    """They are kept."""
    text = "The envoys\x08 met\x00 in Oslo."

    assert decode(text.encode(), ref="x").text == text
