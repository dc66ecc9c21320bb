"""Hyphenated given names of Korean and Chinese: "Gyu-baek", "Ing-wen". Read as one word, they no longer break a sentence's parse.

The syllables are those of the Revised Romanization and McCune-Reischauer with the spellings that persons use ("Young-moo"), and of
Wade-Giles and Pinyin. English prefixes ("Co-founder", "Mid-term") don't have their shape.
"""

from __future__ import annotations

import re

_ONSET = r"(?:b|ch|d|g|h|j|k|kw|ky|l|m|n|p|q|r|s|sh|t|w|x|y|z|zh|gy|gw|hw|hy|my|by|ny|ry|py|ts|kk|ss|jj)?"
_NUCLEUS = (
    r"(?:a|ae|ah|ai|ao|aw|e|ea|ee|eh|ei|eo|eu|eui|i|ia|ian|iao|ie|io|iu|o|oe|oh|oi|oo|ou|u|ua|uai|ue|uh|ui|uo"
    r"|wa|weo|wo|woo|wu|ya|yae|ye|yeo|yo|yoo|you|yu)"
)
_CODA = r"(?:n|ng|m|k|l|p|h|t|b|g|r|c|ck)?"
_SYLLABLE = _ONSET + _NUCLEUS + _CODA

_WHOLE = re.compile(rf"(?i:{_SYLLABLE})-(?i:{_SYLLABLE})")
_SHAPE = re.compile(r"[A-Z][A-Za-z]{0,6}-[A-Za-z]{1,7}")


def is_given_name(word: str) -> bool:
    """Whether `word` has the shape of a hyphenated given name: "Gyu-baek", "GYU-BAEK", but not "Mid-term" or "Inter-Korean"."""
    return _SHAPE.fullmatch(word) is not None and _WHOLE.fullmatch(word) is not None
