from __future__ import annotations

import pytest

from memcon.knowledge import name_key, normalize_name, same_name
from memcon.knowledge.names import spellings


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("  Lee   Jae-myung ", "lee jae myung"),
        ("LEE JAE‐MYUNG", "lee jae myung"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Minister Oh's", "minister oh"),
        ("", ""),
    ],
)
def test_normal_form(name: str, normal: str) -> None:
    """Case, diacritics, hyphens, apostrophes and possessives make no difference."""
    assert normalize_name(name) == normal


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lee Jae Myung", "Lee Jae-myung"),
        ("Lee Jaemyung", "LEE JAE-MYUNG"),
        ("Xi Jinping", "Xi Jin-ping"),
        ("Donald J. Trump", "Donald Trump"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Yun Byung-se", "Yoon Byeong-se"),
        ("Choe Son Hui", "Choi Son-hui"),
        ("Kim Kyung-hoon", "Kim Gyeong-hun"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    """Spelling, spacing, hyphens, initials and romanization don't part a name from itself, in either order."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Kim Yo-jong", "Kim Jong-yo"),
        ("Xi Jinping", "Jinping Xi"),
        ("Cho Tae-yul", "Cho Tae-yong"),
        ("Kim Min-seok", "Kim Min-sook"),
        ("George W. Bush", "George Bushnell"),
        ("John Kerry", "John Perry"),
        ("", ""),
    ],
)
def test_different_names(a: str, b: str) -> None:
    """Names that differ in a syllable, or in order, are not the same."""
    assert not same_name(a, b)


def test_key_has_no_spaces() -> None:
    """The key joins the words."""
    assert name_key("Sung Y. Kim") == "sungykim"


def test_spellings_of_a_hyphenated_given_name() -> None:
    """A given name of two syllables is written in four ways; a western double surname in one."""
    assert spellings("Moon Jae-in") == ("Moon Jae-in", "Moon Jae-In", "Moon Jae In", "Moon Jaein")
    assert spellings("Linda Thomas-Greenfield")[0] == "Linda Thomas-Greenfield"
