"""Which language a text is in: by its script, by the commonest English words, by py3langid; open where a short text does not show it."""

from __future__ import annotations

import re
from functools import lru_cache

import py3langid

from memcon.lexicon import languages
from memcon.lexicon import words as words_of

READABLE_LANGUAGES = languages()
"""ISO 639-1 codes of the languages that memcon reads: those with a folder in the lexicon."""

_SAMPLE = 20_000
_SHORT = 200
"""Letters below which py3langid is not trusted on Latin script: on a headline's length it is often wrong."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_ENGLISH_NAMES = words_of("language_name")
_ENGLISH = words_of("frequent_in_english")
"""Function words of English; few are words of another language in Latin script ("in", "was", "me" are)."""

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ko", re.compile(r"[가-힣ᄀ-ᇿㄱ-ㆎ]")),
    ("ja", re.compile(r"[ぁ-ヿ]")),
    ("zh", re.compile(r"[一-鿿]")),
    ("th", re.compile(r"[ก-๛]")),
    ("el", re.compile(r"[Ͱ-Ͽ]")),
    ("he", re.compile(r"[֐-׿]")),
)
"""Scripts that tell the language by themselves; kana stand before the Chinese characters that Japanese shares."""


def detect_language(text: str, stated: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of most of `text`, None when it is too short to tell.

    `stated` is what the input says ("en-US"); it decides only where the text is too short. A text counts as English when at least three in
    ten of its letters are Latin and English function words are frequent among its Latin words, so bilingual releases stay readable.
    """
    sample = _evenly(text)
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return _code(stated)
    latin = _latin_share(letters)
    hits, english = _english_share(sample)
    if latin >= 0.3 and english >= 0.2 and hits > 1:
        return "en"
    if latin < 0.5:
        return _by_script(letters) or _classify(sample)
    if len(letters) < _SHORT:
        return _code(stated) or ("en" if english >= 0.1 and hits > 1 else None)
    found = _classify(sample)
    return "en" if found != "en" and english >= 0.12 else found


def _latin_share(letters: list[str]) -> float:
    """The share of Latin letters."""
    others = [c for c in letters if not c.isascii()]
    return 1 - sum(not _is_latin(c) for c in others) / len(letters)


def _english_share(sample: str) -> tuple[int, float]:
    """How many words are function words of English, and their share of the words in Latin script."""
    words = [w for w in _WORD.findall(sample) if _is_latin(w[0])]
    hits = sum(w.lower() in _ENGLISH for w in words)
    return hits, hits / max(1, len(words))


def is_readable(language: str | None) -> bool:
    """Whether a text in `language` is read; an open language is, since only short Latin text is left open."""
    return language is None or language in READABLE_LANGUAGES


def _evenly(text: str) -> str:
    """A sample of bounded length from the whole of a text: its beginning, middle and end."""
    if len(text) <= _SAMPLE:
        return text
    third, middle = _SAMPLE // 3, len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _by_script(letters: list[str]) -> str | None:
    """The language of a script that stands for one, when it has a real part in the letters."""
    joined = "".join(letters)
    for code, script in _SCRIPTS:
        if len(script.findall(joined)) > (0.1 if code == "ja" else 0.3) * len(letters):
            return code
    return None


@lru_cache(maxsize=512)
def _is_latin(character: str) -> bool:
    return character < "ɐ" or "Ḁ" <= character <= "ỿ" or "ff" <= character <= "st"


def _classify(sample: str) -> str:
    return str(py3langid.classify(sample)[0])


def _code(stated: str | None) -> str | None:
    """The primary subtag of a BCP 47 tag or an English language name: "en-US" and "English" are `en`."""
    if stated is None:
        return None
    name = stated.strip().lower()
    if name in _ENGLISH_NAMES:
        return "en"
    primary = re.split(r"[-_]", name)[0]
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None
