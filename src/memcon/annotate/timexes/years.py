"""Years in figures and words, spans of years, fiscal years, decades and centuries."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import DECADES, listed, number_of, ordinal_of
from memcon.annotate.timexes.phrases import PRE, dated, mod_of, month_number

_YEAR_FRONT = listed(
    "in since by until till before after from of to through during for between late early mid and or around about the spring summer "
    "fall autumn winter end than as year over against back with , ( — – for"
)


_BEFORE_YEARS = listed("in since of from by until before after to")
_NOT_YEAR_AFTER = listed(
    "points people percent miles feet meters metres tons tonnes troops soldiers dollars francs pounds shares men women jobs workers "
    "employees hours members homes kilometers kilometres rpm mph pesos yen rubles euros acres barrels votes students"
)


_NOT_YEAR_FRONT = listed(
    "flight room item route section article resolution page gate unit bus apartment suite model chapter form number boeing channel highway"
)
_QUOTES = frozenset("\"“”‘’'`")


def lone_year(hit: Hit, context: Context) -> Meaning | None:
    """Four figures that are a year, not a number of things."""
    year, front, behind = int(hit.word("year")), hit.before().lower(), hit.after().lower()
    if (
        hit.before() in ("$", "#", "£", "€", "¥", "%", "/", "No", "+", "@", "&", "*", ":", "=")
        or behind in ("%", "/")
        or behind in _NOT_YEAR_AFTER
    ):
        return None
    if front in _NOT_YEAR_FRONT or (front in _QUOTES and behind in _QUOTES):
        return None  # "Flight 1950", the novel "1984"
    if hit.next_class == "Z" or (hit.next_class == "W" and front not in _BEFORE_YEARS):
        return None  # "2053 UTC", "2053 Friday": a time of day
    if hit.next_class in ("-", "–") and not 1400 <= year <= 2100:
        return None
    if (
        front == "-"
        and hit.lexemes.is_joined(hit.first - 1)
        and not hit.before(2).isdecimal()
        and hit.before(2).lower() not in ("mid", "pre", "post")
    ):
        return None
    if not 1850 <= year <= 2050 and not (front in _YEAR_FRONT and 1400 <= year <= 2200):
        return None
    if hit.before().isdecimal() and hit.lexemes.is_joined(hit.first - 1):
        return None
    return dated(hit, f"{year:04}", unit="Y")


def spoken_year(hit: Hit, context: Context) -> Meaning | None:
    """ "nineteen ninety-six", "two thousand" after "the year"."""
    if hit.lexemes.word(hit.last)[0].isdecimal():
        return None
    words = [w for w in hit.words("spoken") if w != "-"]
    if hit.has("the") and words[:2] == ["two", "thousand"]:
        return dated(hit, f"{number_of(tuple(words)):04}", unit="Y")
    if len(words) in (2, 3) and words[0] in ("eighteen", "nineteen", "twenty"):
        rest = number_of(tuple(words[1:]))
        century = number_of((words[0],))
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
    this = context.published.year
    year = min((this // 100 * 100 + tail + c for c in (-100, 0, 100)), key=lambda y: abs(y - this))
    return dated(hit, f"{year:04}", unit="Y") if 1 <= year <= 9999 else None


def year_range(hit: Hit, context: Context) -> Meaning | None:
    """ "2018-21", "1996-1999"."""
    first, tail = hit.words("range")[0], hit.words("range")[-1]
    last = first[: 4 - len(tail)] + tail
    if len(tail) not in (2, 4) or not tail.isdecimal() or not int(first) < int(last) <= 2200 or int(first) < 1400:
        return None
    return Meaning("DATE", f"{first}/{last}", edtf=f"{first}/{last}", mod=mod_of(hit))


_MEASURED = listed("is are was were be been temperatures highs lows")


def decade(hit: Hit, context: Context) -> Meaning | None:
    word = hit.word("decade").strip("'’`s")
    if word.isdecimal() and len(word) == 4:
        is_century = word.endswith("00") and word < "2000"  # "the 1800s"
        return dated(hit, word[:2] if is_century else word[:3], unit="C" if is_century else "E")
    tens = int(word[0]) if word.isdecimal() else DECADES.get(hit.word("decade"), 0) // 10
    is_marked = hit.word("decade")[0] in "'’`" or not word.isdecimal()
    if not is_marked and not hit.has("pre") and hit.before().lower() != "the" and not hit.has("the"):
        return None
    n = 2 if hit.before().lower() == "the" else 1
    if not is_marked and hit.before(n).lower() == "in" and hit.before(n + 1).lower() in _MEASURED:
        return None  # "unemployment is in the mid-30s"
    if hit.before().lower() in ("his", "her", "their", "my", "your") or (
        hit.has("the") and hit.words("the")[0] in ("his", "her", "their", "our")
    ):
        return None  # an age
    century = 19 if tens >= 3 else (context.published.year // 100 if context.published else 19)
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


YEARS: tuple[Rule, ...] = (
    Rule("coded fiscal year", rf"{PRE}(?P<code>5)", coded_fiscal_year, yes=("It ends with [FY2026].",)),
    Rule(
        "month and spoken year",
        rf"{PRE}(?P<month>M)f?(?P<spoken>n-?n(?:-?n)?)",
        month_spoken_year,
        yes=("It was in [January nineteen ninety-seven].",),
    ),
    Rule(
        "year", rf"{PRE}(?P<year>Y)", lone_year, yes=("The mandate ends in [2030].",), no=("About 2000 troops came.",)
    ),
    Rule("the 1988 period", r"(?P<pre>)d(?P<year>Y)[pq]", lone_year, yes=("Sales rose in [the 1988 period].",)),
    Rule("the year 2000", rf"{PRE}d?u(?P<year>Y)", year_of, yes=("By [the year 2000] it closed.",)),
    Rule(
        "spoken year",
        rf"{PRE}(?P<the>du)?(?P<spoken>n-?n(?:-?n)?)",
        spoken_year,
        yes=("It was in [nineteen ninety-six].",),
        no=("There were twenty one of them.",),
    ),
    Rule("short year", rf"{PRE}(?P<short>D)", short_year, yes=("It was the class of [’96].",)),
    Rule(
        "years",
        rf"{PRE}(?P<range>Y-[Yn])",
        year_range,
        yes=("The desk ran from [2018-21].",),
    ),
    Rule(
        "decade",
        r"(?P<pre>b?(?:d?k-?|d?Lf)?)(?P<the>d)?(?P<decade>E)",
        decade,
        yes=("It began in [the late 1970s].",),
        no=("He is in his 30s.",),
    ),
    Rule(
        "split year",
        r"(?P<pre>)d?(?P<split>7)",
        split_year,
        yes=("It fell in [the 2020/21] season.",),
        no=("Item 2020/45.",),
    ),
    Rule(
        "year of accounts",
        rf"{PRE}d?(?P<year>Y)(?P<fiscal>y)u",
        fiscal_year,
        yes=("It was paid in [the 2026 fiscal year].",),
    ),
    Rule("century", rf"{PRE}d?(?P<ord>o)-?(?P<unit>u)", century_of, yes=("It began in [the 19th century].",)),
    Rule("fiscal year", rf"{PRE}d?(?P<fiscal>y)-?u?(?P<year>Y)", fiscal_year, yes=("It was [fiscal 2026] at last.",)),
)
