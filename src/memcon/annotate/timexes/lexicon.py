"""The words of time: each belongs to one class, written as one letter, and rules are patterns over those letters.

A pattern names a class in words (`{ordinal}`); `LETTERS` has the letter of each. The words stand in the lexicon (`lexicon/en/times.toml`), figures
get their class from the lexer. A word that is in no class is ``.`` and ends every phrase.
"""

from __future__ import annotations

from collections.abc import Mapping

from memcon.lexicon import values, words

OTHER = "."

LETTERS: dict[str, str] = {
    "the": "d", "a": "a", "last": "l", "next": "x", "this": "t", "that": "h", "these": "@", "every": "e", "ago": "g", "earlier": "j",
    "early": "k", "end": "L", "about": "b", "few": "c", "fiscal": "y", "recent": "G", "unit": "u", "units": "U", "weekend": "w",
    "quarter": "q", "quarters": "Q", "half": "H", "period": "p", "day part": "P", "noon": "N", "today": "T", "season": "S",
    "evenings": "B", "of": "f", "on": "i", "to": "r", "from": "=", "more": "m", "old": "O", "long": "J", "weeklong": "8", "now": "R", "near": "K",
    "mondays": "X", "how often": "v", "administration": "2", "times": "3", "before": "6", "per": "%", "zone": "Z", "number": "n",
    "ordinal": "o", "decade": "E", "month": "M", "weekday": "W", "holiday": "0", "feast": "1", "year": "Y", "large number": "9",
    "fraction": "V", "ISO date": "I", "date in figures": "F", "clock": "C", "a.m.": "A", "short year": "D", "year-ago": "z", "or so": "~",
    "quarter code": "4", "fiscal code": "5", "split year": "7", "'s": "s", "-": "-", ",": ",",
}  # fmt: skip
"""Classes by the names that patterns call them. From "year" on they are of figures and signs: a figure from 1000 to 2999, another number,
1/2, an ISO date, 12/16/98, 8:15, a.m. or p.m., '96, "year-ago" and "year-earlier", "or so", Q3, FY2026, 2020/21."""

_MADE_OF = {"now": ("now", "future")}
"""Classes of patterns that are more than one class of the lexicon."""
_WITH_CAPITAL = ("month", "weekday")
"""Classes whose words need a capital."""
_BY_LEXER = frozenset({"holiday"})
"""Classes of which the lexicon has the words and the lexer finds the phrases."""

EVERYDAY = frozenset(
    LETTERS[name]
    for name in (
        "the",
        "a",
        "of",
        "on",
        "to",
        "from",
        "-",
        ",",
        "'s",
        "that",
        "this",
        "few",
        "more",
        "every",
        "early",
        "earlier",
        "before",
        "about",
    )
)
"""Letters that nearly every sentence has: where a phrase has rarer ones too, these alone do not make a place worth trying."""

WEEKDAYS: Mapping[str, int] = values("weekday")
"""Weekday names and abbreviations, lower case, to ISO numbers (Monday is 1)."""
MONTH_NUMBERS: Mapping[str, int] = values("month")
"""Month names and their abbreviations, lower case and without a full stop, to 1 to 12."""
SHORT_MONTHS = frozenset(
    word for word, n in MONTH_NUMBERS.items() if any(o.startswith(word) and o != word for o in MONTH_NUMBERS if MONTH_NUMBERS[o] == n)
)  # fmt: skip
"""The abbreviations."""
NUMBERS: Mapping[str, int] = values("number")
ORDINALS: Mapping[str, int] = values("ordinal")
DECADES: Mapping[str, int] = values("decade")
SEASONS: Mapping[str, str] = values("season")
DAY_PARTS: dict[str, str] = {**values("day_part"), **values("noon"), "tonight": values("day_part")["night"]}
"""Parts of the day, as TIMEX3 writes them."""
UNITS: dict[str, str] = {
    word: letters for name in ("unit", "weekend", "quarter", "half") for word, letters in values(name).items()
}
"""Units to their TIMEX3 letters; a leading T marks those below a day."""
_PLURALS: dict[str, str] = {word: letters for name in ("units", "quarters") for word, letters in values(name).items()}
MODIFIERS: Mapping[str, str] = values("modifier")
"""Modifying words to TIMEX3's `mod`."""
REFERENCES: Mapping[str, str] = values("reference")
"""Words that name no day but the present, past or future as a whole: annotated in TimeML, never an interval."""
STEPS: dict[str, int] = {word: n for name in ("last", "next", "this", "that") for word, n in values(name).items()}
"""How many units a word goes forward."""
FROM_STORY = words("counting_from_the_story")
"""Words that count from the last date named rather than from the document's day."""
GONE_BY, TO_COME, THIS, THAT = words("gone_by"), words("to_come"), words("this"), words("that")
ONE = words("a")
_BIG = words("big_number")


