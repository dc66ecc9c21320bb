"""The words of time: each belongs to one class, written as one letter, and rules are patterns over those letters.

See `CLASSES` for what the letters mean. A word that is in no class is ``.`` and ends every phrase.
"""

from __future__ import annotations

from memcon.domain.dates import MONTH_NUMBERS, MONTHS

OTHER = "."

WORDS: dict[str, str] = {
    "d": "the",
    "a": "a an",
    "l": "last past previous prior preceding latest",
    "x": "next coming upcoming following ensuing subsequent",
    "t": "this current",
    "h": "that same",
    "e": "each every",
    "g": "ago",
    "j": "earlier later",
    "k": "early late mid latter",
    "L": "middle beginning start end close",
    "b": "about around nearly almost roughly approximately",
    "c": "few several couple many",
    "y": "fiscal calendar financial",
    "G": "recent",
    "P": "morning afternoon evening night dawn dusk",
    "N": "noon midnight midday",
    "T": "today tonight yesterday tomorrow",
    "S": "spring summer autumn fall winter",
    "u": "minute hour day week fortnight month year decade century millennium",
    "U": "seconds minutes hours days weeks fortnights months years decades centuries millennia",
    "w": "weekend",
    "q": "quarter",
    "Q": "quarters",
    "H": "half",
    "p": "period",
    "f": "of",
    "i": "in on at",
    "r": "to and or through until till",
    "m": "more additional full straight consecutive successive trading business working other calendar-",
    "O": "old olds",
    "J": "long",
    "8": "daylong weeklong monthlong yearlong decadelong",
    "R": "now currently presently nowadays recently lately soon shortly future present term",
    "K": "near foreseeable short immediate",
    "X": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "B": "summers winters springs autumns falls mornings afternoons evenings nights weekends",
    "v": "daily weekly monthly yearly annually quarterly hourly nightly biennially biannually semiannually triennially fortnightly biweekly",
    "2": "administration government presidency",
    "3": "once twice thrice times",
    "6": "before after",
    "@": "these those",
    "%": "per",
    "Z": "est edt cst cdt mst mdt pst pdt gmt utc kst jst cet cest bst msk ist aest",
}
"""Words by class. Month, weekday and number words are added below; figures get theirs from the lexer."""

CLASSES: dict[str, str] = {
    "Y": "a figure that can be a year (1000 to 2999)",
    "n": "a small number in figures or words",
    "9": "another number",
    "V": "a fraction: 1/2",
    "o": "an ordinal: first, 3rd",
    "M": "a month", "W": "a weekday",
    "I": "an ISO date, with or without time", "F": "a date in figures: 12/16/98", "C": "clock time: 8:15", "A": "a.m., p.m.",
    "E": "a decade: 1990s, '80s, nineties", "D": "a short year: '96",
    "z": "year-ago, year-earlier", "~": "or so", "4": "Q3", "5": "FY2026", "0": "a holiday on one day of the year: New Year's Day",
    "1": "a feast that moves: Easter", "7": "a year over two: 2020/21", "s": "'s", ",": "a comma", "-": "a hyphen or dash",
}  # fmt: skip
"""The classes that are not lists of words."""

WEEKDAYS: dict[str, int] = {
    name: n
    for n, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun"), 1
    )
    for name in names.split()
}  # fmt: skip
"""Weekday names and abbreviations, lower case, to ISO numbers (Monday is 1)."""


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, int] = {
    **{word: n for n, word in enumerate(_SMALL.split())},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: dict[str, int] = {**{word: n for n, word in enumerate(_ORDINAL_WORDS.split(), 1)}, "thirtieth": 30}
_DECADE_WORDS = "twenties thirties forties fifties sixties seventies eighties nineties"
DECADES: dict[str, int] = {word: 10 * n for n, word in enumerate(_DECADE_WORDS.split(), 2)}

UNITS: dict[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "millennium": "L", "centuries": "C", "millennia": "L", "weekend": "WE",
    "summer": "SU", "half": "H",
}  # fmt: skip
"""Units to their TIMEX3 letters; a leading T marks those below a day."""

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS: dict[str, str] = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV", "tonight": "TNI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00",
}  # fmt: skip

MODIFIERS: dict[str, str] = {
    "early": "START", "beginning": "START", "start": "START", "earlier": "START", "mid": "MID", "middle": "MID", "late": "END",
    "end": "END", "later": "END", "latter": "END", "close": "END", "about": "APPROX", "around": "APPROX", "roughly": "APPROX",
    "approximately": "APPROX", "some": "APPROX", "nearly": "EQUAL_OR_LESS", "almost": "LESS_THAN", "over": "MORE_THAN",
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN", "within": "EQUAL_OR_LESS",
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "no less than": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS",
}  # fmt: skip
"""Modifying words to TIMEX3's `mod`."""

REFERENCES: dict[str, str] = {
    **dict.fromkeys(
        ("now", "currently", "current", "presently", "nowadays", "these days", "the present"), "PRESENT_REF"
    ),
    **dict.fromkeys(("recently", "more recently", "recent", "lately", "the past"), "PAST_REF"),
    **dict.fromkeys(
        ("soon", "shortly", "the future", "the near future", "near future", "the near term", "the short term",
         "the foreseeable future", "the immediate future"), "FUTURE_REF"
    ),
}  # fmt: skip
"""Words that name no day but the present, past or future as a whole: annotated in TimeML, never an interval."""


def class_table() -> dict[str, str]:
    """Lower-case words to their class letters."""
    table = {word: letter for letter, words in WORDS.items() for word in words.split()}
    table.update(dict.fromkeys(NUMBERS, "n"))
    table.update(dict.fromkeys(ORDINALS, "o"))
    table.update(dict.fromkeys(DECADES, "E"))
    return table


CAPITALISED: dict[str, str] = {
    **dict.fromkeys(MONTHS, "M"),
    **{short: "M" for short in MONTH_NUMBERS if short not in ("may", "mar", "jan", "dec") and short not in MONTHS},
    **dict.fromkeys(("jan", "mar", "dec"), "M"),
    **{name: "W" for name in WEEKDAYS if name.endswith("day")},
    **dict.fromkeys(("et", "ct", "pt"), "Z"),
}
"""Words that are of their class only with a capital: months, weekdays."""


def unit_of(word: str) -> str:
    """The TIMEX3 letters of a unit word, singular or plural."""
    word = word.lower()
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def number_of(words: tuple[str, ...]) -> int | None:
    """The number that figures or words name ("forty five", "two hundred", "1,000"); None when they name none."""
    total = part = 0
    has_figure = False
    for word in words:
        if word in ("-", "and"):
            continue
        if word[0].isdecimal():
            figure = word.replace(",", "")
            if has_figure or part or not figure.isdecimal() or len(figure) > 9:
                return None
            part, has_figure = int(figure), True
        elif word in ("hundred", "thousand", "dozen"):
            part = (part or 1) * NUMBERS[word]
            if word == "thousand":
                total, part = total + part, 0
        elif word in NUMBERS and _can_follow(part, NUMBERS[word]) and not has_figure:
            part += NUMBERS[word]
        elif word in ("a", "an") and not part:
            part = 1
        else:
            return None
    return total + part


def _can_follow(part: int, number: int) -> bool:
    """Whether a number word may go on after others: "twenty one", "hundred five", but not "five six"."""
    return part % 100 == 0 or (part % 100 >= 20 and part % 10 == 0 and number < 10)


def ordinal_of(word: str) -> int | None:
    """The number of an ordinal in words or figures ("third", "3rd")."""
    return int(word[:-2]) if word[0].isdecimal() else ORDINALS.get(word)
