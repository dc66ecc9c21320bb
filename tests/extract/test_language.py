"""Which language a text is in."""

from __future__ import annotations

import pytest

from memcon.extract.language import detect_language, is_readable

ENGLISH = "The two envoys met in Oslo on Tuesday to talk about the fish that both of their countries want. "
GERMAN = "Die beiden Gesandten trafen sich am Dienstag in Oslo, um über die Fische zu sprechen, die beide Länder haben wollen. "
SPANISH = "Los dos enviados se reunieron el martes en Oslo para hablar de los peces que ambos países quieren pescar en el norte. "
KOREAN = "두 나라의 특사는 화요일 오슬로에서 만나 어업 협정을 논의했다. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH * 3, "en"),
        (ENGLISH, "en"),
        (GERMAN * 3, "de"),
        (SPANISH * 3, "es"),
        (KOREAN, "ko"),
        ("特使は火曜日にオスロで会談し、漁業について話し合った。", "ja"),
        ("两国特使星期二在奥斯陆会面讨论渔业协定。", "zh"),
        ("Послы двух стран встретились во вторник в Осло и говорили о рыбе, которую хотят обе страны.", "ru"),
        (ENGLISH + KOREAN, "en"),
        (KOREAN * 3 + "Oslo", "ko"),
        ("Solberg, Novak meet", None),
        ("12 34", None),
    ],
)
def test_detect(text: str, expected: str | None) -> None:
    """Short Latin text without English function words is left open."""
    assert expected == detect_language(text)


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("Solberg, Novak meet", "en-GB", "en"),
        ("Solberg, Novak meet", "English", "en"),
        (KOREAN, "en", "ko"),
        (ENGLISH * 3, "ko", "en"),
        ("Treffen in Bern", "de_DE", "de"),
        ("Treffen in Bern", "?", None),
    ],
)
def test_stated_language_decides_only_short_texts(text: str, stated: str, expected: str | None) -> None:
    """Metadata is often a template's default."""
    assert expected == detect_language(text, stated)


def test_readable() -> None:
    """An open language is read."""
    assert is_readable("en")
    assert is_readable(None)
    assert not is_readable("ko")