def class_table() -> dict[str, str]:
    """Lower-case words to their class letters, those that need a capital apart; days and months that mean nothing else do without ("on tuesday")."""
    plain = [name for name in LETTERS if name not in _WITH_CAPITAL and name not in _BY_LEXER and _is_worded(name)]
    return {
        **dict.fromkeys(words("weekday_in_full"), LETTERS["weekday"]),
        **dict.fromkeys(words("month_in_small_letters"), LETTERS["month"]),
        **{word: LETTERS[name] for name in plain for word in _words_of(name)},
    }


def capital_table() -> dict[str, str]:
    """Words that are of their class only with a capital, in lower case: months, weekdays, zones of two letters."""
    full = {name for name in WEEKDAYS if name.endswith("day")}
    return {
        **dict.fromkeys(MONTH_NUMBERS, LETTERS["month"]),
        **dict.fromkeys(full, LETTERS["weekday"]),
        **dict.fromkeys(words("capital_zone"), LETTERS["zone"]),
    }


def _is_worded(name: str) -> bool:
    """Whether the class is a list of words rather than of figures and signs: those stand before "year" in the table."""
    return list(LETTERS).index(name) < list(LETTERS).index("feast")


def _words_of(name: str) -> frozenset[str]:
    return frozenset().union(*(words(part.replace(" ", "_")) for part in _MADE_OF.get(name, (name,))))


def unit_of(word: str) -> str:
    """The TIMEX3 letters of a unit word, singular or plural."""
    word = word.lower()
    return UNITS.get(word) or _PLURALS[word]


_JOINING = words("joining_a_number")


def number_of(words: tuple[str, ...]) -> int | None:
    """The number that figures or words name ("forty five", "two hundred", "1,000"); None when they name none."""
    words = tuple(word for word in words if word not in _JOINING)
    if words and words[0][0].isdecimal():
        return _figure(words[0], words[1:])
    total = part = 0
    for word in words:
        number = _added(part, word)
        if number is None:
            return None
        total, part = (total + number, 0) if word == "thousand" else (total, number)
    return total + part


def _figure(word: str, behind: tuple[str, ...]) -> int | None:
    """A number in figures, with "hundred" and the like behind it."""
    figure = word.replace(",", "")
    if not figure.isdecimal() or len(figure) > 9 or not all(w in _BIG for w in behind):
        return None
    number = int(figure)
    for big in behind:
        number = (number or 1) * NUMBERS[big]
    return number


def _added(part: int, word: str) -> int | None:
    """What a number word makes of the words before it; None when it cannot follow them."""
    if word in _BIG:
        return (part or 1) * NUMBERS[word]
    if word in ONE and not part:
        return 1
    return part + NUMBERS[word] if word in NUMBERS and _can_follow(part, NUMBERS[word]) else None


def _can_follow(part: int, number: int) -> bool:
    """Whether a number word may go on after others: "twenty one", "hundred five", but not "five six"."""
    return part % 100 == 0 or (part % 100 >= 20 and part % 10 == 0 and number < 10)


def ordinal_of(word: str) -> int | None:
    """The number of an ordinal in words or figures ("third", "3rd")."""
    return int(word[:-2]) if word[0].isdecimal() else ORDINALS.get(word)


def weekday_of(word: str) -> int:
    """The ISO number of a weekday's name, abbreviation or plural."""
    word = word.rstrip(".")
    return WEEKDAYS[word] if word in WEEKDAYS else WEEKDAYS[word.removesuffix("s")]
