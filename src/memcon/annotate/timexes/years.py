"""Years in figures and words, spans of years, fiscal years, decades and centuries."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import DECADES, number_of, ordinal_of
from memcon.annotate.timexes.phrases import dated, mod_of, month_number, nearest_century
from memcon.annotate.timexes.year_vetoes import NO_DECADE, NO_YEAR
from memcon.lexicon import words

_CENTURIES = words("century_words")


@unless(*NO_YEAR)
def lone_year(hit: Hit, context: Context) -> Meaning | None:
    """Four figures that are a year, not a number of things."""
    return dated(hit, f"{int(hit.word('year')):04}", unit="Y")


def spoken_year(hit: Hit, context: Context) -> Meaning | None:
    """ "nineteen ninety-six", "two thousand" after "the year"."""
    if hit.lexemes.word(hit.last)[0].isdecimal():
        return None
    spoken = [w for w in hit.words("spoken") if w != "-"]
    if hit.has("the") and spoken[:2] == ["two", "thousand"]:
        return dated(hit, f"{number_of(tuple(spoken)):04}", unit="Y")
    if len(spoken) in (2, 3) and spoken[0] in _CENTURIES:
        rest = number_of(tuple(spoken[1:]))
        century = number_of((spoken[0],))
        if rest is not None and century is not None and 10 <= rest <= 99:
            return dated(hit, f"{century * 100 + rest}", unit="Y")
    return None


def month_spoken_year(hit: Hit, context: Context) -> Meaning | None:
    year = spoken_year(hit, context)
    return dated(hit, f"{year.value}-{month_number(hit.word('month')):02}", unit="M") if year else None


def short_year(hit: Hit, context: Context) -> Meaning | None:
    """'96: the century in which it lies nearest to the document, else a year of no known century."""
    if hit.lexemes.is_joined(hit.first - 1) and hit.before() in ("'", "‘", "’", "`", '"', "“"):
        return None  # the start of a quotation
    tail = int(hit.word("short")[1:])
    if context.published is None:
        return dated(hit, f"XX{tail:02}")
    year = nearest_century(context.published, tail)
    return dated(hit, f"{year:04}", unit="Y") if 1 <= year <= 9999 else None


def year_range(hit: Hit, context: Context) -> Meaning | None:
    """ "2018-21", "1996-1999"."""
    first, tail = hit.words("range")[0], hit.words("range")[-1]
    last = first[: 4 - len(tail)] + tail
    if len(tail) not in (2, 4) or not tail.isdecimal() or not int(first) < int(last) <= 2200 or int(first) < 1400:
        return None
    return Meaning("DATE", f"{first}/{last}", edtf=f"{first}/{last}", mod=mod_of(hit))


@unless(*NO_DECADE)
def decade(hit: Hit, context: Context) -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties", "the 1800s"."""
    word = hit.word("decade").strip("'’`s")
    if word.isdecimal() and len(word) == 4:
        is_century = word.endswith("00") and word < "2000"  # "the 1800s"
        return dated(hit, word[:2] if is_century else word[:3], unit="C" if is_century else "E")
    tens = int(word[0]) if word.isdecimal() else DECADES.get(hit.word("decade"), 0) // 10
    century = 19 if tens >= 3 or context.published is None else context.published.year // 100
    return dated(hit, f"{century}{tens}", unit="E")


def century_of(hit: Hit, context: Context) -> Meaning | None:
    if hit.word("unit") != "century":
        return None
    number = ordinal_of(hit.word("ord"))
    return dated(hit, f"{number - 1:02}", unit="C") if number and number <= 30 else None


def year_of(hit: Hit, context: Context) -> Meaning | None:
    """ "fiscal 1989", "the year 2000"."""
    return dated(hit, f"{int(hit.word('year')):04}", unit="Y")


def fiscal_year(hit: Hit, context: Context) -> Meaning | None:
    """ "fiscal 1989": its TIMEX3 value is the plain year, as annotators write it; its days may touch the years about it."""
    year = int(hit.word("year"))
    edtf = f"{year - 1:04}/{year + 1:04}" if hit.word("fiscal") != "calendar" else None
    return Meaning("DATE", f"{year:04}", edtf=edtf, mod=mod_of(hit))


def split_year(hit: Hit, context: Context) -> Meaning | None:
    """ "2020/21": a season or school year over two years."""
    first, last = hit.word("split").split("/")
    if (int(first) + 1) % 100 != int(last):
        return None
    value = f"{first}/{int(first) + 1}"
    return Meaning("DATE", value, edtf=value, mod=mod_of(hit))


def coded_fiscal_year(hit: Hit, context: Context) -> Meaning | None:
    """ "FY2026", "FY 26"."""
    figure = hit.word("code").removeprefix("fy").strip()
    year = int(figure) if len(figure) == 4 else 2000 + int(figure)
    return (
        Meaning("DATE", f"{year:04}", edtf=f"{year - 1:04}/{year + 1:04}", mod=mod_of(hit))
        if 1900 <= year <= 2200
        else None
    )


MEANINGS: Meanings = {
    f.__name__: f
    for f in (
        coded_fiscal_year,
        month_spoken_year,
        lone_year,
        year_of,
        spoken_year,
        short_year,
        year_range,
        decade,
        split_year,
        fiscal_year,
        century_of,
    )
}
"""What the rules of this file's phrases may name."""
