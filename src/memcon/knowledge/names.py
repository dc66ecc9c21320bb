"""Names across spelling: spacing, hyphens, case, diacritics, and the romanizations of Korean names.

Korean: the Revised Romanization (2000) and McCune-Reischauer differ in regular ways, and persons spell their own names as they
like. Only correspondences that don't merge two common syllables are folded; all else is left to the variants that packs list.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad]")
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc\u02bb`´]")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})

_SURNAME_CLASSES = (
    "lee yi rhee ri", "park pak bak", "kim gim", "choi choe", "jung chung jeong cheong", "cho jo", "kang gang", "ahn an",
    "shin sin", "yoon yun", "noh roh no", "moon mun", "suh seo", "woo u", "yoo yu ryu yoo", "lim im rim yim", "kwon gwon",
    "hwang whang", "chang jang", "han", "song", "oh o", "hong", "ko koh go", "baek paik paek", "nam", "shim sim", "bae pae",
    "hur heo huh", "son sohn", "chun jeon chon jun", "min", "wi", "byun byeon", "joo ju chu", "koo ku goo gu", "na ra",
)  # fmt: skip
_SURNAMES = {name: names.split()[0] for names in _SURNAME_CLASSES for name in names.split()}
_KOREAN_FOLDS = (
    ("young", "yeong"), ("hyung", "hyeong"), ("myung", "myeong"), ("byung", "byeong"), ("kyung", "gyeong"), ("kyoung", "gyeong"),
    ("hyun", "hyeon"), ("chul", "cheol"), ("yeol", "yeol"), ("oo", "u"), ("ee", "i"), ("kyu", "gyu"), ("ki", "gi"), ("kwang", "gwang"),
    ("kun", "geun"), ("keun", "geun"), ("shik", "sik"), ("shin", "sin"),
)  # fmt: skip
_ARABIC_CLASSES = (
    "mohammed mohammad muhammad mohamed mohamad muhammed mohamud", "ahmed ahmad", "hussein hussain husayn hossein", "hassan hasan", "yousef yusuf youssef yousuf",
    "abdullah abdallah abdulla", "khalid khaled", "omar umar", "osama usama", "faisal faysal", "saud saoud", "ibrahim ebrahim", "mahmoud mahmud", "mustafa mostafa",
    "jassim jasim", "nasser nasir", "saleh salih", "sheikh shaikh", "suleiman sulaiman", "tariq tarek", "ali aly", "karim kareem", "rashid rashed",
)  # fmt: skip
_SPELLED = {name: names.split()[0] for names in _ARABIC_CLASSES for name in names.split()}
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


@lru_cache(maxsize=8192)
def normalize_name(name: str) -> str:
    """The words of `name` in lower case without diacritics, hyphens as spaces: "Lee Jae-myung" gives "lee jae myung"."""
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", _DASHES.sub("-", name)).casefold())
    if not text.isascii():
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_UNMARKED)
    text = re.sub(r"'s\b", "", text).replace("'", "").replace(".", "")
    return _NOT_WORD.sub(" ", text).strip()


def name_key(name: str) -> str:
    """A key that is the same for spellings that differ in spaces, hyphens, case and diacritics: "leejaemyung"."""
    return normalize_name(name).replace(" ", "")


def same_name(a: str, b: str) -> bool:
    """Whether two full names can be the same name by spelling alone: in the usual spellings of Korean and Arabic names, the family first
    or last. Middle initials don't count where one name has none; two that differ are two persons."""
    if name_key(a) == name_key(b):
        return bool(name_key(a))
    if not may_share_initials(a, b):
        return False
    first, second = _without_initials(a), _without_initials(b)
    return first == second or _korean_key(a) == _korean_key(b) is not None or _is_turned(a, b)


@lru_cache(maxsize=8192)
def _without_initials(name: str) -> str:
    words = normalize_name(name).split()
    return "".join(_SPELLED.get(w, w) for i, w in enumerate(words) if len(w) > 1 or i in (0, len(words) - 1))


def _initials(name: str) -> str:
    """The middle initials of a name, "H.W." as two."""
    parts = name.split()[1:-1]
    return "".join(p.replace(".", "").casefold() for p in parts if _INITIALS.fullmatch(p))


def may_share_initials(a: str, b: str) -> bool:
    """Whether the middle initials of two names agree, as far as both have any."""
    one, two = _initials(a), _initials(b)
    return not (one and two) or one.startswith(two) or two.startswith(one)


def _is_turned(a: str, b: str) -> bool:
    """Whether one name is the other with the last word, the family name, put first."""
    one, two = a.split(), b.split()
    if min(len(one), len(two)) < 2 or len(normalize_name(a).split()) < 3:
        return False  # of two short words either may be the family's
    return name_key(" ".join([one[-1], *one[:-1]])) == name_key(b) or name_key(
        " ".join([two[-1], *two[:-1]])
    ) == name_key(a)


@lru_cache(maxsize=8192)
def _korean_key(name: str) -> str | None:
    """A key over romanizations for a name that has the shape of a Korean one (known surname, two or three syllables), else None."""
    surname, _, given = normalize_name(name).partition(" ")
    given = given.replace(" ", "")
    if surname not in _SURNAMES or not 3 <= len(given) <= 14:
        return None
    for old, new in _KOREAN_FOLDS:
        given = given.replace(old, new)
    return f"{_SURNAMES[surname]} {given}"


def spellings(name: str) -> tuple[str, ...]:
    """`name` and the ways in which texts write it: without diacritics, and a hyphenated given name (two syllables, as in Korean and
    Chinese names) with a capital, as two words or as one."""
    found = [name]
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).translate(_UNMARKED)
    if plain != name:
        found.append(plain)
    surname, _, given = name.partition(" ")
    match = re.fullmatch(r"([A-Z][a-z]+)-([A-Za-z][a-z]+)", given)
    if match and surname:
        one, two = match.groups()
        tails = (f"{one}-{two.lower()}", f"{one}-{two.title()}", f"{one} {two.title()}", f"{one}{two.lower()}")
        found += [f"{surname} {tail}" for tail in tails]
    return tuple(dict.fromkeys(found))
